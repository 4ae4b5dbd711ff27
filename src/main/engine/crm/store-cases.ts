// What cases of a forecast start from and are compared with: how deals were won, lost, made and closed lately, and what is open. All sums are
// of one currency by dated rates; deals of a currency without a rate are left out.
import type { Reader } from '#engine/db.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { AMOUNT, IS_COUNTED } from './store-home.ts'

interface Days {
  readonly from: IsoDate
  readonly to: IsoDate
  readonly currency: CurrencyCode
}

// As everywhere: the few stages first, then their deals by the index (stage_id, close_on, …).
const WON = `FROM stages s CROSS JOIN opportunities o ON o.stage_id = s.id AND o.close_on BETWEEN :from AND :to
  WHERE s.status = 'won' AND ${AMOUNT} IS NOT NULL`

// A month later by the calendar counts as one, whatever the days: that is how months are added up.
const MONTHS_OPEN = `(substr(o.close_on, 1, 4) - substr(o.created_on, 1, 4)) * 12 + substr(o.close_on, 6, 2) - substr(o.created_on, 6, 2)`

export const caseFactsSql = {
  closed: `SELECT ifnull(sum(s.status = 'won'), 0) AS won, ifnull(sum(s.status = 'lost'), 0) AS lost
    FROM stages s CROSS JOIN opportunities o ON o.stage_id = s.id AND o.close_on BETWEEN :from AND :to
    WHERE s.status IN ('won', 'lost') AND ${IS_COUNTED}`,
  wonAmounts: `SELECT ${AMOUNT} AS amountMinor ${WON}`,
  daysOpen: `SELECT CAST(julianday(o.close_on) - julianday(o.created_on) AS INTEGER) AS days, count(*) AS deals
    ${WON} AND o.created_on IS NOT NULL AND o.created_on <= o.close_on GROUP BY 1 ORDER BY 1`,
  closeLags: `SELECT ${MONTHS_OPEN} AS months, count(*) AS deals
    ${WON} AND o.created_on IS NOT NULL AND o.created_on <= o.close_on GROUP BY 1 ORDER BY 1`,
  made: `SELECT substr(o.created_on, 1, 7) || '-01' AS monthOn, count(*) AS deals FROM opportunities o
    WHERE o.created_on BETWEEN :from AND :to AND ${IS_COUNTED} GROUP BY 1 ORDER BY 1`,
  byCurrency: `SELECT o.currency AS currency, sum(${AMOUNT}) AS amountMinor ${WON} GROUP BY 1 ORDER BY 2 DESC, 1`,
  byCustomer: `WITH firsts AS (SELECT o.account_id, min(o.close_on) AS firstOn
      FROM stages s CROSS JOIN opportunities o ON o.stage_id = s.id AND o.close_on BETWEEN '0000-01-01' AND :to
      WHERE s.status = 'won' AND o.account_id IS NOT NULL GROUP BY 1)
    SELECT CASE WHEN o.is_new_business IS NOT NULL THEN 1 - o.is_new_business
        WHEN f.firstOn IS NOT NULL THEN f.firstOn < o.close_on END AS isExisting, count(*) AS deals, sum(${AMOUNT}) AS amountMinor
    FROM stages s CROSS JOIN opportunities o ON o.stage_id = s.id AND o.close_on BETWEEN :from AND :to
    LEFT JOIN firsts f ON f.account_id = o.account_id
    WHERE s.status = 'won' AND ${AMOUNT} IS NOT NULL GROUP BY 1`,
  open: `SELECT o.created_on AS createdOn, o.close_on AS closeOn, ${AMOUNT} AS amountMinor
    FROM stages s CROSS JOIN opportunities o ON o.stage_id = s.id WHERE s.status = 'open' AND ${IS_COUNTED}`
} as const

/** Deals closed between two days, those without an amount included: they were won or lost all the same. */
export const countClosed = (db: Reader, days: Days): { won: number; lost: number } =>
  db.get<{ won: number; lost: number }>(caseFactsSql.closed, { ...days }) ?? { won: 0, lost: 0 }

/** What each deal won between two days brought, in no order. */
export const listWonAmounts = (db: Reader, days: Days): number[] =>
  db.tuples(caseFactsSql.wonAmounts, { ...days }).map(([amount]) => Number(amount))

/** Won deals by the days from being made to being won; those whose dates are missing or the wrong way round are absent. */
export const listDaysOpen = (db: Reader, days: Days): { days: number; deals: number }[] =>
  db.all(caseFactsSql.daysOpen, { ...days })

/** Won deals by the calendar months from being made to being won: 0 is the same month. */
export const listCloseLags = (db: Reader, days: Days): { months: number; deals: number }[] =>
  db.all(caseFactsSql.closeLags, { ...days })

/** Deals by the calendar month in which they were made, whatever became of them; months without any are absent. */
export const listMadeByMonth = (db: Reader, days: Days): { monthOn: IsoDate; deals: number }[] =>
  db.all(caseFactsSql.made, { ...days })

/** The first day on which a deal was made; null where no deal says it. */
export const findFirstMadeOn = (db: Reader): IsoDate | null =>
  db.get<{ on: IsoDate | null }>('SELECT min(created_on) AS "on" FROM opportunities')?.on ?? null

/** Bookings by the currency of the deals, in `currency`, the largest first. */
export const listWonByCurrency = (db: Reader, days: Days): { currency: CurrencyCode; amountMinor: number }[] =>
  db.all(caseFactsSql.byCurrency, { ...days })

/**
 * Bookings with customers and with others: as the deal says it, else by whether the account had bought before. `isExisting` is null for
 * deals without an account that don't say it.
 */
export const listWonByCustomer = (
  db: Reader,
  days: Days
): { isExisting: boolean | null; deals: number; amountMinor: number }[] =>
  db
    .all<{ isExisting: number | null; deals: number; amountMinor: number }>(caseFactsSql.byCustomer, { ...days })
    .map((row) => ({ ...row, isExisting: row.isExisting === null ? null : row.isExisting === 1 }))

/** Deals that are open now; an amount nobody has said is null. */
export const listOpenDeals = (
  db: Reader,
  currency: CurrencyCode
): { createdOn: IsoDate | null; closeOn: IsoDate | null; amountMinor: number | null }[] =>
  db.all(caseFactsSql.open, { currency })
