// What the CRM knows: accounts, products, deals (opportunities) and activities, and the sums that other domains read from them.
// A booking is a deal in a stage of status won, counted on its close date. Everything here is shared by all scenarios.
import type { SellerId } from '#shared/people/types.ts'
import type { StageId, StageStatus } from '#shared/playbook/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { Id } from '#shared/units/id.ts'
import type { CurrencyCode } from '#shared/units/money.ts'

export type * from './merge-types.ts'

export type AccountId = Id<'account'>
export type ProductId = Id<'product'>
export type OpportunityId = Id<'opportunity'>
export type ActivityId = Id<'activity'>
/** The row of the imported file that a fact came from (see import.traceRow). */
export type SourceRowId = Id<'sourceRow'>

/** Columns that the file had and the model has not, by header: kept as they were. */
export type CustomFields = Record<string, string>

export interface Account {
  id: AccountId
  name: string
  externalId: string | null
  /** Web domain without www ("acme.com") and tax id without spaces and signs: both tell companies of like names apart. */
  domain: string | null
  taxId: string | null
  parentId: AccountId | null
  ownerId: SellerId | null
  industry: string | null
  segment: string | null
  country: string | null
  region: string | null
  city: string | null
  postalCode: string | null
  /** Degrees, west and south negative: both or none. */
  longitude: number | null
  latitude: number | null
  employees: number | null
  /** Annual revenue of the account in the workspace's currency, minor units. */
  revenueMinor: number | null
  foundedYear: number | null
  /** How many people are known there. */
  contacts: number | null
  sourceRowId: SourceRowId | null
}

/** An account with what was sold to it and what is still open, in one currency. */
export interface AccountRow extends Account {
  parentName: string | null
  ownerName: string | null
  wonDeals: number
  wonMinor: number
  openDeals: number
  openMinor: number
  /** The newest close date of a won deal. */
  lastWonOn: IsoDate | null
}

export interface ProductRow {
  id: ProductId
  name: string
  externalId: string | null
  family: string | null
  listPriceMinor: number | null
  sourceRowId: SourceRowId | null
  wonDeals: number
  wonMinor: number
  openDeals: number
}

export interface OpportunityRow {
  id: OpportunityId
  externalId: string | null
  name: string | null
  accountId: AccountId | null
  accountName: string | null
  productId: ProductId | null
  productName: string | null
  sellerId: SellerId | null
  sellerName: string | null
  stageId: StageId
  stageName: string
  status: StageStatus
  /** Null where the file gave no amount (an early deal), never 0 for unknown. */
  amountMinor: number | null
  currency: CurrencyCode
  createdOn: IsoDate | null
  closeOn: IsoDate | null
  leadSource: string | null
  isNewBusiness: boolean | null
  /** As the CRM says it, 0 to 1; the stage's own chance is in the playbook. */
  probabilityRatio: number | null
  forecastCategory: string | null
  lastActivityOn: IsoDate | null
  lossReason: string | null
  sourceRowId: SourceRowId | null
  /** The amount in the workspace's currency at the dated rate; null where no rate is known. The amount itself without need of one. */
  homeMinor: number | null
  /** A person has corrected fields of it; the source row still says what the file said. */
  isCorrected: boolean
}

export type OpportunitySort = 'closeOn' | 'createdOn' | 'amount' | 'name' | 'account' | 'seller' | 'stage'

export interface OpportunityFilter {
  /** Words to find in the deal, account, seller or external id. */
  text?: string | undefined
  status?: StageStatus | undefined
  stageId?: StageId | undefined
  sellerId?: SellerId | undefined
  accountId?: AccountId | undefined
  productId?: ProductId | undefined
  /** Close date, both ends included. */
  closeFrom?: IsoDate | undefined
  closeTo?: IsoDate | undefined
}

export interface OpportunityPage {
  rows: OpportunityRow[]
  /** How many match the filter, whatever the page. */
  total: number
  /** Sum over all that match and are in the workspace's currency. */
  amountMinor: number
}

/** Dates of close (both included) and the currency whose deals are summed: sums never mix currencies. */
export interface WonRange {
  from?: IsoDate | undefined
  to?: IsoDate | undefined
  currency: CurrencyCode
}

/** A stretch of days to sum over; a fiscal Period fits. */
export interface DayRange {
  key: string
  startsOn: IsoDate
  endsOn: IsoDate
}

export interface WonSum {
  deals: number
  amountMinor: number
}

export interface WonByMonth extends WonSum {
  /** First day of the calendar month. */
  monthOn: IsoDate
}

export interface WonBySellerAndMonth extends WonByMonth {
  /** Null for deals whose seller is unknown. */
  sellerId: SellerId | null
}

export interface WonByPeriod extends WonSum {
  periodKey: string
}

export interface WonBySellerAndPeriod extends WonByPeriod {
  sellerId: SellerId | null
}

export interface WonByAccountAndSeller extends WonSum {
  accountId: AccountId | null
  sellerId: SellerId | null
}

