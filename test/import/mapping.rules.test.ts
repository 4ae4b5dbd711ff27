// What a table holds and which column is which: by header and cells, in English and Spanish, and what the user says goes first.
import { describe, expect, test } from 'vitest'
import { type ColumnLook, lookAtColumns } from '#shared/import/column-look.ts'
import { isOneLetterAway, nearestCountry } from '#shared/import/countries.ts'
import { entityOf } from '#shared/import/entities/index.ts'
import { matchColumns } from '#shared/import/mapping.ts'
import { findEntity } from '#shared/import/recognise.ts'
import { recordReader } from '#shared/import/record.ts'
import type { RawCell } from '#shared/import/types.ts'
import { readDictionary } from '#shared/import/understand.ts'
import { mappingOf, tableOf } from './tables.ts'

const looksOf = (headers: readonly string[]): ColumnLook[] => lookAtColumns(headers, [])
const lookAt = (header: string, cells: readonly RawCell[]): ColumnLook =>
  lookAtColumns(
    [header],
    cells.map((cell) => ({ cells: [cell] }))
  )[0]!

describe('columns', () => {
  test('are looked at by their cells', () => {
    expect(lookAt('Close Date', ['2017-03-01']).dateRatio).toBe(1)
    expect(lookAt('x', []).numericRatio).toBe(0)
    expect(lookAt('Revenue (M€)', ['1.5']).key).toBe('revenue')
  })
  test('are matched by name', () => {
    expect(matchColumns([lookAt('Etapa', ['Ganada'])], entityOf('opportunities'))[0]?.field).toBe('stage')
  })
  test('whose cells speak against a field do not get it', () => {
    const text = 'Deal name,Stage,Close date,Amount\nA,Won,soon,much\nB,Lost,later,little'
    const table = tableOf(text, 'file.csv', { entity: 'opportunities' })
    expect(mappingOf(table)).toEqual({ 'Deal name': 'name', Stage: 'stage' })
  })
  test('each field goes to one column, the best', () => {
    const table = tableOf('Stage,Deal stage,Amount,Close date,Deal name\nx,Won,5,2017-03-01,A')
    expect(mappingOf(table)['Deal stage']).toBe('stage')
    expect(mappingOf(table).Stage).toBeUndefined()
  })
})

describe('entities', () => {
  test.each([
    [['product', 'series', 'sales_price'], 'products.csv', 'products'],
    [['account', 'sector', 'employees'], 'x.csv', 'accounts'],
    [['Agente', 'Responsable', 'Delegación'], 'x.csv', 'sellers'],
    [
      ['Propietario de oportunidad', 'Etapa', 'Importe', 'Fecha de cierre', 'Nombre de la cuenta'],
      'x.csv',
      'opportunities'
    ],
    [['Activity type', 'Activity date', 'Assigned to', 'Account'], 'x.csv', 'activities'],
    [['a', 'b', 'c'], 'deals.csv', undefined],
    [['Record ID', 'Email', 'Contact owner'], 'x.csv', 'contacts']
  ])('%j', (headers, name, entity) => {
    expect(findEntity(looksOf(headers), name)?.entity).toBe(entity)
  })
})

