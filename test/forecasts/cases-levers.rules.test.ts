// Every lever of a case against an example worked by hand, and what a case says when the base lacks what a lever stands on.
import { describe, expect, it } from 'vitest'
import type { CaseAssumptions } from '#shared/forecasts/case-types.ts'
import { caseLevers, getLever, workOutCase } from '#shared/forecasts/cases/index.ts'
import { productivityOver } from '#shared/forecasts/cases/levers/lever.ts'
import { at, baseOf, dollars, eventOf, keyOf, levers, monthsOf, nothing, yearOf } from './case-bases.ts'

const even = (amount: number): number[] => Array.from({ length: 12 }, () => amount)
const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

describe('win rate', () => {
  const base = baseOf({ open: 4000, fresh: 6000, measured: { winRatio: { value: 0.3, n: 100 } } })
  it('+10 % on open and fresh deals, from its month on', () => {
    expect(monthsOf(base, levers(at('winRate', 0.1)))).toEqual(even(11_000))
    expect(monthsOf(base, levers(at('winRate', 0.1, { fromKey: keyOf(11) }))).slice(8)).toEqual([
      10_000, 10_000, 11_000, 11_000
    ])
  })
  it('is 33 % of 30 % measured, and can go up to every deal won', () => {
    const lever = getLever('winRate')
    expect(lever.measuredOf(base)).toEqual({ value: 0.3, unit: 'ratio', n: 100, of: 'closedDeals' })
    expect(lever.absoluteOf(base, 0.1)).toBeCloseTo(0.33, 12)
    const high = baseOf({ fresh: 1, measured: { winRatio: { value: 0.8, n: 10 } } })
    expect(lever.bounds(high).high).toBeCloseTo(0.25, 12)
  })
})

describe('deal size and leads act on deals made from their month on', () => {
  it('size: three months to close, +10 % from May arrives in August', () => {
    const base = baseOf({ asOf: '2026-06-30', open: 500, fresh: 1000, lags: [0, 0, 0, 1] })
    const months = monthsOf(base, levers(at('dealSize', 0.1, { fromKey: keyOf(5) })))
    expect(months.slice(4)).toEqual([1500, 1500, 1500, 1600, 1600, 1600, 1600, 1600])
    expect(months[3]).toBe(1500)
  })
  it('leads: half close a month later, +20 % from May is 10 % in May and 20 % from June', () => {
    const base = baseOf({ asOf: '2026-06-30', fresh: 1000, lags: [0.5, 0.5] })
    expect(monthsOf(base, levers(at('leads', 0.2, { fromKey: keyOf(5) }))).slice(3, 7)).toEqual([
      1000, 1100, 1200, 1200
    ])
  })
  it('what is fresh in the first month after the data ends was made in it', () => {
    const base = baseOf({ asOf: '2027-04-30', fresh: [0, 0, 0, 0, 1000, 1000], lags: [0.5, 0.5] })
    // From May: all of May's fresh deals are made in May; from June: half of June's.
    expect(monthsOf(base, levers(at('leads', 0.2, { fromKey: keyOf(5) }))).slice(4, 6)).toEqual([1200, 1200])
    expect(monthsOf(base, levers(at('leads', 0.2, { fromKey: keyOf(6) }))).slice(4, 6)).toEqual([1000, 1100])
  })
  it('without a month all that is not made yet moves', () => {
    const base = baseOf({ open: 700, fresh: 1000, lags: [0.2, 0.3, 0.5] })
    expect(monthsOf(base, levers(at('leads', -0.3)))).toEqual(even(1400))
    expect(monthsOf(base, levers(at('dealSize', -1)))).toEqual(even(700))
  })
})

describe('price', () => {
  const base = baseOf({ open: 100, fresh: 100_000 })
  it('+10 % with 0.5 % of the volume lost per 1 %: 1.1 ^ 0.5 = 1.0488', () => {
    expect(monthsOf(base, levers(at('price', 0.1, { volumeLossRatio: 0.005 })))[0]).toBe(100 + 104_881)
  })
  it('brings all of it without a loss, nothing at 1 % per 1 %, less above', () => {
    expect(monthsOf(base, levers(at('price', 0.1)))[0]).toBe(110_100)
    expect(monthsOf(base, levers(at('price', 0.1, { volumeLossRatio: 0.01 })))[0]).toBe(100_100)
    expect(monthsOf(base, levers(at('price', 0.1, { volumeLossRatio: 0.02 })))[0]).toBe(100 + 90_909)
    const price = getLever('price')
    expect([0, 0.01, 0.02].map((volumeLossRatio) => price.direction({ volumeLossRatio }))).toEqual([
      'up',
      'none',
      'down'
    ])
  })
})

