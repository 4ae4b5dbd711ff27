// Croston: the size of a sale over the time between sales, both smoothed.
import type { ForecastMethod } from './method.ts'
import { forecastByRate } from './rate.ts'

/**
 * Forecasts sales that come now and then by their rate.
 *
 * @param input at least four values
 * @returns middles and ends in the unit of the values
 * @missing a rate of 0 without any sale
 * @source J. D. Croston, "Forecasting and stock control for intermittent demands", Operational Research Quarterly 23 (1972); agrees with R's
 *   forecast::croston (test/reference/forecast)
 * @example croston.forecast({ values: [0, 0, 6, 0, 0, 6], seasonLength: 4, horizon: 1 }).middle // [2]
 */
export const croston: ForecastMethod = {
  id: 'croston',
  needs: () => 4,
  forecast: (input) => forecastByRate(input, 'croston')
}
