// The rows of forecasts kept at each state of the data, the states themselves, and what is held against what came: runs kept by hand and calls.
// What the deals were before a later import is read here too.
import type { Reader, SqlValue, Writer } from '#engine/db.ts'
import type { ForecastSnapshot, KeptComparison, SnapshotPoint } from '#shared/forecasts/accuracy-types.ts'
import type { ForecastCut } from '#shared/forecasts/types.ts'
import type { SellerId } from '#shared/people/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import type { FiscalCalendar } from '#shared/units/period.ts'

/** Periods have other names and ends under another calendar, amounts another size in another currency. */
export interface Frame {
  currency: CurrencyCode
  calendar: FiscalCalendar
}

export interface DataState {
  /** Null: the data didn't come through an import. */
  importId: number | null
  title: string | null
  dataAsOf: IsoDate
}

/** Imports that stand and say up to which day they know, the oldest first. */
export const listImportStates = (db: Reader): { importId: number; title: string; dataAsOf: IsoDate }[] =>
  db.all(
    `SELECT id AS importId, title, data_as_of_on AS dataAsOf FROM imports
      WHERE undone_at IS NULL AND data_as_of_on IS NOT NULL ORDER BY id`
  )

export interface SnapshotRow extends ForecastSnapshot {
  importId: number | null
  madeAt: string
}

const framed = ({ currency, calendar }: Frame) => ({ currency, calendar: JSON.stringify(calendar) })

/** Of imports that stand, or without an import. */
const LIVE = `FROM forecast_snapshots s LEFT JOIN imports i ON i.id = s.import_id
  WHERE i.undone_at IS NULL AND s.currency = :currency AND s.calendar_json = :calendar`

interface SnapshotRecord extends Omit<ForecastSnapshot, 'origin' | 'cut' | 'points'> {
  importId: number | null
  madeAt: string
  isReplayed: number
  cutJson: string
  pointsJson: string
}

/** All kept forecasts of a grain, or of one cut alone; in the order of their days. */
export const listSnapshots = (
  db: Reader,
  frame: Frame,
  grain: ForecastSnapshot['grain'],
  cutKey: string | null
): SnapshotRow[] =>
  db
    .all<SnapshotRecord>(
      `SELECT s.import_id AS importId, s.data_as_of_on AS dataAsOf, s.made_at AS madeAt, s.is_replayed AS isReplayed,
        s.cut_key AS cutKey, s.cut_json AS cutJson, s.grain, s.method, s.chosen, s.scale_minor AS scaleMinor,
        s.year_sold_minor AS yearSoldMinor, s.points_json AS pointsJson
        ${LIVE} AND s.grain = :grain AND (:cutKey IS NULL OR s.cut_key = :cutKey) ORDER BY s.data_as_of_on, s.id`,
      { ...framed(frame), grain, cutKey }
    )
    .map(({ isReplayed, cutJson, pointsJson, ...row }) => ({
      ...row,
      origin: isReplayed === 1 ? 'replayed' : 'made',
      cut: JSON.parse(cutJson) as ForecastCut,
      points: (JSON.parse(pointsJson) as PackedPoint[]).map(unpack)
    }))

/** Which forecasts there are, without what they say. */
export const listSnapshotKeys = (
  db: Reader,
  frame: Frame
): { dataAsOf: IsoDate; cutKey: string; grain: string; method: string }[] =>
  db.all(`SELECT DISTINCT s.data_as_of_on AS dataAsOf, s.cut_key AS cutKey, s.grain, s.method ${LIVE}`, framed(frame))

export const listSnapshotStates = (
  db: Reader,
  frame: Frame
): {
  dataAsOf: IsoDate
  isReplayed: number
  madeAt: string
  importTitle: string | null
  cuts: number
  forecasts: number
}[] =>
  db.all(
    `SELECT s.data_as_of_on AS dataAsOf, s.is_replayed AS isReplayed, min(s.made_at) AS madeAt, i.title AS importTitle,
      count(DISTINCT s.cut_key) AS cuts, count(*) AS forecasts
      ${LIVE} GROUP BY s.import_id, s.data_as_of_on, s.is_replayed ORDER BY s.data_as_of_on DESC, s.is_replayed`,
    framed(frame)
  )

type PackedPoint = [string, IsoDate, IsoDate, number, number | null, number | null, number | null, number | null]

