// The range of a case, what being wrong costs, budget lines, the proposed cases, and cases side by side, each against a value worked out another
// way.
import { describe, expect, it } from 'vitest'
import type { CaseAssumptions } from '#shared/forecasts/case-types.ts'
import { spreadYear } from '#shared/forecasts/cases/budget.ts'
import { missedBy } from '#shared/forecasts/cases/cost-of-error.ts'
import {
  caseRuns,
  checkAssumptions,
  compareCases,
  findPlanPercentile,
  moveSetting,
  percentileAt,
  proposeCases,
  rangeOf,
  workOutBudget,
  workOutCase
} from '#shared/forecasts/cases/index.ts'
import { countRange, logMeanError, wilsonRange } from '#shared/forecasts/cases/propose.ts'
import { triangular } from '#shared/forecasts/cases/simulate.ts'
import { makeRandom } from '#shared/math/random.ts'
import { at, baseOf, dollars, evenly, eventOf, keyOf, levers, nothing } from './case-bases.ts'

const months12 = (amount: number): number[] => Array.from({ length: 12 }, () => amount)

/** Percentiles of plainly drawn years, to hold the stratified ones against. */
function drawn(draw: (random: ReturnType<typeof makeRandom>) => number): (share: number) => number {
  const random = makeRandom(20_270)
  const runs = 300_000
  const years = Float64Array.from({ length: runs }, () => draw(random)).sort()
  return (share) => years[Math.floor(share * runs)] ?? Number.NaN
}
/** A triangular value by throwing darts under the triangle, not by its inverse. */
function dart(random: ReturnType<typeof makeRandom>, low: number, middle: number, high: number): number {
  for (;;) {
    const x = low + (high - low) * random.next()
    const height = x < middle ? (x - low) / (middle - low) : (high - x) / (high - middle)
    if (random.next() < height) return x
  }
}

