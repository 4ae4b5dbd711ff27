// Calls about pay plans, who is in them, what they pay, and the runs that were kept.
import { z } from 'zod'
import { command, defineContract, idArg, isoDateArg, query, returns } from '#shared/contract/define.ts'
import type { SellerId } from '../people/types.ts'
import type { ScenarioId } from '../plans/types.ts'
import type {
  AssignOutcome,
  CompensationError,
  PayPlanDetail,
  PayPlanId,
  PayPlanMemberId,
  PayPlanRow,
  PayPreview,
  PayRunId,
  PayRunRow,
  PayRunSeller,
  PayStatement
} from './types.ts'

const scenarioId = idArg<ScenarioId>()
const payPlanId = idArg<PayPlanId>()
const sellerId = idArg<SellerId>()
const name = z.string().trim().min(1).max(120)
const targetPayMinor = z.number().int().min(0).max(1e13).nullable()
const throughPeriodKey = z.string().max(20).nullable()
const dates = { fromOn: isoDateArg().nullable(), toOn: isoDateArg().nullable() }
const errors = returns<CompensationError>()
/** Read by the plan format in the handler, which can say which rule is wrong. */
const rules = z.unknown()

export const compensationContract = defineContract('compensation', {
  listPlans: query({ args: z.object({ scenarioId }), result: returns<PayPlanRow[]>() }),
  getPlan: query({ args: z.object({ payPlanId }), result: returns<PayPlanDetail>(), errors }),
  createFromTemplate: command({
    args: z.object({
      scenarioId,
      name,
      template: z.enum(['individualTeamSplit', 'individualPlusTeamBonus', 'tieredCommission'])
    }),
    result: returns<PayPlanRow>(),
    errors
  }),
  copyPlan: command({ args: z.object({ payPlanId, name }), result: returns<PayPlanRow>(), errors }),
  updatePlan: command({
    args: z.object({ payPlanId, name: name.optional(), rules: rules.optional() }),
    result: returns<PayPlanRow>(),
    errors
  }),
  removePlan: command({ args: z.object({ payPlanId }), result: returns<null>(), errors }),
  /** People who are in a plan of the scenario on some of these days already are left where they are, and named. */
  assignMembers: command({
    args: z.object({
      payPlanId,
      sellerIds: z.array(sellerId).min(1).max(5000),
      fromOn: dates.fromOn.optional(),
      toOn: dates.toOn.optional()
    }),
    result: returns<AssignOutcome>(),
    errors
  }),
  updateMember: command({
    args: z.object({
      memberId: idArg<PayPlanMemberId>(),
      targetPayMinor: targetPayMinor.optional(),
      fromOn: dates.fromOn.optional(),
      toOn: dates.toOn.optional()
    }),
    result: returns<null>(),
    errors
  }),
  /** One target pay for all members of a plan; null takes it from each person again. */
  setTargetPay: command({ args: z.object({ payPlanId, targetPayMinor }), result: returns<null>(), errors }),
  removeMembers: command({
    args: z.object({ memberIds: z.array(idArg<PayPlanMemberId>()).min(1).max(5000) }),
    result: returns<null>(),
    errors
  }),
  /** Pay of all members; with `rules`, what these rules would pay, nothing kept. */
  preview: query({
    args: z.object({ payPlanId, throughPeriodKey, rules: rules.optional() }),
    result: returns<PayPreview>(),
    errors
  }),
  /** The same for one seller, with every step. */
  explain: query({
    args: z.object({ payPlanId, sellerId, throughPeriodKey, rules: rules.optional() }),
    result: returns<PayStatement>(),
    errors
  }),
  /** Computes all plans of the scenario and keeps the lines with their explanation. */
  run: command({
    args: z.object({ scenarioId, throughPeriodKey }),
    result: returns<PayRunRow>(),
    errors
  }),
  listRuns: query({ args: z.object({ scenarioId }), result: returns<PayRunRow[]>() }),
  listRunSellers: query({
    args: z.object({ payRunId: idArg<PayRunId>() }),
    result: returns<PayRunSeller[]>(),
    errors
  }),
  getStatement: query({
    args: z.object({ payRunId: idArg<PayRunId>(), sellerId }),
    result: returns<PayStatement>(),
    errors
  })
})