describe('a table', () => {
  test('is read as the user says', () => {
    const table = tableOf('Deal name,Stage,Amount,Close date,Note\nA,Won,5,2017-03-01,x', 'file.csv', {
      columns: { 4: 'leadSource', 1: 'custom' }
    })
    expect(mappingOf(table)).toEqual({
      'Deal name': 'name',
      Amount: 'amount',
      'Close date': 'closeOn',
      Note: 'leadSource'
    })
    expect(table.columns[4]).toMatchObject({ confidence: 1, isChosen: true })
    expect(tableOf('a,b\n1,2', 'x.csv', { entity: 'products' }).entity).toBe('products')
    expect(tableOf('product,series,sales_price\nA,B,1', 'x.csv', { entity: null }).entity).toBeNull()
  })

  test('asks what only the user can say, and reads by the answer', () => {
    const text = 'Deal name,Stage,Amount,Close date\nA,Won,1.234,03/04/2026\nB,Won,5,05/06/2026'
    const asked = tableOf(text)
    expect(asked.questions.map(({ kind, header, options, whileOpen }) => [kind, header, options, whileOpen])).toEqual([
      ['decimalSign', 'Amount', ['.', ','], null],
      ['dateOrder', 'Close date', ['dmy', 'mdy'], null]
    ])
    const answered = tableOf(text, 'file.csv', { dateOrders: { 3: 'dmy' }, decimalSigns: { 2: ',' } })
    expect(answered.questions).toEqual([])
    expect(recordReader(answered)(answered.rows[0]!).values).toMatchObject({ amount: 1234, closeOn: '2026-04-03' })
  })

  test('takes the order of an unclear date column from a clear one beside it', () => {
    const table = tableOf('Deal name,Stage,Amount,Created,Close date\nA,Won,5,03/04/2026,18/06/2026')
    expect(table.questions).toEqual([])
    expect(table.columns[3]?.format).toEqual({
      dateOrder: 'dmy',
      evidence: { reason: 'asColumn', example: 'Close date', cells: 1 }
    })
  })

  test('keeps revenue of an unknown unit beside the row, and takes it where the unit is said', () => {
    const text = 'account,sector,revenue\nAcme,tech,1100.04\nBeta,tech,251.4'
    const open = tableOf(text)
    expect(open.questions[0]).toMatchObject({ kind: 'scale', whileOpen: 'custom' })
    expect(recordReader(open)(open.rows[0]!)).toMatchObject({ custom: { revenue: '1100.04' } })
    const said = tableOf(text, 'x.csv', { scales: { 2: 1_000_000 } })
    expect(recordReader(said)(said.rows[0]!).values.revenue).toBeCloseTo(1_100_040_000, 2)
    const inHeader = tableOf('account,sector,revenue (M€)\nAcme,tech,1100.04')
    expect(inHeader.columns[2]?.format).toMatchObject({ scale: 1_000_000, evidence: { reason: 'unitInHeader' } })
    expect(tableOf('account,sector,revenue\nAcme,tech,2500000').questions).toEqual([])
  })

  test('refuses a row whose essential cell can not be read, and tells of others', () => {
    const table = tableOf(
      'Deal name,Stage,Amount,Close date,Created\nA,Won,5,2017-03-01,2017-01-01\nB,Won,many,2017-03-01,soon'
    )
    const [good, bad] = table.rows.map(recordReader(table))
    expect(good?.refusal).toBeUndefined()
    expect(bad?.refusal).toEqual({ rule: 'unreadableCell', header: 'Amount', cell: 'many' })
    expect(bad?.warnings).toEqual([{ rule: 'unreadableCell', header: 'Created', cell: 'soon' }])
  })
})

describe('readDictionary', () => {
  test('finds units in words', () => {
    const rows = [
      { cells: ['Table', 'Field', 'Description'] },
      { cells: ['accounts', 'revenue', 'Annual revenue (in millions of USD)'] },
      { cells: ['accounts', 'year_established', 'Year'] }
    ]
    expect(readDictionary(rows).get('revenue')).toBe(1_000_000)
    expect(readDictionary(rows).size).toBe(1)
    expect(readDictionary([{ cells: ['a', 'b'] }]).size).toBe(0)
  })
})

describe('misspelt countries', () => {
  test('are found one letter away', () => {
    expect(nearestCountry('Philipines')).toBe('Philippines')
    expect(nearestCountry('España')).toBeUndefined()
    expect(nearestCountry('Atlantis')).toBeUndefined()
    expect(isOneLetterAway('technolgy', 'technology')).toBe(true)
    expect(isOneLetterAway('ab', 'ba')).toBe(true)
    expect(isOneLetterAway('same', 'same')).toBe(false)
    expect(isOneLetterAway('abcd', 'xbcy')).toBe(false)
  })
})
