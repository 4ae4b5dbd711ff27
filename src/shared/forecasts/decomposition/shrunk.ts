// The season of a series drawn towards none by as much as it may be chance.
import { movingAverage } from '../ets/start.ts'
import { findSeason, type Season } from './classical.ts'

/**
 * Finds the season by ratios or differences, then shrinks it.
 *
 * A test that says yes or no throws away a weak season or keeps its noise; here each series keeps the part that its scatter leaves standing. The
 * scatter counts threefold: what is left of a moving average is smaller than the errors were, and neighbouring errors are alike, so that a mean of
 * them is less sure than their number says.
 *
 * @param values the series
 * @param seasonLength periods of a season
 * @param kind how it comes in; ratios need values above 0
 * @returns the season
 * @missing none with fewer than two seasons, or when nothing stands out of chance
 * @source D. M. Miller, D. Williams, "Shrinkage estimators of time series seasonal factors and their effect on forecasting accuracy",
 *   International Journal of Forecasting 19 (2003): the James-Stein estimator
 * @example shrinkSeason([1, 3, 1, 3, 1, 3, 1, 3], 2, 'multiplicative').factors // [0.5, 1.5]
 */
export function shrinkSeason(
  values: readonly number[],
  seasonLength: number,
  kind: 'additive' | 'multiplicative'
): Season {
  const none: Season = { kind: 'none', factors: [] }
  if (seasonLength < 2 || values.length < 2 * seasonLength) return none
  const season = findSeason(values, seasonLength, kind)
  if (season.kind === 'none') return season
  const neutral = kind === 'additive' ? 0 : 1
  const middle = movingAverage(Float64Array.from(values), seasonLength)
  let [squares, count] = [0, 0]
  for (const [t, value] of values.entries()) {
    const average = middle[t] ?? Number.NaN
    if (Number.isNaN(average)) continue
    const own = kind === 'additive' ? value - average : value / average
    squares += (own - (season.factors[t % seasonLength] ?? 0)) ** 2
    count += 1
  }
  const scatter = squares / Math.max(1, count - seasonLength)
  const size = season.factors.reduce((sum, factor) => sum + (factor - neutral) ** 2, 0)
  if (size === 0) return none
  const ofChance = (3 * Math.max(1, seasonLength - 3) * scatter * seasonLength) / count
  const kept = Math.max(0, 1 - ofChance / size)
  if (kept === 0) return none
  return { kind, factors: season.factors.map((factor) => neutral + kept * (factor - neutral)) }
}
