// Takes an import back: rows that it removed return, old values return, rows that it made go, and the history of deals closes up over it.
// What is to be done is worked out beforehand (store-undo-plan.ts); here it is counted and carried out.
import type { Reader, SqlValue, Writer } from '#engine/db.ts'
import type { ImportId, UndoEffect } from '#shared/import/types.ts'
import { findImportCommand, type Row, type RowsByTable } from './store-undo-log.ts'
import { ownTables, planUndo, type UndoPlan } from './store-undo-plan.ts'

/** Rows of these go first: nothing of the import refers to them. In this order what refers goes before what is referred to. */
const order = [
  'seller_aliases',
  'account_aliases',
  'product_aliases',
  'stage_aliases',
  'identity_decisions',
  'quotas',
  'territory_accounts',
  'territory_sellers',
  'team_memberships',
  'stage_changes',
  'activities',
  'leads',
  'invoices',
  'targets',
  'exchange_rates',
  'opportunities',
  'territories',
  'accounts',
  'products',
  'sellers',
  'teams',
  'stages'
]

/** What the user made and a removed row takes along. */
const dependents = [
  ['quotas', 'seller_id', 'sellers'],
  ['territory_accounts', 'account_id', 'accounts'],
  ['territory_accounts', 'territory_id', 'territories'],
  ['territory_sellers', 'seller_id', 'sellers'],
  ['territory_sellers', 'territory_id', 'territories'],
  ['team_memberships', 'seller_id', 'sellers'],
  ['pay_plan_members', 'seller_id', 'sellers'],
  ['pay_lines', 'seller_id', 'sellers'],
  ['corrections', 'opportunity_id', 'opportunities'],
  ['seller_aliases', 'seller_id', 'sellers'],
  ['account_aliases', 'account_id', 'accounts'],
  ['product_aliases', 'product_id', 'products'],
  ['stage_aliases', 'stage_id', 'stages']
] as const

/** Small tables that only tell how names were understood: they go, but are no news to anyone. */
const unsaid = new Set([
  'seller_aliases',
  'account_aliases',
  'product_aliases',
  'stage_aliases',
  'identity_decisions',
  'opportunity_versions',
  'corrections'
])

export type UndoProblem = 'import.importMissing' | 'import.alreadyUndone'

/** What undoing an import would do, or why it can't be undone. */
export function prepareUndo(db: Reader, importId: ImportId): UndoPlan | UndoProblem {
  const found = db.get<{ title: string; undoneAt: string | null }>(
    'SELECT title, undone_at AS undoneAt FROM imports WHERE id = :importId',
    { importId }
  )
  if (found === undefined) return 'import.importMissing'
  if (found.undoneAt !== null) return 'import.alreadyUndone'
  const commandId = findImportCommand(db, importId)
  return commandId === undefined ? 'import.importMissing' : planUndo(db, importId, found.title, commandId)
}

export function describeUndo(db: Reader, plan: UndoPlan): UndoEffect {
  const counts = (rows: Iterable<[string, number]>): { what: string; count: number }[] =>
    [...rows].filter(([, count]) => count > 0).map(([what, count]) => ({ what, count }))
  const restored = new Map<string, number>()
  for (const { table } of [...plan.restores, ...plan.log.removed])
    if (!unsaid.has(table) || table === 'corrections') restored.set(table, (restored.get(table) ?? 0) + 1)
  const newest = db.get<{ id: number }>(`SELECT id FROM commands WHERE state = 'done' ORDER BY id DESC LIMIT 1`)
  return {
    importId: plan.importId,
    removes: counts([
      ...order
        .filter((table) => !unsaid.has(table))
        .map((table): [string, number] => [table, plan.removes.get(table)?.size ?? 0]),
      ['quarantine_rows', countWaiting(db, plan.importId)]
    ]),
    restores: counts([...restored].filter(([table]) => !ownTables.has(table))),
    keeps: plan.keeps.filter(({ what }) => !unsaid.has(what) && !ownTables.has(what)),
    dependents: counts(countDependents(db, plan.removes)),
    laterImports: db.all(
      `SELECT id AS importId, title, imported_at AS importedAt FROM imports WHERE id > :importId AND undone_at IS NULL ORDER BY id`,
      { importId: plan.importId }
    ),
    isNewest: newest?.id === plan.log.commandId
  }
}

/** Rows of the import that wait to be mended: they go with it, and whoever has mended some wants to know. */
const countWaiting = (db: Reader, importId: number): number =>
  db.get<{ n: number }>(
    `SELECT count(*) AS n FROM quarantine_rows q JOIN import_files f ON f.id = q.import_file_id
      WHERE f.import_id = :importId AND q.state = 'open'`,
    { importId }
  )?.n ?? 0

