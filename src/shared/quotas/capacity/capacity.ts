// Capacity: how many full sellers a plan has month by month, how many it needs, and what leaving and hiring late do to it.

import { quantile } from '../../math/quantile.ts'
import { makeRandom } from '../../math/random.ts'
import type { RampCurve } from './ramp.ts'

/**
 * Says how many full sellers a target needs.
 *
 * @param targetMinor the target of a year, minor units
 * @param quotaMinor the quota of a full seller for the year, minor units, above 0
 * @param attainmentRatio what sellers attain on average, above 0
 * @returns full sellers, not rounded
 * @missing undefined when quota or attainment is not above 0
 * @source required = target ÷ (quota × attainment) (territories-quotas, T12)
 * @example requiredSellers(5_000_000_000, 100_000_000, 0.85) // 58.82…
 */
export function requiredSellers(targetMinor: number, quotaMinor: number, attainmentRatio: number): number | undefined {
  const each = quotaMinor * attainmentRatio
  return each > 0 ? targetMinor / each : undefined
}

export interface CapacityGroup {
  readonly heads: number
  /** Part of full yield that the ramp gives. */
  readonly rampRatio: number
  readonly attainmentRatio: number
}

/**
 * Adds up heads as full sellers.
 *
 * @param groups heads, their ramp and their attainment
 * @returns full sellers
 * @source effective capacity = Σ heads × ramp × attainment (territories-quotas, T11)
 * @example effectiveSellers([{ heads: 20, rampRatio: 1, attainmentRatio: 0.85 }, { heads: 5, rampRatio: 0.5, attainmentRatio: 0.7 }]) // 18.75
 */
export const effectiveSellers = (groups: readonly CapacityGroup[]): number =>
  groups.reduce((sum, { heads, rampRatio, attainmentRatio }) => sum + heads * rampRatio * attainmentRatio, 0)

export interface CapacityPlan {
  /** Heads past the ramp at the start. */
  readonly heads: number
  /** Hires by month of the plan; index 0 is its first month. */
  readonly hiresByMonth: readonly number[]
  /** Part of the heads that leave in a year, 0 to below 1. */
  readonly attritionRatio: number
  /** Months until someone who left is replaced; null: nobody is. */
  readonly backfillMonths: number | null
  readonly curve: RampCurve
  readonly seed: number
  readonly runs: number
}

export interface CapacityMonth {
  /** Heads on the payroll, on average over the runs. */
  readonly heads: number
  /** Full sellers after the ramp: low and high hold 80 of 100 runs. */
  readonly low: number
  readonly middle: number
  readonly high: number
}

/**
 * Simulates heads and full sellers month by month, with people who leave and are replaced late.
 *
 * Everyone leaves with the same chance in every month, 1 − (1 − a)^(1/12) for a yearly rate a; who leaves is gone for that month already.
 * A replacement starts `backfillMonths` after, at the start of the ramp.
 *
 * @param plan heads, hires, attrition, backfill, ramp, seed and runs
 * @returns one entry a month of `hiresByMonth`
 * @errors RangeError for an attrition below 0 or not below 1
 * @missing without attrition all runs are the same
 * @source attrition with a backfill lag, not only a rate (territories-quotas, ramp and capacity)
 * @example simulateCapacity({ heads: 4, hiresByMonth: [0, 2], attritionRatio: 0, backfillMonths: 2, curve: [0.5], seed: 1, runs: 1 })[1]?.middle // 5
 */
export function simulateCapacity(plan: CapacityPlan): CapacityMonth[] {
  const { attritionRatio, backfillMonths, curve, runs } = plan
  if (!(attritionRatio >= 0 && attritionRatio < 1)) throw new RangeError(`${attritionRatio} is no yearly attrition`)
  const random = makeRandom(plan.seed, 'capacity')
  const leaves = 1 - (1 - attritionRatio) ** (1 / 12)
  const months = plan.hiresByMonth.length
  const effective = Array.from({ length: months }, () => new Float64Array(runs))
  const heads = new Float64Array(months)
  for (let run = 0; run < runs; run += 1) {
    // Months of tenure of each person; those there at the start are past the ramp.
    let tenures = Array.from({ length: plan.heads }, () => curve.length)
    const replacements = new Float64Array(months)
    for (let month = 0; month < months; month += 1) {
      const starting = (plan.hiresByMonth[month] ?? 0) + (replacements[month] ?? 0)
      for (let hire = 0; hire < starting; hire += 1) tenures.push(0)
      const staying = leaves === 0 ? tenures : tenures.filter(() => !random.chance(leaves))
      const back = month + (backfillMonths ?? months)
      if (back < months) replacements[back] = (replacements[back] ?? 0) + tenures.length - staying.length
      heads[month] = (heads[month] ?? 0) + staying.length / runs
      const full = staying.reduce((sum, tenure) => sum + (curve[tenure] ?? 1), 0)
      const ofMonth = effective[month]
      if (ofMonth) ofMonth[run] = full
      tenures = staying.map((tenure) => tenure + 1)
    }
  }
  return effective.map((values, month) => {
    const sorted = [...values]
    return {
      heads: heads[month] ?? 0,
      low: quantile(sorted, 0.1) ?? 0,
      middle: quantile(sorted, 0.5) ?? 0,
      high: quantile(sorted, 0.9) ?? 0
    }
  })
}

export interface HireWorth {
  /** Monthly pay and everything else, minor units, and what hiring costs once. */
  readonly costPerMonthMinor: number
  readonly costOnceMinor: number
  /** What a full seller brings a month after what it costs to deliver, minor units. */
  readonly yieldPerMonthMinor: number
  readonly curve: RampCurve
  readonly months: number
}

/**
 * Says what a hire costs and brings over some months, and when it has paid for itself.
 *
 * @param worth cost, yield, ramp and how many months to look ahead
 * @returns sums over the months, and the first month (from 1) after which the sum brought is at least the sum spent
 * @missing `paidBackAfter` null when that doesn't happen within the months
 * @example worthOfHire({ costPerMonthMinor: 10, costOnceMinor: 20, yieldPerMonthMinor: 30, curve: [0, 0.5], months: 6 }).paidBackAfter // 4
 */
export function worthOfHire(worth: HireWorth): { costMinor: number; yieldMinor: number; paidBackAfter: number | null } {
  let [costMinor, yieldMinor] = [worth.costOnceMinor, 0]
  let paidBackAfter: number | null = null
  for (let month = 0; month < worth.months; month += 1) {
    costMinor += worth.costPerMonthMinor
    yieldMinor += worth.yieldPerMonthMinor * (worth.curve[month] ?? 1)
    if (paidBackAfter === null && yieldMinor >= costMinor) paidBackAfter = month + 1
  }
  return { costMinor: Math.round(costMinor), yieldMinor: Math.round(yieldMinor), paidBackAfter }
}
