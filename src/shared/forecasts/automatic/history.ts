// What of a history is used: the latest of a very long one; and whether it changes at all.

/** Older values say nothing about the coming periods that the later ones don't. */
const mostValues = 400
const mostSeasons = 10

/**
 * Takes the latest values of a long history.
 *
 * @param values the history, oldest first
 * @param seasonLength periods of a season
 * @returns at most 400 values, or ten seasons where that is more, and how many older ones are left away
 * @source a choice: with 400 values the oldest weigh below one in a thousand in any smoothing quicker than 0.02
 * @example latestOf([1, 2, 3], 4) // { values: [1, 2, 3], left: 0 }
 */
export function latestOf(values: readonly number[], seasonLength: number): { values: readonly number[]; left: number } {
  const left = Math.max(0, values.length - Math.max(mostValues, mostSeasons * seasonLength))
  return { values: left === 0 ? values : values.slice(left), left }
}

/**
 * Tells whether all values are the same, but for rounding.
 *
 * @param values any unit
 * @returns whether they are
 * @missing true without a value
 * @source arithmetic
 * @example isConstant([5, 5]) // true
 */
export function isConstant(values: readonly number[]): boolean {
  let [least, most] = [values[0] ?? 0, values[0] ?? 0]
  for (const value of values) {
    if (value < least) least = value
    if (value > most) most = value
  }
  return most - least <= 1e-12 * Math.max(Math.abs(least), Math.abs(most))
}
