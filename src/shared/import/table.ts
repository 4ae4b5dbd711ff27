// Finds the table in a sheet or text: which rows are the header, where the rows end, what below and between them is a footer or a total,
// and what the cells mean that a report leaves empty because the one above holds their value.
import { findFooter, isHeaderAgain, isTotalRow } from './table-footer.ts'
import { findGroupColumns, spreadGroupLines } from './table-groups.ts'
import { type FoundHeader, filledOf, findHeader, headerOf } from './table-header.ts'
import type { MergedRange, RawCell, RawRow, RawSheet, TableChoice } from './types.ts'

export interface FoundTable {
  /** 1-based row of the (last row of the) header; null where the table has none. */
  headerRow: number | null
  /** How many rows of the file the header takes; 0 where there is none. */
  headerRows: number
  /** 0-based column of the sheet in which the table begins. */
  firstColumn: number
  /** By column of the sheet, like the cells of the rows; '' where a column has no name. */
  headers: string[]
  rows: RawRow[]
  /** The first of the rows that were left out, in order. */
  leftOut: { rowNumber: number; text: string }[]
  leftOutCount: number
  /** Empty cells that got the value of the one above: joined cells, and groups named on their first row only. */
  filledCells: number
}

type TableSheet = Pick<RawSheet, 'rows'> & Partial<Pick<RawSheet, 'merges' | 'notes'>>

const mostLeftOut = 200
const mostTextLength = 300

/** The number of columns that most rows fill. */
function usualWidth(rows: readonly RawRow[]): number {
  const widths = rows
    .slice(0, 500)
    .map((row) => filledOf(row.cells))
    .sort((a, b) => a - b)
  return widths[Math.floor(widths.length * 0.75)] ?? 0
}

/**
 * Finds the table among the rows of a sheet or text.
 *
 * Titles and notes above the header are narrower than the table and aren't names of columns. A header of several rows is joined
 * ("Group · Name"). Rows that begin with a word for totals, narrow rows at the end, and the header again are left out and told.
 *
 * @param sheet rows with a visible cell, in order; joined cells and hidden rows where the file has them
 * @param choice what the user says of the header, the last row and hidden rows
 * @returns header, rows below it, and what was left out
 * @missing without rows there are no headers; a table without a header has headers '' and starts at its first row
 * @example findTable({ rows: readDelimited('stage,amount\nWon,5', ',') }).headerRow // 1
 */
export function findTable(sheet: TableSheet, choice?: Partial<TableChoice>): FoundTable {
  const merges = sheet.merges ?? []
  const leftOut: RawRow[] = []
  const hidden = choice?.leavesHiddenRows === true ? new Set(sheet.notes?.hiddenRows) : null
  const lastRow = choice?.lastRow ?? Number.POSITIVE_INFINITY
  const isOut = (row: RawRow): boolean => row.rowNumber > lastRow || hidden?.has(row.rowNumber) === true
  const rows = hidden === null && choice?.lastRow === undefined ? sheet.rows : sheet.rows.filter((row) => !isOut(row))
  if (rows !== sheet.rows) leftOut.push(...sheet.rows.filter(isOut))

  const header = chooseHeader(rows, merges, choice)
  const names = header?.names ?? []
  const width = usualWidth(rows)
  // Rows above the header that look like rows of a table rather than like titles.
  for (const row of rows.slice(0, header?.from ?? 0))
    if (filledOf(row.cells) >= 2 && filledOf(row.cells) >= width * 0.5) leftOut.push(row)
  const below = header === null ? rows : rows.slice(header.to + 1)
  const columns = header === null ? width : names.filter((name) => name !== '').length
  const end = findFooter(below, columns, firstColumnOf(names, below))
  const groupColumns = findGroupColumns(rows[header?.to ?? -1], below, end, columns)
  const spread = spreadGroupLines(below, end, groupColumns)
  const { kept, out } = sift(spread.body, spread.end, columns, names, groupColumns)
  leftOut.push(...spread.lines, ...out)
  const filled = fillDown(kept, merges, groupColumns, header === null ? 0 : (rows[header.to]?.rowNumber ?? 0))
  leftOut.sort((a, b) => a.rowNumber - b.rowNumber)

  let last = names.length
  for (const row of filled.rows) if (row.cells.length > last) last = row.cells.length
  const headers = Array.from({ length: last }, (_, column) => names[column] ?? '')
  return {
    headerRow: header === null ? null : (chosenRow(choice) ?? rows[header.to]?.rowNumber ?? null),
    headerRows:
      header === null ? 0 : Math.max(1, (rows[header.to]?.rowNumber ?? 0) - (rows[header.from]?.rowNumber ?? 0) + 1),
    firstColumn: firstColumnOf(headers, filled.rows),
    headers,
    rows: filled.rows,
    leftOut: leftOut.slice(0, mostLeftOut).map((row) => ({ rowNumber: row.rowNumber, text: textOf(row) })),
    leftOutCount: leftOut.length,
    filledCells: filled.count + spread.lines.length
  }
}

const chosenRow = (choice: Partial<TableChoice> | undefined): number | null =>
  choice?.headerRow === undefined || choice.headerRow === 0 ? null : choice.headerRow