const unpack = ([periodKey, startsOn, endsOn, middle, low80, high80, low95, high95]: PackedPoint): SnapshotPoint => ({
  periodKey,
  startsOn,
  endsOn,
  middleMinor: middle,
  low80Minor: low80,
  high80Minor: high80,
  low95Minor: low95,
  high95Minor: high95
})

const pack = (point: SnapshotPoint): PackedPoint => [
  point.periodKey,
  point.startsOn,
  point.endsOn,
  point.middleMinor,
  point.low80Minor,
  point.high80Minor,
  point.low95Minor,
  point.high95Minor
]

/** One of the same import, day, cut, grain and method gives way: it was made under another calendar or currency. */
export function putSnapshot(
  db: Writer,
  frame: Frame,
  snapshot: ForecastSnapshot & { importId: number | null },
  madeAt: string
): void {
  const row: Record<string, SqlValue> = {
    import_id: snapshot.importId,
    data_as_of_on: snapshot.dataAsOf,
    made_at: madeAt,
    is_replayed: snapshot.origin === 'replayed' ? 1 : 0,
    cut_key: snapshot.cutKey,
    cut_json: JSON.stringify(snapshot.cut),
    grain: snapshot.grain,
    method: snapshot.method,
    chosen: snapshot.chosen,
    currency: frame.currency,
    calendar_json: JSON.stringify(frame.calendar),
    scale_minor: snapshot.scaleMinor,
    year_sold_minor: snapshot.yearSoldMinor,
    points_json: JSON.stringify(snapshot.points.map(pack))
  }
  const names = Object.keys(row)
  db.run(
    `INSERT OR REPLACE INTO forecast_snapshots (${names.join(', ')}) VALUES (${names.map((name) => `:${name}`).join(', ')})`,
    row
  )
}

/** A deal as it counts in a state of the data: won, on a day, for somebody. */
export interface CountedDeal {
  sellerId: SellerId | null
  closeOn: IsoDate
  amountMinor: number
}

/** Deals that counted otherwise right after an import than they do now. */
export interface StateDifference {
  now: CountedDeal[]
  before: CountedDeal[]
}

interface DifferenceRow {
  id: number
  sellerId: SellerId | null
  closeOn: IsoDate | null
  amountMinor: number | null
  isWon: number
  thenSellerId: SellerId | null
  thenCloseOn: IsoDate | null
  thenAmountMinor: number | null
  wasWon: number
}

// The amount of a deal as every sum takes it (crm/store-home.ts), and that of its earlier state at the same rate.
const NOW_MINOR = `CASE WHEN o.currency = :currency THEN o.amount_minor WHEN o.home_currency = :currency THEN o.home_minor END`
const THEN_MINOR = `CASE WHEN v.currency = :currency THEN v.amount_minor
  WHEN o.home_currency = :currency AND v.currency = o.currency AND o.amount_minor <> 0
    THEN CAST(round(1.0 * v.amount_minor * o.home_minor / o.amount_minor) AS INTEGER) END`

/** What later imports changed in deals, or brought as new: taken away, the data are as they were right after the import. */
export function findStateDifference(db: Reader, importId: number, currency: CurrencyCode): StateDifference {
  const changed = db.all<DifferenceRow>(
    `SELECT o.id, o.seller_id AS sellerId, o.close_on AS closeOn, ${NOW_MINOR} AS amountMinor, s.status = 'won' AS isWon,
      v.seller_id AS thenSellerId, v.close_on AS thenCloseOn, ${THEN_MINOR} AS thenAmountMinor,
      ifnull(w.status = 'won', 0) AS wasWon
      FROM (SELECT id, min(until_import_id) FROM opportunity_versions WHERE until_import_id > :importId GROUP BY opportunity_id) f
        JOIN opportunity_versions v ON v.id = f.id JOIN opportunities o ON o.id = v.opportunity_id
        JOIN stages s ON s.id = o.stage_id LEFT JOIN stages w ON w.id = v.stage_id`,
    { importId, currency }
  )
  const difference: StateDifference = { now: [], before: [] }
  const add = (list: CountedDeal[], deal: { [Field in keyof CountedDeal]: CountedDeal[Field] | null }) => {
    if (deal.closeOn !== null && deal.amountMinor !== null)
      list.push({ sellerId: deal.sellerId, closeOn: deal.closeOn, amountMinor: deal.amountMinor })
  }
  for (const row of changed) {
    if (row.isWon === 1) add(difference.now, row)
    if (row.wasWon === 1)
      add(difference.before, {
        sellerId: row.thenSellerId,
        closeOn: row.thenCloseOn,
        amountMinor: row.thenAmountMinor
      })
  }
  const done = new Set(changed.map((row) => row.id))
  for (const row of listLaterDeals(db, importId, currency)) if (!done.has(row.id)) add(difference.now, row)
  return difference
}

