// What was sold against what was asked, for a seller or a team in one period, and how such results add up over periods.
import type { SellerId, TeamId } from '../people/types.ts'
import type { Period } from '../units/period.ts'
import type { Facts } from './facts.ts'
import { add, type Fraction, fraction, multiply, whole, zero } from './fraction.ts'
import { measureOf } from './measures/index.ts'
import { lengthOf } from './participation.ts'
import { count, days, exactMoney, money, periodValue, step, stepWithDeals } from './trace/step.ts'
import type { MeasureName, PayCredit, PayPlanRules, TraceDeal, TraceStep } from './types.ts'

export interface MemberResult {
  readonly sellerId: SellerId
  readonly bookedMinor: number
  readonly quota: Fraction | null
  readonly deals: readonly TraceDeal[]
}

export interface Result {
  readonly bookedMinor: number
  /** Null: no quota at all in these periods, which isn't the same as 0. */
  readonly quota: Fraction | null
  readonly credits: readonly PayCredit[]
  readonly deals: readonly TraceDeal[]
  readonly quotaSteps: readonly TraceStep[]
  readonly notCountedSteps: readonly TraceStep[]
  readonly members: readonly MemberResult[]
  readonly memberSteps: () => readonly TraceStep[]
}

export const emptyResult: Result = makeResult(0, null, [], [], [], [])

function makeResult(
  bookedMinor: number,
  quota: Fraction | null,
  credits: readonly PayCredit[],
  quotaSteps: readonly TraceStep[],
  notCountedSteps: readonly TraceStep[],
  members: readonly MemberResult[]
): Result {
  return {
    bookedMinor,
    quota,
    credits,
    deals: credits.map(dealOf),
    quotaSteps,
    notCountedSteps,
    members,
    memberSteps: () => members.map(memberStep)
  }
}

export function dealOf(credit: PayCredit): TraceDeal {
  return [credit.dealId, credit.amountMinor, credit.closedOn]
}

/** The results of two stretches of time together: sums of what was sold and of what was asked. */
export function addResults(a: Result, b: Result): Result {
  if (a === emptyResult) return b
  const quota = a.quota === null || b.quota === null ? (a.quota ?? b.quota) : add(a.quota, b.quota)
  return makeResult(
    a.bookedMinor + b.bookedMinor,
    quota,
    [...a.credits, ...b.credits],
    [...a.quotaSteps, ...b.quotaSteps],
    [...a.notCountedSteps, ...b.notCountedSteps],
    joinMembers(a.members, b.members)
  )
}

function joinMembers(a: readonly MemberResult[], b: readonly MemberResult[]): MemberResult[] {
  const joined = new Map(a.map((member) => [member.sellerId, member]))
  for (const member of b) {
    const known = joined.get(member.sellerId)
    const quota = known?.quota && member.quota ? add(known.quota, member.quota) : (known?.quota ?? member.quota)
    joined.set(member.sellerId, {
      sellerId: member.sellerId,
      bookedMinor: (known?.bookedMinor ?? 0) + member.bookedMinor,
      quota,
      deals: [...(known?.deals ?? []), ...member.deals]
    })
  }
  return [...joined.values()]
}

/**
 * Finds what a seller sold and was asked for in a period, on the days of taking part in the plan.
 *
 * @param facts deals, quotas and days
 * @param rules the plan's rules: whether quotas are shortened by days
 * @param sellerId the seller
 * @param period the period
 * @param measure which deals count
 * @returns the sums with the deals and quota rows behind them; deals of other days are listed as not counted
 * @example findOwnResult(facts, rules, sellerId, quarter, 'bookings').bookedMinor
 */
