// Ramp and capacity: the worked cases T10 to T13, days of a hire in the middle of a month, R's isotonic curve, and attrition against its formula.
import { describe, expect, it } from 'vitest'
import { effectiveSellers, requiredSellers, simulateCapacity, worthOfHire } from '#shared/quotas/capacity/capacity.ts'
import { learnRamp, rampedRatio } from '#shared/quotas/capacity/ramp.ts'
import { isoDate } from '#shared/units/date.ts'
import { type FiscalCalendar, periodsOfYear } from '#shared/units/period.ts'

const calendar: FiscalCalendar = { startMonth: 1, pattern: 'months', weekStart: 1 }
const months = periodsOfYear(2027, 'month', calendar)
const yearOf = (hiredOn: ReturnType<typeof isoDate>, curve: readonly number[], leftOn: typeof hiredOn | null = null) =>
  months.map((month) => rampedRatio(month, { hiredOn, leftOn }, curve))
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)

describe('ramp', () => {
  it('T10: 100k a month at 25/50/75/100 %, hired on 1 July, is 450,000', () => {
    expect(sum(yearOf(isoDate(2027, 7, 1), [0.25, 0.5, 0.75])) * 100_000).toBeCloseTo(450_000, 6)
  })

  it('T13: 0/25/50 % in the first quarter is 75,000', () => {
    expect(sum(yearOf(isoDate(2027, 1, 1), [0, 0.25, 0.5]).slice(0, 3)) * 100_000).toBeCloseTo(75_000, 6)
  })

  it('a hire on the 16th has two months of tenure in one month', () => {
    const [, , , april, may] = yearOf(isoDate(2027, 4, 16), [0.2, 0.6])
    // 15 of 30 days at 0.2; then 15 days at 0.2 and 16 at 0.6.
    expect(april).toBeCloseTo((15 * 0.2) / 30, 12)
    expect(may).toBeCloseTo((15 * 0.2 + 16 * 0.6) / 31, 12)
  })

  it('29 February: the second month of tenure begins on 29 March', () => {
    const march = { startsOn: isoDate(2028, 3, 1), endsOn: isoDate(2028, 3, 31) }
    const hiredOn = isoDate(2028, 2, 29)
    expect(rampedRatio(march, { hiredOn, leftOn: null }, [0, 1])).toBeCloseTo(3 / 31, 12)
  })

  it('who leaves in the ramp has nothing afterwards, who was always there is full', () => {
    expect(yearOf(isoDate(2027, 1, 1), [0.5, 0.5, 0.5], isoDate(2027, 2, 28))).toEqual([0.5, 0.5, ...Array(10).fill(0)])
    expect(months.map((month) => rampedRatio(month, { hiredOn: null, leftOn: null }, [0]))).toEqual(Array(12).fill(1))
  })

  it('is learnt as the nearest rising curve: that of R, up to the first full month', () => {
    const seen = [10, 30, 20, 50, 45, 90, 120]
    const learnt = learnRamp([{ bookedMinor: seen, fullMinor: seen.map(() => 100) }], 12, 1)
    // R: isoreg(c(.1, .3, .2, .5, .45, .9, 1.2))$yf is .1 .25 .25 .475 .475 .9 1.2.
    const inR = [0.1, 0.25, 0.25, 0.475, 0.475, 0.9]
    for (const [month, ratio] of inR.entries()) expect(learnt.curve[month]).toBeCloseTo(ratio, 12)
    expect(learnt.curve).toHaveLength(6)
    expect(learnt.fullFrom).toBe(7)
  })

  it('stops where too few hires were seen', () => {
    const hire = (count: number) => ({ bookedMinor: Array(count).fill(50), fullMinor: Array(count).fill(100) })
    const learnt = learnRamp([hire(4), hire(2), hire(3)], 12, 2)
    expect(learnt).toMatchObject({ hires: [3, 3, 2], fullFrom: null })
    expect(learnt.curve).toEqual([0.5, 0.5, 0.5])
    expect(learnRamp([hire(4)], 12, 2).curve).toEqual([])
  })
})

describe('capacity', () => {
  it('T11 and T12', () => {
    const groups = [
      { heads: 20, rampRatio: 1, attainmentRatio: 0.85 },
      { heads: 5, rampRatio: 0.5, attainmentRatio: 0.7 }
    ]
    expect(effectiveSellers(groups)).toBeCloseTo(18.75, 12)
    expect(requiredSellers(50_000_000, 1_000_000, 0.85)).toBeCloseTo(58.8235, 4)
    expect(requiredSellers(1, 0, 1)).toBeUndefined()
  })

  const plan = { heads: 40, hiresByMonth: Array(12).fill(0), backfillMonths: null, curve: [], seed: 7, runs: 4000 }

  it('attrition without backfill leaves heads × (1 − a) after a year', () => {
    const last = simulateCapacity({ ...plan, attritionRatio: 0.2 }).at(-1)
    expect(last?.heads).toBeCloseTo(32, 0)
    // Binomial: 40 × 0.8 × 0.2 has a deviation of 2.53, so 80 of 100 lie within about 3.2.
    expect(last?.low).toBeGreaterThanOrEqual(28)
    expect(last?.high).toBeLessThanOrEqual(36)
  })

  it('replacing at once still costs the month and the ramp', () => {
    const months12 = simulateCapacity({ ...plan, attritionRatio: 0.3, backfillMonths: 1, curve: [0, 0.5] })
    const late = simulateCapacity({ ...plan, attritionRatio: 0.3, backfillMonths: 4, curve: [0, 0.5] })
    const leaves = 1 - 0.7 ** (1 / 12)
    expect(months12.at(-1)?.heads).toBeCloseTo(40 * (1 - leaves), 0)
    expect(late.at(-1)?.middle).toBeLessThan(months12.at(-1)?.middle ?? 0)
  })

  it('the same seed gives the same, and hires come up the ramp', () => {
    const hired = { ...plan, heads: 0, hiresByMonth: [2, 0, 0], attritionRatio: 0, curve: [0.25, 0.75], runs: 3 }
    expect(simulateCapacity(hired).map((month) => month.middle)).toEqual([0.5, 1.5, 2])
    const noisy = { ...plan, attritionRatio: 0.4 }
    expect(simulateCapacity(noisy)).toEqual(simulateCapacity(noisy))
    expect(() => simulateCapacity({ ...plan, attritionRatio: 1 })).toThrow(RangeError)
  })

  it('a hire pays for itself in the month in which what came in has overtaken what was spent', () => {
    const worth = { costPerMonthMinor: 10, costOnceMinor: 20, yieldPerMonthMinor: 30, curve: [0, 0.5] }
    // Spent 30, 40, 50, 60; brought 0, 15, 45, 75.
    expect(worthOfHire({ ...worth, months: 6 })).toEqual({ costMinor: 80, yieldMinor: 135, paidBackAfter: 4 })
    expect(worthOfHire({ ...worth, months: 3 }).paidBackAfter).toBeNull()
  })
})
