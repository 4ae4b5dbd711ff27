// Automatic: looks at what kind of series it is, combines forecasts that err in different ways, and draws them to the baseline as far as they were worse.
import { forecastAutomatically } from '../automatic/automatic.ts'
import { latestOf } from '../automatic/history.ts'
import type { AutomaticForecast } from '../automatic/types.ts'
import { allSources, type ForecastMethod, type MethodForecast, type MethodInput } from './method.ts'

/**
 * Forecasts without being told how.
 *
 * @param input at least one value
 * @returns middles and ends in the unit of the values
 * @missing no range with a single value, and with two or three that are the same
 * @source see forecastAutomatically
 * @example automatic.forecast({ values: [5], seasonLength: 4, horizon: 2 }).middle // [5, 5]
 */
export const automatic: ForecastMethod = {
  id: 'automatic',
  needs: () => 1,
  forecast: (input) => describeAutomatic(forecastAutomatically(input), input)
}

/**
 * Writes an automatic forecast as that of any method.
 *
 * @param found the automatic forecast
 * @param input what it was made from
 * @returns the forecast
 * @missing see automatic
 * @source arithmetic
 * @example describeAutomatic(forecastAutomatically(input), input).middle // forecastAutomatically(input).middle
 */
export function describeAutomatic(found: AutomaticForecast, input: MethodInput): MethodForecast {
  const { values, seasonLength } = input
  const { ranges, correlations } = found
  const count = values.length
  const raw = found.members.map(({ maseRatio }) => (maseRatio !== null && maseRatio > 0 ? 1 / maseRatio ** 2 : null))
  // All count the same where one of them has no error to go by.
  const areKnown = raw.every((weight) => weight !== null)
  const weights = raw.map((weight) => (areKnown ? (weight ?? 1) : 1))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const lag = found.method === 'seasonalNaive' ? seasonLength : found.method === 'naive' ? 1 : null
  return {
    middle: found.middle,
    spread: ranges && correlations ? { kind: 'ends', basis: found.rangeBasis, steps: ranges, correlations } : null,
    errorSize: null,
    errorCount: Math.max(0, latestOf(values, seasonLength).values.length - (lag ?? 0)),
    sources: lag === null ? allSources(input) : found.middle.map((_, step) => [count - lag + (step % lag)]),
    explanation: {
      kind: 'automatic',
      method: found.method,
      reason: found.reason,
      members: found.members.map(({ id, maseRatio }, at) => ({
        id,
        maseRatio,
        weightRatio: (weights[at] ?? 0) / total
      })),
      baselineShareRatio: found.baselineShare,
      seasonProbabilityRatio: found.seasonProbability
    },
    isCutAtZero: found.notes.some(({ kind }) => kind === 'cutAtZero'),
    outliers: found.notes.flatMap((note) => (note.kind === 'outliers' ? note.positions : [])),
    oldLeftOut: found.notes.reduce((sum, note) => sum + (note.kind === 'oldLeftOut' ? note.count : 0), 0)
  }
}
