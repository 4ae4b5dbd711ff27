// The hot sums over deals that other domains build on: bookings by seller, month, period and account, and the open pipeline.
// Rows for screens and for an import stand in store-rows.ts; every sum is of one currency and counts a booking on its close date.
import type { Reader } from '#engine/db.ts'
import type {
  AccountId,
  ClosedBySellerAndPeriod,
  CrmCounts,
  DayRange,
  OpenInPeriod,
  OpenPipelineRow,
  WonByAccountAndSeller,
  WonByMonth,
  WonByPeriod,
  WonBySellerAndMonth,
  WonBySellerAndPeriod,
  WonDeal,
  WonRange,
  WonSum
} from '#shared/crm/types.ts'
import type { SellerId } from '#shared/people/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { AMOUNT, IS_COUNTED } from './store-home.ts'

export * from './store-account-facts.ts'
export * from './store-cases.ts'
export * from './store-corrections.ts'
export * from './store-facts.ts'
export * from './store-home.ts'
export * from './store-merges.ts'
export * from './store-pipeline.ts'
export * from './store-rows.ts'
export * from './store-seller-merges.ts'
export * from './store-series.ts'

// Dates before and after any deal, so that one statement with a closed range serves an open one too.
const FIRST_DAY = '0000-01-01'
const LAST_DAY = '9999-12-31'

// The stages table is tiny and decides what won means; the deals are then found by the index (stage_id, close_on, …).
const WON = `FROM stages s CROSS JOIN opportunities o
  ON o.stage_id = s.id AND o.close_on BETWEEN :from AND :to
  WHERE s.status = 'won' AND ${AMOUNT} IS NOT NULL`

const WON_IN_PERIODS = `FROM json_each(:periods) p CROSS JOIN stages s CROSS JOIN opportunities o
  ON o.stage_id = s.id AND o.close_on BETWEEN p.value ->> 'startsOn' AND p.value ->> 'endsOn'
  WHERE s.status = 'won' AND ${AMOUNT} IS NOT NULL`

const rangeParams = (range: WonRange) => ({
  from: range.from ?? FIRST_DAY,
  to: range.to ?? LAST_DAY,
  currency: range.currency
})

const periodParams = (periods: readonly DayRange[], currency: CurrencyCode) => ({
  periods: JSON.stringify(periods.map(({ key, startsOn, endsOn }) => ({ key, startsOn, endsOn }))),
  currency
})

