// A history whose values never change leaves nothing to fit: it goes on, and its past errors are all zero.
import { isConstant } from '../automatic/history.ts'
import { allSources, type MethodForecast, type MethodInput } from './method.ts'

/**
 * Forecasts values that never change by themselves.
 *
 * @param input at least one value
 * @returns the value at every step, with no width
 * @missing undefined when the values change
 * @source arithmetic
 * @example forecastConstant({ values: [5, 5], seasonLength: 4, horizon: 2 })?.middle // [5, 5]
 */
export function forecastConstant(input: MethodInput): MethodForecast | undefined {
  const { values, horizon } = input
  if (!isConstant(values)) return undefined
  const value = values.at(-1) ?? 0
  const steps = Array.from({ length: horizon })
  return {
    middle: steps.map(() => value),
    spread: { kind: 'bell', degrees: null, standardErrors: steps.map(() => 0), sumStandardError: () => 0 },
    errorSize: 0,
    errorCount: values.length,
    sources: allSources(input),
    explanation: null
  }
}
