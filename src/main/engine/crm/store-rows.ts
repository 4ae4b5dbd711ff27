// Rows of the CRM for screens: deals, accounts and products with search, filter and page.
// Sums that other domains build on stand in store.ts, which exports these too.
import type { Params, Reader, SqlValue } from '#engine/db.ts'
import type {
  Account,
  AccountId,
  AccountRow,
  OpportunityFilter,
  OpportunityId,
  OpportunityPage,
  OpportunityRow,
  OpportunitySort,
  ProductRow
} from '#shared/crm/types.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { AMOUNT, IS_COUNTED } from './store-home.ts'

const ACCOUNT = `a.id, a.name, a.external_id AS externalId, a.domain, a.tax_id AS taxId, a.parent_id AS parentId, a.owner_id AS ownerId, a.industry,
  a.segment, a.country, a.region, a.city, a.postal_code AS postalCode, a.employees, a.revenue_minor AS revenueMinor,
  a.founded_year AS foundedYear, a.contacts, a.longitude, a.latitude, a.source_row_id AS sourceRowId`

// One pass over the deals by account (index opportunities_by_account), joined to the accounts once.
const accountRows = (which: '' | 'AND o.account_id = :accountId'): string => `WITH sums AS (
    SELECT o.account_id, sum(s.status = 'won') AS won_deals,
      sum(iif(s.status = 'won', ifnull(${AMOUNT}, 0), 0)) AS won_minor, sum(s.status = 'open') AS open_deals,
      sum(iif(s.status = 'open', ifnull(${AMOUNT}, 0), 0)) AS open_minor,
      max(iif(s.status = 'won', o.close_on, NULL)) AS last_won_on
    FROM opportunities o JOIN stages s ON s.id = o.stage_id
    WHERE ${IS_COUNTED} AND o.account_id IS NOT NULL ${which}
    GROUP BY o.account_id)
  SELECT ${ACCOUNT}, p.name AS parentName, w.name AS ownerName, ifnull(t.won_deals, 0) AS wonDeals,
    ifnull(t.won_minor, 0) AS wonMinor, ifnull(t.open_deals, 0) AS openDeals, ifnull(t.open_minor, 0) AS openMinor,
    t.last_won_on AS lastWonOn
  FROM accounts a LEFT JOIN sums t ON t.account_id = a.id LEFT JOIN accounts p ON p.id = a.parent_id
    LEFT JOIN sellers w ON w.id = a.owner_id`

/** One account by its deals alone; here for the test of its query plan. */
export const accountSql = `${accountRows('AND o.account_id = :accountId')} WHERE a.id = :accountId`

/** All accounts with won revenue and open pipeline in one currency, by name. */
export const listAccounts = (db: Reader, currency: CurrencyCode): AccountRow[] =>
  db.all<AccountRow>(`${accountRows('')} ORDER BY a.name_key, a.id`, { currency })

/** One account with its sums; undefined where it is gone. */
export const findAccount = (db: Reader, id: AccountId, currency: CurrencyCode): AccountRow | undefined =>
  db.get<AccountRow>(accountSql, { currency, accountId: id })

/** Columns of the file that an account has and the model hasn't, as JSON. */
export const findAccountCustom = (db: Reader, id: AccountId): string | null =>
  db.get<{ json: string | null }>('SELECT custom_json AS json FROM accounts WHERE id = :id', { id })?.json ?? null

/** Accounts as they stand, without sums: cheap. */
export const listAccountNames = (db: Reader): Pick<Account, 'id' | 'name' | 'ownerId'>[] =>
  db.all('SELECT id, name, owner_id AS ownerId FROM accounts ORDER BY name_key, id')

/** Products with what was sold of each, by name. */
export const listProducts = (db: Reader, currency: CurrencyCode): ProductRow[] =>
  db.all<ProductRow>(
    `WITH sums AS (
      SELECT o.product_id, sum(s.status = 'won') AS won_deals,
        sum(iif(s.status = 'won', ifnull(${AMOUNT}, 0), 0)) AS won_minor, sum(s.status = 'open') AS open_deals
      FROM opportunities o JOIN stages s ON s.id = o.stage_id
      WHERE ${IS_COUNTED} AND o.product_id IS NOT NULL GROUP BY o.product_id)
    SELECT p.id, p.name, p.external_id AS externalId, p.family, p.list_price_minor AS listPriceMinor, p.source_row_id AS sourceRowId,
      ifnull(t.won_deals, 0) AS wonDeals, ifnull(t.won_minor, 0) AS wonMinor, ifnull(t.open_deals, 0) AS openDeals
    FROM products p LEFT JOIN sums t ON t.product_id = p.id ORDER BY p.name_key`,
    { currency }
  )

