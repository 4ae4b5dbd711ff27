// A commission: rates in tiers on what was sold. Three switches change the pay of the same deals: what the tiers read
// (each deal, the period's total, the running total), marginal or whole, and which tier an amount exactly on an edge reaches.
import { z } from 'zod'
import { decimalFromZero, findNotRising, weightText } from '../curves/decimals.ts'
import { add, compare, decimal, divideBy, type Fraction, multiply, smaller, whole, zero } from '../fraction.ts'
import type { Situation } from '../situation.ts'
import { count, exactMoney, money, ratio, step, stepWithDeals } from '../trace/step.ts'
import type { CommissionComponent, PayCredit, RulesProblem, TraceStep } from '../types.ts'
import { componentBase } from './base.ts'
import type { ComponentEntry, Due } from './index.ts'
import { payMarginal, payRunning, payWhole, type Tier, type TierPay } from './tiers.ts'

const tiersSchema = z.union([
  z.strictObject({
    by: z.literal('amount'),
    steps: z
      .array(z.strictObject({ fromMinor: z.number().int().min(0).max(999_999_999_999), rate: decimalFromZero }))
      .min(1)
      .max(20)
  }),
  z.strictObject({
    by: z.literal('attainment'),
    steps: z
      .array(z.strictObject({ from: decimalFromZero, rate: decimalFromZero }))
      .min(1)
      .max(20)
  })
])

export const commission: ComponentEntry<CommissionComponent> = {
  kind: 'commission',
  schema: z.strictObject({
    ...componentBase,
    kind: z.literal('commission'),
    scope: z.literal('seller'),
    tiers: tiersSchema,
    rateUnit: z.enum(['percent', 'baseRate']),
    weight: weightText.nullable(),
    input: z.enum(['deal', 'period', 'running']),
    application: z.enum(['marginal', 'whole']),
    edge: z.enum(['upper', 'lower']),
    capMinor: z.number().int().min(0).max(1e13).nullable()
  }),
  check: checkCommission,
  edges: ({ tiers }) => (tiers.by === 'attainment' ? tiers.steps.map((each) => decimal(each.from)) : []),
  compute: (component, situation) => {
    const reached = situation.attainment(component.measure, component.scope)
    const needsQuota = component.tiers.by === 'attainment' || component.rateUnit === 'baseRate'
    if (needsQuota && (reached.quota === null || reached.ratio === null)) {
      return { missing: reached.missing ?? 'noQuota', steps: [reached.step] }
    }
    const base = findBaseRate(component, situation, reached.quota)
    if ('missing' in base) return base
    const tiers = tiersOf(component, reached.quota ?? zero, base.rate)
    const paid = payDeals(component, tiers, reached.credits)
    const steps: TraceStep[] = [needsQuota ? reached.step : reached.measuredStep, ...base.steps, ...paid.steps]
    const amount = capped(component, paid.pay, steps)
    return {
      amount,
      steps: [step('commission', { amount: exactMoney(amount), booked: money(reached.bookedMinor) }, steps)]
    }
  }
}

function checkCommission(component: CommissionComponent, where: string): RulesProblem[] {
  const edges =
    component.tiers.by === 'amount'
      ? component.tiers.steps.map((each) => String(each.fromMinor))
      : component.tiers.steps.map((each) => each.from)
  const problems = findNotRising(edges, 'tiersMustRise', `${where}.tiers.steps`)
  const first = edges[0] ?? '0'
  if (compare(first.includes('.') ? decimal(first) : { n: BigInt(first), d: 1n }, zero) !== 0) {
    problems.push({ problem: 'firstTierAtZero', where: `${where}.tiers.steps.0`, found: first })
  }
  if ((component.rateUnit === 'baseRate') !== (component.weight !== null)) {
    problems.push({ problem: 'weightNeeded', where: `${where}.weight`, found: component.weight ?? '' })
  }
  return problems
}

type BaseRate = { readonly rate: Fraction; readonly steps: readonly TraceStep[] } | Extract<Due, { missing: unknown }>

/** What one point of `rate` is worth: 1, or the rate at which selling the quota pays the component's target. */
function findBaseRate(component: CommissionComponent, situation: Situation, quota: Fraction | null): BaseRate {
  if (component.weight === null || quota === null) return { rate: { n: 1n, d: 1n }, steps: [] }
  const pay = situation.targetPay()
  if ('missing' in pay) return pay
  const weight = decimal(component.weight)
  const target = multiply(pay.amount, weight)
  const rate = divideBy(target, quota)
  const values = { target: exactMoney(target), weight: ratio(weight), quota: exactMoney(quota), rate: ratio(rate) }
  return { rate, steps: [step('baseRate', values, pay.steps)] }
}

function tiersOf({ tiers, rateUnit }: CommissionComponent, quota: Fraction, base: Fraction): Tier[] {
  const rateOf = (rate: string) => (rateUnit === 'baseRate' ? multiply(decimal(rate), base) : decimal(rate))
  return tiers.by === 'amount'
    ? tiers.steps.map((each) => ({ from: whole(each.fromMinor), rate: rateOf(each.rate) }))
    : tiers.steps.map((each) => ({ from: multiply(decimal(each.from), quota), rate: rateOf(each.rate) }))
}

function payDeals(component: CommissionComponent, tiers: readonly Tier[], credits: readonly PayCredit[]): TierPay {
  const total = whole(credits.reduce((sum, credit) => sum + credit.amountMinor, 0))
  if (component.input === 'period') {
    const paid =
      component.application === 'marginal' ? payMarginal(tiers, total) : payWhole(tiers, total, component.edge)
    const blended = total.n === 0n ? zero : divideBy(paid.pay, total)
    const values = { total: exactMoney(total), pay: exactMoney(paid.pay), blended: ratio(blended) }
    return { pay: paid.pay, steps: [step('totalPay', values, paid.steps)] }
  }
  let pay = zero
  let running = zero
  const steps: TraceStep[] = []
  for (const credit of credits) {
    const amount = whole(credit.amountMinor)
    const after = add(running, amount)
    const paid = payDeal(component, tiers, amount, running, after)
    pay = add(pay, paid.pay)
    const deal = [[credit.dealId, credit.amountMinor, credit.closedOn]] as const
    const values = { amount: exactMoney(amount), pay: exactMoney(paid.pay) }
    const dealStep =
      component.input === 'running'
        ? stepWithDeals('runningPay', { ...values, before: exactMoney(running), after: exactMoney(after) }, deal)
        : stepWithDeals('dealPay', values, deal)
    steps.push({ ...dealStep, steps: paid.steps })
    running = after
  }
  const values = {
    total: exactMoney(total),
    pay: exactMoney(pay),
    blended: ratio(total.n === 0n ? zero : divideBy(pay, total))
  }
  return { pay, steps: [step('totalPay', { ...values, deals: count(credits.length) }, steps)] }
}

function payDeal(
  { input, application, edge }: CommissionComponent,
  tiers: readonly Tier[],
  amount: Fraction,
  before: Fraction,
  after: Fraction
): TierPay {
  if (input === 'running') {
    return application === 'marginal' ? payRunning(tiers, before, after) : payWhole(tiers, amount, edge, after)
  }
  return application === 'marginal' ? payMarginal(tiers, amount) : payWhole(tiers, amount, edge)
}

function capped({ capMinor }: CommissionComponent, pay: Fraction, steps: TraceStep[]): Fraction {
  if (capMinor === null) return pay
  const left = smaller(pay, whole(capMinor))
  if (left !== pay) steps.push(step('cappedAmount', { before: exactMoney(pay), cap: money(capMinor) }))
  return left
}
