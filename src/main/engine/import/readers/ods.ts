// Reads OpenDocument spreadsheets (ods): values, dates and texts as they are stored, repeated cells and rows, hidden and merged ones.
import { tidyIso } from '#shared/import/serial-dates.ts'
import type { RawCell, RawSheet } from '#shared/import/types.ts'
import { type ReadProgress, type TableReader, tooLarge, UnreadableFile } from './reader.ts'
import { type CellBudget, RowBook } from './row-book.ts'
import { cleanText } from './xlsx-parts.ts'
import { XmlScanner } from './xml-scanner.ts'
import { mostUnfolded, ZipArchive } from './zip.ts'

const contentPart = 'content.xml'
const bytesBetweenReports = 1_048_576
/** Elements in a cell whose text is not the cell's: comments, drawings, and rows that were deleted. */
const aside = new Set(['annotation', 'frame', 'shapes', 'tracked-changes', 'custom-shape'])

export const ods: TableReader = {
  name: 'ods',
  matches: ({ kind, bytes }) => kind === 'zip' && isOds(new ZipArchive(bytes)),
  read: async (file, _choice, progress) => {
    const zip = new ZipArchive(file.bytes)
    const manifest = 'META-INF/manifest.xml'
    if (zip.has(manifest) && (await zip.read(manifest)).includes('encryption-data'))
      throw new UnreadableFile({ code: 'import.passwordProtected' })
    const unfolded = zip.declaredBytes(contentPart)
    if (unfolded > mostUnfolded) throw tooLarge(unfolded)
    return readContent(zip, file.bytes.length, progress)
  }
}

const isOds = (zip: ZipArchive): boolean => zip.has(contentPart) && zip.has('mimetype')

async function readContent(zip: ZipArchive, bytes: number, progress: ReadProgress): Promise<RawSheet[]> {
  const scanner = new OdsScanner(contentPart)
  const unfolded = Math.max(1, zip.declaredBytes(contentPart))
  let read = 0
  let reported = 0
  await scanner.scan(zip.pieces(contentPart), (count) => {
    read += count
    if (read - reported < bytesBetweenReports) return
    reported = read
    progress(Math.min(bytes, Math.round((bytes * read) / unfolded)), bytes, scanner.rowCount)
  })
  progress(bytes, bytes, scanner.rowCount)
  return scanner.sheets.map((sheet) => sheet.finish())
}

class OdsScanner extends XmlScanner {
  readonly sheets: RowBook[] = []
  readonly #budget: CellBudget = { cells: 0 }
  readonly #hiddenStyles = new Set<string>()
  #style = ''
  #book: RowBook | null = null
  #asideDepth = 0
  #rowNumber = 0
  #rowTimes = 1
  #isRowHidden = false
  #column = 0
  #columnTimes = 1
  #columnsSeen = 0
  #isCell = false
  #isText = false
  #paragraphs: string[] = []
  #read: (text: string | null) => RawCell = (text) => text
  #isError = false

  get rowCount(): number {
    return this.sheets.reduce((sum, sheet) => sum + sheet.rowCount, 0)
  }

