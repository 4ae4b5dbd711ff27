// The Theta method as a state space model with its parameters optimised, its line updated with every value.
import { nelderMead } from '#shared/math/nelder-mead.ts'

export interface ThetaFit {
  readonly alpha: number
  readonly theta: number
  readonly level: number
  /** Variance of the one-step errors. */
  readonly variance: number
  readonly errors: readonly number[]
  readonly middle: readonly number[]
}

interface Parameters {
  readonly level: number
  readonly alpha: number
  readonly theta: number
}

/**
 * Fits the dynamic optimised Theta model and forecasts with it.
 *
 * The series is the mean of two lines: the straight one through all values so far, and one whose bends are theta times its own, which is
 * smoothed exponentially. With theta 2 and a fixed line it is the Theta method that won the M3 competition.
 *
 * @param values a series without season, at least three
 * @param horizon periods ahead
 * @param isOptimised false keeps theta at 2
 * @returns parameters, errors and the middle of each coming period
 * @missing undefined with fewer than three values
 * @source J. A. Fiorucci, T. R. Pellegrini, F. Louzada, F. Petropoulos, A. B. Koehler, "Models for optimising the theta method and their
 *   relationship to state space models", International Journal of Forecasting 32 (2016), DOTM
 * @example fitTheta([1, 2, 3, 4], 1)?.middle.length // 1
 */
export function fitTheta(values: readonly number[], horizon: number, isOptimised = true): ThetaFit | undefined {
  if (values.length < 3) return undefined
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const scale = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1
  const first = values[0] ?? 0
  const read = ([level = 0, alpha = 0, theta = 0]: readonly number[]): Parameters => ({
    level: first + level * scale,
    alpha,
    theta: isOptimised ? theta : 2
  })
  const cost = (x: readonly number[]): number => {
    const parameters = read(x)
    if (parameters.alpha < 0.1 || parameters.alpha > 0.99 || parameters.theta < 1) return Number.POSITIVE_INFINITY
    return walk(values, parameters, 0).squares
  }
  const start = [0, 0.5, 2]
  const found = nelderMead(cost, start, [-0.5, 0.3, 1], { tolerance: 1e-8 })
  const parameters = read(found.x)
  const { errors, squares, middle } = walk(values, parameters, horizon)
  return { ...parameters, errors, middle, variance: squares / Math.max(1, values.length - 3) }
}

/**
 * Tells how much an error at each coming step moves the later ones: the model is linear in the values once its parameters are known.
 *
 * @param values the series without season that was fitted
 * @param fit what was found
 * @param horizon periods ahead
 * @returns rows by the step of the error; entries by the step it shows in, 1 at its own
 * @source by running the recursion with and without the error
 * @example spreadOfTheta([1, 2, 3], fitted, 2)[0]?.[0] // 1
 */
export function spreadOfTheta(values: readonly number[], fit: ThetaFit, horizon: number): number[][] {
  const { middle } = fit
  return Array.from({ length: horizon }, (_, at) => {
    const moved = walk([...values, ...middle.slice(0, at), (middle[at] ?? 0) + 1], fit, horizon - at - 1).middle
    return middle
      .slice(0, horizon)
      .map((value, step) => (step < at ? 0 : step === at ? 1 : (moved[step - at - 1] ?? 0) - value))
  })
}

/** Runs over the values, then on its own forecasts. */
function walk(values: readonly number[], { level, alpha, theta }: Parameters, horizon: number) {
  const n = values.length
  const errors: number[] = []
  const middle: number[] = []
  const part = 1 - 1 / theta
  let [l, mean, slope, intercept] = [level, 0, 0, 0]
  let squares = 0
  let faded = 1
  for (let t = 1; t <= n + horizon; t += 1) {
    // faded is (1 - alpha)^(t - 1).
    const forecast = l + part * (faded * intercept + ((1 - faded * (1 - alpha)) / alpha) * slope)
    // The first values have no line yet: the level is all there is.
    const expected = t === 1 ? l : forecast
    const value = t <= n ? (values[t - 1] ?? 0) : expected
    if (t <= n) {
      const error = value - expected
      errors.push(error)
      if (t > 1) squares += error * error
    } else middle.push(expected)
    l = alpha * value + (1 - alpha) * l
    slope = t === 1 ? 0 : ((t - 2) * slope + (6 / t) * (value - mean)) / (t + 1)
    mean = ((t - 1) * mean + value) / t
    intercept = mean - ((t + 1) / 2) * slope
    faded *= 1 - alpha
  }
  return { errors, squares, middle }
}
