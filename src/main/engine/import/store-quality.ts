// The quality rules over everything the workspace holds: one statement each, giving count, amount touched and a few examples.
import type { Reader } from '#engine/db.ts'
import type { QualityRow, Severity } from '#shared/import/types.ts'
import type { CurrencyCode } from '#shared/units/currency.ts'
import type { IsoDate } from '#shared/units/date.ts'

interface DealRule {
  rule: string
  severity: Severity
  status?: 'open' | 'won' | 'lost'
  /** What makes a deal one of the rule's, over o (opportunities). */
  where: string
}

const dealRules: readonly DealRule[] = [
  { rule: 'wonWithoutDate', severity: 'warning', status: 'won', where: 'o.close_on IS NULL' },
  { rule: 'wonWithoutAmount', severity: 'warning', status: 'won', where: 'o.amount_minor IS NULL' },
  { rule: 'wonInFuture', severity: 'warning', status: 'won', where: 'o.close_on > :today' },
  { rule: 'otherCurrency', severity: 'warning', where: 'o.currency <> :currency AND o.amount_minor IS NOT NULL' },
  { rule: 'noSeller', severity: 'warning', where: 'o.seller_id IS NULL' },
  { rule: 'noAccount', severity: 'warning', where: 'o.account_id IS NULL' },
  { rule: 'negativeAmount', severity: 'warning', where: 'o.amount_minor < 0' },
  { rule: 'closeBeforeCreated', severity: 'warning', where: 'o.close_on < o.created_on' },
  { rule: 'openPastDate', severity: 'note', status: 'open', where: 'o.close_on < :today' },
  { rule: 'openWithoutDate', severity: 'note', status: 'open', where: 'o.close_on IS NULL' },
  { rule: 'openWithoutAmount', severity: 'note', status: 'open', where: 'o.amount_minor IS NULL' }
]

interface Found {
  count: number
  amountMinor: number
}

/** Every rule that finds something, the gravest first. */
export function listQuality(db: Reader, currency: CurrencyCode, today: IsoDate): QualityRow[] {
  const byStatus = new Map<string, number>()
  for (const row of db.all<{ status: string; deals: number }>(
    'SELECT s.status, count(*) AS deals FROM opportunities o JOIN stages s ON s.id = o.stage_id GROUP BY 1'
  ))
    byStatus.set(row.status, row.deals)
  const all = [...byStatus.values()].reduce((sum, deals) => sum + deals, 0)
  const found = all === 0 ? [] : dealRules.map((rule) => runDealRule(db, rule, currency, today, byStatus, all))
  const rank: Record<Severity, number> = { rejects: 0, warning: 1, note: 2 }
  return [...found, idleSellers(db, all), rejectedRows(db)]
    .filter((row) => row.count > 0)
    .sort(
      (a, b) => rank[a.severity] - rank[b.severity] || (b.amountMinor ?? 0) - (a.amountMinor ?? 0) || b.count - a.count
    )
}

function runDealRule(
  db: Reader,
  rule: DealRule,
  currency: CurrencyCode,
  today: IsoDate,
  byStatus: ReadonlyMap<string, number>,
  all: number
): QualityRow {
  const from = `FROM opportunities o JOIN stages s ON s.id = o.stage_id
    WHERE ${rule.status === undefined ? '' : `s.status = '${rule.status}' AND `}${rule.where}`
  const params: Record<string, string> = { currency }
  if (rule.where.includes(':today')) params.today = today
  const sums = db.get<Found>(
    `SELECT count(*) AS count, ifnull(sum(iif(o.currency = :currency, o.amount_minor, 0)), 0) AS amountMinor ${from}`,
    params
  ) ?? { count: 0, amountMinor: 0 }
  const examples =
    sums.count === 0
      ? []
      : db.all<{ label: string }>(
          `SELECT coalesce(o.external_id, o.name, '#' || o.id) AS label ${from}
            AND :currency IS NOT NULL ORDER BY abs(ifnull(o.amount_minor, 0)) DESC, o.id LIMIT 5`,
          params
        )
  return {
    rule: rule.rule,
    severity: rule.severity,
    count: sums.count,
    // Where the amount is what is missing there is none to add up.
    amountMinor: rule.where.includes('amount_minor IS NULL') ? null : sums.amountMinor,
    examples: examples.map((example) => example.label),
    of: rule.status === undefined ? all : (byStatus.get(rule.status) ?? 0)
  }
}

function idleSellers(db: Reader, deals: number): QualityRow {
  const names =
    deals === 0
      ? []
      : db.all<{ name: string }>(
          `SELECT name FROM sellers s WHERE role IN ('seller', 'account_manager')
            AND NOT EXISTS (SELECT 1 FROM opportunities o WHERE o.seller_id = s.id) ORDER BY name`
        )
  const of =
    db.get<{ n: number }>(`SELECT count(*) AS n FROM sellers WHERE role IN ('seller', 'account_manager')`)?.n ?? 0
  return {
    rule: 'sellerWithoutDeals',
    severity: 'note',
    count: names.length,
    amountMinor: null,
    examples: names.slice(0, 5).map((row) => row.name),
    of
  }
}

function rejectedRows(db: Reader): QualityRow {
  const sums = db.get<{ rejected: number | null; read: number | null }>(
    'SELECT sum(rows_rejected) AS rejected, sum(rows_read) AS read FROM import_files'
  )
  const examples = db.all<{ label: string }>(
    `SELECT DISTINCT file_name AS label FROM import_files WHERE rows_rejected > 0 ORDER BY id DESC LIMIT 5`
  )
  return {
    rule: 'rejectedRows',
    severity: 'rejects',
    count: sums?.rejected ?? 0,
    amountMinor: null,
    examples: examples.map((row) => row.label),
    of: sums?.read ?? 0
  }
}
