// A long file is written while it is planned: rows that are told more by later rows, indexes made before the end, a failure in the middle,
// and the whole taken back.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { importFiles } from './shared-files.ts'

const rows = 21_000
const names = 300
const late = 15_000
let workspace: TestWorkspace
beforeEach(async () => {
  workspace = await openTestWorkspace()
})
afterEach(() => workspace.close())

const rowAt = (at: number, amount: number): string =>
  [
    `D-${at}`,
    `Deal ${at}`,
    at % 3 === 0 ? 'Won' : 'Open',
    amount,
    `2026-01-${String((at % 28) + 1).padStart(2, '0')}`,
    `Seller ${at % 40}`,
    at >= late ? `seller.${at % 40}@example.com` : '',
    `Account ${at % names}`,
    at >= late ? `Industry ${at % names}` : ''
  ].join(',')
const headers = 'Deal ID,Deal name,Stage,Amount,Close date,Deal owner,Deal owner email,Account name,Account industry'

function writeDeals(name: string, from: number, to: number, amountOf = (at: number): number => at): string {
  const path = join(workspace.folder, name)
  const lines = Array.from({ length: to - from }, (_, at) => rowAt(from + at, amountOf(from + at)))
  writeFileSync(path, [headers, ...lines].join('\n'))
  return path
}
const count = (sql: string): number => workspace.db.get<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`)?.n ?? -1
const tables = ['imports', 'source_blocks', 'stages', 'sellers', 'accounts', 'opportunities', 'import_seen']
const content = (): string =>
  JSON.stringify(tables.map((each) => workspace.db.all(`SELECT * FROM ${each} ORDER BY id`)))
const indexes = (): string[] =>
  workspace.db
    .all<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'opportunities'`)
    .map((each) => each.name)
    .sort()
const isSound = (): boolean =>
  workspace.db.all('PRAGMA foreign_key_check').length === 0 &&
  workspace.db.get<{ integrity_check: string }>('PRAGMA integrity_check')?.integrity_check === 'ok'

test('a long file: later rows tell more of accounts and people that are written already; undo and redo', async () => {
  const [before, indexesBefore] = [content(), indexes()]
  await importFiles(workspace, [writeDeals('deals.csv', 0, rows)])
  expect(count('opportunities')).toBe(rows)
  expect(count('accounts')).toBe(names)
  expect(count(`accounts WHERE industry = replace(name, 'Account', 'Industry')`)).toBe(names)
  expect(count(`sellers WHERE email = 'seller.' || substr(name, 8) || '@example.com'`)).toBe(40)
  expect(workspace.db.get<{ sum: number }>('SELECT sum(amount_minor) AS sum FROM opportunities')?.sum).toBe(
    (100 * rows * (rows - 1)) / 2
  )
  expect(
    count(`opportunities o JOIN accounts a ON a.id = o.account_id
      WHERE a.name = 'Account ' || (CAST(substr(o.external_id, 3) AS INTEGER) % ${names})`)
  ).toBe(rows)
  expect(indexes()).toEqual(indexesBefore)
  expect(isSound()).toBe(true)
  const after = content()
  await workspace.call('workspace.undo', {})
  expect(content()).toBe(before)
  await workspace.call('workspace.redo', {})
  expect(content()).toBe(after)
})

test('a later file with new and changed deals, and the first taken back alone', async () => {
  const first = await importFiles(workspace, [writeDeals('deals.csv', 0, rows)])
  const indexesBefore = indexes()
  await importFiles(workspace, [writeDeals('more.csv', rows - 1000, 2 * rows, (at) => (at < rows ? -at : at))])
  expect(count('opportunities')).toBe(2 * rows)
  expect(count('opportunities WHERE amount_minor < 0')).toBe(1000)
  expect(count('opportunity_versions')).toBe(1000)
  expect(indexes()).toEqual(indexesBefore)
  if (first.importId === null) throw new Error('nothing was imported')
  await workspace.call('import.undoImport', { importId: first.importId })
  expect(count('opportunities')).toBe(rows + 1000)
  expect(isSound()).toBe(true)
})

test('what goes wrong after parts have been written leaves nothing', async () => {
  const before = content()
  const path = writeDeals('deals.csv', 0, rows)
  let taken = 0
  const { insertMany } = workspace.writer
  workspace.writer.insertMany = (table, ...rest) => {
    if (table === 'opportunities') taken += 1
    if (taken > 3) throw new Error('the disk is gone')
    return insertMany(table, ...rest)
  }
  await expect(importFiles(workspace, [path])).rejects.toThrow()
  workspace.writer.insertMany = insertMany
  expect(taken).toBe(4)
  expect(content()).toBe(before)
  await importFiles(workspace, [path])
  expect(count('opportunities')).toBe(rows)
})
