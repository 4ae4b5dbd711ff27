// The tab of pipeline.
import type { ScenarioId } from '#shared/plans/types.ts'
import { ForecastPage } from '../page.tsx'

export function PipelineTab({ scenarioId }: { readonly scenarioId: ScenarioId }) {
  return <ForecastPage>{scenarioId}</ForecastPage>
}
