// How one cell of a column is read by the column's kind and format. Cells that repeat are read once; what most cells of a long file look
// like is read without pattern work.
import { type CurrencyCode, parseCurrencyCode } from '#shared/units/currency.ts'
import { nameKey } from '#shared/units/name-key.ts'
import { parseDate, readPlainDate } from './dates.ts'
import { currencyOfSymbol, type ReadNumber, readNumber, readPlainNumber } from './numbers.ts'
import { readPeriodName } from './periods.ts'
import type { ColumnPlan, RawCell } from './types.ts'

export type RecordValue = string | number | boolean | null

/** Reads a filled cell. Undefined as an answer means that it can't be read; null that it says "nothing". */
export type ReadCell = (cell: NonNullable<RawCell>) => RecordValue | undefined

/** Distinct texts of a column that are kept as read; beyond them each is read again. */
const mostKept = 20_000

/** What people and programs write for an empty cell. */
const nothing = new Set([
  '-',
  '--',
  '---',
  '–',
  '—',
  'n/a',
  '#n/a',
  'n.a.',
  'null',
  'none',
  'nan',
  'nil',
  '(blank)',
  '(en blanco)',
  '(vacío)',
  '(no value)',
  '(sin valor)',
  '(none)',
  'no value',
  'sin valor',
  'sin asignar',
  'unassigned',
  '(unassigned)',
  '(sin asignar)',
  'sin propietario',
  'no owner',
  '#¡valor!',
  '0000-00-00',
  '?'
])
const longestNothing = Math.max(...[...nothing].map((text) => text.length))
/** The first two letters of those words: nearly every other cell is told apart by them alone. */
const beginnings = new Set([...nothing].map((text) => beginningOf(text)))

/** Two letters as one number, small and capital alike. */
function beginningOf(text: string): number {
  const second = text.length > 1 ? text.charCodeAt(1) | 32 : 0
  return (text.charCodeAt(0) | 32) * 65_536 + second
}

const saysNothing = (text: string): boolean =>
  text.length <= longestNothing && beginnings.has(beginningOf(text)) && nothing.has(text.toLowerCase())

/** The text of a cell with single spaces. */
export function textOf(cell: RawCell): string {
  if (typeof cell !== 'string') return String(cell)
  const { length } = cell
  let before = 32
  for (let at = 0; at < length; at += 1) {
    const code = cell.charCodeAt(at)
    if (code === 160 || (code >= 9 && code <= 13) || (code === 32 && before === 32) || code >= 0x2000)
      return cell.replace(/\s+/g, ' ').trim()
    before = code
  }
  return before === 32 && length > 0 ? cell.trim() : cell
}

function kept<Value>(read: (text: string) => Value): (text: string) => Value {
  const values = new Map<string, Value>()
  return (text) => {
    const known = values.get(text)
    if (known !== undefined || values.has(text)) return known as Value
    const value = read(text)
    if (values.size < mostKept) values.set(text, value)
    return value
  }
}

const numberText = (column: ColumnPlan): ((text: string) => ReadNumber | null | undefined) => {
  const sign = column.format?.decimalSign
  return kept((text) => {
    const plain = text.trim()
    if (plain === '') return null
    return readNumber(plain, sign) ?? (saysNothing(plain) ? null : undefined)
  })
}

const rounded = (value: number): number => Number(value.toPrecision(15))

/** Reads numbers: `finish` turns the number and its percent sign into the value. */
function numberReader(
  column: ColumnPlan,
  finish: (value: number, isPercent: boolean) => number | undefined,
  onCurrency?: (currency: CurrencyCode | undefined) => void
): ReadCell {
  const sign = column.format?.decimalSign
  const slow = numberText(column)
  return (cell) => {
    if (typeof cell === 'number') return Number.isFinite(cell) ? finish(cell, false) : undefined
    if (typeof cell !== 'string') return undefined
    const plain = readPlainNumber(cell, sign)
    if (plain !== undefined) return finish(plain, false)
    const read = slow(cell)
    if (read === undefined || read === null) return read
    onCurrency?.(read.currency)
    return finish(read.value, read.isPercent)
  }
}

const newWords = /\b(new|nuevo|nueva|first|net new|primera)\b/
const oldWords =
  /\b(existing|existente|renewal|renovacion|upsell|up sell|cross sell|venta cruzada|expansion|ampliacion|add on|recurring|recurrente)\b/
