// The public Maven files, imported as a user would: every total that their README states must come out, and nothing may double.
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findDataAsOf, listWonByPeriod, listWonDeals, sumBookings } from '#engine/crm/store.ts'
import { currencyCode } from '#shared/units/currency.ts'
import { periodsOfYear } from '#shared/units/period.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { hasSharedFiles, importFiles, mavenFiles, previewFiles, readFacts, sharedFolder } from './shared-files.ts'

const usd = currencyCode('USD')
const now = '2018-01-15T09:00:00.000Z'

if (!hasSharedFiles) console.warn(`test/import/maven: skipped, there is no ${sharedFolder}`)

describe.skipIf(!hasSharedFiles)('the Maven files', () => {
  let workspace: TestWorkspace

  beforeAll(async () => {
    workspace = await openTestWorkspace({ currency: usd }, now)
    await importFiles(workspace, mavenFiles)
  })
  afterAll(() => workspace.close())

  test('give every deal, and the won ones with their sum', () => {
    expect(workspace.db.get('SELECT count(*) AS n FROM opportunities')).toEqual({ n: 8800 })
    expect(sumBookings(workspace.db, { currency: usd })).toEqual({ deals: 4238, amountMinor: 1_000_553_400 })
  })

  test('give the stages in order with their deals', async () => {
    const stages = await workspace.call('playbook.listStages', {})
    expect(stages.map(({ name, status, deals }) => [name, status, deals])).toEqual([
      ['Prospecting', 'open', 500],
      ['Engaging', 'open', 1589],
      ['Won', 'won', 4238],
      ['Lost', 'lost', 2473]
    ])
  })

  test('give every seller what they won, to the dollar', () => {
    const won = workspace.db.all<{ name: string; deals: number; amount: number }>(
      `SELECT s.name, count(*) AS deals, sum(o.amount_minor) / 100 AS amount FROM opportunities o
        JOIN stages g ON g.id = o.stage_id AND g.status = 'won' JOIN sellers s ON s.id = o.seller_id
        GROUP BY s.id ORDER BY amount DESC`
    )
    const expected = Object.entries(readFacts().won_by_rep).map(([name, facts]) => ({ name, ...facts }))
    expect(won.filter((row) => row.deals > 0)).toEqual(expected.filter((row) => row.deals > 0))
    expect(won.slice(0, 5)).toEqual([
      { name: 'Darcel Schlecht', deals: 349, amount: 1_153_214 },
      { name: 'Vicki Laflamme', deals: 221, amount: 478_396 },
      { name: 'Kary Hendrixson', deals: 209, amount: 454_298 },
      { name: 'Cassey Cress', deals: 163, amount: 450_489 },
      { name: 'Donn Cantrell', deals: 158, amount: 445_860 }
    ])
  })

  test('give the quarters', () => {
    const quarters = periodsOfYear(2017, 'quarter', { startMonth: 1, pattern: 'months', weekStart: 1 })
    expect(listWonByPeriod(workspace.db, quarters, usd).map((row) => [row.deals, row.amountMinor / 100])).toEqual([
      [531, 1_134_672],
      [1254, 3_086_111],
      [1257, 2_982_255],
      [1196, 2_802_496]
    ])
  })

  test('make offices with a team for each of their managers, and count what each won', () => {
    const byTeam = `SELECT t.name, count(*) AS deals, sum(o.amount_minor) / 100 AS amount FROM opportunities o
      JOIN stages g ON g.id = o.stage_id AND g.status = 'won'
      JOIN team_memberships m ON m.seller_id = o.seller_id JOIN teams c ON c.id = m.team_id`
    expect(workspace.db.all(`${byTeam} JOIN teams t ON t.id = c.parent_id GROUP BY t.id ORDER BY t.name`)).toEqual([
      { name: 'Central', deals: 1629, amount: 3_346_293 },
      { name: 'East', deals: 1171, amount: 3_090_594 },
      { name: 'West', deals: 1438, amount: 3_568_647 }
    ])
    expect(workspace.db.all(`${byTeam} JOIN teams t ON t.id = c.id GROUP BY t.id ORDER BY t.name`)).toEqual([
      { name: 'Cara Losch', deals: 480, amount: 1_130_049 },
      { name: 'Celia Rouche', deals: 610, amount: 1_603_897 },
      { name: 'Dustin Brinkmann', deals: 747, amount: 1_094_363 },
      { name: 'Melvin Marxen', deals: 882, amount: 2_251_930 },
      { name: 'Rocco Neubert', deals: 691, amount: 1_960_545 },
      { name: 'Summer Sewald', deals: 828, amount: 1_964_750 }
    ])
    const leads = workspace.db.all<{ name: string; lead: string; role: string }>(
      'SELECT t.name, s.name AS lead, s.role FROM teams t JOIN sellers s ON s.id = t.manager_id'
    )
    expect(leads).toHaveLength(6)
    expect(leads.every((row) => row.name === row.lead && row.role === 'manager')).toBe(true)
  })

  test('keep blanks blank and join what differs in a space', () => {
    const blanks = workspace.db.get(
      `SELECT sum(account_id IS NULL) AS account, sum(created_on IS NULL) AS engage, sum(close_on IS NULL) AS close,
        sum(amount_minor IS NULL) AS value FROM opportunities`
    )
    expect(blanks).toEqual({ account: 1425, engage: 500, close: 2089, value: 2089 })
    const gtx = workspace.db.get(
      `SELECT count(*) AS n FROM opportunities o JOIN products p ON p.id = o.product_id WHERE p.name = 'GTX Pro'`
    )
    expect(gtx).toEqual({ n: 1480 })
    expect(workspace.db.get('SELECT count(*) AS n FROM products')).toEqual({ n: 7 })
    expect(workspace.db.get('SELECT count(*) AS n FROM accounts WHERE parent_id IS NOT NULL')).toEqual({ n: 15 })
  })

  test('say up to which day they know', () => {
    expect(findDataAsOf(workspace.db)).toBe('2017-12-31')
  })

  test('report what is wrong with them', async () => {
    const quality = await workspace.call('import.listQuality', {})
    const counts = Object.fromEntries(quality.map((row) => [row.rule, row.count]))
    // staleOpen: open deals engaged more than 180 days before 15 January 2018, counted in the file by hand.
    expect(counts).toMatchObject({
      noAccount: 1425,
      openWithoutDate: 2089,
      openWithoutAmount: 2089,
      sellerWithoutDeals: 5,
      staleOpen: 779
    })
    const [newest] = await workspace.call('import.listImports', {})
    const found = Object.fromEntries((newest?.findings ?? []).map((row) => [row.rule, row]))
    expect(found.looseProduct).toMatchObject({ count: 1480, examples: ['GTXPro = GTX Pro'] })
    expect(found.sellerWithoutDeals?.examples.toSorted()).toEqual([
      'Carl Lin',
      'Carol Thompson',
      'Elizabeth Anderson',
      'Mei-Mei Johns',
      'Natalya Ivanova'
    ])
    expect(found.currencyAssumed?.examples).toEqual(['USD'])
    expect(found.misspelt?.examples).toEqual(['Philipines → Philippines'])
  })

  test('lead from a deal back to the cells it came from', async () => {
    const [deal] = listWonDeals(workspace.db, { currency: usd })
    const trace = await workspace.call('import.traceRow', { opportunityId: deal!.id })
    expect(trace).toMatchObject({ fileName: 'sales_pipeline.csv', sheet: null, rowNumber: 2 })
    expect(trace.cells.slice(0, 3)).toEqual([
      { column: 1, header: 'opportunity_id', cell: '1C1I7A6R', field: 'externalId' },
      { column: 2, header: 'sales_agent', cell: 'Moses Frase', field: 'seller' },
      { column: 3, header: 'product', cell: 'GTX Plus Basic', field: 'product' }
    ])
  })

  test('change nothing when they come again', async () => {
    const before = workspace.db.get('SELECT count(*) AS n, max(last_id) AS id FROM source_blocks')
    const preview = await previewFiles(workspace, mavenFiles)
    expect(preview.isEmpty).toBe(true)
    const outcome = await importFiles(workspace, mavenFiles)
    expect(outcome.importId).toBeNull()
    expect(outcome.entities.every((each) => each.new === 0 && each.changed === 0)).toBe(true)
    expect(workspace.db.get('SELECT count(*) AS n, max(last_id) AS id FROM source_blocks')).toEqual(before)
  })

  test('hold no revenue that nobody said the unit of, and take it when the dictionary does', async () => {
    expect(workspace.db.get('SELECT count(revenue_minor) AS n FROM accounts')).toEqual({ n: 0 })
    expect(
      workspace.db.get(`SELECT custom_json ->> 'revenue' AS raw FROM accounts WHERE name = 'Acme Corporation'`)
    ).toEqual({
      raw: '1100.04'
    })
    const files = [
      join(sharedFolder, 'maven-crm', 'accounts.csv'),
      join(sharedFolder, 'maven-crm', 'data_dictionary.csv')
    ]
    const preview = await previewFiles(workspace, files)
    expect(preview.questions).toEqual([])
    expect(preview.entities.find((each) => each.entity === 'accounts')).toMatchObject({ changed: 85, new: 0 })
  })
})

