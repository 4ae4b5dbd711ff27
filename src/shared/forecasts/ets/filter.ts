// Runs a form of exponential smoothing over a series: its one-step errors, its likelihood, and the gradient of that by the adjoint method,
// which costs about as much as two more runs whatever the number of parameters.
import type { EtsForm } from './form.ts'

/** Smoothing parameters; those that a form lacks are 0, and phi is 1 where the trend isn't damped. */
export interface Smoothing {
  readonly alpha: number
  readonly beta: number
  readonly gamma: number
  readonly phi: number
}

/** The state before the first value: level, change per period, and one season, that of the first value first. */
export interface EtsState {
  readonly level: number
  readonly trend: number
  readonly season: readonly number[]
}

/** Room for one series, used again for every run. */
export class EtsFilter {
  readonly #values: Float64Array
  readonly #form: EtsForm
  readonly #m: number
  readonly #levels: Float64Array
  readonly #trends: Float64Array
  /** The season in use at each value, then the last one made of each. */
  readonly #seasons: Float64Array
  readonly #fitted: Float64Array
  readonly #seasonSlopes: Float64Array
  #smoothing: Smoothing = { alpha: 0, beta: 0, gamma: 0, phi: 1 }
  #squares = 0

  /** @param seasonLength periods of a season; of no use to a form without one */
  constructor(values: Float64Array, form: EtsForm, seasonLength: number) {
    const n = values.length
    this.#values = values
    this.#form = form
    this.#m = form.season === 'N' ? 0 : seasonLength
    this.#levels = new Float64Array(n + 1)
    this.#trends = new Float64Array(n + 1)
    this.#seasons = new Float64Array(n + this.#m)
    this.#fitted = new Float64Array(n)
    this.#seasonSlopes = new Float64Array(n + this.#m)
  }

  /** One-step forecasts of the last run. */
  get fitted(): Float64Array {
    return this.#fitted
  }

  /** Sum of squared errors of the last run: relative ones where the error multiplies. */
  get squares(): number {
    return this.#squares
  }

  /** The state after the last value of the last run. */
  get lastState(): EtsState {
    const n = this.#values.length
    return {
      level: this.#levels[n] ?? 0,
      trend: this.#trends[n] ?? 0,
      season: [...this.#seasons.subarray(n, n + this.#m)]
    }
  }

  /** Errors of the last run: value - fitted, over fitted where the error multiplies. */
  errors(): Float64Array {
    const isRelative = this.#form.error === 'M'
    return this.#values.map((value, t) => {
      const fitted = this.#fitted[t] ?? 0
      return isRelative ? (value - fitted) / fitted : value - fitted
    })
  }

  /**
   * Runs the recursion.
   *
   * @param smoothing parameters
   * @param level @param trend @param season the state before the first value; as many seasons as a season has periods
   * @returns -2 log likelihood without its constant: n·log(Σε²) + 2·Σlog|fitted| where the error multiplies
   * @missing Infinity when a season or a fitted value that must be above 0 isn't
   * @source R. J. Hyndman, A. B. Koehler, J. K. Ord, R. D. Snyder, "Forecasting with Exponential Smoothing" (2008), tables 2.2, 2.3 and (5.1)
   */
  run(smoothing: Smoothing, level: number, trend: number, season: ArrayLike<number>): number {
    const { alpha, beta, gamma, phi } = smoothing
    this.#smoothing = smoothing
    const [values, levels, trends, seasons, fitted] = [
      this.#values,
      this.#levels,
      this.#trends,
      this.#seasons,
      this.#fitted
    ]
    const n = values.length
    const m = this.#m
    const isRelative = this.#form.error === 'M'
    const multiplies = this.#form.season === 'M'
    for (let j = 0; j < m; j += 1) seasons[j] = season[j] ?? 0
    let [l, b, squares, logs] = [level, trend, 0, 0]
    levels[0] = l
    trends[0] = b
    for (let t = 0; t < n; t += 1) {
      const q = l + phi * b
      const s = m === 0 ? 0 : (seasons[t] ?? 0)
      const f = multiplies ? q * s : q + s
      if (multiplies ? !(q > 0 && s > 0) : isRelative && !(f > 0)) return Number.POSITIVE_INFINITY
      fitted[t] = f
      const e = (values[t] ?? 0) - f
      if (isRelative) {
        squares += (e / f) ** 2
        logs += Math.log(f)
      } else squares += e * e
      const ofLevel = multiplies ? e / s : e
      l = q + alpha * ofLevel
      b = phi * b + beta * ofLevel
      if (m > 0) seasons[t + m] = s + gamma * (multiplies ? e / q : e)
      levels[t + 1] = l
      trends[t + 1] = b
    }
    this.#squares = squares
    const likelihood = n * Math.log(squares) + 2 * logs
    return Number.isNaN(likelihood) ? Number.POSITIVE_INFINITY : likelihood
  }

  /**
   * The gradient of the last run's value, by going through it backwards.
   *
   * @param out alpha, beta, gamma, phi, level, trend, then one entry a season
   */
  writeGradient(out: Float64Array): void {
    const { alpha, beta, gamma, phi } = this.#smoothing
    const [values, levels, trends, seasons, fitted, slopes] = [
      this.#values,
      this.#levels,
      this.#trends,
      this.#seasons,
      this.#fitted,
      this.#seasonSlopes
    ]
    const n = values.length
    const m = this.#m
    const isRelative = this.#form.error === 'M'
    const multiplies = this.#form.season === 'M'
    const weight = (2 * n) / this.#squares
    slopes.fill(0)
    let [dAlpha, dBeta, dGamma, dPhi, dLevel, dTrend] = [0, 0, 0, 0, 0, 0]
    for (let t = n - 1; t >= 0; t -= 1) {
      const l = levels[t] ?? 0
      const b = trends[t] ?? 0
      const q = l + phi * b
      const s = m === 0 ? 0 : (seasons[t] ?? 0)
      const f = fitted[t] ?? 0
      const y = values[t] ?? 0
      const e = y - f
      const dNext = m === 0 ? 0 : (slopes[t + m] ?? 0)
      const ofLevel = multiplies ? e / s : e
      const ofSeason = multiplies ? e / q : e
      dAlpha += dLevel * ofLevel
      dBeta += dTrend * ofLevel
      dGamma += dNext * ofSeason
      const dOfLevel = alpha * dLevel + beta * dTrend
      const dOfSeason = gamma * dNext
      let dQ = dLevel
      let dS = dNext
      let dE: number
      if (multiplies) {
        dE = dOfLevel / s + dOfSeason / q
        dS -= (dOfLevel * e) / (s * s)
        dQ -= (dOfSeason * e) / (q * q)
      } else dE = dOfLevel + dOfSeason
      let dF: number
      if (isRelative) dF = (-weight * (e / f) * y) / (f * f) + 2 / f - dE
      else dF = -(dE + weight * e)
      if (multiplies) {
        dQ += dF * s
        dS += dF * q
      } else {
        dQ += dF
        dS += dF
      }
      dPhi += dTrend * b + dQ * b
      dTrend = phi * dTrend + phi * dQ
      dLevel = dQ
      if (m > 0) slopes[t] = dS
    }
    out[0] = dAlpha
    out[1] = dBeta
    out[2] = dGamma
    out[3] = dPhi
    out[4] = dLevel
    out[5] = dTrend
    for (let j = 0; j < m; j += 1) out[6 + j] = slopes[j] ?? 0
  }
}
