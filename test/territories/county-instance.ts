// Makes alignment problems from the counties of the United States (48 states and the District of Columbia): real shapes and neighbours from
// us-atlas, invented weights and bases from a seed. Population isn't in the atlas, so weights follow laws that look like it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { geoArea, geoCentroid } from 'd3-geo'
import { feature, neighbors } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { makeRandom, type Random } from '#shared/math/random.ts'
import { linkIslands, type NeighbourPair } from '#shared/territories/alignment/contiguous/neighbours.ts'
import type { AlignmentProblem, Place } from '#shared/territories/alignment/problem.ts'

/** `lognormal`: counties differ, neighbours have nothing in common. `towns`: people live around cities, and small counties are dense.
 * `counts`: how many accounts, many with none. `equal`: 1 each. */
export type WeightLaw = 'lognormal' | 'towns' | 'counts' | 'equal'

/** `weight`: sellers live where the weight is, several in a large city. `spread`: in the middle of what is near them. `chance`: anywhere.
 * `offices`: all in a few cities, several in the very same place. */
export type BasePlacement = 'weight' | 'spread' | 'chance' | 'offices'

export interface CountyInstance {
  readonly weights: WeightLaw
  readonly bases: BasePlacement
  readonly territoryCount: number
  readonly seed: number
  /** No county weighs more than this many targets; none is 0.7. */
  readonly heaviest?: number
  readonly bandRatio?: number
}

interface Regions {
  readonly ids: readonly string[]
  readonly places: readonly Place[]
  readonly areas: readonly number[]
  readonly neighbours: readonly NeighbourPair[]
}

const require = createRequire(import.meta.url)
let counties: Regions | undefined

/** The counties of 48 states and the District of Columbia with their middles, and which touch; islands are linked to the nearest. */
export function readCounties(): Regions {
  counties ??= readRegions('us-atlas/counties-10m.json', 'counties', (id) => {
    const state = Number(id.slice(0, 2))
    return state !== 2 && state !== 15 && state < 60
  })
  return counties
}

/** The provinces of Spain, with islands and African cities linked to the nearest. */
export function readProvinces(): Regions {
  return readRegions('es-atlas/es/provinces.json', 'provinces', (id) => Number(id) <= 52)
}

function readRegions(file: string, name: string, isWanted: (id: string) => boolean): Regions {
  const topology = JSON.parse(readFileSync(require.resolve(file), 'utf8')) as Topology
  const geometries = (topology.objects[name] as GeometryCollection).geometries.filter(({ id }) => isWanted(String(id)))
  const shapes = geometries.map((geometry) => feature(topology, geometry))
  const places = shapes.map((shape): Place => {
    const [lon, lat] = geoCentroid(shape)
    return { lon, lat }
  })
  const pairs = neighbors(geometries).flatMap((ends, unit) =>
    ends.filter((end) => end > unit).map((end): NeighbourPair => [unit, end])
  )
  return {
    ids: geometries.map(({ id }) => String(id)),
    places,
    areas: shapes.map((shape) => geoArea(shape)),
    neighbours: linkIslands(pairs, places)
  }
}

/** Makes an alignment of counties: weight is both load and visits, within a band of 6 %. */
export function makeCountyProblem(instance: CountyInstance): AlignmentProblem {
  return makeRegionProblem(readCounties(), instance)
}

export function makeRegionProblem(regions: Regions, instance: CountyInstance): AlignmentProblem {
  const { territoryCount, seed } = instance
  const random = makeRandom(seed, 'county-instance')
  const weights = capWeights(drawWeights(regions, instance.weights, random), territoryCount, instance.heaviest ?? 0.7)
  return {
    units: regions.places.map((place, unit) => ({
      place,
      load: weights[unit]!,
      visits: weights[unit]!,
      others: [],
      moveWeights: [],
      current: null,
      isLocked: false
    })),
    territories: placeBases(regions, weights, instance.bases, territoryCount, random).map((base) => ({
      base,
      capacity: 1,
      maxLoad: null
    })),
    forbidden: [],
    weights: { visitKm: 1, km: 0, imbalance: 0, disruption: 0 },
    bandRatio: instance.bandRatio ?? 0.06,
    limits: [],
    moveLimits: [],
    neighbours: regions.neighbours,
    seed
  }
}

