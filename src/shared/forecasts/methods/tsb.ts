// TSB: the chance of a sale and its size, so that a customer who stays away fades.
import type { ForecastMethod } from './method.ts'
import { forecastByRate } from './rate.ts'

/**
 * Forecasts sales that come now and then by their rate.
 *
 * @param input at least four values
 * @returns middles and ends in the unit of the values
 * @missing a rate of 0 without any sale
 * @source R. H. Teunter, A. A. Syntetos, M. Z. Babai, "Intermittent demand: linking forecasting to inventory obsolescence", European Journal of
 *   Operational Research 214 (2011); its recursion written in R gives the same (test/reference/forecast)
 * @example tsb.forecast({ values: [0, 0, 6, 0, 0, 6], seasonLength: 4, horizon: 1 }).middle // [2.058]
 */
export const tsb: ForecastMethod = { id: 'tsb', needs: () => 4, forecast: (input) => forecastByRate(input, 'tsb') }
