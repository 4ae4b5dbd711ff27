// Calls about forecasts: look at one before it is kept, keep it, list and open earlier ones.
import { z } from 'zod'
import { command, defineContract, idArg, query, returns } from '#shared/contract/define.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { accuracyCalls } from './contract-accuracy.ts'
import { caseCalls } from './contract-cases.ts'
import { hierarchyCalls } from './contract-hierarchy.ts'
import { methodCalls, requestArgs } from './contract-methods.ts'
import { pipelineCalls } from './contract-pipeline.ts'
import { seriesCalls } from './contract-series.ts'
import type { ForecastId, ForecastPreview, ForecastRun, ForecastRunRow, ForecastsError } from './types.ts'

export const forecastsContract = defineContract('forecasts', {
  ...seriesCalls,
  ...hierarchyCalls,
  ...pipelineCalls,
  ...caseCalls,
  ...accuracyCalls,
  ...methodCalls,
  preview: query({
    args: z.object(requestArgs),
    result: returns<ForecastPreview>(),
    errors: returns<ForecastsError>()
  }),
  run: command({ args: z.object(requestArgs), result: returns<ForecastRun>(), errors: returns<ForecastsError>() }),
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
