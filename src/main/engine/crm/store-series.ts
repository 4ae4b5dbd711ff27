// Sums over stretches of days by whatever parts the company: what a forecast's series are made of. Won deals count on their close date,
// invoices on the day of issue (a credit note is an invoice below zero); every sum is of one currency.
import type { Reader } from '#engine/db.ts'
import type { AccountId, DayRange, OpportunityId, ProductId } from '#shared/crm/types.ts'
import type { SellerId } from '#shared/people/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { AMOUNT } from './store-home.ts'

export type SeriesFacts = 'bookings' | 'invoices'

/** What a row of a sum is of: nothing (the whole), or the seller, account, product, or whether it is new business (1, 0). */
export type SumBy = 'company' | 'seller' | 'account' | 'product' | 'business'

export interface StretchSum {
  /** The seller, account or product; 1 or 0 for new and existing; null where the row has none, and for the whole. */
  id: number | null
  stretchKey: string
  rows: number
  amountMinor: number
}

const INVOICED = `CASE WHEN i.currency = :currency THEN i.amount_minor
  WHEN i.home_currency = :currency THEN i.home_minor END`

const columns: Record<SeriesFacts, Record<SumBy, string>> = {
  bookings: {
    company: 'NULL',
    seller: 'o.seller_id',
    account: 'o.account_id',
    product: 'o.product_id',
    business: 'o.is_new_business'
  },
  invoices: {
    company: 'NULL',
    seller: 'i.seller_id',
    account: 'i.account_id',
    product: 'i.product_id',
    business: '(SELECT d.is_new_business FROM opportunities d WHERE d.id = i.opportunity_id)'
  }
}

/** The SQL of a sum; exported for the test of its plan. */
export function stretchSql(facts: SeriesFacts, by: SumBy): string {
  const amount = facts === 'bookings' ? AMOUNT : INVOICED
  const head = `SELECT ${columns[facts][by]} AS id, p.value ->> 'key' AS stretchKey, count(*) AS rows, sum(${amount}) AS amountMinor`
  const within = (day: string) => `${day} BETWEEN p.value ->> 'startsOn' AND p.value ->> 'endsOn'`
  const tail = `AND ${amount} IS NOT NULL GROUP BY ${by === 'company' ? 'p.key' : '1, p.key'}`
  return facts === 'bookings'
    ? `${head} FROM json_each(:stretches) p CROSS JOIN stages s CROSS JOIN opportunities o
        ON o.stage_id = s.id AND ${within('o.close_on')} WHERE s.status = 'won' ${tail}`
    : `${head} FROM json_each(:stretches) p CROSS JOIN invoices i ON ${within('i.issued_on')}
        WHERE i.kind = 'invoice' ${tail}`
}

/** Sums by stretch and by what is asked for; stretches may overlap. Where nothing was sold there is no row. */
export const sumStretches = (
  db: Reader,
  facts: SeriesFacts,
  by: SumBy,
  stretches: readonly DayRange[],
  currency: CurrencyCode
): StretchSum[] =>
  db.all<StretchSum>(stretchSql(facts, by), {
    stretches: JSON.stringify(stretches.map(({ key, startsOn, endsOn }) => ({ key, startsOn, endsOn }))),
    currency
  })

/** What rows of a list of ids are found by, without reading the others. */
export type ListedBy = Extract<SumBy, 'seller' | 'account' | 'product'>

const keyOf: Record<ListedBy, string> = { seller: 'seller_id', account: 'account_id', product: 'product_id' }

export interface DaySum {
  day: IsoDate
  rows: number
  amountMinor: number
}

/** The SQL of sums by day; exported for the test of its plan. */
export const daySql = (facts: SeriesFacts, by: ListedBy): string =>
  facts === 'bookings'
    ? `SELECT o.close_on AS day, count(*) AS rows, sum(${AMOUNT}) AS amountMinor
        FROM json_each(:ids) k CROSS JOIN opportunities o ON o.${keyOf[by]} = k.value
        CROSS JOIN stages s ON s.id = o.stage_id AND s.status = 'won'
        WHERE o.close_on BETWEEN :from AND :to AND ${AMOUNT} IS NOT NULL GROUP BY 1 ORDER BY 1`
    : `SELECT i.issued_on AS day, count(*) AS rows, sum(${INVOICED}) AS amountMinor
        FROM json_each(:ids) k CROSS JOIN invoices i ON i.${keyOf[by]} = k.value AND i.kind = 'invoice'
        WHERE i.issued_on BETWEEN :from AND :to AND ${INVOICED} IS NOT NULL GROUP BY 1 ORDER BY 1`

