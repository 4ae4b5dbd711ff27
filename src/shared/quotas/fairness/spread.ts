// How attainments lie: near 100 % or far, in one heap or two, how many reach it, and who carries the total.
import { quantile } from '../../math/quantile.ts'
import { wilsonInterval } from '../../math/wilson-interval.ts'
import { attainmentOf, blank, type FairnessCheck, fewestSellers } from './check.ts'

/** A quota is right when the result lands this near to it. */
const nearRatio = 0.2

/**
 * Accuracy: the share of sellers within 20 % of their quota.
 *
 * @param sellers all with a quota
 * @returns the share with its 95 % interval; the part `deviation` is the standard deviation (n − 1) of attainment
 * @missing under ten sellers it is a figure without a verdict; there is no norm for it, so it is never more than a figure
 * @source share within ±20 % and σ (territories-quotas, fairness check 4)
 * @example accuracy.check(sellers, options).value // 0.6
 */
export const accuracy: FairnessCheck = {
  id: 'accuracy',
  check: (sellers) => {
    const n = sellers.length
    const attainments = sellers.map(attainmentOf)
    const near = attainments.filter((ratio) => Math.abs(ratio - 1) <= nearRatio + 1e-12).length
    const interval = wilsonInterval(near, n)
    if (interval === undefined) return blank('accuracy', n, 'notEnough')
    const mean = attainments.reduce((sum, ratio) => sum + ratio, 0) / n
    const squares = attainments.reduce((sum, ratio) => sum + (ratio - mean) ** 2, 0)
    return {
      ...blank('accuracy', n, n < fewestSellers ? 'notEnough' : 'figure'),
      value: near / n,
      ...interval,
      parts: [{ key: 'deviation', n, value: n < 2 ? null : Math.sqrt(squares / (n - 1)) }]
    }
  }
}

/** A coefficient above that of the even distribution speaks for two heaps. */
const twoHeaps = 5 / 9

/**
 * Shape: near-normal around 100 %, or with a tail or in two heaps, which is dear and disheartens.
 *
 * @param sellers all with a quota
 * @returns the bimodality coefficient; parts `skewness` and `median`. `look` when it speaks for two heaps, or the tail to the right is long
 *   (skewness above 1) or the median lies further than 20 % from 100 %
 * @missing under ten sellers, or when all attain the same, there is no verdict
 * @source SAS/STAT user's guide, CLUSTER procedure, "bimodality coefficient" (skewness and excess kurtosis of the sample, threshold 5/9);
 *   shape (territories-quotas, fairness check 5)
 * @example shape.check(sellersIn2Heaps, options).verdict // 'look'
 */
export const shape: FairnessCheck = {
  id: 'shape',
  check: (sellers) => {
    const n = sellers.length
    const attainments = sellers.map(attainmentOf)
    const mean = attainments.reduce((sum, ratio) => sum + ratio, 0) / n
    const moment = (power: number) => attainments.reduce((sum, ratio) => sum + (ratio - mean) ** power, 0) / n
    const variance = moment(2)
    const median = quantile(attainments, 0.5) ?? null
    if (n < 4 || variance === 0 || median === null) return blank('shape', n, 'notEnough')
    const skewness = ((moment(3) / variance ** 1.5) * Math.sqrt(n * (n - 1))) / (n - 2)
    const excess = ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * (moment(4) / variance ** 2 - 3) + 6)
    const coefficient = (skewness ** 2 + 1) / (excess + (3 * (n - 1) ** 2) / ((n - 2) * (n - 3)))
    const isOdd = coefficient > twoHeaps || skewness > 1 || Math.abs(median - 1) > nearRatio
    return {
      ...blank('shape', n, n < fewestSellers ? 'notEnough' : isOdd ? 'look' : 'fair'),
      value: coefficient,
      parts: [
        { key: 'skewness', n, value: skewness },
        { key: 'median', n, value: median }
      ]
    }
  }
}

/**
 * Hit rate: the share of sellers who reach their quota, against the declared aim.
 *
 * @param sellers all with a quota
 * @param options the aim, from and to
 * @returns the share with its 95 % interval; `look` when the interval lies outside the aim altogether
 * @missing without sellers there is no verdict; an interval wider than half the scale says too little for one
 * @source hit rate against the declared aim (territories-quotas, fairness check 6)
 * @example hitRate.check(sellers, { ...options, aim: { low: 0.6, high: 0.7 } }).value // 0.5
 */
export const hitRate: FairnessCheck = {
  id: 'hitRate',
  check: (sellers, { aim }) => {
    const n = sellers.length
    const reached = sellers.filter((seller) => seller.achievedMinor >= seller.quotaMinor).length
    const interval = wilsonInterval(reached, n)
    if (interval === undefined) return blank('hitRate', n, 'notEnough')
    const { low, high } = interval
    const isOutside = low > aim.high || high < aim.low
    const verdict = isOutside ? 'look' : high - low > 0.5 ? 'notEnough' : 'fair'
    return { ...blank('hitRate', n, verdict), value: reached / n, low, high }
  }
}

const bandEdges: readonly { key: string; from: number; to: number }[] = [
  { key: 'under50', from: Number.NEGATIVE_INFINITY, to: 0.5 },
  { key: 'to80', from: 0.5, to: 0.8 },
  { key: 'to100', from: 0.8, to: 1 },
  { key: 'to120', from: 1, to: 1.2 },
  { key: 'over120', from: 1.2, to: Number.POSITIVE_INFINITY }
]

/**
 * Bands: how many sellers lie under 50 %, from 50 to under 80, from 80 to under 100, from 100 to under 120, and from 120 on.
 *
 * @param sellers all with a quota
 * @returns five parts, each with its share
 * @missing without sellers no shares
 * @source bands (territories-quotas, fairness check 7)
 * @example bands.check(sellers, options).parts.map((part) => part.n) // [0, 1, 3, 4, 0]
 */
export const bands: FairnessCheck = {
  id: 'bands',
  check: (sellers) => {
    const attainments = sellers.map(attainmentOf)
    return {
      ...blank('bands', sellers.length, sellers.length === 0 ? 'notEnough' : 'figure'),
      parts: bandEdges.map(({ key, from, to }) => {
        const n = attainments.filter((ratio) => ratio >= from && ratio < to).length
        return { key, n, value: sellers.length === 0 ? null : n / sellers.length }
      })
    }
  }
}

/**
 * Concentration: the part of all that the best fifth of the sellers bring.
 *
 * @param sellers all with a quota
 * @returns the share; the best fifth is rounded up, and named
 * @missing nothing when the total isn't above 0
 * @source concentration (territories-quotas, fairness check 8)
 * @example concentration.check(sellers, options).value // 0.46
 */
export const concentration: FairnessCheck = {
  id: 'concentration',
  check: (sellers) => {
    const n = sellers.length
    const total = sellers.reduce((sum, seller) => sum + seller.achievedMinor, 0)
    if (total <= 0) return blank('concentration', n, 'notEnough')
    const best = sellers
      .toSorted((one, other) => other.achievedMinor - one.achievedMinor)
      .slice(0, Math.ceil(n * 0.2 - 1e-9))
    return {
      ...blank('concentration', n, n < fewestSellers ? 'notEnough' : 'figure'),
      value: best.reduce((sum, seller) => sum + seller.achievedMinor, 0) / total,
      named: best.map(({ sellerId, name, achievedMinor }) => ({ sellerId, name, value: achievedMinor / total }))
    }
  }
}
