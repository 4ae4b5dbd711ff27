// Turns computed lines into what the screens show: a row per seller with its cells and sums, and a seller's statement.
import {
  computePay,
  findMissingReason,
  type PayPlanRow,
  type PayPreview,
  type PayResult,
  type PayResultRow,
  type PayStatement
} from '#shared/compensation/index.ts'
import { groupBy } from '#shared/math/group-by.ts'
import type { SellerId } from '#shared/people/types.ts'
import { divide } from '#shared/units/ratio.ts'
import { loadTraceNames, type PayYear, teamNameOn, toPayInput } from './load.ts'
import type { StoredMember } from './store.ts'

/** Pay of all members of a plan as a table, from the start of the year to a period. */
export function makePreview(
  year: PayYear,
  plan: PayPlanRow,
  members: readonly StoredMember[],
  throughPeriodKey: string | null
): PayPreview {
  const result = computePay(toPayInput(year, plan.rules, members, throughPeriodKey))
  const rows = makeRows(year, result)
  return {
    planId: plan.id,
    currency: plan.rules.currency,
    fiscalYear: year.fiscalYear,
    periodKeys: [...result.periodKeys],
    rows,
    totalMinor: rows.every((row) => row.totalMinor === null)
      ? null
      : rows.reduce((sum, row) => sum + (row.totalMinor ?? 0), 0),
    bookedMinor: rows.reduce((sum, row) => sum + row.bookedMinor, 0),
    missingCount: rows.reduce((sum, row) => sum + row.missingCount, 0)
  }
}

function makeRows(year: PayYear, result: PayResult): PayResultRow[] {
  const lines = groupBy(result.lines, (line) => line.sellerId)
  const summaries = groupBy(result.summaries, (summary) => summary.sellerId)
  const rows = [...lines].map(([sellerId, own]): PayResultRow => {
    const parts = summaries.get(sellerId) ?? []
    const bookedMinor = parts.reduce((sum, part) => sum + part.bookedMinor, 0)
    const quotas = parts.filter((part) => part.quotaMinor !== null)
    const quotaMinor = quotas.length === 0 ? null : quotas.reduce((sum, part) => sum + (part.quotaMinor ?? 0), 0)
    const known = own.filter((line) => line.amountMinor !== null)
    return {
      sellerId,
      sellerName: year.sellers.get(sellerId)?.name ?? String(sellerId),
      teamName: teamNameOn(year, sellerId, year.endsOn),
      targetPayMinor: parts.some((part) => part.targetPayMinor === null)
        ? null
        : parts.reduce((sum, part) => sum + (part.targetPayMinor ?? 0), 0),
      bookedMinor,
      quotaMinor,
      attainmentRatio: quotaMinor === null || quotaMinor <= 0 ? null : (divide(bookedMinor, quotaMinor) ?? null),
      cells: own.map((line) => ({
        componentId: line.componentId,
        periodKey: line.periodKey,
        amountMinor: line.amountMinor,
        missing: line.amountMinor === null ? (findMissingReason(line.trace) ?? null) : null
      })),
      totalMinor: known.length === 0 ? null : known.reduce((sum, line) => sum + (line.amountMinor ?? 0), 0),
      missingCount: own.length - known.length
    }
  })
  return rows.sort((a, b) => a.sellerName.localeCompare(b.sellerName, 'en') || a.sellerId - b.sellerId)
}

/** One seller's pay under a plan, computed now, with every step. */
export function makeStatement(
  year: PayYear,
  plan: PayPlanRow,
  members: readonly StoredMember[],
  sellerId: SellerId,
  throughPeriodKey: string | null
): PayStatement {
  const input = toPayInput(year, plan.rules, members, throughPeriodKey)
  const own = input.members.filter((member) => member.sellerId === sellerId)
  const { lines } = computePay({ ...input, members: own })
  const known = lines.filter((line) => line.amountMinor !== null)
  return {
    sellerId,
    sellerName: year.sellers.get(sellerId)?.name ?? String(sellerId),
    planId: plan.id,
    planName: plan.name,
    rules: plan.rules,
    currency: plan.rules.currency,
    lines: [...lines],
    totalMinor: known.length === 0 ? null : known.reduce((sum, line) => sum + (line.amountMinor ?? 0), 0),
    names: loadTraceNames(year, plan.rules.currency, lines)
  }
}
