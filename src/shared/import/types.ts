// What an import is made of: files, tables found in them, how their columns are understood, what would change, and what is wrong.
import type { CurrencyCode } from '#shared/units/currency.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { Id } from '#shared/units/id.ts'
import type { EntityName, FieldKind } from './entities/entity.ts'

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
  /** Currency said by the cells themselves ("1.054 €"). */
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
  kind: 'dateOrder' | 'decimalSign' | 'scale'
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
}

/** A table found in a file, and how it is understood. */
export interface TablePlan {
  /** File number and sheet: '0', or '0/Sheet1'. Choices refer to it. */
  key: string
  fileIndex: number
  fileName: string
  sheet: string | null
  /** Null: the table is not imported (nothing recognised, or the user skips it). */
  entity: EntityName | null
  entityConfidence: number
  /** 1-based row of the header in the file; null: the table has none. */
  headerRow: number | null
  columns: ColumnPlan[]
  rowCount: number
  /** Rows left out below or between (footers, totals), with their text. */
  leftOut: { rowNumber: number; text: string }[]
  encoding: string | null
  delimiter: string | null
  isHidden: boolean
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

export interface ReadFile {
  index: number
  name: string
  sha256: string
  bytes: number
  tables: ReadTable[]
}

/** What the user corrected in the preview, by table key; all of it optional. */
export interface TableChoice {
  key: string
  /** Null: leave this table out. */
  entity?: EntityName | null | undefined
  columns?: Record<string, string> | undefined
  dateOrders?: Record<string, DateOrder> | undefined
  decimalSigns?: Record<string, DecimalSign> | undefined
  scales?: Record<string, Scale> | undefined
}

export interface RowCounts {
  new: number
  changed: number
  same: number
  rejected: number
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

export interface RejectedRow {
  fileName: string
  sheet: string | null
  rowNumber: number
  rule: string
  header: string
  cell: string
  cells: RawCell[]
}

export interface TablePreview extends TablePlan {
  counts: RowCounts
  /** The first rows as they stand in the file. */
  firstRows: RawRow[]
}

export interface EntityCounts extends RowCounts {
  entity: EntityName | 'stages' | 'teams'
  /** Made because other rows name them (a deal names a seller nobody listed). */
  implied: number
}

export interface StagePreview {
  name: string
  status: 'open' | 'won' | 'lost'
  deals: number
  isNew: boolean
}

export interface ImportPreview {
  tables: TablePreview[]
  entities: EntityCounts[]
  stages: StagePreview[]
  questions: Question[]
  findings: Finding[]
  rejected: RejectedRow[]
  /** Sum of the won deals in the files, in the workspace's currency. */
  won: { deals: number; amountMinor: number; currency: CurrencyCode }
  /** First and last close date of the won deals. */
  firstWonOn: IsoDate | null
  lastWonOn: IsoDate | null
  /** Nothing new and nothing changed: importing again would do nothing. */
  isEmpty: boolean
  /** The files as they were read; run refuses when one has changed since. */
  hashes: string[]
}

export interface ImportOutcome {
  /** Null when there was nothing to do. */
  importId: ImportId | null
  title: string
  entities: EntityCounts[]
  findings: Finding[]
  won: { deals: number; amountMinor: number; currency: CurrencyCode }
}

export interface ImportFileRow {
  fileName: string
  sheet: string | null
  entity: EntityName
  counts: RowCounts
  rowsRead: number
}

export interface ImportRow {
  id: ImportId
  title: string
  /** UTC instant. */
  importedAt: string
  dataAsOfOn: IsoDate | null
  files: ImportFileRow[]
  findings: Finding[]
  /** Rows that were not taken and stand in the list of rejected rows. */
  rejected: number
  /** The newest command is this import, so Undo takes it back. */
  isNewest: boolean
}

/** Where a fact came from, cell by cell. */
export interface SourceTrace {
  importId: ImportId
  importedAt: string
  fileName: string
  sheet: string | null
  sha256: string
  rowNumber: number
  /** `column` counts from 1, as a spreadsheet does. */
  cells: { column: number; header: string; cell: RawCell; field: string }[]
}

/** A quality rule run over everything in the workspace. */
export interface QualityRow extends Finding {
  /** Rows that the rule looked at. */
  of: number
}

export type ImportError =
  | { code: 'import.noFiles' }
  | { code: 'import.fileGone'; fileName: string }
  | { code: 'import.fileChanged'; fileName: string }
  | { code: 'import.fileEmpty'; fileName: string }
  | { code: 'import.fileTooLarge'; fileName: string; megabytes: number }
  | { code: 'import.unknownFormat'; fileName: string }
  | { code: 'import.unreadable'; fileName: string; problem: string }
  | { code: 'import.passwordProtected'; fileName: string }
  | { code: 'import.oldFormat'; fileName: string; format: string }
  | { code: 'import.needsAnswer'; header: string; fileName: string }
  | { code: 'import.nothingRecognised' }
  | { code: 'import.sourceMissing' }
