// An alignment problem as numbers in a row: distances, limits and targets of every territory, ready for prices and search.
import type { PricedMeasure, PricedMoves, PricingTask } from './candidates.ts'
import { measureDistances } from './distances.ts'
import type { AlignmentProblem } from './problem.ts'

/** What the optimiser works on; what must not be (locks, forbidden pairs) costs Infinity in `task.matrix`. */
export interface Instance {
  readonly problem: AlignmentProblem
  readonly task: PricingTask
  /** Units that may go somewhere: the others stay without a territory. */
  readonly placeable: Uint8Array
}

/**
 * Turns an alignment problem into arrays.
 *
 * A unit that is locked into a territory it must not be in may go nowhere: both rules hold.
 *
 * @param problem units, territories and what must hold
 * @returns km by unit and territory with Infinity for what must not be, limits by measure (the load first), limits on moves
 * @missing a place that isn't known makes distance 0
 */
export function buildInstance(problem: AlignmentProblem): Instance {
  const { units, territories, weights } = problem
  const [unitCount, territoryCount] = [units.length, territories.length]
  const matrix = measureDistances(
    units.map(({ place }) => place),
    territories.map(({ base }) => base)
  )
  for (const [unit, territory] of problem.forbidden)
    matrix[unit * territoryCount + territory] = Number.POSITIVE_INFINITY
  const placeable = new Uint8Array(unitCount)
  units.forEach(({ isLocked, current }, unit) => {
    for (let at = 0; at < territoryCount; at += 1) {
      const slot = unit * territoryCount + at
      if (isLocked && current !== at) matrix[slot] = Number.POSITIVE_INFINITY
      else if (matrix[slot] !== Number.POSITIVE_INFINITY) placeable[unit] = 1
    }
  })
  const loads = Float64Array.from(units, ({ load }) => load)
  const ceilings = territories.map(({ maxLoad }) => maxLoad ?? Number.POSITIVE_INFINITY)
  const total = loads.reduce((sum, load) => sum + load, 0)
  // 100 minus the balance index is 50 x sum of |load - target| / total load.
  const penalty = total > 0 ? (50 * weights.imbalance) / total : 0
  const measures = [
    limitMeasure(problem, loads, problem.bandRatio, ceilings, penalty),
    ...problem.limits.map(({ bandRatio }, limit) =>
      limitMeasure(
        problem,
        Float64Array.from(units, ({ others }) => others[limit] ?? 0),
        bandRatio,
        null,
        0
      )
    )
  ]
  const moves = problem.moveLimits.map(({ maxRatio }, limit): PricedMoves => {
    const amounts = Float64Array.from(units, ({ moveWeights }) => moveWeights[limit] ?? 1)
    return { weights: amounts, most: maxRatio * amounts.reduce((sum, amount) => sum + amount, 0) }
  })
  return {
    problem,
    placeable,
    task: {
      unitCount,
      territoryCount,
      matrix,
      factors: Float64Array.from(units, ({ visits }) => weights.visitKm * visits + weights.km),
      current: Int32Array.from(units, ({ current }) => current ?? -1),
      moveCosts:
        weights.disruption === 0
          ? null
          : Float64Array.from(units, ({ moveWeights }) => weights.disruption * (moveWeights[0] ?? 1)),
      measures,
      moves
    }
  }
}

function limitMeasure(
  { territories }: AlignmentProblem,
  amounts: Float64Array,
  bandRatio: number | null,
  ceilings: readonly number[] | null,
  penalty: number
): PricedMeasure {
  const total = amounts.reduce((sum, amount) => sum + amount, 0)
  const capacity = territories.reduce((sum, territory) => sum + territory.capacity, 0)
  const targets = Float64Array.from(territories, (territory) => (total * territory.capacity) / capacity)
  const highs = targets.map((target, at) =>
    Math.min(bandRatio === null ? total : Math.min(total, target * (1 + bandRatio)), ceilings?.[at] ?? total)
  )
  const lows = targets.map((target, at) =>
    bandRatio === null ? 0 : Math.max(0, Math.min(highs[at]!, target * (1 - bandRatio)))
  )
  return { amounts, lows, targets, highs, penalty }
}