export const wonSql = {
  sum: `SELECT count(*) AS deals, ifnull(sum(${AMOUNT}), 0) AS amountMinor ${WON}`,
  byMonth: `SELECT substr(o.close_on, 1, 7) || '-01' AS monthOn, count(*) AS deals, sum(${AMOUNT}) AS amountMinor
    ${WON} GROUP BY 1 ORDER BY 1`,
  bySellerAndMonth: `SELECT o.seller_id AS sellerId, substr(o.close_on, 1, 7) || '-01' AS monthOn, count(*) AS deals,
    sum(${AMOUNT}) AS amountMinor ${WON} GROUP BY 1, 2 ORDER BY 1, 2`,
  byPeriod: `SELECT p.value ->> 'key' AS periodKey, count(*) AS deals, sum(${AMOUNT}) AS amountMinor
    ${WON_IN_PERIODS} GROUP BY p.key ORDER BY p.key`,
  bySellerAndPeriod: `SELECT o.seller_id AS sellerId, p.value ->> 'key' AS periodKey, count(*) AS deals,
    sum(${AMOUNT}) AS amountMinor ${WON_IN_PERIODS} GROUP BY o.seller_id, p.key ORDER BY o.seller_id, p.key`,
  byAccountAndSeller: `SELECT o.account_id AS accountId, o.seller_id AS sellerId, count(*) AS deals,
    sum(${AMOUNT}) AS amountMinor ${WON} GROUP BY 1, 2 ORDER BY 1, amountMinor DESC, 2`,
  closedBySellerAndPeriod: `SELECT o.seller_id AS sellerId, p.value ->> 'key' AS periodKey,
    sum(s.status = 'won') AS wonDeals, sum(iif(s.status = 'won', ifnull(${AMOUNT}, 0), 0)) AS wonMinor,
    sum(s.status = 'lost') AS lostDeals
    FROM json_each(:periods) p CROSS JOIN stages s CROSS JOIN opportunities o
    ON o.stage_id = s.id AND o.close_on BETWEEN p.value ->> 'startsOn' AND p.value ->> 'endsOn'
    WHERE s.status IN ('won', 'lost') AND ${IS_COUNTED} GROUP BY o.seller_id, p.key ORDER BY o.seller_id, p.key`,
  openPipeline: `SELECT o.seller_id AS sellerId, o.stage_id AS stageId, count(*) AS deals,
    ifnull(sum(${AMOUNT}), 0) AS amountMinor, sum(o.amount_minor IS NULL) AS dealsWithoutAmount
    FROM stages s CROSS JOIN opportunities o ON o.stage_id = s.id
    WHERE s.status = 'open' AND ${IS_COUNTED} GROUP BY 1, 2 ORDER BY s.position, 1`,
  openInPeriod: `SELECT count(*) AS deals, ifnull(sum(${AMOUNT}), 0) AS amountMinor,
    ifnull(sum(o.amount_minor IS NULL), 0) AS dealsWithoutAmount,
    ifnull(sum(o.close_on BETWEEN :from AND :to), 0) AS inPeriodDeals,
    ifnull(sum(iif(o.close_on BETWEEN :from AND :to, ${AMOUNT}, 0)), 0) AS inPeriodMinor,
    ifnull(sum(o.close_on < :asOf), 0) AS overdueDeals
    FROM stages s CROSS JOIN opportunities o ON o.stage_id = s.id WHERE s.status = 'open' AND ${IS_COUNTED}`,
  deals: `SELECT o.id, o.external_id AS externalId, o.name, o.seller_id AS sellerId, o.account_id AS accountId,
    a.name AS accountName, o.product_id AS productId, p.name AS productName, p.family AS productFamily,
    o.is_new_business AS isNewBusiness, o.close_on AS closeOn, ${AMOUNT} AS amountMinor
    FROM stages s CROSS JOIN opportunities o
    ON o.stage_id = s.id AND o.close_on BETWEEN :from AND :to
    LEFT JOIN accounts a ON a.id = o.account_id LEFT JOIN products p ON p.id = o.product_id
    WHERE s.status = 'won' AND ${AMOUNT} IS NOT NULL AND (:sellerId IS NULL OR o.seller_id = :sellerId)
    ORDER BY o.close_on, o.id`
} as const

/** What was booked between two close dates, in one currency. */
export const sumBookings = (db: Reader, range: WonRange): WonSum =>
  db.get<WonSum>(wonSql.sum, rangeParams(range)) ?? { deals: 0, amountMinor: 0 }

/** Bookings by calendar month, months without any are absent. */
export const listWonByMonth = (db: Reader, range: WonRange): WonByMonth[] =>
  db.all<WonByMonth>(wonSql.byMonth, rangeParams(range))

/** Bookings by seller and calendar month; `sellerId` null is the deals whose seller is unknown. */
export const listWonBySellerAndMonth = (db: Reader, range: WonRange): WonBySellerAndMonth[] =>
  db.all<WonBySellerAndMonth>(wonSql.bySellerAndMonth, rangeParams(range))

/** Bookings by any periods (fiscal quarters, 4-4-5 months, weeks), in the order given; empty periods are absent. */
export const listWonByPeriod = (db: Reader, periods: readonly DayRange[], currency: CurrencyCode): WonByPeriod[] =>
  db.all<WonByPeriod>(wonSql.byPeriod, periodParams(periods, currency))

/** Bookings by seller and period; absent where a seller booked nothing. */
export const listWonBySellerAndPeriod = (
  db: Reader,
  periods: readonly DayRange[],
  currency: CurrencyCode
): WonBySellerAndPeriod[] => db.all<WonBySellerAndPeriod>(wonSql.bySellerAndPeriod, periodParams(periods, currency))

/** Who sold how much to which account, the strongest seller of an account first. */
export const listWonByAccountAndSeller = (db: Reader, range: WonRange): WonByAccountAndSeller[] =>
  db.all<WonByAccountAndSeller>(wonSql.byAccountAndSeller, rangeParams(range))

/** Deals won and lost by seller and period of their close date. */
export const listClosedBySellerAndPeriod = (
  db: Reader,
  periods: readonly DayRange[],
  currency: CurrencyCode
): ClosedBySellerAndPeriod[] =>
  db.all<ClosedBySellerAndPeriod>(wonSql.closedBySellerAndPeriod, periodParams(periods, currency))

