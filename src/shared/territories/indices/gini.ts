// The Gini coefficient of the territories.
import { gini as giniOf } from '#shared/math/gini.ts'
import type { BalanceIndex } from './balance-index.ts'
import { overTargets } from './over-targets.ts'

/**
 * Gives the Gini coefficient: Σ (2i − n − 1)·x(i) / (n·Σx) over the values, each over its target, in order of size.
 *
 * @param input one value per territory
 * @returns 0 (all equal) to 1 − 1/n (all in one)
 * @missing undefined without values or when all are 0
 * @source C. Gini, "Variabilità e mutabilità" (1912); the sorted form in any text on inequality
 * @example gini.compute({ values: [80, 95, 100, 105, 120], bandRatio: 0.15 }) // 0.072
 */
export const gini: BalanceIndex = {
  id: 'gini',
  unit: 'number',
  compute: (input) => giniOf(overTargets(input)?.ratios ?? [])
}
