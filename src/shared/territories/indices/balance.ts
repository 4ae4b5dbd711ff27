// The balance index: the share of the total that lies where it would lie if all territories were equal, out of 100.
import type { BalanceIndex } from './balance-index.ts'
import { meanDeviation } from './mean-deviation.ts'

/**
 * Gives the balance index: 100 when every territory has what it should.
 *
 * 100·(1 − ½·Σ share·|x/target − 1|): half of the mean deviation is the part that would have to move to bring all to their targets.
 *
 * @param input one value per territory
 * @returns 0 to 100; 100 is perfectly even
 * @missing undefined without values or when all are 0
 * @source the balance index of the alignment instances this project is tested with; with equal targets it is 100 times one minus the
 *   Hoover index (E. M. Hoover, "The measurement of industrial localization", Review of Economics and Statistics 18 (1936))
 * @example balance.compute({ values: [80, 95, 100, 105, 120], bandRatio: 0.15 }) // 95
 */
export const balance: BalanceIndex = {
  id: 'balance',
  unit: 'points',
  compute: (input) => {
    const deviation = meanDeviation.compute(input)
    return deviation === undefined ? undefined : 100 * (1 - deviation / 2)
  }
}
