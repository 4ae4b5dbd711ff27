// Numbers, money, dates and periods in the user's locale, as text. Pure; the hook and the provider are in format.tsx.
import type { IsoDate } from '#shared/units/date.ts'
import { type CurrencyCode, minorDigits, minorPerUnit } from '#shared/units/money.ts'
import type { Period } from '#shared/units/period.ts'

export interface MoneyOptions {
  /** Decimals; without it none for whole amounts and from 10,000 units up, else the currency's own. */
  readonly digits?: number | undefined
  /** Without the currency's sign: for table cells whose header names the currency. */
  readonly isBare?: boolean | undefined
  /** With + or − in front: for changes. */
  readonly isSigned?: boolean | undefined
}

export interface PeriodWords {
  readonly year: (fiscalYear: string) => string
  readonly half: (index: number, fiscalYear: string) => string
  readonly quarter: (index: number, fiscalYear: string) => string
  readonly month: (index: number, fiscalYear: string) => string
  readonly week: (index: number, fiscalYear: string) => string
  /** Without the year: "Q2". */
  readonly short: (grain: 'half' | 'quarter' | 'month' | 'week', index: number) => string
}

export interface FormatSettings {
  readonly language: string
  readonly numberLocale: string
  readonly words: PeriodWords
  /** A 4-4-5 month is no calendar month and is named by its number. */
  readonly calendarPattern?: 'months' | '445' | undefined
}

export interface Format {
  readonly locale: string
  /** An amount in minor units: "€1,847" or, bare, "1,847". Decimals only below 10,000, unless `digits` says otherwise. */
  readonly money: (minor: number, currency: CurrencyCode, options?: MoneyOptions) => string
  /** The amount with every minor unit, for tooltips: "€18,470.35". */
  readonly moneyInFull: (minor: number, currency: CurrencyCode) => string
  readonly number: (n: number, digits?: number) => string
  /** 0.613 → "61%" (es: "61 %"). */
  readonly percent: (ratio: number, digits?: number) => string
  readonly signedMoney: (minor: number, currency: CurrencyCode, options?: MoneyOptions) => string
  readonly signedNumber: (n: number, digits?: number) => string
  /** A change of a ratio as percent: 0.08 → "+8%". */
  readonly signedPercent: (ratio: number, digits?: number) => string
  /** "12 Nov 2026" */
  readonly date: (on: IsoDate) => string
  /** "12 Nov", where the year is plain from the place. */
  readonly dayMonth: (on: IsoDate) => string
  /** "Nov 2026" */
  readonly monthYear: (on: IsoDate) => string
  /** A UTC instant in the user's time zone: "12 Nov 2026, 14:05". */
  readonly dateTime: (at: string) => string
  /** "Q2 FY2027", "FY2027", "Mar 2027", "W14 FY2027" */
  readonly period: (period: Period) => string
  /** "Q2", "FY2027", "Mar": where the year is plain from the place. */
  readonly periodShort: (period: Period) => string
  /** As short as an axis wants it: 1240000 → "1.2M". */
  readonly compact: (n: number) => string
  /** "a, b and c" */
  readonly list: (items: readonly string[]) => string
  /** "1.4 MB" */
  readonly bytes: (bytes: number) => string
  /** The decimal sign of the locale, for reading what is typed. */
  readonly decimalSign: string
}

/** From this many whole units up, minor units are left out. */
export const wholeUnitsFrom = 10_000

/** Intl writes a hyphen for minus; a minus sign is as wide as the plus and lines up. */
const withMinus = (text: string): string => text.replace(/-/g, '\u2212')

/** How many decimals a column of amounts shows, the same in every row: none for large amounts or where all are whole. */
export function columnMoneyDigits(amounts: Iterable<number>, currency: CurrencyCode): number {
  const perUnit = minorPerUnit(currency)
  let areWhole = true
  for (const minor of amounts) {
    if (Math.abs(minor) >= wholeUnitsFrom * perUnit) return 0
    if (minor % perUnit !== 0) areWhole = false
  }
  return areWhole ? 0 : minorDigits(currency)
}

