// The old values that taking an import back puts in place again: column by column, and only where the import's value still stands.
import type { Reader, SqlValue } from '#engine/db.ts'
import type { ImportId } from '#shared/import/types.ts'
import type { ImportLog, Row, RowsByTable } from './store-undo-log.ts'

export interface Restore {
  table: string
  id: number
  /** Columns with the values that come back. */
  fields: Row
}

/** What an import changes of itself, or learns for the next one, does not go back by column. */
const notRestored = new Set(['imports', 'import_files', 'import_seen', 'import_profiles', 'opportunity_versions'])

/** Columns that name a row of another table, by column. A name of another meaning in some table would stand here too. */
const referred: Readonly<Record<string, string>> = {
  account_id: 'accounts',
  parent_id: '',
  owner_id: 'sellers',
  manager_id: 'sellers',
  seller_id: 'sellers',
  product_id: 'products',
  stage_id: 'stages',
  team_id: 'teams',
  opportunity_id: 'opportunities',
  territory_id: 'territories',
  fixed_import_id: 'imports',
  import_file_id: 'import_files'
}

/** Where an id of the past is found today: itself, or the account or person it was merged into; undefined where it is gone. */
function makeFinder(
  db: Reader,
  comingBack: ReadonlySet<string>
): (table: string, column: string, id: number) => number | undefined {
  const known = new Map<string, number | undefined>()
  const merged = new Map(
    db
      .all<{ from: string; to: number }>(
        `SELECT entity || ' ' || merged_id AS "from", kept_id AS "to" FROM merges WHERE split_at IS NULL ORDER BY id`
      )
      .map((row) => [row.from, row.to])
  )
  const find = (target: string, id: number, depth: number): number | undefined => {
    if (comingBack.has(`${target} ${id}`) || db.get(`SELECT 1 FROM ${target} WHERE id = :id`, { id }) !== undefined)
      return id
    const kept = depth < 50 ? merged.get(`${target} ${id}`) : undefined
    return kept === undefined ? undefined : find(target, kept, depth + 1)
  }
  return (table, column, id) => {
    const named = referred[column]
    if (named === undefined) return id
    const target = named === '' ? table : named
    const key = `${target} ${id}`
    if (!known.has(key)) known.set(key, find(target, id, 0))
    return known.get(key)
  }
}

export interface FoundRestores {
  restores: Restore[]
  /** Rows by table of which nothing comes back, because all that the import changed was changed again. */
  overtaken: Map<string, number>
  /** Rows by table that are left as they are because a later import holds them too. */
  held: Map<string, number>
  /** Values that rows which come back have another way than the log says, by the change that took them away. */
  patches: Map<number, Row>
}

/** Old values by table and row, while they are collected. */
class RestoreBook {
  readonly #tables = new Map<string, Map<number, Row>>()
  readonly patches = new Map<number, Row>()

  /** The fields of a row that come back; what is put into it counts. */
  fieldsOf(table: string, id: number): Row {
    let rows = this.#tables.get(table)
    if (rows === undefined) {
      rows = new Map()
      this.#tables.set(table, rows)
    }
    let fields = rows.get(id)
    if (fields === undefined) {
      fields = {}
      rows.set(id, fields)
    }
    return fields
  }

