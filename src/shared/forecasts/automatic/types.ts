// What an automatic forecast answers: the middle and the ranges of the coming periods, what they are made of, how that would have done before
// against the baseline, and codes for the words that explain it.

export interface AutomaticInput {
  /** One value a period, oldest first, no gaps, any unit. */
  readonly values: readonly number[]
  /** Periods of a season: 4 for quarters, 12 for months, 52 for weeks, 1 for none. */
  readonly seasonLength: number
  /** Periods ahead, at least 1. */
  readonly horizon: number
}

/** The forecasts that are combined, in the order of the list in members.ts. */
export type MemberId =
  | 'averagedSmoothing'
  | 'averagedGrowth'
  | 'theta'
  | 'thetaOptimised'
  | 'plainSmoothing'
  | 'autoregression'
  | 'dampedTrend'

export type AutomaticMethodId = 'combination' | 'naive' | 'seasonalNaive' | 'constant' | 'sba' | 'tsb'

/** Why this method. */
export type AutomaticReason =
  /** The combination had smaller errors than the baseline in the back-test. */
  | 'beatsBaseline'
  /** It had somewhat larger ones: the baseline comes in by `baselineShare`. */
  | 'drawnToBaseline'
  /** It had much larger ones: the baseline is proposed. */
  | 'baselineNotBeaten'
  /** Too few values for a back-test: the combination is proposed on its record elsewhere. */
  | 'noBacktest'
  /** Fewer values than the combination needs. */
  | 'shortHistory'
  /** All values are the same. */
  | 'neverChanges'
  /** All values are 0. */
  | 'nothingSold'
  /** Sales come now and then. */
  | 'intermittent'
  /** They do, and have stayed away for longer than usual. */
  | 'intermittentFading'

/** Where the ranges come from. */
export type AutomaticRangeBasis =
  /** Probabilities of the averaged smoothing, what isn't known of its settings included. */
  | 'predictive'
  /** Past errors of the baseline. */
  | 'errors'
  /** The spread of few values, wide on purpose. */
  | 'spread'
  /** What single periods brought before. */
  | 'pastPeriods'
  /** Values that never change leave no width. */
  | 'noSpread'
  | 'none'

export interface RangeStep {
  readonly low80: number
  readonly high80: number
  readonly low95: number
  readonly high95: number
}

export interface Member {
  readonly id: MemberId
  readonly middle: readonly number[]
  /** As that of the combination, over the same trials; null without a back-test. */
  readonly maseRatio: number | null
}

export interface Accuracy {
  /** Mean absolute error over that of the one-step seasonal naive before each origin; null where that is 0. */
  readonly maseRatio: number | null
  /** Sum of absolute errors over the sum of absolute values; null where that is 0. */
  readonly wapeRatio: number | null
}

export interface Trials {
  /** Numbers of values that the trials forecast from. */
  readonly origins: readonly number[]
  /** How many forecasts were held against what came. */
  readonly comparedCount: number
  readonly combination: Accuracy
  readonly baseline: Accuracy
  readonly members: Readonly<Record<MemberId, number | null>>
}

export type AutomaticNote =
  /** The history has fewer than two seasons: a season can't be told from chance. */
  | { readonly kind: 'seasonUnknown'; readonly missingPeriods: number }
  /** Positions of values that lie far from both neighbours. The combination is made with these drawn in; trials are held against them as they are. */
  | { readonly kind: 'outliers'; readonly positions: readonly number[] }
  /** A range or a middle reached below zero, where no past value was, and is cut there. */
  | { readonly kind: 'cutAtZero' }
  /** Only the latest values are used. */
  | { readonly kind: 'oldLeftOut'; readonly count: number }

export interface AutomaticForecast {
  readonly method: AutomaticMethodId
  readonly reason: AutomaticReason
  readonly middle: readonly number[]
  /** One for each step; null where there is nothing to tell a range from. */
  readonly ranges: readonly RangeStep[] | null
  readonly rangeBasis: AutomaticRangeBasis
  /** How the errors of steps go together, -1 to 1, a row a step: for ranges of sums (rangeOfSum). Null without ranges. */
  readonly correlations: readonly (readonly number[])[] | null
  /** What the combination is made of; empty for other methods. */
  readonly members: readonly Member[]
  readonly baseline: { readonly id: 'naive' | 'seasonalNaive'; readonly middle: readonly number[] }
  /** How much of the middle is the baseline's, 0 to 1; null without a back-test. */
  readonly baselineShare: number | null
  /** Null when the history is too short. */
  readonly trials: Trials | null
  /** Probability that there is a season; null where it was not looked for. */
  readonly seasonProbability: number | null
  readonly notes: readonly AutomaticNote[]
}
