// The head of a table: names with units, sorting by click (Shift adds), widths by drag, places by drag, filters below.
import { Checkbox } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { type PointerEvent, useRef } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { alignOf } from './table-row.tsx'
import type { Column, SortKey } from './types.ts'
import type { TableLayout } from './use-layout.ts'

export interface HeaderProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly units: ReadonlyMap<string, string | undefined>
  readonly layout: TableLayout<Row>
  readonly sort: readonly SortKey[]
  readonly onSort: (column: string, isAdding: boolean) => void
  readonly isFiltering: boolean
  readonly byColumn: Readonly<Record<string, string>>
  readonly onFilter: (column: string, text: string) => void
  /** undefined where rows can't be ticked. */
  readonly checked: 'all' | 'some' | 'none' | undefined
  readonly onCheckAll: () => void
}

export function Header<Row>(props: HeaderProps<Row>) {
  const { columns, checked, onCheckAll, isFiltering } = props
  const { t } = useText()
  return (
    <thead>
      <tr aria-rowindex={1}>
        {checked === undefined ? null : (
          <th className="table-check" scope="col">
            <Checkbox
              checked={checked === 'all'}
              indeterminate={checked === 'some'}
              onChange={onCheckAll}
              aria-label={t('ui.table.checkAll')}
            />
          </th>
        )}
        {columns.map((column, at) => (
          <HeadCell key={column.key} {...props} column={column} at={at} />
        ))}
      </tr>
      {isFiltering ? (
        <tr className="table-filters">
          {checked === undefined ? null : <td className="table-check" />}
          {columns.map((column, at) => (
            <td key={column.key} className={at === 0 ? 'table-first' : undefined}>
              <input
                className="table-filter"
                aria-label={t('ui.table.filterBy', { column: column.header })}
                placeholder={
                  column.kind === 'text' || column.kind === 'custom' ? t('ui.table.contains') : t('ui.table.moreThan')
                }
                value={props.byColumn[column.key] ?? ''}
                onChange={(event) => props.onFilter(column.key, event.currentTarget.value)}
              />
            </td>
          ))}
        </tr>
      ) : null}
    </thead>
  )
}

function HeadCell<Row>(props: HeaderProps<Row> & { readonly column: Column<Row>; readonly at: number }) {
  const { column, at, sort, onSort, layout, units } = props
  const { t } = useText()
  const cell = useRef<HTMLTableCellElement>(null)
  const rank = sort.findIndex((key) => key.column === column.key)
  const key = sort[rank]
  const unit = units.get(column.key)
  const isSortable = column.isSortable ?? true
  const Arrow = key?.isDescending ? IconArrowDown : IconArrowUp
  return (
    <th
      ref={cell}
      scope="col"
      aria-colindex={at + 1}
      aria-sort={key ? (key.isDescending ? 'descending' : 'ascending') : undefined}
      className={`table-${alignOf(column)}${at === 0 ? ' table-first' : ''}`}
      title={column.hint}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(dragType)) event.preventDefault()
      }}
      onDrop={(event) => layout.move(event.dataTransfer.getData(dragType), column.key)}
    >
      <button
        type="button"
        className="table-sort"
        draggable
        onDragStart={(event) => event.dataTransfer.setData(dragType, column.key)}
        disabled={!isSortable}
        onClick={(event) => onSort(column.key, event.shiftKey)}
      >
        <span className="table-name">
          {column.header}
          {unit ? <span className="table-unit"> {unit}</span> : null}
        </span>
        {key ? (
          <span className="table-arrow">
            <Arrow size={12} aria-hidden="true" />
            {sort.length > 1 ? rank + 1 : null}
          </span>
        ) : null}
      </button>
      {/* Dragging is a convenience of the pointer; the column chooser sets the same by keyboard. */}
      <span
        className="table-resize"
        aria-hidden="true"
        title={t('ui.table.resize')}
        onPointerDown={(event) => startResize(event, cell.current, (width) => layout.setWidth(column.key, width))}
      />
    </th>
  )
}

const dragType = 'text/x-comarca-column'

function startResize(event: PointerEvent, cell: HTMLElement | null, setWidth: (width: number) => void): void {
  if (!cell) return
  event.preventDefault()
  event.stopPropagation()
  const from = event.clientX
  const width = cell.getBoundingClientRect().width
  const onMove = (moved: globalThis.PointerEvent) => setWidth(width + moved.clientX - from)
  const onUp = () => {
    window.removeEventListener('pointermove', onMove)
    window.removeEventListener('pointerup', onUp)
  }
  window.addEventListener('pointermove', onMove)
  window.addEventListener('pointerup', onUp)
}
