// Series, back-test, ranges and totals of a forecast: worked cases, awkward histories, and laws over every method.
import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forecastAutomatically } from '#shared/forecasts/automatic/automatic.ts'
import { compareMethods } from '#shared/forecasts/backtest.ts'
import { splitSeries } from '#shared/forecasts/explain/components.ts'
import { lookBack } from '#shared/forecasts/explain/look-back.ts'
import { getMethod, methodIds } from '#shared/forecasts/methods/index.ts'
import { type MadeForecast, makeForecast, proposeForecast, sumYear } from '#shared/forecasts/rules.ts'
import { buildSeries, seriesPeriods } from '#shared/forecasts/series.ts'
import type { ForecastGrain, MethodId, SalesSeries } from '#shared/forecasts/types.ts'
import { addDays, type IsoDate, isoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { type FiscalCalendar, periodOf, periodsOfYear } from '#shared/units/period.ts'

const calendar: FiscalCalendar = { startMonth: 1, pattern: 'months', weekStart: 1 }
const currency = 'EUR' as CurrencyCode

/** A series of complete periods with these amounts, from the first quarter (or month) of 2020. */
function seriesOf(amounts: readonly number[], grain: ForecastGrain = 'quarter'): SalesSeries {
  const first = isoDate(2020, 1, 1)
  const periods = [2020, 2021, 2022, 2023, 2024]
    .flatMap((year) => periodsOfYear(year, grain, calendar))
    .slice(0, amounts.length)
  return buildSeries({
    periods,
    sums: periods.map((period, at) => ({ periodKey: period.key, deals: 1, amountMinor: amounts[at] ?? 0 })),
    firstSaleOn: first,
    dataAsOf: periods.at(-1)?.endsOn ?? first,
    grain,
    currency
  })
}

function forecastOf(amounts: readonly number[], method: MethodId, horizon = 4): MadeForecast {
  const made = makeForecast({ series: seriesOf(amounts), cut: { kind: 'company' }, method, horizon, calendar })
  if (!made) throw new Error('the series is too short')
  return made
}

describe('the series', () => {
  it('has every period from the first sale to the end of the data', () => {
    const keys = seriesPeriods(isoDate(2017, 3, 1), isoDate(2017, 12, 31), 'quarter', calendar).map(
      (period) => period.key
    )
    expect(keys).toEqual(['FY2017-Q1', 'FY2017-Q2', 'FY2017-Q3', 'FY2017-Q4'])
    expect(seriesPeriods(isoDate(2018, 1, 1), isoDate(2017, 12, 31), 'quarter', calendar)).toEqual([])
  })

  it('sets the running period apart, counts silence as zero and says both', () => {
    const dataAsOf = isoDate(2021, 11, 12)
    const periods = seriesPeriods(isoDate(2021, 1, 4), dataAsOf, 'quarter', calendar)
    const sums = [
      { periodKey: 'FY2021-Q1', deals: 3, amountMinor: 300 },
      { periodKey: 'FY2021-Q3', deals: 1, amountMinor: 100 },
      { periodKey: 'FY2021-Q4', deals: 1, amountMinor: 40 }
    ]
    const series = buildSeries({
      periods,
      sums,
      firstSaleOn: isoDate(2021, 1, 4),
      dataAsOf,
      grain: 'quarter',
      currency
    })
    expect(series.points.map((point) => point.amountMinor)).toEqual([300, 0, 100])
    expect(series.emptyPeriods).toEqual(['FY2021-Q2'])
    expect(series.partial).toMatchObject({ periodKey: 'FY2021-Q4', amountMinor: 40 })
    expect(series.lateStart).toBeNull()
    const made = makeForecast({ series, cut: { kind: 'company' }, method: 'naive', horizon: 2, calendar })
    expect(made?.draft.points.map((point) => point.periodKey)).toEqual(['FY2021-Q4', 'FY2022-Q1'])
    expect(made?.draft.notes.map((note) => note.kind)).toEqual(
      expect.arrayContaining(['partialLeftOut', 'emptyPeriods'])
    )
  })

  it('says when the running period holds more than its forecast already', () => {
    const periods = seriesPeriods(isoDate(2021, 1, 4), isoDate(2021, 5, 1), 'quarter', calendar)
    const sums = [
      { periodKey: 'FY2021-Q1', deals: 3, amountMinor: 300 },
      { periodKey: 'FY2021-Q2', deals: 1, amountMinor: 301 }
    ]
    const dataAsOf = isoDate(2021, 5, 1)
    const series = buildSeries({ periods, sums, firstSaleOn: null, dataAsOf, grain: 'quarter', currency })
    const made = makeForecast({ series, cut: { kind: 'company' }, method: 'naive', horizon: 1, calendar })
    expect(made?.draft.notes).toContainEqual({ kind: 'runningAbove', periodKey: 'FY2021-Q2', soldMinor: 301 })
  })

  it('a period is complete on its very last day', () => {
    const at = (dataAsOf: IsoDate) => {
      const periods = seriesPeriods(isoDate(2021, 1, 4), dataAsOf, 'quarter', calendar)
      const sums = [{ periodKey: 'FY2021-Q1', deals: 3, amountMinor: 300 }]
      return buildSeries({ periods, sums, firstSaleOn: null, dataAsOf, grain: 'quarter', currency })
    }
    expect(at(isoDate(2021, 3, 31)).points).toHaveLength(1)
    expect(at(isoDate(2021, 3, 30)).points).toHaveLength(0)
    expect(at(isoDate(2021, 3, 30)).partial?.periodKey).toBe('FY2021-Q1')
  })

  it('says when the data begin well inside the first period', () => {
    const late = isoDate(2017, 3, 1)
    const periods = seriesPeriods(late, isoDate(2017, 12, 31), 'quarter', calendar)
    const sums = periods.map((period) => ({ periodKey: period.key, deals: 1, amountMinor: 1 }))
    const series = buildSeries({
      periods,
      sums,
      firstSaleOn: late,
      dataAsOf: isoDate(2017, 12, 31),
      grain: 'quarter',
      currency
    })
    expect(series.lateStart).toEqual({ periodKey: 'FY2017-Q1', firstSaleOn: late, daysBefore: 59, daysInPeriod: 90 })
  })

  it('drops the silence before the first sale of a cut', () => {
    const periods = periodsOfYear(2021, 'quarter', calendar)
    const sums = [{ periodKey: 'FY2021-Q3', deals: 1, amountMinor: 5 }]
    const series = buildSeries({
      periods,
      sums,
      firstSaleOn: null,
      dataAsOf: isoDate(2021, 12, 31),
      grain: 'quarter',
      currency
    })
    expect(series.points.map((point) => point.periodKey)).toEqual(['FY2021-Q3', 'FY2021-Q4'])
    expect(
      buildSeries({
        periods: [],
        sums: [],
        firstSaleOn: null,
        dataAsOf: isoDate(2021, 1, 1),
        grain: 'quarter',
        currency
      }).points
    ).toEqual([])
  })

  it('loses no sale and invents none, in any calendar', () => {
    const startMonth = fc.constantFrom(1 as const, 4 as const, 7 as const, 11 as const)
    const calendars = fc.record({
      startMonth,
      pattern: fc.constantFrom('months' as const, '445' as const),
      weekStart: fc.constant(1 as const)
    })
    const days = fc.array(fc.integer({ min: 0, max: 1200 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(calendars, days, fc.constantFrom('month' as const, 'quarter' as const), (cal, offsets, grain) => {
        const dates = offsets.map((offset) => addDays(isoDate(2021, 1, 1), offset)).sort()
        const first = dates[0]
        const last = dates.at(-1)
        if (!first || !last) return
        const sums = new Map<string, { periodKey: string; deals: number; amountMinor: number }>()
        for (const date of dates) {
          const periodKey = periodOf(date, grain, cal).key
          const sum = sums.get(periodKey) ?? { periodKey, deals: 0, amountMinor: 0 }
          sums.set(periodKey, { periodKey, deals: sum.deals + 1, amountMinor: sum.amountMinor + 7 })
        }
        const periods = seriesPeriods(first, last, grain, cal)
        const series = buildSeries({
          periods,
          sums: [...sums.values()],
          firstSaleOn: first,
          dataAsOf: last,
          grain,
          currency
        })
        const counted =
          series.points.reduce((total, point) => total + point.amountMinor, 0) + (series.partial?.amountMinor ?? 0)
        expect(counted).toBe(dates.length * 7)
        series.points.forEach((point, at) => {
          if (at > 0) expect(point.startsOn).toBe(addDays(series.points[at - 1]?.endsOn ?? first, 1))
        })
      })
    )
  })
})

describe('a forecast', () => {
  it('of one year repeats it, with a range from the spread, and says so', () => {
    const { draft } = forecastOf([100, 300, 200, 400], 'seasonalNaive')
    expect(draft.points.map((point) => [point.periodKey, point.middleMinor])).toEqual([
      ['FY2021-Q1', 100],
      ['FY2021-Q2', 300],
      ['FY2021-Q3', 200],
      ['FY2021-Q4', 400]
    ])
    expect(draft.points[1]?.sourceKeys).toEqual(['FY2020-Q2'])
    expect(draft.total.middleMinor).toBe(1000)
    expect(draft.rangeBasis).toBe('spread')
    // s² = (150² + 50² + 50² + 150²) / 3 = 50,000 / 3; √2·s = 182.57; times t(0.9; 3) 1.63774 = 299.01
    expect(draft.points[3]).toMatchObject({ low80Minor: 101, high80Minor: 699 })
    expect(draft.notes).toContainEqual({ kind: 'rangeFromSpread', errorCount: 0, valueCount: 4 })
    expect(draft.notes).toContainEqual({ kind: 'cutAtZero' })
    expect(draft.backtest).toMatchObject({ origins: 0, missingPeriods: 2, proposed: 'seasonalNaive' })
  })

  it('of a single value has no range rather than a made-up one', () => {
    const { draft } = forecastOf([100], 'naive', 2)
    expect(draft.rangeBasis).toBe('none')
    expect(draft.total).toMatchObject({ middleMinor: 200, low80Minor: null, high95Minor: null })
    expect(draft.notes).toContainEqual({ kind: 'noRange', valueCount: 1 })
  })

  it('is refused when the history is shorter than the method needs', () => {
    expect(
      makeForecast({
        series: seriesOf([1, 2, 3]),
        cut: { kind: 'company' },
        method: 'seasonalNaive',
        horizon: 4,
        calendar
      })
    ).toBeUndefined()
    expect(
      makeForecast({ series: seriesOf([]), cut: { kind: 'company' }, method: 'naive', horizon: 4, calendar })
    ).toBeUndefined()
  })

  it('the total of steps 1 to 4 of a seasonal naive has twice the width of one step: √4', () => {
    const values = [400, 500, 600, 700, 420, 530, 610, 720]
    const { draft } = forecastOf(values, 'seasonalNaive')
    expect(draft.rangeBasis).toBe('errors')
    // Errors 20, 30, 10, 20: σ = √(1800 / 4) = 21.213; 95 % of the sum: 1.959964·σ·2 = 83.15
    expect(draft.errorSizeMinor).toBe(21)
    expect(draft.total).toMatchObject({ middleMinor: 2280, low95Minor: 2197, high95Minor: 2363 })
  })

  it('goes below zero only where sales did', () => {
    const falling = forecastOf([500, 300, 100], 'drift', 3).draft
    expect(falling.points.map((point) => point.middleMinor)).toEqual([0, 0, 0])
    expect(falling.notes).toContainEqual({ kind: 'cutAtZero' })
    const credited = forecastOf([500, -20, 100, 300, 20], 'mean', 1).draft
    expect(credited.points[0]?.low95Minor).toBeLessThan(0)
  })

  it('of nothing but zeros is zero, and the missing spread is said', () => {
    const { draft } = forecastOf([0, 0, 0, 0, 0, 0, 0, 0], 'mean')
    expect(draft.total).toMatchObject({ middleMinor: 0, low80Minor: 0, high80Minor: 0 })
    expect(draft.notes).toContainEqual({ kind: 'noSpread' })
  })

  it.each(methodIds)('%s: parts add up, ranges hold their middle, nothing is negative or fractional', (method) => {
    const minLength = Math.max(4, getMethod(method).needs(4) ?? 4)
    const amounts = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength, maxLength: 20 })
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 12 }), (values, horizon) => {
        const { draft, sumOf } = forecastOf(values, method, horizon)
        expect(draft.total.middleMinor).toBe(draft.points.reduce((total, point) => total + point.middleMinor, 0))
        for (const { low95Minor, low80Minor, middleMinor, high80Minor, high95Minor } of [
          ...draft.points,
          draft.total
        ]) {
          const inOrder = [low95Minor, low80Minor, middleMinor, high80Minor, high95Minor]
          expect(inOrder.every((value) => Number.isInteger(value) && (value ?? -1) >= 0)).toBe(true)
          expect(inOrder).toEqual([...inOrder].sort((one, other) => (one ?? 0) - (other ?? 0)))
        }
        expect(sumOf(1, 1).high80Minor).toBe(draft.points[0]?.high80Minor)
      }),
      { numRuns: 50 }
    )
  })
})

