// Imports as they stand in a file after they were written, made row by row: for tests of what is told and taken back of them later.
// Every fact has a source row, every changed deal a version, and each import is one recorded step, as with a real one.
import type { SqlValue, Writer } from '#engine/db.ts'
import { dealVersionColumns } from '#engine/import/row-shapes.ts'
import { insertDealVersions, keepCorrectedDeals } from '#engine/import/store-versions.ts'
import type { ImportId } from '#shared/import/types.ts'
import type { TestWorkspace } from '../helpers/workspace.ts'

export interface DealRow {
  key: string
  stage: number
  account?: number | null
  seller?: number | null
  amount: number | null
  close?: string | null
  currency?: string
}

export interface WrittenImport {
  importId: ImportId
}

const columns = (deal: DealRow): Record<string, SqlValue> => ({
  stage_id: deal.stage,
  account_id: deal.account ?? null,
  seller_id: deal.seller ?? null,
  amount_minor: deal.amount,
  currency: deal.currency ?? 'EUR',
  close_on: deal.close ?? null
})

const fieldOf: Readonly<Record<string, string>> = {
  stage_id: 'stageId',
  seller_id: 'sellerId',
  account_id: 'accountId',
  amount_minor: 'amountMinor',
  currency: 'currency',
  close_on: 'closeOn'
}

/** A known deal: compared with what the last file said; what a person corrected stays in force until a file says the same. */
function changeDeal(
  db: Writer,
  importId: number,
  known: Record<string, SqlValue> & { id: number },
  said: Record<string, SqlValue>,
  source: number
): void {
  const corrections = new Map(
    db
      .all<{ id: number; field: string; imported: string; corrected: string }>(
        'SELECT id, field, imported_json AS imported, corrected_json AS corrected FROM corrections WHERE opportunity_id = :id',
        { id: known.id }
      )
      .map((row) => [row.field, row])
  )
  const changed: Record<string, SqlValue> = {}
  const news: { id: number; value: SqlValue; isConfirmed: boolean }[] = []
  for (const [column, value] of Object.entries(said)) {
    const correction = corrections.get(fieldOf[column] ?? '')
    if (correction === undefined) {
      if (known[column] !== value) changed[column] = value
    } else if (JSON.stringify(value) !== correction.imported)
      news.push({ id: correction.id, value, isConfirmed: JSON.stringify(value) === correction.corrected })
  }
  const isChanged = Object.keys(changed).length > 0
  const kept = new Set<number>()
  keepCorrectedDeals(
    db,
    importId as ImportId,
    news.map((each) => each.id),
    kept
  )
  if (isChanged)
    insertDealVersions(
      db,
      importId as ImportId,
      [dealVersionColumns.map((column) => known[column === 'opportunity_id' ? 'id' : column] ?? null)],
      kept
    )
  for (const { id, value, isConfirmed } of news)
    if (isConfirmed) db.remove('corrections', id)
    else db.update('corrections', id, { imported_json: JSON.stringify(value) })
  if (isChanged) db.update('opportunities', known.id, { ...changed, source_row_id: source })
}

/** The deals of a file, as an import would write them: new ones in, changed ones with a version, all of them seen. */
function writeDeals(db: Writer, importId: number, fileId: number, deals: readonly DealRow[]): void {
  const block = db.get<{ id: number }>('SELECT ifnull(max(last_id), 0) + 1 AS id FROM source_blocks')?.id ?? 1
  db.insert('source_blocks', {
    id: block,
    last_id: block + Math.max(0, deals.length - 1),
    import_file_id: fileId,
    packing: 'json',
    rows_packed: JSON.stringify(deals.map((deal, at) => [at + 2, [deal.key]]))
  })
  const seen: number[] = []
  const fresh: [number, DealRow, number][] = []
  let next = (db.get<{ id: number }>('SELECT ifnull(max(id), 0) AS id FROM opportunities')?.id ?? 0) + 1
  for (const [at, deal] of deals.entries()) {
    const known = db.get<Record<string, SqlValue> & { id: number }>(
      'SELECT * FROM opportunities WHERE external_id = :key',
      { key: deal.key }
    )
    if (known === undefined) {
      fresh.push([next, deal, block + at])
      seen.push(next++)
      continue
    }
    seen.push(known.id)
    changeDeal(db, importId, known, columns(deal), block + at)
  }
  const names = ['id', 'external_id', 'name', ...Object.keys(columns(deals[0] as DealRow)), 'source_row_id']
  db.insertMany(
    'opportunities',
    names,
    fresh.map(([id, deal, source]) => [id, deal.key, `Deal ${deal.key}`, ...Object.values(columns(deal)), source])
  )
  db.insert('import_seen', {
    import_file_id: fileId,
    entity: 'opportunities',
    ranges_json: JSON.stringify(seen.sort((a, b) => a - b).map((id) => [id, id]))
  })
}

/** Writes one import as one step. `more` writes what else the import brings. */
export function writeImported(
  workspace: TestWorkspace,
  name: string,
  deals: readonly DealRow[],
  more: (db: Writer, importId: number) => void = () => undefined,
  shape = 'deals'
): ImportId {
  const log = workspace.session.file?.undoLog
  if (log === undefined) throw new Error('the workspace is closed')
  const at = `2026-11-12T10:00:0${workspace.db.all('SELECT 1 FROM imports').length}.000Z`
  return log.execute('import.run', at, () => {
    const db = log.writer
    const importId = db.insert('imports', {
      imported_at: at,
      title: name,
      report_json: '{}',
      data_as_of_on: '2026-11-12'
    })
    const fileId = db.insert('import_files', {
      import_id: importId,
      file_name: name,
      sha256: '',
      bytes: 0,
      entity: 'opportunities',
      header_json: '[]',
      mapping_json: '[]',
      rows_read: deals.length,
      rows_new: 0,
      rows_changed: 0,
      rows_same: 0,
      rows_rejected: 0,
      shape
    })
    more(db, importId)
    if (deals.length > 0) writeDeals(db, importId, fileId, deals)
    db.insert('quarantine_rows', {
      import_file_id: fileId,
      row_number: 99,
      cells_json: '[]',
      rule: 'noStage',
      header: 'Stage',
      cell: ''
    })
    return { keep: true, params: { title: name }, value: importId as ImportId }
  }).value
}

/** Runs any step as a command of the user. */
export function runStep(workspace: TestWorkspace, method: string, work: (db: Writer) => void): void {
  const log = workspace.session.file?.undoLog
  log?.execute(method, '2026-11-12T12:00:00.000Z', () => {
    work(log.writer)
    return { keep: true, params: {}, value: null }
  })
}

export function layStages(db: Writer): void {
  db.insertMany(
    'stages',
    ['id', 'name', 'name_key', 'position', 'status'],
    [
      [1, 'First', 'first', 1, 'open'],
      [2, 'Second', 'second', 2, 'open'],
      [3, 'Won', 'won', 3, 'won'],
      [4, 'Lost', 'lost', 4, 'lost']
    ]
  )
}
