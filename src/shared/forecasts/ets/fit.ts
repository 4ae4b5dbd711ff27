// Fits a form of exponential smoothing to a series by maximum likelihood: smoothing parameters and the state before the first value.
import { minimise } from '#shared/math/minimise.ts'
import { EtsFilter, type EtsState, type Smoothing } from './filter.ts'
import { countParameters, type EtsForm } from './form.ts'
import { guessState } from './start.ts'

export interface EtsFit {
  readonly form: EtsForm
  readonly seasonLength: number
  readonly smoothing: Smoothing
  readonly start: EtsState
  readonly last: EtsState
  /** -2 log likelihood without its constant. */
  readonly deviance: number
  readonly aicc: number
  /** Variance of the one-step errors: of relative ones where the error multiplies. */
  readonly variance: number
  readonly fitted: Float64Array
  readonly errors: Float64Array
}

const [lowest, highest] = [1e-4, 0.9999]
const [leastDamping, mostDamping] = [0.8, 0.98]

/**
 * Fits one form.
 *
 * The parameters are kept in the usual region (0 < beta < alpha, 0 < gamma < 1 - alpha, 0.8 < phi < 0.98) by a logistic change of variable;
 * seasons add up to 0, or to the season's length.
 *
 * @param values at least two more than parameters, above 0 where error or season multiplies
 * @param form which form
 * @param seasonLength periods of a season, 1 for none
 * @param from a fit of the same form to nearly the same values, to begin with
 * @returns the fit
 * @missing undefined when there are too few values, or none of the starts has a likelihood
 * @source Hyndman and others (2008), chapter 5; agrees with R's forecast::ets (test/reference/forecast)
 * @example fitEts(Float64Array.of(3, 5, 4, 6, 5, 7), { error: 'A', trend: 'N', season: 'N' }, 1)?.smoothing.beta // 0
 */
export function fitEts(values: Float64Array, form: EtsForm, seasonLength: number, from?: EtsFit): EtsFit | undefined {
  const count = countParameters(form, seasonLength)
  const n = values.length
  const penalised = count + 1
  if (n < count + 2 || n - penalised - 1 <= 0) return undefined
  const scale = spreadOf(values)
  if (scale === undefined) return undefined
  // The search works on values without a unit, so that it takes the same way for euros and for cents.
  const plain = values.map((value) => value / scale)
  const filter = new EtsFilter(plain, form, seasonLength)
  const shape = new Shape(form, seasonLength)
  const guess = from ? scaleState(from.start, form, 1 / scale) : guessState(plain, form, seasonLength)
  const calmer = [1, 0.5, 0.25, 0.1].map((part) => calm(guess, form, part))
  const full = new Float64Array(6 + seasonLength)
  const evaluate = (x: Float64Array, gradient: Float64Array): number => {
    const { smoothing, state } = shape.read(x)
    const value = filter.run(smoothing, state.level, state.trend, state.season)
    if (!Number.isFinite(value)) return Number.POSITIVE_INFINITY
    filter.writeGradient(full)
    shape.pullBack(full, gradient)
    return value
  }
  const scratch = new Float64Array(shape.size)
  // A season of later, larger years may make the first fitted values fall below 0: then a part of it is begun with.
  const starts = (from ? [from.smoothing] : firstSmoothings)
    .flatMap((smoothing) => {
      for (const state of calmer) {
        const x = shape.write(smoothing, state)
        const value = evaluate(x, scratch)
        if (Number.isFinite(value)) return { x, value }
      }
      return []
    })
    .sort((one, other) => one.value - other.value)
    .slice(0, 2)
  // The likelihood has several tops: the best of two climbs.
  const [found] = starts
    .map(({ x }) => minimise(evaluate, x, { maxSteps: 120, tolerance: 1e-7 }))
    .sort((one, other) => one.value - other.value)
  if (!found) return undefined
  const { smoothing, state } = shape.read(found.x)
  const likelihood = filter.run(smoothing, state.level, state.trend, state.season)
  if (!Number.isFinite(likelihood)) return undefined
  const deviance = likelihood + 2 * n * Math.log(scale)
  const unit = form.error === 'A' ? scale : 1
  return {
    form,
    seasonLength,
    smoothing,
    start: scaleState({ ...state, season: [...state.season] }, form, scale),
    last: scaleState(filter.lastState, form, scale),
    deviance,
    aicc: deviance + 2 * penalised + (2 * penalised * (penalised + 1)) / (n - penalised - 1),
    variance: (unit * unit * filter.squares) / (n - count),
    fitted: filter.fitted.map((value) => value * scale),
    errors: filter.errors().map((error) => error * unit)
  }
}

/** A state with a part of its season and trend. */
function calm(state: EtsState, form: EtsForm, part: number): EtsState {
  const neutral = form.season === 'M' ? 1 : 0
  return {
    level: state.level,
    trend: state.trend * part,
    season: state.season.map((each) => neutral + (each - neutral) * part)
  }
}