describe('cycle', () => {
  // 1,000 a day through the year and after it.
  const daily = days.map((count) => count * 1000)
  const base = baseOf({ fresh: daily, after: [30_437, 30_437] })
  it('ten days longer: the first ten days are empty, the last ten are lost', () => {
    const months = monthsOf(base, levers(at('cycle', 10)))
    expect(months[0]).toBe(21_000)
    expect(months.slice(1)).toEqual(daily.slice(1))
  })
  it('ten days shorter: ten days more in the first month, and ten from after the year', () => {
    const months = monthsOf(base, levers(at('cycle', -10)))
    expect(months[0]).toBe(41_000)
    expect(months.slice(1)).toEqual(daily.slice(1))
  })
  it('holds from its month on', () => {
    const months = monthsOf(base, levers(at('cycle', 10, { fromKey: keyOf(7) })))
    expect(months.slice(0, 6)).toEqual(daily.slice(0, 6))
    expect(months[6]).toBe(21_000)
    expect(yearOf(base, levers(at('cycle', 10, { fromKey: keyOf(7) })))).toBe(355_000)
  })
  it('in a month under way only the days that are left move', () => {
    // 15 days left in June with 1,000 a day each; ten days later: 5 of them in June, 10 in July, and July to December lose the last 10.
    const fresh = [0, 0, 0, 0, 0, 15_000, ...daily.slice(6)]
    const half = baseOf({ asOf: '2027-06-15', fresh })
    const months = monthsOf(half, levers(at('cycle', 10)))
    expect(months[5]).toBe(5000)
    expect(months.slice(6)).toEqual(daily.slice(6))
    expect(yearOf(half, levers(at('cycle', 10)))).toBe(15_000 + 184_000 - 10_000)
  })
  it('shorter in a month under way: nothing comes in before the data end', () => {
    const fresh = [0, 0, 0, 0, 0, 15_000, ...daily.slice(6)]
    const half = baseOf({ asOf: '2027-06-15', fresh, after: [30_437] })
    const months = monthsOf(half, levers(at('cycle', -10)))
    expect(months.slice(4, 7)).toEqual([0, 25_000, 31_000])
    expect(months.reduce((a, b) => a + b, 0)).toBe(15_000 + 184_000 + 10_000)
  })
  it('says when it would pull from months that are not forecast', () => {
    const short = baseOf({ fresh: daily, after: [30_437] })
    expect(workOutCase(short, levers(at('cycle', -45)), { seed: 1 }).notes).toContainEqual({ kind: 'afterTooShort' })
    expect(yearOf(short, levers(at('cycle', -45)))).toBe(365_000 + 30_437)
  })
})