/** Open deals by seller and stage, as they stand now. */
export const openPipeline = (db: Reader, currency: CurrencyCode): OpenPipelineRow[] =>
  db.all<OpenPipelineRow>(wonSql.openPipeline, { currency })

/** Open deals as they stand now, in one currency; `from` and `to` are the close dates that count as in the period. */
export const sumOpenDeals = (
  db: Reader,
  days: { from: IsoDate; to: IsoDate; asOf: IsoDate; currency: CurrencyCode }
): OpenInPeriod =>
  db.get<OpenInPeriod>(wonSql.openInPeriod, days) ?? {
    deals: 0,
    amountMinor: 0,
    dealsWithoutAmount: 0,
    inPeriodDeals: 0,
    inPeriodMinor: 0,
    overdueDeals: 0
  }

/** The won deals one by one, for crediting and for traces; all sellers or one. */
export const listWonDeals = (db: Reader, range: WonRange & { sellerId?: SellerId | undefined }): WonDeal[] =>
  db
    .all<Omit<WonDeal, 'isNewBusiness'> & { isNewBusiness: number | null }>(wonSql.deals, {
      ...rangeParams(range),
      sellerId: range.sellerId ?? null
    })
    .map((deal) => ({ ...deal, isNewBusiness: deal.isNewBusiness === null ? null : deal.isNewBusiness === 1 }))

/**
 * The day up to which the facts are known: what the newest import says, else the newest date on which anything happened
 * (a deal made, or closed as won or lost). Undefined in a workspace without facts.
 */
export const findDataAsOf = (db: Reader): IsoDate | undefined => {
  const said = db.get<{ on: IsoDate | null }>(
    'SELECT max(data_as_of_on) AS "on" FROM imports WHERE undone_at IS NULL'
  )?.on
  if (said) return said
  const seen = db.get<{ on: IsoDate | null }>(
    `SELECT max(day) AS "on" FROM (
       SELECT max(o.close_on) AS day FROM stages s CROSS JOIN opportunities o ON o.stage_id = s.id WHERE s.status IN ('won', 'lost')
       UNION ALL SELECT max(created_on) FROM opportunities
       UNION ALL SELECT max(happened_on) FROM activities)`
  )?.on
  return seen ?? undefined
}

/** How much of everything there is, for the status line, Home and empty states. */
export const countFacts = (db: Reader, currency: CurrencyCode): CrmCounts => {
  const tables = {
    accounts: 'accounts',
    products: 'products',
    opportunities: 'opportunities',
    activities: 'activities',
    leads: 'leads',
    invoices: 'invoices',
    rates: 'exchange_rates',
    targets: 'targets'
  }
  const columns = Object.entries(tables).map(([name, table]) => `(SELECT count(*) FROM ${table}) AS ${name}`)
  const counts = db.get<Record<keyof typeof tables, number>>(`SELECT ${columns.join(', ')}`)
  if (counts === undefined) throw new Error('a count gives a row')
  const ends = db.get<{ firstWonOn: IsoDate | null; lastWonOn: IsoDate | null }>(
    `SELECT min(o.close_on) AS firstWonOn, max(o.close_on) AS lastWonOn
      FROM stages s CROSS JOIN opportunities o ON o.stage_id = s.id WHERE s.status = 'won'`
  ) ?? { firstWonOn: null, lastWonOn: null }
  const otherCurrencies = db.all<{ currency: CurrencyCode; deals: number }>(
    `SELECT currency, count(*) AS deals FROM opportunities
      WHERE currency <> :currency AND home_currency IS NOT :currency GROUP BY 1 ORDER BY 2 DESC`,
    { currency }
  )
  return { ...counts, ...ends, won: sumBookings(db, { currency }), otherCurrencies }
}

/** Won revenue by account in one currency, for accounts that bought anything. */
export const listWonByAccount = (
  db: Reader,
  range: WonRange
): { accountId: AccountId; deals: number; amountMinor: number }[] =>
  db.all(
    `SELECT o.account_id AS accountId, count(*) AS deals, sum(${AMOUNT}) AS amountMinor ${WON}
    AND o.account_id IS NOT NULL GROUP BY 1 ORDER BY 3 DESC, 1`,
    rangeParams(range)
  )
