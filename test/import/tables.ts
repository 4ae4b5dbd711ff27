// Builds understood tables from csv text, as a test wants them.
import { chooseDelimiter, readDelimited } from '#shared/import/delimited.ts'
import type { StoredProfile } from '#shared/import/profiles.ts'
import type { RawCell, RawSheet, ReadTable, SheetNotes, TableChoice } from '#shared/import/types.ts'
import { understandSheet } from '#shared/import/understand.ts'

export const plainNotes: SheetNotes = {
  hiddenRows: [],
  hiddenColumns: [],
  mergedRanges: 0,
  formulas: 0,
  formulasWithoutValue: 0,
  errorCells: 0,
  errorExamples: [],
  usesDates1904: false
}

/** A sheet of rows that begin in the first row of the file. */
export const sheetOf = (rows: readonly (readonly RawCell[])[], notes: Partial<SheetNotes> = {}): RawSheet => ({
  sheet: null,
  rows: rows.map((cells, at) => ({ rowNumber: at + 1, cells: [...cells] })),
  encoding: null,
  delimiter: null,
  quote: null,
  visibility: 'visible',
  notes: { ...plainNotes, ...notes }
})

export function tableOf(
  text: string,
  fileName = 'file.csv',
  choice: Omit<TableChoice, 'key'> = {},
  profiles: readonly StoredProfile[] = []
): ReadTable {
  const delimiter = chooseDelimiter(text)
  const sheet: RawSheet = {
    ...sheetOf([]),
    rows: readDelimited(text, delimiter),
    encoding: 'utf-8',
    delimiter,
    quote: '"'
  }
  return understandSheet(sheet, { key: '0', fileIndex: 0, fileName }, { key: '0', ...choice }, new Map(), profiles)
}

/** field by header of the mapped columns. */
export const mappingOf = (table: ReadTable): Record<string, string> =>
  Object.fromEntries(
    table.columns.filter((column) => column.kind !== null).map((column) => [column.header, column.field])
  )
