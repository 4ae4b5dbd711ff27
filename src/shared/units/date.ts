// Calendar days as ISO text ("2027-03-31"), without time, zone or the Date object. Text order is date order.

declare const isoDateBrand: unique symbol

/** A day that exists, written YYYY-MM-DD. Compare two with `<` and `>`. */
export type IsoDate = string & { readonly [isoDateBrand]: true }

const isoShape = /^(\d{4})-(\d{2})-(\d{2})$/

/**
 * Tells whether a year has a 29 February (Gregorian rules).
 *
 * @param year calendar year
 * @returns true for a leap year
 * @example isLeapYear(2024) // true
 */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/**
 * Gives the number of days in a month.
 *
 * @param year calendar year
 * @param month 1 to 12
 * @returns 28 to 31
 * @example daysInMonth(2024, 2) // 29
 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/**
 * Reads a day written as YYYY-MM-DD. Other ways of writing a day are the import's concern.
 *
 * @param text anything a person or a file may hold
 * @returns the day
 * @missing undefined when the text has another shape or the day doesn't exist (2027-02-29)
 * @example parseIsoDate('2028-02-29') // '2028-02-29'
 */
export function parseIsoDate(text: string): IsoDate | undefined {
  const parts = isoShape.exec(text)
  if (!parts) return undefined
  const year = Number(parts[1])
  const month = Number(parts[2])
  const day = Number(parts[3])
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  return text as IsoDate
}

/**
 * Makes a day from its parts.
 *
 * @param year 1 to 9999
 * @param month 1 to 12
 * @param day 1 to 31
 * @returns the day as ISO text
 * @errors RangeError when there is no such day
 * @example isoDate(2027, 3, 5) // '2027-03-05'
 */
export function isoDate(year: number, month: number, day: number): IsoDate {
  const made = parseIsoDate(`${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`)
  if (made === undefined) throw new RangeError(`There is no day ${year}-${month}-${day}`)
  return made
}

function twoDigits(n: number): string {
  return n < 10 ? `0${n}` : String(n)
}

/** The calendar year of a day. @example yearOf(isoDate(2027, 3, 5)) // 2027 */
export function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4))
}

/** The month of a day, 1 to 12. @example monthOf(isoDate(2027, 3, 5)) // 3 */
export function monthOf(date: IsoDate): number {
  return Number(date.slice(5, 7))
}

/** The day of the month, 1 to 31. @example dayOf(isoDate(2027, 3, 5)) // 5 */
export function dayOf(date: IsoDate): number {
  return Number(date.slice(8, 10))
}

/**
 * Numbers the days one after another: 1970-01-01 is 0, the day before it is -1.
 *
 * @param date a day
 * @returns whole days since 1970-01-01
 * @source Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil)
 * @example dayNumber(isoDate(2000, 3, 1)) // 11017
 */
export function dayNumber(date: IsoDate): number {
  const month = monthOf(date)
  // Years run from March, so that the leap day is the last day of its year.
  const year = yearOf(date) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOf(date) - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/**
 * Gives the day of a number made by `dayNumber`.
 *
 * @param n whole days since 1970-01-01
 * @returns the day
 * @errors RangeError outside the years 1 to 9999
 * @source Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (civil_from_days)
 * @example fromDayNumber(11017) // '2000-03-01'
 */
export function fromDayNumber(n: number): IsoDate {
  const shifted = n + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return isoDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

/**
 * Moves a day by a number of days.
 *
 * @param date a day
 * @param days whole days, may be negative
 * @returns the day that many days later
 * @example addDays(isoDate(2024, 2, 28), 1) // '2024-02-29'
 */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromDayNumber(dayNumber(date) + days)
}

/**
 * Counts the days from one day to another.
 *
 * @param from a day
 * @param to a day
 * @returns whole days; negative when `to` is earlier, 0 for the same day
 * @example daysBetween(isoDate(2024, 2, 28), isoDate(2024, 3, 1)) // 2
 */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from)
}

/**
 * Moves a day by a number of months. A day that the new month doesn't have becomes that month's last day.
 *
 * @param date a day
 * @param months whole months, may be negative
 * @returns the same day of the month that many months later, or the last day of it
 * @example addMonths(isoDate(2027, 1, 31), 1) // '2027-02-28'
 */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const count = yearOf(date) * 12 + monthOf(date) - 1 + months
  const year = Math.floor(count / 12)
  const month = count - year * 12 + 1
  return isoDate(year, month, Math.min(dayOf(date), daysInMonth(year, month)))
}

/**
 * Gives the day of the week.
 *
 * @param date a day
 * @returns 1 for Monday to 7 for Sunday (ISO 8601)
 * @example weekdayOf(isoDate(2026, 11, 12)) // 4, a Thursday
 */
export function weekdayOf(date: IsoDate): number {
  return weekdayOfNumber(dayNumber(date))
}

/**
 * Gives the day of the week of a day number.
 *
 * @param n whole days since 1970-01-01, which was a Thursday
 * @returns 1 for Monday to 7 for Sunday
 * @example weekdayOfNumber(0) // 4
 */
export function weekdayOfNumber(n: number): number {
  return ((((n + 3) % 7) + 7) % 7) + 1
}

/** Tells whether one day comes before another. @example isBefore(isoDate(2026, 1, 1), isoDate(2026, 1, 2)) // true */
export function isBefore(date: IsoDate, other: IsoDate): boolean {
  return date < other
}

/** Tells whether one day comes after another. @example isAfter(isoDate(2026, 1, 1), isoDate(2026, 1, 2)) // false */
export function isAfter(date: IsoDate, other: IsoDate): boolean {
  return date > other
}

/**
 * Tells whether a day lies in a span of days, both ends included.
 *
 * @param date a day
 * @param from first day of the span
 * @param to last day of the span
 * @returns true when it lies within
 * @missing an end that is undefined or null is open: the span has no such end
 * @example isWithin(isoDate(2026, 5, 1), isoDate(2026, 5, 1), null) // true
 */
export function isWithin(date: IsoDate, from: IsoDate | null | undefined, to: IsoDate | null | undefined): boolean {
  return (from == null || date >= from) && (to == null || date <= to)
}
