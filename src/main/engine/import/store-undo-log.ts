// What an import did to the file, read from the undo log of its command, and what later commands did to the same rows.
import type { Reader, SqlValue } from '#engine/db.ts'
import type { ImportId } from '#shared/import/types.ts'

export type Row = Record<string, SqlValue>

/** Ids of rows by table. */
export type RowsByTable = Map<string, Set<number>>

export const rowsOf = (rows: RowsByTable, table: string): Set<number> => {
  let own = rows.get(table)
  if (own === undefined) {
    own = new Set()
    rows.set(table, own)
  }
  return own
}

export interface ImportLog {
  commandId: number
  /** Rows that the import made and that were not removed since. */
  made: RowsByTable
  /** Rows that it changed and did not make. */
  changed: RowsByTable
  /** Rows that it removed, by the change that tells what they were. */
  removed: { table: string; id: number; changeId: number }[]
  /** Rows that imports changed since which still stand, and rows that anything changed since. */
  changedByImports: RowsByTable
  changedSince: RowsByTable
}

const importMethods = `('import.run', 'import.retryRejected')`

/** The command that made an import; undefined where the log does not reach back to it. */
export function findImportCommand(db: Reader, importId: ImportId): number | undefined {
  const commands = db.all<{ id: number }>(
    `SELECT id FROM commands WHERE method IN ${importMethods} AND state = 'done' ORDER BY id DESC`
  )
  return commands.find(
    ({ id }) =>
      db.get(
        `SELECT 1 FROM changes WHERE command_id = :id AND table_name = 'imports' AND op IN ('insert', 'bulk')
          AND :importId BETWEEN row_id AND ifnull(last_row_id, row_id) LIMIT 1`,
        { id, importId }
      ) !== undefined
  )?.id
}

interface LoggedChange {
  id: number
  table: string
  op: 'insert' | 'update' | 'delete' | 'bulk'
  rowId: number
  lastRowId: number | null
}

const CHANGE = 'x.id, x.table_name AS "table", x.op, x.row_id AS rowId, x.last_row_id AS lastRowId'

/** Reads what the command did, without the rows' content. */
export function readImportLog(db: Reader, commandId: number): ImportLog {
  const made: RowsByTable = new Map()
  const changed: RowsByTable = new Map()
  const removed: ImportLog['removed'] = []
  let last = 0
  for (const change of db.iterate<LoggedChange>(
    `SELECT ${CHANGE} FROM changes x WHERE command_id = :commandId ORDER BY id`,
    {
      commandId
    }
  )) {
    last = change.id
    const own = rowsOf(made, change.table)
    if (change.op === 'bulk' || change.op === 'insert')
      for (let id = change.rowId; id <= (change.lastRowId ?? change.rowId); id++) own.add(id)
    else if (change.op === 'update') {
      if (!own.has(change.rowId)) rowsOf(changed, change.table).add(change.rowId)
    } else if (!own.delete(change.rowId)) {
      rowsOf(changed, change.table).delete(change.rowId)
      removed.push({ table: change.table, id: change.rowId, changeId: change.id })
    }
  }
  return { commandId, made, changed, removed, ...readLater(db, commandId, last, made, changed) }
}

/** Steps that bring a removed row back under its id: it is the same row again. */
const bringsBack = new Set(['import.undoImport', 'crm.splitMerge'])

/** Takes rows removed since out of `made` and `changed`, and tells which of the others were changed since. */
function readLater(
  db: Reader,
  commandId: number,
  after: number,
  made: RowsByTable,
  changed: RowsByTable
): Pick<ImportLog, 'changedByImports' | 'changedSince'> {
  const changedSince: RowsByTable = new Map()
  const byCommand = new Map<number, RowsByTable>()
  const importOf = new Map<number, number>()
  const away: RowsByTable = new Map()
  for (const change of db.iterate<LoggedChange & { commandId: number; method: string }>(
    `SELECT ${CHANGE}, x.command_id AS commandId, c.method FROM changes x JOIN commands c ON c.id = x.command_id
      WHERE x.id > :after AND x.command_id <> :commandId AND c.state = 'done' ORDER BY x.id`,
    { after, commandId }
  )) {
    const { table, op, rowId } = change
    if (table === 'imports' && op === 'insert') importOf.set(change.commandId, rowId)
    const isOurs = made.get(table)?.has(rowId) || changed.get(table)?.has(rowId)
    if (!isOurs) continue
    if (op === 'delete') rowsOf(away, table).add(rowId)
    else if (op === 'insert' && bringsBack.has(change.method)) rowsOf(away, table).delete(rowId)
    else if (op === 'update') {
      rowsOf(changedSince, table).add(rowId)
      let own = byCommand.get(change.commandId)
      if (own === undefined) {
        own = new Map()
        byCommand.set(change.commandId, own)
      }
      rowsOf(own, table).add(rowId)
    }
  }
  for (const [table, ids] of away)
    for (const id of ids) {
      made.get(table)?.delete(id)
      changed.get(table)?.delete(id)
    }
  const standing = new Set(
    db.all<{ id: number }>('SELECT id FROM imports WHERE undone_at IS NULL').map((row) => row.id)
  )
  const changedByImports: RowsByTable = new Map()
  for (const [command, importId] of importOf) {
    if (!standing.has(importId)) continue
    for (const [table, ids] of byCommand.get(command) ?? [])
      for (const id of ids) rowsOf(changedByImports, table).add(id)
  }
  return { changedByImports, changedSince }
}

