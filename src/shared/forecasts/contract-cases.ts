// Calls about cases of what may come: their levers, outcomes, comparison and handing over a target. The contract that holds them all is contract.ts.
import { z } from 'zod'
import { command, idArg, isoDateArg, query, returns } from '#shared/contract/define.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { currencies } from '#shared/units/currency.ts'
import type { CaseBaseAnswer } from './case-base.ts'
import type { CaseError, CaseTarget } from './case-target.ts'
import type { CaseId, ForecastCase, LeverId } from './case-types.ts'
import type { ForecastSettings } from './settings-types.ts'
import type { ForecastId, ForecastsError } from './types.ts'

const scenarioId = idArg<ScenarioId>()
const caseId = idArg<CaseId>()
const name = z.string().trim().max(80)
const finite = z.number()
const minor = z.number().int().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER)
const ratio = z.number().min(0).max(1)

const levers = [
  'winRate',
  'dealSize',
  'cycle',
  'leads',
  'price',
  'startDelay',
  'ramp',
  'attrition',
  'churn',
  'expansion',
  'seasonality',
  'exchangeRate'
] as const satisfies readonly LeverId[]

const ordered = <Range extends { low: number; middle: number; high: number }>(range: Range): boolean =>
  range.low <= range.middle && range.middle <= range.high

export const caseAssumptionsArg = z.object({
  levers: z.array(
    z
      .object({
        lever: z.enum(levers),
        currency: z.enum(currencies).optional(),
        low: finite,
        middle: finite,
        high: finite,
        fromKey: z.string().nullable(),
        volumeLossRatio: z.number().min(0).max(1).optional(),
        backfillMonths: z.number().min(0).max(24).optional()
      })
      .refine(ordered)
      .transform(({ currency, ...setting }) => (currency === undefined ? setting : { ...setting, currency }))
  ),
  hires: z.array(z.object({ name, count: z.number().int().min(1).max(10_000), startKey: z.string() })),
  events: z.array(
    z
      .object({
        name,
        startKey: z.string(),
        months: z.number().int().min(1).max(120).nullable(),
        unit: z.enum(['amount', 'ratio']),
        low: finite,
        middle: finite,
        high: finite,
        chanceRatio: ratio
      })
      .refine(ordered)
  )
})

const budgetLineArg = z.discriminatedUnion('kind', [
  z.object({ name, kind: z.literal('perMonth'), amountMinor: minor }),
  z.object({ name, kind: z.literal('ofBookings'), ratio: finite }),
  z.object({ name, kind: z.literal('perSeller'), amountMinor: minor }),
  z.object({ name, kind: z.literal('perHire'), amountMinor: minor })
])

/** What stays unnamed stays as it is. */
const settingsChange = z.object({
  targetMinor: minor.nullable().optional(),
  costOfError: z
    .object({ overRatio: z.number().min(0).max(1000), underRatio: z.number().min(0).max(1000) })
    .refine((cost) => cost.overRatio + cost.underRatio > 0)
    .nullable()
    .optional(),
  budgetLines: z.array(budgetLineArg).max(200).optional(),
  holidays: z.array(isoDateArg()).max(2000).optional(),
  hiddenBreaks: z.array(z.string()).max(500).optional(),
  missingPeriods: z.array(z.string().max(300)).max(2000).optional()
})

const errors = returns<ForecastsError | CaseError>()
const newCase = z.object({ kind: z.enum(['base', 'good', 'bad', 'own']), name, assumptions: caseAssumptionsArg })

export const caseCalls = {
  caseBase: query({
    args: z.object({ scenarioId, dataAsOf: isoDateArg().optional() }),
    result: returns<CaseBaseAnswer>(),
    errors
  }),
  listCases: query({ args: z.object({ scenarioId }), result: returns<ForecastCase[]>(), errors }),
  getSettings: query({ args: z.object({ scenarioId }), result: returns<ForecastSettings>(), errors }),
  changeSettings: command({
    args: z.object({ scenarioId, change: settingsChange }),
    result: returns<ForecastSettings>(),
    errors
  }),
  /** Adds cases at the end: the first three at once, or one of one's own. */
  addCases: command({
    args: z.object({ scenarioId, cases: z.array(newCase).min(1).max(10) }),
    result: returns<CaseId[]>(),
    errors
  }),
  copyCase: command({ args: z.object({ caseId, name }), result: returns<CaseId>(), errors }),
  renameCase: command({ args: z.object({ caseId, name }), result: returns<null>(), errors }),
  changeCase: command({ args: z.object({ caseId, assumptions: caseAssumptionsArg }), result: returns<null>(), errors }),
  noteCase: command({ args: z.object({ caseId, notes: z.string().max(10_000) }), result: returns<null>(), errors }),
  /** All cases of the scenario in their new order. */
  orderCases: command({
    args: z.object({ scenarioId, caseIds: z.array(caseId) }),
    result: returns<null>(),
    errors
  }),
  removeCase: command({ args: z.object({ caseId }), result: returns<null>(), errors }),
  /** Keeps what a case comes to as a forecast that quotas can take as their target. */
  keepCase: command({
    args: z.object({
      caseId,
      dataAsOf: isoDateArg().optional(),
      /** Null: the year with all levers at their middles. */
      percentile: z.number().int().min(1).max(99).nullable(),
      stretchRatio: z.number().min(-0.9).max(10)
    }),
    result: returns<CaseTarget>(),
    errors
  }),
  listCaseTargets: query({ args: z.object({ scenarioId }), result: returns<CaseTarget[]>(), errors }),
  removeCaseTarget: command({
    args: z.object({ forecastId: idArg<ForecastId>() }),
    result: returns<null>(),
    errors
  })
}
