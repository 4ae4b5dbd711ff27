// The quality rules about one deal at a time as SQL, over everything the workspace holds: one pass tells every rule of every deal, and each
// rule can give its rows. What a rule is called, how grave it is and what it weakens stands in the registry of findings.
import type { Reader, SqlValue } from '#engine/db.ts'
import type { QualityFindingRow } from '#shared/import/types.ts'
import type { StageStatus } from '#shared/playbook/types.ts'
import type { CurrencyCode } from '#shared/units/currency.ts'
import type { IsoDate } from '#shared/units/date.ts'

/** The days that rules hold deals against, and the workspace's currency. */
export interface QualityFrame {
  currency: CurrencyCode
  today: IsoDate
  /** Open deals without a sign of life since then are stale. */
  staleBefore: IsoDate
  /** The same for deals of which only the day of creation is known. */
  oldBefore: IsoDate
}

export interface DealRuleSql {
  rule: string
  status?: StageStatus
  /** What makes a deal one of the rule's, over o (opportunities), s (its stage) and w (its seller). */
  where: string
  /** What makes it one, in figures and names. */
  detail: string
  /** The amount is what is missing: there is none to add up. */
  isWithoutAmount?: boolean
}

const NONE = `''`
const TOUCH = `nullif(max(ifnull(o.last_activity_on, ''),
  ifnull((SELECT max(x.happened_on) FROM activities x WHERE x.opportunity_id = o.id), '')), '')`

/** In the order of the registry. */
export const dealRulesSql: readonly DealRuleSql[] = [
  { rule: 'wonWithoutDate', status: 'won', where: 'o.close_on IS NULL', detail: NONE },
  { rule: 'wonWithoutAmount', status: 'won', where: 'o.amount_minor IS NULL', detail: NONE, isWithoutAmount: true },
  {
    rule: 'wonInFuture',
    status: 'won',
    where: 'o.close_on > :today',
    detail: 'cast(julianday(o.close_on) - julianday(:today) AS INTEGER)'
  },
  { rule: 'wonForNothing', status: 'won', where: 'o.amount_minor = 0', detail: NONE },
  { rule: 'negativeAmount', where: 'o.amount_minor < 0', detail: NONE },
  {
    rule: 'currencyWithoutRate',
    where: 'o.currency <> :currency AND o.home_currency IS NOT :currency AND o.amount_minor IS NOT NULL',
    detail: 'o.currency',
    isWithoutAmount: true
  },
  {
    rule: 'closeBeforeCreated',
    where: 'o.close_on < o.created_on',
    detail: 'cast(julianday(o.created_on) - julianday(o.close_on) AS INTEGER)'
  },
  { rule: 'noSeller', where: 'o.seller_id IS NULL', detail: NONE },
  { rule: 'noAccount', where: 'o.account_id IS NULL', detail: NONE },
  {
    rule: 'inactiveSeller',
    where: `w.left_on < iif(s.status = 'open', :today, o.close_on)`,
    detail: 'w.left_on'
  },
  {
    rule: 'openPastDate',
    status: 'open',
    where: 'o.close_on < :today',
    detail: 'cast(julianday(:today) - julianday(o.close_on) AS INTEGER)'
  },
  {
    rule: 'staleOpen',
    status: 'open',
    where: `ifnull(${TOUCH} < :staleBefore, o.created_on < :oldBefore)`,
    detail: `ifnull(${TOUCH}, o.created_on)`
  },
  { rule: 'openWithoutDate', status: 'open', where: 'o.close_on IS NULL', detail: NONE },
  { rule: 'openWithoutAmount', status: 'open', where: 'o.amount_minor IS NULL', detail: NONE, isWithoutAmount: true }
]

const AMOUNT = `CASE WHEN o.currency = :currency THEN o.amount_minor WHEN o.home_currency = :currency THEN o.home_minor END`
const FROM = `FROM opportunities o CROSS JOIN stages s ON s.id = o.stage_id LEFT JOIN sellers w ON w.id = o.seller_id`

const conditionOf = ({ status, where }: DealRuleSql): string =>
  status === undefined ? `(${where})` : `(s.status = '${status}' AND ${where})`

/** Only what a statement names may be given to it. */
const paramsOf = (sql: string, frame: QualityFrame): Record<string, SqlValue> =>
  Object.fromEntries(Object.entries(frame).filter(([name]) => sql.includes(`:${name}`)))

/** A deal that some rule finds: bit n stands for rule n of the list. */
export interface FlaggedDeal {
  id: number
  status: StageStatus
  bits: number
  /** In the workspace's currency. */
  amountMinor: number | null
}

