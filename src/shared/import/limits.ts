// How much of a table an import takes on: the size of a spreadsheet's grid, and the cells that fit a worker's memory.

/** Rows and columns of a sheet in Excel 2007 and later. */
export const mostRows = 1_048_576
export const mostColumns = 16_384
/** Cells of one file. A filled cell takes 8 bytes in its row and, where it isn't repeated, some 40 for its text. */
export const mostCells = 20_000_000

/** A table that is larger than the limits; thrown while it is being read, so that memory stays bounded. */
export class TableTooLarge extends Error {
  readonly limit: 'rows' | 'columns' | 'cells'
  constructor(limit: 'rows' | 'columns' | 'cells') {
    super(`more ${limit} than a table may have`)
    this.limit = limit
  }
}
