// A cell as text, four ways: as shown, as copied to a spreadsheet, as typed when editing, and as exported.
import { type CurrencyCode, minorDigits, toUnits } from '#shared/units/money.ts'
import { columnMoneyDigits, type Format } from '../make-format.ts'
import type { SeenTable } from '../services.tsx'
import { isMissing } from './model.ts'
import type { CellValue, Column } from './types.ts'

export function currencyOf<Row>(column: Column<Row>, row: Row): CurrencyCode | undefined {
  return typeof column.currency === 'function' ? column.currency(row) : column.currency
}

/** The decimals that every cell of a money column shows. */
export function digitsOf<Row>(column: Column<Row>, rows: readonly Row[]): number | undefined {
  if (column.digits !== undefined || column.kind !== 'money') return column.digits
  const first = rows[0]
  const currency = first === undefined ? undefined : currencyOf(column, first)
  if (!currency) return undefined
  return columnMoneyDigits(numbersOf(column, rows), currency)
}

function* numbersOf<Row>(column: Column<Row>, rows: readonly Row[]): Iterable<number> {
  for (const row of rows) {
    const value = column.value(row)
    if (typeof value === 'number') yield value
  }
}

export function shownText<Row>(column: Column<Row>, row: Row, format: Format, digits: number | undefined): string {
  const value = column.value(row)
  if (column.text) return column.text(row)
  return valueText(column, value, currencyOf(column, row), format, digits)
}

export function valueText<Row>(
  column: Column<Row>,
  value: CellValue,
  currency: CurrencyCode | undefined,
  format: Format,
  digits: number | undefined
): string {
  if (isMissing(value)) return ''
  if (typeof value === 'string')
    return column.kind === 'date' ? format.date(value as Parameters<Format['date']>[0]) : value
  if (column.kind === 'money' && currency)
    return format.money(value, currency, { isBare: true, digits, isSigned: column.isSigned })
  if (column.kind === 'percent')
    return column.isSigned ? format.signedPercent(value, digits ?? 0) : format.percent(value, digits ?? 0)
  if (column.kind === 'number' || column.kind === 'money')
    return column.isSigned ? format.signedNumber(value, digits ?? 0) : format.number(value, digits ?? 0)
  return String(value)
}

/** Exact and plain, with the decimal sign of the locale and no grouping: what a spreadsheet reads as a number. */
export function plainText<Row>(column: Column<Row>, row: Row, decimalSign: string): string {
  const value = column.value(row)
  if (column.text && typeof value !== 'number') return column.text(row)
  if (isMissing(value)) return ''
  if (typeof value === 'string') return value
  return plainNumber(column, value, currencyOf(column, row)).replace('.', decimalSign)
}

function plainNumber<Row>(column: Column<Row>, value: number, currency: CurrencyCode | undefined): string {
  if (column.kind === 'money' && currency) {
    const units = toUnits(value, currency)
    return Number.isInteger(units) ? String(units) : units.toFixed(minorDigits(currency))
  }
  if (column.kind === 'percent') return `${Number((value * 100).toPrecision(12))}%`
  return String(value)
}

/** The rows as CSV (RFC 4180): exact values with a point, ISO dates, one header line with units. */
export function toCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const header = columns.map((column) => quoted(headerText(column, rows)))
  const lines = rows.map((row) => columns.map((column) => quoted(exportText(column, row))).join(','))
  return `${[header.join(','), ...lines].join('\r\n')}\r\n`
}

const tableKinds = {
  number: 'number',
  money: 'number',
  percent: 'ratio',
  date: 'date',
  text: 'text',
  custom: 'text'
} as const

/** The rows in plain values, for a workbook: what is a number or a date there stays one. */
export function toSeenTable<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): SeenTable {
  return {
    name,
    columns: columns.map((column) => ({ header: headerText(column, rows), kind: tableKinds[column.kind] })),
    rows: rows.map((row) => columns.map((column) => plainValue(column, row)))
  }
}

function plainValue<Row>(column: Column<Row>, row: Row): string | number | null {
  const value = column.value(row)
  if (column.kind === 'custom' || (column.text && typeof value !== 'number')) return plainText(column, row, '.') || null
  if (isMissing(value)) return null
  const currency = currencyOf(column, row)
  return typeof value === 'number' && column.kind === 'money' && currency ? toUnits(value, currency) : value
}

function headerText<Row>(column: Column<Row>, rows: readonly Row[]): string {
  const unit = unitOf(column, rows)
  return unit ? `${column.header} (${unit})` : column.header
}

/** The unit a header names: given, or the one currency of all rows. */
export function unitOf<Row>(column: Column<Row>, rows: readonly Row[]): string | undefined {
  if (column.unit !== undefined || column.kind !== 'money') return column.unit
  if (typeof column.currency === 'string') return column.currency
  const found = new Set(rows.map((row) => currencyOf(column, row)))
  return found.size === 1 ? [...found][0] : undefined
}

function exportText<Row>(column: Column<Row>, row: Row): string {
  const text = plainText(column, row, '.')
  // A text that a spreadsheet would run as a formula is kept a text.
  return typeof column.value(row) !== 'number' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