describe.skipIf(!hasSharedFiles)('the Maven rows in other dress', () => {
  const dresses = [
    ['m/d/yyyy', 'maven-crm-variants/sales_pipeline_us_dates.csv', 'USD'],
    ['dd-mm-yy', 'maven-crm-variants/sales_pipeline_dd-mm-yy.csv', 'USD'],
    ['a workbook with pivots', 'maven-crm-variants/data_model.xlsx', 'USD'],
    ['a Spanish Salesforce report', 'derived/salesforce_es_informe.csv', 'EUR'],
    ['a Spanish HubSpot export', 'derived/hubspot_es_negocios.csv', 'EUR']
  ] as const

  test.each(dresses)('%s: same deals, same sums, same quarters', async (_name, file, code) => {
    const currency = currencyCode(code)
    const workspace = await openTestWorkspace({ currency }, now)
    try {
      await importFiles(workspace, [join(sharedFolder, file)])
      expect(sumBookings(workspace.db, { currency })).toEqual({ deals: 4238, amountMinor: 1_000_553_400 })
      const quarters = periodsOfYear(2017, 'quarter', { startMonth: 1, pattern: 'months', weekStart: 1 })
      expect(listWonByPeriod(workspace.db, quarters, currency).map((row) => row.deals)).toEqual([531, 1254, 1257, 1196])
      const best = workspace.db.get(
        `SELECT s.name, sum(o.amount_minor) / 100 AS amount FROM opportunities o JOIN stages g ON g.id = o.stage_id
          JOIN sellers s ON s.id = o.seller_id WHERE g.status = 'won' GROUP BY s.id ORDER BY 2 DESC LIMIT 1`
      )
      expect(best).toEqual({ name: 'Darcel Schlecht', amount: 1_153_214 })
    } finally {
      await workspace.close()
    }
  })

  test('UTF-16 with tabs: 35 agents, six managers, three offices', async () => {
    const workspace = await openTestWorkspace({ currency: usd }, now)
    try {
      await importFiles(workspace, [join(sharedFolder, 'derived/equipos_utf16le.txt')])
      expect(workspace.db.all('SELECT role, count(*) AS n FROM sellers GROUP BY role ORDER BY role')).toEqual([
        { role: 'manager', n: 6 },
        { role: 'seller', n: 35 }
      ])
      expect(workspace.db.all('SELECT name FROM teams WHERE parent_id IS NULL ORDER BY name')).toEqual([
        { name: 'Centro' },
        { name: 'Este' },
        { name: 'Oeste' }
      ])
    } finally {
      await workspace.close()
    }
  })
})
