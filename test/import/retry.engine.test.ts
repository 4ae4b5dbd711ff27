// Quarantine on a real file: rows that were not taken are mended in place and imported again by themselves, or left aside.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { QuarantineRow } from '#shared/import/types.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { importFiles } from './shared-files.ts'

let workspace: TestWorkspace
beforeEach(async () => {
  workspace = await openTestWorkspace()
  const path = join(workspace.folder, 'deals.csv')
  writeFileSync(
    path,
    `Deal ID,Deal name,Stage,Amount,Close date,Deal owner,Account
1,First,Won,100.5,2026-01-31,Ana Ruiz,Acme
2,Second,Won,lots,2026-02-28,Ana Ruiz,Acme
3,Third,Won,70,2026-02-30,Luis Gil,Beta
4,Fourth,Won,much,2026-03-31,Luis Gil,Gamma`
  )
  await importFiles(workspace, [path])
})
afterEach(() => workspace.close())

const open = (): Promise<QuarantineRow[]> => workspace.call('import.listRejected', {})
const rowAt = async (rowNumber: number): Promise<QuarantineRow> => {
  const row = (await workspace.call('import.listRejected', { includesClosed: true })).find(
    (each) => each.rowNumber === rowNumber
  )
  if (row === undefined) throw new Error(`no row ${rowNumber} in quarantine`)
  return row
}
const won = () =>
  workspace.db.get(
    `SELECT count(*) AS deals, sum(o.amount_minor) AS amount FROM opportunities o JOIN stages s ON s.id = o.stage_id WHERE s.status = 'won'`
  )

test('holds each row with the column and cell that stopped it', async () => {
  expect((await open()).map(({ rowNumber, header, cell }) => [rowNumber, header, cell])).toEqual([
    [3, 'Amount', 'lots'],
    [4, 'Close date', '2026-02-30'],
    [5, 'Amount', 'much']
  ])
  expect((await workspace.call('import.listImports', {}))[0]?.rejected).toBe(3)
})

test('takes mended rows with the mapping of their file; the others stay with their reason', async () => {
  const [second, third, fourth] = await open()
  await workspace.call('import.mendRejected', {
    mends: [
      { rowId: second?.id ?? 0, column: 3, cell: '250' },
      { rowId: third?.id ?? 0, column: 4, cell: '2026-02-29' }
    ]
  })
  expect((await rowAt(3)).edits).toEqual({ 3: '250' })
  expect((await rowAt(3)).cells[3]).toBe('lots')
  const outcome = await workspace.call('import.retryRejected', { rowIds: [second?.id ?? 0, third?.id ?? 0] })
  expect(outcome).toMatchObject({ taken: 1, left: 1, title: 'deals.csv (2)' })
  expect(won()).toEqual({ deals: 2, amount: 35_050 })
  expect(await rowAt(3)).toMatchObject({ state: 'fixed' })
  // 2026 is no leap year.
  expect(await rowAt(4)).toMatchObject({ state: 'open', cell: '2026-02-29', edits: { 4: '2026-02-29' } })
  expect(await rowAt(5)).toMatchObject({ id: fourth?.id, state: 'open', cell: 'much' })
  const deal = workspace.db.get<{ id: number }>(`SELECT id FROM opportunities WHERE external_id = '2'`)
  expect(await workspace.call('import.traceRow', { opportunityId: deal?.id as never })).toMatchObject({
    fileName: 'deals.csv',
    rowNumber: 3,
    importId: outcome.importId
  })
  const [retry, first] = await workspace.call('import.listImports', {})
  expect([retry?.kind, first?.kind, first?.rejected]).toEqual(['retry', 'files', 2])
})

test('a retry is one step: undo puts the row back in quarantine as it was mended', async () => {
  const [second] = await open()
  const rowIds = [second?.id ?? 0]
  await workspace.call('import.mendRejected', { mends: [{ rowId: rowIds[0] ?? 0, column: 3, cell: 250 }] })
  await workspace.call('import.retryRejected', { rowIds })
  const undone = await workspace.call('workspace.undo', {})
  expect(undone.label).toMatchObject({ method: 'import.retryRejected', params: { count: 1 } })
  expect(won()).toEqual({ deals: 1, amount: 10_050 })
  expect(await rowAt(3)).toMatchObject({ state: 'open', edits: { 3: 250 } })
  expect(await workspace.call('import.listImports', {})).toHaveLength(1)
  await workspace.call('workspace.redo', {})
  expect(won()).toEqual({ deals: 2, amount: 35_050 })
  expect(await rowAt(3)).toMatchObject({ state: 'fixed' })
})

test('nothing taken makes no import', async () => {
  const [second] = await open()
  const outcome = await workspace.call('import.retryRejected', { rowIds: [second?.id ?? 0] })
  expect(outcome).toMatchObject({ importId: null, taken: 0, left: 1 })
  expect(await workspace.call('import.listImports', {})).toHaveLength(1)
  expect(await rowAt(3)).toMatchObject({ state: 'open', cell: 'lots' })
})

test('a mending goes back to what the file has', async () => {
  const [second] = await open()
  const rowId = second?.id ?? 0
  await workspace.call('import.mendRejected', { mends: [{ rowId, column: 3, cell: '250' }] })
  await workspace.call('import.mendRejected', { mends: [{ rowId, column: 3 }] })
  expect((await rowAt(3)).edits).toEqual({})
  await workspace.call('import.mendRejected', { mends: [{ rowId, column: 3, cell: null }] })
  expect((await rowAt(3)).edits).toEqual({ 3: null })
})

test('rows are left aside and taken up again', async () => {
  const rowIds = (await open()).map((row) => row.id)
  await workspace.call('import.dismissRejected', { rowIds })
  expect(await open()).toEqual([])
  expect((await workspace.call('import.listImports', {}))[0]?.rejected).toBe(0)
  await workspace.call('import.dismissRejected', { rowIds, isDismissed: false })
  expect(await open()).toHaveLength(3)
})

test('rows that are not there are said', async () => {
  const missing = { ok: false, error: { code: 'import.rowMissing' } }
  expect(await workspace.reply('import.retryRejected', { rowIds: [99] })).toMatchObject(missing)
  expect(await workspace.reply('import.dismissRejected', { rowIds: [99] })).toMatchObject(missing)
  expect(await workspace.reply('import.mendRejected', { mends: [{ rowId: 99, column: 0, cell: 'x' }] })).toMatchObject(
    missing
  )
})
