// Scores of past forecasts against R and figures worked out by hand, snapshots of a history, and the band of the same point in earlier years.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compareSnapshot } from '#shared/forecasts/accuracy/compare.ts'
import { findSamePointBand, forecastYear } from '#shared/forecasts/accuracy/same-point.ts'
import { scoreCalls, scoreForecasts, scoreHorizons, scoreMethods } from '#shared/forecasts/accuracy/scores.ts'
import { findScale, makeSnapshot } from '#shared/forecasts/accuracy/snapshot.ts'
import type { ComparedForecast, ForecastSnapshot, SnapshotPoint } from '#shared/forecasts/accuracy-types.ts'
import { currencyCode } from '#shared/units/currency.ts'
import { addDays, isoDate } from '#shared/units/date.ts'
import type { FiscalCalendar } from '#shared/units/period.ts'
import { periodsOfYear } from '#shared/units/period.ts'

interface Reference {
  series: {
    name: string
    seasonLength: number
    train: number[]
    actual: number[]
    middle: number[]
    low80: number[]
    high80: number[]
    low95: number[]
    high95: number[]
    meanError: number
    meanAbsoluteError: number
    mase: number
  }[]
  wilson: { held: number; n: number; low: number; high: number }[]
}
const reference = JSON.parse(
  readFileSync(new URL('../reference/forecast/accuracy.json', import.meta.url), 'utf8')
) as Reference

const compared = (more: Partial<ComparedForecast> = {}): ComparedForecast => ({
  dataAsOf: isoDate(2025, 12, 31),
  origin: 'made',
  cutKey: 'company',
  method: 'automatic',
  periodKey: 'FY2026-Q1',
  steps: 1,
  forecastMinor: 100,
  actualMinor: 100,
  scaleMinor: null,
  low80Minor: null,
  high80Minor: null,
  low95Minor: null,
  high95Minor: null,
  ...more
})

