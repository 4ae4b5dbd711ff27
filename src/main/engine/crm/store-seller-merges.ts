// People who are one: what joining two would move and where both stand in each other's way, the joining itself, and taking it apart.
// Tables that name a person are read from the schema, so that none is forgotten. What was moved, dropped or changed is written down
// row by row, and a split gives back what has not been changed since.
import type { Reader, SqlValue, Writer } from '#engine/db.ts'
import type {
  MergeId,
  SellerMergeChoices,
  SellerMergeConflict,
  SellerMergeConflictKind,
  SellerMergePreview
} from '#shared/crm/types.ts'
import type { SellerId } from '#shared/people/types.ts'
import { pointCorrections, type StoredMerge } from './store-merges.ts'

type Row = Record<string, SqlValue>

interface Place {
  table: string
  column: string
}

interface Moved {
  /** Rows by 'table.column' that named the merged person. */
  rows: Record<string, number[]>
  /** Rows that went because the other one's counts, as they were. */
  dropped: { table: string; row: Row }[]
  /** Rows of the kept person that took over from one of the merged. */
  changed: { table: string; before: Row; after: Row }[]
  aliasId: number | null
  /** Fields that the kept person had not and took over. */
  filled: Row
  corrections: number[]
}

/** What both may have, of which one alone can count; with what makes two rows of it the same thing. */
const contested: Readonly<
  Record<SellerMergeConflictKind, { table: string; isSame: string; label: string; scenario: string | null }>
> = {
  quotas: {
    table: 'quotas',
    isSame: 'k.scenario_id = m.scenario_id AND k.measure = m.measure AND k.period_key = m.period_key',
    label: `m.period_key || iif(m.measure = 'bookings', '', ' ' || m.measure)`,
    scenario: 'm.scenario_id'
  },
  coverage: {
    table: 'territory_sellers',
    isSame: 'k.territory_id = m.territory_id AND DAYS',
    label: '(SELECT name FROM territories WHERE id = m.territory_id)',
    scenario: 'm.scenario_id'
  },
  payPlans: {
    table: 'pay_plan_members',
    isSame: 'k.scenario_id = m.scenario_id AND DAYS',
    label: '(SELECT name FROM pay_plans WHERE id = m.pay_plan_id)',
    scenario: 'm.scenario_id'
  },
  teams: {
    table: 'team_memberships',
    isSame: 'DAYS',
    label: '(SELECT name FROM teams WHERE id = m.team_id)',
    scenario: null
  }
}

const DAYS = `ifnull(k.from_on, '') <= ifnull(m.to_on, '9999-12-31') AND ifnull(k.to_on, '9999-12-31') >= ifnull(m.from_on, '')`

const kinds = Object.keys(contested) as SellerMergeConflictKind[]

/** What another export may say of the same person: the kept row takes it over where it has nothing. */
const fillable = ['external_id', 'email', 'location', 'hired_on', 'left_on'] as const
/** Pay comes with its currency or not at all. */
const pay = ['base_pay_minor', 'variable_pay_minor'] as const

export const findSellerName = (db: Reader, id: number): { name: string } | undefined =>
  db.get<{ name: string }>('SELECT name FROM sellers WHERE id = :id', { id })

const sellerRow = (db: Reader, id: number): Row | undefined =>
  db.get<Row>('SELECT * FROM sellers WHERE id = :id', { id })

const placesOfSellers = (db: Reader): Place[] =>
  db.all<Place>(
    `SELECT m.name AS "table", f."from" AS "column" FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f
      WHERE m.type = 'table' AND f."table" = 'sellers' ORDER BY m.name, f."from"`
  )

const idsIn = (db: Reader, { table, column }: Place, id: number): number[] =>
  db.all<{ id: number }>(`SELECT id FROM "${table}" WHERE "${column}" = :id ORDER BY id`, { id }).map((row) => row.id)

