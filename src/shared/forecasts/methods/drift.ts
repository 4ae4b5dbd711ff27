// Drift: the line through the first and the last value goes on.
import { errorSizeOf } from './errors.ts'
import type { ForecastMethod, MethodForecast, MethodInput } from './method.ts'

/**
 * Forecasts by the last value plus the average change so far for every step.
 *
 * With T values the standard error of step h is σ·√(h·(1 + h / (T − 1))): the steps' own errors, and that of the drift,
 * which grows with h. A sum of steps has variance σ²·(Σ w² + (Σ h)² / (T − 1)), w being how many of its steps an error is in.
 *
 * @param input at least two values
 * @returns middles and errors in the unit of the values
 * @missing errors are null with two values, as the line passes through both
 * @source R. J. Hyndman and G. Athanasopoulos, "Forecasting: Principles and Practice", 3rd ed. (2021), sections 5.2 and 5.5;
 *   agrees with R's forecast::rwf(drift = TRUE) (test/reference/forecast)
 * @example drift.forecast({ values: [1, 2, 5], seasonLength: 4, horizon: 2 }).middle // [7, 9]
 */
export const drift: ForecastMethod = {
  id: 'drift',
  needs: () => 2,
  forecast: forecastByDrift
}

function forecastByDrift({ values, horizon }: MethodInput): MethodForecast {
  const changes = values.length - 1
  const last = values[changes] ?? 0
  const slope = (last - (values[0] ?? 0)) / changes
  const errors = values.slice(1).map((value, at) => value - (values[at] ?? 0) - slope)
  const size = errorSizeOf(errors, 1)
  const steps = Array.from({ length: horizon }, (_, at) => at + 1)
  return {
    middle: steps.map((step) => last + step * slope),
    spread:
      size === null
        ? null
        : {
            kind: 'bell',
            degrees: null,
            standardErrors: steps.map((step) => size * Math.sqrt(step * (1 + step / changes))),
            sumStandardError: (from, to) => size * Math.sqrt(sumVariance(from, to, changes))
          },
    errorSize: size,
    errorCount: errors.length,
    sources: steps.map(() => [0, changes]),
    explanation: null
  }
}

function sumVariance(from: number, to: number, changes: number): number {
  let squares = 0
  let allSteps = 0
  for (let step = 1; step <= to; step += 1) {
    squares += (to - Math.max(from, step) + 1) ** 2
    if (step >= from) allSteps += step
  }
  return squares + allSteps ** 2 / changes
}
