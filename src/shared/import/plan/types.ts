// What an import would write: rows that are new or changed, with references between them, and the source row of each.
// References above 0 are rows that exist; below 0 they are rows of the same plan: -1 is the first new one of its kind.
import type { CustomFields } from '#shared/crm/types.ts'
import type { SellerFields } from '#shared/people/types.ts'
import type { StageStatus } from '#shared/playbook/types.ts'
import type { CurrencyCode } from '#shared/units/currency.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { FiscalCalendar } from '#shared/units/period.ts'
import type {
  Differences,
  EntityCounts,
  Finding,
  IdentityCandidate,
  IdentityChoice,
  IdentityEntity,
  ImportId,
  RawCell,
  RejectedRow,
  RowCounts,
  StageChoice,
  StagePreview,
  VanishedChoice
} from '../types.ts'

export type Ref = number

export interface AccountValues {
  name: string
  nameKey: string
  externalId: string | null
  domain: string | null
  taxId: string | null
  parent: Ref | null
  owner: Ref | null
  industry: string | null
  segment: string | null
  country: string | null
  region: string | null
  city: string | null
  postalCode: string | null
  longitude: number | null
  latitude: number | null
  employees: number | null
  revenueMinor: number | null
  foundedYear: number | null
  contacts: number | null
  custom: CustomFields | null
}

export interface ProductValues {
  name: string
  nameKey: string
  externalId: string | null
  family: string | null
  listPriceMinor: number | null
}

export interface OpportunityValues {
  externalId: string | null
  name: string | null
  account: Ref | null
  product: Ref | null
  seller: Ref | null
  stage: Ref
  amountMinor: number | null
  currency: CurrencyCode
  createdOn: IsoDate | null
  closeOn: IsoDate | null
  leadSource: string | null
  isNewBusiness: boolean | null
  probabilityRatio: number | null
  forecastCategory: string | null
  lastActivityOn: IsoDate | null
  lossReason: string | null
  custom: CustomFields | null
}

export interface ActivityValues {
  kind: string
  happenedOn: IsoDate
  seller: Ref | null
  account: Ref | null
  opportunity: Ref | null
}

export interface StageChangeValues {
  opportunity: Ref
  stage: Ref
  enteredOn: IsoDate
}

export interface LeadValues {
  externalId: string | null
  name: string | null
  company: string | null
  account: Ref | null
  seller: Ref | null
  opportunity: Ref | null
  source: string | null
  status: string | null
  isQualified: boolean | null
  score: number | null
  segment: string | null
  country: string | null
  region: string | null
  valueMinor: number | null
  currency: CurrencyCode | null
  createdOn: IsoDate | null
  answeredOn: IsoDate | null
  convertedOn: IsoDate | null
  custom: CustomFields | null
}

export interface InvoiceValues {
  externalId: string | null
  kind: 'invoice' | 'payment'
  account: Ref | null
  seller: Ref | null
  product: Ref | null
  opportunity: Ref | null
  issuedOn: IsoDate
  dueOn: IsoDate | null
  paidOn: IsoDate | null
  amountMinor: number
  currency: CurrencyCode
}

export interface RateValues {
  from: CurrencyCode
  to: CurrencyCode
  validOn: IsoDate
  /** Units of `to` for one unit of `from`, as decimal text. */
  rate: string
}

export interface TargetValues {
  scope: 'company' | 'team' | 'territory' | 'product'
  scopeName: string
  team: Ref | null
  measure: string
  startsOn: IsoDate
  endsOn: IsoDate
  amountMinor: number
  currency: CurrencyCode
}

/** A quota of one seller for one fiscal month; longer periods are shared out over their months, exact to the minor unit. */
export interface QuotaValues {
  seller: Ref
  periodKey: string
  startsOn: IsoDate
  amountMinor: number
}

/** An account given to a territory of the scenario; `territory` below 0 is one to be made. */
export interface AssignmentValues {
  account: Ref
  territory: Ref
}

/** Who works a territory of the scenario. */
export interface CoverageValues {
  territory: Ref
  seller: Ref
}

export interface SellerValues extends SellerFields {
  /** Key of the name, to find the person again. */
  nameKey: string
}

/** A row to write: `id` above 0 changes that row, else it is new under the reference `id`. */
export interface PlannedRow<Values> {
  id: Ref
  values: Values
  /** Place in `sources`; null keeps the source the row has. */
  source: number | null
  /** An earlier part has made this new row; more has been said about it since. */
  isAgain?: boolean
}

/** Changed deals also carry what they were, for the history. */
export interface PlannedDeal extends PlannedRow<OpportunityValues> {
  before: OpportunityValues | null
}

export interface PlannedTeam {
  id: Ref
  parent: Ref | null
  name: string
  nameKey: string
  /** Who leads it; null leaves the lead as it is. */
  lead: Ref | null
}

export interface PlannedSource {
  tableKey: string
  rowNumber: number
  cells: RawCell[]
}

export interface PlannedQuarantine {
  tableKey: string
  rowNumber: number
  cells: RawCell[]
  problem: { rule: string; header: string; cell: string }
}

/** A name learnt for an account, product, seller or stage. */
export interface PlannedAlias {
  of: IdentityEntity | 'stages'
  ref: Ref
  alias: string
  aliasKey: string
}

/** A correction whose imported value is another now; `isConfirmed`: the file says what the correction said, so it ends. */
export interface PlannedCorrection {
  id: number
  imported: string | number | null
  /** What a number in `imported` refers to: below 0 it is a new row of the same plan. Null for fields that are no reference. */
  of: IdentityEntity | 'stages' | null
  isConfirmed: boolean
}

