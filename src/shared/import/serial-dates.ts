// Dates of a workbook: which number formats show a date, and the ISO text of the number behind it.

/** How a number is shown: not as a date, as a day (perhaps with a time), as a time of day, or as hours that go on beyond 24. */
export type DateShape = 'none' | 'date' | 'time' | 'elapsed'

const builtInDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])
const builtInTimes = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 47])

const secondsPerDay = 86_400
/** 31 December 9999, the last day of a spreadsheet, as Excel counts. */
const lastSerial = 2_958_465
const days1904 = 1462
/** 1899-12-30 in days before 1970: serials count from there once the day that never was (29 February 1900) has passed. */
const epochDays = 25_569

/**
 * Tells whether a number format shows dates.
 *
 * Only the part for positive numbers counts, without texts in quotes, escaped signs, colours and locales. A format with places
 * for digits shows a number, whatever letters stand beside them ("0 days").
 *
 * @param id number of the format; those below 164 mean the same in every workbook
 * @param code the format as the workbook writes it; null where only the number is known
 * @source ECMA-376 part 1, 18.8.30 (numFmt: built-in formats)
 * @example dateShapeOf(164, 'dd/mm/yyyy') // 'date'
 */
export function dateShapeOf(id: number, code: string | null): DateShape {
  if (code === null)
    return id === 46 ? 'elapsed' : builtInTimes.has(id) ? 'time' : builtInDates.has(id) ? 'date' : 'none'
  if (/^(general|standard)$/i.test(code.trim())) return 'none'
  const plain = code
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .split(';')[0]
    ?.toLowerCase()
  if (plain === undefined) return 'none'
  const isElapsed = /\[(h+|m+|s+)\]/.test(plain)
  const shown = plain.replace(/\[[^\]]*\]/g, '').replace(/s\.0+/g, 's')
  if (/[0#?]/.test(shown)) return 'none'
  if (isElapsed) return 'elapsed'
  const words = shown.replace(/am\/pm|a\/p/g, 'h').replace(/general/g, '')
  if (/[yd]|m{3}|g{1,3}e|(^|[^a-z])e+([^a-z]|$)/.test(words)) return 'date'
  if (/[hs]/.test(words)) return 'time'
  return /m/.test(words) ? 'date' : 'none'
}

/**
 * Gives the ISO text of a date or time of a workbook.
 *
 * A whole number is a day; a part of a day adds the time, to the second. A number below one is a time alone. Excel counts
 * 29 February 1900, which never was, as day 60: days before it are one more than the formula says.
 *
 * @param serial days since the start of the workbook's calendar
 * @param shape what the cell's format shows
 * @param uses1904 the workbook counts from 1 January 1904, as Excel for Mac did
 * @returns YYYY-MM-DD, YYYY-MM-DDTHH:MM:SS or HH:MM:SS; null where the number is outside of the calendar
 * @missing day 60 of the calendar of 1900 is no day: null
 * @source ECMA-376 part 1, 18.17.4 (dates and times)
 * @example serialToIso(43_831.75, 'date', false) // '2020-01-01T18:00:00'
 */
export function serialToIso(serial: number, shape: DateShape, uses1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0) return null
  const seconds = Math.round(serial * secondsPerDay)
  if (shape === 'elapsed') return clock(seconds)
  let day = Math.floor(seconds / secondsPerDay)
  const rest = seconds - day * secondsPerDay
  if (day === 0 && (shape === 'time' || (rest > 0 && !uses1904))) return clock(seconds)
  if (uses1904) day += days1904
  if (day > lastSerial || day === 0 || (day === 60 && !uses1904)) return null
  const sinceEpoch = day - epochDays + (day < 60 && !uses1904 ? 1 : 0)
  const date = isoDay(sinceEpoch)
  return rest === 0 ? date : `${date}T${clock(rest)}`
}

/** The ISO text of a date that stands in the cell as text: without zeros for the time, without zone and parts of seconds. */
export function tidyIso(text: string): string {
  const found = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?Z?)?$/.exec(text.trim())
  if (found === null) return text.trim()
  const time = found[2] === undefined ? '00:00:00' : found[2].length === 5 ? `${found[2]}:00` : found[2]
  return time === '00:00:00' ? (found[1] as string) : `${found[1]}T${time}`
}

const two = (part: number): string => (part < 10 ? `0${part}` : String(part))
const clock = (seconds: number): string =>
  `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`

const known = new Map<number, string>()

function isoDay(sinceEpoch: number): string {
  let text = known.get(sinceEpoch)
  if (text === undefined) {
    text = new Date(sinceEpoch * 86_400_000).toISOString().slice(0, 10)
    if (known.size < 50_000) known.set(sinceEpoch, text)
  }
  return text
}
