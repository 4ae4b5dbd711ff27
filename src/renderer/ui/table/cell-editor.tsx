// The control inside a cell while it is edited: Enter and Tab keep, Esc drops, leaving keeps what can be read.
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { AfterEdit } from './edits.ts'
import type { ParseResult, SelectOption } from './types.ts'

export interface CellEditorProps {
  readonly label: string
  readonly kind: 'text' | 'number' | 'money' | 'percent' | 'date' | 'select'
  readonly initial: string
  /** The edit began by typing: the text replaces the old one and the caret stands behind it. */
  readonly isTyped: boolean
  readonly options: readonly SelectOption[]
  readonly emptyLabel: string | undefined
  readonly read: (text: string) => ParseResult
  readonly onKeep: (text: string, after: AfterEdit) => void
  readonly onDrop: (isFocusKept: boolean) => void
}

export function CellEditor(props: CellEditorProps) {
  const { kind, initial, isTyped, options, read, onKeep, onDrop } = props
  const [text, setText] = useState(initial)
  const [reason, setReason] = useState<string | undefined>()
  const control = useRef<HTMLInputElement & HTMLSelectElement>(null)
  const isDone = useRef(false)

  useEffect(() => {
    const element = control.current
    element?.focus()
    if (element && kind !== 'select' && kind !== 'date') {
      if (isTyped) element.setSelectionRange(element.value.length, element.value.length)
      else element.select()
    }
  }, [kind, isTyped])

  const keep = (wanted: string, after: AfterEdit) => {
    if (isDone.current) return
    const result = read(wanted)
    if (!result.ok) {
      setReason(result.reason)
      return
    }
    isDone.current = true
    onKeep(wanted, after)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // The keys of the table rest while a cell is edited.
    event.stopPropagation()
    if (event.key === 'Escape') {
      event.preventDefault()
      isDone.current = true
      onDrop(true)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      keep(text, event.shiftKey ? 'up' : 'down')
    } else if (event.key === 'Tab') {
      event.preventDefault()
      keep(text, event.shiftKey ? 'left' : 'right')
    }
  }
  const onBlur = () => {
    if (isDone.current) return
    isDone.current = true
    if (read(text).ok) onKeep(text, 'leave')
    else onDrop(false)
  }
  const shared = { ref: control, className: 'cell-editor', 'aria-label': props.label, onKeyDown, onBlur }

  if (kind === 'select') {
    return (
      <select
        {...shared}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          keep(event.currentTarget.value, 'stay')
        }}
      >
        {props.emptyLabel === undefined && options.some((option) => option.value === text) ? null : (
          <option value="">{props.emptyLabel ?? ''}</option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )
  }
  return (
    <>
      <input
        {...shared}
        type={kind === 'date' ? 'date' : 'text'}
        value={text}
        aria-invalid={reason !== undefined}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setReason(undefined)
        }}
      />
      {reason ? (
        <span className="cell-editor-reason" role="alert">
          {reason}
        </span>
      ) : null}
    </>
  )
}
