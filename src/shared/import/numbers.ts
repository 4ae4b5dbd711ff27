// Reads numbers and amounts as people write them, with the decimal sign decided for a whole column and never for one cell.
// "1.054,00 €", "$1,234.56", "(1,234.56)", "1 234,5-", "1.5M" and "12 %" are all numbers; what can't be decided is asked.
// How the sign of a column is decided is in number-columns.ts.
import type { CurrencyCode } from '#shared/units/currency.ts'
import { parseCurrencyCode } from '#shared/units/currency.ts'
import type { DecimalSign, RawCell } from './types.ts'

export interface Stripped {
  digits: string
  isNegative: boolean
  isPercent: boolean
  /** 1000 behind a k, 1,000,000 behind an M. */
  factor: number
  currency: CurrencyCode | undefined
}

const symbols: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  '₩': 'KRW',
  '₺': 'TRY',
  '₪': 'ILS',
  '₱': 'PHP',
  '₫': 'VND',
  '₴': 'UAH',
  '₽': 'RUB',
  R$: 'BRL',
  US$: 'USD',
  U$S: 'USD',
  MX$: 'MXN',
  CA$: 'CAD',
  C$: 'CAD',
  AU$: 'AUD',
  A$: 'AUD',
  NZ$: 'NZD',
  HK$: 'HKD',
  S$: 'SGD',
  RD$: 'DOP',
  'S/': 'PEN',
  'S/.': 'PEN',
  zł: 'PLN',
  euro: 'EUR',
  euros: 'EUR'
}

/** Signs that several currencies share: they make a cell an amount but don't say of what. */
const sharedSigns = new Set(['$', 'kr', 'kr.', 'fr', 'fr.', 'pesos', 'dollars', 'dólares'])

/** The currency that a sign stands for. @missing undefined for `$`, which many share, and for what is no sign */
export const currencyOfSymbol = (sign: string): CurrencyCode | undefined => {
  const code = symbols[sign] ?? symbols[sign.toLowerCase()]
  return code === undefined ? undefined : parseCurrencyCode(code)
}

/** A code in capitals; small letters only where they are no word ("top", "all" and "try" are codes too). */
const codeInText = (word: string): CurrencyCode | undefined =>
  word === word.toUpperCase() || /^(eur|usd|gbp|mxn|brl|chf|cad|aud|jpy|clp)$/i.test(word)
    ? parseCurrencyCode(word)
    : undefined