interface Pair {
  keptId: number
  mergedId: number
  scenarioName: string | null
  isLocked: 0 | 1
  label: string
  keptLabel: string
}

function listPairs(db: Reader, kind: SellerMergeConflictKind, keepId: SellerId, mergeId: SellerId): Pair[] {
  const { table, isSame, label, scenario } = contested[kind]
  const scenarioOf = (what: string): string =>
    scenario === null ? 'NULL' : `(SELECT ${what} FROM scenarios WHERE id = ${scenario})`
  return db.all<Pair>(
    `SELECT k.id AS keptId, m.id AS mergedId, ${scenarioOf('name')} AS scenarioName,
      ifnull(${scenarioOf('locked_at IS NOT NULL')}, 0) AS isLocked, ${label} AS label, ${label.replaceAll('m.', 'k.')} AS keptLabel
    FROM ${table} m JOIN ${table} k ON ${isSame.replace('DAYS', DAYS)}
    WHERE m.seller_id = :mergeId AND k.seller_id = :keepId ORDER BY m.id, k.id`,
    { keepId, mergeId }
  )
}

const rowOf = (db: Reader, table: string, id: number): Row => {
  const row = db.get<Row>(`SELECT * FROM ${table} WHERE id = :id`, { id })
  if (row === undefined) throw new Error(`the row ${id} of ${table} was just read and is not there`)
  return row
}

const sideOf = (row: Row, label: string): SellerMergeConflict['kept'] => ({
  label,
  amountMinor: typeof row.amount_minor === 'number' ? row.amount_minor : null,
  currency: (typeof row.currency === 'string' ? row.currency : null) as SellerMergeConflict['kept']['currency'],
  fromOn: (row.from_on ?? null) as SellerMergeConflict['kept']['fromOn'],
  toOn: (row.to_on ?? null) as SellerMergeConflict['kept']['toOn']
})

/** Of two rows that are the same but for whose they are, either may stay. Two equal quotas may still be meant to add up. */
const saysTheSame = (one: Row, other: Row): boolean =>
  Object.keys(one).every((column) => column === 'id' || column === 'seller_id' || one[column] === other[column])

/** What joining two people would do, and what has to be decided first. */
export function previewSellerMerge(db: Reader, keepId: SellerId, mergeId: SellerId): SellerMergePreview {
  const [kept, merged] = [sellerRow(db, keepId), sellerRow(db, mergeId)]
  if (kept === undefined || merged === undefined) throw new Error('both people of a merge must be there')
  const moves = new Map<string, number>()
  for (const place of placesOfSellers(db)) {
    const rows = idsIn(db, place, mergeId).length
    if (rows > 0) moves.set(place.table, (moves.get(place.table) ?? 0) + rows)
  }
  const conflicts = kinds.flatMap((kind) =>
    listPairs(db, kind, keepId, mergeId).flatMap((pair): SellerMergeConflict[] => {
      const { table } = contested[kind]
      const [keptRow, mergedRow] = [rowOf(db, table, pair.keptId), rowOf(db, table, pair.mergedId)]
      if (kind !== 'quotas' && saysTheSame(keptRow, mergedRow)) return []
      return [
        {
          kind,
          scenarioName: pair.scenarioName,
          isLocked: pair.isLocked === 1,
          kept: sideOf(keptRow, pair.keptLabel),
          merged: sideOf(mergedRow, pair.label)
        }
      ]
    })
  )
  const text = (value: SqlValue | undefined): string => (value === null || value === undefined ? '' : String(value))
  return {
    moves: [...moves].map(([table, rows]) => ({ table, rows })),
    conflicts,
    differing: [...fillable, 'role' as const]
      .filter((field) => kept[field] !== null && merged[field] !== null && kept[field] !== merged[field])
      .map((field) => ({ field, kept: text(kept[field]), merged: text(merged[field]) })),
    filled: Object.keys(fieldsToFill(kept, merged))
  }
}

