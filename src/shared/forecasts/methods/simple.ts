// Simple exponential smoothing: every coming period is like a mean of the past that trusts the latest most.
import type { EtsForm } from '../ets/form.ts'
import type { ForecastMethod } from './method.ts'
import { forecastBySmoothing, valuesNeeded } from './smoothing.ts'

const form: EtsForm = { error: 'A', trend: 'N', season: 'N' }

/**
 * Forecasts every period by the smoothed level.
 *
 * @param input at least five values
 * @returns middles and errors in the unit of the values; the range widens with distance by how quick the level moves
 * @missing no width where the values never change
 * @source R. G. Brown (1956), as ETS(A,N,N): Hyndman and others, "Forecasting with Exponential Smoothing" (2008); agrees with R's forecast::ses
 *   (test/reference/forecast)
 * @example simple.needs(4) // 5
 */
export const simple: ForecastMethod = {
  id: 'simple',
  needs: (seasonLength) => valuesNeeded(form, seasonLength),
  forecast: (input) => forecastBySmoothing(input, [form])
}
