// Rows of what was decided about series: one-off deals, changed definitions, totals typed or pasted, and the values of drivers.
import type { Reader, Writer } from '#engine/db.ts'
import type { OpportunityId } from '#shared/crm/types.ts'
import type { OneOffTreatment, SeriesChange, SeriesChangeId, SeriesTotal } from '#shared/forecasts/series-types.ts'
import type { ForecastCut } from '#shared/forecasts/types.ts'
import type { IsoDate } from '#shared/units/date.ts'

export interface OneOffDecision {
  opportunityId: OpportunityId
  treatment: OneOffTreatment
  /** What a capped deal counts for; null for the others. */
  capMinor: number | null
  reason: string
  decidedAt: string
}

const ONE_OFF = `SELECT opportunity_id AS opportunityId, treatment, cap_minor AS capMinor, reason, decided_at AS decidedAt
  FROM one_off_deals`

export const listOneOffDecisions = (db: Reader): OneOffDecision[] =>
  db.all<OneOffDecision>(`${ONE_OFF} ORDER BY opportunity_id`)

const oneOffIdOf = (db: Reader, opportunityId: OpportunityId): number | undefined =>
  db.get<{ id: number }>('SELECT id FROM one_off_deals WHERE opportunity_id = :opportunityId', { opportunityId })?.id

export function putOneOff(db: Writer, decision: OneOffDecision): void {
  const row = {
    treatment: decision.treatment,
    cap_minor: decision.capMinor,
    reason: decision.reason,
    decided_at: decision.decidedAt
  }
  const there = oneOffIdOf(db, decision.opportunityId)
  if (there === undefined) db.insert('one_off_deals', { opportunity_id: decision.opportunityId, ...row })
  else db.update('one_off_deals', there, row)
}

/** @returns false where nothing had been decided */
export function removeOneOff(db: Writer, opportunityId: OpportunityId): boolean {
  const there = oneOffIdOf(db, opportunityId)
  if (there === undefined) return false
  db.remove('one_off_deals', there)
  return true
}

type ChangeRecord = Omit<SeriesChange, 'cut'> & { cutJson: string }

const CHANGE = `SELECT id, changed_on AS changedOn, treatment, factor_ratio AS factorRatio, cut_json AS cutJson, reason
  FROM series_changes`

const toChange = ({ cutJson, ...record }: ChangeRecord): SeriesChange => ({
  ...record,
  cut: JSON.parse(cutJson) as ForecastCut
})

/** Changed definitions, the oldest first. */
export const listSeriesChanges = (db: Reader): SeriesChange[] =>
  db.all<ChangeRecord>(`${CHANGE} ORDER BY changed_on, id`).map(toChange)

export const findSeriesChange = (db: Reader, id: SeriesChangeId): SeriesChange | undefined => {
  const record = db.get<ChangeRecord>(`${CHANGE} WHERE id = :id`, { id })
  return record && toChange(record)
}

export type SeriesChangeFields = Omit<SeriesChange, 'id'>

const changeRow = (change: SeriesChangeFields) => ({
  changed_on: change.changedOn,
  treatment: change.treatment,
  factor_ratio: change.factorRatio,
  cut_json: JSON.stringify(change.cut),
  reason: change.reason
})

export const insertSeriesChange = (db: Writer, change: SeriesChangeFields): SeriesChangeId =>
  db.insert('series_changes', changeRow(change)) as SeriesChangeId

export const updateSeriesChange = (db: Writer, id: SeriesChangeId, change: SeriesChangeFields): void =>
  db.update('series_changes', id, changeRow(change))

export const removeSeriesChange = (db: Writer, id: SeriesChangeId): void => db.remove('series_changes', id)

export interface TotalRecord extends SeriesTotal {
  id: number
  cutKey: string
  cut: ForecastCut
}

const TOTAL = `SELECT id, cut_key AS cutKey, cut_json AS cutJson, starts_on AS startsOn, ends_on AS endsOn,
  amount_minor AS amountMinor, currency FROM series_totals`

type StoredTotal = Omit<TotalRecord, 'cut'> & { cutJson: string }

const toTotal = ({ cutJson, ...record }: StoredTotal): TotalRecord => ({
  ...record,
  cut: JSON.parse(cutJson) as ForecastCut
})

/** Totals typed or pasted, of one cut or of all, by their days. */
export const listTotals = (db: Reader, cutKey?: string): TotalRecord[] =>
  cutKey === undefined
    ? db.all<StoredTotal>(`${TOTAL} ORDER BY cut_key, starts_on, ends_on`).map(toTotal)
    : db.all<StoredTotal>(`${TOTAL} WHERE cut_key = :cutKey ORDER BY starts_on, ends_on`, { cutKey }).map(toTotal)

/** Adds totals; one of the same cut and days takes the new amount. */
export function putTotals(db: Writer, totals: readonly Omit<TotalRecord, 'id'>[]): void {
  for (const { cutKey, cut, startsOn, endsOn, amountMinor, currency } of totals) {
    const there = db.get<{ id: number }>(
      'SELECT id FROM series_totals WHERE cut_key = :cutKey AND starts_on = :startsOn AND ends_on = :endsOn',
      { cutKey, startsOn, endsOn }
    )
    const row = { cut_json: JSON.stringify(cut), amount_minor: amountMinor, currency }
    if (there !== undefined) db.update('series_totals', there.id, row)
    else db.insert('series_totals', { cut_key: cutKey, starts_on: startsOn, ends_on: endsOn, ...row })
  }
}

/** @returns how many went */
export function removeTotals(db: Writer, cutKeys: readonly string[]): number {
  const rows = db.all<{ id: number }>(
    'SELECT t.id FROM json_each(:cutKeys) k CROSS JOIN series_totals t ON t.cut_key = k.value',
    { cutKeys: JSON.stringify(cutKeys) }
  )
  for (const { id } of rows) db.remove('series_totals', id)
  return rows.length
}

export interface DriverValue {
  driver: string
  startsOn: IsoDate
  value: number
}

/** Values of drivers by name and day. */
export const listDriverValues = (db: Reader): DriverValue[] =>
  db.all<DriverValue>('SELECT driver, starts_on AS startsOn, value FROM driver_values ORDER BY driver, starts_on')

/** Adds values; one of the same driver and day takes the new value. */
export function putDriverValues(db: Writer, values: readonly DriverValue[]): void {
  for (const { driver, startsOn, value } of values) {
    const there = db.get<{ id: number }>(
      'SELECT id FROM driver_values WHERE driver = :driver AND starts_on = :startsOn',
      { driver, startsOn }
    )
    if (there !== undefined) db.update('driver_values', there.id, { value })
    else db.insert('driver_values', { driver, starts_on: startsOn, value })
  }
}

/** @returns how many values went */
export function removeDriver(db: Writer, driver: string): number {
  const rows = db.all<{ id: number }>('SELECT id FROM driver_values WHERE driver = :driver', { driver })
  for (const { id } of rows) db.remove('driver_values', id)
  return rows.length
}