const spaces = /[\s\u00a0\u202f\u2009'’`]+/g
const leading = /^(\p{Lu}{0,2}\$S?|\p{Sc}|S\/\.?|\p{L}{2,7}\.?)(?=[\s\d.,(+\-\u2212])/u
const trailing = /(\p{Lu}{0,2}\$S?|\p{Sc}|(?<![\p{L}])\p{L}{2,7}\.?)$/u
const factors: Readonly<Record<string, number>> = {
  k: 1000,
  K: 1000,
  M: 1_000_000,
  MM: 1_000_000,
  mio: 1_000_000,
  Mio: 1_000_000
}

/** Takes away sign, currency, percent and spaces; undefined when what is left isn't digits with separators. */
export function strip(cell: string): Stripped | undefined {
  if (cell.length > 40 || !/\d/.test(cell)) return undefined
  let text = cell.replace(spaces, ' ').trim()
  let isNegative = false
  let isPercent = false
  let factor = 1
  let currency: CurrencyCode | undefined
  if (text.startsWith('(') && text.endsWith(')')) {
    isNegative = true
    text = text.slice(1, -1).trim()
  }
  for (let turn = 0; turn < 3; turn += 1) {
    const sign = /^[-\u2212+]|[-\u2212]$/.exec(text)
    if (sign !== null) {
      if (sign[0] !== '+') isNegative = true
      text = text.replace(sign[0], '').trim()
    }
    if (text.startsWith('(') && text.endsWith(')')) {
      isNegative = true
      text = text.slice(1, -1).trim()
    }
    if (text.endsWith('%')) {
      isPercent = true
      text = text.slice(0, -1).trim()
    } else if (text.startsWith('%')) {
      isPercent = true
      text = text.slice(1).trim()
    }
    const word = (leading.exec(text) ?? trailing.exec(text))?.[0]
    if (word === undefined) continue
    const suffix = text.endsWith(word) ? factors[word.replace(/\.$/, '')] : undefined
    if (suffix !== undefined && factor === 1) factor = suffix
    else {
      const code = currencyOfSymbol(word) ?? codeInText(word)
      if (code === undefined && !sharedSigns.has(word.toLowerCase())) return undefined
      currency ??= code
    }
    text = text.startsWith(word) ? text.slice(word.length).trim() : text.slice(0, -word.length).trim()
  }
  const short = /^(.*\d) ?([kKM])$/.exec(text)
  if (short !== null && factor === 1) {
    factor = factors[short[2] ?? ''] ?? 1
    text = (short[1] ?? '').trim()
  }
  text = text.replace(/(?<=\d) (?=\d{3}(\D|$))/g, '')
  return /^\d[\d.,]*$|^[.,]\d+$/.test(text) ? { digits: text, isNegative, isPercent, factor, currency } : undefined
}

export type Reading = 'plain' | 'dot' | 'comma' | 'either' | 'none'

/** What one cell says about the decimal sign of its column. */
export function readingOf(digits: string): Reading {
  const dot = digits.lastIndexOf('.')
  const comma = digits.lastIndexOf(',')
  if (dot < 0 && comma < 0) return 'plain'
  if (dot >= 0 && comma >= 0) {
    const decimal = dot > comma ? '.' : ','
    return isWritten(digits, decimal) ? (decimal === '.' ? 'dot' : 'comma') : 'none'
  }
  const sign = dot >= 0 ? '.' : ','
  const other = sign === '.' ? ',' : '.'
  const asDecimal = isWritten(digits, sign)
  const asGroups = isWritten(digits, other)
  if (asDecimal && asGroups) return 'either'
  if (asDecimal) return sign === '.' ? 'dot' : 'comma'
  if (asGroups) return other === '.' ? 'dot' : 'comma'
  return 'none'
}

const writtenWithDot = /^(\d{1,3}(,\d{3})+|\d{1,3}(,\d{2})*,\d{3}|\d+)?(\.\d*)?$/
const writtenWithComma = /^(\d{1,3}(\.\d{3})+|\d+)?(,\d*)?$/

/** Whether digits are well formed with this decimal sign: groups of three before it (of two in India), one sign at most. */
function isWritten(digits: string, decimal: DecimalSign): boolean {
  return decimal === '.'
    ? writtenWithDot.test(digits) && !digits.startsWith('0,')
    : writtenWithComma.test(digits) && !digits.startsWith('0.')
}

/** The value of well-formed digits under a decimal sign. */
export function plainValue(digits: string, sign: DecimalSign): number {
  return Number(sign === '.' ? digits.replaceAll(',', '') : digits.replaceAll('.', '').replace(',', '.'))
}

export interface ReadNumber {
  value: number
  /** The cell wrote a percent sign; the value is divided already. */
  isPercent: boolean
  /** The currency that the cell itself names. */
  currency: CurrencyCode | undefined
}

/**
 * Reads one number of a column whose decimal sign is decided, with what the cell says beside it.
 *
 * @param cell a text
 * @param decimalSign of the column; undefined where no cell of the column has a separator
 * @returns the number (0.12 for "12 %", 1,500,000 for "1.5M"), its percent sign and currency
 * @missing undefined for a text that is no number under this sign
 * @example readNumber('USD 1,234', '.') // { value: 1234, isPercent: false, currency: 'USD' }
 */
export function readNumber(cell: string, decimalSign: DecimalSign | undefined): ReadNumber | undefined {
  const stripped = strip(cell)
  if (stripped === undefined) return undefined
  const sign = decimalSign ?? '.'
  if (!isWritten(stripped.digits, sign)) return undefined
  const value = plainValue(stripped.digits, sign) * stripped.factor
  if (!Number.isFinite(value)) return undefined
  // A factor multiplies binary fractions; what people wrote has no more than twelve places.
  const exact = stripped.factor === 1 ? value : Number(value.toPrecision(15))
  const scaled = stripped.isPercent ? Number((exact / 100).toPrecision(15)) : exact
  return {
    value: stripped.isNegative && scaled !== 0 ? -scaled : scaled,
    isPercent: stripped.isPercent,
    currency: stripped.currency
  }
}

/**
 * Reads a cell of digits with at most one point, the usual way of machines, without pattern work.
 *
 * @param cell a text
 * @param decimalSign of the column
 * @returns the number
 * @missing undefined for any other text, which `readNumber` may still read
 * @example readPlainNumber('1054.5', '.') // 1054.5
 */
export function readPlainNumber(cell: string, decimalSign: DecimalSign | undefined): number | undefined {
  const { length } = cell
  if (length === 0 || length > 15) return undefined
  const sign = decimalSign === ',' ? 44 : 46
  let at = cell.charCodeAt(0) === 45 ? 1 : 0
  if (at === length) return undefined
  let point = -1
  let digits = 0
  for (; at < length; at += 1) {
    const code = cell.charCodeAt(at)
    if (code >= 48 && code <= 57) digits += 1
    else if (code === sign && point < 0) point = at
    else return undefined
  }
  if (digits === 0) return undefined
  if (point < 0 || sign === 46) return Number(cell) + 0
  return Number(`${cell.slice(0, point)}.${cell.slice(point + 1)}`) + 0
}

/**
 * Reads one number of a column whose decimal sign is decided.
 *
 * @param cell the cell
 * @param decimalSign of the column; undefined where no cell of the column has a separator
 * @returns the number; 0.12 for "12 %"
 * @missing null for an empty cell, undefined for one that is no number under this sign
 * @example parseNumber('1.054,00 €', ',') // 1054
 */
export function parseNumber(cell: RawCell, decimalSign: DecimalSign | undefined): number | null | undefined {
  if (cell === null) return null
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : undefined
  if (typeof cell === 'boolean') return undefined
  const plain = readPlainNumber(cell, decimalSign)
  if (plain !== undefined) return plain
  if (cell.trim() === '') return null
  return readNumber(cell, decimalSign)?.value
}
