// Accounts that are one: joining two rows and taking that apart again, and pairs that a user has decided about.
// What is moved is written down by table, column and row, so that a split moves back what has not been changed since.
import type { Reader, SqlValue, Writer } from '#engine/db.ts'
import type { AccountId, Merge, MergeId } from '#shared/crm/types.ts'

/** Columns that name an account and move with it as they are. */
const moving = [
  ['opportunities', 'account_id'],
  ['opportunity_versions', 'account_id'],
  ['activities', 'account_id'],
  ['leads', 'account_id'],
  ['invoices', 'account_id'],
  ['accounts', 'parent_id'],
  ['account_aliases', 'account_id']
] as const

type Row = Record<string, SqlValue>

interface Moved {
  /** Rows by 'table.column' that named the merged account. */
  rows: Record<string, number[]>
  /** Assignments of the merged account that moved, by id. */
  assigned: number[]
  /** Assignments that the kept account had too, as they were. */
  doubled: Row[]
  /** The alias learnt by the merge; null where the name was known. */
  aliasId: number | null
  /** Fields that the kept account had not and took over. */
  filled: Record<string, SqlValue>
  /** Corrections whose imported or corrected account was the merged one. */
  corrections: number[]
}

export interface StoredMerge {
  id: MergeId
  /** Ids of accounts or of people, as the merge's entity says. */
  keptId: number
  mergedId: number
  mergedName: string
  mergedJson: string
  movedJson: string
}

/** What another export may say of the same company: the kept row takes it over where it has nothing. */
const fillable = [
  'external_id',
  'domain',
  'tax_id',
  'owner_id',
  'industry',
  'segment',
  'country',
  'region',
  'city',
  'postal_code',
  'longitude',
  'latitude',
  'employees',
  'revenue_minor',
  'founded_year',
  'contacts'
]

const accountRow = (db: Reader, id: AccountId): Row | undefined =>
  db.get<Row>('SELECT * FROM accounts WHERE id = :id', { id })

export const findAccountName = (db: Reader, id: AccountId): { name: string; key: string } | undefined =>
  db.get<{ name: string; key: string }>('SELECT name, name_key AS key FROM accounts WHERE id = :id', { id })

/** Merges that still stand, the newest first. */
export const listMerges = (db: Reader): Merge[] =>
  db
    .all<Omit<Merge, 'moved'> & { movedJson: string }>(
      `SELECT m.id, m.entity, m.kept_id AS keptId, ifnull(a.name, s.name) AS keptName, m.merged_name AS mergedName,
        m.moved_json AS movedJson, m.merged_at AS mergedAt
      FROM merges m LEFT JOIN accounts a ON m.entity = 'accounts' AND a.id = m.kept_id
        LEFT JOIN sellers s ON m.entity = 'sellers' AND s.id = m.kept_id
      WHERE m.split_at IS NULL AND (a.id IS NOT NULL OR s.id IS NOT NULL) ORDER BY m.merged_at DESC, m.id DESC`
    )
    .map(({ movedJson, ...row }) => ({ ...row, moved: countMoved(JSON.parse(movedJson) as Moved) }))

const countMoved = ({ rows, assigned = [] }: Pick<Moved, 'rows'> & Partial<Moved>): number =>
  Object.values(rows).reduce((sum, ids) => sum + ids.length, assigned.length)

const idsOf = (db: Reader, sql: string, params: Row): number[] =>
  db.all<{ id: number }>(sql, params).map((row) => row.id)

/** Points corrections of the field from one account or person to another. @returns those it changed */
export function pointCorrections(
  db: Writer,
  field: 'accountId' | 'sellerId',
  from: number,
  to: number,
  only: readonly number[] | undefined
): number[] {
  const changed: number[] = []
  for (const row of db.all<{ id: number; imported: string; corrected: string }>(
    `SELECT id, imported_json AS imported, corrected_json AS corrected FROM corrections
      WHERE field = :field AND (imported_json = :from OR corrected_json = :from)`,
    { field, from: String(from) }
  )) {
    if (only !== undefined && !only.includes(row.id)) continue
    const point = (value: string): string => (value === String(from) ? String(to) : value)
    db.update('corrections', row.id, { imported_json: point(row.imported), corrected_json: point(row.corrected) })
    changed.push(row.id)
  }
  return changed
}

/**
 * Joins two accounts: everything of the merged one belongs to the kept one, which also answers to its name from now on.
 * Assignments to a territory that both had stay single.
 */
