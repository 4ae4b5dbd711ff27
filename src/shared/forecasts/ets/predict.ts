// What a fitted form of exponential smoothing says about the coming periods: the middle of each and its variance.
import type { EtsFit } from './fit.ts'

export interface EtsPrediction {
  readonly middle: readonly number[]
  /** Variance of the error of each step, in the square of the unit of the values. */
  readonly variances: readonly number[]
}

/**
 * Forecasts with a fit.
 *
 * @param fit a fitted form
 * @param horizon periods ahead
 * @returns middles and variances; parameters count as known
 * @source Hyndman and others (2008), tables 6.1 and 6.2: exact for errors that add and for errors that multiply over parts that add; for a
 *   season that multiplies the approximation (6.3) for class 3
 * @example predictEts(fit, 12).middle.length // 12
 */
export function predictEts(fit: EtsFit, horizon: number): EtsPrediction {
  const { form, last, smoothing } = fit
  const plain = walkTrend(last.level, form.trend === 'N' ? 0 : last.trend, smoothing.phi, horizon)
  const seasonAt = (step: number) => last.season[step % Math.max(1, last.season.length)] ?? 0
  const middle = plain.map((value, step) =>
    form.season === 'N' ? value : form.season === 'A' ? value + seasonAt(step) : value * seasonAt(step)
  )
  const weights = errorWeights(fit, horizon)
  if (form.error === 'A') return { middle, variances: addedVariances(fit.variance, weights) }
  if (form.season !== 'M') return { middle, variances: relativeVariances(middle, weights, fit.variance) }
  const theta = relativeSquares(plain, weights, fit.variance)
  const variances = plain.map((value, step) => {
    const seasons = (1 + smoothing.gamma ** 2 * fit.variance) ** Math.floor(step / last.season.length)
    return seasonAt(step) ** 2 * Math.max(0, (1 + fit.variance) * (theta[step] ?? 0) * seasons - value ** 2)
  })
  return { middle, variances }
}

/**
 * Tells how the errors of steps go together under a fit: later steps share the errors of earlier ones.
 *
 * @param fit a fitted form
 * @param horizon periods ahead
 * @returns correlations, -1 to 1, a row a step
 * @source covariance of ETS errors: Hyndman and others (2008), section 6.6; where the error or the season multiplies, that of the same form with
 *   parts that add
 * @example correlateEts(fit, 2)[0]?.[0] // 1
 */
export function correlateEts(fit: EtsFit, horizon: number): number[][] {
  const kept = [1, ...errorWeights(fit, horizon)]
  if (fit.form.season === 'M') {
    // Of a season's part of an error the next value of the same season keeps gamma, whatever the scale.
    for (let step = fit.seasonLength; step < horizon; step += fit.seasonLength)
      kept[step] = (kept[step] ?? 0) + fit.smoothing.gamma
  }
  const shared = (i: number, j: number) => {
    let sum = 0
    for (let k = 0; k <= Math.min(i, j); k += 1) sum += (kept[i - k] ?? 0) * (kept[j - k] ?? 0)
    return sum
  }
  const steps = Array.from({ length: horizon }, (_, step) => step)
  const sizes = steps.map((step) => Math.sqrt(shared(step, step)))
  return steps.map((i) => steps.map((j) => (i === j ? 1 : shared(i, j) / ((sizes[i] ?? 1) * (sizes[j] ?? 1)))))
}

function walkTrend(level: number, trend: number, phi: number, horizon: number): number[] {
  let [at, step] = [level, trend]
  return Array.from({ length: horizon }, () => {
    step *= phi
    at += step
    return at
  })
}

/** How much an error of now is in the value j periods on, j from 1. A season that multiplies is left to the caller. */
function errorWeights({ form, smoothing, seasonLength }: EtsFit, horizon: number): number[] {
  const { alpha, beta, gamma, phi } = smoothing
  let damped = 0
  return Array.from({ length: Math.max(0, horizon - 1) }, (_, at) => {
    damped += phi ** (at + 1)
    return alpha + beta * damped + (form.season === 'A' && (at + 1) % seasonLength === 0 ? gamma : 0)
  })
}

function addedVariances(variance: number, weights: readonly number[]): number[] {
  const variances = [variance]
  for (const weight of weights) variances.push((variances.at(-1) ?? 0) + variance * weight * weight)
  return variances
}

/** Second moments of the middle of each step where errors are in proportion. */
function relativeSquares(middle: readonly number[], weights: readonly number[], variance: number): number[] {
  const squares: number[] = []
  middle.forEach((value, step) => {
    let sum = 0
    for (let j = 1; j <= step; j += 1) sum += (weights[j - 1] ?? 0) ** 2 * (squares[step - j] ?? 0)
    squares.push(value ** 2 + variance * sum)
  })
  return squares
}

function relativeVariances(middle: readonly number[], weights: readonly number[], variance: number): number[] {
  return relativeSquares(middle, weights, variance).map((square, step) =>
    Math.max(0, (1 + variance) * square - (middle[step] ?? 0) ** 2)
  )
}
