// A forecast: the sales series it stands on, the method, the middle and ranges of each coming period, and what explains them.
// Ranges are null where they can't be given; a period without sales is a zero that is shown as one.
import type { ProductId } from '#shared/crm/types.ts'
import type { SellerId, TeamId } from '#shared/people/types.ts'
import type { PlansError } from '#shared/plans/types.ts'
import type { TerritoryId } from '#shared/territories/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { Id } from '#shared/units/id.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import type { Backtest, BaselineForecast, MethodExplanation, MethodId, MethodNote, RangeBasis } from './method-types.ts'
import type { PipelineError } from './pipeline-view-types.ts'
import type { ChangeTreatment, PointTreatment, SameDay, SeriesError } from './series-types.ts'

export type ForecastId = Id<'forecast'>
export type ForecastGrain = 'week' | 'month' | 'quarter'
export type {
  Backtest,
  BaselineForecast,
  MethodComparison,
  MethodExplanation,
  MethodId,
  RangeBasis
} from './method-types.ts'

/** What a series adds up: won deals by close date, invoices (credit notes are negative) by day of issue, or totals typed or pasted. */
export type SeriesSource = 'bookings' | 'invoices' | 'totals'

/** What parts the company: each of these, with its rest that belongs to none, adds up to the whole. */
export type CutDimension = 'team' | 'seller' | 'territory' | 'segment' | 'product' | 'family' | 'business'

/** Whether a deal opens an account or grows one. */
export type BusinessKind = 'new' | 'existing'

/** Whose sales are asked for. */
export type AskedCut =
  | { kind: 'company' }
  /** The team and those below it: people whose team lies in it on the day the data end. */
  | { kind: 'team'; teamId: TeamId }
  | { kind: 'seller'; sellerId: SellerId }
  /** A territory of the scenario and those below it: accounts that lie in it on the day the data end, moved into the plan's year. */
  | { kind: 'territory'; territoryId: TerritoryId }
  /** A segment of accounts, as the account says it. */
  | { kind: 'segment'; name: string }
  | { kind: 'product'; productId: ProductId }
  | { kind: 'family'; name: string }
  | { kind: 'business'; business: BusinessKind }
  /** What belongs to none of a kind: deals without a seller, accounts in no territory, deals that don't say whether they are new. */
  | { kind: 'rest'; of: CutDimension }

/** Whose sales: the name is kept, so that an old run still says whose it was. */
export type ForecastCut =
  | Exclude<AskedCut, { kind: 'team' | 'seller' | 'territory' | 'product' }>
  | { kind: 'team'; teamId: TeamId; name: string }
  | { kind: 'seller'; sellerId: SellerId; name: string }
  | { kind: 'territory'; territoryId: TerritoryId; name: string }
  | { kind: 'product'; productId: ProductId; name: string }

export interface SeriesPoint {
  periodKey: string
  startsOn: IsoDate
  endsOn: IsoDate
  /** What the forecast stands on. */
  amountMinor: number
  /** Deals, invoices or typed totals in the period; 0 is an empty period. */
  deals: number
  /** What was recorded, where `amountMinor` is another: absent otherwise. */
  recordedMinor?: number
  /** Why the two differ, in the order in which it was done. */
  treatments?: PointTreatment[]
}

/** Won deals by fiscal period, with what was left out and what looks odd said beside the numbers. */
export interface SalesSeries {
  grain: ForecastGrain
  source: SeriesSource
  currency: CurrencyCode
  /** Periods after which the year repeats: 4, 12 or 52. */
  seasonLength: number
  /** Complete periods, in order and without gaps. */
  points: SeriesPoint[]
  dataAsOf: IsoDate
  /** The period that had not ended on `dataAsOf`: shown, never forecast from. Null when the data end with a period. */
  partial: SeriesPoint | null
  /** Keys of complete periods without a won deal. They count as zero. */
  emptyPeriods: string[]
  /** Set when the first sale came well into the first period, so that this period may be cut short by where the data begin. */
  lateStart: { periodKey: string; firstSaleOn: IsoDate; daysBefore: number; daysInPeriod: number } | null
  /** Empty periods that are taken as missing and filled in: not zeros. Absent: none. */
  filledPeriods?: string[]
  /** Earliest periods that a changed definition left out, and the day of that change. Absent: none. */
  leftOut?: { periods: number; changedOn: IsoDate }
  /** Changed definitions that lie within the history, with what each did. Absent: none. */
  changes?: { changedOn: IsoDate; treatment: ChangeTreatment; factorRatio: number | null }[]
  /** One-off deals that the history is without: what the forecast doesn't hold and may come on top. Absent: none. */
  oneOffs?: { cleanedDeals: number; cleanedMinor: number; cappedDeals: number; cappedMinor: number }
  /** What the running period had sold by this day against earlier ones by the same day. Absent: no running or no earlier period. */
  sameDay?: SameDay
  /** The day whose teams or territories hold for the whole history. Absent: the cut knows no day. */
  cutOn?: IsoDate
}

