// The number to share out: typed, or taken from a company forecast of the scenario, with where it came from.
import { sumBookings } from '#engine/crm/store.ts'
import type { Reader } from '#engine/db.ts'
import { findForecast, findLatestForecast } from '#engine/forecasts/store.ts'
import type { ForecastRun } from '#shared/forecasts/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { targetFromForecast } from '#shared/quotas/rules.ts'
import type { AllocationRequest, ForecastTarget, QuotasError, TargetSource } from '#shared/quotas/types.ts'
import { addDays } from '#shared/units/date.ts'
import type { YearFrame } from './load.ts'

function targetOf(db: Reader, frame: YearFrame, run: ForecastRun): ForecastTarget | null {
  const target = targetFromForecast(run, frame.year, (day) =>
    day <= frame.year.startsOn
      ? 0
      : sumBookings(db, { from: frame.year.startsOn, to: addDays(day, -1), currency: frame.currency }).amountMinor
  )
  return target && { forecastId: run.id, madeAt: run.madeAt, method: run.method, grain: run.series.grain, ...target }
}

/** What the latest company forecast of the scenario says about the plan year; null when none does. */
export function findForecastTarget(db: Reader, scenarioId: ScenarioId, frame: YearFrame): ForecastTarget | null {
  const run = findLatestForecast(db, scenarioId)
  return run === undefined ? null : targetOf(db, frame, run)
}

/** The target asked for, with its source, or why there is none. */
export function resolveTarget(
  db: Reader,
  frame: YearFrame,
  asked: AllocationRequest['target']
): { ok: true; targetMinor: number; source: TargetSource } | { ok: false; error: QuotasError } {
  if (asked.kind === 'typed') return { ok: true, targetMinor: asked.amountMinor, source: { kind: 'typed' } }
  const run = findForecast(db, asked.forecastId)
  const target = run === undefined ? null : targetOf(db, frame, run)
  if (target === null) return { ok: false, error: { code: 'quotas.noForecast' } }
  if (!target.coversYear) return { ok: false, error: { code: 'quotas.forecastLeavesGap' } }
  const { forecastId, madeAt, method, periodKeys, bookedMinor } = target
  return {
    ok: true,
    targetMinor: target.targetMinor,
    source: { kind: 'forecast', forecastId, madeAt, method, periodKeys, bookedMinor }
  }
}
