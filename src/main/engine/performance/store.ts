// What performance reads that no other domain sums: the deals of each person at all. Sums over deals are crm's.
import type { Reader } from '#engine/db.ts'
import type { SellerId } from '#shared/people/types.ts'

export const dealsSql = {
  ofSellers:
    'SELECT seller_id AS sellerId, count(*) AS deals FROM opportunities WHERE seller_id IS NOT NULL GROUP BY seller_id'
} as const

/** Deals of any stage and currency by seller; somebody who is absent has none. */
export const countDealsBySeller = (db: Reader): Map<SellerId, number> =>
  new Map(db.all<{ sellerId: SellerId; deals: number }>(dealsSql.ofSellers).map((row) => [row.sellerId, row.deals]))
