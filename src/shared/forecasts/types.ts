// A forecast: the sales series it stands on, the method, the middle and ranges of each coming period, and what explains them.
// Ranges are null where they can't be given; a period without sales is a zero that is shown as one.
import type { SellerId, TeamId } from '#shared/people/types.ts'
import type { PlansError } from '#shared/plans/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { Id } from '#shared/units/id.ts'
import type { CurrencyCode } from '#shared/units/money.ts'

export type ForecastId = Id<'forecast'>
export type ForecastGrain = 'month' | 'quarter'
export type MethodId = 'seasonalNaive' | 'naive' | 'drift' | 'mean'

/** Whose sales: the name is kept, so that an old run still says whose it was. */
export type ForecastCut =
  | { kind: 'company' }
  | { kind: 'team'; teamId: TeamId; name: string }
  | { kind: 'seller'; sellerId: SellerId; name: string }

export interface SeriesPoint {
  periodKey: string
  startsOn: IsoDate
  endsOn: IsoDate
  amountMinor: number
  deals: number
}

/** Won deals by fiscal period, with what was left out and what looks odd said beside the numbers. */
export interface SalesSeries {
  grain: ForecastGrain
  currency: CurrencyCode
  /** Periods after which the year repeats: 4 or 12. */
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
}

/** Where a range comes from: past errors of the method, the spread of the values (too few errors), or nowhere. */
export type RangeBasis = 'errors' | 'spread' | 'none'

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

/** How a method would have done before: errors at every origin that leaves enough history, up to four periods ahead. */
export interface MethodComparison {
  method: MethodId
  /** False when the history is too short for the method. */
  isPossible: boolean
  /** How many values the method needs at least. */
  needs: number
  /** Mean absolute scaled error: 1 is as good as the one-step seasonal naive within the history. Null without a back-test. */
  maseRatio: number | null
  /** Sum of absolute errors over the sum of sales. */
  wapeRatio: number | null
  /** How many forecasts were compared with what came. */
  comparedCount: number
  isBaseline: boolean
  /** True when its MASE is below the baseline's; null without a back-test. */
  beatsBaseline: boolean | null
}

export interface Backtest {
  methods: MethodComparison[]
  /** How many starting points were tried. */
  origins: number
  /** Complete periods that are still missing before the first back-test is possible; 0 when there is one. */
  missingPeriods: number
  /** The best method by MASE if it beats the baseline, otherwise the baseline; null when no method is possible. */
  proposed: MethodId | null
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
  /** Won deals that the series can't hold. */
  leftOut: { otherCurrencyDeals: number; dealsAfterDataEnd: number }
}

export type ForecastsError =
  | { code: 'forecasts.noSales' }
  | { code: 'forecasts.tooShort'; method: MethodId; needs: number; has: number }
  | { code: 'forecasts.notFound' }
  | { code: 'forecasts.nobody' }
  | Extract<PlansError, { code: 'plans.scenarioLocked' | 'plans.notFound' }>
