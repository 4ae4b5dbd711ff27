// What imports leave behind: the list of them, quarantine, profiles, traces, quality, and what undoing one would do.
import type { AccountId, OpportunityId } from '#shared/crm/types.ts'
import type { SellerId } from '#shared/people/types.ts'
import type { CurrencyCode } from '#shared/units/currency.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { EntityName } from './entities/entity.ts'
import type { EntityCounts, RowCounts } from './preview-types.ts'
import type { Finding, ImportId, RawCell, SheetPart } from './types.ts'

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
  /** The profile of earlier imports by which it was read; null where none was used, or before that was kept. */
  profile: { name: string; isExact: boolean } | null
  /** Where the sheet held several tables. */
  part?: SheetPart
}

export interface ImportRow {
  id: ImportId
  title: string
  /** 'retry': rows of quarantine that were fixed and taken later. */
  kind: 'files' | 'retry'
  /** UTC instant. */
  importedAt: string
  /** UTC instant at which it was taken back; rows that later imports hold too may have stayed. */
  undoneAt: string | null
  dataAsOfOn: IsoDate | null
  files: ImportFileRow[]
  findings: Finding[]
  /** Rows that were not taken and still stand in quarantine. */
  rejected: number
  /** The newest command is this import, so Undo takes it back. */
  isNewest: boolean
}

/** A row that was not taken, with what has been mended in it so far. */
export interface QuarantineRow {
  id: number
  importId: ImportId
  fileName: string
  sheet: string | null
  entity: EntityName
  rowNumber: number
  rule: string
  /** The column that stopped it and its cell; '' where no single column did. */
  header: string
  cell: string
  headers: string[]
  /** The field that each column becomes, 'custom' or 'none'. */
  fields: string[]
  /** As the file has them. */
  cells: RawCell[]
  /** Mended cells by column. */
  edits: Record<string, RawCell>
  state: 'open' | 'fixed' | 'dismissed'
}

export interface ImportProfile {
  id: number
  name: string
  entity: EntityName
  columns: { header: string; field: string }[]
  createdAt: string
  usedAt: string
  uses: number
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

/**
 * Figures that poor data weakens. `bookings`: won deals; `pipeline`: open deals; `credit`: who sold what to whom;
 * `people`: sellers and teams.
 */
export type QualityMeasure = 'bookings' | 'pipeline' | 'credit' | 'people'

/** A quality rule run over everything in the workspace. */
export interface QualityRow extends Finding {
  /** Rows that the rule looked at. */
  of: number
  measures: QualityMeasure[]
  /** What its rows are: quality.listRows shows them. */
  about: 'opportunities' | 'accounts' | 'sellers' | 'quarantine'
}

/** One row that a rule found. */
export interface QualityFindingRow {
  opportunityId: OpportunityId | null
  accountId: AccountId | null
  sellerId: SellerId | null
  label: string
  accountName: string | null
  sellerName: string | null
  stageName: string | null
  amountMinor: number | null
  currency: CurrencyCode | null
  createdOn: IsoDate | null
  closeOn: IsoDate | null
  /** What makes it one: the other row's name, the days, the factor; in figures and names, no words. */
  detail: string
}

/**
 * How sound the data under a figure is: rows without a warning over rows looked at. A row that several rules find counts
 * once; rows in quarantine count as unsound.
 */
export interface QualityScore {
  measure: QualityMeasure
  /** 0 to 1; null without rows. */
  ratio: number | null
  sound: number
  of: number
  /** The rules that weaken it, the most rows first. */
  rules: { rule: string; count: number }[]
}

/** What taking an import back would do, said before it is done. */
export interface UndoEffect {
  importId: ImportId
  /** Rows that go, by table of facts. */
  removes: { what: string; count: number }[]
  /** Rows whose old values come back. */
  restores: { what: string; count: number }[]
  /** Rows of this import that stay, because later imports hold them too or something that stays refers to them. */
  keeps: { what: string; count: number; why: 'laterImport' | 'changedLater' | 'inUse' }[]
  /** What the user made that goes with the rows: quotas, territory assignments, pay plan members. */
  dependents: { what: string; count: number }[]
  laterImports: { importId: ImportId; title: string; importedAt: string }[]
  /** It is the newest step, so Ctrl+Z does the same. */
  isNewest: boolean
}
