// Rows that can't be taken come again with every export until they are mended at the source: they wait once, belong to the newest export
// that holds them, keep what was mended in them, and the deals that mended rows became have not vanished.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ImportId, ImportOutcome, QuarantineRow } from '#shared/import/types.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { importFiles, previewFiles } from './shared-files.ts'

let workspace: TestWorkspace
beforeEach(async () => {
  workspace = await openTestWorkspace()
})
afterEach(() => workspace.close())

const withId = 'Deal ID,Deal name,Stage,Amount,Close date,Deal owner,Account'
const withoutId = 'Deal name,Stage,Amount,Close date,Deal owner,Account'
const file = (name: string, header: string, rows: readonly string[]): string => {
  const path = join(workspace.folder, name)
  const filling = header === withId ? others : others.map((row) => row.slice(2))
  writeFileSync(path, [header, ...rows, ...filling].join('\n'))
  return path
}
const load = (name: string, header: string, rows: readonly string[]): Promise<ImportOutcome> =>
  importFiles(workspace, [file(name, header, rows)])
const waiting = (): Promise<QuarantineRow[]> => workspace.call('import.listRejected', {})
const mend = async (row: QuarantineRow | undefined, column: number, cell: string): Promise<void> => {
  await workspace.call('import.mendRejected', { mends: [{ rowId: row?.id ?? 0, column, cell }] })
}

const good = '1,First,Won,100,2026-01-31,Ana Ruiz,Acme'
/** Enough good rows that the column is one of amounts. */
const others = [4, 5, 6].map((n) => `${n},Other ${n},Won,${n}00,2026-02-1${n},Ana Ruiz,Core`)
const lots = '2,Second,Won,lots,2026-02-28,Ana Ruiz,Acme'
const much = '3,Third,Won,much,2026-03-31,Luis Gil,Beta'

test('the same bad rows in a newer export wait once, and belong to the newer export', async () => {
  await load('a.csv', withId, [good, lots, much])
  await mend((await waiting())[0], 3, '250')
  const second = await load('b.csv', withId, ['9,New,Open,5,2026-12-01,Ana Ruiz,Acme', good, lots, much])
  const rows = await waiting()
  expect(rows.map(({ importId, rowNumber, cell, edits }) => [importId, rowNumber, cell, edits])).toEqual([
    [second.importId, 4, 'lots', { 3: '250' }],
    [second.importId, 5, 'much', {}]
  ])
})

test('an export that brings nothing but rows that wait already makes no row wait twice; the same file again is no import', async () => {
  await load('a.csv', withId, [good, lots, much])
  const { importId } = await load('b.csv', withId, [much, lots, good])
  expect(importId).not.toBeNull()
  expect((await waiting()).map((row) => row.importId)).toEqual([importId, importId])
  expect((await load('b.csv', withId, [much, lots, good])).importId).toBeNull()
  expect(await waiting()).toHaveLength(2)
})

test('a row whose cells are others now is the same row by its id: what is mended stays where the file says the same', async () => {
  await load('a.csv', withId, [good, lots, much])
  const [row, other] = await waiting()
  await mend(row, 3, '250')
  await mend(row, 6, 'Acme Ltd')
  await workspace.call('import.dismissRejected', { rowIds: [other?.id ?? 0], isDismissed: true })
  await load('b.csv', withId, [good, '2,Second,Won,lots,2026-02-28,Ana Ruiz,Acme Inc', much])
  expect((await waiting()).map(({ id, cell, edits, cells }) => [id, cell, edits, cells[6]])).toEqual([
    [row?.id, 'lots', { 3: '250' }, 'Acme Inc']
  ])
  // What was set aside stays so until the file says something else of it.
  await load('c.csv', withId, [good, lots, '3,Third,Won,plenty,2026-03-31,Luis Gil,Beta'])
  expect((await waiting()).map(({ cell }) => cell).sort()).toEqual(['lots', 'plenty'])
})

