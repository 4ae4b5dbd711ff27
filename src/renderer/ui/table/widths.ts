// First widths of columns, from what they hold: long enough for a usual value, never so long that one column takes the page.
import type { Format } from '../make-format.ts'
import { shownText } from './cell-text.ts'
import type { Column } from './types.ts'

// Inter at 13 px: a character is seldom wider than this; digits are tabular.
const perCharacter = 7.2
const padding = 22
const sampled = 60

export function firstWidth<Row>(
  column: Column<Row>,
  unit: string | undefined,
  rows: readonly Row[],
  format: Format,
  digits: number | undefined
): number {
  if (column.width !== undefined) return column.width
  const header = (column.header.length + (unit ? unit.length + 1 : 0)) * 6.7 + padding + 6
  const step = Math.max(1, Math.floor(rows.length / sampled))
  let longest = 0
  for (let at = 0; at < rows.length; at += step) {
    const row = rows[at]
    if (row !== undefined) longest = Math.max(longest, shownText(column, row, format, digits).length)
  }
  const content = longest * perCharacter + padding
  return Math.round(Math.max(56, Math.min(280, Math.max(header, content))))
}

/** Of a column of words a part may hide behind "…"; of plain numbers only the air around them. */
const wordsGive = 0.36
const numbersGive = 0.1
const leastWords = 84

/** How many pixels a column can give; what a screen draws itself (bars, tags) gives none. */
export function giveOf<Row>(column: Column<Row>, width: number): number {
  if (column.render && column.kind !== 'text') return 0
  if (column.kind === 'text') return Math.max(0, Math.min(width * wordsGive, width - leastWords))
  return column.kind === 'custom' ? 0 : width * numbersGive
}

/** Widths that don't fit their place give what they can; if that isn't enough, or the user has set them, the table scrolls. */
export function fitWidths(
  widths: readonly number[],
  gives: readonly number[],
  available: number,
  isSetByUser: boolean
): readonly number[] {
  const missing = widths.reduce((sum, width) => sum + width, 0) - available
  const given = gives.reduce((sum, give) => sum + give, 0)
  if (isSetByUser || available <= 0 || missing <= 0 || missing > given) return widths
  return widths.map((width, at) => Math.floor(width - ((gives[at] ?? 0) * missing) / given))
}
