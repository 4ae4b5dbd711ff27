// Calls about what a series stands on: one-off deals, changed definitions, typed totals and drivers. The contract that holds them all is
// contract.ts; days off and periods that are missing are settings of the scenario.
import { z } from 'zod'
import { command, idArg, isoDateArg, query, returns } from '#shared/contract/define.ts'
import type { OpportunityId } from '#shared/crm/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { cutArg, grainArg, sourceArg } from './series/cut-arg.ts'
import type { CutGroup, SeriesChangeId, SeriesDetail } from './series-types.ts'
import type { ForecastsError } from './types.ts'

const errors = returns<ForecastsError>()
const scenarioId = idArg<ScenarioId>()
const reason = z.string().trim().min(1).max(500)
const minor = z.number().int().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER)

const change = {
  scenarioId,
  cut: cutArg().default({ kind: 'company' }),
  changedOn: isoDateArg(),
  /** Rescales by the factor, leaves earlier values out, or only marks the day. */
  effect: z.discriminatedUnion('treatment', [
    z.object({ treatment: z.literal('rescale'), factorRatio: z.number().positive().max(10_000) }),
    z.object({ treatment: z.literal('leaveOut') }),
    z.object({ treatment: z.literal('mark') })
  ]),
  reason
}

const span = { startsOn: isoDateArg(), endsOn: isoDateArg() }
const inOrder = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }) => startsOn <= endsOn

export const seriesCalls = {
  listCuts: query({
    args: z.object({ scenarioId, dataAsOf: isoDateArg().optional() }),
    result: returns<CutGroup[]>(),
    errors
  }),
  seriesDetail: query({
    args: z.object({
      scenarioId,
      grain: grainArg().default('quarter'),
      cut: cutArg().default({ kind: 'company' }),
      source: sourceArg().default('bookings'),
      dataAsOf: isoDateArg().optional(),
      /** Coming periods for which drivers are listed. */
      horizon: z.number().int().min(1).max(120).default(12)
    }),
    result: returns<SeriesDetail>(),
    errors
  }),
  decideOneOff: command({
    args: z.object({
      opportunityId: idArg<OpportunityId>(),
      effect: z.discriminatedUnion('treatment', [
        z.object({ treatment: z.literal('keep') }),
        z.object({ treatment: z.literal('clean') }),
        z.object({ treatment: z.literal('cap'), capMinor: minor.min(0) })
      ]),
      reason
    }),
    result: returns<null>(),
    errors
  }),
  forgetOneOff: command({
    args: z.object({ opportunityId: idArg<OpportunityId>() }),
    result: returns<null>(),
    errors
  }),
  addSeriesChange: command({ args: z.object(change), result: returns<SeriesChangeId>(), errors }),
  updateSeriesChange: command({
    args: z.object({ ...change, changeId: idArg<SeriesChangeId>() }),
    result: returns<null>(),
    errors
  }),
  removeSeriesChange: command({
    args: z.object({ changeId: idArg<SeriesChangeId>() }),
    result: returns<null>(),
    errors
  }),
  /** `replace`: the totals there were of the cuts in the list go. `add`: one of the same days takes the new amount. */
  putTotals: command({
    args: z.object({
      scenarioId,
      mode: z.enum(['add', 'replace']),
      totals: z
        .array(z.object({ ...span, cut: cutArg(), amountMinor: minor }).refine(inOrder))
        .min(1)
        .max(20_000)
    }),
    result: returns<{ totals: number }>(),
    errors
  }),
  removeTotals: command({ args: z.object({ cut: cutArg() }), result: returns<{ totals: number }>(), errors }),
  putDriverValues: command({
    args: z.object({
      mode: z.enum(['add', 'replace']),
      values: z
        .array(
          z.object({ driver: z.string().trim().min(1).max(100), startsOn: isoDateArg(), value: z.number().finite() })
        )
        .min(1)
        .max(20_000)
    }),
    result: returns<{ values: number }>(),
    errors
  }),
  removeDriver: command({ args: z.object({ driver: z.string() }), result: returns<{ values: number }>(), errors })
}
