// Field controls that know our units: money in minor units, percent as a ratio, ISO dates. Text, select, switch: Mantine's own.
import { Select, TextInput } from '@mantine/core'
import { type ReactNode, useEffect, useId, useMemo, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { type IsoDate, parseIsoDate } from '#shared/units/date.ts'
import { type CurrencyCode, currencies, minorDigits } from '#shared/units/money.ts'
import { useFormat } from './format.tsx'
import type { Format } from './make-format.ts'
import { parseTypedMoney, parseTypedPercent } from './parse-typed.ts'
import './fields.css'

interface CommonProps {
  readonly label: string
  readonly help?: ReactNode
  readonly error?: string | undefined
  readonly isRequired?: boolean | undefined
  readonly isDisabled?: boolean | undefined
  readonly placeholder?: string | undefined
  /** The label is read but not shown: the place says it. */
  readonly isLabelHidden?: boolean | undefined
}

interface TypedFieldProps<Value> extends CommonProps {
  readonly value: Value | null
  readonly onChange: (value: Value | null) => void
}

interface ParsedProps extends TypedFieldProps<number> {
  readonly show: (value: number) => string
  readonly parse: (text: string) => number | undefined
  readonly suffix?: ReactNode
  readonly refusal: string
}

/** Keeps the typed text while it is being typed; hands over the value at every keystroke that reads as one. */
function ParsedField({ value, onChange, show, parse, suffix, refusal, ...common }: ParsedProps) {
  const [draft, setDraft] = useState<string | undefined>()
  const shown = value === null ? '' : show(value)
  const isRefused = draft !== undefined && draft.trim() !== '' && parse(draft) === undefined
  return (
    <TextInput
      {...mantine(common)}
      className="field-number"
      inputMode="decimal"
      value={draft ?? shown}
      rightSection={suffix ? <span className="field-suffix">{suffix}</span> : null}
      rightSectionPointerEvents="none"
      error={isRefused ? refusal : common.error}
      onChange={(event) => {
        const text = event.currentTarget.value
        setDraft(text)
        const parsed = text.trim() === '' ? null : parse(text)
        if (parsed !== undefined) onChange(parsed)
      }}
      onBlur={() => setDraft((current) => (isRefused ? current : undefined))}
    />
  )
}

function mantine({ label, help, error, isRequired, isDisabled, placeholder, isLabelHidden }: CommonProps) {
  return {
    ...(isLabelHidden ? { 'aria-label': label } : { label }),
    description: help,
    error,
    required: isRequired ?? false,
    withAsterisk: false,
    disabled: isDisabled ?? false,
    placeholder: placeholder ?? ''
  }
}

export function MoneyField({ currency, ...props }: TypedFieldProps<number> & { readonly currency: CurrencyCode }) {
  const format = useFormat()
  const { t } = useText()
  return (
    <ParsedField
      {...props}
      suffix={currency}
      refusal={t('ui.field.notAnAmount')}
      parse={(text) => parseTypedMoney(text, currency, format.decimalSign)}
      show={(minor) => {
        const full = format.money(minor, currency, { isBare: true, digits: minorDigits(currency) })
        // Round amounts stay short while nothing is lost.
        return Number.isInteger(minor / 10 ** minorDigits(currency))
          ? format.money(minor, currency, { isBare: true, digits: 0 })
          : full
      }}
    />
  )
}

/** The value is a ratio (0.75); the user sees and types percent (75). */
export function PercentField({
  digits = 0,
  ...props
}: TypedFieldProps<number> & { readonly digits?: number | undefined }) {
  const format = useFormat()
  const { t } = useText()
  return (
    <ParsedField
      {...props}
      suffix="%"
      refusal={t('ui.field.notANumber')}
      parse={(text) => parseTypedPercent(text, format.decimalSign)}
      show={(ratio) => inFull(Number((ratio * 100).toPrecision(12)), digits, format)}
    />
  )
}

const mostDigits = 6

/** With the usual decimals, or more where fewer would hide a part of the value: a field never rounds what it holds. */
function inFull(n: number, digits: number, format: Format): string {
  const held = (String(n).split('.')[1] ?? '').length
  return format.number(n, Math.max(digits, Math.min(mostDigits, held)))
}

export function DateField({ value, onChange, ...common }: TypedFieldProps<IsoDate>) {
  // While a date is half typed the control reports ''; only leaving it empty clears the value.
  const [isEmptied, setEmptied] = useState(false)
  useEffect(() => setEmptied(value === null), [value])
  return (
    <TextInput
      {...mantine(common)}
      type="date"
      defaultValue={value ?? ''}
      key={value ?? 'none'}
      onChange={(event) => {
        const parsed = parseIsoDate(event.currentTarget.value)
        setEmptied(parsed === undefined)
        if (parsed !== undefined && yearHasFourDigits(parsed)) onChange(parsed)
      }}
      onBlur={() => {
        if (isEmptied && value !== null) onChange(null)
      }}
    />
  )
}

// Typing 2026 into a date control passes through the years 0002, 0020 and 0202.
const yearHasFourDigits = (date: string): boolean => date >= '1900'

export function CurrencyField({ value, onChange, ...common }: TypedFieldProps<CurrencyCode>) {
  const { language } = useText()
  // Loading the currencies' names takes a while: the page is drawn with the codes first.
  const [isNamed, setNamed] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setNamed(true), 200)
    return () => clearTimeout(timer)
  }, [])
  const data = useMemo(() => {
    const names = isNamed ? new Intl.DisplayNames(language, { type: 'currency' }) : undefined
    return currencies.map((code) => ({ value: code, label: names ? `${code} · ${names.of(code) ?? code}` : code }))
  }, [language, isNamed])
  return (
    <Select
      {...mantine(common)}
      searchable
      value={value}
      data={data}
      onChange={(code) => onChange(currencies.find((each) => each === code) ?? null)}
    />
  )
}

/** Label, help and error around any other control; give the control `id`. */
export function Field({
  label,
  help,
  error,
  children
}: {
  readonly label: string
  readonly help?: ReactNode
  readonly error?: string | undefined
  readonly children: (id: string) => ReactNode
}) {
  const id = useId()
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {help ? <div className="muted small">{help}</div> : null}
      {children(id)}
      {error ? (
        <div className="negative small" role="alert">
          {error}
        </div>
      ) : null}
    </div>
  )
}

/** Fields beside each other, two or three to a row, folding where there is no room. */
export function FieldRow({ children }: { readonly children: ReactNode }) {
  return <div className="field-row">{children}</div>
}