test('as many equal rows wait as the file holds', async () => {
  const row = 'Second,Won,lots,2026-02-28,Ana Ruiz,Acme'
  await load('a.csv', withoutId, ['First,Won,100,2026-01-31,Ana Ruiz,Acme', row, row])
  expect(await waiting()).toHaveLength(2)
  await load('b.csv', withoutId, ['Other,Won,7,2026-01-31,Ana Ruiz,Acme', row, row, row])
  expect(await waiting()).toHaveLength(3)
})

test('taking the newer export back gives the rows to the older one again, and the other way round', async () => {
  const first = await load('a.csv', withId, [good, lots])
  const second = await load('b.csv', withId, ['9,New,Open,5,2026-12-01,Ana Ruiz,Acme', good, lots])
  await workspace.call('import.undoImport', { importId: second.importId as ImportId })
  expect((await waiting()).map(({ importId, rowNumber }) => [importId, rowNumber])).toEqual([[first.importId, 3]])
  const third = await load('c.csv', withId, ['8,Newer,Open,5,2026-12-01,Ana Ruiz,Acme', good, lots])
  await workspace.call('import.undoImport', { importId: first.importId as ImportId })
  expect((await waiting()).map(({ importId }) => importId)).toEqual([third.importId])
  await workspace.call('import.undoImport', { importId: third.importId as ImportId })
  expect(await workspace.call('import.listRejected', { includesClosed: true })).toEqual([])
  workspace.session.file?.connection.checkForeignKeys()
  expect(workspace.bugs).toEqual([])
})

test.each([
  ['with an id', withId, (row: string) => row, 3],
  ['without an id', withoutId, (row: string) => row.slice(2), 2]
])(
  'a row mended and taken, %s: in the next export it has not vanished, and does not wait again',
  async (_, header, cut, amountAt) => {
    const first = await load('a.csv', header, [good, lots, much].map(cut))
    const [row] = await waiting()
    await mend(row, amountAt, '250')
    await workspace.call('import.retryRejected', { rowIds: [row?.id ?? 0] })
    const later = '7,Last,Won,10,2026-06-30,Ana Ruiz,Acme'
    const again = file('b.csv', header, [good, lots, much, later].map(cut))
    expect((await previewFiles(workspace, [again])).differences.kinds).not.toContainEqual(
      expect.objectContaining({ kind: 'vanished' })
    )
    await importFiles(workspace, [again])
    expect((await waiting()).map(({ cell }) => cell)).toEqual(['much'])
    // The row is gone from the third export: now its deal has vanished, and the export that held its row is the one compared with.
    const preview = await previewFiles(workspace, [file('c.csv', header, [good, later].map(cut))])
    expect(
      preview.differences.deals.filter(({ kinds }) => kinds.includes('vanished')).map(({ label }) => label)
    ).toEqual(['Second'])
    expect(first.importId).not.toBeNull()
  }
)

test('a row mended and taken belongs to the export that held it: missing in the next one, its deal has vanished', async () => {
  const first = await load('a.csv', withId, [good, lots, much])
  const [row] = await waiting()
  await mend(row, 3, '250')
  await workspace.call('import.retryRejected', { rowIds: [row?.id ?? 0] })
  const path = file('b.csv', withId, [good, '7,Last,Won,10,2026-06-30,Ana Ruiz,Acme'])
  const { differences } = await previewFiles(workspace, [path])
  const gone = (deals: typeof differences.deals): string[] =>
    deals.filter(({ kinds }) => kinds.includes('vanished')).map(({ label }) => label)
  expect(differences.since?.importId).toBe(first.importId)
  expect(gone(differences.deals)).toEqual(['Second'])
  const second = await importFiles(workspace, [path])
  const told = await workspace.call('import.getDifferences', { importId: second.importId as ImportId })
  expect(gone(told.deals)).toEqual(['Second'])
})
