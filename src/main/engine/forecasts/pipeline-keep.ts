// What of a simulation is kept with its scenario: its periods with their means and ranges, and what it was made from.
import type { KeptPipeline } from '#shared/forecasts/pipeline-view-types.ts'
import type { PipelineSpan } from './pipeline-periods.ts'
import type { Simulated } from './pipeline-shelf.ts'
import { totalOf } from './pipeline-total.ts'

export function toKeep(
  { choices, madeAt, forecast }: Simulated,
  span: PipelineSpan
): Omit<KeptPipeline, 'forecastId' | 'name'> {
  const { percentilesMinor, ...total } = totalOf(forecast, span)
  const daysOf = new Map(span.periods.map((period) => [period.key, period]))
  return {
    madeAt,
    dataAsOf: forecast.asOf,
    currency: forecast.currency,
    choices,
    total,
    percentilesMinor,
    openDeals: forecast.deals.length,
    notes: forecast.notes,
    points: forecast.periods.flatMap((period) => {
      const days = daysOf.get(period.periodKey)
      if (days === undefined) return []
      const { p10Minor, p90Minor, low95Minor, high95Minor, meanMinor, periodKey } = period
      return [
        {
          periodKey,
          startsOn: days.startsOn,
          endsOn: days.endsOn,
          middleMinor: meanMinor,
          low80Minor: p10Minor,
          high80Minor: p90Minor,
          low95Minor,
          high95Minor
        }
      ]
    })
  }
}
