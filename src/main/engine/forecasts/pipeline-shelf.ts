// The last simulation of each scenario's pipeline, kept while its file is open: nothing of it is written until it is kept as a forecast.
import type { Reader } from '#engine/db.ts'
import type { OpportunityId } from '#shared/crm/types.ts'
import type { DealOutlook, PipelineForecast } from '#shared/forecasts/pipeline-types.ts'
import type { PipelineChoices } from '#shared/forecasts/pipeline-view-types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { LoadedPipeline } from './load-pipeline.ts'
import type { PipelineSpan } from './pipeline-periods.ts'

export interface Simulated {
  readonly choices: PipelineChoices
  /** UTC instant. */
  readonly madeAt: string
  /** Says of which rows it was made. */
  readonly fingerprint: string
  readonly span: PipelineSpan
  readonly forecast: PipelineForecast
  readonly outlookOf: ReadonlyMap<OpportunityId, DealOutlook>
}

// Reader and writer of one file read by the same function, which lives as long as the file is open.
const shelves = new WeakMap<Reader['all'], Map<ScenarioId, Simulated>>()

export function shelve(
  db: Reader,
  scenarioId: ScenarioId,
  simulated: Pick<Simulated, 'choices' | 'madeAt' | 'forecast'> & { readonly loaded: LoadedPipeline }
): void {
  const { loaded, ...rest } = simulated
  const shelf = shelves.get(db.all) ?? new Map<ScenarioId, Simulated>()
  const outlookOf = new Map(rest.forecast.deals.map((deal) => [deal.dealId, deal]))
  shelves.set(db.all, shelf.set(scenarioId, { ...rest, fingerprint: loaded.fingerprint, span: loaded.span, outlookOf }))
}

/** Undefined when nothing has been simulated since the file was opened. */
export const findSimulated = (db: Reader, scenarioId: ScenarioId): Simulated | undefined =>
  shelves.get(db.all)?.get(scenarioId)
