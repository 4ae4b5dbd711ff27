// The tab of cases.
import type { ScenarioId } from '#shared/plans/types.ts'
import { ForecastPage } from '../page.tsx'

export function CasesTab({ scenarioId }: { readonly scenarioId: ScenarioId }) {
  return <ForecastPage>{scenarioId}</ForecastPage>
}
