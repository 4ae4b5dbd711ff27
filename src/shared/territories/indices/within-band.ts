// The share of territories within a band around the mean.
import type { BalanceIndex } from './balance-index.ts'
import { overTargets } from './over-targets.ts'

/** Keeps a territory that lies exactly on the edge of the band from being lost to rounding in the last binary digit. */
const edge = 1e-12

/**
 * Gives the share of territories whose value lies within ±b of its target, the edges included.
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
  compute: (input) => {
    const ratios = overTargets(input)?.ratios
    return ratios && ratios.filter((ratio) => Math.abs(ratio - 1) <= input.bandRatio + edge).length / ratios.length
  }
}
