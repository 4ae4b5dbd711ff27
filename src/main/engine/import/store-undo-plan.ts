// Works out, without changing anything, what taking an import back would do: rows that go, rows that get their old values, rows that
// stay and why, and what the user made that goes along. Doing it is store-undo.ts.
import type { Reader, SqlValue } from '#engine/db.ts'
import type { ImportId, UndoEffect } from '#shared/import/types.ts'
import {
  type ImportLog,
  listChangedByHand,
  listOrphans,
  listSeenDeals,
  listSeenRows,
  type Row,
  type RowsByTable,
  readImportLog,
  rowsOf
} from './store-undo-log.ts'
import { collectRestores, type Restore } from './store-undo-restores.ts'

export type Keep = UndoEffect['keeps'][number]

export interface UndoPlan {
  importId: ImportId
  title: string
  log: ImportLog
  /** Rows that go, by table. */
  removes: RowsByTable
  restores: Restore[]
  /** What rows that come back have another way than the log says. */
  patches: ReadonlyMap<number, Row>
  /** Deals that a later import holds too, by the first of those imports. */
  heldLater: Map<number, ImportId>
  keeps: Keep[]
}

/** Tables of an import itself, and those that only serve it: not counted among what goes or stays. */
export const ownTables = new Set(['imports', 'import_files', 'source_blocks', 'import_seen', 'import_profiles'])

/** Tables whose rows are facts or tell of them: a row goes unless something later stands on it. */
const looseTables = [
  'activities',
  'leads',
  'invoices',
  'stage_changes',
  'team_memberships',
  'identity_decisions',
  'opportunity_versions'
]
/** What the user may have changed by hand since: then it stays. */
const adjustable = ['exchange_rates', 'targets', 'quotas', 'territory_accounts', 'territory_sellers']
/** Facts that imports bring one by one: those that two imports hold are taken back with the last of the two. */
const factTables = ['activities', 'leads', 'invoices', 'stage_changes', ...adjustable] as const
const aliasTables = [
  ['seller_aliases', 'seller_id', 'sellers'],
  ['account_aliases', 'account_id', 'accounts'],
  ['product_aliases', 'product_id', 'products'],
  ['stage_aliases', 'stage_id', 'stages']
] as const

export const masterTables = ['accounts', 'products', 'sellers', 'teams', 'stages', 'territories'] as const

/** Who holds whom: a row of the first table that stays keeps the row of the third that its column names. */
const holds = [
  ['opportunities', 'account_id', 'accounts'],
  ['opportunities', 'product_id', 'products'],
  ['opportunities', 'seller_id', 'sellers'],
  ['opportunities', 'stage_id', 'stages'],
  ['opportunity_versions', 'account_id', 'accounts'],
  ['opportunity_versions', 'seller_id', 'sellers'],
  ['opportunity_versions', 'stage_id', 'stages'],
  ['stage_changes', 'stage_id', 'stages'],
  ['activities', 'account_id', 'accounts'],
  ['activities', 'seller_id', 'sellers'],
  ['leads', 'account_id', 'accounts'],
  ['leads', 'seller_id', 'sellers'],
  ['invoices', 'account_id', 'accounts'],
  ['invoices', 'seller_id', 'sellers'],
  ['invoices', 'product_id', 'products'],
  ['targets', 'team_id', 'teams'],
  ['territories', 'team_id', 'teams'],
  ['territory_accounts', 'territory_id', 'territories'],
  ['territory_sellers', 'territory_id', 'territories'],
  ['territories', 'parent_id', 'territories'],
  ['accounts', 'parent_id', 'accounts'],
  ['accounts', 'owner_id', 'sellers'],
  ['teams', 'manager_id', 'sellers'],
  ['teams', 'parent_id', 'teams'],
  ['team_memberships', 'team_id', 'teams']
] as const

/** The same, where the row of the first table came with an import that stands. */
const importedHolds = [
  ['quotas', 'seller_id', 'sellers'],
  ['territory_sellers', 'seller_id', 'sellers'],
  ['territory_accounts', 'account_id', 'accounts']
] as const