const yesWords =
  /^(true|yes|y|si|s|verdadero|1|x|ok|activ[oa]|active)$|\b(won|ganad[oa]|cerrad[oa]|closed|converted|convertid[oa]|qualified|cualificad[oa])\b/
const noWords = /^(false|no|n|falso|0|inactiv[oa]|inactive)$|\b(lost|perdid[oa]|open|abiert[oa]|not|no)\b/

function flagOf(text: string, isNewness: boolean): boolean | null {
  const key = nameKey(text)
  if (isNewness && oldWords.test(key)) return false
  if (isNewness && newWords.test(key)) return true
  return noWords.test(key) ? false : yesWords.test(key) ? true : null
}

function currencyOf(text: string): CurrencyCode | null | undefined {
  const plain = text.trim()
  if (plain === '') return null
  const code = parseCurrencyCode(plain) ?? currencyOfSymbol(plain)
  if (code !== undefined) return code
  // "EUR - Euro", "Euro (EUR)", "USD US Dollar"
  const inside = /(?:^|[\s(])([A-Z]{3})(?=$|[\s)-])/.exec(plain)?.[1]
  const named = inside === undefined ? undefined : parseCurrencyCode(inside)
  return named ?? (saysNothing(plain) ? null : undefined)
}

const naming = ['name', 'label', 'title', 'value'] as const

/** The name in a record that a system wrote into a cell as it keeps it: {"id":7,"name":"Acme"}; of several, all of them. */
function nameInRecord(text: string): string | undefined {
  if (!/[}\]]$/.test(text)) return undefined
  let record: unknown
  try {
    record = JSON.parse(text)
  } catch {
    return undefined
  }
  const nameOf = (each: unknown): string | undefined => {
    if (typeof each === 'string') return each
    if (typeof each !== 'object' || each === null) return undefined
    const fields = new Map(Object.entries(each))
    return naming.map((field) => fields.get(field)).find((value) => typeof value === 'string' && value !== '')
  }
  if (!Array.isArray(record)) return nameOf(record)
  const names = record.map(nameOf)
  return names.length > 0 && names.every((name) => name !== undefined) ? names.join(', ') : undefined
}

/**
 * Makes the reader of a column's cells.
 *
 * @param column with its kind and format
 * @param onCurrency is told the currency that a money cell names itself ("5 €")
 * @returns the reader; it keeps what it has read, so one reader serves one pass over a table
 * @example cellReader({ ...column, kind: 'ratio', format: { isPercent: true, evidence: null } })('75') // 0.75
 */
export function cellReader(column: ColumnPlan, onCurrency?: (currency: CurrencyCode | undefined) => void): ReadCell {
  const format = column.format ?? { evidence: null }
  switch (column.kind) {
    case 'date': {
      const order = format.dateOrder
      const read = kept((text: string) => parseDate(text, order) ?? (saysNothing(text.trim()) ? null : undefined))
      return (cell) => (typeof cell === 'string' ? (readPlainDate(cell) ?? read(cell)) : parseDate(cell, order))
    }
    case 'money': {
      const scale = format.scale ?? 1
      return numberReader(column, scale === 1 ? (value) => value : (value) => rounded(value * scale), onCurrency)
    }
    case 'number':
      return numberReader(column, (value) => value)
    case 'integer':
      return numberReader(column, (value) => Math.round(value))
    case 'year':
      return numberReader(column, (value) => (value < 1000 || value > 2999 ? undefined : value))
    case 'ratio': {
      const isPercent = format.isPercent === true
      return numberReader(column, (value, hasSign) => {
        const ratio = !isPercent || hasSign ? value : Number.isInteger(value) ? value / 100 : rounded(value / 100)
        return ratio < 0 || ratio > 1 ? undefined : ratio
      })
    }
    case 'period':
      return (cell) => {
        const key = readPeriodName(cell)
        return key ?? (typeof cell === 'string' && saysNothing(cell.trim()) ? null : undefined)
      }
    case 'currency': {
      const read = kept(currencyOf)
      return (cell) => read(String(cell))
    }
    case 'flag': {
      const isNewness = column.field === 'isNewBusiness'
      const read = kept((text: string) => flagOf(text, isNewness))
      return (cell) => (typeof cell === 'boolean' ? cell : read(String(cell)))
    }
    default:
      return (cell) => {
        const text = textOf(cell)
        if (text.startsWith('{') || text.startsWith('[')) return nameInRecord(text) ?? text
        return text === '' || saysNothing(text) ? null : text
      }
  }
}
