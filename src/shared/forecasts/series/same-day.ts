// How far the running period has come, against earlier periods by the same day: a note beside the forecast, which doesn't use it.
import { median } from '#shared/math/median.ts'
import { daysBetween } from '#shared/units/date.ts'
import type { SameDay } from '../series-types.ts'
import type { SalesSeries } from '../types.ts'

/**
 * Holds what is sold so far in the running period against what earlier periods had sold by the same day.
 *
 * Amounts are those recorded, one-off deals included; the median keeps a single large deal from deciding what is usual.
 *
 * @param series with its running period
 * @param beginnings of earlier periods, as `beginningsOf` lists them
 * @param sums what was recorded in each beginning, minor units; one without a sum recorded nothing
 * @returns the comparison, over at most eight periods
 * @missing null when no period is running or none before it is complete
 * @example holdAgainstEarlier({ ...series, partial: null }, [], []) // null
 */
export function holdAgainstEarlier(
  series: SalesSeries,
  beginnings: readonly { key: string; periodKey: string }[],
  sums: readonly { stretchKey: string; amountMinor: number }[]
): SameDay | null {
  if (series.partial === null) return null
  const byStretch = new Map(sums.map((sum) => [sum.stretchKey, sum.amountMinor]))
  const byPeriod = new Map(series.points.map((point) => [point.periodKey, point.recordedMinor ?? point.amountMinor]))
  const filled = new Set(series.filledPeriods ?? [])
  const earlier = beginnings.flatMap(({ key, periodKey }) => {
    const wholeMinor = byPeriod.get(periodKey)
    return wholeMinor === undefined || filled.has(periodKey)
      ? []
      : [{ periodKey, byThenMinor: byStretch.get(key) ?? 0, wholeMinor }]
  })
  const usual = median(earlier.map((each) => each.byThenMinor))
  if (usual === undefined) return null
  return {
    periodKey: series.partial.periodKey,
    daysPassed: daysBetween(series.partial.startsOn, series.dataAsOf) + 1,
    soldMinor: series.partial.recordedMinor ?? series.partial.amountMinor,
    earlier,
    usualMinor: Math.round(usual)
  }
}