describe('hires', () => {
  const hire = { name: 'North', count: 1, startKey: keyOf(4) }
  const base = baseOf({ measured: { yieldPerSellerMinor: 600, rampMonths: 3 } })
  const withHires = (...settings: Parameters<typeof levers>): CaseAssumptions => ({
    ...levers(...settings),
    hires: [hire]
  })
  it('ramp over three months: 1/6, 1/2, 5/6, then all', () => {
    expect(monthsOf(base, withHires()).slice(2, 8)).toEqual([0, 100, 300, 500, 600, 600])
  })
  it('start half a month later: 25, 200, 400, 575', () => {
    expect(monthsOf(base, withHires(at('startDelay', 0.5))).slice(3, 8)).toEqual([25, 200, 400, 575, 600])
  })
  it('start a month later, and sell in full at once with three months less ramp', () => {
    expect(monthsOf(base, withHires(at('startDelay', 1))).slice(3, 6)).toEqual([0, 100, 300])
    expect(monthsOf(base, withHires(at('ramp', -3))).slice(2, 5)).toEqual([0, 600, 600])
  })
  it('sell after the time deals take, in the season of the month, at the win rate of the case', () => {
    const lagged = baseOf({ lags: [0, 0.5, 0.5], measured: { yieldPerSellerMinor: 600, rampMonths: 0 } })
    expect(monthsOf(lagged, withHires()).slice(3, 7)).toEqual([0, 300, 600, 600])
    const seasons = [1, 1, 1, 1, 0.5, 1.5, 1, 1, 1, 1, 1, 1]
    const seasonal = baseOf({ measured: { yieldPerSellerMinor: 600, rampMonths: 0, seasonality: seasons } })
    expect(monthsOf(seasonal, withHires()).slice(3, 7)).toEqual([600, 300, 900, 600])
    expect(monthsOf(seasonal, withHires(at('winRate', 0.5))).slice(3, 5)).toEqual([600, 300])
    const selling = baseOf({ fresh: 10, measured: { yieldPerSellerMinor: 600, rampMonths: 0 } })
    expect(monthsOf(selling, withHires(at('winRate', 0.5))).slice(2, 4)).toEqual([15, 915])
  })
  it('are heads from their start on', () => {
    expect(workOutCase(base, withHires(at('startDelay', 1.5)), { seed: 1 }).heads.slice(3, 7)).toEqual([
      10, 10.5, 11, 11
    ])
  })
  it('add nothing and say so where nobody knows what a seller sells', () => {
    const outcome = workOutCase(baseOf({ fresh: 10 }), withHires(), { seed: 1 })
    expect(outcome.middleMinor).toBe(120)
    expect(outcome.notes).toEqual([{ kind: 'noYield', hires: 1 }])
    expect(outcome.heads[3]).toBe(11)
  })
  it('planned for months that are over are said to come on top of who is there', () => {
    const half = baseOf({ asOf: '2027-04-30', measured: { yieldPerSellerMinor: 600, rampMonths: 3 } })
    const outcome = workOutCase(half, withHires(), { seed: 1 })
    expect(outcome.notes).toEqual([{ kind: 'hiresStarted', hires: 1 }])
    expect(outcome.monthsMinor.slice(3, 7)).toEqual([0, 300, 500, 600])
  })
  it('without a measured ramp it is said that they sell in full at once', () => {
    const outcome = workOutCase(baseOf({ measured: { yieldPerSellerMinor: 600 } }), withHires(), { seed: 1 })
    expect(outcome.monthsMinor[3]).toBe(600)
    expect(outcome.notes).toContainEqual({ kind: 'noRamp' })
  })
  it('productivity over a month is the integral of the ramp', () => {
    expect(productivityOver(0, 2)).toBe(0.25)
    for (const [from, ramp] of [
      [-0.3, 0],
      [0.2, 4.5],
      [3.9, 4.2],
      [-2, 1]
    ] as const) {
      const steps = 200_000
      let area = 0
      for (let step = 0; step < steps; step += 1) {
        const u = from + (step + 0.5) / steps
        area += (u <= 0 ? 0 : ramp === 0 ? 1 : Math.min(1, u / ramp)) / steps
      }
      expect(productivityOver(from, ramp)).toBeCloseTo(area, 5)
    }
  })
})

describe('attrition', () => {
  const base = baseOf({ fresh: 1000, measured: { attritionRatio: { value: 0.1, n: 20 }, rampMonths: 0 } })
  it('+12 points with places never filled: 0.5 %, 1.5 % … 11.5 % less', () => {
    const months = monthsOf(base, levers(at('attrition', 0.12, { backfillMonths: 12 })))
    expect(months).toEqual(Array.from({ length: 12 }, (_, month) => 1000 - 5 - month * 10))
  })
  it('filled after a month: one month of one in a hundred is missing', () => {
    expect(monthsOf(base, levers(at('attrition', 0.12, { backfillMonths: 1 }))).slice(0, 4)).toEqual([
      995, 990, 990, 990
    ])
  })
  it('filled at once by someone who needs two months: an area of one month is missing at any time', () => {
    const slow = baseOf({ fresh: 1000, measured: { rampMonths: 2 } })
    // The gap of a leaver is 1 on the average of two months: 12 points are 1 % a month, so 1 % × 1 month.
    expect(monthsOf(slow, levers(at('attrition', 0.12, { backfillMonths: 0 }))).slice(3)).toEqual(Array(9).fill(990))
  })
  it('fewer leavers than measured add, and open deals are taken over', () => {
    expect(monthsOf(base, levers(at('attrition', -0.06, { backfillMonths: 12 })))[0]).toBe(1003)
    expect(yearOf(baseOf({ open: 1000 }), levers(at('attrition', 0.5)))).toBe(12_000)
  })
  it('takes heads', () => {
    const { heads } = workOutCase(base, levers(at('attrition', 0.12, { backfillMonths: 12 })), { seed: 1 })
    expect(heads[11]).toBeCloseTo(10 * (1 - 0.115), 12)
  })
})

