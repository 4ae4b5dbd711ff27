// Which region of a layer a point lies in. Even-odd on the plane of degrees, quick by a grid over all regions and by bands of latitude
// within each: a point is held against some ten edges, not thousands.
import { isRoundPole } from './maps/topology.ts'
import type { GeoBounds, Polygons, RegionLayer } from './types.ts'

const kmPerDegree = (Math.PI * 6371.0088) / 180
const cellDegrees = 1
const columns = 360 / cellDegrees
const rows = 180 / cellDegrees

/** Edges of one region by bands of latitude. */
interface RegionEdges {
  /** x1, y1, x2, y2 in turn. */
  edges: Float64Array
  south: number
  bandDegrees: number
  /** Where each band starts in `members`, and places of the edges that touch it. */
  starts: Int32Array
  members: Int32Array
  west: number
  east: number
  north: number
}

export interface RegionIndex {
  readonly layer: RegionLayer
  /** Places of regions whose bounds touch a cell, by cell of the grid. */
  readonly cells: readonly (readonly number[])[]
  readonly edges: readonly RegionEdges[]
}

/**
 * Makes an index of a layer for `findRegion`.
 *
 * @param layer regions with their borders
 * @returns the index; it holds the layer
 * @example findRegion(indexRegions(await loadLayer('us-states')), -118.24, 34.05) // place of US-CA
 */
export function indexRegions(layer: RegionLayer): RegionIndex {
  const cells: number[][] = Array.from({ length: columns * rows }, () => [])
  layer.polygons.forEach((polygons, region) => {
    const touched = new Set<number>()
    for (const ring of polygons.flat()) for (const cell of cellsOf(ring)) touched.add(cell)
    for (const cell of touched) cells[cell]!.push(region)
  })
  return { layer, cells, edges: layer.polygons.map(edgesOf) }
}

function* cellsOf(ring: Float64Array): Generator<number> {
  const [west, south, east, north] = isRoundPole(ring) ? [-180, -90, 180, highest(ring)] : extentOf(ring)
  for (let row = rowOf(south); row <= rowOf(north); row++)
    for (
      let column = Math.floor((west + 180) / cellDegrees);
      column <= Math.floor((east + 180) / cellDegrees);
      column++
    )
      yield row * columns + (((column % columns) + columns) % columns)
}

const rowOf = (latitude: number): number => Math.min(rows - 1, Math.max(0, Math.floor((latitude + 90) / cellDegrees)))
const columnOf = (longitude: number): number => Math.min(columns - 1, Math.floor((longitude + 180) / cellDegrees))

function extentOf(ring: Float64Array): GeoBounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let k = 0; k < ring.length; k += 2) {
    west = Math.min(west, ring[k]!)
    east = Math.max(east, ring[k]!)
    south = Math.min(south, ring[k + 1]!)
    north = Math.max(north, ring[k + 1]!)
  }
  return [west, south, east, north]
}

const highest = (ring: Float64Array): number => extentOf(ring)[3]

function edgesOf(polygons: Polygons): RegionEdges {
  const list: number[] = []
  for (const rings of polygons)
    for (const ring of rings) {
      const last = ring.length - 2
      for (let k = 0; k < last; k += 2) list.push(ring[k]!, ring[k + 1]!, ring[k + 2]!, ring[k + 3]!)
      const [x, y, firstX, firstY] = [ring[last]!, ring[last + 1]!, ring[0]!, ring[1]!]
      if (isRoundPole(ring)) {
        const turned = firstX + (x > firstX ? 360 : -360)
        list.push(x, y, turned, firstY, turned, firstY, turned, -90, firstX, -90, firstX, firstY)
      } else list.push(x, y, firstX, firstY)
    }
  const edges = Float64Array.from(list)
  const count = edges.length / 4
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let k = 0; k < edges.length; k += 2) {
    west = Math.min(west, edges[k]!)
    east = Math.max(east, edges[k]!)
    south = Math.min(south, edges[k + 1]!)
    north = Math.max(north, edges[k + 1]!)
  }
  const bands = Math.max(1, Math.ceil(count / 4))
  const bandDegrees = Math.max((north - south) / bands, 1e-9)
  const bandOf = (latitude: number): number =>
    Math.min(bands - 1, Math.max(0, Math.floor((latitude - south) / bandDegrees)))
  const starts = new Int32Array(bands + 1)
  for (let edge = 0; edge < count; edge++) {
    const [from, to] = bandsOfEdge(edges, edge, bandOf)
    for (let band = from; band <= to; band++) starts[band + 1]!++
  }
  for (let band = 0; band < bands; band++) starts[band + 1]! += starts[band]!
  const members = new Int32Array(starts[bands]!)
  const next = starts.slice()
  for (let edge = 0; edge < count; edge++) {
    const [from, to] = bandsOfEdge(edges, edge, bandOf)
    for (let band = from; band <= to; band++) members[next[band]!++] = edge
  }
  return { edges, south, bandDegrees, starts, members, west, east, north }
}

