// A company small enough to compute by hand: sellers numbered from 1, one team of all of them, a calendar year.

import { computePay, type PayInput, type PayResult } from '../../src/shared/compensation/rules.ts'
import type { PayCredit, PayMember, PayPlanRules, PayQuota } from '../../src/shared/compensation/types.ts'
import type { OpportunityId } from '../../src/shared/crm/types.ts'
import type { SellerId, TeamId } from '../../src/shared/people/types.ts'
import { type IsoDate, parseIsoDate } from '../../src/shared/units/date.ts'
import type { FiscalCalendar } from '../../src/shared/units/period.ts'
import { entryCheck } from './rules-of.ts'

export const calendar: FiscalCalendar = { startMonth: 1, pattern: 'months', weekStart: 1 }
export const sellerId = (id: number) => id as SellerId
export const teamId = (id: number) => id as TeamId

export function day(text: string): IsoDate {
  const parsed = parseIsoDate(text)
  if (parsed === undefined) throw new Error(`${text} is not a day`)
  return parsed
}

/** Amounts in units of the currency, as the cases of the sources are written. */
export const cents = (units: number): number => Math.round(units * 100)

let lastDeal = 0
export function deal(seller: number, closedOn: string, units: number, more: Partial<PayCredit> = {}): PayCredit {
  lastDeal += 1
  return {
    dealId: lastDeal as OpportunityId,
    sellerId: sellerId(seller),
    closedOn: day(closedOn),
    amountMinor: cents(units),
    isNewBusiness: null,
    ...more
  }
}

export const quota = (seller: number, periodKey: string, units: number, measure = 'bookings'): PayQuota => ({
  sellerId: sellerId(seller),
  measure,
  periodKey,
  amountMinor: cents(units)
})

export const member = (seller: number, units: number | null, fromOn?: string, toOn?: string): PayMember => ({
  sellerId: sellerId(seller),
  targetPayMinor: units === null ? null : cents(units),
  fromOn: fromOn === undefined ? null : day(fromOn),
  toOn: toOn === undefined ? null : day(toOn)
})

/** An input of the year 2027 in which every member belongs to team 1, whose parent is team 9. */
export function inputOf(rules: PayPlanRules, rows: Partial<PayInput>): PayInput {
  entryCheck(rules)
  const members = rows.members ?? []
  return {
    rules,
    calendar,
    fiscalYear: 2027,
    throughPeriodKey: null,
    members,
    people: [],
    teams: [
      { teamId: teamId(1), parentId: teamId(9) },
      { teamId: teamId(9), parentId: null }
    ],
    memberships: [...new Set(members.map((each) => each.sellerId))].map((id) => ({
      sellerId: id,
      teamId: teamId(1),
      fromOn: null,
      toOn: null
    })),
    quotas: [],
    credits: [],
    ...rows
  }
}

/** Amounts in units by `component period` for one seller. */
export function amountsOf(result: PayResult, seller: number): Record<string, number | null> {
  return Object.fromEntries(
    result.lines
      .filter((line) => line.sellerId === seller)
      .map((line) => [
        `${line.componentId} ${line.periodKey}`,
        line.amountMinor === null ? null : line.amountMinor / 100
      ])
  )
}

export function totalOf(result: PayResult, seller: number): number {
  return (
    result.lines
      .filter((line) => line.sellerId === seller)
      .reduce((sum, line) => sum + (line.amountMinor ?? Number.NaN), 0) / 100
  )
}

export { computePay }
