// The table of every screen. Its props are in table/types.ts; filter, sort, keyboard, edits and drawing are in table/.

import { Button, CloseButton } from '@mantine/core'
import { useCallback, useMemo, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { EmptyState } from './empty-state.tsx'
import { useFormat } from './format.tsx'
import { useUiServices } from './services.tsx'
import { Skeleton } from './skeleton.tsx'
import { toCsv, toSeenTable, unitOf } from './table/cell-text.ts'
import { TableBody } from './table/table-body.tsx'
import { Toolbar } from './table/toolbar.tsx'
import type { DataTableProps, RowKey } from './table/types.ts'
import { useLayout } from './table/use-layout.ts'
import { useRows } from './table/use-rows.ts'
import { useTableEdits } from './table/use-table-edits.ts'
import './data-table.css'

export type {
  CellEdit,
  CellValue,
  Column,
  ColumnEdit,
  DataTableProps,
  ParseResult,
  RowKey,
  SelectOption,
  SortKey
} from './table/types.ts'

const noKeys: ReadonlySet<RowKey> = new Set()

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows, rowKey, label, search = true, exportName, checkedKeys, onCheck, height } = props
  const { t } = useText()
  const format = useFormat()
  const services = useUiServices()
  const layout = useLayout(props.layoutName ?? label, columns)
  const table = useRows(props, layout.shown, format)
  const edits = useTableEdits(props, table.items, layout.shown)
  const [isFiltering, setFiltering] = useState(false)
  const units = useMemo(() => new Map(columns.map((column) => [column.key, unitOf(column, rows)])), [columns, rows])
  const [downCount, setDownCount] = useState(0)

  const exportSeen = useCallback(
    (format: 'xlsx' | 'csv') => {
      const name = exportName ?? label
      if (format === 'xlsx') services.saveWorkbook(toSeenTable(name, layout.shown, table.seen))
      else services.saveText(`${name}.csv`, toCsv(layout.shown, table.seen), 'csv')
    },
    [layout.shown, table.seen, services, exportName, label]
  )

  if (props.isLoading) return <Skeleton kind="table" />
  if (rows.length === 0 && props.empty && !props.onAddRows) return props.empty

  const isFillingHeight = height === undefined
  return (
    <div className={isFillingHeight ? 'table table-fills' : 'table'} data-compact={props.isCompact ?? false}>
      {search || exportName || props.tools ? (
        <Toolbar
          rows={table}
          layout={layout}
          total={rows.length}
          search={search}
          tools={props.tools}
          isFiltering={isFiltering}
          onFiltering={(next) => {
            setFiltering(next)
            if (!next) table.clearFilters()
          }}
          checkedCount={checkedKeys?.size ?? 0}
          checkedActions={props.checkedActions ?? []}
          onUncheck={() => onCheck?.(noKeys)}
          onExport={exportName ? exportSeen : undefined}
          onDown={() => setDownCount((count) => count + 1)}
        />
      ) : null}
      {edits.message ? (
        <div className="table-message" role="alert">
          {edits.message}
          <CloseButton size="xs" aria-label={t('ui.close')} onClick={edits.clearMessage} />
        </div>
      ) : null}
      <TableBody
        table={props}
        rows={table}
        layout={layout}
        edits={edits}
        units={units}
        isFiltering={isFiltering}
        checkedKeys={onCheck ? (checkedKeys ?? noKeys) : undefined}
        rowKey={rowKey}
        downCount={downCount}
      />
      {table.seen.length === 0 && rows.length > 0 ? (
        <div className="table-none">
          <p>{t('ui.table.noneFound')}</p>
          <Button size="xs" onClick={table.clearFilters}>
            {t('ui.table.clear')}
          </Button>
        </div>
      ) : null}
      {rows.length === 0 ? (props.empty ?? <EmptyState title={t('ui.table.noRows')} />) : null}
    </div>
  )
}