describe('the forecast by default', () => {
  const propose = (amounts: readonly number[], method?: MethodId) =>
    proposeForecast({ series: seriesOf(amounts), cut: { kind: 'company' }, method, horizon: 4, calendar })
  const strong = Array.from(
    { length: 20 },
    (_, t) => 10_000 + 400 * t + [2000, -500, -1000, -500][t % 4]! + ((t * 37) % 90)
  )

  it('is automatic where it beat the baseline, with the baseline beside it and what it found', () => {
    const { backtest, made } = propose(strong)
    expect(backtest.proposed).toBe('automatic')
    const draft = made?.draft
    expect(draft).toMatchObject({ method: 'automatic', rangeBasis: 'predictive', explanation: { kind: 'automatic' } })
    expect(draft?.baseline).toEqual({ method: 'seasonalNaive', middleMinor: strong.slice(-4) })
    const found = forecastAutomatically({ values: strong, seasonLength: 4, horizon: 4 })
    expect(draft?.points.map((point) => point.middleMinor)).toEqual(found.middle.map(Math.round))
    const members = draft?.explanation?.kind === 'automatic' ? draft.explanation.members : []
    expect(members.reduce((sum, { weightRatio }) => sum + weightRatio, 0)).toBeCloseTo(1, 12)
    // Each end of the year's sum lies within the ends added up, and the errors of quarters are not independent.
    const total = draft?.total
    const lows = draft?.points.reduce((sum, point) => sum + (point.low80Minor ?? 0), 0) ?? 0
    expect(total?.low80Minor).toBeGreaterThan(lows)
    expect(total?.low80Minor).toBeLessThan(total?.middleMinor ?? 0)
  })

  it('says so when a chosen method did not beat the baseline', () => {
    const { draft } = propose(strong, 'mean').made ?? {}
    expect(draft?.notes).toContainEqual({ kind: 'notBetter' })
    expect(propose(strong, 'automatic').made?.draft.notes.map(({ kind }) => kind)).not.toContain('notBetter')
  })

  it('names outliers by their periods, and seasons that can’t be told yet', () => {
    const huge = strong.map((value, t) => (t === 9 ? value * 20 : value))
    expect(propose([...huge, 18_000, 19_000], 'automatic').made?.draft.notes).toContainEqual({
      kind: 'outliers',
      periodKeys: ['FY2022-Q2']
    })
    expect(propose([5000, 6000, 5500, 7000, 6500], 'automatic').made?.draft.notes).toContainEqual({
      kind: 'seasonUnknown',
      missingPeriods: 3
    })
  })

  it('of two points, of none sold, of sales now and then, of credit notes', () => {
    const two = propose([500, 900], 'automatic').made?.draft
    expect(two).toMatchObject({ rangeBasis: 'spread', explanation: { reason: 'shortHistory' } })
    expect(two?.points[0]?.high95Minor).toBeGreaterThan(5000)
    const none = propose(
      Array.from({ length: 12 }, () => 0),
      'automatic'
    ).made?.draft
    expect(none).toMatchObject({
      rangeBasis: 'noSpread',
      total: { middleMinor: 0 },
      explanation: { reason: 'nothingSold' }
    })
    const rare = propose(
      Array.from({ length: 20 }, (_, t) => (t % 5 === 4 ? 1200 : 0)),
      'automatic'
    ).made?.draft
    expect(rare).toMatchObject({ rangeBasis: 'pastPeriods', explanation: { method: 'sba', reason: 'intermittent' } })
    const credits = propose(
      Array.from({ length: 20 }, (_, t) => 100 * (((t * 7) % 5) - 2)),
      'automatic'
    ).made?.draft
    expect(credits?.points[0]?.low95Minor).toBeLessThan(0)
  })
})

