// The grid of a table: sticky head, first column and totals, drawn rows (only those in view above 200), keyboard and mouse.
import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef
} from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '../format.tsx'
import { usePrinting } from '../use-printing.ts'
import { CellEditor } from './cell-editor.tsx'
import { canEdit } from './edits.ts'
import { Header } from './header.tsx'
import { isSingle, type Place } from './navigate.ts'
import { TableRow } from './table-row.tsx'
import { Totals } from './totals.tsx'
import type { DataTableProps, RowKey } from './types.ts'
import { useGrid } from './use-grid.ts'
import { useInnerWidth } from './use-inner-width.ts'
import type { TableLayout } from './use-layout.ts'
import { type TableRows, toggled } from './use-rows.ts'
import type { TableEdits } from './use-table-edits.ts'
import { firstWidth, fitWidths, giveOf } from './widths.ts'

// A table may take the grid role (ARIA in HTML); the rows and cells inside it follow by themselves.
const gridAria = (canTickSeveral: boolean) => ({ role: 'grid', 'aria-multiselectable': canTickSeveral })

/** On paper a table stands whole up to here; thousands of rows would bring the printing down. */
const printedRows = 500

/** From this many rows up only those in view are drawn. */
export const virtualFrom = 200

export interface TableBodyProps<Row> {
  readonly table: DataTableProps<Row>
  readonly rows: TableRows<Row>
  readonly layout: TableLayout<Row>
  readonly edits: TableEdits<Row>
  readonly units: ReadonlyMap<string, string | undefined>
  readonly isFiltering: boolean
  readonly checkedKeys: ReadonlySet<RowKey> | undefined
  readonly rowKey: (row: Row) => RowKey
  /** Grows each time the filter box hands the focus down. */
  readonly downCount: number
}

