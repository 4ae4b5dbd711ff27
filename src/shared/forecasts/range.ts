// The ranges around a forecast: from the method's past errors by the published formula, or, where those are too few, from the
// spread of the values by a rule that is wide on purpose. Methods that know their own ends keep them. Which of these it is is always said.
import { normalQuantile } from '#shared/math/normal-quantile.ts'
import { studentTQuantile } from '#shared/math/student-t-quantile.ts'
import { rangeOfSum } from './automatic/ranges.ts'
import type { RangeStep } from './automatic/types.ts'
import type { RangeBasis } from './method-types.ts'
import type { BellSpread, EndsSpread, MethodForecast } from './methods/method.ts'

/** Fewer past errors than this can't tell their own size. */
export const fewestErrors = 4

/** How far the ends lie from the middle, each 0 or more, in the unit of the values. */
export interface Reach {
  down95: number
  down80: number
  up80: number
  up95: number
}

export interface ForecastRanges {
  basis: RangeBasis
  steps: readonly (Reach | null)[]
  /** The reach of the sum of the steps `from` to `to` (from 1, both included). */
  sumOf: (from: number, to: number) => Reach | null
}

/**
 * Gives the 80 % and 95 % ranges of every step and of sums of steps, as distances from the middle.
 *
 * A method with ends of its own keeps them. Otherwise, with four past errors or more: the method's standard error times the normal quantile
 * (Student's t where the method says so), as published. With fewer: the spread rule, t(n − 1)·s·√2, where s is the standard deviation of the
 * n values. It is how far two values drawn from such a spread lie apart, the season being counted as chance because one season can't be told
 * from it. The wider of the two is taken where both exist. Under the spread rule a sum's reach is the sum of the reaches, as if all
 * periods missed on the same side. A single value gives no range.
 *
 * @param forecast what a method answered
 * @param values the values it was made from, same unit
 * @returns distances in the unit of the values
 * @missing null and basis 'none' with fewer than two values
 * @source R. J. Hyndman and G. Athanasopoulos, "Forecasting: Principles and Practice", 3rd ed. (2021), section 5.5, for the errors; the
 *   spread rule is the prediction interval of a difference of two draws of a normal sample with estimated variance
 * @example findRanges(seasonalNaive.forecast({ values: [1, 2, 3, 4], seasonLength: 4, horizon: 1 }), [1, 2, 3, 4]).basis // 'spread'
 */
export function findRanges(forecast: MethodForecast, values: readonly number[]): ForecastRanges {
  const { spread } = forecast
  if (spread?.kind === 'ends') return ownRanges(forecast.middle, spread)
  const published = spread && publishedRanges(spread)
  if (published && forecast.errorCount >= fewestErrors) return published
  const ofValues = reachOfSpread(values)
  if (!ofValues) return { basis: 'none', steps: forecast.middle.map(() => null), sumOf: () => null }
  const steps = forecast.middle.map((_, at) => widest(ofValues, published?.steps[at] ?? null))
  return { basis: 'spread', steps, sumOf: (from, to) => steps.slice(from - 1, to).reduce(addReach) }
}

function ownRanges(middle: readonly number[], { basis, steps, correlations }: EndsSpread): ForecastRanges {
  const away = (value: number, { low95, low80, high80, high95 }: RangeStep): Reach => ({
    down95: Math.max(0, value - low95),
    down80: Math.max(0, value - low80),
    up80: Math.max(0, high80 - value),
    up95: Math.max(0, high95 - value)
  })
  return {
    basis,
    steps: middle.map((value, at) => {
      const step = steps[at]
      return step ? away(value, step) : null
    }),
    sumOf: (from, to) => {
      const sum = rangeOfSum({ middle, ranges: steps, correlations }, from, to)
      return sum.range && away(sum.middle, sum.range)
    }
  }
}

function publishedRanges({ standardErrors, sumStandardError, degrees }: BellSpread): ForecastRanges {
  const reach = (coverage: number) =>
    degrees === null ? normalQuantile(0.5 + coverage / 2) : studentTQuantile(0.5 + coverage / 2, degrees)
  const [reach80, reach95] = [reach(0.8), reach(0.95)]
  const around = (error: number) => evenly(reach80 * error, reach95 * error)
  return { basis: 'errors', steps: standardErrors.map(around), sumOf: (from, to) => around(sumStandardError(from, to)) }
}

function reachOfSpread(values: readonly number[]): Reach | null {
  const count = values.length
  if (count < 2) return null
  const mean = values.reduce((sum, value) => sum + value, 0) / count
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const apart = Math.sqrt((2 * squares) / (count - 1))
  return evenly(studentTQuantile(0.9, count - 1) * apart, studentTQuantile(0.975, count - 1) * apart)
}

const evenly = (half80: number, half95: number): Reach => ({
  down95: half95,
  down80: half80,
  up80: half80,
  up95: half95
})

const addReach = (one: Reach, other: Reach): Reach => ({
  down95: one.down95 + other.down95,
  down80: one.down80 + other.down80,
  up80: one.up80 + other.up80,
  up95: one.up95 + other.up95
})

function widest(one: Reach, other: Reach | null): Reach {
  if (!other) return one
  return {
    down95: Math.max(one.down95, other.down95),
    down80: Math.max(one.down80, other.down80),
    up80: Math.max(one.up80, other.up80),
    up95: Math.max(one.up95, other.up95)
  }
}
