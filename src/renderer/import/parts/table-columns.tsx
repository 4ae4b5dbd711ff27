// The columns of a table: what each becomes (by list, or by dragging its header onto a field), how sure that is, how its cells are read
// and why, how many are filled, and a few of them.
import { Switch } from '@mantine/core'
import { IconEyeOff, IconGripVertical } from '@tabler/icons-react'
import { memo, useCallback, useMemo, useRef, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Tag, type Tone } from '#renderer/ui/tag.tsx'
import { type EntityName, entityOf } from '#shared/import/entities/index.ts'
import type { ColumnPlan, TablePreview } from '#shared/import/types.ts'
import { FieldChoice, type FieldOption } from './field-choice.tsx'
import { columnMark, FieldList } from './field-list.tsx'
import { Gap } from './gap.tsx'
import { fieldOf, needsLook, type Sureness, surenessOf } from './table-state.ts'
import { useDrawnRows } from './use-drawn-rows.ts'
import type { Wizard } from './use-wizard.ts'
import { fieldWords, formatWords, headerWords } from './words.ts'

/** Two lines: what it is, and below it a few cells and how they are read. */
const rowHeight = 46

export interface TableColumnsProps {
  readonly table: TablePreview
  readonly entity: EntityName
  readonly wizard: Wizard
}

export function TableColumns({ table, entity, wizard }: TableColumnsProps) {
  const { t } = useText()
  const { state, questions, change } = wizard
  const [isNarrowed, setNarrowed] = useState(false)
  const scroller = useRef<HTMLDivElement>(null)
  const choice = state.tables.find((each) => each.key === table.key)
  const { key, columns } = table
  const { keepsCustom } = entityOf(entity)
  const options = useMemo(() => fieldOptions(t, entity, columns), [t, entity, columns])
  const doubtful = columns.filter((column) => needsLook(column, table, choice, questions))
  const shown = isNarrowed && doubtful.length > 0 ? doubtful : columns
  const drawn = useDrawnRows(shown.length, rowHeight, scroller)
  const fields = new Map(columns.map((column) => [column.index, fieldOf(column, choice)]))
  const filledBy = new Map<string, string[]>()
  for (const column of columns) {
    const field = fields.get(column.index) ?? 'none'
    filledBy.set(field, [...(filledBy.get(field) ?? []), headerWords(t, column)])
  }
  const latest = useRef(fields)
  latest.current = fields
  const choose = useCallback(
    (column: number, field: string): void => {
      // A field has one column: the one that had it until now is kept beside the row, or left out.
      if (field !== 'custom' && field !== 'none')
        for (const [other, its] of latest.current)
          if (its === field && other !== column)
            change({ type: 'chooseField', key, column: other, field: keepsCustom ? 'custom' : 'none' })
      change({ type: 'chooseField', key, column, field })
    },
    [change, key, keepsCustom]
  )
  return (
    <div className="wizard-mapping">
      <div className="wizard-columns">
        <div className="wizard-columns-head">
          <h3>{t('import.wizard.columnsOf')}</h3>
          {doubtful.length > 0 ? (
            <Switch
              label={t('import.wizard.onlyDoubtful', { count: doubtful.length })}
              checked={isNarrowed}
              onChange={(event) => setNarrowed(event.currentTarget.checked)}
            />
          ) : null}
        </div>
        <div className="import-scroll wizard-columns-scroll" data-long={drawn.isPartial} ref={scroller}>
          <table
            className="import-grid wizard-columns-table"
            aria-label={t('import.wizard.columnsOf')}
            aria-rowcount={shown.length + 1}
          >
            <thead>
              <tr>
                <th>{t('import.wizard.column')}</th>
                <th>{t('import.wizard.becomes')}</th>
                <th>{t('import.wizard.sure')}</th>
                <th className="import-number">{t('import.wizard.filled')}</th>
              </tr>
            </thead>
            <tbody>
              <Gap height={drawn.before} />
              {drawn.indexes.map((at) => {
                const column = shown[at]
                return column === undefined ? null : (
                  <ColumnRow
                    key={column.index}
                    column={column}
                    rowCount={table.rowCount}
                    field={fields.get(column.index) ?? 'none'}
                    sureness={surenessOf(column, table, choice)}
                    options={options}
                    onChoose={choose}
                  />
                )
              })}
              <Gap height={drawn.after} />
            </tbody>
          </table>
        </div>
      </div>
      <FieldList options={options} filledBy={filledBy} onDrop={choose} />
    </div>
  )
}

type Translate = ReturnType<typeof useText>['t']

/** The fields of the entity, and those that only this table has (a column for each month). */
function fieldOptions(t: Translate, entity: EntityName, columns: readonly ColumnPlan[]): FieldOption[] {
  const { fields, keepsCustom } = entityOf(entity)
  const names = [
    ...fields.map((field) => field.name),
    ...columns.map((column) => column.field).filter((field) => field.includes(':')),
    ...(keepsCustom ? ['custom'] : []),
    'none'
  ]
  return [...new Set(names)].map((value) => ({ value, label: fieldWords(t, value) }))
}

const surenessTones = {
  chosen: 'accent',
  profile: 'accent',
  sure: undefined,
  likely: 'neutral',
  check: 'amber',
  unknown: undefined
} as const satisfies Record<Sureness, Tone | undefined>

interface ColumnRowProps {
  readonly column: ColumnPlan
  readonly rowCount: number
  readonly field: string
  readonly sureness: Sureness
  readonly options: readonly FieldOption[]
  readonly onChoose: (column: number, field: string) => void
}

const ColumnRow = memo(function ColumnRow({ column, rowCount, field, sureness, options, onChoose }: ColumnRowProps) {
  const { t } = useText()
  const format = useFormat()
  const header = headerWords(t, column)
  const tone = surenessTones[sureness]
  const reading = formatWords(t, column)
  const words = t(`import.wizard.surenesses.${sureness}`)
  return (
    <tr className="wizard-columns-row">
      <th scope="row">
        <button
          type="button"
          tabIndex={-1}
          className="wizard-chip"
          draggable
          title={t('import.wizard.dragColumn', { header })}
          onClick={(event) =>
            event.currentTarget.closest('tr')?.querySelector<HTMLElement>('.wizard-field-choice')?.click()
          }
          onDragStart={(event) => {
            event.dataTransfer.setData(columnMark, String(column.index))
            event.dataTransfer.effectAllowed = 'move'
          }}
        >
          <IconGripVertical size={12} aria-hidden="true" />
          <span className="wizard-chip-name">{header}</span>
          {column.isHidden ? <IconEyeOff size={12} aria-label={t('import.wizard.hiddenColumn')} role="img" /> : null}
        </button>
        <span className="muted small wizard-below" title={column.examples.join(', ')}>
          {column.examples.join(', ')}
        </span>
      </th>
      <td>
        <FieldChoice
          label={`${t('import.wizard.becomes')}: ${header}`}
          value={field}
          options={options}
          onChange={(next) => onChoose(column.index, next)}
        />
      </td>
      <td>
        {tone === undefined ? (
          <span className={sureness === 'unknown' ? 'muted' : ''}>{words}</span>
        ) : (
          <Tag tone={tone}>{words}</Tag>
        )}
        <span className="muted small wizard-below" title={reading}>
          {reading}
        </span>
      </td>
      <td className="import-number numbers" title={t('import.wizard.filledOf', { count: column.filled })}>
        {rowCount === 0 ? '' : format.percent(column.filled / rowCount)}
      </td>
    </tr>
  )
})
