// Numbers as people write them: the sign is decided for the column, and what can't be decided is not guessed.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideNumbers } from '#shared/import/number-columns.ts'
import { parseNumber } from '#shared/import/numbers.ts'

describe('decideNumbers', () => {
  test.each([
    { cells: ['1.054,00', '55'], sign: ',', ambiguous: false },
    { cells: ['1,234.56', '7'], sign: '.', ambiguous: false },
    { cells: ['1.234', '5,5'], sign: ',', ambiguous: false },
    { cells: ['1.234', '12.5'], sign: '.', ambiguous: false },
    { cells: ['1.234.567'], sign: ',', ambiguous: false },
    { cells: ['1,234,567'], sign: '.', ambiguous: false },
    { cells: ['0.123'], sign: '.', ambiguous: false },
    { cells: ['1.234'], sign: undefined, ambiguous: true },
    { cells: ['1,234', '999'], sign: undefined, ambiguous: true },
    { cells: ['1234', '5'], sign: undefined, ambiguous: false },
    { cells: [12.5, 3], sign: undefined, ambiguous: false },
    { cells: [], sign: undefined, ambiguous: false }
  ])('$cells', ({ cells, sign, ambiguous }) => {
    expect(decideNumbers(cells)).toMatchObject({ decimalSign: sign, isAmbiguous: ambiguous })
  })

  test('names the cell that decided, and the currency that all cells name', () => {
    const decision = decideNumbers(['1.234 €', '1.054,00 €', null, 'n/a'])
    expect(decision.evidence).toEqual({ reason: 'decimalComma', example: '1.054,00 €', cells: 1 })
    expect(decision.currency).toBe('EUR')
    expect(decision).toMatchObject({ filled: 3, numeric: 2 })
    expect(decideNumbers(['5 €', '$6']).currency).toBe('EUR')
    expect(decideNumbers(['5 €', '£6']).currency).toBeUndefined()
  })

  test('believes groups of three when every number of four digits or more has them', () => {
    const grouped = ['1.200', '15.000', '2.340', '980', '7.000', '12.500']
    expect(decideNumbers(grouped)).toMatchObject({ isAmbiguous: true, groupedBy: ',', largest: 15_000 })
    expect(decideNumbers(grouped.map((cell) => cell.replace('.', ',')))).toMatchObject({ groupedBy: '.' })
    expect(decideNumbers([...grouped, '1500']).groupedBy).toBeUndefined()
    expect(decideNumbers([...grouped, '1,500']).groupedBy).toBeUndefined()
    expect(decideNumbers(grouped.slice(0, 4)).groupedBy).toBeUndefined()
  })

  test('with clear cells on both sides the more numerous win, and the others can not be read', () => {
    const decision = decideNumbers(['1,5', '2,5', '3.5'])
    expect(decision.decimalSign).toBe(',')
    expect(parseNumber('3.5', decision.decimalSign)).toBeUndefined()
  })
})

describe('parseNumber', () => {
  test.each([
    ['1.054,00 €', ',', 1054],
    ['$1,234.56', '.', 1234.56],
    ['(1,234.56)', '.', -1234.56],
    ['-$5', '.', -5],
    ['$-5', '.', -5],
    ['1 234,5-', ',', -1234.5],
    ['1\u202f234,56', ',', 1234.56],
    ["1'234.5", '.', 1234.5],
    ['12 %', '.', 0.12],
    ['%12', '.', 0.12],
    ['5-', '.', -5],
    ['-5', '.', -5],
    ['−1.234,5', ',', -1234.5],
    ["1'234.50", '.', 1234.5],
    ['1,23,456.5', '.', 123456.5],
    ['USD 1,234', '.', 1234],
    ['US$ 1,234.5', '.', 1234.5],
    ['S/ 120', '.', 120],
    ['$ (1,234.56)', '.', -1234.56],
    ['1.5M', '.', 1_500_000],
    ['1,5 M€', ',', 1_500_000],
    ['25k', '.', 25_000],
    ['$25K', '.', 25_000],
    ['3 MM', '.', 3_000_000],
    ['5 m', '.', undefined],
    ['top 10', '.', undefined],
    ['1.234 euros', ',', 1234],
    ['EUR 12', '.', 12],
    ['12 USD', '.', 12],
    ['.5', '.', 0.5],
    ['0', '.', 0],
    ['-0', '.', 0],
    ['12,34', '.', undefined],
    ['1.23.4', '.', undefined],
    ['12 ABC', '.', undefined],
    ['abc', '.', undefined],
    ['2017-03-01', '.', undefined],
    ['', '.', null],
    [true, '.', undefined],
    [null, '.', null]
  ] as const)('%s with %s', (cell, sign, value) => {
    expect(parseNumber(cell, sign)).toBe(value)
  })

  test('reads back any amount that a spreadsheet writes in English or Spanish', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000_00, max: 10_000_000_00 }), (cents) => {
        const value = cents / 100
        for (const [locale, sign] of [
          ['en-US', '.'],
          ['de-DE', ',']
        ] as const) {
          const text = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(value)
          expect(parseNumber(text, sign)).toBeCloseTo(value, 6)
          if (Math.abs(value) >= 1000) expect(decideNumbers([text]).decimalSign).toBe(sign)
        }
      })
    )
  })
})