/**
 * A part of the rows to write. Parts come one after the other, so that a long file is never held twice; what a part refers
 * to stands in it or in an earlier one. `firstSource` is the place of its first source among all sources.
 */
export interface PlanPart {
  stages: { id: Ref; name: string; nameKey: string; status: StageStatus }[]
  teams: PlannedTeam[]
  sellers: PlannedRow<SellerValues>[]
  memberships: { seller: Ref; team: Ref }[]
  accounts: PlannedRow<AccountValues>[]
  products: PlannedRow<ProductValues>[]
  opportunities: PlannedDeal[]
  stageChanges: PlannedRow<StageChangeValues>[]
  leads: PlannedRow<LeadValues>[]
  activities: PlannedRow<ActivityValues>[]
  invoices: PlannedRow<InvoiceValues>[]
  rates: PlannedRow<RateValues>[]
  targets: PlannedRow<TargetValues>[]
  quotas: PlannedRow<QuotaValues>[]
  territories: { id: Ref; name: string; team: Ref | null }[]
  assignments: PlannedRow<AssignmentValues>[]
  coverages: PlannedRow<CoverageValues>[]
  aliases: PlannedAlias[]
  corrections: PlannedCorrection[]
  removedDeals: Ref[]
  /** Kinds of which nothing comes any more: what is best done once all their rows are there can be done now. */
  complete: 'opportunities'[]
  firstSource: number
  sources: PlannedSource[]
  quarantine: PlannedQuarantine[]
}

/** Kinds of which it is kept what a table of a file held: so a row that two imports hold outlasts either of them alone. */
export type SeenKind =
  | 'opportunities'
  | 'stageChanges'
  | 'leads'
  | 'activities'
  | 'invoices'
  | 'rates'
  | 'targets'
  | 'quotas'
  | 'assignments'
  | 'coverages'
  | 'accounts'
  | 'products'
  | 'sellers'
  | 'teams'

/** Ids that a table of a file holds, new or not, as runs [first, last] of references, in order. */
export interface SeenRows {
  tableKey: string
  entity: SeenKind
  ranges: [Ref, Ref][]
}

/** What a whole plan comes to, beside its rows. */
export interface PlanReport {
  tableCounts: Record<string, RowCounts>
  entityCounts: EntityCounts[]
  stagePreview: StagePreview[]
  identities: IdentityCandidate[]
  differences: Differences
  findings: Finding[]
  /** The first 500. */
  rejected: RejectedRow[]
  seen: SeenRows[]
  /** Won deals of the files, in one currency: the workspace's, or where there are none, that of most. */
  won: { deals: number; amountMinor: number; currency: CurrencyCode }
  firstWonOn: IsoDate | null
  lastWonOn: IsoDate | null
  /** The newest date on which something happened in the files; what the data is as of. */
  dataAsOfOn: IsoDate | null
  qualityRatio: number | null
  needsScenario: boolean
  /** Nothing would be written but quarantine. */
  isEmpty: boolean
}

/** What the user decided in the preview about names, stages and deals that are gone. */
export interface PlanChoices {
  stages: readonly StageChoice[]
  identities: readonly IdentityChoice[]
  vanished: VanishedChoice
}

/** What the workspace holds already, as far as an import compares with it. */
export interface KnownFacts {
  currency: CurrencyCode
  calendar: FiscalCalendar
  /** The year of the scenario the import writes into: periods named without a year ("Q1", "enero") lie in it. Null without a scenario. */
  fiscalYear: number | null
  today: IsoDate
  stages: { id: Ref; name: string; nameKey: string; status: StageStatus; aliasKeys: string[] }[]
  teams: { id: Ref; parent: Ref | null; name: string; nameKey: string; lead: Ref | null }[]
  sellers: {
    id: Ref
    values: SellerValues
    aliases: { key: string; fromOn: IsoDate | null; toOn: IsoDate | null }[]
    /** Of people merged into this one: exports still name them so. */
    mergedIds: { externalId: string | null; email: string | null }[]
    team: Ref | null
  }[]
  accounts: { id: Ref; values: AccountValues; aliasKeys: string[] }[]
  products: { id: Ref; values: ProductValues; aliasKeys: string[] }[]
  opportunities: { id: Ref; values: OpportunityValues }[]
  stageChanges: { id: Ref; values: StageChangeValues }[]
  leads: { id: Ref; values: LeadValues }[]
  activities: { id: Ref; values: ActivityValues }[]
  invoices: { id: Ref; values: InvoiceValues }[]
  rates: { id: Ref; values: RateValues }[]
  targets: { id: Ref; values: TargetValues }[]
  /** Of the scenario the import writes into; empty without one. */
  quotas: { id: Ref; values: QuotaValues }[]
  territories: { id: Ref; name: string; nameKey: string }[]
  assignments: { id: Ref; values: AssignmentValues }[]
  coverages: { id: Ref; values: CoverageValues }[]
  hasScenario: boolean
  /** By deal: fields that a user corrected, with what the last import said. */
  corrections: {
    id: number
    opportunity: Ref
    field: string
    imported: string | number | null
    corrected: string | number | null
  }[]
  /** Pairs of keys that the user has decided about, either way round. */
  decisions: { entity: IdentityEntity; leftKey: string; rightKey: string; isSame: boolean }[]
  /** The newest import of each shape of deal table, with the deals it held. */
  earlier: { shape: string; importId: ImportId; importedAt: string; ranges: [Ref, Ref][] }[]
}
