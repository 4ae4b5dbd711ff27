// Calls about the open pipeline: chances, simulated outcomes and what people call. The contract that holds them all is contract.ts.
import { z } from 'zod'
import { command, idArg, isoDateArg, job, query, returns } from '#shared/contract/define.ts'
import type { OpportunityId } from '#shared/crm/types.ts'
import type { SellerId, TeamId } from '#shared/people/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type {
  ForecastCallId,
  KeptPipeline,
  PeopleCalls,
  PipelineDealDetail,
  PipelineDealRow,
  PipelineOverview
} from './pipeline-view-types.ts'
import type { ForecastId, ForecastsError } from './types.ts'

const scenario = { scenarioId: idArg<ScenarioId>() }

const choices = {
  ...scenario,
  grain: z.enum(['week', 'month', 'quarter']).default('month'),
  /** Which fiscal year; they are one where the plan's year is running. By week it is the running quarter. */
  reach: z.enum(['planYear', 'runningYear']).default('planYear'),
  runs: z.number().int().min(1_000).max(100_000).default(10_000),
  seed: z.number().int().min(0).max(0xffff_ffff).default(1),
  hasNewDeals: z.boolean().default(true),
  staleDays: z.number().int().min(1).max(3_650).default(60),
  /** Null: learnt from how win rates moved from period to period. */
  shockSize: z.number().min(0).max(2).nullable().default(null),
  /** Whether it is corrected by how it would have done at earlier quarter ends. */
  hasRecord: z.boolean().default(true)
}

const category = z.enum(['commit', 'bestCase', 'pipeline', 'omitted'])

export const pipelineCalls = {
  pipelineOverview: query({
    args: z.object(choices),
    result: returns<PipelineOverview>(),
    errors: returns<ForecastsError>()
  }),
  /** Its result is kept while the file is open; the overview shows it. */
  simulatePipeline: job({ args: z.object(choices), result: returns<null>(), errors: returns<ForecastsError>() }),
  /** The open deals of the last simulation; none before there is one. */
  pipelineDeals: query({
    args: z.object(scenario),
    result: returns<PipelineDealRow[]>(),
    errors: returns<ForecastsError>()
  }),
  pipelineDeal: query({
    args: z.object({ ...scenario, dealId: idArg<OpportunityId>() }),
    result: returns<PipelineDealDetail>(),
    errors: returns<ForecastsError>()
  }),
  /** What a person says of deals, part by part: absent leaves a part as it was called, null takes it back. */
  callDeals: command({
    args: z.object({
      calls: z
        .array(
          z.object({
            dealId: idArg<OpportunityId>(),
            category: category.nullable().optional(),
            chanceRatio: z.number().min(0).max(1).nullable().optional(),
            closeOn: isoDateArg().nullable().optional(),
            amountMinor: z.number().int().nullable().optional(),
            note: z.string().max(2_000).optional()
          })
        )
        .min(1)
        .max(5_000)
    }),
    result: returns<number>(),
    errors: returns<ForecastsError>()
  }),
  peopleCalls: query({ args: z.object({}), result: returns<PeopleCalls>(), errors: returns<ForecastsError>() }),
  recordCall: command({
    args: z.object({
      periodKey: z.string().max(20),
      cut: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('company') }),
        z.object({ kind: z.literal('team'), teamId: idArg<TeamId>() }),
        z.object({ kind: z.literal('seller'), sellerId: idArg<SellerId>() })
      ]),
      bySellerId: idArg<SellerId>(),
      category: z.enum(['commit', 'bestCase', 'call']),
      amountMinor: z.number().int().min(0),
      /** Absent: today. An earlier day for calls that were written down elsewhere. */
      madeOn: isoDateArg().optional(),
      note: z.string().max(2_000).default('')
    }),
    result: returns<ForecastCallId>(),
    errors: returns<ForecastsError>()
  }),
  removeCall: command({
    args: z.object({ callId: idArg<ForecastCallId>() }),
    result: returns<null>(),
    errors: returns<ForecastsError>()
  }),
  /** Keeps the last simulation with the scenario, as quotas and Home take forecasts. */
  keepPipeline: command({
    args: z.object({ ...scenario, name: z.string().trim().max(120).default('') }),
    result: returns<ForecastId>(),
    errors: returns<ForecastsError>()
  }),
  /** Simulations that were kept, the newest first. */
  keptPipelines: query({ args: z.object(scenario), result: returns<KeptPipeline[]>() }),
  removePipeline: command({
    args: z.object({ forecastId: idArg<ForecastId>() }),
    result: returns<null>(),
    errors: returns<ForecastsError>()
  })
}
