// The tab of hierarchy.
import type { ScenarioId } from '#shared/plans/types.ts'
import { ForecastPage } from '../page.tsx'

export function PartsTab({ scenarioId }: { readonly scenarioId: ScenarioId }) {
  return <ForecastPage>{scenarioId}</ForecastPage>
}
