// How strongly two lists of numbers go together, and how sure that is.
import { normalQuantile } from './normal-quantile.ts'

export interface Correlation {
  /** −1 to 1. */
  readonly r: number
  /** The interval at the confidence asked for; the whole of −1 to 1 below four pairs. */
  readonly low: number
  readonly high: number
  readonly n: number
}

/**
 * Gives Pearson's correlation with Fisher's interval.
 *
 * @param xs finite numbers, one a case
 * @param ys as many, in the same order
 * @param confidence 0 to 1, both tails together
 * @returns the correlation, its interval and how many pairs it stands on
 * @errors RangeError for lists of different length
 * @missing undefined with fewer than two pairs, or when one list never changes
 * @source R. A. Fisher, "On the probable error of a coefficient of correlation", Metron 1 (1921); agrees with R's cor.test
 * @example correlate([1, 2, 3, 4], [2, 1, 4, 3])?.r // 0.6
 */
export function correlate(xs: readonly number[], ys: readonly number[], confidence = 0.95): Correlation | undefined {
  if (xs.length !== ys.length) throw new RangeError(`Pairs are needed, not ${xs.length} and ${ys.length} numbers`)
  const n = xs.length
  const meanX = xs.reduce((sum, x) => sum + x, 0) / n
  const meanY = ys.reduce((sum, y) => sum + y, 0) / n
  let [xx, yy, xy] = [0, 0, 0]
  xs.forEach((x, at) => {
    const [dx, dy] = [x - meanX, (ys[at] ?? 0) - meanY]
    xx += dx * dx
    yy += dy * dy
    xy += dx * dy
  })
  if (!(n >= 2 && xx > 0 && yy > 0)) return undefined
  const r = Math.min(1, Math.max(-1, xy / Math.sqrt(xx * yy)))
  if (n < 4) return { r, low: -1, high: 1, n }
  const reach = normalQuantile(0.5 + confidence / 2) / Math.sqrt(n - 3)
  // Fisher's z of a perfect correlation is endless: its interval is the point.
  return { r, low: Math.tanh(Math.atanh(r) - reach), high: Math.tanh(Math.atanh(r) + reach), n }
}
