// The shape of a forecasting method: what it is given and what it must answer, so that ranges, totals and back-tests need not know which it is.
import type { RangeStep } from '../automatic/types.ts'
import type { MethodExplanation, MethodId, RangeBasis } from '../method-types.ts'

/** A number that sales may follow, with its values in the past periods and in the coming ones; null where none is known. */
export interface KnownDriver {
  readonly id: string
  readonly past: readonly (number | null)[]
  readonly future: readonly (number | null)[]
}

export interface MethodInput {
  /** One value per period, oldest first, no gaps. Any unit. */
  readonly values: readonly number[]
  /** Periods per year: 4 for quarters, 12 for months, 52 for weeks, 1 for none. */
  readonly seasonLength: number
  /** How many periods ahead, at least 1. */
  readonly horizon: number
  /** For the regression alone; each as long as the values and, ahead, as the horizon. */
  readonly drivers?: readonly KnownDriver[] | undefined
}

/** Errors of one size on both sides of the middle. */
export interface BellSpread {
  readonly kind: 'bell'
  /** One standard error per step. */
  readonly standardErrors: readonly number[]
  /** The standard error of the sum of the steps `from` to `to` (from 1, both included). */
  readonly sumStandardError: (from: number, to: number) => number
  /** Degrees of freedom of Student's t; null for the normal distribution. */
  readonly degrees: number | null
}

/** Ends of ranges that need not lie evenly around the middle. */
export interface EndsSpread {
  readonly kind: 'ends'
  readonly basis: RangeBasis
  readonly steps: readonly RangeStep[]
  /** How the errors of steps go together, -1 to 1, a row a step. */
  readonly correlations: readonly (readonly number[])[]
}

export interface MethodForecast {
  /** The middle of each coming period, in the unit of the values. */
  readonly middle: readonly number[]
  /** Null when there is nothing to learn a range from. */
  readonly spread: BellSpread | EndsSpread | null
  /** Root mean square of the past one-step errors; null without any, and where the range doesn't stand on them. */
  readonly errorSize: number | null
  readonly errorCount: number
  /** For each step, the positions in `values` that the middle is made from. */
  readonly sources: readonly (readonly number[])[]
  readonly explanation: MethodExplanation | null
  /** Positions of values that were drawn in, and how many of the oldest were left away. */
  readonly outliers?: readonly number[]
  readonly oldLeftOut?: number
  /** True where the method has drawn ends or middles up to zero itself. */
  readonly isCutAtZero?: boolean
}

export interface ForecastMethod {
  readonly id: MethodId
  /** The fewest values the method can work with; null where a season of this length is of no use to it. */
  readonly needs: (seasonLength: number) => number | null
  readonly forecast: (input: MethodInput) => MethodForecast
}

/** All positions, for methods that look at the whole history. */
export function allSources({ values, horizon }: MethodInput): number[][] {
  const all = values.map((_, at) => at)
  return Array.from({ length: horizon }, () => all)
}
