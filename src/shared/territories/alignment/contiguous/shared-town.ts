// Sellers who live in the same town: to the cost it is all one who of them has which unit around it, so prices can't say, and territories grown
// from them would lie about anyhow. For the first plan alone they are set a little apart, and share the land around as sectors do.
import type { PricingTask } from '../candidates.ts'
import { distanceKm, measureDistances } from '../distances.ts'
import type { AlignmentProblem, Place } from '../problem.ts'

/** Bases nearer to one another than this share of how far units are from them count as one town. */
const townRatio = 0.1
/** How far apart they are set, as a share of the same. */
const apartRatio = 0.3

/**
 * Gives the task with the bases of each town set apart.
 *
 * Those of a town stand on a circle around their middle, in their order. Locks and forbidden pairs stay.
 *
 * @param problem units and territories
 * @param task as built from the problem
 * @param assigned where each unit is cheapest
 * @returns a task with other distances; null when no two sellers live in one town
 * @missing bases that aren't known are in no town
 */
export function setTownsApart(problem: AlignmentProblem, task: PricingTask, assigned: Int32Array): PricingTask | null {
  const reachKm = typicalKm(problem, assigned)
  const towns = listTowns(problem, townRatio * reachKm)
  if (towns.length === 0) return null
  const bases = problem.territories.map(({ base }) => base)
  for (const town of towns) {
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

/** Territories whose bases are near that of the first of them, in lists of two and more. */
function listTowns({ territories }: AlignmentProblem, nearKm: number): number[][] {
  const towns: number[][] = []
  territories.forEach(({ base }, territory) => {
    if (base === null) return
    const town = towns.find(([first]) => distanceKm(territories[first!]!.base!, base) <= nearKm)
    if (town === undefined) towns.push([territory])
    else town.push(territory)
  })
  return towns.filter(({ length }) => length > 1)
}

/** The mean of places near one another. */
function middleOf(places: readonly Place[]): Place {
  const first = places[0]!
  // Longitudes are taken as differences from the first, so that a town at 180 degrees has its middle there.
  const east = places.reduce((sum, { lon }) => sum + ((lon - first.lon + 540) % 360) - 180, 0) / places.length
  return { lon: first.lon + east, lat: places.reduce((sum, { lat }) => sum + lat, 0) / places.length }
}