describe('what it would have said before', () => {
  const values = [400, 500, 600, 700, 420, 530, 610, 720]
  const request = { series: seriesOf(values), cut: { kind: 'company' as const }, horizon: 4, calendar }
  it('by hand: the seasonal naive of the first year against the second', () => {
    const found = lookBack({ ...request, method: 'seasonalNaive' }, 4)
    expect(found).toMatchObject({ knownToKey: 'FY2020-Q4', method: 'seasonalNaive' })
    expect(found?.points.map((point) => [point.middleMinor, point.actualMinor])).toEqual([
      [400, 420],
      [500, 530],
      [600, 610],
      [700, 720]
    ])
    expect(found?.wapeRatio).toBeCloseTo(80 / 2280, 12)
    // The spread rule of four values is wide.
    expect(found?.within80).toBe(4)
  })
  it('does not know what came later, and is null where too little was known', () => {
    const changed = { ...request, series: seriesOf([...values.slice(0, 4), 1, 2, 3, 4]) }
    const [one, other] = [request, changed].map((each) => lookBack({ ...each, method: 'automatic' }, 4))
    expect(one?.points.map((point) => point.middleMinor)).toEqual(other?.points.map((point) => point.middleMinor))
    expect(lookBack({ ...request, method: 'holtWinters' }, 4)).toBeNull()
    expect(lookBack({ ...request, method: 'naive' }, 8)).toBeNull()
  })
})

