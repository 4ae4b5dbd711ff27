// From degrees to a plane: which projection fits a layer or a set of places, and shapes and points drawn with it. The plane is about
// 1,000 units across, x to the right and y down; whoever draws scales it.
import {
  type GeoContext,
  type GeoProjection,
  geoAlbersUsa,
  geoAzimuthalEqualArea,
  geoConicConformal,
  geoEqualEarth,
  geoPath
} from 'd3-geo'
import { labelPoint } from './label-point.ts'
import type {
  LayerId,
  PlaneBounds,
  Polygons,
  Position,
  ProjectionId,
  Projector,
  RegionLayer,
  RegionShape
} from './types.ts'

const width = 1000

type Project = (longitude: number, latitude: number) => readonly [number, number] | null

/** Takes what d3 draws and keeps it as rings. */
class RingCollector implements GeoContext {
  readonly rings: Float32Array[] = []
  #ring: number[] = []

  beginPath(): void {}
  arc(): void {}
  moveTo(x: number, y: number): void {
    this.closePath()
    this.#ring.push(x, y)
  }
  lineTo(x: number, y: number): void {
    const { length } = this.#ring
    if (Math.abs(this.#ring[length - 2]! - x) + Math.abs(this.#ring[length - 1]! - y) > 1e-6) this.#ring.push(x, y)
  }
  closePath(): void {
    if (this.#ring.length >= 6) this.rings.push(Float32Array.from(this.#ring))
    this.#ring = []
  }
}

function pathsOf(projection: GeoProjection): (polygons: Polygons) => Float32Array[] {
  return (polygons) => {
    const collector = new RingCollector()
    geoPath(projection, collector)(geometryOf(polygons))
    collector.closePath()
    return collector.rings
  }
}

function geometryOf(polygons: Polygons): { type: 'MultiPolygon'; coordinates: number[][][][] } {
  return {
    type: 'MultiPolygon',
    coordinates: polygons.map((rings) =>
      rings.map((ring) => {
        const points: number[][] = []
        for (let k = 0; k < ring.length; k += 2) points.push([ring[k]!, ring[k + 1]!])
        points.push([ring[0]!, ring[1]!])
        return points
      })
    )
  }
}

const finite = (point: [number, number] | null): readonly [number, number] | null =>
  point !== null && Number.isFinite(point[0]) && Number.isFinite(point[1]) ? point : null

const plain =
  (projection: GeoProjection): Project =>
  (longitude, latitude) =>
    finite(projection([longitude, latitude]))

/** Equal areas, so that a colour's share of the map is its share of the land. */
function worldProjector(): Projector {
  const projection = geoEqualEarth().precision(0.1)
  projection.fitWidth(width, { type: 'Sphere' })
  const [[left, top], [right, bottom]] = geoPath(projection).bounds({ type: 'Sphere' })
  return {
    id: 'world',
    project: plain(projection),
    projectPolygons: pathsOf(projection),
    bounds: [left, top, right, bottom],
    insetLines: []
  }
}

/** Albers of equal areas, with Alaska (at 0.35 of its size) and Hawaii as insets; the territories don't show. */
function unitedStatesProjector(): Projector {
  const projection = geoAlbersUsa()
    .scale(1280)
    .translate([width / 2, 300])
  return {
    id: 'united-states',
    project: plain(projection),
    projectPolygons: pathsOf(projection),
    bounds: [-44, 4, 970, 604],
    insetLines: [
      Float32Array.from([-44, 454, 170, 454, 228, 512, 228, 600]),
      Float32Array.from([228, 512, 290, 512, 352, 574, 352, 600])
    ]
  }
}

/** Where the Canary Islands end: no other part of Spain lies as far south-west. */
const isCanary = (longitude: number, latitude: number): boolean =>
  longitude > -19.5 && longitude < -12.5 && latitude > 26.5 && latitude < 30.5
const isIberia = (longitude: number, latitude: number): boolean =>
  longitude > -11 && longitude < 6 && latitude > 34.5 && latitude < 45

/** Lambert's conic, as the national maps use it, with the Canary Islands at the same scale in a corner of their own. */
function spainProjector(): Projector {
  const iberia = geoConicConformal().parallels([37, 43]).rotate([3, 0]).center([0, 40]).precision(0.1)
  iberia.scale(4150).translate([500, 370])
  const canaries = geoConicConformal().parallels([27.5, 29.5]).rotate([15.8, 0]).center([0, 28.3]).precision(0.1)
  canaries.scale(4150).translate([165, 760])
  const drawIberia = pathsOf(iberia)
  const drawCanaries = pathsOf(canaries)
  return {
    id: 'spain',
    project: (longitude, latitude) => {
      if (isCanary(longitude, latitude)) return finite(canaries([longitude, latitude]))
      return isIberia(longitude, latitude) ? finite(iberia([longitude, latitude])) : null
    },
    projectPolygons: (polygons) => {
      const inside = (holds: typeof isCanary): Polygons =>
        polygons.filter(([outer]) => outer !== undefined && holds(outer[0]!, outer[1]!))
      return [...drawIberia(inside(isIberia)), ...drawCanaries(inside(isCanary))]
    },
    bounds: [0, 75, 920, 815],
    insetLines: [Float32Array.from([0, 668, 322, 668, 332, 678, 332, 815])]
  }
}

/** Equal areas round the middle of places, so that what is drawn large is not bent; nothing is shown beyond twice their reach. */
function projectorAround(positions: readonly Position[]): Projector {
  const middle = middleOf(positions)
  const turned = geoAzimuthalEqualArea().rotate([-middle[0], -middle[1]]).scale(1).translate([0, 0])
  let reach = 0
  for (const [longitude, latitude] of positions) {
    const [x, y] = turned([longitude, latitude]) ?? [0, 0]
    reach = Math.max(reach, Math.abs(x), Math.abs(y))
  }
  // At least some 60 km each way, so that one place gets a map too. The plane's chord is 2 sin(angle / 2).
  reach = Math.min(2, Math.max(0.01, reach * 1.05))
  const angle = Math.min(179, Math.max(1, (2 * Math.asin(Math.min(1, reach)) * 180) / Math.PI))
  const scale = width / 2 / reach
  const projection = geoAzimuthalEqualArea()
    .rotate([-middle[0], -middle[1]])
    .clipAngle(angle)
    .precision(0.1)
    .scale(scale)
    .translate([width / 2, width / 2])
  return {
    id: 'around',
    project: (longitude, latitude) =>
      angularDistance(middle, [longitude, latitude]) <= angle ? finite(projection([longitude, latitude])) : null,
    projectPolygons: pathsOf(projection),
    bounds: [0, 0, width, width],
    insetLines: []
  }
}

const radians = Math.PI / 180

function angularDistance(a: Position, b: Position): number {
  const cosine =
    Math.sin(a[1] * radians) * Math.sin(b[1] * radians) +
    Math.cos(a[1] * radians) * Math.cos(b[1] * radians) * Math.cos((a[0] - b[0]) * radians)
  return Math.acos(Math.min(1, Math.max(-1, cosine))) / radians
}

/** The direction of the mean of the places as points of the sphere. */
function middleOf(positions: readonly Position[]): Position {
  let [x, y, z] = [0, 0, 0]
  for (const [longitude, latitude] of positions) {
    x += Math.cos(latitude * radians) * Math.cos(longitude * radians)
    y += Math.cos(latitude * radians) * Math.sin(longitude * radians)
    z += Math.sin(latitude * radians)
  }
  return [Math.atan2(y, x) / radians, Math.atan2(z, Math.hypot(x, y)) / radians]
}

const made = new Map<ProjectionId, Projector>()

function once(id: ProjectionId, make: () => Projector): Projector {
  let projector = made.get(id)
  if (projector === undefined) {
    projector = make()
    made.set(id, projector)
  }
  return projector
}

/**
 * Says which projection a layer is drawn with.
 *
 * @param layer which layer
 * @returns the world in Equal Earth, the United States in Albers with insets, Spain in Lambert's conic with the Canary Islands in a corner
 * @source Šavrič, Patterson, Jenny 2018 (Equal Earth); Snyder 1987, sections 14 and 15 (Albers, Lambert)
 * @example projectorOf('es-provinces').project(2.35, 48.86) // null: Paris doesn't show
 */
export function projectorOf(layer: LayerId): Projector {
  if (layer === 'world-countries') return once('world', worldProjector)
  return layer.startsWith('us-') ? once('united-states', unitedStatesProjector) : once('spain', spainProjector)
}

/**
 * Makes a projection that fits places, such as accounts of some countries of Europe: Lambert's azimuthal of equal areas round their middle.
 *
 * @param positions degrees; with none, the world's projection is given
 * @returns a projector whose bounds hold all the places
 * @source Snyder 1987, section 24
 * @example projectorFor([[-9.1, 38.7], [2.35, 48.86]]).id // 'around'
 */
export function projectorFor(positions: readonly Position[]): Projector {
  return positions.length === 0 ? once('world', worldProjector) : projectorAround(positions)
}

/**
 * Draws the regions of a layer in a plane.
 *
 * @param layer regions with their borders
 * @param projector of `projectorOf` or `projectorFor`
 * @returns shapes in the order of the layer, without those of which the projection shows nothing
 * @example shapeRegions(states, projectorOf('us-states')).length // 51: the territories don't show
 */
export function shapeRegions(layer: RegionLayer, projector: Projector): RegionShape[] {
  return layer.regions.flatMap(({ code, name }, index): RegionShape[] => {
    const rings = projector.projectPolygons(layer.polygons[index]!)
    return rings.length === 0 ? [] : [{ code, name, rings, bounds: boundsOfRings(rings), label: labelPoint(rings) }]
  })
}

function boundsOfRings(rings: readonly Float32Array[]): PlaneBounds {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ring of rings)
    for (let k = 0; k < ring.length; k += 2) {
      left = Math.min(left, ring[k]!)
      right = Math.max(right, ring[k]!)
      top = Math.min(top, ring[k + 1]!)
      bottom = Math.max(bottom, ring[k + 1]!)
    }
  return [left, top, right, bottom]
}

/**
 * Puts places into the plane.
 *
 * @param projector of `projectorOf` or `projectorFor`
 * @param positions degrees
 * @returns x and y in turn, one pair per place
 * @missing NaN, NaN where the projection shows nothing of the place
 * @example projectPoints(projectorOf('us-states'), [[2.35, 48.86]]) // NaN, NaN
 */
export function projectPoints(projector: Projector, positions: readonly Position[]): Float32Array {
  const xy = new Float32Array(2 * positions.length).fill(Number.NaN)
  positions.forEach(([longitude, latitude], index) => {
    const point = projector.project(longitude, latitude)
    if (point === null) return
    xy[2 * index] = point[0]
    xy[2 * index + 1] = point[1]
  })
  return xy
}
