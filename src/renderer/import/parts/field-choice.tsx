// What a column becomes: drawn as a button that turns into a searchable list when it is used, so that 400 of them stay light.
import { type ComboboxParsedItem, Select } from '@mantine/core'
import { IconSelector } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'

export interface FieldOption {
  readonly value: string
  readonly label: string
}

export interface FieldChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: readonly FieldOption[]
  readonly onChange: (field: string) => void
}

export function FieldChoice({ label, value, options, onChange }: FieldChoiceProps) {
  const { t } = useText()
  /** Undefined: closed. The first letter typed on the button begins the search. */
  const [search, setSearch] = useState<string>()
  const button = useRef<HTMLButtonElement>(null)
  const hasClosed = useRef(false)
  const isOpen = search !== undefined
  const close = (): void => {
    hasClosed.current = true
    setSearch(undefined)
  }
  useEffect(() => {
    if (!isOpen && hasClosed.current) button.current?.focus()
    hasClosed.current = false
  }, [isOpen])
  const shown = options.find((option) => option.value === value)?.label ?? value
  if (!isOpen)
    return (
      <button
        ref={button}
        type="button"
        className="wizard-field-choice"
        aria-haspopup="listbox"
        aria-expanded={false}
        aria-label={`${label}: ${shown}`}
        data-empty={value === 'none'}
        onClick={() => setSearch('')}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') {
            event.preventDefault()
            setSearch('')
          } else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) {
            event.preventDefault()
            event.stopPropagation()
            setSearch(event.key)
          }
        }}
      >
        <span>{shown}</span>
        <IconSelector size={13} aria-hidden="true" />
      </button>
    )
  return (
    <Select
      size="xs"
      aria-label={label}
      searchable
      autoFocus
      defaultDropdownOpened
      selectFirstOptionOnChange
      data={[...options]}
      filter={({ options: all, search: typed }) => bestFirst(all, typed)}
      placeholder={shown}
      searchValue={search}
      onSearchChange={(text) => setSearch((old) => (old === undefined ? undefined : text))}
      nothingFoundMessage={t('import.wizard.noField')}
      maxDropdownHeight={260}
      onChange={(field) => {
        if (field !== null && field !== value) onChange(field)
        close()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        close()
      }}
      onDropdownClose={close}
      onBlur={() => {
        // Whoever went elsewhere stays there.
        hasClosed.current = false
        setSearch(undefined)
      }}
    />
  )
}

/** Letters without case and accents: "pais" finds "País". */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()

/** Fields whose name begins as typed stand before those that only hold it. */
function bestFirst(options: readonly ComboboxParsedItem[], typed: string): ComboboxParsedItem[] {
  const wanted = plain(typed)
  const labelOf = (option: ComboboxParsedItem): string => ('label' in option ? plain(String(option.label)) : '')
  const holding = options.filter((option) => labelOf(option).includes(wanted))
  return [
    ...holding.filter((option) => labelOf(option).startsWith(wanted)),
    ...holding.filter((option) => !labelOf(option).startsWith(wanted))
  ]
}
