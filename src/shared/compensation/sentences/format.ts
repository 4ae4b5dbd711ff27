// Writes amounts, percentages and days the way a language does, from exact values, for sentences and explanations.
import { dayNumber, type IsoDate } from '../../units/date.ts'
import { type CurrencyCode, minorDigits, minorPerUnit } from '../../units/money.ts'
import { type Fraction, fraction, multiply, toNumber, whole } from '../fraction.ts'

export type WordsLanguage = 'en' | 'es'

export interface WordsFormat {
  /** An amount of whole minor units, decimals only where there are any. */
  readonly money: (minor: number) => string
  /** An exact amount; with a sign for "about" where its decimals don't end within four. */
  readonly exactMoney: (minor: Fraction) => string
  readonly percent: (ratio: Fraction) => string
  readonly number: (value: Fraction) => string
  readonly date: (on: IsoDate) => string
  readonly period: (key: string) => string
  readonly list: (parts: readonly string[]) => string
}

const locales: Readonly<Record<WordsLanguage, string>> = { en: 'en-GB', es: 'es-ES' }
const millisecondsPerDay = 86_400_000

/**
 * Makes the writer of values for a language.
 *
 * @param language en or es
 * @param currency the currency of all amounts
 * @returns functions from values to text
 * @example wordsFormat('es', currencyCode('EUR')).percent(decimal('0.075')) // '7,5 %' with a space that doesn't break
 */
export function wordsFormat(language: WordsLanguage, currency: CurrencyCode): WordsFormat {
  const locale = locales[language]
  const digits = minorDigits(currency)
  const amount = (most: number) =>
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      useGrouping: 'always',
      minimumFractionDigits: Math.min(digits, most),
      maximumFractionDigits: most,
      trailingZeroDisplay: 'stripIfInteger'
    })
  const exact = amount(digits)
  const fine = amount(digits + 4)
  const decimals = new Intl.NumberFormat(locale, { useGrouping: 'always', maximumFractionDigits: 4 })
  const percents = new Intl.NumberFormat(locale, { style: 'percent', useGrouping: 'always', maximumFractionDigits: 4 })
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
  const perUnit = whole(minorPerUnit(currency))
  return {
    money: (minor) => exact.format(minor / minorPerUnit(currency)),
    exactMoney: (minor) => {
      const units = fraction(minor.n, minor.d * perUnit.n)
      return about(units, digits + 4) + (endsWithin(units, digits) ? exact : fine).format(toNumber(units))
    },
    percent: (ratio) => {
      const points = multiply(ratio, whole(100))
      return `${about(points, 4)}${percents.format(toNumber(ratio))}`
    },
    number: (value) => `${about(value, 4)}${decimals.format(toNumber(value))}`,
    date: (on) => days.format(dayNumber(on) * millisecondsPerDay),
    period: (key) => periodName(key, language),
    list: (parts) => lists.format(parts)
  }
}

function endsWithin(value: Fraction, digits: number): boolean {
  return 10n ** BigInt(digits) % value.d === 0n
}

const about = (value: Fraction, digits: number): string => (endsWithin(value, digits) ? '' : '≈\u00a0')

const letters: Readonly<Record<WordsLanguage, Readonly<Record<string, string>>>> = {
  en: { Q: 'Q', H: 'H', M: 'month ', W: 'week ' },
  es: { Q: 'T', H: 'S', M: 'mes ', W: 'semana ' }
}

/** 'FY2027-Q2' is read "Q2 2027", in Spanish "T2 2027"; the year alone is its number. */
function periodName(key: string, language: WordsLanguage): string {
  const parts = /^FY(\d{4})(?:-([HQMW])0?(\d+))?$/.exec(key)
  if (!parts) return key
  const [, year = '', letter, index] = parts
  return letter === undefined ? year : `${letters[language][letter] ?? ''}${index} ${year}`
}
