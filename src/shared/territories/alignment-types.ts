// What a user asks of an alignment, and the plan that comes back with its reasons. The problem in plain arrays is alignment/problem.ts.
import type { AccountId } from '#shared/crm/types.ts'
import type { PlaceKind, UnplacedReason } from '#shared/geography/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { AccountFigures, IndexId, MeasureId, TerritoryId } from './types.ts'

export type MoveMeasure = 'accounts' | 'revenue' | 'openPipeline'
export type LockReason = 'manual' | 'openDeals' | 'customers'

/** All that an alignment is asked to do. */
export interface AlignmentRequest {
  scenarioId: ScenarioId
  onDate?: IsoDate | undefined
  /** Territories that take part; absent: all leaves among main territories. Accounts in others stay out of it. */
  territoryIds?: TerritoryId[] | undefined
  /** Unassigned accounts are placed too. */
  withUnassigned: boolean
  /** Weights of the objective; at least one is above 0. */
  weights: { visitKm: number; km: number; imbalance: number; disruption: number }
  balance: MeasureId
  /** Null: balance is no limit. */
  bandRatio: number | null
  limits: { measure: MeasureId; bandRatio: number }[]
  moveLimits: { by: MoveMeasure; maxRatio: number }[]
  /** Accounts that stay: named, and all of a kind (placed by hand, with open deals, with sales). */
  lockedIds: AccountId[]
  locks: LockReason[]
  forbidden: { accountId: AccountId; territoryId: TerritoryId }[]
  /** Whole regions move together and every territory is in one piece; null: accounts move one by one. */
  regions: RegionLayer | null
  seed: number
}

/** Maps whose regions may be moved as a whole. */
export type RegionLayer = 'es-provinces' | 'us-counties' | 'us-states' | 'countries'

export interface ProposedMove {
  accountId: AccountId
  accountName: string
  fromId: TerritoryId | null
  toId: TerritoryId
  /** Moves that only work together have the same number. */
  group: number
  figures: AccountFigures
  /** What this move alone is worth on top of today: points of the balance index, km and visit-km (negative is less), largest deviation (0 to 1). */
  balancePoints: number
  km: number | null
  visitKm: number | null
  deviationRatio: number
  relationshipYears: number | null
}

export interface AlignedTerritory {
  territoryId: TerritoryId
  territoryName: string
  before: AccountFigures
  after: AccountFigures
  /** Load of the balanced measure over its target, minus 1. */
  deviationBefore: number | null
  deviationAfter: number | null
  visitKmBefore: number | null
  visitKmAfter: number | null
}

/** What could not be kept, in words of the plan. */
export type AlignmentShortfall =
  | { kind: 'band'; territoryName: string; deviationRatio: number; bandRatio: number }
  | { kind: 'limit'; measure: MeasureId; territoryName: string; deviationRatio: number; bandRatio: number }
  | { kind: 'moves'; by: MoveMeasure; movedRatio: number; maxRatio: number }
  | { kind: 'connected'; territoryName: string; pieces: number }
  | { kind: 'noTerritory'; accountName: string }

/** A plan found so far, before anything is written. */
export interface AlignmentDraft {
  request: AlignmentRequest
  /** False: the search was stopped before its end, or still runs. */
  isFinished: boolean
  steps: number
  totalSteps: number
  costBefore: number
  cost: number
  lowerBound: number | null
  /** At most this far from the best possible; null when no bound is known. */
  gapRatio: number | null
  kmBefore: number | null
  km: number | null
  visitKmBefore: number | null
  visitKm: number | null
  indicesBefore: Record<IndexId, number | null>
  indices: Record<IndexId, number | null>
  territories: AlignedTerritory[]
  moves: ProposedMove[]
  shortfalls: AlignmentShortfall[]
  /** Accounts that took part, and those without a known place: distance counts for nothing there. */
  accounts: number
  withoutPlace: number
  locked: number
}

/** Accounts and bases for the map, one entry an account in each list. Numbers are those of AccountFigures. */
export interface MapAccounts {
  accountIds: AccountId[]
  names: string[]
  /** Null in both where the place isn't known. */
  lons: (number | null)[]
  lats: (number | null)[]
  /** How the place was found: i18n territories.map.placedBy.<kind>. */
  placedBy: (PlaceKind | null)[]
  /** Codes of the regions that hold it: country ISO 3166-1 alpha-2, subdivision ISO 3166-2, US county FIPS. */
  countries: (string | null)[]
  subdivisions: (string | null)[]
  counties: (string | null)[]
  /** Main territory of each; null is unassigned. */
  territoryIds: (TerritoryId | null)[]
  isManual: boolean[]
  wonMinor: number[]
  openMinor: number[]
  visits: number[]
  workloadHours: number[]
  potential: number[]
  customShare: number[]
  bases: { territoryId: TerritoryId; lon: number; lat: number; label: string; isPinned: boolean }[]
  unplaced: { reason: UnplacedReason; accounts: number }[]
}
