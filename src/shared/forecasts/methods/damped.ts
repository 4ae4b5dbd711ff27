// Smoothing with a damped trend: the trend goes on, less with every period.
import type { EtsForm } from '../ets/form.ts'
import type { ForecastMethod } from './method.ts'
import { forecastBySmoothing, valuesNeeded } from './smoothing.ts'

const form: EtsForm = { error: 'A', trend: 'Ad', season: 'N' }

/**
 * Forecasts by the smoothed level and a trend that dies away.
 *
 * @param input at least eight values
 * @returns middles and errors in the unit of the values
 * @missing no width where the values never change
 * @source E. S. Gardner, E. McKenzie, "Forecasting trends in time series", Management Science 31 (1985), as ETS(A,Ad,N); agrees with R's
 *   forecast::holt(damped = TRUE) (test/reference/forecast)
 * @example damped.needs(4) // 8
 */
export const damped: ForecastMethod = {
  id: 'damped',
  needs: (seasonLength) => valuesNeeded(form, seasonLength),
  forecast: (input) => forecastBySmoothing(input, [form])
}
