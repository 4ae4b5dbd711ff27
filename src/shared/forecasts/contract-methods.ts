// Calls about methods: trying all of them on the past, what the series is made of, and what a method would have said before.
import { z } from 'zod'
import { idArg, isoDateArg, job, query, returns } from '#shared/contract/define.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { Backtest, LookBack, SeriesComponents } from './method-types.ts'
import { methodIds } from './methods/index.ts'
import { cutArg, grainArg, sourceArg } from './series/cut-arg.ts'
import type { ForecastsError } from './types.ts'

/** Which forecast is meant: whose sales, by what grain, how far ahead. */
export const requestArgs = {
  scenarioId: idArg<ScenarioId>(),
  grain: grainArg().default('quarter'),
  /** Absent: the proposed method. */
  method: z.enum(methodIds).optional(),
  /** Periods ahead. Absent: a year, or as far as the end of the plan's year when that is later. */
  horizon: z.number().int().min(1).max(120).optional(),
  /** The last day the data know about. Absent: what the imports say, else the last won deal. */
  dataAsOf: isoDateArg().optional(),
  cut: cutArg().default({ kind: 'company' }),
  source: sourceArg().default('bookings')
}

const request = z.object(requestArgs)
const errors = returns<ForecastsError>()

export const methodCalls = {
  /** Tries every method on the past; the answer is kept while the file is open. */
  compareMethods: job({ args: request, result: returns<Backtest>(), errors }),
  /** What was found when all methods were last tried on this very series; null when they were not. */
  comparison: query({ args: request, result: returns<Backtest | null>(), errors }),
  /** Null when the history is too short to say. */
  explain: query({ args: request, result: returns<SeriesComponents | null>(), errors }),
  /** Null when what was known then is too short for the method. */
  lookBack: query({
    args: z.object({ ...requestArgs, periodsBack: z.number().int().min(1).max(120) }),
    result: returns<LookBack | null>(),
    errors
  })
}
