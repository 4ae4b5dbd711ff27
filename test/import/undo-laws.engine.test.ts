// Laws of taking imports back and of the history they leave: whatever is undone in whatever order, the workspace is as if only the other
// imports had been made; the snapshot of an import that stands is what its file said; and all undone leave nothing.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listSnapshot } from '#engine/import/store-history.ts'
import type { OpportunityId } from '#shared/crm/types.ts'
import type { ImportId } from '#shared/import/types.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { type DealRow, layStages, writeImported } from './written-imports.ts'

let workspace: TestWorkspace
const open = async (): Promise<void> => {
  workspace = await openTestWorkspace()
  layStages(workspace.writer)
  workspace.writer.insertMany(
    'sellers',
    ['id', 'name', 'role'],
    [
      [1, 'Ana', 'seller'],
      [2, 'Luis', 'seller']
    ]
  )
}
beforeAll(open)
afterAll(() => workspace.close())

const dealArb = fc.record({
  key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  stage: fc.integer({ min: 1, max: 4 }),
  seller: fc.constantFrom(null, 1, 2),
  amount: fc.constantFrom(null, 100, 200),
  close: fc.constantFrom(null, '2026-10-31', '2026-11-30')
})
const fileArb = fc.uniqueArray(dealArb, { selector: (deal) => deal.key, minLength: 1, maxLength: 6 })
const correctionArb = fc.record({
  /** After which import it is made. */
  after: fc.integer({ min: 0, max: 4 }),
  key: fc.constantFrom('a', 'b', 'c'),
  change: fc.constantFrom(
    { field: 'amountMinor' as const, value: 200 },
    { field: 'amountMinor' as const, value: 300 },
    { field: 'closeOn' as const, value: '2026-11-30' },
    { field: 'stageId' as const, value: 3 }
  )
})
const storyArb = fc.array(fileArb, { minLength: 2, maxLength: 5 }).chain((files) =>
  fc.record({
    files: fc.constant(files),
    order: fc.shuffledSubarray(
      files.map((_, at) => at),
      { minLength: files.length }
    ),
    corrections: fc.array(correctionArb, { maxLength: 3 })
  })
)

interface Said {
  key: string
  stage: number | null
  seller: number | null
  amount: number | null
  close: string | null
}
const byKey = (rows: readonly Said[]): Said[] => [...rows].sort((x, y) => x.key.localeCompare(y.key))
const said = (file: readonly DealRow[]): Said[] =>
  byKey(
    file.map(({ key, stage, seller, amount, close }) => ({
      key,
      stage,
      seller: seller ?? null,
      amount,
      close: close ?? null
    }))
  )
const held = (): Said[] =>
  workspace.db.all<Said>(
    'SELECT external_id AS key, stage_id AS stage, seller_id AS seller, amount_minor AS amount, close_on AS close FROM opportunities ORDER BY 1'
  )
const snapshot = (importId: ImportId): Said[] => {
  const keys = new Map(
    workspace.db
      .all<{ id: number; key: string }>('SELECT id, external_id AS key FROM opportunities')
      .map((row) => [row.id, row.key])
  )
  return byKey(
    listSnapshot(workspace.db, importId).map((state) => ({
      key: keys.get(state.deal) ?? '',
      stage: state.stage,
      seller: state.seller,
      amount: state.amountMinor,
      close: state.closeOn
    }))
  )
}

/** What the deals are when only these files were imported, one after the other. */
function expected(files: readonly (readonly DealRow[])[]): Said[] {
  const last = new Map<string, DealRow>()
  for (const file of files) for (const deal of file) last.set(deal.key, deal)
  return said([...last.values()])
}

/** The deals as the files said them: what a person put over them is taken off. */
function asImported(): Said[] {
  const imported = new Map<string, Partial<Said>>()
  const names = { amountMinor: 'amount', closeOn: 'close', stageId: 'stage' } as const
  for (const row of workspace.db.all<{ key: string; field: keyof typeof names; json: string }>(
    `SELECT o.external_id AS key, c.field, c.imported_json AS json FROM corrections c
      JOIN opportunities o ON o.id = c.opportunity_id`
  ))
    imported.set(row.key, { ...imported.get(row.key), [names[row.field]]: JSON.parse(row.json) })
  return held().map((deal) => ({ ...deal, ...imported.get(deal.key) }))
}

test('undoing imports in any order is as if they had never been made', async () => {
  await fc.assert(
    fc.asyncProperty(storyArb, async ({ files, order, corrections }) => {
      // A story that went wrong leaves rows behind: the next one must not stand on them.
      if (workspace.db.get('SELECT 1 FROM opportunities') !== undefined) {
        await workspace.close()
        await open()
      }
      const ids: ImportId[] = []
      for (const [at, file] of files.entries()) {
        ids.push(writeImported(workspace, `${at}.csv`, file))
        for (const { after, key, change } of corrections) {
          const id = workspace.db.get<{ id: OpportunityId }>('SELECT id FROM opportunities WHERE external_id = :key', {
            key
          })?.id
          if (after !== at || id === undefined) continue
          await workspace.call('crm.correctDeal', { opportunityId: id, ...change, reason: 'checked' })
        }
      }
      const standing = new Set(files.keys())
      const check = (): void => {
        const live = [...standing].sort()
        expect(asImported()).toEqual(expected(live.map((at) => files[at] ?? [])))
        for (const at of live) expect(snapshot(ids[at] as ImportId)).toEqual(said(files[at] ?? []))
        // What is corrected is in force.
        for (const row of workspace.db.all<{ now: string; corrected: string }>(
          `SELECT CASE c.field WHEN 'amountMinor' THEN json_quote(o.amount_minor) WHEN 'closeOn' THEN json_quote(o.close_on)
              ELSE json_quote(o.stage_id) END AS now, c.corrected_json AS corrected
            FROM corrections c JOIN opportunities o ON o.id = c.opportunity_id`
        ))
          expect(row.now).toBe(row.corrected)
      }
      check()
      for (const at of order) {
        await workspace.call('import.undoImport', { importId: ids[at] as ImportId })
        standing.delete(at)
        check()
      }
      for (const table of [
        'opportunities',
        'opportunity_versions',
        'corrections',
        'import_files',
        'source_blocks',
        'import_seen'
      ])
        expect(workspace.db.all(`SELECT 1 FROM ${table}`), table).toEqual([])
      workspace.session.file?.connection.checkForeignKeys()
    }),
    { numRuns: 60 }
  )
  expect(workspace.bugs).toEqual([])
})
