// Reads delimited text (csv, tsv, Excel's Unicode text) into rows; the delimiter is the one under which the rows agree on their columns.
import Papa from 'papaparse'
import type { RawRow } from './types.ts'

const candidates = [',', ';', '\t', '|'] as const
const sampleLength = 65_536

/**
 * Chooses the delimiter of a text.
 *
 * Each candidate splits the beginning of the text; its score is the share of rows that have the most usual number of
 * columns, where one column counts for nothing. So a file of "1,5;2,5" is split at the semicolons, and a single column
 * of "1,5" is left whole where a heading of one column stands above it.
 *
 * @param text decoded text without a byte order mark
 * @returns the delimiter; ',' where the text has one column under every candidate
 * @example chooseDelimiter('a;b\n1,5;2\n1,7;3') // ';'
 */
export function chooseDelimiter(text: string): string {
  const said = /^sep=(.)\r?\n/i.exec(text)
  if (said?.[1] !== undefined) return said[1]
  const sample = text.length > sampleLength ? text.slice(0, text.lastIndexOf('\n', sampleLength)) : text
  let best = { delimiter: ',', score: 0 }
  for (const delimiter of candidates) {
    const rows = Papa.parse<string[]>(sample, { delimiter, skipEmptyLines: 'greedy', preview: 300 }).data
    const score = consistency(rows)
    if (score > best.score + 1e-9) best = { delimiter, score }
  }
  return best.delimiter
}

/** How well rows agree on a number of columns above one; the header's own width must agree too. */
function consistency(rows: readonly string[][]): number {
  const widths = new Map<number, number>()
  for (const row of rows) if (row.length > 1) widths.set(row.length, (widths.get(row.length) ?? 0) + 1)
  let usual = 1
  let count = 0
  for (const [width, seen] of widths)
    if (seen > count || (seen === count && width > usual)) {
      usual = width
      count = seen
    }
  if (count === 0) return 0
  const first = rows[0]
  // A comma that only the numbers have ("1,5") splits the rows but not the heading above them.
  if (first !== undefined && first.length === 1 && count === rows.length - 1 && usual === 2) return 0.1
  return (count / rows.length) * (1 + Math.min(usual, 20) / 100)
}

/**
 * Splits a text into rows of cells.
 *
 * Quotes may hold delimiters, quotes and line ends. Rows are counted as records, the first is 1: a cell with line ends
 * in it does not shift the count of the rows below, which is how a spreadsheet shows them.
 *
 * @param text decoded text, a byte order mark is dropped
 * @param delimiter one character
 * @returns all rows but those without any visible cell
 * @missing an empty cell is null
 * @example readDelimited('a,b\n1,', ',') // [{ rowNumber: 1, cells: ['a', 'b'] }, { rowNumber: 2, cells: ['1', null] }]
 */
export function readDelimited(text: string, delimiter: string): RawRow[] {
  const plain = text.replace(/^\ufeff/, '')
  const hasSep = /^sep=.\r?\n/i.test(plain)
  const parsed = Papa.parse<string[]>(plain, { delimiter, skipEmptyLines: false }).data
  const rows: RawRow[] = []
  parsed.forEach((cells, index) => {
    if (hasSep && index === 0) return
    if (cells.every((cell) => cell.trim() === '')) return
    rows.push({ rowNumber: index + 1, cells: cells.map((cell) => (cell.trim() === '' ? null : cell)) })
  })
  return rows
}