describe('the range', () => {
  const base = baseOf({
    asOf: '2027-03-31',
    sold: [100_000, 100_000, 100_000],
    fresh: [0, 0, 0, ...Array(9).fill(100_000)],
    percentiles: evenly(900_000, 1_500_000),
    measured: { currencies: [{ currency: dollars, shareRatio: 0.5 }] }
  })

  it("is the forecast's with the lever's, as plainly drawn", () => {
    const moved = levers(
      { ...at('winRate', 0), low: -0.3, middle: 0, high: 0.5 },
      { ...at('exchangeRate', 0), low: -0.2, middle: 0.1, high: 0.2, currency: dollars }
    )
    const found = workOutCase(base, moved, { seed: 4 }).percentilesMinor ?? []
    const shareAt = drawn((random) => {
      const forecast = 900_000 + 600_000 * random.next()
      const factor = (1 + dart(random, -0.3, 0, 0.5)) * (1 + 0.5 * dart(random, -0.2, 0.1, 0.2))
      return 300_000 + (forecast - 300_000) * factor
    })
    for (const share of [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95])
      expect(Math.abs(percentileAt(found, share) / shareAt(share) - 1), `P${share * 100}`).toBeLessThan(0.006)
  })

  it('an event that happens three times in ten is in three runs of ten, whatever the forecast', () => {
    const certain = baseOf({ fresh: 1000, percentiles: Array(100).fill(12_000) })
    const events = [eventOf({ low: 5000, middle: 5000, high: 5000, chanceRatio: 0.3 })]
    const outcome = workOutCase(certain, { ...nothing, events }, { seed: 1 })
    expect(outcome.middleMinor).toBe(13_500)
    expect(outcome.percentilesMinor).toEqual([...Array(70).fill(12_000), ...Array(30).fill(17_000)])
    expect(outcome.tornado).toEqual([{ key: 'event:Fair', lowMinor: 12_000, highMinor: 17_000 }])
  })

  it('a worse year than what is sold is not made better or worse by a lever', () => {
    const odd = baseOf({ sold: 1000, fresh: 1000, percentiles: evenly(0, 48_000) })
    const found = workOutCase(odd, levers(at('winRate', 1)), { seed: 1 }).percentilesMinor ?? []
    expect(found[0]).toBe(odd.percentilesMinor?.[0])
    // 36,240 is 24,240 above what is sold, so twice of that comes.
    expect(found[75]).toBe(12_000 + 2 * ((odd.percentilesMinor?.[75] ?? 0) - 12_000))
  })

  it('a lever that is certain scales the percentiles of what is to come', () => {
    const found = workOutCase(base, levers(at('winRate', 0.1)), { seed: 1 }).percentilesMinor
    expect(found).toEqual(base.percentilesMinor?.map((year) => Math.round(300_000 + (year - 300_000) * 1.1)))
  })

  it('is the same with the same seed, and another with another', () => {
    const moved = levers({ ...at('winRate', 0), low: -0.3, high: 0.5 })
    const one = workOutCase(base, moved, { seed: 4 })
    expect(workOutCase({ ...base }, moved, { seed: 4 })).toEqual(one)
    expect(workOutCase(base, moved, { seed: 5 }).percentilesMinor).not.toEqual(one.percentilesMinor)
  })

  it('is none where the forecast has none, and 100 percentiles otherwise', () => {
    const outcome = workOutCase({ ...base, percentilesMinor: null }, levers(at('winRate', 0.1)), { seed: 1 })
    expect([outcome.range, outcome.percentilesMinor]).toEqual([null, null])
    expect(() => workOutCase({ ...base, percentilesMinor: [1, 2] }, nothing, { seed: 1 })).toThrow(/100 percentiles/)
    expect(caseRuns % 200).toBe(100)
  })

  it('the triangle: its middle, its ends, and its share below the middle', () => {
    expect(triangular({ low: 0, middle: 1, high: 2 }, 0.5)).toBe(1)
    expect(triangular({ low: -1, middle: 0, high: 3 }, 0.25)).toBeCloseTo(0, 12)
    expect(triangular({ low: -1, middle: 3, high: 3 }, 1)).toBe(3)
    expect(triangular({ low: 2, middle: 2, high: 2 }, 0.3)).toBe(2)
  })

  it('percentiles stand at the halves', () => {
    const values = evenly(0, 100)
    expect(percentileAt(evenly(0, 10_000), 0.07)).toBe(700)
    expect(percentileAt(values, 0)).toBe(values[0])
    expect(percentileAt(values, 1)).toBe(values[99])
    expect(rangeOf(evenly(0, 1000))).toEqual({ p10Minor: 100, p50Minor: 500, p90Minor: 900 })
    expect(() => percentileAt(values, 1.1)).toThrow(RangeError)
    expect(() => percentileAt([1], 0.5)).toThrow(RangeError)
  })

  it('is quick enough to follow a lever', () => {
    const wide = levers(
      ...(['winRate', 'dealSize', 'leads', 'price', 'cycle', 'attrition', 'ramp', 'startDelay'] as const).map(
        (lever) => ({
          ...at(lever, 0.1),
          high: 0.2
        })
      )
    )
    const assumptions = { ...wide, hires: [{ name: 'x', count: 2, startKey: keyOf(5) }] }
    const measured = { ...base.measured, yieldPerSellerMinor: 10_000, rampMonths: 4 }
    const rich = { ...base, measured, closeLagRatios: [0.2, 0.2, 0.2, 0.2, 0.2] }
    const times = Array.from({ length: 12 }, () => {
      const before = process.cpuUsage()
      workOutCase(rich, assumptions, { seed: 1 })
      const { user } = process.cpuUsage(before)
      return user / 1000
    })
    expect(Math.min(...times)).toBeLessThan(60)
  })
})

describe('the tornado', () => {
  it('one lever at its ends, the others in the middle, the widest first', () => {
    const base = baseOf({ open: 500, fresh: 500 })
    const { tornado } = workOutCase(
      base,
      levers(
        { ...at('winRate', 0.1), low: -0.1, high: 0.2 },
        { ...at('leads', 0), low: -0.5, high: 0.5 },
        at('dealSize', 0.2)
      ),
      { seed: 1 }
    )
    // (500 + 500 × 1.2 × leads) × win rate × 12.
    expect(tornado).toEqual([
      { key: 'leads', lowMinor: 12 * 880, highMinor: 12 * 1540 },
      { key: 'winRate', lowMinor: 12 * 990, highMinor: 12 * 1320 }
    ])
  })
})

