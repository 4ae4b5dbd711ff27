// Fields whose value is saved when one leaves them or presses Enter, so that a change of settings is one step and not one for each key.
import { TextInput } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { parseTypedNumber, parseTypedPercent } from '#renderer/ui/parse-typed.ts'

interface CommonProps {
  readonly label: string
  readonly help?: ReactNode
  readonly isDisabled?: boolean | undefined
  readonly placeholder?: string | undefined
}

interface CommitFieldProps extends CommonProps {
  readonly shown: string
  readonly suffix?: string | undefined
  readonly isNumber?: boolean | undefined
  /** Saves what was typed, or says why it can't be. */
  readonly commit: (text: string) => string | undefined
}

export function CommitField({ label, help, shown, suffix, isNumber, commit, ...props }: CommitFieldProps) {
  const [draft, setDraft] = useState<string | undefined>()
  const [refusal, setRefusal] = useState<string | undefined>()
  const save = () => {
    if (draft === undefined || draft.trim() === shown.trim()) return setDraft(undefined)
    const reason = commit(draft.trim())
    setRefusal(reason)
    if (reason === undefined) setDraft(undefined)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault()
      save()
    }
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
      className={isNumber ? 'field-number' : ''}
      inputMode={isNumber ? 'decimal' : 'text'}
      placeholder={props.placeholder ?? ''}
      disabled={props.isDisabled ?? false}
      error={refusal}
      value={draft ?? shown}
      rightSection={suffix ? <span className="field-suffix">{suffix}</span> : null}
      rightSectionPointerEvents="none"
      onChange={(event) => {
        setDraft(event.currentTarget.value)
        setRefusal(undefined)
      }}
      onBlur={save}
      onKeyDown={onKeyDown}
    />
  )
}

interface RangeProps extends CommonProps {
  readonly min?: number | undefined
  readonly max?: number | undefined
  readonly onCommit: (value: number) => void
}

/** Decimals as many as the number has, up to four. */
export const digitsOf = (value: number): number => Math.min(4, (String(value).split('.')[1] ?? '').length)

export function NumberCommit(
  props: RangeProps & { readonly value: number | null; readonly suffix?: string | undefined }
) {
  const { value, min = 0, max = Number.POSITIVE_INFINITY, onCommit, ...common } = props
  const { t } = useText()
  const format = useFormat()
  return (
    <CommitField
      {...common}
      isNumber
      shown={value === null ? '' : format.number(value, digitsOf(value))}
      commit={(text) => {
        const typed = parseTypedNumber(text, format.decimalSign)
        if (typed === undefined) return t('ui.field.notANumber')
        if (typed < min || typed > max)
          return t('territories.outOfRange', {
            min: format.number(min, digitsOf(min)),
            max: format.number(max, digitsOf(max))
          })
        onCommit(typed)
        return undefined
      }}
    />
  )
}

/** The value is a ratio; the user sees and types percent. */
export function PercentCommit(props: RangeProps & { readonly value: number }) {
  const { value, min = 0, max = 1, onCommit, ...common } = props
  const { t } = useText()
  const format = useFormat()
  const percent = Number((value * 100).toPrecision(12))
  return (
    <CommitField
      {...common}
      isNumber
      suffix="%"
      shown={format.number(percent, digitsOf(percent))}
      commit={(text) => {
        const typed = parseTypedPercent(text, format.decimalSign)
        if (typed === undefined) return t('ui.field.notANumber')
        if (typed < min || typed > max)
          return t('territories.outOfRange', { min: format.percent(min), max: format.percent(max) })
        onCommit(typed)
        return undefined
      }}
    />
  )
}