/** A state in another unit; seasons that multiply have none. */
function scaleState({ level, trend, season }: EtsState, form: EtsForm, factor: number): EtsState {
  const ofSeason = form.season === 'A' ? factor : 1
  return { level: level * factor, trend: trend * factor, season: season.map((each) => each * ofSeason) }
}

/** Slow and quick beginnings; the two with the best likelihood are gone on from. */
const firstSmoothings: readonly Smoothing[] = [
  { alpha: 0.1, beta: 0.01, gamma: 0.05, phi: 0.95 },
  { alpha: 0.3, beta: 0.03, gamma: 0.1, phi: 0.95 },
  { alpha: 0.7, beta: 0.1, gamma: 0.1, phi: 0.9 }
]

const logistic = (x: number): number => 1 / (1 + Math.exp(-x))
const logit = (p: number): number => Math.log(p / (1 - p))
const within = (value: number): number => Math.min(0.999, Math.max(0.001, value))

/** Between the free variables of the search and the parameters of a form. */
class Shape {
  readonly #form: EtsForm
  readonly #m: number
  readonly size: number
  readonly #season: Float64Array
  #logits: [number, number, number, number] = [0, 0, 0, 0]
  #alpha = 0

  constructor(form: EtsForm, seasonLength: number) {
    this.#form = form
    this.#m = form.season === 'N' ? 0 : seasonLength
    this.#season = new Float64Array(this.#m)
    this.size = countParameters(form, seasonLength)
  }

  write({ alpha, beta, gamma, phi }: Smoothing, state: EtsState): Float64Array {
    const x = new Float64Array(this.size)
    let at = 0
    x[at++] = logit(within((alpha - lowest) / (highest - lowest)))
    if (this.#form.trend !== 'N') x[at++] = logit(within(beta / alpha))
    if (this.#m > 0) x[at++] = logit(within(gamma / (1 - alpha)))
    if (this.#form.trend === 'Ad') x[at++] = logit(within((phi - leastDamping) / (mostDamping - leastDamping)))
    x[at++] = state.level
    if (this.#form.trend !== 'N') x[at++] = state.trend
    for (let j = 0; j < this.#m - 1; j += 1) x[at++] = state.season[j] ?? 0
    return x
  }

  read(x: Float64Array): { smoothing: Smoothing; state: { level: number; trend: number; season: Float64Array } } {
    let at = 0
    const a = logistic(x[at++] ?? 0)
    const alpha = lowest + (highest - lowest) * a
    const b = this.#form.trend === 'N' ? 0 : logistic(x[at++] ?? 0)
    const g = this.#m > 0 ? logistic(x[at++] ?? 0) : 0
    const p = this.#form.trend === 'Ad' ? logistic(x[at++] ?? 0) : 0
    this.#logits = [a, b, g, p]
    this.#alpha = alpha
    const level = x[at++] ?? 0
    const trend = this.#form.trend === 'N' ? 0 : (x[at++] ?? 0)
    let rest = this.#form.season === 'M' ? this.#m : 0
    for (let j = 0; j < this.#m - 1; j += 1) {
      const own = x[at++] ?? 0
      this.#season[j] = own
      rest -= own
    }
    if (this.#m > 0) this.#season[this.#m - 1] = rest
    const phi = this.#form.trend === 'Ad' ? leastDamping + (mostDamping - leastDamping) * p : 1
    return {
      smoothing: { alpha, beta: alpha * b, gamma: (1 - alpha) * g, phi },
      state: { level, trend, season: this.#season }
    }
  }

  /** Turns the gradient by the parameters into that by the free variables of the last `read`. */
  pullBack(full: Float64Array, gradient: Float64Array): void {
    const [a, b, g, p] = this.#logits
    const [dAlpha, dBeta, dGamma, dPhi] = [full[0] ?? 0, full[1] ?? 0, full[2] ?? 0, full[3] ?? 0]
    let at = 0
    gradient[at++] = (dAlpha + dBeta * b - dGamma * g) * (highest - lowest) * a * (1 - a)
    if (this.#form.trend !== 'N') gradient[at++] = dBeta * this.#alpha * b * (1 - b)
    if (this.#m > 0) gradient[at++] = dGamma * (1 - this.#alpha) * g * (1 - g)
    if (this.#form.trend === 'Ad') gradient[at++] = dPhi * (mostDamping - leastDamping) * p * (1 - p)
    gradient[at++] = full[4] ?? 0
    if (this.#form.trend !== 'N') gradient[at++] = full[5] ?? 0
    const last = full[6 + this.#m - 1] ?? 0
    for (let j = 0; j < this.#m - 1; j += 1) gradient[at++] = (full[6 + j] ?? 0) - last
  }
}

/** Root mean square of the values around their mean; undefined when they are all the same, but for rounding. */
function spreadOf(values: Float64Array): number | undefined {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
  return spread > 1e-12 * Math.abs(mean) ? spread : undefined
}
