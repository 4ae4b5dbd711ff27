// Exponential smoothing without choosing: all settings of a grid forecast, each with the probability that the values give it. Short series are
// not overfitted, and the range holds what isn't known of the setting. Forecasts from earlier places in the series come with it at little cost.
import { Beginning } from './beginning.ts'
import { firstSeasonVariances, firstTrendVariance, listSettings, type Setting } from './grid.ts'
import { LinearFilter } from './linear-filter.ts'

export interface Averaged {
  /** How many values the forecast is made from. */
  readonly origin: number
  readonly middle: readonly number[]
  /** Variance of each step's error, in the square of the unit of the values; null for all origins but the last, where nobody asks. */
  readonly variances: readonly number[] | null
  /** How the errors of steps go together, -1 to 1, a row a step; null as above. */
  readonly correlations: readonly (readonly number[])[] | null
  /** Probability that there is a season. */
  readonly seasonProbability: number
  /** Probability that errors grow with the level. */
  readonly growingErrorsProbability: number
  /** Means over all settings. */
  readonly smoothing: { readonly alpha: number; readonly beta: number; readonly gamma: number; readonly phi: number }
}

/** A setting this much less likely than the best so far (in logs) says nothing. */
const negligible = 9

/**
 * Forecasts by all settings of damped-trend smoothing with and without season, averaged by their posterior probabilities.
 *
 * The model is ETS(A,Ad,A) with the level's beginning unknown, the trend's and the season's beginning drawn around 0, and errors of one size or
 * in proportion to a smoothed level. Beginning and size of the errors are integrated out exactly; the smoothing runs over a grid.
 *
 * @param values the series, any unit, at least `seasonLength` + 3 of them
 * @param seasonLength periods of a season, 1 for none
 * @param horizon periods ahead
 * @param origins numbers of values to forecast from, ascending, each at least 3; the last is usually the length of the series
 * @param mayGrow whether errors may be in proportion to the level: not for logs
 * @returns one forecast for each origin
 * @missing none when the values never change
 * @source priors and averaging: J. A. Hoeting and others, "Bayesian Model Averaging", Statistical Science 14 (1999); exponential smoothing as a
 *   regression on its beginning: R. J. Hyndman and others, "Forecasting with Exponential Smoothing" (2008), section 12.2; C. S. Forbes, R. D.
 *   Snyder, R. G. Shami, "Bayesian exponential smoothing" (2000)
 * @example averageSmoothing(Float64Array.of(3, 5, 4, 6, 5, 7), 1, 2, [6], true)[0]?.middle.length // 2
 */
export function averageSmoothing(
  values: Float64Array,
  seasonLength: number,
  horizon: number,
  origins: readonly number[],
  mayGrow: boolean
): Averaged[] {
  const scale = meanChange(values)
  const first = values[0] ?? 0
  if (!(scale > 1e-12 * Math.abs(first))) return []
  const m = seasonLength > 1 ? seasonLength : 0
  const plain = values.map((value) => (value - first) / scale)
  const sizes: Float64Array[] = [values.map(() => 1)]
  if (mayGrow && values.every((value) => value > 0)) sizes.push(errorSizes(values, m))
  const filter = new LinearFilter(
    plain,
    m,
    sizes.map((size) => size.map((each) => 1 / (each * each)))
  )
  const logSizes = sizes.map((size) => {
    let sum = 0
    return size.map((each) => {
      sum += Math.log(each)
      return sum
    })
  })
  const sums = origins.map(() => new MixtureSum(horizon))
  const walk = new Walk(filter, m, horizon)
  const beginning = new Beginning(2 + m)
  for (const setting of listSettings(m > 0))
    filter.run(setting, origins, (at) => {
      const origin = origins[at] ?? 0
      const sum = sums[at]
      for (let k = 0; sum && k < sizes.length; k += 1)
        for (const seasonVariance of m > 0 ? firstSeasonVariances : [0]) {
          // Without a season there is nothing to move: the still setting stands for all.
          if (seasonVariance === 0 && setting.gamma > 0) continue
          const size = seasonVariance === 0 ? 2 : 2 + m
          const products = filter.products[k]
          if (!products) continue
          beginning.solve(products, filter.columns, size, (column) =>
            column === 0 ? 0 : column === 1 ? 1 / firstTrendVariance : 1 / seasonVariance
          )
          const squares = Math.max(beginning.squares, 1e-12 * origin)
          const logWeight =
            setting.logPrior +
            (m > 0 && seasonVariance === 0 ? logOfMerged : 0) -
            ((origin - 1) / 2) * Math.log(squares) -
            beginning.logDeterminant / 2 -
            (seasonVariance === 0 ? 0 : (m / 2) * Math.log(seasonVariance)) -
            (logSizes[k]?.[origin - 1] ?? 0)
          if (logWeight < sum.highest - negligible) continue
          const errorSize = k === 0 ? 1 : (sizes[k]?.[origin] ?? sizes[k]?.[origin - 1] ?? 1)
          walk.go(
            setting,
            beginning,
            size,
            origin,
            at === origins.length - 1 ? squares / (origin - 1) : null,
            errorSize
          )
          sum.add(logWeight, walk, setting, seasonVariance > 0, k > 0)
        }
    })
  return sums.map((sum, at) => sum.finish(origins[at] ?? 0, first, scale, at === origins.length - 1))
}

