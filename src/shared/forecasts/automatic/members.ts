// The forecasts that are combined. They are chosen to be wrong in different ways: averaged smoothing of the values and of their logs (growth by
// amounts and by percent), Theta with half of the long-run line and with as much as fits best, three plain smoothings, an autoregression, and the
// likeliest damped trend.
import { forecastByBurg } from '../autoregression/burg.ts'
import { type Averaged, averageSmoothing } from '../bayesian/average.ts'
import { apply, type Season, takeOut } from '../decomposition/classical.ts'
import { shrinkSeason } from '../decomposition/shrunk.ts'
import { decomposeStl } from '../decomposition/stl.ts'
import { longestSeason } from '../ets/family.ts'
import { type EtsFit, fitEts } from '../ets/fit.ts'
import { type EtsForm, etsForms } from '../ets/form.ts'
import { predictEts } from '../ets/predict.ts'
import { fitTheta } from '../theta/fit.ts'
import type { MemberId } from './types.ts'

export const memberIds: readonly MemberId[] = [
  'averagedSmoothing',
  'averagedGrowth',
  'theta',
  'thetaOptimised',
  'plainSmoothing',
  'autoregression',
  'dampedTrend'
]

/** What averaged smoothing says of a step: its middle and standard error, of the log where `isLog`. */
export interface Predictive {
  readonly middle: readonly number[]
  readonly errors: readonly number[]
  /** How the errors of steps go together. */
  readonly correlations: readonly (readonly number[])[]
  readonly isLog: boolean
}

export interface MembersAt {
  readonly origin: number
  /** Those that the values allow. */
  readonly middles: ReadonlyMap<MemberId, readonly number[]>
  /** At the last origin alone. */
  readonly predictives: readonly Predictive[]
  readonly seasonProbability: number | null
}

const dampedForms = etsForms.filter((form) => form.trend === 'Ad')

/**
 * Forecasts with every member from every origin.
 *
 * A season of up to 24 periods is each member's own affair: averaged over, shrunk and taken out, or fitted. A longer one is taken out by STL.
 *
 * @param values the series, at least four values that are not all the same
 * @param seasonLength periods of a season; without two of them at an origin there is none
 * @param horizon periods ahead
 * @param origins numbers of values to forecast from, ascending, each at least 4
 * @returns the members at each origin at which something can be fitted
 * @source see the members' own files
 * @example forecastMembers([3, 5, 4, 6, 5, 7], 1, 2, [6])[0]?.middles.size // 6
 */
export function forecastMembers(
  values: readonly number[],
  seasonLength: number,
  horizon: number,
  origins: readonly number[]
): MembersAt[] {
  if (seasonLength > longestSeason)
    return origins.flatMap((origin) => forecastWithoutLongSeason(values.slice(0, origin), seasonLength, horizon))
  const long = origins.filter((origin) => seasonLength > 1 && origin >= 2 * seasonLength)
  const short = origins.filter((origin) => !long.includes(origin))
  return [...forecastGroup(values, 1, horizon, short), ...forecastGroup(values, seasonLength, horizon, long)]
}

/** Weeks of a year: the season is taken out with what has come so far, and the last one is put back. */
function forecastWithoutLongSeason(values: readonly number[], seasonLength: number, horizon: number): MembersAt[] {
  const split = decomposeStl(values, seasonLength, { seasonWindow: 'periodic' })
  const n = values.length
  if (!split) return forecastGroup(values, 1, horizon, [n])
  const plain = values.map((value, t) => value - (split.season[t] ?? 0))
  const added = Array.from(
    { length: horizon },
    (_, step) => split.season[n - seasonLength + (step % seasonLength)] ?? 0
  )
  return forecastGroup(plain, 1, horizon, [n]).map((at) => ({
    ...at,
    seasonProbability: null,
    middles: new Map(
      [...at.middles].map(([id, middle]) => [id, middle.map((value, step) => value + (added[step] ?? 0))])
    )
  }))
}

function forecastGroup(
  values: readonly number[],
  seasonLength: number,
  horizon: number,
  origins: readonly number[]
): MembersAt[] {
  const last = origins.at(-1)
  if (last === undefined) return []
  const known = values.slice(0, last)
  const isPositive = known.every((value) => value > 0)
  const levels = averageSmoothing(Float64Array.from(known), seasonLength, horizon, origins, true)
  const logs = isPositive
    ? averageSmoothing(Float64Array.from(known, Math.log), seasonLength, horizon, origins, false)
    : []
  // The latest fit is made first: the earlier ones begin their search where it ended.
  let fits: readonly EtsFit[] | undefined
  const damped = origins
    .toReversed()
    .map((origin) => {
      const found = fitDamped(Float64Array.from(known.slice(0, origin)), seasonLength, fits)
      fits ??= found
      return found[0] && predictEts(found[0], horizon).middle
    })
    .reverse()
  return origins.map((origin, at) => {
    const past = known.slice(0, origin)
    const kind = isPositive ? 'multiplicative' : 'additive'
    const season = shrinkSeason(past, seasonLength, kind)
    const middles = new Map<MemberId, readonly number[]>()
    const put = (id: MemberId, middle: readonly number[] | undefined) => {
      if (middle?.every(Number.isFinite)) middles.set(id, middle)
    }
    put('averagedSmoothing', levels[at]?.middle)
    put('averagedGrowth', logs[at]?.middle.map(Math.exp))
    const plainly = (forecast: (plain: readonly number[]) => readonly number[] | undefined) =>
      withSeason(past, season, forecast)
    put(
      'theta',
      plainly((plain) => fitTheta(plain, horizon, false)?.middle)
    )
    put(
      'thetaOptimised',
      plainly((plain) => fitTheta(plain, horizon)?.middle)
    )
    put(
      'plainSmoothing',
      plainly((plain) => forecastPlain(plain, horizon))
    )
    put(
      'autoregression',
      plainly((plain) => forecastAutoregression(plain, horizon))
    )
    put('dampedTrend', damped[at])
    return {
      origin,
      middles,
      predictives: [toPredictive(levels[at], false), toPredictive(logs[at], true)].filter((each) => each !== undefined),
      seasonProbability: seasonLength > 1 ? (levels[at]?.seasonProbability ?? null) : null
    }
  })
}

