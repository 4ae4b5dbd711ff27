// Reads delimited text (csv, tsv, Excel's Unicode text) into rows; delimiter and quote are the ones under which the rows agree on their columns.
import { mostCells, mostColumns, mostRows, TableTooLarge } from './limits.ts'
import { RepeatedCells } from './repeated-cells.ts'
import type { RawCell, RawRow } from './types.ts'

const candidates = [',', ';', '\t', '|', '^', '~', '\u001f'] as const
const sampleLength = 65_536
const sampleRows = 300
const rowsBetweenReports = 2048
const sepLine = /^\ufeff?"?sep=(.)"?\r?\n/i

export interface ReadTextOptions {
  /** '' where quotes mean nothing. */
  quote?: string
  /** Called now and then with how far the reading is: letters and rows. */
  onProgress?: (letters: number, rows: number) => void
  /** Stop after so many rows. */
  rowLimit?: number
}

/**
 * Chooses the delimiter of a text.
 *
 * Each candidate splits the beginning of the text; its score is the share of rows that have the most usual number of
 * columns, where one column counts for nothing. So a file of "1,5;2,5" is split at the semicolons, and a single column
 * of "1,5" is left whole where a heading of one column stands above it.
 *
 * @param text decoded text
 * @param quote the sign that keeps cells together; '' for none
 * @returns the delimiter; ',' where the text has one column under every candidate
 * @example chooseDelimiter('a;b\n1,5;2\n1,7;3') // ';'
 */
export function chooseDelimiter(text: string, quote = '"'): string {
  const said = sepLine.exec(text)
  if (said?.[1] !== undefined) return said[1]
  const sample = sampleOf(text)
  let best = { delimiter: ',', score: 0 }
  for (const delimiter of candidates) {
    if (!sample.includes(delimiter)) continue
    const widths = readWidths(sample, delimiter, quote)
    const score = consistency(widths)
    if (score > best.score + 1e-9) best = { delimiter, score }
  }
  return best.delimiter
}

/**
 * Chooses the sign that keeps a cell together where it holds a delimiter or a line end.
 *
 * @param text decoded text
 * @param delimiter one character
 * @returns '"', or "'" where cells stand between those and none between double quotes
 * @example chooseQuote("'a','b'\n'1,5','2'", ',') // "'"
 */
export function chooseQuote(text: string, delimiter: string): string {
  const sample = sampleOf(text)
  const between = (quote: string): number => {
    const edge = delimiter.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
    return sample.match(new RegExp(`(?:^|${edge})${quote}[^${quote}\n]*${quote}(?=${edge}|\r?$)`, 'gm'))?.length ?? 0
  }
  return between('"') === 0 && between("'") >= 3 ? "'" : '"'
}

function sampleOf(text: string): string {
  if (text.length <= sampleLength) return text
  const end = text.lastIndexOf('\n', sampleLength)
  return text.slice(0, end > 0 ? end : sampleLength)
}

/** How many columns each row that is not blank has, empty ones too. */
function readWidths(sample: string, delimiter: string, quote: string): number[] {
  const widths: number[] = []
  for (const row of new TextSplitter(sample, delimiter, { quote, rowLimit: sampleRows }).rows())
    if (row.cells.length > 0 || row.width > 1) widths.push(row.width)
  return widths
}

/** How well rows agree on a number of columns above one; the header's own width must agree too. */
function consistency(widths: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1)
  let usual = 1
  let count = 0
  for (const [width, seen] of counts)
    if (seen > count || (seen === count && width > usual)) {
      usual = width
      count = seen
    }
  if (count === 0) return 0
  // A comma that only the numbers have ("1,5") splits the rows but not the heading above them.
  if (widths[0] === 1 && count === widths.length - 1 && usual === 2) return 0.1
  return (count / widths.length) * (1 + Math.min(usual, 20) / 100)
}

/**
 * Splits a text into rows of cells.
 *
 * Quotes may hold delimiters, quotes and line ends; spaces may stand before them. A quote that is never closed is a
 * letter like any other (12" pipe), so it does not swallow the rows below. Rows are counted as records, the first is 1:
 * a cell with line ends in it does not shift the count of the rows below, which is how a spreadsheet shows them.
 *
 * @param text decoded text, a byte order mark is dropped
 * @param delimiter one character
 * @returns all rows but those without any visible cell; cells as they are written, without empty ones at the end of a row
 * @errors TableTooLarge beyond the size of a sheet
 * @missing an empty cell is null
 * @source RFC 4180, section 2, and the lenient reading of papaparse 5 (quotes within a cell)
 * @example readDelimited('a,b\n,1', ',') // [{ rowNumber: 1, cells: ['a', 'b'] }, { rowNumber: 2, cells: [null, '1'] }]
 */
export function readDelimited(text: string, delimiter: string, options: ReadTextOptions = {}): RawRow[] {
  const rows: RawRow[] = []
  for (const { rowNumber, cells } of new TextSplitter(text, delimiter, options).rows())
    if (cells.length > 0) rows.push({ rowNumber, cells })
  return rows
}

interface SplitRow extends RawRow {
  /** Columns as written, the empty ones at the end too. */
  width: number
}

/** Goes over the text once: lines without a quote are split at the delimiter, the others letter by letter. */
class TextSplitter {
  readonly #text: string
  readonly #delimiter: number
  readonly #quote: string
  readonly #lineEnd: number
  readonly #options: ReadTextOptions
  readonly #repeated: RepeatedCells
  #at: number
  /** No quote is closed from here on: what begins with one is no quoted cell. */
  #neverClosedFrom = Number.POSITIVE_INFINITY
  #nextQuote = -1
  #cells = 0

