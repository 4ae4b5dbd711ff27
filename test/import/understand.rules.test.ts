// Whole tables understood without help: the shared CRM files read by column plan alone and added up, tables without headers, sheets by
// period, and what is hidden.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { chooseDelimiter, readDelimited } from '#shared/import/delimited.ts'
import { detectEncoding } from '#shared/import/encoding.ts'
import { recordReader } from '#shared/import/record.ts'
import type { ReadTable } from '#shared/import/types.ts'
import { understandSheet } from '#shared/import/understand.ts'
import { sharedFolder } from './shared-files.ts'
import { mappingOf, sheetOf, tableOf } from './tables.ts'

const hasFiles = existsSync(join(sharedFolder, 'README.md'))
if (!hasFiles) console.warn(`test/import/understand: shared files skipped, there is no ${sharedFolder}`)

function tableOfFile(path: string): ReadTable {
  const bytes = new Uint8Array(readFileSync(join(sharedFolder, path)))
  const encoding = detectEncoding(bytes)
  const text = new TextDecoder(encoding).decode(bytes)
  const delimiter = chooseDelimiter(text)
  const sheet = { ...sheetOf([]), rows: readDelimited(text, delimiter), encoding, delimiter, quote: '"' }
  const fileName = path.split('/').at(-1) ?? ''
  return understandSheet(sheet, { key: '0', fileIndex: 0, fileName }, undefined, new Map(), [])
}

const dealFiles: readonly [string, RegExp][] = [
  ['maven-crm/sales_pipeline.csv', /^Won$/],
  ['maven-crm-variants/sales_pipeline_us_dates.csv', /^Won$/],
  ['maven-crm-variants/sales_pipeline_dd-mm-yy.csv', /^Won$/],
  ['derived/salesforce_es_informe.csv', /^Cerrada ganada$/],
  ['derived/hubspot_es_negocios.csv', /^Cierre ganado$/]
]

describe.skipIf(!hasFiles)('the shared files of deals', () => {
  const facts = hasFiles
    ? (JSON.parse(readFileSync(join(sharedFolder, 'facts.json'), 'utf8')) as {
        won_by_rep: Record<string, { deals: number; amount: number }>
      })
    : { won_by_rep: {} }

  test.each(dealFiles)('%s adds up by seller and by quarter, without a question', (path, won) => {
    const table = tableOfFile(path)
    expect(table.entity).toBe('opportunities')
    expect(table.questions).toEqual([])
    const bySeller = new Map<string, { deals: number; amount: number }>()
    const byQuarter = new Map<string, number>()
    const read = recordReader(table)
    for (const row of table.rows) {
      const { values, refusal, warnings } = read(row)
      expect(refusal).toBeUndefined()
      expect(warnings).toEqual([])
      if (!won.test(String(values.stage))) continue
      const seller = bySeller.get(String(values.seller)) ?? { deals: 0, amount: 0 }
      bySeller.set(String(values.seller), { deals: seller.deals + 1, amount: seller.amount + Number(values.amount) })
      const quarter = `${String(values.closeOn).slice(0, 4)}-Q${Math.ceil(Number(String(values.closeOn).slice(5, 7)) / 3)}`
      byQuarter.set(quarter, (byQuarter.get(quarter) ?? 0) + Number(values.amount))
    }
    const won2 = Object.entries(facts.won_by_rep).filter(([, each]) => each.deals > 0)
    expect(Object.fromEntries(bySeller)).toEqual(
      Object.fromEntries(won2.map(([name, { deals, amount }]) => [name, { deals, amount }]))
    )
    expect(Object.fromEntries([...byQuarter].sort())).toEqual({
      '2017-Q1': 1_134_672,
      '2017-Q2': 3_086_111,
      '2017-Q3': 2_982_255,
      '2017-Q4': 2_802_496
    })
  })

  test('sellers, accounts and products are told', () => {
    expect(tableOfFile('derived/equipos_utf16le.txt')).toMatchObject({ entity: 'sellers', rowCount: 35 })
    expect(tableOfFile('maven-crm/accounts.csv')).toMatchObject({ entity: 'accounts', rowCount: 85 })
    expect(tableOfFile('maven-crm/products.csv')).toMatchObject({ entity: 'products', rowCount: 7 })
    expect(mappingOf(tableOfFile('maven-crm/accounts.csv'))).toEqual({
      account: 'name',
      sector: 'industry',
      year_established: 'foundedYear',
      revenue: 'revenue',
      employees: 'employees',
      office_location: 'country',
      subsidiary_of: 'parent'
    })
    expect(tableOfFile('maven-crm/data_dictionary.csv').entity).toBeNull()
  })
})

describe.skipIf(!hasFiles)('tables of the HubSpot interface', () => {
  test.each([
    ['formats/hubspot_api/deal_data.csv', 'opportunities'],
    ['formats/hubspot_api/deal_stage_data.csv', 'stageChanges'],
    ['formats/hubspot_api/owner_data.csv', 'sellers'],
    ['formats/hubspot_api/deal_pipeline_data.csv', null],
    ['formats/hubspot_api/deal_pipeline_stage_data.csv', null],
    ['formats/hubspot_api/owner_team_data.csv', null]
  ])('%s', (path, entity) => {
    expect(tableOfFile(path).entity).toBe(entity)
  })
})

