// What the sample company assumes about work, worth and travel: calls by size of the account, potential by revenue, roads of Spain.
import type { Row, SampleOptions } from './types.ts'
import { sampleWords } from './words.ts'

const usualShares = { workload: 0.5, potential: 0.3, revenue: 0.2 }

/** The same in every scenario. */
export function settingsRow(options: SampleOptions, scenarioId: number): Row {
  const { large, middle, small } = sampleWords[options.language].segments
  const settings = {
    classField: 'segment',
    callNorms: [
      { value: large, callsPerYear: 24, minutesPerCall: 90 },
      { value: middle, callsPerYear: 12, minutesPerCall: 60 },
      { value: small, callsPerYear: 4, minutesPerCall: 45 }
    ],
    otherCalls: null,
    potentialField: 'revenue',
    customWeights: usualShares,
    circuity: 1.58,
    speedKmh: 70,
    hoursPerDay: 6,
    daysPerYear: 190,
    bandRatio: 0.15,
    exceptionLimitRatio: 0.15,
    dependenceRatio: 0.3
  }
  return { scenario_id: scenarioId, settings_json: JSON.stringify(settings) }
}
