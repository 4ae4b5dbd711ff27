// Quotas: what each seller is to book, month by month, and how an amount for the year was shared out.
// A scenario holds one quota per seller, measure and fiscal month; a quarter or a year is the sum of its months.
import type { ForecastId } from '#shared/forecasts/types.ts'
import type { SellerId, TeamId } from '#shared/people/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { Id } from '#shared/units/id.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import type { Grain, Period } from '#shared/units/period.ts'
import type { Ratio } from '#shared/units/ratio.ts'

export type QuotaId = Id<'quota'>
export type QuotaAllocationId = Id<'quotaAllocation'>

/** What a quota counts; bookings are won deals on their close date. */
export type QuotaMeasure = 'bookings'

export type QuotaMethodId = 'equal' | 'history' | 'sameGrowth' | 'blend'

/** The methods that a blend can mix. */
export type BlendPart = Exclude<QuotaMethodId, 'blend'>
export type BlendWeights = Readonly<Record<BlendPart, Ratio>>

/**
 * What a seller without usable history gets where a method needs history. `average`: as much per month as those with
 * history get on average, which is an equal part of the target. `half`: half of that. `zero`: nothing.
 */
export type NoHistoryChoice = 'average' | 'half' | 'zero'

/**
 * Why a seller has no usable history. `none`: no won deal in the base year. `notPositive`: credit notes outweigh what she
 * won. `otherMonths`: she won, but not in the months of the year in which she works now.
 */
export type NoHistoryReason = 'none' | 'notPositive' | 'otherMonths'

export type PhasingChoice = 'learnt' | 'flat'

/** A quota as stored. */
export interface QuotaMonth {
  id: QuotaId
  sellerId: SellerId
  /** 'FY2027-M03' */
  periodKey: string
  amountMinor: number
}

/** Where the target comes from; stays with the allocation so that a quota can say so later. */
export type TargetSource =
  | { kind: 'typed' }
  | {
      kind: 'forecast'
      forecastId: ForecastId
      /** UTC instant. */
      madeAt: string
      method: string
      /** The forecast periods that were added up. */
      periodKeys: string[]
      /** Bookings already closed in the months of the year before the forecast begins. */
      bookedMinor: number
      /** What the forecast was made from. Absent in older allocations: a series at its middle. */
      of?: ForecastKind
      name?: string
      rank?: ForecastRank
      /** Of a case: at which percentile it was handed over (null: its middle), and what was asked on top. */
      percentile?: number | null
      stretchRatio?: number
    }

/** A forecast kept from the sales so far, from the pipeline, or from a case of what may come. */
export type ForecastKind = 'series' | 'pipeline' | 'case'

/** Which number of a forecast is the target: the low or high end of its 80 % range, or its middle. */
export type ForecastRank = 'low' | 'middle' | 'high'

/** One seller as a method sees her. Months are those of the fiscal year, first to twelfth. */
export interface SellerBase {
  readonly sellerId: SellerId
  readonly name: string
  /** Share of each month of the plan year she is employed, 0 to 1. */
  readonly activeByMonth: readonly Ratio[]
  /** Share of each month of the base year she was employed, 0 to 1. */
  readonly baseActiveByMonth: readonly Ratio[]
  /** Her won bookings by month of the base year; null when she won no deal in it. */
  readonly historyByMonthMinor: readonly number[] | null
}

/** How a year is spread over its months. */
export interface Phase {
  readonly choice: PhasingChoice
  /** Twelve shares that sum to 1. */
  readonly shares: readonly Ratio[]
  /** The fiscal years it was learnt from; empty when flat. */
  readonly years: readonly number[]
  readonly warnings: readonly PhaseWarning[]
}

/** `oneYear`: learnt from a single year. `partialYear`: no whole year there, a part was used. `emptyMonth`: a month never had bookings. `noHistory`: nothing to learn from, flat instead. */
export type PhaseWarning = 'oneYear' | 'partialYear' | 'emptyMonth' | 'noHistory'

/** All that an allocation is computed from; stored with it, so that "why" can compute it again. */
export interface AllocationInputs {
  /** The plan year that is shared out. */
  readonly fiscalYear: number
  readonly targetMinor: number
  /** Over-assignment level by level, each 0 or more: 0.05 is 5 %. */
  readonly cushionRatios: readonly Ratio[]
  readonly method: QuotaMethodId
  /** Used by the blend alone. */
  readonly blendWeights: BlendWeights
  readonly noHistory: NoHistoryChoice
  readonly baseYear: number
  readonly phase: Phase
  readonly sellers: readonly SellerBase[]
}

/** What one seller gets, and from what. */
export interface AllocationLine {
  readonly sellerId: SellerId
  readonly name: string
  /** Months employed in the plan year, 0 to 12. */
  readonly activeMonths: number
  /** Months employed in the base year, 0 to 12. */
  readonly baseMonths: number
  /** Bookings of the base year; null without won deals. */
  readonly historyMinor: number | null
  /** Set when the method needs history and she has none that can be used: the choice decided. */
  readonly standIn: NoHistoryReason | null
  readonly shareRatio: Ratio
  /** Her part before rounding to whole minor units. */
  readonly exactMinor: number
  readonly quotaMinor: number
  readonly monthsMinor: readonly number[]
}

export interface Allocation {
  readonly targetMinor: number
  /** The target with its cushion: what is shared out. */
  readonly streetMinor: number
  readonly lines: readonly AllocationLine[]
  /** Sum over sellers and months; equals `streetMinor`. */
  readonly sumMinor: number
}

