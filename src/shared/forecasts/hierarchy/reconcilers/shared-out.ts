// What both ways from the top have in common: the whole's forecast is shared out level by level.
import { childrenOf } from '../tree.ts'
import type { Reconciled, ReconcileInput } from './reconciler.ts'

/**
 * Shares the whole's forecast out among its children, theirs among theirs, and so on.
 *
 * @param input see reconciler.ts
 * @param weigh how much a node counts among its siblings at a step; below 0 where past values were
 * @returns middles; widths null, as how sure the shares are isn't known
 * @missing siblings whose weights add up to nothing get the same each
 * @source G. Athanasopoulos, R. A. Ahmed, R. J. Hyndman, "Hierarchical forecasts for Australian domestic tourism", International Journal of
 *   Forecasting 25 (2009)
 * @example shareOut({ parents: [null, 0, 0], base: [[9], [1], [2]], … }, (node, step) => base[node][step]).middles // [[9], [3], [6]]
 */
export function shareOut({ parents, base }: ReconcileInput, weigh: (node: number, step: number) => number): Reconciled {
  const children = childrenOf(parents)
  const middles = base.map((own) => [...own])
  const steps = base[0]?.length ?? 0
  children.forEach((own, node) => {
    for (let step = 0; step < steps; step += 1) {
      const weights = own.map((child) => weigh(child, step))
      const sum = weights.reduce((total, weight) => total + weight, 0)
      own.forEach((child, at) => {
        const share = sum > 0 ? (weights[at] ?? 0) / sum : 1 / own.length
        const values = middles[child]
        if (values) values[step] = share * (middles[node]?.[step] ?? 0)
      })
    }
  })
  return { middles, widths: base.map(() => null), heldSteps: base.map(() => 0), shares: null }
}