describe('what a series is made of', () => {
  const ratios = [0.8, 1, 1.4, 0.8]
  const grown = Array.from({ length: 20 }, (_, t) => Math.round(100_000 * 1.1 ** (t / 4) * (ratios[t % 4] ?? 1)))
  it('finds the level, the growth of a year and the season that it was made with', () => {
    const found = splitSeries(seriesOf(grown))
    expect(found?.kind).toBe('ratios')
    expect(found?.yearChangeRatio).toBeCloseTo(0.1, 2)
    // Ratios to their geometric mean.
    const mean = (0.8 * 1 * 1.4 * 0.8) ** 0.25
    found?.season?.forEach(({ ratio, place }) => {
      expect(ratio).toBeCloseTo((ratios[place] ?? 0) / mean, 2)
    })
    expect(found?.season?.map(({ periodKey }) => periodKey)).toEqual([
      'FY2024-Q1',
      'FY2024-Q2',
      'FY2024-Q3',
      'FY2024-Q4'
    ])
    expect(found?.seasonStrengthRatio).toBeGreaterThan(0.99)
    expect(Math.max(...(found?.restMinor ?? []).map(Math.abs))).toBeLessThan(1500)
  })
  it('counts by amounts where something was negative or nothing, and adds up', () => {
    const values = Array.from({ length: 16 }, (_, t) => [-50, 100, 0, 300][t % 4]! + 10 * t)
    const found = splitSeries(seriesOf(values))
    expect(found?.kind).toBe('amounts')
    const last = found?.season?.find(({ place }) => place === 3)
    const sum = (found?.trendMinor[15] ?? 0) + (last?.amountMinor ?? 0) + (found?.restMinor[15] ?? 0)
    expect(Math.abs(sum - (values[15] ?? 0))).toBeLessThanOrEqual(2)
  })
  it('has no season in a short history, and nothing to say of three periods', () => {
    expect(splitSeries(seriesOf([5, 6, 7, 8, 9]))).toMatchObject({
      season: null,
      seasonStrengthRatio: null,
      missingPeriods: 3
    })
    expect(splitSeries(seriesOf([5, 6, 7]))).toBeNull()
  })
})

