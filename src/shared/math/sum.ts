// Sums of lists.

/**
 * Adds up numbers without losing the small ones beside large ones.
 *
 * @param values finite numbers in one unit
 * @returns their sum; 0 for none
 * @source Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen" (1974)
 * @example sum([1e16, 1, -1e16]) // 1
 */
export function sum(values: readonly number[]): number {
  let total = 0
  let lost = 0
  for (const value of values) {
    const next = total + value
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total
    total = next
  }
  return total + lost
}
