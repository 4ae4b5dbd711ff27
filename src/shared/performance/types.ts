// Performance: what sellers and teams booked against their quotas, with the deals, days and chances behind each figure.
// A missing figure says why it is missing; it is never a zero.
import type { CrmCounts } from '#shared/crm/types.ts'
import type { SellerId, SellerRole, TeamId } from '#shared/people/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import type { Period } from '#shared/units/period.ts'
import type { Ratio } from '#shared/units/ratio.ts'

/** What was done in a period, by one seller or by several added up. Amounts in minor units. */
export interface Facts {
  /** Won deals, with and without an amount. */
  readonly wonDeals: number
  /** Won deals whose amount is known. */
  readonly wonDealsWithAmount: number
  readonly wonMinor: number
  readonly lostDeals: number
  /** Null when no quota is set for any part of the period. */
  readonly quotaMinor: number | null
  /** The part of the quota that is due by the day asked for: months gone, and the days of the running one. */
  readonly dueMinor: number | null
  /** Deals of any kind and time that carry the name: 0 means that the CRM knows nothing of the person. */
  readonly dealsEver: number
}

export type KpiId = 'bookings' | 'attainment' | 'winRate' | 'dealsWon' | 'averageDeal'
export type KpiUnit = 'money' | 'ratio' | 'count'

/**
 * Why there is no figure. `noDealsEver`: the CRM has no deal of the person. `noQuota`: none is set. `zeroQuota`: it is 0.
 * `nothingClosed`: no deal was won or lost in the period. `nothingWon`: none was won. `notBegun`: the period is still to come.
 */
export type MissingReason = 'noDealsEver' | 'noQuota' | 'zeroQuota' | 'nothingClosed' | 'nothingWon' | 'notBegun'

export interface KpiValue {
  readonly id: KpiId
  /** Null when missing. */
  readonly value: number | null
  readonly missing: MissingReason | null
  readonly numerator: number
  /** Null for a plain sum. */
  readonly denominator: number | null
  /** How many deals the figure stands on; null where it is no rate or mean. */
  readonly n: number | null
  /** Where the true rate lies with 95 % confidence. */
  readonly interval: { readonly low: Ratio; readonly high: Ratio } | null
  /** True when n is too small to tell anything. */
  readonly isSmall: boolean
}

/** Where a period stands against its quota on a day. */
export type PaceState = 'reached' | 'ahead' | 'behind' | 'notBegun' | 'missing'

export interface Pace {
  state: PaceState
  /** Share of the period's days that are gone, 0 to 1. */
  goneRatio: Ratio
  /** The quota due by now, which follows the season of the monthly quotas; null without quota. */
  paceMinor: number | null
  /** The same as a part of the period's quota; null without quota. */
  paceRatio: Ratio | null
  /** Booked less pace; null without quota. */
  aheadMinor: number | null
  /** Still to book; 0 when reached; null without quota. */
  remainingMinor: number | null
  /** What must be booked a week from now on to reach the quota; null when reached, over or without quota. */
  perWeekMinor: number | null
}

/** One line of the board: a seller, a team or everybody. */
export interface BoardFigures {
  facts: Facts
  kpis: Record<KpiId, KpiValue>
  pace: Pace
}

export interface SellerLine extends BoardFigures {
  sellerId: SellerId
  name: string
  role: SellerRole
  hiredOn: IsoDate | null
  leftOn: IsoDate | null
  /** The team at the end of the period, or on the day asked for if that is earlier. */
  teamId: TeamId | null
}

export interface TeamLine extends BoardFigures {
  teamId: TeamId
  parentId: TeamId | null
  name: string
  depth: number
  /** Sellers on the board who are in the team or below it. */
  sellers: number
}

/** Sellers and teams in one period. A deal counts for the team its seller was in on the close date. */
export interface Board {
  period: Period
  asOf: IsoDate
  currency: CurrencyCode
  sellers: SellerLine[]
  teams: TeamLine[]
  /** Deals that carry no known seller, or one who is not on the board. */
  withoutSeller: { wonDeals: number; wonMinor: number; lostDeals: number }
  /** Everything closed in the period, with deals of unknown sellers. */
  total: BoardFigures
  sellersWithoutQuota: number
}

export interface GridCell {
  bookedMinor: number
  wonDeals: number
  /** Null when none is set. */
  quotaMinor: number | null
  attainment: KpiValue
}

/** Attainment by seller and quarter of one fiscal year. */
export interface Grid {
  fiscalYear: number
  currency: CurrencyCode
  /** The scenario whose quotas count: the one asked for in its own year, in another year that year's approved or first one. */
  quotasOf: { scenarioId: ScenarioId; name: string } | null
  /** The four quarters and then the year. */
  periods: Period[]
  rows: { sellerId: SellerId; name: string; teamId: TeamId | null; cells: GridCell[] }[]
  teams: { teamId: TeamId; name: string; depth: number; cells: GridCell[] }[]
  totals: GridCell[]
}

/** What is open, as it stands now. */
export interface PipelineNow {
  deals: number
  amountMinor: number
  dealsWithoutAmount: number
  /** Open deals whose close date lies in the period and not before the day asked for. */
  inPeriodDeals: number
  inPeriodMinor: number
  /** Open deals whose close date has passed. */
  overdueDeals: number
}

export type StepState = 'done' | 'started' | 'todo'

/** What the steps of the main job have come to, as far as this domain may look. */
export interface HomeSteps {
  facts: CrmCounts
  people: { sellers: number; withoutTeam: number }
  territories: { territories: number; accounts: number; accountsAssigned: number }
  forecast: { madeAt: string; middleMinor: number; periods: number } | null
  quotas: { sumMinor: number; sellers: number; streetMinor: number | null }
}

export interface Home {
  board: Board
  year: BoardFigures & { period: Period }
  pipeline: PipelineNow
  /** Where the forecast sees this period end, what is booked included; null when no forecast covers it. */
  outlook: { lowMinor: number | null; middleMinor: number; highMinor: number | null; madeAt: string } | null
  steps: HomeSteps
}

export type PerformanceError = { code: 'performance.unknownPeriod'; periodKey: string }
