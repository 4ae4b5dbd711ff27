// Keeps what deals were until an import: what their files said, so a value that a person put over it is taken off again.
import type { Reader, SqlValue, Writer } from '#engine/db.ts'
import type { ImportId } from '#shared/import/types.ts'
import { dealVersionColumns } from './row-shapes.ts'

/** The columns of a version that a person may have corrected, by field. */
const columnOfField: Readonly<Record<string, string>> = {
  stageId: 'stage_id',
  sellerId: 'seller_id',
  accountId: 'account_id',
  amountMinor: 'amount_minor',
  currency: 'currency',
  closeOn: 'close_on'
}

/** What the last file said where it is corrected, by deal and column. */
function loadImported(db: Reader): Map<number, Map<string, SqlValue>> {
  const imported = new Map<number, Map<string, SqlValue>>()
  for (const row of db.iterate<{ deal: number; field: string; json: string }>(
    'SELECT opportunity_id AS deal, field, imported_json AS json FROM corrections'
  )) {
    const column = columnOfField[row.field]
    if (column === undefined) continue
    const own = imported.get(row.deal) ?? new Map<string, SqlValue>()
    own.set(column, JSON.parse(row.json) as SqlValue)
    imported.set(row.deal, own)
  }
  return imported
}

/**
 * Keeps what deals were until this import, with the row of the file that said so. Comes before the deals and their corrections are changed.
 *
 * @param versions values of dealVersionColumns, the deal first
 * @param kept deals that this import has kept already for the sake of a correction
 */
export function insertDealVersions(
  db: Writer,
  importId: ImportId,
  versions: readonly (readonly SqlValue[])[],
  kept: ReadonlySet<number>
): void {
  const fresh = versions.filter(([deal]) => !kept.has(Number(deal)))
  if (fresh.length === 0) return
  const imported = loadImported(db)
  const sourceOf = (deal: SqlValue): SqlValue =>
    db.get<{ source: number | null }>('SELECT source_row_id AS source FROM opportunities WHERE id = ?', [deal])
      ?.source ?? null
  db.insertMany(
    'opportunity_versions',
    ['until_import_id', 'source_row_id', ...dealVersionColumns],
    fresh.map((version) => {
      const [deal = null] = version
      const said = imported.get(Number(deal))
      if (said === undefined) return [importId, sourceOf(deal), ...version]
      return [
        importId,
        sourceOf(deal),
        ...version.map((value, at) => {
          const column = dealVersionColumns[at] ?? ''
          return said.has(column) ? (said.get(column) ?? null) : value
        })
      ]
    })
  )
}

/**
 * Keeps the deals of corrections whose imported value is about to be another: of the deal itself nothing may change.
 *
 * @param kept is told of the deals
 */
export function keepCorrectedDeals(
  db: Writer,
  importId: ImportId,
  correctionIds: readonly number[],
  kept: Set<number>
): void {
  if (correctionIds.length === 0) return
  const columns = dealVersionColumns.slice(1)
  const rows = db.all<Record<string, SqlValue>>(
    `SELECT DISTINCT o.id, ${columns.map((column) => `o.${column}`).join(', ')}
      FROM json_each(:ids) j CROSS JOIN corrections c ON c.id = j.value JOIN opportunities o ON o.id = c.opportunity_id
      WHERE NOT EXISTS
        (SELECT 1 FROM opportunity_versions v WHERE v.opportunity_id = o.id AND v.until_import_id = :importId)`,
    { ids: JSON.stringify(correctionIds), importId }
  )
  insertDealVersions(
    db,
    importId,
    rows.map((row) => [row.id ?? null, ...columns.map((column) => row[column] ?? null)]),
    kept
  )
  for (const row of rows) kept.add(Number(row.id))
}
