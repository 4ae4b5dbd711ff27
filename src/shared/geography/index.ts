// What geography gives to those outside. Maps and lists of places are loaded when first asked for, never with the first page.
export { colourNeighbours, hueCount, touchingTerritories } from './colouring.ts'
export { loadLayer, maps } from './maps/index.ts'
export { loadPlaceFinder, type PlaceFinder, type PlaceOptions } from './place.ts'
export { projectorFor, projectorOf, projectPoints, shapeRegions } from './projections.ts'
export { findNearestRegion, findRegion, indexRegions, type RegionIndex } from './regions.ts'
export { listSubdivisions, loadSubdivisions } from './subdivisions.ts'
