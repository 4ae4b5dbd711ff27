// Decides how the numbers of one column are written, from all its cells. How one cell is read is in numbers.ts.
import type { CurrencyCode } from '#shared/units/currency.ts'
import { plainValue, readingOf, strip } from './numbers.ts'
import type { DecimalSign, Evidence, RawCell } from './types.ts'

export interface NumberDecision {
  /** Undefined: no cell needs one. */
  decimalSign: DecimalSign | undefined
  /** Both signs fit every cell: the user must say. */
  isAmbiguous: boolean
  /** If ambiguous: the sign under which the cells are thousands, when no cell of four digits or more goes without. */
  groupedBy: DecimalSign | undefined
  currency: CurrencyCode | undefined
  /** Cells with a percent sign. */
  percents: number
  evidence: Evidence | null
  /** Filled cells and how many of them are numbers at all. */
  filled: number
  numeric: number
  largest: number
}

/** Ambiguous cells from which on groups of three are believed. */
const groupsNeeded = 5

/** Collects what the cells of a column say about how its numbers are written, cell by cell. */
export class NumberTally {
  private readonly votes = { dot: 0, comma: 0, either: 0 }
  private readonly examples: { dot?: string; comma?: string; either?: string } = {}
  private readonly currencies = new Map<CurrencyCode, number>()
  private readonly eitherSigns = { '.': 0, ',': 0 }
  private longPlain = 0
  private filled = 0
  private numeric = 0
  private percents = 0
  private largest = 0
  private readonly eitherDigits: string[] = []

  add(cell: RawCell): void {
    if (cell === null) return
    this.filled += 1
    if (typeof cell === 'number') {
      this.numeric += 1
      if (cell > this.largest) this.largest = cell
      return
    }
    if (typeof cell !== 'string') return
    const plain = bareDigits(cell)
    if (plain >= 0) {
      this.numeric += 1
      if (cell.length > 3) this.longPlain += 1
      if (plain > this.largest) this.largest = plain
      return
    }
    const decimal = clearDecimal(cell)
    if (decimal !== undefined) {
      this.numeric += 1
      this.votes[decimal] += 1
      this.examples[decimal] ??= cell
      const value = decimal === 'dot' ? Number(cell) : plainValue(cell, ',')
      if (value > this.largest) this.largest = value
      return
    }
    const stripped = isNumberText(cell)
      ? { digits: cell, isNegative: false, isPercent: false, factor: 1, currency: undefined }
      : strip(cell)
    if (stripped === undefined) return
    const reading = readingOf(stripped.digits)
    if (reading === 'none') return
    this.numeric += 1
    if (stripped.isPercent) this.percents += 1
    if (stripped.currency !== undefined)
      this.currencies.set(stripped.currency, (this.currencies.get(stripped.currency) ?? 0) + 1)
    if (reading === 'plain') {
      const value = Number(stripped.digits) * stripped.factor
      if (value >= 1000 && stripped.factor === 1) this.longPlain += 1
      if (value > this.largest) this.largest = value
      return
    }
    this.votes[reading] += 1
    this.examples[reading] ??= cell.trim()
    if (reading === 'either') {
      this.eitherSigns[stripped.digits.includes('.') ? '.' : ','] += 1
      if (this.eitherDigits.length < 2000) this.eitherDigits.push(stripped.digits)
      return
    }
    const value = plainValue(stripped.digits, reading === 'dot' ? '.' : ',') * stripped.factor
    if (value > this.largest) this.largest = value
  }

  decision(): NumberDecision {
    const { votes } = this
    const currency = this.currencies.size === 1 ? [...this.currencies.keys()][0] : undefined
    const side = votes.dot === 0 && votes.comma === 0 ? undefined : votes.dot >= votes.comma ? 'dot' : 'comma'
    const groupSign = this.eitherSigns['.'] === 0 ? ',' : this.eitherSigns[','] === 0 ? '.' : undefined
    const grouped: DecimalSign | undefined =
      side === undefined && votes.either >= groupsNeeded && this.longPlain === 0 && groupSign !== undefined
        ? groupSign === '.'
          ? ','
          : '.'
        : undefined
    const decimalSign: DecimalSign | undefined = side === undefined ? undefined : side === 'dot' ? '.' : ','
    const largest = this.eitherDigits.reduce(
      (most, digits) => Math.max(most, plainValue(digits, decimalSign ?? grouped ?? '.')),
      this.largest
    )
    const base = {
      currency,
      percents: this.percents,
      filled: this.filled,
      numeric: this.numeric,
      largest,
      groupedBy: grouped
    }
    if (side === undefined) return { ...base, decimalSign, isAmbiguous: votes.either > 0, evidence: null }
    const evidence = {
      reason: side === 'dot' ? 'decimalPoint' : 'decimalComma',
      example: this.examples[side] ?? '',
      cells: votes[side]
    }
    return { ...base, decimalSign, isAmbiguous: false, evidence }
  }

  /** The evidence for `groupedBy`. */
  groupEvidence(): Evidence {
    return { reason: 'groupsOfThree', example: this.examples.either ?? '', cells: this.votes.either }
  }
}

/** The value of up to 15 bare digits, the usual cell; -1 for any other. */
function bareDigits(cell: string): number {
  const { length } = cell
  if (length === 0 || length > 15) return -1
  let value = 0
  for (let at = 0; at < length; at += 1) {
    const digit = cell.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

/** The sign of a cell of digits and one separator that can only be decimal: 1054.5, 0,25, 12345.678. */
function clearDecimal(cell: string): 'dot' | 'comma' | undefined {
  const { length } = cell
  if (length > 20) return undefined
  let sign = 0
  let at = -1
  for (let place = 0; place < length; place += 1) {
    const code = cell.charCodeAt(place)
    if (code >= 48 && code <= 57) continue
    if ((code !== 46 && code !== 44) || at >= 0) return undefined
    sign = code
    at = place
  }
  const after = length - at - 1
  if (at < 1 || after === 0) return undefined
  const isGroup = after === 3 && at <= 3 && cell.charCodeAt(0) !== 48
  return isGroup ? undefined : sign === 46 ? 'dot' : 'comma'
}

/** Whether a cell is made of digits, points and commas alone. */
function isNumberText(cell: string): boolean {
  const { length } = cell
  if (length > 40) return false
  let digits = 0
  for (let at = 0; at < length; at += 1) {
    const code = cell.charCodeAt(at)
    if (code >= 48 && code <= 57) digits += 1
    else if (code !== 46 && code !== 44) return false
  }
  return digits > 0
}

/**
 * Decides how the numbers of one column are written.
 *
 * Every cell votes: "1.054,00" can only have a decimal comma, "1234.5" only a decimal point, "1.234" either. One cell
 * that is clear decides for those that are not; if clear cells contradict each other, the more numerous side wins and
 * the others are reported as unreadable. If no cell is clear, and some have a separator, the column is ambiguous; when
 * at least five cells have groups of three and no cell of four digits goes without, `groupedBy` names the sign of money.
 *
 * @param cells the column's cells, in any order
 * @returns the decimal sign with the evidence, the currency the cells name, and how much of the column is numeric
 * @missing empty cells don't vote
 * @example decideNumbers(['1.054,00', '55']).decimalSign // ','
 */
export function decideNumbers(cells: Iterable<RawCell>): NumberDecision {
  const tally = new NumberTally()
  for (const cell of cells) tally.add(cell)
  return tally.decision()
}
