// Bottom-up: the smallest parts stay as forecast, and everything above is their sum.
import { addUp, childrenOf } from '../tree.ts'
import type { Reconciler } from './reconciler.ts'

/** @source R. J. Hyndman, G. Athanasopoulos, "Forecasting: Principles and Practice", 3rd ed. (2021), section 11.2 */
export const bottomUp: Reconciler = {
  id: 'bottomUp',
  usesCorrelations: true,
  reconcile: ({ parents, base, covariance }) => {
    const steps = base[0]?.length ?? 0
    const middles: number[][] = base.map(() => [])
    for (let step = 0; step < steps; step += 1)
      addUp(
        parents,
        base.map((own) => own[step] ?? 0)
      ).forEach((value, node) => {
        middles[node]?.push(value)
      })
    const children = childrenOf(parents)
    const { size, values } = covariance
    const leavesOf = (node: number): number[] =>
      children[node]?.length === 0 ? [node] : (children[node] ?? []).flatMap(leavesOf)
    const widths = parents.map((_, node) => {
      const leaves = leavesOf(node)
      let after = 0
      for (const i of leaves) for (const j of leaves) after += values[i * size + j] ?? 0
      return Math.sqrt(Math.max(0, after) / (values[node * size + node] ?? 0))
    })
    return { middles, widths, heldSteps: base.map(() => 0), shares: null }
  }
}