  report(held: FoundRestores['held']): FoundRestores {
    const restores: Restore[] = []
    const overtaken = new Map<string, number>()
    for (const [table, rows] of this.#tables)
      for (const [id, fields] of rows)
        if (Object.keys(fields).length > 0) restores.push({ table, id, fields })
        else overtaken.set(table, (overtaken.get(table) ?? 0) + 1)
    return { restores, overtaken, held, patches: this.patches }
  }
}

/**
 * Reads the old values from the log, the newest change first, and holds the import's values against those of today.
 *
 * @param later deals and other rows that a later import holds too: they are left as they are
 */
export function collectRestores(
  db: Reader,
  importId: ImportId,
  log: ImportLog,
  later: { hasDeal: (deal: number) => boolean; rows: RowsByTable }
): FoundRestores {
  const isHeld = later.hasDeal
  const find = makeFinder(db, new Set(log.removed.map(({ table, id }) => `${table} ${id}`)))
  const corrections = loadCorrections(db, log.commandId)
  const heldCorrections = new Set<number>()
  for (const [deal, own] of corrections) if (isHeld(deal)) for (const { id } of own.values()) heldCorrections.add(id)
  const book = new RestoreBook()
  const heldRows = new Map<string, number>()
  for (const [table, ids] of log.changed) {
    if (notRestored.has(table) || table === 'opportunities') continue
    const held = later.rows.get(table)
    const left = held === undefined ? 0 : [...ids].filter((id) => held.has(id)).length
    if (left > 0) heldRows.set(table, left)
    const undone = loadUndoneUpdates(db, log.commandId, table)
    for (const { rowId, now, before, after } of iterateUpdates(db, log.commandId, table)) {
      if (!ids.has(rowId) || held?.has(rowId) || (table === 'corrections' && heldCorrections.has(rowId))) continue
      const fields = book.fieldsOf(table, rowId)
      for (const [column, found] of Object.entries(before)) {
        const made = after[column] ?? null
        const old = beforeUndone(undone.get(rowId), column, found)
        const stands = column in fields ? fields[column] : now[column]
        if (old !== made && (stands ?? null) === made) setField(fields, table, column, old, find)
      }
    }
  }
  collectDeals(db, importId, log, isHeld, corrections, find, book)
  return book.report(heldRows)
}

function* iterateUpdates(
  db: Reader,
  commandId: number,
  table: string
): Generator<{ rowId: number; now: Row; before: Row; after: Row }> {
  for (const row of db.iterate<{ rowId: number; beforeJson: string; afterJson: string } & Row>(
    `SELECT t.*, x.row_id AS rowId, x.before_json AS beforeJson, x.after_json AS afterJson
      FROM changes x CROSS JOIN ${table} t ON t.id = x.row_id
      WHERE x.command_id = :commandId AND x.table_name = :table AND x.op = 'update' ORDER BY x.id DESC`,
    { commandId, table }
  ))
    yield {
      rowId: row.rowId,
      now: row,
      before: JSON.parse(row.beforeJson) as Row,
      after: JSON.parse(row.afterJson) as Row
    }
}

type Update = { before: Row; after: Row }

/** What imports taken back before had changed in rows of a table, until a command: by row, the newest change first. */
function loadUndoneUpdates(db: Reader, commandId: number, table: string): Map<number, Update[]> {
  const updates = new Map<number, Update[]>()
  for (const row of db.iterate<{ rowId: number; beforeJson: string; afterJson: string }>(
    `SELECT x.row_id AS rowId, x.before_json AS beforeJson, x.after_json AS afterJson
      FROM imports i JOIN changes m ON m.table_name = 'imports' AND m.op IN ('insert', 'bulk') AND m.row_id = i.id
        JOIN commands c ON c.id = m.command_id AND c.state = 'done' AND c.method IN ('import.run', 'import.retryRejected')
        JOIN changes x ON x.command_id = c.id AND x.table_name = :table AND x.op = 'update'
      WHERE i.undone_at IS NOT NULL AND c.id < :commandId ORDER BY x.id DESC`,
    { commandId, table }
  )) {
    const own = updates.get(row.rowId) ?? []
    own.push({ before: JSON.parse(row.beforeJson) as Row, after: JSON.parse(row.afterJson) as Row })
    updates.set(row.rowId, own)
  }
  return updates
}

/** A value that an import taken back had put there is no old value: what it was before that import is. */
function beforeUndone(updates: readonly Update[] | undefined, column: string, value: SqlValue): SqlValue {
  let old = value
  for (const { before, after } of updates ?? [])
    if (column in before && (after[column] ?? null) === old) old = before[column] ?? null
  return old
}

/**
 * Deals: what the history says they were before this import, which is right also when an import between was taken back; for the other
 * fields what the log says. What a person corrected stays in force, over the value that the earlier file gave.
 */
function collectDeals(
  db: Reader,
  importId: ImportId,
  log: ImportLog,
  isHeld: (deal: number) => boolean,
  corrections: Corrections,
  find: Find,
  book: RestoreBook
): void {
  const ids = log.changed.get('opportunities') ?? new Set<number>()
  const versions = loadVersions(db, importId)
  for (const { rowId, now, before, after } of iterateUpdates(db, log.commandId, 'opportunities')) {
    if (!ids.has(rowId) || isHeld(rowId)) continue
    const fields = book.fieldsOf('opportunities', rowId)
    const version = versions.get(rowId)
    for (const [column, old] of Object.entries(before)) {
      const made = after[column] ?? null
      if (old === made || (version !== undefined && column in version)) continue
      const correction = corrections.get(rowId)?.get(column)
      if (correction !== undefined) {
        if (correction.imported === JSON.stringify(made)) mendCorrection(book, correction, old, find)
      } else if ((now[column] ?? null) === made) setField(fields, 'opportunities', column, old, find)
    }
  }
  for (const [deal, version] of versions) {
    if (isHeld(deal) || log.made.get('opportunities')?.has(deal)) continue
    const now = db.get<Row>(`SELECT ${versioned.join(', ')} FROM opportunities WHERE id = :deal`, { deal })
    if (now === undefined) continue
    for (const column of versioned) {
      const old = version[column] ?? null
      const correction = corrections.get(deal)?.get(column)
      if (correction !== undefined) mendCorrection(book, correction, old, find)
      // A stage that was removed since can't come back: the deal keeps the one it has.
      else if (old !== (now[column] ?? null) && !(column === 'stage_id' && old === null))
        setField(book.fieldsOf('opportunities', deal), 'opportunities', column, old, find)
    }
  }
}

/** The columns that the history keeps. */
const versioned = ['stage_id', 'seller_id', 'account_id', 'amount_minor', 'currency', 'close_on']

/** What deals were before this import, from the history: it is right also when an import between was taken back. */
const loadVersions = (db: Reader, importId: ImportId): Map<number, Row> =>
  new Map(
    db
      .all<Row>(
        `SELECT opportunity_id AS deal, ${versioned.join(', ')} FROM opportunity_versions WHERE until_import_id = :importId`,
        {
          importId
        }
      )
      .map(({ deal, ...row }) => [Number(deal), row])
  )

type Find = ReturnType<typeof makeFinder>

function setField(fields: Row, table: string, column: string, old: SqlValue, find: Find): void {
  if (typeof old !== 'number' || !(column in referred)) fields[column] = old
  else {
    const id = find(table, column, old)
    if (id !== undefined) fields[column] = id
  }
}

const columnOfField: Readonly<Record<string, string>> = {
  name: 'name',
  accountId: 'account_id',
  productId: 'product_id',
  sellerId: 'seller_id',
  stageId: 'stage_id',
  amountMinor: 'amount_minor',
  currency: 'currency',
  createdOn: 'created_on',
  closeOn: 'close_on'
}

interface StoredCorrection {
  id: number
  imported: string
  column: string
  /** The change that ended it, of one that comes back. */
  changeId: number | null
}

/** Corrections by deal and column. */
type Corrections = ReadonlyMap<number, ReadonlyMap<string, StoredCorrection>>

/** Corrections in force, and those that come back because the import had ended them. */
function loadCorrections(db: Reader, commandId: number): Corrections {
  const found = new Map<number, Map<string, StoredCorrection>>()
  for (const { deal, field, ...row } of db.iterate<{
    id: number
    deal: number
    field: string
    imported: string
    changeId: number | null
  }>(
    `SELECT row_id AS id, before_json ->> 'opportunity_id' AS deal, before_json ->> 'field' AS field,
        before_json ->> 'imported_json' AS imported, id AS changeId
      FROM changes WHERE command_id = :commandId AND table_name = 'corrections' AND op = 'delete'
      UNION ALL SELECT id, opportunity_id, field, imported_json, NULL FROM corrections`,
    { commandId }
  )) {
    const own = found.get(deal) ?? new Map<string, StoredCorrection>()
    const column = columnOfField[field] ?? field
    own.set(column, { ...row, column })
    found.set(deal, own)
  }
  return found
}

/** The correction stays in force over the value that the earlier file gave. */
function mendCorrection(book: RestoreBook, correction: StoredCorrection, old: SqlValue, find: Find): void {
  const imported = JSON.stringify(
    typeof old === 'number' ? (find('opportunities', correction.column, old) ?? null) : old
  )
  if (correction.changeId !== null) {
    book.patches.set(correction.changeId, { imported_json: imported })
    return
  }
  const fields = book.fieldsOf('corrections', correction.id)
  if (imported === correction.imported) delete fields.imported_json
  else fields.imported_json = imported
}
