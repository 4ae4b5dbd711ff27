// The automatic forecast: looks at what kind of series it is, combines forecasts, holds them against the baseline, and puts ranges around them.

import { hasSeason } from '../decomposition/classical.ts'
import { describeDemand, fitRate } from '../intermittent/rates.ts'
import { naive } from '../methods/naive.ts'
import { seasonalNaive } from '../methods/seasonal-naive.ts'
import { findRanges } from '../range.ts'
import { isConstant, latestOf } from './history.ts'
import { combineForecasts, forecastMembers } from './members.ts'
import { type Tamed, tameOutliers } from './outliers.ts'
import { correlateAll, correlateByLag, cutAtZero, rangeOfPeriods, rangesAround } from './ranges.ts'
import { forecastBaseline, judgeTrials, pickOrigins } from './trials.ts'
import type {
  AutomaticForecast,
  AutomaticInput,
  AutomaticNote,
  AutomaticRangeBasis,
  AutomaticReason,
  RangeStep,
  Trials
} from './types.ts'

/** The combination needs as many values. */
const fewestValues = 4
/** Smoothing of sizes and of intervals (or of the chance) of sales that come now and then. */
const rateSmoothing = 0.1

/**
 * Forecasts a series without being told how.
 *
 * Seven forecasts that err in different ways are combined, each weighing more the smaller its errors in trials were. The trials are held against the
 * seasonal naive as well; where they were worse than that, the forecast is drawn to the baseline, or is the baseline where they were much worse. Sales that come now and then, values that never change and
 * histories of a few values are treated apart, and said to be. No chance is used: the same series gives the same forecast.
 *
 * @param input the series, its season and how far ahead; any unit
 * @returns method, middle, ranges, and what explains them
 * @errors RangeError without a value, for a value that isn't finite, and for a season or horizon below 1
 * @missing `ranges` is null with a single value, and with two or three that are the same
 * @source combination: R. T. Clemen, "Combining forecasts", International Journal of Forecasting 5 (1989); F. Petropoulos, I. Svetunkov, "A simple
 *   combination of univariate models", International Journal of Forecasting 36 (2020); its accuracy on M3 series stands in test/forecasts
 * @example forecastAutomatically({ values: [3, 5, 4, 6, 5, 7], seasonLength: 1, horizon: 2 }).method // 'combination'
 */
export function forecastAutomatically({ values: all, seasonLength, horizon }: AutomaticInput): AutomaticForecast {
  if (all.length === 0) throw new RangeError('A forecast needs at least one value')
  if (!all.every(Number.isFinite)) throw new RangeError('A series holds finite values alone')
  if (!(Number.isInteger(horizon) && horizon >= 1)) throw new RangeError(`A horizon is 1 or more, not ${horizon}`)
  if (!(Number.isInteger(seasonLength) && seasonLength >= 1))
    throw new RangeError(`A season has 1 or more periods, not ${seasonLength}`)
  const { values } = latestOf(all, seasonLength)
  const tamed = tameOutliers(values, seasonLength)
  const notes = describeHistory(all, values, seasonLength, tamed)
  const baseline = forecastBaseline(values, seasonLength, horizon)
  const answer = (
    method: AutomaticForecast['method'],
    reason: AutomaticReason,
    middle: readonly number[],
    rangeBasis: AutomaticRangeBasis,
    ranges: readonly RangeStep[] | null,
    more: Partial<AutomaticForecast> = {}
  ): AutomaticForecast => {
    const isNeverNegative = all.every((value) => value >= 0)
    const cut = isNeverNegative ? cutAtZero(middle, ranges) : { isCut: false, middle, ranges }
    return {
      method,
      reason,
      middle: cut.middle,
      ranges: cut.ranges,
      rangeBasis,
      correlations: ranges && correlateFor(rangeBasis, horizon, baseline.id === 'naive' ? 1 : seasonLength),
      members: [],
      baseline,
      trials: null,
      baselineShare: null,
      seasonProbability: null,
      notes: cut.isCut ? [...notes, { kind: 'cutAtZero' }] : notes,
      ...more
    }
  }

  if (values.length < fewestValues) return answer('naive', 'shortHistory', ...forecastFew(values, horizon))
  if (isConstant(values)) {
    const value = values.at(-1) ?? 0
    const middle = Array.from({ length: horizon }, () => value)
    const ranges = middle.map(() => ({ low80: value, high80: value, low95: value, high95: value }))
    return answer('constant', value === 0 ? 'nothingSold' : 'neverChanges', middle, 'noSpread', ranges)
  }
  if (comesNowAndThen(values, seasonLength)) {
    const isFading = hasFaded(values)
    const method = isFading ? 'tsb' : 'sba'
    const { rate } = fitRate(values, method, rateSmoothing, rateSmoothing)
    const middle = Array.from({ length: horizon }, () => rate)
    const range = rangeOfPeriods(values, rate)
    const reason = isFading ? 'intermittentFading' : 'intermittent'
    return answer(
      method,
      reason,
      middle,
      'pastPeriods',
      middle.map(() => range)
    )
  }

  const origins = pickOrigins(values.length, seasonLength, horizon)
  const places = forecastMembers(tamed.values, seasonLength, horizon, [...origins, values.length])
  const found = places.at(-1)
  if (!found || found.middles.size === 0 || found.predictives.length === 0)
    throw new Error('A series that changes has a smoothing')
  const trials = judgeTrials(values, seasonLength, horizon, places.slice(0, -1))
  const members = [...found.middles].map(([id, middle]) => ({ id, middle, maseRatio: trials?.members[id] ?? null }))
  const share = shareOfBaseline(trials)
  const explained = { members, trials, baselineShare: share, seasonProbability: found.seasonProbability }
  if (share === 1) {
    const [middle, basis, ranges] = forecastByBaseline(values, seasonLength, horizon)
    return answer(baseline.id, 'baselineNotBeaten', middle, basis, ranges, explained)
  }
  const combined = combineForecasts(
    members.map((member) => member.middle),
    members.map((member) => member.maseRatio)
  )
  const middle = combined.map((value, step) => value + (share ?? 0) * ((baseline.middle[step] ?? 0) - value))
  const ranges = rangesAround(middle, found.predictives, values.length)
  const reason = share === null ? 'noBacktest' : share > 0 ? 'drawnToBaseline' : 'beatsBaseline'
  const { predictives } = found
  const correlations = correlateAll(
    horizon,
    (i, j) => predictives.reduce((sum, each) => sum + (each.correlations[i]?.[j] ?? 0), 0) / predictives.length
  )
  return answer('combination', reason, middle, 'predictive', ranges, { ...explained, correlations })
}

