// Turns typed or pasted text into the value of a cell, by what its column says about editing.
import type { CurrencyCode } from '#shared/units/money.ts'
import { parseTypedDate, parseTypedMoney, parseTypedNumber, parseTypedPercent } from '../parse-typed.ts'
import { folded } from './model.ts'
import type { ColumnEdit, ParseResult } from './types.ts'

export interface ReadWords {
  readonly notAnAmount: string
  readonly notANumber: string
  readonly notADate: string
  readonly required: string
  readonly notAChoice: (text: string) => string
}

export function readCell<Row>(
  edit: ColumnEdit<Row>,
  row: Row,
  text: string,
  reading: { readonly decimalSign: string; readonly currency: CurrencyCode | undefined; readonly words: ReadWords }
): ParseResult {
  const { decimalSign, currency, words } = reading
  const trimmed = text.trim()
  if (trimmed === '') return edit.isRequired ? { ok: false, reason: words.required } : { ok: true, value: null }
  if (edit.parse) return edit.parse(trimmed, row)
  switch (edit.kind) {
    case 'text':
      return { ok: true, value: trimmed }
    case 'number':
      return orReason(parseTypedNumber(trimmed, decimalSign), words.notANumber)
    case 'percent':
      return orReason(parseTypedPercent(trimmed, decimalSign), words.notANumber)
    case 'money':
      return orReason(currency ? parseTypedMoney(trimmed, currency, decimalSign) : undefined, words.notAnAmount)
    case 'date':
      return orReason(parseTypedDate(trimmed), words.notADate)
    case 'select': {
      const wanted = folded(trimmed)
      const found = edit.options?.(row).find((option) => option.value === trimmed || folded(option.label) === wanted)
      return orReason(found?.value, words.notAChoice(trimmed))
    }
  }
}

const orReason = (value: string | number | undefined, reason: string): ParseResult =>
  value === undefined ? { ok: false, reason } : { ok: true, value }
