// The periods and amounts of a row of quotas or targets: one period a row, or a column for each period.
import { addDays, dayNumber, daysBetween, fromDayNumber, type IsoDate } from '#shared/units/date.ts'
import { splitMinor } from '#shared/units/money.ts'
import { type FiscalCalendar, periodOf } from '#shared/units/period.ts'
import { type PeriodSpan, spanOfPeriod } from '../periods.ts'
import type { ReadTable } from '../types.ts'
import { dayOf, numberOf, textOf, type Values } from './values.ts'

const periodPrefix = 'period:'

export interface PeriodCell {
  span: PeriodSpan
  /** In units of the currency. */
  units: number
  header: string
}

export interface PeriodReader {
  /** Why a row can't be taken, or its amounts; empty where it gives none. */
  cellsOf(values: Values): PeriodCell[] | { rule: string; field: string }
  /** Headers of columns that add up others of the table and are left out. */
  totals: string[]
}

/**
 * Prepares reading the periods of a table.
 *
 * A column that adds up others (a quarter beside its months, a total year beside its quarters) is left out, so that nothing counts twice.
 *
 * @param table quotas or targets
 * @param calendar the fiscal calendar
 * @param fiscalYear the year of periods that are named without one; null: such rows can't be taken
 * @returns the reader of its rows
 */
export function periodReader(table: ReadTable, calendar: FiscalCalendar, fiscalYear: number | null): PeriodReader {
  const columns = table.columns
    .filter((column) => column.field.startsWith(periodPrefix))
    .map(({ field, header }) => ({ field, header, key: field.slice(periodPrefix.length) }))
  const spanIn = (key: string, values: Values): PeriodSpan | undefined => {
    const year = numberOf(values.year) ?? fiscalYear
    return spanOfPeriod(key, calendar, year ?? undefined)
  }
  const anyYear: Values = { year: fiscalYear ?? 2000 }
  const spans = columns.map(({ key }) => spanIn(key, anyYear))
  const totals = new Set(columns.filter((_, at) => addsUp(spans[at], spans)).map(({ field }) => field))
  const read = columns.filter(({ field }) => !totals.has(field))
  const cellsOf: PeriodReader['cellsOf'] = (values) => {
    if (columns.length === 0) {
      const units = numberOf(values.amount)
      if (units === null) return { rule: 'noAmount', field: 'amount' }
      const span = spanOfRow(values, calendar, (key) => spanIn(key, values))
      return span === undefined ? { rule: 'noPeriod', field: 'period' } : [{ span, units, header: '' }]
    }
    const cells: PeriodCell[] = []
    for (const { field, header, key } of read) {
      const units = numberOf(values[field])
      if (units === null) continue
      const span = spanIn(key, values)
      if (span === undefined) return { rule: 'noPeriod', field }
      cells.push({ span, units, header })
    }
    return cells
  }
  return { cellsOf, totals: columns.filter(({ field }) => totals.has(field)).map(({ header }) => header) }
}

function spanOfRow(
  values: Values,
  calendar: FiscalCalendar,
  spanIn: (key: string) => PeriodSpan | undefined
): PeriodSpan | undefined {
  const key = textOf(values.period) ?? (typeof values.period === 'number' ? `FY${values.period}` : null)
  if (key !== null) return spanIn(key)
  const [startsOn, endsOn] = [dayOf(values.startsOn), dayOf(values.endsOn)]
  if (startsOn === null) return undefined
  if (endsOn !== null) return endsOn < startsOn ? undefined : { startsOn, endsOn }
  // A first day alone is that of a month; of anything longer it would not be known how long.
  const month = periodOf(startsOn, 'month', calendar)
  return month.startsOn === startsOn ? { startsOn, endsOn: month.endsOn } : undefined
}

/** Whether other columns lie within a span and fill it without a gap. */
function addsUp(span: PeriodSpan | undefined, all: readonly (PeriodSpan | undefined)[]): boolean {
  if (span === undefined) return false
  const days = new Set<number>()
  for (const other of all) {
    if (other === undefined || other.startsOn < span.startsOn || other.endsOn > span.endsOn) continue
    if (other.startsOn === span.startsOn && other.endsOn === span.endsOn) continue
    for (let day = dayNumber(other.startsOn); day <= dayNumber(other.endsOn); day++) days.add(day)
  }
  return days.size > 0 && days.size === daysBetween(span.startsOn, span.endsOn) + 1
}

export interface MonthShare {
  periodKey: string
  startsOn: IsoDate
  amountMinor: number
}

/**
 * Shares an amount out over the fiscal months of a span, by the largest remainder.
 *
 * In a calendar of weeks a named calendar month is the fiscal month that holds its middle.
 *
 * @param amountMinor whole minor units
 * @param span first and last day
 * @param calendar the fiscal calendar
 * @returns one share a month in order; they add up to the amount
 * @missing undefined for a span that is not made of whole fiscal months
 * @example shareByMonth(100, { startsOn: isoDate(2027, 1, 1), endsOn: isoDate(2027, 3, 31) }, calendar)?.map((m) => m.amountMinor) // [34, 33, 33]
 */
export function shareByMonth(
  amountMinor: number,
  span: PeriodSpan,
  calendar: FiscalCalendar
): MonthShare[] | undefined {
  const months = monthsOf(span, calendar)
  if (months === undefined || months.length === 0) return undefined
  const parts = splitMinor(
    amountMinor,
    months.map(() => 1)
  )
  return months.map(({ key, startsOn }, at) => ({ periodKey: key, startsOn, amountMinor: parts[at] ?? 0 }))
}

function monthsOf(span: PeriodSpan, calendar: FiscalCalendar): { key: string; startsOn: IsoDate }[] | undefined {
  const months: { key: string; startsOn: IsoDate }[] = []
  let month = periodOf(span.startsOn, 'month', calendar)
  const isWhole = month.startsOn === span.startsOn
  if (!isWhole) {
    const days = daysBetween(span.startsOn, span.endsOn) + 1
    if (calendar.pattern !== '445' || days < 28) return undefined
    month = periodOf(addDays(span.startsOn, 14), 'month', calendar)
  }
  const last = isWhole ? span.endsOn : fromDayNumber(dayNumber(span.endsOn) - 14)
  while (month.startsOn <= last) {
    months.push({ key: month.key, startsOn: month.startsOn })
    if (isWhole && month.endsOn === span.endsOn) return months
    month = periodOf(addDays(month.endsOn, 1), 'month', calendar)
  }
  if (!isWhole) return months
  // It began with a month and ended within one: in a calendar of weeks that is how calendar months lie.
  return calendar.pattern === '445' && months.length > 0 ? months : undefined
}
