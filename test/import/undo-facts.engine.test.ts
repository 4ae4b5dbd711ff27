// What two imports hold, outlasts either of them alone: activities, leads, invoices, stage history, quotas, targets, rates, and listed
// accounts, people and products. Taking imports back in any order is as if only the others had been made.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ImportId, UndoEffect } from '#shared/import/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { grant } from './shared-files.ts'

let workspace: TestWorkspace
let scenarioId: ScenarioId
beforeEach(async () => {
  workspace = await openTestWorkspace()
  await workspace.call('plans.createPlan', { fiscalYear: 2026, scenarioName: 'Baseline' })
  scenarioId = (await workspace.call('plans.listPlans', {}))[0]?.scenarios[0]?.id as ScenarioId
})
afterEach(() => workspace.close())

interface Kind {
  table: string
  header: string
  /** What tells a row in the file, and what is stored of it. */
  key: string
  rows: Readonly<Record<string, string>>
}

const kinds: readonly Kind[] = [
  {
    table: 'activities',
    header: 'Activity type,Activity date,Assigned to',
    key: 'SELECT happened_on AS key FROM activities',
    rows: {
      p: 'call,2026-01-05,Ana Ruiz',
      q: 'call,2026-01-06,Ana Ruiz',
      r: 'email,2026-01-07,Luis Gil',
      s: 'call,2026-01-08,Eva Sol'
    }
  },
  {
    table: 'leads',
    header: 'Lead ID,Lead name,Company,Lead owner,Lead status,Created date',
    key: 'SELECT external_id AS key FROM leads',
    rows: {
      p: 'L1,Pia,Acme,Ana Ruiz,New,2026-01-02',
      q: 'L2,Quino,Bolt,Ana Ruiz,New,2026-01-03',
      r: 'L3,Rosa,Core,Luis Gil,New,2026-01-04'
    }
  },
  {
    table: 'invoices',
    header: 'Invoice number,Invoice date,Customer,Invoice amount',
    key: 'SELECT external_id AS key FROM invoices',
    rows: { p: 'F1,2026-01-05,Acme,100', q: 'F2,2026-01-06,Acme,200', r: 'F3,2026-01-07,Bolt,300' }
  },
  {
    table: 'quotas',
    header: 'Seller,Period,Quota',
    key: 'SELECT period_key AS key FROM quotas',
    rows: { p: 'Ana Ruiz,2026-01,1000', q: 'Ana Ruiz,2026-02,1100', r: 'Ana Ruiz,2026-03,1200' }
  },
  {
    table: 'targets',
    header: 'Product,Period,Target amount',
    key: 'SELECT starts_on AS key FROM targets',
    rows: { p: 'Pump,2026-01,1000', q: 'Pump,2026-02,1000', r: 'Pump,2026-03,1000' }
  },
  {
    table: 'exchange_rates',
    header: 'From currency,To currency,Date,Exchange rate',
    key: 'SELECT valid_on AS key FROM exchange_rates',
    rows: { p: 'USD,EUR,2026-01-01,0.92', q: 'USD,EUR,2026-02-01,0.93', r: 'USD,EUR,2026-03-01,0.94' }
  },
  {
    table: 'territory_accounts',
    header: 'Account,Territory',
    key: 'SELECT a.name AS key FROM territory_accounts x JOIN accounts a ON a.id = x.account_id',
    rows: { p: 'Acme,North', q: 'Bolt,North', r: 'Core,South' }
  },
  {
    table: 'territory_sellers',
    header: 'Account,Territory,Seller',
    key: 'SELECT s.name AS key FROM territory_sellers x JOIN sellers s ON s.id = x.seller_id',
    rows: { p: 'Acme,North,Ana Ruiz', q: 'Bolt,North,Luis Gil', r: 'Core,South,Eva Sol' }
  },
  {
    table: 'accounts',
    header: 'Account ID,Account name,Industry',
    key: 'SELECT name AS key FROM accounts',
    rows: { p: 'A1,Acme,Steel', q: 'A2,Bolt,Steel', r: 'A3,Core,Paper' }
  },
  {
    table: 'sellers',
    header: 'Employee ID,Sales rep,Email,Hire date',
    key: 'SELECT name AS key FROM sellers',
    rows: {
      p: 'E1,Ana Ruiz,ana@acme.test,2020-01-01',
      q: 'E2,Luis Gil,luis@acme.test,2021-01-01',
      r: 'E3,Eva Sol,eva@acme.test,2022-01-01'
    }
  },
  {
    table: 'products',
    header: 'Product ID,Product name,Product family,List price',
    key: 'SELECT name AS key FROM products',
    rows: { p: 'P1,Pump,Water,10', q: 'P2,Valve,Water,20', r: 'P3,Seal,Water,30' }
  }
]

let made = 0
async function run(kind: Kind, rows: readonly string[]): Promise<ImportId> {
  made += 1
  const path = join(workspace.folder, `${kind.table}-${made}.csv`)
  writeFileSync(path, [kind.header, ...rows.map((row) => kind.rows[row])].join('\n'))
  const { importId } = await workspace.call('import.run', { files: await grant(workspace, [path]), scenarioId })
  if (importId === null) throw new Error(`nothing was imported from ${path}`)
  return importId
}
const keys = (kind: Kind): unknown[] =>
  workspace.db
    .all<{ key: unknown }>(kind.key)
    .map((row) => row.key)
    .sort()
