// Takes single values out of a read row, each as the type that the plan wants, and compares the custom fields of rows.
import type { CustomFields } from '#shared/crm/types.ts'
import type { CurrencyCode } from '#shared/units/currency.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { minorPerUnit, toMinor } from '#shared/units/money.ts'
import type { RecordValue } from '../record.ts'
import type { ReadTable } from '../types.ts'

/** By field; a field whose column the table lacks is absent, an empty cell is null. */
export type Values = Readonly<Record<string, RecordValue | undefined>>

export const textOf = (value: RecordValue | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null

export const numberOf = (value: RecordValue | undefined): number | null => (typeof value === 'number' ? value : null)

export const flagOf = (value: RecordValue | undefined): boolean | null => (typeof value === 'boolean' ? value : null)

/** Columns of kind date are read to days that exist, or to nothing. */
export const dayOf = (value: RecordValue | undefined): IsoDate | null =>
  typeof value === 'string' && value !== '' ? (value as IsoDate) : null

/** Columns of kind currency are read to codes of ISO 4217, or to nothing. */
export const currencyOf = (value: RecordValue | undefined): CurrencyCode | null =>
  typeof value === 'string' && value !== '' ? (value as CurrencyCode) : null

/** The name, or first and last name where they stand apart. */
export function fullName(values: Values): string | null {
  const name = textOf(values.name)
  if (name !== null) return name
  const parts = [textOf(values.firstName), textOf(values.lastName)].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join(' ')
}

const perUnit = new Map<CurrencyCode, number>()
const largestPlain = 1e12

/**
 * Turns an amount of a file into minor units.
 *
 * @param units as read, in units of the currency
 * @param currency its currency
 * @returns whole minor units
 * @missing undefined for an amount too large to be counted exactly
 * @example minorOf(1.005, currencyCode('EUR')) // 101
 */
export function minorOf(units: number, currency: CurrencyCode): number | undefined {
  let factor = perUnit.get(currency)
  if (factor === undefined) {
    factor = minorPerUnit(currency)
    perUnit.set(currency, factor)
  }
  // Nearly every amount is whole in minor units: then no text is needed to round it as a person would.
  const scaled = units * factor
  const near = Math.round(scaled)
  if (scaled < largestPlain && scaled > -largestPlain && Math.abs(scaled - near) < 1e-4) return near === 0 ? 0 : near
  try {
    return toMinor(units, currency)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Headers under which the table's further columns are kept beside its rows. */
export const customHeaders = (table: ReadTable): ReadonlySet<string> =>
  new Set(
    table.columns
      .filter((column) => column.field === 'custom')
      .map((column) => (column.header === '' ? `#${column.index + 1}` : column.header))
  )

/** What the file says over what is kept: columns that the file lacks stay, cells that it has empty go. */
export function mergeCustom(
  before: CustomFields | null,
  now: CustomFields | null,
  headers: ReadonlySet<string>
): CustomFields | null {
  if (before === null) return now
  let merged: CustomFields | null = null
  for (const header in before)
    if (!headers.has(header) && now?.[header] === undefined) {
      merged ??= { ...now }
      merged[header] = before[header] ?? ''
    }
  return merged ?? now
}

export function isSameCustom(a: CustomFields | null, b: CustomFields | null): boolean {
  if (a === b) return true
  if (a === null || b === null) return false
  let count = 0
  for (const header in a) {
    if (a[header] !== b[header]) return false
    count += 1
  }
  for (const _ in b) count -= 1
  return count === 0
}
