// Quantiles of a list of numbers.

/**
 * Gives the value below which a share of the list lies, interpolated between neighbours (type 7, as R and Excel do).
 *
 * @param values finite numbers in one unit, in any order
 * @param share 0 to 1: 0 is the least, 0.5 the median, 1 the greatest
 * @returns the quantile, in the same unit
 * @errors RangeError for a share outside 0 to 1
 * @missing undefined for an empty list
 * @source Hyndman & Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996), definition 7
 * @example quantile([1, 2, 3, 4], 0.25) // 1.75
 */
export function quantile(values: readonly number[], share: number): number | undefined {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`A share lies between 0 and 1, not ${share}`)
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const below = sorted[Math.floor(at)]
  const above = sorted[Math.ceil(at)]
  if (below === undefined || above === undefined) return undefined
  return below + (above - below) * (at - Math.floor(at))
}
