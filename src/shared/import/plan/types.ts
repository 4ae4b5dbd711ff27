// What an import would write: rows that are new or changed, with references between them, and the source row of each.
// References above 0 are rows that exist; below 0 they are rows of the same plan: -1 is the first new one of its kind.
import type { CustomFields } from '#shared/crm/types.ts'
import type { SellerFields } from '#shared/people/types.ts'
import type { StageStatus } from '#shared/playbook/types.ts'
import type { CurrencyCode } from '#shared/units/currency.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { EntityCounts, Finding, RawCell, RejectedRow, RowCounts, StagePreview } from '../types.ts'

export type Ref = number

export interface AccountValues {
  name: string
  nameKey: string
  externalId: string | null
  parent: Ref | null
  owner: Ref | null
  industry: string | null
  segment: string | null
  country: string | null
  region: string | null
  city: string | null
  postalCode: string | null
  employees: number | null
  revenueMinor: number | null
  foundedYear: number | null
  custom: CustomFields | null
}

export interface ProductValues {
  name: string
  nameKey: string
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
  custom: CustomFields | null
}

export interface ActivityValues {
  kind: string
  happenedOn: IsoDate
  seller: Ref | null
  account: Ref | null
  opportunity: Ref | null
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
  problem: { rule: string; header: string; cell: string } | null
}

export interface ImportPlan {
  stages: { id: Ref; name: string; nameKey: string; status: StageStatus }[]
  teams: PlannedTeam[]
  sellers: PlannedRow<SellerValues>[]
  memberships: { seller: Ref; team: Ref }[]
  accounts: PlannedRow<AccountValues>[]
  products: PlannedRow<ProductValues>[]
  opportunities: PlannedRow<OpportunityValues>[]
  activities: PlannedRow<ActivityValues>[]
  sources: PlannedSource[]
  tableCounts: Record<string, RowCounts>
  entityCounts: EntityCounts[]
  stagePreview: StagePreview[]
  findings: Finding[]
  rejected: RejectedRow[]
  /** Won deals of the files, in one currency: the workspace's, or where there are none, that of most. */
  won: { deals: number; amountMinor: number; currency: CurrencyCode }
  firstWonOn: IsoDate | null
  lastWonOn: IsoDate | null
  /** The newest date on which something happened in the files; what the data is as of. */
  dataAsOfOn: IsoDate | null
}

/** What the workspace holds already, as far as an import compares with it. */
export interface KnownFacts {
  currency: CurrencyCode
  today: IsoDate
  stages: { id: Ref; name: string; nameKey: string; status: StageStatus }[]
  teams: { id: Ref; parent: Ref | null; nameKey: string; lead: Ref | null }[]
  sellers: { id: Ref; values: SellerValues; aliasKeys: string[]; team: Ref | null }[]
  accounts: { id: Ref; values: AccountValues }[]
  products: { id: Ref; values: ProductValues }[]
  opportunities: { id: Ref; values: OpportunityValues }[]
  activities: { id: Ref; values: ActivityValues }[]
}
