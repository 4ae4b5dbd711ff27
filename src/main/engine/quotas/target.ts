// The number to share out: typed, or taken from a kept forecast of the whole company, with where it came from.
import { sumBookings } from '#engine/crm/store.ts'
import type { Reader } from '#engine/db.ts'
import { findKept, type KeptForecast, listKept } from '#engine/forecasts/store-kept.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { targetFromForecast } from '#shared/quotas/rules.ts'
import type { AllocationRequest, ForecastTarget, QuotasError, TargetSource } from '#shared/quotas/types.ts'
import { addDays } from '#shared/units/date.ts'
import type { YearFrame } from './load.ts'

function targetOf(db: Reader, frame: YearFrame, kept: KeptForecast): ForecastTarget | null {
  // Amounts of another currency than the workspace's would be shared out as if they were of this one.
  if (kept.currency !== frame.currency) return null
  const target = targetFromForecast(kept, frame.year, (day) =>
    day <= frame.year.startsOn
      ? 0
      : sumBookings(db, { from: frame.year.startsOn, to: addDays(day, -1), currency: frame.currency }).amountMinor
  )
  if (target === null) return null
  // The kept range is that of all periods: it holds for the year only where all of them lie in it. A case was handed over at one percentile.
  const { low80Minor, high80Minor } = kept.total
  const hasRange = kept.kind !== 'case' && target.periodKeys.length === kept.points.length
  return {
    forecastId: kept.id,
    kind: kept.kind,
    name: kept.name,
    madeAt: kept.madeAt,
    method: kept.method,
    grain: kept.grain,
    percentile: kept.basis?.percentile ?? null,
    stretchRatio: kept.basis?.stretchRatio ?? 0,
    lowMinor: hasRange && low80Minor !== null ? low80Minor + target.bookedMinor : null,
    highMinor: hasRange && high80Minor !== null ? high80Minor + target.bookedMinor : null,
    ...target
  }
}

/** What the kept company forecasts of the scenario say about the plan year, the newest first; those that say nothing about it are absent. */
export const listForecastTargets = (db: Reader, scenarioId: ScenarioId, frame: YearFrame): ForecastTarget[] =>
  listKept(db, scenarioId).flatMap((kept) => targetOf(db, frame, kept) ?? [])

/** The target asked for, with its source, or why there is none. */
export function resolveTarget(
  db: Reader,
  frame: YearFrame,
  asked: AllocationRequest['target']
): { ok: true; targetMinor: number; source: TargetSource } | { ok: false; error: QuotasError } {
  if (asked.kind === 'typed') return { ok: true, targetMinor: asked.amountMinor, source: { kind: 'typed' } }
  const kept = findKept(db, asked.forecastId)
  const target = kept === undefined ? null : targetOf(db, frame, kept)
  if (target === null) return { ok: false, error: { code: 'quotas.noForecast' } }
  if (!target.coversYear) return { ok: false, error: { code: 'quotas.forecastLeavesGap' } }
  const amounts = { low: target.lowMinor, middle: target.targetMinor, high: target.highMinor }
  const targetMinor = amounts[asked.rank]
  if (targetMinor === null) return { ok: false, error: { code: 'quotas.forecastHasNoRange' } }
  const { forecastId, madeAt, method, periodKeys, bookedMinor, percentile, stretchRatio } = target
  return {
    ok: true,
    targetMinor,
    source: {
      kind: 'forecast',
      forecastId,
      madeAt,
      method,
      periodKeys,
      bookedMinor,
      of: target.kind,
      name: target.name,
      rank: asked.rank,
      percentile,
      stretchRatio
    }
  }
}