describe('a fiscal year', () => {
  it('adds closed periods as sold to the others as forecast', () => {
    const made = forecastOf([100, 300, 200, 400, 110, 310], 'seasonalNaive', 6)
    expect(sumYear(made, 2021, calendar)).toMatchObject({
      soldPeriods: 2,
      forecastPeriods: 2,
      soldMinor: 420,
      middleMinor: 1020
    })
    expect(sumYear(made, 2022, calendar)).toMatchObject({ soldPeriods: 0, forecastPeriods: 4, middleMinor: 1020 })
    expect(sumYear(made, 2023, calendar)).toBeNull()
  })

  it('that is over is what was sold, without a range', () => {
    const made = forecastOf([100, 300, 200, 400], 'naive', 1)
    expect(sumYear(made, 2020, calendar)).toMatchObject({ middleMinor: 1000, low95Minor: 1000, high95Minor: 1000 })
  })
})

describe('the back-test', () => {
  it('of 10, 20, 30, 40, 12, 22, 33, 44 by hand', () => {
    // Origins 5, 6, 7; the scale is the mean seasonal change so far: 2, 2, 7/3. Seasonal naive: at 5 |22−20|, |33−30|, |44−40|;
    // at 6 |33−30|, |44−40|; at 7 |44−40|. MASE = (1 + 1.5 + 2 + 1.5 + 2 + 12/7) / 6 = 1.61905; WAPE = 20 / 220.
    const found = compareMethods([10, 20, 30, 40, 12, 22, 33, 44], 4)
    const seasonal = found.methods.find((each) => each.method === 'seasonalNaive')
    expect(found).toMatchObject({ origins: 3, missingPeriods: 0, proposed: 'seasonalNaive' })
    expect(seasonal).toMatchObject({ comparedCount: 6, isBaseline: true, beatsBaseline: null })
    expect(seasonal?.maseRatio).toBeCloseTo((1 + 1.5 + 2 + 1.5 + 2 + 12 / 7) / 6, 12)
    expect(seasonal?.wapeRatio).toBeCloseTo(20 / 220, 12)
    expect(found.methods.find((each) => each.method === 'naive')?.beatsBaseline).toBe(false)
  })

  it('proposes what beats the baseline, and only then', () => {
    const rising = Array.from({ length: 12 }, (_, at) => 1000 + 100 * at)
    // The line goes on: automatic and drift see it, the seasonal naive lags behind.
    const found = compareMethods(rising, 4)
    expect(found.proposed).toBe('automatic')
    expect(found.methods.find((each) => each.method === 'drift')?.maseRatio).toBeCloseTo(0, 10)
    expect(compareMethods([10, 20, 30, 40], 4)).toMatchObject({ missingPeriods: 2, proposed: 'seasonalNaive' })
    expect(compareMethods([10, 20], 4).proposed).toBe('naive')
    expect(compareMethods([], 4).proposed).toBeNull()
  })

  it('never proposes automatic where it erred as much as the baseline or more, nor on fewer than three trials', () => {
    const values = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 24 })
    fc.assert(
      fc.property(values, fc.constantFrom(1, 4), (history, season) => {
        const found = compareMethods(history, season)
        const of = (isOne: (each: (typeof found.methods)[number]) => boolean) => found.methods.find(isOne)?.maseRatio
        const [ours, theirs] = [of((each) => each.method === 'automatic'), of((each) => each.isBaseline)]
        const isAhead = typeof ours === 'number' && typeof theirs === 'number' && ours < theirs && found.origins >= 3
        expect(found.proposed).toBe(
          isAhead ? 'automatic' : season > 1 && history.length >= season ? 'seasonalNaive' : 'naive'
        )
      }),
      { numRuns: 40 }
    )
  })

  it('takes the automatic forecast’s own trials, and tries all methods when asked', () => {
    const history = Array.from({ length: 40 }, (_, t) => 1000 + 10 * t + [300, 0, -100, -200][t % 4]! + ((t * 37) % 23))
    const quick = compareMethods(history, 4, { horizon: 4 })
    expect(quick.isComplete).toBe(false)
    const { trials } = forecastAutomatically({ values: history, seasonLength: 4, horizon: 4 })
    expect(quick.methods[0]).toMatchObject({ method: 'automatic', maseRatio: trials?.combination.maseRatio })
    const baseline = quick.methods.find((each) => each.isBaseline)
    expect(baseline?.maseRatio).toBeCloseTo(trials?.baseline.maseRatio ?? Number.NaN, 12)
    const heard: string[] = []
    const full = compareMethods(history, 4, { horizon: 4, methods: methodIds, onMethod: (id) => heard.push(id) })
    expect(full.isComplete).toBe(true)
    expect(heard).toEqual([...methodIds])
    expect(full.methods.every((each) => each.comparedCount === trials?.comparedCount)).toBe(true)
    expect(full.proposed).toBe(quick.proposed)
  })

  it('tries the regression with the drivers of each time', () => {
    const days = Array.from({ length: 16 }, (_, t) => 18 + ((t * 5) % 7))
    const history = days.map((day) => 100 * day)
    const drivers = [{ id: 'days', past: days, future: [] }]
    const found = compareMethods(history, 1, { horizon: 2, methods: ['regression', 'naive'], drivers })
    expect(found.methods.find((each) => each.method === 'regression')?.maseRatio).toBeCloseTo(0, 6)
  })

  it('gives no figure where there is nothing to compare with', () => {
    const constant = compareMethods([5, 5, 5, 5, 5, 5, 5, 5], 4).methods.find((each) => each.isBaseline)
    expect(constant).toMatchObject({ maseRatio: null, wapeRatio: 0 })
  })
})

