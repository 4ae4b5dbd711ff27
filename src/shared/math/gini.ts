// How unevenly something is shared.
import { sum } from './sum.ts'

/**
 * Gives the Gini coefficient: 0 when all have the same, towards 1 when one has everything.
 *
 * For n values the greatest possible is (n - 1) / n.
 *
 * @param values what each has, 0 or more, in one unit
 * @returns a ratio from 0 to below 1
 * @errors RangeError for a negative value
 * @missing undefined for an empty list or when nobody has anything
 * @source Gini (1912); formula over sorted values as in Cowell, "Measuring Inequality", 3rd ed. (2011), appendix A
 * @example gini([1, 1, 2, 4]) // 0.3125
 */
export function gini(values: readonly number[]): number | undefined {
  if (values.some((value) => value < 0)) throw new RangeError('A share of something is 0 or more')
  const sorted = [...values].sort((a, b) => a - b)
  const total = sum(sorted)
  if (total === 0) return undefined
  const n = sorted.length
  const ranked = sum(sorted.map((value, at) => (2 * (at + 1) - n - 1) * value))
  return ranked / (n * total)
}
