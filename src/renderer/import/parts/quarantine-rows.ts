// Rows in quarantine as a grid holds them: by file and table, each cell as the file has it or as it has been mended.
import { parseTypedNumber } from '#renderer/ui/parse-typed.ts'
import type { QuarantineRow, RawCell } from '#shared/import/types.ts'

/** The rows of one table of one import: they have the same columns. */
export interface QuarantineTable {
  readonly key: string
  readonly first: QuarantineRow
  readonly rows: readonly QuarantineRow[]
  readonly open: number
}

export function tablesOf(rows: readonly QuarantineRow[]): QuarantineTable[] {
  const groups = new Map<string, QuarantineRow[]>()
  for (const row of rows) {
    const key = [row.importId, row.fileName, row.sheet ?? '', row.entity].join('\t')
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return [...groups].flatMap(([key, members]) => {
    const [first] = members
    return first ? [{ key, first, rows: members, open: members.filter((row) => row.state === 'open').length }] : []
  })
}

export const isMended = (row: QuarantineRow, column: number): boolean => row.edits[column] !== undefined

export const hasMending = (row: QuarantineRow): boolean => Object.keys(row.edits).length > 0

/** The cell as it will be taken: as mended, else as the file has it. */
export function cellOf(row: QuarantineRow, column: number): string | number | null {
  const mended = row.edits[column]
  return shownCell(mended === undefined ? (row.cells[column] ?? null) : mended)
}

export const fileCellOf = (row: QuarantineRow, column: number): string | number | null =>
  shownCell(row.cells[column] ?? null)

const shownCell = (cell: RawCell): string | number | null => (typeof cell === 'boolean' ? String(cell) : cell)

/** Rules about what a whole row lacks or repeats, with the fields that would mend it. */
const fieldsOfRule: Readonly<Record<string, readonly string[]>> = {
  noStage: ['stage'],
  noName: ['name'],
  noDate: ['happenedOn', 'issuedOn', 'enteredOn', 'validOn'],
  duplicateId: ['externalId']
}

/** The column that stopped the row: named by its header, else the one whose field the rule is about; -1 where there is none. */
export function stoppingColumn(row: QuarantineRow): number {
  if (row.header !== '') return row.headers.indexOf(row.header)
  const fields = fieldsOfRule[row.rule] ?? []
  return row.fields.findIndex((field) => fields.includes(field))
}

/** Columns whose cells the file holds as numbers: what is typed there is a number too, where it reads as one. */
export function numericColumns(rows: readonly QuarantineRow[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (const row of rows) for (const [at, cell] of row.cells.entries()) if (typeof cell === 'number') found.add(at)
  return found
}

export function readTyped(text: string, isNumeric: boolean, decimalSign: string): string | number {
  const number = isNumeric ? parseTypedNumber(text, decimalSign) : undefined
  return number ?? text
}

export interface Mend {
  rowId: number
  column: number
  cell?: RawCell
}

/** What to send for a typed value; typing what the file says takes the mending back. */
export function mendOf(row: QuarantineRow, column: number, value: string | number | null): Mend {
  const place = { rowId: row.id, column }
  return value === fileCellOf(row, column) ? place : { ...place, cell: value }
}