function bandsOfEdge(edges: Float64Array, edge: number, bandOf: (latitude: number) => number): [number, number] {
  const first = edges[4 * edge + 1]!
  const second = edges[4 * edge + 3]!
  return [bandOf(Math.min(first, second)), bandOf(Math.max(first, second))]
}

function holds(region: RegionEdges, longitude: number, latitude: number): boolean {
  if (latitude < region.south || latitude > region.north) return false
  const { edges, starts, members } = region
  const band = Math.min(starts.length - 2, Math.floor((latitude - region.south) / region.bandDegrees))
  let inside = false
  for (let x = longitude - 360; x <= region.east; x += 360) {
    if (x < region.west) continue
    for (let k = starts[band]!; k < starts[band + 1]!; k++) {
      const edge = 4 * members[k]!
      const y1 = edges[edge + 1]!
      const y2 = edges[edge + 3]!
      if (y1 > latitude === y2 > latitude) continue
      const x1 = edges[edge]!
      if (x < x1 + ((latitude - y1) / (y2 - y1)) * (edges[edge + 2]! - x1)) inside = !inside
    }
    if (inside) return true
  }
  return false
}

/**
 * Finds the region that a point lies in.
 *
 * Borders are those of the map, drawn at 1:10 to 1:50 million: within a kilometre or so of one the answer may be the region beside.
 *
 * @param index of `indexRegions`
 * @param longitude degrees, -180 to 180
 * @param latitude degrees, -90 to 90
 * @returns place in `layer.regions`, or -1 where the point lies in none (the sea)
 * @source even-odd rule (Shimrat 1962)
 * @example findRegion(provinces, -2.68, 42.74) // ES-BU: Treviño, all round it Álava
 */
export function findRegion(index: RegionIndex, longitude: number, latitude: number): number {
  for (const region of index.cells[rowOf(latitude) * columns + columnOf(longitude)] ?? [])
    if (holds(index.edges[region]!, longitude, latitude)) return region
  return -1
}

/**
 * Finds the region that a point lies in, or else the nearest one: a harbour may lie off a coast that the map draws coarsely.
 *
 * @param index of `indexRegions`
 * @param longitude degrees
 * @param latitude degrees
 * @param withinKm how far off the region may be, at most 100
 * @returns place in `layer.regions`, or -1 where none is that near
 * @example findNearestRegion(provinces, -0.31, 39.45, 20) // ES-V: the port of Valencia
 */
export function findNearestRegion(index: RegionIndex, longitude: number, latitude: number, withinKm: number): number {
  const inside = findRegion(index, longitude, latitude)
  if (inside >= 0) return inside
  const squeeze = Math.max(0.02, Math.cos((latitude * Math.PI) / 180))
  const reach = withinKm / kmPerDegree
  const candidates = new Set<number>()
  for (let row = rowOf(latitude - reach); row <= rowOf(latitude + reach); row++)
    for (let step = -Math.ceil(reach / squeeze); step <= Math.ceil(reach / squeeze); step++)
      for (const region of index.cells[row * columns + ((columnOf(longitude) + step + columns) % columns)] ?? [])
        candidates.add(region)
  let best = -1
  let bestKm = withinKm
  for (const region of candidates) {
    const km = kmToRegion(index, region, longitude, latitude, reach)
    if (km <= bestKm) [best, bestKm] = [region, km]
  }
  return best
}

/**
 * Says how far a point is from a region's border at most some degrees north or south; for points outside it.
 *
 * @param index of `indexRegions`
 * @param region place in `layer.regions`
 * @param longitude degrees
 * @param latitude degrees
 * @param reachDegrees how far north and south to look
 * @returns kilometres, Infinity where no border is that near; off by some per cent beyond 100 km
 * @example kmToRegion(countries, portugal, -6.97, 38.88, 1) // about 3: Badajoz
 */
export function kmToRegion(
  index: RegionIndex,
  region: number,
  longitude: number,
  latitude: number,
  reachDegrees: number
): number {
  const { edges, starts, members, south, bandDegrees } = index.edges[region]!
  const squeeze = Math.cos((latitude * Math.PI) / 180)
  const lastBand = starts.length - 2
  const from = Math.max(0, Math.floor((latitude - reachDegrees - south) / bandDegrees))
  const to = Math.min(lastBand, Math.floor((latitude + reachDegrees - south) / bandDegrees))
  let least = Infinity
  for (let k = starts[Math.min(from, lastBand)]!; k < (to < from ? 0 : starts[to + 1]!); k++) {
    const edge = 4 * members[k]!
    const turns = 360 * Math.round((longitude - edges[edge]!) / 360)
    const x1 = (edges[edge]! + turns - longitude) * squeeze
    const y1 = edges[edge + 1]! - latitude
    const dx = (edges[edge + 2]! + turns - longitude) * squeeze - x1
    const dy = edges[edge + 3]! - latitude - y1
    const share = Math.min(1, Math.max(0, -(x1 * dx + y1 * dy) / (dx * dx + dy * dy || 1)))
    least = Math.min(least, Math.hypot(x1 + share * dx, y1 + share * dy))
  }
  return least * kmPerDegree
}
