// How right forecasts have been: forecasts kept at each state of the data, what came of them, and the scores over many of them. An error is
// forecast less actual: above zero the forecast was too high.
import type { IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import type { ForecastCut, ForecastGrain, ForecastId, ForecastRange } from './types.ts'

/** Snapshots are kept of the months and quarters of the fiscal year; weeks are too short to plan a year by. */
export type SnapshotGrain = Exclude<ForecastGrain, 'week'>
export type SnapshotMethod = 'automatic' | 'baseline' | 'pipeline'

/**
 * Made at the time: from the data as they were then, before anybody knew what would come. Replayed: later, from the history cut at an earlier day;
 * that knows corrections made since.
 */
export type SnapshotOrigin = 'made' | 'replayed'

export interface SnapshotPoint extends ForecastRange {
  readonly periodKey: string
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
  readonly middleMinor: number
}

/** What one method said on one day about one part of the company. */
export interface ForecastSnapshot {
  readonly dataAsOf: IsoDate
  readonly origin: SnapshotOrigin
  readonly cut: ForecastCut
  readonly cutKey: string
  readonly grain: SnapshotGrain
  readonly method: SnapshotMethod
  /** What the method came down to: the automatic one says which it chose, the baseline which naive it is. */
  readonly chosen: string
  /** Mean change from a period to the same one a season later in the history it was made from; null where the history is too short or never changed. */
  readonly scaleMinor: number | null
  /** Sold in the closed periods of the running fiscal year, as known then. */
  readonly yearSoldMinor: number
  /** The periods that weren't over, in order. */
  readonly points: readonly SnapshotPoint[]
}

/** One forecast of one period held against what came. */
export interface ComparedForecast extends ForecastRange {
  readonly dataAsOf: IsoDate
  readonly origin: SnapshotOrigin
  readonly cutKey: string
  readonly method: SnapshotMethod
  readonly periodKey: string
  /** 1: the first period that wasn't over when the forecast was made. */
  readonly steps: number
  readonly forecastMinor: number
  readonly actualMinor: number
  readonly scaleMinor: number | null
}

/** How often ranges held what came. */
export interface Coverage {
  readonly held: number
  readonly n: number
  /**
   * Where the true rate lies (95 %), by as many tries as there are different periods: several forecasts of one period
   * are right or wrong together. Null without any.
   */
  readonly lowRatio: number | null
  readonly highRatio: number | null
}

export interface AccuracyScore {
  /** Forecasts held against what came. */
  readonly n: number
  /** Different periods of different cuts among them. */
  readonly periods: number
  /** Forecasts above and below what came. */
  readonly tooHigh: number
  readonly tooLow: number
  /** What was sold in them, without sign; the sum of the errors, and of the errors without sign. */
  readonly salesMinor: number
  readonly errorMinor: number
  readonly absoluteErrorMinor: number
  /** Mean of forecast less actual. Null without any. */
  readonly meanErrorMinor: number | null
  /** Sum of errors over the sum of actual sales: above zero too high. Null where nothing was sold. */
  readonly biasRatio: number | null
  /** Sum of absolute errors over the sum of absolute sales. */
  readonly wapeRatio: number | null
  /** Mean absolute error over that of a one-season-old value in the history at the time; 1 is as good as that. Null without a scale. */
  readonly maseRatio: number | null
  readonly maseCount: number
  readonly coverage80: Coverage
  readonly coverage95: Coverage
}

export interface MethodAccuracy {
  readonly method: SnapshotMethod
  readonly score: AccuracyScore
  /** The baseline over the very same periods, days and steps, so that the two can be held against each other. */
  readonly baseline: AccuracyScore
}

export interface HorizonAccuracy {
  readonly steps: number
  readonly methods: readonly MethodAccuracy[]
}

export interface CutAccuracy {
  readonly cut: ForecastCut
  readonly score: AccuracyScore
  readonly baseline: AccuracyScore
}

/** What a person called, against what came. */
export interface CallerAccuracy {
  readonly name: string
  readonly category: 'commit' | 'bestCase' | 'call'
  readonly n: number
  readonly meanErrorMinor: number
  readonly biasRatio: number | null
  readonly wapeRatio: number | null
  /** Calls that what came reached or passed. */
  readonly reached: number
}

/** One period of a forecast that was kept by hand. */
export interface KeptComparison extends ForecastRange {
  readonly forecastId: ForecastId
  readonly kind: 'series' | 'pipeline' | 'case'
  readonly name: string
  readonly madeAt: string
  readonly dataAsOf: IsoDate
  readonly method: string
  readonly grain: ForecastGrain
  readonly cut: ForecastCut
  readonly periodKey: string
  readonly forecastMinor: number
  readonly actualMinor: number
}

/** A day whose forecasts are kept. */
export interface SnapshotState {
  readonly dataAsOf: IsoDate
  readonly origin: SnapshotOrigin
  readonly madeAt: string
  /** Null: the data didn't come through an import. */
  readonly importTitle: string | null
  readonly cuts: number
  readonly forecasts: number
}

/** The forecasts of the chosen cut made on one day, for the picture. */
export interface PastForecast {
  readonly dataAsOf: IsoDate
  readonly origin: SnapshotOrigin
  readonly points: readonly SnapshotPoint[]
}

export interface AccuracyView {
  readonly dataAsOf: IsoDate
  readonly currency: CurrencyCode
  readonly cut: ForecastCut
  readonly grain: SnapshotGrain
  /** Periods ahead that the scores are of; null: all. */
  readonly steps: number | null
  /** The farthest that has been compared. */
  readonly mostSteps: number
  readonly methods: readonly MethodAccuracy[]
  readonly horizons: readonly HorizonAccuracy[]
  readonly teams: readonly CutAccuracy[]
  readonly sellers: readonly CutAccuracy[]
  readonly callers: readonly CallerAccuracy[]
  readonly kept: readonly KeptComparison[]
  readonly states: readonly SnapshotState[]
  readonly past: readonly PastForecast[]
  /** What was sold in each closed period of the cut. */
  readonly sold: readonly {
    readonly periodKey: string
    readonly startsOn: IsoDate
    readonly endsOn: IsoDate
    readonly amountMinor: number
  }[]
  /** What stands behind the scores, the newest first. */
  readonly compared: readonly ComparedForecast[]
}

export interface SnapshotsDue {
  /** Forecasts that are still to be made; 0 when every state has its own. */
  readonly forecasts: number
  readonly states: number
  /** They are being made at the moment. */
  readonly isRunning: boolean
}

export interface KeptSnapshots {
  readonly made: number
  readonly replayed: number
  /** Others were making them already. */
  readonly wasRunning: boolean
}

/** An earlier year as it was forecast when as much of it was left. */
export interface SamePointYear {
  readonly fiscalYear: number
  readonly dataAsOf: IsoDate
  readonly origin: SnapshotOrigin
  readonly forecastMinor: number
  readonly actualMinor: number
  /** Forecast less actual, over the forecast: above zero too high. */
  readonly errorRatio: number
}

export interface SamePointBand {
  readonly fiscalYear: number
  readonly dataAsOf: IsoDate
  readonly currency: CurrencyCode
  /** Months of the year and before it that weren't over. */
  readonly monthsLeft: number
  readonly soldMinor: number
  readonly forecastMinor: number
  /** Today's forecast if it misses by as much as the worst of the earlier years did, either way. */
  readonly lowMinor: number
  readonly highMinor: number
  readonly worstRatio: number
  readonly years: readonly SamePointYear[]
}

/** Why there is no band. */
export type NoBandReason = 'noForecast' | 'noEarlierYear'

export type SamePointAnswer =
  | { readonly band: SamePointBand; readonly missing: null }
  | { readonly band: null; readonly missing: NoBandReason }
