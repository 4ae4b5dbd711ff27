// Gathers the rows of a sheet cell by cell, within the limits of a table; for readers that know each cell's place.
import { mostCells, mostColumns, mostRows, TableTooLarge } from '#shared/import/limits.ts'
import type { RawCell, RawRow, RawSheet, SheetVisibility } from '#shared/import/types.ts'
import { SheetNotebook } from './sheet-notebook.ts'

/** Cells taken by all sheets of a file so far. */
export interface CellBudget {
  cells: number
}

export class RowBook {
  readonly name: string
  readonly notebook: SheetNotebook
  visibility: SheetVisibility = 'visible'
  readonly #rows: RawRow[] = []
  readonly #budget: CellBudget
  #cells: RawCell[] = []

  constructor(name: string, uses1904: boolean, budget: CellBudget) {
    this.name = name
    this.notebook = new SheetNotebook(uses1904)
    this.#budget = budget
  }

  get rowCount(): number {
    return this.#rows.length
  }

  put(column: number, value: RawCell): void {
    if (value === null) return
    if (column >= mostColumns) throw new TableTooLarge('columns')
    while (this.#cells.length < column) this.#cells.push(null)
    this.#cells[column] = value
    this.notebook.see(column)
  }

  /** Ends the row; `times` is more than one where the file says that the row repeats. */
  endRow(rowNumber: number, isHidden: boolean, times = 1): void {
    const cells = this.#cells
    if (cells.length === 0) return
    this.#cells = []
    for (let time = 0; time < times; time += 1) {
      if (rowNumber + time > mostRows) throw new TableTooLarge('rows')
      this.#budget.cells += cells.length
      if (this.#budget.cells > mostCells) throw new TableTooLarge('cells')
      this.#rows.push({ rowNumber: rowNumber + time, cells: time === 0 ? cells : [...cells] })
      if (isHidden) this.notebook.hideRow(rowNumber + time)
    }
  }

  finish(): RawSheet {
    return {
      sheet: this.name,
      rows: this.#rows,
      encoding: null,
      delimiter: null,
      quote: null,
      visibility: this.visibility,
      notes: this.notebook.finish(),
      merges: this.notebook.merges
    }
  }
}
