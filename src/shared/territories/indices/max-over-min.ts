// The largest territory against the smallest.
import type { BalanceIndex } from './balance-index.ts'

/**
 * Gives how many times the largest territory is the smallest: max / min, each over its capacity.
 *
 * @param input one value per territory
 * @returns 1 or more
 * @missing undefined without values or when the smallest is 0
 * @source the ratio of the extremes; no more than its definition
 * @example maxOverMin.compute({ values: [80, 95, 100, 105, 120], bandRatio: 0.15 }) // 1.5
 */
export const maxOverMin: BalanceIndex = {
  id: 'maxOverMin',
  unit: 'number',
  compute: ({ values, capacities }) => {
    const loads = values.map((value, at) => value / (capacities?.[at] ?? 1))
    const smallest = Math.min(...loads)
    return loads.length === 0 || smallest <= 0 ? undefined : Math.max(...loads) / smallest
  }
}
