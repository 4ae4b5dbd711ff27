// Reads a pasted block of periods and numbers, cell by cell, with what is wrong in a line said by its number. Periods and numbers are read as
// imports read them; what a column doesn't tell is read in the way of the window's language.

import type { PasteProblem } from '#shared/forecasts/series-types.ts'
import type { ForecastGrain } from '#shared/forecasts/types.ts'
import { decideDates, parseDate } from '#shared/import/dates.ts'
import { decideNumbers } from '#shared/import/number-columns.ts'
import { parseNumber } from '#shared/import/numbers.ts'
import { periodOfText } from '#shared/import/periods.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { type FiscalCalendar, periodByKey, periodOf } from '#shared/units/period.ts'

export interface PastedValue {
  line: number
  startsOn: IsoDate
  endsOn: IsoDate
  value: number
  /** The third cell; empty where there is none. */
  name: string
}

export interface PasteHabits {
  calendar: FiscalCalendar
  /** A day stands for the period of this grain that holds it. */
  grain: ForecastGrain
  decimalSign: '.' | ','
}

interface CellsOfLine {
  line: number
  cells: string[]
}

/** Cells by tabs, else by semicolons, else the number behind the last space. */
function cellsOf(text: string): CellsOfLine[] {
  const lines = text.split(/\r?\n/)
  const sign = lines.some((line) => line.includes('\t')) ? '\t' : lines.some((line) => line.includes(';')) ? ';' : null
  return lines.flatMap((line, at) => {
    if (line.trim() === '') return []
    const spaced = /^(.*\S)\s+(\S+)$/.exec(line.trim())
    const cells = sign !== null ? line.split(sign) : spaced ? [spaced[1] ?? '', spaced[2] ?? ''] : [line]
    return [{ line: at + 1, cells: cells.map((cell) => cell.trim()) }]
  })
}

const wholeDate = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/

/** A first line without any figure in its second cell is a header. */
const isHeader = ({ cells }: CellsOfLine): boolean => !/\d/.test(cells[1] ?? '')

export function readPastedValues(
  text: string,
  { calendar, grain, decimalSign }: PasteHabits
): { values: PastedValue[]; problems: PasteProblem[] } {
  const all = cellsOf(text)
  const [first] = all
  const lines = first !== undefined && all.length > 1 && first.cells.length > 1 && isHeader(first) ? all.slice(1) : all
  const dates = decideDates(lines.map(({ cells }) => cells[0] ?? ''))
  // A day and a month that the column doesn't tell apart stand as Europe writes them.
  const order = dates.dateOrder ?? (dates.isAmbiguous ? 'dmy' : undefined)
  const sign = decideNumbers(lines.map(({ cells }) => cells[1] ?? '')).decimalSign ?? decimalSign
  const values: PastedValue[] = []
  const problems: PasteProblem[] = []
  const seen = new Set<string>()
  for (const { line, cells } of lines) {
    const [period = '', amount = '', name = ''] = cells
    const refuse = (problem: PasteProblem['problem'], what: string) => problems.push({ line, text: what, problem })
    if (cells.length < 2) {
      refuse('columns', period)
      continue
    }
    const span = spanOf(period, order, calendar, grain)
    const value = parseNumber(amount, sign)
    if (span === undefined) refuse('period', period)
    else if (value === undefined || value === null) refuse('amount', amount)
    else {
      const key = `${name}/${span.startsOn}/${span.endsOn}`
      if (seen.has(key)) refuse('twice', period)
      else values.push({ line, ...span, value, name })
      seen.add(key)
    }
  }
  return { values, problems }
}

function spanOf(
  text: string,
  order: 'ymd' | 'dmy' | 'mdy' | undefined,
  calendar: FiscalCalendar,
  grain: ForecastGrain
): { startsOn: IsoDate; endsOn: IsoDate } | undefined {
  const keyed = periodByKey(text, calendar)
  if (keyed) return { startsOn: keyed.startsOn, endsOn: keyed.endsOn }
  if (!wholeDate.test(text)) {
    const named = periodOfText(text, calendar)
    if (named !== undefined) return named
  }
  const day = parseDate(text, order)
  if (day === undefined || day === null) return undefined
  const { startsOn, endsOn } = periodOf(day, grain, calendar)
  return { startsOn, endsOn }
}

/** Reads days off, one a line, in order and none twice. */
export function readPastedDays(text: string): { days: IsoDate[]; problems: PasteProblem[] } {
  const lines = text
    .split(/\r?\n/)
    .map((cell, at) => ({ line: at + 1, cell: (cell.split(/[\t;]/)[0] ?? '').trim() }))
    .filter(({ cell }) => cell !== '')
  const decided = decideDates(lines.map(({ cell }) => cell))
  const order = decided.dateOrder ?? (decided.isAmbiguous ? 'dmy' : undefined)
  const days = new Set<IsoDate>()
  const problems: PasteProblem[] = []
  for (const { line, cell } of lines) {
    const day = parseDate(cell, order)
    if (day === undefined || day === null) problems.push({ line, text: cell, problem: 'day' })
    else days.add(day)
  }
  return { days: [...days].toSorted(), problems }
}