/** Rows that a plan, approved and locked, stands on: they stay whoever made them. */
const lockedHolds = [
  [
    'sellers',
    'SELECT x.seller_id AS id FROM quotas x JOIN scenarios s ON s.id = x.scenario_id WHERE s.locked_at IS NOT NULL'
  ],
  [
    'sellers',
    'SELECT x.seller_id AS id FROM territory_sellers x JOIN scenarios s ON s.id = x.scenario_id WHERE s.locked_at IS NOT NULL'
  ],
  [
    'sellers',
    'SELECT x.seller_id AS id FROM pay_plan_members x JOIN scenarios s ON s.id = x.scenario_id WHERE s.locked_at IS NOT NULL'
  ],
  [
    'sellers',
    `SELECT x.seller_id AS id FROM pay_lines x JOIN pay_runs r ON r.id = x.pay_run_id JOIN scenarios s ON s.id = r.scenario_id
      WHERE s.locked_at IS NOT NULL`
  ],
  [
    'accounts',
    'SELECT x.account_id AS id FROM territory_accounts x JOIN scenarios s ON s.id = x.scenario_id WHERE s.locked_at IS NOT NULL'
  ],
  [
    'territories',
    'SELECT x.id FROM territories x JOIN scenarios s ON s.id = x.scenario_id WHERE s.locked_at IS NOT NULL'
  ],
  // What was merged into an account or a person would be lost with it.
  ['accounts', `SELECT kept_id AS id FROM merges WHERE entity = 'accounts' AND split_at IS NULL`],
  ['sellers', `SELECT kept_id AS id FROM merges WHERE entity = 'sellers' AND split_at IS NULL`]
] as const

/** @returns what undoing would do */
export function planUndo(db: Reader, importId: ImportId, title: string, commandId: number): UndoPlan {
  const log = readImportLog(db, commandId)
  const heldLater = findHeldLater(db, importId)
  const keeps: Keep[] = []
  const keep = (what: string, count: number, why: Keep['why']): void => {
    if (count > 0) keeps.push({ what, count, why })
  }
  const removes: RowsByTable = new Map()

  const orphans = listOrphans(db, ['opportunities', ...masterTables, ...factTables])
  takeOrphanDeals(db, importId, log, orphans)
  const held = findHeldByOthers(db, importId, log, orphans)
  for (const table of factTables) takeOrphanFacts(db, importId, table, log, orphans, held)
  const deals = rowsOf(log.made, 'opportunities')
  let kept = 0
  for (const id of deals)
    if (heldLater.has(id)) kept += 1
    else rowsOf(removes, 'opportunities').add(id)
  for (const id of rowsOf(log.changed, 'opportunities')) if (heldLater.has(id)) kept += 1
  keep('opportunities', kept, 'laterImport')

  leaveHeldCorrections(db, log, heldLater)
  const found = collectRestores(db, importId, log, { hasDeal: (deal) => heldLater.has(deal), rows: held })
  for (const [table, count] of found.held) keep(table, count, 'laterImport')
  for (const [table, count] of found.overtaken) keep(table, count, 'changedLater')

  for (const table of looseTables) takeUnless(log, removes, held, keep, table, log.changedByImports)
  for (const table of adjustable) takeUnless(log, removes, held, keep, table, log.changedSince)
  keepLocked(db, removes, keep)
  takeMasters(db, importId, log, removes, held, orphans, found.restores, keep)
  takeAliases(db, log, removes)
  return { importId, title, log, removes, restores: found.restores, patches: found.patches, heldLater, keeps }
}

type KeepFn = (what: string, count: number, why: Keep['why']) => void

function takeUnless(
  log: ImportLog,
  removes: RowsByTable,
  held: RowsByTable,
  keep: KeepFn,
  table: string,
  stays: RowsByTable
): void {
  const own = log.made.get(table)
  if (own === undefined) return
  const later = stays.get(table)
  const others = held.get(table)
  const going = rowsOf(removes, table)
  const kept = { laterImport: 0, changedLater: 0 }
  for (const id of own)
    if (others?.has(id)) kept.laterImport += 1
    else if (later?.has(id)) kept.changedLater += 1
    else going.add(id)
  for (const why of ['laterImport', 'changedLater'] as const) keep(table, kept[why], why)
}

