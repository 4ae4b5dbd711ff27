// What a series is made of, without a file: stretches and changed definitions, one-off deals, breaks, missing periods, totals and drivers.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findBreak, levelsAround } from '#shared/forecasts/series/breaks.ts'
import { cutKey } from '#shared/forecasts/series/cut-key.ts'
import { countHeads, countWorkingDays, listDrivers } from '#shared/forecasts/series/drivers.ts'
import { fillMissing } from '#shared/forecasts/series/fill.ts'
import { findFence, findOneOffs } from '#shared/forecasts/series/one-offs.ts'
import { holdAgainstEarlier } from '#shared/forecasts/series/same-day.ts'
import { beginningsOf, cutIntoStretches, sumDaysInto } from '#shared/forecasts/series/stretches.ts'
import { seriesOfTotals } from '#shared/forecasts/series/totals.ts'
import { sumPeriods } from '#shared/forecasts/series/treat.ts'
import { buildSeries, seriesPeriods } from '#shared/forecasts/series.ts'
import type { SeriesPoint } from '#shared/forecasts/types.ts'
import type { SellerId } from '#shared/people/types.ts'
import { currencyCode } from '#shared/units/currency.ts'
import { addDays, daysBetween, type IsoDate, isoDate } from '#shared/units/date.ts'
import { type FiscalCalendar, periodsOfYear } from '#shared/units/period.ts'

const calendar: FiscalCalendar = { startMonth: 1, pattern: 'months', weekStart: 1 }
const weeks445: FiscalCalendar = { startMonth: 1, pattern: '445', weekStart: 1 }
const currency = currencyCode('EUR')
const dataAsOf = isoDate(2026, 11, 12)
const quarters = [...periodsOfYear(2025, 'quarter', calendar), ...periodsOfYear(2026, 'quarter', calendar)]

describe('names of cuts', () => {
  it('are the same for one cut and differ between cuts', () => {
    expect(cutKey({ kind: 'seller', sellerId: 12 as SellerId })).toBe('seller:12')
    expect(cutKey({ kind: 'company' })).toBe('company')
    expect(cutKey({ kind: 'segment', name: 'Público' })).toBe(cutKey({ kind: 'segment', name: ' publico' }))
    expect(cutKey({ kind: 'segment', name: 'Retail' })).not.toBe(cutKey({ kind: 'family', name: 'Retail' }))
    expect(cutKey({ kind: 'rest', of: 'seller' })).toBe('rest:seller')
    expect(cutKey({ kind: 'business', business: 'new' })).toBe('business:new')
  })
})