function fieldsToFill(kept: Row, merged: Row): Row {
  const filled: Row = {}
  for (const field of fillable)
    if (kept[field] === null && merged[field] !== null) filled[field] = merged[field] ?? null
  if (pay.every((field) => kept[field] === null) && pay.some((field) => merged[field] !== null))
    for (const field of [...pay, 'pay_currency'] as const) filled[field] = merged[field] ?? null
  return filled
}

/**
 * Joins two people: everything of the merged one belongs to the kept one, who also answers to the other's name from now on.
 * Where both have something of which one alone can count, the choices say whose; the handler has seen that each is made.
 */
export function mergeSellers(
  db: Writer,
  keepId: SellerId,
  mergeId: SellerId,
  choices: SellerMergeChoices,
  mergedAt: string
): MergeId {
  const [kept, merged] = [sellerRow(db, keepId), sellerRow(db, mergeId)]
  if (kept === undefined || merged === undefined) throw new Error('both people of a merge must be there')
  const moved: Moved = { rows: {}, dropped: [], changed: [], aliasId: null, filled: {}, corrections: [] }
  for (const kind of kinds) settle(db, kind, listPairs(db, kind, keepId, mergeId), choices[kind] ?? 'keep', moved)
  for (const place of placesOfSellers(db)) {
    const ids = idsIn(db, place, mergeId)
    if (ids.length === 0) continue
    moved.rows[`${place.table}.${place.column}`] = ids
    pointRows(db, place, ids, mergeId, keepId)
  }
  moved.corrections = pointCorrections(db, 'sellerId', mergeId, keepId, undefined)
  moved.filled = fieldsToFill(kept, merged)
  if (Object.keys(moved.filled).length > 0) db.update('sellers', keepId, moved.filled)
  db.remove('sellers', mergeId)
  return db.insert('merges', {
    entity: 'sellers',
    kept_id: keepId,
    merged_id: mergeId,
    merged_name: String(merged.name),
    merged_json: JSON.stringify({ seller: merged }),
    moved_json: JSON.stringify(moved),
    merged_at: mergedAt
  }) as MergeId
}

/** Lets the kept person answer to the merged one's name; a split takes that back. `key`: how names are compared. */
export function learnSellerAlias(db: Writer, merge: MergeId, keepId: SellerId, alias: string, key: string): void {
  const aliasId = db.insert('seller_aliases', { seller_id: keepId, alias, alias_key: key })
  const { json } = db.get<{ json: string }>('SELECT moved_json AS json FROM merges WHERE id = :merge', { merge }) ?? {}
  if (json === undefined) throw new Error('the merge was just written and is not there')
  db.update('merges', merge, { moved_json: JSON.stringify({ ...(JSON.parse(json) as Moved), aliasId }) })
}

const pointRows = (db: Writer, { table, column }: Place, ids: readonly number[], from: number, to: number): void => {
  db.run(
    `UPDATE "${table}" SET "${column}" = :to WHERE "${column}" = :from AND id IN (SELECT value FROM json_each(:ids))`,
    { from, to, ids: JSON.stringify(ids) }
  )
}

function settle(
  db: Writer,
  kind: SellerMergeConflictKind,
  pairs: readonly Pair[],
  choice: 'keep' | 'take' | 'add',
  moved: Moved
): void {
  const { table } = contested[kind]
  const gone = new Set<number>()
  const drop = (id: number): void => {
    if (gone.has(id)) return
    gone.add(id)
    moved.dropped.push({ table, row: rowOf(db, table, id) })
    db.remove(table, id)
  }
  for (const { keptId, mergedId } of pairs) {
    if (choice === 'add') {
      const before = rowOf(db, table, keptId)
      const after = {
        ...before,
        amount_minor: Number(before.amount_minor) + Number(rowOf(db, table, mergedId).amount_minor)
      }
      db.update(table, keptId, { amount_minor: after.amount_minor })
      moved.changed.push({ table, before, after })
    }
    drop(choice === 'take' ? keptId : mergedId)
  }
}