describe('the cost of error', () => {
  const years = [...evenly(900_000, 1_100_000)].map((year) => Math.round(year + (year - 900_000) ** 2 / 1e6))
  it('is least at the percentile that costs give: no plan of five hundred is cheaper', () => {
    // Years at 20,000 even shares of the line through the percentiles, found without the formula of the mean.
    const shares = 20_000
    const dense = Float64Array.from({ length: shares }, (_, index) => {
      const place = Math.min(99, Math.max(0, ((index + 0.5) / shares) * 100 - 0.5))
      const below = years[Math.floor(place)] ?? 0
      return below + ((years[Math.ceil(place)] ?? 0) - below) * (place - Math.floor(place))
    })
    for (const [overRatio, underRatio] of [
      [0.1, 0.3],
      [0.4, 0.1],
      [1, 1],
      [0.02, 0.5]
    ] as const) {
      const costOf = (plan: number) =>
        dense.reduce((sum, year) => sum + (year > plan ? underRatio * (year - plan) : overRatio * (plan - year)), 0) /
        shares
      const answer = findPlanPercentile(years, { overRatio, underRatio })
      if (answer === null) throw new Error('no answer')
      expect(answer.criticalRatio).toBeCloseTo(underRatio / (underRatio + overRatio), 12)
      let cheapest = Number.POSITIVE_INFINITY
      for (let plan = 890_000; plan <= 1_150_000; plan += 520) cheapest = Math.min(cheapest, costOf(plan))
      expect(costOf(answer.best.planMinor)).toBeLessThanOrEqual(cheapest + 1)
      expect(Math.abs(answer.best.expectedMinor - costOf(answer.best.planMinor))).toBeLessThan(2)
      expect(Math.abs(answer.median.expectedMinor - costOf(answer.median.planMinor))).toBeLessThan(2)
      expect(answer.curve).toHaveLength(19)
      for (const point of answer.curve)
        expect(point.expectedMinor).toBeGreaterThanOrEqual(answer.best.expectedMinor - 1)
    }
  })
  it('says nothing where errors cost nothing, and refuses a negative cost', () => {
    expect(findPlanPercentile(years, { overRatio: 0, underRatio: 0 })).toBeNull()
    expect(findPlanPercentile(years, { overRatio: 0, underRatio: 1 })?.best.planMinor).toBe(years[99])
    expect(findPlanPercentile(years, { overRatio: 0.1, underRatio: 0.3 })?.criticalRatio).toBeCloseTo(0.75, 12)
    expect(() => findPlanPercentile(years, { overRatio: -1, underRatio: 1 })).toThrow(RangeError)
  })
  it('mean misses of a certain year and of an even one', () => {
    expect(missedBy(Array(100).fill(100), 90).above).toBeCloseTo(10, 9)
    expect(missedBy(Array(100).fill(100), 90).below).toBe(0)
    // Even between 0.5 and 99.5 % of 0 to 1000, the ends held: planned on 500, half of the years miss by 250 on the mean, less the ends.
    const { above, below } = missedBy(evenly(0, 1000), 500)
    expect(above).toBeCloseTo(below, 9)
    expect(above).toBeCloseTo((0.495 * 495) / 2 + 0.005 * 495, 9)
  })
})

