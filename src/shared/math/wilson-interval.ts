// How sure a rate is: the interval in which the true rate lies, from hits and tries.
import { normalQuantile } from './normal-quantile.ts'

/**
 * Gives the Wilson score interval of a rate, without continuity correction.
 *
 * @param hits whole number, 0 to n
 * @param n tries, whole number above 0
 * @param confidence 0 to 1, both tails together
 * @returns the ends, each 0 to 1; the observed rate lies between them
 * @missing undefined without tries
 * @source E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927)
 * @example wilsonInterval(15, 20) // { low: 0.5313…, high: 0.8881… }
 */
export function wilsonInterval(hits: number, n: number, confidence = 0.95): { low: number; high: number } | undefined {
  if (n <= 0) return undefined
  const z = normalQuantile(0.5 + confidence / 2)
  const rate = hits / n
  const centre = rate + (z * z) / (2 * n)
  const reach = z * Math.sqrt((rate * (1 - rate)) / n + (z * z) / (4 * n * n))
  const scale = 1 + (z * z) / n
  // The ends are exact at no hits and at nothing but hits; the formula leaves a rounding crumb there.
  return {
    low: hits === 0 ? 0 : Math.max(0, (centre - reach) / scale),
    high: hits === n ? 1 : Math.min(1, (centre + reach) / scale)
  }
}
