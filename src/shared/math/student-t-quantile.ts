// The quantile of Student's t distribution: the normal quantile's wider relative for a spread estimated from few values.
import { incompleteBeta } from './incomplete-beta.ts'

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
