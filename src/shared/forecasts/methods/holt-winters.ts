// Holt-Winters: level, trend and season, all followed; the season multiplies where that is likelier.
import { longestSeason } from '../ets/family.ts'
import type { EtsForm } from '../ets/form.ts'
import type { ForecastMethod } from './method.ts'
import { forecastBySmoothing, valuesNeeded } from './smoothing.ts'

const adds: EtsForm = { error: 'A', trend: 'A', season: 'A' }
const multiplies: EtsForm = { error: 'M', trend: 'A', season: 'M' }

/**
 * Forecasts by smoothed level, trend and season, the season as amounts or, where all values are above 0 and AICc prefers it, as ratios.
 *
 * @param input two seasons, and at least seven values more than a season
 * @returns middles and errors in the unit of the values
 * @missing no width where the values never change; not for seasons of more than 24 periods
 * @source P. R. Winters, "Forecasting sales by exponentially weighted moving averages", Management Science 6 (1960), as ETS(A,A,A) and ETS(M,A,M);
 *   agrees with R's forecast::hw (test/reference/forecast)
 * @example holtWinters.needs(4) // 11
 */
export const holtWinters: ForecastMethod = {
  id: 'holtWinters',
  needs: (seasonLength) =>
    seasonLength > 1 && seasonLength <= longestSeason ? valuesNeeded(adds, seasonLength) : null,
  forecast: (input) => forecastBySmoothing(input, [adds, multiplies])
}