function drawWeights({ places, areas }: Regions, law: WeightLaw, random: Random): number[] {
  if (law === 'equal') return places.map(() => 1)
  if (law === 'lognormal') return places.map(() => Math.exp(10 + 1.3 * random.normal()))
  const cities = Array.from({ length: Math.ceil(places.length / 25) }, () => ({
    ...random.pick(places),
    size: Math.exp(1.2 * random.normal()),
    reach: 0.3 + 0.5 * random.next()
  }))
  const meanArea = areas.reduce((sum, area) => sum + area, 0) / areas.length
  const people = places.map((place, unit) => {
    let near = 0.05
    for (const city of cities) {
      const east = (place.lon - city.lon) * Math.cos((place.lat * Math.PI) / 180)
      near += city.size * Math.exp(-(east ** 2 + (place.lat - city.lat) ** 2) / (2 * city.reach ** 2))
    }
    return 30_000 * near * Math.sqrt(areas[unit]! / meanArea) * Math.exp(0.7 * random.normal())
  })
  if (law === 'towns') return people.map((count) => count ** 0.95)
  return people.map((count) => Math.floor(count / 8_000 + random.next()))
}

/** Cuts weights to a share of the target, which itself falls by what is cut. */
function capWeights(weights: readonly number[], territoryCount: number, heaviest: number): number[] {
  let cut = [...weights]
  for (let round = 0; round < 60; round += 1) {
    const most = (heaviest * cut.reduce((sum, weight) => sum + weight, 0)) / territoryCount
    cut = cut.map((weight) => Math.min(weight, most))
  }
  return cut
}

function placeBases(
  { places }: Regions,
  weights: readonly number[],
  placement: BasePlacement,
  count: number,
  random: Random
): Place[] {
  const near = ({ lon, lat }: Place): Place => ({ lon: lon + 0.1 * random.normal(), lat: lat + 0.1 * random.normal() })
  const all = [...places.keys()]
  if (placement === 'chance') return Array.from({ length: count }, () => near(random.pick(places)))
  if (placement === 'weight')
    return Array.from({ length: count }, () => near(places[random.pickWeighted(all, (unit) => weights[unit]!)]!))
  if (placement === 'offices') {
    const offices = spread(places, weights, Math.ceil(count / 5), random)
    return Array.from({ length: count }, (_, at) => offices[at % offices.length]!)
  }
  return spread(places, weights, count, random)
}

/** Middles of weight that share out the country: 20 rounds of Lloyd's algorithm from bases drawn by weight. */
function spread(places: readonly Place[], weights: readonly number[], count: number, random: Random): Place[] {
  const all = [...places.keys()]
  const middles = Array.from({ length: count }, () => places[random.pickWeighted(all, (unit) => weights[unit]!)]!)
  for (let round = 0; round < 20; round += 1) {
    const sums = middles.map(() => [0, 0, 0])
    places.forEach(({ lon, lat }, unit) => {
      let [nearest, least] = [0, Number.POSITIVE_INFINITY]
      const narrow = Math.cos((lat * Math.PI) / 180)
      middles.forEach((middle, at) => {
        const far = ((lon - middle.lon) * narrow) ** 2 + (lat - middle.lat) ** 2
        if (far < least) [nearest, least] = [at, far]
      })
      const sum = sums[nearest]!
      sum[0]! += weights[unit]!
      sum[1]! += weights[unit]! * lon
      sum[2]! += weights[unit]! * lat
    })
    sums.forEach(([weight, east, north], at) => {
      if (weight! > 0) middles[at] = { lon: east! / weight!, lat: north! / weight! }
    })
  }
  return middles
}