describe('scores', () => {
  it.each(reference.series)('agree with R: $name', (each) => {
    const scaleMinor = findScale(each.train, each.seasonLength)
    const score = scoreForecasts(
      each.actual.map((actualMinor, at) =>
        compared({
          periodKey: `period ${at}`,
          steps: at + 1,
          forecastMinor: each.middle[at] ?? 0,
          actualMinor,
          scaleMinor,
          low80Minor: each.low80[at] ?? 0,
          high80Minor: each.high80[at] ?? 0,
          low95Minor: each.low95[at] ?? 0,
          high95Minor: each.high95[at] ?? 0
        })
      )
    )
    const sales = each.actual.reduce((sum, value) => sum + Math.abs(value), 0)
    const count = each.actual.length
    // R's errors are actual less forecast.
    expect(score.meanErrorMinor).toBeCloseTo(-each.meanError, 8)
    expect(score.biasRatio).toBeCloseTo((-each.meanError * count) / sales, 10)
    expect(score.wapeRatio).toBeCloseTo((each.meanAbsoluteError * count) / sales, 10)
    expect(score.maseRatio).toBeCloseTo(each.mase, 8)
    expect(score).toMatchObject({ n: count, periods: count, maseCount: count })
    expect(score.tooLow).toBe(each.actual.filter((value, at) => value > (each.middle[at] ?? 0)).length)
    expect(score.tooHigh).toBe(each.actual.filter((value, at) => value < (each.middle[at] ?? 0)).length)
    const inside = (low: number[], high: number[]) =>
      each.actual.filter((value, at) => value >= (low[at] ?? 0) && value <= (high[at] ?? 0)).length
    expect(score.coverage80).toMatchObject({ held: inside(each.low80, each.high80), n: count })
    expect(score.coverage95).toMatchObject({ held: inside(each.low95, each.high95), n: count })
  })

  it.each(reference.wilson)('give the interval of R for $held of $n', ({ held, n, low, high }) => {
    const { coverage80 } = scoreForecasts(
      Array.from({ length: n }, (_, at) =>
        compared({ periodKey: `period ${at}`, low80Minor: at < held ? 90 : 101, high80Minor: 110 })
      )
    )
    expect(coverage80).toMatchObject({ held, n })
    expect(coverage80.lowRatio).toBeCloseTo(low, 9)
    expect(coverage80.highRatio).toBeCloseTo(high, 9)
  })

  it('count forecasts of one period as one try of a range, however many there are', () => {
    const ranged = { low80Minor: 90, high80Minor: 110 }
    const one = scoreForecasts([compared(ranged)])
    const five = scoreForecasts([1, 2, 3, 4, 5].map((steps) => compared({ ...ranged, steps })))
    expect(five.coverage80).toMatchObject({ held: 5, n: 5 })
    expect(five.coverage80.lowRatio).toBeCloseTo(one.coverage80.lowRatio ?? 0, 12)
    expect(five).toMatchObject({ n: 5, periods: 1 })
  })

  it('have nothing to say without sales, scale or ranges', () => {
    expect(scoreForecasts([])).toEqual({
      n: 0,
      periods: 0,
      tooHigh: 0,
      tooLow: 0,
      salesMinor: 0,
      errorMinor: 0,
      absoluteErrorMinor: 0,
      meanErrorMinor: null,
      biasRatio: null,
      wapeRatio: null,
      maseRatio: null,
      maseCount: 0,
      coverage80: { held: 0, n: 0, lowRatio: null, highRatio: null },
      coverage95: { held: 0, n: 0, lowRatio: null, highRatio: null }
    })
    expect(scoreForecasts([compared({ actualMinor: 0 })])).toMatchObject({
      n: 1,
      meanErrorMinor: 100,
      biasRatio: null,
      wapeRatio: null,
      maseRatio: null
    })
  })

  it('hold a method against the baseline of the same days and periods alone', () => {
    const rows = [
      compared({ forecastMinor: 110 }),
      compared({ method: 'baseline', forecastMinor: 140 }),
      // The automatic method said nothing on this day: the baseline's miss here is not counted beside it.
      compared({ method: 'baseline', dataAsOf: isoDate(2025, 9, 30), steps: 2, forecastMinor: 300 })
    ]
    const [automatic, baseline] = scoreMethods(rows)
    expect(automatic).toMatchObject({
      method: 'automatic',
      score: { n: 1, wapeRatio: 0.1 },
      baseline: { n: 1, wapeRatio: 0.4 }
    })
    expect(baseline).toMatchObject({ method: 'baseline', score: { n: 2, wapeRatio: 1.2 } })
    expect(scoreHorizons(rows).map(({ steps, methods }) => [steps, methods.map(({ method }) => method)])).toEqual([
      [1, ['automatic', 'baseline']],
      [2, ['baseline']]
    ])
    expect(scoreMethods([])).toEqual([])
    expect(scoreHorizons([])).toEqual([])
  })

  it('take a credit note as what it is: a miss over the size of the sale', () => {
    expect(scoreForecasts([compared({ forecastMinor: 50, actualMinor: -100 })])).toMatchObject({
      meanErrorMinor: 150,
      biasRatio: 1.5,
      wapeRatio: 1.5
    })
  })
})

describe('calls', () => {
  it('are scored by person and category', () => {
    const scored = scoreCalls([
      { name: 'Ana', category: 'commit', calledMinor: 110, actualMinor: 100 },
      { name: 'Ana', category: 'commit', calledMinor: 90, actualMinor: 100 },
      { name: 'Ana', category: 'bestCase', calledMinor: 150, actualMinor: 100 },
      { name: 'Bo', category: 'commit', calledMinor: 200, actualMinor: 100 }
    ])
    expect(scored).toEqual([
      { name: 'Ana', category: 'commit', n: 2, meanErrorMinor: 0, biasRatio: 0, wapeRatio: 0.1, reached: 1 },
      { name: 'Ana', category: 'bestCase', n: 1, meanErrorMinor: 50, biasRatio: 0.5, wapeRatio: 0.5, reached: 0 },
      { name: 'Bo', category: 'commit', n: 1, meanErrorMinor: 100, biasRatio: 1, wapeRatio: 1, reached: 0 }
    ])
    expect(scoreCalls([{ name: 'Ana', category: 'commit', calledMinor: 110, actualMinor: 100 }])[0]?.biasRatio).toBe(
      0.1
    )
  })
})

