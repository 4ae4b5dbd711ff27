// What a scenario's forecasts go by, one row a scenario; a scenario without one has the settings of a new scenario.
import type { Reader, Writer } from '#engine/db.ts'
import type { ForecastSettings } from '#shared/forecasts/settings-types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'

const unset: ForecastSettings = {
  targetMinor: null,
  costOfError: null,
  budgetLines: [],
  holidays: [],
  hiddenBreaks: [],
  missingPeriods: []
}

interface SettingsRecord {
  id: number
  settingsJson: string
}

const findRecord = (db: Reader, scenarioId: ScenarioId): SettingsRecord | undefined =>
  db.get<SettingsRecord>(
    'SELECT id, settings_json AS settingsJson FROM forecast_settings WHERE scenario_id = :scenarioId',
    { scenarioId }
  )

/** Settings that the file doesn't know yet are as in a new scenario. */
export function getForecastSettings(db: Reader, scenarioId: ScenarioId): ForecastSettings {
  const record = findRecord(db, scenarioId)
  return record === undefined ? unset : { ...unset, ...(JSON.parse(record.settingsJson) as Partial<ForecastSettings>) }
}

/** Changes the settings named; the others stay. @returns all of them */
export function putForecastSettings(
  db: Writer,
  scenarioId: ScenarioId,
  change: Partial<ForecastSettings>
): ForecastSettings {
  const settings = { ...getForecastSettings(db, scenarioId), ...change }
  const there = findRecord(db, scenarioId)
  const row = { settings_json: JSON.stringify(settings) }
  if (there === undefined) db.insert('forecast_settings', { scenario_id: scenarioId, ...row })
  else if (there.settingsJson !== row.settings_json) db.update('forecast_settings', there.id, row)
  return settings
}
