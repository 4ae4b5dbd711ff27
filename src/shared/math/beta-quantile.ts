// The quantile of the beta distribution: the range of a ratio that was learnt from counts.
import { incompleteBeta } from './incomplete-beta.ts'

/**
 * Finds the ratio below which a Beta(a, b) variable falls with a given probability.
 *
 * Bisection on the incomplete beta function, so it is right for any a and b above 0.
 *
 * @param probability 0 to 1
 * @param a above 0: wins seen and assumed
 * @param b above 0: losses seen and assumed
 * @returns a ratio from 0 to 1
 * @errors NaN for a probability, a or b outside their range
 * @source Abramowitz and Stegun, "Handbook of Mathematical Functions", 26.5
 * @example betaQuantile(0.5, 2, 2) // 0.5
 */
export function betaQuantile(probability: number, a: number, b: number): number {
  if (!(probability >= 0 && probability <= 1 && a > 0 && b > 0)) return Number.NaN
  if (probability === 0 || probability === 1) return probability
  let low = 0
  let high = 1
  for (let step = 0; step < 100 && high - low > 1e-15; step += 1) {
    const middle = (low + high) / 2
    if (incompleteBeta(middle, a, b) < probability) low = middle
    else high = middle
  }
  return (low + high) / 2
}
