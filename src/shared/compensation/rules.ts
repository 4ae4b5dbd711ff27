// Computes pay: for every member of a plan, period and component one line, rounded once, with the steps that explain it.
// Order: deals that count, measure, attainment, component, component's cap, rounding, true-up, plan's cap. Totals are sums of lines.
import type { SellerId } from '../people/types.ts'
import type { Period } from '../units/period.ts'
import { type Due, entryOf } from './components/index.ts'
import { type Facts, factsOf, type PayFactsInput } from './facts.ts'
import { decimal, multiply, roundHalfUp, subtract, whole } from './fraction.ts'
import { planCapId } from './plan-cap.ts'
import { type Situation, situationOf } from './situation.ts'
import { exactMoney, missingStep, money, periodValue, ratio, step } from './trace/step.ts'
import type { PayComponent, PayLine, PayPlanRules, TraceStep } from './types.ts'

/** The version of the sums: it is kept with each run, so that a later change of a rule can be told from a change of data. */
export const engineVersion = '1'

export interface PayInput extends PayFactsInput {
  readonly rules: PayPlanRules
  /** Periods of the year up to and including this one are computed; null is the whole year. */
  readonly throughPeriodKey: string | null
}

/** What stands behind a seller's lines of a period, for tables: exact until it is shown. */
export interface PayPeriodSummary {
  readonly sellerId: SellerId
  readonly periodKey: string
  readonly targetPayMinor: number | null
  readonly bookedMinor: number
  readonly quotaMinor: number | null
}

export interface PayResult {
  readonly periodKeys: readonly string[]
  readonly lines: readonly PayLine[]
  readonly summaries: readonly PayPeriodSummary[]
}

/**
 * Computes the pay of all members of a plan for the periods of a fiscal year.
 *
 * A line is a component of the plan for a seller in a period. What is due is an exact fraction; it is rounded half up,
 * once, to the minor unit. In a cumulative plan a line is what is due for the year to date less what was due before.
 *
 * @param input rules, facts and how far to compute; the order of rows doesn't matter
 * @returns lines by seller (ascending id), period and component, in this order; the same input gives the same cents
 * @errors RangeError for amounts that can't be counted exactly
 * @missing a seller without target pay, quota or team gets lines with the amount null and the reason in the trace; a
 *   period in which a seller doesn't take part for a single day has no line
 * @source Oracle Incentive Compensation (rate application, proration), Siebel Incentive Compensation (caps)
 * @example computePay(input).lines[0]?.amountMinor // 3450000 for 75 % of 40,000.00 at 110 % with 1.5 x above 100 %
 */
export function computePay(input: PayInput): PayResult {
  const facts = factsOf(input, input.rules)
  const last = facts.yearPeriods.findIndex((period) => period.key === input.throughPeriodKey)
  const periods = last < 0 ? facts.yearPeriods : facts.yearPeriods.slice(0, last + 1)
  const sellerIds = [...facts.sellerIds].sort((a, b) => a - b)
  return {
    periodKeys: periods.map((period) => period.key),
    lines: sellerIds.flatMap((sellerId) => payOfSeller(facts, input.rules, sellerId, periods)),
    summaries: sellerIds.flatMap((sellerId) => summariesOf(facts, input.rules, sellerId, periods))
  }
}

function summariesOf(facts: Facts, rules: PayPlanRules, sellerId: SellerId, periods: readonly Period[]) {
  const measure = rules.components[0]?.measure ?? 'bookings'
  const summaries: PayPeriodSummary[] = []
  for (const period of periods) {
    if (facts.partsOf(sellerId, period).length === 0) continue
    const situation = situationOf(facts, rules, sellerId, [period])
    const target = situation.targetPay()
    const own = situation.attainment(measure, 'seller')
    summaries.push({
      sellerId,
      periodKey: period.key,
      targetPayMinor: 'missing' in target ? null : roundHalfUp(target.amount),
      bookedMinor: own.bookedMinor,
      quotaMinor: own.quota === null ? null : roundHalfUp(own.quota)
    })
  }
  return summaries
}

/** What a component has earned so far: the last due of the year to date and what is carried below zero. */
interface Ledger {
  dueMinor: number
  carriedMinor: number
  isBroken: boolean
}

