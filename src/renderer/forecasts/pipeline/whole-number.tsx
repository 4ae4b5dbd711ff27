// A whole number that counts when one leaves the field or presses Enter: each key would start another simulation.
import { TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { parseTypedNumber } from '#renderer/ui/parse-typed.ts'

interface WholeNumberProps {
  readonly label: string
  readonly help?: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly onCommit: (value: number) => void
}

export function WholeNumber({ label, help, value, min, max, onCommit }: WholeNumberProps) {
  const { t } = useText()
  const format = useFormat()
  const [draft, setDraft] = useState<string>()
  const [refusal, setRefusal] = useState<string>()
  const save = () => {
    if (draft === undefined) return
    const typed = parseTypedNumber(draft, format.decimalSign)
    if (typed === undefined || !Number.isInteger(typed) || typed < min || typed > max) {
      setRefusal(t('forecasts.pipeline.detail.outOfRange', { min: format.number(min), max: format.number(max) }))
      return
    }
    setDraft(undefined)
    setRefusal(undefined)
    if (typed !== value) onCommit(typed)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') save()
    if (event.key === 'Escape' && draft !== undefined) {
      // The key takes back what was typed, and nothing else.
      event.preventDefault()
      event.stopPropagation()
      setDraft(undefined)
      setRefusal(undefined)
    }
  }
  return (
    <TextInput
      label={label}
      description={help}
      className="field-number"
      inputMode="numeric"
      value={draft ?? format.number(value)}
      error={refusal}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={onKeyDown}
    />
  )
}
