// Puts units and territories into an order that comes from what they are, not from how they are listed, so that listing them otherwise, or
// calling them otherwise, changes nothing about the plan.
import type { Alignment, AlignmentMiss, AlignmentProblem, Place } from './problem.ts'

export interface CanonicalProblem {
  readonly problem: AlignmentProblem
  /** Gives back a plan of the ordered problem in the order of the one that was asked. */
  readonly restore: (plan: Alignment) => Alignment
}

/**
 * Orders a problem's units and territories by place, size and today's state.
 *
 * Territories that agree in all of it stay in their order among themselves, and so do units: either may stand for the other.
 *
 * @param problem in the order of whoever asks
 * @returns the same problem in its own order, and the way back
 */
export function orderProblem(problem: AlignmentProblem): CanonicalProblem {
  const todays = sumByTerritory(problem)
  const territoryOrder = orderBy(problem.territories, (territory, at) => [
    ...keyOf(territory.base),
    territory.capacity,
    territory.maxLoad ?? Number.POSITIVE_INFINITY,
    ...todays[at]!
  ])
  const territoryRank = ranksOf(territoryOrder)
  const barred = problem.units.map((): number[] => [])
  for (const [unit, territory] of problem.forbidden) barred[unit]?.push(territoryRank[territory]!)
  const unitOrder = orderBy(problem.units, (unit, at) => [
    ...keyOf(unit.place),
    unit.load,
    unit.visits,
    unit.isLocked ? 1 : 0,
    unit.current === null ? -1 : territoryRank[unit.current]!,
    ...unit.others,
    ...unit.moveWeights,
    ...barred[at]!.sort((one, other) => one - other)
  ])
  const unitRank = ranksOf(unitOrder)
  const restoreMiss = (miss: AlignmentMiss): AlignmentMiss => {
    if ('territory' in miss) return { ...miss, territory: territoryOrder[miss.territory]! }
    return 'unit' in miss ? { ...miss, unit: unitOrder[miss.unit]! } : miss
  }
  const place = (miss: AlignmentMiss): number => ('territory' in miss ? miss.territory : 'unit' in miss ? miss.unit : 0)
  return {
    problem: {
      ...problem,
      units: unitOrder.map((at) => {
        const unit = problem.units[at]!
        return { ...unit, current: unit.current === null ? null : territoryRank[unit.current]! }
      }),
      territories: territoryOrder.map((at) => problem.territories[at]!),
      forbidden: problem.forbidden.map(([unit, territory]) => [unitRank[unit]!, territoryRank[territory]!]),
      neighbours:
        problem.neighbours
          ?.map(([one, other]): [number, number] => {
            const [first, second] = [unitRank[one]!, unitRank[other]!]
            return first < second ? [first, second] : [second, first]
          })
          .sort((one, other) => one[0] - other[0] || one[1] - other[1]) ?? null
    },
    restore: (plan) => {
      const assigned = new Int32Array(plan.assigned.length)
      unitOrder.forEach((at, rank) => {
        const territory = plan.assigned[rank]!
        assigned[at] = territory < 0 ? -1 : territoryOrder[territory]!
      })
      const kinds = plan.misses.map(({ kind }) => kind)
      const misses = plan.misses
        .map(restoreMiss)
        .sort((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind) || place(one) - place(other))
      return { ...plan, assigned, misses }
    }
  }
}

/** What is in each territory today: how many units, and load and visits and the places added up, whatever the order of the units. */
function sumByTerritory({ units, territories }: AlignmentProblem): number[][] {
  const sums = territories.map(() => [0, 0, 0, 0])
  for (const { current, load, visits, isLocked } of units) {
    const sum = current === null ? undefined : sums[current]
    if (sum === undefined) continue
    sum[0]! += 1
    sum[1]! += Math.round(load * 1000)
    sum[2]! += Math.round(visits * 1000)
    sum[3]! += isLocked ? 1 : 0
  }
  return sums
}

const keyOf = (place: Place | null): number[] => (place === null ? [1, 0, 0] : [0, place.lon, place.lat])

/** The indices of a list in ascending order of their keys, the first key first. */
function orderBy<T>(list: readonly T[], keyOf: (entry: T, at: number) => readonly number[]): number[] {
  const keys = list.map(keyOf)
  return list
    .map((_, at) => at)
    .sort((one, other) => {
      const [left, right] = [keys[one]!, keys[other]!]
      for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
        const [first, second] = [left[at] ?? Number.NEGATIVE_INFINITY, right[at] ?? Number.NEGATIVE_INFINITY]
        if (first !== second) return first < second ? -1 : 1
      }
      return one - other
    })
}

function ranksOf(order: readonly number[]): Int32Array {
  const ranks = new Int32Array(order.length)
  order.forEach((at, rank) => {
    ranks[at] = rank
  })
  return ranks
}
