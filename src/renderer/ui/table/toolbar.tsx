// Above a table: the filter box, how many rows are seen, what can be done with ticked rows, columns, grouping and export.
import { ActionIcon, Button, CloseButton, Menu, TextInput, Tooltip } from '@mantine/core'
import { IconDownload, IconFilter, IconSearch } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '../format.tsx'
import type { PageAction } from '../page.tsx'
import { ColumnChooser } from './column-chooser.tsx'
import type { TableLayout } from './use-layout.ts'
import type { TableRows } from './use-rows.ts'

export interface ToolbarProps<Row> {
  readonly rows: TableRows<Row>
  readonly layout: TableLayout<Row>
  readonly total: number
  readonly search: boolean
  readonly tools: ReactNode
  readonly isFiltering: boolean
  readonly onFiltering: (isFiltering: boolean) => void
  readonly checkedCount: number
  readonly checkedActions: readonly PageAction[]
  readonly onUncheck: () => void
  readonly onExport: ((format: 'xlsx' | 'csv') => void) | undefined
  readonly onDown: () => void
}

export function Toolbar<Row>(props: ToolbarProps<Row>) {
  const { rows, total, checkedCount, checkedActions, isFiltering } = props
  const { t } = useText()
  const format = useFormat()
  const isFiltered = rows.seen.length !== total
  return (
    <div className="table-toolbar">
      {props.search ? (
        <TextInput
          className="table-search"
          data-filter-box
          leftSection={<IconSearch size={14} aria-hidden="true" />}
          placeholder={t('ui.table.filter')}
          aria-label={t('ui.table.filter')}
          value={rows.words}
          onChange={(event) => rows.setWords(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && rows.words !== '') {
              event.preventDefault()
              rows.clearFilters()
            }
            if (event.key === 'ArrowDown') {
              event.preventDefault()
              props.onDown()
            }
          }}
          rightSection={
            rows.words === '' ? null : (
              <CloseButton size="xs" aria-label={t('ui.table.clear')} onClick={rows.clearFilters} />
            )
          }
        />
      ) : null}
      {isFiltered ? (
        <span className="muted small numbers" role="status">
          {t('ui.table.seen', { seen: format.number(rows.seen.length), total: format.number(total) })}
        </span>
      ) : null}
      {props.tools}
      {checkedCount > 0 ? (
        <span className="table-ticked">
          <span className="small">{t('ui.table.ticked', { count: checkedCount })}</span>
          {checkedActions.map((action) => (
            <Button key={action.label} size="xs" onClick={action.onRun} loading={action.isBusy ?? false}>
              {action.label}
            </Button>
          ))}
          <CloseButton size="xs" aria-label={t('ui.table.untick')} onClick={props.onUncheck} />
        </span>
      ) : null}
      <span className="table-toolbar-end">
        <Tooltip label={t('ui.table.filters')}>
          <ActionIcon
            aria-label={t('ui.table.filters')}
            aria-pressed={isFiltering}
            {...(isFiltering ? { variant: 'light', color: 'accent' } : {})}
            onClick={() => props.onFiltering(!isFiltering)}
          >
            <IconFilter size={16} />
          </ActionIcon>
        </Tooltip>
        <ColumnChooser layout={props.layout} groupBy={rows.groupBy} onGroupBy={rows.setGroupBy} />
        {props.onExport ? (
          <Menu position="bottom-end">
            <Menu.Target>
              <Tooltip label={t('ui.table.export')}>
                <ActionIcon aria-label={t('ui.table.export')} data-export-table>
                  <IconDownload size={16} />
                </ActionIcon>
              </Tooltip>
            </Menu.Target>
            <Menu.Dropdown>
              {(['xlsx', 'csv'] as const).map((kind) => (
                <Menu.Item key={kind} onClick={() => props.onExport?.(kind)}>
                  {t(`ui.table.exportAs.${kind}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        ) : null}
      </span>
    </div>
  )
}
