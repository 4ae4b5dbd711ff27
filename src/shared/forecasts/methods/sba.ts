// SBA: Croston's rate without its bias.
import type { ForecastMethod } from './method.ts'
import { forecastByRate } from './rate.ts'

/**
 * Forecasts sales that come now and then by their rate.
 *
 * @param input at least four values
 * @returns middles and ends in the unit of the values
 * @missing a rate of 0 without any sale
 * @source A. A. Syntetos, J. E. Boylan, "The accuracy of intermittent demand estimates", International Journal of Forecasting 21 (2005); R's
 *   forecast::croston times one less half the smoothing (test/reference/forecast)
 * @example sba.forecast({ values: [0, 0, 6, 0, 0, 6], seasonLength: 4, horizon: 1 }).middle // [1.9]
 */
export const sba: ForecastMethod = { id: 'sba', needs: () => 4, forecast: (input) => forecastByRate(input, 'sba') }