export function TableBody<Row>(props: TableBodyProps<Row>) {
  const { table, rows, layout, edits, units, checkedKeys, rowKey } = props
  const { items, seen, digits } = rows
  const columns = layout.shown
  const format = useFormat()
  const { t } = useText()
  const scroller = useRef<HTMLDivElement>(null)
  const rowHeight = table.isCompact ? 26 : 32
  const isPrinting = usePrinting()
  const isVirtual = items.length > virtualFrom && !isPrinting
  const virtual = useVirtualizer({
    count: isVirtual ? items.length : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: 34,
    scrollPaddingEnd: 34
  })
  const focus = useCallback(
    (place: Place) => {
      const find = () =>
        scroller.current?.querySelector<HTMLElement>(`td[data-row="${place.row}"][data-column="${place.column}"]`)
      const found = find()
      if (found) {
        found.focus()
        return
      }
      // Not drawn yet: bring it into view first.
      virtual.scrollToIndex(place.row)
      requestAnimationFrame(() => requestAnimationFrame(() => find()?.focus()))
    },
    [virtual]
  )
  const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 400) - 70) / rowHeight))
  const grid = useGrid({ rows: items.length, columns: columns.length, page }, focus)
  const { goTo } = grid
  useEffect(() => {
    if (props.downCount > 0) goTo({ row: 0, column: 0 })
  }, [props.downCount, goTo])

  const available = useInnerWidth(scroller)
  const wanted = useMemo(
    () =>
      columns.map(
        (column) =>
          layout.widthOf(column.key) ??
          firstWidth(column, units.get(column.key), table.rows, format, digits.get(column.key))
      ),
    [columns, layout, units, table.rows, format, digits]
  )
  const checkWidth = checkedKeys ? 34 : 0
  const isSetByUser = columns.some((column) => layout.widthOf(column.key) !== undefined)
  const widths = fitWidths(
    wanted,
    columns.map((column, at) => giveOf(column, wanted[at] ?? 0)),
    available - checkWidth,
    isSetByUser
  )
  const totalWidth = widths.reduce((sum, width) => sum + width, checkWidth)

  const rowAt = (index: number): Row | undefined => {
    const item = items[index]
    return item?.kind === 'row' ? item.row : undefined
  }
  const startEdit = (typed?: string): boolean => {
    const row = rowAt(grid.place.row)
    if (row === undefined || !canEdit(columns[grid.place.column], row)) return false
    grid.edit(typed)
    return true
  }
  const choose = (index: number) => {
    const row = rowAt(index)
    if (row !== undefined) table.onSelect?.(row)
  }
  const check = (index: number) => {
    const row = rowAt(index)
    if (row !== undefined && checkedKeys) table.onCheck?.(toggled(checkedKeys, rowKey(row)))
  }
  const openOrFold = (index: number): boolean => {
    const item = items[index]
    if (item?.kind !== 'group') return false
    rows.toggleGroup(item.name)
    return true
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLTableCellElement) || event.altKey) return
    const isControl = event.ctrlKey || event.metaKey
    const { key } = event
    const handled = (() => {
      if (grid.move(key, isControl, event.shiftKey)) return true
      if (isControl && key.toLowerCase() === 'a') return grid.selectAll() ?? true
      if (isControl && key.toLowerCase() === 'd') return edits.fill(grid.block) ?? true
      if (isControl) return false
      if (key === 'F2') return startEdit()
      if (key === 'Enter') {
        if (openOrFold(grid.place.row) || startEdit()) return true
        choose(grid.place.row)
        return true
      }
      if (key === ' ' && checkedKeys) return check(grid.place.row) ?? true
      if (key === ' ' && openOrFold(grid.place.row)) return true
      if (key === 'Delete' || key === 'Backspace') return edits.empty(grid.block) ?? true
      if (key === 'Escape' && !isSingle(grid.block)) {
        grid.goTo(grid.place)
        return true
      }
      // Typing on a cell that can be edited begins the edit with what is typed.
      return key.length === 1 && startEdit(key)
    })()
    if (handled) {
      event.preventDefault()
      event.stopPropagation()
    }
  }

  const onMouseDown = (event: MouseEvent) => {
    const place = placeOf(event.target)
    if (!place || event.button !== 0 || isControl(event.target)) return
    if (event.shiftKey) event.preventDefault()
    grid.goTo(place, event.shiftKey)
  }
  const onMouseMove = (event: MouseEvent) => {
    const place = placeOf(event.target)
    if (!place || event.buttons !== 1 || grid.editing || isControl(event.target)) return
    if (place.row !== grid.place.row || place.column !== grid.place.column) grid.goTo(place, true)
  }
  const onClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element)) return
    const ticked = event.target.closest('[data-check]')
    if (ticked instanceof HTMLElement) {
      check(Number(ticked.dataset.check))
      return
    }
    const place = placeOf(event.target)
    if (!place || grid.editing) return
    if (event.target.closest('[data-group]') && openOrFold(place.row)) return
    if (isControl(event.target)) return
    if (event.ctrlKey && checkedKeys) check(place.row)
    else if (!event.shiftKey && isSingle(grid.block)) choose(place.row)
  }

  const onCopy = (event: ClipboardEvent) => {
    if (!(event.target instanceof HTMLTableCellElement)) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', edits.copy(grid.block))
  }
  const onPaste = (event: ClipboardEvent) => {
    if (!(event.target instanceof HTMLTableCellElement)) return
    event.preventDefault()
    edits.paste(event.clipboardData.getData('text/plain'), grid.block)
  }

  const drawn = isVirtual ? virtual.getVirtualItems() : undefined
  const shownItems = isPrinting ? items.slice(0, printedRows) : items
  const indexes = drawn ? drawn.map((each) => each.index) : shownItems.map((_, index) => index)
  const above = drawn?.[0]?.start ?? 0
  const below = drawn ? virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0) : 0
  const span = columns.length + (checkedKeys ? 1 : 0)
  const checkedSeen = checkedKeys ? seen.filter((row) => checkedKeys.has(rowKey(row))).length : 0

  const editor = () => {
    const place = grid.editing?.place
    const row = place ? rowAt(place.row) : undefined
    const column = place ? columns[place.column] : undefined
    if (!column?.edit || row === undefined) return null
    return (
      <CellEditor
        label={column.header}
        kind={column.edit.kind}
        initial={
          grid.editing?.typed !== undefined && column.edit.kind !== 'select' && column.edit.kind !== 'date'
            ? grid.editing.typed
            : edits.initialText(column, row)
        }
        isTyped={grid.editing?.typed !== undefined}
        options={column.edit.options?.(row) ?? []}
        emptyLabel={column.edit.isRequired ? undefined : '—'}
        read={(text) => edits.read(column, row, text)}
        onKeep={(text, after) => {
          edits.commit(column, row, text)
          grid.endEdit(after)
        }}
        onDrop={(isFocusKept) => grid.endEdit(isFocusKept ? 'stay' : 'leave')}
      />
    )
  }

  return (
    <div
      ref={scroller}
      className="table-scroller"
      style={typeof table.height === 'number' ? { height: table.height } : undefined}
    >
      <table
        {...gridAria(checkedKeys !== undefined)}
        aria-label={table.label}
        aria-rowcount={items.length + 1}
        aria-colcount={columns.length}
        style={{ width: isPrinting ? '100%' : `max(100%, ${totalWidth}px)` }}
        onKeyDown={onKeyDown}
        onMouseDown={onMouseDown}
        onMouseMove={onMouseMove}
        onClick={onClick}
        onDoubleClick={(event) => placeOf(event.target) && !isControl(event.target) && startEdit()}
        onCopy={onCopy}
        onPaste={onPaste}
      >
        <colgroup>
          {checkedKeys ? <col style={{ width: checkWidth }} /> : null}
          {columns.map((column, at) => (
            <col key={column.key} style={{ width: widths[at] }} />
          ))}
        </colgroup>
        <Header
          columns={columns}
          units={units}
          layout={layout}
          sort={rows.sort}
          onSort={rows.sortBy}
          isFiltering={props.isFiltering}
          byColumn={rows.byColumn}
          onFilter={rows.setColumnFilter}
          checked={
            checkedKeys ? (checkedSeen === 0 ? 'none' : checkedSeen === seen.length ? 'all' : 'some') : undefined
          }
          onCheckAll={() => table.onCheck?.(checkedSeen === seen.length ? new Set() : new Set(seen.map(rowKey)))}
        />
        <tbody>
          {above > 0 ? <Space height={above} span={span} /> : null}
          {indexes.map((index) => {
            const item = items[index]
            if (!item) return null
            const key = item.kind === 'row' ? rowKey(item.row) : `group ${item.name}`
            const isEdited = grid.editing?.place.row === index
            const isInBlock = index >= grid.block.top && index <= grid.block.bottom && !isSingle(grid.block)
            return (
              <TableRow
                key={key}
                item={item}
                index={index}
                columns={columns}
                digits={digits}
                activeColumn={grid.place.row === index ? grid.place.column : -1}
                blockFrom={isInBlock ? grid.block.left : -1}
                blockTo={isInBlock ? grid.block.right : -1}
                editor={isEdited ? editor() : null}
                editedColumn={isEdited ? (grid.editing?.place.column ?? -1) : -1}
                isSelected={
                  item.kind === 'row' && table.selectedKey !== undefined && rowKey(item.row) === table.selectedKey
                }
                isChecked={checkedKeys ? item.kind === 'row' && checkedKeys.has(rowKey(item.row)) : undefined}
                tone={item.kind === 'row' ? table.rowTone?.(item.row) : undefined}
              />
            )
          })}
          {below > 0 ? <Space height={below} span={span} /> : null}
        </tbody>
        {table.totals !== undefined && seen.length > 0 ? (
          <Totals
            label={table.totals}
            columns={columns}
            rows={seen}
            digits={digits}
            hasChecks={checkedKeys !== undefined}
          />
        ) : null}
      </table>
      {isPrinting && items.length > printedRows ? (
        <p className="table-unprinted">{t('ui.table.unprinted', { count: items.length - printedRows })}</p>
      ) : null}
    </div>
  )
}

/** The room of the rows that are not drawn. */
function Space({ height, span }: { readonly height: number; readonly span: number }) {
  return (
    <tr className="table-space">
      <td colSpan={span} style={{ height }} />
    </tr>
  )
}

function placeOf(target: EventTarget): Place | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-row]') : null
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : undefined
}

/** Buttons, links and inputs inside a cell answer for themselves. */
function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button, a, input, select, textarea, label') !== null
}