  constructor(text: string, delimiter: string, options: ReadTextOptions) {
    this.#text = text
    this.#delimiter = delimiter.charCodeAt(0)
    this.#quote = options.quote ?? '"'
    this.#lineEnd = text.includes('\n') ? 10 : 13
    this.#options = options
    this.#repeated = new RepeatedCells(text)
    this.#at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  }

  *rows(): Generator<SplitRow> {
    const text = this.#text
    const { rowLimit = Number.POSITIVE_INFINITY, onProgress } = this.#options
    const said = sepLine.exec(text)
    let rowNumber = 0
    if (said !== null) {
      this.#at = said[0].length
      rowNumber = 1
    }
    while (this.#at < text.length && rowNumber < rowLimit) {
      rowNumber += 1
      yield this.#row(rowNumber)
      if (rowNumber > mostRows) throw new TableTooLarge('rows')
      if (rowNumber % rowsBetweenReports === 0) onProgress?.(this.#at, rowNumber)
    }
    onProgress?.(text.length, rowNumber)
  }

  #row(rowNumber: number): SplitRow {
    const text = this.#text
    const found = text.indexOf(this.#lineEnd === 10 ? '\n' : '\r', this.#at)
    const lineEnd = found === -1 ? text.length : found
    if (this.#nextQuote < this.#at) this.#nextQuote = this.#indexOfQuote(this.#at)
    const cells = this.#nextQuote < lineEnd ? this.#cellsWithQuotes() : this.#plainCells(lineEnd)
    const width = cells.length
    if (width > mostColumns) throw new TableTooLarge('columns')
    let filled = width
    while (filled > 0 && cells[filled - 1] === null) filled -= 1
    if (filled < width) cells.length = filled
    this.#cells += filled
    if (this.#cells > mostCells) throw new TableTooLarge('cells')
    return { rowNumber, cells, width }
  }

  /** Where the next quote stands; behind the text where there is none. */
  #indexOfQuote(from: number): number {
    const at = this.#quote === '' ? -1 : this.#text.indexOf(this.#quote, from)
    return at === -1 ? this.#text.length : at
  }

  /** The cells of a line that holds no quote. */
  #plainCells(lineEnd: number): RawCell[] {
    const text = this.#text
    const hasReturn = this.#lineEnd === 10 && lineEnd > this.#at && text.charCodeAt(lineEnd - 1) === 13
    const end = hasReturn ? lineEnd - 1 : lineEnd
    const delimiter = this.#delimiter
    const cells: RawCell[] = []
    let start = this.#at
    for (let at = start; at < end; at += 1)
      if (text.charCodeAt(at) === delimiter) {
        cells.push(this.#cell(start, at, cells.length))
        start = at + 1
      }
    cells.push(this.#cell(start, end, cells.length))
    this.#at = lineEnd + 1
    return cells
  }

  /** The letters between two places as a cell: null where none of them is visible. */
  #cell(start: number, end: number, column: number): RawCell {
    if (start >= end) return null
    const first = this.#text.charCodeAt(start)
    if ((first <= 32 || first >= 160) && this.#text.slice(start, end).trim() === '') return null
    return this.#repeated.cell(start, end, column)
  }

  #cellsWithQuotes(): RawCell[] {
    const text = this.#text
    const end = text.length
    const delimiter = this.#delimiter
    const lineEnd = this.#lineEnd
    const quote = this.#quote.charCodeAt(0)
    const cells: RawCell[] = []
    for (;;) {
      const start = this.#at
      let at = start
      let code = -1
      let cell: RawCell | undefined
      for (let isBeginning = true; at < end; at += 1) {
        code = text.charCodeAt(at)
        if (code === delimiter || code === lineEnd) break
        if (isBeginning && code === quote) {
          cell = this.#quoted(at, cells.length)
          if (cell !== undefined) {
            at = this.#at
            code = at < end ? text.charCodeAt(at) : -1
            break
          }
        }
        if (code !== 32) isBeginning = false
      }
      if (cell === undefined) {
        const hasReturn = code === 10 && at > start && text.charCodeAt(at - 1) === 13
        cell = this.#cell(start, hasReturn ? at - 1 : at, cells.length)
      }
      cells.push(cell)
      if (cells.length > mostColumns) throw new TableTooLarge('columns')
      this.#at = at + 1
      if (at >= end || code !== delimiter) return cells
    }
  }

  /** The cell whose quote stands at `open`; leaves #at behind it. Undefined where the quote is no beginning of a quoted cell. */
  #quoted(open: number, column: number): RawCell | undefined {
    if (open >= this.#neverClosedFrom) return undefined
    const text = this.#text
    const quote = this.#quote
    const code = quote.charCodeAt(0)
    let hasQuotes = false
    let close = text.indexOf(quote, open + 1)
    while (close !== -1) {
      if (text.charCodeAt(close + 1) === code) {
        hasQuotes = true
        close = text.indexOf(quote, close + 2)
        continue
      }
      let behind = close + 1
      while (text.charCodeAt(behind) === 32 && this.#delimiter !== 32) behind += 1
      const next = text.charCodeAt(behind)
      const isCrLf = next === 13 && text.charCodeAt(behind + 1) === 10
      if (behind >= text.length || next === this.#delimiter || next === this.#lineEnd || isCrLf) {
        this.#at = isCrLf && this.#lineEnd === 10 ? behind + 1 : behind
        if (!hasQuotes) return this.#cell(open + 1, close, column)
        const inner = text.slice(open + 1, close).replaceAll(quote + quote, quote)
        return inner.trim() === '' ? null : inner
      }
      hasQuotes = true
      close = text.indexOf(quote, close + 1)
    }
    this.#neverClosedFrom = open
    return undefined
  }
}
