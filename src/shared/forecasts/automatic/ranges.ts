// The 80 % and 95 % ranges of an automatic forecast.
import { studentTQuantile } from '#shared/math/student-t-quantile.ts'
import type { Predictive } from './members.ts'
import type { RangeStep } from './types.ts'

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
 * @example rangesAround([10], [{ middle: [10], errors: [1], isLog: false, added: [0] }], 1e6)[0]?.high95 // 11.96
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
 * @param values the history
 * @param middle what a period brings on average
 * @returns the range of any coming period; it holds the middle
 * @missing with few values the ends are the least and the greatest of them
 * @source V. Vovk, A. Gammerman, G. Shafer, "Algorithmic Learning in a Random World" (2005): of n values in any order, the next falls below the
 *   k-th with probability k / (n + 1)
 * @example rangeOfPeriods([0, 0, 6, 0, 0, 6], 2).high95 // 6
 */
export function rangeOfPeriods(values: readonly number[], middle: number): RangeStep {
  const sorted = values.toSorted((one, other) => one - other)
  const n = sorted.length
  const below = (probability: number) => sorted[Math.max(0, Math.floor(probability * (n + 1)) - 1)] ?? 0
  const above = (probability: number) => sorted[Math.min(n - 1, Math.ceil(probability * (n + 1)) - 1)] ?? 0
  const [low95, low80, high80, high95] = probabilities
  return {
    low80: Math.min(middle, below(low80)),
    high80: Math.max(middle, above(high80)),
    low95: Math.min(middle, below(low95)),
    high95: Math.max(middle, above(high95))
  }
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
