// Forecasts one part by itself, with what the adding up needs to know of it.
import { forecastAutomatically } from '../automatic/automatic.ts'
import { oneStepErrors } from './one-step-errors.ts'
import type { PartBase } from './parts.ts'

/**
 * Forecasts a part by the automatic method.
 *
 * @param values one a period, oldest first, at least one; any unit
 * @param seasonLength periods after which the year repeats
 * @param horizon periods ahead
 * @returns the forecast and its one-step errors, in the unit of the values
 * @missing `forecast.ranges` is null with a single value
 * @source see ../automatic
 * @example forecastPart([5, 5, 5, 5], 4, 2).forecast.middle // [5, 5]
 */
export function forecastPart(values: readonly number[], seasonLength: number, horizon: number): PartBase {
  const { method, reason, middle, ranges, correlations, baselineShare, notes } = forecastAutomatically({
    values,
    seasonLength,
    horizon
  })
  return {
    forecast: { method, reason, middle, ranges, correlations, baselineShare, notes },
    errors: oneStepErrors(values, seasonLength)
  }
}