describe('stretches', () => {
  it('end with the data and are cut where something is counted differently', () => {
    expect(
      cutIntoStretches(
        [{ key: 'FY2026-Q1', startsOn: isoDate(2026, 1, 1), endsOn: isoDate(2026, 3, 31) }],
        [],
        isoDate(2026, 2, 10)
      )[0]?.endsOn
    ).toBe('2026-02-10')
    const changes = [
      { changedOn: isoDate(2025, 2, 10), treatment: 'rescale' as const, factorRatio: 2 },
      { changedOn: isoDate(2025, 4, 1), treatment: 'rescale' as const, factorRatio: 3 },
      { changedOn: isoDate(2025, 8, 1), treatment: 'mark' as const, factorRatio: null }
    ]
    expect(
      cutIntoStretches(quarters, changes, dataAsOf)
        .slice(0, 3)
        .map(({ key, startsOn, endsOn, factor }) => [key, startsOn, endsOn, factor])
    ).toEqual([
      ['FY2025-Q1/1', '2025-01-01', '2025-02-09', 6],
      ['FY2025-Q1/2', '2025-02-10', '2025-03-31', 3],
      ['FY2025-Q2', '2025-04-01', '2025-06-30', 1]
    ])
  })

  it('together are every day of the periods once, whatever the changes and the calendar', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 5 }),
        fc.constantFrom('week' as const, 'month' as const, 'quarter' as const),
        fc.constantFrom(calendar, weeks445),
        (days, grain, cal) => {
          const from = isoDate(2024, 1, 2)
          const changes = days.map((day) => ({
            changedOn: addDays(from, day),
            treatment: 'rescale' as const,
            factorRatio: 2
          }))
          const periods = seriesPeriods(from, dataAsOf, grain, cal)
          const stretches = cutIntoStretches(periods, changes, dataAsOf)
          let next: IsoDate | undefined = periods[0]?.startsOn
          for (const each of stretches) {
            expect(each.startsOn).toBe(next)
            next = addDays(each.endsOn, 1)
          }
          expect(next).toBe(addDays(dataAsOf, 1))
          expect(new Set(stretches.map((each) => each.key)).size).toBe(stretches.length)
        }
      ),
      { numRuns: 60 }
    )
  })

  it('hold the running period against as many days of earlier ones, of a short one against all', () => {
    expect(beginningsOf(quarters, [], dataAsOf).at(-1)?.endsOn).toBe('2026-08-12')
    const months = periodsOfYear(2024, 'month', calendar).slice(0, 3)
    expect(beginningsOf(months, [], isoDate(2024, 3, 30)).map((each) => each.endsOn)).toEqual([
      '2024-01-30',
      '2024-02-29'
    ])
    expect(beginningsOf(quarters, [], isoDate(2026, 12, 31))).toEqual([])
    const changed = [{ changedOn: isoDate(2026, 4, 1), treatment: 'rescale' as const }]
    expect(beginningsOf(quarters, changed, dataAsOf).map((each) => each.periodKey)).toEqual(['FY2026-Q2', 'FY2026-Q3'])
    const series = buildSeries({ periods: [], sums: [], firstSaleOn: null, dataAsOf, grain: 'quarter', currency })
    expect(holdAgainstEarlier({ ...series, partial: null }, [], [])).toBeNull()
  })
})

describe('sums by day', () => {
  it('come to the sums of the stretches that hold them', () => {
    expect(
      sumDaysInto(
        [{ key: 'a', startsOn: isoDate(2026, 1, 1), endsOn: isoDate(2026, 1, 31) }],
        [{ day: isoDate(2026, 1, 31), rows: 1, amountMinor: 5 }]
      )
    ).toEqual([{ stretchKey: 'a', rows: 1, amountMinor: 5 }])
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 200 }), { maxLength: 40 }),
        fc.array(fc.tuple(fc.integer({ min: -5, max: 205 }), fc.integer({ min: 0, max: 90 })), { maxLength: 8 }),
        (at, spans) => {
          const from = isoDate(2024, 1, 1)
          const days = at
            .toSorted((a, b) => a - b)
            .map((day) => ({ day: addDays(from, day), rows: 1 + (day % 3), amountMinor: day * 7 - 300 }))
          const stretches = spans.map(([start, length], index) => ({
            key: `s${index}`,
            startsOn: addDays(from, start),
            endsOn: addDays(from, start + length)
          }))
          // Looked through one by one.
          const plain = stretches.flatMap(({ key, startsOn, endsOn }) => {
            const within = days.filter((each) => each.day >= startsOn && each.day <= endsOn)
            const sum = (of: (each: (typeof days)[number]) => number) =>
              within.reduce((total, each) => total + of(each), 0)
            return within.length === 0
              ? []
              : [{ stretchKey: key, rows: sum((each) => each.rows), amountMinor: sum((each) => each.amountMinor) }]
          })
          expect(sumDaysInto(stretches, days)).toEqual(plain)
        }
      )
    )
  })
})

