// Reads the cells of one sheet of an xlsx workbook, and what the sheet says besides: formulas, errors, hidden rows and columns, merged cells.
import { mostCells, mostColumns, mostRows, TableTooLarge } from '#shared/import/limits.ts'
import { type DateShape, serialToIso, tidyIso } from '#shared/import/serial-dates.ts'
import type { MergedRange, RawCell, RawRow } from '#shared/import/types.ts'
import { damaged } from './reader.ts'
import { SheetNotebook } from './sheet-notebook.ts'
import { cleanText } from './xlsx-parts.ts'
import { XmlScanner } from './xml-scanner.ts'

export interface CellContext {
  sharedTexts: readonly (string | null)[]
  dateStyles: readonly DateShape[]
  uses1904: boolean
  /** Cells that the sheets before have taken from the limit of the file. */
  cells: number
}

type CellType = 'number' | 'shared' | 'text' | 'inline' | 'flag' | 'error' | 'date'
const cellTypes: Readonly<Record<string, CellType>> = {
  n: 'number',
  s: 'shared',
  str: 'text',
  inlineStr: 'inline',
  b: 'flag',
  e: 'error',
  d: 'date'
}

export class XlsxSheetScanner extends XmlScanner {
  readonly rows: RawRow[] = []
  readonly notebook: SheetNotebook
  readonly #context: CellContext
  readonly #part: string
  #isOrdered = true
  #isRow = false
  #isRowHidden = false
  #rowNumber = 0
  #cells: RawCell[] = []
  #column = -1
  #isCell = false
  #type: CellType = 'number'
  #style = -1
  #value: RawCell = null
  #hasValue = false
  #hasFormula = false
  #takes: 'value' | 'text' | null = null
  #isReading = false
  #text = ''

  constructor(part: string, context: CellContext) {
    super(part)
    this.#part = part
    this.#context = context
    this.notebook = new SheetNotebook(context.uses1904)
  }

