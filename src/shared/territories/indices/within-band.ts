// The share of territories within a band around the mean.
import { mean } from '#shared/math/mean.ts'
import type { BalanceIndex } from './balance-index.ts'

/** Keeps a territory that lies exactly on the edge of the band from being lost to rounding in the last binary digit. */
const edge = 1e-12

/**
 * Gives the share of territories whose value lies within ±b of the mean, the edges included.
 *
 * @param input one value per territory, and b as a ratio
 * @returns 0 to 1
 * @missing undefined without values or when all are 0
 * @source a convention of the trade; ±15 % is common and not a norm, so the band is the user's
 * @example withinBand.compute({ values: [80, 95, 100, 105, 120], bandRatio: 0.15 }) // 0.6
 */
export const withinBand: BalanceIndex = {
  id: 'withinBand',
  unit: 'ratio',
  compute: ({ values, bandRatio }) => {
    const middle = mean(values)
    if (middle === undefined || middle === 0) return undefined
    return values.filter((value) => Math.abs(value / middle - 1) <= bandRatio + edge).length / values.length
  }
}
