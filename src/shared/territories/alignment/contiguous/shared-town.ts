// Sellers who live in the same town: to the cost it is all one who of them has which unit around it, so their prices swing and prove little, and
// territories grown from them would lie about anyhow. For prices a town is taken as one territory; for the first plan its sellers are set a
// little apart, and share the land around as sectors do.
import type { PricedMeasure, PricingTask } from '../candidates.ts'
import { distanceKm, measureDistances } from '../distances.ts'
import { findPrices, type Prices } from '../prices.ts'
import type { AlignmentProblem, Place } from '../problem.ts'

/** Shares of how far units are from their bases; bases nearer to one another than that count as one town. */
export const townRatios = [0.03, 0.1, 0.3]
/** How far apart those of a town are set, as a share of the same. */
const apartRatio = 0.3

/** Territories by town, each in one list; those alone in theirs too. */
export type Towns = readonly (readonly number[])[]

/**
 * Groups territories by towns: those whose bases are near that of the first of them.
 *
 * @param problem units and territories
 * @param assigned where each unit is cheapest, for how far is far
 * @param ratio how near is near, as a share of the middle distance of units from their bases
 * @returns every territory in one list; null when none shares a town
 * @missing a base that isn't known is in no town with others
 */
export function listTowns(problem: AlignmentProblem, assigned: Int32Array, ratio: number): Towns | null {
  const { territories } = problem
  const nearKm = ratio * typicalKm(problem, assigned)
  const towns: number[][] = []
  territories.forEach(({ base }, territory) => {
    const town = towns.find(([first]) => {
      const other = territories[first!]!.base
      return base !== null && other !== null && distanceKm(other, base) <= nearKm
    })
    if (town === undefined) towns.push([territory])
    else town.push(territory)
  })
  return towns.length === territories.length ? null : towns
}

/**
 * Finds prices with each town as one territory.
 *
 * A unit costs in a town what it costs where it costs least there, a town's limits are those of its territories together, and changes inside it are no
 * moves. Each plan is so a plan of towns that costs no more, and the bound holds for it.
 *
 * @param task costs and limits by territory
 * @param towns every territory in one list
 * @param shouldStop asked between steps
 * @returns prices by territory, those of its town, and the bound they prove
 */
export function findTownPrices(
  task: PricingTask,
  towns: Towns,
  shouldStop: () => boolean
): Pick<Prices, 'prices' | 'bound'> {
  const { unitCount, territoryCount } = task
  const townOf = new Int32Array(territoryCount)
  towns.forEach((town, at) => {
    for (const territory of town) townOf[territory] = at
  })
  const matrix = new Float64Array(unitCount * towns.length).fill(Number.POSITIVE_INFINITY)
  for (let unit = 0; unit < unitCount; unit += 1)
    for (let territory = 0; territory < territoryCount; territory += 1) {
      const slot = unit * towns.length + townOf[territory]!
      matrix[slot] = Math.min(matrix[slot]!, task.matrix[unit * territoryCount + territory]!)
    }
  const sumOf = (amounts: Float64Array): Float64Array =>
    Float64Array.from(towns, (town) => town.reduce((sum, territory) => sum + amounts[territory]!, 0))
  const { prices, bound } = findPrices(
    {
      ...task,
      territoryCount: towns.length,
      matrix,
      current: task.current.map((territory) => (territory < 0 ? -1 : townOf[territory]!)),
      measures: task.measures.map(
        (measure): PricedMeasure => ({
          ...measure,
          lows: sumOf(measure.lows),
          targets: sumOf(measure.targets),
          highs: sumOf(measure.highs)
        })
      )
    },
    { shouldStop }
  )
  const amounts = new Float64Array(task.measures.length * territoryCount)
  task.measures.forEach((_, measure) => {
    for (let territory = 0; territory < territoryCount; territory += 1)
      amounts[measure * territoryCount + territory] = prices.amounts[measure * towns.length + townOf[territory]!]!
  })
  return { prices: { amounts, moves: prices.moves }, bound }
}

/**
 * Gives the task with the bases of each town set apart.
 *
 * Those of a town stand on a circle around their middle, in their order. Locks and forbidden pairs stay.
 *
 * @param problem units and territories
 * @param task as built from the problem
 * @param assigned where each unit is cheapest
 * @param towns every territory in one list
 * @returns a task with other distances
 */
export function setTownsApart(
  problem: AlignmentProblem,
  task: PricingTask,
  assigned: Int32Array,
  towns: Towns
): PricingTask {
  const reachKm = typicalKm(problem, assigned)
  const bases = problem.territories.map(({ base }) => base)
  for (const town of towns) {
    if (town.length < 2) continue
    const middle = middleOf(town.map((territory) => problem.territories[territory]!.base!))
    town.forEach((territory, rank) => {
      const angle = (2 * Math.PI * rank) / town.length
      const degrees = (apartRatio * reachKm) / 111.2
      const lat = Math.max(-89, Math.min(89, middle.lat + degrees * Math.sin(angle)))
      bases[territory] = { lon: middle.lon + (degrees * Math.cos(angle)) / Math.cos((lat * Math.PI) / 180), lat }
    })
  }
  const apart = measureDistances(
    problem.units.map(({ place }) => place),
    bases
  )
  return {
    ...task,
    matrix: apart.map((km, slot) => (task.matrix[slot] === Number.POSITIVE_INFINITY ? Number.POSITIVE_INFINITY : km))
  }
}

/** The distance of units from the bases they are cheapest at, the middle one. */
function typicalKm({ units, territories }: AlignmentProblem, assigned: Int32Array): number {
  const kms = units
    .flatMap(({ place }, unit) => {
      const base = territories[assigned[unit]!]?.base ?? null
      return place === null || base === null ? [] : [distanceKm(place, base)]
    })
    .sort((one, other) => one - other)
  return kms[kms.length >> 1] ?? 0
}

/** The mean of places near one another. */
function middleOf(places: readonly Place[]): Place {
  const first = places[0]!
  // Longitudes are taken as differences from the first, so that a town at 180 degrees has its middle there.
  const east = places.reduce((sum, { lon }) => sum + ((lon - first.lon + 540) % 360) - 180, 0) / places.length
  return { lon: first.lon + east, lat: places.reduce((sum, { lat }) => sum + lat, 0) / places.length }
}
