// All periods of a simulated pipeline together: of a fiscal year with what it had booked before them, held against its target.
import type { PipelineForecast } from '#shared/forecasts/pipeline-types.ts'
import type { FoundTarget, PipelineTotal } from '#shared/forecasts/pipeline-view-types.ts'
import type { PipelineSpan } from './pipeline-periods.ts'

/** @param span as it is now: a target typed since the simulation counts */
export function totalOf(forecast: PipelineForecast, span: PipelineSpan): PipelineTotal {
  const { total, periods } = forecast
  const before = span.beforeMinor
  const percentilesMinor = forecast.percentilesMinor.map((minor) => minor + before)
  const target = span.fiscalYear === null ? sumOfTargets(total.targetMinor) : span.yearTarget
  return {
    fromKey: periods[0]?.periodKey ?? '',
    toKey: periods.at(-1)?.periodKey ?? '',
    fiscalYear: span.fiscalYear,
    beforeMinor: before,
    bookedMinor: total.bookedMinor,
    openMinor: total.openMinor,
    newMinor: total.newMinor,
    meanMinor: total.meanMinor + before,
    p10Minor: total.p10Minor + before,
    p50Minor: total.p50Minor + before,
    p90Minor: total.p90Minor + before,
    low95Minor: total.low95Minor + before,
    high95Minor: total.high95Minor + before,
    percentilesMinor,
    target,
    reachRatio: target === null ? null : chanceToReach(percentilesMinor, target.amountMinor)
  }
}

const sumOfTargets = (targetMinor: number | null): FoundTarget | null =>
  targetMinor === null ? null : { amountMinor: targetMinor, source: 'imported' }

/**
 * The part of the runs that come to an amount or more, from their percentiles 0.5, 1.5 … 99.5, straight between two of them: right to about a
 * half of one per cent, for an amount that is typed after the runs.
 */
export function chanceToReach(percentilesMinor: readonly number[], amountMinor: number): number {
  const at = percentilesMinor.findIndex((minor) => minor >= amountMinor)
  if (at === -1) return 0
  const [above, below] = [percentilesMinor[at], percentilesMinor[at - 1]]
  if (above === undefined || below === undefined) return 1
  return 1 - (at - 0.5 + (amountMinor - below) / (above - below)) / percentilesMinor.length
}
