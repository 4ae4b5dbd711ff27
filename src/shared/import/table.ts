// Finds the table in a sheet or text: which row is the header, where the rows end, and what below them is a footer or a total.
import { nameKey } from '#shared/units/name-key.ts'
import { entities } from './entities/index.ts'
import type { RawCell, RawRow } from './types.ts'

export interface FoundTable {
  /** 1-based row of the header; null where the table has none. */
  headerRow: number | null
  headers: string[]
  rows: RawRow[]
  leftOut: { rowNumber: number; text: string }[]
}

const knownHeaders = new Set(
  entities.flatMap((entity) => entity.fields.flatMap((field) => [...field.en, ...field.es].map(nameKey)))
)
const totalWords = /^(grand )?(total|totals|subtotal|sum|suma|totales|total general|recuento|count|media|average)\b/

const isText = (cell: RawCell): boolean => typeof cell === 'string' && /\p{L}/u.test(cell)
const filledOf = (cells: readonly RawCell[]): number =>
  cells.reduce<number>((sum, cell) => sum + (cell === null ? 0 : 1), 0)

/** How much a row looks like a header: words, all different, known ones best, as wide as the table below. */
function headerScore(row: RawRow, width: number): number {
  const filled = row.cells.filter((cell) => cell !== null)
  if (filled.length === 0) return 0
  const keys = filled.map((cell) => nameKey(String(cell)))
  const texts = filled.filter(isText).length / filled.length
  const known = keys.filter((key) => knownHeaders.has(key)).length / filled.length
  const different = new Set(keys).size / keys.length
  const wide = Math.min(1, filled.length / Math.max(1, width))
  const short = keys.filter((key) => key.length <= 40).length / keys.length
  return wide * (texts * different * short + 2 * known)
}

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
 * Titles and notes above the header are narrower than the table and aren't words of a header; rows at the end that fill
 * few columns, or that begin with "Total", are footers: they are left out and told.
 *
 * @param rows all rows with a visible cell, in order
 * @returns header, rows below it, and what was left out
 * @missing without rows there are no headers; a table whose first row is not of words has headers '' and starts there
 * @example findTable(rowsOf('stage,amount\nWon,5')).headerRow // 1
 */
export function findTable(rows: readonly RawRow[]): FoundTable {
  const width = usualWidth(rows)
  let best = { at: -1, score: 0.6 }
  rows.slice(0, 30).forEach((row, at) => {
    const score = headerScore(row, width)
    if (score > best.score + 1e-9) best = { at, score }
  })
  const header = rows[best.at]
  const body = header === undefined ? [...rows] : rows.slice(best.at + 1)
  const leftOut: FoundTable['leftOut'] = []
  const leave = (row: RawRow): void => {
    leftOut.push({
      rowNumber: row.rowNumber,
      text: row.cells
        .filter((cell) => cell !== null)
        .map(String)
        .join(' ')
    })
  }
  const columns = header === undefined ? width : filledOf(header.cells)
  if (columns >= 3) {
    for (let last = body.at(-1); last !== undefined; last = body.at(-1)) {
      const filled = filledOf(last.cells)
      if (filled > Math.max(1, columns * 0.34) && !isTotal(last)) break
      leave(last)
      body.pop()
    }
    leftOut.reverse()
  }
  const kept = body.filter((row) => {
    const isLeft = columns >= 3 && isTotal(row) && filledOf(row.cells) <= columns * 0.6
    if (isLeft) leave(row)
    return !isLeft
  })
  const last = kept.reduce((most, row) => Math.max(most, row.cells.length), header?.cells.length ?? 0)
  const headers = Array.from({ length: last }, (_, at) => {
    const cell = header?.cells[at]
    return cell === undefined || cell === null ? '' : String(cell).replace(/\s+/g, ' ').trim()
  })
  return { headerRow: header?.rowNumber ?? null, headers, rows: kept, leftOut }
}

function isTotal(row: RawRow): boolean {
  const first = row.cells.find((cell) => cell !== null)
  return typeof first === 'string' && totalWords.test(nameKey(first))
}
