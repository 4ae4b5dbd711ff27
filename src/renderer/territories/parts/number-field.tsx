// A plain number that is handed over at every keystroke that reads as one; empty is null.
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { parseTypedNumber } from '#renderer/ui/parse-typed.ts'
import { digitsOf } from './commit-field.tsx'

interface NumberFieldProps {
  readonly label: string
  readonly value: number | null
  readonly help?: string | undefined
  readonly error?: string | undefined
  readonly isDisabled?: boolean | undefined
  readonly suffix?: string | undefined
  readonly onChange: (value: number | null) => void
}

export function NumberField({ label, value, help, error, isDisabled, suffix, onChange }: NumberFieldProps) {
  const { t } = useText()
  const format = useFormat()
  const [draft, setDraft] = useState<string | undefined>()
  const isRefused =
    draft !== undefined && draft.trim() !== '' && parseTypedNumber(draft, format.decimalSign) === undefined
  return (
    <TextInput
      label={label}
      description={help}
      className="field-number"
      inputMode="decimal"
      disabled={isDisabled ?? false}
      error={isRefused ? t('ui.field.notANumber') : error}
      rightSection={suffix ? <span className="field-suffix">{suffix}</span> : null}
      rightSectionPointerEvents="none"
      value={draft ?? (value === null ? '' : format.number(value, digitsOf(value)))}
      onChange={(event) => {
        const text = event.currentTarget.value
        setDraft(text)
        const parsed = text.trim() === '' ? null : parseTypedNumber(text, format.decimalSign)
        if (parsed !== undefined) onChange(parsed)
      }}
      onBlur={() => setDraft((current) => (isRefused ? current : undefined))}
    />
  )
}
