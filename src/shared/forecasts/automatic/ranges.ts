// The 80 % and 95 % ranges of an automatic forecast.
import { studentTQuantile } from '#shared/math/student-t-quantile.ts'
import type { Predictive } from './members.ts'
import type { AutomaticForecast, RangeStep } from './types.ts'

/** One number for each end of the two ranges. */
type Ends = readonly [low95: number, low80: number, high80: number, high95: number]
const probabilities: Ends = [0.025, 0.1, 0.9, 0.975]
/** A mixture of wide and narrow bells is slimmer within one and a half standard errors than one bell of its variance, and wider beyond. */
const slimmer: Ends = [1, 0.97, 0.97, 1]

/**
 * Puts the ranges of averaged smoothing around the middle of the combination.
 *
 * Each end is the mean of the ends that smoothing of the values and of their logs give, moved with the middle. Student's t takes the place of
 * the normal distribution with half as many degrees of freedom as there are values, since the errors' size is estimated, and a model chosen by
 * the same values looks better than it is.
 *
 * @param middle the combination
 * @param predictives what averaged smoothing says, at least one
 * @param count how many values there are
 * @returns ranges in the unit of the values
 * @source ends are averaged as quantiles: K. C. Lichtendahl, Y. Grushka-Cockayne, R. L. Winkler, "Is it better to average probabilities or
 *   quantiles?", Management Science 59 (2013); why ranges must allow for the choice of the model: C. Chatfield, "Calculating interval forecasts",
 *   Journal of Business & Economic Statistics 11 (1993)
 * @example rangesAround([10], [{ middle: [10], errors: [1], correlations: [[1]], isLog: false }], 1e6)[0]?.high95 // 11.96
 */
export function rangesAround(
  middle: readonly number[],
  predictives: readonly Predictive[],
  count: number
): RangeStep[] {
  const degrees = Math.max(3, Math.floor(count / 2))
  const widening = 1 + 1 / count
  const reaches = probabilities.map((each, at) => (slimmer[at] ?? 1) * widening * studentTQuantile(each, degrees))
  return middle.map((value, step) => {
    const [low95 = 0, low80 = 0, high80 = 0, high95 = 0] = reaches.map((reach) => {
      const away = predictives.reduce((sum, each) => {
        const own = each.middle[step] ?? 0
        const error = each.errors[step] ?? 0
        return sum + (each.isLog ? Math.exp(own + reach * error) - Math.exp(own) : reach * error)
      }, 0)
      return value + away / predictives.length
    })
    return { low80, high80, low95, high95 }
  })
}

/**
 * Ranges of a period that brings now something, now nothing: what single periods brought before.
 *
 * Where there are too few values for an end to lie among them, it lies as far out as Student's t puts it for a value drawn from their spread, or
 * at the farthest of them if that is farther. It is not below zero where no value was.
 *
 * @param values the history, at least two
 * @param middle what a period brings on average
 * @returns the range of any coming period; it holds the middle
 * @missing with two to thirty-eight values the 95 % range, with eight and fewer the 80 % range stands on their spread
 * @source V. Vovk, A. Gammerman, G. Shafer, "Algorithmic Learning in a Random World" (2005): of n values in any order, the next falls below the
 *   k-th with probability k / (n + 1); the prediction interval of a normal sample for what lies beyond
 * @example rangeOfPeriods([0, 0, 6, 0, 0, 6], 2).low80 // 0
 */
