// How numbers, money and days are written in the handbook: in the language of the document, with the workspace's own
// grouping where its number locale is of that language.
import { dayNumber, type IsoDate } from '#shared/units/date.ts'
import { type CurrencyCode, minorDigits, minorPerUnit } from '#shared/units/money.ts'
import type { Period } from '#shared/units/period.ts'
import type { Language } from '#shared/workspace/types.ts'

export interface Format {
  language: Language
  locale: string
  /** 1,250,000 (no currency); decimals as many as `digits` says. */
  amount(minor: number, digits?: number): string
  /** €1,250,000, as the language writes money. */
  money(minor: number, digits?: number): string
  /** The fewest decimals with which all of these amounts are written exactly: 0, or those of the currency. */
  digitsFor(minors: readonly number[]): number
  count(n: number): string
  percent(ratio: number, digits?: number): string
  date(on: IsoDate): string
  /** Day and month, for tables of dates within one year. */
  quarter(period: Pick<Period, 'index'>): string
  year(fiscalYear: number): string
  /** Names in a row: "Ana, Luis and Marta". */
  list(names: readonly string[]): string
}

const fallbackLocale: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es-ES' }
const nbsp = '\u00a0'
const millisecondsADay = 86_400_000

/**
 * Makes the number and date formats of one document.
 *
 * @param language the document's language
 * @param numberLocale the workspace's locale, BCP 47; used when it is of that language, so that an English handbook
 *   of a Spanish company does not write 1.000 for a thousand
 * @param currency the currency of every amount
 * @returns the formats
 * @example makeFormat('es', 'es-ES', currencyCode('EUR')).money(123456789) // '1.234.567,89 €', with a space that doesn't break
 */
export function makeFormat(language: Language, numberLocale: string, currency: CurrencyCode): Format {
  const locale = numberLocale.toLowerCase().startsWith(language) ? numberLocale : fallbackLocale[language]
  const perUnit = minorPerUnit(currency)
  // Spanish leaves four-digit numbers ungrouped by default; in a column of figures they must line up with the others.
  const numbers = (digits: number, more: Intl.NumberFormatOptions = {}) =>
    new Intl.NumberFormat(locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      useGrouping: 'always',
      ...more
    })
  const digitsFor = (minors: readonly number[]) =>
    minors.every((minor) => minor % perUnit === 0) ? 0 : minorDigits(currency)
  const withMinus = (text: string) => text.replace('-', '−')
  const amount = (minor: number, digits = digitsFor([minor])) => withMinus(numbers(digits).format(minor / perUnit))
  const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  const names = new Intl.ListFormat(locale, { type: 'conjunction' })
  return {
    language,
    locale,
    amount,
    money: (minor, digits = digitsFor([minor])) =>
      withMinus(numbers(digits, { style: 'currency', currency }).format(minor / perUnit)),
    digitsFor,
    count: (n) => withMinus(numbers(0).format(n)),
    percent: (ratio, digits) => {
      const percent = ratio * 100
      const wanted = digits ?? (Math.abs(percent - Math.round(percent)) < 1e-9 ? 0 : 1)
      return `${withMinus(numbers(wanted).format(percent))}${nbsp}%`
    },
    date: (on) => days.format(dayNumber(on) * millisecondsADay),
    quarter: (period) => `${language === 'es' ? 'T' : 'Q'}${period.index}`,
    year: (fiscalYear) => (language === 'es' ? `ejercicio ${fiscalYear}` : `fiscal year ${fiscalYear}`),
    list: (all) => names.format(all)
  }
}
