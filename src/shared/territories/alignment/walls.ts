// How steep the walls at the limits are: for annealing near what the limits are worth, for mending steeper than anything else.
import type { Candidates, PricingTask } from './candidates.ts'
import type { Prices } from './prices.ts'

/** What one more beyond a limit costs. */
export interface Walls {
  /** Measure by measure, one slope a territory. */
  readonly amounts: Float64Array
  /** By limit on moves. */
  readonly moves: Float64Array
}

/** Slopes of the size of the prices, nowhere flat: a limit that costs nothing now may cost something after a few changes. */
export function priceWalls(task: PricingTask, { prices, candidates }: Prices): Walls {
  const { territoryCount, measures } = task
  const spread = spreadOf(task, candidates)
  const amounts = prices.amounts.map(Math.abs)
  measures.forEach((measure, index) => {
    const part = amounts.subarray(index * territoryCount, (index + 1) * territoryCount)
    const typical = part.reduce((sum, price) => sum + price, 0) / territoryCount
    const total = measure.amounts.reduce((sum, amount) => sum + amount, 0)
    const least = 0.3 * typical + 0.1 * (total > 0 ? spread / total : 0) + measure.penalty
    for (let at = 0; at < territoryCount; at += 1) part[at]! += least
  })
  const moves = Float64Array.from(task.moves, ({ weights }, limit) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    return prices.moves[limit]! + 0.1 * (total > 0 ? spread / total : 0)
  })
  return { amounts, moves }
}

/** Slopes so steep that keeping a limit outweighs any cost. */
export function steepWalls(task: PricingTask, { candidates, prices }: Prices): Walls {
  let most = 1
  for (let unit = 0; unit < task.unitCount; unit += 1) {
    let dearest = 0
    for (let slot = unit * candidates.width; slot < (unit + 1) * candidates.width; slot += 1)
      if (candidates.territories[slot]! >= 0) dearest = Math.max(dearest, candidates.costs[slot]!)
    most += dearest
  }
  for (const { targets, penalty } of task.measures) for (const target of targets) most += 2 * penalty * target
  // So far beyond any cost that even spreading a miss more evenly outweighs it.
  most *= 1_000
  const amounts = new Float64Array(prices.amounts.length)
  task.measures.forEach(({ targets }, measure) => {
    targets.forEach((target, at) => {
      amounts[measure * task.territoryCount + at] = target > 0 ? most / target : most
    })
  })
  return {
    amounts,
    moves: Float64Array.from(task.moves, ({ weights }) => {
      const total = weights.reduce((sum, weight) => sum + weight, 0)
      return total > 0 ? most / total : most
    })
  }
}

/** What it would cost to send every unit to its second-best territory. */
function spreadOf(task: PricingTask, { width, territories, costs }: Candidates): number {
  let spread = 0
  for (let unit = 0; unit < task.unitCount; unit += 1)
    if (width > 1 && territories[unit * width + 1]! >= 0)
      spread += Math.abs(costs[unit * width + 1]! - costs[unit * width]!)
  return spread
}
