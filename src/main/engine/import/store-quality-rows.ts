// What the quality rules read that hold rows against each other: deals of one account, amount and day, amounts, stages gone back, sellers,
// exports of one shape, and rows in quarantine.
import type { Reader } from '#engine/db.ts'
import type { ImportId, QualityFindingRow } from '#shared/import/types.ts'
import type { SellerId } from '#shared/people/types.ts'
import type { CurrencyCode } from '#shared/units/currency.ts'
import type { IsoDate } from '#shared/units/date.ts'

const AMOUNT = `CASE WHEN o.currency = :currency THEN o.amount_minor WHEN o.home_currency = :currency THEN o.home_minor END`

export interface TwinDeal {
  id: number
  currency: CurrencyCode
  account: number
  amountMinor: number
  closeOn: IsoDate
  product: number | null
  name: string | null
  externalId: string | null
}

/** Deals that share account, amount and close date with another, by those and id. */
export const listTwinDeals = (db: Reader): TwinDeal[] =>
  db.all<TwinDeal>(
    `WITH twins AS (
      SELECT account_id, amount_minor, currency, close_on FROM opportunities
      WHERE account_id IS NOT NULL AND amount_minor <> 0 AND close_on IS NOT NULL
      GROUP BY account_id, amount_minor, currency, close_on HAVING count(*) > 1)
    SELECT o.id, o.account_id AS account, o.amount_minor AS amountMinor, o.currency, o.close_on AS closeOn, o.product_id AS product,
      o.name, o.external_id AS externalId
    FROM twins t CROSS JOIN opportunities o ON o.account_id = t.account_id AND o.amount_minor = t.amount_minor
      AND o.currency = t.currency AND o.close_on = t.close_on
    ORDER BY o.account_id, o.close_on, o.amount_minor, o.currency, o.id`
  )

export interface PricedDeal {
  id: number
  product: number | null
  /** In the workspace's currency, above 0. */
  amountMinor: number
}

/** Won and open deals with an amount. */
export const listPricedDeals = (db: Reader, currency: CurrencyCode): PricedDeal[] =>
  db.all<PricedDeal>(
    `SELECT o.id, o.product_id AS product, ${AMOUNT} AS amountMinor FROM opportunities o
      CROSS JOIN stages s ON s.id = o.stage_id WHERE s.status <> 'lost' AND ${AMOUNT} > 0`,
    { currency }
  )

/** Open deals that were in a later open stage before: in an earlier export, or by their stage history. */
export const listRegressions = (db: Reader): { id: number; detail: string }[] =>
  db.all(
    `WITH past AS (
      SELECT opportunity_id AS deal, stage_id AS stage FROM opportunity_versions WHERE stage_id IS NOT NULL
      UNION SELECT opportunity_id, stage_id FROM stage_changes)
    SELECT o.id, max(b.position) AS was, b.name || ' > ' || s.name AS detail
    FROM past p JOIN stages b ON b.id = p.stage AND b.status = 'open' JOIN opportunities o ON o.id = p.deal
      JOIN stages s ON s.id = o.stage_id AND s.status = 'open'
    WHERE b.position > s.position GROUP BY o.id ORDER BY abs(ifnull(o.amount_minor, 0)) DESC, o.id`
  )

export interface QualitySeller {
  id: SellerId
  name: string
  email: string | null
  location: string | null
  carriesDeals: boolean
  deals: number
}

export const listQualitySellers = (db: Reader): QualitySeller[] =>
  db
    .all<Omit<QualitySeller, 'carriesDeals'> & { carriesDeals: number }>(
      `SELECT w.id, w.name, w.email, w.location, w.role IN ('seller', 'account_manager') AS carriesDeals,
        (SELECT count(*) FROM opportunities o WHERE o.seller_id = w.id) AS deals
      FROM sellers w ORDER BY w.name, w.id`
    )
    .map((row) => ({ ...row, carriesDeals: row.carriesDeals === 1 }))

/** Accounts that share their name key, by it. */
export const listSameNameAccounts = (
  db: Reader
): { id: number; name: string; nameKey: string; location: string | null }[] =>
  db.all(
    `SELECT a.id, a.name, a.name_key AS nameKey, coalesce(a.city, a.region, a.country) AS location FROM accounts a
      WHERE a.name_key IN (SELECT name_key FROM accounts GROUP BY name_key HAVING count(*) > 1) ORDER BY a.name_key, a.id`
  )

/**
 * Imports of deals that still stand, with the shape of their table, the oldest first. Rows of quarantine that were taken later are no
 * export of their own: they have no shape here.
 */
export const listDealExports = (db: Reader): { importId: ImportId; shape: string | null; fileName: string }[] =>
  db.all(
    `SELECT f.import_id AS importId, iif(i.kind = 'files', f.shape, NULL) AS shape, f.file_name AS fileName FROM import_files f JOIN imports i ON i.id = f.import_id
      WHERE f.entity = 'opportunities' AND i.undone_at IS NULL ORDER BY f.import_id, f.id`
  )

/** The close dates of some deals, first and last; and of which deals they are. */
export const listCloseDates = (db: Reader, ids: ReadonlySet<number>): { id: number; closeOn: IsoDate | null }[] =>
  ids.size === 0
    ? []
    : db.all(`SELECT o.id, o.close_on AS closeOn FROM json_each(:ids) j CROSS JOIN opportunities o ON o.id = j.value`, {
        ids: JSON.stringify([...ids])
      })

/** Rows that were not taken and still stand in quarantine, by what their table holds; and how many rows the files have. */
export const countQuarantine = (db: Reader): { entity: string; open: number; read: number }[] =>
  db.all(
    `SELECT f.entity, sum((SELECT count(*) FROM quarantine_rows q WHERE q.import_file_id = f.id AND q.state = 'open')) AS open,
      sum(f.rows_read) AS read
    FROM import_files f JOIN imports i ON i.id = f.import_id WHERE i.undone_at IS NULL GROUP BY f.entity`
  )

/** Rows in quarantine as rows of a rule, the newest import first. */
export const listQuarantineRows = (db: Reader, limit: number): QualityFindingRow[] =>
  db
    .all<{ fileName: string; sheet: string | null; rowNumber: number; header: string; cell: string }>(
      `SELECT f.file_name AS fileName, f.sheet, q.row_number AS rowNumber, q.header, q.cell
      FROM quarantine_rows q JOIN import_files f ON f.id = q.import_file_id JOIN imports i ON i.id = f.import_id
      WHERE q.state = 'open' AND i.undone_at IS NULL ORDER BY f.import_id DESC, f.id, q.row_number LIMIT :limit`,
      { limit }
    )
    .map(({ fileName, sheet, rowNumber, header, cell }) => ({
      ...emptyRow,
      label: `${fileName}${sheet === null ? '' : ` ${sheet}`}:${rowNumber}`,
      detail: header === '' ? '' : `${header}: ${cell}`
    }))

/** A row that is about no deal. */
export const emptyRow: QualityFindingRow = {
  opportunityId: null,
  accountId: null,
  sellerId: null,
  label: '',
  accountName: null,
  sellerName: null,
  stageName: null,
  amountMinor: null,
  currency: null,
  createdOn: null,
  closeOn: null,
  detail: ''
}
