// What changes between two states of territories: per account who gets what, per seller what changes, and how much is disturbed.
import type { AccountId } from '#shared/crm/types.ts'
import type { SellerId } from '#shared/people/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import type { IndexId, MeasureId } from './types.ts'

/** A scenario on a day. */
export interface TerritoryState {
  scenarioId: ScenarioId
  scenarioName: string
  onDate: IsoDate
}

export interface AccountChange {
  accountId: AccountId
  accountName: string
  /** Territories by name: scenarios have their own, and those of one name are the same. Null is unassigned. */
  fromTerritory: string | null
  toTerritory: string | null
  fromSellers: string[]
  toSellers: string[]
  /** Whether its seller changes, or only the name of the territory. */
  isNewSeller: boolean
  wonMinor: number
  openMinor: number
  /** Years since the first deal of the account with one of the sellers it loses; null when there is none. */
  relationshipYears: number | null
}

export interface SellerChange {
  sellerId: SellerId
  sellerName: string
  before: StateFigures
  after: StateFigures
  gained: number
  lost: number
}

export interface StateFigures {
  accounts: number
  wonMinor: number
  openMinor: number
  workloadHours: number
  potential: number
}

/** How much of today moves: shares of 0 to 1 of what lies in a territory in the first state; null where the total is 0. */
export interface Disruption {
  accounts: number
  accountsRatio: number | null
  wonMinor: number
  revenueRatio: number | null
  openMinor: number
  pipelineRatio: number | null
  relationshipYears: number
  relationshipRatio: number | null
}

export interface TerritoryComparison {
  left: TerritoryState
  right: TerritoryState
  currency: CurrencyCode
  changes: AccountChange[]
  sellers: SellerChange[]
  disruption: Disruption
  /** Evenness of both, by measure. */
  evenness: Record<MeasureId, { left: Record<IndexId, number | null>; right: Record<IndexId, number | null> }>
}