/** Won deals that no import up to this one had, and a later one brought. */
function listLaterDeals(
  db: Reader,
  importId: number,
  currency: CurrencyCode
): { id: number; sellerId: SellerId | null; closeOn: IsoDate | null; amountMinor: number | null }[] {
  return db.all(
    `WITH seen AS MATERIALIZED (
      SELECT f.import_id AS import_id, r.value ->> 0 AS first_id, r.value ->> 1 AS last_id
        FROM import_seen e JOIN import_files f ON f.id = e.import_file_id JOIN imports i ON i.id = f.import_id
          JOIN json_each(e.ranges_json) r
        WHERE e.entity = 'opportunities' AND i.undone_at IS NULL)
    SELECT o.id, o.seller_id AS sellerId, o.close_on AS closeOn, ${NOW_MINOR} AS amountMinor
      FROM stages s JOIN opportunities o ON o.stage_id = s.id
      WHERE s.status = 'won'
        AND o.id IN (SELECT x.id FROM seen l JOIN opportunities x ON x.id BETWEEN l.first_id AND l.last_id WHERE l.import_id > :importId)
        AND NOT EXISTS (SELECT 1 FROM seen e WHERE e.import_id <= :importId AND o.id BETWEEN e.first_id AND e.last_id)`,
    { importId, currency }
  )
}

type KeptRecord = Omit<KeptComparison, 'cut' | 'actualMinor'> & { cutJson: string; endsOn: IsoDate; startsOn: IsoDate }

/** Periods of runs kept in a scenario that had ended by a day, the newest run first. */
export const listKeptPoints = (
  db: Reader,
  scenarioId: ScenarioId,
  endedBy: IsoDate,
  currency: CurrencyCode
): (Omit<KeptRecord, 'cutJson'> & { cut: ForecastCut })[] =>
  db
    .all<KeptRecord>(
      `SELECT f.id AS forecastId, f.kind, f.name, f.made_at AS madeAt, f.data_as_of_on AS dataAsOf, f.method, f.grain,
        f.cut_json AS cutJson, p.period_key AS periodKey, p.starts_on AS startsOn, p.ends_on AS endsOn,
        p.middle_minor AS forecastMinor, p.low80_minor AS low80Minor, p.high80_minor AS high80Minor,
        p.low95_minor AS low95Minor, p.high95_minor AS high95Minor
        FROM forecasts f JOIN forecast_points p ON p.forecast_id = f.id
        WHERE f.scenario_id = :scenarioId AND f.currency = :currency AND p.ends_on <= :endedBy AND p.ends_on > f.data_as_of_on
        ORDER BY f.made_at DESC, f.id DESC, p.starts_on`,
      { scenarioId, endedBy, currency }
    )
    .map(({ cutJson, ...row }) => ({ ...row, cut: JSON.parse(cutJson) as ForecastCut }))

/** What people called for periods that had ended by a day, made before the period's end. */
export const listEndedCalls = (
  db: Reader,
  endedBy: IsoDate,
  currency: CurrencyCode
): {
  name: string
  category: 'commit' | 'bestCase' | 'call'
  madeOn: IsoDate
  startsOn: IsoDate
  endsOn: IsoDate
  cut: ForecastCut
  calledMinor: number
}[] =>
  db
    .all<{
      name: string
      category: 'commit' | 'bestCase' | 'call'
      madeOn: IsoDate
      startsOn: IsoDate
      endsOn: IsoDate
      cutJson: string
      calledMinor: number
    }>(
      `SELECT ifnull(s.name, c.by_name) AS name, c.category, c.made_on AS madeOn, c.starts_on AS startsOn, c.ends_on AS endsOn,
        c.cut_json AS cutJson, c.amount_minor AS calledMinor
        FROM forecast_calls c LEFT JOIN sellers s ON s.id = c.by_seller_id
        WHERE c.ends_on <= :endedBy AND c.made_on <= c.ends_on AND c.currency = :currency ORDER BY c.made_on, c.id`,
      { endedBy, currency }
    )
    .map(({ cutJson, ...row }) => ({ ...row, cut: JSON.parse(cutJson) as ForecastCut }))
