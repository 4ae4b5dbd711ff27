// Reads the names of periods as people write them: "2026-Q1", "T1 2026", "1T26", "enero 2026", "ene-26", "FY2027 Q2", "2026".
// Years, halves, quarters and numbered months are those of the fiscal calendar; months with a name are those of the calendar year.
import { daysInMonth, type IsoDate, isoDate } from '#shared/units/date.ts'
import { type FiscalCalendar, fiscalYearOf, periodByKey } from '#shared/units/period.ts'
import { monthOfName } from './months.ts'
import type { RawCell } from './types.ts'

export interface PeriodSpan {
  startsOn: IsoDate
  endsOn: IsoDate
}

/**
 * The key of a period as a text names it, before a calendar gives it days: 'FY2027', 'FY2027-H1', 'FY2027-Q1', 'FY2027-M03' (third
 * month of the fiscal year), '2027-03' (March 2027); without a year 'H1', 'Q1', 'M03' and '--03' (March).
 */
export type PeriodKey = string

const yearPart = String.raw`(?:fy|ej|ejercicio|año|ano|year)?\s*'?(\d{4}|\d{2})`
const letters = `(q|t|h|s|quarter|trimestre|trim|half|semestre|semester|m|mes|month|p|period|periodo)`
const yearFirst = new RegExp(String.raw`^${yearPart}[\s\-_/.]*${letters}\.?\s*(\d{1,2})$`, 'i')
const letterFirst = new RegExp(String.raw`^${letters}\.?\s*(\d{1,2})[\s\-_/.,']*(?:de\s+|del\s+)?${yearPart}$`, 'i')
const numberFirst = new RegExp(
  String.raw`^([1-4])(?:st|nd|rd|th|er|º|°|ro|do|to)?[\s.]*${letters}[\s\-_/.,']*(?:de\s+|del\s+)?(?:${yearPart})?$`,
  'i'
)
const withoutYear = new RegExp(String.raw`^${letters}\.?\s*(\d{1,2})$`, 'i')
const yearAlone = /^(?:fy|ej|ejercicio|año|ano|year)?\s*'?(\d{4})$/i
const shortFiscalYear = /^fy\s*'?(\d{2})$/i
const yearAndMonth = /^(\d{4})[-/.](\d{1,2})$/
const monthAndYear = /^(\d{1,2})[-/.](\d{4})$/
const nameAndYear = /^(\p{L}{3,12})\.?[\s\-_/.,']*(?:del?\s+)?(\d{4}|\d{2})$/u
const yearAndName = /^(\d{4})[\s\-_/.]*(\p{L}{3,12})\.?$/u
const nameAlone = /^\p{L}{3,12}\.?$/u
const firstOfMonth = /^(\d{4})-(\d{2})-01(?:T00:00:00)?$/

const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text))
const twoDigits = (n: number): string => String(n).padStart(2, '0')

/** 'Q3' of a letter and a number; undefined when there is no such part of a year. */
function partOf(letter: string, number: number): string | undefined {
  const first = letter.toLowerCase()
  if (/^(q|t|quarter|trim)/.test(first)) return number >= 1 && number <= 4 ? `Q${number}` : undefined
  if (/^(h|s|half)/.test(first)) return number >= 1 && number <= 2 ? `H${number}` : undefined
  return number >= 1 && number <= 12 ? `M${twoDigits(number)}` : undefined
}

const inYear = (year: number, part: string | undefined): PeriodKey | undefined =>
  part === undefined || year < 1990 || year > 2100 ? undefined : `FY${year}-${part}`
const calendarMonth = (year: number, month: number | undefined): PeriodKey | undefined =>
  month === undefined || month < 1 || month > 12 || year < 1990 || year > 2100
    ? undefined
    : `${year}-${twoDigits(month)}`

/**
 * Reads the name of a period.
 *
 * @param cell a text, a year as a number, or the first day of a month (how a workbook keeps "ene-26")
 * @returns its key
 * @missing undefined for anything else, also for a day within a month
 * @example readPeriodName('1T26') // 'FY2026-Q1'
 */
export function readPeriodName(cell: RawCell): PeriodKey | undefined {
  if (typeof cell === 'number') return Number.isInteger(cell) && cell >= 1990 && cell <= 2100 ? `FY${cell}` : undefined
  if (typeof cell !== 'string' || cell.length > 40) return undefined
  const text = cell.replace(/[\s·]+/g, ' ').trim()
  if (text === '') return undefined
  if (/^--(0[1-9]|1[0-2])$/.test(text)) return text
  const day = firstOfMonth.exec(text)
  if (day !== null) return calendarMonth(Number(day[1]), Number(day[2]))
  const year = yearAlone.exec(text) ?? shortFiscalYear.exec(text)
  if (year !== null) {
    const number = fullYear(year[1] ?? '')
    return number >= 1990 && number <= 2100 ? `FY${number}` : undefined
  }
  const byYear = yearFirst.exec(text)
  if (byYear !== null) return inYear(fullYear(byYear[1] ?? ''), partOf(byYear[2] ?? '', Number(byYear[3])))
  const byLetter = letterFirst.exec(text)
  if (byLetter !== null) return inYear(fullYear(byLetter[3] ?? ''), partOf(byLetter[1] ?? '', Number(byLetter[2])))
  const byNumber = numberFirst.exec(text)
  if (byNumber !== null) {
    const part = partOf(byNumber[2] ?? '', Number(byNumber[1]))
    return byNumber[3] === undefined ? part : inYear(fullYear(byNumber[3]), part)
  }
  const yearless = withoutYear.exec(text)
  if (yearless !== null) return partOf(yearless[1] ?? '', Number(yearless[2]))
  const numbers = yearAndMonth.exec(text)
  if (numbers !== null) return calendarMonth(Number(numbers[1]), Number(numbers[2]))
  const turned = monthAndYear.exec(text)
  if (turned !== null) return calendarMonth(Number(turned[2]), Number(turned[1]))
  const named = nameAndYear.exec(text)
  if (named !== null) return calendarMonth(fullYear(named[2] ?? ''), monthOfName(named[1] ?? ''))
  const named2 = yearAndName.exec(text)
  if (named2 !== null) return calendarMonth(Number(named2[1]), monthOfName(named2[2] ?? ''))
  const month = nameAlone.test(text) ? monthOfName(text) : undefined
  return month === undefined ? undefined : `--${twoDigits(month)}`
}

