// Reads the cells of a table copied from a spreadsheet: dates and amounts are decided per column, never per cell.
import { type IsoDate, isoDate, parseIsoDate } from '../../units/date.ts'

/** How the columns of a table write what can be read in two ways. */
export interface CellHabits {
  /** 03/04/2026: `dmy` the third of April, `mdy` the fourth of March. */
  dateOrder: 'dmy' | 'mdy'
  decimalSign: ',' | '.'
}

/**
 * Splits the text that a spreadsheet puts on the clipboard into cells.
 *
 * @param text rows end with a line break, cells with a tab; a cell that holds either, or a quote, stands in quotes
 * @returns rows of trimmed cells; rows without any text are left out
 * @example readCells('Ana\t"a ""b"""\n') // [['Ana', 'a "b"']]
 */
export function readCells(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]
    if (isQuoted) {
      if (char !== '"') cell += char
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else isQuoted = false
    } else if (char === '"' && cell === '') isQuoted = true
    else if (char === '\t') {
      row.push(cell.trim())
      cell = ''
    } else if (char === '\n') {
      rows.push([...row, cell.trim()])
      row = []
      cell = ''
    } else if (char !== '\r') cell += char
  }
  rows.push([...row, cell.trim()])
  return rows.filter((each) => each.some((value) => value !== ''))
}

const slashed = /^(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})$/

/**
 * Decides in which order a column writes day and month.
 *
 * @param cells the cells of one column
 * @param otherwise the order where no cell tells
 * @returns the order that a number above 12 gives away, else `otherwise`
 * @example decideDateOrder(['03/04/2026', '25/04/2026'], 'mdy') // 'dmy'
 */
export function decideDateOrder(cells: readonly string[], otherwise: CellHabits['dateOrder']): CellHabits['dateOrder'] {
  for (const cell of cells) {
    const parts = slashed.exec(cell)
    if (!parts || (parts[1] ?? '').length > 2) continue
    if (Number(parts[1]) > 12) return 'dmy'
    if (Number(parts[2]) > 12) return 'mdy'
  }
  return otherwise
}

/**
 * Reads a date.
 *
 * @param cell a date in figures: 2026-04-03, 03/04/2026, 3.4.26
 * @param order whether the day or the month comes first, where the year doesn't
 * @returns the day
 * @missing undefined when it isn't a date in figures or there is no such day
 * @example readDate('3/4/26', 'dmy') // '2026-04-03'
 */
export function readDate(cell: string, order: CellHabits['dateOrder']): IsoDate | undefined {
  const iso = parseIsoDate(cell.slice(0, 10))
  if (iso !== undefined) return iso
  const parts = slashed.exec(cell)
  if (!parts) return undefined
  const [first, second, third] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  if ((parts[1] ?? '').length === 4) return madeDate(first, second, third)
  const year = (parts[3] ?? '').length <= 2 ? 2000 + third : third
  return order === 'dmy' ? madeDate(year, second, first) : madeDate(year, first, second)
}

function madeDate(year: number, month: number, day: number): IsoDate | undefined {
  try {
    return isoDate(year, month, day)
  } catch {
    return undefined
  }
}

/**
 * Decides which sign a column writes before decimals.
 *
 * @param cells the cells of one column
 * @param otherwise the sign where no cell tells
 * @returns the sign given away by both signs in one number, by one sign twice, or by other than three figures after it
 * @example decideDecimalSign(['1.234', '1.234,50'], '.') // ','
 */
export function decideDecimalSign(
  cells: readonly string[],
  otherwise: CellHabits['decimalSign']
): CellHabits['decimalSign'] {
  for (const cell of cells) {
    const comma = cell.lastIndexOf(',')
    const point = cell.lastIndexOf('.')
    if (comma >= 0 && point >= 0) return comma > point ? ',' : '.'
    if (comma >= 0 && comma !== cell.indexOf(',')) return '.'
    if (point >= 0 && point !== cell.indexOf('.')) return ','
    if (/,(\d{1,2}|\d{4,})\D*$/.test(cell)) return ','
    if (/\.(\d{1,2}|\d{4,})\D*$/.test(cell)) return '.'
  }
  return otherwise
}

/**
 * Reads an amount.
 *
 * @param cell a number, with or without grouping, a currency sign or code around it
 * @param decimalSign the sign before decimals
 * @returns the number in units
 * @missing undefined when it isn't a number
 * @example readAmount('45.000,50 €', ',') // 45000.5
 */
export function readAmount(cell: string, decimalSign: CellHabits['decimalSign']): number | undefined {
  const bare = cell.replace(/^[^\d(+\-−.,]+|[^\d)]+$/gu, '').replace(/[\s'’\u00a0\u202f]/g, '')
  const isNegative = /^[-−(]/.test(bare)
  const figures = bare
    .replace(/^[-−(+]|\)$/g, '')
    .replaceAll(decimalSign === ',' ? '.' : ',', '')
    .replace(',', '.')
  if (!/^\d+(\.\d+)?$|^\.\d+$/.test(figures)) return undefined
  return isNegative ? -Number(figures) : Number(figures)
}