function payOfSeller(facts: Facts, rules: PayPlanRules, sellerId: SellerId, periods: readonly Period[]): PayLine[] {
  const lines: PayLine[] = []
  const ledgers = new Map<string, Ledger>()
  const paid = new Map<string, number>()
  for (const [index, period] of periods.entries()) {
    if (facts.partsOf(sellerId, period).length === 0) continue
    const window = rules.period.mode === 'discrete' ? [period] : periods.slice(0, index + 1)
    const situation = situationOf(facts, rules, sellerId, window)
    const ofPeriod: PayLine[] = []
    for (const component of rules.components) {
      const ledger = ledgers.get(component.id) ?? { dueMinor: 0, carriedMinor: 0, isBroken: false }
      ledgers.set(component.id, ledger)
      ofPeriod.push(payOfComponent(rules, component, situation, ledger, sellerId, period))
    }
    if (rules.capTimesTarget !== null) {
      ofPeriod.push(
        payOfPlanCap(rules, rules.capTimesTarget, situation, [...lines, ...ofPeriod], paid, sellerId, period)
      )
    }
    lines.push(...ofPeriod)
  }
  return lines
}

function payOfComponent(
  rules: PayPlanRules,
  component: PayComponent,
  situation: Situation,
  ledger: Ledger,
  sellerId: SellerId,
  period: Period
): PayLine {
  const due: Due = entryOf(component).compute(component, situation)
  const line = (amountMinor: number | null, steps: readonly TraceStep[]): PayLine => ({
    sellerId,
    componentId: component.id,
    periodKey: period.key,
    amountMinor,
    trace: step(
      'line',
      {
        component: { unit: 'component', id: component.id },
        period: periodValue(period.key),
        ...(amountMinor === null ? {} : { amount: money(amountMinor) })
      },
      steps
    )
  })
  if ('missing' in due) {
    ledger.isBroken = true
    return line(null, [missingStep(due.missing, due.steps)])
  }
  // A true-up against a period that couldn't be computed would pay that period's pay in silence.
  if (ledger.isBroken && rules.period.mode === 'cumulative')
    return line(null, [missingStep('earlierPeriod', due.steps)])
  const dueMinor = roundHalfUp(due.amount)
  const steps: TraceStep[] = [...due.steps]
  steps.push(step('rounded', { exact: exactMoney(due.amount), rounded: money(dueMinor) }))
  let movement = dueMinor
  if (rules.period.mode === 'cumulative') {
    movement = dueMinor - ledger.dueMinor
    const values = { due: money(dueMinor), before: money(ledger.dueMinor), movement: money(movement) }
    steps.push(step('trueUp', values))
    ledger.dueMinor = dueMinor
  }
  return line(settle(rules, ledger, movement, steps), steps)
}

/** Applies the plan's choice for amounts below zero. */
function settle(rules: PayPlanRules, ledger: Ledger, movement: number, steps: TraceStep[]): number {
  if (rules.period.negative === 'pay') return movement
  if (rules.period.negative === 'floor') {
    if (movement < 0) steps.push(step('negativeDropped', { amount: money(movement) }))
    return Math.max(0, movement)
  }
  const balance = ledger.carriedMinor + movement
  if (ledger.carriedMinor < 0) {
    steps.push(step('carried', { carried: money(ledger.carriedMinor), balance: money(balance) }))
  }
  if (balance < 0) steps.push(step('negativeCarried', { balance: money(balance) }))
  ledger.carriedMinor = Math.min(0, balance)
  return Math.max(0, balance)
}

function payOfPlanCap(
  rules: PayPlanRules,
  capTimesTarget: string,
  situation: Situation,
  lines: readonly PayLine[],
  paid: Map<string, number>,
  sellerId: SellerId,
  period: Period
): PayLine {
  const isToDate = rules.period.mode === 'cumulative'
  const counted = lines.filter((line) => line.componentId !== planCapId && (isToDate || line.periodKey === period.key))
  const target = situation.targetPay()
  const base = { sellerId, componentId: planCapId, periodKey: period.key }
  const values = { component: { unit: 'component', id: planCapId }, period: periodValue(period.key) } as const
  if ('missing' in target) {
    return { ...base, amountMinor: null, trace: step('line', values, [missingStep(target.missing, target.steps)]) }
  }
  const sum = counted.reduce((total, line) => total + (line.amountMinor ?? 0), 0)
  const times = decimal(capTimesTarget)
  const cap = multiply(target.amount, times)
  const over = subtract(whole(sum), cap)
  const takenBefore = isToDate ? (paid.get(planCapId) ?? 0) : 0
  const taken = over.n > 0n ? 0 - roundHalfUp(over) : 0
  const amountMinor = taken - takenBefore
  paid.set(planCapId, taken)
  const steps = [
    step('planCap', { sum: money(sum), times: ratio(times), cap: exactMoney(cap), over: money(taken) }, target.steps),
    ...(isToDate
      ? [step('trueUp', { due: money(taken), before: money(takenBefore), movement: money(amountMinor) })]
      : [])
  ]
  return { ...base, amountMinor, trace: step('line', { ...values, amount: money(amountMinor) }, steps) }
}
