// The spread of a list around its mean.
import { mean } from './mean.ts'
import { sum } from './sum.ts'

/**
 * Gives the standard deviation of a sample (divided by n - 1), as R's `sd` and Excel's STDEV.S.
 *
 * @param values finite numbers in one unit
 * @returns the standard deviation, in the same unit, 0 or more
 * @missing undefined for fewer than two values: one value says nothing about spread
 * @source Welford (1962) avoids cancellation in one pass; two passes around the mean do as well and read better
 * @example standardDeviation([2, 4, 4, 4, 5, 5, 7, 9]) // 2.138089935299395
 */
export function standardDeviation(values: readonly number[]): number | undefined {
  const middle = mean(values)
  if (middle === undefined || values.length < 2) return undefined
  return Math.sqrt(sum(values.map((value) => (value - middle) ** 2)) / (values.length - 1))
}
