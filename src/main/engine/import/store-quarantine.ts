// Rows that imports could not take: why, what has been mended in them, and what became of them.
import type { Reader, Writer } from '#engine/db.ts'
import type { EntityName } from '#shared/import/entities/entity.ts'
import type { PlannedQuarantine } from '#shared/import/plan/types.ts'
import type { ColumnPlan, ImportId, QuarantineRow, RawCell, ReadTable } from '#shared/import/types.ts'

const mostRows = 20_000

type State = QuarantineRow['state']

interface StoredRow {
  id: number
  importId: ImportId
  fileId: number
  fileName: string
  sheet: string | null
  entity: EntityName
  rowNumber: number
  rule: string
  header: string
  cell: string
  cellsJson: string
  editsJson: string
  state: State
}

const ROW = `SELECT q.id, f.import_id AS importId, f.id AS fileId, f.file_name AS fileName, f.sheet, f.entity,
    q.row_number AS rowNumber, q.rule, q.header, q.cell, q.cells_json AS cellsJson, q.edits_json AS editsJson, q.state
  FROM quarantine_rows q JOIN import_files f ON f.id = q.import_file_id`

/** Column plans of an import's file, as they were stored; those of early imports lack some of their fields. */
type StoredColumn = Pick<ColumnPlan, 'index' | 'header' | 'field' | 'format'> & Partial<ColumnPlan>

export interface StoredFile {
  id: number
  importId: ImportId
  fileName: string
  sheet: string | null
  sha256: string
  bytes: number
  entity: EntityName
  shape: string | null
  headers: string[]
  columns: StoredColumn[]
  reading: Partial<Pick<ReadTable, 'headerRow' | 'headerRows' | 'firstColumn' | 'encoding' | 'delimiter' | 'quote'>>
}

export function getFile(db: Reader, id: number): StoredFile {
  const row = db.get<
    Omit<StoredFile, 'headers' | 'columns' | 'reading'> & {
      headerJson: string
      mappingJson: string
      readingJson: string
    }
  >(
    `SELECT id, import_id AS importId, file_name AS fileName, sheet, sha256, bytes, entity, shape, header_json AS headerJson,
      mapping_json AS mappingJson, reading_json AS readingJson FROM import_files WHERE id = :id`,
    { id }
  )
  if (row === undefined) throw new Error(`there is no file ${id} of an import`)
  const { headerJson, mappingJson, readingJson, ...file } = row
  return {
    ...file,
    headers: JSON.parse(headerJson) as string[],
    columns: JSON.parse(mappingJson) as StoredColumn[],
    reading: JSON.parse(readingJson) as StoredFile['reading']
  }
}

const cellsOf = (json: string): RawCell[] => JSON.parse(json) as RawCell[]
const editsOf = (json: string): Record<string, RawCell> => JSON.parse(json) as Record<string, RawCell>

/** Rows in quarantine, of the newest import first; of one import or of all. */
export function listQuarantine(db: Reader, importId: ImportId | undefined, includesClosed: boolean): QuarantineRow[] {
  const rows = db.all<StoredRow>(
    `${ROW} WHERE (:importId IS NULL OR f.import_id = :importId) AND (:includesClosed = 1 OR q.state = 'open')
      ORDER BY f.import_id DESC, f.id, q.row_number, q.id LIMIT ${mostRows}`,
    { importId: importId ?? null, includesClosed: includesClosed ? 1 : 0 }
  )
  const files = new Map<number, { headers: string[]; fields: string[] }>()
  return rows.map(({ fileId, cellsJson, editsJson, ...row }) => {
    let file = files.get(fileId)
    if (file === undefined) {
      const { headers, columns } = getFile(db, fileId)
      const fieldAt = new Map(columns.map((column) => [column.index, column.field]))
      file = { headers, fields: headers.map((_, at) => fieldAt.get(at) ?? 'none') }
      files.set(fileId, file)
    }
    return { ...row, ...file, cells: cellsOf(cellsJson), edits: editsOf(editsJson) }
  })
}

export interface RetriedRow {
  id: number
  fileId: number
  rowNumber: number
  state: State
  /** As mended. */
  cells: RawCell[]
}

/** The rows of these ids that are there, by file and in the order of the file. */
export const listRetried = (db: Reader, ids: readonly number[]): RetriedRow[] =>
  db
    .all<StoredRow>(`${ROW} WHERE q.id IN (SELECT value FROM json_each(:ids)) ORDER BY f.id, q.row_number, q.id`, {
      ids: JSON.stringify(ids)
    })
    .map(({ id, fileId, rowNumber, state, cellsJson, editsJson }) => {
      const cells = cellsOf(cellsJson)
      for (const [column, cell] of Object.entries(editsOf(editsJson))) {
        while (cells.length < Number(column)) cells.push(null)
        cells[Number(column)] = cell
      }
      return { id, fileId, rowNumber, state, cells }
    })

/** @returns whether the row is there */
export function mendCell(db: Writer, rowId: number, column: number, cell: RawCell | undefined): boolean {
  const row = db.get<{ cellsJson: string; editsJson: string }>(
    'SELECT cells_json AS cellsJson, edits_json AS editsJson FROM quarantine_rows WHERE id = :rowId',
    { rowId }
  )
  if (row === undefined) return false
  const { [String(column)]: _old, ...others } = editsOf(row.editsJson)
  const original = cellsOf(row.cellsJson)[column] ?? null
  const isBack = cell === undefined || cell === original
  db.update('quarantine_rows', rowId, {
    edits_json: JSON.stringify(isBack ? others : { ...others, [String(column)]: cell })
  })
  return true
}

/** @returns how many of the rows are there */
export function setDismissed(db: Writer, ids: readonly number[], isDismissed: boolean): number {
  const rows = db.all<{ id: number; state: State }>(
    'SELECT id, state FROM quarantine_rows WHERE id IN (SELECT value FROM json_each(:ids))',
    { ids: JSON.stringify(ids) }
  )
  const [from, to] = isDismissed ? ['open', 'dismissed'] : ['dismissed', 'open']
  for (const { id, state } of rows) if (state === from) db.update('quarantine_rows', id, { state: to ?? state })
  return rows.length
}

export const markFixed = (db: Writer, id: number, importId: ImportId | null): void =>
  db.update('quarantine_rows', id, { state: 'fixed', fixed_import_id: importId })

/** Why a mended row still can't be taken. */
export const setProblem = (db: Writer, id: number, { rule, header, cell }: PlannedQuarantine['problem']): void =>
  db.update('quarantine_rows', id, { rule, header, cell })
