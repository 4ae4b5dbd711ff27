// A short list of rows with two fields each (tiers, accelerators, points): headers once, a remove button per row, add below.
import { Button, CloseButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'

export interface RowsEditorProps {
  readonly headers: readonly [string, string]
  readonly count: number
  readonly isDisabled: boolean
  readonly addLabel: string
  /** No fewer rows than this. */
  readonly least: number
  readonly onAdd: () => void
  readonly onRemove: (index: number) => void
  /** The two fields of a row. */
  readonly row: (index: number) => ReactNode
}

export function RowsEditor({ headers, count, isDisabled, addLabel, least, onAdd, onRemove, row }: RowsEditorProps) {
  const { t } = useText()
  const places = Array.from({ length: count }, (_, index) => index)
  return (
    <div className="pay-rows">
      {count > 0 ? (
        <div className="pay-row pay-row-head" aria-hidden="true">
          <span>{headers[0]}</span>
          <span>{headers[1]}</span>
          <span />
        </div>
      ) : null}
      {places.map((index) => (
        <div key={index} className="pay-row">
          {row(index)}
          <CloseButton
            size="sm"
            aria-label={`${t('compensation.rules.remove')} ${index + 1}`}
            disabled={isDisabled || count <= least}
            onClick={() => onRemove(index)}
          />
        </div>
      ))}
      {isDisabled ? null : (
        <div>
          <Button size="xs" variant="default" onClick={onAdd}>
            {addLabel}
          </Button>
        </div>
      )}
    </div>
  )
}