/** Sums by day over the sellers, accounts or products of a list, in order of the days. */
export const sumDays = (
  db: Reader,
  facts: SeriesFacts,
  by: ListedBy,
  { ids, ...rest }: { ids: readonly number[]; from: IsoDate; to: IsoDate; currency: CurrencyCode }
): DaySum[] => db.all<DaySum>(daySql(facts, by), { ids: JSON.stringify(ids), ...rest })

export const firstDaySql: Record<SeriesFacts, string> = {
  bookings: `SELECT min((SELECT min(o.close_on) FROM opportunities o WHERE o.stage_id = s.id)) AS "on"
    FROM stages s WHERE s.status = 'won'`,
  invoices: `SELECT issued_on AS "on" FROM invoices INDEXED BY invoices_by_day WHERE kind = 'invoice' ORDER BY issued_on LIMIT 1`
}

/** The first day on which anything was won or invoiced; undefined where nothing was. */
export const findFirstDay = (db: Reader, facts: SeriesFacts): IsoDate | undefined =>
  db.get<{ on: IsoDate | null }>(firstDaySql[facts])?.on ?? undefined

/** Invoices after a day, and those in a currency without a rate: what a series of invoices can't hold. */
export const countInvoicesLeftOut = (
  db: Reader,
  after: IsoDate,
  currency: CurrencyCode
): { later: number; otherCurrency: number } =>
  db.get(
    `SELECT ifnull(sum(issued_on > :after AND (currency = :currency OR home_currency IS :currency)), 0) AS later,
      ifnull(sum(currency <> :currency AND home_currency IS NOT :currency), 0) AS otherCurrency
      FROM invoices WHERE kind = 'invoice'`,
    { after, currency }
  ) ?? { later: 0, otherCurrency: 0 }

/** A won deal with everything that may put it into a part of the company. */
export interface WonFact {
  id: OpportunityId
  closeOn: IsoDate
  amountMinor: number
  sellerId: SellerId | null
  accountId: AccountId | null
  productId: ProductId | null
  isNew: number | null
}

const WON_FACT = `SELECT o.id, o.close_on AS closeOn, ${AMOUNT} AS amountMinor, o.seller_id AS sellerId,
  o.account_id AS accountId, o.product_id AS productId, o.is_new_business AS isNew`

/** The won deals among those asked for, whose amount in the currency is known. */
export const listWonFacts = (db: Reader, ids: readonly OpportunityId[], currency: CurrencyCode): WonFact[] =>
  db.all<WonFact>(
    `${WON_FACT} FROM json_each(:ids) k CROSS JOIN opportunities o ON o.id = k.value
      JOIN stages s ON s.id = o.stage_id WHERE s.status = 'won' AND o.close_on IS NOT NULL AND ${AMOUNT} IS NOT NULL`,
    { ids: JSON.stringify(ids), currency }
  )

/** Every won deal between two days, the oldest first: what an unusual amount is told from. */
export const listWonBetween = (db: Reader, from: IsoDate, to: IsoDate, currency: CurrencyCode): WonFact[] =>
  db.all<WonFact>(
    `${WON_FACT} FROM stages s CROSS JOIN opportunities o ON o.stage_id = s.id AND o.close_on BETWEEN :from AND :to
      WHERE s.status = 'won' AND ${AMOUNT} IS NOT NULL ORDER BY o.close_on, o.id`,
    { from, to, currency }
  )

export interface DealName {
  id: OpportunityId
  externalId: string | null
  name: string | null
  accountName: string | null
  sellerName: string | null
}

export const listDealNames = (db: Reader, ids: readonly OpportunityId[]): DealName[] =>
  db.all<DealName>(
    `SELECT o.id, o.external_id AS externalId, o.name, a.name AS accountName, w.name AS sellerName
      FROM json_each(:ids) k CROSS JOIN opportunities o ON o.id = k.value
      LEFT JOIN accounts a ON a.id = o.account_id LEFT JOIN sellers w ON w.id = o.seller_id`,
    { ids: JSON.stringify(ids) }
  )

/** The segment of every account that has one, as the file writes it. */
export const listAccountSegments = (db: Reader): { id: AccountId; segment: string }[] =>
  db.all(`SELECT id, trim(segment) AS segment FROM accounts WHERE trim(ifnull(segment, '')) <> '' ORDER BY id`)

/** Products with their family, by name. */
export const listProductFamilies = (db: Reader): { id: ProductId; name: string; family: string | null }[] =>
  db.all(
    `SELECT id, name, nullif(trim(ifnull(family, '')), '') AS family FROM products ORDER BY name COLLATE NOCASE, id`
  )
