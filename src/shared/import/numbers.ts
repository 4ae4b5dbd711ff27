// Reads numbers and amounts as people write them, with the decimal sign decided for a whole column and never for one cell.
// "1.054,00 €", "$1,234.56", "(1,234.56)", "1 234,5-" and "12 %" are all numbers; what can't be decided is asked.
import type { CurrencyCode } from '#shared/units/currency.ts'
import { parseCurrencyCode } from '#shared/units/currency.ts'
import type { DecimalSign, Evidence, RawCell } from './types.ts'

interface Stripped {
  digits: string
  isNegative: boolean
  isPercent: boolean
  currency: CurrencyCode | undefined
}

const symbols: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  R$: 'BRL',
  US$: 'USD'
}

/** Takes away sign, currency, percent and spaces; undefined when what is left isn't digits with separators. */
function strip(cell: string): Stripped | undefined {
  if (/^\d[\d.,]*$/.test(cell)) return { digits: cell, isNegative: false, isPercent: false, currency: undefined }
  if (cell.length > 40 || !/\d/.test(cell)) return undefined
  let text = cell.replace(/[\s\u00a0\u202f\u2009']+/g, ' ').trim()
  let isNegative = false
  if (/^\(.*\)$/.test(text)) {
    isNegative = true
    text = text.slice(1, -1).trim()
  }
  let currency: CurrencyCode | undefined
  const word = /^(US\$|R\$|[€£¥₹$]|[A-Za-z]{3}(?![A-Za-z]))|(US\$|R\$|[€£¥₹$]|\b[A-Za-z]{3})$/
  for (let turn = 0; turn < 2; turn += 1) {
    const sign = /^[-\u2212+]|[-\u2212]$/.exec(text)
    if (sign !== null) {
      if (sign[0] !== '+') isNegative = true
      text = text.replace(sign[0], '').trim()
    }
    const found = word.exec(text)?.[0]
    if (found !== undefined) {
      const code = symbols[found] ?? (found === '$' ? undefined : found)
      const parsed = code === undefined ? undefined : parseCurrencyCode(code)
      if (parsed === undefined && found !== '$') return undefined
      currency ??= parsed
      text = text.replace(found, '').trim()
    }
  }
  const isPercent = text.endsWith('%')
  if (isPercent) text = text.slice(0, -1).trim()
  text = text.replace(/(?<=\d) (?=\d{3}(\D|$))/g, '')
  return /^\d[\d.,]*$|^[.,]\d+$/.test(text) ? { digits: text, isNegative, isPercent, currency } : undefined
}

type Reading = 'plain' | 'dot' | 'comma' | 'either' | 'none'

/** What one cell says about the decimal sign of its column. */
function readingOf(digits: string): Reading {
  const dots = digits.split('.').length - 1
  const commas = digits.split(',').length - 1
  if (dots === 0 && commas === 0) return 'plain'
  if (dots > 0 && commas > 0) {
    const decimal = digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ','
    return isWritten(digits, decimal) ? (decimal === '.' ? 'dot' : 'comma') : 'none'
  }
  const sign = dots > 0 ? '.' : ','
  const other = sign === '.' ? ',' : '.'
  const asDecimal = isWritten(digits, sign)
  const asGroups = isWritten(digits, other)
  if (asDecimal && asGroups) return 'either'
  if (asDecimal) return sign === '.' ? 'dot' : 'comma'
  if (asGroups) return other === '.' ? 'dot' : 'comma'
  return 'none'
}

/** Whether digits are well formed with this decimal sign: groups of three before it, one sign at most. */
function isWritten(digits: string, decimal: DecimalSign): boolean {
  return decimal === '.'
    ? /^(\d{1,3}(,\d{3})+|\d+)?(\.\d*)?$/.test(digits) && !/^0,/.test(digits)
    : /^(\d{1,3}(\.\d{3})+|\d+)?(,\d*)?$/.test(digits) && !/^0\./.test(digits)
}

export interface NumberDecision {
  /** Undefined: no cell needs one. */
  decimalSign: DecimalSign | undefined
  /** Both signs fit every cell: the user must say. */
  isAmbiguous: boolean
  currency: CurrencyCode | undefined
  evidence: Evidence | null
  /** Filled cells and how many of them are numbers at all. */
  filled: number
  numeric: number
}

/**
 * Decides how the numbers of one column are written.
 *
 * Every cell votes: "1.054,00" can only have a decimal comma, "1234.5" only a decimal point, "1.234" either. One cell
 * that is clear decides for those that are not; if clear cells contradict each other, the more numerous side wins and
 * the others are reported as unreadable. If no cell is clear, and some have a separator, the column is ambiguous.
 *
 * @param cells the column's cells, in any order
 * @returns the decimal sign with the evidence, the currency the cells name, and how much of the column is numeric
 * @missing empty cells don't vote
 * @example decideNumbers(['1.054,00', '55']).decimalSign // ','
 */
export function decideNumbers(cells: Iterable<RawCell>): NumberDecision {
  const votes = { dot: 0, comma: 0, either: 0 }
  const examples: { dot?: string; comma?: string; either?: string } = {}
  const currencies = new Map<CurrencyCode, number>()
  let filled = 0
  let numeric = 0
  for (const cell of cells) {
    if (cell === null) continue
    filled += 1
    if (typeof cell === 'number') numeric += 1
    if (typeof cell !== 'string') continue
    // Bare digits are the usual case and say nothing about the sign.
    if (/^\d{1,15}$/.test(cell)) {
      numeric += 1
      continue
    }
    const stripped = strip(cell)
    if (stripped === undefined) continue
    const reading = readingOf(stripped.digits)
    if (reading === 'none') continue
    numeric += 1
    if (stripped.currency !== undefined) currencies.set(stripped.currency, (currencies.get(stripped.currency) ?? 0) + 1)
    if (reading === 'plain') continue
    votes[reading] += 1
    examples[reading] ??= cell.trim()
  }
  const currency = currencies.size === 1 ? [...currencies.keys()][0] : undefined
  const base = { currency, filled, numeric }
  if (votes.dot === 0 && votes.comma === 0)
    return { ...base, decimalSign: undefined, isAmbiguous: votes.either > 0, evidence: null }
  const side = votes.dot >= votes.comma ? 'dot' : 'comma'
  const evidence = {
    reason: side === 'dot' ? 'decimalPoint' : 'decimalComma',
    example: examples[side] ?? '',
    cells: votes[side]
  }
  return { ...base, decimalSign: side === 'dot' ? '.' : ',', isAmbiguous: false, evidence }
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
  if (cell.trim() === '') return null
  // Nearly every cell is bare digits: the way around the pattern work is what makes a long file fast.
  if (/^\d{1,15}$/.test(cell)) return Number(cell)
  const stripped = strip(cell)
  if (stripped === undefined) return undefined
  const sign = decimalSign ?? '.'
  if (!isWritten(stripped.digits, sign)) return undefined
  const plain =
    sign === '.' ? stripped.digits.replaceAll(',', '') : stripped.digits.replaceAll('.', '').replace(',', '.')
  const value = Number(plain)
  if (!Number.isFinite(value)) return undefined
  const scaled = stripped.isPercent ? value / 100 : value
  return stripped.isNegative && scaled !== 0 ? -scaled : scaled
}
