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

/** How much too wide a table may be to be squeezed into its place instead of scrolling sideways. */
const squeezeLimit = 1.16

/** Widths that just don't fit are made a little narrower together; those the user has set stay. */
export function fitWidths(widths: readonly number[], available: number, isSetByUser: boolean): readonly number[] {
  const total = widths.reduce((sum, width) => sum + width, 0)
  if (isSetByUser || available <= 0 || total <= available || total > available * squeezeLimit) return widths
  const share = available / total
  return widths.map((width) => Math.floor(width * share))
}