function chooseHeader(
  rows: readonly RawRow[],
  merges: readonly MergedRange[],
  choice: Partial<TableChoice> | undefined
): FoundHeader | null {
  if (choice?.headerRow === 0) return null
  const found = choice?.headerRow === undefined ? findHeader(rows, usualWidth(rows), merges) : null
  if (choice?.headerRow === undefined && choice?.headerRows === undefined) return found
  const lastNumber = choice?.headerRow ?? (found === null ? 0 : (rows[found.to]?.rowNumber ?? 0))
  const firstNumber = lastNumber - Math.max(1, choice?.headerRows ?? 1) + 1
  if (choice?.headerRows === 0) return null
  // Rows without a cell are not among the rows: a header chosen there has no names.
  let to = -1
  rows.forEach((row, at) => {
    if (row.rowNumber <= lastNumber) to = at
  })
  let from = to
  while (from > 0 && (rows[from - 1]?.rowNumber ?? 0) >= firstNumber) from -= 1
  const isBlank = to < 0 || (rows[to]?.rowNumber ?? 0) < firstNumber
  return isBlank ? { from: to + 1, to, names: [] } : headerOf(rows, from, to, merges)
}

const textOf = (row: RawRow): string =>
  row.cells
    .filter((cell) => cell !== null)
    .map(String)
    .join(' ')
    .slice(0, mostTextLength)

/** Keeps the rows of the table; totals, repeated headers and the footer go out. */
function sift(
  body: readonly RawRow[],
  end: number,
  columns: number,
  names: readonly string[],
  groupColumns: readonly number[]
): { kept: RawRow[]; out: RawRow[] } {
  const kept: RawRow[] = []
  const out: RawRow[] = []
  const watched = groupColumns.length > 0 ? groupColumns : [names.findIndex((name) => name !== '')]
  let lastNames: RawCell[] = []
  for (let at = 0; at < body.length; at += 1) {
    const row = body[at] as RawRow
    if (at >= end) {
      out.push(row)
      continue
    }
    if (columns >= 3 && isTotalRow(row, columns, lastNames)) {
      out.push(row)
      continue
    }
    if (names.length > 0 && isHeaderAgain(row, names)) {
      out.push(row)
      continue
    }
    kept.push(row)
    const { cells } = row
    const isNewGroup = watched.some((column, index) => {
      const cell = cells[column] ?? null
      return cell !== null && cell !== lastNames[index]
    })
    if (isNewGroup) lastNames = watched.map((column) => cells[column] ?? null)
  }
  return { kept, out }
}

/** Gives the empty cells of groups and of cells joined downwards the value that stands above them. */
function fillDown(
  rows: RawRow[],
  merges: readonly MergedRange[],
  groupColumns: readonly number[],
  headerRow: number
): { rows: RawRow[]; count: number } {
  const down = merges.filter(({ firstRow, lastRow }) => lastRow > firstRow && firstRow > headerRow)
  if (down.length === 0 && groupColumns.length === 0) return { rows, count: 0 }
  let count = 0
  const values = new Map<number, Map<number, RawCell>>()
  const byNumber = new Map(rows.map((row) => [row.rowNumber, row]))
  const give = (rowNumber: number, column: number, value: RawCell): void => {
    const row = values.get(rowNumber) ?? new Map<number, RawCell>()
    row.set(column, value)
    values.set(rowNumber, row)
  }
  for (const { firstRow, lastRow, firstColumn } of down) {
    const value = byNumber.get(firstRow)?.cells[firstColumn] ?? null
    if (value === null) continue
    for (let rowNumber = firstRow + 1; rowNumber <= lastRow && rowNumber - firstRow <= 1_048_576; rowNumber += 1)
      if (byNumber.has(rowNumber)) give(rowNumber, firstColumn, value)
  }
  for (const [level, column] of groupColumns.entries()) {
    let value: RawCell = null
    for (const row of rows) {
      const own = row.cells[column] ?? null
      // A new group of an outer level begins without the inner group before it.
      const isNewOuter = groupColumns.slice(0, level).some((outer) => (row.cells[outer] ?? null) !== null)
      if (own !== null) value = own
      else if (isNewOuter) value = null
      else if (value !== null) give(row.rowNumber, column, value)
    }
  }
  const filled = rows.map((row) => {
    const given = values.get(row.rowNumber)
    if (given === undefined) return row
    const cells = [...row.cells]
    for (const [column, value] of given) {
      while (cells.length <= column) cells.push(null)
      if (cells[column] !== null) continue
      cells[column] = value
      count += 1
    }
    return { rowNumber: row.rowNumber, cells }
  })
  return { rows: filled, count }
}

function firstColumnOf(headers: readonly string[], rows: readonly RawRow[]): number {
  const named = headers.findIndex((name) => name !== '')
  let first = named === -1 ? Number.POSITIVE_INFINITY : named
  for (const row of rows.slice(0, 500)) {
    const at = row.cells.findIndex((cell) => cell !== null)
    if (at !== -1 && at < first) first = at
  }
  return Number.isFinite(first) ? first : 0
}
