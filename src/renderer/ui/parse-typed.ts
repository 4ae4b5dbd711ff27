// Reads what a person types or pastes into a field: numbers, money and percent in the locale of the page, and dates.
import { type IsoDate, isoDate, parseIsoDate } from '#shared/units/date.ts'
import { type CurrencyCode, toMinor } from '#shared/units/money.ts'

/**
 * Reads a typed number. The sign of the locale is the decimal sign; the other of "." and "," groups, but only where it
 * really stands between groups of three. Spaces, currency signs and a percent sign at the ends are ignored.
 * Returns undefined where it isn't one number for certain.
 */
export function parseTypedNumber(text: string, decimalSign: string): number | undefined {
  const bare = text
    .replace(/[\s\u00a0\u202f'’]/g, '')
    .replace(/\u2212/g, '-')
    .replace(/^([-+]?)[\p{Sc}]/u, '$1')
    .replace(/[\p{Sc}%]$/u, '')
    .replace(/^[A-Z]{3}|[A-Z]{3}$/g, '')
    .replace(/^\((.+)\)$/, '-$1')
  const groupSign = decimalSign === ',' ? '.' : ','
  const [whole = '', decimals, ...rest] = bare.split(decimalSign)
  if (rest.length > 0) return undefined
  const groups = whole.replace(/^[-+]/, '').split(groupSign)
  if (groups.length > 1 && !isGrouped(groups)) return undefined
  const number = `${whole.startsWith('-') ? '-' : ''}${groups.join('')}${decimals === undefined ? '' : `.${decimals}`}`
  return /^-?(\d+\.?\d*|\.\d+)$/.test(number) ? Number(number) : undefined
}

const isGrouped = (groups: readonly string[]): boolean =>
  groups.every((group, index) => (index === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group))

/** "1.234,50" → 123450 minor units of a currency with two decimals. */
export function parseTypedMoney(text: string, currency: CurrencyCode, decimalSign: string): number | undefined {
  const units = parseTypedNumber(text, decimalSign)
  if (units === undefined) return undefined
  try {
    return toMinor(units, currency)
  } catch {
    return undefined
  }
}

/** "61 %" or "61" → 0.61 */
export function parseTypedPercent(text: string, decimalSign: string): number | undefined {
  const percent = parseTypedNumber(text, decimalSign)
  // Through text, so that 7.1 % is 0.071 and not 0.07099999….
  return percent === undefined ? undefined : Number(`${percent}e-2`)
}

/** ISO dates, and day-month-year with / . or - (the order that Spanish and British exports use); years of four digits. */
export function parseTypedDate(text: string): IsoDate | undefined {
  const trimmed = text.trim()
  const iso = parseIsoDate(trimmed)
  if (iso) return iso
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(trimmed)
  if (!parts) return undefined
  try {
    return isoDate(Number(parts[3]), Number(parts[2]), Number(parts[1]))
  } catch {
    return undefined
  }
}
