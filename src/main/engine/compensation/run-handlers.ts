// Runs: computing all plans of a scenario and keeping the lines with their explanation and a hash of what they came from.
// A run may be made in a locked scenario: paying what an approved plan says doesn't change the plan.
import { createHash } from 'node:crypto'
import type { Reader } from '#engine/db.ts'
import { done, fail, type HandlersOf, ok } from '#engine/handler.ts'
import { listSellers } from '#engine/people/store.ts'
import { findScenario } from '#engine/plans/store.ts'
import { getSettings } from '#engine/workspace/store.ts'
import type { compensationContract } from '#shared/compensation/contract.ts'
import { computePay, engineVersion } from '#shared/compensation/index.ts'
import type { PayPlanId, PayPlanRow, PayRunId, PayRunRow } from '#shared/compensation/types.ts'
import { type Period, periodByKey, periodsOfYear } from '#shared/units/period.ts'
import { loadPayYear, loadTraceNames, type PayYear, toPayInput } from './load.ts'
import {
  findPayPlan,
  findPayRun,
  insertPayLines,
  insertPayRun,
  listPayLines,
  listPayPlans,
  listPayRunSellers,
  listPayRuns,
  listPlanMembers,
  type StoredRun
} from './store.ts'

type RunHandlers = Pick<
  HandlersOf<typeof compensationContract.calls>,
  'run' | 'listRuns' | 'listRunSellers' | 'getStatement'
>

const runMissing = { code: 'compensation.runMissing' } as const

/** The plan's last period that is over by the end of the period asked for; plans of one scenario may have different periods. */
function lastPeriod(year: PayYear, plan: PayPlanRow, through: Period | undefined): Period | undefined {
  const periods = periodsOfYear(year.fiscalYear, plan.rules.period.grain, year.calendar)
  return through === undefined ? periods.at(-1) : periods.findLast((period) => period.endsOn <= through.endsOn)
}

function getRun(db: Reader, id: PayRunId): PayRunRow {
  const run = findPayRun(db, id)
  if (run === undefined) throw new Error(`the pay run ${id} was just written and is not there`)
  return toRow(db, run)
}

/** Plans of one scenario may have different periods: a run reaches to the period that ends last, the longer one of two. */
function toRow(db: Reader, { periodKeys, ...run }: StoredRun): PayRunRow {
  const { calendar } = getSettings(db)
  const periods = periodKeys.map((key) => periodByKey(key, calendar)).filter((period) => period !== undefined)
  const last = periods.reduce<Period | undefined>(
    (latest, period) =>
      latest === undefined ||
      period.endsOn > latest.endsOn ||
      (period.endsOn === latest.endsOn && period.startsOn < latest.startsOn)
        ? period
        : latest,
    undefined
  )
  return { ...run, throughPeriodKey: last?.key ?? periodKeys.at(-1) ?? '' }
}

export const runHandlers: RunHandlers = {
  run: ({ db, now }, { scenarioId, throughPeriodKey }) => {
    if (findScenario(db, scenarioId) === undefined) return fail({ code: 'plans.notFound' })
    const year = loadPayYear(db, scenarioId)
    const through = throughPeriodKey === null ? undefined : periodByKey(throughPeriodKey, year.calendar)
    if (throughPeriodKey !== null && through?.fiscalYear !== year.fiscalYear) {
      return fail({ code: 'compensation.noSuchPeriod', periodKey: throughPeriodKey })
    }
    const plans = listPayPlans(db, scenarioId)
    const foreign = plans.find((plan) => plan.rules.currency !== year.currency)
    if (foreign !== undefined) {
      return fail({ code: 'compensation.otherCurrency', planName: foreign.name, currency: foreign.rules.currency })
    }
    const inputs = plans.flatMap((plan) => {
      const last = lastPeriod(year, plan, through)
      return last === undefined
        ? []
        : [{ planId: plan.id, input: toPayInput(year, plan.rules, listPlanMembers(db, plan.id), last.key) }]
    })
    const lines = inputs.flatMap(({ planId, input }) =>
      computePay(input).lines.map((line) => ({ ...line, payPlanId: planId }))
    )
    if (lines.length === 0) return fail({ code: 'compensation.nothingToRun' })
    const inputsSha256 = createHash('sha256').update(JSON.stringify({ engineVersion, inputs })).digest('hex')
    const { currency } = year
    const runId = insertPayRun(db, { scenarioId, madeAt: now, engineVersion, inputsSha256, currency })
    insertPayLines(db, runId, lines)
    return done(getRun(db, runId))
  },

  listRuns: ({ db }, { scenarioId }) => ok(listPayRuns(db, scenarioId).map((run) => toRow(db, run))),

  listRunSellers: ({ db }, { payRunId }) => {
    if (findPayRun(db, payRunId) === undefined) return fail(runMissing)
    const names = new Map(listSellers(db).map(({ id, name }) => [id, name]))
    const sellers = listPayRunSellers(db, payRunId).map((seller) => ({
      ...seller,
      sellerName: names.get(seller.sellerId) ?? String(seller.sellerId)
    }))
    return ok(sellers.sort((a, b) => a.sellerName.localeCompare(b.sellerName, 'en') || a.sellerId - b.sellerId))
  },

  getStatement: ({ db }, { payRunId, sellerId }) => {
    const run = findPayRun(db, payRunId)
    if (run === undefined) return fail(runMissing)
    const lines = listPayLines(db, payRunId, sellerId)
    if (lines.length === 0) return fail({ code: 'compensation.memberMissing' })
    const year = loadPayYear(db, run.scenarioId)
    const planIds = [...new Set(lines.map((line) => line.payPlanId))].filter((id) => id !== null)
    const plans = planIds.map((id: PayPlanId) => findPayPlan(db, id)).filter((plan) => plan !== undefined)
    const known = lines.filter((line) => line.amountMinor !== null)
    const [plan] = plans
    return ok({
      sellerId,
      sellerName: year.sellers.get(sellerId)?.name ?? String(sellerId),
      planId: plan?.id ?? null,
      planName: plans.map((each) => each.name).join(', '),
      rules: plan?.rules ?? null,
      currency: run.currency,
      lines: lines.map(({ payPlanId: _, ...line }) => line),
      totalMinor: known.length === 0 ? null : known.reduce((sum, line) => sum + (line.amountMinor ?? 0), 0),
      names: loadTraceNames(year, run.currency, lines)
    })
  }
}
