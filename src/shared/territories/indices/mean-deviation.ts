// Mean absolute deviation from the mean, in proportion to the mean.
import { sum } from '#shared/math/sum.ts'
import type { BalanceIndex } from './balance-index.ts'
import { overTargets } from './over-targets.ts'

/**
 * Gives how far territories lie from their targets on average: Σ share·|x/target − 1|, which is Σ |x − μ| / (n·μ) with equal targets.
 *
 * @param input one value per territory
 * @returns 0 to 2, as a ratio of the mean
 * @missing undefined without values or when all are 0
 * @source the mean absolute deviation about the mean, divided by the mean (relative mean deviation)
 * @example meanDeviation.compute({ values: [80, 95, 100, 105, 120], bandRatio: 0.15 }) // 0.1
 */
export const meanDeviation: BalanceIndex = {
  id: 'meanDeviation',
  unit: 'ratio',
  compute: (input) => {
    const found = overTargets(input)
    return found && sum(found.ratios.map((ratio, at) => (found.shares[at] ?? 0) * Math.abs(ratio - 1)))
  }
}