/** The rows of a table of the workspace that an import's files hold, new or not; where that was not kept yet, those that it made. */
export function listSeenRows(db: Reader, importId: ImportId, table: string): Set<number> {
  const seen = new Set<number>()
  const rows = db.all<{ ranges: string }>(
    `SELECT s.ranges_json AS ranges FROM import_files f JOIN import_seen s ON s.import_file_id = f.id
      WHERE f.import_id = :importId AND s.entity = :table`,
    { importId, table }
  )
  for (const row of rows)
    for (const [first, last] of JSON.parse(row.ranges) as [number, number][])
      for (let id = first; id <= last; id++) seen.add(id)
  if (rows.length > 0) return seen
  const commandId = findImportCommand(db, importId)
  if (commandId === undefined) return seen
  for (const range of db.iterate<{ first: number; last: number }>(
    `SELECT row_id AS first, ifnull(last_row_id, row_id) AS last FROM changes
      WHERE command_id = :commandId AND table_name = :table AND op IN ('bulk', 'insert')`,
    { commandId, table }
  ))
    for (let id = range.first; id <= range.last; id++) seen.add(id)
  return seen
}

export const listSeenDeals = (db: Reader, importId: ImportId): Set<number> =>
  listSeenRows(db, importId, 'opportunities')

/** Which of these rows a person, not an import, has changed. */
export function listChangedByHand(db: Reader, table: string, ids: ReadonlySet<number>): Set<number> {
  const changed = new Set<number>()
  for (const { id } of db.iterate<{ id: number }>(
    `SELECT x.row_id AS id FROM changes x JOIN commands c ON c.id = x.command_id
      WHERE x.table_name = :table AND x.op = 'update' AND c.state = 'done'
        AND c.method NOT IN ('import.run', 'import.retryRejected', 'import.undoImport')`,
    { table }
  ))
    if (ids.has(id)) changed.add(id)
  return changed
}

/**
 * Rows that came with an import which was taken back since, and stayed because others stood on them: nobody's any more, so the next import
 * that is taken back may take them along.
 */
export function listOrphans(db: Reader, tables: readonly string[]): RowsByTable {
  const undone = new Set(
    db.all<{ id: number }>('SELECT id FROM imports WHERE undone_at IS NOT NULL').map((row) => row.id)
  )
  const orphans: RowsByTable = new Map()
  if (undone.size === 0) return orphans
  const commands = db.all<{ id: number }>(
    `SELECT id FROM commands WHERE method IN ${importMethods} AND state = 'done' ORDER BY id`
  )
  const kinds = JSON.stringify([...tables, 'imports'])
  for (const { id } of commands) {
    const inserts = db.all<{ table: string; first: number; last: number }>(
      `SELECT table_name AS "table", row_id AS first, ifnull(last_row_id, row_id) AS last FROM changes
        WHERE command_id = :id AND op IN ('bulk', 'insert') AND table_name IN (SELECT value FROM json_each(:kinds))`,
      { id, kinds }
    )
    const importId = inserts.find((each) => each.table === 'imports')?.first
    const isUndone = importId !== undefined && undone.has(importId)
    for (const { table, first, last } of inserts) {
      const own = rowsOf(orphans, table)
      // A number used again belongs to the import that used it last.
      for (let row = first; row <= last; row++)
        if (isUndone) own.add(row)
        else own.delete(row)
    }
  }
  for (const [table, ids] of orphans) {
    const there = new Set(db.all<{ id: number }>(`SELECT id FROM ${table}`).map((row) => row.id))
    for (const id of ids) if (!there.has(id)) ids.delete(id)
  }
  return orphans
}