describe('budget lines', () => {
  const base = baseOf({
    asOf: '2027-01-31',
    sold: [1000],
    fresh: [0, ...Array(11).fill(1000)],
    percentiles: evenly(6000, 18_000),
    measured: { sellers: 4, yieldPerSellerMinor: 0, rampMonths: 0 }
  })
  const assumptions: CaseAssumptions = {
    levers: [at('startDelay', 1)],
    hires: [
      { name: 'x', count: 2, startKey: keyOf(6) },
      { name: 'y', count: 1, startKey: keyOf(12) }
    ],
    events: []
  }
  const outcome = workOutCase(base, assumptions, { seed: 1 })
  const view = workOutBudget(base, assumptions, outcome, [
    { name: 'Tools', kind: 'perMonth', amountMinor: 33 },
    { name: 'Commission', kind: 'ofBookings', ratio: 0.055 },
    { name: 'Salaries', kind: 'perSeller', amountMinor: 100 },
    { name: 'Recruiting', kind: 'perHire', amountMinor: 700 }
  ])
  it('by month: fixed, of bookings, by head, by start', () => {
    expect(view.starts).toEqual([0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0])
    expect(view.heads).toEqual([4, 4, 4, 4, 4, 4, 6, 6, 6, 6, 6, 6])
    const [tools, commission, salaries, recruiting] = view.middle.lines
    expect(tools?.yearMinor).toBe(396)
    expect(commission?.monthsMinor).toEqual(months12(55))
    expect(salaries?.monthsMinor).toEqual([...Array(6).fill(400), ...Array(6).fill(600)])
    // Who would start after the year costs nothing in it.
    expect(recruiting?.monthsMinor).toEqual([0, 0, 0, 0, 0, 0, 1400, 0, 0, 0, 0, 0])
    expect(view.middle.totalMinor).toBe(396 + 660 + 6000 + 1400)
    expect(view.middle.ofBookingsRatio).toBeCloseTo(8456 / 12_000, 12)
  })
  it('at P10 and P90 only what hangs on bookings differs, and sold months stay', () => {
    expect(outcome.range).toEqual({ p10Minor: 7200, p50Minor: 12_000, p90Minor: 16_800 })
    expect(view.p10?.bookingsMinor[0]).toBe(1000)
    expect(view.p10?.bookingsMinor.reduce((a, b) => a + b, 0)).toBe(7200)
    expect(view.p10?.lines[1]?.yearMinor).toBe(Math.round(7200 * 0.055))
    expect(view.p90?.lines[1]?.yearMinor).toBe(Math.round(16_800 * 0.055))
    expect(view.p90?.lines[2]).toEqual(view.p10?.lines[2])
    for (const totals of [view.middle, view.p10, view.p90])
      expect(totals?.totalByMonthMinor.reduce((a, b) => a + b, 0)).toBe(totals?.totalMinor)
  })
  it('a year is shared out by what is to come; 100 and 300 of a year of 200 are 50 and 150', () => {
    const two = baseOf({ fresh: [100, 300] })
    expect(
      spreadYear(two, { monthsMinor: [100, 300, ...Array(10).fill(0)], middleMinor: 400 }, 200).slice(0, 3)
    ).toEqual([50, 150, 0])
    const empty = baseOf({ asOf: '2027-10-31' })
    expect(spreadYear(empty, { monthsMinor: months12(0), middleMinor: 0 }, 5).slice(9)).toEqual([0, 3, 2])
  })
  it('without a range there are no percentiles', () => {
    const plain = { ...base, percentilesMinor: null }
    const none = workOutBudget(plain, nothing, workOutCase(plain, nothing, { seed: 1 }), [])
    expect([none.p10, none.p50, none.p90]).toEqual([null, null, null])
    expect(none.middle).toMatchObject({ totalMinor: 0, ofBookingsRatio: 0 })
  })
})

describe('proposed cases', () => {
  it('ranges as their formulas give them', () => {
    // Wilson for 30 of 100 at z 1.2816, and the roots of (count − mean)² = z² mean, put back in.
    const wilson = wilsonRange(0.3, 100, 1.2816)
    for (const p of [wilson.low, wilson.high])
      expect(Math.abs(0.3 - p) / Math.sqrt((p * (1 - p)) / 100)).toBeCloseTo(1.2816, 9)
    const count = countRange(100, 1.2816)
    for (const mean of [count.low, count.high]) expect((100 - mean) ** 2 / mean).toBeCloseTo(1.2816 ** 2, 9)
    expect(logMeanError(1, 101)).toBeCloseTo(Math.sqrt(1 / 101 + 1 / 200), 12)
  })
  it('move what was measured, with its n, and nothing else', () => {
    const proposals = proposeCases(baseOf({ fresh: 1000, measured: { winRatio: { value: 0.3, n: 100 } } }))
    expect(proposals.untold).toEqual(['dealSize', 'leads'])
    expect(proposals.levers).toHaveLength(1)
    // Wilson's 24.49 % and 36.16 % over 30 %.
    const [rate] = proposals.levers
    expect(rate).toMatchObject({ lever: 'winRate', measured: 0.3, n: 100, goodChange: 0.205, badChange: -0.184 })
    expect(proposals.good?.levers).toEqual([{ ...at('winRate', 0.205), low: 0 }])
    expect(proposals.bad?.levers).toEqual([{ ...at('winRate', -0.184), high: 0 }])
    expect(proposals.base).toEqual(nothing)
  })
  it('three levers move less each, so that together they are no rarer than one in ten', () => {
    const measured = {
      winRatio: { value: 0.3, n: 400 },
      dealSizeMinor: { value: 5000, n: 120, logDeviation: 0.7 },
      dealsPerMonth: { value: 30, months: 12 }
    }
    const proposals = proposeCases(baseOf({ fresh: 1000, measured }))
    expect(proposals.levers.map((each) => each.n)).toEqual([400, 120, 360])
    const random = makeRandom(8)
    const errors = proposals.levers.map((each) => Math.log(1 + each.highChange) / 1.2816)
    const good = proposals.levers.reduce((sum, each) => sum + Math.log(1 + each.goodChange), 0)
    const runs = 100_000
    let above = 0
    for (let run = 0; run < runs; run += 1)
      if (errors.reduce((sum, error) => sum + error * random.normal(), 0) > good) above += 1
    expect(above / runs).toBeGreaterThan(0.095)
    expect(above / runs).toBeLessThan(0.13)
    for (const each of proposals.levers) {
      expect(each.goodChange).toBeLessThan(each.highChange)
      expect(each.badChange).toBeGreaterThan(each.lowChange)
    }
    // From nothing to the full 80 % end of each.
    expect(proposals.good?.levers.map(({ low, high }) => [low, high])).toEqual(
      proposals.levers.map((each) => [0, Math.round(each.highChange * 1000) / 1000])
    )
  })
  it('are none where nothing was measured', () => {
    expect(proposeCases(baseOf({ fresh: 1000 }))).toEqual({
      base: nothing,
      good: null,
      bad: null,
      levers: [],
      untold: ['winRate', 'dealSize', 'leads']
    })
    const amounts = { dealSizeMinor: { value: 5, n: 1, logDeviation: null }, winRatio: { value: 0, n: 9 } }
    expect(proposeCases(baseOf({ fresh: 1000, measured: amounts })).good).toBeNull()
  })
})

