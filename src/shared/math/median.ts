// The median.
import { quantile } from './quantile.ts'

/**
 * Gives the middle value, or the mean of the two in the middle.
 *
 * @param values finite numbers in one unit, in any order
 * @returns the median, in the same unit
 * @missing undefined for an empty list
 * @example median([5, 1, 3, 2]) // 2.5
 */
export function median(values: readonly number[]): number | undefined {
  return quantile(values, 0.5)
}
