// The whole way with real files: three exports of one shape, a correction between, and one of them taken back weeks later; what the engine
// tells of an import afterwards is what its preview had promised.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listSnapshot } from '#engine/import/store-history.ts'
import type { OpportunityId } from '#shared/crm/types.ts'
import type { Differences, ImportId } from '#shared/import/types.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { importFiles, previewFiles } from './shared-files.ts'

let workspace: TestWorkspace
beforeEach(async () => {
  workspace = await openTestWorkspace()
})
afterEach(() => workspace.close())

const header = 'Deal ID,Deal name,Stage,Amount,Close date,Deal owner,Account,Product\n'
const file = (name: string, rows: readonly string[]): string => {
  const path = join(workspace.folder, name)
  writeFileSync(path, header + rows.join('\n'))
  return path
}
const files = [
  [
    'A1,Alpha,Open,100,2026-12-01,Ana Ruiz,Acme,Pump',
    'A2,Beta,Open,200,2026-12-05,Luis Gil,Bolt,Pump',
    'A3,Gamma,Won,300,2026-10-01,Ana Ruiz,Acme,Valve',
    'A4,Delta,Open,400,2026-12-10,Ana Ruiz,Core,Valve'
  ],
  [
    'A1,Alpha,Open,150,2026-12-21,Ana Ruiz,Acme,Pump',
    'A2,Beta,Won,220,2026-11-05,Luis Gil,Bolt,Pump',
    'A3,Gamma,Won,300,2026-10-01,Ana Ruiz,Acme,Valve',
    'A5,Epsilon,Open,50,2026-12-30,Eva Sol,Dyna,Seal'
  ],
  ['A1,Alpha,Lost,150,2026-11-10,Ana Ruiz,Acme,Pump', 'A3,Gamma,Won,300,2026-10-01,Ana Ruiz,Acme,Valve']
]
const run = async (at: number): Promise<ImportId> => {
  const outcome = await importFiles(workspace, [file(`${at + 1}.csv`, files[at] ?? [])])
  if (outcome.importId === null) throw new Error('nothing was imported')
  return outcome.importId
}
const deals = () =>
  workspace.db
    .all<{ key: string; stage: string; amount: number; close: string; seller: string; account: string }>(
      `SELECT o.external_id AS key, s.name AS stage, o.amount_minor AS amount, o.close_on AS close, w.name AS seller, a.name AS account
        FROM opportunities o JOIN stages s ON s.id = o.stage_id LEFT JOIN sellers w ON w.id = o.seller_id
        LEFT JOIN accounts a ON a.id = o.account_id ORDER BY 1`
    )
    .map((row) => `${row.key},${row.stage},${row.amount / 100},${row.close},${row.seller},${row.account}`)
const said = (at: number): string[] =>
  (files[at] ?? []).map((line) => {
    const [key, , stage, amount, close, seller, account] = line.split(',')
    return [key, stage, amount, close, seller, account].join(',')
  })
const names = (table: string): string[] =>
  workspace.db.all<{ name: string }>(`SELECT name FROM ${table} ORDER BY name`).map((row) => row.name)

test.each([
  [0, 1],
  [0, 2],
  [1, 2],
  [2, 1]
])('after file %i, file %i is told as its preview told it', async (first, second) => {
  await run(first)
  const preview = await previewFiles(workspace, [file(`${second + 1}.csv`, files[second] ?? [])])
  const found = await workspace.call('import.getDifferences', { importId: await run(second) })
  expect(found.kinds).toEqual(preview.differences.kinds)
  expect(found.since).toEqual(preview.differences.since)
  const told = ({ deals: all }: Differences) =>
    all.map((deal) => [deal.externalId, deal.kinds, deal.amountMinor, deal.beforeMinor, deal.changes.length])
  expect(told(found)).toEqual(told(preview.differences))
  expect(told(found).length).toBeGreaterThan(0)
})

