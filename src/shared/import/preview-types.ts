// What an import would do: counts, differences to what is known, names that may be one, stages, findings, and rows not taken.
import type { AccountId, OpportunityId, ProductId } from '#shared/crm/types.ts'
import type { SellerId } from '#shared/people/types.ts'
import type { StageId, StageStatus } from '#shared/playbook/types.ts'
import type { CurrencyCode } from '#shared/units/currency.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { EntityName } from './entities/entity.ts'
import type { Finding, ImportId, Question, RawCell, RawRow, TablePlan } from './types.ts'

export interface RowCounts {
  new: number
  changed: number
  same: number
  rejected: number
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
  /** Rows above the header as the file has them, and the header: for choosing another header row. */
  topRows: RawRow[]
}

export interface EntityCounts extends RowCounts {
  entity: EntityName | 'stages' | 'teams'
  /** Made because other rows name them (a deal names a seller nobody listed). */
  implied: number
}

/**
 * A stage name of the files and what it means. `known`: a stage of the workspace, by name or alias; `words`: told by words
 * such as won or perdida; `guess`: no word tells, it is taken as open and should be looked at.
 */
export interface StagePreview {
  name: string
  status: StageStatus
  deals: number
  isNew: boolean
  /** The stage it becomes; null: a new one of this name. */
  stageId: StageId | null
  sureness: 'known' | 'words' | 'guess' | 'chosen'
}

/** What the user says a stage name means: an existing stage, or a new one with its status. */
export interface StageChoice {
  name: string
  stageId?: StageId | undefined
  status?: StageStatus | undefined
}

export type IdentityEntity = 'accounts' | 'sellers' | 'products'

/**
 * A name of the files that may be somebody known. Until it is decided it counts as somebody else, and is said.
 * `reasons`: i18n import.identity.reasons.<reason> ('spaces', 'typo', 'legalForm', 'domain', 'taxId', 'initials', 'words').
 */
export interface IdentityCandidate {
  entity: IdentityEntity
  /** As the files write it. */
  name: string
  rows: number
  amountMinor: number
  candidates: {
    /** Null: another name of the same files. */
    id: AccountId | SellerId | ProductId | null
    name: string
    /** 0 to 1. */
    similarity: number
    reasons: string[]
  }[]
  decision: IdentityChoice['decision'] | null
  /** Joined without a question because only spaces or signs differ; the user can still say it is another. */
  isJoined: boolean
}

export interface IdentityChoice {
  entity: IdentityEntity
  name: string
  decision: 'same' | 'different'
  /** With 'same': the candidate's name. */
  sameAs?: string | undefined
}

export type DealChangeKind =
  | 'new'
  | 'won'
  | 'lost'
  | 'reopened'
  | 'advanced'
  | 'fellBack'
  | 'slipped'
  | 'pulledIn'
  | 'grown'
  | 'shrunk'
  | 'reassigned'
  | 'other'
  | 'vanished'

/** One field of a deal, before and after; stages, sellers and accounts by name, amounts in minor units. */
export interface FieldChange {
  field: string
  before: string | number | null
  after: string | number | null
}

export interface DealChange {
  /** Null: a deal that is new. */
  opportunityId: OpportunityId | null
  externalId: string | null
  label: string
  accountName: string | null
  sellerName: string | null
  kinds: DealChangeKind[]
  changes: FieldChange[]
  /** The amount now, and what it was. */
  amountMinor: number | null
  beforeMinor: number | null
  currency: CurrencyCode
}

/** What an export changes about deals that are known. A deal may count under several kinds. */
export interface Differences {
  /** The import of the same shape that it is compared with; null: the first of its kind. */
  since: { importId: ImportId; importedAt: string } | null
  kinds: {
    kind: DealChangeKind
    deals: number
    /** Sum of the amounts now (of what they were, for vanished ones), in the workspace's currency. */
    amountMinor: number
    /** Sum of the changes of amount. */
    changeMinor: number
    /** Slipped and pulled in: the middle of the days moved. */
    medianDays: number | null
  }[]
  /** The first 500 changed or vanished deals, the largest change first. */
  deals: DealChange[]
}

/** What is done with deals that an earlier export of the same shape held and this one does not. */
export type VanishedChoice = 'keep' | 'remove'

export interface ImportPreview {
  tables: TablePreview[]
  entities: EntityCounts[]
  stages: StagePreview[]
  identities: IdentityCandidate[]
  differences: Differences
  questions: Question[]
  findings: Finding[]
  rejected: RejectedRow[]
  /** Sum of the won deals in the files, in the workspace's currency. */
  won: { deals: number; amountMinor: number; currency: CurrencyCode }
  /** First and last close date of the won deals. */
  firstWonOn: IsoDate | null
  lastWonOn: IsoDate | null
  /** Share of the deals in the files about which no rule of severity warning or worse finds anything, 0 to 1; null without deals. */
  qualityRatio: number | null
  /** Nothing new and nothing changed: importing again would do nothing. */
  isEmpty: boolean
  /** Each file was imported before, byte by byte. Another file without news is kept: what it holds outlasts the imports before it. */
  isKnown: boolean
  /** These very files were imported before and nothing has changed since: they were not even compared. */
  sameAs: { importId: ImportId; importedAt: string } | null
  /** The import needs a scenario to write into (quotas, territory assignments). */
  needsScenario: boolean
  /** The files as they were read; run refuses when one has changed since. */
  hashes: string[]
}
