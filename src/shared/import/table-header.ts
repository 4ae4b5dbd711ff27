// Finds the header of a table: the row of names, the group labels above it and the names below it that belong to it.
import { nameKey } from '#shared/units/name-key.ts'
import { entities } from './entities/index.ts'
import type { MergedRange, RawCell, RawRow } from './types.ts'

/** Places in the list of rows, both included; `names` are the columns' names by the column of the sheet. */
export interface FoundHeader {
  from: number
  to: number
  names: string[]
}

const looked = 40
const smallestScore = 0.6
const mostHeaderRows = 4
/** Rows that a name joined downwards may span. */
const mostJoinedRows = 10

const knownHeaders = new Set(
  entities.flatMap((entity) => entity.fields.flatMap((field) => [...field.en, ...field.es].map(nameKey)))
)

/** Whether a name is one that columns of some kind of record are known to have. */
export const isKnownHeader = (name: string): boolean => knownHeaders.has(nameKey(name))

const isFilled = (cell: RawCell | undefined): boolean => cell !== null && cell !== undefined
export const filledOf = (cells: readonly RawCell[]): number => {
  let filled = 0
  for (const cell of cells) if (cell !== null) filled += 1
  return filled
}

/** A name of a column: has letters, and is no address, date or error. */
const isName = (cell: RawCell | undefined): boolean =>
  typeof cell === 'string' &&
  /\p{L}/u.test(cell) &&
  !/^\S+@\S+\.\S+$|^https?:|^\d{4}-\d\d-\d\d|^#[A-Z/0]+[!?]?$/i.test(cell.trim())

/** 2019, 2020, 2021 across a row are names of columns, not values. */
function isYearRow(cells: readonly RawCell[]): boolean {
  const years = cells.filter((cell) => isFilled(cell) && !isName(cell)).map(Number)
  return (
    years.length >= 3 &&
    years.every((year, at) => year > 1900 && year < 2100 && (at === 0 || year === (years[at - 1] ?? 0) + 1))
  )
}

/** How much a row looks like a header: names, all different, known ones best, as wide as the table below. */
function headerScore(
  cells: readonly RawCell[],
  width: number
): Pick<Candidate, 'score' | 'known' | 'filled' | 'isDistinct'> {
  const filled = cells.filter((cell) => cell !== null)
  if (filled.length === 0) return { score: 0, known: 0, filled: 0, isDistinct: false }
  const keys = filled.map((cell) => nameKey(tidyName(cell)))
  const names = isYearRow(cells) ? 1 : filled.filter(isName).length / filled.length
  const known = keys.filter((key, at) => knownHeaders.has(key) && isName(filled[at])).length / filled.length
  const different = new Set(keys).size / keys.length
  const wide = Math.min(1, filled.length / Math.max(1, width))
  const short = keys.filter((key) => key.length <= 60).length / keys.length
  return {
    score: wide * (names * different * short + 2 * known),
    known,
    filled: filled.length,
    isDistinct: different === 1 && names === 1
  }
}

interface Candidate {
  at: number
  row: RawRow
  score: number
  /** Share of the cells that are names of columns we know. */
  known: number
  filled: number
  isDistinct: boolean
}

/**
 * Whether a row further down is the header rather than the one found so far. A row of names as wide as it is the header itself,
 * and what stands below are cells that read like names; unless it is a line of facts about the report with a gap below it.
 */
function isBetterHeader(found: Candidate, best: Candidate): boolean {
  if (found.score <= best.score + 1e-9) return false
  if (!best.isDistinct || best.filled < found.filled * 0.7) return true
  const hasGap = found.row.rowNumber - best.row.rowNumber > found.at - best.at
  return hasGap && found.at <= 5 && best.known === 0 && found.known >= 0.5
}

