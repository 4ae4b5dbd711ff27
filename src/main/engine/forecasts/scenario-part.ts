// What forecasts are in a scenario: its runs copied with it, and the newest one's figures for comparing scenarios.
import type { Reader, Writer } from '#engine/db.ts'
import type { IdMap, ScenarioPart } from '#engine/scenario-part.ts'
import type { ScenarioFact, ScenarioId } from '#shared/plans/types.ts'
import { copyCases } from './cases-copy.ts'
import { findForecast, findLatestForecast, insertForecast, listForecasts } from './store.ts'
import { copyPartsForecast } from './store-hierarchy.ts'
import { insertKeptPipeline, listKeptPipelines } from './store-pipeline.ts'
import { getForecastSettings, putForecastSettings } from './store-settings.ts'

function copy(db: Writer, from: ScenarioId, to: ScenarioId, ids: IdMap): void {
  // Oldest first, so that the copy's newest run is the newest one too.
  for (const { id } of listForecasts(db, from).toReversed()) {
    const run = findForecast(db, id)
    if (run === undefined) continue
    const { id: _, scenarioId: __, madeAt, ...draft } = run
    ids.set('forecasts', id, insertForecast(db, to, madeAt, draft))
  }
  for (const { forecastId, ...kept } of listKeptPipelines(db, from).toReversed())
    ids.set('forecasts', forecastId, insertKeptPipeline(db, to, kept))
  copyCases(db, from, to, ids)
  renameTerritoryKeys(db, to, ids)
  copyPartsForecast(db, from, to)
}

/** Settings name periods and breaks by cut; a territory of the copy has another id. */
function renameTerritoryKeys(db: Writer, to: ScenarioId, ids: IdMap): void {
  const { hiddenBreaks, missingPeriods } = getForecastSettings(db, to)
  const renamed = (key: string): string => {
    const [, id, rest] = /^territory:(\d+)\/(.*)$/.exec(key) ?? []
    const copied = id === undefined ? null : ids.find('territories', Number(id))
    return copied === null ? key : `territory:${copied}/${rest}`
  }
  putForecastSettings(db, to, {
    hiddenBreaks: hiddenBreaks.map(renamed),
    missingPeriods: missingPeriods.map(renamed)
  })
}

function facts(db: Reader, scenarioId: ScenarioId): ScenarioFact[] {
  const latest = findLatestForecast(db, scenarioId)
  if (latest === undefined) return []
  const domain = 'forecasts'
  return [
    { domain, kind: 'total', key: 'latest', label: '', value: latest.total.middleMinor, unit: 'money' },
    ...latest.points.map((point) => ({
      domain,
      kind: 'period',
      key: point.periodKey,
      label: point.periodKey,
      value: point.middleMinor,
      unit: 'money' as const
    }))
  ]
}

export const forecastsScenarioPart: ScenarioPart = { domain: 'forecasts', copy, facts }
