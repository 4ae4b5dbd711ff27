// A value that counts when one leaves the field or presses Enter, and says what is wrong with it until then.
import { TextInput } from '@mantine/core'
import { type KeyboardEvent, type Ref, useState } from 'react'

interface TypedValueProps<Value> {
  readonly label: string
  readonly isLabelHidden?: boolean | undefined
  readonly help?: string | undefined
  readonly text: string
  /** What the text says, or what is wrong with it. */
  readonly read: (text: string) => { readonly value: Value } | { readonly refusal: string }
  readonly onCommit: (value: Value) => void
  readonly suffix?: string | undefined
  readonly placeholder?: string | undefined
  readonly isText?: boolean | undefined
  readonly isDisabled?: boolean | undefined
  readonly error?: string | undefined
  readonly inputRef?: Ref<HTMLInputElement> | undefined
}

export function TypedValue<Value>(props: TypedValueProps<Value>) {
  const { label, isLabelHidden, text, read, onCommit, suffix, isText } = props
  const [draft, setDraft] = useState<string>()
  const [refusal, setRefusal] = useState<string>()
  const giveUp = () => {
    setDraft(undefined)
    setRefusal(undefined)
  }
  const commit = () => {
    if (draft === undefined || draft === text) return giveUp()
    const said = read(draft)
    if ('refusal' in said) return setRefusal(said.refusal)
    giveUp()
    onCommit(said.value)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') commit()
    if (event.key === 'Escape' && draft !== undefined) {
      // The key takes back what was typed, and nothing else.
      event.preventDefault()
      event.stopPropagation()
      giveUp()
    }
  }
  return (
    <TextInput
      {...(isLabelHidden ? { 'aria-label': label } : { label })}
      className={isText ? '' : 'field-number'}
      inputMode={isText ? 'text' : 'decimal'}
      ref={props.inputRef ?? null}
      title={props.help ?? ''}
      value={draft ?? text}
      placeholder={props.placeholder ?? ''}
      disabled={props.isDisabled ?? false}
      error={refusal ?? props.error}
      rightSection={suffix ? <span className="field-suffix">{suffix}</span> : null}
      rightSectionPointerEvents="none"
      onChange={(event) => {
        setDraft(event.currentTarget.value)
        setRefusal(undefined)
      }}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  )
}
