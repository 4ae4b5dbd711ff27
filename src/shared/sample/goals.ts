// Quotas and pay of each scenario of the sample company, through the product's own allocation, so that every quota can be
// asked why.
import { makePlanRules } from '../compensation/index.ts'
import type { SellerId } from '../people/types.ts'
import { type AllocationInputs, activeRatio, allocate, learnPhase, type SellerBase } from '../quotas/index.ts'
import { monthOf, yearOf } from '../units/date.ts'
import { minorPerUnit } from '../units/money.ts'
import { type FiscalCalendar, periodByKey, periodsOfYear } from '../units/period.ts'
import type { Person } from './crew.ts'
import { asOf, type Deal } from './deals.ts'
import type { Row, SampleOptions } from './types.ts'
import { sampleWords } from './words.ts'

export const sampleCalendar: FiscalCalendar = { startMonth: 1, pattern: 'months', weekStart: 1 }

/** Won amounts by person and calendar month, and of the whole company (person 0): key "personId year", twelve months. */
export type Bookings = ReadonlyMap<string, readonly number[]>

/**
 * Sums won deals by person and month.
 *
 * @param deals all deals
 * @returns minor units per month under "personId year", and of everybody under "0 year"
 * @example sumBookings(deals).get('0 2025')?.length // 12
 */
export function sumBookings(deals: readonly Deal[]): Bookings {
  const sums = new Map<string, number[]>()
  for (const { stage, closeOn, person, amountMinor } of deals) {
    if (stage !== 4 || closeOn === null || closeOn > asOf) continue
    for (const owner of [person.id, 0]) {
      const key = `${owner} ${yearOf(closeOn)}`
      const months = sums.get(key) ?? Array.from({ length: 12 }, () => 0)
      const at = monthOf(closeOn) - 1
      months[at] = (months[at] ?? 0) + (amountMinor ?? 0)
      sums.set(key, months)
    }
  }
  return sums
}

const total = (months: readonly number[] | undefined) => (months ?? []).reduce((a, b) => a + b, 0)

/**
 * Chooses the target of a year, in round numbers: such that on 12 November 2026 the company stands at about 85 %.
 *
 * @param bookings won amounts
 * @param options currency
 * @param growth against the goal of 2026, 1 for 2026 itself
 * @returns minor units
 * @example chooseTarget(bookings, options, 1) / bookings2026 // about 1.17
 */
export function chooseTarget(bookings: Bookings, options: SampleOptions, growth: number): number {
  const step = 50_000 * minorPerUnit(options.currency)
  return Math.round(((total(bookings.get('0 2026')) / 0.855) * growth) / step) * step
}

export interface GoalPlan {
  scenarioId: number
  fiscalYear: 2026 | 2027
  targetMinor: number
  madeAt: string
  /** Those who carry a quota. */
  people: readonly Person[]
}

/**
 * Makes the allocation of one scenario and its monthly quotas.
 *
 * @param options currency
 * @param bookings won amounts
 * @param plan year, target and people
 * @returns one row for the allocation and one per person and month worked; their amounts sum to the target
 * @errors Error when the product's allocation refuses, which the sample's numbers never make it do
 * @example makeQuotas(options, bookings, plan).quotas.length // at most 12 per person
 */
export function makeQuotas(
  options: SampleOptions,
  bookings: Bookings,
  plan: GoalPlan
): { allocation: Row; quotas: Row[] } {
  const baseYear = plan.fiscalYear - 1
  const years = [2024, 2025].map((fiscalYear) => ({
    fiscalYear,
    isWhole: true,
    monthsMinor: [...(bookings.get(`0 ${fiscalYear}`) ?? [])]
  }))
  const active = (fiscalYear: number, person: Person) =>
    periodsOfYear(fiscalYear, 'month', sampleCalendar).map((month) => activeRatio(month, person))
  const inputs: AllocationInputs = {
    fiscalYear: plan.fiscalYear,
    targetMinor: plan.targetMinor,
    cushionRatios: [0],
    method: 'blend',
    blendWeights: { history: 0.35, equal: 0.65, sameGrowth: 0 },
    noHistory: 'average',
    baseYear,
    phase: learnPhase(years),
    sellers: plan.people.map(
      (person): SellerBase => ({
        sellerId: person.id as SellerId,
        name: person.name,
        activeByMonth: active(plan.fiscalYear, person),
        baseActiveByMonth: active(baseYear, person),
        historyByMonthMinor: bookings.get(`${person.id} ${baseYear}`) ?? null
      })
    )
  }
  const answer = allocate(inputs)
  if (!answer.ok) throw new Error(`The sample's target can't be allocated: ${answer.error.code}`)
  const quotas: Row[] = []
  for (const line of answer.value.lines) {
    const worked = inputs.sellers.find((each) => each.sellerId === line.sellerId)?.activeByMonth ?? []
    line.monthsMinor.forEach((amount, at) => {
      const key = `FY${plan.fiscalYear}-M${String(at + 1).padStart(2, '0')}`
      if ((worked[at] ?? 0) === 0) return
      quotas.push({
        scenario_id: plan.scenarioId,
        seller_id: line.sellerId,
        measure: 'bookings',
        period_key: key,
        starts_on: periodByKey(key, sampleCalendar)?.startsOn ?? '',
        amount_minor: amount,
        currency: options.currency
      })
    })
  }
  const allocation: Row = {
    scenario_id: plan.scenarioId,
    made_at: plan.madeAt,
    method: 'blend',
    measure: 'bookings',
    target_minor: plan.targetMinor,
    currency: options.currency,
    target_source_json: JSON.stringify({ kind: 'typed' }),
    inputs_json: JSON.stringify(inputs)
  }
  return { allocation, quotas }
}

/**
 * Makes the pay plan of one scenario: 75 % own result, 25 % the team's, half as much again above 100 %.
 *
 * @param options currency and language
 * @param plan year and people
 * @param payPlanId id of the plan's row
 * @returns the plan and one member per person; target pay is taken from the person
 * @example makePay(options, plan, 1).members.length // plan.people.length
 */
export function makePay(options: SampleOptions, plan: GoalPlan, payPlanId: number): { payPlan: Row; members: Row[] } {
  const rules = makePlanRules('individualTeamSplit', options.currency)
  const name = `${sampleWords[options.language].payPlan} ${plan.fiscalYear}`
  return {
    payPlan: { scenario_id: plan.scenarioId, name, rules_json: JSON.stringify(rules) },
    members: plan.people.map((person) => ({
      scenario_id: plan.scenarioId,
      pay_plan_id: payPlanId,
      seller_id: person.id,
      target_pay_minor: null,
      from_on: yearOf(person.hiredOn) === plan.fiscalYear ? person.hiredOn : null,
      to_on: person.leftOn !== null && yearOf(person.leftOn) === plan.fiscalYear ? person.leftOn : null
    }))
  }
}
