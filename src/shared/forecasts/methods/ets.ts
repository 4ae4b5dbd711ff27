// Exponential smoothing in all its forms, the likeliest taken.
import { longestSeason } from '../ets/family.ts'
import { etsForms } from '../ets/form.ts'
import type { ForecastMethod } from './method.ts'
import { forecastBySmoothing } from './smoothing.ts'

/**
 * Forecasts by the form of exponential smoothing with the least AICc.
 *
 * @param input at least five values; forms with a season join with two of them
 * @returns middles and errors in the unit of the values
 * @missing no width where the values never change; seasons of more than 24 periods are not looked for
 * @source R. J. Hyndman, A. B. Koehler, R. D. Snyder, S. Grose, "A state space framework for automatic forecasting using exponential smoothing
 *   methods", International Journal of Forecasting 18 (2002); agrees with R's forecast::ets (test/reference/forecast)
 * @example ets.needs(12) // 5
 */
export const ets: ForecastMethod = {
  id: 'ets',
  needs: () => 5,
  forecast: (input) => {
    const { seasonLength, values } = input
    const hasSeason = seasonLength > 1 && seasonLength <= longestSeason && values.length >= 2 * seasonLength
    return forecastBySmoothing(
      input,
      etsForms.filter((form) => hasSeason || form.season === 'N')
    )
  }
}
