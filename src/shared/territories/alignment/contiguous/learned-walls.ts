// Walls that learn during a search: those of a limit that is missed step after step get steeper, and flatter again once it is kept. A territory
// that is short of load and has only others short of load beside it draws so through them from afar.
import type { Plan } from '../plan.ts'
import type { Walls } from '../walls.ts'

export interface LearnedWalls {
  /** How many times steeper than its base each wall has become, 1 or more: amounts as in a plan, then moves. */
  readonly amounts: Float64Array
  readonly moves: Float64Array
}

/** Per step by how much a missed limit's wall grows and a kept one's shrinks. */
const [growth, shrinkage] = [1.03, 0.98]
/** How much steeper than its base a wall can become. */
const steepest = 1e6

export const flatWalls = (base: Walls): LearnedWalls => ({
  amounts: new Float64Array(base.amounts.length).fill(1),
  moves: new Float64Array(base.moves.length).fill(1)
})

/**
 * Sets a plan's walls, and learns from what it misses.
 *
 * @param plan its walls are set
 * @param base slopes near what the limits are worth
 * @param learned changed by what the plan misses now
 * @param slope by how much all walls are steeper than their base
 */
export function setLearnedWalls(plan: Plan, base: Walls, learned: LearnedWalls, slope: number): void {
  const { task, carried, moved } = plan
  const { territoryCount } = task
  const learn = (factor: number, isMissed: boolean): number =>
    isMissed ? Math.min(steepest, factor * growth) : Math.max(1, factor * shrinkage)
  task.measures.forEach(({ lows, highs, targets }, measure) => {
    for (let at = 0; at < territoryCount; at += 1) {
      const slot = measure * territoryCount + at
      const slack = 1e-9 * targets[at]!
      const isMissed = carried[slot]! > highs[at]! + slack || carried[slot]! < lows[at]! - slack
      learned.amounts[slot] = learn(learned.amounts[slot]!, isMissed)
      plan.walls[slot] = slope * base.amounts[slot]! * learned.amounts[slot]!
    }
  })
  task.moves.forEach(({ most }, limit) => {
    learned.moves[limit] = learn(learned.moves[limit]!, moved[limit]! > most * (1 + 1e-9))
    plan.moveWalls[limit] = slope * base.moves[limit]! * learned.moves[limit]!
  })
}
