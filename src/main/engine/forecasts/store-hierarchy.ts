// The forecasts of the parts that were kept with a scenario: one row, in place of the one before.
import type { Reader, Writer } from '#engine/db.ts'
import type { PartsForecast } from '#shared/forecasts/hierarchy-types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'

interface PartsRecord {
  id: number
  keptAt: string
  partsJson: string
}

const findRecord = (db: Reader, scenarioId: ScenarioId): PartsRecord | undefined =>
  db.get<PartsRecord>(
    'SELECT id, kept_at AS keptAt, parts_json AS partsJson FROM forecast_parts WHERE scenario_id = :scenarioId',
    { scenarioId }
  )

/**
 * The parts of the company with forecasts that add up, as kept with a scenario: what quotas can take as a start. Its `parts` are a tree by their keys
 * ('company', 'team:3', 'seller:12'); each has a middle and a range by period, in all and for the plan's year.
 */
export function findPartsForecast(
  db: Reader,
  scenarioId: ScenarioId
): (PartsForecast & { keptAt: string }) | undefined {
  const record = findRecord(db, scenarioId)
  return record && { ...(JSON.parse(record.partsJson) as PartsForecast), keptAt: record.keptAt }
}

export function putPartsForecast(db: Writer, scenarioId: ScenarioId, keptAt: string, forecast: PartsForecast): void {
  const row = { kept_at: keptAt, parts_json: JSON.stringify({ ...forecast, scenarioId }) }
  const there = findRecord(db, scenarioId)
  if (there === undefined) db.insert('forecast_parts', { scenario_id: scenarioId, ...row })
  else db.update('forecast_parts', there.id, row)
}

export function copyPartsForecast(db: Writer, from: ScenarioId, to: ScenarioId): void {
  const found = findPartsForecast(db, from)
  if (found === undefined) return
  const { keptAt, ...forecast } = found
  putPartsForecast(db, to, keptAt, forecast)
}

/** @returns whether there was one */
export function removePartsForecast(db: Writer, scenarioId: ScenarioId): boolean {
  const there = findRecord(db, scenarioId)
  if (there !== undefined) db.remove('forecast_parts', there.id)
  return there !== undefined
}
