// Turns days into the periods of a fiscal calendar (year, half, quarter, month, week) and names each by a key.
import { addMonths, dayNumber, fromDayNumber, type IsoDate, isoDate, monthOf, weekdayOfNumber, yearOf } from './date.ts'

export type StartMonth = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12

/**
 * How a company counts its year. `months`: calendar months from `startMonth` on. `445`: quarters of 4, 4 and 5 weeks,
 * the year starting on the `weekStart` nearest to the 1st of `startMonth`. `weekStart`: 1 Monday to 7 Sunday.
 */
export interface FiscalCalendar {
  readonly startMonth: StartMonth
  readonly pattern: 'months' | '445'
  readonly weekStart: 1 | 2 | 3 | 4 | 5 | 6 | 7
}

export type Grain = 'year' | 'half' | 'quarter' | 'month' | 'week'

/** The grains from coarse to fine. */
export const grains: readonly Grain[] = ['year', 'half', 'quarter', 'month', 'week']

/** A span of days of a fiscal year; both ends are included. `index` counts from 1 within its fiscal year. */
export interface Period {
  readonly grain: Grain
  readonly fiscalYear: number
  readonly index: number
  /** 'FY2027', 'FY2027-H1', 'FY2027-Q2', 'FY2027-M03', 'FY2027-W14' */
  readonly key: string
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
}

const monthsIn = { year: 12, half: 6, quarter: 3, month: 1 } as const
const weeksOfMonth = [4, 4, 5] as const
const letters = { half: 'H', quarter: 'Q', month: 'M', week: 'W' } as const
const keyShape = /^FY(\d{4})(?:-(?:(H)([12])|(Q)([1-4])|(M)(\d{2})|(W)(\d{2})))?$/

/** The first day, as a day number, of a fiscal year. Its name is the calendar year in which it (nominally) ends. */
function yearStart(fiscalYear: number, cal: FiscalCalendar): number {
  const nominal = dayNumber(isoDate(cal.startMonth === 1 ? fiscalYear : fiscalYear - 1, cal.startMonth, 1))
  if (cal.pattern === 'months') return nominal
  const back = (weekdayOfNumber(nominal) - cal.weekStart + 7) % 7
  return back <= 3 ? nominal - back : nominal - back + 7
}

/** Weeks of a 4-4-5 year before its month `index` (1 to 13); the 53rd week belongs to the last month. */
function weeksBeforeMonth(index: number, weeksOfYear: number): number {
  if (index > 12) return weeksOfYear
  const quarters = Math.floor((index - 1) / 3)
  const inQuarter = weeksOfMonth.slice(0, (index - 1) % 3)
  return quarters * 13 + inQuarter.reduce<number>((a, b) => a + b, 0)
}

/**
 * Tells to which fiscal year a day belongs.
 *
 * @param date a day
 * @param cal the fiscal calendar
 * @returns the fiscal year, named after the calendar year in which it ends
 * @example fiscalYearOf(isoDate(2026, 4, 1), { startMonth: 4, pattern: 'months', weekStart: 1 }) // 2027
 */
export function fiscalYearOf(date: IsoDate, cal: FiscalCalendar): number {
  const nominal = yearOf(date) + (cal.startMonth > 1 && monthOf(date) >= cal.startMonth ? 1 : 0)
  if (cal.pattern === 'months') return nominal
  const day = dayNumber(date)
  if (day < yearStart(nominal, cal)) return nominal - 1
  return day >= yearStart(nominal + 1, cal) ? nominal + 1 : nominal
}

/** The first day numbers of all periods of a grain in a year, with the first day of the next year at the end. */
function bounds(fiscalYear: number, grain: Grain, cal: FiscalCalendar): number[] {
  const start = yearStart(fiscalYear, cal)
  const end = yearStart(fiscalYear + 1, cal)
  if (grain === 'week') {
    const days = [start]
    // In a calendar-months year the first and last week are cut at the year's ends, so that weeks fill the year.
    let next = start + 7 - ((weekdayOfNumber(start) - cal.weekStart + 7) % 7)
    for (; next < end; next += 7) days.push(next)
    return [...days, end]
  }
  const months = monthsIn[grain]
  const first = fromDayNumber(start)
  const weeks = (end - start) / 7
  const days: number[] = []
  for (let month = 1; month <= 12; month += months) {
    days.push(
      cal.pattern === 'months' ? dayNumber(addMonths(first, month - 1)) : start + 7 * weeksBeforeMonth(month, weeks)
    )
  }
  return [...days, end]
}

function keyOf(fiscalYear: number, grain: Grain, index: number): string {
  const year = `FY${String(fiscalYear).padStart(4, '0')}`
  if (grain === 'year') return year
  const digits = grain === 'month' || grain === 'week' ? String(index).padStart(2, '0') : String(index)
  return `${year}-${letters[grain]}${digits}`
}

// Days are turned into periods row by row over 100,000 rows, but fall into few years: each year is worked out once.
const yearsWorkedOut = new Map<string, readonly Period[]>()
const yearsKept = 500

