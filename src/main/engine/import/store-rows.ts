// Writes what an import leaves behind beside the facts: the import, its files, packed source cells, quarantine, deals as they were, names
// learnt, decisions, profiles, and which deals an export held; and rows of facts that the worker has made ready.
import type { Writer } from '#engine/db.ts'
import type { PlannedCorrection, PlanReport } from '#shared/import/plan/types.ts'
import type { StoredProfile } from '#shared/import/profiles.ts'
import type { IdentityEntity, ImportId, ReadTable, RowCounts } from '#shared/import/types.ts'
import type { RowBatch, WrittenPart } from './written-part.ts'

export interface NewImport {
  id: ImportId
  title: string
  kind: 'files' | 'retry'
  importedAt: string
  fingerprint: string | null
  choices: object
}

export interface NewImportFile {
  id: number
  table: Omit<ReadTable, 'rows'>
  sha256: string
  bytes: number
  shape: string | null
}

/** The rows that all others of an import refer to; what comes out of it is added by `closeImport`. */
export function insertImport(db: Writer, { id, title, kind, importedAt, fingerprint, choices }: NewImport): void {
  db.insert('imports', {
    id,
    imported_at: importedAt,
    title,
    kind,
    fingerprint,
    choices_json: JSON.stringify(choices),
    report_json: '{}'
  })
}

export function insertImportFile(
  db: Writer,
  importId: ImportId,
  { id, table, sha256, bytes, shape }: NewImportFile
): void {
  const { fileName, sheet, headerRow, headerRows, firstColumn, encoding, delimiter, quote, part } = table
  const profile = table.profile === null ? undefined : { name: table.profile.name, isExact: table.profile.isExact }
  db.insert('import_files', {
    id,
    import_id: importId,
    file_name: fileName,
    sheet,
    sha256,
    bytes,
    entity: table.entity ?? '',
    shape,
    header_json: JSON.stringify(headersOf(table)),
    mapping_json: JSON.stringify(table.columns),
    reading_json: JSON.stringify({ headerRow, headerRows, firstColumn, encoding, delimiter, quote, part, profile }),
    rows_read: table.rowCount,
    rows_new: 0,
    rows_changed: 0,
    rows_same: 0,
    rows_rejected: 0
  })
}

/** Takes an import away again that brought nothing, with its files and their rows. */
export const deleteImport = (db: Writer, importId: ImportId): void => db.remove('imports', importId)

export function closeImport(db: Writer, importId: ImportId, report: PlanReport): void {
  const { findings, entityCounts: entities, won, firstWonOn, lastWonOn, qualityRatio } = report
  db.update('imports', importId, {
    data_as_of_on: report.dataAsOfOn,
    report_json: JSON.stringify({ findings, entities, won, firstWonOn, lastWonOn, qualityRatio })
  })
}

export const closeImportFile = (db: Writer, id: number, counts: RowCounts): void =>
  db.update('import_files', id, {
    rows_new: counts.new,
    rows_changed: counts.changed,
    rows_same: counts.same,
    rows_rejected: counts.rejected
  })

/** Headers by place, so that the cells of a row can be named again. */
function headersOf(table: Pick<ReadTable, 'columns'>): string[] {
  const headers: string[] = []
  for (const column of table.columns) headers[column.index] = column.header
  return Array.from(headers, (header) => header ?? '')
}

export const insertRows = (db: Writer, { table, columns, rows }: RowBatch): void => {
  db.insertMany(table, columns, rows)
}

export const updateRows = (db: Writer, { table, columns, rows }: RowBatch): void => db.updateMany(table, columns, rows)

export function setParents(db: Writer, parents: WrittenPart['parents']): void {
  for (const [id, parent] of parents) db.update('accounts', id, { parent_id: parent })
}

export function deleteDeals(db: Writer, ids: readonly number[]): void {
  for (const id of ids) db.remove('opportunities', id)
}

const aliasTables: Readonly<Record<IdentityEntity | 'stages', { table: string; column: string }>> = {
  accounts: { table: 'account_aliases', column: 'account_id' },
  products: { table: 'product_aliases', column: 'product_id' },
  sellers: { table: 'seller_aliases', column: 'seller_id' },
  stages: { table: 'stage_aliases', column: 'stage_id' }
}

/** Learns a name. A key that stood for another row stands for this one from now on; a person's name may be shared by several. */
export function putAlias(db: Writer, { of, id, alias, aliasKey }: WrittenPart['aliases'][number]): void {
  const { table, column } = aliasTables[of]
  const there = db.all<{ id: number; of: number }>(
    `SELECT id, ${column} AS "of" FROM ${table} WHERE alias_key = :aliasKey`,
    { aliasKey }
  )
  if (there.some((each) => each.of === id)) return
  const [other] = there
  if (other !== undefined && of !== 'sellers') db.update(table, other.id, { [column]: id, alias })
  else db.insert(table, { [column]: id, alias, alias_key: aliasKey })
}

export function applyCorrection(db: Writer, { id, imported, isConfirmed }: PlannedCorrection): void {
  if (isConfirmed) db.remove('corrections', id)
  else db.update('corrections', id, { imported_json: JSON.stringify(imported) })
}

/** Which rows of a table of the workspace a table of the import held, new or not. */
export const insertSeen = (db: Writer, fileId: number, table: string, ranges: readonly [number, number][]): void => {
  db.insert('import_seen', { import_file_id: fileId, entity: table, ranges_json: JSON.stringify(ranges) })
}

/** What the user said of two names, whichever comes first. */
export function putDecision(
  db: Writer,
  decision: { entity: IdentityEntity; keys: readonly [string, string]; isSame: boolean; decidedAt: string }
): void {
  const [leftKey = '', rightKey = ''] = [...decision.keys].sort()
  if (leftKey === rightKey) return
  const fields = { is_same: decision.isSame ? 1 : 0, decided_at: decision.decidedAt }
  const there = db.get<{ id: number }>(
    'SELECT id FROM identity_decisions WHERE entity = :entity AND left_key = :leftKey AND right_key = :rightKey',
    { entity: decision.entity, leftKey, rightKey }
  )
  if (there !== undefined) db.update('identity_decisions', there.id, fields)
  else db.insert('identity_decisions', { entity: decision.entity, left_key: leftKey, right_key: rightKey, ...fields })
}

/** Remembers how a table of this shape is read: a new profile, or the one there is with what was chosen now. */
export function putProfile(db: Writer, draft: Omit<StoredProfile, 'id'>): void {
  const { name, entity, shape, usedAt } = draft
  const fields = {
    columns_json: JSON.stringify(draft.columns),
    reading_json: JSON.stringify(draft.reading),
    used_at: usedAt
  }
  const there = db.get<{ id: number; uses: number }>(
    'SELECT id, uses FROM import_profiles WHERE entity = :entity AND shape = :shape',
    { entity, shape }
  )
  if (there !== undefined) db.update('import_profiles', there.id, { ...fields, uses: there.uses + 1 })
  else db.insert('import_profiles', { name, entity, shape, ...fields, created_at: usedAt, uses: 1 })
}