describe('what of a period is used', () => {
  const stretch = (key: string, factor = 1) => ({
    key,
    periodKey: 'FY2026-Q1',
    startsOn: isoDate(2026, 1, 1),
    endsOn: isoDate(2026, 3, 31),
    factor,
    changes: factor === 1 ? [] : [{ changedOn: isoDate(2026, 2, 1), factorRatio: factor }]
  })

  it('is what was recorded where nothing was decided', () => {
    expect(sumPeriods([stretch('FY2026-Q1')], [{ stretchKey: 'FY2026-Q1', rows: 2, amountMinor: 500 }], [])).toEqual([
      { periodKey: 'FY2026-Q1', deals: 2, amountMinor: 500 }
    ])
    expect(sumPeriods([stretch('FY2026-Q1')], [], [])).toEqual([])
  })

  it('is without one-off deals first and rescaled then', () => {
    expect(
      sumPeriods(
        [stretch('a', 1.5), stretch('b')],
        [
          { stretchKey: 'a', rows: 3, amountMinor: 1_001 },
          { stretchKey: 'b', rows: 1, amountMinor: -40 }
        ],
        [
          { stretchKey: 'a', treatment: 'clean', byMinor: 600 },
          { stretchKey: 'a', treatment: 'cap', byMinor: 100 },
          { stretchKey: 'a', treatment: 'clean', byMinor: 100 }
        ]
      )
    ).toEqual([
      {
        periodKey: 'FY2026-Q1',
        deals: 4,
        recordedMinor: 961,
        amountMinor: Math.round(201 * 1.5) - 40,
        treatments: [
          { kind: 'cleaned', deals: 2, byMinor: 700 },
          { kind: 'capped', deals: 1, byMinor: 100 },
          { kind: 'rescaled', changedOn: '2026-02-01', factorRatio: 1.5 }
        ]
      }
    ])
  })

  it('leaves periods before a definition away, and marks the day of another', () => {
    const sums = quarters.map(({ key }) => ({ periodKey: key, deals: 1, amountMinor: 10 }))
    const made = (changes: Parameters<typeof buildSeries>[0]['changes']) =>
      buildSeries({
        periods: quarters,
        sums,
        firstSaleOn: isoDate(2025, 3, 1),
        dataAsOf,
        grain: 'quarter',
        currency,
        changes: changes ?? []
      })
    const mid = [{ changedOn: isoDate(2025, 8, 1), treatment: 'leaveOut' as const, factorRatio: null }]
    // The third quarter is of both kinds: it goes too.
    expect(made(mid)).toMatchObject({ leftOut: { periods: 3, changedOn: '2025-08-01' }, lateStart: null })
    expect(made(mid).points[0]?.periodKey).toBe('FY2025-Q4')
    expect(made([])).toMatchObject({ lateStart: { daysBefore: 59 } })
    const marked = [{ changedOn: isoDate(2026, 1, 1), treatment: 'mark' as const, factorRatio: null }]
    expect(made(marked)).toMatchObject({ changes: marked })
    expect(made(marked).points).toHaveLength(7)
    const all = [{ changedOn: isoDate(2027, 1, 1), treatment: 'leaveOut' as const, factorRatio: null }]
    expect(made(all)).toMatchObject({ points: [], leftOut: { periods: 7 } })
    expect(
      buildSeries({ periods: [], sums: [], firstSaleOn: null, dataAsOf, grain: 'quarter', currency }).points
    ).toEqual([])
  })
})

const points = (amounts: readonly number[]): SeriesPoint[] =>
  amounts.map((amountMinor, index) => {
    const [year, month] = [2015 + Math.floor(index / 12), (index % 12) + 1]
    const key = `FY${year}-M${String(month).padStart(2, '0')}`
    const startsOn = isoDate(year, month, 1)
    return { periodKey: key, startsOn, endsOn: addDays(startsOn, 27), amountMinor, deals: amountMinor === 0 ? 0 : 1 }
  })

describe('missing periods', () => {
  it('lie between the same period of the years beside, else between their neighbours', () => {
    expect(fillMissing(points([10, 0, 30]), 12, () => true).points[1]?.amountMinor).toBe(20)
    const three = [100, 20, 30, 40, 0, 22, 33, 44, 140, 24, 36, 48]
    // Of the fifth value the same place before and after: 100 and 140.
    expect(fillMissing(points(three), 4, () => true).points[4]).toMatchObject({
      amountMinor: 120,
      recordedMinor: 0,
      deals: 0
    })
    expect(fillMissing(points([90, 0, 0, 30]), 12, () => true).points.map((each) => each.amountMinor)).toEqual([
      90, 70, 50, 30
    ])
    expect(fillMissing(points([90, 60, 0]), 12, () => true).points[2]?.amountMinor).toBe(60)
  })

  it('are those that somebody named, never one with deals', () => {
    const { points: filled, filled: keys } = fillMissing(points([90, 0, 0, 30]), 12, (key) => key === 'FY2015-M03')
    expect(keys).toEqual(['FY2015-M03'])
    expect(filled.map((each) => each.amountMinor)).toEqual([90, 0, 15, 30])
    expect(fillMissing(points([90, 5]), 12, () => true).filled).toEqual([])
  })
})

