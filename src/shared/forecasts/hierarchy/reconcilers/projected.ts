// What the three ways have in common that move every forecast as little as its weight allows.
import { Projection, reconcileFloored } from '../projection.ts'
import { addUp, childrenOf, sumRulesOf } from '../tree.ts'
import type { Reconciled, ReconcileInput } from './reconciler.ts'

/**
 * Reconciles every step by the same weights.
 *
 * @param input see reconciler.ts
 * @param weights W, row by row: how wrong each forecast is held to be
 * @returns middles, widths from the true covariance of the errors, and the shares of the gaps
 * @source see ../projection.ts; the covariance of what comes out: Wickramasuriya, Athanasopoulos & Hyndman (2019), (3)
 * @example reconcileProjected(input, diagonal([1, 1, 1])).middles // the sums hold
 */
export function reconcileProjected(input: ReconcileInput, weights: Float64Array): Reconciled {
  const { parents, base, isFloored } = input
  const children = childrenOf(parents)
  const rules = sumRulesOf(parents)
  const heldSteps = base.map(() => 0)
  const middles: number[][] = base.map(() => [])
  if (rules.length === 0) return { middles: base, widths: base.map(() => 1), heldSteps, shares: null }
  const projection = new Projection(weights, rules)
  // A whole can't be below zero when no part is.
  const isHeld = isFloored.map((each, node) => each && children[node]?.length === 0)
  const steps = base[0]?.length ?? 0
  for (let step = 0; step < steps; step += 1) {
    const own = base.map((each) => each[step] ?? 0)
    const { values, held } = reconcileFloored(own, weights, rules, projection, isHeld)
    for (const node of held) heldSteps[node] = (heldSteps[node] ?? 0) + 1
    addUp(parents, values).forEach((value, node) => {
      middles[node]?.push(value)
    })
  }
  const shares = projection.shares()
  return { middles, widths: widthsOf(input, projection, shares), heldSteps, shares }
}

/** Standard errors after against before, under the covariance of the errors whatever the weights were. */
function widthsOf({ covariance }: ReconcileInput, { rules, size }: Projection, shares: Float64Array): number[] {
  const count = rules.length
  const { values } = covariance
  /** C'·Σ, a row a rule. */
  const ofGaps = new Float64Array(count * size)
  rules.forEach(({ whole, parts }, k) => {
    for (let j = 0; j < size; j += 1) {
      let value = values[whole * size + j] ?? 0
      for (const part of parts) value -= values[part * size + j] ?? 0
      ofGaps[k * size + j] = value
    }
  })
  const gapCovariance = new Float64Array(count * count)
  rules.forEach(({ whole, parts }, column) => {
    for (let k = 0; k < count; k += 1) {
      let value = ofGaps[k * size + whole] ?? 0
      for (const part of parts) value -= ofGaps[k * size + part] ?? 0
      gapCovariance[k * count + column] = value
    }
  })
  return Array.from({ length: size }, (_, j) => {
    const before = values[j * size + j] ?? 0
    let after = before
    for (let k = 0; k < count; k += 1) {
      const share = shares[j * count + k] ?? 0
      after -= 2 * share * (ofGaps[k * size + j] ?? 0)
      for (let l = 0; l < count; l += 1)
        after += share * (shares[j * count + l] ?? 0) * (gapCovariance[k * count + l] ?? 0)
    }
    return Math.sqrt(Math.max(0, after) / before)
  })
}
