// By what each seller booked in the base year, brought to a full year first: who sold twice as much per month gets twice as much.
import { sum } from '../../math/sum.ts'
import type { SellerBase } from '../types.ts'
import { activeMonthsOf, fillShares, type QuotaMethod, whyNoHistory } from './method.ts'

/** A shorter time in the base year is not taken for less than this when it is brought to a full year. */
const fewestMonths = 3

/**
 * Weighs a seller by her bookings per month worked in the base year, times her months of the plan year.
 *
 * Less than three months count as three, so that one early deal is not multiplied by twelve. Where the dates say that she
 * did not work at all in the base year but deals carry her name, the bookings stand for a full year.
 *
 * @param seller with bookings and months of the base year
 * @returns a weight in minor units, above 0
 * @missing null when her history can't be used (see whyNoHistory)
 * @source "history" of the four allocation methods of SAP/Callidus (quota setting methodologies, top-down)
 * @example weighHistory(sellerWith({ booked: 600, baseMonths: 6, activeMonths: 12 })) // 1200
 */
export function weighHistory(seller: SellerBase): number | null {
  if (seller.historyByMonthMinor === null || whyNoHistory(seller) !== null) return null
  const baseMonths = sum(seller.baseActiveByMonth)
  const countedMonths = baseMonths === 0 ? 12 : Math.max(fewestMonths, baseMonths)
  return (sum(seller.historyByMonthMinor) / countedMonths) * activeMonthsOf(seller)
}

export const history: QuotaMethod = {
  id: 'history',
  whyStandIn: whyNoHistory,
  share: (sellers, { noHistory }) => {
    const shares = fillShares(sellers.map(weighHistory), sellers.map(activeMonthsOf), noHistory)
    return shares ? { ok: true, shares } : { ok: false, error: { code: 'quotas.zeroWeights', method: 'history' } }
  }
}
