// What an import is made of: files, tables found in them, how their columns are understood, and what the user says about both.
// What an import would do is in preview-types.ts, what it leaves behind in kept-types.ts; both are exported here.
import type { CurrencyCode } from '#shared/units/currency.ts'
import type { Id } from '#shared/units/id.ts'
import type { EncodingName } from './encoding.ts'
import type { EntityName, FieldKind } from './entities/entity.ts'

export type * from './kept-types.ts'
export type * from './preview-types.ts'

export type ImportId = Id<'import'>

/** A cell as the file has it. Dates of a workbook are ISO text; an empty cell is null. */
export type RawCell = string | number | boolean | null

export type DateOrder = 'ymd' | 'dmy' | 'mdy'
export type DecimalSign = '.' | ','
/** What one unit in the column stands for: millions of euro are 1,000,000. */
export type Scale = 1 | 1000 | 1_000_000

/** How the cells of a date, money or number column are read, with what speaks for it. */
export interface ColumnFormat {
  dateOrder?: DateOrder
  decimalSign?: DecimalSign
  scale?: Scale
  /** A ratio column written as 75 for 75 %: cells are divided by 100. */
  isPercent?: boolean
  /** Currency said by the cells themselves ("1.054 €") or by the header ("Amount (USD)"). */
  currency?: CurrencyCode
  evidence: Evidence | null
}

/** Why a column is read as it is: an i18n key under import.evidence with its fields. */
export interface Evidence {
  reason: string
  /** A cell that shows it, and how many do. */
  example: string
  cells: number
}

/** Something only the user can say. Blocking ones hold the import until they are answered. */
export interface Question {
  kind: 'dateOrder' | 'decimalSign' | 'scale' | 'territory'
  tableKey: string
  column: number
  header: string
  options: string[]
  /** What is done while there is no answer; null: nothing, the import waits. */
  whileOpen: string | null
  examples: string[]
}

export interface ColumnPlan {
  index: number
  header: string
  /** A field of the table's entity; 'custom' keeps it beside the row; 'none' leaves it in the source cells only. */
  field: string
  kind: FieldKind | null
  /** 0 to 1: how sure the mapping is; 1 also for what the user chose. */
  confidence: number
  isChosen: boolean
  filled: number
  examples: string[]
  format: ColumnFormat | null
  /** The file hides this column; it is read all the same and said. */
  isHidden: boolean
}

export type SheetVisibility = 'visible' | 'hidden' | 'veryHidden'

/** What a reader noticed in a sheet that the rows alone don't show. */
export interface SheetNotes {
  /** 1-based rows and 0-based columns that the file hides. */
  hiddenRows: number[]
  hiddenColumns: number[]
  mergedRanges: number
  /** Formulas are read by their stored value; those without one are empty cells. */
  formulas: number
  formulasWithoutValue: number
  errorCells: number
  /** The first few, as 'B7: #REF!'. */
  errorExamples: string[]
  /** Where they are, up to ten thousand. */
  errorPlaces?: readonly { rowNumber: number; column: number; text: string }[]
  usesDates1904: boolean
}

/** Cells joined into one: the top left one holds the value. Rows count from 1, columns from 0, as elsewhere. */
export interface MergedRange {
  firstRow: number
  firstColumn: number
  lastRow: number
  lastColumn: number
}

/** One of several tables in one sheet, and the place it takes there. Rows count from 1, columns from 0. */
export interface SheetPart extends MergedRange {
  /** The how many-th table it is, from 1, and how many there are. */
  at: number
  of: number
}

/** Rows of one sheet or text, as a reader gives them: only rows with a visible cell, in order, without empty cells at their end. */
export interface RawSheet {
  sheet: string | null
  rows: RawRow[]
  encoding: EncodingName | null
  delimiter: string | null
  quote: string | null
  visibility: SheetVisibility
  notes: SheetNotes
  /** Joined cells, for the table to give their value to all of them. */
  merges?: readonly MergedRange[]
  /** Where the sheet holds several tables. */
  part?: SheetPart
}

/** A profile of earlier imports that fits a table, and what is different this time. */
export interface ProfileMatch {
  profileId: number
  name: string
  /** UTC instant of the last use. */
  usedAt: string
  /** Every column stands where it stood, under the same header. */
  isExact: boolean
  /** Headers, as the files have them. Moved columns are found again by their header. */
  added: string[]
  missing: { header: string; field: string }[]
  moved: { header: string; from: number; to: number }[]
}

