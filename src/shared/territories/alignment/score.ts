// What a plan costs and what it misses, reckoned from the plan alone: the optimiser's result and a plan changed by hand are weighed the same.
import { type PricedMeasure, placementCost } from './candidates.ts'
import type { Instance } from './instance.ts'
import { roundingRatio } from './plan.ts'
import type { AlignmentMiss } from './problem.ts'

export interface PlanScore {
  /** The weighted sum of the problem's weights. */
  readonly cost: number
  readonly misses: readonly AlignmentMiss[]
  /** How far beyond its limits the plan is: shares of targets and of totals, r + r² each, added up; 0 keeps everything. */
  readonly violation: number
}

/**
 * Weighs a plan: its cost, and by how much it misses what must hold.
 *
 * @param instance the problem in arrays
 * @param assigned territory of each unit, by index; -1 is nowhere
 * @returns cost, misses in the order band, limits, greatest load, moves, units that may go nowhere
 * @missing a unit without a territory costs nothing; only one that may go nowhere is a miss
 */
export function scorePlan(instance: Instance, assigned: Int32Array): PlanScore {
  const { task, problem, placeable } = instance
  const { territoryCount, unitCount, measures } = task
  const misses: AlignmentMiss[] = []
  let [cost, violation] = [0, 0]
  for (let unit = 0; unit < unitCount; unit += 1)
    if (assigned[unit]! >= 0) cost += placementCost(task, unit, assigned[unit]!)

  measures.forEach((measure, index) => {
    const carried = new Float64Array(territoryCount)
    for (let unit = 0; unit < unitCount; unit += 1)
      if (assigned[unit]! >= 0) carried[assigned[unit]!]! += measure.amounts[unit]!
    const bandRatio = index === 0 ? problem.bandRatio : problem.limits[index - 1]!.bandRatio
    for (let territory = 0; territory < territoryCount; territory += 1) {
      const deviationRatio = deviation(measure, territory, carried[territory]!)
      cost += measure.penalty * Math.abs(carried[territory]! - measure.targets[territory]!)
      if (bandRatio === null || Math.abs(deviationRatio) <= bandRatio + roundingRatio) continue
      violation += weigh(Math.abs(deviationRatio) - bandRatio)
      misses.push(
        index === 0
          ? { kind: 'band', territory, deviationRatio, bandRatio }
          : { kind: 'limit', limit: index - 1, territory, deviationRatio, bandRatio }
      )
    }
    if (index > 0) return
    problem.territories.forEach(({ maxLoad }, territory) => {
      const load = carried[territory]!
      if (maxLoad === null || load <= maxLoad + roundingRatio * load) return
      violation += weigh((load - maxLoad) / measure.targets[territory]!)
      misses.push({ kind: 'maxLoad', territory, load, maxLoad })
    })
  })

  task.moves.forEach(({ weights, most }, limit) => {
    let [moved, total] = [0, 0]
    for (let unit = 0; unit < unitCount; unit += 1) {
      total += weights[unit]!
      const today = task.current[unit]!
      if (today >= 0 && assigned[unit] !== today) moved += weights[unit]!
    }
    if (moved <= most + roundingRatio * total) return
    const maxRatio = problem.moveLimits[limit]!.maxRatio
    violation += weigh(moved / total - maxRatio)
    misses.push({ kind: 'moves', limit, movedRatio: moved / total, maxRatio })
  })
  for (let unit = 0; unit < unitCount; unit += 1) if (placeable[unit] === 0) misses.push({ kind: 'noTerritory', unit })
  return { cost, misses, violation }
}

/** One territory far beyond its limit is worse than two half as far. */
const weigh = (ratio: number): number => ratio * (1 + ratio)

/** Amount over target, minus 1; 0 when there is nothing of the measure at all. */
function deviation({ targets }: PricedMeasure, territory: number, amount: number): number {
  return targets[territory]! > 0 ? amount / targets[territory]! - 1 : 0
}
