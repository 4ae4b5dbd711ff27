// Reads SpreadsheetML, the XML of Excel 2003 that many systems still export under the name .xls.
import { tidyIso } from '#shared/import/serial-dates.ts'
import type { RawCell } from '#shared/import/types.ts'
import { type TableReader, UnreadableFile } from './reader.ts'
import { type CellBudget, RowBook } from './row-book.ts'
import { decodeText } from './text-bytes.ts'
import { cleanText } from './xlsx-parts.ts'
import { XmlScanner } from './xml-scanner.ts'

const pieceBytes = 131_072

export const spreadsheetXml: TableReader = {
  name: 'spreadsheet-xml',
  matches: (file) => file.kind === 'xml',
  read: async (file, choice, progress) => {
    const { bytes } = file
    const { text } = decodeText(bytes, choice?.encoding)
    const utf8 = Buffer.from(text)
    const scanner = new SpreadsheetXmlScanner('XML')
    let read = 0
    await scanner.scan(piecesOf(utf8), (count) => {
      read += count
      progress(Math.round((bytes.length * read) / utf8.length), bytes.length, scanner.rowCount)
    })
    if (scanner.sheets.length === 0) throw new UnreadableFile({ code: 'import.unknownFormat' })
    return scanner.sheets.map((sheet) => sheet.finish())
  }
}

async function* piecesOf(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
}

class SpreadsheetXmlScanner extends XmlScanner {
  readonly sheets: RowBook[] = []
  readonly #budget: CellBudget = { cells: 0 }
  #book: RowBook | null = null
  #rowNumber = 0
  #isRowHidden = false
  #column = -1
  #columnsSeen = 0
  #type: string | null = null
  #isCell = false
  #isValue = false
  #isVisible = false
  #spans = 0
  #hasFormula = false
  #text = ''

  get rowCount(): number {
    return this.sheets.reduce((sum, sheet) => sum + sheet.rowCount, 0)
  }

  protected override opened(name: string): void {
    if (name === 'Worksheet') {
      this.#book = new RowBook(this.attribute('Name') ?? '', false, this.#budget)
      this.sheets.push(this.#book)
      this.#rowNumber = 0
      this.#columnsSeen = 0
    } else if (name === 'Column') this.#openColumn()
    else if (name === 'Row') {
      this.#rowNumber = this.#index(this.#rowNumber + 1)
      this.#isRowHidden = this.flag('Hidden')
      this.#column = -1
    } else if (name === 'Cell') this.#openCell()
    else if (name === 'Data' && this.#isCell) {
      this.#type = this.attribute('Type')
      this.#isValue = true
    } else if (name === 'Visible') {
      this.#text = ''
      this.#isVisible = true
    }
  }

  protected override closed(name: string): void {
    if (name === 'Data') this.#isValue = false
    else if (name === 'Cell') this.#closeCell()
    else if (name === 'Row') this.#book?.endRow(this.#rowNumber, this.#isRowHidden)
    else if (name === 'Visible') {
      this.#isVisible = false
      if (this.#book === null) return
      if (this.#text === 'SheetHidden') this.#book.visibility = 'hidden'
      else if (this.#text === 'SheetVeryHidden') this.#book.visibility = 'veryHidden'
    }
  }

  protected override foundText(from: number, to: number, isLiteral: boolean): void {
    if (this.#isValue || this.#isVisible) this.#text += this.decode(from, to, isLiteral)
  }

  #index(next: number): number {
    const said = Number(this.attribute('Index') ?? next)
    return Number.isInteger(said) && said >= 1 ? said : next
  }

  #openColumn(): void {
    const from = this.#index(this.#columnsSeen + 1) - 1
    const to = from + this.#number('Span')
    if (this.flag('Hidden') || this.attribute('Width') === '0') this.#book?.notebook.hideColumns(from, to)
    this.#columnsSeen = to + 1
  }

  #number(name: string): number {
    const said = Number(this.attribute(name) ?? 0)
    return Number.isInteger(said) && said > 0 ? said : 0
  }

  #openCell(): void {
    this.#column = this.#index(this.#column + 2) - 1
    this.#isCell = true
    this.#type = null
    this.#text = ''
    const across = this.#number('MergeAcross')
    const down = this.#number('MergeDown')
    this.#spans = across
    this.#hasFormula = this.attribute('Formula') !== null
    if (across > 0 || down > 0)
      this.#book?.notebook.merge({
        firstRow: this.#rowNumber,
        firstColumn: this.#column,
        lastRow: this.#rowNumber + down,
        lastColumn: this.#column + across
      })
  }

  #closeCell(): void {
    if (!this.#isCell) return
    this.#isCell = false
    const value = this.#value()
    if (this.#hasFormula) this.#book?.notebook.addFormula(this.#type !== null)
    this.#book?.put(this.#column, value)
    if (this.#type === 'Error') this.#book?.notebook.addError(this.#column, this.#rowNumber, String(value))
    this.#column += this.#spans
  }

  #value(): RawCell {
    const text = this.#text
    if (this.#type === 'Number')
      return text.trim() === '' || Number.isNaN(Number(text)) ? cleanText(text) : Number(text)
    if (this.#type === 'Boolean') return text.trim() === '1'
    if (this.#type === 'DateTime') {
      // A time alone is written as one of the last day of 1899.
      const tidy = tidyIso(text)
      return tidy.startsWith('1899-12-31T') ? tidy.slice(11) : cleanText(tidy)
    }
    return cleanText(text)
  }
}
