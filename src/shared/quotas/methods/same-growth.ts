// The same growth in per cent for everybody, over what each booked in the same months of the base year.
// Unlike history it takes bookings as they were: a seller hired in July grows from her half year.
import type { SellerBase } from '../types.ts'
import { activeMonthsOf, fillShares, type QuotaMethod, whyNoHistory } from './method.ts'

/**
 * Adds up what a seller booked in those months of the base year in which she works in the plan year.
 *
 * @param seller with bookings by month and the months of the plan year
 * @returns a weight in minor units, above 0
 * @missing null when her history can't be used or none of it lies in the months she works
 * @source "same % growth" (Cygnal Group, best practices regarding quota setting)
 * @example weighSameMonths(sellerWith({ byMonth: [100, 50], activeByMonth: [1, 0] })) // 100
 */
export function weighSameMonths(seller: SellerBase): number | null {
  if (seller.historyByMonthMinor === null || whyNoHistory(seller) !== null) return null
  const weight = seller.historyByMonthMinor.reduce(
    (sum, amount, month) => sum + amount * (seller.activeByMonth[month] ?? 0),
    0
  )
  return weight > 0 ? weight : null
}

export const sameGrowth: QuotaMethod = {
  id: 'sameGrowth',
  whyStandIn: (seller) => whyNoHistory(seller) ?? (weighSameMonths(seller) === null ? 'otherMonths' : null),
  share: (sellers, { noHistory }) => {
    const shares = fillShares(sellers.map(weighSameMonths), sellers.map(activeMonthsOf), noHistory)
    return shares ? { ok: true, shares } : { ok: false, error: { code: 'quotas.zeroWeights', method: 'sameGrowth' } }
  }
}
