// Tells the rows of a table that are no rows of it: totals and subtotals, footers below, headers that repeat on every page.
import { nameKey } from '#shared/units/name-key.ts'
import { filledOf, tidyName } from './table-header.ts'
import type { RawCell, RawRow } from './types.ts'

const maybeTotal = /total|sum|count|cuent|average|media|promedio/i
const totalNames = new Set([
  ...[
    'total',
    'totals',
    'grand total',
    'grand totals',
    'subtotal',
    'sub total',
    'subtotals',
    'sum',
    'count',
    'record count',
    'average'
  ],
  ...[
    'totales',
    'total general',
    'totales generales',
    'suma',
    'suma total',
    'recuento',
    'recuento de registros',
    'cuenta',
    'media',
    'promedio'
  ]
])
/** What stands before or after the name of a group in the row of its total. */
const totalOfGroup = /^(?:total|subtotal|suma de|total de) (.+)$|^(.+) (?:total|subtotal)$/
const recordsBehind = /\s*[([][\d.,\s]+(records?|registros?|rows?|filas?)?[)\]]\s*$/i

/** Place of the first cell that is not empty; -1 where all are. */
function firstFilled(cells: readonly RawCell[]): number {
  for (let at = 0; at < cells.length; at += 1) if (cells[at] !== null) return at
  return -1
}

/** 'grand total' for a row of totals, the group's name for a row of subtotals that names it, null for any other row. */
function totalOf(row: RawRow): { isExact: boolean; group: string } | null {
  const first = row.cells[firstFilled(row.cells)]
  if (typeof first !== 'string' || !maybeTotal.test(first)) return null
  const key = nameKey(first.replace(recordsBehind, ''))
  if (totalNames.has(key)) return { isExact: true, group: '' }
  const found = totalOfGroup.exec(key)
  return found === null ? null : { isExact: false, group: found[1] ?? found[2] ?? '' }
}

/**
 * Tells whether a row sums up others.
 *
 * It begins with a word for totals and fills few columns. "Total Energies" is a customer, not a total: where a name stands
 * beside the word, the row is a total only if the group of that name stands right above.
 *
 * @param row the row
 * @param columns how many columns the table has
 * @param groups names in the first columns of the rows above, down to the last total
 * @example isTotalRow({ rowNumber: 9, cells: ['Total', null, null, 12] }, 4, []) // true
 */
export function isTotalRow(row: RawRow, columns: number, groups: readonly RawCell[]): boolean {
  const total = totalOf(row)
  if (total === null) return false
  const filled = filledOf(row.cells)
  if (total.isExact) return filled <= Math.max(1, columns * 0.7)
  if (filled > Math.max(1, columns * 0.6)) return false
  return groups.some((name) => typeof name === 'string' && nameKey(name) === total.group)
}

/** A row at the end may fill every column and still be a total: the word for totals, and nothing but numbers beside it. */
function isGrandTotal(row: RawRow): boolean {
  if (totalOf(row)?.isExact !== true) return false
  const at = row.cells.findIndex((cell) => cell !== null)
  return row.cells.every(
    (cell, column) => column <= at || cell === null || /^[^\p{L}]*\d[^\p{L}]*$/u.test(String(cell))
  )
}

const noGroups: readonly RawCell[] = []
const footerWords =
  /copyright|©|confidential|confidencial|all rights reserved|derechos reservados|generated (by|on)|generado (por|el)|salesforce|filtered by|filtrado por|filtros|report name|exported|exportado|page \d|página \d|as of /i

/**
 * Finds where the footer of a table begins.
 *
 * Rows at the end that fill one cell, or few and say so in words (copyright, confidential) or stand behind blank lines. One
 * that merely fills a single cell stays where such rows are usual in the table.
 *
 * @param body the rows below the header
 * @param columns how many columns the table has
 * @param firstColumn the column in which the table begins: where notes below it begin too
 * @returns place in `body` of the first row of the footer; its length where there is none
 * @example findFooter([{ rowNumber: 2, cells: ['A', 'Won', 5] }, { rowNumber: 4, cells: ['Confidential'] }], 3, 0) // 1
 */
export function findFooter(body: readonly RawRow[], columns: number, firstColumn: number): number {
  const last = body.at(-1)
  if (columns < 3) return columns > 1 && last !== undefined && isGrandTotal(last) ? body.length - 1 : body.length
  const seen = Math.min(body.length, 1000)
  let lone = 0
  for (let at = 0; at < seen; at += 1) if (filledOf((body[at] as RawRow).cells) <= 1) lone += 1
  const isLoneUsual = lone > 10 && lone > seen * 0.05
  let start = body.length
  // Walk up through narrow rows; remember the highest one for which something speaks.
  for (let at = start - 1; at >= 0; at -= 1) {
    const row = body[at] as RawRow
    const filled = filledOf(row.cells)
    const isTotal = isTotalRow(row, columns, noGroups) || (start === at + 1 && isGrandTotal(row))
    if (filled > Math.max(1, columns * 0.34) && !isTotal) break
    const above = body[at - 1]
    const isBehindGap = above !== undefined && row.rowNumber - above.rowNumber > 1
    const saysSo =
      isTotal || isBehindGap || row.cells.some((cell) => typeof cell === 'string' && footerWords.test(cell))
    const isLone = filled <= 1 && row.cells.findIndex((cell) => cell !== null) === firstColumn
    if (saysSo || (isLone && !isLoneUsual)) start = at
    if (start - at > 20) break
  }
  return start
}

const mayBeUntidy = /[\s↑↓]/

/** The header again, as on the next page. */
export function isHeaderAgain(row: RawRow, names: readonly string[]): boolean {
  const first = firstFilled(row.cells)
  const name = names[first]
  const cell = row.cells[first]
  if (name === '') return false
  // Nearly every row is told from the header by its first cell as it stands.
  if (typeof cell === 'string' && cell !== name && !mayBeUntidy.test(cell)) return false
  if (tidyName(cell) !== name) return false
  return (
    row.cells.every((cell: RawCell, column) => cell === null || tidyName(cell) === names[column]) &&
    filledOf(row.cells) >= 2
  )
}
