// Amounts of other currencies in the workspace's own, at the dated rate: worked out from rates and rows, and kept beside them so that
// sums can read them from the index. They are no facts: the undo log leaves them out and has them worked out again.
import type { Reader, Writer } from '#engine/db.ts'
import type { StageStatus } from '#shared/playbook/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { convertMinor } from '#shared/units/exchange.ts'
import type { CurrencyCode } from '#shared/units/money.ts'

/**
 * SQL of a deal's amount in `:currency`: its own, or the converted one; null where neither is known. Every sum of the product takes this.
 * `o` is the opportunities table.
 */
export const AMOUNT = `CASE WHEN o.currency = :currency THEN o.amount_minor
  WHEN o.home_currency = :currency THEN o.home_minor END`

/** SQL of whether a deal can be counted in `:currency` at all: of that currency, or with a rate for its day. */
export const IS_COUNTED = `(o.currency = :currency OR o.home_currency = :currency)`

interface DatedRate {
  validOn: IsoDate
  rate: string
  isInverse: boolean
}

interface Priced {
  id: number
  amountMinor: number | null
  currency: CurrencyCode
  onDay: IsoDate | null
  /** Of a deal; null for an invoice. */
  status: StageStatus | null
  homeMinor: number | null
  homeCurrency: CurrencyCode | null
}

/** Rates into or out of the workspace's currency, by the other one, the oldest first; of the same day the direct one last. */
function loadRates(db: Reader, home: CurrencyCode): Map<string, DatedRate[]> {
  const rates = new Map<string, DatedRate[]>()
  for (const row of db.iterate<{ other: string; validOn: IsoDate; rate: string; isInverse: number }>(
    `SELECT iif(to_currency = :home, from_currency, to_currency) AS other, valid_on AS validOn, rate,
        from_currency = :home AS isInverse
      FROM exchange_rates WHERE to_currency = :home OR from_currency = :home ORDER BY valid_on, isInverse DESC`,
    { home }
  )) {
    const own = rates.get(row.other) ?? []
    own.push({ validOn: row.validOn, rate: row.rate, isInverse: row.isInverse === 1 })
    rates.set(row.other, own)
  }
  return rates
}

/** The newest rate on or before the day. Rates are in order of their days. */
function rateOf(rates: readonly DatedRate[] | undefined, row: Priced): DatedRate | undefined {
  if (rates === undefined) return undefined
  // An open deal will be paid at a rate nobody knows yet: the newest one known stands for it, also where no day is set.
  if (row.onDay === null) return row.status === 'open' ? rates.at(-1) : undefined
  let low = 0
  let high = rates.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rates[middle]?.validOn ?? '') <= row.onDay) low = middle + 1
    else high = middle
  }
  return rates[low - 1]
}

const priced = {
  opportunities: `SELECT o.id, o.amount_minor AS amountMinor, o.currency, o.close_on AS onDay, s.status, o.home_minor AS homeMinor,
      o.home_currency AS homeCurrency
    FROM stages s CROSS JOIN opportunities o ON o.stage_id = s.id
    WHERE o.currency <> :home OR o.home_currency IS NOT NULL`,
  invoices: `SELECT id, amount_minor AS amountMinor, currency, issued_on AS onDay, NULL AS status, home_minor AS homeMinor,
      home_currency AS homeCurrency
    FROM invoices WHERE currency <> :home OR home_currency IS NOT NULL`
} as const

/**
 * Works out the amounts of deals and invoices of other currencies in `home`, at the newest rate on or before the day on which the
 * deal closes (the invoice was issued). A pair or its inverse serves, nothing is chained over a third currency. Without such a rate the
 * amount is missing: a later rate is never taken for an earlier day.
 *
 * @returns how many rows have another amount now
 */
export function refreshHomeAmounts(db: Writer, home: CurrencyCode): number {
  const rates = loadRates(db, home)
  let changed = 0
  for (const [table, sql] of Object.entries(priced))
    for (const row of db.all<Priced>(sql, { home })) {
      const rate = row.currency === home ? undefined : rateOf(rates.get(row.currency), row)
      const minor =
        rate === undefined || row.amountMinor === null
          ? null
          : (convertMinor(row.amountMinor, row.currency, home, rate.rate, rate.isInverse) ?? null)
      // A deal without an amount can be counted all the same: the currency says that a rate is known.
      const currency = rate === undefined || (row.amountMinor !== null && minor === null) ? null : home
      if (minor === row.homeMinor && currency === row.homeCurrency) continue
      changed++
      db.run(`UPDATE ${table} SET home_minor = :minor, home_currency = :currency WHERE id = :id`, {
        id: row.id,
        minor,
        currency
      })
    }
  return changed
}

/** What the undo log must know: columns that it leaves out, and the tables whose change asks for working them out again. */
export const homeAmounts = {
  columns: {
    opportunities: ['home_minor', 'home_currency'],
    invoices: ['home_minor', 'home_currency']
  } as Readonly<Record<string, readonly string[]>>,
  dependsOn: ['opportunities', 'invoices', 'exchange_rates', 'settings', 'stages'] as readonly string[],
  refresh: (db: Writer): void => {
    const currency = db.get<{ currency: CurrencyCode }>('SELECT currency FROM settings WHERE id = 1')?.currency
    if (currency !== undefined) refreshHomeAmounts(db, currency)
  }
}
