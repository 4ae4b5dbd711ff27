// Phasing and the sheet: seasons learnt, years spread, months worked, sums by period, target from a forecast.
import { describe, expect, it } from 'vitest'
import type { SellerId } from '#shared/people/types.ts'
import { flatPhase, learnPhase, spreadTyped, spreadYear } from '#shared/quotas/phase.ts'
import { activeRatio, growthOver, layOutSheet, sumPeriods, targetFromForecast } from '#shared/quotas/rules.ts'
import { isoDate } from '#shared/units/date.ts'
import { currencyCode, splitMinor, toMinor } from '#shared/units/money.ts'
import { type FiscalCalendar, periodsOfYear } from '#shared/units/period.ts'
import { monthsOf, sellerWith } from './sellers.ts'

const calendar: FiscalCalendar = { startMonth: 1, pattern: 'months', weekStart: 1 }
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

describe('spreadYear', () => {
  it('T8: 1.2M at 20/25/25/30 % is 240, 300, 300 and 360 thousand', () => {
    expect(spreadYear(120_000_000, [0.2, 0.25, 0.25, 0.3], [1, 1, 1, 1])).toEqual([
      24_000_000, 30_000_000, 30_000_000, 36_000_000
    ])
  })

  it('keeps to the months worked, and shares alike where the season has nothing for them', () => {
    expect(spreadYear(100, [0.5, 0.5, 0, 0], [0, 1, 1, 1])).toEqual([0, 100, 0, 0])
    expect(spreadYear(100, [1, 0, 0, 0], [0, 0, 1, 1])).toEqual([0, 0, 50, 50])
  })

  it('is exact without decimals and with three', () => {
    const shares = [0.21, 0.27, 0.23, 0.29]
    const yen = spreadYear(toMinor(1_000_003, currencyCode('JPY')), shares, [1, 1, 1, 1])
    const dinar = spreadYear(toMinor(1000.003, currencyCode('KWD')), shares, [1, 1, 1, 1])
    expect(sum(yen)).toBe(1_000_003)
    expect(sum(dinar)).toBe(1_000_003)
    expect(dinar).toEqual(splitMinor(1_000_003, shares))
  })
})

describe('learnPhase', () => {
  const whole = { isWhole: true }
  it('takes the mean of the shares of whole years', () => {
    const learnt = learnPhase([
      { fiscalYear: 2026, ...whole, monthsMinor: monthsOf({ 1: 30, 7: 70 }) },
      { fiscalYear: 2025, ...whole, monthsMinor: monthsOf({ 1: 5, 7: 5 }) },
      { fiscalYear: 2024, isWhole: false, monthsMinor: monthsOf({ 7: 500 }) }
    ])
    expect(learnt.years).toEqual([2025, 2026])
    expect(learnt.shares[0]).toBeCloseTo(0.4, 12)
    expect(learnt.shares[6]).toBeCloseTo(0.6, 12)
    expect(learnt.warnings).toEqual(['emptyMonth'])
  })

  it('warns of one year, of a part of a year, and of none', () => {
    const months = monthsOf({ 3: 25, 6: 25, 9: 25, 12: 25 })
    expect(learnPhase([{ fiscalYear: 2026, ...whole, monthsMinor: Array(12).fill(5) }]).warnings).toEqual(['oneYear'])
    expect(learnPhase([{ fiscalYear: 2026, isWhole: false, monthsMinor: months }]).warnings).toEqual([
      'partialYear',
      'emptyMonth'
    ])
    expect(learnPhase([])).toEqual({ ...flatPhase, warnings: ['noHistory'] })
  })

  it('takes a month of credit notes for nothing', () => {
    const learnt = learnPhase([{ fiscalYear: 2026, ...whole, monthsMinor: monthsOf({ 1: -50, 2: 50, 3: 50 }) }])
    expect(learnt.shares.slice(0, 3)).toEqual([0, 0.5, 0.5])
  })
})

