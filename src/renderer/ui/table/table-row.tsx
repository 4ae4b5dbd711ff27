// One line of a table: a row with its cells, or the head of a group. Memoised: moving the cell redraws two rows, not all.
import { Checkbox } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '../format.tsx'
import { Missing } from '../missing.tsx'
import { currencyOf, shownText, valueText } from './cell-text.ts'
import { type Item, isMissing, sumOf } from './model.ts'
import type { Column } from './types.ts'

export interface TableRowProps<Row> {
  readonly item: Item<Row>
  readonly index: number
  readonly columns: readonly Column<Row>[]
  readonly digits: ReadonlyMap<string, number | undefined>
  /** Column of the cell one stands on, −1 in other rows. */
  readonly activeColumn: number
  /** Columns of the block in this row, or undefined. */
  readonly blockFrom: number
  readonly blockTo: number
  readonly editor: ReactNode
  readonly editedColumn: number
  readonly isSelected: boolean
  /** undefined where rows can't be ticked. */
  readonly isChecked: boolean | undefined
  readonly tone: string | undefined
}

function Line<Row>(props: TableRowProps<Row>) {
  const { item, index } = props
  return item.kind === 'group' ? (
    <GroupLine {...props} item={item} />
  ) : (
    <RowLine {...props} row={item.row} key={index} />
  )
}

// memo() forgets type parameters; the cast gives them back.
export const TableRow = memo(Line) as typeof Line

export const alignOf = <Row,>(column: Column<Row>): 'left' | 'right' | 'center' =>
  column.align ?? (column.kind === 'text' || column.kind === 'date' || column.kind === 'custom' ? 'left' : 'right')

function RowLine<Row>(props: TableRowProps<Row> & { readonly row: Row }) {
  const { row, index, columns, activeColumn, isSelected, isChecked, tone } = props
  const { t } = useText()
  const classes = [isSelected ? 'table-selected' : '', isChecked ? 'table-checked' : '', tone ? `table-${tone}` : '']
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={isSelected || isChecked === true}
      className={classes.join(' ').trim() || undefined}
    >
      {isChecked === undefined ? null : (
        <td className="table-check">
          <Checkbox checked={isChecked} readOnly tabIndex={-1} data-check={index} aria-label={t('ui.table.check')} />
        </td>
      )}
      {columns.map((column, at) => {
        const isEdited = props.editedColumn === at
        const isInBlock = at >= props.blockFrom && at <= props.blockTo
        return (
          <td
            key={column.key}
            data-row={index}
            data-column={at}
            aria-colindex={at + 1}
            tabIndex={activeColumn === at ? 0 : -1}
            className={[
              `table-${alignOf(column)}`,
              at === 0 ? 'table-first' : '',
              column.edit ? 'table-editable' : '',
              isInBlock ? 'table-block' : '',
              isEdited ? 'table-edited' : ''
            ]
              .filter(Boolean)
              .join(' ')}
          >
            {isEdited ? props.editor : <CellContent column={column} row={row} digits={props.digits.get(column.key)} />}
          </td>
        )
      })}
    </tr>
  )
}

function CellContent<Row>({
  column,
  row,
  digits
}: {
  readonly column: Column<Row>
  readonly row: Row
  readonly digits: number | undefined
}) {
  const format = useFormat()
  if (column.render) return column.render(row)
  const value = column.value(row)
  if (isMissing(value)) {
    // An empty text cell is simply empty; a missing number has a reason.
    const reason = typeof column.missing === 'function' ? column.missing(row) : column.missing
    if (reason === undefined && (column.kind === 'text' || column.kind === 'custom')) return null
    return <Missing reason={reason} />
  }
  const text = shownText(column, row, format, digits)
  const currency = currencyOf(column, row)
  const full =
    column.kind === 'money' && currency && typeof value === 'number' ? format.moneyInFull(value, currency) : text
  const sign =
    column.isSigned && typeof value === 'number' && value !== 0 ? (value > 0 ? 'positive' : 'negative') : undefined
  return (
    <span className={sign} title={full.length > 18 || full !== text ? full : undefined}>
      {text}
    </span>
  )
}

function GroupLine<Row>(props: TableRowProps<Row> & { readonly item: Extract<Item<Row>, { kind: 'group' }> }) {
  const { item, index, columns, digits, isChecked, activeColumn } = props
  const { t } = useText()
  const format = useFormat()
  const Chevron = item.isOpen ? IconChevronDown : IconChevronRight
  return (
    <tr aria-rowindex={index + 2} className="table-group">
      {isChecked === undefined ? null : <td className="table-check" />}
      {columns.map((column, at) => {
        const first = item.rows[0]
        const currency = first === undefined ? undefined : currencyOf(column, first)
        const sum = column.total === 'sum' && at > 0 ? sumOf(column, item.rows) : undefined
        return (
          <td
            key={column.key}
            data-row={index}
            data-column={at}
            data-group={at === 0 ? item.name : undefined}
            tabIndex={activeColumn === at ? 0 : -1}
            aria-colindex={at + 1}
            className={`table-${alignOf(column)}${at === 0 ? ' table-first' : ''}`}
          >
            {at === 0 ? (
              <button type="button" className="table-group-name" tabIndex={-1} aria-expanded={item.isOpen}>
                <Chevron size={14} aria-hidden="true" />
                {item.name || t('ui.table.noGroup')}
                <span className="muted small">{format.number(item.rows.length)}</span>
              </button>
            ) : null}
            {sum === undefined || sum === null
              ? null
              : valueText(column, sum, currency, format, digits.get(column.key))}
          </td>
        )
      })}
    </tr>
  )
}