export interface ForecastRange {
  low80Minor: number | null
  high80Minor: number | null
  low95Minor: number | null
  high95Minor: number | null
}

export interface ForecastPoint extends ForecastRange {
  periodKey: string
  startsOn: IsoDate
  endsOn: IsoDate
  middleMinor: number
  /** Keys of the history periods that the middle is made from; for the mean and the drift all or the ends of the history. */
  sourceKeys: string[]
}

/** Several periods added up; its range is that of the sum, which is narrower than the sum of the ranges. */
export interface ForecastTotal extends ForecastRange {
  fromKey: string
  toKey: string
  periods: number
  middleMinor: number
}

/** What a fiscal year comes to: its closed periods as sold, the others as forecast. Null parts mean that it isn't covered. */
export interface YearTotal extends ForecastRange {
  fiscalYear: number
  soldPeriods: number
  forecastPeriods: number
  soldMinor: number
  middleMinor: number
}

export type ForecastNote =
  | { kind: 'partialLeftOut'; periodKey: string }
  /** More is sold in the running period already than the middle says. */
  | { kind: 'runningAbove'; periodKey: string; soldMinor: number }
  | { kind: 'emptyPeriods'; count: number }
  | { kind: 'lateStart'; periodKey: string; firstSaleOn: IsoDate; daysBefore: number; daysInPeriod: number }
  | { kind: 'rangeFromSpread'; errorCount: number; valueCount: number }
  | { kind: 'noRange'; valueCount: number }
  | { kind: 'cutAtZero' }
  | { kind: 'noSpread' }
  | MethodNote

/** A forecast before it is kept. */
export interface ForecastDraft {
  method: MethodId
  cut: ForecastCut
  series: SalesSeries
  points: ForecastPoint[]
  total: ForecastTotal
  rangeBasis: RangeBasis
  /** Past one-step errors that the range stands on. */
  errorCount: number
  /** Root mean square of those errors, minor units; null without any. */
  errorSizeMinor: number | null
  notes: ForecastNote[]
  backtest: Backtest
  /** What the method found. Absent in runs kept before it was. */
  explanation?: MethodExplanation | null
  /** What any method has to beat. Absent in runs kept before it was. */
  baseline?: BaselineForecast | null
}

export interface ForecastRun extends ForecastDraft {
  id: ForecastId
  /** UTC instant. */
  madeAt: string
}

/** A line in the list of earlier runs. */
export interface ForecastRunRow extends ForecastRange {
  id: ForecastId
  madeAt: string
  method: MethodId
  grain: ForecastGrain
  source: SeriesSource
  cut: ForecastCut
  dataAsOf: IsoDate
  currency: CurrencyCode
  fromKey: string
  toKey: string
  periods: number
  middleMinor: number
}

export interface ForecastPreview {
  series: SalesSeries
  backtest: Backtest
  /** Null when no method can be used yet. */
  draft: ForecastDraft | null
  /** The sum over the fiscal year of the plan, when history and forecast cover it. */
  year: YearTotal | null
  /** Won deals or invoices that the series can't hold. */
  leftOut: {
    otherCurrencyDeals: number
    dealsAfterDataEnd: number
    /** Of a series of invoices, in place of deals. */
    otherCurrencyInvoices?: number
    invoicesAfterDataEnd?: number
  }
}

export type ForecastsError =
  | { code: 'forecasts.noSales' }
  | { code: 'forecasts.tooShort'; method: MethodId; needs: number; has: number }
  /** A method of seasons of up to 24 periods, asked to forecast weeks. */
  | { code: 'forecasts.noUse'; method: MethodId; grain: ForecastGrain }
  | { code: 'forecasts.notFound' }
  | { code: 'forecasts.nobody' }
  | PipelineError
  | SeriesError
  | Extract<PlansError, { code: 'plans.scenarioLocked' | 'plans.notFound' }>