export function rangeOfPeriods(values: readonly number[], middle: number): RangeStep {
  const sorted = values.toSorted((one, other) => one - other)
  const n = sorted.length
  const [least, most] = [sorted[0] ?? 0, sorted[n - 1] ?? 0]
  const mean = sorted.reduce((sum, value) => sum + value, 0) / n
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const spread = n > 1 ? Math.sqrt((squares / (n - 1)) * (1 + 1 / n)) : 0
  const floor = least >= 0 ? 0 : Number.NEGATIVE_INFINITY
  const reach = (probability: number) => (n > 1 ? studentTQuantile(probability, n - 1) * spread : 0)
  const below = (probability: number) => {
    const place = Math.floor(probability * (n + 1))
    return place >= 1 ? (sorted[place - 1] ?? least) : Math.max(floor, Math.min(least, mean + reach(probability)))
  }
  const above = (probability: number) => {
    const place = Math.ceil(probability * (n + 1))
    return place <= n ? (sorted[place - 1] ?? most) : Math.max(most, mean + reach(probability))
  }
  const [low95, low80, high80, high95] = probabilities
  const [nearLow, nearHigh] = [Math.min(middle, below(low80)), Math.max(middle, above(high80))]
  return {
    low80: nearLow,
    high80: nearHigh,
    low95: Math.min(nearLow, below(low95)),
    high95: Math.max(nearHigh, above(high95))
  }
}

/**
 * The range of several periods added up, which is narrower than their ranges added up unless all miss on the same side.
 *
 * Below and above the middle each, the sum's distance is the root of all products of two steps' distances times how the two go together.
 *
 * @param forecast an automatic forecast
 * @param from @param to steps, from 1, both included
 * @returns middle and range of the sum, in the unit of the values
 * @errors RangeError for steps that the forecast doesn't have
 * @missing `range` is null where the forecast has none
 * @source variance of a sum of dependent variables; applied to each side of a lopsided range
 * @example rangeOfSum(forecastAutomatically({ values: [5, 5, 5, 5], seasonLength: 1, horizon: 2 }), 1, 2).range?.high95 // 10
 */
export function rangeOfSum(
  { middle, ranges, correlations }: Pick<AutomaticForecast, 'middle' | 'ranges' | 'correlations'>,
  from: number,
  to: number
): { middle: number; range: RangeStep | null } {
  if (!(from >= 1 && to >= from && to <= middle.length)) throw new RangeError(`There are no steps ${from} to ${to}`)
  const sum = middle.slice(from - 1, to).reduce((total, value) => total + value, 0)
  if (!ranges || !correlations) return { middle: sum, range: null }
  const reach = (key: keyof RangeStep): number => {
    let square = 0
    for (let i = from - 1; i < to; i += 1)
      for (let j = from - 1; j < to; j += 1)
        square +=
          ((ranges[i]?.[key] ?? 0) - (middle[i] ?? 0)) *
          ((ranges[j]?.[key] ?? 0) - (middle[j] ?? 0)) *
          (correlations[i]?.[j] ?? 0)
    return Math.sqrt(Math.max(0, square))
  }
  return {
    middle: sum,
    range: {
      low95: sum - reach('low95'),
      low80: sum - reach('low80'),
      high80: sum + reach('high80'),
      high95: sum + reach('high95')
    }
  }
}

/** Errors of the naive add up from step to step, those of the seasonal naive from season to season. */
export function correlateByLag(horizon: number, lag: number): number[][] {
  const roundOf = (step: number) => Math.floor(step / lag) + 1
  return correlateAll(horizon, (i, j) =>
    i % lag === j % lag ? Math.sqrt(Math.min(roundOf(i), roundOf(j)) / Math.max(roundOf(i), roundOf(j))) : 0
  )
}

/** A square of correlations, 1 with itself. */
export function correlateAll(horizon: number, read: (i: number, j: number) => number): number[][] {
  return Array.from({ length: horizon }, (_, i) =>
    Array.from({ length: horizon }, (__, j) => (i === j ? 1 : read(i, j)))
  )
}

/** Cuts at zero what can't lie below. @returns whether anything did, and the rest */
export function cutAtZero(
  middle: readonly number[],
  ranges: readonly RangeStep[] | null
): { isCut: boolean; middle: number[]; ranges: RangeStep[] | null } {
  const least = Math.min(...middle, ...(ranges ?? []).map(({ low95 }) => low95))
  const cut = (value: number) => Math.max(0, value)
  return {
    isCut: least < 0,
    middle: middle.map(cut),
    ranges:
      ranges?.map(({ low80, high80, low95, high95 }) => ({
        low80: cut(low80),
        high80: cut(high80),
        low95: cut(low95),
        high95: cut(high95)
      })) ?? null
  }
}
