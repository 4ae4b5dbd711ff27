// Fields for the exact decimals of plan rules: percent (kept as a share) and factors.
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import type { DecimalText } from '#shared/compensation/index.ts'
import { readTypedDecimal, shiftDecimal, showDecimal } from '../decimal-text.ts'

export interface DecimalFieldProps {
  readonly label: string
  readonly value: DecimalText
  readonly onChange: (value: DecimalText) => void
  readonly isPercent?: boolean | undefined
  readonly isDisabled?: boolean | undefined
  /** The label is read but not shown: a row above says it. */
  readonly isLabelHidden?: boolean | undefined
  readonly error?: string | undefined
}

export function DecimalField({
  label,
  value,
  onChange,
  isPercent,
  isDisabled,
  isLabelHidden,
  error
}: DecimalFieldProps) {
  const { t } = useText()
  const { decimalSign } = useFormat()
  const [draft, setDraft] = useState<string | undefined>()
  const places = isPercent ? 2 : 0
  const typed = draft === undefined ? undefined : readTypedDecimal(draft, decimalSign)
  const isRefused = draft !== undefined && typed === undefined
  // What was typed stays as typed while it means the value; a value set from elsewhere (discard, undo) takes its place.
  const isCurrent = isRefused || (typed !== undefined && shiftDecimal(typed, -places) === value)
  return (
    <TextInput
      {...(isLabelHidden ? { 'aria-label': label } : { label })}
      className="field-number"
      inputMode="decimal"
      disabled={isDisabled ?? false}
      value={isCurrent && draft !== undefined ? draft : showDecimal(shiftDecimal(value, places), decimalSign)}
      rightSection={isPercent ? <span className="field-suffix">%</span> : null}
      rightSectionPointerEvents="none"
      error={isRefused ? t('ui.field.notANumber') : error}
      onChange={(event) => {
        const text = event.currentTarget.value
        setDraft(text)
        const next = readTypedDecimal(text, decimalSign)
        if (next !== undefined) onChange(shiftDecimal(next, -places))
      }}
      onBlur={() => setDraft((current) => (isRefused ? current : undefined))}
    />
  )
}
