// The readers against others: what the developers' messy workbooks are known to hold, what hucre and SheetJS read in them cell by
// cell, and what csv-spectrum expects. Every difference is of a kind that is named here, and counted.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, SSF } from '@e965/xlsx'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { columnLetters } from '#shared/import/column-letters.ts'
import type { RawCell, RawSheet } from '#shared/import/types.ts'
import { bytesOf, cellAt, cellsOf, readSheets, refusalOf } from './reading.ts'
import { hasSharedFiles, sharedFolder } from './shared-files.ts'

interface ExpectedBook {
  error?: string
  date1904?: boolean
  sheets?: {
    name: string
    hidden: number
    range: string
    cells: number
    formulas: number
    errors: number
    merges: number
    first: (string | null)[][]
  }[]
}

const expectedBooks: Record<string, ExpectedBook> = hasSharedFiles
  ? (JSON.parse(readFileSync(join(sharedFolder, 'messy/workbooks_expected.json'), 'utf8')) as Record<
      string,
      ExpectedBook
    >)
  : {}
const readable = Object.entries(expectedBooks).filter(([, book]) => book.sheets !== undefined)
const pathOf = (name: string): string => `messy/${name}`
const visibilities = ['visible', 'hidden', 'veryHidden']

const filledCount = (sheet: RawSheet): number =>
  sheet.rows.reduce((sum, row) => sum + row.cells.filter((cell) => cell !== null).length, 0)

/** The range from the first to the last cell with a value. */
function rangeOf(sheet: RawSheet): string {
  const columns = sheet.rows.flatMap((row) => row.cells.flatMap((cell, column) => (cell === null ? [] : [column])))
  const rows = sheet.rows.map((row) => row.rowNumber)
  const corner = (column: number, row: number): string => `${columnLetters(column)}${row}`
  return `${corner(Math.min(...columns), Math.min(...rows))}:${corner(Math.max(...columns), Math.max(...rows))}`
}

/** Sheets whose declared range is larger than their cells, with the range of the cells. */
const narrower: string[] = [
  'calamine/merged_range.xlsx A1:H4',
  'calamine/merged_range.xlsx A1:F4',
  'calamine/temperature-in-middle.xlsx B4:C6',
  'messytables/bian-anal-mca-2005-dols-eng-1011-0312-tab3.xlsm A10:D62',
  'messytables/unicode_sheet_name.xls A1:A1',
  'sheetjs/number_format_russian.xls A1:A9'
]

/** Formulas that hold an empty text: known files count them as cells, an import has no use for them. */
const emptyTexts: Readonly<Record<string, number>> = { 'sheetjs/LONumbers.xlsx Sheet1': 8 }