export function makeFormat(settings: FormatSettings): Format {
  const numberLocale = supported(settings.numberLocale, settings.language)
  // Month names follow the language of the page even when numbers follow another country.
  const dateLocale = numberLocale.split('-')[0] === settings.language ? numberLocale : settings.language
  const numbers = new Map<string, Intl.NumberFormat>()
  const numberFormat = (options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    const key = JSON.stringify(options)
    const found = numbers.get(key) ?? new Intl.NumberFormat(numberLocale, { useGrouping: 'always', ...options })
    numbers.set(key, found)
    return found
  }
  const fixed = (digits: number) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits })
  const sign = (isSigned: boolean | undefined) => (isSigned ? { signDisplay: 'exceptZero' as const } : {})
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(dateLocale, { timeZone: 'UTC', ...options })
    return (on: string) => format.format(new Date(`${on}T00:00:00Z`))
  }
  const instant = new Intl.DateTimeFormat(dateLocale, { dateStyle: 'medium', timeStyle: 'short' })
  const monthYear = dates({ month: 'short', year: 'numeric' })
  const month = dates({ month: 'short' })
  const lists = new Intl.ListFormat(settings.language, { type: 'conjunction' })

  const money = (minor: number, currency: CurrencyCode, options: MoneyOptions = {}): string => {
    const units = minor / minorPerUnit(currency)
    const digits = options.digits ?? columnMoneyDigits([minor], currency)
    const style = options.isBare ? {} : ({ style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const)
    return withMinus(numberFormat({ ...style, ...fixed(digits), ...sign(options.isSigned) }).format(units))
  }
  const number = (n: number, digits = 0) => withMinus(numberFormat(fixed(digits)).format(n))
  const percent = (ratio: number, digits = 0) =>
    withMinus(numberFormat({ style: 'percent', ...fixed(digits) }).format(ratio))

  return {
    locale: numberLocale,
    money,
    moneyInFull: (minor, currency) => money(minor, currency, { digits: minorDigits(currency) }),
    number,
    percent,
    signedMoney: (minor, currency, options) => money(minor, currency, { ...options, isSigned: true }),
    signedNumber: (n, digits = 0) => withMinus(numberFormat({ ...fixed(digits), ...sign(true) }).format(n)),
    signedPercent: (ratio, digits = 0) =>
      withMinus(numberFormat({ style: 'percent', ...fixed(digits), ...sign(true) }).format(ratio)),
    date: dates({ day: 'numeric', month: 'short', year: 'numeric' }),
    dayMonth: dates({ day: 'numeric', month: 'short' }),
    monthYear,
    dateTime: (at) => instant.format(new Date(at)),
    period: (period) => periodText(period, settings, monthYear),
    periodShort: (period) => shortPeriodText(period, settings, month),
    compact: (n) =>
      withMinus(
        numberFormat({ notation: 'compact', maximumFractionDigits: Math.abs(n) < 1 ? 2 : 1, useGrouping: true }).format(
          n
        )
      ),
    list: (items) => lists.format(items),
    bytes: (bytes) => bytesText(bytes, number),
    decimalSign:
      numberFormat({})
        .formatToParts(1.5)
        .find((part) => part.type === 'decimal')?.value ?? '.'
  }
}

function periodText(period: Period, settings: FormatSettings, monthYear: (on: string) => string): string {
  const { words } = settings
  const year = String(period.fiscalYear)
  if (period.grain === 'year') return words.year(year)
  if (period.grain === 'month' && settings.calendarPattern !== '445') return monthYear(period.startsOn)
  return words[period.grain](period.index, year)
}

function shortPeriodText(period: Period, settings: FormatSettings, month: (on: string) => string): string {
  if (period.grain === 'month' && settings.calendarPattern !== '445') return month(period.startsOn)
  if (period.grain === 'year') return settings.words.year(String(period.fiscalYear))
  return settings.words.short(period.grain, period.index)
}

function bytesText(bytes: number, number: (n: number, digits?: number) => string): string {
  if (bytes < 1000) return `${number(bytes)} B`
  if (bytes < 1_000_000) return `${number(bytes / 1000)} kB`
  return `${number(bytes / 1_000_000, 1)} MB`
}

function supported(numberLocale: string, language: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(numberLocale)[0] ?? language
  } catch {
    return language
  }
}
