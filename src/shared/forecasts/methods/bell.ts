// The spread of errors of one size on both sides, for single steps and for sums of them.
import type { BellSpread } from './method.ts'

/**
 * Makes a spread from standard errors and how they go together.
 *
 * @param standardErrors one a step, in the unit of the values
 * @param correlations of the steps' errors, -1 to 1, a row a step
 * @returns the spread, normal
 * @source variance of a sum of dependent variables
 * @example bellOf([3, 4], [[1, 0], [0, 1]]).sumStandardError(1, 2) // 5
 */
export function bellOf(standardErrors: readonly number[], correlations: readonly (readonly number[])[]): BellSpread {
  return {
    kind: 'bell',
    degrees: null,
    standardErrors,
    sumStandardError: (from, to) => {
      let square = 0
      for (let i = from - 1; i < to; i += 1)
        for (let j = from - 1; j < to; j += 1)
          square += (standardErrors[i] ?? 0) * (standardErrors[j] ?? 0) * (correlations[i]?.[j] ?? 0)
      return Math.sqrt(Math.max(0, square))
    }
  }
}
