// Seasonal naive: each period repeats the same period of the last year. The baseline that every other method must beat.
import { walkByLag } from './lag-walk.ts'
import type { ForecastMethod } from './method.ts'

/**
 * Forecasts each period by the value of the same period a year before.
 *
 * @param input at least one season of values
 * @returns middles and errors in the unit of the values
 * @missing errors are null with a single season, as nothing was ever repeated yet
 * @source R. J. Hyndman and G. Athanasopoulos, "Forecasting: Principles and Practice", 3rd ed. (2021), sections 5.2 and 5.5;
 *   agrees with R's forecast::snaive (test/reference/forecast)
 * @example seasonalNaive.forecast({ values: [4, 1, 2, 3], seasonLength: 4, horizon: 5 }).middle // [4, 1, 2, 3, 4]
 */
export const seasonalNaive: ForecastMethod = {
  id: 'seasonalNaive',
  needs: (seasonLength) => seasonLength,
  forecast: (input) => walkByLag(input, input.seasonLength)
}
