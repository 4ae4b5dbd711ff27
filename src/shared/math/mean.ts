// The arithmetic mean.
import { sum } from './sum.ts'

/**
 * Gives the arithmetic mean.
 *
 * @param values finite numbers in one unit
 * @returns their mean, in the same unit
 * @missing undefined for an empty list
 * @example mean([1, 2, 6]) // 3
 */
export function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : sum(values) / values.length
}
