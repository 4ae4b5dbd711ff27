// Editing in a table: one cell, pasted blocks, emptied and filled ones; what could not be read is told above the table.
import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '../format.tsx'
import { currencyOf, plainText } from './cell-text.ts'
import { fromClipboard, toClipboard } from './clipboard.ts'
import { emptyEdits, fillDown, pasteEdits, type Reading } from './edits.ts'
import { type Item, isMissing } from './model.ts'
import type { Block } from './navigate.ts'
import { readCell } from './read-cell.ts'
import type { CellEdit, Column, DataTableProps, ParseResult } from './types.ts'

export interface TableEdits<Row> {
  /** What was refused, as a sentence. */
  readonly message: string | undefined
  readonly clearMessage: () => void
  /** The text an edit of a cell begins with. */
  readonly initialText: (column: Column<Row>, row: Row) => string
  readonly read: (column: Column<Row>, row: Row, text: string) => ParseResult
  readonly commit: (column: Column<Row>, row: Row, text: string) => void
  readonly paste: (text: string, block: Block) => void
  readonly empty: (block: Block) => void
  readonly fill: (block: Block) => void
  readonly copy: (block: Block) => string
}

export function useTableEdits<Row>(
  props: Pick<DataTableProps<Row>, 'onEditMany' | 'onAddRows'>,
  items: readonly Item<Row>[],
  columns: readonly Column<Row>[]
): TableEdits<Row> {
  const { t } = useText()
  const format = useFormat()
  const [message, setMessage] = useState<string | undefined>()
  const reading: Reading = {
    decimalSign: format.decimalSign,
    words: {
      notAnAmount: t('ui.field.notAnAmount'),
      notANumber: t('ui.field.notANumber'),
      notADate: t('ui.field.notADate'),
      required: t('ui.field.required'),
      notAChoice: (text) => t('ui.field.notAChoice', { text })
    }
  }
  const read = (column: Column<Row>, row: Row, text: string): ParseResult =>
    column.edit
      ? readCell(column.edit, row, text, { ...reading, currency: currencyOf(column, row) })
      : { ok: false, reason: '' }
  const apply = (edits: readonly CellEdit<Row>[]) => {
    if (edits.length === 0) return
    if (props.onEditMany && edits.length > 1) {
      props.onEditMany(edits)
      return
    }
    for (const edit of edits) columns.find((column) => column.key === edit.column)?.edit?.commit(edit.row, edit.value)
  }
  return {
    message,
    clearMessage: () => setMessage(undefined),
    initialText: (column, row) => {
      const value = column.value(row)
      if (column.edit?.kind === 'select') {
        const options = column.edit.options?.(row) ?? []
        return options.find((option) => option.value === value || option.label === value)?.value ?? ''
      }
      return isMissing(value) ? '' : plainText(column, row, format.decimalSign)
    },
    read,
    commit: (column, row, text) => {
      const result = read(column, row, text)
      if (!result.ok || !column.edit) return
      const before = column.value(row)
      if (before === result.value || (isMissing(before) && result.value === null)) return
      column.edit.commit(row, result.value)
    },
    paste: (text, block) => {
      const found = pasteEdits(fromClipboard(text), block, items, columns, reading)
      apply(found.edits)
      if (found.added.length > 0) props.onAddRows?.(found.added)
      const [first] = found.refused
      const lost = props.onAddRows ? 0 : found.added.length
      const said = [
        first ? t('ui.table.refused', { count: found.refused.length, text: first.text, reason: first.reason }) : '',
        lost > 0 ? t('ui.table.lostRows', { count: lost }) : ''
      ]
      setMessage(said.filter(Boolean).join(' ') || undefined)
    },
    empty: (block) => apply(emptyEdits(block, items, columns)),
    fill: (block) => apply(fillDown(block, items, columns)),
    copy: (block) =>
      toClipboard(
        items
          .slice(block.top, block.bottom + 1)
          .flatMap((item) =>
            item.kind === 'row'
              ? [
                  columns
                    .slice(block.left, block.right + 1)
                    .map((column) => plainText(column, item.row, format.decimalSign))
                ]
              : []
          )
      )
  }
}
