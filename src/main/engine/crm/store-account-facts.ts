// What territories read of accounts: their fields with own ones, the open pipeline, what they have bought, and since when who sells to them.
import type { Reader } from '#engine/db.ts'
import type { Account, AccountId, ProductId } from '#shared/crm/types.ts'
import type { SellerId } from '#shared/people/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { AMOUNT, IS_COUNTED } from './store-home.ts'

export interface AccountFactsRow
  extends Pick<
    Account,
    | 'id'
    | 'name'
    | 'industry'
    | 'segment'
    | 'country'
    | 'region'
    | 'city'
    | 'postalCode'
    | 'employees'
    | 'revenueMinor'
    | 'longitude'
    | 'latitude'
  > {
  parentName: string | null
  ownerName: string | null
  /** Fields of one's own, as JSON. */
  customJson: string | null
  openDeals: number
  openMinor: number
}

// The stages table is tiny and decides what open means; the deals are then found by the index that starts with the stage.
export const accountFactsSql = `WITH sums AS (
    SELECT o.account_id, count(*) AS deals, sum(ifnull(${AMOUNT}, 0)) AS minor
    FROM stages s CROSS JOIN opportunities o ON o.stage_id = s.id
    WHERE s.status = 'open' AND ${IS_COUNTED} AND o.account_id IS NOT NULL GROUP BY o.account_id)
  SELECT a.id, a.name, a.industry, a.segment, a.country, a.region, a.city, a.postal_code AS postalCode, a.employees,
    a.revenue_minor AS revenueMinor, a.longitude, a.latitude, p.name AS parentName, w.name AS ownerName, a.custom_json AS customJson,
    ifnull(t.deals, 0) AS openDeals, ifnull(t.minor, 0) AS openMinor
  FROM accounts a LEFT JOIN sums t ON t.account_id = a.id LEFT JOIN accounts p ON p.id = a.parent_id
    LEFT JOIN sellers w ON w.id = a.owner_id`

/** All accounts with what is open at them in one currency, by name. */
export const listAccountFacts = (db: Reader, currency: CurrencyCode): AccountFactsRow[] =>
  db.all<AccountFactsRow>(`${accountFactsSql} ORDER BY a.name_key, a.id`, { currency })

export const boughtSql = `SELECT DISTINCT o.account_id AS accountId, o.product_id AS productId
  FROM stages s CROSS JOIN opportunities o ON o.stage_id = s.id
  WHERE s.status = 'won' AND o.account_id IS NOT NULL AND o.product_id IS NOT NULL`

/** Which products each account has bought, at any time and in any currency. */
export const listBought = (db: Reader): { accountId: AccountId; productId: ProductId }[] => db.all(boughtSql)

export const firstDealsSql = `SELECT o.account_id AS accountId, o.seller_id AS sellerId,
    min(coalesce(o.created_on, o.close_on)) AS firstOn
  FROM opportunities o WHERE o.account_id IS NOT NULL AND o.seller_id IS NOT NULL GROUP BY 1, 2`

/** The day of the first deal of each account with each seller, whatever became of it; null where no deal has a date. */
export const listFirstDeals = (db: Reader): { accountId: AccountId; sellerId: SellerId; firstOn: IsoDate | null }[] =>
  db.all(firstDealsSql)
