// Reads what imports left behind: the list of them and the source cells of a fact. Writing is in store-rows.ts, what an import compares
// with in store-known.ts, quarantine and profiles in files of their names, quality rules in store-quality.ts, taking back in store-undo.ts.
import type { Reader } from '#engine/db.ts'
import type { EntityName } from '#shared/import/entities/index.ts'
import type { EntityCounts, Finding, ImportFileRow, ImportId, ImportRow, SourceTrace } from '#shared/import/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { type Packing, unpackRows } from './source-blocks.ts'

interface StoredFile {
  importId: ImportId
  fileName: string
  sheet: string | null
  entity: EntityName
  rowsRead: number
  isNew: number
  changed: number
  same: number
  rejected: number
  readingJson: string
}

/** All imports, the newest first; those taken back too. */
export function listImports(db: Reader): ImportRow[] {
  const files = db.all<StoredFile>(
    `SELECT import_id AS importId, file_name AS fileName, sheet, entity, rows_read AS rowsRead, rows_new AS isNew,
      rows_changed AS changed, rows_same AS same, rows_rejected AS rejected, reading_json AS readingJson FROM import_files ORDER BY id`
  )
  const open = new Map(
    db
      .all<{ importId: ImportId; rows: number }>(
        `SELECT f.import_id AS importId, count(*) AS rows FROM quarantine_rows q JOIN import_files f ON f.id = q.import_file_id
          WHERE q.state = 'open' GROUP BY f.import_id`
      )
      .map(({ importId, rows }) => [importId, rows])
  )
  const imports = db.all<{
    id: ImportId
    title: string
    kind: ImportRow['kind']
    importedAt: string
    undoneAt: string | null
    dataAsOfOn: IsoDate | null
    reportJson: string
  }>(
    `SELECT id, title, kind, imported_at AS importedAt, undone_at AS undoneAt, data_as_of_on AS dataAsOfOn, report_json AS reportJson
      FROM imports ORDER BY id DESC`
  )
  const newest = findNewestImport(db)
  return imports.map(({ reportJson, ...row }) => {
    const report = JSON.parse(reportJson) as { findings?: Finding[]; entities?: EntityCounts[] }
    return {
      ...row,
      files: files
        .filter((file) => file.importId === row.id)
        .map(({ fileName, sheet, entity, rowsRead, isNew, changed, same, rejected, readingJson }) => ({
          fileName,
          sheet,
          entity,
          rowsRead,
          counts: { new: isNew, changed, same, rejected },
          ...readingOf(readingJson)
        })),
      findings: report.findings ?? [],
      rejected: open.get(row.id) ?? 0,
      isNewest: row.id === newest
    }
  })
}

/** How a file was read, as far as the list of imports says it; early imports kept less. */
function readingOf(json: string): Pick<ImportFileRow, 'profile' | 'part'> {
  const { profile = null, part } = JSON.parse(json) as Partial<Pick<ImportFileRow, 'profile' | 'part'>>
  return part === undefined ? { profile } : { profile, part }
}

/** The import that the newest step made, if it was one. */
const findNewestImport = (db: Reader): ImportId | undefined =>
  db.get<{ importId: ImportId }>(
    `SELECT x.row_id AS importId FROM changes x WHERE x.table_name = 'imports' AND x.op = 'insert'
      AND x.command_id = (SELECT id FROM commands WHERE state = 'done' ORDER BY id DESC LIMIT 1)`
  )?.importId

export type TracedTable = 'opportunities' | 'accounts' | 'products'

/** The file, row and cells that a fact came from; undefined for facts that no import made. */
export function findSource(db: Reader, table: TracedTable, id: number): SourceTrace | undefined {
  const source = db.get<{ rowId: number | null }>(`SELECT source_row_id AS rowId FROM ${table} WHERE id = :id`, { id })
  if (source === undefined || source.rowId === null) return undefined
  const block = db.get<{
    id: number
    lastId: number
    packing: Packing
    rowsPacked: string
    importId: ImportId
    importedAt: string
    fileName: string
    sheet: string | null
    sha256: string
    headerJson: string
    mappingJson: string
  }>(
    `SELECT b.id, b.last_id AS lastId, b.packing, b.rows_packed AS rowsPacked, i.id AS importId, i.imported_at AS importedAt,
      f.file_name AS fileName, f.sheet, f.sha256, f.header_json AS headerJson, f.mapping_json AS mappingJson
      FROM source_blocks b JOIN import_files f ON f.id = b.import_file_id JOIN imports i ON i.id = f.import_id
      WHERE b.id = (SELECT max(id) FROM source_blocks WHERE id <= :rowId)`,
    { rowId: source.rowId }
  )
  if (block === undefined || block.lastId < source.rowId) return undefined
  const row = unpackRows(block.rowsPacked, block.packing)[source.rowId - block.id]
  if (row === undefined) throw new Error(`the block ${block.id} holds no row ${source.rowId}`)
  const [rowNumber, cells] = row
  const headers = JSON.parse(block.headerJson) as string[]
  const mapping = JSON.parse(block.mappingJson) as { index: number; field: string }[]
  const fieldAt = new Map(mapping.map(({ index, field }) => [index, field]))
  const { importId, importedAt, fileName, sheet, sha256 } = block
  return {
    importId,
    importedAt,
    fileName,
    sheet,
    sha256,
    rowNumber,
    // Columns at the end that the row leaves empty belong to it all the same.
    cells: Array.from({ length: Math.max(cells.length, headers.length) }, (_, index) => ({
      column: index + 1,
      header: headers[index] ?? '',
      cell: cells[index] ?? null,
      field: fieldAt.get(index) ?? 'none'
    }))
  }
}
