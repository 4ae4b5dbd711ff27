// What performance reads that no other domain sums: the deals of each person at all, and open deals by their close date.
import type { Reader } from '#engine/db.ts'
import type { SellerId } from '#shared/people/types.ts'
import type { PipelineNow } from '#shared/performance/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'

export const dealsSql = {
  ofSellers:
    'SELECT seller_id AS sellerId, count(*) AS deals FROM opportunities WHERE seller_id IS NOT NULL GROUP BY seller_id',
  open: `SELECT count(*) AS deals, ifnull(sum(o.amount_minor), 0) AS amountMinor,
    ifnull(sum(o.amount_minor IS NULL), 0) AS dealsWithoutAmount,
    ifnull(sum(o.close_on BETWEEN :from AND :to), 0) AS inPeriodDeals,
    ifnull(sum(iif(o.close_on BETWEEN :from AND :to, o.amount_minor, 0)), 0) AS inPeriodMinor,
    ifnull(sum(o.close_on < :asOf), 0) AS overdueDeals
    FROM stages s CROSS JOIN opportunities o ON o.stage_id = s.id AND o.currency = :currency WHERE s.status = 'open'`
} as const

/** Deals of any stage and currency by seller; somebody who is absent has none. */
export const countDealsBySeller = (db: Reader): Map<SellerId, number> =>
  new Map(db.all<{ sellerId: SellerId; deals: number }>(dealsSql.ofSellers).map((row) => [row.sellerId, row.deals]))

/** Open deals as they stand now, in one currency; `from` and `to` are the close dates that count as in the period. */
export const sumOpenDeals = (
  db: Reader,
  days: { from: IsoDate; to: IsoDate; asOf: IsoDate; currency: CurrencyCode }
): PipelineNow =>
  db.get<PipelineNow>(dealsSql.open, days) ?? {
    deals: 0,
    amountMinor: 0,
    dealsWithoutAmount: 0,
    inPeriodDeals: 0,
    inPeriodMinor: 0,
    overdueDeals: 0
  }
