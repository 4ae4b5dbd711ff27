// Puts together what the quota screen reads: the sheet, and why a quota is what it is.
import type { Reader } from '#engine/db.ts'
import { findSeller, listMemberships, listSellers, listTeams } from '#engine/people/store.ts'
import { sum } from '#shared/math/sum.ts'
import { membershipOn } from '#shared/people/index.ts'
import type { SellerId, TeamId } from '#shared/people/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { allocate } from '#shared/quotas/allocate.ts'
import { compoundCushion } from '#shared/quotas/cushion.ts'
import { growthOver, layOutSheet, type SheetSeller } from '#shared/quotas/rules.ts'
import type { QuotaExplanation, QuotaSheet, SumCheck } from '#shared/quotas/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { periodByKey, periodsOfYear, periodsWithin } from '#shared/units/period.ts'
import { activeMonths, frameYear, listCarriers, loadHistory, type YearFrame } from './load.ts'
import { findLatestAllocation, listQuotas, listQuotasOf, type StoredAllocation } from './store.ts'

/** The team of each seller on a day. */
export function teamsOn(db: Reader, on: IsoDate): (sellerId: SellerId) => TeamId | null {
  const memberships = listMemberships(db)
  return (sellerId) =>
    membershipOn(
      memberships.filter((each) => each.sellerId === sellerId),
      on
    )?.teamId ?? null
}

function checkOf(allocation: StoredAllocation | undefined, sumMinor: number): SumCheck | null {
  if (allocation === undefined) return null
  const cushionRatio = compoundCushion(allocation.inputs.cushionRatios)
  const computed = allocate(allocation.inputs)
  if (!computed.ok) return null
  const { targetMinor, streetMinor } = computed.value
  return {
    targetMinor,
    streetMinor,
    cushionRatio,
    sumMinor,
    differenceMinor: sumMinor - streetMinor,
    source: allocation.source,
    method: allocation.inputs.method,
    madeAt: allocation.madeAt
  }
}

export function getSheet(db: Reader, scenarioId: ScenarioId, frame: YearFrame, grain: 'month' | 'quarter'): QuotaSheet {
  const quotas = listQuotas(db, scenarioId)
  const withQuota = new Set(quotas.map((quota) => quota.sellerId))
  const carriers = new Set(listCarriers(db, frame).map((seller) => seller.id))
  const history = loadHistory(db, frameYear(db, frame.fiscalYear - 1))
  const teamOf = teamsOn(db, frame.year.startsOn)
  const sellers = listSellers(db)
    .filter((seller) => carriers.has(seller.id) || withQuota.has(seller.id))
    .map((seller): SheetSeller => {
      const booked = history.get(seller.id)
      return {
        sellerId: seller.id,
        name: seller.name,
        teamId: teamOf(seller.id),
        hiredOn: seller.hiredOn,
        leftOn: seller.leftOn,
        activeMonths: sum(activeMonths(seller, frame)),
        lastYearMinor: booked === undefined ? null : sum(booked)
      }
    })
  const periods = periodsOfYear(frame.fiscalYear, grain, frame.calendar)
  const monthKeys = periods.map((period) => periodsWithin(period, 'month', frame.calendar).map((month) => month.key))
  const { rows, totalsMinor } = layOutSheet(sellers, quotas, monthKeys)
  const yearMinor = sum(totalsMinor)
  const lastYearMinor = sum([...history.values()].map(sum))
  return {
    fiscalYear: frame.fiscalYear,
    currency: frame.currency,
    grain,
    periods: [...periods],
    teams: listTeams(db).map(({ id, parentId, name }) => ({ teamId: id, parentId, name })),
    rows,
    totalsMinor,
    yearMinor,
    lastYearMinor,
    growthRatio: growthOver(yearMinor, lastYearMinor),
    check: quotas.length === 0 ? null : checkOf(findLatestAllocation(db, scenarioId), yearMinor)
  }
}

/** Why a quota is what it is; undefined for a seller or a period that isn't there. */
export function explainQuota(
  db: Reader,
  scenarioId: ScenarioId,
  frame: YearFrame,
  sellerId: SellerId,
  periodKey: string
): QuotaExplanation | undefined {
  const seller = findSeller(db, sellerId)
  const period = periodByKey(periodKey, frame.calendar)
  if (seller === undefined || period === undefined || period.fiscalYear !== frame.fiscalYear) return undefined
  const months = periodsWithin(period, 'month', frame.calendar)
  const current = new Map(listQuotasOf(db, scenarioId, sellerId).map((quota) => [quota.periodKey, quota.amountMinor]))
  const set = months.map((month) => current.get(month.key)).filter((amount) => amount !== undefined)
  const amountMinor = set.length === 0 ? null : sum(set)
  const explained = {
    sellerId,
    name: seller.name,
    periodKey,
    currency: frame.currency,
    amountMinor
  }
  const stored = findLatestAllocation(db, scenarioId)
  const computed = stored && allocate(stored.inputs)
  const line = computed?.ok === true ? computed.value.lines.find((each) => each.sellerId === sellerId) : undefined
  const base = stored?.inputs.sellers.find((each) => each.sellerId === sellerId)
  if (stored === undefined || computed?.ok !== true || line === undefined || base === undefined) {
    return { ...explained, allocatedMinor: null, isEdited: amountMinor !== null, allocation: null }
  }
  const parts = months.map((month) => ({
    periodKey: month.key,
    phaseRatio: stored.inputs.phase.shares[month.index - 1] ?? 0,
    activeRatio: base.activeByMonth[month.index - 1] ?? 0,
    amountMinor: line.monthsMinor[month.index - 1] ?? 0
  }))
  const allocatedMinor = sum(parts.map((part) => part.amountMinor))
  const { inputs } = stored
  return {
    ...explained,
    allocatedMinor,
    isEdited: amountMinor !== allocatedMinor,
    allocation: {
      madeAt: stored.madeAt,
      method: inputs.method,
      source: stored.source,
      targetMinor: computed.value.targetMinor,
      streetMinor: computed.value.streetMinor,
      cushionRatio: compoundCushion(inputs.cushionRatios),
      noHistory: inputs.noHistory,
      blendWeights: inputs.blendWeights,
      baseYear: inputs.baseYear,
      sellers: computed.value.lines.length,
      phase: inputs.phase,
      line,
      months: parts
    }
  }
}
