// The rows of forecasts that were kept: one per run with its history and explanation, and one per coming period.
import type { Reader, SqlValue, Writer } from '#engine/db.ts'
import type {
  ForecastCut,
  ForecastDraft,
  ForecastGrain,
  ForecastId,
  ForecastPoint,
  ForecastRun,
  ForecastRunRow,
  MethodId,
  SalesSeries,
  SeriesSource
} from '#shared/forecasts/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'

interface ForecastRecord {
  id: ForecastId
  scenarioId: ScenarioId
  madeAt: string
  method: MethodId
  grain: ForecastGrain
  source: SeriesSource
  cutJson: string
  dataAsOf: IsoDate
  currency: CurrencyCode
  historyJson: string
  explanationJson: string
}

/** Everything of a draft that isn't history or a point, as it is kept in one column. */
type Explanation = Omit<ForecastDraft, 'method' | 'cut' | 'series' | 'points'> & { sources: string[][] }

type PointRecord = Omit<ForecastPoint, 'sourceKeys'>

const FORECAST = `SELECT id, scenario_id AS scenarioId, made_at AS madeAt, method, grain, measure AS source, cut_json AS cutJson,
  data_as_of_on AS dataAsOf, currency, history_json AS historyJson, explanation_json AS explanationJson FROM forecasts`

const POINTS = `SELECT period_key AS periodKey, starts_on AS startsOn, ends_on AS endsOn, middle_minor AS middleMinor,
  low80_minor AS low80Minor, high80_minor AS high80Minor, low95_minor AS low95Minor, high95_minor AS high95Minor
  FROM forecast_points WHERE forecast_id = :id ORDER BY starts_on, id`

const explanationOf = (record: ForecastRecord): Explanation => JSON.parse(record.explanationJson) as Explanation

function toRun(db: Reader, record: ForecastRecord): ForecastRun {
  const { sources, ...explanation } = explanationOf(record)
  return {
    id: record.id,
    madeAt: record.madeAt,
    method: record.method,
    cut: JSON.parse(record.cutJson) as ForecastCut,
    // The history of runs kept before there was a choice doesn't say what it was counted from.
    series: { ...(JSON.parse(record.historyJson) as SalesSeries), source: record.source },
    points: db
      .all<PointRecord>(POINTS, { id: record.id })
      .map((point, at) => ({ ...point, sourceKeys: sources[at] ?? [] })),
    ...explanation
  }
}

export function findForecast(db: Reader, id: ForecastId): (ForecastRun & { scenarioId: ScenarioId }) | undefined {
  const record = db.get<ForecastRecord>(`${FORECAST} WHERE id = :id AND kind = 'series'`, { id })
  return record && { ...toRun(db, record), scenarioId: record.scenarioId }
}

/** All runs of a scenario, the newest first. Kept pipelines stand in store-pipeline.ts, targets from cases in store-cases.ts. */
export const listForecasts = (db: Reader, scenarioId: ScenarioId): ForecastRunRow[] =>
  db
    .all<ForecastRecord>(
      `${FORECAST} WHERE scenario_id = :scenarioId AND kind = 'series' ORDER BY made_at DESC, id DESC`,
      { scenarioId }
    )
    .map((record) => {
      const { id, madeAt, method, grain, source, dataAsOf, currency } = record
      const cut = JSON.parse(record.cutJson) as ForecastCut
      return { id, madeAt, method, grain, source, dataAsOf, currency, cut, ...explanationOf(record).total }
    })

/**
 * The newest forecast of the whole company in a scenario, by won deals or typed totals: what quotas take as a target. Invoices come at other
 * times than the bookings that quotas measure, so that a forecast of them is none. Its `total` is the sum of all its periods with the
 * range of that sum; `points` are its periods one by one, and `series` what was sold before them.
 */
export function findLatestForecast(db: Reader, scenarioId: ScenarioId): ForecastRun | undefined {
  const newest = listForecasts(db, scenarioId).find((row) => row.cut.kind === 'company' && row.source !== 'invoices')
  return newest && findForecast(db, newest.id)
}

export function insertForecast(db: Writer, scenarioId: ScenarioId, madeAt: string, draft: ForecastDraft): ForecastId {
  const { method, cut, series, points, ...rest } = draft
  const explanation: Explanation = { ...rest, sources: points.map((point) => point.sourceKeys) }
  const id = db.insert('forecasts', {
    scenario_id: scenarioId,
    made_at: madeAt,
    method,
    grain: series.grain,
    measure: series.source,
    cut_json: JSON.stringify(cut),
    data_as_of_on: series.dataAsOf,
    currency: series.currency,
    history_json: JSON.stringify(series),
    explanation_json: JSON.stringify(explanation)
  }) as ForecastId
  db.insertMany(
    'forecast_points',
    pointColumns,
    points.map((point) => pointRow(id, point))
  )
  return id
}

const pointColumns = [
  'forecast_id',
  'period_key',
  'starts_on',
  'ends_on',
  'middle_minor',
  'low80_minor',
  'high80_minor',
  'low95_minor',
  'high95_minor'
]

const pointRow = (forecastId: ForecastId, point: ForecastPoint): SqlValue[] => [
  forecastId,
  point.periodKey,
  point.startsOn,
  point.endsOn,
  point.middleMinor,
  point.low80Minor,
  point.high80Minor,
  point.low95Minor,
  point.high95Minor
]

export const removeForecast = (db: Writer, id: ForecastId): void => db.remove('forecasts', id)