const undo = (importId: ImportId): Promise<UndoEffect> => workspace.call('import.undoImport', { importId })

/** What a workspace with only these rows of the kind holds. */
async function keysAfter(kind: Kind, rows: readonly string[]): Promise<unknown[]> {
  const other = await openTestWorkspace()
  const [mine, scenario] = [workspace, scenarioId]
  workspace = other
  await other.call('plans.createPlan', { fiscalYear: 2026, scenarioName: 'Baseline' })
  scenarioId = (await other.call('plans.listPlans', {}))[0]?.scenarios[0]?.id as ScenarioId
  await run(kind, rows)
  const found = keys(kind)
  workspace = mine
  scenarioId = scenario
  await other.close()
  return found
}

test.each(kinds)(
  '$table that a later import holds too stay, and go with the last import that holds them',
  async (kind) => {
    const first = await run(kind, ['p', 'q'])
    const second = await run(kind, ['q', 'r'])
    const effect = await workspace.call('import.previewUndo', { importId: first })
    expect(effect.keeps).toContainEqual({ what: kind.table, count: 1, why: 'laterImport' })
    expect(effect.removes).toContainEqual({ what: kind.table, count: 1 })
    expect(await undo(first)).toEqual(effect)
    expect(keys(kind)).toEqual(await keysAfter(kind, ['q', 'r']))
    await undo(second)
    expect(keys(kind)).toEqual([])
    workspace.session.file?.connection.checkForeignKeys()
    expect(workspace.bugs).toEqual([])
  }
)

test.each(kinds)('$table: the later import taken back first leaves what the earlier one held', async (kind) => {
  const first = await run(kind, ['p', 'q'])
  const second = await run(kind, ['q', 'r'])
  await undo(second)
  expect(keys(kind)).toEqual(await keysAfter(kind, ['p', 'q']))
  await undo(first)
  expect(keys(kind)).toEqual([])
})

test('three imports, the middle one and then the first taken back: what the third holds is there', async () => {
  const kind = kinds[0] as Kind
  const ids = [await run(kind, ['p', 'q']), await run(kind, ['q', 'r']), await run(kind, ['r', 'p', 's'])]
  await undo(ids[1] as ImportId)
  expect(keys(kind)).toEqual(await keysAfter(kind, ['p', 'q', 'r', 's']))
  await undo(ids[0] as ImportId)
  expect(keys(kind)).toEqual(await keysAfter(kind, ['p', 'r', 's']))
})

test('the stage history of a deal goes with its file, also where a later file holds the deal alone', async () => {
  const deals = (name: string, stage: string): string => {
    const path = join(workspace.folder, name)
    writeFileSync(
      path,
      `Deal ID,Deal name,Stage,Amount,Close date,Deal owner\n1,Alpha,${stage},100,2026-03-01,Ana Ruiz`
    )
    return path
  }
  const history = join(workspace.folder, 'history.csv')
  writeFileSync(history, 'Deal ID,Stage,Stage entered date\n1,Open,2026-01-03\n1,Won,2026-01-31')
  const load = async (path: string): Promise<ImportId> =>
    (await workspace.call('import.run', { files: await grant(workspace, [path]) })).importId as ImportId
  await load(deals('a.csv', 'Open'))
  const told = await load(history)
  await load(deals('b.csv', 'Won'))
  expect(workspace.db.all('SELECT entered_on FROM stage_changes')).toHaveLength(2)
  expect((await undo(told)).removes).toContainEqual({ what: 'stage_changes', count: 2 })
  expect(workspace.db.all('SELECT entered_on FROM stage_changes')).toEqual([])
  expect(workspace.db.all('SELECT name FROM opportunities')).toEqual([{ name: 'Alpha' }])
})

test('a value that a later import holds too is not set back', async () => {
  const lead = (name: string, status: string): string => {
    const path = join(workspace.folder, name)
    writeFileSync(path, `Lead ID,Lead name,Company,Lead status,Created date\nL1,Pia,Acme,${status},2026-01-02`)
    return path
  }
  const ids: ImportId[] = []
  for (const [name, status] of [
    ['a.csv', 'New'],
    ['b.csv', 'Contacted'],
    ['c.csv', 'Qualified']
  ] as const)
    ids.push(
      (await workspace.call('import.run', { files: await grant(workspace, [lead(name, status)]) })).importId as ImportId
    )
  const status = () => workspace.db.all<{ status: string }>('SELECT status FROM leads').map((row) => row.status)
  expect((await undo(ids[1] as ImportId)).keeps).toContainEqual({ what: 'leads', count: 1, why: 'laterImport' })
  expect(status()).toEqual(['Qualified'])
  await undo(ids[2] as ImportId)
  // The import in the middle is no more: what it said does not come back.
  expect(status()).toEqual(['New'])
})