function toPredictive(averaged: Averaged | undefined, isLog: boolean): Predictive | undefined {
  if (!(averaged?.variances && averaged.correlations)) return undefined
  return {
    isLog,
    middle: averaged.middle,
    errors: averaged.variances.map(Math.sqrt),
    correlations: averaged.correlations
  }
}

function withSeason(
  values: readonly number[],
  season: Season,
  forecast: (plain: readonly number[]) => readonly number[] | undefined
): readonly number[] | undefined {
  return forecast(takeOut(values, season))?.map((value, step) => apply(value, season, values.length + step, 1))
}

const plainForms: readonly EtsForm[] = (['N', 'A', 'Ad'] as const).map((trend) => ({ error: 'A', trend, season: 'N' }))

/**
 * The mean of simple, Holt's and damped smoothing, as far as the values suffice for them: hard to beat in the M3 and M4 competitions (S. Makridakis,
 * M. Hibon, "The M3-Competition", International Journal of Forecasting 16 (2000), "Comb S-H-D").
 */
function forecastPlain(plain: readonly number[], horizon: number): readonly number[] | undefined {
  const values = Float64Array.from(plain)
  const found = plainForms.flatMap((form) => {
    const fit = fitEts(values, form, 1)
    return fit ? [predictEts(fit, horizon).middle] : []
  })
  return found[0]?.map((_, step) => found.reduce((sum, each) => sum + (each[step] ?? 0), 0) / found.length)
}

/** Of logs where there are any. */
function forecastAutoregression(plain: readonly number[], horizon: number): readonly number[] | undefined {
  if (!plain.every((value) => value > 0)) return forecastByBurg(plain, horizon)?.middle
  return forecastByBurg(plain.map(Math.log), horizon)?.middle.map(Math.exp)
}

function fitDamped(values: Float64Array, seasonLength: number, from: readonly EtsFit[] | undefined): EtsFit[] {
  const isPositive = values.every((value) => value > 0)
  const fits = dampedForms.flatMap((form) => {
    if (form.season !== 'N' && seasonLength < 2) return []
    if ((form.error === 'M' || form.season === 'M') && !isPositive) return []
    const earlier = from?.find((fit) => fit.form === form && fit.seasonLength === seasonLength)
    const fit = fitEts(values, form, seasonLength, earlier)
    return fit && Number.isFinite(fit.aicc) ? fit : []
  })
  return fits.sort((one, other) => one.aicc - other.aicc)
}

/**
 * Combines forecasts step by step by their weights; the highest and the lowest of a step count half.
 *
 * @param forecasts at least one, of one length
 * @param errors how wrong each was before, in one unit: the weight is one over its square. All count the same when one is null or 0
 * @returns the combination; with fewer than four forecasts none is halved
 * @source weights: J. M. Bates, C. W. J. Granger, "The combination of forecasts", Operational Research Quarterly 20 (1969), with errors between
 *   forecasts taken as unrelated; extremes: V. R. R. Jose, R. L. Winkler, "Simple robust averages of forecasts", International Journal of Forecasting
 *   24 (2008)
 * @example combineForecasts([[1], [2], [3], [4]], [1, 1, 1, 1]) // [2.5]
 */
export function combineForecasts(
  forecasts: readonly (readonly number[])[],
  errors: readonly (number | null)[]
): number[] {
  const areKnown = errors.every((error) => error !== null && error > 0)
  const ofExtremes = forecasts.length < 4 ? 1 : 0.5
  return (forecasts[0] ?? []).map((_, step) => {
    const parts = forecasts
      .map((each, at) => ({ value: each[step] ?? 0, weight: areKnown ? 1 / (errors[at] ?? 1) ** 2 : 1 }))
      .sort((one, other) => one.value - other.value)
    let [sum, total] = [0, 0]
    parts.forEach(({ value, weight }, place) => {
      const own = weight * (place === 0 || place === parts.length - 1 ? ofExtremes : 1)
      sum += own * value
      total += own
    })
    return sum / total
  })
}
