// Which settings of exponential smoothing are averaged over, and how likely each is held to be before a value is seen.

/** One way to smooth; a quick level, trend and season follow the values closely. */
export interface Setting {
  readonly alpha: number
  readonly beta: number
  readonly gamma: number
  readonly phi: number
  /** Log of the prior probability. */
  readonly logPrior: number
}

/** How much of the level's correction goes into the trend as well: none is the likeliest. */
const trendShares = [0, 0.1, 0.3]
const stillTrend = 0.6
const alphas = [0.05, 0.15, 0.3, 0.5, 0.7, 0.95]
const phis = [0.85, 0.95, 1]
/** What part of the correction that the level leaves goes into the season. */
const seasonShares = [0, 0.1, 0.3]

/** Variances, in those of an error, from which the first trend and the first season are drawn; 0 is no season at all. */
export const firstTrendVariance = 0.3
export const firstSeasonVariances = [0, 0.3, 3]

/**
 * Lists the settings that are averaged over.
 *
 * The grid is coarse on purpose: neighbours forecast nearly the same, and what counts is that slow and quick, damped and undamped ones are there.
 *
 * @param isSeasonal whether settings with a season that moves are wanted
 * @returns settings, their priors adding up to 1
 * @source the model's form: Hyndman and others, "Forecasting with Exponential Smoothing" (2008), ETS(A,Ad,A)
 * @example listSettings(false).length // 54
 */
export function listSettings(isSeasonal: boolean): Setting[] {
  const ofSeason = isSeasonal ? seasonShares : [0]
  const even = 1 / (alphas.length * phis.length * ofSeason.length)
  return phis.flatMap((phi) =>
    trendShares.flatMap((share) =>
      alphas.flatMap((alpha) =>
        ofSeason.map((part) => ({
          alpha,
          phi,
          beta: alpha * share,
          gamma: part * (1 - alpha),
          logPrior: Math.log(even * (share === 0 ? stillTrend : (1 - stillTrend) / (trendShares.length - 1)))
        }))
      )
    )
  )
}