const maven = new URL('../../../shared/data/crm/maven-crm/sales_pipeline.csv', import.meta.url)
describe.skipIf(!existsSync(maven))('Maven CRM data (skipped where the folder ../shared is absent)', () => {
  it('the four quarters repeat to the unit and the short first quarter is said', () => {
    const won = readFileSync(maven, 'utf8')
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(','))
      .filter((cells) => cells[4] === 'Won')
    const dates = won.map((cells) => cells[6] as IsoDate).sort()
    const first = dates[0] ?? isoDate(2017, 1, 1)
    const dataAsOf = dates.at(-1) ?? first
    const sums = new Map<string, { periodKey: string; deals: number; amountMinor: number }>()
    for (const cells of won) {
      const periodKey = periodOf(cells[6] as IsoDate, 'quarter', calendar).key
      const sum = sums.get(periodKey) ?? { periodKey, deals: 0, amountMinor: 0 }
      sums.set(periodKey, { periodKey, deals: sum.deals + 1, amountMinor: sum.amountMinor + Number(cells[7]) * 100 })
    }
    const periods = seriesPeriods(first, dataAsOf, 'quarter', calendar)
    const series = buildSeries({
      periods,
      sums: [...sums.values()],
      firstSaleOn: first,
      dataAsOf,
      grain: 'quarter',
      currency
    })
    const made = makeForecast({ series, cut: { kind: 'company' }, method: 'seasonalNaive', horizon: 4, calendar })
    expect(made?.draft.points.map((point) => [point.periodKey, point.middleMinor / 100])).toEqual([
      ['FY2018-Q1', 1134672],
      ['FY2018-Q2', 3086111],
      ['FY2018-Q3', 2982255],
      ['FY2018-Q4', 2802496]
    ])
    // The quarters add up to 10,005,534: that is all won deals.
    expect(made?.draft.total.middleMinor).toBe(1_000_553_400)
    expect(made && sumYear(made, 2018, calendar)?.middleMinor).toBe(1_000_553_400)
    expect(made?.draft.notes.map((note) => note.kind)).toEqual(['lateStart', 'rangeFromSpread', 'cutAtZero'])
  })
})