describe('a table whose headers say nothing', () => {
  const rows = Array.from({ length: 40 }, (_, at) => [
    `OPP-${1000 + at}`,
    ['Ana Ruiz', 'Luis Gil', 'Eva Sanz'][at % 3],
    ['Closed Won', 'Closed Lost', 'Negotiation'][at % 3],
    (1000.5 + at * 7).toFixed(2),
    `2026-01-${String((at % 28) + 1).padStart(2, '0')}`,
    `2026-03-${String((at % 28) + 1).padStart(2, '0')}`
  ])

  test('is told by its cells, and said to be a guess', () => {
    const headers = rows[0]?.map((_, at) => `Column${at + 1}`).join(',')
    const table = tableOf(`${headers}\n${rows.map((row) => row.join(',')).join('\n')}`)
    expect(mappingOf(table)).toEqual({
      Column1: 'externalId',
      Column2: 'seller',
      Column3: 'stage',
      Column4: 'amount',
      Column5: 'createdOn',
      Column6: 'closeOn'
    })
    expect(table.columns.every((column) => column.confidence <= 0.6)).toBe(true)
    expect(table.entityConfidence).toBeLessThanOrEqual(0.5)
  })

  test('is not told where the cells say nothing either', () => {
    expect(tableOf('Column1,Column2\nx,y\nz,w').entity).toBeNull()
  })
})

describe('two columns for one field', () => {
  test.each([
    ['Created By,Deal owner', 'Deal owner', 'seller'],
    ['Modified Time,Created Time', 'Created Time', 'createdOn'],
    ['Last Activity Date,Close Date', 'Close Date', 'closeOn'],
    ['Importe (convertido),Importe', 'Importe', 'amount'],
    ['Deal Owner.id,Deal Owner', 'Deal Owner', 'seller'],
    ['Fecha de modificación,Fecha de creación', 'Fecha de creación', 'createdOn']
  ])('%s', (headers, header, field) => {
    const table = tableOf(`Deal name,Stage,Value in files,${headers}\n`, 'x.csv', { entity: 'opportunities' })
    expect(Object.entries(mappingOf(table)).filter(([, each]) => each === field)).toEqual([[header, field]])
  })

  test('the one with cells goes before the empty one', () => {
    const table = tableOf('Deal name,Stage,Deal Stage,Amount,Close date\nA,Won,,5,2026-01-31\nB,Lost,,5,2026-01-31')
    expect(mappingOf(table).Stage).toBe('stage')
  })

  test('a column of numbers is no account', () => {
    const table = tableOf('Deal name,Stage,Amount,Close date,Account\nA,Won,5,2026-01-31,17\nB,Won,5,2026-01-31,18')
    expect(mappingOf(table).Account).toBeUndefined()
  })
})

describe('formats', () => {
  const deals = (header: string, cells: readonly string[]): ReadTable =>
    tableOf(`Deal name;Stage;Close date;${header}\n${cells.map((cell) => `A;Won;2026-01-31;${cell}`).join('\n')}`)
  const formatOf = (header: string, cells: readonly string[]) => deals(header, cells).columns[3]?.format

  test('a chance above 1 is written in percent', () => {
    expect(formatOf('Probability', ['75', '10'])).toMatchObject({
      isPercent: true,
      evidence: { reason: 'percentValues' }
    })
    expect(formatOf('Probability', ['0.75', '1'])).toMatchObject({ evidence: { reason: 'ratioValues' } })
    expect(formatOf('Probability', ['0.75', '1'])?.isPercent).toBeUndefined()
    expect(formatOf('Probability', ['75%', '10%'])).toMatchObject({ evidence: { reason: 'percentSign' } })
    expect(formatOf('Probability (%)', ['0', '1'])?.isPercent).toBeUndefined()
  })

  test('groups of three are believed when every number of four digits has them', () => {
    const cells = ['1.200', '15.000', '2.340', '980', '7.000', '12.500']
    expect(formatOf('Amount', cells)).toMatchObject({
      decimalSign: ',',
      evidence: { reason: 'groupsOfThree', cells: 5 }
    })
    expect(deals('Amount', [...cells, '1500']).questions).toHaveLength(1)
    expect(deals('Amount', ['1.200', '980']).questions).toHaveLength(1)
  })

  test('an unclear amount is written as the clear one beside it', () => {
    const table = tableOf('Deal name;Stage;Close date;Amount;Actual revenue\nA;Won;2026-01-31;1.200;1.200,50')
    expect(table.questions).toEqual([])
    expect(table.columns[3]?.format).toEqual({
      decimalSign: ',',
      evidence: { reason: 'decimalAsColumn', example: 'Actual revenue', cells: 1 }
    })
  })

  test('the unit of the header counts', () => {
    expect(formatOf('Amount (k€)', ['5', '6'])).toMatchObject({ scale: 1000, currency: 'EUR' })
    expect(formatOf('Amount (USD)', ['5', '6'])).toMatchObject({ currency: 'USD' })
    expect(formatOf('importe_eur', ['5', '6'])).toMatchObject({ currency: 'EUR' })
  })
})

describe('a sheet', () => {
  test('with hidden columns says which', () => {
    const sheet = sheetOf(
      [
        ['Deal name', 'Stage', 'Amount', 'Close date'],
        ['A', 'Won', 5, '2026-01-31']
      ],
      { hiddenColumns: [2] }
    )
    const table = understandSheet(sheet, { key: '0', fileIndex: 0, fileName: 'x.xlsx' }, undefined, new Map(), [])
    expect(table.columns.map((column) => column.isHidden)).toEqual([false, false, true, false])
    expect(mappingOf(table).Amount).toBe('amount')
  })

  test('without rows has no entity', () => {
    const table = understandSheet(sheetOf([]), { key: '0', fileIndex: 0, fileName: 'x.csv' }, undefined, new Map(), [])
    expect(table).toMatchObject({ entity: null, columns: [], rows: [], questions: [] })
  })
})