describe('churn and expansion', () => {
  it('build up over the year: 0.5 % in January, 11.5 % in December at 12 points', () => {
    const base = baseOf({ open: 500, fresh: 500, existing: 1 })
    const churned = monthsOf(base, levers(at('churn', 0.12)))
    expect([churned[0], churned[1], churned[11]]).toEqual([995, 985, 885])
    const expanded = monthsOf(base, levers(at('expansion', 0.12)))
    expect([expanded[0], expanded[11]]).toEqual([1005, 1115])
  })
  it('move only the part with existing customers, from their month on', () => {
    const base = baseOf({ fresh: 1000, existing: 0.5 })
    const months = monthsOf(base, levers(at('churn', 0.24, { fromKey: keyOf(11) })))
    expect(months.slice(9)).toEqual([1000, 995, 985])
  })
})

describe('seasonality', () => {
  const seasons = [0.5, 1.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
  const base = baseOf({ fresh: seasons.map((season) => season * 1000), measured: { seasonality: seasons } })
  it('flat at −1, stronger above 0, the year kept', () => {
    expect(monthsOf(base, levers(at('seasonality', -1)))).toEqual(even(1000))
    expect(monthsOf(base, levers(at('seasonality', 0.2))).slice(0, 3)).toEqual([400, 1600, 1000])
    expect(yearOf(base, levers(at('seasonality', 0.2)))).toBe(12_000)
  })
  it('keeps the total of the months from its own on', () => {
    const late = baseOf({ fresh: even(1000), measured: { seasonality: [...seasons].reverse() } })
    const months = monthsOf(late, levers(at('seasonality', -1, { fromKey: keyOf(11) })))
    // Level 1000 ÷ 1.5 and 1000 ÷ 0.5 without the season: 666.7 and 2000 become 500 and 1500 of 2000.
    expect(months.slice(9)).toEqual([1000, 500, 1500])
  })
})

describe('exchange rates', () => {
  const base = baseOf({
    open: 100,
    fresh: 900,
    measured: { currencies: [{ currency: dollars, shareRatio: 0.25 }] }
  })
  it('a quarter in dollars worth 8 % more: 2 % more', () => {
    expect(monthsOf(base, levers(at('exchangeRate', 0.08, { currency: dollars })))).toEqual(even(1020))
  })
  it('a currency that nothing is sold in moves nothing, and that is said', () => {
    const outcome = workOutCase(baseOf({ fresh: 900 }), levers(at('exchangeRate', 0.08, { currency: dollars })), {
      seed: 1
    })
    expect(outcome.middleMinor).toBe(10_800)
    expect(outcome.notes).toEqual([{ kind: 'noBasis', key: 'exchangeRate:USD', missing: 'currency' }])
  })
})

describe('events', () => {
  const base = baseOf({ asOf: '2027-03-31', sold: [50, 50, 50], fresh: [0, 0, 0, ...Array(9).fill(1000)] })
  it('an amount for two months from May, half as much at a chance of a half', () => {
    const events = [eventOf({ middle: 400, months: 2 })]
    expect(monthsOf(base, { ...nothing, events }).slice(3, 7)).toEqual([1000, 1400, 1400, 1000])
    const unsure = [eventOf({ middle: 400, months: 2, chanceRatio: 0.5 })]
    expect(monthsOf(base, { ...nothing, events: unsure }).slice(3, 7)).toEqual([1000, 1200, 1200, 1000])
  })
  it('a ratio is of the base, to the end of the year, and not of what levers make of it', () => {
    const events = [eventOf({ unit: 'ratio', middle: 0.05, months: null, startKey: keyOf(11) })]
    expect(monthsOf(base, { ...levers(at('winRate', 1)), events }).slice(9)).toEqual([2000, 2050, 2050])
  })
  it('months that are over get nothing, and no event takes more than the base has to come', () => {
    expect(yearOf(base, { ...nothing, events: [eventOf({ middle: 400, startKey: keyOf(1), months: 3 })] })).toBe(9150)
    expect(monthsOf(base, { ...nothing, events: [eventOf({ middle: -1300 })] })[4]).toBe(0)
  })
})

describe('what stays as it is', () => {
  it('sold months of a year half over, whatever moves', () => {
    const base = baseOf({
      asOf: '2027-06-15',
      sold: [900, 800, 700, 900, 800, 400],
      open: [0, 0, 0, 0, 0, 300, 300, 100],
      fresh: [0, 0, 0, 0, 0, 100, 500, 800, 900, 900, 900, 900],
      existing: 0.5,
      lags: [0.5, 0.5],
      measured: { yieldPerSellerMinor: 100, rampMonths: 1 }
    })
    const moved: CaseAssumptions = {
      levers: [at('winRate', 0.5), at('leads', 0.5), at('cycle', 20), at('churn', 0.3), at('attrition', 0.3)],
      hires: [{ name: 'x', count: 3, startKey: keyOf(1) }],
      events: []
    }
    const months = monthsOf(base, moved)
    expect(months.slice(0, 5)).toEqual([900, 800, 700, 900, 800])
    expect(months[5]).toBeGreaterThanOrEqual(400)
  })
  it('months below zero: credit notes are not won more often', () => {
    const base = baseOf({ fresh: [1000, -400, 1000], sold: [0, 100] })
    expect(monthsOf(base, levers(at('winRate', 0.5))).slice(0, 4)).toEqual([1500, -300, 1500, 0])
    expect(monthsOf(base, levers(at('cycle', 5)))[1]).toBeGreaterThan(-300)
  })
  it('a base with nothing to come: levers say that they move nothing, hires and events add', () => {
    const base = baseOf({ measured: { yieldPerSellerMinor: 600, rampMonths: 0 } })
    const outcome = workOutCase(
      base,
      {
        levers: [at('winRate', 0.5)],
        hires: [{ name: 'x', count: 1, startKey: keyOf(12) }],
        events: [eventOf({ middle: 50 })]
      },
      { seed: 1 }
    )
    expect(outcome.middleMinor).toBe(650)
    expect(outcome.notes).toEqual([{ kind: 'noBasis', key: 'winRate', missing: 'nothingToCome' }])
    expect(outcome.range).toBeNull()
  })
})

describe('what a case says', () => {
  it('levers that lack their basis', () => {
    const { notes, middleMinor } = workOutCase(
      baseOf({ fresh: 1000, lags: [] }),
      levers(at('churn', 0.1), at('seasonality', 0.1), at('startDelay', 1), at('ramp', 1), at('leads', 0.1)),
      { seed: 1 }
    )
    expect(middleMinor).toBe(13_200)
    expect(notes).toEqual(
      expect.arrayContaining([
        { kind: 'noBasis', key: 'churn', missing: 'existingRatio' },
        { kind: 'noBasis', key: 'seasonality', missing: 'seasonality' },
        { kind: 'noBasis', key: 'startDelay', missing: 'hires' },
        { kind: 'noBasis', key: 'ramp', missing: 'hires' },
        { kind: 'noCloseLag' }
      ])
    )
  })
  it('a value past the bound of a base that has moved on counts as the bound', () => {
    const base = baseOf({ fresh: 1000, measured: { winRatio: { value: 0.8, n: 50 } } })
    const outcome = workOutCase(base, levers(at('winRate', 0.4)), { seed: 1 })
    expect(outcome.monthsMinor[0]).toBe(1250)
    expect(outcome.notes).toEqual([{ kind: 'atBound', key: 'winRate', bound: 1 / 0.8 - 1 }])
  })
  it('refuses a range that is not in order, and a chance that is none', () => {
    const base = baseOf({ fresh: 1000 })
    expect(() => yearOf(base, levers({ ...at('leads', 0.1), low: 0.2 }))).toThrow(/not in order/)
    expect(() => yearOf(base, levers(at('leads', Number.NaN)))).toThrow(/not in order/)
    expect(() => yearOf(base, { ...nothing, events: [eventOf({ middle: 1, chanceRatio: 1.2 })] })).toThrow(/chance/)
  })
  it('every lever has bounds around 0, a positive step, and says nothing it did not measure', () => {
    const base = baseOf({ fresh: 1000 })
    for (const lever of caseLevers) {
      const { low, high } = lever.bounds(base)
      expect(low, lever.id).toBeLessThanOrEqual(0)
      expect(high, lever.id).toBeGreaterThan(0)
      expect(lever.step, lever.id).toBeGreaterThan(0)
      expect(lever.measuredOf(base), lever.id).toBeNull()
      expect(lever.absoluteOf(base, 0.1), lever.id).toBeNull()
    }
  })
})
