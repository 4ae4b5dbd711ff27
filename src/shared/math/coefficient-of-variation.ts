// The spread of a list in proportion to its size, to compare lists of different sizes.
import { mean } from './mean.ts'
import { standardDeviation } from './standard-deviation.ts'

/**
 * Gives the standard deviation as a share of the mean.
 *
 * @param values finite numbers in one unit
 * @returns a ratio, 0 or more
 * @missing undefined for fewer than two values, or when the mean is 0
 * @example coefficientOfVariation([90, 100, 110]) // 0.1
 */
export function coefficientOfVariation(values: readonly number[]): number | undefined {
  const middle = mean(values)
  const spread = standardDeviation(values)
  return middle === undefined || spread === undefined || middle === 0 ? undefined : spread / Math.abs(middle)
}