describe('one-off deals', () => {
  it('lie above the fence on logarithms, worked out by hand', () => {
    // Logarithms to the base 10 are 2 (six times), 3 (eight) and 4 (six): quartiles 2 and 4, so the fence is 4 + 1.5 × 2 = 7.
    const amounts = [...Array(6).fill(100), ...Array(8).fill(1_000), ...Array(6).fill(10_000)]
    expect(findFence(amounts)).toEqual({ fenceMinor: 10_000_000, medianMinor: 1_000, deals: 20 })
    expect(findFence(Array.from({ length: 20 }, () => 100))?.fenceMinor).toBe(300)
    expect(findFence(amounts.slice(1))).toBeUndefined()
    expect(findFence([...amounts, 0, -5])?.deals).toBe(20)
  })

  it('must weigh in their period too', () => {
    const usual = Array.from({ length: 30 }, (_, index) => ({ amountMinor: 100 + index, periodKey: `p${index % 3}` }))
    const large = { amountMinor: 900, periodKey: 'p0' }
    expect(findOneOffs([...usual, large]).found).toEqual([large])
    expect(findOneOffs([...usual, large]).shareOf(large)).toBeCloseTo(900 / (900 + 1_135), 12)
    const crowded = Array.from({ length: 90 }, () => ({ amountMinor: 110, periodKey: 'p0' }))
    expect(findOneOffs([...usual, ...crowded, large]).found).toEqual([])
    expect(findOneOffs([{ amountMinor: 100, periodKey: 'FY2026-Q1' }]).found).toEqual([])
  })

  it('are the same in any order and any currency unit', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 20, maxLength: 60 }), (amounts) => {
        const deals = amounts.map((amountMinor, index) => ({ amountMinor, periodKey: `p${index % 4}` }))
        const found = findOneOffs(deals).found
        expect(findOneOffs(deals.toReversed()).found.map((deal) => deal.amountMinor)).toEqual(
          found.map((deal) => deal.amountMinor)
        )
        const { fence } = findOneOffs(deals)
        for (const deal of found)
          expect(deal.amountMinor).toBeGreaterThan(fence?.fenceMinor ?? Number.POSITIVE_INFINITY)
      })
    )
  })
})

