// Calls about quotas: the sheet, what an allocation would give, allocating, setting one by hand, clearing, and why.
import { z } from 'zod'
import { command, defineContract, idArg, query, returns } from '#shared/contract/define.ts'
import type { ForecastId } from '#shared/forecasts/types.ts'
import type { SellerId } from '#shared/people/types.ts'
import type { PlansError, ScenarioId } from '#shared/plans/types.ts'
import { quotaMethodIds } from './methods/index.ts'
import type { AllocationPreview, AllocationSetup, QuotaExplanation, QuotaSheet, QuotasError } from './types.ts'

const scenarioId = idArg<ScenarioId>()
const sellerId = idArg<SellerId>()
const amountMinor = z.number().int().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER)
const ratio = z.number().min(0).max(1)

/** What the user asks of an allocation; the same for the preview and for applying it. */
export const allocationArgs = z.object({
  scenarioId,
  target: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('typed'), amountMinor }),
    z.object({
      kind: z.literal('forecast'),
      forecastId: idArg<ForecastId>(),
      rank: z.enum(['low', 'middle', 'high']).default('middle')
    })
  ]),
  cushionRatio: z.number().min(0).max(10),
  method: z.enum(quotaMethodIds),
  blendWeights: z.object({ history: ratio, equal: ratio, sameGrowth: ratio }),
  noHistory: z.enum(['average', 'half', 'zero']),
  baseYear: z.number().int().min(1900).max(2999),
  phasing: z.enum(['learnt', 'flat'])
})

export const quotasContract = defineContract('quotas', {
  getSheet: query({
    args: z.object({ scenarioId, grain: z.enum(['month', 'quarter']) }),
    result: returns<QuotaSheet>(),
    errors: returns<PlansError>()
  }),
  getAllocationSetup: query({
    args: z.object({ scenarioId }),
    result: returns<AllocationSetup>(),
    errors: returns<PlansError>()
  }),
  previewAllocation: query({
    args: allocationArgs,
    result: returns<AllocationPreview>(),
    errors: returns<QuotasError | PlansError>()
  }),
  explainQuota: query({
    args: z.object({ scenarioId, sellerId, periodKey: z.string() }),
    result: returns<QuotaExplanation>(),
    errors: returns<QuotasError | PlansError>()
  }),
  allocate: command({
    args: allocationArgs,
    result: returns<AllocationPreview>(),
    errors: returns<QuotasError | PlansError>()
  }),
  setQuota: command({
    args: z.object({ scenarioId, sellerId, periodKey: z.string(), amountMinor }),
    result: returns<{ amountMinor: number }>(),
    errors: returns<QuotasError | PlansError>()
  }),
  /** Several at once (a pasted block): one undo step, all or none. */
  setQuotas: command({
    args: z.object({
      scenarioId,
      entries: z
        .array(z.object({ sellerId, periodKey: z.string(), amountMinor }))
        .min(1)
        .max(50_000)
    }),
    result: returns<{ count: number }>(),
    errors: returns<QuotasError | PlansError>()
  }),
  clear: command({
    args: z.object({ scenarioId, sellerId: sellerId.optional() }),
    result: returns<{ removed: number }>(),
    errors: returns<QuotasError | PlansError>()
  })
})