/** What the allocation panel is to know before it asks. */
export interface AllocationSetup {
  fiscalYear: number
  currency: CurrencyCode
  sellers: number
  /** The years that can be the base, newest first. */
  baseYears: { fiscalYear: number; deals: number; amountMinor: number; isPlanYear: boolean }[]
  /** What the kept company forecasts of the scenario say about the plan year, the newest first. */
  forecasts: ForecastTarget[]
  /** What the last allocation of the scenario was asked; null before the first. */
  last: (AllocationRequest & { madeAt: string; targetMinor: number; source: TargetSource }) | null
  /** Deals in other currencies, which no history includes. */
  dealsInOtherCurrencies: number
}

export interface ForecastTarget {
  forecastId: ForecastId
  kind: ForecastKind
  /** Of a case or a pipeline; empty for a series. */
  name: string
  madeAt: string
  method: string
  grain: Grain
  /** The points that lie in the plan year. */
  periodKeys: string[]
  middleMinor: number
  bookedMinor: number
  /** Booked and middle together. */
  targetMinor: number
  /** Ends of the 80 % range of the year; null where the forecast doesn't tell it for the year alone, and for a case. */
  lowMinor: number | null
  highMinor: number | null
  /** Of a case: at which percentile it was handed over; null: at its middle. */
  percentile: number | null
  /** Of a case: what was asked on top. */
  stretchRatio: number
  /** False when booked months and forecast periods leave a gap in the year. */
  coversYear: boolean
}

/** What the user asks of an allocation. */
export interface AllocationRequest {
  target: { kind: 'typed'; amountMinor: number } | { kind: 'forecast'; forecastId: ForecastId; rank: ForecastRank }
  cushionRatio: Ratio
  method: QuotaMethodId
  blendWeights: BlendWeights
  noHistory: NoHistoryChoice
  baseYear: number
  phasing: PhasingChoice
}

export interface PreviewLine extends AllocationLine {
  teamId: TeamId | null
  /** Her quota for the year as it stands now; null when none is set. */
  currentMinor: number | null
  /** Against the base year; null without positive history. */
  growthRatio: Ratio | null
}

export interface AllocationPreview {
  fiscalYear: number
  currency: CurrencyCode
  source: TargetSource
  targetMinor: number
  streetMinor: number
  sumMinor: number
  currentMinor: number
  baseYear: number
  /** Company bookings of the base year, with those of sellers who are not in the plan year. */
  companyHistoryMinor: number
  /** The part of it that belongs to people without quota in the plan year, or to nobody. */
  leftOutHistoryMinor: number
  phase: Phase
  lines: PreviewLine[]
}

export interface SheetRow {
  sellerId: SellerId
  name: string
  teamId: TeamId | null
  hiredOn: IsoDate | null
  leftOn: IsoDate | null
  /** Months employed in the plan year, 0 to 12. */
  activeMonths: number
  /** One amount per period of the sheet; null where no quota is set. */
  amountsMinor: (number | null)[]
  yearMinor: number | null
  shareRatio: Ratio | null
  /** Won bookings of the year before; null without won deals. */
  lastYearMinor: number | null
  growthRatio: Ratio | null
}

export interface SheetTeam {
  teamId: TeamId
  parentId: TeamId | null
  name: string
}

/** The quotas of a scenario as a table of sellers by periods. */
export interface QuotaSheet {
  fiscalYear: number
  currency: CurrencyCode
  grain: 'month' | 'quarter'
  periods: Period[]
  teams: SheetTeam[]
  rows: SheetRow[]
  totalsMinor: number[]
  yearMinor: number
  lastYearMinor: number
  growthRatio: Ratio | null
  /** What the quotas are to add up to, from the last allocation; null before the first. */
  check: SumCheck | null
}

export interface SumCheck {
  targetMinor: number
  streetMinor: number
  cushionRatio: Ratio
  sumMinor: number
  /** Sum less street: 0 when it adds up. */
  differenceMinor: number
  source: TargetSource
  method: QuotaMethodId
  madeAt: string
}

/** Why a quota is what it is. */
export interface QuotaExplanation {
  sellerId: SellerId
  name: string
  periodKey: string
  currency: CurrencyCode
  /** As it stands now; null when none is set. */
  amountMinor: number | null
  /** What the last allocation gave for the period; null when it did not include her or there was none. */
  allocatedMinor: number | null
  /** True when it was changed by hand after the allocation. */
  isEdited: boolean
  allocation: {
    madeAt: string
    method: QuotaMethodId
    source: TargetSource
    targetMinor: number
    streetMinor: number
    cushionRatio: Ratio
    noHistory: NoHistoryChoice
    blendWeights: BlendWeights
    baseYear: number
    sellers: number
    phase: Phase
    line: AllocationLine
    /** Months of the period, each with its share of her year and its amount. */
    months: { periodKey: string; phaseRatio: Ratio; activeRatio: Ratio; amountMinor: number }[]
  } | null
}

export type QuotasError =
  | { code: 'quotas.noSellers'; fiscalYear: number }
  | { code: 'quotas.zeroWeights'; method: QuotaMethodId }
  | { code: 'quotas.zeroBlend' }
  | { code: 'quotas.badTarget' }
  | { code: 'quotas.badCushion' }
  | { code: 'quotas.amountTooLarge' }
  | { code: 'quotas.noForecast' }
  | { code: 'quotas.forecastLeavesGap' }
  | { code: 'quotas.forecastHasNoRange' }
  | { code: 'quotas.unknownPeriod'; periodKey: string }
  | { code: 'quotas.negativeQuota' }
  | { code: 'quotas.sellerMissing' }
  | { code: 'quotas.sellerNotActive'; name: string; periodKey: string }
  | { code: 'quotas.nothingToClear' }
