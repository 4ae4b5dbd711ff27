// Answers the calls about quotas. Inputs are loaded in load.ts and target.ts, the sheet is put together in sheet.ts.
import { countFacts } from '#engine/crm/store.ts'
import type { Reader, Writer } from '#engine/db.ts'
import { defineHandlers, done, fail, ok } from '#engine/handler.ts'
import { findSeller } from '#engine/people/store.ts'
import { findScenario, getFiscalYear, requireOpenScenario } from '#engine/plans/store.ts'
import { sum } from '#shared/math/sum.ts'
import type { SellerId } from '#shared/people/types.ts'
import type { PlansError, ScenarioId } from '#shared/plans/types.ts'
import { allocate } from '#shared/quotas/allocate.ts'
import { quotasContract } from '#shared/quotas/contract.ts'
import { flatPhase, spreadTyped } from '#shared/quotas/phase.ts'
import { growthOver, requestOf } from '#shared/quotas/rules.ts'
import type {
  AllocationInputs,
  AllocationPreview,
  AllocationRequest,
  QuotasError,
  TargetSource
} from '#shared/quotas/types.ts'
import { periodByKey, periodsWithin } from '#shared/units/period.ts'
import { activeMonths, frameYear, listBaseYears, listCarriers, loadBases, loadPhase, type YearFrame } from './load.ts'
import { explainQuota, getSheet, teamsOn } from './sheet.ts'
import {
  findLatestAllocation,
  insertAllocation,
  listQuotas,
  listQuotasOf,
  putQuota,
  removeQuotas,
  replaceQuotas
} from './store.ts'
import { listForecastTargets, resolveTarget } from './target.ts'

const notFound: PlansError = { code: 'plans.notFound' }

/** The plan year of a scenario, or undefined when there is no such scenario. */
const findFrame = (db: Reader, scenarioId: ScenarioId): YearFrame | undefined =>
  findScenario(db, scenarioId) && frameYear(db, getFiscalYear(db, scenarioId))

type Computed =
  | { ok: true; preview: AllocationPreview; inputs: AllocationInputs; source: TargetSource }
  | { ok: false; error: QuotasError }

function compute(db: Reader, scenarioId: ScenarioId, frame: YearFrame, request: AllocationRequest): Computed {
  const target = resolveTarget(db, frame, request.target)
  if (!target.ok) return target
  const { sellers, companyHistoryMinor } = loadBases(db, frame, request.baseYear)
  const inputs: AllocationInputs = {
    fiscalYear: frame.fiscalYear,
    targetMinor: target.targetMinor,
    cushionRatios: request.cushionRatio === 0 ? [] : [request.cushionRatio],
    method: request.method,
    blendWeights: request.blendWeights,
    noHistory: request.noHistory,
    baseYear: request.baseYear,
    phase: loadPhase(db, frame, request.phasing),
    sellers
  }
  const answer = allocate(inputs)
  if (!answer.ok) return answer
  const { lines, streetMinor, sumMinor } = answer.value
  const current = new Map<number, number>()
  for (const quota of listQuotas(db, scenarioId)) {
    current.set(quota.sellerId, (current.get(quota.sellerId) ?? 0) + quota.amountMinor)
  }
  const teamOf = teamsOn(db, frame.year.startsOn)
  const preview: AllocationPreview = {
    fiscalYear: frame.fiscalYear,
    currency: frame.currency,
    source: target.source,
    targetMinor: target.targetMinor,
    streetMinor,
    sumMinor,
    currentMinor: sum([...current.values()]),
    baseYear: request.baseYear,
    companyHistoryMinor,
    leftOutHistoryMinor: companyHistoryMinor - sum(lines.map((line) => line.historyMinor ?? 0)),
    phase: inputs.phase,
    lines: lines.map((line) => ({
      ...line,
      teamId: teamOf(line.sellerId),
      currentMinor: current.get(line.sellerId) ?? null,
      growthRatio: growthOver(line.quotaMinor, line.historyMinor)
    }))
  }
  return { ok: true, preview, inputs, source: target.source }
}

interface Entry {
  sellerId: SellerId
  periodKey: string
  amountMinor: number
}

/** Sets the quota of a month, or spreads that of a longer period over its months as they stand. */
function setOne(
  db: Writer,
  scenarioId: ScenarioId,
  frame: YearFrame,
  { sellerId, periodKey, amountMinor }: Entry
): { ok: true; name: string } | { ok: false; error: QuotasError } {
  const refuse = (error: QuotasError) => ({ ok: false, error }) as const
  const seller = findSeller(db, sellerId)
  if (seller === undefined) return refuse({ code: 'quotas.sellerMissing' })
  const period = periodByKey(periodKey, frame.calendar)
  if (period === undefined || period.fiscalYear !== frame.fiscalYear || period.grain === 'week') {
    return refuse({ code: 'quotas.unknownPeriod', periodKey })
  }
  if (amountMinor < 0) return refuse({ code: 'quotas.negativeQuota' })
  const active = activeMonths(seller, frame)
  const months = periodsWithin(period, 'month', frame.calendar).filter((month) => (active[month.index - 1] ?? 0) > 0)
  if (months.length === 0) return refuse({ code: 'quotas.sellerNotActive', name: seller.name, periodKey })
  const current = new Map(listQuotasOf(db, scenarioId, sellerId).map((quota) => [quota.periodKey, quota.amountMinor]))
  const phase = findLatestAllocation(db, scenarioId)?.inputs.phase ?? flatPhase
  const amounts = spreadTyped(
    amountMinor,
    months.map((month) => current.get(month.key) ?? 0),
    months.map((month) => (phase.shares[month.index - 1] ?? 0) * (active[month.index - 1] ?? 0))
  )
  for (const [index, month] of months.entries()) {
    const quota = { sellerId, periodKey: month.key, startsOn: month.startsOn, amountMinor: amounts[index] ?? 0 }
    putQuota(db, scenarioId, quota, frame.currency)
  }
  return { ok: true, name: seller.name }
}

