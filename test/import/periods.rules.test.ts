// Names of periods as people write them, and their days in a fiscal calendar.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasYear, periodOfText, readPeriodHeader, readPeriodName, spanOfPeriod } from '#shared/import/periods.ts'
import { type FiscalCalendar, periodsOfYear } from '#shared/units/period.ts'

const calendar: FiscalCalendar = { startMonth: 1, pattern: 'months', weekStart: 1 }
const fromApril: FiscalCalendar = { startMonth: 4, pattern: 'months', weekStart: 1 }

describe('readPeriodName', () => {
  test.each([
    ['2026-Q1', 'FY2026-Q1'],
    ['Q1 2026', 'FY2026-Q1'],
    ['Q4-2026', 'FY2026-Q4'],
    ['T1 2026', 'FY2026-Q1'],
    ['1T26', 'FY2026-Q1'],
    ['2T 2026', 'FY2026-Q2'],
    ['1er trimestre 2026', 'FY2026-Q1'],
    ['Trimestre 3 de 2026', 'FY2026-Q3'],
    ['FY2027 Q2', 'FY2027-Q2'],
    ["Q2 '27", 'FY2027-Q2'],
    ['S1 2026', 'FY2026-H1'],
    ['H2 2026', 'FY2026-H2'],
    ['2026', 'FY2026'],
    [2026, 'FY2026'],
    ['FY27', 'FY2027'],
    ['FY2026', 'FY2026'],
    ['enero 2026', '2026-01'],
    ['Enero de 2026', '2026-01'],
    ['ene-26', '2026-01'],
    ['Sept. 2026', '2026-09'],
    ['Mar-26', '2026-03'],
    ['2026 March', '2026-03'],
    ['2026-01', '2026-01'],
    ['01/2026', '2026-01'],
    ['2026-01-01', '2026-01'],
    ['2026-01-01T00:00:00', '2026-01'],
    ['FY2026-M03', 'FY2026-M03'],
    ['P3 2026', 'FY2026-M03'],
    ['Q1', 'Q1'],
    ['T4', 'Q4'],
    ['Ene', '--01'],
    ['December', '--12'],
    ['--12', '--12'],
    ['Q5 2026', undefined],
    ['2026-13', undefined],
    ['2026-01-15', undefined],
    ['1850', undefined],
    ['total', undefined],
    ['Acme', undefined],
    ['', undefined],
    [null, undefined],
    [12.5, undefined]
  ] as const)('%j', (text, key) => {
    expect(readPeriodName(text)).toBe(key)
  })

  test('reads its own keys', () => {
    for (const grain of ['year', 'half', 'quarter', 'month'] as const)
      for (const period of periodsOfYear(2027, grain, calendar)) expect(readPeriodName(period.key)).toBe(period.key)
  })

  test.each([
    ['Cuota T1', 'Q1'],
    ['Quota Q1 2027 (€)', 'FY2027-Q1'],
    ['Ene', '--01'],
    ['Objetivo · Feb', '--02'],
    ['Cuota', undefined],
    ['Vendedor', undefined]
  ])('header %j', (header, key) => {
    expect(readPeriodHeader(header)).toBe(key)
  })

  test('tells whether a key has a year', () => {
    expect(['FY2027', 'FY2027-Q1', '2026-01', 'Q1', '--01'].map(hasYear)).toEqual([true, true, true, false, false])
  })
})

describe('spans', () => {
  test.each([
    ['2026-Q1', calendar, undefined, '2026-01-01', '2026-03-31'],
    ['FY2027 Q1', fromApril, undefined, '2026-04-01', '2026-06-30'],
    ['enero 2026', fromApril, undefined, '2026-01-01', '2026-01-31'],
    ['febrero 2028', calendar, undefined, '2028-02-01', '2028-02-29'],
    ['2026', fromApril, undefined, '2025-04-01', '2026-03-31'],
    ['Q1', calendar, 2027, '2027-01-01', '2027-03-31'],
    ['Ene', fromApril, 2027, '2027-01-01', '2027-01-31'],
    ['May', fromApril, 2027, '2026-05-01', '2026-05-31']
  ] as const)('%s', (text, cal, year, startsOn, endsOn) => {
    expect(periodOfText(text, cal, year)).toEqual({ startsOn, endsOn })
  })

  test('need a year', () => {
    expect(periodOfText('Q1', calendar)).toBeUndefined()
    expect(spanOfPeriod('--01', calendar)).toBeUndefined()
    expect(periodOfText('nothing', calendar, 2027)).toBeUndefined()
  })

  test('of the twelve months of a fiscal year follow one another and fill it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 2000, max: 2050 }), (startMonth, year) => {
        const cal = { startMonth, pattern: 'months', weekStart: 1 } as FiscalCalendar
        const spans = Array.from({ length: 12 }, (_, at) => {
          const month = String(((startMonth - 1 + at) % 12) + 1).padStart(2, '0')
          return spanOfPeriod(`--${month}`, cal, year)
        })
        expect(spans).toEqual(periodsOfYear(year, 'month', cal).map(({ startsOn, endsOn }) => ({ startsOn, endsOn })))
      })
    )
  })
})