const flaggedSql = `SELECT * FROM (
    SELECT o.id, s.status, ${AMOUNT} AS amountMinor,
      ${dealRulesSql.map((rule, bit) => `ifnull(${conditionOf(rule)}, 0) * ${2 ** bit}`).join(' + ')} AS bits
    ${FROM}) WHERE bits > 0`

/** Every deal that a rule finds, in one pass over the deals. */
export const iterateFlaggedDeals = (db: Reader, frame: QualityFrame): IterableIterator<FlaggedDeal> =>
  db.iterate<FlaggedDeal>(flaggedSql, paramsOf(flaggedSql, frame))

/** Rises with every row that anything changes in this open file: what was worked out at the same count is still right. */
export const readChangeCount = (db: Reader): number =>
  db.get<{ count: number }>('SELECT total_changes() AS count')?.count ?? 0

/** Deals by status, for the share that a rule finds. */
export const countDealsByStatus = (db: Reader): Map<StageStatus, number> =>
  new Map(
    db
      .all<{ status: StageStatus; deals: number }>(
        `SELECT s.status, count(*) AS deals FROM stages s CROSS JOIN opportunities o ON o.stage_id = s.id GROUP BY 1`
      )
      .map((row) => [row.status, row.deals])
  )

const ROW = `o.id AS opportunityId, o.account_id AS accountId, o.seller_id AS sellerId,
  coalesce(o.name, o.external_id, a.name, '#' || o.id) AS label, a.name AS accountName, w.name AS sellerName, s.name AS stageName,
  o.amount_minor AS amountMinor, o.currency, o.created_on AS createdOn, o.close_on AS closeOn`

/** The deals of a rule, the largest first. */
export function listDealsOfRule(
  db: Reader,
  { detail, ...rule }: DealRuleSql,
  frame: QualityFrame,
  limit: number
): { rows: QualityFindingRow[]; total: number } {
  const counted = `SELECT count(*) AS total ${FROM} WHERE ${conditionOf({ detail, ...rule })}`
  const total = db.get<{ total: number }>(counted, paramsOf(counted, frame))?.total ?? 0
  const sql = `SELECT ${ROW}, cast(${detail} AS TEXT) AS detail ${FROM} LEFT JOIN accounts a ON a.id = o.account_id
    WHERE ${conditionOf({ detail, ...rule })} ORDER BY abs(ifnull(${AMOUNT}, 0)) DESC, o.id LIMIT :limit`
  return { rows: db.all<QualityFindingRow>(sql, { ...paramsOf(sql, frame), limit }), total }
}

/** Deals by their ids, in the order given, with what makes each one of its rule. */
export function listDealsById(db: Reader, found: readonly { id: number; detail: string }[]): QualityFindingRow[] {
  const rows = new Map(
    db
      .all<Omit<QualityFindingRow, 'detail'>>(
        `SELECT ${ROW} FROM json_each(:ids) j CROSS JOIN opportunities o ON o.id = j.value JOIN stages s ON s.id = o.stage_id
          LEFT JOIN sellers w ON w.id = o.seller_id LEFT JOIN accounts a ON a.id = o.account_id`,
        { ids: JSON.stringify(found.map((row) => row.id)) }
      )
      .map((row) => [row.opportunityId as number, row])
  )
  return found.flatMap(({ id, detail }) => {
    const row = rows.get(id)
    return row === undefined ? [] : [{ ...row, detail }]
  })
}

/** How deals are called in a list of examples. */
export const listDealLabels = (db: Reader, ids: readonly number[]): string[] =>
  db
    .all<{ label: string }>(
      `SELECT coalesce(o.external_id, o.name, '#' || o.id) AS label FROM json_each(:ids) j CROSS JOIN opportunities o ON o.id = j.value
        ORDER BY j.key`,
      { ids: JSON.stringify(ids) }
    )
    .map((row) => row.label)

/** Status and amount of deals found by other means. */
export const listDealStatuses = (
  db: Reader,
  rows: readonly { id: number }[],
  currency: CurrencyCode
): { id: number; status: StageStatus; amountMinor: number | null }[] =>
  rows.length === 0
    ? []
    : db.all(
        `SELECT o.id, s.status, ${AMOUNT} AS amountMinor
          FROM json_each(:ids) j CROSS JOIN opportunities o ON o.id = j.value JOIN stages s ON s.id = o.stage_id`,
        { ids: JSON.stringify(rows.map((row) => row.id)), currency }
      )