/** Settings that differ by the season's movement alone are one where there is no season: its prior is theirs together. */
const logOfMerged = Math.log(listSettings(true).length / listSettings(false).length)

function meanChange(values: Float64Array): number {
  let sum = 0
  for (let t = 1; t < values.length; t += 1) sum += Math.abs((values[t] ?? 0) - (values[t - 1] ?? 0))
  return sum / Math.max(1, values.length - 1)
}

/** How large an error is held to be at each value and after the last: the level so far over the first one, never below a twentieth of it. */
function errorSizes(values: Float64Array, m: number): Float64Array {
  const span = Math.min(values.length, Math.max(3, m))
  let level = 0
  for (let t = 0; t < span; t += 1) level += (values[t] ?? 0) / span
  const first = level
  const quickness = m > 0 ? 0.1 + 0.3 / m : 0.4
  return Float64Array.from({ length: values.length + 1 }, (_, t) => {
    const size = Math.max(level / first, 0.05)
    level += quickness * ((values[t] ?? level) - level)
    return size
  })
}

/** The coming periods under one setting: their middle, and their variance with what isn't known of the beginning. */
class Walk {
  readonly #filter: LinearFilter
  readonly #m: number
  readonly #parts: Float64Array
  readonly #slopes: Float64Array
  readonly #row: Float64Array
  readonly #spreads: Float64Array
  readonly #kept: Float64Array
  readonly middle: Float64Array
  /** Lower triangle, a row a step. */
  readonly covariances: Float64Array
  /** False when only the middle was asked for. */
  hasCovariances = false

  constructor(filter: LinearFilter, m: number, horizon: number) {
    this.#filter = filter
    this.#m = m
    this.#parts = new Float64Array(filter.columns)
    this.#slopes = new Float64Array(filter.columns)
    this.#row = new Float64Array(filter.columns)
    this.middle = new Float64Array(horizon)
    this.covariances = new Float64Array(horizon * horizon)
    this.#spreads = new Float64Array(horizon * filter.columns)
    this.#kept = new Float64Array(horizon)
  }

