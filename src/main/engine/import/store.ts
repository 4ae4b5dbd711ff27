// Reads what imports left behind: the list of them, rejected rows, and the source cells of a fact.
// Writing is in store-rows.ts, what an import compares with in store-known.ts, quality rules in store-quality.ts.
import type { Reader } from '#engine/db.ts'
import type { EntityName } from '#shared/import/entities/index.ts'
import type {
  EntityCounts,
  Finding,
  ImportId,
  ImportRow,
  RawCell,
  RejectedRow,
  SourceTrace
} from '#shared/import/types.ts'
import type { IsoDate } from '#shared/units/date.ts'

export { loadKnownFacts } from './store-known.ts'
export { listQuality } from './store-quality.ts'
export * from './store-rows.ts'

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
}

/** All imports, the newest first. */
export function listImports(db: Reader): ImportRow[] {
  const files = db.all<StoredFile>(
    `SELECT import_id AS importId, file_name AS fileName, sheet, entity, rows_read AS rowsRead, rows_new AS isNew,
      rows_changed AS changed, rows_same AS same, rows_rejected AS rejected FROM import_files ORDER BY id`
  )
  const newest = db.get<{ method: string }>(`SELECT method FROM commands WHERE state = 'done' ORDER BY id DESC LIMIT 1`)
  const imports = db.all<{
    id: ImportId
    title: string
    importedAt: string
    dataAsOfOn: IsoDate | null
    reportJson: string
  }>(
    `SELECT id, title, imported_at AS importedAt, data_as_of_on AS dataAsOfOn, report_json AS reportJson
      FROM imports ORDER BY id DESC`
  )
  return imports.map(({ reportJson, ...row }, index) => {
    const own = files.filter((file) => file.importId === row.id)
    const report = JSON.parse(reportJson) as { findings?: Finding[]; entities?: EntityCounts[] }
    return {
      ...row,
      files: own.map(({ fileName, sheet, entity, rowsRead, isNew, changed, same, rejected }) => ({
        fileName,
        sheet,
        entity,
        rowsRead,
        counts: { new: isNew, changed, same, rejected }
      })),
      findings: report.findings ?? [],
      rejected: own.reduce((sum, file) => sum + file.rejected, 0),
      isNewest: index === 0 && newest?.method === 'import.run'
    }
  })
}

const mostRejected = 5000

/** Rows that were not taken, newest import first; of one import or of all. */
export const listRejected = (db: Reader, importId: ImportId | undefined): RejectedRow[] =>
  db
    .all<{ fileName: string; sheet: string | null; rowNumber: number; problemJson: string; cellsJson: string }>(
      `SELECT f.file_name AS fileName, f.sheet, r.row_number AS rowNumber, r.problem_json AS problemJson, r.cells_json AS cellsJson
        FROM import_files f CROSS JOIN source_rows r ON r.import_file_id = f.id
        WHERE f.rows_rejected > 0 AND r.problem_json IS NOT NULL AND (:importId IS NULL OR f.import_id = :importId)
        ORDER BY f.import_id DESC, f.id, r.row_number LIMIT ${mostRejected}`,
      { importId: importId ?? null }
    )
    .map(({ problemJson, cellsJson, ...row }) => ({
      ...row,
      ...(JSON.parse(problemJson) as { rule: string; header: string; cell: string }),
      cells: JSON.parse(cellsJson) as RawCell[]
    }))

export type TracedTable = 'opportunities' | 'accounts' | 'products'

/** The file, row and cells that a fact came from; undefined for facts that no import made. */
export function findSource(db: Reader, table: TracedTable, id: number): SourceTrace | undefined {
  const row = db.get<{
    importId: ImportId
    importedAt: string
    fileName: string
    sheet: string | null
    sha256: string
    rowNumber: number
    cellsJson: string
    headerJson: string
    mappingJson: string
  }>(
    `SELECT i.id AS importId, i.imported_at AS importedAt, f.file_name AS fileName, f.sheet, f.sha256,
      r.row_number AS rowNumber, r.cells_json AS cellsJson, f.header_json AS headerJson, f.mapping_json AS mappingJson
      FROM ${table} t JOIN source_rows r ON r.id = t.source_row_id JOIN import_files f ON f.id = r.import_file_id
      JOIN imports i ON i.id = f.import_id WHERE t.id = :id`,
    { id }
  )
  if (row === undefined) return undefined
  const { cellsJson, headerJson, mappingJson, ...place } = row
  const headers = JSON.parse(headerJson) as string[]
  const mapping = JSON.parse(mappingJson) as { index: number; field: string }[]
  const cells = (JSON.parse(cellsJson) as RawCell[]).map((cell, index) => ({
    column: index + 1,
    header: headers[index] ?? '',
    cell,
    field: mapping.find((column) => column.index === index)?.field ?? 'none'
  }))
  return { ...place, cells }
}