export function mergeAccounts(db: Writer, keptId: AccountId, mergedId: AccountId, mergedAt: string): MergeId {
  const kept = accountRow(db, keptId)
  const merged = accountRow(db, mergedId)
  if (kept === undefined || merged === undefined) throw new Error('both accounts of a merge must be there')
  // A parent merged into its own subsidiary would be its own parent.
  if (kept.parent_id === mergedId)
    db.update('accounts', keptId, { parent_id: merged.parent_id === keptId ? null : (merged.parent_id ?? null) })
  const moved: Moved = { rows: {}, assigned: [], doubled: [], aliasId: null, filled: {}, corrections: [] }
  for (const [table, column] of moving) {
    const ids = idsOf(
      db,
      `SELECT id FROM ${table} WHERE ${column} = :mergedId AND NOT (:table = 'accounts' AND id = :keptId)`,
      {
        mergedId,
        keptId,
        table
      }
    )
    if (ids.length === 0) continue
    moved.rows[`${table}.${column}`] = ids
    db.run(`UPDATE ${table} SET ${column} = :keptId WHERE id IN (SELECT value FROM json_each(:ids))`, {
      keptId,
      ids: JSON.stringify(ids)
    })
  }
  moveAssignments(db, keptId, mergedId, moved)
  moved.corrections = pointCorrections(db, 'accountId', mergedId, keptId, undefined)
  for (const column of fillable) {
    if (kept[column] !== null || merged[column] === null) continue
    moved.filled[column] = merged[column] ?? null
  }
  if (Object.keys(moved.filled).length > 0) db.update('accounts', keptId, moved.filled)
  db.remove('accounts', mergedId)
  moved.aliasId = learnAlias(db, keptId, String(merged.name), String(merged.name_key), String(kept.name_key))
  return db.insert('merges', {
    entity: 'accounts',
    kept_id: keptId,
    merged_id: mergedId,
    merged_name: String(merged.name),
    merged_json: JSON.stringify({ account: merged, keptParentId: kept.parent_id }),
    moved_json: JSON.stringify(moved),
    merged_at: mergedAt
  }) as MergeId
}

function moveAssignments(db: Writer, keptId: AccountId, mergedId: AccountId, moved: Moved): void {
  for (const row of db.all<Row>('SELECT * FROM territory_accounts WHERE account_id = :mergedId', { mergedId })) {
    // In one scenario an account lies in one main territory at a time: where the kept one has its place, that place holds. Overlays lie beside.
    const overlaps = db.get(
      `SELECT 1 FROM territory_accounts a JOIN territories t ON t.id = a.territory_id
        WHERE a.account_id = :keptId AND a.scenario_id = :scenario
          AND ifnull(a.from_on, '') <= ifnull(:to, '9999-12-31') AND ifnull(a.to_on, '9999-12-31') >= ifnull(:from, '')
          AND (a.territory_id = :territory OR (t.kind = 'main'
            AND (SELECT kind FROM territories WHERE id = :territory) = 'main'))`,
      {
        keptId,
        scenario: row.scenario_id ?? null,
        territory: row.territory_id ?? null,
        from: row.from_on ?? null,
        to: row.to_on ?? null
      }
    )
    if (overlaps === undefined) {
      db.update('territory_accounts', Number(row.id), { account_id: keptId })
      moved.assigned.push(Number(row.id))
    } else moved.doubled.push(row)
  }
}

function learnAlias(db: Writer, keptId: AccountId, alias: string, key: string, keptKey: string): number | null {
  if (key === keptKey) return null
  // Another account may still carry this very name: then the name alone does not tell which one is meant.
  if (db.get('SELECT 1 FROM accounts WHERE name_key = :key', { key }) !== undefined) return null
  if (db.get('SELECT 1 FROM account_aliases WHERE alias_key = :key', { key }) !== undefined) return null
  return db.insert('account_aliases', { account_id: keptId, alias, alias_key: key })
}

export const findMerge = (db: Reader, id: MergeId): (StoredMerge & { entity: 'accounts' | 'sellers' }) | undefined =>
  db.get<StoredMerge & { entity: 'accounts' | 'sellers' }>(
    `SELECT id, entity, kept_id AS keptId, merged_id AS mergedId, merged_name AS mergedName,
      merged_json AS mergedJson, moved_json AS movedJson FROM merges
      WHERE id = :id AND split_at IS NULL`,
    { id }
  )

/**
 * Takes a merge apart: the account comes back as it was, with the rows that were its own and have not gone elsewhere since.
 * @returns the account's id, a new one if its old one is taken
 */
