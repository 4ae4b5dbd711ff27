// What Croston, SBA and TSB share: a rate a period from sizes and times between sales, and the range of single periods.
import { correlateAll, rangeOfPeriods } from '../automatic/ranges.ts'
import { describeDemand, fitRate, type RateMethod } from '../intermittent/rates.ts'
import { allSources, type MethodForecast, type MethodInput } from './method.ts'

/** Smoothing of sizes and of times (or of the chance), as by custom. */
const smoothing = 0.1

/**
 * Forecasts every period by what one brings on average.
 *
 * The range is that of a single period, which brings now something, now nothing; errors of periods have nothing to do with each other.
 *
 * @param input at least four values
 * @param method which rate
 * @returns middles and ends in the unit of the values
 * @missing no width where the values never change
 * @source see fitRate and rangeOfPeriods
 * @example forecastByRate({ values: [0, 0, 6, 0, 0, 6], seasonLength: 4, horizon: 1 }, 'croston').middle // [2]
 */
export function forecastByRate(input: MethodInput, method: RateMethod): MethodForecast {
  const { values, horizon } = input
  const { rate } = fitRate(values, method, smoothing, smoothing)
  const sizes = values.filter((value) => value !== 0)
  const steps = Array.from({ length: horizon })
  const range = rangeOfPeriods(values, rate)
  return {
    middle: steps.map(() => rate),
    spread: {
      kind: 'ends',
      basis: 'pastPeriods',
      steps: steps.map(() => range),
      correlations: correlateAll(horizon, () => 0)
    },
    errorSize: null,
    errorCount: values.length,
    sources: allSources(input),
    explanation: {
      kind: 'rate',
      rate,
      meanInterval: sizes.length === 0 ? values.length : describeDemand(values).meanInterval,
      meanSize: sizes.length === 0 ? 0 : sizes.reduce((sum, size) => sum + size, 0) / sizes.length
    }
  }
}
