// Rates in tiers, read in two ways: marginal (each tier's rate on the part within it) and whole (one rate on everything).
// A negative amount pays what the same positive amount pays, turned around, so a deal and its credit note cancel out.
import { add, compare, type Fraction, multiply, negate, smaller, subtract, toText, zero } from '../fraction.ts'
import { exactMoney, ratio, step } from '../trace/step.ts'
import type { TraceStep } from '../types.ts'

/** From `from` minor units (exact) up to the next tier's `from`, at `rate` of the amount. */
export interface Tier {
  readonly from: Fraction
  readonly rate: Fraction
}

export interface TierPay {
  readonly pay: Fraction
  readonly steps: readonly TraceStep[]
}

/**
 * Pays each part of an amount at the rate of the tier it lies in.
 *
 * @param tiers ascending, the first from 0, the last open
 * @param amount exact minor units, may be negative
 * @returns exact minor units of pay with a step per tier used; continuous and, with rates of 0 or more, never falling
 * @source Oracle Incentive Compensation, "split fixed" rate application
 * @example toText(payMarginal(tiers, whole(1_500_000)).pay) // '200000' at 10 % to 10,000 and 20 % above
 */
export function payMarginal(tiers: readonly Tier[], amount: Fraction): TierPay {
  if (amount.n < 0n) return turned(payMarginal(tiers, negate(amount)))
  return payBetween(tiers, zero, amount)
}

/**
 * Pays what an amount adds to a running total: the pay of the total after, less the pay of the total before.
 *
 * @param tiers ascending, the first from 0, the last open
 * @param before the running total before, exact minor units
 * @param after the running total after
 * @returns exact minor units of pay; negative when the total falls, which unwinds a credit note exactly
 * @example toText(payRunning(tiers, whole(14_500_000), whole(16_500_000)).pay) // '110000'
 */
export function payRunning(tiers: readonly Tier[], before: Fraction, after: Fraction): TierPay {
  if (compare(after, before) < 0) return turned(payRunning(tiers, after, before))
  if (before.n >= 0n) return payBetween(tiers, before, after)
  if (after.n <= 0n) return payBetween(tiers, negate(after), negate(before))
  const below = payBetween(tiers, zero, negate(before))
  const above = payBetween(tiers, zero, after)
  return { pay: add(below.pay, above.pay), steps: [...below.steps, ...above.steps] }
}

function payBetween(tiers: readonly Tier[], low: Fraction, high: Fraction): TierPay {
  let pay = zero
  const steps: TraceStep[] = []
  for (const [index, tier] of tiers.entries()) {
    const next = tiers[index + 1]?.from
    const from = compare(tier.from, low) < 0 ? low : tier.from
    const to = next === undefined ? high : smaller(next, high)
    if (compare(to, from) <= 0) continue
    const part = subtract(to, from)
    const earned = multiply(part, tier.rate)
    pay = add(pay, earned)
    steps.push(
      step('tierPart', {
        from: exactMoney(from),
        to: exactMoney(to),
        part: exactMoney(part),
        rate: ratio(tier.rate),
        pay: exactMoney(earned)
      })
    )
  }
  return { pay, steps }
}

/**
 * Finds the rate of the tier that an amount reaches.
 *
 * @param tiers ascending, the first from 0
 * @param amount exact minor units; a negative amount counts by its size
 * @param edge whether an amount exactly on an edge reaches the upper tier or stays in the lower
 * @returns the tier
 * @errors RangeError without tiers
 * @example toText(tierAt(tiers, whole(1_000_000), 'upper').rate) // '1/5' when the second tier starts at 10,000 with 20 %
 */
export function tierAt(tiers: readonly Tier[], amount: Fraction, edge: 'upper' | 'lower'): Tier {
  const size = amount.n < 0n ? negate(amount) : amount
  const found = tiers.findLast((tier, index) => {
    const order = compare(size, tier.from)
    return index === 0 || order > 0 || (order === 0 && edge === 'upper')
  })
  if (found === undefined) throw new RangeError('A rate table needs at least one tier')
  return found
}

/**
 * Pays the whole amount at the one rate of the tier it reaches.
 *
 * @param tiers ascending, the first from 0
 * @param amount exact minor units, may be negative
 * @param edge see `tierAt`
 * @param reached the amount that decides the tier, where it isn't the amount itself (a running total)
 * @returns exact minor units of pay with one step
 * @source Oracle Incentive Compensation, "do not split" rate application
 * @example toText(payWhole(tiers, whole(2_500_000), 'upper').pay) // '250000' at 10 % from 25,000
 */
export function payWhole(tiers: readonly Tier[], amount: Fraction, edge: 'upper' | 'lower', reached = amount): TierPay {
  const tier = tierAt(tiers, reached, edge)
  const pay = multiply(amount, tier.rate)
  const values = {
    amount: exactMoney(amount),
    from: exactMoney(tier.from),
    rate: ratio(tier.rate),
    pay: exactMoney(pay)
  }
  return { pay, steps: [step('tierWhole', values)] }
}

function turned(paid: TierPay): TierPay {
  return { pay: negate(paid.pay), steps: paid.steps.map(turnedStep) }
}

function turnedStep(of: TraceStep): TraceStep {
  const pay = of.values.pay
  const part = of.values.part
  const turn = (value: typeof pay) =>
    value?.unit === 'exactMoney' ? { ...value, minor: turnedText(value.minor) } : undefined
  const values = { ...of.values }
  const turnedPay = turn(pay)
  const turnedPart = turn(part)
  if (turnedPay !== undefined) values.pay = turnedPay
  if (turnedPart !== undefined) values.part = turnedPart
  return { ...of, values }
}

function turnedText(text: string): string {
  if (text === toText(zero)) return text
  return text.startsWith('-') ? text.slice(1) : `-${text}`
}