export function splitAccounts(db: Writer, merge: StoredMerge, splitAt: string): AccountId {
  const { account, keptParentId } = JSON.parse(merge.mergedJson) as { account: Row; keptParentId: number | null }
  const moved = JSON.parse(merge.movedJson) as Moved
  const keptId = merge.keptId as AccountId
  const isFree = accountRow(db, merge.mergedId as AccountId) === undefined
  const { id: _id, ...fields } = account
  const found = {
    ...fields,
    parent_id: existing(db, 'accounts', fields.parent_id),
    owner_id: existing(db, 'sellers', fields.owner_id)
  }
  if (moved.aliasId !== null)
    db.run('DELETE FROM account_aliases WHERE id = :id AND account_id = :keptId', { id: moved.aliasId, keptId })
  const mergedId = db.insert('accounts', isFree ? { id: merge.mergedId, ...found } : found) as AccountId
  const back = (table: string, column: string, ids: readonly number[]): void => {
    db.run(
      `UPDATE ${table} SET ${column} = :mergedId WHERE ${column} = :keptId AND id IN (SELECT value FROM json_each(:ids))`,
      { mergedId, keptId, ids: JSON.stringify(ids) }
    )
  }
  for (const [place, ids] of Object.entries(moved.rows)) {
    const [table = '', column = ''] = place.split('.')
    back(table, column, ids)
  }
  back('territory_accounts', 'account_id', moved.assigned)
  for (const row of moved.doubled) restoreAssignment(db, { ...row, account_id: mergedId })
  pointCorrections(db, 'accountId', keptId, mergedId, moved.corrections)
  const kept = accountRow(db, keptId)
  const given = Object.entries(moved.filled).filter(([column, value]) => kept?.[column] === value)
  if (given.length > 0) db.update('accounts', keptId, Object.fromEntries(given.map(([column]) => [column, null])))
  if (keptParentId === merge.mergedId) db.update('accounts', keptId, { parent_id: mergedId })
  db.update('merges', merge.id, { split_at: splitAt })
  return mergedId
}

const existing = (db: Reader, table: 'accounts' | 'sellers', id: SqlValue | undefined): SqlValue =>
  typeof id === 'number' && db.get(`SELECT 1 FROM ${table} WHERE id = :id`, { id }) !== undefined ? id : null

function restoreAssignment(db: Writer, row: Row): void {
  const isThere = (table: string, id: SqlValue | undefined): boolean =>
    db.get(`SELECT 1 FROM ${table} WHERE id = :id`, { id: id ?? null }) !== undefined
  if (!isThere('scenarios', row.scenario_id) || !isThere('territories', row.territory_id)) return
  const { id, ...fields } = row
  db.insert('territory_accounts', isThere('territory_accounts', id) ? fields : { ...fields, id: id ?? null })
}

/** Accounts with what tells them apart and how many deals they have, for finding those that are one. */
export const listAccountIdentities = (
  db: Reader
): { id: AccountId; name: string; nameKey: string; domain: string | null; taxId: string | null; deals: number }[] =>
  db.all(
    `SELECT a.id, a.name, a.name_key AS nameKey, a.domain, a.tax_id AS taxId, ifnull(n.deals, 0) AS deals FROM accounts a
      LEFT JOIN (SELECT account_id, count(*) AS deals FROM opportunities GROUP BY account_id) n ON n.account_id = a.id
      ORDER BY a.id`
  )

/** Pairs of name keys that a user has said are two companies. */
export const listKeptApart = (db: Reader): { leftKey: string; rightKey: string }[] =>
  db.all(
    `SELECT left_key AS leftKey, right_key AS rightKey FROM identity_decisions WHERE entity = 'accounts' AND is_same = 0`
  )

export const decideApart = (db: Writer, oneKey: string, otherKey: string, decidedAt: string): void => {
  const [leftKey = '', rightKey = ''] = [oneKey, otherKey].sort()
  const there = db.get<{ id: number }>(
    `SELECT id FROM identity_decisions WHERE entity = 'accounts'
      AND ((left_key = :leftKey AND right_key = :rightKey) OR (left_key = :rightKey AND right_key = :leftKey))`,
    { leftKey, rightKey }
  )
  if (there !== undefined) db.update('identity_decisions', there.id, { is_same: 0, decided_at: decidedAt })
  else
    db.insert('identity_decisions', {
      entity: 'accounts',
      left_key: leftKey,
      right_key: rightKey,
      is_same: 0,
      decided_at: decidedAt
    })
}
