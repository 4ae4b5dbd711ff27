// Reads dates as people write them, with the order of day, month and year decided for a whole column and never for one cell.
// ISO, 1/3/2017, 20-10-16, "20 Oct 2016", "1 de marzo de 2017", "marzo 5, 2026", "Mar-26", times behind them, and Excel's day numbers.
import { addDays, daysInMonth, type IsoDate, isoDate, parseIsoDate } from '#shared/units/date.ts'
import { monthOfName } from './months.ts'
import type { DateOrder, Evidence, RawCell } from './types.ts'

const orders: readonly DateOrder[] = ['ymd', 'dmy', 'mdy']

const clock = String.raw`\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?\s?m\.?)?\s*(?:Z|UTC|GMT|CES?T|[+-]\d{2}:?\d{2})?`
const time = String.raw`(?:[T ,]+(?:(?:at|a las|-)\s+)?${clock}(?:\s*h(?:rs?)?\.?)?)?`
const weekday = String.raw`(?:\p{L}{2,10}\.?,?\s+)?`
const isoPattern = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${time}$`, 'iu')
const partsPattern = new RegExp(String.raw`^${weekday}(\d{1,2})([-/.])(\d{1,2})\2(\d{2}|\d{4})${time}$`, 'iu')
const dayFirstWords = new RegExp(
  String.raw`^${weekday}(\d{1,2})(?:st|nd|rd|th|º|°)?[\s\-/.]+(?:de\s+)?(\p{L}{3,12})\.?[\s\-/.,]+(?:del?\s+)?(\d{2}|\d{4})${time}$`,
  'iu'
)
const monthFirstWords = new RegExp(
  String.raw`^${weekday}(\p{L}{3,12})\.?[\s\-/.]+(\d{1,2})(?:st|nd|rd|th)?,?[\s\-/.]+(?:del?\s+)?(\d{4})${time}$`,
  'iu'
)
const yearFirstWords = new RegExp(String.raw`^(\d{4})[\s\-/.]+(\p{L}{3,12})\.?[\s\-/.]+(\d{1,2})${time}$`, 'iu')
const monthAndYear = /^(\p{L}{3,12})\.?[\s\-/.']+(?:del?\s+)?(\d{2}|\d{4})$/iu

const century = (year: number): number => (year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year)
const twoDigits = (n: number): string => (n < 10 ? `0${n}` : String(n))

const makeDate = (year: number, month: number, day: number): IsoDate | undefined =>
  parseIsoDate(`${String(century(year)).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`)

/** The three numbers of a cell like 20-10-16 whose order only the column can tell. */
export interface DateParts {
  a: number
  b: number
  c: number
  isLongYear: boolean
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** Reads 1/3/2017 or 20-10-16 by its letters alone; undefined for any other cell, also for one with a time. */
function quickParts(cell: string): DateParts | undefined {
  let at = 0
  const numbers = [0, 0, 0]
  let mark = 0
  for (let part = 0; part < 3; part += 1) {
    const from = at
    let value = 0
    while (at < cell.length && at - from < 4 && isDigit(cell.charCodeAt(at))) {
      value = value * 10 + cell.charCodeAt(at) - 48
      at += 1
    }
    const length = at - from
    if (part < 2) {
      if (length < 1 || length > 2) return undefined
      const code = cell.charCodeAt(at)
      if (code !== 47 && code !== 45 && code !== 46) return undefined
      if (part === 1 && code !== mark) return undefined
      mark = code
      at += 1
    } else if ((length !== 2 && length !== 4) || at !== cell.length) return undefined
    numbers[part] = value
    if (part === 2) return { a: numbers[0] ?? 0, b: numbers[1] ?? 0, c: value, isLongYear: length === 4 }
  }
  return undefined
}

function partsOf(cell: string): DateParts | undefined {
  const quick = quickParts(cell)
  if (quick !== undefined || cell.length <= 8) return quick
  const found = partsPattern.exec(cell)
  if (found === null) return undefined
  return { a: Number(found[1]), b: Number(found[3]), c: Number(found[4]), isLongYear: (found[4] ?? '').length === 4 }
}

function inOrder({ a, b, c, isLongYear }: DateParts, order: DateOrder): IsoDate | undefined {
  if (order === 'ymd') return isLongYear ? undefined : makeDate(a, b, c)
  return order === 'dmy' ? makeDate(c, b, a) : makeDate(c, a, b)
}

/** Letters that may follow an ISO day: digits, colon, point, comma, plus, minus, space, T, Z. */
const isOfTime = (code: number): boolean =>
  isDigit(code) || code === 58 || (code >= 43 && code <= 46) || code === 32 || code === 84 || code === 90

const numberAt = (cell: string, from: number, to: number): number => {
  let value = 0
  for (let at = from; at < to; at += 1) {
    const code = cell.charCodeAt(at)
    if (!isDigit(code)) return -1
    value = value * 10 + code - 48
  }
  return value
}

/**
 * Reads a date as machines write it, without pattern work: 2017-03-01, 2017-03-01T12:00:00Z.
 *
 * @param cell a text
 * @returns the day; a time behind it is dropped
 * @missing undefined for any other text, which `parseDate` may still read
 * @example readPlainDate('2017-03-01 12:00') // '2017-03-01'
 */
export function readPlainDate(cell: string): IsoDate | undefined {
  const { length } = cell
  if (length < 10 || length > 35 || cell.charCodeAt(4) !== 45 || cell.charCodeAt(7) !== 45) return undefined
  const year = numberAt(cell, 0, 4)
  const month = numberAt(cell, 5, 7)
  const day = numberAt(cell, 8, 10)
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  if (length === 10) return cell as IsoDate
  const next = cell.charCodeAt(10)
  if ((next !== 84 && next !== 32) || length < 13) return undefined
  for (let at = 11; at < length; at += 1) if (!isOfTime(cell.charCodeAt(at))) return undefined
  return cell.slice(0, 10) as IsoDate
}

/** Dates that carry their own order: ISO and month names. */
function selfEvident(cell: string): { date: IsoDate | undefined; isMonth: boolean } | undefined {
  if (cell.length < 6 || cell.length > 50) return undefined
  const day = (year: string | undefined, month: number | undefined, on: string | undefined) =>
    month === undefined ? undefined : { date: makeDate(Number(year), month, Number(on)), isMonth: false }
  const iso = isoPattern.exec(cell)
  if (iso !== null) return day(iso[1], Number(iso[2]), iso[3])
  const dayFirst = dayFirstWords.exec(cell)
  if (dayFirst !== null) return day(dayFirst[3], monthOfName(dayFirst[2] ?? ''), dayFirst[1])
  const monthFirst = monthFirstWords.exec(cell)
  if (monthFirst !== null) return day(monthFirst[3], monthOfName(monthFirst[1] ?? ''), monthFirst[2])
  const yearFirst = yearFirstWords.exec(cell)
  if (yearFirst !== null) return day(yearFirst[1], monthOfName(yearFirst[2] ?? ''), yearFirst[3])
  const month = monthAndYear.exec(cell)
  const named = month === null ? undefined : monthOfName(month[1] ?? '')
  if (month === null || named === undefined) return undefined
  return { date: makeDate(Number(month[2]), named, 1), isMonth: true }
}

export interface DateDecision {
  /** Undefined: no cell needs one, or it can't be told. */
  dateOrder: DateOrder | undefined
  isAmbiguous: boolean
  /** Orders under which every such cell is a date. */
  possible: DateOrder[]
  evidence: Evidence | null
  filled: number
  dates: number
  /** The first and last day of the cells that carry their own order; null where there is none. */
  earliest: IsoDate | null
  latest: IsoDate | null
}

interface OrderVotes {
  fits: number
  /** Cells that no other order can read. */
  speaking: number
  example: string
}

/** Collects what the cells of a column say about the order of its dates, cell by cell. */
export class DateTally {
  private filled = 0
  private clear = 0
  private parted = 0
  private months = 0
  private monthExample = ''
  private firstParted = ''
  private dotted = 0
  private earliest: IsoDate | null = null
  private latest: IsoDate | null = null
  private readonly votes = new Map<DateOrder, OrderVotes>(
    orders.map((order) => [order, { fits: 0, speaking: 0, example: '' }])
  )
  private readonly distinct = [new Set<number>(), new Set<number>(), new Set<number>()]
  /** A day is written over and over: what a text says is worked out once. */
  private readonly seen = new Map<string, ((this: void) => void) | null>()

  add(cell: RawCell): void {
    if (cell === null) return
    this.filled += 1
    if (typeof cell !== 'string') return
    const plain = readPlainDate(cell)
    if (plain !== undefined) {
      this.clear += 1
      this.span(plain)
      return
    }
    const known = this.seen.get(cell)
    if (known !== undefined) {
      known?.()
      return
    }
    const count = this.counter(cell.trim())
    if (this.seen.size < mostSeen) this.seen.set(cell, count)
    count?.()
  }

  /** What a cell adds each time it occurs; null for a cell that is no date. */
  private counter(text: string): (() => void) | null {
    const parts = partsOf(text)
    if (parts === undefined) {
      const found = selfEvident(text)
      if (found?.date === undefined) return null
      this.span(found.date)
      if (found.isMonth && this.monthExample === '') this.monthExample = text
      return () => {
        this.clear += 1
        if (found.isMonth) this.months += 1
      }
    }
    for (const [place, value] of [parts.a, parts.b, parts.c].entries()) this.distinct[place]?.add(value)
    if (this.firstParted === '') this.firstParted = text
    const fitting = orders.filter((order) => inOrder(parts, order) !== undefined).map((order) => this.votesOf(order))
    const only = fitting.length === 1 ? fitting[0] : undefined
    if (only?.example === '') only.example = text
    const isDotted = text.includes('.') && !/[/-]/.test(text)
    return () => {
      this.parted += 1
      if (isDotted) this.dotted += 1
      for (const votes of fitting) votes.fits += 1
      if (only !== undefined) only.speaking += 1
    }
  }

  private span(date: IsoDate): void {
    if (this.earliest === null || date < this.earliest) this.earliest = date
    if (this.latest === null || date > this.latest) this.latest = date
  }

  private votesOf(order: DateOrder): OrderVotes {
    const votes = this.votes.get(order)
    if (votes === undefined) throw new RangeError(`no order ${order}`)
    return votes
  }

  decision(): DateDecision {
    const { filled, earliest, latest } = this
    const base = { filled, dates: this.clear + this.parted, earliest, latest }
    if (this.parted === 0) {
      const evidence = this.months > 0 ? { reason: 'monthsOnly', example: this.monthExample, cells: this.months } : null
      return { ...base, dateOrder: undefined, isAmbiguous: false, possible: [], evidence }
    }
    const most = Math.max(...orders.map((order) => this.votesOf(order).fits))
    let possible = orders.filter((order) => most > 0 && this.votesOf(order).fits === most)
    let reason = 'onlyOrder'
    if (possible.length > 1) {
      const lively = possible.filter((order) => !this.daysStandStill(order))
      if (lively.length > 0 && lively.length < possible.length) {
        possible = lively
        reason = 'daysVary'
      }
    }
    // Points stand between day, month and year where the day comes first; the month comes first between slashes alone.
    if (possible.length > 1 && this.dotted === this.parted && possible.includes('dmy')) {
      possible = possible.filter((order) => order !== 'mdy')
      reason = 'dots'
    }
    const [order] = possible
    if (possible.length !== 1 || order === undefined)
      return { ...base, dateOrder: undefined, isAmbiguous: most > 0, possible: [...possible], evidence: null }
    const { speaking, example } = this.votesOf(order)
    const evidence = { reason, example: example === '' ? this.firstParted : example, cells: speaking || this.parted }
    return { ...base, dateOrder: order, isAmbiguous: false, possible: [order], evidence }
  }

  /** Under this order the day would hardly ever change while the year roams: not how dates behave. Needs 30 cells to tell. */
  private daysStandStill(order: DateOrder): boolean {
    if (this.parted < 30) return false
    const places = order === 'ymd' ? { year: 0, day: 2 } : order === 'dmy' ? { year: 2, day: 0 } : { year: 2, day: 1 }
    return (this.distinct[places.day]?.size ?? 0) <= 4 && (this.distinct[places.year]?.size ?? 0) >= 12
  }
}

const mostSeen = 20_000

/**
 * Decides in which order a column writes its dates.
 *
 * All cells of the form 1/3/2017 or 20-10-16 are read under each order; an order under which most aren't dates is out.
 * With two-digit years a further look is needed, since 20-10-16 is a date day first and year first: over many rows the
 * days of a month vary widely and the years hardly, so an order that has it the other way round is out. What then
 * remains undecided is ambiguous and has to be asked.
 *
 * @param cells the column's cells, in any order
 * @returns the order with the evidence, and how many filled cells can be dates
 * @missing empty cells don't vote
 * @example decideDates(['10/20/2016', '3/1/2017']).dateOrder // 'mdy'
 */
export function decideDates(cells: Iterable<RawCell>): DateDecision {
  const tally = new DateTally()
  for (const cell of cells) tally.add(cell)
  return tally.decision()
}

/**
 * Reads one date of a column whose order is decided.
 *
 * A time behind the day is dropped and no zone is applied: the day is the one that stands in the file. A month without
 * a day ("Mar-26") is its first day.
 *
 * @param cell the cell; a number is Excel's count of days since 1899-12-30
 * @param dateOrder of the column; undefined where no cell needs one
 * @returns the day
 * @missing null for an empty cell, undefined for one that is no date under this order
 * @source Excel's 1900 date system, whose day 60 (29 February 1900) never was
 * @example parseDate('20-10-16', 'dmy') // '2016-10-20'
 */
export function parseDate(cell: RawCell, dateOrder: DateOrder | undefined): IsoDate | null | undefined {
  if (cell === null) return null
  if (typeof cell === 'boolean') return undefined
  if (typeof cell === 'number') {
    if (!(cell >= 61 && cell < 2_958_466)) return undefined
    return addDays(isoDate(1899, 12, 30), Math.floor(cell))
  }
  const plain = readPlainDate(cell)
  if (plain !== undefined) return plain
  const text = cell.trim()
  if (text === '') return null
  const parts = partsOf(text)
  if (parts !== undefined) return dateOrder === undefined ? undefined : inOrder(parts, dateOrder)
  return selfEvident(text)?.date
}