describe('a snapshot', () => {
  it('holds the automatic forecast and the baseline with their ranges, in whole minor units', () => {
    const values = [100, 200, 300, 400, 110, 220, 330, 440, 120, 240]
    const { scaleMinor, forecasts } = makeSnapshot({ values, seasonLength: 4, horizon: 5 })
    // 10, 20, 30, 40, 10 and 20: the changes from one year to the next.
    expect(scaleMinor).toBeCloseTo(130 / 6, 12)
    expect(forecasts.map(({ method, steps }) => [method, steps.length])).toEqual([
      ['automatic', 5],
      ['baseline', 5]
    ])
    const baseline = forecasts[1]
    expect(baseline?.chosen).toBe('seasonalNaive')
    expect(baseline?.steps.map(([middle]) => middle)).toEqual([330, 440, 120, 240, 330])
    for (const { steps } of forecasts)
      for (const [middle, low80, high80, low95, high95] of steps) {
        const ends = [low95, low80, middle, high80, high95].map((end) => end ?? Number.NaN)
        expect(ends).toEqual(ends.toSorted((one, other) => one - other))
        expect(ends.every((end) => Number.isInteger(end) && end >= 0)).toBe(true)
      }
    // The published half width: z × the root mean square of the six changes, a season or less ahead.
    const spread = Math.sqrt((10 ** 2 + 20 ** 2 + 30 ** 2 + 40 ** 2 + 10 ** 2 + 20 ** 2) / 6)
    expect(baseline?.steps[0]?.[1]).toBe(Math.round(330 - 1.2815515655446004 * spread))
    expect(makeSnapshot({ values: [100, 200], seasonLength: 4, horizon: 1 }).forecasts[1]?.steps[0]?.[0]).toBe(200)
    expect(makeSnapshot({ values: [100], seasonLength: 4, horizon: 1 }).forecasts[1]?.steps).toEqual([
      [100, null, null, null, null]
    ])
    expect(findScale([1, 2, 4], 1)).toBe(1.5)
    expect(findScale([5, 5, 5], 1)).toBeNull()
    expect(findScale([5, 6], 4)).toBeNull()
  })
})

const calendar: FiscalCalendar = { startMonth: 1, pattern: 'months', weekStart: 1 }
const currency = currencyCode('EUR')
const monthsFrom = (year: number) => periodsOfYear(year, 'month', calendar)

/** At the end of October: two months of the year and all of the next, each the same. */
const octoberOf = (year: number, each: number, more: Partial<ForecastSnapshot> = {}): ForecastSnapshot => ({
  dataAsOf: isoDate(year, 10, 31),
  origin: 'replayed',
  cut: { kind: 'company' },
  cutKey: 'company',
  grain: 'month',
  method: 'automatic',
  chosen: 'combination',
  scaleMinor: null,
  yearSoldMinor: 1_000,
  points: [...monthsFrom(year).slice(10), ...monthsFrom(year + 1)].map(
    ({ key, startsOn, endsOn }): SnapshotPoint => ({
      periodKey: key,
      startsOn,
      endsOn,
      middleMinor: each,
      low80Minor: null,
      high80Minor: null,
      low95Minor: null,
      high95Minor: null
    })
  ),
  ...more
})

