// Answers the calls about pay plans and their pay. Members are in member-handlers.ts, kept runs in run-handlers.ts.
import type { Reader } from '#engine/db.ts'
import { defineHandlers, done, fail, ok } from '#engine/handler.ts'
import { requireOpenScenario } from '#engine/plans/store.ts'
import { getSettings } from '#engine/workspace/store.ts'
import { compensationContract } from '#shared/compensation/contract.ts'
import { makePlanRules, parsePlanRules } from '#shared/compensation/index.ts'
import type { CompensationError, PayPlanId, PayPlanRow, PayPlanRules } from '#shared/compensation/types.ts'
import { periodsOfYear } from '#shared/units/period.ts'
import { loadPayYear, type PayYear } from './load.ts'
import { getPlanDetail, memberHandlers } from './member-handlers.ts'
import { makePreview, makeStatement } from './results.ts'
import { runHandlers } from './run-handlers.ts'
import {
  findPayPlan,
  findPayPlanByName,
  insertPayPlan,
  listPayPlans,
  listPlanMembers,
  removePayPlan,
  updatePayPlan
} from './store.ts'

const planMissing = { code: 'compensation.planMissing' } as const

/** A row just written. @errors throws when it isn't there: a bug */
function getPlan(db: Reader, id: PayPlanId): PayPlanRow {
  const plan = findPayPlan(db, id)
  if (plan === undefined) throw new Error(`the pay plan ${id} was just written and is not there`)
  return plan
}

/** Reads rules a caller sent. The first problem is told; the designer shows all of them while one types. */
function readRules(
  sent: unknown
):
  | { ok: true; rules: PayPlanRules }
  | { ok: false; error: Extract<CompensationError, { code: 'compensation.rulesWrong' }> } {
  const parsed = parsePlanRules(sent)
  if (parsed.ok) return parsed
  const [first] = parsed.problems
  return {
    ok: false,
    error: {
      code: 'compensation.rulesWrong',
      problem: first?.problem ?? 'shape',
      where: first?.where ?? '',
      found: first?.found ?? ''
    }
  }
}

const isTaken = (db: Reader, plan: Pick<PayPlanRow, 'scenarioId'>, name: string, except?: PayPlanId): boolean => {
  const found = findPayPlanByName(db, plan.scenarioId, name)
  return found !== undefined && found.id !== except
}

/** What a question about pay needs: the plan, with other rules if they were sent, and the year. */
function loadQuestion(
  db: Reader,
  args: { payPlanId: PayPlanId; throughPeriodKey: string | null; rules?: unknown }
): { ok: true; plan: PayPlanRow; year: PayYear } | { ok: false; error: CompensationError } {
  const stored = findPayPlan(db, args.payPlanId)
  if (stored === undefined) return { ok: false, error: planMissing }
  const read = args.rules === undefined ? ({ ok: true, rules: stored.rules } as const) : readRules(args.rules)
  if (!read.ok) return read
  const plan = { ...stored, rules: read.rules }
  const year = loadPayYear(db, plan.scenarioId)
  const periods = periodsOfYear(year.fiscalYear, plan.rules.period.grain, year.calendar)
  const { throughPeriodKey } = args
  if (throughPeriodKey !== null && !periods.some((period) => period.key === throughPeriodKey)) {
    return { ok: false, error: { code: 'compensation.noSuchPeriod', periodKey: throughPeriodKey } }
  }
  return { ok: true, plan, year }
}

export const compensationHandlers = defineHandlers(compensationContract, {
  listPlans: ({ db }, { scenarioId }) => ok(listPayPlans(db, scenarioId)),

  getPlan: ({ db }, { payPlanId }) => {
    const plan = findPayPlan(db, payPlanId)
    return plan === undefined ? fail(planMissing) : ok(getPlanDetail(db, plan))
  },

  createFromTemplate: ({ db }, { scenarioId, name, template }) => {
    const locked = requireOpenScenario(db, scenarioId)
    if (locked) return fail(locked)
    if (isTaken(db, { scenarioId }, name)) return fail({ code: 'compensation.nameTaken', name })
    const id = insertPayPlan(db, scenarioId, name, makePlanRules(template, getSettings(db).currency))
    return done(getPlan(db, id), { name })
  },

  copyPlan: ({ db }, { payPlanId, name }) => {
    const plan = findPayPlan(db, payPlanId)
    if (plan === undefined) return fail(planMissing)
    const locked = requireOpenScenario(db, plan.scenarioId)
    if (locked) return fail(locked)
    if (isTaken(db, plan, name)) return fail({ code: 'compensation.nameTaken', name })
    return done(getPlan(db, insertPayPlan(db, plan.scenarioId, name, plan.rules)), { name })
  },

  updatePlan: ({ db }, { payPlanId, name, rules }) => {
    const plan = findPayPlan(db, payPlanId)
    if (plan === undefined) return fail(planMissing)
    const locked = requireOpenScenario(db, plan.scenarioId)
    if (locked) return fail(locked)
    if (name !== undefined && isTaken(db, plan, name, payPlanId)) return fail({ code: 'compensation.nameTaken', name })
    const read = rules === undefined ? undefined : readRules(rules)
    if (read !== undefined && !read.ok) return fail(read.error)
    updatePayPlan(db, payPlanId, {
      ...(name === undefined ? {} : { name }),
      ...(read === undefined ? {} : { rules: read.rules })
    })
    return done(getPlan(db, payPlanId), { name: name ?? plan.name })
  },

  removePlan: ({ db }, { payPlanId }) => {
    const plan = findPayPlan(db, payPlanId)
    if (plan === undefined) return fail(planMissing)
    const locked = requireOpenScenario(db, plan.scenarioId)
    if (locked) return fail(locked)
    removePayPlan(db, payPlanId)
    return done(null, { name: plan.name })
  },

  preview: ({ db }, args) => {
    const question = loadQuestion(db, args)
    if (!question.ok) return fail(question.error)
    return ok(makePreview(question.year, question.plan, listPlanMembers(db, args.payPlanId), args.throughPeriodKey))
  },

  explain: ({ db }, args) => {
    const question = loadQuestion(db, args)
    if (!question.ok) return fail(question.error)
    const members = listPlanMembers(db, args.payPlanId)
    if (!members.some((member) => member.sellerId === args.sellerId))
      return fail({ code: 'compensation.memberMissing' })
    return ok(makeStatement(question.year, question.plan, members, args.sellerId, args.throughPeriodKey))
  },

  ...memberHandlers,
  ...runHandlers
})