const OPPORTUNITY = `o.id, o.external_id AS externalId, o.name, o.account_id AS accountId, a.name AS accountName,
  o.product_id AS productId, p.name AS productName, o.seller_id AS sellerId, w.name AS sellerName, o.stage_id AS stageId,
  s.name AS stageName, s.status, o.amount_minor AS amountMinor, o.currency, o.created_on AS createdOn, o.close_on AS closeOn,
  o.lead_source AS leadSource, o.is_new_business AS isNewBusiness,
  o.probability_ratio AS probabilityRatio, o.forecast_category AS forecastCategory, o.last_activity_on AS lastActivityOn,
  o.loss_reason AS lossReason, o.source_row_id AS sourceRowId, ${AMOUNT} AS homeMinor,
  EXISTS (SELECT 1 FROM corrections c WHERE c.opportunity_id = o.id) AS isCorrected`

const FROM = `FROM opportunities o JOIN stages s ON s.id = o.stage_id LEFT JOIN accounts a ON a.id = o.account_id
  LEFT JOIN products p ON p.id = o.product_id LEFT JOIN sellers w ON w.id = o.seller_id`

const SORTS: Record<OpportunitySort, string> = {
  closeOn: 'o.close_on',
  createdOn: 'o.created_on',
  amount: 'o.amount_minor',
  name: 'o.name',
  account: 'a.name',
  seller: 'w.name',
  stage: 's.position'
}

type StoredOpportunity = Omit<OpportunityRow, 'isNewBusiness' | 'isCorrected'> & {
  isNewBusiness: number | null
  isCorrected: number
}

const fromStored = (row: StoredOpportunity): OpportunityRow => ({
  ...row,
  isNewBusiness: row.isNewBusiness === null ? null : row.isNewBusiness === 1,
  isCorrected: row.isCorrected === 1
})

const filterSql = (filter: OpportunityFilter): { where: string; params: Record<string, SqlValue> } => {
  const parts: string[] = []
  const params: Record<string, SqlValue> = {}
  const add = (sql: string, name: string, value: SqlValue | undefined): void => {
    if (value === undefined) return
    parts.push(sql)
    params[name] = value
  }
  add('s.status = :status', 'status', filter.status)
  add('o.stage_id = :stageId', 'stageId', filter.stageId)
  add('o.seller_id = :sellerId', 'sellerId', filter.sellerId)
  add('o.account_id = :accountId', 'accountId', filter.accountId)
  add('o.product_id = :productId', 'productId', filter.productId)
  add('o.close_on >= :closeFrom', 'closeFrom', filter.closeFrom)
  add('o.close_on <= :closeTo', 'closeTo', filter.closeTo)
  const text = filter.text?.trim()
  if (text)
    add(
      `instr(lower(ifnull(o.name, '') || ' ' || ifnull(a.name, '') || ' ' || ifnull(w.name, '') || ' ' || ifnull(p.name, '') || ' '
        || ifnull(o.external_id, '')), :text) > 0`,
      'text',
      text.toLocaleLowerCase('en')
    )
  return { where: parts.length === 0 ? '' : `WHERE ${parts.join(' AND ')}`, params }
}

/** Deals that match a filter, one page of them, with the count and the sum of all that match. */
export const listOpportunities = (
  db: Reader,
  filter: OpportunityFilter,
  sort: { by: OpportunitySort; isDescending: boolean },
  page: { offset: number; limit: number },
  currency: CurrencyCode
): OpportunityPage => {
  const { where, params } = filterSql(filter)
  const order = `ORDER BY ${SORTS[sort.by]} ${sort.isDescending ? 'DESC' : 'ASC'} NULLS LAST, o.id`
  const rows = db.all<StoredOpportunity>(
    `SELECT ${OPPORTUNITY} ${FROM} ${where} ${order} LIMIT :limit OFFSET :offset`,
    {
      ...params,
      currency,
      limit: page.limit,
      offset: page.offset
    } satisfies Params
  )
  const sums = db.get<{ total: number; amountMinor: number }>(
    `SELECT count(*) AS total, ifnull(sum(${AMOUNT}), 0) AS amountMinor ${FROM} ${where}`,
    { ...params, currency }
  ) ?? { total: 0, amountMinor: 0 }
  return { rows: rows.map(fromStored), ...sums }
}

/** One deal with its names; undefined where it is gone. */
export const findOpportunity = (
  db: Reader,
  id: OpportunityId,
  currency: CurrencyCode
): (OpportunityRow & { customJson: string | null }) | undefined => {
  const row = db.get<StoredOpportunity & { customJson: string | null }>(
    `SELECT ${OPPORTUNITY}, o.custom_json AS customJson ${FROM} WHERE o.id = :id`,
    { id, currency }
  )
  return row === undefined ? undefined : { ...fromStored(row), customJson: row.customJson }
}
