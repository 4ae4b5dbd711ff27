// A mix of the other methods by weights that the user sees: each seller gets the weighted mean of her shares.
import { sum } from '../../math/sum.ts'
import type { BlendPart, QuotasError, SellerBase } from '../types.ts'
import { equal } from './equal.ts'
import { history } from './history.ts'
import type { MethodOptions, QuotaMethod, Shares } from './method.ts'
import { sameGrowth } from './same-growth.ts'

/** The methods that can be mixed, in the order the panel shows them. */
export const blendParts: readonly (QuotaMethod & { readonly id: BlendPart })[] = [
  { ...history, id: 'history' },
  { ...equal, id: 'equal' },
  { ...sameGrowth, id: 'sameGrowth' }
]

/**
 * Mixes shares by weights: Q_i = T · Σ_k w_k · s_ik.
 *
 * @param factors each with a weight of 0 or more and one share per seller; every factor's shares sum to 1
 * @returns one share per seller; undefined when no weight is above 0
 * @source SAP/Callidus, quota setting methodologies (top-down): weighted factors
 * @example mixShares([{ weight: 0.5, shares: [0.3, 0.7] }, { weight: 0.5, shares: [0.4, 0.6] }]) // [0.35, 0.65]
 */
export function mixShares(
  factors: readonly { readonly weight: number; readonly shares: readonly number[] }[]
): number[] | undefined {
  const used = factors.filter((factor) => factor.weight > 0)
  const weightSum = sum(used.map((factor) => factor.weight))
  const first = used[0]
  if (first === undefined) return undefined
  return first.shares.map((_, seller) =>
    sum(used.map(({ weight, shares }) => (weight * (shares[seller] ?? 0)) / weightSum))
  )
}

function shareBlend(sellers: readonly SellerBase[], options: MethodOptions): Shares {
  const factors: { weight: number; shares: readonly number[] }[] = []
  for (const part of blendParts) {
    const weight = options.blendWeights[part.id]
    if (weight <= 0) continue
    const shared = part.share(sellers, options)
    if (!shared.ok) return shared
    factors.push({ weight, shares: shared.shares })
  }
  const shares = mixShares(factors)
  const error: QuotasError = { code: 'quotas.zeroBlend' }
  return shares ? { ok: true, shares } : { ok: false, error }
}

export const blend: QuotaMethod = {
  id: 'blend',
  whyStandIn: (seller, options) => {
    for (const part of blendParts) {
      const reason = options.blendWeights[part.id] > 0 ? part.whyStandIn(seller, options) : null
      if (reason !== null) return reason
    }
    return null
  },
  share: shareBlend
}
