// The Theta method as it won the M3 competition: exponential smoothing with half of the straight line's slope.
import { apply, findSeason, hasSeason, type Season, takeOut } from '../decomposition/classical.ts'
import { fitEts } from '../ets/fit.ts'

export interface ThetaForecast {
  readonly middle: readonly number[]
  /** Standard errors of the steps, season put back. */
  readonly errors: readonly number[]
  readonly season: Season
}

/**
 * Takes the season out of a series if there is one: by ratios where all values are above 0, else by differences.
 *
 * @param values the series
 * @param seasonLength periods of a season
 * @returns the season, or none
 * @source see hasSeason and findSeason
 * @example seasonOf([1, 2, 3], 12).kind // 'none'
 */
export function seasonOf(values: readonly number[], seasonLength: number): Season {
  if (!hasSeason(values, seasonLength)) return { kind: 'none', factors: [] }
  return findSeason(values, seasonLength, values.every((value) => value > 0) ? 'multiplicative' : 'additive')
}

/**
 * Forecasts by the Theta method.
 *
 * @param values at least four
 * @param seasonLength periods of a season
 * @param horizon periods ahead
 * @returns middles and standard errors
 * @missing undefined with fewer than four values, or when all are the same
 * @source V. Assimakopoulos, K. Nikolopoulos, "The theta model", International Journal of Forecasting 16 (2000); as smoothing with drift: R. J.
 *   Hyndman, B. Billah, "Unmasking the Theta method", International Journal of Forecasting 19 (2003); agrees with R's forecast::thetaf
 *   (test/reference/forecast)
 * @example forecastTheta(values, 12, 18)?.middle.length // 18
 */
export function forecastTheta(
  values: readonly number[],
  seasonLength: number,
  horizon: number
): ThetaForecast | undefined {
  const n = values.length
  const season = seasonOf(values, seasonLength)
  const plain = takeOut(values, season)
  const fit = fitEts(Float64Array.from(plain), { error: 'A', trend: 'N', season: 'N' }, 1)
  if (!fit) return undefined
  const { alpha } = fit.smoothing
  const centre = (n - 1) / 2
  const mean = plain.reduce((sum, value) => sum + value, 0) / n
  const slope =
    plain.reduce((sum, value, t) => sum + (t - centre) * (value - mean), 0) /
    plain.reduce((sum, _, t) => sum + (t - centre) ** 2, 0)
  const steps = Array.from({ length: horizon }, (_, step) => step)
  const factor = (step: number) => (season.kind === 'multiplicative' ? apply(1, season, n + step, 1) : 1)
  return {
    season,
    middle: steps.map((step) =>
      apply(fit.last.level + (slope / 2) * (step + (1 - (1 - alpha) ** n) / alpha), season, n + step, 1)
    ),
    errors: steps.map((step) => factor(step) * Math.sqrt(fit.variance * (step * alpha * alpha + 1)))
  }
}
