// What exporting needs to know without writing anything: the name of a file and the text of a csv.
import type { ExportCell, ExportTable } from './types.ts'

/**
 * Makes a name that every system takes as a file's.
 *
 * @param name words, in any language
 * @param ending without a dot
 * @returns the name with its ending
 * @missing 'export' for a name without a usable character
 * @example fileNameOf('Deals: Q2/2027', 'csv') // 'Deals Q2 2027.csv'
 */
export function fileNameOf(name: string, ending: string): string {
  const plain = name
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 100)
  return `${plain === '' ? 'export' : plain}.${ending}`
}

// A text that begins like a formula is run by spreadsheets when the file is opened.
const runsAsFormula = /^[=+\-@\t\r]/

function csvCell(cell: ExportCell, isText: boolean): string {
  if (cell === null) return ''
  const text = isText && typeof cell === 'string' && runsAsFormula.test(cell) ? `'${cell}` : String(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * Writes a table as csv.
 *
 * Commas, decimal points, ISO dates and CRLF whatever the locale, so that it can be read by programs; text that a
 * spreadsheet would run as a formula gets an apostrophe before it.
 *
 * @param table the table
 * @returns the text, without a byte order mark
 * @missing empty cells are empty
 * @source RFC 4180; OWASP, CSV injection
 * @example toCsv({ name: '', columns: [{ header: 'a', kind: 'number' }], rows: [[1]] }) // 'a\r\n1\r\n'
 */
export function toCsv(table: ExportTable): string {
  const head = table.columns.map((column) => csvCell(column.header, true)).join(',')
  const lines = table.rows.map((row) =>
    table.columns.map((column, at) => csvCell(row[at] ?? null, column.kind === 'text')).join(',')
  )
  return [head, ...lines, ''].join('\r\n')
}