/**
 * Takes a merge of people apart: the merged one comes back as they were, with the rows that were their own and have not gone
 * elsewhere since; rows that had to go come back where nothing has taken their place.
 */
export function splitSellers(db: Writer, merge: StoredMerge, splitAt: string): SellerId {
  const { seller } = JSON.parse(merge.mergedJson) as { seller: Row }
  const moved = JSON.parse(merge.movedJson) as Moved
  const { keptId } = merge
  const { id: _id, ...fields } = seller
  if (moved.aliasId !== null)
    db.run('DELETE FROM seller_aliases WHERE id = :id AND seller_id = :keptId', { id: moved.aliasId, keptId })
  const isFree = sellerRow(db, merge.mergedId) === undefined
  const mergedId = db.insert('sellers', isFree ? { id: merge.mergedId, ...fields } : fields) as SellerId
  for (const [at, ids] of Object.entries(moved.rows)) {
    const [table = '', column = ''] = at.split('.')
    pointRows(db, { table, column }, ids, keptId, mergedId)
  }
  for (const { table, before, after } of moved.changed) {
    const now = db.get<Row>(`SELECT * FROM ${table} WHERE id = :id`, { id: before.id ?? null })
    if (now !== undefined && Object.entries(after).every(([column, value]) => now[column] === value)) {
      const { id, ...rest } = before
      db.update(table, Number(id), rest)
    }
  }
  const dropped = moved.dropped
    .map(({ table, row }) => ({
      table,
      row: { ...row, seller_id: row.seller_id === merge.mergedId ? mergedId : keptId }
    }))
    .filter(({ table, row }) => canReturn(db, table, row))
  for (const { table, row } of dropped) returnRow(db, table, row)
  pointCorrections(db, 'sellerId', keptId, mergedId, moved.corrections)
  const kept = sellerRow(db, keptId)
  const given = Object.entries(moved.filled).filter(([column, value]) => kept?.[column] === value)
  if (given.length > 0) db.update('sellers', keptId, Object.fromEntries(given.map(([column]) => [column, null])))
  db.update('merges', merge.id, { split_at: splitAt })
  return mergedId
}

const parents: Readonly<Record<string, string>> = {
  scenario_id: 'scenarios',
  territory_id: 'territories',
  pay_plan_id: 'pay_plans',
  team_id: 'teams'
}

/** Whether a row that went can come back: what it belongs to is there, and no other row has taken its place since. */
function canReturn(db: Reader, table: string, row: Row): boolean {
  for (const [column, parent] of Object.entries(parents)) {
    const id = row[column] ?? null
    if (id !== null && db.get(`SELECT 1 FROM ${parent} WHERE id = :id`, { id }) === undefined) return false
  }
  const rule = kinds.map((kind) => contested[kind]).find((each) => each.table === table)
  if (rule === undefined) throw new Error(`rows of ${table} are never dropped by a merge`)
  // Times in two teams may overlap: there is nothing that a row could take away from another.
  if (rule.scenario === null) return true
  const params: Row = { seller_id: row.seller_id ?? null }
  const isSame = rule.isSame.replace('DAYS', DAYS).replace(/\bm\.(\w+)/g, (_whole, column: string) => {
    params[column] = row[column] ?? null
    return `:${column}`
  })
  return db.get(`SELECT 1 FROM ${table} k WHERE k.seller_id = :seller_id AND ${isSame}`, params) === undefined
}

function returnRow(db: Writer, table: string, row: Row): void {
  const { id, ...fields } = row
  const isTaken = db.get(`SELECT 1 FROM ${table} WHERE id = :id`, { id: id ?? null }) !== undefined
  db.insert(table, isTaken ? fields : row)
}
