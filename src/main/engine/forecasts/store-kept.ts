// Forecasts of the whole company that were kept in a scenario, of whatever kind: from a series, from the pipeline, from a case. What quotas
// take a target from.
import type { Reader } from '#engine/db.ts'
import type { CaseTargetBasis } from '#shared/forecasts/case-target.ts'
import type { ForecastGrain, ForecastId, ForecastTotal } from '#shared/forecasts/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'

export type KeptKind = 'series' | 'pipeline' | 'case'

export interface KeptForecast {
  readonly id: ForecastId
  readonly scenarioId: ScenarioId
  readonly kind: KeptKind
  /** Of a case or a pipeline; empty for a series. */
  readonly name: string
  readonly madeAt: string
  readonly method: string
  readonly grain: ForecastGrain
  readonly currency: CurrencyCode
  readonly points: readonly {
    readonly periodKey: string
    readonly startsOn: IsoDate
    readonly endsOn: IsoDate
    readonly middleMinor: number
  }[]
  /** Of all points together. */
  readonly total: Pick<ForecastTotal, 'middleMinor' | 'low80Minor' | 'high80Minor'>
  /** Of a case alone: at which percentile it was handed over, and with what on top. */
  readonly basis: CaseTargetBasis | null
}

interface KeptRecord extends Omit<KeptForecast, 'points' | 'total' | 'basis'> {
  explanationJson: string
}

const KEPT = `SELECT id, scenario_id AS scenarioId, kind, name, made_at AS madeAt, method, grain, currency,
  explanation_json AS explanationJson FROM forecasts WHERE json_extract(cut_json, '$.kind') = 'company'`

function toKept(db: Reader, { explanationJson, ...row }: KeptRecord): KeptForecast {
  const explanation = JSON.parse(explanationJson) as { total: KeptForecast['total']; case?: CaseTargetBasis }
  return {
    ...row,
    points: db.all<KeptForecast['points'][number]>(
      `SELECT period_key AS periodKey, starts_on AS startsOn, ends_on AS endsOn, middle_minor AS middleMinor
      FROM forecast_points WHERE forecast_id = :id ORDER BY starts_on, id`,
      { id: row.id }
    ),
    total: explanation.total,
    basis: explanation.case ?? null
  }
}

/** The newest first. */
export const listKept = (db: Reader, scenarioId: ScenarioId): KeptForecast[] =>
  db
    .all<KeptRecord>(`${KEPT} AND scenario_id = :scenarioId ORDER BY made_at DESC, id DESC`, { scenarioId })
    .map((row) => toKept(db, row))

export const findKept = (db: Reader, id: ForecastId): KeptForecast | undefined => {
  const row = db.get<KeptRecord>(`${KEPT} AND id = :id`, { id })
  return row && toKept(db, row)
}
