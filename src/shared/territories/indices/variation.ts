// The coefficient of variation: the spread of the territories in proportion to their mean.
import { mean } from '#shared/math/mean.ts'
import { sum } from '#shared/math/sum.ts'
import type { BalanceIndex } from './balance-index.ts'
import { overTargets } from './over-targets.ts'

/**
 * Gives σ / μ of the values over their targets, with the standard deviation of a whole population: the territories are all there are, not a
 * sample.
 *
 * @param input one value per territory
 * @returns 0 or more
 * @missing undefined without values or when all are 0
 * @source K. Pearson, "Mathematical contributions to the theory of evolution III", Philosophical Transactions A 187 (1896)
 * @example variation.compute({ values: [80, 95, 100, 105, 120], bandRatio: 0.15 }) // 0.130384048104053
 */
export const variation: BalanceIndex = {
  id: 'variation',
  unit: 'number',
  compute: (input) => {
    const ratios = overTargets(input)?.ratios ?? []
    const middle = mean(ratios)
    if (middle === undefined || middle === 0) return undefined
    return Math.sqrt(sum(ratios.map((ratio) => (ratio - middle) ** 2)) / ratios.length) / middle
  }
}
