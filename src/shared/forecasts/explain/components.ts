// Splits a series into what one can talk about: the level and how it moves, the season, and what neither explains.
import { latestOf } from '../automatic/history.ts'
import { smoothLoess } from '../decomposition/loess.ts'
import { type Decomposed, decomposeStl } from '../decomposition/stl.ts'
import type { SeriesComponents } from '../method-types.ts'
import type { SalesSeries } from '../types.ts'

/** Fewer values have no level apart from themselves. */
const fewestValues = 4
const robustRounds = 5
/** Seasons over which the season is smoothed. */
const seasonWindow = 11

/**
 * Splits a series by STL, of logs where every value is above 0, with little weight for outliers.
 *
 * The strength of the season is one less the variance of the rest over that of season and rest.
 *
 * @param series amounts in minor units
 * @returns level, season and rest, in minor units
 * @missing null with fewer than four periods; no season with less than two of them, where the level is a local regression over three quarters of
 *   the history
 * @source R. B. Cleveland and others, "STL", Journal of Official Statistics 6 (1990); strength: R. J. Hyndman and G. Athanasopoulos, "Forecasting:
 *   Principles and Practice", 3rd ed. (2021), section 4.3
 * @example splitSeries(series)?.trendMinor.length // series.points.length
 */
export function splitSeries(series: SalesSeries): SeriesComponents | null {
  const { seasonLength } = series
  const { values, left } = latestOf(
    series.points.map((point) => point.amountMinor),
    seasonLength
  )
  const points = series.points.slice(left)
  const n = values.length
  if (n < fewestValues) return null
  const isByRatio = values.every((value) => value > 0)
  const read = isByRatio ? values.map(Math.log) : values
  const split = decomposeStl(read, seasonLength, { seasonWindow, robustRounds })
  const { trend, season } = split ?? levelOf(read)
  // A smooth line through zeros dips below them: sales that were never negative have no level below 0.
  const floor = values.some((value) => value < 0) ? Number.NEGATIVE_INFINITY : 0
  const levels = Array.from(trend, (value) => (isByRatio ? Math.exp(value) : Math.max(floor, value)))
  const [now, before] = [levels[n - 1] ?? 0, levels[n - 1 - seasonLength] ?? null]
  return {
    kind: isByRatio ? 'ratios' : 'amounts',
    trendMinor: levels.map(Math.round),
    yearChangeMinor: before === null ? null : Math.round(now - before),
    yearChangeRatio: before !== null && before > 0 ? now / before - 1 : null,
    season: split
      ? points.slice(-seasonLength).map((point, at) => {
          const own = season[n - seasonLength + at] ?? 0
          return {
            place: (n - seasonLength + at) % seasonLength,
            periodKey: point.periodKey,
            ratio: isByRatio ? Math.exp(own) : null,
            amountMinor: isByRatio ? null : Math.round(own)
          }
        })
      : null,
    restMinor: values.map((value, t) => {
      const [level, own] = [levels[t] ?? 0, season[t] ?? 0]
      return Math.round(value - (isByRatio ? level * Math.exp(own) : level + own))
    }),
    seasonStrengthRatio: split ? strengthOf(split) : null,
    missingPeriods: Math.max(0, 2 * seasonLength - n)
  }
}

function levelOf(values: readonly number[]): Decomposed {
  const n = values.length
  const series = Float64Array.from(values)
  const trend = smoothLoess(series, Math.max(3, Math.ceil(0.75 * n)), 1)
  return { trend, season: new Float64Array(n), rest: series.map((value, t) => value - (trend[t] ?? 0)) }
}

function strengthOf({ season, rest }: Decomposed): number {
  const both = varianceOf(season.map((value, t) => value + (rest[t] ?? 0)))
  return both > 0 ? Math.max(0, 1 - varianceOf(rest) / both) : 0
}

function varianceOf(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
}