describe.skipIf(!hasSharedFiles)('messy workbooks hold what is known of them', () => {
  test.each(readable)('%s', async (name, book) => {
    const sheets = await readSheets(bytesOf(pathOf(name)))
    expect(
      sheets.map((sheet) => ({
        name: sheet.sheet,
        hidden: visibilities.indexOf(sheet.visibility),
        cells: filledCount(sheet) + (emptyTexts[`${name} ${sheet.sheet}`] ?? 0),
        formulas: sheet.notes.formulas,
        errors: sheet.notes.errorCells,
        merges: sheet.notes.mergedRanges,
        date1904: sheet.notes.usesDates1904
      }))
    ).toEqual(
      book.sheets?.map(({ name: sheet, hidden, cells, formulas, errors, merges }) => ({
        name: sheet,
        hidden,
        cells,
        formulas,
        errors,
        merges,
        date1904: book.date1904
      }))
    )
    for (const [at, { first }] of (book.sheets ?? []).entries())
      for (const [row, texts] of first.entries())
        for (const [column, text] of texts.entries()) {
          const cell = sheets[at]?.rows[row]?.cells[column] ?? null
          // Known texts are as formatted and cut; ours are as stored. Texts must agree, and nothing may be empty in one alone.
          if (text === null || cell === null) expect(cell).toBe(text)
          else if (typeof cell === 'string' && !/^[\d#-]/.test(cell)) expect(cell.slice(0, 40)).toBe(text)
          else if (typeof cell === 'number' && /^-?\d+$/.test(text))
            expect(Math.abs(cell - Number(text))).toBeLessThanOrEqual(0.5)
        }
  })

  test('the table of a sheet lies where it is known to lie', async () => {
    const different: string[] = []
    for (const [name, book] of readable)
      for (const [at, sheet] of (await readSheets(bytesOf(pathOf(name)))).entries())
        if (rangeOf(sheet) !== book.sheets?.[at]?.range) different.push(`${name} ${rangeOf(sheet)}`)
    // These declare more than they fill: empty cells, joined ones at the edge.
    expect(different).toEqual(narrower)
  })

  test('protected ones are told apart: one asks for its password, the old xls can not be opened', async () => {
    expect(await refusalOf(bytesOf('messy/calamine/pass_protected.xlsx'))).toEqual({ code: 'import.passwordNeeded' })
    expect(await refusalOf(bytesOf('messy/calamine/pass_protected.xlsx'), { password: 'no' })).toEqual({
      code: 'import.passwordWrong'
    })
    expect(await refusalOf(bytesOf('messy/messytables/encrypted_no_password.xls'))).toEqual({
      code: 'import.passwordProtected'
    })
  })

  test('dates, times and errors are given as text, to the second', async () => {
    const [iso] = await readSheets(bytesOf('messy/calamine/date_iso.xlsx'))
    expect(cellsOf(iso).slice(0, 3)).toEqual([['2021-01-01'], ['2021-01-01T10:10:10'], ['10:10:10']])
    const [mac] = await readSheets(bytesOf('messy/calamine/date_1904.xlsx'))
    expect(cellsOf(mac)).toEqual([
      ['2021-01-01', 15],
      ['2021-01-02', 16],
      ['255:10:10', 17]
    ])
    const [errors] = await readSheets(bytesOf('messy/sheetjs/ErrorTypes.xlsx'))
    expect(errors?.notes.errorExamples.slice(0, 3)).toEqual(['A2: #NULL!', 'B2: #NULL!', 'A3: #DIV/0!'])
    expect(cellAt(errors, 3, 0)).toBe('#DIV/0!')
  })
})

const workbooks = [
  ...readable.map(([name]) => pathOf(name)),
  ...(hasSharedFiles ? ['maven-crm-variants/data_model.xlsx'] : [])
]

/** Why another reader's cell differs from ours; null: it doesn't. */
function differenceOf(theirs: RawCell | Date, ours: RawCell): string | null {
  if (theirs instanceof Date) {
    if (typeof ours === 'number') return ours < 0 ? 'a number below 0 is no date' : 'number'
    const text = String(ours)
    if (/^\d+:\d\d:\d\d$/.test(text)) {
      const seconds = text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
      const epochs = [Date.UTC(1899, 11, 31), Date.UTC(1899, 11, 30), Date.UTC(1904, 0, 1)]
      return epochs.some((epoch) => Math.abs(theirs.getTime() - epoch - seconds * 1000) < 1000)
        ? 'a time is no date'
        : 'time'
    }
    const instant = Date.parse(text.length === 10 ? text : `${text}Z`)
    return Math.abs(instant - theirs.getTime()) < 1000 ? null : 'date'
  }
  if (typeof theirs === 'number' && typeof ours === 'string' && dateDifference(theirs, ours, false) === null)
    return 'HHM and HHMM are times'
  const plain = typeof theirs === 'string' && theirs.trim() === '' ? null : theirs
  if (plain === ours) return null
  if (typeof plain === 'string' && typeof ours === 'string' && ours.replaceAll('\r\n', '\n') === plain)
    return 'line ends are as stored'
  return `unexplained: ${JSON.stringify(plain)} and ${JSON.stringify(ours)}`
}

const tally = (kinds: (string | null)[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const kind of kinds) if (kind !== null) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

const hucreDifferences: Readonly<Record<string, Record<string, number>>> = {
  'messy/calamine/date_1904.xlsx': { 'a time is no date': 1 },
  'messy/sheetjs/LONumbers.xlsx': {
    'a number below 0 is no date': 100,
    'a time is no date': 35,
    'HHM and HHMM are times': 10
  }
}
const sheetJsDifferences: Readonly<Record<string, Record<string, number>>> = {
  'messy/messytables/bian-anal-mca-2005-dols-eng-1011-0312-tab3.xlsm': { 'line ends are as stored': 2 }
}

describe.skipIf(!hasSharedFiles)('our reader and others agree on every cell, or differ as is said', () => {
  test.each(workbooks.filter((path) => /\.xls[xm]$/.test(path)))('%s: hucre', async (path) => {
    const bytes = bytesOf(path)
    const ours = await readSheets(bytes)
    const theirs = await readXlsx(bytes)
    expect(theirs.sheets.map((sheet) => sheet.name)).toEqual(ours.map((sheet) => sheet.sheet))
    const kinds: (string | null)[] = []
    let compared = 0
    for (const [at, sheet] of theirs.sheets.entries()) {
      const seen = new Map(ours[at]?.rows.map((row) => [row.rowNumber, row.cells]))
      for (const [row, cells] of sheet.rows.entries()) {
        const own = seen.get(row + 1) ?? []
        for (let column = 0; column < Math.max(cells.length, own.length); column += 1) {
          compared += 1
          kinds.push(differenceOf((cells[column] ?? null) as RawCell | Date, own[column] ?? null))
        }
      }
    }
    expect(compared).toBeGreaterThan(0)
    expect(tally(kinds)).toEqual(hucreDifferences[path] ?? {})
  })

  test.each(workbooks)('%s: SheetJS', async (path) => {
    const bytes = bytesOf(path)
    const ours = await readSheets(bytes)
    const theirs = read(bytes, { type: 'array', dense: true, cellNF: true })
    const kinds: (string | null)[] = []
    for (const [at, name] of theirs.SheetNames.entries()) {
      const rows = (theirs.Sheets[name]?.['!data'] ?? []) as (
        | { t: string; v: unknown; w?: string; z?: string }
        | undefined
      )[][]
      const seen = new Map(ours[at]?.rows.map((row) => [row.rowNumber, row.cells]))
      for (const [row, cells] of rows.entries())
        for (const [column, cell] of (cells ?? []).entries()) {
          if (cell === undefined || cell === null || cell.t === 'z') continue
          const own = seen.get(row + 1)?.[column] ?? null
          if (cell.t === 'e') kinds.push(differenceOf(cell.w ?? '', own))
          else if (typeof cell.v === 'number' && cell.z !== undefined && SSF.is_date(cell.z) && typeof own === 'string')
            kinds.push(dateDifference(cell.v, own, theirs.Workbook?.WBProps?.date1904 === true))
          else kinds.push(differenceOf(cell.v as RawCell | Date, own))
        }
    }
    expect(tally(kinds)).toEqual(sheetJsDifferences[path] ?? {})
  })
})

/** SheetJS keeps a date as the number that stands in the file: it has to be the one of our text. */
function dateDifference(serial: number, ours: string, uses1904: boolean): string | null {
  if (/^\d+:\d\d:\d\d$/.test(ours)) {
    const seconds = ours.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
    return Math.abs(seconds - serial * 86_400) <= 0.5 ? null : `time ${serial} ${ours}`
  }
  // Through SheetJS's own calendar.
  const parts = SSF.parse_date_code(serial, { date1904: uses1904 }) as {
    y: number
    m: number
    d: number
    S: number
    M: number
    H: number
  }
  const instant = Date.UTC(parts.y, parts.m - 1, parts.d, parts.H, parts.M, parts.S)
  const own = Date.parse(ours.length === 10 ? ours : `${ours}Z`)
  return Math.abs(instant - own) <= 1000 ? null : `date ${serial} ${ours}`
}

const spectrum = ['comma_in_quotes', 'empty', 'escaped_quotes', 'newlines', 'simple', 'utf8']

describe.skipIf(!hasSharedFiles)('csv-spectrum', () => {
  test.each(spectrum)('%s', async (name) => {
    const expected = JSON.parse(
      readFileSync(join(sharedFolder, `messy/csv-spectrum/${name}.expected.json`), 'utf8')
    ) as Record<string, string>[]
    const [sheet] = await readSheets(bytesOf(`messy/csv-spectrum/${name}.csv`))
    const [header = [], ...rows] = cellsOf(sheet)
    expect(
      rows.map((cells) => Object.fromEntries(header.map((key, column) => [String(key), cells[column] ?? ''])))
    ).toEqual(expected)
  })
})
