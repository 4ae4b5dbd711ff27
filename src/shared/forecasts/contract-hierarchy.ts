// Calls about the parts of the company, forecast one by one and made to add up. The contract that holds them all is contract.ts.
import { z } from 'zod'
import { command, idArg, job, query, returns } from '#shared/contract/define.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { PartsError, PartsView } from './hierarchy-types.ts'
import type { ForecastsError } from './types.ts'

const chosen = {
  scenarioId: idArg<ScenarioId>(),
  tree: z.enum(['teams', 'territories', 'segments']).default('teams'),
  grain: z.enum(['month', 'quarter']).default('month')
}

const addedUp = {
  ...chosen,
  reconciler: z
    .enum(['minimumTrace', 'byVariance', 'ordinary', 'bottomUp', 'topDownForecast', 'topDownHistory'])
    .default('minimumTrace'),
  leavers: z.enum(['end', 'goOn']).default('end')
}

export const hierarchyCalls = {
  /** Forecasts every part by itself. Its result is kept while the file is open, and what is made so far when it is stopped. */
  forecastParts: job({
    args: z.object(chosen),
    /** How many forecasts were made. */
    result: returns<number>(),
    errors: returns<ForecastsError | PartsError>()
  }),
  /** The parts as far as they are forecast, made to add up once all are. */
  parts: query({
    args: z.object(addedUp),
    result: returns<PartsView>(),
    errors: returns<ForecastsError | PartsError>()
  }),
  /** Keeps the forecasts with the scenario, in place of those kept before. */
  keepParts: command({
    args: z.object(addedUp),
    result: returns<null>(),
    errors: returns<ForecastsError | PartsError>()
  }),
  removeKeptParts: command({
    args: z.object({ scenarioId: idArg<ScenarioId>() }),
    result: returns<null>(),
    errors: returns<ForecastsError | PartsError>()
  })
}