describe('side by side', () => {
  it('months, years, differences, and what each lever brings', () => {
    const base = baseOf({ fresh: 1000, percentiles: evenly(6000, 18_000) })
    const good = workOutCase(base, levers(at('winRate', 0.1)), { seed: 1 })
    const bad = workOutCase(base, levers(at('leads', -0.1), at('winRate', -0.1)), { seed: 1 })
    const view = compareCases(base, [good, bad])
    expect(view.base.middleMinor).toBe(12_000)
    expect(view.cases.map((each) => [each.middleMinor, each.deltaMinor])).toEqual([
      [13_200, 1200],
      [9720, -2280]
    ])
    expect(view.cases[0]?.deltaRatio).toBeCloseTo(0.1, 12)
    expect(view.effects).toEqual([
      { key: 'winRate', deltasMinor: [1200, -1140] },
      { key: 'leads', deltasMinor: [0, -1140] }
    ])
    expect(compareCases(baseOf({}), [workOutCase(baseOf({}), nothing, { seed: 1 })]).cases[0]?.deltaRatio).toBeNull()
  })
})

describe('assumptions as typed', () => {
  const base = baseOf({ fresh: 1000 })
  it('are checked row by row', () => {
    const problems = checkAssumptions(base, {
      levers: [
        { ...at('winRate', 0.1), low: 0.2 },
        at('startDelay', 20),
        at('exchangeRate', 0.1),
        at('price', 0.1, { volumeLossRatio: 0.5 }),
        at('leads', 0.1, { fromKey: 'FY2026-M03' })
      ],
      hires: [{ name: 'x', count: 1.5, startKey: 'FY2028-M01' }],
      events: [eventOf({ middle: 5, low: 6, months: 0, chanceRatio: 2 })]
    })
    expect(problems.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
      'notInOrder winRate',
      'outOfBounds startDelay',
      'noCurrency exchangeRate',
      'outOfParameter price',
      'unknownMonth leads',
      'notACount hires',
      'unknownMonth hires',
      'notInOrder event:Fair',
      'notAChance event:Fair',
      'notACount event:Fair'
    ])
    expect(checkAssumptions(base, levers(at('winRate', 0.1)))).toEqual([])
  })
  it('a lever moves with its range, within its bounds', () => {
    const setting = { ...at('leads', 0), low: -0.1, high: 0.1 }
    expect(moveSetting(base, setting, 0.2)).toEqual({ ...setting, low: 0.1, middle: 0.2, high: 0.3 })
    expect(moveSetting(base, setting, 1.95)).toMatchObject({ low: 1.85, middle: 1.95, high: 2 })
    expect(moveSetting(base, at('leads', 0), 1 / 3)).toEqual(at('leads', 1 / 3))
  })
})
