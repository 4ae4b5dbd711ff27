// The rows of what people call (a deal's category, chance, day or amount; what a team or seller will bring in a period), and of simulations
// that were kept: forecasts of the kind 'pipeline'.
import type { Reader, Writer } from '#engine/db.ts'
import type { OpportunityId } from '#shared/crm/types.ts'
import type {
  CallCut,
  DealCall,
  ForecastCall,
  ForecastCallId,
  KeptPipeline,
  KeptPipelineBasis,
  KeptPipelinePoint
} from '#shared/forecasts/pipeline-view-types.ts'
import type { ForecastId } from '#shared/forecasts/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'

const DEAL_CALL = `SELECT id, opportunity_id AS dealId, made_on AS madeOn, category, chance_ratio AS chanceRatio, close_on AS closeOn,
  amount_minor AS amountMinor, note FROM deal_calls`

/** Every call of every deal, deal by deal, the newest last. */
export const listDealCalls = (db: Reader): DealCall[] =>
  db.all<DealCall>(`${DEAL_CALL} ORDER BY opportunity_id, made_on, id`)

/** The calls of one deal, the newest last. */
export const listCallsOfDeal = (db: Reader, dealId: OpportunityId): DealCall[] =>
  db.all<DealCall>(`${DEAL_CALL} WHERE opportunity_id = :dealId ORDER BY made_on, id`, { dealId })

export type DealCallFields = Pick<DealCall, 'category' | 'chanceRatio' | 'closeOn' | 'amountMinor' | 'note'>

/** Keeps what is called of a deal on a day; another call of the same day is replaced. */
export function putDealCall(db: Writer, dealId: OpportunityId, madeOn: IsoDate, fields: DealCallFields): void {
  const row = {
    category: fields.category,
    chance_ratio: fields.chanceRatio,
    close_on: fields.closeOn,
    amount_minor: fields.amountMinor,
    note: fields.note
  }
  const there = db.get<{ id: number }>(
    'SELECT id FROM deal_calls WHERE opportunity_id = :dealId AND made_on = :madeOn ORDER BY id DESC LIMIT 1',
    { dealId, madeOn }
  )
  if (there === undefined) db.insert('deal_calls', { opportunity_id: dealId, made_on: madeOn, ...row })
  else db.update('deal_calls', there.id, row)
}

export const removeDealCall = (db: Writer, id: DealCall['id']): void => db.remove('deal_calls', id)

interface ForecastCallRecord extends Omit<ForecastCall, 'cut'> {
  readonly cutJson: string
}

const FORECAST_CALL = `SELECT id, made_on AS madeOn, period_key AS periodKey, starts_on AS startsOn, ends_on AS endsOn,
  by_seller_id AS bySellerId, by_name AS byName, cut_json AS cutJson, category, amount_minor AS amountMinor, currency, note
  FROM forecast_calls`

const toCall = ({ cutJson, ...call }: ForecastCallRecord): ForecastCall => ({
  ...call,
  cut: JSON.parse(cutJson) as CallCut
})

/** What people have called of periods, the newest first. */
export const listForecastCalls = (db: Reader): ForecastCall[] =>
  db.all<ForecastCallRecord>(`${FORECAST_CALL} ORDER BY made_on DESC, id DESC`).map(toCall)

export const findForecastCall = (db: Reader, id: ForecastCallId): ForecastCall | undefined => {
  const record = db.get<ForecastCallRecord>(`${FORECAST_CALL} WHERE id = :id`, { id })
  return record && toCall(record)
}

export const insertForecastCall = (
  db: Writer,
  call: Omit<ForecastCall, 'id'> & { readonly cutKey: string; readonly currency: CurrencyCode }
): ForecastCallId =>
  db.insert('forecast_calls', {
    made_on: call.madeOn,
    period_key: call.periodKey,
    starts_on: call.startsOn,
    ends_on: call.endsOn,
    by_seller_id: call.bySellerId,
    by_name: call.byName,
    cut_key: call.cutKey,
    cut_json: JSON.stringify(call.cut),
    category: call.category,
    amount_minor: call.amountMinor,
    currency: call.currency,
    note: call.note
  }) as ForecastCallId

