// Reads dates as people write them, with the order of day, month and year decided for a whole column and never for one cell.
// ISO, 1/3/2017, 20-10-16, "20 Oct 2016", "1 de marzo de 2017", times behind them, and Excel's day numbers.
import { addDays, type IsoDate, isoDate, parseIsoDate } from '#shared/units/date.ts'
import { nameKey } from '#shared/units/name-key.ts'
import type { DateOrder, Evidence, RawCell } from './types.ts'

const orders: readonly DateOrder[] = ['ymd', 'dmy', 'mdy']

const monthWords: readonly (readonly string[])[] = [
  ['jan', 'january', 'ene', 'enero'],
  ['feb', 'february', 'febrero'],
  ['mar', 'march', 'marzo'],
  ['apr', 'april', 'abr', 'abril'],
  ['may', 'mayo'],
  ['jun', 'june', 'junio'],
  ['jul', 'july', 'julio'],
  ['aug', 'august', 'ago', 'agosto'],
  ['sep', 'sept', 'september', 'set', 'septiembre', 'setiembre'],
  ['oct', 'october', 'octubre'],
  ['nov', 'november', 'noviembre'],
  ['dec', 'december', 'dic', 'diciembre']
]
const months = new Map(monthWords.flatMap((words, index) => words.map((word) => [word, index + 1] as const)))

const time = String.raw`(?:[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?\s?m\.?|Z|[+-]\d{2}:?\d{2})?)?`
const isoPattern = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${time}$`, 'i')
const partsPattern = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{2}|\d{4})${time}$`, 'i')
const dayFirstWords = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th|º)?[\s\-/.]+(?:de\s+)?([\p{L}]{3,12})\.?[\s\-/.,]+(?:de[l]?\s+)?(\d{2}|\d{4})${time}$`,
  'iu'
)
const monthFirstWords = new RegExp(
  String.raw`^([\p{L}]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${time}$`,
  'iu'
)

const century = (year: number): number => (year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year)

const makeDate = (year: number, month: number, day: number): IsoDate | undefined =>
  parseIsoDate(
    `${String(century(year)).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  )

/** The three numbers of a cell like 20-10-16 whose order only the column can tell; undefined for any other cell. */
function partsOf(cell: string): [number, number, number, boolean] | undefined {
  const mark = cell.charCodeAt(1) > 57 || cell.charCodeAt(1) < 48 ? cell[1] : cell[2]
  if (mark !== '/' && mark !== '-' && mark !== '.') return undefined
  const found = partsPattern.exec(cell)
  if (found === null) return undefined
  return [Number(found[1]), Number(found[3]), Number(found[4]), (found[4] ?? '').length === 4]
}

function inOrder(parts: readonly [number, number, number, boolean], order: DateOrder): IsoDate | undefined {
  const [a, b, c, isLongYear] = parts
  if (order === 'ymd') return isLongYear ? undefined : makeDate(a, b, c)
  return order === 'dmy' ? makeDate(c, b, a) : makeDate(c, a, b)
}

/** Dates that carry their own order: ISO and month names. */
function selfEvident(cell: string): IsoDate | undefined {
  if (cell.length < 6 || cell.length > 50) return undefined
  if (cell.length === 10 && cell[4] === '-' && cell[7] === '-') return parseIsoDate(cell)
  const iso = isoPattern.exec(cell)
  if (iso !== null) return makeDate(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const dayFirst = dayFirstWords.exec(cell)
  if (dayFirst !== null) {
    const month = months.get(nameKey(dayFirst[2] ?? ''))
    return month === undefined ? undefined : makeDate(Number(dayFirst[3]), month, Number(dayFirst[1]))
  }
  const monthFirst = monthFirstWords.exec(cell)
  if (monthFirst !== null) {
    const month = months.get(nameKey(monthFirst[1] ?? ''))
    return month === undefined ? undefined : makeDate(Number(monthFirst[3]), month, Number(monthFirst[2]))
  }
  return undefined
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
}

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
  let filled = 0
  let clear = 0
  const parted: { cell: string; parts: [number, number, number, boolean] }[] = []
  for (const cell of cells) {
    if (cell === null) continue
    filled += 1
    if (typeof cell !== 'string') continue
    const text = cell.trim()
    const parts = partsOf(text)
    if (parts !== undefined) parted.push({ cell: text, parts })
    else if (selfEvident(text) !== undefined) clear += 1
  }
  const dates = clear + parted.length
  if (parted.length === 0)
    return { dateOrder: undefined, isAmbiguous: false, possible: [], evidence: null, filled, dates }

  const fits = new Map(
    orders.map((order) => [order, parted.filter(({ parts }) => inOrder(parts, order) !== undefined).length])
  )
  const most = Math.max(...fits.values())
  let possible = orders.filter((order) => (fits.get(order) ?? 0) >= most && most > 0)
  let reason = 'onlyOrder'
  if (possible.length > 1) {
    const lively = possible.filter(
      (order) =>
        !daysStandStill(
          parted.map(({ parts }) => parts),
          order
        )
    )
    if (lively.length > 0 && lively.length < possible.length) {
      possible = lively
      reason = 'daysVary'
    }
  }
  if (possible.length !== 1)
    return { dateOrder: undefined, isAmbiguous: true, possible: [...possible], evidence: null, filled, dates }
  const order = possible[0] ?? 'dmy'
  // The cells that speak: those that no other order can read.
  const speaking = parted.filter(({ parts }) =>
    orders.every((each) => each === order || inOrder(parts, each) === undefined)
  )
  const evidence = { reason, example: (speaking[0] ?? parted[0])?.cell ?? '', cells: speaking.length || parted.length }
  return { dateOrder: order, isAmbiguous: false, possible: [order], evidence, filled, dates }
}

/** Under this order the day would hardly ever change while the year roams: not how dates behave. Needs 30 cells to tell. */
function daysStandStill(all: readonly (readonly [number, number, number, boolean])[], order: DateOrder): boolean {
  if (all.length < 30) return false
  const places = order === 'ymd' ? { year: 0, day: 2 } : order === 'dmy' ? { year: 2, day: 0 } : { year: 2, day: 1 }
  const distinct = (place: number): number => new Set(all.map((parts) => parts[place])).size
  return distinct(places.day) <= 4 && distinct(places.year) >= 12
}

/**
 * Reads one date of a column whose order is decided.
 *
 * @param cell the cell; a number is Excel's count of days since 1899-12-30
 * @param dateOrder of the column; undefined where no cell needs one
 * @returns the day; a time behind it is dropped
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
  const text = cell.trim()
  if (text === '') return null
  if (text.length === 10) {
    const plain = parseIsoDate(text)
    if (plain !== undefined) return plain
  }
  const parts = partsOf(text)
  if (parts !== undefined) return dateOrder === undefined ? undefined : inOrder(parts, dateOrder)
  return selfEvident(text)
}
