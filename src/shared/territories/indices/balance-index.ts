// The shape of a figure that says how even territories are.
import type { IndexId } from '../types.ts'

export interface BalanceInput {
  /** One value per territory, 0 or more, at least one above 0. */
  readonly values: readonly number[]
  /** What each is to carry relative to the others, above 0, in the same order; absent: all the same. */
  readonly capacities?: readonly number[] | undefined
  /** How far from the mean still counts as even, 0.15 for 15 %. */
  readonly bandRatio: number
}

export interface BalanceIndex {
  readonly id: IndexId
  /** How the figure is shown: 0 to 1 as per cent, a plain number, or points out of 100. */
  readonly unit: 'ratio' | 'number' | 'points'
  /** Undefined where the figure has no meaning for these values. */
  readonly compute: (input: BalanceInput) => number | undefined
}