  go(
    { alpha, beta, gamma, phi }: Setting,
    beginning: Beginning,
    size: number,
    origin: number,
    variance: number | null,
    errorSize: number
  ): void {
    const [{ levels, trends, seasons, columns }, m, parts, slopes] = [this.#filter, this.#m, this.#parts, this.#slopes]
    const last = columns - 1
    const { found } = beginning
    let level = levels[last] ?? 0
    let slope = trends[last] ?? 0
    for (let i = 0; i < size; i += 1) {
      level += (found[i] ?? 0) * (levels[i] ?? 0)
      slope += (found[i] ?? 0) * (trends[i] ?? 0)
      parts[i] = levels[i] ?? 0
      slopes[i] = trends[i] ?? 0
    }
    const hasSeason = size > 2
    const row = this.#row
    let damped = 0
    const kept = this.#kept
    kept[0] = 1
    this.hasCovariances = variance !== null
    for (let step = 0; step < this.middle.length; step += 1) {
      slope *= phi
      level += slope
      let value = level
      const place = m === 0 ? 0 : (origin + step) % m
      if (hasSeason) value += seasons[last * m + place] ?? 0
      for (let i = 0; i < size; i += 1) {
        const next = (slopes[i] ?? 0) * phi
        slopes[i] = next
        parts[i] = (parts[i] ?? 0) + next
        const ofSeason = hasSeason ? (seasons[i * m + place] ?? 0) : 0
        row[i] = (parts[i] ?? 0) + ofSeason
        value += (found[i] ?? 0) * ofSeason
      }
      this.middle[step] = value
      if (variance === null) continue
      beginning.writeSpread(row, this.#spreads, step * columns)
      damped += phi ** (step + 1)
      // How much of an error of now is in the value so many periods on.
      kept[step + 1] = alpha + beta * damped + (hasSeason && (step + 1) % m === 0 ? gamma : 0)
    }
    if (variance !== null) this.#writeCovariances(size, columns, variance, errorSize)
  }

  /** Of the errors to come, which later steps share with earlier ones, and of what isn't known of the beginning. */
  #writeCovariances(size: number, columns: number, variance: number, errorSize: number): void {
    const [kept, spreads, horizon] = [this.#kept, this.#spreads, this.middle.length]
    for (let i = 0; i < horizon; i += 1)
      for (let j = 0; j <= i; j += 1) {
        let shared = 0
        for (let k = 0; k <= j; k += 1) shared += (kept[i - k] ?? 0) * (kept[j - k] ?? 0)
        let known = 0
        for (let k = 0; k < size; k += 1) known += (spreads[i * columns + k] ?? 0) * (spreads[j * columns + k] ?? 0)
        this.covariances[i * horizon + j] = variance * (errorSize * errorSize * shared + known)
      }
  }
}

/** A mixture that grows one part at a time, with weights in logs. */
class MixtureSum {
  highest = Number.NEGATIVE_INFINITY
  #total = 0
  readonly #first: Float64Array
  readonly #second: Float64Array
  #alpha = 0
  #beta = 0
  #gamma = 0
  #phi = 0
  #season = 0
  #grows = 0

  constructor(horizon: number) {
    this.#first = new Float64Array(horizon)
    this.#second = new Float64Array(horizon * horizon)
  }

  add(logWeight: number, walk: Walk, setting: Setting, hasSeason: boolean, grows: boolean): void {
    const { middle, covariances, hasCovariances } = walk
    const horizon = middle.length
    if (logWeight > this.highest) {
      const shrink = Math.exp(this.highest - logWeight)
      this.#total *= shrink
      for (const list of [this.#first, this.#second])
        for (let i = 0; i < list.length; i += 1) list[i] = (list[i] ?? 0) * shrink
      this.#alpha *= shrink
      this.#beta *= shrink
      this.#gamma *= shrink
      this.#phi *= shrink
      this.#season *= shrink
      this.#grows *= shrink
      this.highest = logWeight
    }
    const weight = Math.exp(logWeight - this.highest)
    this.#total += weight
    for (let i = 0; i < horizon; i += 1) {
      const value = middle[i] ?? 0
      this.#first[i] = (this.#first[i] ?? 0) + weight * value
      for (let j = 0; hasCovariances && j <= i; j += 1) {
        const place = i * horizon + j
        this.#second[place] =
          (this.#second[place] ?? 0) + weight * (value * (middle[j] ?? 0) + (covariances[place] ?? 0))
      }
    }
    this.#alpha += weight * setting.alpha
    this.#beta += weight * setting.beta
    this.#gamma += weight * setting.gamma
    this.#phi += weight * setting.phi
    if (hasSeason) this.#season += weight
    if (grows) this.#grows += weight
  }

  finish(origin: number, first: number, scale: number, isLast: boolean): Averaged {
    const total = this.#total
    const middle = Array.from(this.#first, (each) => each / total)
    const horizon = middle.length
    const covariance = (i: number, j: number) =>
      (this.#second[Math.max(i, j) * horizon + Math.min(i, j)] ?? 0) / total - (middle[i] ?? 0) * (middle[j] ?? 0)
    const spreads = middle.map((_, i) => Math.sqrt(Math.max(0, covariance(i, i))))
    const correlation = (i: number, j: number) => {
      const both = (spreads[i] ?? 0) * (spreads[j] ?? 0)
      if (i === j || both === 0) return i === j ? 1 : 0
      return Math.min(1, Math.max(-1, covariance(i, j) / both))
    }
    return {
      origin,
      middle: middle.map((value) => first + scale * value),
      variances: isLast ? spreads.map((spread) => (scale * spread) ** 2) : null,
      correlations: isLast ? middle.map((_, i) => middle.map((__, j) => correlation(i, j))) : null,
      seasonProbability: this.#season / total,
      growingErrorsProbability: this.#grows / total,
      smoothing: {
        alpha: this.#alpha / total,
        beta: this.#beta / total,
        gamma: this.#gamma / total,
        phi: this.#phi / total
      }
    }
  }
}