function countDependents(db: Reader, removes: RowsByTable): Map<string, number> {
  const going = new Map<string, Set<number>>()
  for (const [table, column, target] of dependents) {
    const ids = removes.get(target)
    if (ids === undefined || ids.size === 0) continue
    const own = removes.get(table)
    const rows = going.get(table) ?? new Set<number>()
    for (const row of db.iterate<{ id: number; ref: number }>(
      `SELECT id, ${column} AS ref FROM ${table} WHERE ${column} IS NOT NULL`
    ))
      if (ids.has(row.ref) && !own?.has(row.id)) rows.add(row.id)
    going.set(table, rows)
  }
  return new Map([...going].map(([table, rows]) => [table, rows.size]))
}

/** Carries a plan out. Everything it does is recorded as the step that undoing an import is. */
export function applyUndo(db: Writer, plan: UndoPlan, undoneAt: string): void {
  bringBackRemoved(db, plan)
  for (const { table, id, fields } of plan.restores) restore(db, table, id, fields)
  dropCorrectionsThatHold(db)
  mendVersions(db, plan)
  for (const table of order) {
    const ids = plan.removes.get(table)
    if (table !== 'opportunities' || (ids?.size ?? 0) < manyRows) removeRows(db, table, ids)
    else {
      // It takes less time to make the indexes of many deals anew than to keep them while the deals go.
      const indexes = db.suspendIndexes(table)
      removeRows(db, table, ids)
      indexes.restore()
    }
  }
  db.update('imports', plan.importId, { undone_at: undoneAt })
  dropOwnRows(db, plan.importId)
}

const manyRows = 20_000

/** Another row may have taken a unique name meanwhile: then the old value can't come back, and the row keeps its own. */
function restore(db: Writer, table: string, id: number, fields: Row): void {
  const sets = Object.keys(fields).map((column) => `"${column}" = :${column}`)
  if (sets.length > 0)
    db.run(`UPDATE OR IGNORE ${table} SET ${sets.join(', ')} WHERE id = :rowId`, { ...fields, rowId: id })
}

/** A correction that says what the file says is none. */
const dropCorrectionsThatHold = (db: Writer): void => {
  db.run('DELETE FROM corrections WHERE imported_json = corrected_json')
}

interface ColumnShape {
  name: string
  /** The table that it refers to. */
  target: string | null
  isNeeded: boolean
}

/** Rows that the import took out (deals that vanished, corrections it confirmed), what is referred to first. */
function bringBackRemoved(db: Writer, plan: UndoPlan): void {
  const rank = (table: string): number => -order.indexOf(table)
  const rows = [...plan.log.removed].sort((a, b) => rank(a.table) - rank(b.table) || a.changeId - b.changeId)
  const shapes = new Map<string, ColumnShape[]>()
  const newIds = new Map<string, number>()
  for (const { table, id, changeId } of rows) {
    if (ownTables.has(table)) continue
    const json = db.get<{ json: string }>('SELECT before_json AS json FROM changes WHERE id = :changeId', {
      changeId
    })?.json
    if (json === undefined) continue
    const shape = shapes.get(table) ?? readShape(db, table)
    shapes.set(table, shape)
    const newId = insertAgain(db, table, { ...(JSON.parse(json) as Row), ...plan.patches.get(changeId) }, shape, newIds)
    if (newId !== undefined) newIds.set(`${table} ${id}`, newId)
  }
}

const readShape = (db: Reader, table: string): ColumnShape[] =>
  db
    .all<{ name: string; target: string | null; isNeeded: number }>(
      `SELECT c.name, f."table" AS target, c."notnull" AS isNeeded FROM pragma_table_info(:table) c
        LEFT JOIN pragma_foreign_key_list(:table) f ON f."from" = c.name`,
      { table }
    )
    .map((column) => ({ ...column, isNeeded: column.isNeeded === 1 }))

/**
 * Puts a row in again, under its old number unless another row has that one now.
 *
 * @param newIds numbers of rows that came back under another one, by 'table id'
 * @returns the new number, undefined when the old one holds or the row can't come back: what it belonged to is gone, or another took its place
 */
function insertAgain(
  db: Writer,
  table: string,
  row: Row,
  columns: readonly ColumnShape[],
  newIds: ReadonlyMap<string, number>
): number | undefined {
  const values: Record<string, SqlValue> = {}
  for (const { name, target, isNeeded } of columns) {
    if (!(name in row)) continue
    const old = row[name] ?? null
    const value = target === null ? old : (newIds.get(`${target} ${old}`) ?? old)
    const isGone =
      target !== null && value !== null && db.get(`SELECT 1 FROM ${target} WHERE id = :value`, { value }) === undefined
    if (isGone && isNeeded) return undefined
    values[name] = isGone ? null : value
  }
  const isTaken = db.get(`SELECT 1 FROM ${table} WHERE id = :id`, { id: row.id ?? null }) !== undefined
  if (isTaken) {
    // A deal comes back under its own number or not at all: what imports saw is kept by number.
    if (table === 'opportunities') return undefined
    delete values.id
  }
  const names = Object.keys(values)
  const changed = db.run(
    `INSERT OR IGNORE INTO ${table} (${names.map((name) => `"${name}"`).join(', ')})
      VALUES (${names.map((name) => `:${name}`).join(', ')})`,
    values
  )
  return isTaken && changed > 0 ? db.get<{ id: number }>('SELECT last_insert_rowid() AS id')?.id : undefined
}

