// Writes down, while a sheet is read, what its rows alone don't show; every reader of workbooks keeps one per sheet.
import { columnLetters } from '#shared/import/column-letters.ts'
import type { MergedRange, SheetNotes } from '#shared/import/types.ts'
import { noNotes } from './reader.ts'

const mostExamples = 5
const mostErrors = 10_000
/** Ranges kept for filling; a sheet with more is no table of merged labels. All are counted. */
const mostMerges = 100_000

export class SheetNotebook {
  readonly #notes: SheetNotes = noNotes()
  readonly #hiddenColumns: { from: number; to: number }[] = []
  readonly merges: MergedRange[] = []
  readonly #errors: { rowNumber: number; column: number; text: string }[] = []
  #lastColumn = -1

  constructor(uses1904: boolean) {
    this.#notes.usesDates1904 = uses1904
  }

  see(column: number): void {
    if (column > this.#lastColumn) this.#lastColumn = column
  }

  hideRow(rowNumber: number): void {
    this.#notes.hiddenRows.push(rowNumber)
  }

  hideColumns(from: number, to: number): void {
    this.#hiddenColumns.push({ from, to })
  }

  merge(range: MergedRange): void {
    this.#notes.mergedRanges += 1
    if (this.merges.length < mostMerges) this.merges.push(range)
  }

  addFormula(hasValue: boolean): void {
    this.#notes.formulas += 1
    if (!hasValue) this.#notes.formulasWithoutValue += 1
  }

  addError(column: number, rowNumber: number, text: string): void {
    this.#notes.errorCells += 1
    if (this.#errors.length < mostErrors) this.#errors.push({ rowNumber, column, text })
    if (this.#notes.errorExamples.length < mostExamples)
      this.#notes.errorExamples.push(`${columnLetters(column)}${rowNumber}: ${text}`)
  }

  /** Hidden columns are listed as far as the sheet has cells: Excel hides the empty rest of a sheet in one go. */
  finish(): SheetNotes {
    const hidden = new Set<number>()
    for (const { from, to } of this.#hiddenColumns)
      for (let column = Math.max(0, from); column <= Math.min(to, this.#lastColumn); column += 1) hidden.add(column)
    return {
      ...this.#notes,
      ...(this.#errors.length === 0 ? {} : { errorPlaces: this.#errors }),
      hiddenRows: [...this.#notes.hiddenRows].sort((a, b) => a - b),
      hiddenColumns: [...hidden].sort((a, b) => a - b)
    }
  }
}
