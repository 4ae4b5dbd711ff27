// The rows of cases, in the order in which a person put them, and of the targets handed over from them: forecasts of the kind 'case'.
import type { Reader, Writer } from '#engine/db.ts'
import type { CaseTarget, CaseTargetBasis } from '#shared/forecasts/case-target.ts'
import type { BaseMonth, CaseAssumptions, CaseId, CaseKind, ForecastCase } from '#shared/forecasts/case-types.ts'
import type { ForecastId } from '#shared/forecasts/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'

interface CaseRecord extends Omit<ForecastCase, 'assumptions'> {
  position: number
  assumptionsJson: string
}

export interface StoredCase extends ForecastCase {
  readonly position: number
}

const CASE = `SELECT id, scenario_id AS scenarioId, kind, name, position, assumptions_json AS assumptionsJson, notes FROM forecast_cases`

const toCase = ({ assumptionsJson, ...row }: CaseRecord): StoredCase => ({
  ...row,
  assumptions: JSON.parse(assumptionsJson) as CaseAssumptions
})

/** The cases of a scenario in their order. */
export const listCases = (db: Reader, scenarioId: ScenarioId): StoredCase[] =>
  db.all<CaseRecord>(`${CASE} WHERE scenario_id = :scenarioId ORDER BY position, id`, { scenarioId }).map(toCase)

export const findCase = (db: Reader, id: CaseId): StoredCase | undefined => {
  const row = db.get<CaseRecord>(`${CASE} WHERE id = :id`, { id })
  return row && toCase(row)
}

export interface CaseFields {
  readonly kind: CaseKind
  readonly name: string
  readonly position: number
  readonly assumptions: CaseAssumptions
  readonly notes: string
}

export const insertCase = (db: Writer, scenarioId: ScenarioId, fields: CaseFields): CaseId =>
  db.insert('forecast_cases', {
    scenario_id: scenarioId,
    kind: fields.kind,
    name: fields.name,
    position: fields.position,
    assumptions_json: JSON.stringify(fields.assumptions),
    notes: fields.notes
  }) as CaseId

/** Changes what is named; @returns false when all of it was so already. */
export function updateCase(
  db: Writer,
  there: StoredCase,
  change: Partial<Pick<CaseFields, 'name' | 'position' | 'assumptions' | 'notes'>>
): boolean {
  const row: Record<string, string | number> = {}
  if (change.name !== undefined && change.name !== there.name) row.name = change.name
  if (change.position !== undefined && change.position !== there.position) row.position = change.position
  if (change.notes !== undefined && change.notes !== there.notes) row.notes = change.notes
  if (change.assumptions !== undefined) {
    const json = JSON.stringify(change.assumptions)
    if (json !== JSON.stringify(there.assumptions)) row.assumptions_json = json
  }
  if (Object.keys(row).length === 0) return false
  db.update('forecast_cases', there.id, row)
  return true
}

export const removeCase = (db: Writer, id: CaseId): void => db.remove('forecast_cases', id)

/** As it is kept with a forecast of the kind 'case'. `total` has the shape that all kept forecasts have. */
interface Explanation {
  case: CaseTargetBasis
  total: unknown
}

interface TargetRecord {
  forecastId: ForecastId
  scenarioId: ScenarioId
  madeAt: string
  name: string
  dataAsOf: IsoDate
  currency: CurrencyCode
  explanationJson: string
  targetMinor: number
}

const TARGET = `SELECT f.id AS forecastId, f.scenario_id AS scenarioId, f.made_at AS madeAt, f.name, f.data_as_of_on AS dataAsOf, f.currency,
  f.explanation_json AS explanationJson, (SELECT sum(p.middle_minor) FROM forecast_points p WHERE p.forecast_id = f.id) AS targetMinor
  FROM forecasts f WHERE f.kind = 'case'`

const toTarget = ({ explanationJson, scenarioId: _, ...row }: TargetRecord): CaseTarget => ({
  ...row,
  ...(JSON.parse(explanationJson) as Explanation).case
})

/** Targets handed over from the cases of a scenario, the newest first. */
export const listCaseTargets = (db: Reader, scenarioId: ScenarioId): CaseTarget[] =>
  db
    .all<TargetRecord>(`${TARGET} AND f.scenario_id = :scenarioId ORDER BY f.made_at DESC, f.id DESC`, { scenarioId })
    .map(toTarget)

export const findCaseTarget = (
  db: Reader,
  id: ForecastId
): { scenarioId: ScenarioId; target: CaseTarget } | undefined => {
  const row = db.get<TargetRecord>(`${TARGET} AND f.id = :id`, { id })
  return row && { scenarioId: row.scenarioId, target: toTarget(row) }
}

/** @param target its number is the sum of the months, so it isn't written twice */
export function insertCaseTarget(
  db: Writer,
  scenarioId: ScenarioId,
  target: Omit<CaseTarget, 'forecastId'>,
  months: readonly (Pick<BaseMonth, 'periodKey' | 'startsOn' | 'endsOn'> & { amountMinor: number })[]
): ForecastId {
  const { madeAt, name, dataAsOf, currency, targetMinor, ...basis } = target
  const explanation: Explanation = {
    case: basis,
    total: {
      fromKey: months[0]?.periodKey ?? '',
      toKey: months.at(-1)?.periodKey ?? '',
      periods: months.length,
      middleMinor: targetMinor,
      low80Minor: basis.range?.p10Minor ?? null,
      high80Minor: basis.range?.p90Minor ?? null,
      low95Minor: null,
      high95Minor: null
    }
  }
  const id = db.insert('forecasts', {
    scenario_id: scenarioId,
    made_at: madeAt,
    kind: 'case',
    name,
    method: 'case',
    grain: 'month',
    measure: 'bookings',
    cut_json: JSON.stringify({ kind: 'company' }),
    data_as_of_on: dataAsOf,
    currency,
    history_json: '[]',
    explanation_json: JSON.stringify(explanation)
  }) as ForecastId
  db.insertMany(
    'forecast_points',
    ['forecast_id', 'period_key', 'starts_on', 'ends_on', 'middle_minor'],
    months.map((month) => [id, month.periodKey, month.startsOn, month.endsOn, month.amountMinor])
  )
  return id
}

/** The months of a target, in order. */
export const listTargetMonths = (
  db: Reader,
  forecastId: ForecastId
): (Pick<BaseMonth, 'periodKey' | 'startsOn' | 'endsOn'> & { amountMinor: number })[] =>
  db.all(
    `SELECT period_key AS periodKey, starts_on AS startsOn, ends_on AS endsOn, middle_minor AS amountMinor
    FROM forecast_points WHERE forecast_id = :forecastId ORDER BY starts_on, id`,
    { forecastId }
  )

export const removeCaseTarget = (db: Writer, id: ForecastId): void => db.remove('forecasts', id)
