// From a topology (borders stored once, as arcs that regions share) to a layer: polygons in degrees, centroids, bounds, neighbours.
import { geoArea, geoCentroid } from 'd3-geo'
import { feature, mergeArcs, neighbors } from 'topojson-client'
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification'
import type { GeoBounds, LayerId, Polygons, Region, RegionLayer } from '../types.ts'

/** Longitude and latitude, as GeoJSON has them. */
type Position = number[]

type Shape = Polygon<{ name?: string }> | MultiPolygon<{ name?: string }>

/** What an entry of the list of maps says of a region, or null where its shape is left out. */
export type DescribeRegion = (id: string | null, name: string) => Omit<Region, 'centroid' | 'bounds'> | null

export interface TopologySource {
  id: LayerId
  topology: Topology
  /** The object of the topology that holds the regions. */
  object: string
  describe: DescribeRegion
  credit: string
}

/**
 * Makes a layer of a topology. Shapes that are given one code are joined into one region and the border between them goes.
 *
 * @param source the topology, which of its objects, and a function that says code and name of each shape
 * @returns the layer, its regions in the order of their codes
 * @errors throws when the object is not a collection of polygons: the shipped file is not what this was written for
 */
export function layerOfTopology({ id, topology, object, describe, credit }: TopologySource): RegionLayer {
  const collection = topology.objects[object]
  if (collection?.type !== 'GeometryCollection') throw new Error(`no collection ${object} in the topology of ${id}`)
  const byCode = new Map<string, { region: Omit<Region, 'centroid' | 'bounds'>; shapes: Shape[] }>()
  for (const shape of (collection as GeometryCollection<{ name?: string }>).geometries) {
    if (shape.type !== 'Polygon' && shape.type !== 'MultiPolygon') continue
    const region = describe(shape.id === undefined ? null : String(shape.id), shape.properties?.name ?? '')
    if (region === null) continue
    const known = byCode.get(region.code)
    if (known) known.shapes.push(shape)
    else byCode.set(region.code, { region, shapes: [shape] })
  }
  const entries = [...byCode.values()].sort((a, b) => (a.region.code < b.region.code ? -1 : 1))
  const shapes = entries.map((entry) => joined(topology, entry.shapes))
  const drawn = shapes.map((shape) => positionsOf(topology, shape))
  const polygons = drawn.map((parts): Polygons => parts.map((rings) => rings.map(unbrokenRing)))
  const regions = entries.map(
    ({ region }, index): Region => ({
      ...region,
      centroid: centreOf(drawn[index]!),
      bounds: boundsOf(polygons[index]!)
    })
  )
  return {
    id,
    regions,
    indexOf: new Map(regions.map((region, index) => [region.code, index])),
    polygons,
    neighbours: neighbors(shapes).flatMap((others, index) =>
      others.filter((other) => other > index).map((other): [number, number] => [index, other])
    ),
    credit
  }
}

const joined = (topology: Topology, shapes: readonly Shape[]): Shape =>
  shapes.length === 1 ? shapes[0]! : (mergeArcs(topology, [...shapes]) as MultiPolygon<{ name?: string }>)

/** Polygons, their rings, their points, in degrees: closed by repeating the first point, as GeoJSON has it. */
function positionsOf(topology: Topology, shape: Shape): Position[][][] {
  const { geometry } = feature(topology, shape as Polygon<{ name?: string }>)
  return (geometry as { type: string }).type === 'Polygon'
    ? [geometry.coordinates]
    : (geometry.coordinates as unknown as Position[][][])
}

function centreOf(parts: readonly Position[][][]): readonly [number, number] {
  let largest: Position[][] = []
  let area = -1
  for (const coordinates of parts) {
    const steradians = parts.length === 1 ? 0 : geoArea({ type: 'Polygon', coordinates })
    if (steradians > area) {
      area = steradians
      largest = coordinates
    }
  }
  return geoCentroid({ type: 'Polygon', coordinates: largest })
}

function unbrokenRing(ring: readonly Position[]): Float64Array {
  const points = new Float64Array((ring.length - 1) * 2)
  let turns = 0
  for (let k = 0; k < ring.length - 1; k++) {
    const longitude = ring[k]![0]!
    const step = k === 0 ? 0 : longitude - ring[k - 1]![0]!
    if (step > 180) turns--
    else if (step < -180) turns++
    points[2 * k] = longitude + 360 * turns
    points[2 * k + 1] = ring[k]![1]!
  }
  return points
}

/** An unbroken ring that ends 360 degrees from where it starts goes round a pole. */
export const isRoundPole = (ring: Float64Array): boolean => Math.abs(ring[ring.length - 2]! - ring[0]!) > 180

/**
 * Says between which meridians and parallels polygons lie: outside the widest stretch of longitude that holds nothing of them, so that
 * lands on both sides of the 180th meridian stay together.
 *
 * @param polygons degrees
 * @returns west, south, east, north; west above east across the 180th meridian
 * @example boundsOf(fiji) // [176.9, -19.2, -178.7, -12.5] or so
 */
export function boundsOf(polygons: Polygons): GeoBounds {
  let south = 90
  let north = -90
  const spans: [number, number][] = []
  // Holes too: round the pole, the first ring of Antarctica is a dot and its coast comes second.
  for (const ring of polygons.flat()) {
    let west = Infinity
    let east = -Infinity
    for (let k = 0; k < ring.length; k += 2) {
      west = Math.min(west, ring[k]!)
      east = Math.max(east, ring[k]!)
      south = Math.min(south, ring[k + 1]!)
      north = Math.max(north, ring[k + 1]!)
    }
    const turns = 360 * Math.floor((west + 180) / 360)
    spans.push(isRoundPole(ring) ? [-180, 180] : [west - turns, east - turns])
  }
  spans.sort((a, b) => a[0] - b[0])
  let [west, east] = spans[0] ?? [-180, 180]
  let reach = east
  let widest = -1
  for (const [from, to] of spans) {
    if (from - reach > widest) {
      widest = from - reach
      west = from
      east = reach
    }
    reach = Math.max(reach, to)
  }
  const first = spans[0]?.[0] ?? -180
  const aroundTheBack = first + 360 - reach
  if (aroundTheBack <= 0 && widest <= 0) return [-180, south, 180, north]
  if (aroundTheBack >= widest) [west, east] = [first, reach]
  return [west, south, east > 180 ? east - 360 : east, north]
}
