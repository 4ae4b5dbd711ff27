// Autoregression by Burg's method, which always gives a process that dies away.

/** Coefficients of the last values, the newest first, and the variance of what they leave. */
export interface Autoregression {
  readonly coefficients: readonly number[]
  readonly variance: number
}

/**
 * Fits autoregressions of every order up to one.
 *
 * @param values around 0, more than twice the order
 * @param maxOrder the longest order
 * @returns one for each order from 0 to `maxOrder`
 * @source J. P. Burg, "Maximum entropy spectral analysis" (1975); as in S. M. Kay, "Modern Spectral Estimation" (1988), section 7.4
 * @example fitBurg([1, -1, 1, -1], 1)[1]?.coefficients // [-1]
 */
export function fitBurg(values: readonly number[], maxOrder: number): Autoregression[] {
  const n = values.length
  let forward = [...values]
  let backward = [...values]
  let coefficients: number[] = []
  let variance = values.reduce((sum, value) => sum + value * value, 0) / n
  const found: Autoregression[] = [{ coefficients, variance }]
  for (let order = 1; order <= maxOrder; order += 1) {
    let [together, apart] = [0, 0]
    for (let t = order; t < n; t += 1) {
      const [f, b] = [forward[t] ?? 0, backward[t - 1] ?? 0]
      together += f * b
      apart += f * f + b * b
    }
    const reflection = apart > 0 ? (2 * together) / apart : 0
    const before = coefficients
    coefficients = [...before.map((each, at) => each - reflection * (before[before.length - 1 - at] ?? 0)), reflection]
    const nextForward = [...forward]
    const nextBackward = [...backward]
    for (let t = order; t < n; t += 1) {
      nextForward[t] = (forward[t] ?? 0) - reflection * (backward[t - 1] ?? 0)
      nextBackward[t] = (backward[t - 1] ?? 0) - reflection * (forward[t] ?? 0)
    }
    forward = nextForward
    backward = nextBackward
    variance *= 1 - reflection * reflection
    found.push({ coefficients, variance })
  }
  return found
}

export interface AutoregressiveForecast {
  readonly middle: readonly number[]
  /** Of the values themselves, or of their changes. */
  readonly isOfChanges: boolean
  readonly order: number
}

/** Orders beyond this fit the past and no more. */
const longestOrder = 5

/**
 * Forecasts a series without season by an autoregression of its values or of their changes, whichever has the least AICc.
 *
 * @param values at least five
 * @param horizon periods ahead
 * @returns middles, and what was chosen
 * @missing undefined with fewer than five values
 * @source order by AICc (C. M. Hurvich, C.-L. Tsai, "Regression and time series model selection in small samples", Biometrika 76 (1989))
 * @example forecastByBurg([1, 2, 3, 4, 5, 6], 2)?.middle // [7, 8]
 */
export function forecastByBurg(values: readonly number[], horizon: number): AutoregressiveForecast | undefined {
  const n = values.length
  if (n < 5) return undefined
  const changes = values.slice(1).map((value, at) => value - (values[at] ?? 0))
  const meanOf = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length
  const candidates = [
    { series: values, mean: meanOf(values), isOfChanges: false, hasMean: true },
    { series: changes, mean: 0, isOfChanges: true, hasMean: false },
    { series: changes, mean: meanOf(changes), isOfChanges: true, hasMean: true }
  ].flatMap((each) => {
    const centred = each.series.map((value) => value - each.mean)
    return fitBurg(centred, Math.min(longestOrder, Math.floor(n / 5))).map(({ coefficients, variance }) => {
      const count = coefficients.length + (each.hasMean ? 2 : 1)
      const size = centred.length
      const penalty = (2 * count + (2 * count * (count + 1)) / (size - count - 1)) / size
      // A series that an order explains fully can't be told apart any more: the first such order is taken.
      return { ...each, centred, coefficients, criterion: Math.log(Math.max(variance, Number.MIN_VALUE)) + penalty }
    })
  })
  const [first, ...others] = candidates
  if (!first) return undefined
  const best = others.reduce((least, each) => (each.criterion < least.criterion - 1e-12 ? each : least), first)
  const walked = [...best.centred]
  let at = values[n - 1] ?? 0
  const middle = Array.from({ length: horizon }, () => {
    const next = best.coefficients.reduce((sum, each, lag) => sum + each * (walked[walked.length - 1 - lag] ?? 0), 0)
    walked.push(next)
    at = best.isOfChanges ? at + next + best.mean : next + best.mean
    return at
  })
  return { middle, isOfChanges: best.isOfChanges, order: best.coefficients.length }
}