const besidePeriods =
  /\b(?:quotas?|cuotas?|targets?|objetivos?|metas?|goals?|budget|presupuesto|plan|importe|amount|total)\b|[([{][^)\]}]*[)\]}]/giu

/**
 * Reads the header of a column that stands for a period: "Ene", "2027-01", "Cuota Q1 2027 (€)".
 *
 * @param header as the file has it
 * @returns the period's key
 * @missing undefined for a header that names no period
 * @example readPeriodHeader('Cuota T1') // 'Q1'
 */
export const readPeriodHeader = (header: string): PeriodKey | undefined =>
  readPeriodName(header) ?? readPeriodName(header.replace(besidePeriods, ' ')) ?? readJoinedHeader(header)

/** A header of two rows: a period, or a period within another, and nothing else but words that stand beside periods. */
function readJoinedHeader(header: string): PeriodKey | undefined {
  const parts = header.split(' · ').map((part) => part.replace(besidePeriods, ' ').trim())
  const named = parts.filter((part) => part !== '')
  if (parts.length < 2 || named.length === 0 || named.length > 2) return undefined
  const [outer, inner] = named.map(readPeriodName)
  if (named.length === 1) return outer
  if (outer === undefined || inner === undefined) return undefined
  return within(outer, inner)
}

/** A period that stands below another: the year comes from where it is said. Undefined where the two don't go together. */
function within(outer: PeriodKey, inner: PeriodKey): PeriodKey | undefined {
  const month = Number(/^(?:--|\d{4}-)(\d{2})$/.exec(inner)?.[1])
  const quarter = Number(/Q(\d)$/.exec(outer)?.[1])
  if (month > 0 && quarter > 0) {
    const year = /^FY(\d{4})-/.exec(outer)?.[1]
    if (hasYear(inner) || year === undefined) return inner
    // In a year that begins in another month the quarter named here may lie in the year before.
    return Math.ceil(month / 3) === quarter ? calendarMonth(Number(year), month) : undefined
  }
  const year = /^FY(\d{4})$/.exec(outer)?.[1]
  if (year === undefined) return hasYear(inner) && !hasYear(outer) ? inner : undefined
  if (month > 0) return hasYear(inner) ? inner : calendarMonth(Number(year), month)
  return hasYear(inner) ? inner : `FY${year}-${inner}`
}

/** Whether the key of a period says its year. @example hasYear('Q1') // false */
export const hasYear = (key: PeriodKey): boolean => /^(FY)?\d{4}/.test(key)

/**
 * Gives a period's key its days.
 *
 * @param key as `readPeriodName` gives it
 * @param calendar the fiscal calendar
 * @param fiscalYear the year of a key without one
 * @returns first and last day; a named month is a whole calendar month
 * @missing undefined for a key without a year where none is given, and for a year outside 2 to 9998
 * @example spanOfPeriod('FY2027-Q2', { startMonth: 1, pattern: 'months', weekStart: 1 }) // { startsOn: '2027-04-01', endsOn: '2027-06-30' }
 */
export function spanOfPeriod(
  key: PeriodKey,
  calendar: FiscalCalendar,
  fiscalYear?: number | undefined
): PeriodSpan | undefined {
  if (key.startsWith('FY')) return spanOf(periodByKey(key, calendar))
  const month = /^(\d{4})-(\d{2})$/.exec(key)
  if (month !== null) return spanOfMonth(Number(month[1]), Number(month[2]))
  if (fiscalYear === undefined) return undefined
  if (!key.startsWith('--')) return spanOf(periodByKey(`FY${fiscalYear}-${key}`, calendar))
  // The month of that name which belongs to the fiscal year by the middle of it.
  const number = Number(key.slice(2))
  const years = [fiscalYear - 1, fiscalYear, fiscalYear + 1]
  const year = years.find((each) => fiscalYearOf(isoDate(each, number, 15), calendar) === fiscalYear)
  return year === undefined ? undefined : spanOfMonth(year, number)
}

const spanOf = (period: PeriodSpan | undefined): PeriodSpan | undefined =>
  period === undefined ? undefined : { startsOn: period.startsOn, endsOn: period.endsOn }

const spanOfMonth = (year: number, month: number): PeriodSpan => ({
  startsOn: isoDate(year, month, 1),
  endsOn: isoDate(year, month, daysInMonth(year, month))
})

/**
 * Reads the name of a period into its days.
 *
 * @param cell as `readPeriodName` takes it
 * @param calendar the fiscal calendar
 * @param fiscalYear the year of a name without one ("Q1", "enero")
 * @returns first and last day, both included
 * @missing undefined where the cell names no period, or no year and none is given
 * @example periodOfText('enero 2026', { startMonth: 1, pattern: 'months', weekStart: 1 }) // { startsOn: '2026-01-01', endsOn: '2026-01-31' }
 */
export function periodOfText(
  cell: RawCell,
  calendar: FiscalCalendar,
  fiscalYear?: number | undefined
): PeriodSpan | undefined {
  const key = readPeriodName(cell)
  return key === undefined ? undefined : spanOfPeriod(key, calendar, fiscalYear)
}