  protected override opened(name: string): void {
    if (aside.has(name)) this.#asideDepth += 1
    if (this.#asideDepth > 0) return
    if (this.#isCell) this.#openText(name)
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#openCell()
    else if (name === 'table-row') this.#openRow()
    else if (name === 'table') this.#openTable()
    else if (name === 'table-column') this.#openColumns()
    else if (name === 'style') this.#style = this.attribute('name') ?? ''
    else if (name === 'table-properties' && this.attribute('display') === 'false') this.#hiddenStyles.add(this.#style)
  }

  protected override closed(name: string): void {
    if (aside.has(name)) {
      this.#asideDepth -= 1
      return
    }
    if (this.#asideDepth > 0) return
    if (name === 'p' || name === 'h') this.#isText = false
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#closeCell()
    else if (name === 'table-row') this.#closeRow()
  }

  protected override foundText(from: number, to: number, isLiteral: boolean): void {
    if (this.#isText && this.#asideDepth === 0) this.#write(this.decode(from, to, isLiteral).replace(/\s+/g, ' '))
  }

  #write(text: string): void {
    this.#paragraphs[this.#paragraphs.length - 1] += text
  }

  #openText(name: string): void {
    if (name === 'p' || name === 'h') {
      this.#paragraphs.push('')
      this.#isText = true
    } else if (this.#isText && name === 's') this.#write(' '.repeat(Math.min(this.#count('c'), 1000)))
    else if (this.#isText && name === 'tab') this.#write('\t')
    else if (this.#isText && name === 'line-break') this.#write('\n')
  }

  #count(name: string): number {
    const said = Number(this.attribute(name) ?? 1)
    return Number.isInteger(said) && said >= 1 ? said : 1
  }

  #openTable(): void {
    const book = new RowBook(this.attribute('name') ?? '', false, this.#budget)
    if (this.#hiddenStyles.has(this.attribute('style-name') ?? '')) book.visibility = 'hidden'
    this.#book = book
    this.sheets.push(book)
    this.#rowNumber = 1
    this.#columnsSeen = 0
  }

  #openColumns(): void {
    const times = this.#count('number-columns-repeated')
    if (this.#isCollapsed()) this.#book?.notebook.hideColumns(this.#columnsSeen, this.#columnsSeen + times - 1)
    this.#columnsSeen += times
  }

  #isCollapsed(): boolean {
    const visibility = this.attribute('visibility')
    return visibility === 'collapse' || visibility === 'filter'
  }

  #openRow(): void {
    this.#rowTimes = this.#count('number-rows-repeated')
    this.#isRowHidden = this.#isCollapsed()
    this.#column = 0
  }

  #closeRow(): void {
    this.#book?.endRow(this.#rowNumber, this.#isRowHidden, this.#rowTimes)
    this.#rowNumber += this.#rowTimes
  }

  #openCell(): void {
    this.#isCell = true
    this.#paragraphs = []
    this.#columnTimes = this.#count('number-columns-repeated')
    this.#isError = this.attribute('calcext:value-type') === 'error'
    this.#read = this.#reading()
    const across = this.#count('number-columns-spanned')
    const down = this.#count('number-rows-spanned')
    if (across > 1 || down > 1)
      this.#book?.notebook.merge({
        firstRow: this.#rowNumber,
        firstColumn: this.#column,
        lastRow: this.#rowNumber + down - 1,
        lastColumn: this.#column + across - 1
      })
    if (this.attribute('formula') !== null) this.#book?.notebook.addFormula(this.attribute('value-type') !== null)
  }

  /** How the cell's value is found once its text is known: the stored value, and the text where that is the value. */
  #reading(): (text: string | null) => RawCell {
    const type = this.attribute('office:value-type')
    const stored = (name: string): string => this.attribute(name) ?? ''
    if (type === 'float' || type === 'percentage' || type === 'currency') {
      const value = stored('value')
      const number = Number(value)
      return (text) => (value === '' || Number.isNaN(number) ? text : number)
    }
    if (type === 'boolean') {
      const value = stored('boolean-value') === 'true'
      return () => value
    }
    if (type === 'date') {
      const value = stored('date-value')
      return (text) => (value === '' ? text : tidyIso(value))
    }
    if (type === 'time') {
      const found = /^PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S$/.exec(stored('time-value'))
      return (text) =>
        found === null
          ? text
          : found
              .slice(1)
              .map((part) => part.padStart(2, '0'))
              .join(':')
    }
    const value = this.attribute('string-value')
    return (text) => text ?? (value === null ? null : cleanText(value))
  }

  #closeCell(): void {
    this.#isCell = false
    const value = this.#read(cleanText(this.#paragraphs.join('\n')))
    if (value !== null && this.#book !== null) {
      for (let time = 0; time < this.#columnTimes; time += 1) this.#book.put(this.#column + time, value)
      if (this.#isError) this.#book.notebook.addError(this.#column, this.#rowNumber, String(value))
    }
    this.#column += this.#columnTimes
  }
}