/**
 * Lists the periods of one grain in a fiscal year, in order and without gaps.
 *
 * In a calendar of months a year has 53 or 54 weeks, the first and the last cut at the ends of the year; in a 4-4-5
 * calendar it has 52 or 53 whole weeks, and the 53rd lies in the last month.
 *
 * @param fiscalYear a fiscal year, 2 to 9998
 * @param grain the grain wanted
 * @param cal the fiscal calendar
 * @returns the periods; together they are the year
 * @example periodsOfYear(2027, 'quarter', cal).map((p) => p.key) // ['FY2027-Q1', 'FY2027-Q2', 'FY2027-Q3', 'FY2027-Q4']
 */
export function periodsOfYear(fiscalYear: number, grain: Grain, cal: FiscalCalendar): readonly Period[] {
  const name = `${fiscalYear} ${grain} ${cal.startMonth} ${cal.pattern} ${cal.weekStart}`
  const worked = yearsWorkedOut.get(name)
  if (worked) return worked
  const days = bounds(fiscalYear, grain, cal)
  const periods: Period[] = []
  for (let at = 0; at + 1 < days.length; at += 1) {
    periods.push({
      grain,
      fiscalYear,
      index: at + 1,
      key: keyOf(fiscalYear, grain, at + 1),
      startsOn: fromDayNumber(days[at] ?? 0),
      endsOn: fromDayNumber((days[at + 1] ?? 0) - 1)
    })
  }
  if (yearsWorkedOut.size >= yearsKept) yearsWorkedOut.clear()
  yearsWorkedOut.set(name, periods)
  return periods
}

/**
 * Finds the period in which a day lies.
 *
 * @param date a day
 * @param grain the grain wanted
 * @param cal the fiscal calendar
 * @returns the one period of that grain that holds the day
 * @example periodOf(isoDate(2026, 11, 12), 'quarter', { startMonth: 1, pattern: 'months', weekStart: 1 }).key // 'FY2026-Q4'
 */
export function periodOf(date: IsoDate, grain: Grain, cal: FiscalCalendar): Period {
  const found = periodsOfYear(fiscalYearOf(date, cal), grain, cal).findLast((period) => period.startsOn <= date)
  if (found === undefined) throw new Error(`No ${grain} holds ${date}`)
  return found
}

/**
 * Finds a period by its key.
 *
 * @param key 'FY2027', 'FY2027-H1', 'FY2027-Q2', 'FY2027-M03' or 'FY2027-W14'
 * @param cal the fiscal calendar
 * @returns the period
 * @missing undefined when the key has another shape or the year has no such period (week 53 of a year of 52)
 * @example periodByKey('FY2027-Q2', cal)?.startsOn // '2027-04-01'
 */
export function periodByKey(key: string, cal: FiscalCalendar): Period | undefined {
  const parts = keyShape.exec(key)
  if (!parts) return undefined
  const fiscalYear = Number(parts[1])
  if (fiscalYear < 2 || fiscalYear > 9998) return undefined
  const letter = parts[2] ?? parts[4] ?? parts[6] ?? parts[8]
  const index = Number(parts[3] ?? parts[5] ?? parts[7] ?? parts[9] ?? 1)
  const grain = grains.find((each) => (each === 'year' ? letter === undefined : letters[each] === letter)) ?? 'year'
  return periodsOfYear(fiscalYear, grain, cal)[index - 1]
}

/**
 * Gives the period that follows, in the next fiscal year after the last one.
 *
 * @param period a period of this calendar
 * @param cal the fiscal calendar
 * @returns the period of the same grain that starts the day after
 * @example nextPeriod(periodByKey('FY2027-Q4', cal), cal).key // 'FY2028-Q1'
 */
export function nextPeriod(period: Period, cal: FiscalCalendar): Period {
  return periodOf(fromDayNumber(dayNumber(period.endsOn) + 1), period.grain, cal)
}

/**
 * Gives the period before, in the previous fiscal year before the first one.
 *
 * @param period a period of this calendar
 * @param cal the fiscal calendar
 * @returns the period of the same grain that ends the day before
 * @example previousPeriod(periodByKey('FY2027-Q1', cal), cal).key // 'FY2026-Q4'
 */
export function previousPeriod(period: Period, cal: FiscalCalendar): Period {
  return periodOf(fromDayNumber(dayNumber(period.startsOn) - 1), period.grain, cal)
}

/**
 * Lists the periods of a grain that start within a period: the months of a quarter, the weeks of a year.
 *
 * Weeks don't fit into calendar months; a week is listed with the month in which it starts.
 *
 * @param period a period of this calendar
 * @param grain the same grain or a finer one
 * @param cal the fiscal calendar
 * @returns the periods in order; none when the grain is coarser than the period
 * @example periodsWithin(periodByKey('FY2027-Q2', cal), 'month', cal).map((p) => p.key) // ['FY2027-M04', 'FY2027-M05', 'FY2027-M06']
 */
export function periodsWithin(period: Period, grain: Grain, cal: FiscalCalendar): Period[] {
  if (grains.indexOf(grain) < grains.indexOf(period.grain)) return []
  return periodsOfYear(period.fiscalYear, grain, cal).filter(
    (each) => each.startsOn >= period.startsOn && each.startsOn <= period.endsOn
  )
}
