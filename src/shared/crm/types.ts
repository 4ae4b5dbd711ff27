// What the CRM knows: accounts, products, deals (opportunities) and activities, and the sums that other domains read from them.
// A booking is a deal in a stage of status won, counted on its close date. Everything here is shared by all scenarios.
import type { SellerId } from '#shared/people/types.ts'
import type { StageId, StageStatus } from '#shared/playbook/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { Id } from '#shared/units/id.ts'
import type { CurrencyCode } from '#shared/units/money.ts'

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
  parentId: AccountId | null
  ownerId: SellerId | null
  industry: string | null
  segment: string | null
  country: string | null
  region: string | null
  city: string | null
  postalCode: string | null
  employees: number | null
  /** Annual revenue of the account in the workspace's currency, minor units. */
  revenueMinor: number | null
  foundedYear: number | null
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
  sourceRowId: SourceRowId | null
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
  won: WonSum
  /** The first and last close date of a won deal; null without won deals. */
  firstWonOn: IsoDate | null
  lastWonOn: IsoDate | null
  /** Deals in other currencies, which no sum includes. */
  otherCurrencies: { currency: CurrencyCode; deals: number }[]
}

export type CrmError =
  | { code: 'crm.opportunityMissing' }
  | { code: 'crm.accountMissing' }
  | { code: 'crm.productMissing' }