/**
 * How much of the baseline comes in: nothing where the combination had smaller errors, a tenth where they were a tenth larger, all of it
 * where they were twice the baseline's or more. A few trials that overlap can't tell a little worse from chance, hence by degrees.
 */
function shareOfBaseline(trials: Trials | null): number | null {
  const [ours, theirs] = [trials?.combination.maseRatio ?? null, trials?.baseline.maseRatio ?? null]
  if (ours === null || theirs === null) return null
  if (ours <= theirs) return 0
  return theirs > 0 ? Math.min(1, ours / theirs - 1) : 1
}

/** Few values may all miss on the same side; single periods are each for themselves. */
function correlateFor(basis: AutomaticRangeBasis, horizon: number, lag: number): number[][] {
  if (basis === 'errors') return correlateByLag(horizon, lag)
  return correlateAll(horizon, () => (basis === 'pastPeriods' ? 0 : 1))
}

type Answer = [middle: readonly number[], basis: AutomaticRangeBasis, ranges: RangeStep[] | null]

/** The last value goes on; two or three values that are the same don't say how far they may move. */
function forecastFew(values: readonly number[], horizon: number): Answer {
  const [middle, basis, ranges] = forecastByBaseline(values, 1, horizon)
  return isConstant(values) ? [middle, 'none', null] : [middle, basis, ranges]
}

function forecastByBaseline(values: readonly number[], seasonLength: number, horizon: number): Answer {
  const isSeasonal = forecastBaseline(values, seasonLength, 1).id === 'seasonalNaive'
  const forecast = (isSeasonal ? seasonalNaive : naive).forecast({ values, seasonLength, horizon })
  const { basis, steps } = findRanges(forecast, values)
  const ranges = steps.flatMap((reach, step) => {
    if (!reach) return []
    const middle = forecast.middle[step] ?? 0
    return {
      low80: middle - reach.down80,
      high80: middle + reach.up80,
      low95: middle - reach.down95,
      high95: middle + reach.up95
    }
  })
  return [
    forecast.middle,
    basis === 'errors' || basis === 'spread' ? basis : 'none',
    ranges.length === horizon ? ranges : null
  ]
}

/** A shop that closes in winter has empty months too: its season is told from chance first. */
function comesNowAndThen(values: readonly number[], seasonLength: number): boolean {
  return (
    values.every((value) => value >= 0) && describeDemand(values).isIntermittent && !hasSeason(values, seasonLength)
  )
}

/** Nothing for more than twice the usual time between sales, as it was while there were any. */
function hasFaded(values: readonly number[]): boolean {
  const last = values.findLastIndex((value) => value !== 0)
  return values.length - 1 - last > 2 * describeDemand(values.slice(0, last + 1)).meanInterval
}

function describeHistory(
  all: readonly number[],
  values: readonly number[],
  seasonLength: number,
  tamed: Tamed
): AutomaticNote[] {
  const notes: AutomaticNote[] = []
  const left = all.length - values.length
  if (left > 0) notes.push({ kind: 'oldLeftOut', count: left })
  const missing = 2 * seasonLength - values.length
  if (seasonLength > 1 && missing > 0) notes.push({ kind: 'seasonUnknown', missingPeriods: missing })
  const positions = tamed.positions.map((at) => at + left)
  if (positions.length > 0) notes.push({ kind: 'outliers', positions })
  return notes
}
