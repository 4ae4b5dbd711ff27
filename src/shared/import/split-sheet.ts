// Finds several tables in one sheet: one below the other with a gap between, or side by side with an empty column between. Only where both
// sides are tables of their own by their headers; a sheet of one table stays whole, as does whatever is in doubt.
import { lookAtColumns } from './column-look.ts'
import { findEntity } from './recognise.ts'
import { findTable } from './table.ts'
import { filledOf, isKnownHeader, tidyName } from './table-header.ts'
import type { MergedRange, RawRow, RawSheet, SheetPart } from './types.ts'

type Sheet = Pick<RawSheet, 'rows'> & Partial<Pick<RawSheet, 'merges' | 'notes'>>

/** Rows looked at for what a part is, and for where columns are empty. */
const looked = 200
const mostParts = 20
/** Share of the names of a header that have to be known ones where nothing but them speaks for a new table. */
const leastKnown = 0.5

/**
 * Splits a sheet into its tables.
 *
 * @param sheet rows with a visible cell, in order, and joined cells
 * @returns the parts from top to bottom and left to right, each with the place it takes in the sheet; rows keep their numbers and cells
 *   their columns. One part without a place where the sheet is one table
 * @missing a sheet without rows is one part
 * @example splitSheet(sheetOfOneTable).length // 1
 */
export function splitSheet(sheet: RawSheet): RawSheet[] {
  const parts = split(sheet, mostParts)
  if (parts.length < 2) return [sheet]
  return parts.map((rows, at) => ({ ...sheet, rows, part: { at: at + 1, of: parts.length, ...rangeOf(rows) } }))
}

function split(sheet: Sheet, most: number): RawRow[][] {
  if (most < 2) return [sheet.rows]
  const cut = cutBelow(sheet) ?? cutBeside(sheet)
  if (cut === undefined) return [sheet.rows]
  const first = split({ ...sheet, rows: cut[0] }, most - 1)
  return [...first, ...split({ ...sheet, rows: cut[1] }, most - first.length)]
}

function rangeOf(rows: readonly RawRow[]): Omit<SheetPart, 'at' | 'of'> {
  let firstColumn = Number.POSITIVE_INFINITY
  let lastColumn = 0
  for (const { cells } of rows)
    for (const [column, cell] of cells.entries()) {
      if (cell === null) continue
      if (column < firstColumn) firstColumn = column
      if (column > lastColumn) lastColumn = column
    }
  return {
    firstRow: rows[0]?.rowNumber ?? 1,
    lastRow: rows.at(-1)?.rowNumber ?? 1,
    firstColumn: Number.isFinite(firstColumn) ? firstColumn : 0,
    lastColumn
  }
}

/** Whether rows are a table of their own: its header names what some kind of record needs. */
function isTable(rows: readonly RawRow[], merges: readonly MergedRange[] | undefined): boolean {
  const found = findTable({ rows: rows.slice(0, looked), ...(merges === undefined ? {} : { merges }) })
  if (found.headerRow === null || found.rows.length === 0) return false
  return findEntity(lookAtColumns(found.headers, found.rows), '') !== undefined
}

/** Keys of the names in a row that reads like a header; undefined for any other row. */
function headerKeys({ cells }: RawRow): string[] | undefined {
  const names: string[] = []
  for (const cell of cells) {
    if (cell === null) continue
    if (typeof cell !== 'string' || !/\p{L}/u.test(cell)) return undefined
    names.push(tidyName(cell))
  }
  if (names.length < 2 || new Set(names).size < names.length) return undefined
  return names.filter(isKnownHeader).length >= names.length * leastKnown ? names : undefined
}

/** A row behind a gap, or below a title that stands behind one, that is the header of another table than the one above. */
function cutBelow({ rows, merges }: Sheet): [RawRow[], RawRow[]] | undefined {
  let above: string[] | undefined
  for (let at = 1; at < rows.length; at += 1) {
    const [row, before] = [rows[at] as RawRow, rows[at - 1] as RawRow]
    if (row.rowNumber - before.rowNumber < 2) continue
    // Titles of one cell may stand between the gap and the header.
    let header = at
    while (header < at + 3 && filledOf(rows[header]?.cells ?? []) === 1) header += 1
    const found = rows[header]
    const names = found === undefined ? undefined : headerKeys(found)
    if (names === undefined || header + 1 >= rows.length) continue
    above ??= rows
      .slice(0, at)
      .map(headerKeys)
      .find((keys) => keys !== undefined)
    // The same names again are the next page of the same table.
    if (above === undefined || isSame(above, names)) continue
    if (isTable(rows.slice(0, at), merges) && isTable(rows.slice(at), merges))
      return [rows.slice(0, at), rows.slice(at)]
  }
  return undefined
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name, at) => name === b[at])

/** An empty column with a table on either side, where the two differ in their rows or name the same things. */
function cutBeside({ rows, merges }: Sheet): [RawRow[], RawRow[]] | undefined {
  for (const gap of emptyColumns(rows)) {
    const left = within(rows, (column) => column < gap)
    const right = within(rows, (column) => column > gap)
    if (left.length < 2 || right.length < 2) continue
    const [leftHead, rightHead] = [firstHeader(left), firstHeader(right)]
    if (leftHead === undefined || rightHead === undefined) continue
    const isApart =
      leftHead.rowNumber !== rightHead.rowNumber ||
      left.at(-1)?.rowNumber !== right.at(-1)?.rowNumber ||
      leftHead.names.some((name) => rightHead.names.includes(name))
    if (isApart && isTable(left, merges) && isTable(right, merges)) return [left, right]
  }
  return undefined
}

function firstHeader(rows: readonly RawRow[]): { rowNumber: number; names: string[] } | undefined {
  for (const row of rows.slice(0, looked)) {
    const names = headerKeys(row)
    if (names !== undefined) return { rowNumber: row.rowNumber, names }
  }
  return undefined
}

/** Columns without a cell that stand between columns with some. */
function emptyColumns(rows: readonly RawRow[]): number[] {
  const filled = new Set<number>()
  const see = ({ cells }: RawRow): void => {
    for (let column = 0; column < cells.length; column += 1) if (cells[column] !== null) filled.add(column)
  }
  rows.slice(0, looked).forEach(see)
  const first = Math.min(...filled)
  const hasGap = (): boolean => filled.size < Math.max(...filled) - first + 1
  if (filled.size === 0 || !hasGap()) return []
  for (const row of rows.slice(looked)) see(row)
  const last = Math.max(...filled)
  const empty: number[] = []
  for (let column = first + 1; column < last; column += 1)
    if (!filled.has(column) && filled.has(column - 1)) empty.push(column)
  return empty
}

function within(rows: readonly RawRow[], isIn: (column: number) => boolean): RawRow[] {
  const kept: RawRow[] = []
  for (const { rowNumber, cells } of rows) {
    const own = cells.map((cell, column) => (isIn(column) ? cell : null))
    while (own.length > 0 && own.at(-1) === null) own.pop()
    if (own.length > 0) kept.push({ rowNumber, cells: own })
  }
  return kept
}
