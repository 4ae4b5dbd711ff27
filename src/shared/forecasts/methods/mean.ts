// Mean: every coming period is like the average of all so far.
import { errorSizeOf } from './errors.ts'
import type { ForecastMethod, MethodForecast, MethodInput } from './method.ts'

/**
 * Forecasts every period by the mean of all values.
 *
 * The standard error is σ·√(1 + 1/T) at every step, with T − 1 degrees of freedom of Student's t. A sum of H steps has
 * variance σ²·(H + H²/T): own errors apart, all steps share the error of the mean.
 *
 * @param input at least one value
 * @returns middles and errors in the unit of the values
 * @missing errors are null with a single value
 * @source R. J. Hyndman and G. Athanasopoulos, "Forecasting: Principles and Practice", 3rd ed. (2021), sections 5.2 and 5.5;
 *   agrees with R's forecast::meanf (test/reference/forecast)
 * @example mean.forecast({ values: [1, 2, 6], seasonLength: 4, horizon: 2 }).middle // [3, 3]
 */
export const mean: ForecastMethod = {
  id: 'mean',
  needs: () => 1,
  forecast: forecastByMean
}

function forecastByMean({ values, horizon }: MethodInput): MethodForecast {
  const count = values.length
  const middle = values.reduce((sum, value) => sum + value, 0) / count
  const size = errorSizeOf(
    values.map((value) => value - middle),
    1
  )
  const all = values.map((_, at) => at)
  const steps = Array.from({ length: horizon })
  return {
    middle: steps.map(() => middle),
    spread:
      size === null
        ? null
        : {
            kind: 'bell',
            degrees: count - 1,
            standardErrors: steps.map(() => size * Math.sqrt(1 + 1 / count)),
            sumStandardError: (from, to) => size * Math.sqrt(to - from + 1 + (to - from + 1) ** 2 / count)
          },
    errorSize: size,
    errorCount: count,
    sources: steps.map(() => all),
    explanation: null
  }
}