describe('the same point in earlier years', () => {
  it('adds up the running year, and one that has not begun', () => {
    const today = octoberOf(2026, 100)
    expect(forecastYear(today, 2026, calendar)).toEqual({ monthsLeft: 2, soldMinor: 1_000, forecastMinor: 1_200 })
    expect(forecastYear(today, 2027, calendar)).toEqual({ monthsLeft: 14, soldMinor: 0, forecastMinor: 1_200 })
    expect(forecastYear(today, 2028, calendar)).toBeUndefined()
    expect(forecastYear(today, 2025, calendar)).toBeUndefined()
  })

  // 110 a month came in 2024 and 2025, of which October to December count where the year is asked for.
  const soldIn = (key: string) => (key < 'FY2026-M11' ? 110 : undefined)

  it('draws the worst miss around the forecast of today', () => {
    const { band, missing } = findSamePointBand({
      fiscalYear: 2026,
      calendar,
      today: octoberOf(2026, 100),
      earlier: [octoberOf(2025, 100), octoberOf(2024, 200, { yearSoldMinor: 1_250 })],
      soldIn,
      currency
    })
    expect(missing).toBeNull()
    // 2025: 1,200 said, 1,320 came: a tenth of what was said. 2024: 1,650 said, a fifth too high.
    expect(band?.years.map((year) => [year.fiscalYear, year.forecastMinor, year.actualMinor, year.errorRatio])).toEqual(
      [
        [2025, 1_200, 1_320, -0.1],
        [2024, 1_650, 1_320, 0.2]
      ]
    )
    expect(band).toMatchObject({
      monthsLeft: 2,
      forecastMinor: 1_200,
      worstRatio: 0.2,
      lowMinor: 1_000,
      highMinor: 1_440
    })
  })

  it('never reaches below what is sold', () => {
    const { band } = findSamePointBand({
      fiscalYear: 2026,
      calendar,
      today: octoberOf(2026, 100),
      earlier: [octoberOf(2025, 700)],
      soldIn,
      currency
    })
    // 2,400 said, 1,320 came: 45 %, which would be 660 this year, and 1,000 is sold.
    expect(band).toMatchObject({ worstRatio: 0.45, lowMinor: 1_000, highMinor: 1_740 })
  })

  it('of a coming year looks at the year before it from as far away, and prefers what was said at the time', () => {
    const { band } = findSamePointBand({
      fiscalYear: 2027,
      calendar,
      today: octoberOf(2026, 100),
      earlier: [
        octoberOf(2024, 100, { dataAsOf: addDays(isoDate(2024, 10, 31), 9), origin: 'made' }),
        octoberOf(2024, 500),
        octoberOf(2025, 900)
      ],
      soldIn: (key) => (key < 'FY2026-M01' ? 120 : undefined),
      currency
    })
    // The year 2026, said in October 2025, is not over; 2025, said in 2024, is.
    expect(band?.years).toEqual([
      {
        fiscalYear: 2025,
        dataAsOf: '2024-11-09',
        origin: 'made',
        forecastMinor: 1_200,
        actualMinor: 1_440,
        errorRatio: -0.2
      }
    ])
  })

  it('says why there is none', () => {
    const ask = { fiscalYear: 2027, calendar, soldIn, currency }
    expect(findSamePointBand({ ...ask, today: undefined, earlier: [] })).toEqual({ band: null, missing: 'noForecast' })
    expect(findSamePointBand({ ...ask, today: octoberOf(2026, 100), earlier: [octoberOf(2025, 100)] })).toEqual({
      band: null,
      missing: 'noEarlierYear'
    })
  })
})

describe('comparing', () => {
  it('leaves out what is not over, and counts steps from the first period that was not', () => {
    const snapshot = octoberOf(2026, 100)
    expect(compareSnapshot(snapshot, () => undefined)).toEqual([])
    const found = compareSnapshot(snapshot, (key) => (key === 'FY2026-M12' ? 80 : undefined))
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ periodKey: 'FY2026-M12', steps: 2, forecastMinor: 100, actualMinor: 80 })
  })
})
