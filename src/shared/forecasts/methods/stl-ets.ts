// Seasonal decomposition, then smoothing: the season is taken out by STL, what remains is forecast, and the latest season is put back.
import { latestOf } from '../automatic/history.ts'
import { decomposeStl } from '../decomposition/stl.ts'
import { etsForms } from '../ets/form.ts'
import type { ForecastMethod, MethodForecast, MethodInput } from './method.ts'
import { forecastBySmoothing } from './smoothing.ts'
import { forecastConstant } from './steady.ts'

/** Seasons over which the season is smoothed, as in R's stlf. */
const seasonWindow = 11

/**
 * Forecasts the series without its season by the likeliest smoothing, and repeats the latest season.
 *
 * @param input at least two seasons
 * @returns middles and errors in the unit of the values; the season counts as known, so the range is that of the rest
 * @missing no width where the values never change; of no use without a season
 * @source R. B. Cleveland and others, "STL", Journal of Official Statistics 6 (1990); R. J. Hyndman and G. Athanasopoulos, "Forecasting: Principles
 *   and Practice", 3rd ed. (2021), section 5.7; agrees with R's forecast::stlf (test/reference/forecast)
 * @example stlEts.needs(12) // 24
 */
export const stlEts: ForecastMethod = {
  id: 'stlEts',
  needs: (seasonLength) => (seasonLength > 1 ? Math.max(5, 2 * seasonLength) : null),
  forecast: forecastWithoutSeason
}

function forecastWithoutSeason(input: MethodInput): MethodForecast {
  const still = forecastConstant(input)
  if (still) return still
  const { seasonLength, horizon } = input
  const { values, left } = latestOf(input.values, seasonLength)
  const split = decomposeStl(values, seasonLength, { seasonWindow })
  if (!split) throw new Error('Two seasons can be decomposed')
  const plain = values.map((value, t) => value - (split.season[t] ?? 0))
  const found = forecastBySmoothing(
    { values: plain, seasonLength, horizon },
    etsForms.filter((form) => form.season === 'N')
  )
  const seasonAt = (step: number) => split.season[values.length - seasonLength + (step % seasonLength)] ?? 0
  const positions = values.map((_, at) => at + left)
  return {
    ...found,
    middle: found.middle.map((value, step) => value + seasonAt(step)),
    sources: found.middle.map(() => positions),
    oldLeftOut: left
  }
}
