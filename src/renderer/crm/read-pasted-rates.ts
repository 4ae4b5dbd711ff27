// Reads exchange rates pasted as lines of cells: which cell is what is told by what it holds, and a line that is not one rate for certain
// says why. Nothing is written here.
import { parseTypedDate } from '#renderer/ui/parse-typed.ts'
import type { RateRow } from '#shared/crm/types.ts'
import { isCurrencyCode } from '#shared/units/currency.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { readRate } from './read-rate.ts'

export interface PastedRate {
  from: CurrencyCode
  to: CurrencyCode
  validOn: IsoDate
  rate: string
}

/** Why a line is no rate: i18n crm.rates.paste.problems.<problem> */
export type RateProblem = 'noCurrency' | 'unknownCurrency' | 'sameCurrency' | 'noDay' | 'noRate' | 'tooMuch' | 'twice'

export type PastedLine =
  | { line: number; text: string; problem: RateProblem; what: string }
  | { line: number; text: string; rate: PastedRate; effect: 'new' | 'changed' | 'same'; before: string | null }

const maxLines = 5000

const cellsOf = (line: string): string[] =>
  line
    .split(line.includes('\t') ? '\t' : ';')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')

const looksLikeCode = (cell: string): boolean => /^[A-Za-z]{3}$/.test(cell)
const pairPattern = /^([A-Za-z]{3})\s*[/\-→>: ]\s*([A-Za-z]{3})$|^([A-Z]{3})([A-Z]{3})$/

/** Digits with marks between them: a day, even one that does not exist, rather than a rate. */
const looksLikeDay = (cell: string): boolean => /^\d{1,4}([/.-])\d{1,2}\1\d{1,4}$/.test(cell)

/**
 * Reads pasted lines.
 *
 * A line holds a day, a rate and one or two currencies, in any order, with tabs or semicolons between; "EUR/USD" is two currencies, and one
 * alone goes into the workspace's own. A first line without any digit above
 * others is a header.
 *
 * @param known the rates there are, for what would change
 * @returns every line that holds something, in order
 */
export function readPastedRates(
  text: string,
  { home, decimalSign, known }: { home: CurrencyCode; decimalSign: string; known: readonly RateRow[] }
): PastedLine[] {
  const there = new Map(known.map((row) => [`${row.from} ${row.to} ${row.validOn}`, row.rate]))
  const said = new Map<string, string>()
  const lines = text
    .split(/\r?\n/)
    .map((line, at) => ({ text: line.trim(), line: at + 1, cells: cellsOf(line) }))
    .filter(({ cells }) => cells.length > 0)
  const [first] = lines
  const rows = first !== undefined && lines.length > 1 && !/\d/.test(first.text) ? lines.slice(1) : lines
  return rows.slice(0, maxLines).map(({ cells, ...place }): PastedLine => {
    const read = readLine(cells, home, decimalSign)
    if ('problem' in read) return { ...place, ...read }
    const key = `${read.from} ${read.to} ${read.validOn}`
    const other = said.get(key)
    if (other !== undefined && !isSameRate(other, read.rate)) return { ...place, problem: 'twice', what: other }
    said.set(key, read.rate)
    const before = there.get(key) ?? null
    const effect =
      before === null ? (other === undefined ? 'new' : 'same') : isSameRate(before, read.rate) ? 'same' : 'changed'
    return { ...place, rate: read, effect, before }
  })
}

const isSameRate = (a: string, b: string): boolean => {
  const plain = (rate: string): string => (rate.includes('.') ? rate.replace(/0+$/, '').replace(/\.$/, '') : rate)
  return plain(a).replace(/^0+(?=\d)/, '') === plain(b).replace(/^0+(?=\d)/, '')
}

function readLine(
  cells: readonly string[],
  home: CurrencyCode,
  decimalSign: string
): PastedRate | { problem: RateProblem; what: string } {
  const codes: string[] = []
  const days: string[] = []
  const rates: string[] = []
  for (const cell of cells) {
    const pair = pairPattern.exec(cell)
    if (pair !== null) codes.push(pair[1] ?? pair[3] ?? '', pair[2] ?? pair[4] ?? '')
    else if (looksLikeCode(cell)) codes.push(cell)
    else if (looksLikeDay(cell)) days.push(cell)
    else rates.push(cell)
  }
  const [from = '', to = home] = codes.map((code) => code.toUpperCase())
  const [day = ''] = days
  const [typed = ''] = rates
  if (codes.length === 0) return { problem: 'noCurrency', what: '' }
  if (codes.length > 2 || days.length > 1 || rates.length > 1) return { problem: 'tooMuch', what: cells.join(' · ') }
  for (const code of [from, to]) if (!isCurrencyCode(code)) return { problem: 'unknownCurrency', what: code }
  if (from === to) return { problem: 'sameCurrency', what: from }
  const validOn = parseTypedDate(day)
  if (validOn === undefined) return { problem: 'noDay', what: day }
  const rate = readRate(typed, decimalSign)
  if (rate === undefined) return { problem: 'noRate', what: typed }
  return { from: from as CurrencyCode, to: to as CurrencyCode, validOn, rate }
}
