// The schemas of what territories are asked to keep or to work out: conditions of rules, settings, a request for an alignment.
import { z } from 'zod'
import { idArg, isoDateArg } from '#shared/contract/define.ts'
import type { AccountId, ProductId } from '#shared/crm/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { NumberField, TextField } from './rule-types.ts'
import type { TerritoryId } from './types.ts'

const custom = z.string().regex(/^custom:.{1,200}$/su)
export const textField: z.ZodType<TextField, string> = z
  .union([z.enum(['country', 'region', 'province', 'city', 'industry', 'segment', 'owner', 'parent']), custom])
  .transform((field) => field as TextField)
export const numberField: z.ZodType<NumberField, string> = z
  .union([z.enum(['employees', 'revenue']), custom])
  .transform((field) => field as NumberField)

const text = z.string().trim().min(1).max(200)
const ratio = z.number().min(0).max(1)
const positive = z.number().positive().finite()
const postalEnd = z
  .string()
  .trim()
  .regex(/^[\p{L}\d][\p{L}\d -]{0,11}$/u)

export const conditions = z
  .array(
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('text'),
        field: textField,
        isNot: z.boolean(),
        values: z.array(text).min(1).max(2_000)
      }),
      z.object({ kind: z.literal('filled'), field: textField, isFilled: z.boolean() }),
      z.object({
        kind: z.literal('number'),
        field: numberField,
        min: z.number().finite().nullable(),
        max: z.number().finite().nullable()
      }),
      z.object({
        kind: z.literal('postal'),
        ranges: z
          .array(z.object({ from: postalEnd, to: postalEnd }))
          .min(1)
          .max(500)
      }),
      z.object({ kind: z.literal('product'), productIds: z.array(idArg<ProductId>()).min(1).max(1_000) }),
      z.object({ kind: z.literal('account'), accountIds: z.array(idArg<AccountId>()).min(1).max(50_000) })
    ])
  )
  .max(20)

const calls = { callsPerYear: z.number().min(0).max(1_000), minutesPerCall: z.number().min(0).max(1_440) }

export const territorySettings = z.object({
  classField: textField,
  callNorms: z.array(z.object({ value: text, ...calls })).max(200),
  otherCalls: z.object(calls).nullable(),
  potentialField: numberField.nullable(),
  customWeights: z
    .object({ workload: ratio, potential: ratio, revenue: ratio })
    .refine(({ workload, potential, revenue }) => Math.abs(workload + potential + revenue - 1) < 1e-6),
  circuity: z.number().min(1).max(5),
  speedKmh: positive.max(300),
  hoursPerDay: positive.max(24),
  daysPerYear: positive.max(366),
  bandRatio: ratio,
  exceptionLimitRatio: ratio,
  dependenceRatio: ratio
})

const measure = z.enum(['revenue', 'accounts', 'openPipeline', 'workload', 'potential', 'custom'])
const weight = z.number().min(0).finite()

export const alignmentRequest = z.object({
  scenarioId: idArg<ScenarioId>(),
  onDate: isoDateArg().optional(),
  territoryIds: z.array(idArg<TerritoryId>()).min(2).max(1_000).optional(),
  withUnassigned: z.boolean(),
  weights: z
    .object({ visitKm: weight, km: weight, imbalance: weight, disruption: weight })
    .refine((weights) => Object.values(weights).some((each) => each > 0)),
  balance: measure,
  bandRatio: ratio.nullable(),
  limits: z.array(z.object({ measure, bandRatio: ratio })).max(5),
  moveLimits: z.array(z.object({ by: z.enum(['accounts', 'revenue', 'openPipeline']), maxRatio: ratio })).max(3),
  lockedIds: z.array(idArg<AccountId>()).max(100_000),
  locks: z.array(z.enum(['manual', 'openDeals', 'customers'])),
  forbidden: z.array(z.object({ accountId: idArg<AccountId>(), territoryId: idArg<TerritoryId>() })).max(100_000),
  regions: z.enum(['es-provinces', 'us-counties', 'us-states', 'countries']).nullable(),
  seed: z.number().int().min(0).max(2_147_483_647)
})