export function findOwnResult(
  facts: Facts,
  rules: PayPlanRules,
  sellerId: SellerId,
  period: Period,
  measure: MeasureName
): Result {
  const { counts } = measureOf(measure)
  const all = facts.creditsOf(sellerId, period).filter(counts)
  const credits = all.filter((credit) => facts.takesPart(sellerId, credit.closedOn))
  const others = all.filter((credit) => !facts.takesPart(sellerId, credit.closedOn))
  const taken = facts.partsOf(sellerId, period).reduce((sum, part) => sum + part.days, 0)
  const quota = taken === 0 ? undefined : findQuota(facts, rules, sellerId, period, measure, taken)
  const sumMinor = (of: readonly PayCredit[]) => of.reduce((sum, credit) => sum + credit.amountMinor, 0)
  const notCounted =
    others.length === 0 ? [] : [stepWithDeals('notCounted', { booked: money(sumMinor(others)) }, others.map(dealOf))]
  return makeResult(sumMinor(credits), quota?.amount ?? null, credits, quota?.steps ?? [], notCounted, [])
}

/**
 * Finds what a team sold and was asked for in a period: the sum over the people who belong to it, each with the whole
 * quota and all bookings of the period. A person without a quota counts with neither, so that a director's deal doesn't
 * raise an attainment nobody planned for; the trace lists them.
 *
 * @param facts deals, quotas and teams
 * @param rules the plan's rules: whether quotas are shortened by days
 * @param teamId the team; teams below it belong to it
 * @param period the period
 * @param measure which deals count
 * @returns the sums with a part per person
 * @example findTeamResult(facts, rules, teamId, quarter, 'bookings').quota
 */
export function findTeamResult(
  facts: Facts,
  rules: PayPlanRules,
  teamId: TeamId,
  period: Period,
  measure: MeasureName
): Result {
  return facts.keep(`${teamId} ${period.key} ${measure}`, () => {
    const { counts } = measureOf(measure)
    const members: MemberResult[] = []
    let bookedMinor = 0
    let quotaSum = zero
    let hasQuota = false
    for (const sellerId of facts.membersOf(teamId, period)) {
      const credits = facts.creditsOf(sellerId, period).filter(counts)
      const sum = credits.reduce((total, credit) => total + credit.amountMinor, 0)
      const quota = findQuota(facts, rules, sellerId, period, measure, facts.daysEmployed(sellerId, period))
      members.push({ sellerId, bookedMinor: sum, quota: quota?.amount ?? null, deals: credits.map(dealOf) })
      if (quota === undefined) continue
      hasQuota = true
      bookedMinor += sum
      quotaSum = add(quotaSum, quota.amount)
    }
    return makeResult(bookedMinor, hasQuota ? quotaSum : null, [], [], [], members)
  })
}

function memberStep(member: MemberResult): TraceStep {
  const values = { seller: { unit: 'seller', sellerId: member.sellerId } as const, booked: money(member.bookedMinor) }
  return member.quota === null
    ? stepWithDeals('teamMemberWithoutQuota', values, member.deals)
    : stepWithDeals('teamMember', { ...values, quota: exactMoney(member.quota) }, member.deals)
}

function findQuota(
  facts: Facts,
  rules: PayPlanRules,
  sellerId: SellerId,
  period: Period,
  measure: MeasureName,
  taken: number
): { amount: Fraction; steps: TraceStep[] } | undefined {
  const rows = facts.quotasOf(sellerId, period, measure)
  if (rows.length === 0) return undefined
  const sum = rows.reduce((total, row) => total + row.amountMinor, 0)
  const rowSteps = rows.map((row) =>
    step('quotaRow', { period: periodValue(row.periodKey), quota: money(row.amountMinor) })
  )
  if (rules.proration.quota === 'none' || taken === lengthOf(period)) {
    return { amount: whole(sum), steps: [step('quota', { quota: money(sum), rows: count(rows.length) }, rowSteps)] }
  }
  const amount = multiply(whole(sum), fraction(BigInt(taken), BigInt(lengthOf(period))))
  const values = { full: money(sum), days: days(taken), of: days(lengthOf(period)), quota: exactMoney(amount) }
  return { amount, steps: [step('quotaProrated', values, rowSteps)] }
}