/**
 * Closes the history over the import. What a deal was until this import, it now was until the next one that holds it; and of a deal that
 * this import brought, the next import that holds it is the first.
 */
function mendVersions(db: Writer, plan: UndoPlan): void {
  const { importId, heldLater, log } = plan
  const versions = db.all<{ id: number; deal: number }>(
    'SELECT id, opportunity_id AS deal FROM opportunity_versions WHERE until_import_id = :importId',
    { importId }
  )
  const versionUntil = (deal: number, until: number): number | undefined =>
    db.get<{ id: number }>(
      'SELECT id FROM opportunity_versions WHERE opportunity_id = :deal AND until_import_id = :until',
      { deal, until }
    )?.id
  const over = new Set<number>()
  for (const { id, deal } of versions) {
    const next = heldLater.get(deal)
    if (next === undefined) {
      over.add(id)
      continue
    }
    const there = versionUntil(deal, next)
    if (there !== undefined) db.remove('opportunity_versions', there)
    db.update('opportunity_versions', id, { until_import_id: next })
  }
  removeRows(db, 'opportunity_versions', over)
  for (const deal of log.made.get('opportunities') ?? []) {
    const next = heldLater.get(deal)
    const there = next === undefined ? undefined : versionUntil(deal, next)
    if (there !== undefined) db.remove('opportunity_versions', there)
  }
}

function removeRows(db: Writer, table: string, ids: ReadonlySet<number> | undefined): void {
  if (ids === undefined || ids.size === 0) return
  const isNested = table === 'teams' || table === 'territories'
  if (!isNested) {
    for (const [first, last] of rangesOf(ids))
      db.run(`DELETE FROM ${table} WHERE id BETWEEN :first AND :last`, { first, last })
    return
  }
  // A parent can only go when nothing lies under it any more.
  const params = { ids: JSON.stringify([...ids]) }
  while (
    db.run(
      `DELETE FROM ${table} WHERE id IN (SELECT value FROM json_each(:ids))
        AND id NOT IN (SELECT parent_id FROM ${table} WHERE parent_id IS NOT NULL)`,
      params
    ) > 0
  );
}

/** Runs of ids without a gap. */
function rangesOf(ids: ReadonlySet<number>): [number, number][] {
  const ranges: [number, number][] = []
  for (const id of [...ids].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last !== undefined && last[1] === id - 1) last[1] = id
    else ranges.push([id, id])
  }
  return ranges
}

const traced = [
  'accounts',
  'products',
  'opportunities',
  'activities',
  'stage_changes',
  'leads',
  'invoices',
  'exchange_rates',
  'targets',
  'opportunity_versions'
]

/**
 * Rows not taken and what the files held go. Source rows stay while a row that stays came from them, and so do their files; those of imports
 * taken back before are looked through again, as the last row that came from them may have gone just now.
 */
function dropOwnRows(db: Writer, importId: ImportId): void {
  const own = 'SELECT id FROM import_files WHERE import_id = :importId'
  db.run(`DELETE FROM quarantine_rows WHERE import_file_id IN (${own})`, { importId })
  db.run(`DELETE FROM import_seen WHERE import_file_id IN (${own})`, { importId })
  const undone = `SELECT f.id FROM import_files f JOIN imports i ON i.id = f.import_id WHERE i.undone_at IS NOT NULL`
  const blocks = db.all<{ id: number; lastId: number }>(
    `SELECT id, last_id AS lastId FROM source_blocks WHERE import_file_id IN (${undone}) ORDER BY id`
  )
  const [first, last] = [blocks[0]?.id, blocks.at(-1)?.lastId]
  const used = new Set<number>()
  if (first !== undefined && last !== undefined)
    for (const table of traced)
      for (const row of db.iterate<{ id: number }>(
        `SELECT source_row_id AS id FROM ${table} WHERE source_row_id BETWEEN :first AND :last`,
        { first, last }
      )) {
        const block = findBlock(blocks, row.id)
        if (block !== undefined) used.add(block)
      }
  for (const { id } of blocks) if (!used.has(id)) db.remove('source_blocks', id)
  db.run(
    `DELETE FROM import_files WHERE id IN (${undone})
      AND NOT EXISTS (SELECT 1 FROM source_blocks b WHERE b.import_file_id = import_files.id)`
  )
}

function findBlock(blocks: readonly { id: number; lastId: number }[], row: number): number | undefined {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.lastId ?? 0) < row) low = middle + 1
    else high = middle
  }
  const block = blocks[low]
  return block !== undefined && block.id <= row ? block.id : undefined
}
