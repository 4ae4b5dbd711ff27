// Shares a target out over sellers and their months, exact to the minor unit. The ways of weighing are in methods/.
import { sum } from '../math/sum.ts'
import { splitMinor } from '../units/money.ts'
import { addCushion } from './cushion.ts'
import { quotaMethods } from './methods/index.ts'
import { activeMonthsOf } from './methods/method.ts'
import { spreadYear } from './phase.ts'
import type { Allocation, AllocationInputs, QuotasError } from './types.ts'

export type AllocationAnswer =
  | { readonly ok: true; readonly value: Allocation }
  | { readonly ok: false; readonly error: QuotasError }

const refuse = (error: QuotasError): AllocationAnswer => ({ ok: false, error })

/**
 * Allocates a target: cushion, shares by the method, whole minor units per seller, then per month.
 *
 * Sellers who don't work in the plan year at all are left out. Rounding is by largest remainder on both levels, so the
 * months of a seller add up to her year and the years to the street amount. The same inputs always give the same answer.
 *
 * @param inputs target in minor units, cushion, method and its options, phase, and one entry per seller
 * @returns one line per seller in the order given
 * @errors quotas.badTarget (below 0 or not whole), quotas.badCushion, quotas.amountTooLarge, quotas.noSellers,
 *   quotas.zeroWeights and quotas.zeroBlend when nothing is above 0 to share by
 * @missing a seller without usable history gets what `noHistory` says, and her line says so in `standIn`
 * @source Q_i = T · Σ_k w_k · s_ik, largest remainder (territories-quotas, T5)
 * @example allocate({ ...inputs, targetMinor: 100, method: 'equal', sellers: [ana, bea, cai] }).value.lines.map((l) => l.quotaMinor) // [34, 33, 33]
 */
export function allocate(inputs: AllocationInputs): AllocationAnswer {
  const { targetMinor, cushionRatios, noHistory, blendWeights, phase } = inputs
  if (!Number.isSafeInteger(targetMinor) || targetMinor < 0) return refuse({ code: 'quotas.badTarget' })
  if (cushionRatios.some((ratio) => !Number.isFinite(ratio) || ratio < 0)) return refuse({ code: 'quotas.badCushion' })
  const streetMinor = addCushion(targetMinor, cushionRatios)
  if (!Number.isSafeInteger(streetMinor)) return refuse({ code: 'quotas.amountTooLarge' })

  const sellers = inputs.sellers.filter((seller) => activeMonthsOf(seller) > 0)
  if (sellers.length === 0) return refuse({ code: 'quotas.noSellers', fiscalYear: inputs.fiscalYear })
  const method = quotaMethods[inputs.method]
  const options = { noHistory, blendWeights }
  const shared = method.share(sellers, options)
  if (!shared.ok) return shared

  const quotas = splitMinor(streetMinor, shared.shares)
  const lines = sellers.map((seller, index) => {
    const quotaMinor = quotas[index] ?? 0
    const shareRatio = shared.shares[index] ?? 0
    return {
      sellerId: seller.sellerId,
      name: seller.name,
      activeMonths: activeMonthsOf(seller),
      baseMonths: sum(seller.baseActiveByMonth),
      historyMinor: seller.historyByMonthMinor === null ? null : sum(seller.historyByMonthMinor),
      standIn: method.whyStandIn(seller, options),
      shareRatio,
      exactMinor: streetMinor * shareRatio,
      quotaMinor,
      monthsMinor: spreadYear(quotaMinor, phase.shares, seller.activeByMonth)
    }
  })
  return {
    ok: true,
    value: { targetMinor, streetMinor, lines, sumMinor: sum(lines.map((line) => sum(line.monthsMinor))) }
  }
}
