// Naive: every coming period is like the last one.
import { walkByLag } from './lag-walk.ts'
import type { ForecastMethod } from './method.ts'

/**
 * Forecasts every period by the last value.
 *
 * @param input at least one value
 * @returns middles and errors in the unit of the values
 * @missing errors are null with a single value
 * @source R. J. Hyndman and G. Athanasopoulos, "Forecasting: Principles and Practice", 3rd ed. (2021), sections 5.2 and 5.5;
 *   agrees with R's forecast::naive (test/reference/forecast)
 * @example naive.forecast({ values: [4, 1, 2], seasonLength: 4, horizon: 2 }).middle // [2, 2]
 */
export const naive: ForecastMethod = {
  id: 'naive',
  needs: () => 1,
  forecast: (input) => walkByLag(input, 1)
}
