// Calls about performance: the board of a period, the grid of a year, and what Home shows. All of them read.
import { z } from 'zod'
import { defineContract, idArg, isoDateArg, query, returns } from '#shared/contract/define.ts'
import type { PlansError, ScenarioId } from '#shared/plans/types.ts'
import type { Board, Grid, Home, PerformanceError } from './types.ts'

const scenarioId = idArg<ScenarioId>()
const errors = returns<PerformanceError | PlansError>()
const inPeriod = z.object({
  /** Whose quotas. */
  scenarioId,
  periodKey: z.string(),
  /** The day up to which facts count as known; as the data say when left out. */
  asOf: isoDateArg().optional()
})

export const performanceContract = defineContract('performance', {
  getBoard: query({ args: inPeriod, result: returns<Board>(), errors }),
  getGrid: query({
    args: z.object({
      scenarioId,
      fiscalYear: z.number().int().min(1900).max(2999),
      asOf: isoDateArg().optional()
    }),
    result: returns<Grid>(),
    errors
  }),
  getHome: query({ args: inPeriod, result: returns<Home>(), errors })
})
