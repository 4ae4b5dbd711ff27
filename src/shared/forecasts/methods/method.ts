// The shape of a forecasting method: what it is given and what it must answer, so that ranges, totals and back-tests need not know which it is.
import type { MethodId } from '../types.ts'

export interface MethodInput {
  /** One value per period, oldest first, no gaps. Any unit. */
  readonly values: readonly number[]
  /** Periods per year: 4 for quarters, 12 for months, 1 for none. */
  readonly seasonLength: number
  /** How many periods ahead, at least 1. */
  readonly horizon: number
}

export interface MethodForecast {
  /** The middle of each coming period, in the unit of the values. */
  readonly middle: readonly number[]
  /** One standard error per step; null when there is no past error to learn from. */
  readonly standardErrors: readonly number[] | null
  /** The standard error of the sum of the steps `from` to `to` (from 1, both included); null as above. */
  readonly sumStandardError: ((from: number, to: number) => number) | null
  /** Root mean square of the past one-step errors; null as above. */
  readonly errorSize: number | null
  readonly errorCount: number
  /** Degrees of freedom of the range's t distribution; null for the normal one. */
  readonly degrees: number | null
  /** For each step, the positions in `values` that the middle is made from. */
  readonly sources: readonly (readonly number[])[]
}

export interface ForecastMethod {
  readonly id: MethodId
  /** The fewest values the method can work with. */
  readonly needs: (seasonLength: number) => number
  readonly forecast: (input: MethodInput) => MethodForecast
}
