// The quantile of Student's t distribution: the normal quantile's wider relative for a spread estimated from few values.

/**
 * Finds the value below which a Student t variable falls with a given probability.
 *
 * Solves F(t) = probability by bisection on the regularised incomplete beta function, so that it is right for every
 * number of degrees of freedom rather than for large ones.
 *
 * @param probability between 0 and 1, both excluded
 * @param degrees degrees of freedom, above 0
 * @returns the quantile
 * @errors NaN for a probability or degrees outside their range
 * @source Abramowitz and Stegun, "Handbook of Mathematical Functions", 26.5.27 (t by the incomplete beta function) and 26.5.8 (its
 *   continued fraction)
 * @example studentTQuantile(0.9, 3) // 1.637744353696211
 */
export function studentTQuantile(probability: number, degrees: number): number {
  if (!(probability > 0 && probability < 1 && degrees > 0)) return Number.NaN
  if (probability === 0.5) return 0
  const tail = probability < 0.5 ? probability : 1 - probability
  // With x = degrees / (degrees + t²) the tail is half the incomplete beta of x; x moves from 0 (t infinite) to 1 (t 0).
  let low = 0
  let high = 1
  for (let step = 0; step < 200 && high - low > 1e-17 * high; step += 1) {
    const middle = (low + high) / 2
    if (incompleteBeta(middle, degrees / 2, 0.5) / 2 < tail) low = middle
    else high = middle
  }
  const x = (low + high) / 2
  const size = Math.sqrt((degrees * (1 - x)) / x)
  return probability < 0.5 ? -size : size
}

/** The regularised incomplete beta function I_x(a, b). */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x))
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b
}

/** The continued fraction of the incomplete beta, by Lentz's method. */
function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300
  const keep = (value: number) => (Math.abs(value) < tiny ? tiny : value)
  let c = 1
  let d = 1 / keep(1 - ((a + b) * x) / (a + 1))
  let result = d
  for (let m = 1; m <= 500; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / keep(1 + even * d)
    c = keep(1 + even / c)
    result *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / keep(1 + odd * d)
    c = keep(1 + odd / c)
    const change = d * c
    result *= change
    if (Math.abs(change - 1) < 1e-16) break
  }
  return result
}

const stirling = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156]

/** The logarithm of the gamma function for x > 0: Stirling's series, after moving x above 10. */
function logGamma(x: number): number {
  let shift = 0
  let at = x
  for (; at < 10; at += 1) shift += Math.log(at)
  let series = 0
  for (let k = stirling.length - 1; k >= 0; k -= 1) series = series / (at * at) + (stirling[k] ?? 0)
  return (at - 0.5) * Math.log(at) - at + Math.log(2 * Math.PI) / 2 + series / at - shift
}