/** A name on one line, without the arrow that says how a report is sorted. */
export const tidyName = (cell: RawCell | undefined): string =>
  isFilled(cell)
    ? String(cell)
        .replace(/\s*[↑↓]\s*/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
    : ''

/**
 * Finds the header among the first rows.
 *
 * @param rows all rows with a visible cell, in order
 * @param width the number of columns that most rows fill
 * @param merges joined cells of the sheet
 * @returns null where no row looks like one
 */
export function findHeader(rows: readonly RawRow[], width: number, merges: readonly MergedRange[]): FoundHeader | null {
  let best: Candidate | null = null
  for (const [at, row] of rows.slice(0, looked).entries()) {
    const found: Candidate = { at, row, ...headerScore(row.cells, width) }
    if (found.score <= smallestScore) continue
    if (best === null || isBetterHeader(found, best)) best = found
  }
  if (best === null) return null
  const to = lastHeaderRow(rows, best.at, merges)
  return headerOf(rows, firstHeaderRow(rows, best.at, merges), to, merges)
}

/** The header that stands in the rows from `from` to `to`. */
export function headerOf(
  rows: readonly RawRow[],
  from: number,
  to: number,
  merges: readonly MergedRange[]
): FoundHeader {
  const levels = rows
    .slice(from, to + 1)
    .map((row, at) => labelsOf(row, merges, at < to - from ? rows[from + at + 1] : undefined))
  const columns = Math.max(0, ...levels.map((level) => level.length))
  const names = Array.from({ length: columns }, (_, column) => {
    const parts: string[] = []
    for (const level of levels) {
      const part = level[column] ?? ''
      if (part !== '' && part !== parts.at(-1)) parts.push(part)
    }
    return parts.join(' · ')
  })
  return { from, to, names }
}

/** The labels of a header row by column: joined cells share theirs, and a group's label reaches to the next one. */
function labelsOf(row: RawRow, merges: readonly MergedRange[], below: RawRow | undefined): string[] {
  const labels = row.cells.map(tidyName)
  const own = mergesOf(row, merges)
  for (const { firstRow, firstColumn, lastColumn } of own) {
    // The value of cells joined downwards stands in their first row, which is a level of its own.
    const label = firstRow === row.rowNumber ? tidyName(row.cells[firstColumn]) : ''
    if (label !== '') for (let column = firstColumn; column <= lastColumn; column += 1) labels[column] = label
  }
  if (below !== undefined && own.length === 0) {
    let label = ''
    for (let column = 0; column < below.cells.length; column += 1) {
      if ((labels[column] ?? '') !== '') label = labels[column] as string
      else if (isFilled(below.cells[column])) labels[column] = label
    }
  }
  return Array.from(labels, (label) => label ?? '')
}

const mergesOf = (row: RawRow, merges: readonly MergedRange[]): MergedRange[] =>
  merges.filter(({ firstRow, lastRow }) => firstRow <= row.rowNumber && row.rowNumber <= lastRow)

/** Rows of group labels above the names: labels that span some of the columns, or that tell equal names apart. */
function firstHeaderRow(rows: readonly RawRow[], at: number, merges: readonly MergedRange[]): number {
  let first = at
  while (first > 0 && at - first + 1 < mostHeaderRows) {
    const row = rows[first]
    const above = rows[first - 1]
    if (row === undefined || above === undefined || above.rowNumber !== row.rowNumber - 1) break
    if (!above.cells.every((cell) => cell === null || isName(cell) || typeof cell === 'number')) break
    const columns = row.cells.map((cell, column) => (isFilled(cell) ? column : -1)).filter((column) => column >= 0)
    const spans = mergesOf(above, merges).filter(
      ({ firstColumn, lastColumn, firstRow }) =>
        firstRow === above.rowNumber &&
        lastColumn > firstColumn &&
        !(firstColumn <= (columns[0] ?? 0) && lastColumn >= (columns.at(-1) ?? 0))
    )
    const keys = columns.map((column) => nameKey(tidyName(row.cells[column])))
    const hasEqualNames = new Set(keys).size < keys.length
    if (spans.length === 0 && !(hasEqualNames && filledOf(above.cells) >= 2 && filledOf(above.cells) < columns.length))
      break
    first -= 1
  }
  return first
}

/** Rows of names below the first one: cells joined downwards reach into them, or they fill exactly what it leaves open. */
function lastHeaderRow(rows: readonly RawRow[], at: number, merges: readonly MergedRange[]): number {
  const row = rows[at]
  if (row === undefined) return at
  const reach = Math.max(
    row.rowNumber,
    ...merges.filter(({ firstRow }) => firstRow === row.rowNumber).map(({ lastRow }) => lastRow)
  )
  let last = at
  if (reach - row.rowNumber < mostJoinedRows)
    while ((rows[last + 1]?.rowNumber ?? Number.POSITIVE_INFINITY) <= reach) last += 1
  if (last > at) return last
  const below = rows[at + 1]
  if (
    below === undefined ||
    below.rowNumber !== row.rowNumber + 1 ||
    !below.cells.every((cell) => cell === null || isName(cell))
  )
    return at
  const columns = Math.max(row.cells.length, below.cells.length)
  let openFilled = 0
  let namedLeft = 0
  for (let column = 0; column < columns; column += 1) {
    const isNamed = isFilled(row.cells[column])
    const isBelow = isFilled(below.cells[column])
    if (!isNamed && isBelow) openFilled += 1
    else if (isNamed && !isBelow) namedLeft += 1
    else if (!isNamed && column < row.cells.length) return at
  }
  return openFilled > 0 && namedLeft > 0 ? at + 1 : at
}