export const quotasHandlers = defineHandlers(quotasContract, {
  getSheet: ({ db }, { scenarioId, grain }) => {
    const frame = findFrame(db, scenarioId)
    return frame === undefined ? fail(notFound) : ok(getSheet(db, scenarioId, frame, grain))
  },

  getAllocationSetup: ({ db }, { scenarioId }) => {
    const frame = findFrame(db, scenarioId)
    if (frame === undefined) return fail(notFound)
    const last = findLatestAllocation(db, scenarioId)
    return ok({
      fiscalYear: frame.fiscalYear,
      currency: frame.currency,
      sellers: listCarriers(db, frame).length,
      baseYears: listBaseYears(db, frame),
      forecasts: listForecastTargets(db, scenarioId, frame),
      last:
        last === undefined
          ? null
          : {
              ...requestOf(last.inputs, last.source),
              madeAt: last.madeAt,
              targetMinor: last.targetMinor,
              source: last.source
            },
      dealsInOtherCurrencies: sum(countFacts(db, frame.currency).otherCurrencies.map((each) => each.deals))
    })
  },

  previewAllocation: ({ db }, { scenarioId, ...request }) => {
    const frame = findFrame(db, scenarioId)
    if (frame === undefined) return fail(notFound)
    const computed = compute(db, scenarioId, frame, request)
    return computed.ok ? ok(computed.preview) : fail(computed.error)
  },

  explainQuota: ({ db }, { scenarioId, sellerId, periodKey }) => {
    const frame = findFrame(db, scenarioId)
    if (frame === undefined) return fail(notFound)
    if (findSeller(db, sellerId) === undefined) return fail({ code: 'quotas.sellerMissing' })
    const explained = explainQuota(db, scenarioId, frame, sellerId, periodKey)
    return explained === undefined ? fail({ code: 'quotas.unknownPeriod', periodKey }) : ok(explained)
  },

  allocate: ({ db, now }, { scenarioId, ...request }) => {
    const closed = requireOpenScenario(db, scenarioId)
    const frame = findFrame(db, scenarioId)
    if (closed !== undefined || frame === undefined) return fail(closed ?? notFound)
    const computed = compute(db, scenarioId, frame, request)
    if (!computed.ok) return fail(computed.error)
    const { preview, inputs, source } = computed
    replaceQuotas(
      db,
      scenarioId,
      preview.lines.flatMap((line) =>
        frame.months.flatMap((month, index) =>
          // A month not worked has no quota, which is not a quota of 0.
          (inputs.sellers.find((seller) => seller.sellerId === line.sellerId)?.activeByMonth[index] ?? 0) > 0
            ? [
                {
                  sellerId: line.sellerId,
                  periodKey: month.key,
                  startsOn: month.startsOn,
                  amountMinor: line.monthsMinor[index] ?? 0
                }
              ]
            : []
        )
      ),
      frame.currency
    )
    insertAllocation(db, scenarioId, {
      madeAt: now,
      targetMinor: preview.targetMinor,
      currency: frame.currency,
      source,
      inputs
    })
    return done(preview, { count: preview.lines.length })
  },

  setQuota: ({ db }, { scenarioId, ...entry }) => {
    const closed = requireOpenScenario(db, scenarioId)
    const frame = findFrame(db, scenarioId)
    if (closed !== undefined || frame === undefined) return fail(closed ?? notFound)
    const set = setOne(db, scenarioId, frame, entry)
    return set.ok ? done({ amountMinor: entry.amountMinor }, { name: set.name }) : fail(set.error)
  },

  setQuotas: ({ db }, { scenarioId, entries }) => {
    const closed = requireOpenScenario(db, scenarioId)
    const frame = findFrame(db, scenarioId)
    if (closed !== undefined || frame === undefined) return fail(closed ?? notFound)
    for (const entry of entries) {
      const set = setOne(db, scenarioId, frame, entry)
      if (!set.ok) return fail(set.error)
    }
    return done({ count: entries.length }, { count: entries.length })
  },

  clear: ({ db }, { scenarioId, sellerId }) => {
    const closed = requireOpenScenario(db, scenarioId)
    if (closed !== undefined) return fail(closed)
    const removed = removeQuotas(db, scenarioId, sellerId)
    return removed === 0 ? fail({ code: 'quotas.nothingToClear' }) : done({ removed }, {})
  }
})