  /** Rows in the order of their numbers; some writers do not keep it. */
  finish(): RawRow[] {
    if (!this.#isOrdered) this.rows.sort((a, b) => a.rowNumber - b.rowNumber)
    return this.rows
  }

  protected override opened(name: string): void {
    if (this.#isCell) this.#openedInCell(name)
    else if (name === 'c' && this.#isRow) this.#openCell()
    else if (name === 'row') this.#openRow()
    else if (name === 'mergeCell') this.#openMerge()
    else if (name === 'col') this.#openColumn()
  }

  #openedInCell(name: string): void {
    if (name === 'v') this.#takes = 'value'
    else if (name === 't') this.#takes = this.#isReading ? null : 'text'
    else if (name === 'f') this.#hasFormula = true
    else if (name === 'rPh') this.#isReading = true
  }

  protected override closed(name: string): void {
    if (name === 'c') {
      if (this.#isCell) this.#closeCell()
    } else if (name === 'v' || name === 't') this.#takes = null
    else if (name === 'row') {
      if (this.#isRow) this.#closeRow()
    } else if (name === 'rPh') this.#isReading = false
  }

  protected override foundText(from: number, to: number, isLiteral: boolean): void {
    if (this.#takes === null) return
    if (this.#takes === 'text') {
      this.#text += this.decode(from, to, isLiteral)
      return
    }
    if (!this.#hasValue && (this.#type === 'number' || this.#type === 'shared')) {
      const number = this.#wholeNumber(from, to)
      if (number !== null) {
        this.#value = number
        this.#hasValue = true
        return
      }
    }
    this.#text += this.decode(from, to, isLiteral)
    this.#hasValue = true
  }

  /** Digits alone become a number right away, without a string in between; all else is null. */
  #wholeNumber(from: number, to: number): number | null {
    const bytes = this.bytes
    if (to - from > 15) return null
    let at = from
    const isNegative = bytes[at] === 45
    if (isNegative) at += 1
    if (at >= to) return null
    let number = 0
    for (; at < to; at += 1) {
      const digit = (bytes[at] as number) - 48
      if (digit < 0 || digit > 9) return null
      number = number * 10 + digit
    }
    return isNegative ? -number : number
  }

  #openRow(): void {
    const number = this.attribute('r')
    const said = number === null ? this.#rowNumber + 1 : Number(number)
    if (!Number.isInteger(said) || said < 1) throw damaged(`${this.#part}: row ${number}`)
    if (said > mostRows) throw new TableTooLarge('rows')
    if (said <= this.#rowNumber) this.#isOrdered = false
    this.#rowNumber = said
    this.#isRow = true
    this.#isRowHidden = this.flag('hidden')
    this.#cells = []
    this.#column = -1
  }

  #closeRow(): void {
    this.#isRow = false
    if (this.#cells.length === 0) return
    this.rows.push({ rowNumber: this.#rowNumber, cells: this.#cells })
    if (this.#isRowHidden) this.notebook.hideRow(this.#rowNumber)
    this.#context.cells += this.#cells.length
    if (this.#context.cells > mostCells) throw new TableTooLarge('cells')
  }

  /** Reads r, s and t in one go: this is done for every cell. */
  #openCell(): void {
    const bytes = this.bytes
    const to = this.attributesTo
    let column = this.#column + 1
    this.#style = -1
    this.#type = 'number'
    let at = this.attributesFrom
    while (at < to) {
      while (at < to && (bytes[at] as number) <= 32) at += 1
      const name = bytes[at] as number
      const nameFrom = at
      while (at < to && bytes[at] !== 61) at += 1
      const isShort = at - nameFrom === 1
      at += 1
      while (at < to && (bytes[at] as number) <= 32) at += 1
      const quote = bytes[at]
      const from = at + 1
      at = from
      while (at < to && bytes[at] !== quote) at += 1
      if (isShort) {
        if (name === 114) column = this.#columnOf(from, at) ?? column
        else if (name === 115) this.#style = this.#wholeNumber(from, at) ?? -1
        else if (name === 116) this.#type = this.#typeOf(from, at)
      }
      at += 1
    }
    if (column >= mostColumns) throw new TableTooLarge('columns')
    this.#column = column
    this.#isCell = true
    this.#hasValue = false
    this.#hasFormula = false
    this.#value = null
    this.#text = ''
    this.#takes = null
  }

  #columnOf(from: number, to: number): number | null {
    const bytes = this.bytes
    let column = 0
    let at = from
    for (; at < to; at += 1) {
      const letter = (bytes[at] as number) & 0xdf
      if (letter < 65 || letter > 90) break
      column = column * 26 + letter - 64
      if (column > mostColumns) throw new TableTooLarge('columns')
    }
    return at === from ? null : column - 1
  }

  #typeOf(from: number, to: number): CellType {
    if (to - from === 1 && this.bytes[from] === 115) return 'shared'
    return cellTypes[this.bytes.toString('latin1', from, to)] ?? 'number'
  }

  #closeCell(): void {
    this.#isCell = false
    const value = this.#cellValue()
    if (this.#hasFormula) this.notebook.addFormula(this.#hasValue || this.#type === 'text')
    if (value === null) return
    const cells = this.#cells
    while (cells.length < this.#column) cells.push(null)
    cells[this.#column] = value
    this.notebook.see(this.#column)
    if (this.#type === 'error') this.notebook.addError(this.#column, this.#rowNumber, String(value))
  }

  #cellValue(): RawCell {
    const type = this.#type
    if (type === 'shared') {
      if (!this.#hasValue) return null
      const text = this.#context.sharedTexts[this.#value as number]
      if (text === undefined) throw damaged(`${this.#part}: sharedStrings`)
      return text
    }
    if (type === 'inline') return cleanText(this.#text)
    if (!this.#hasValue) return null
    if (type === 'number') {
      const number = this.#value === null ? Number(this.#text) : (this.#value as number)
      if (Number.isNaN(number)) return cleanText(this.#text)
      const shape = this.#style < 0 ? 'none' : (this.#context.dateStyles[this.#style] ?? 'none')
      return shape === 'none' ? number : (serialToIso(number, shape, this.#context.uses1904) ?? number)
    }
    if (type === 'flag') return this.#text === '1' || this.#text.toLowerCase() === 'true'
    return type === 'date' ? tidyIso(this.#text) : cleanText(this.#text)
  }

  #openMerge(): void {
    const range = rangeOf(this.attribute('ref') ?? '')
    if (range !== null) this.notebook.merge(range)
  }

  #openColumn(): void {
    if (!this.flag('hidden') && this.attribute('width') !== '0') return
    this.notebook.hideColumns(Number(this.attribute('min') ?? 0) - 1, Number(this.attribute('max') ?? 0) - 1)
  }
}

/** 'B2:D3' → rows counted from 1, columns from 0; null for what is no range of more than one cell. */
function rangeOf(text: string): MergedRange | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(text.trim())
  if (found === null) return null
  const [, firstLetters = '', firstRow = '', lastLetters = '', lastRow = ''] = found
  return {
    firstRow: Number(firstRow),
    firstColumn: columnNumber(firstLetters),
    lastRow: Number(lastRow),
    lastColumn: columnNumber(lastLetters)
  }
}

const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