/** Deals closed in a period, won and lost, by count and by amount: the base of win rates. */
export interface ClosedBySellerAndPeriod {
  sellerId: SellerId | null
  periodKey: string
  wonDeals: number
  wonMinor: number
  lostDeals: number
}

export interface OpenPipelineRow {
  sellerId: SellerId | null
  stageId: StageId
  deals: number
  /** Sum of the amounts that are known. */
  amountMinor: number
  /** Deals without an amount: the sum does not know them. */
  dealsWithoutAmount: number
}

/** The open pipeline in one currency, and the part of it that closes in a period. */
export interface OpenInPeriod {
  deals: number
  amountMinor: number
  dealsWithoutAmount: number
  /** Open deals whose close date lies in the period and not before the day asked for. */
  inPeriodDeals: number
  inPeriodMinor: number
  /** Open deals whose close date has passed. */
  overdueDeals: number
}

/** One won deal, for crediting and traces. */
export interface WonDeal {
  id: OpportunityId
  externalId: string | null
  name: string | null
  sellerId: SellerId | null
  accountId: AccountId | null
  accountName: string | null
  productId: ProductId | null
  productName: string | null
  productFamily: string | null
  isNewBusiness: boolean | null
  closeOn: IsoDate
  amountMinor: number
}

export interface CrmCounts {
  accounts: number
  products: number
  opportunities: number
  activities: number
  leads: number
  invoices: number
  rates: number
  targets: number
  won: WonSum
  /** The first and last close date of a won deal; null without won deals. */
  firstWonOn: IsoDate | null
  lastWonOn: IsoDate | null
  /** Deals in other currencies for which no rate is known: no sum includes them. */
  otherCurrencies: { currency: CurrencyCode; deals: number }[]
}

/** Fields of a deal that a user may correct over what the file says. */
export type CorrectableField =
  | 'name'
  | 'accountId'
  | 'productId'
  | 'sellerId'
  | 'stageId'
  | 'amountMinor'
  | 'currency'
  | 'createdOn'
  | 'closeOn'

export type CorrectionId = Id<'correction'>

/** A value that a user put over the imported one. The imported one comes back when the correction is taken away. */
export interface Correction {
  id: CorrectionId
  opportunityId: OpportunityId
  dealLabel: string
  field: CorrectableField
  /** Ids as numbers with their names in words beside them, amounts in minor units. */
  imported: string | number | null
  importedName: string | null
  corrected: string | number | null
  correctedName: string | null
  reason: string
  author: string
  /** UTC instant. */
  madeAt: string
}

/** Accounts that are probably the same company. */
export interface AccountPair {
  leftId: AccountId
  leftName: string
  leftDeals: number
  rightId: AccountId
  rightName: string
  rightDeals: number
  /** 0 to 1. */
  similarity: number
  /** i18n import.identity.reasons.<reason> */
  reasons: string[]
}

export interface LeadRow {
  id: number
  externalId: string | null
  name: string | null
  company: string | null
  sellerName: string | null
  source: string | null
  status: string | null
  isQualified: boolean | null
  score: number | null
  createdOn: IsoDate | null
  answeredOn: IsoDate | null
  convertedOn: IsoDate | null
}

export interface InvoiceRow {
  id: number
  externalId: string | null
  kind: 'invoice' | 'payment'
  accountName: string | null
  sellerName: string | null
  issuedOn: IsoDate
  dueOn: IsoDate | null
  paidOn: IsoDate | null
  amountMinor: number
  currency: CurrencyCode
}

export interface RateRow {
  id: number
  from: CurrencyCode
  to: CurrencyCode
  validOn: IsoDate
  /** Units of `to` for one unit of `from`, as decimal text. */
  rate: string
}

export interface TargetRow {
  id: number
  scope: 'company' | 'team' | 'territory' | 'product'
  scopeName: string
  measure: string
  startsOn: IsoDate
  endsOn: IsoDate
  amountMinor: number
  currency: CurrencyCode
}

export interface StageChange {
  stageId: StageId
  stageName: string
  enteredOn: IsoDate
}

export type CrmError =
  | { code: 'crm.opportunityMissing' }
  | { code: 'crm.accountMissing' }
  | { code: 'crm.productMissing' }
  | { code: 'crm.correctionMissing' }
  | { code: 'crm.mergeMissing' }
  | { code: 'crm.mergeWithItself' }
  | { code: 'crm.sellerMissing' }
  /** Both have something of which one alone can count, and nobody has said whose. */
  | { code: 'crm.mergeUndecided' }
  | { code: 'crm.mergeLocked'; scenarioName: string }
  /** Quotas in two currencies have no sum. */
  | { code: 'crm.mergeCurrencies' }
  | { code: 'crm.rateMissing' }
  /** A rate of nothing, of a currency to itself, or of a code that is no currency. */
  | { code: 'crm.badRate' }
  /** The same, of one of many. */
  | { code: 'crm.badRateOf'; from: string; to: string; validOn: IsoDate }
  | { code: 'crm.badValue'; field: CorrectableField }
