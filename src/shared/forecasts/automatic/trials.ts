// How the combination, its members and the baseline would have done before: forecasts from several earlier places, each made from what had come by
// then, held against what came after.
import { combineForecasts, type MembersAt, memberIds } from './members.ts'
import type { Accuracy, MemberId, Trials } from './types.ts'

/** More places cost time and tell little: their errors overlap. */
const mostOrigins = 6

/**
 * Picks the places that trials forecast from: evenly spread over the last part of the history, as far back as two horizons.
 *
 * @param count how many values there are
 * @param seasonLength periods of a season
 * @param horizon periods ahead
 * @returns numbers of values, ascending; none when fewer than three places leave enough history
 * @source L. J. Tashman, "Out-of-sample tests of forecasting accuracy", International Journal of Forecasting 16 (2000)
 * @example pickOrigins(116, 12, 18) // [80, 86, 92, 98, 104, 110]
 */
export function pickOrigins(count: number, seasonLength: number, horizon: number): number[] {
  const least = Math.max(6, seasonLength > 1 ? 2 * seasonLength + 2 : 0)
  const first = Math.max(least, count - 2 * horizon)
  const last = count - Math.min(horizon, Math.max(1, Math.floor(horizon / 3)))
  const span = last - first
  if (span < 2) return []
  const places = Math.min(mostOrigins, span + 1)
  return Array.from({ length: places }, (_, at) => Math.round(first + (span * at) / (places - 1)))
}

/**
 * The seasonal naive, or the naive where there isn't a season of history.
 *
 * @param values at least one
 * @returns which, and its middles
 * @source R. J. Hyndman and G. Athanasopoulos, "Forecasting: Principles and Practice", 3rd ed. (2021), section 5.2
 * @example forecastBaseline([1, 2, 3, 4], 4, 2) // { id: 'seasonalNaive', middle: [1, 2] }
 */
export function forecastBaseline(
  values: readonly number[],
  seasonLength: number,
  horizon: number
): { id: 'naive' | 'seasonalNaive'; middle: number[] } {
  const lag = seasonLength > 1 && values.length >= seasonLength ? seasonLength : 1
  const start = values.length - lag
  return {
    id: lag > 1 ? 'seasonalNaive' : 'naive',
    middle: Array.from({ length: horizon }, (_, step) => values[start + (step % lag)] ?? 0)
  }
}

/**
 * Holds earlier forecasts against what came.
 *
 * @param values the series
 * @param seasonLength periods of a season
 * @param horizon periods ahead; a trial ends with the history
 * @param earlier the members' forecasts from places that pickOrigins gave
 * @returns errors of the combination, of the baseline and of each member over the same trials
 * @missing null with fewer than three trials
 * @source R. J. Hyndman, A. B. Koehler, "Another look at measures of forecast accuracy", International Journal of Forecasting 22 (2006)
 * @example judgeTrials([1, 2, 3], 1, 1, []) // null
 */
export function judgeTrials(
  values: readonly number[],
  seasonLength: number,
  horizon: number,
  earlier: readonly MembersAt[]
): Trials | null {
  const found = earlier.filter((at) => at.middles.size > 0)
  if (found.length < 3) return null
  const sums = {
    combination: new ErrorSum(),
    baseline: new ErrorSum(),
    members: new Map(memberIds.map((id) => [id, new ErrorSum()]))
  }
  for (const { origin, middles } of found) {
    const actual = values.slice(origin, origin + horizon)
    const scale = seasonalScale(values.slice(0, origin), seasonLength)
    sums.combination.add(actual, combineEqually([...middles.values()]), scale)
    sums.baseline.add(actual, forecastBaseline(values.slice(0, origin), seasonLength, horizon).middle, scale)
    for (const [id, middle] of middles) sums.members.get(id)?.add(actual, middle, scale)
  }
  const ofMember = (id: MemberId): number | null => {
    const sum = sums.members.get(id)
    // A member that was not there at every origin was tried on other periods.
    return sum && sum.count === sums.combination.count ? sum.accuracy.maseRatio : null
  }
  return {
    origins: found.map(({ origin }) => origin),
    comparedCount: sums.combination.count,
    combination: sums.combination.accuracy,
    baseline: sums.baseline.accuracy,
    members: {
      averagedSmoothing: ofMember('averagedSmoothing'),
      averagedGrowth: ofMember('averagedGrowth'),
      theta: ofMember('theta'),
      thetaOptimised: ofMember('thetaOptimised'),
      plainSmoothing: ofMember('plainSmoothing'),
      autoregression: ofMember('autoregression'),
      dampedTrend: ofMember('dampedTrend')
    }
  }
}

/** The weights come from these very trials, so that the combination is tried without them: it must not look better than it was. */
function combineEqually(forecasts: readonly (readonly number[])[]): number[] {
  return combineForecasts(
    forecasts,
    forecasts.map(() => null)
  )
}

/** Adds up errors for MASE and WAPE. */
export class ErrorSum {
  count = 0
  #scaled = 0
  #scaledCount = 0
  #errors = 0
  #actual = 0

  add(actual: readonly number[], forecast: readonly number[], scale: number): void {
    actual.forEach((value, step) => {
      const error = Math.abs(value - (forecast[step] ?? 0))
      this.count += 1
      this.#errors += error
      this.#actual += Math.abs(value)
      if (scale > 0) {
        this.#scaled += error / scale
        this.#scaledCount += 1
      }
    })
  }

  get accuracy(): Accuracy {
    return {
      maseRatio: this.#scaledCount > 0 ? this.#scaled / this.#scaledCount : null,
      wapeRatio: this.#actual > 0 ? this.#errors / this.#actual : null
    }
  }
}

/** Mean absolute change from one season to the next; from one period to the next without a season of history. */
export function seasonalScale(values: readonly number[], seasonLength: number): number {
  const lag = values.length > seasonLength ? seasonLength : 1
  const changes = values.slice(lag).map((value, at) => Math.abs(value - (values[at] ?? 0)))
  return changes.reduce((sum, change) => sum + change, 0) / Math.max(1, changes.length)
}
