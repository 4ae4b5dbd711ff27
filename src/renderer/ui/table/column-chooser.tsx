// Which columns a table shows and in what order, and by which it is grouped: all by keyboard too.
import { ActionIcon, Button, Checkbox, Popover, Select } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconColumns3 } from '@tabler/icons-react'
import { useText } from '#renderer/i18n/use-text.ts'
import type { TableLayout } from './use-layout.ts'

export interface ColumnChooserProps<Row> {
  readonly layout: TableLayout<Row>
  readonly groupBy: string | undefined
  readonly onGroupBy: (column: string | undefined) => void
}

export function ColumnChooser<Row>({ layout, groupBy, onGroupBy }: ColumnChooserProps<Row>) {
  const { t } = useText()
  const groupable = layout.all.filter((column) => column.isGroupable)
  return (
    <Popover width={280} position="bottom-end" trapFocus>
      <Popover.Target>
        <ActionIcon aria-label={t('ui.table.columns')} title={t('ui.table.columns')}>
          <IconColumns3 size={16} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className="column-chooser" aria-label={t('ui.table.columns')}>
        <ul>
          {layout.all.map((column, at) => {
            const above = layout.all[at - 1]
            const below = layout.all[at + 1]
            return (
              <li key={column.key}>
                <Checkbox
                  label={column.header || column.key}
                  checked={!layout.isHidden(column.key)}
                  disabled={layout.shown.length === 1 && !layout.isHidden(column.key)}
                  onChange={() => layout.toggle(column.key)}
                />
                <ActionIcon
                  size={22}
                  aria-label={t('ui.table.moveUp', { column: column.header })}
                  disabled={!above}
                  onClick={() => above && layout.move(column.key, above.key)}
                >
                  <IconChevronUp size={14} />
                </ActionIcon>
                <ActionIcon
                  size={22}
                  aria-label={t('ui.table.moveDown', { column: column.header })}
                  disabled={!below}
                  onClick={() => below && layout.move(below.key, column.key)}
                >
                  <IconChevronDown size={14} />
                </ActionIcon>
              </li>
            )
          })}
        </ul>
        {groupable.length > 0 ? (
          <Select
            label={t('ui.table.groupBy')}
            value={groupBy ?? ''}
            comboboxProps={{ withinPortal: false }}
            data={[
              { value: '', label: t('ui.table.ungrouped') },
              ...groupable.map((column) => ({ value: column.key, label: column.header }))
            ]}
            onChange={(key) => onGroupBy(key || undefined)}
          />
        ) : null}
        <Button size="xs" variant="subtle" onClick={layout.reset}>
          {t('ui.table.reset')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}
