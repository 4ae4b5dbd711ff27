// Dates as people write them: the order is decided for the column with its evidence, or asked.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideDates, parseDate } from '#shared/import/dates.ts'
import { fromDayNumber } from '#shared/units/date.ts'

/** n days from a first one, as dd-mm-yy. */
const shortDates = (n: number): string[] =>
  Array.from({ length: n }, (_, at) => {
    const [year, month, day] = fromDayNumber(17_000 + at * 3).split('-')
    return `${day}-${month}-${year?.slice(2)}`
  })

describe('decideDates', () => {
  test.each([
    { cells: ['10/20/2016', '3/1/2017'], order: 'mdy', ambiguous: false },
    { cells: ['20/10/2016', '1/3/2017'], order: 'dmy', ambiguous: false },
    { cells: ['03/04/2026', '05/06/2026'], order: undefined, ambiguous: true },
    { cells: ['20-10-16'], order: undefined, ambiguous: true },
    { cells: ['2016-10-20', null], order: undefined, ambiguous: false },
    { cells: ['20 Oct 2016'], order: undefined, ambiguous: false },
    { cells: ['99-12-31'], order: 'ymd', ambiguous: false },
    { cells: [], order: undefined, ambiguous: false }
  ])('$cells', ({ cells, order, ambiguous }) => {
    expect(decideDates(cells)).toMatchObject({ dateOrder: order, isAmbiguous: ambiguous })
  })

  test('names the cell that decided', () => {
    expect(decideDates(['1/3/2017', '18/03/2017']).evidence).toEqual({
      reason: 'onlyOrder',
      example: '18/03/2017',
      cells: 1
    })
  })

  test('tells dd-mm-yy from yy-mm-dd by how days and years vary', () => {
    expect(decideDates(shortDates(200))).toMatchObject({ dateOrder: 'dmy', evidence: { reason: 'daysVary' } })
    expect(decideDates(shortDates(5))).toMatchObject({ dateOrder: undefined, isAmbiguous: true })
  })

  test('says where a column has months without days', () => {
    expect(decideDates(['ene-26', 'feb-26']).evidence).toEqual({ reason: 'monthsOnly', example: 'ene-26', cells: 2 })
  })

  test('knows the first and last day of cells that carry their order', () => {
    expect(decideDates(['2016-10-20', '2014-01-02', '5 mar 2026'])).toMatchObject({
      earliest: '2014-01-02',
      latest: '2026-03-05'
    })
  })

  test('counts what can be a date at all', () => {
    expect(decideDates(['2016-10-20', 'soon', null, '1/2/2017'])).toMatchObject({ filled: 3, dates: 2 })
  })
})

describe('parseDate', () => {
  test.each([
    ['20-10-16', 'dmy', '2016-10-20'],
    ['3/1/2017', 'mdy', '2017-03-01'],
    ['3/1/2017', 'dmy', '2017-01-03'],
    ['31/02/2017', 'dmy', undefined],
    ['13/13/2017', 'mdy', undefined],
    ['3/1/2017', undefined, undefined],
    ['2017-03-01', undefined, '2017-03-01'],
    ['2017-03-01 12:00', undefined, '2017-03-01'],
    ['2017-03-01T12:00:00Z', undefined, '2017-03-01'],
    ['2017/3/1', undefined, '2017-03-01'],
    ['1/3/2017 9:30 PM', 'dmy', '2017-03-01'],
    ['1 de marzo de 2017', undefined, '2017-03-01'],
    ['1 mar. 2017', undefined, '2017-03-01'],
    ['20-oct-16', undefined, '2016-10-20'],
    ['Oct 20, 2016', undefined, '2016-10-20'],
    ['20 Octubember 2016', undefined, undefined],
    ['Mar-26', undefined, '2026-03-01'],
    ['enero 2026', undefined, '2026-01-01'],
    ['marzo 5, 2026', undefined, '2026-03-05'],
    ['5 mar 2026', undefined, '2026-03-05'],
    ['5-sept.-2026', undefined, '2026-09-05'],
    ['miércoles, 5 de marzo de 2026', undefined, '2026-03-05'],
    ['Thu, 5 Mar 2026 10:00:00 GMT', undefined, '2026-03-05'],
    ['2026-03-05T23:30:00.000+02:00', undefined, '2026-03-05'],
    ['5/3/2026 10:15 p. m.', 'dmy', '2026-03-05'],
    ['5.3.26', 'dmy', '2026-03-05'],
    ['31/04/2026', 'dmy', undefined],
    ['29/02/2026', 'dmy', undefined],
    ['29/02/2028', 'dmy', '2028-02-29'],
    ['2026-02-30', undefined, undefined],
    ['2026-02-30 10:00', undefined, undefined],
    [42795, undefined, '2017-03-01'],
    [12, undefined, undefined],
    ['', undefined, null],
    [null, undefined, null],
    ['soon', 'dmy', undefined]
  ] as const)('%s as %s', (cell, order, date) => {
    expect(parseDate(cell, order)).toBe(date)
  })

  test('reads back any day written in any order', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: 60_000 }), (n) => {
        const date = fromDayNumber(n)
        const [year, month, day] = date.split('-').map(Number)
        expect(parseDate(`${day}/${month}/${year}`, 'dmy')).toBe(date)
        expect(parseDate(`${month}/${day}/${year}`, 'mdy')).toBe(date)
        expect(parseDate(date, undefined)).toBe(date)
      })
    )
  })
})
