// Rows of the further facts an export may hold: leads, invoices and payments, targets, stage history, and exchange rates.
import type { Reader, Writer } from '#engine/db.ts'
import type { InvoiceRow, LeadRow, OpportunityId, RateRow, StageChange, TargetRow } from '#shared/crm/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'

/** Leads, the newest first. */
export const listLeads = (db: Reader): LeadRow[] =>
  db
    .all<Omit<LeadRow, 'isQualified'> & { isQualified: number | null }>(
      `SELECT l.id, l.external_id AS externalId, l.name, coalesce(l.company, a.name) AS company, w.name AS sellerName, l.source, l.status,
        l.is_qualified AS isQualified, l.score, l.created_on AS createdOn, l.answered_on AS answeredOn,
        l.converted_on AS convertedOn
      FROM leads l LEFT JOIN accounts a ON a.id = l.account_id LEFT JOIN sellers w ON w.id = l.seller_id
      ORDER BY l.created_on DESC NULLS LAST, l.id DESC`
    )
    .map((row) => ({ ...row, isQualified: row.isQualified === null ? null : row.isQualified === 1 }))

/** Invoices and payments, the newest first. */
export const listInvoices = (db: Reader): InvoiceRow[] =>
  db.all<InvoiceRow>(
    `SELECT i.id, i.external_id AS externalId, i.kind, a.name AS accountName, w.name AS sellerName, i.issued_on AS issuedOn,
      i.due_on AS dueOn, i.paid_on AS paidOn, i.amount_minor AS amountMinor, i.currency
    FROM invoices i LEFT JOIN accounts a ON a.id = i.account_id LEFT JOIN sellers w ON w.id = i.seller_id
    ORDER BY i.issued_on DESC, i.id DESC`
  )

/** Targets as the files state them, by their days. */
export const listTargets = (db: Reader): TargetRow[] =>
  db.all<TargetRow>(
    `SELECT id, scope, scope_name AS scopeName, measure, starts_on AS startsOn, ends_on AS endsOn,
      amount_minor AS amountMinor, currency FROM targets ORDER BY starts_on, ends_on, scope, scope_name`
  )

/** The stages of a deal in the order in which it entered them. */
export const listStageChanges = (db: Reader, opportunityId: OpportunityId): StageChange[] =>
  db.all<StageChange>(
    `SELECT c.stage_id AS stageId, s.name AS stageName, c.entered_on AS enteredOn
    FROM stage_changes c JOIN stages s ON s.id = c.stage_id WHERE c.opportunity_id = :opportunityId
    ORDER BY c.entered_on, s.position, c.id`,
    { opportunityId }
  )

const RATE = 'SELECT id, from_currency AS "from", to_currency AS "to", valid_on AS validOn, rate FROM exchange_rates'

/** Rates by pair, the newest first. */
export const listRates = (db: Reader): RateRow[] =>
  db.all<RateRow>(`${RATE} ORDER BY from_currency, to_currency, valid_on DESC`)

export const findRate = (db: Reader, id: number): RateRow | undefined =>
  db.get<RateRow>(`${RATE} WHERE id = :id`, { id })

/** Adds a rate, or changes the one of that pair and day. */
export const putRate = (
  db: Writer,
  rate: { from: CurrencyCode; to: CurrencyCode; validOn: IsoDate; rate: string }
): void => {
  const { from, to, validOn } = rate
  const there = db.get<{ id: number }>(
    'SELECT id FROM exchange_rates WHERE from_currency = :from AND to_currency = :to AND valid_on = :validOn',
    { from, to, validOn }
  )
  if (there === undefined)
    db.insert('exchange_rates', { from_currency: from, to_currency: to, valid_on: validOn, rate: rate.rate })
  // Typed by hand now: the file it once came from no longer says it.
  else db.update('exchange_rates', there.id, { rate: rate.rate, source_row_id: null })
}

export const removeRate = (db: Writer, id: number): void => db.remove('exchange_rates', id)
