// Groups of a report: names that stand on the first row of each group only, or on a line of their own above its rows.
import { isTotalRow } from './table-footer.ts'
import { filledOf } from './table-header.ts'
import type { RawCell, RawRow } from './types.ts'

/**
 * Finds the columns whose name stands on the first row of each group only: those that the report marks as sorted (↑), and the first one
 * where subtotals stand between the rows.
 *
 * @param header the last row of the header; undefined for a table without one
 * @param body the rows below it
 * @param end place in `body` where the table ends
 * @param columns how many columns the table has
 * @returns places of the columns; none where names stand on every row
 * @example findGroupColumns(header, [{ rowNumber: 2, cells: ['Ann', 'A', 5] }, { rowNumber: 3, cells: [null, 'B', 6] }], 2, 3) // [0]
 */
export function findGroupColumns(
  header: RawRow | undefined,
  body: readonly RawRow[],
  end: number,
  columns: number
): number[] {
  if (header === undefined || columns < 3) return []
  const marked = header.cells.flatMap((cell, column) => (typeof cell === 'string' && /[↑↓]/.test(cell) ? [column] : []))
  const first = header.cells.findIndex((cell) => cell !== null)
  const asked = marked.length > 0 ? marked : [first]
  const top = body[0]
  return asked.filter((column) => {
    if (top === undefined || end === 0 || (top.cells[column] ?? null) === null) return false
    if (!body.some((row, at) => at < end && (row.cells[column] ?? null) === null)) return false
    return marked.length > 0 || body.some((row, at) => at < end && isTotalRow(row, columns, []))
  })
}

/** How many rows a group has, as a report writes it behind the group's name. */
const countBehind = /\s*\(\d[\d.,\s]*\)$/

/**
 * Takes lines that hold nothing but the name of a group out of a table, and gives their name to the row below.
 *
 * @param body the rows below the header
 * @param end place in `body` where the table ends
 * @param groupColumns columns with names of groups
 * @returns the rows without those lines, where the table ends among them, and the lines; a count behind the name ("Ann (3)") is left away
 *   where every line has one
 * @missing without such a line everything stays as it is
 * @example spreadGroupLines([{ rowNumber: 2, cells: ['Ann (1)'] }, { rowNumber: 3, cells: [null, 'A', 5] }], 2, [0]).body[0]?.cells // ['Ann', 'A', 5]
 */
export function spreadGroupLines(
  body: readonly RawRow[],
  end: number,
  groupColumns: readonly number[]
): { body: readonly RawRow[]; end: number; lines: RawRow[] } {
  const isLine = ({ cells }: RawRow): boolean => {
    const own = groupColumns.filter((column) => (cells[column] ?? null) !== null)
    return own.length > 0 && own.length === filledOf(cells)
  }
  const lines = groupColumns.length === 0 ? [] : body.slice(0, end).filter((row) => isLine(row))
  // A row that closes the table, or a total, is no group.
  const groups = new Set(lines.filter((row) => row !== body[end - 1] && !isTotalRow(row, 3, [])))
  if (groups.size === 0) return { body, end, lines: [] }
  const names = [...groups].flatMap(({ cells }) => cells.filter((cell) => cell !== null))
  const isCounted = names.every((name) => typeof name === 'string' && countBehind.test(name))
  const nameOf = (cell: RawCell): RawCell =>
    isCounted && typeof cell === 'string' ? cell.replace(countBehind, '') : cell
  const kept: RawRow[] = []
  let open = new Map<number, RawCell>()
  let newEnd = end
  for (const [at, row] of body.entries()) {
    if (at < end && groups.has(row)) {
      newEnd -= 1
      for (const column of groupColumns) {
        const cell = row.cells[column] ?? null
        if (cell !== null) open.set(column, nameOf(cell))
      }
      continue
    }
    if (open.size === 0 || at >= end || isTotalRow(row, 3, [])) {
      kept.push(row)
      continue
    }
    const cells = [...row.cells]
    for (const [column, name] of open) {
      while (cells.length <= column) cells.push(null)
      cells[column] ??= name
    }
    kept.push({ rowNumber: row.rowNumber, cells })
    open = new Map()
  }
  return { body: kept, end: newEnd, lines: [...groups] }
}
