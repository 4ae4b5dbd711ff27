// Rows of a table as values: every kind of cell, what is made of several columns, and what can't be read.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellReader, textOf } from '#shared/import/cell-readers.ts'
import { recordReader } from '#shared/import/record.ts'
import type { ColumnFormat, ColumnPlan, RawCell, TableChoice } from '#shared/import/types.ts'
import { tableOf } from './tables.ts'

const column = (
  kind: NonNullable<ColumnPlan['kind']>,
  format: Partial<ColumnFormat> = {},
  field = 'x'
): ColumnPlan => ({
  index: 0,
  header: 'x',
  field,
  kind,
  confidence: 1,
  isChosen: false,
  filled: 1,
  examples: [],
  format: { evidence: null, ...format },
  isHidden: false
})
const recordsOf = (text: string, choice: Omit<TableChoice, 'key'> = {}) => {
  const table = tableOf(text, 'file.csv', choice)
  return table.rows.map(recordReader(table))
}
const valuesOf = (text: string, choice: Omit<TableChoice, 'key'> = {}) =>
  recordsOf(text, choice).map((each) => each.values)

describe('a cell', () => {
  test.each([
    ['date', { dateOrder: 'dmy' }, '3/1/2017', '2017-01-03'],
    ['date', {}, '2017-03-01T12:00:00Z', '2017-03-01'],
    ['date', {}, '-', null],
    ['date', { dateOrder: 'dmy' }, '31/04/2017', undefined],
    ['date', { dateOrder: 'dmy' }, '29/02/2023', undefined],
    ['date', { dateOrder: 'dmy' }, '29/02/2024', '2024-02-29'],
    ['money', { decimalSign: ',' }, '1.054,00 €', 1054],
    ['money', { decimalSign: '.' }, '(1,234.56)', -1234.56],
    ['money', { decimalSign: '.', scale: 1_000_000 }, '1100.04', 1_100_040_000],
    ['money', { decimalSign: '.' }, '1.5M', 1_500_000],
    ['money', {}, '25k', 25_000],
    ['money', {}, 'n/a', null],
    ['money', {}, 'many', undefined],
    ['money', {}, true, undefined],
    ['number', { decimalSign: ',' }, '1,085', 1.085],
    ['integer', {}, '12', 12],
    ['integer', {}, 12.4, 12],
    ['year', {}, '1996', 1996],
    ['year', {}, '96', undefined],
    ['ratio', { isPercent: true }, '75', 0.75],
    ['ratio', { isPercent: true }, '33.3', 0.333],
    ['ratio', { isPercent: true }, '75 %', 0.75],
    ['ratio', {}, '0.75', 0.75],
    ['ratio', {}, 1, 1],
    ['ratio', { isPercent: true }, '120', undefined],
    ['ratio', {}, '-0.1', undefined],
    ['period', {}, 'T1 2026', 'FY2026-Q1'],
    ['period', {}, 2027, 'FY2027'],
    ['period', {}, 'someday', undefined],
    ['currency', {}, 'eur', 'EUR'],
    ['currency', {}, '€', 'EUR'],
    ['currency', {}, 'USD - US Dollar', 'USD'],
    ['currency', {}, 'Euro (EUR)', 'EUR'],
    ['currency', {}, 'galleons', undefined],
    ['flag', {}, 'Sí', true],
    ['flag', {}, 'VERDADERO', true],
    ['flag', {}, '0', false],
    ['flag', {}, false, false],
    ['flag', {}, 'perhaps', null],
    ['name', {}, '  Ana   Ruiz ', 'Ana Ruiz'],
    ['name', {}, 'Ana\u00a0Ruiz', 'Ana Ruiz'],
    ['name', {}, '(en blanco)', null],
    ['name', {}, 'Sin asignar', null],
    ['name', {}, 'Na Li', 'Na Li'],
    ['text', {}, 'NA', 'NA'],
    ['id', {}, 123, '123']
  ] as const)('of kind %s %j: %j is %j', (kind, format, cell, value) => {
    expect(cellReader(column(kind, format))(cell)).toBe(value)
  })

  test('of the type of a deal says whether it is new business', () => {
    const read = cellReader(column('flag', {}, 'isNewBusiness'))
    expect(
      ['New Business', 'Existing Business - Upgrade', 'Cliente nuevo', 'Renovación', 'Other'].map((cell) => read(cell))
    ).toEqual([true, false, true, false, null])
  })

  test('is read the same however often it comes', () => {
    const read = cellReader(column('money', { decimalSign: ',' }))
    const cells: RawCell[] = ['1.054,00', '1.054,00', '7', '7', 'x', 'x', '-', '-']
    expect(cells.map((cell) => read(cell ?? ''))).toEqual([1054, 1054, 7, 7, undefined, undefined, null, null])
  })

  test('of text has single spaces and nothing at its ends', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', ' ', '\t', 'ñ', '\n', '\u00a0', '.')), (letters) => {
        const text = letters.join('')
        expect(textOf(text)).toBe(
          text
            .split(/\s+/)
            .filter((word) => word !== '')
            .join(' ')
        )
      })
    )
  })
})