/** A table found in a file, and how it is understood. */
export interface TablePlan {
  /** File number and sheet: '0', or '0/Sheet1'; the second table of a sheet is '0/Sheet1#2'. Choices refer to it. */
  key: string
  fileIndex: number
  fileName: string
  sheet: string | null
  /** Null: the table is not imported (nothing recognised, or the user skips it). */
  entity: EntityName | null
  entityConfidence: number
  /** 1-based row of the (last row of the) header in the file; null: the table has none. */
  headerRow: number | null
  /** How many rows the header has; 0 where there is none. Headers of several rows are joined. */
  headerRows: number
  /** 0-based column in which the table begins. */
  firstColumn: number
  columns: ColumnPlan[]
  rowCount: number
  /** Rows left out below or between (footers, totals), with their text. */
  leftOut: { rowNumber: number; text: string }[]
  /** How many were left out, also where the list above is cut short. */
  leftOutCount: number
  /** Empty cells that were read as the one above: joined cells, and groups named on their first row only. */
  filledCells: number
  encoding: EncodingName | null
  delimiter: string | null
  quote: string | null
  visibility: SheetVisibility
  notes: SheetNotes
  profile: ProfileMatch | null
  /** Where the sheet holds several tables: which of them this is. */
  part?: SheetPart
}

/** A row of a table with its place in the file. */
export interface RawRow {
  /** 1-based, as the row is counted in the file. */
  rowNumber: number
  cells: RawCell[]
}

export interface ReadTable extends TablePlan {
  rows: RawRow[]
  questions: Question[]
}

/** What the user says of a file before it is read, by its place among the files. */
export interface FileChoice {
  fileIndex: number
  password?: string | undefined
  encoding?: EncodingName | undefined
  delimiter?: string | undefined
  /** '' for a text whose quotes mean nothing. */
  quote?: string | undefined
  /** Each sheet is one table, however it looks. */
  keepsSheetsWhole?: boolean | undefined
}

/** What the user corrected in the preview, by table key; all of it optional. */
export interface TableChoice {
  key: string
  /** Null: leave this table out. */
  entity?: EntityName | null | undefined
  /** 1-based last row of the header; 0: the table has no header. */
  headerRow?: number | undefined
  headerRows?: number | undefined
  /** 1-based last row that is read. */
  lastRow?: number | undefined
  /** Rows that the file hides are left out; they are read otherwise. */
  leavesHiddenRows?: boolean | undefined
  /** Columns are found anew, whatever earlier imports of such a table were told. */
  ignoresProfiles?: boolean | undefined
  columns?: Record<string, string> | undefined
  dateOrders?: Record<string, DateOrder> | undefined
  decimalSigns?: Record<string, DecimalSign> | undefined
  scales?: Record<string, Scale> | undefined
}

export type Severity = 'rejects' | 'warning' | 'note'

/** One rule and what it found: i18n import.rules.<rule>. */
export interface Finding {
  rule: string
  severity: Severity
  count: number
  /** Sum of the amounts touched, in the workspace's currency; null where the rule has nothing to do with money. */
  amountMinor: number | null
  /** Up to five, in words of the file: names, ids, cells. */
  examples: string[]
}

export type ImportError =
  | { code: 'import.noFiles' }
  | { code: 'import.fileGone'; fileName: string }
  | { code: 'import.fileChanged'; fileName: string }
  | { code: 'import.fileEmpty'; fileName: string }
  | { code: 'import.fileTooLarge'; fileName: string; megabytes: number }
  | { code: 'import.unknownFormat'; fileName: string }
  | { code: 'import.unreadable'; fileName: string; problem: string }
  | { code: 'import.passwordNeeded'; fileName: string; fileIndex: number }
  | { code: 'import.passwordWrong'; fileName: string; fileIndex: number }
  /** Protected in a way that can't be opened here (an old xls): take the password off in Excel. */
  | { code: 'import.passwordProtected'; fileName: string }
  | { code: 'import.oldFormat'; fileName: string; format: string }
  | { code: 'import.needsAnswer'; header: string; fileName: string }
  | { code: 'import.nothingRecognised' }
  | { code: 'import.sourceMissing' }
  | { code: 'import.importMissing' }
  | { code: 'import.alreadyUndone' }
  | { code: 'import.rowMissing' }
  | { code: 'import.profileMissing' }
  | { code: 'import.needsScenario' }
  | { code: 'import.scenarioLocked' }
