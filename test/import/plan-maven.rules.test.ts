// The plan over the developers' Maven files, whose columns are named here by hand: sums, people, stages and traps of facts.json.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { EntityName } from '#shared/import/entities/entity.ts'
import type { RawCell, ReadTable } from '#shared/import/types.ts'
import { type Made, plan, preview, table, written } from './plan-tables.ts'
import { hasSharedFiles, sharedFolder } from './shared-files.ts'

if (!hasSharedFiles) console.warn('The Maven files are not here: the plan is not tested on them.')

interface Facts {
  won_by_rep: Record<string, { deals: number; amount: number }>
  won_by_manager: Record<string, { deals: number; amount: number }>
  agents_in_teams_without_any_deal: string[]
}

/** Fields of the file's columns in their order. The files have no quotes. */
function read(
  name: string,
  entity: EntityName,
  fields: readonly string[],
  key: string,
  change = (row: RawCell[]) => row
): ReadTable {
  const lines = readFileSync(join(sharedFolder, 'maven-crm', name), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
  const rows = lines.map((line) => change(line.split(',').map((cell) => (cell === '' ? null : cell))))
  return table(entity, fields, rows, { key, fileName: name })
}

const pipelineFields = ['externalId', 'seller', 'product', 'account', 'stage', 'createdOn', 'closeOn', 'amount']
const pipeline = (change?: (row: RawCell[]) => RawCell[]) =>
  read('sales_pipeline.csv', 'opportunities', pipelineFields, '0', change)
const files = () => [
  pipeline(),
  read('accounts.csv', 'accounts', ['name', 'industry', 'foundedYear', 'none', 'employees', 'country', 'parent'], '1'),
  read('products.csv', 'products', ['name', 'family', 'listPrice'], '2'),
  read('sales_teams.csv', 'sellers', ['name', 'manager', 'team'], '3')
]

describe.skipIf(!hasSharedFiles)('the Maven files', () => {
  const facts = (): Facts => JSON.parse(readFileSync(join(sharedFolder, 'facts.json'), 'utf8')) as Facts

  const wonBy = ({ rows }: Made): Map<number | null, { deals: number; amount: number }> => {
    const won = rows.stages.find((stage) => stage.name === 'Won')?.id
    const sums = new Map<number | null, { deals: number; amount: number }>()
    for (const { values } of rows.opportunities) {
      if (values.stage !== won) continue
      const sum = sums.get(values.seller) ?? { deals: 0, amount: 0 }
      sum.deals += 1
      sum.amount += (values.amountMinor ?? 0) / 100
      sums.set(values.seller, sum)
    }
    return sums
  }

  test('give 4,238 won deals, 10,005,534, and the same for every seller', () => {
    const made = plan(files())
    expect(made.report.won).toEqual({ deals: 4238, amountMinor: 1_000_553_400, currency: 'EUR' })
    const name = new Map(made.rows.sellers.map((row) => [row.id as number | null, row.values.name]))
    const byRep = Object.fromEntries([...wonBy(made)].map(([seller, sum]) => [name.get(seller), sum]))
    expect(byRep).toEqual(facts().won_by_rep)
    expect(made.rows.opportunities).toHaveLength(8800)
    expect(made.report.rejected).toEqual([])
    expect(made.rows.accounts).toHaveLength(85)
    expect(made.rows.accounts.filter((row) => row.values.parent !== null)).toHaveLength(15)
    expect(made.rows.products).toHaveLength(7)
  })

  test('give every manager the sums of his team', () => {
    const made = plan(files())
    const won = wonBy(made)
    const lead = new Map(made.rows.teams.map((team) => [team.id, team.lead]))
    const name = new Map(made.rows.sellers.map((row) => [row.id as number | null, row.values.name]))
    const sums: Record<string, { deals: number; amount: number }> = {}
    for (const { seller, team } of made.rows.memberships) {
      const manager = name.get(lead.get(team) ?? null) ?? ''
      const own = won.get(seller)
      if (own === undefined) continue
      sums[manager] = {
        deals: (sums[manager]?.deals ?? 0) + own.deals,
        amount: (sums[manager]?.amount ?? 0) + own.amount
      }
    }
    expect(sums).toEqual(facts().won_by_manager)
  })

  test('show their traps', () => {
    const report = preview(files())
    const finding = (rule: string) => report.findings.find((each) => each.rule === rule)
    expect(finding('looseProduct')).toMatchObject({ count: 1480, examples: ['GTXPro = GTX Pro'] })
    expect(finding('sellerWithoutDeals')?.examples.sort()).toEqual(facts().agents_in_teams_without_any_deal.sort())
    expect(finding('noAccount')?.count).toBe(1425)
    expect(finding('openWithoutDate')?.count).toBe(2089)
    expect(finding('misspelt')?.examples).toContain('Philipines → Philippines')
    expect(report.identities).toMatchObject([{ name: 'GTXPro', isJoined: true, rows: 1480 }])
    expect(report.stagePreview.map(({ name, deals }) => [name, deals])).toEqual([
      ['Prospecting', 500],
      ['Engaging', 1589],
      ['Won', 4238],
      ['Lost', 2473]
    ])
  })

  test('change nothing the second time, and say exactly what a newer export changes', () => {
    const known = written(plan(files()))
    const again = plan(files(), { known, shapes: { 0: '0' } })
    expect(again.report.isEmpty).toBe(true)
    expect(again.parts).toEqual([])
    // Every hundredth open deal is won for 100 on the last day of the file, every other hundredth one is gone.
    let opened = 0
    let won = 0
    const changed = pipeline((row) => {
      if (row[4] !== 'Engaging') return row
      opened += 1
      if (opened % 100 !== 0) return row
      won += 1
      return [...row.slice(0, 4), 'Won', row[5] ?? null, '2017-12-31', '100']
    })
    const gone = changed.rows.filter((row) => row.cells[4] === 'Prospecting').slice(0, 7)
    changed.rows = changed.rows.filter((row) => !gone.includes(row))
    const { report } = plan([changed, ...files().slice(1)], { known, shapes: { 0: '0' } })
    expect(won).toBe(15)
    expect(report.differences.kinds).toEqual([
      { kind: 'won', deals: 15, amountMinor: 150_000, changeMinor: 0, medianDays: null },
      { kind: 'vanished', deals: 7, amountMinor: 0, changeMinor: 0, medianDays: null }
    ])
    expect(report.won).toEqual({ deals: 4253, amountMinor: 1_000_703_400, currency: 'EUR' })
  })
})
