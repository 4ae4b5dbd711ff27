// The fields that a table of this kind has, with the column that fills each: a column's header can be dropped on a field. The list at
// the column makes the same choice by keyboard.
import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import type { FieldOption } from './field-choice.tsx'

/** What a dragged header carries: the number of its column. */
export const columnMark = 'application/x-comarca-column'

export interface FieldListProps {
  readonly options: readonly FieldOption[]
  /** The headers that become a field, by field. */
  readonly filledBy: ReadonlyMap<string, readonly string[]>
  readonly onDrop: (column: number, field: string) => void
}

export function FieldList({ options, filledBy, onDrop }: FieldListProps) {
  const { t } = useText()
  const [over, setOver] = useState<string>()
  return (
    <aside className="wizard-fields-list" aria-label={t('import.wizard.fieldsOf')}>
      <h3>{t('import.wizard.fieldsOf')}</h3>
      <p className="muted small">{t('import.wizard.dragHint')}</p>
      <ul>
        {options.map(({ value, label }) => {
          const headers = filledBy.get(value) ?? []
          const isCollecting = value === 'custom' || value === 'none'
          return (
            <li
              key={value}
              className="wizard-field-target"
              data-field={value}
              data-filled={headers.length > 0 && !isCollecting}
              data-over={over === value}
              onDragOver={(event) => {
                if (!event.dataTransfer.types.includes(columnMark)) return
                event.preventDefault()
                setOver(value)
              }}
              onDragLeave={() => setOver(undefined)}
              onDrop={(event) => {
                setOver(undefined)
                const column = Number.parseInt(event.dataTransfer.getData(columnMark), 10)
                if (Number.isNaN(column)) return
                event.preventDefault()
                onDrop(column, value)
              }}
            >
              <span>{label}</span>
              <span className="muted small">
                {isCollecting
                  ? headers.length > 0
                    ? t('import.wizard.columnCount', { count: headers.length })
                    : ''
                  : headers.join(', ')}
              </span>
            </li>
          )
        })}
      </ul>
    </aside>
  )
}
