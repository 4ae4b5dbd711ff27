// The tab of accuracy.
import type { ScenarioId } from '#shared/plans/types.ts'
import { ForecastPage } from '../page.tsx'

export function AccuracyTab({ scenarioId }: { readonly scenarioId: ScenarioId }) {
  return <ForecastPage>{scenarioId}</ForecastPage>
}
