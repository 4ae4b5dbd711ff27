// A histogram from the percentiles of many runs: the runs between two neighbouring percentiles lie evenly between them.

export interface Histogram {
  /** One more than there are bins. */
  readonly edges: readonly number[]
  /** Part of the runs in each bin; together 1. */
  readonly shares: readonly number[]
}

/** The largest step that reads well (1, 2 or 5 times a power of ten) and isn't wider than asked for. */
function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const lead = rough / power
  return (lead < 2 ? 1 : lead < 5 ? 2 : 5) * power
}

/**
 * @param percentiles values at evenly spaced percentiles in ascending order, the first and last half a step from the ends
 * @param bins at least so many, and up to two and a half times that
 * @returns undefined when all values are the same: there is nothing to spread
 */
export function makeHistogram(percentiles: readonly number[], bins = 20): Histogram | undefined {
  const [least = 0, most = 0] = [percentiles[0], percentiles.at(-1)]
  if (percentiles.length < 2 || most <= least) return undefined
  const step = niceStep((most - least) / bins)
  const first = Math.floor(least / step)
  const last = Math.max(first + 1, Math.ceil(most / step))
  const edges = Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step)
  const shares = new Array<number>(last - first).fill(0)
  const binOf = (value: number) => Math.min(shares.length - 1, Math.max(0, Math.floor(value / step) - first))
  const add = (bin: number, share: number) => {
    shares[bin] = (shares[bin] ?? 0) + share
  }
  const each = 1 / percentiles.length
  add(0, each / 2)
  add(shares.length - 1, each / 2)
  for (let at = 1; at < percentiles.length; at += 1) {
    const [low = 0, high = 0] = [percentiles[at - 1], percentiles[at]]
    for (let bin = binOf(low); bin <= binOf(high); bin += 1) {
      const from = Math.max(low, edges[bin] ?? low)
      const to = bin === binOf(high) ? high : Math.min(high, edges[bin + 1] ?? high)
      add(bin, high > low ? (each * (to - from)) / (high - low) : each)
    }
  }
  return { edges, shares }
}

/** The bin that holds a value; null outside of all of them. */
export function findBin({ edges }: Histogram, value: number): number | null {
  const [first = 0, last = 0] = [edges[0], edges.at(-1)]
  if (value < first || value > last) return null
  return Math.min(
    edges.length - 2,
    edges.findLastIndex((edge) => edge <= value)
  )
}
