// Calls about forecasts: look at one before it is kept, keep it, list and open earlier ones.
import { z } from 'zod'
import { command, defineContract, idArg, isoDateArg, query, returns } from '#shared/contract/define.ts'
import type { SellerId, TeamId } from '#shared/people/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { accuracyCalls } from './contract-accuracy.ts'
import { caseCalls } from './contract-cases.ts'
import { hierarchyCalls } from './contract-hierarchy.ts'
import { pipelineCalls } from './contract-pipeline.ts'
import { seriesCalls } from './contract-series.ts'
import { methodIds } from './methods/index.ts'
import type { ForecastId, ForecastPreview, ForecastRun, ForecastRunRow, ForecastsError } from './types.ts'

const request = {
  scenarioId: idArg<ScenarioId>(),
  grain: z.enum(['month', 'quarter']).default('quarter'),
  /** Absent: the proposed method. */
  method: z.enum(methodIds).optional(),
  /** Periods ahead. Absent: a year, or as far as the end of the plan's year when that is later. */
  horizon: z.number().int().min(1).max(36).optional(),
  /** The last day the data know about. Absent: what the imports say, else the last won deal. */
  dataAsOf: isoDateArg().optional(),
  cut: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('company') }),
      z.object({ kind: z.literal('team'), teamId: idArg<TeamId>() }),
      z.object({ kind: z.literal('seller'), sellerId: idArg<SellerId>() })
    ])
    .default({ kind: 'company' })
}

export const forecastsContract = defineContract('forecasts', {
  ...seriesCalls,
  ...hierarchyCalls,
  ...pipelineCalls,
  ...caseCalls,
  ...accuracyCalls,
  preview: query({ args: z.object(request), result: returns<ForecastPreview>(), errors: returns<ForecastsError>() }),
  run: command({ args: z.object(request), result: returns<ForecastRun>(), errors: returns<ForecastsError>() }),
  list: query({ args: z.object({ scenarioId: idArg<ScenarioId>() }), result: returns<ForecastRunRow[]>() }),
  get: query({
    args: z.object({ forecastId: idArg<ForecastId>() }),
    result: returns<ForecastRun>(),
    errors: returns<ForecastsError>()
  }),
  remove: command({
    args: z.object({ forecastId: idArg<ForecastId>() }),
    result: returns<null>(),
    errors: returns<ForecastsError>()
  })
})