describe('breaks', () => {
  const series = (amounts: readonly number[], seasonLength = 12) => ({
    ...buildSeries({ periods: [], sums: [], firstSaleOn: null, dataAsOf, grain: 'month', currency }),
    seasonLength,
    points: points(amounts)
  })
  // A fixed ripple in place of chance.
  const ripple = (index: number) => Math.round(40 * Math.sin(index * 12.9898) + 25 * Math.cos(index * 78.233))

  it('are found where the level doubles, with means of a year on either side', () => {
    const amounts = Array.from({ length: 48 }, (_, index) => (index < 26 ? 1_000 : 2_000) + ripple(index))
    const found = findBreak(series(amounts), { kind: 'company' })
    expect(found).toMatchObject({
      key: 'company/bookings/FY2017-M03',
      changedOn: '2017-03-01',
      beforeCount: 12,
      afterCount: 12,
      isOfWholeYears: true,
      pRatio: 0.001
    })
    const year = (from: number) => amounts.slice(from, from + 12).reduce((sum, value) => sum + value, 0) / 12
    expect(found?.factorRatio).toBeCloseTo(year(26) / year(14), 12)
  })

  it('give the means around any day, without the period that holds it', () => {
    const made = series([10, 20, 30, 40, 50, 60], 4)
    expect(levelsAround(made, isoDate(2015, 4, 10))).toEqual({
      beforeCount: 3,
      afterCount: 2,
      beforeMinor: 20,
      afterMinor: 55,
      factorRatio: 2.75,
      isOfWholeYears: false
    })
    expect(levelsAround(made, isoDate(2015, 1, 1))).toBeNull()
    expect(levelsAround({ ...made, points: [] }, isoDate(2026, 1, 1))).toBeNull()
    expect(levelsAround(series([0, 0, 5], 4), isoDate(2015, 3, 1))?.factorRatio).toBeNull()
    const years = levelsAround(series([1, 9, 10, 20, 30, 40, 50, 99], 2), isoDate(2015, 5, 1))
    expect(years).toMatchObject({ isOfWholeYears: true, beforeMinor: 15, afterMinor: 35 })
  })

  it('are none where sales grow, swing with the season or never change', () => {
    const flat = Array.from({ length: 48 }, (_, index) => 1_000 + ripple(index))
    expect(findBreak(series(flat), { kind: 'company' })).toBeNull()
    const growing = Array.from({ length: 48 }, (_, index) => Math.round(1_000 * 1.03 ** index) + ripple(index))
    expect(findBreak(series(growing), { kind: 'company' })).toBeNull()
    const seasonal = Array.from({ length: 48 }, (_, index) => (index % 12 > 8 ? 3_000 : 1_000) + ripple(index))
    expect(findBreak(series(seasonal), { kind: 'company' })).toBeNull()
    expect(findBreak(series(Array(48).fill(700)), { kind: 'company' })).toBeNull()
    expect(findBreak(series(Array(48).fill(0)), { kind: 'company' })).toBeNull()
    expect(findBreak({ ...series([]), points: [] }, { kind: 'company' })).toBeNull()
    expect(findBreak(series(flat.slice(0, 11)), { kind: 'company' })).toBeNull()
  })

  it('are seldom found in chance alone: about one in a hundred', () => {
    let state = 7
    const next = () => {
      state = (state * 48_271) % 2_147_483_647
      return state / 2_147_483_647
    }
    const normal = () => Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next())
    let found = 0
    for (let run = 0; run < 100; run += 1)
      if (findBreak(series(Array.from({ length: 30 }, () => 10_000 + Math.round(900 * normal()))), { kind: 'company' }))
        found += 1
    expect(found).toBeLessThanOrEqual(4)
  })
})

describe('totals', () => {
  const month = (number: number, amountMinor: number, year = 2025) => {
    const startsOn = isoDate(year, number, 1)
    const next = number === 12 ? isoDate(year + 1, 1, 1) : isoDate(year, number + 1, 1)
    return { startsOn, endsOn: addDays(next, -1), amountMinor, currency }
  }
  const made = (
    totals: Parameters<typeof seriesOfTotals>[0]['totals'],
    grain: 'week' | 'month' | 'quarter' = 'month'
  ) => seriesOfTotals({ totals, grain, dataAsOf, currency, calendar, changes: [] })

  it('count where a period holds them whole, and are unknown elsewhere', () => {
    const totals = [1, 2, 3, 5, 6, 7].map((number) => month(number, number * 10))
    expect(made(totals)?.points.map((point) => point.amountMinor)).toEqual([10, 20, 30, 40, 50, 60, 70])
    expect(made(totals)).toMatchObject({ filledPeriods: ['FY2025-M04'], emptyPeriods: [], dataAsOf: '2025-07-31' })
    // The second quarter lacks a month and comes before no whole one: the history ends before it.
    expect(made(totals, 'quarter')).toMatchObject({
      points: [{ periodKey: 'FY2025-Q1', amountMinor: 60 }],
      partial: null
    })
    expect(made([])).toBeUndefined()
    expect(made([{ ...month(1, 5), endsOn: isoDate(2025, 12, 31) }])).toBeUndefined()
    expect(made([month(1, 5, 2027)])).toBeUndefined()
  })

  it('of one month and its quarter count once', () => {
    const whole = { ...month(1, 999), endsOn: isoDate(2025, 3, 31) }
    const months = [1, 2, 3].map((number) => month(number, 10))
    expect(made([...months, whole], 'quarter')?.points.map((point) => point.amountMinor)).toEqual([999])
    expect(made([...months, whole])?.points.map((point) => point.amountMinor)).toEqual([10, 10, 10])
  })

  it('may be below zero, and are rescaled when they end before the day', () => {
    const change = {
      id: 1 as never,
      changedOn: isoDate(2025, 2, 15),
      treatment: 'rescale' as const,
      factorRatio: 3,
      cut: { kind: 'company' as const },
      reason: 'x'
    }
    const totals = [month(1, -5), month(2, 20), month(3, 30)]
    const scaled = seriesOfTotals({ totals, grain: 'month', dataAsOf, currency, calendar, changes: [change] })
    expect(scaled?.points.map((point) => point.amountMinor)).toEqual([-15, 20, 30])
  })
})

