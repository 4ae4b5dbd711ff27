// Holt's smoothing: a level and a trend, both followed, and the trend goes on for good.
import type { EtsForm } from '../ets/form.ts'
import type { ForecastMethod } from './method.ts'
import { forecastBySmoothing, valuesNeeded } from './smoothing.ts'

const form: EtsForm = { error: 'A', trend: 'A', season: 'N' }

/**
 * Forecasts by the smoothed level and trend.
 *
 * @param input at least seven values
 * @returns middles and errors in the unit of the values
 * @missing no width where the values never change
 * @source C. C. Holt, "Forecasting seasonals and trends by exponentially weighted moving averages" (1957), as ETS(A,A,N): Hyndman and others (2008);
 *   agrees with R's forecast::holt (test/reference/forecast)
 * @example holt.needs(4) // 7
 */
export const holt: ForecastMethod = {
  id: 'holt',
  needs: (seasonLength) => valuesNeeded(form, seasonLength),
  forecast: (input) => forecastBySmoothing(input, [form])
}
