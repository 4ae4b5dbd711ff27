// What comes out as a file reads back as it went in, and harms nobody who opens it.
import { readXlsx } from 'hucre/xlsx'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fileNameOf, toCsv } from '#shared/export/rules.ts'
import type { ExportTable } from '#shared/export/types.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'

const table: ExportTable = {
  name: 'Deals: Q2/2027',
  columns: [
    { header: 'Deal', kind: 'text' },
    { header: 'Amount', kind: 'number' },
    { header: 'Close', kind: 'date' },
    { header: 'Share', kind: 'ratio' }
  ],
  rows: [
    ['Ñandú, "S.A."\nSur', -1234.5, '2027-05-31', 0.125],
    ['=1+1', null, null, null]
  ]
}

let workspace: TestWorkspace
beforeAll(async () => {
  workspace = await openTestWorkspace()
})
afterAll(() => workspace.close())

describe('csv', () => {
  test('reads back, with formulas disarmed', async () => {
    expect(toCsv({ name: '', columns: [{ header: 'a', kind: 'number' }], rows: [[1]] })).toBe('a\r\n1\r\n')
    const file = await workspace.call('export.makeTable', { format: 'csv', table })
    expect(file).toMatchObject({ suggestedName: 'Deals Q2 2027.csv', rows: 2 })
    expect([...file.bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const text = new TextDecoder().decode(file.bytes)
    expect(Papa.parse(text, { skipEmptyLines: true }).data).toEqual([
      ['Deal', 'Amount', 'Close', 'Share'],
      ['Ñandú, "S.A."\nSur', '-1234.5', '2027-05-31', '0.125'],
      ["'=1+1", '', '', '']
    ])
  })
})

describe('xlsx', () => {
  test('reads back with true numbers and dates', async () => {
    const file = await workspace.call('export.makeTable', { format: 'xlsx', table })
    const book = await readXlsx(file.bytes)
    expect(book.sheets[0]?.name).toBe('Deals  Q2 2027')
    expect(book.sheets[0]?.rows[0]).toEqual(['Deal', 'Amount', 'Close', 'Share'])
    expect(book.sheets[0]?.rows[1]).toEqual(['Ñandú, "S.A."\nSur', -1234.5, new Date('2027-05-31T00:00:00Z'), 0.125])
    expect(book.sheets[0]?.rows[2]?.[0]).toBe('=1+1')
  })
  test('refuses more rows than a sheet holds', async () => {
    const rows = Array.from({ length: 1_048_576 }, () => [])
    const reply = await workspace.reply('export.makeTable', { format: 'xlsx', table: { ...table, columns: [], rows } })
    expect(reply).toMatchObject({ ok: false, error: { code: 'export.tooManyRows', most: 1_048_575 } })
  })
})

describe('the audit log', () => {
  test('comes out row by row with before and after', async () => {
    const stage = await workspace.call('playbook.createStage', { name: 'Demo', status: 'open' })
    await workspace.call('playbook.updateStage', { stageId: stage.id, name: 'Presentation' })
    const file = await workspace.call('export.makeAudit', { format: 'csv', search: 'Presentation' })
    const rows = Papa.parse<Record<string, string>>(new TextDecoder().decode(file.bytes), {
      header: true,
      skipEmptyLines: true
    }).data
    expect(rows[0]).toMatchObject({ call: 'playbook.updateStage', table: 'stages', operation: 'update' })
    expect(JSON.parse(rows[0]?.before ?? '')).toMatchObject({ name: 'Demo' })
    expect(JSON.parse(rows[0]?.after ?? '')).toMatchObject({ name: 'Presentation' })
  })
})

describe('fileNameOf', () => {
  test.each([
    ['Deals: Q2/2027', 'Deals Q2 2027.csv'],
    ['...', 'export.csv'],
    ['año 1\n2', 'año 1 2.csv']
  ])('%j', (name, expected) => {
    expect(fileNameOf(name, 'csv')).toBe(expected)
  })
})
