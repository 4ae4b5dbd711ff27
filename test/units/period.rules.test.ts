// Periods: fiscal years that start in any month, 4-4-5 years of 52 and 53 weeks, keys, and the laws of a calendar.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, fromDayNumber, isoDate, parseIsoDate, weekdayOf } from '#shared/units/date.ts'
import {
  type FiscalCalendar,
  fiscalYearOf,
  grains,
  nextPeriod,
  type Period,
  periodByKey,
  periodOf,
  periodsOfYear,
  periodsWithin,
  previousPeriod,
  type StartMonth
} from '#shared/units/period.ts'

const calendarYear: FiscalCalendar = { startMonth: 1, pattern: 'months', weekStart: 1 }
const aprilYear: FiscalCalendar = { startMonth: 4, pattern: 'months', weekStart: 1 }
const weeks445: FiscalCalendar = { startMonth: 1, pattern: '445', weekStart: 1 }
const sundays445: FiscalCalendar = { startMonth: 2, pattern: '445', weekStart: 7 }

const anyCalendar = fc.record({
  startMonth: fc.integer({ min: 1, max: 12 }).map((month) => month as StartMonth),
  pattern: fc.constantFrom<FiscalCalendar['pattern']>('months', '445'),
  weekStart: fc.integer({ min: 1, max: 7 }).map((day) => day as FiscalCalendar['weekStart'])
})
const anyDay = fc.integer({ min: -20_000, max: 60_000 }).map(fromDayNumber)
const anyGrain = fc.constantFrom(...grains)
const anyYear = fc.integer({ min: 1950, max: 2100 })

function period(key: string, cal: FiscalCalendar): Period {
  const found = periodByKey(key, cal)
  if (!found) throw new Error(`no period ${key}`)
  return found
}

const span = (key: string, cal: FiscalCalendar) => `${period(key, cal).startsOn} ${period(key, cal).endsOn}`

describe('calendar months', () => {
  it('are named after the year in which the fiscal year ends', () => {
    expect(fiscalYearOf(isoDate(2026, 4, 1), aprilYear)).toBe(2027)
    expect(fiscalYearOf(isoDate(2026, 3, 31), aprilYear)).toBe(2026)
    expect(fiscalYearOf(isoDate(2026, 12, 31), calendarYear)).toBe(2026)
  })
  it.each([
    ['FY2027', aprilYear, '2026-04-01 2027-03-31'],
    ['FY2027-H1', aprilYear, '2026-04-01 2026-09-30'],
    ['FY2027-Q4', aprilYear, '2027-01-01 2027-03-31'],
    ['FY2028-M11', aprilYear, '2028-02-01 2028-02-29'],
    ['FY2027-Q2', calendarYear, '2027-04-01 2027-06-30'],
    ['FY2026-W01', calendarYear, '2026-01-01 2026-01-04'],
    ['FY2026-W53', calendarYear, '2026-12-28 2026-12-31']
  ])('%s', (key, cal, days) => expect(span(key, cal)).toBe(days))

  it('find the period of a day', () => {
    expect(periodOf(isoDate(2026, 11, 12), 'quarter', calendarYear).key).toBe('FY2026-Q4')
    expect(periodOf(isoDate(2028, 2, 29), 'month', aprilYear).key).toBe('FY2028-M11')
  })
})

describe('4-4-5', () => {
  it('starts on the week start nearest to the first of the month', () => {
    // 2027-01-01 is a Friday: Monday 4 January is nearer than 28 December. 2025-01-01 is a Wednesday: 30 December is.
    expect(period('FY2027', weeks445).startsOn).toBe('2027-01-04')
    expect(period('FY2025', weeks445).startsOn).toBe('2024-12-30')
    expect(weekdayOf(period('FY2027', sundays445).startsOn)).toBe(7)
  })
  it('has quarters of 4, 4 and 5 weeks, and puts week 53 into the last month', () => {
    expect(periodsOfYear(2025, 'week', weeks445)).toHaveLength(52)
    expect(periodsOfYear(2026, 'week', weeks445)).toHaveLength(53)
    const monthLengths = (year: number) =>
      periodsOfYear(year, 'month', weeks445).map((month) => (daysBetween(month.startsOn, month.endsOn) + 1) / 7)
    expect(monthLengths(2025)).toEqual([4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5])
    expect(monthLengths(2026)).toEqual([4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 6])
    expect(periodsWithin(period('FY2026-Q4', weeks445), 'week', weeks445)).toHaveLength(14)
  })
  it('gives the days around new year to the year they are counted in', () => {
    expect(fiscalYearOf(isoDate(2024, 12, 30), weeks445)).toBe(2025)
    expect(fiscalYearOf(isoDate(2027, 1, 3), weeks445)).toBe(2026)
    expect(periodOf(isoDate(2027, 1, 3), 'week', weeks445).key).toBe('FY2026-W53')
  })
})

