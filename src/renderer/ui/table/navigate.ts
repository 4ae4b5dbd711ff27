// Where the keyboard leads in a table, as in a spreadsheet: a cell, or a block between an anchor and the cell.

export interface Place {
  readonly row: number
  readonly column: number
}

export interface Block {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export interface Size {
  readonly rows: number
  readonly columns: number
  /** Rows that PageDown leaps. */
  readonly page: number
}

export interface Press {
  readonly key: string
  readonly isControl: boolean
}

/** The place a key leads to, or undefined when it is no key of movement. */
export function moveFrom(place: Place, press: Press, size: Size): Place | undefined {
  const lastRow = Math.max(0, size.rows - 1)
  const lastColumn = Math.max(0, size.columns - 1)
  const at = (row: number, column: number): Place => ({
    row: Math.max(0, Math.min(lastRow, row)),
    column: Math.max(0, Math.min(lastColumn, column))
  })
  const { row, column } = place
  const far = press.isControl
  switch (press.key) {
    case 'ArrowUp':
      return at(far ? 0 : row - 1, column)
    case 'ArrowDown':
      return at(far ? lastRow : row + 1, column)
    case 'ArrowLeft':
      return at(row, far ? 0 : column - 1)
    case 'ArrowRight':
      return at(row, far ? lastColumn : column + 1)
    case 'PageUp':
      return at(row - size.page, column)
    case 'PageDown':
      return at(row + size.page, column)
    case 'Home':
      return at(far ? 0 : row, 0)
    case 'End':
      return at(far ? lastRow : row, lastColumn)
    default:
      return undefined
  }
}

export function blockOf(anchor: Place, place: Place): Block {
  return {
    top: Math.min(anchor.row, place.row),
    bottom: Math.max(anchor.row, place.row),
    left: Math.min(anchor.column, place.column),
    right: Math.max(anchor.column, place.column)
  }
}

export const isInside = (block: Block, row: number, column: number): boolean =>
  row >= block.top && row <= block.bottom && column >= block.left && column <= block.right

export const isSingle = (block: Block): boolean => block.top === block.bottom && block.left === block.right
