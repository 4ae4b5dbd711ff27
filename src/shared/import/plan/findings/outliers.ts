// Amounts that stand far out of line, told by the middle of the others and not by their mean: one wrong amount doesn't hide itself.

/** Fewer amounts than these say nothing about what is usual. */
export const fewestForOutliers = 20
const mostUsual = 3.5
/** Turns the median of the absolute deviations into a standard deviation, for values that are spread normally. */
const normalShare = 0.6745

/**
 * Gives how far amounts lie from the middle of their logarithms, in robust standard deviations.
 *
 * @param amounts amounts above 0 in one unit; at least 20
 * @returns one score an amount, in the same order, negative below the middle
 * @missing undefined for fewer than 20 amounts, and where more than half are the same: then nothing says how far is far
 * @source Iglewicz & Hoaglin, "How to Detect and Handle Outliers" (ASQC, 1993): modified z-score, outliers above 3.5
 * @example robustScores(amounts)?.findIndex((score) => Math.abs(score) > 3.5)
 */
export function robustScores(amounts: readonly number[]): number[] | undefined {
  if (amounts.length < fewestForOutliers) return undefined
  const logs = Float64Array.from(amounts, (amount) => Math.log(amount))
  const middle = middleOf(logs)
  const spread = middleOf(logs.map((log) => Math.abs(log - middle)))
  if (spread === 0) return undefined
  return Array.from(logs, (log) => (normalShare * (log - middle)) / spread)
}

/** The median; sorting numbers in an array of their own kind takes a fraction of the time that a list would. */
function middleOf(values: Float64Array): number {
  const sorted = values.slice().sort()
  const half = sorted.length >> 1
  const upper = sorted[half] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2
}

/** Whether a score is far out of line. @example isOutlier(4) // true */
export const isOutlier = (score: number): boolean => Math.abs(score) > mostUsual