describe('keys', () => {
  it.each([
    'FY27',
    'FY2027-Q5',
    'FY2027-H3',
    'FY2027-M13',
    'FY2027-M00',
    'FY2027-W60',
    'FY2027-Q',
    'fy2027',
    'FY0000',
    ''
  ])('refuses %s', (key) => expect(periodByKey(key, calendarYear)).toBeUndefined())
  it('refuses week 53 of a year of 52 weeks', () => expect(periodByKey('FY2025-W53', weeks445)).toBeUndefined())
  it('law: every period is found by its key', () => {
    fc.assert(
      fc.property(anyDay, anyGrain, anyCalendar, (day, grain, cal) => {
        const found = periodOf(day, grain, cal)
        expect(periodByKey(found.key, cal)).toEqual(found)
      })
    )
  })
})

describe('neighbours and parts', () => {
  it('walk over the end of a year', () => {
    expect(nextPeriod(period('FY2027-Q4', calendarYear), calendarYear).key).toBe('FY2028-Q1')
    expect(previousPeriod(period('FY2027-Q1', calendarYear), calendarYear).key).toBe('FY2026-Q4')
    expect(previousPeriod(period('FY2027-W01', weeks445), weeks445).key).toBe('FY2026-W53')
  })
  it('lists the finer periods of a period', () => {
    expect(periodsOfYear(2027, 'quarter', calendarYear).map((p) => p.key)).toEqual([
      'FY2027-Q1',
      'FY2027-Q2',
      'FY2027-Q3',
      'FY2027-Q4'
    ])
    expect(periodsWithin(period('FY2027-Q2', calendarYear), 'month', calendarYear).map((p) => p.key)).toEqual([
      'FY2027-M04',
      'FY2027-M05',
      'FY2027-M06'
    ])
    expect(periodsWithin(period('FY2027-M02', calendarYear), 'quarter', calendarYear)).toEqual([])
    expect(periodsWithin(period('FY2027-M02', calendarYear), 'month', calendarYear)).toEqual([
      period('FY2027-M02', calendarYear)
    ])
  })
})

describe('laws of every calendar', () => {
  it('the periods of a year fill it without gap or overlap', () => {
    fc.assert(
      fc.property(anyYear, anyGrain, anyCalendar, (year, grain, cal) => {
        const whole = period(`FY${year}`, cal)
        const parts = periodsOfYear(year, grain, cal)
        expect(parts[0]?.startsOn).toBe(whole.startsOn)
        expect(parts.at(-1)?.endsOn).toBe(whole.endsOn)
        parts.forEach((part, at) => {
          expect(part.index).toBe(at + 1)
          expect(part.startsOn <= part.endsOn).toBe(true)
          expect(parseIsoDate(part.endsOn)).toBe(part.endsOn)
          const following = parts[at + 1]
          if (following) expect(following.startsOn).toBe(addDays(part.endsOn, 1))
        })
      })
    )
  })
  it('a year follows the year before by one day', () => {
    fc.assert(
      fc.property(anyYear, anyCalendar, (year, cal) => {
        expect(period(`FY${year + 1}`, cal).startsOn).toBe(addDays(period(`FY${year}`, cal).endsOn, 1))
      })
    )
  })
  it('a day lies in the period found for it, and the next one starts after it ends', () => {
    fc.assert(
      fc.property(anyDay, anyGrain, anyCalendar, (day, grain, cal) => {
        const found = periodOf(day, grain, cal)
        expect(found.startsOn <= day && day <= found.endsOn).toBe(true)
        expect(found.fiscalYear).toBe(fiscalYearOf(day, cal))
        expect(nextPeriod(found, cal).startsOn).toBe(addDays(found.endsOn, 1))
        expect(previousPeriod(nextPeriod(found, cal), cal)).toEqual(found)
      })
    )
  })
  it('the parts of a period fill it, weeks of calendar months apart', () => {
    fc.assert(
      fc.property(anyDay, anyGrain, anyGrain, anyCalendar, (day, grain, finer, cal) => {
        fc.pre(grains.indexOf(finer) >= grains.indexOf(grain))
        fc.pre(cal.pattern === '445' || finer !== 'week' || grain === 'year' || grain === 'week')
        const whole = periodOf(day, grain, cal)
        const parts = periodsWithin(whole, finer, cal)
        expect(parts[0]?.startsOn).toBe(whole.startsOn)
        expect(parts.at(-1)?.endsOn).toBe(whole.endsOn)
      })
    )
  })
  it('a 4-4-5 year has 52 or 53 whole weeks that start on the chosen day, within 3 days of the first', () => {
    fc.assert(
      fc.property(anyYear, anyCalendar, (year, cal) => {
        fc.pre(cal.pattern === '445')
        const whole = period(`FY${year}`, cal)
        expect([364, 371]).toContain(daysBetween(whole.startsOn, whole.endsOn) + 1)
        expect(weekdayOf(whole.startsOn)).toBe(cal.weekStart)
        const nominal = isoDate(cal.startMonth === 1 ? year : year - 1, cal.startMonth, 1)
        expect(Math.abs(daysBetween(nominal, whole.startsOn))).toBeLessThanOrEqual(3)
      })
    )
  })
})