test('an import in the middle is taken back: the rest is as if it had not been', async () => {
  const one = await run(0)
  const two = await run(1)
  await workspace.call('crm.correctDeal', {
    opportunityId: 1 as OpportunityId,
    field: 'amountMinor',
    value: 9_900,
    reason: 'contract'
  })
  const three = await run(2)
  expect(names('sellers')).toContain('Eva Sol')
  const effect = await workspace.call('import.previewUndo', { importId: two })
  expect(effect.laterImports.map((each) => each.importId)).toEqual([three])
  expect(await workspace.call('import.undoImport', { importId: two })).toEqual(effect)
  // A2 is open again, A5 is gone with its seller, account and product; A1 and A3 are as the third file and the correction say.
  expect(deals()).toEqual([
    'A1,Lost,99,2026-11-10,Ana Ruiz,Acme',
    'A2,Open,200,2026-12-05,Luis Gil,Bolt',
    'A3,Won,300,2026-10-01,Ana Ruiz,Acme',
    'A4,Open,400,2026-12-10,Ana Ruiz,Core'
  ])
  for (const [table, gone] of [
    ['sellers', 'Eva Sol'],
    ['accounts', 'Dyna'],
    ['products', 'Seal']
  ] as const)
    expect(names(table)).not.toContain(gone)
  expect(await workspace.call('crm.listCorrections', {})).toMatchObject([{ imported: 15_000, corrected: 9_900 }])
  for (const [importId, at] of [
    [one, 0],
    [three, 2]
  ] as const) {
    const amounts = listSnapshot(workspace.db, importId).map((state) => (state.amountMinor ?? 0) / 100)
    expect(amounts.sort()).toEqual(
      said(at)
        .map((line) => Number(line.split(',')[2]))
        .sort()
    )
  }
  expect(await workspace.call('import.listImports', {})).toMatchObject([
    { id: three, undoneAt: null },
    { id: two, undoneAt: '2026-11-12T09:00:00.000Z' },
    { id: one, undoneAt: null }
  ])
  // The same file can be imported again: it is news.
  expect((await previewFiles(workspace, [join(workspace.folder, '2.csv')])).isEmpty).toBe(false)
  workspace.session.file?.connection.checkForeignKeys()
  expect(workspace.bugs).toEqual([])
})

test('all of them taken back leave the stages, people and accounts of nobody', async () => {
  const ids = [await run(0), await run(1), await run(2)]
  for (const importId of ids) await workspace.call('import.undoImport', { importId })
  for (const table of ['opportunities', 'accounts', 'products', 'sellers', 'stages', 'source_blocks', 'import_files'])
    expect(workspace.db.all(`SELECT 1 FROM ${table}`), table).toEqual([])
  expect(await workspace.call('import.listQuality', {})).toEqual([])
})

test('a deal that is new never gets the number of one that was taken out, so snapshots stay right', async () => {
  const one = await run(0)
  await workspace.call('crm.removeDeals', { opportunityIds: [3 as OpportunityId, 4 as OpportunityId] })
  const path = join(workspace.folder, 'other.csv')
  writeFileSync(path, 'Opportunity,Owner,Stage,Value\nNew one,Ana Ruiz,Open,7\n')
  await importFiles(workspace, [path])
  expect(workspace.db.all('SELECT id, name FROM opportunities ORDER BY id')).toEqual([
    { id: 1, name: 'Alpha' },
    { id: 2, name: 'Beta' },
    { id: 5, name: 'New one' }
  ])
  expect(listSnapshot(workspace.db, one).map((state) => state.deal)).toEqual([1, 2])
})

test('another file that brings no news still holds its rows when the one before is taken back', async () => {
  const one = await run(0)
  const path = join(workspace.folder, 'later.csv')
  // The same deals but for one, written another way: no news, and not the same file.
  writeFileSync(path, `${header}${(files[0] ?? []).slice(1).join('\r\n')}\r\n`)
  const { importId: later, entities } = await importFiles(workspace, [path])
  if (later === null) throw new Error('the file was not kept')
  expect(entities.find((each) => each.entity === 'opportunities')).toMatchObject({ new: 0, changed: 0, same: 3 })
  // It is known now, byte by byte, and so is the first: neither is kept again.
  expect(await importFiles(workspace, [path])).toMatchObject({ importId: null })
  expect(await importFiles(workspace, [join(workspace.folder, '1.csv')])).toMatchObject({ importId: null })
  const effect = await workspace.call('import.undoImport', { importId: one })
  expect(effect.laterImports.map((each) => each.importId)).toEqual([later])
  expect(deals()).toEqual(said(0).slice(1))
  await workspace.call('import.undoImport', { importId: later })
  expect(deals()).toEqual([])
})
