// Methods of forecasting as a screen sees them: which there are, where a range comes from, what a method found in the history, and how each would
// have done before.
import type { AutomaticMethodId, AutomaticReason, MemberId } from './automatic/types.ts'

export type MethodId =
  | 'automatic'
  | 'seasonalNaive'
  | 'naive'
  | 'drift'
  | 'mean'
  | 'simple'
  | 'holt'
  | 'damped'
  | 'holtWinters'
  | 'ets'
  | 'theta'
  | 'stlEts'
  | 'croston'
  | 'sba'
  | 'tsb'
  | 'regression'

/**
 * Where a range comes from: past errors of the method, averaged probabilities of smoothing, the spread of the values (too few errors), what single
 * periods brought before, values that never changed, or nowhere.
 */
export type RangeBasis = 'errors' | 'predictive' | 'spread' | 'pastPeriods' | 'noSpread' | 'none'

/** What a line of a regression's table is about. */
export type RegressionTerm =
  | { kind: 'intercept' }
  /** A period later. */
  | { kind: 'trend' }
  /** A place within the season, from 0, against place 0. */
  | { kind: 'season'; place: number }
  /** Waves that make up a season of many periods. */
  | { kind: 'wave'; pair: number; isSine: boolean }
  /** One more of a driver. */
  | { kind: 'driver'; driver: string }

export interface RegressionLine {
  term: RegressionTerm
  /** In the unit of the values. */
  estimate: number
  standardError: number
  low95: number
  high95: number
}

/** Why a driver is not in a regression. */
export type DriverLeftOut = {
  driver: string
  reason: 'missingPast' | 'missingFuture' | 'tellsNothingNew' | 'tooFewPeriods'
}

/** What a method found in the history. */
export type MethodExplanation =
  | {
      kind: 'smoothing'
      /** "ETS(M,Ad,A)". */
      form: string
      alpha: number
      /** Null where the form has no trend, season or damping. */
      beta: number | null
      gamma: number | null
      phi: number | null
      /** Forms that were compared, the best first; one without a choice. */
      tried: { form: string; aicc: number }[]
    }
  | { kind: 'theta'; alpha: number; theta: number; season: 'none' | 'additive' | 'multiplicative' }
  | { kind: 'rate'; rate: number; meanInterval: number; meanSize: number }
  | {
      kind: 'regression'
      lines: RegressionLine[]
      /** Part of the variance that is explained, 0 to 1; null where the values never change. */
      rSquaredRatio: number | null
      /** Standard error of a value around the fit. */
      errorSize: number
      degrees: number
      leftOut: DriverLeftOut[]
    }
  | {
      kind: 'automatic'
      method: AutomaticMethodId
      reason: AutomaticReason
      /** Weights add up to 1; empty where nothing is combined. */
      members: { id: MemberId; maseRatio: number | null; weightRatio: number }[]
      baselineShareRatio: number | null
      seasonProbabilityRatio: number | null
    }

/** The forecast that any other has to beat: the value of a year before, or the last one below a year of history. */
export interface BaselineForecast {
  method: 'seasonalNaive' | 'naive'
  /** One for each coming period. */
  middleMinor: number[]
}

/** How a method would have done before: errors at several origins, as far ahead as was asked for. */
export interface MethodComparison {
  method: MethodId
  /** False when the history is too short for the method. */
  isPossible: boolean
  /** How many values the method needs at least; null where it has no use for a season of this length. */
  needs: number | null
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
  /** Whether every possible method was tried, or only those that take no time. Absent in forecasts kept before there was a choice. */
  isComplete?: boolean
}

/** What a method has to say besides its numbers. */
export type MethodNote =
  /** Values far from their neighbours, drawn in before the forecast was made. */
  | { kind: 'outliers'; periodKeys: string[] }
  /** Only the latest values are used. */
  | { kind: 'oldLeftOut'; count: number }
  /** Less than two seasons: a season can't be told from chance. */
  | { kind: 'seasonUnknown'; missingPeriods: number }
  /** The method that was chosen did not beat the baseline before. */
  | { kind: 'notBetter' }
  | { kind: 'driversLeftOut'; drivers: DriverLeftOut[] }

/** What a series is made of: a level that moves, a season, and what neither explains. */
export interface SeriesComponents {
  /** Ratios where every value is above 0: a season by per cent of the level; else amounts. */
  kind: 'ratios' | 'amounts'
  /** The level of each period of the history, minor units. */
  trendMinor: number[]
  /** What the last level is against that of a year before: null with a year of history or less. */
  yearChangeMinor: number | null
  /** The same over the level of a year before; null where that isn't above 0. */
  yearChangeRatio: number | null
  /** The latest season, by place within the year from 0: a ratio to the level, or an amount on top; null with less than two seasons. */
  season: { place: number; periodKey: string; ratio: number | null; amountMinor: number | null }[] | null
  /** Value minus level and season, minor units. */
  restMinor: number[]
  /** How much of what the level doesn't explain is season, 0 to 1; null without a season. */
  seasonStrengthRatio: number | null
  /** Complete periods that are missing before a season can be told. */
  missingPeriods: number
}

/** What a method would have said some periods ago, beside what came. */
export interface LookBack {
  method: MethodId
  /** The last period that was known. */
  knownToKey: string
  points: {
    periodKey: string
    middleMinor: number
    low80Minor: number | null
    high80Minor: number | null
    low95Minor: number | null
    high95Minor: number | null
    actualMinor: number
  }[]
  /** How many of the periods lay within their 80 % range; null without ranges. */
  within80: number | null
  /** Sum of absolute errors over the sum of what came; null where that is 0. */
  wapeRatio: number | null
}
