// Turns a block of texts (pasted, filled or emptied) into edits of cells; what can't be read is told, not guessed.
import { currencyOf } from './cell-text.ts'
import { type Item, isMissing } from './model.ts'
import type { Block, Place } from './navigate.ts'
import { type ReadWords, readCell } from './read-cell.ts'
import type { CellEdit, Column } from './types.ts'

export interface Reading {
  readonly decimalSign: string
  readonly words: ReadWords
}

export interface BlockEdits<Row> {
  readonly edits: readonly CellEdit<Row>[]
  readonly refused: readonly { readonly text: string; readonly reason: string }[]
  /** Lines that lie below the last row, as values by column. */
  readonly added: readonly Readonly<Record<string, string | number | null>>[]
}

export const canEdit = <Row>(column: Column<Row> | undefined, row: Row): boolean =>
  column?.edit !== undefined && (column.edit.canEdit?.(row) ?? true)

/** Texts laid from a corner to the right and down. A single text fills the whole block instead. */
export function pasteEdits<Row>(
  texts: readonly (readonly string[])[],
  block: Block,
  items: readonly Item<Row>[],
  columns: readonly Column<Row>[],
  reading: Reading
): BlockEdits<Row> {
  const single = texts.length === 1 && texts[0]?.length === 1 ? texts[0][0] : undefined
  const wide = single === undefined ? texts : repeated(single, block)
  const edits: CellEdit<Row>[] = []
  const refused: { text: string; reason: string }[] = []
  const added: Record<string, string | number | null>[] = []
  let row = block.top
  for (const line of wide) {
    // Group lines hold no cells: the paste goes on below them.
    while (items[row]?.kind === 'group') row += 1
    const item = items[row]
    if (item?.kind === 'row') {
      for (const [offset, text] of line.entries()) {
        const column = columns[block.left + offset]
        if (!column?.edit || !canEdit(column, item.row)) continue
        const read = readCell(column.edit, item.row, text, { ...reading, currency: currencyOf(column, item.row) })
        if (!read.ok) refused.push({ text, reason: read.reason })
        else if (!isSame(column.value(item.row), read.value)) {
          edits.push({ row: item.row, column: column.key, value: read.value })
        }
      }
    } else if (line.some((text) => text.trim() !== '')) {
      added.push(newRow(line, block.left, columns, items, reading, refused))
    }
    row += 1
  }
  return { edits, refused, added }
}

const repeated = (text: string, block: Block): string[][] =>
  Array.from({ length: block.bottom - block.top + 1 }, () =>
    Array.from({ length: block.right - block.left + 1 }, () => text)
  )

function newRow<Row>(
  line: readonly string[],
  left: number,
  columns: readonly Column<Row>[],
  items: readonly Item<Row>[],
  reading: Reading,
  refused: { text: string; reason: string }[]
): Record<string, string | number | null> {
  const values: Record<string, string | number | null> = {}
  // A new row has no row yet to ask for its choices or currency: the last one stands in.
  const model = items.findLast((item) => item.kind === 'row')
  for (const [offset, text] of line.entries()) {
    const column = columns[left + offset]
    if (!column?.edit) continue
    if (model?.kind !== 'row') {
      values[column.key] = text.trim() === '' ? null : text.trim()
      continue
    }
    const read = readCell({ ...column.edit, isRequired: false }, model.row, text, {
      ...reading,
      currency: currencyOf(column, model.row)
    })
    if (read.ok) values[column.key] = read.value
    else refused.push({ text, reason: read.reason })
  }
  return values
}

const isSame = (before: string | number | null | undefined, after: string | number | null): boolean =>
  before === after || (isMissing(before) && after === null)

/** Emptying every cell of a block that may be empty. */
export function emptyEdits<Row>(
  block: Block,
  items: readonly Item<Row>[],
  columns: readonly Column<Row>[]
): readonly CellEdit<Row>[] {
  const edits: CellEdit<Row>[] = []
  for (let at = block.top; at <= block.bottom; at += 1) {
    const item = items[at]
    if (item?.kind !== 'row') continue
    for (let c = block.left; c <= block.right; c += 1) {
      const column = columns[c]
      if (!column?.edit || column.edit.isRequired || !canEdit(column, item.row)) continue
      if (!isMissing(column.value(item.row))) edits.push({ row: item.row, column: column.key, value: null })
    }
  }
  return edits
}

/** Ctrl+D: the top row of the block again in all rows below it. */
export function fillDown<Row>(
  block: Block,
  items: readonly Item<Row>[],
  columns: readonly Column<Row>[]
): readonly CellEdit<Row>[] {
  const from = items[block.top]
  if (from?.kind !== 'row') return []
  const edits: CellEdit<Row>[] = []
  for (let at = block.top + 1; at <= block.bottom; at += 1) {
    const item = items[at]
    if (item?.kind !== 'row') continue
    for (let c = block.left; c <= block.right; c += 1) {
      const column = columns[c]
      if (!column || !canEdit(column, item.row)) continue
      const value = editValue(column, from.row)
      if (!isSame(editValue(column, item.row), value)) edits.push({ row: item.row, column: column.key, value })
    }
  }
  return edits
}

/** The value as an edit would give it: for a select the option's value, not its words. */
function editValue<Row>(column: Column<Row>, row: Row): string | number | null {
  const value = column.value(row)
  if (isMissing(value)) return null
  if (column.edit?.kind !== 'select') return value
  return column.edit.options?.(row).find((option) => option.label === value || option.value === value)?.value ?? value
}

/** Where the focus goes after a finished edit; 'leave' when the user has already gone elsewhere. */
export type AfterEdit = 'down' | 'up' | 'right' | 'left' | 'stay' | 'leave'

export function placeAfter(place: Place, after: AfterEdit): Place {
  if (after === 'down') return { row: place.row + 1, column: place.column }
  if (after === 'up') return { row: place.row - 1, column: place.column }
  if (after === 'right') return { row: place.row, column: place.column + 1 }
  if (after === 'left') return { row: place.row, column: place.column - 1 }
  return place
}
