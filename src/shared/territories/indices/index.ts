// Every figure that says how even territories are. A new one is a file beside these, one line here, its id in types.ts and its words on the
// screen.
import type { IndexId } from '../types.ts'
import { balance } from './balance.ts'
import type { BalanceIndex, BalanceInput } from './balance-index.ts'
import { gini } from './gini.ts'
import { maxOverMin } from './max-over-min.ts'
import { meanDeviation } from './mean-deviation.ts'
import { variation } from './variation.ts'
import { withinBand } from './within-band.ts'

const byId: Record<IndexId, BalanceIndex> = { balance, maxOverMin, variation, meanDeviation, gini, withinBand }

export const balanceIndices: readonly BalanceIndex[] = Object.values(byId)

/**
 * Computes every index for the values of a measure.
 *
 * @param input one value per territory, and the band
 * @returns the indices by id
 * @missing an index is null when it has no meaning for these values: no territory, all zero, or a negative value (more credited than sold)
 * @source each index's
 * @example measureBalance({ values: [80, 95, 100, 105, 120], bandRatio: 0.15 }).maxOverMin // 1.5
 */
export function measureBalance(input: BalanceInput): Record<IndexId, number | null> {
  const isMeaningful = input.values.every((value) => value >= 0)
  const of = (id: IndexId) => (isMeaningful ? (byId[id].compute(input) ?? null) : null)
  return {
    balance: of('balance'),
    maxOverMin: of('maxOverMin'),
    variation: of('variation'),
    meanDeviation: of('meanDeviation'),
    gini: of('gini'),
    withinBand: of('withinBand')
  }
}