/** Rows that another import which still stands holds too, of those that this import or one taken back before has brought or changed. */
function findHeldByOthers(db: Reader, importId: ImportId, log: ImportLog, orphans: RowsByTable): RowsByTable {
  const held: RowsByTable = new Map()
  const others = db.all<{ id: ImportId }>('SELECT id FROM imports WHERE undone_at IS NULL AND id <> :importId', {
    importId
  })
  for (const table of [...factTables, ...masterTables]) {
    const ours = [log.made, log.changed, orphans].map((rows) => rows.get(table) ?? new Set<number>())
    if (ours.every((ids) => ids.size === 0)) continue
    for (const other of others)
      for (const id of listSeenRows(db, other.id, table))
        if (ours.some((ids) => ids.has(id)) && (other.id > importId || !log.changed.get(table)?.has(id)))
          rowsOf(held, table).add(id)
  }
  return held
}

/** Facts of imports taken back before that stayed for this one alone are its own now, unless a person has changed them. */
function takeOrphanFacts(
  db: Reader,
  importId: ImportId,
  table: string,
  log: ImportLog,
  orphans: RowsByTable,
  held: RowsByTable
): void {
  const free = orphans.get(table)
  if (free === undefined || free.size === 0) return
  const byHand = listChangedByHand(db, table, free)
  for (const id of listSeenRows(db, importId, table)) {
    if (!free.has(id) || held.get(table)?.has(id) || byHand.has(id)) continue
    rowsOf(log.made, table).add(id)
    log.changed.get(table)?.delete(id)
  }
}

/** A correction that the import ended stays ended where a later import holds the deal: its file says what the correction said. */
function leaveHeldCorrections(db: Reader, log: ImportLog, heldLater: ReadonlyMap<number, ImportId>): void {
  log.removed = log.removed.filter(({ table, changeId }) => {
    if (table !== 'corrections') return true
    const deal = db.get<{ id: number }>(
      `SELECT before_json ->> 'opportunity_id' AS id FROM changes WHERE id = :changeId`,
      { changeId }
    )?.id
    return deal === undefined || !heldLater.has(deal)
  })
}

/** Deals of imports taken back before that stayed for this one alone: they are its own now. */
function takeOrphanDeals(db: Reader, importId: ImportId, log: ImportLog, orphans: RowsByTable): void {
  const free = orphans.get('opportunities')
  if (free === undefined || free.size === 0) return
  const own = rowsOf(log.made, 'opportunities')
  const changed = rowsOf(log.changed, 'opportunities')
  const others = db.all<{ id: ImportId }>('SELECT id FROM imports WHERE undone_at IS NULL AND id < :importId', {
    importId
  })
  const earlier = others.map(({ id }) => listSeenDeals(db, id))
  for (const deal of listSeenDeals(db, importId)) {
    if (!free.has(deal) || earlier.some((seen) => seen.has(deal))) continue
    own.add(deal)
    changed.delete(deal)
  }
}

/** The later imports that still stand, the first of them for each deal that they hold. */
function findHeldLater(db: Reader, importId: ImportId): Map<number, ImportId> {
  const held = new Map<number, ImportId>()
  for (const later of db.all<{ id: ImportId }>(
    'SELECT id FROM imports WHERE id > :importId AND undone_at IS NULL ORDER BY id',
    { importId }
  ))
    for (const deal of listSeenDeals(db, later.id)) if (!held.has(deal)) held.set(deal, later.id)
  return held
}

/** Quotas and assignments of a scenario that was locked since stay as they are. */
function keepLocked(db: Reader, removes: RowsByTable, keep: KeepFn): void {
  for (const table of ['quotas', 'territory_accounts', 'territory_sellers'] as const) {
    const going = removes.get(table)
    if (going === undefined || going.size === 0) continue
    let kept = 0
    for (const row of db.iterate<{ id: number }>(
      `SELECT x.id FROM ${table} x JOIN scenarios s ON s.id = x.scenario_id WHERE s.locked_at IS NOT NULL`
    ))
      if (going.delete(row.id)) kept += 1
    keep(table, kept, 'inUse')
  }
}