export const removeForecastCall = (db: Writer, id: ForecastCallId): void => db.remove('forecast_calls', id)

/** As it is kept with a forecast of the kind 'pipeline'. `total` has the shape that all kept forecasts have. */
interface Explanation {
  pipeline: KeptPipelineBasis
  total: unknown
}

interface KeptRecord {
  forecastId: ForecastId
  scenarioId: ScenarioId
  madeAt: string
  name: string
  dataAsOf: IsoDate
  currency: CurrencyCode
  explanationJson: string
}

const KEPT = `SELECT id AS forecastId, scenario_id AS scenarioId, made_at AS madeAt, name, data_as_of_on AS dataAsOf, currency,
  explanation_json AS explanationJson FROM forecasts WHERE kind = 'pipeline'`

const KEPT_POINTS = `SELECT period_key AS periodKey, starts_on AS startsOn, ends_on AS endsOn, middle_minor AS middleMinor,
  low80_minor AS low80Minor, high80_minor AS high80Minor, low95_minor AS low95Minor, high95_minor AS high95Minor
  FROM forecast_points WHERE forecast_id = :id ORDER BY starts_on, id`

const toKept = (db: Reader, { explanationJson, scenarioId: _, ...row }: KeptRecord): KeptPipeline => ({
  ...row,
  ...(JSON.parse(explanationJson) as Explanation).pipeline,
  points: db.all<KeptPipelinePoint>(KEPT_POINTS, { id: row.forecastId })
})

/** Simulations of the whole company that were kept in a scenario, the newest first. */
export const listKeptPipelines = (db: Reader, scenarioId: ScenarioId): KeptPipeline[] =>
  db
    .all<KeptRecord>(`${KEPT} AND scenario_id = :scenarioId ORDER BY made_at DESC, id DESC`, { scenarioId })
    .map((row) => toKept(db, row))

export const findKeptPipeline = (
  db: Reader,
  id: ForecastId
): { scenarioId: ScenarioId; kept: KeptPipeline } | undefined => {
  const row = db.get<KeptRecord>(`${KEPT} AND id = :id`, { id })
  return row && { scenarioId: row.scenarioId, kept: toKept(db, row) }
}

export function insertKeptPipeline(
  db: Writer,
  scenarioId: ScenarioId,
  { madeAt, name, dataAsOf, currency, points, ...basis }: Omit<KeptPipeline, 'forecastId'>
): ForecastId {
  const { total } = basis
  const explanation: Explanation = {
    pipeline: basis,
    total: {
      fromKey: total.fromKey,
      toKey: total.toKey,
      periods: points.length,
      middleMinor: points.reduce((sum, point) => sum + point.middleMinor, 0),
      low80Minor: total.p10Minor - total.beforeMinor,
      high80Minor: total.p90Minor - total.beforeMinor,
      low95Minor: total.low95Minor - total.beforeMinor,
      high95Minor: total.high95Minor - total.beforeMinor
    }
  }
  const id = db.insert('forecasts', {
    scenario_id: scenarioId,
    made_at: madeAt,
    kind: 'pipeline',
    name,
    method: 'pipeline',
    grain: basis.choices.grain,
    measure: 'bookings',
    cut_json: JSON.stringify({ kind: 'company' }),
    data_as_of_on: dataAsOf,
    currency,
    history_json: '[]',
    explanation_json: JSON.stringify(explanation)
  }) as ForecastId
  db.insertMany(
    'forecast_points',
    [
      'forecast_id',
      'period_key',
      'starts_on',
      'ends_on',
      'middle_minor',
      'low80_minor',
      'high80_minor',
      'low95_minor',
      'high95_minor'
    ],
    points.map((point) => [
      id,
      point.periodKey,
      point.startsOn,
      point.endsOn,
      point.middleMinor,
      point.low80Minor,
      point.high80Minor,
      point.low95Minor,
      point.high95Minor
    ])
  )
  return id
}

export const removeKeptPipeline = (db: Writer, id: ForecastId): void => db.remove('forecasts', id)
