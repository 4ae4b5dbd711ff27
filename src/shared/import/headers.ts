// Reads the header of a column: the words it is made of, and what it says of the unit (currency, percent, thousands).
// "Valor Estimado (USD)" is an expected value in dollars; "Deal - Expected close date" says deal, expected, close, date.
import { type CurrencyCode, isCurrencyCode, parseCurrencyCode } from '#shared/units/currency.ts'
import { nameKey } from '#shared/units/name-key.ts'
import { isOneLetterAway } from './countries.ts'
import { type Meaning, meaningsOf } from './lexicon.ts'
import { currencyOfSymbol } from './numbers.ts'
import type { Scale } from './types.ts'

export interface HeaderReading {
  /** The words without unit, as `nameKey` writes them. */
  key: string
  /** What the words stand for, each once. */
  meanings: readonly Meaning[]
  /** What brackets and endings say of the unit. */
  currency: CurrencyCode | undefined
  isPercent: boolean
  scale: Scale | undefined
  /** The header says nothing: empty, "Column1", "Unnamed: 3", "F4". */
  isNameless: boolean
}

const brackets = /[([{]([^)\]}]*)[)\]}]/g
const nameless = /^(column|columna|col|field|campo|unnamed|untitled|sin nombre|f|c|var|v)? ?\d*$/
const sortArrows = /[\u2190-\u21ff\u25b2\u25bc\u25b4\u25be*]/g
const millions = /^(m|mm|mio|mill|mn|millions?|millones)$/
const thousands = /^(k|miles|thousands?|mil)$/
const scaleWithCurrency =
  /^(k|m|mm|miles de|millones de|thousands?|millions?|thousands of|millions of) ?(eur|euros?|usd|d[oó]lares|dollars|gbp|mxn|pesos|€|\$|£)$/
const inScale = /\b(?:in|en) (millions?|thousands?|millones|miles)(?: (?:of|de) (\p{L}+))?\b/iu
const currencyWords: Readonly<Record<string, string>> = { euro: 'EUR', euros: 'EUR', pounds: 'GBP', libras: 'GBP' }
/** Codes that stand at the end of a header without brackets and in any case; others have to be in capitals. */
const usualCodes = new Set(
  'EUR USD GBP MXN COP CLP ARS PEN BRL CHF CAD AUD JPY UYU BOB PYG CRC DOP GTQ SEK NOK DKK PLN CNY INR'.split(' ')
)

const dateEndings = new Set(['on', 'at', 'el'])

interface Unit {
  currency?: CurrencyCode
  isPercent?: boolean
  scale?: Scale
}

/** What a piece of a header says as a unit; undefined when it is no unit. */
function unitOf(piece: string): Unit | undefined {
  const text = piece.trim().toLowerCase()
  if (text === '%' || text === 'pct') return { isPercent: true }
  const currency = parseCurrencyCode(currencyWords[text] ?? currencyOfSymbol(piece.trim()) ?? text)
  if (currency !== undefined) return { currency }
  if (text === '$') return {}
  if (millions.test(text)) return { scale: 1_000_000 }
  if (thousands.test(text)) return { scale: 1000 }
  const both = scaleWithCurrency.exec(text.replace(/^in /, '').replace(/^en /, ''))
  if (both === null) return undefined
  const scale: Scale = /^(k|miles|thousand)/.test(both[1] ?? '') ? 1000 : 1_000_000
  const named = parseCurrencyCode(currencyWords[both[2] ?? ''] ?? currencyOfSymbol(both[2] ?? '') ?? both[2] ?? '')
  return named === undefined ? { scale } : { scale, currency: named }
}

const readings = new Map<string, HeaderReading>()
const readingsKept = 5000

/**
 * Reads the header of a column.
 *
 * @param header as the file has it
 * @returns its words, their meanings and its unit
 * @missing a header that says nothing has no meanings and `isNameless`
 * @example readHeader('Probabilidad (%)') // { key: 'probabilidad', meanings: ['probability', 'percent'], isPercent: true, … }
 */
export function readHeader(header: string): HeaderReading {
  const kept = readings.get(header)
  if (kept !== undefined) return kept
  const made = makeReading(header)
  if (readings.size >= readingsKept) readings.clear()
  readings.set(header, made)
  return made
}

function makeReading(header: string): HeaderReading {
  const unit: Unit = {}
  let text = header.replace(sortArrows, ' ')
  const scaled = inScale.exec(text)
  if (scaled !== null) {
    Object.assign(unit, unitOf(`${scaled[1]}`), scaled[2] === undefined ? {} : unitOf(scaled[2]))
    text = text.replace(scaled[0], ' ')
  }
  text = text.replace(brackets, (whole, inside: string) => {
    const said = unitOf(inside)
    if (said === undefined) return ` ${whole.slice(1, -1)} `
    Object.assign(unit, said)
    return ' '
  })
  if (text.includes('%')) unit.isPercent = true
  if (text.trim() === '#') text = 'id'
  else text = text.replace(/^\s*#\s*(?=\p{L})/u, 'number of ').replace(/#/g, ' id ')
  // Words written together are told apart by their capitals: dealName, AmountInUSD.
  if (!/\s/.test(text.trim()))
    text = text.replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2').replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
  const pieces = text.split(/[\s_\-/|:;.,]+/).filter((piece) => piece !== '')
  const last = pieces.at(-1)
  if (last !== undefined && pieces.length > 1) {
    const code = last.toUpperCase()
    const isCode = isCurrencyCode(last) || (usualCodes.has(code) && isCurrencyCode(code))
    const said =
      isCode || /^(\p{Sc}|[kKmM]{1,2}\p{Sc}|[kKmM](EUR|USD|GBP)|keur|meur|kusd|musd|euros?)$/u.test(last)
        ? unitOf(last)
        : undefined
    if (said !== undefined) {
      Object.assign(unit, said)
      pieces.pop()
    }
  }
  const key = nameKey(pieces.join(' '))
  const words = key === '' ? [] : key.split(' ')
  // "Closed on" and "Created at" are dates, "Closed" alone may be yes or no.
  if (words.length > 1 && dateEndings.has(words.at(-1) ?? '')) words[words.length - 1] = 'date'
  const isNameless = nameless.test(words.join(' '))
  const meanings = isNameless ? [] : [...new Set(meaningsOf(words, isOneLetterAway))]
  if (unit.isPercent === true && !meanings.includes('percent')) meanings.push('percent')
  return {
    key: key === '' ? nameKey(header) : key,
    meanings,
    currency: unit.currency,
    isPercent: unit.isPercent === true,
    scale: unit.scale,
    isNameless
  }
}
