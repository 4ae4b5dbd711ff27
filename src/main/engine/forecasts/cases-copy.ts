// What of cases goes along when a scenario is copied: the cases, what its forecasts go by, and the targets handed over.
import type { Writer } from '#engine/db.ts'
import type { IdMap } from '#engine/scenario-part.ts'
import type { CaseId } from '#shared/forecasts/case-types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { insertCase, insertCaseTarget, listCases, listCaseTargets, listTargetMonths } from './store-cases.ts'
import { getForecastSettings, putForecastSettings } from './store-settings.ts'

export function copyCases(db: Writer, from: ScenarioId, to: ScenarioId, ids: IdMap): void {
  putForecastSettings(db, to, getForecastSettings(db, from))
  for (const { id, scenarioId: _, ...fields } of listCases(db, from))
    ids.set('forecast_cases', id, insertCase(db, to, fields))
  // Oldest first, so that the copy's newest is the newest one too.
  for (const { forecastId, ...target } of listCaseTargets(db, from).toReversed()) {
    const caseId = (ids.find('forecast_cases', target.caseId) ?? target.caseId) as CaseId
    ids.set('forecasts', forecastId, insertCaseTarget(db, to, { ...target, caseId }, listTargetMonths(db, forecastId)))
  }
}
