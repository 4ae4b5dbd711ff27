// Calls about how right forecasts have been: those made at each state of the data, held against what came. The contract that holds them all is contract.ts.
import { z } from 'zod'
import { idArg, job, query, returns } from '#shared/contract/define.ts'
import type { SellerId, TeamId } from '#shared/people/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { AccuracyView, KeptSnapshots, SamePointAnswer, SnapshotsDue } from './accuracy-types.ts'
import type { ForecastsError } from './types.ts'

const scenarioId = idArg<ScenarioId>()

/** Forecasts are kept of the company, its teams and its sellers. */
const cut = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('company') }),
    z.object({ kind: z.literal('team'), teamId: idArg<TeamId>() }),
    z.object({ kind: z.literal('seller'), sellerId: idArg<SellerId>() })
  ])
  .default({ kind: 'company' })

export const accuracyCalls = {
  accuracy: query({
    args: z.object({
      scenarioId,
      cut,
      grain: z.enum(['month', 'quarter']).default('quarter'),
      /** Periods ahead; null: all of them together. */
      steps: z.number().int().min(1).max(24).nullable().default(1),
      /** Forecasts made at the time, replayed ones, or both. */
      origin: z.enum(['both', 'made', 'replayed']).default('both')
    }),
    result: returns<AccuracyView>(),
    errors: returns<ForecastsError>()
  }),
  /** How wrong the forecast of the company's year was in earlier years when as much of the year was left. */
  samePointBand: query({
    args: z.object({ scenarioId }),
    result: returns<SamePointAnswer>(),
    errors: returns<ForecastsError>()
  }),
  /** What keepSnapshots would still have to do. */
  snapshotsDue: query({ args: z.object({}), result: returns<SnapshotsDue>() }),
  /** Makes and keeps the forecasts that states of the data are still without. What is made when it is cancelled stays. */
  keepSnapshots: job({ args: z.object({}), result: returns<KeptSnapshots>() })
}
