// Rows that can't be taken and wait in quarantine already: an export that holds them again does not put them there twice. A row is the same
// by its cells, in a table with the same headers, or by its external id. It then belongs to the newest export that holds it.
import type { SqlValue, Writer } from '#engine/db.ts'
import type { ColumnPlan, RawCell } from '#shared/import/types.ts'
import type { RowBatch } from './written-part.ts'

type State = 'open' | 'fixed' | 'dismissed'

interface WaitingRow {
  id: number
  cellsJson: string
  editsJson: string
  state: State
}

interface FileOfRows {
  entity: string
  shape: string | null
  /** Place of the column with the external id; -1 without one. */
  idColumn: number
}

const idColumnOf = (columns: readonly Pick<ColumnPlan, 'index' | 'field'>[]): number =>
  columns.find((column) => column.field === 'externalId')?.index ?? -1

function idIn(cellsJson: string, column: number): string | null {
  if (column < 0) return null
  const cell = (JSON.parse(cellsJson) as RawCell[])[column] ?? null
  return cell === null || cell === '' ? null : String(cell).trim()
}

export class WaitingRows {
  readonly #db: Writer
  readonly #files = new Map<number, FileOfRows>()
  readonly #byCells = new Map<string, WaitingRow[]>()
  readonly #byId = new Map<string, WaitingRow[]>()
  readonly #taken = new Set<number>()
  #isLoaded = false
  #next: number
  /** Rows that were put into quarantine, or whose cells are others now. */
  news = 0

  /** @param firstId the number that the next row gets */
  constructor(db: Writer, firstId: number) {
    this.#db = db
    this.#next = firstId
  }

  #fileOf(id: number): FileOfRows {
    let file = this.#files.get(id)
    if (file === undefined) {
      const row = this.#db.get<{ entity: string; shape: string | null; mappingJson: string }>(
        'SELECT entity, shape, mapping_json AS mappingJson FROM import_files WHERE id = :id',
        { id }
      )
      if (row === undefined) throw new Error(`there is no file ${id} of an import`)
      const { entity, shape, mappingJson } = row
      file = { entity, shape, idColumn: idColumnOf(JSON.parse(mappingJson) as ColumnPlan[]) }
      this.#files.set(id, file)
    }
    return file
  }

  #keysOf(fileId: number, cellsJson: string): { cells: string; id: string | null } {
    const { entity, shape, idColumn } = this.#fileOf(fileId)
    const id = idIn(cellsJson, idColumn)
    return { cells: `${entity}\u0000${shape}\u0000${cellsJson}`, id: id === null ? null : `${entity}\u0000${id}` }
  }

  /** @param ownFiles files of the import that is being written */
  #load(ownFiles: ReadonlySet<number>): void {
    this.#isLoaded = true
    for (const { fileId, ...row } of this.#db.iterate<WaitingRow & { fileId: number }>(
      `SELECT id, import_file_id AS fileId, cells_json AS cellsJson, edits_json AS editsJson, state
        FROM quarantine_rows ORDER BY id DESC`
    )) {
      if (ownFiles.has(fileId)) continue
      const { cells, id } = this.#keysOf(fileId, row.cellsJson)
      push(this.#byCells, cells, row)
      if (id !== null) push(this.#byId, id, row)
    }
  }

  #find(fileId: number, cellsJson: string): WaitingRow | undefined {
    const { cells, id } = this.#keysOf(fileId, cellsJson)
    const isFree = (row: WaitingRow): boolean => !this.#taken.has(row.id)
    const same = this.#byCells.get(cells)?.find(isFree)
    if (same !== undefined || id === null) return same
    // Mended once, and yet another thing is wrong with it now: that is a new row to mend.
    return this.#byId.get(id)?.find((row) => isFree(row) && row.state !== 'fixed')
  }

  /**
   * Takes rows of a part.
   *
   * @param batch values in the order id, file, number of the row, cells, rule, header, cell
   * @returns the rows that are new, with their numbers
   */
  take(batch: RowBatch, ownFiles: ReadonlySet<number>): RowBatch {
    if (!this.#isLoaded) this.#load(ownFiles)
    const fresh: SqlValue[][] = []
    for (const [, fileId, rowNumber, cells, rule, header, cell] of batch.rows) {
      const cellsJson = String(cells)
      const there = this.#find(Number(fileId), cellsJson)
      if (there === undefined) {
        fresh.push([this.#next++, fileId ?? null, rowNumber ?? null, cellsJson, rule ?? '', header ?? '', cell ?? ''])
        continue
      }
      this.#taken.add(there.id)
      const isSame = there.cellsJson === cellsJson
      // What a person has mended or set aside stays so while the file says the same.
      if (isSame && there.state === 'fixed') continue
      if (!isSame) this.news += 1
      this.#db.update('quarantine_rows', there.id, {
        import_file_id: fileId ?? null,
        row_number: rowNumber ?? null,
        ...(isSame
          ? {}
          : {
              cells_json: cellsJson,
              edits_json: keptEdits(there, cellsJson),
              rule: rule ?? '',
              header: header ?? '',
              cell: cell ?? '',
              state: 'open'
            })
      })
    }
    this.news += fresh.length
    return { ...batch, rows: fresh }
  }
}

function push(map: Map<string, WaitingRow[]>, key: string, row: WaitingRow): void {
  const rows = map.get(key)
  if (rows === undefined) map.set(key, [row])
  else rows.push(row)
}

/** Mended cells stay mended where the file still says what it said. */
function keptEdits({ cellsJson, editsJson }: WaitingRow, nowJson: string): string {
  const [before, now] = [JSON.parse(cellsJson) as RawCell[], JSON.parse(nowJson) as RawCell[]]
  const edits = Object.entries(JSON.parse(editsJson) as Record<string, RawCell>)
  return JSON.stringify(
    Object.fromEntries(edits.filter(([column]) => (before[Number(column)] ?? null) === (now[Number(column)] ?? null)))
  )
}