/** Accounts, products, people, teams, stages and territories go unless something that stays refers to them. */
function takeMasters(
  db: Reader,
  importId: ImportId,
  log: ImportLog,
  removes: RowsByTable,
  held: RowsByTable,
  orphans: RowsByTable,
  restores: readonly Restore[],
  keep: KeepFn
): void {
  const going = new Map<string, Set<number>>()
  for (const table of masterTables) {
    const later = log.changedByImports.get(table)
    const own = [...(log.made.get(table) ?? [])]
    const others = held.get(table)
    const left = own.filter((id) => !others?.has(id))
    const free = new Set(left.filter((id) => !later?.has(id)))
    keep(table, own.length - left.length, 'laterImport')
    keep(table, left.length - free.size, 'changedLater')
    for (const id of orphans.get(table) ?? []) if (!others?.has(id)) free.add(id)
    going.set(table, free)
    removes.set(table, free)
  }
  const before = new Map([...going].map(([table, ids]) => [table, [...ids]]))
  for (const [table, sql] of lockedHolds) {
    const candidates = going.get(table)
    if (candidates !== undefined && candidates.size > 0)
      for (const row of db.iterate<{ id: number }>(sql)) candidates.delete(row.id)
  }
  for (const [table, column, target] of importedHolds)
    for (const ref of listHeldByImported(db, importId, removes, table, column)) going.get(target)?.delete(ref)
  const restored = new Map<string, Map<number, Row>>()
  for (const { table, id, fields } of restores) {
    const own = restored.get(table) ?? new Map<number, Row>()
    own.set(id, fields)
    restored.set(table, own)
  }
  // A row that stays may hold another, which then holds a third: again until nothing more is held.
  let pending: readonly (typeof holds)[number][] = holds
  while (pending.length > 0) {
    const freed = new Set<string>()
    for (const [table, column, target] of pending)
      if (releaseHeld(db, removes, restored, table, column, going.get(target) ?? new Set())) freed.add(target)
    pending = holds.filter(([table]) => freed.has(table))
  }
  for (const [table, ids] of going) {
    // Those that stayed before and stay again are no news.
    const held = (before.get(table) ?? []).filter((id) => !ids.has(id) && log.made.get(table)?.has(id))
    keep(table, held.length, 'inUse')
  }
}

/** Whom rows name that other imports, which still stand, have brought: what a person made by hand goes with whom it names. */
function listHeldByImported(
  db: Reader,
  importId: ImportId,
  removes: RowsByTable,
  table: string,
  column: string
): Set<number> {
  const standing = db.all<{ id: ImportId }>('SELECT id FROM imports WHERE undone_at IS NULL AND id <> :importId', {
    importId
  })
  const imported = new Set(standing.flatMap(({ id }) => [...listSeenRows(db, id, table)]))
  const named = new Set<number>()
  if (imported.size === 0) return named
  for (const row of db.iterate<{ id: number; ref: number }>(`SELECT id, ${column} AS ref FROM ${table}`))
    if (imported.has(row.id) && !removes.get(table)?.has(row.id)) named.add(row.ref)
  return named
}

/** @returns whether a candidate turned out to be held */
function releaseHeld(
  db: Reader,
  removes: RowsByTable,
  restored: ReadonlyMap<string, ReadonlyMap<number, Row>>,
  table: string,
  column: string,
  candidates: Set<number>
): boolean {
  if (candidates.size === 0) return false
  const leaving = removes.get(table)
  const old = restored.get(table)
  let isFreed = false
  for (const row of db.iterate<{ id: number; ref: number }>(
    `SELECT id, ${column} AS ref FROM ${table} WHERE ${column} IS NOT NULL`
  )) {
    if (leaving?.has(row.id)) continue
    const fields = old?.get(row.id)
    const ref: SqlValue = fields !== undefined && column in fields ? (fields[column] ?? null) : row.ref
    if (typeof ref === 'number' && candidates.delete(ref)) isFreed = true
  }
  return isFreed
}

/** A name learnt by the import goes, unless the row it names was made by it and stays. */
function takeAliases(db: Reader, log: ImportLog, removes: RowsByTable): void {
  for (const [table, column, target] of aliasTables) {
    const own = log.made.get(table)
    if (own === undefined) continue
    for (const id of own) {
      const named = db.get<{ id: number }>(`SELECT ${column} AS id FROM ${table} WHERE id = :id`, { id })?.id
      const isStaying = named !== undefined && log.made.get(target)?.has(named) && !removes.get(target)?.has(named)
      if (!isStaying) rowsOf(removes, table).add(id)
    }
  }
}