describe('a row', () => {
  test('has null for empty cells and lacks fields without a column', () => {
    expect(valuesOf('Deal name,Stage,Amount,Close date\nA,Won,,2017-03-01')).toEqual([
      { name: 'A', stage: 'Won', amount: null, closeOn: '2017-03-01' }
    ])
  })

  test('closes on the day it was won or lost, else on the day expected', () => {
    const text =
      'Deal - Title,Deal - Stage,Deal - Value,Deal - Expected close date,Deal - Won time,Deal - Lost time\n' +
      'A,Won,5,2026-01-31,2026-02-03 10:00:00,\nB,Lost,5,2026-01-31,,2026-02-05 10:00:00\nC,Open,5,2026-01-31,,\n' +
      'D,Lost,5,2026-01-31,2026-02-03 10:00:00,2026-02-09 10:00:00'
    expect(valuesOf(text).map((values) => values.closeOn)).toEqual([
      '2026-02-03',
      '2026-02-05',
      '2026-01-31',
      '2026-02-09'
    ])
  })

  test('has the actual amount where there is one, else the estimated one', () => {
    const text =
      'Topic,Status Reason,Est. Revenue,Actual Revenue,Est. Close Date\nA,Won,100,90,2026-01-31\nB,In Progress,100,0,2026-01-31\nC,In Progress,100,,2026-01-31'
    expect(valuesOf(text).map((values) => values.amount)).toEqual([90, 100, 100])
  })

  test('takes the currency from the cell, the header or the column beside it', () => {
    const deal = (header: string, cells: string[]): string =>
      `Deal name;Stage;${header};Close date\n${cells.map((cell) => `A;Won;${cell};2026-01-31`).join('\n')}`
    const currencies = (text: string) => valuesOf(text).map((values) => values.currency)
    expect(currencies(deal('Amount', ['5 €', '£6', '7']))).toEqual(['EUR', 'GBP', undefined])
    expect(currencies(deal('Amount (USD)', ['5', '6']))).toEqual(['USD', 'USD'])
    expect(currencies(deal('Amount', ['5 €', '6']))).toEqual(['EUR', 'EUR'])
    expect(currencies(deal('Amount;Currency', ['5;MXN']))).toEqual(['MXN'])
  })

  test('makes a name of its two parts', () => {
    const text = (header: string, row: string): string => `${header},Email,Manager\n${row},a@b.com,Eva Gil`
    expect(valuesOf(text('First Name,Last Name', 'Ana,Ruiz'))[0]?.name).toBe('Ana Ruiz')
    expect(valuesOf(text('Nombre,Apellidos', 'Ana,Ruiz Gil'))[0]?.name).toBe('Ana Ruiz Gil')
    expect(valuesOf(text('Nombre completo,Apellidos', 'Ana Ruiz,Ruiz'))[0]?.name).toBe('Ana Ruiz')
    expect(valuesOf(text('First Name,Last Name', ',Ruiz'))[0]?.name).toBe('Ruiz')
  })

  test('of rates knows the pair', () => {
    expect(valuesOf('Date,Pair,Rate\n2026-01-31,EUR/USD,1.0853')[0]).toMatchObject({
      from: 'EUR',
      to: 'USD',
      rate: 1.0853
    })
  })

  test('of quotas by month has a value for each period', () => {
    const table = tableOf('Vendedor,Cuota Ene 2027,Cuota Feb 2027,Cuota Total\nAna,1000.5,2000.5,3001', 'x.csv')
    expect(table.entity).toBe('quotas')
    expect(recordReader(table)(table.rows[0]!).values).toEqual({
      seller: 'Ana',
      'period:2027-01': 1000.5,
      'period:2027-02': 2000.5
    })
  })

  test('keeps what has no field beside it', () => {
    expect(recordsOf('Deal name,Stage,Amount,Close date,Colour,\nA,Won,5,2017-03-01,red,7')[0]?.custom).toEqual({
      Colour: 'red',
      '#6': '7'
    })
  })
})
