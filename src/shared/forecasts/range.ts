// The ranges around a forecast: from the method's past errors by the published formula, or, where those are too few, from the
// spread of the values by a rule that is wide on purpose. Which of the two is always said.
import { normalQuantile } from '#shared/math/normal-quantile.ts'
import { studentTQuantile } from '#shared/math/student-t-quantile.ts'
import type { MethodForecast } from './methods/method.ts'
import type { RangeBasis } from './types.ts'

/** Fewer past errors than this can't tell their own size. */
export const fewestErrors = 4

/** Half the width of a range, in the unit of the values. */
export interface HalfWidths {
  half80: number
  half95: number
}

export interface ForecastRanges {
  basis: RangeBasis
  steps: readonly (HalfWidths | null)[]
  /** Half widths of the sum of the steps `from` to `to` (from 1, both included). */
  sumOf: (from: number, to: number) => HalfWidths | null
}

/**
 * Gives the half widths of the 80 % and 95 % ranges of every step and of sums of steps.
 *
 * With four past errors or more: the method's standard error times the normal quantile (Student's t for the mean), as published. With
 * fewer: the spread rule, t(n − 1)·s·√2, where s is the standard deviation of the n values. It is how far two values drawn from such
 * a spread lie apart, the season being counted as chance because one season can't be told from it. The wider of the two
 * is taken where both exist. Under the spread rule a sum's half width is the sum of the half widths, as if all
 * periods missed on the same side. A single value gives no range.
 *
 * @param forecast what a method answered
 * @param values the values it was made from, same unit
 * @returns half widths in the unit of the values
 * @missing null half widths and basis 'none' with fewer than two values
 * @source R. J. Hyndman and G. Athanasopoulos, "Forecasting: Principles and Practice", 3rd ed. (2021), section 5.5, for the errors; the
 *   spread rule is the prediction interval of a difference of two draws of a normal sample with estimated variance
 * @example findRanges(seasonalNaive.forecast({ values: [1, 2, 3, 4], seasonLength: 4, horizon: 1 }), [1, 2, 3, 4]).basis // 'spread'
 */
export function findRanges(forecast: MethodForecast, values: readonly number[]): ForecastRanges {
  const published = publishedRanges(forecast)
  if (published && forecast.errorCount >= fewestErrors) return published
  const spread = spreadWidths(values)
  if (!spread) return { basis: 'none', steps: forecast.middle.map(() => null), sumOf: () => null }
  const steps = forecast.middle.map((_, at) => wider(spread, published?.steps[at] ?? null))
  return {
    basis: 'spread',
    steps,
    sumOf: (from, to) =>
      steps
        .slice(from - 1, to)
        .reduce<HalfWidths>((sum, step) => ({ half80: sum.half80 + step.half80, half95: sum.half95 + step.half95 }), {
          half80: 0,
          half95: 0
        })
  }
}

function publishedRanges(forecast: MethodForecast): ForecastRanges | null {
  const { standardErrors, sumStandardError, degrees } = forecast
  if (!standardErrors || !sumStandardError) return null
  const reach = (coverage: number) =>
    degrees === null ? normalQuantile(0.5 + coverage / 2) : studentTQuantile(0.5 + coverage / 2, degrees)
  const reach80 = reach(0.8)
  const reach95 = reach(0.95)
  const widths = (error: number) => ({ half80: reach80 * error, half95: reach95 * error })
  return { basis: 'errors', steps: standardErrors.map(widths), sumOf: (from, to) => widths(sumStandardError(from, to)) }
}

function spreadWidths(values: readonly number[]): HalfWidths | null {
  const count = values.length
  if (count < 2) return null
  const mean = values.reduce((sum, value) => sum + value, 0) / count
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const apart = Math.sqrt((2 * squares) / (count - 1))
  return { half80: studentTQuantile(0.9, count - 1) * apart, half95: studentTQuantile(0.975, count - 1) * apart }
}

function wider(one: HalfWidths, other: HalfWidths | null): HalfWidths {
  if (!other) return one
  return { half80: Math.max(one.half80, other.half80), half95: Math.max(one.half95, other.half95) }
}
