// Mean absolute deviation from the mean, in proportion to the mean.
import { mean } from '#shared/math/mean.ts'
import { sum } from '#shared/math/sum.ts'
import type { BalanceIndex } from './balance-index.ts'

/**
 * Finds how far values lie from their mean on average, in proportion to it: Σ |x − μ| / (n·μ).
 *
 * @param values 0 or more each
 * @returns 0 to 2, as a ratio of the mean
 * @missing undefined without values or when all are 0
 * @source see meanDeviation
 * @example findMeanDeviation([]) // undefined
 */
export function findMeanDeviation(values: readonly number[]): number | undefined {
  const middle = mean(values)
  if (middle === undefined || middle === 0) return undefined
  return sum(values.map((value) => Math.abs(value - middle))) / (values.length * middle)
}

/**
 * Gives how far territories lie from the mean on average: Σ |x − μ| / (n·μ).
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
  compute: ({ values }) => findMeanDeviation(values)
}