describe('drivers', () => {
  const march = { startsOn: isoDate(2025, 3, 1), endsOn: isoDate(2025, 3, 31) }

  it('count working days: Monday to Friday without days off', () => {
    expect(
      countWorkingDays({ startsOn: isoDate(2024, 2, 26), endsOn: isoDate(2024, 3, 3) }, [isoDate(2024, 2, 29)])
    ).toBe(4)
    // Known from calendars: 2026 has 261 weekdays, 2024 had 262.
    expect(countWorkingDays({ startsOn: isoDate(2026, 1, 1), endsOn: isoDate(2026, 12, 31) }, [])).toBe(261)
    expect(countWorkingDays({ startsOn: isoDate(2024, 1, 1), endsOn: isoDate(2024, 12, 31) }, [])).toBe(262)
    const off = [isoDate(2026, 12, 25), isoDate(2026, 12, 25), isoDate(2026, 12, 26), isoDate(2025, 12, 25)]
    expect(countWorkingDays({ startsOn: isoDate(2026, 12, 1), endsOn: isoDate(2026, 12, 31) }, off)).toBe(22)
  })

  it('count people by the days they were there', () => {
    const april = { startsOn: isoDate(2026, 4, 1), endsOn: isoDate(2026, 4, 30) }
    expect(countHeads(april, [{ hiredOn: isoDate(2026, 4, 16), leftOn: null }])).toBe(0.5)
    expect(
      countHeads(april, [
        { hiredOn: null, leftOn: isoDate(2026, 4, 3) },
        { hiredOn: null, leftOn: null }
      ])
    ).toBe(1.1)
    expect(
      countHeads(april, [
        { hiredOn: isoDate(2026, 5, 1), leftOn: null },
        { hiredOn: null, leftOn: isoDate(2026, 3, 31) }
      ])
    ).toBe(0)
  })

  it('take the mean of pasted values of a period, and none where there is none', () => {
    expect(listDrivers({ past: [march], future: [], holidays: [], people: [], pasted: [] })[0]?.past).toEqual([21])
    const quarter = { startsOn: isoDate(2025, 1, 1), endsOn: isoDate(2025, 3, 31) }
    const pasted = [1, 2, 3].map((number) => ({
      driver: 'Price',
      startsOn: isoDate(2025, number, 1),
      value: number * 2
    }))
    const [days, price] = listDrivers({
      past: [quarter],
      future: [{ startsOn: isoDate(2025, 4, 1), endsOn: isoDate(2025, 6, 30) }],
      holidays: [],
      people: [],
      pasted
    })
    expect(days).toMatchObject({ id: 'workingDays', past: [64], future: [65], missingFuture: 0 })
    expect(price).toEqual({ id: 'Price', isOwn: false, past: [4], future: [null], missingFuture: 1 })
  })

  it('days of all weeks of a 53-week year are its days', () => {
    const weeks = periodsOfYear(2026, 'week', weeks445)
    expect(weeks).toHaveLength(53)
    const days = listDrivers({ past: weeks, future: [], holidays: [], people: [], pasted: [] })[0]?.past
    expect(days?.every((value) => value === 5)).toBe(true)
    expect(weeks.reduce((sum, week) => sum + daysBetween(week.startsOn, week.endsOn) + 1, 0)).toBe(371)
  })
})
