// Pasted totals, drivers and days off: both ways of writing dates and numbers, and bad lines said by their number.
import { describe, expect, it } from 'vitest'
import { readPastedDays, readPastedValues } from '#renderer/forecasts/outlook/series-paste.ts'
import type { FiscalCalendar } from '#shared/units/period.ts'

const calendar: FiscalCalendar = { startMonth: 4, pattern: 'months', weekStart: 1 }
const read = (text: string, grain: 'week' | 'month' | 'quarter' = 'month', decimalSign: '.' | ',' = ',') =>
  readPastedValues(text, { calendar, grain, decimalSign })
const plain = (text: string, grain?: 'week' | 'month' | 'quarter', decimalSign?: '.' | ',') => {
  const { values, problems } = read(text, grain, decimalSign)
  expect(problems).toEqual([])
  return values.map((each) => [each.startsOn, each.endsOn, each.value, each.name])
}

describe('pasted values', () => {
  it('read a spreadsheet with a header, in Spanish and in English', () => {
    expect(plain('Mes\tVentas\tEquipo\nenero 2026\t1.054,50 €\tNorte\nfebrero 2026\t-20\tNorte\n')).toEqual([
      ['2026-01-01', '2026-01-31', 1054.5, 'Norte'],
      ['2026-02-01', '2026-02-28', -20, 'Norte']
    ])
    expect(plain('2026-01;1,054.50\n2026-02;(20)')).toEqual([
      ['2026-01-01', '2026-01-31', 1054.5, ''],
      ['2026-02-01', '2026-02-28', -20, '']
    ])
    expect(plain('Q1 FY2027\t5\nFY2027-Q2\t6', 'quarter')).toEqual([
      ['2026-04-01', '2026-06-30', 5, ''],
      ['2026-07-01', '2026-09-30', 6, '']
    ])
  })

  it('take the number behind the last space of a typed line', () => {
    expect(plain('enero 2026 1.200\nmarzo 2026   1.300,5')).toEqual([
      ['2026-01-01', '2026-01-31', 1200, ''],
      ['2026-03-01', '2026-03-31', 1300.5, '']
    ])
  })

  it('read a sign that nothing tells apart in the way of the language', () => {
    expect(plain('2026-01\t1.200', 'month', ',')[0]?.[2]).toBe(1200)
    expect(plain('2026-01\t1.200', 'month', '.')[0]?.[2]).toBe(1.2)
  })

  it('take a day as the period that holds it', () => {
    expect(plain('31/01/2026\t7\n28/02/2026\t8')).toEqual([
      ['2026-01-01', '2026-01-31', 7, ''],
      ['2026-02-01', '2026-02-28', 8, '']
    ])
    expect(plain('2024-02-29\t7', 'quarter')).toEqual([['2024-01-01', '2024-03-31', 7, '']])
    expect(plain('2024-02-29\t7', 'week')).toEqual([['2024-02-26', '2024-03-03', 7, '']])
    // Month first, as the 13th shows.
    expect(plain('01/13/2026\t7\n02/03/2026\t8')[1]?.slice(0, 1)).toEqual(['2026-02-01'])
  })

  it('say what is wrong with a line, by its number in the block', () => {
    const { values, problems } = read(
      'Period\tAmount\n2026-01\t10\n\nnonsense\t5\n2026-03\tmany\n2026-04\n2026-01\t11\n31/02/2026\t9'
    )
    expect(values.map((each) => each.line)).toEqual([2])
    expect(problems).toEqual([
      { line: 4, text: 'nonsense', problem: 'period' },
      { line: 5, text: 'many', problem: 'amount' },
      { line: 6, text: '2026-04', problem: 'columns' },
      { line: 7, text: '2026-01', problem: 'twice' },
      { line: 8, text: '31/02/2026', problem: 'period' }
    ])
    expect(read('')).toEqual({ values: [], problems: [] })
  })
})

describe('pasted days off', () => {
  it('are in order, none twice, with lines that are no date named', () => {
    expect(readPastedDays('25/12/2026\n2026-01-06\n25 dic 2026\nNavidad')).toEqual({
      days: ['2026-01-06', '2026-12-25'],
      problems: [{ line: 4, text: 'Navidad', problem: 'day' }]
    })
  })
})