describe('spreadTyped', () => {
  it('keeps the proportions of the months as they stand', () => {
    expect(spreadTyped(900, [100, 200, 0], [1, 1, 1])).toEqual([300, 600, 0])
  })
  it('takes the season where nothing stands, and shares alike without one', () => {
    expect(spreadTyped(900, [0, 0, 0], [1, 2, 0])).toEqual([300, 600, 0])
    expect(spreadTyped(900, [0, 0, 0], [0, 0, 0])).toEqual([300, 300, 300])
  })
})

describe('activeRatio', () => {
  const february = { startsOn: isoDate(2028, 2, 1), endsOn: isoDate(2028, 2, 29) }
  it('counts the days, both ends included', () => {
    expect(activeRatio(february, { hiredOn: isoDate(2028, 2, 29), leftOn: null })).toBe(1 / 29)
    expect(activeRatio(february, { hiredOn: null, leftOn: isoDate(2028, 2, 1) })).toBe(1 / 29)
    expect(activeRatio(february, { hiredOn: null, leftOn: null })).toBe(1)
    expect(activeRatio(february, { hiredOn: isoDate(2028, 3, 1), leftOn: null })).toBe(0)
  })
  it('gives a seller hired on 29 February a quota from that day', () => {
    const months = periodsOfYear(2028, 'month', calendar)
    const active = months.map((month) => activeRatio(month, { hiredOn: isoDate(2028, 2, 29), leftOn: null }))
    expect(sum(active)).toBeCloseTo(10 + 1 / 29, 12)
    expect(spreadYear(1_000_000, flatPhase.shares, active).slice(0, 3)).toEqual([0, 3437, 99_657])
  })
})

describe('the sheet', () => {
  it('adds months up to quarters; a period without any quota stays empty', () => {
    expect(sumPeriods(new Map([['FY2027-M01', 10]]), [['FY2027-M01', 'FY2027-M02'], ['FY2027-M03']])).toEqual([
      10,
      null
    ])
  })

  it('shows share and growth, and a dash where there is nothing to compare with', () => {
    const seller = (id: number, lastYearMinor: number | null) => ({
      sellerId: sellerWith(id).sellerId,
      name: `S${id}`,
      teamId: null,
      hiredOn: null,
      leftOn: null,
      activeMonths: 12,
      lastYearMinor
    })
    const { rows, totalsMinor } = layOutSheet(
      [seller(1, 200), seller(2, null), seller(3, -5)],
      [
        { sellerId: 1 as SellerId, periodKey: 'a', amountMinor: 300 },
        { sellerId: 2 as SellerId, periodKey: 'b', amountMinor: 100 }
      ],
      [['a'], ['b']]
    )
    expect(totalsMinor).toEqual([300, 100])
    expect(rows.map((row) => [row.yearMinor, row.shareRatio, row.growthRatio])).toEqual([
      [300, 0.75, 0.5],
      [100, 0.25, null],
      [null, null, null]
    ])
    expect(growthOver(1100, 1000)).toBeCloseTo(0.1, 12)
  })
})

describe('targetFromForecast', () => {
  const year = periodsOfYear(2027, 'year', calendar)[0]!
  const points = periodsOfYear(2027, 'quarter', calendar).map((quarter) => ({
    ...quarter,
    periodKey: quarter.key,
    middleMinor: 100
  }))

  it('adds the middles of the year', () => {
    expect(targetFromForecast({ points }, year, () => 0)).toMatchObject({
      targetMinor: 400,
      bookedMinor: 0,
      coversYear: true
    })
  })
  it('takes what is booked for the quarters before the forecast', () => {
    const late = targetFromForecast({ points: points.slice(1) }, year, (day) => (day === '2027-04-01' ? 70 : 0))
    expect(late).toMatchObject({ targetMinor: 370, bookedMinor: 70, middleMinor: 300, coversYear: true })
  })
  it('says when the forecast ends before the year does, and when it is about another year', () => {
    expect(targetFromForecast({ points: points.slice(0, 3) }, year, () => 0)?.coversYear).toBe(false)
    expect(targetFromForecast({ points: [] }, year, () => 0)).toBeNull()
  })
})
