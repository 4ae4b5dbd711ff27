// Looks at a column once: what its header says and what its cells look like, whatever field it may become. Long columns of words are
// looked at by a spread of cells; numbers and dates are read to the last cell, since one cell may decide for all.
import { nameKey } from '#shared/units/name-key.ts'
import { countryNames } from './countries.ts'
import { type DateDecision, DateTally } from './dates.ts'
import { type HeaderReading, readHeader } from './headers.ts'
import { type NumberDecision, NumberTally } from './number-columns.ts'
import type { Evidence, RawCell } from './types.ts'

/** What the cells of one column look like. */
export interface ColumnLook {
  index: number
  header: string
  /** The header without its unit ("Revenue (M€)" → "revenue"). */
  key: string
  reading: HeaderReading
  filled: number
  examples: string[]
  numbers: NumberDecision
  /** The evidence for `numbers.groupedBy`. */
  groupEvidence: Evidence
  dates: DateDecision
  /** Shares of the filled cells, 0 to 1. */
  numericRatio: number
  dateRatio: number
  emailRatio: number
  countryRatio: number
  currencyRatio: number
  flagRatio: number
  /** The largest number among the cells. */
  largest: number
  /** Some hundred cells from all over the column, as texts, each once. */
  sample: readonly string[]
  /** Different texts among the cells looked at, over those cells: 1 where none comes twice. */
  distinctRatio: number
}

const sampleSize = 200
const currencyCell = /^([A-Z]{3}|€|\$|£|US\$)( - .*)?$/
const flagCell = /^(true|false|yes|no|s[ií]|verdadero|falso|0|1|y|n|x)$/i
const emailCell = /^\S+@\S+\.\S+$/

type Rows = readonly { readonly cells: readonly RawCell[] }[]

/** Whether a cell holds something that can be seen. */
function isVisible(cell: RawCell): boolean {
  if (typeof cell !== 'string') return cell !== null
  return cell.length > 0 && (cell.charCodeAt(0) > 32 || cell.trim() !== '')
}

/** Cells evenly from all over a column whose length isn't known before: when it is full, every second is let go. */
interface EvenSample {
  cells: RawCell[]
  step: number
}

/** Takes a cell into a sample. @returns the number of the next cell that it wants */
function take(sample: EvenSample, cell: RawCell, at: number): number {
  sample.cells.push(cell)
  if (sample.cells.length < 2 * sampleSize) return at + sample.step
  sample.cells = sample.cells.filter((_, place) => place % 2 === 0)
  sample.step *= 2
  return sample.cells.length * sample.step
}

/** The tallies of a column that needs all its cells. */
interface FullTally {
  index: number
  numbers: NumberTally | undefined
  dates: DateTally | undefined
}

/**
 * Describes the columns of a table by their headers and cells.
 *
 * @param headers by column, as the file has them
 * @param rows all rows of the table
 * @returns a description for each header, in order
 * @missing a column without filled cells has ratios of 0
 * @example lookAtColumns(['Close Date'], [{ cells: ['2017-03-01'] }])[0]?.dateRatio // 1
 */
export function lookAtColumns(headers: readonly string[], rows: Rows): ColumnLook[] {
  const width = headers.length
  const samples = headers.map((): EvenSample => ({ cells: [], step: 1 }))
  const filled = new Int32Array(width)
  const wanted = new Int32Array(width)
  for (const { cells } of rows) {
    const last = Math.min(width, cells.length)
    for (let index = 0; index < last; index += 1) {
      const cell = cells[index]
      if (cell === null || cell === undefined) continue
      const count = filled[index] ?? 0
      const sample = samples[index]
      if (count === wanted[index] && sample !== undefined) wanted[index] = take(sample, cell, count)
      filled[index] = count + 1
    }
  }
  const sampled = samples.map(({ cells }) => ({
    numbers: tallied(cells.filter(isVisible), new NumberTally()),
    dates: tallied(cells.filter(isVisible), new DateTally())
  }))
  const full = samples.flatMap(({ cells }, index): FullTally[] => {
    const { numbers, dates } = sampled[index] ?? {}
    if (filled[index] === cells.length || numbers === undefined || dates === undefined) return []
    const hasNumbers = numbers.decision().numeric > cells.length * 0.05
    const hasDates = dates.decision().dates > cells.length * 0.05
    if (!hasNumbers && !hasDates) return []
    return [
      { index, numbers: hasNumbers ? new NumberTally() : undefined, dates: hasDates ? new DateTally() : undefined }
    ]
  })
  // Row by row: cells of a row lie beside each other in memory.
  for (const { cells } of rows)
    for (const { index, numbers, dates } of full) {
      const cell = cells[index]
      if (cell === undefined || !isVisible(cell)) continue
      numbers?.add(cell)
      dates?.add(cell)
    }
  return headers.map((header, index) => {
    const whole = full.find((each) => each.index === index)
    const numbers = whole?.numbers ?? sampled[index]?.numbers ?? new NumberTally()
    const dates = whole?.dates ?? sampled[index]?.dates ?? new DateTally()
    const { cells } = samples[index] ?? { cells: [] }
    return describe(
      index,
      header,
      { cells, filled: filled[index] ?? 0, first: firstCells(rows, index) },
      numbers,
      dates
    )
  })
}

/** The first cells of a column, from its first rows. */
function firstCells(rows: Rows, index: number): RawCell[] {
  const first: RawCell[] = []
  const last = Math.min(rows.length, 1000)
  for (let at = 0; at < last && first.length < 50; at += 1) {
    const cell = rows[at]?.cells[index]
    if (cell !== undefined && isVisible(cell)) first.push(cell)
  }
  return first
}

function describe(
  index: number,
  header: string,
  { cells, filled, first }: { cells: readonly RawCell[]; filled: number; first: readonly RawCell[] },
  numbers: NumberTally,
  dates: DateTally
): ColumnLook {
  const texts = cells.filter(isVisible).map((cell) => String(cell).trim())
  const distinct = new Set(texts)
  const share = (test: (text: string) => boolean): number => texts.filter(test).length / Math.max(1, texts.length)
  const numberDecision = numbers.decision()
  const dateDecision = dates.decision()
  const isWords = numberDecision.numeric < numberDecision.filled * 0.5 && dateDecision.dates < dateDecision.filled * 0.5
  const reading = readHeader(header)
  return {
    index,
    header,
    key: reading.key,
    reading,
    filled,
    examples: [...new Set((first.length > 0 ? first : cells.slice(0, 50)).map(String))].slice(0, 3),
    numbers: numberDecision,
    groupEvidence: numbers.groupEvidence(),
    dates: dateDecision,
    numericRatio: numberDecision.numeric / Math.max(1, numberDecision.filled),
    dateRatio: dateDecision.dates / Math.max(1, dateDecision.filled),
    emailRatio: share((text) => emailCell.test(text)),
    countryRatio: isWords ? countryShare(distinct) : 0,
    currencyRatio: share((text) => currencyCell.test(text)),
    flagRatio: share((text) => flagCell.test(text)),
    largest: numberDecision.largest,
    sample: [...distinct],
    distinctRatio: distinct.size / Math.max(1, texts.length)
  }
}

/** Share of the different texts that name a country. */
function countryShare(texts: ReadonlySet<string>): number {
  const countries = countryNames()
  let named = 0
  for (const text of texts) if (countries.has(nameKey(text))) named += 1
  return named / Math.max(1, texts.size)
}

function tallied<Tally extends { add(cell: RawCell): void }>(cells: readonly RawCell[], tally: Tally): Tally {
  for (const cell of cells) tally.add(cell)
  return tally
}
