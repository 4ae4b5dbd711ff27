// What a component may ask about a seller in a stretch of periods: target pay, a share of a yearly amount, and how far a
// goal was reached, each with the steps that explain it. Where the facts come from is in facts.ts.

import type { SellerId, TeamId } from '../people/types.ts'
import type { Period } from '../units/period.ts'
import type { Due } from './components/index.ts'
import type { Facts } from './facts.ts'
import { add, compare, divideBy, type Fraction, fraction, multiply, one, whole, zero } from './fraction.ts'
import { lengthOf } from './participation.ts'
import { addResults, emptyResult, findOwnResult, findTeamResult, type Result } from './results.ts'
import { days, exactMoney, factor, money, periodValue, ratio, step, stepWithDeals, word } from './trace/step.ts'
import type { ComponentScope, MeasureName, MissingReason, PayCredit, PayPlanRules, TraceStep } from './types.ts'

export interface Attainment {
  /** Booked / quota; null with the reason in `missing`. */
  readonly ratio: Fraction | null
  readonly missing: MissingReason
  readonly bookedMinor: number
  readonly quota: Fraction | null
  /** The seller's own deals that count, in order of closing. */
  readonly credits: readonly PayCredit[]
  /** The whole explanation of the attainment, and the part of it that is only about what was sold. */
  readonly step: TraceStep
  readonly measuredStep: TraceStep
}

export interface Situation {
  readonly targetPay: () => Due
  /** The share of a yearly amount that falls to these periods, shortened by days as target pay is. */
  readonly yearAmount: (amountMinor: number) => { readonly amount: Fraction; readonly steps: readonly TraceStep[] }
  readonly attainment: (measure: MeasureName, scope: ComponentScope) => Attainment
}

/**
 * Makes the situation of a seller in a stretch of periods of one year.
 *
 * @param facts who, when, which deals and quotas
 * @param rules the plan's rules
 * @param sellerId the seller
 * @param window one period, or the year to date when the plan is cumulative
 * @returns answers to what components ask; each is worked out when asked
 * @example situationOf(facts, rules, sellerId, [quarter]).attainment('bookings', 'seller').ratio
 */
export function situationOf(
  facts: Facts,
  rules: PayPlanRules,
  sellerId: SellerId,
  window: readonly Period[]
): Situation {
  return {
    targetPay: () => findTargetPay(facts, rules, sellerId, window),
    yearAmount: (amountMinor) => findYearAmount(facts, rules, sellerId, window, amountMinor),
    attainment: (measure, scope) => findAttainment(facts, rules, sellerId, window, measure, scope)
  }
}

/** The part of a year's amount that a period stands for before anyone's days are looked at. */
function shareOfYear(facts: Facts, rules: PayPlanRules, period: Period): Fraction {
  if (rules.proration.periodShare === 'equal') return fraction(1n, BigInt(facts.yearPeriods.length))
  const year = facts.yearPeriods.reduce((sum, each) => sum + lengthOf(each), 0)
  return fraction(BigInt(lengthOf(period)), BigInt(year))
}

function dayFactor(rules: PayPlanRules, taken: number, period: Period): Fraction {
  return rules.proration.targetPay === 'none' ? one : fraction(BigInt(taken), BigInt(lengthOf(period)))
}

function findTargetPay(facts: Facts, rules: PayPlanRules, sellerId: SellerId, window: readonly Period[]): Due {
  let total = zero
  const steps: TraceStep[] = []
  for (const period of window) {
    const share = shareOfYear(facts, rules, period)
    const taken = facts.partsOf(sellerId, period)
    // Without shortening by days the last stretch of the period gives the target, whole, once.
    const parts = rules.proration.targetPay === 'none' ? taken.slice(-1) : taken
    for (const part of parts) {
      if (part.member.targetPayMinor === null) return { missing: 'noTargetPay', steps }
      const year = whole(part.member.targetPayMinor)
      const dayShare = dayFactor(rules, part.days, period)
      const amount = multiply(multiply(year, share), dayShare)
      total = add(total, amount)
      steps.push(
        step('targetSegment', {
          period: periodValue(period.key),
          year: money(part.member.targetPayMinor),
          share: ratio(share),
          days: days(part.days),
          of: days(lengthOf(period)),
          factor: factor(dayShare),
          amount: exactMoney(amount)
        })
      )
    }
  }
  return { amount: total, steps: [step('targetPay', { amount: exactMoney(total) }, steps)] }
}

function findYearAmount(
  facts: Facts,
  rules: PayPlanRules,
  sellerId: SellerId,
  window: readonly Period[],
  amountMinor: number
) {
  let total = zero
  const steps: TraceStep[] = []
  for (const period of window) {
    const taken = facts.partsOf(sellerId, period).reduce((sum, part) => sum + part.days, 0)
    if (taken === 0) continue
    const share = shareOfYear(facts, rules, period)
    const dayShare = dayFactor(rules, taken, period)
    const amount = multiply(multiply(whole(amountMinor), share), dayShare)
    total = add(total, amount)
    steps.push(
      step('targetSegment', {
        period: periodValue(period.key),
        year: money(amountMinor),
        share: ratio(share),
        days: days(taken),
        of: days(lengthOf(period)),
        factor: factor(dayShare),
        amount: exactMoney(amount)
      })
    )
  }
  return { amount: total, steps }
}

function findAttainment(
  facts: Facts,
  rules: PayPlanRules,
  sellerId: SellerId,
  window: readonly Period[],
  measure: MeasureName,
  scope: ComponentScope
): Attainment {
  let result = emptyResult
  let teams: TeamId[] = []
  for (const period of window) {
    if (scope === 'seller') {
      result = addResults(result, findOwnResult(facts, rules, sellerId, period, measure))
      continue
    }
    const teamId = facts.teamOf(sellerId, period, scope)
    if (teamId === undefined) continue
    teams = teams.includes(teamId) ? teams : [...teams, teamId]
    result = addResults(result, findTeamResult(facts, rules, teamId, period, measure))
  }
  if (scope !== 'seller' && teams.length === 0) {
    const missing = facts.teamOf(sellerId, window.at(-1), 'team') === undefined ? 'noTeam' : 'noParentTeam'
    return explain(emptyResult, scope, missing, teams)
  }
  return explain(result, scope, scope === 'seller' ? 'noQuota' : 'noTeamQuota', teams)
}

function explain(result: Result, scope: ComponentScope, without: MissingReason, teams: readonly TeamId[]): Attainment {
  const { quota } = result
  const hasRatio = quota !== null && compare(quota, zero) > 0
  const attained = hasRatio ? divideBy(whole(result.bookedMinor), quota) : null
  const measuredStep =
    scope === 'seller'
      ? stepWithDeals('measured', { booked: money(result.bookedMinor) }, result.deals)
      : step('measured', { booked: money(result.bookedMinor) }, result.memberSteps())
  const inner = [measuredStep, ...result.notCountedSteps, ...result.quotaSteps]
  const values = {
    scope: word(scope),
    booked: money(result.bookedMinor),
    ...(quota === null ? {} : { quota: exactMoney(quota) }),
    ...(attained === null ? {} : { attainment: ratio(attained) }),
    ...(teams[0] === undefined ? {} : { team: { unit: 'team', teamId: teams.at(-1) ?? teams[0] } as const })
  }
  const missing = quota === null ? without : 'quotaNotPositive'
  return {
    ratio: attained,
    missing,
    bookedMinor: result.bookedMinor,
    quota,
    credits: result.credits,
    measuredStep,
    step: step(attained === null ? 'attainmentUnknown' : 'attainment', values, inner)
  }
}
