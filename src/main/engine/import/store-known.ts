// Reads what the workspace holds, as far as an import compares with it: as bare tuples, which pass to the worker quickly and are made
// into facts there (known-facts.ts). Only what the kinds of table in the files can need is read.
import type { Reader, SqlValue } from '#engine/db.ts'
import type { EntityName } from '#shared/import/entities/entity.ts'
import type { CurrencyCode } from '#shared/units/currency.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { FiscalCalendar } from '#shared/units/period.ts'

export type Tuples = SqlValue[][]

export interface KnownTuples {
  currency: CurrencyCode
  calendar: FiscalCalendar
  /** Of the scenario. */
  fiscalYear: number | null
  today: IsoDate
  hasScenario: boolean
  stages: Tuples
  stageAliases: Tuples
  teams: Tuples
  sellers: Tuples
  sellerAliases: Tuples
  sellerMerges: Tuples
  accounts: Tuples
  accountAliases: Tuples
  products: Tuples
  productAliases: Tuples
  opportunities: Tuples
  stageChanges: Tuples
  leads: Tuples
  activities: Tuples
  invoices: Tuples
  rates: Tuples
  targets: Tuples
  quotas: Tuples
  territories: Tuples
  assignments: Tuples
  coverages: Tuples
  corrections: Tuples
  decisions: Tuples
  earlier: Tuples
}

export interface KnownRequest {
  currency: CurrencyCode
  calendar: FiscalCalendar
  today: IsoDate
  /** Where quotas and assignments go, with the year it plans. */
  scenario: { id: number; fiscalYear: number } | null
  /** What the tables of the files hold. */
  entities: ReadonlySet<EntityName>
}

/** Kinds of table whose rows name deals. */
const naming: readonly EntityName[] = ['opportunities', 'stageChanges', 'leads', 'activities', 'invoices']

export function loadKnown(db: Reader, { entities, scenario, ...place }: KnownRequest): KnownTuples {
  const has = (...names: EntityName[]): boolean => names.some((name) => entities.has(name))
  const when = (isNeeded: boolean, sql: string): Tuples => (isNeeded ? db.tuples(sql) : [])
  const inScenario = (sql: string): Tuples => (scenario === null ? [] : db.tuples(sql, { scenarioId: scenario.id }))
  return {
    ...place,
    fiscalYear: scenario?.fiscalYear ?? null,
    hasScenario: scenario !== null,
    stages: db.tuples('SELECT id, name, name_key, status FROM stages ORDER BY position, id'),
    stageAliases: db.tuples('SELECT stage_id, alias_key FROM stage_aliases ORDER BY id'),
    teams: db.tuples('SELECT id, parent_id, name, name_key, manager_id FROM teams ORDER BY id'),
    sellers: db.tuples(
      `SELECT s.id, s.name, s.role, s.email, s.location, s.hired_on, s.left_on, s.base_pay_minor, s.variable_pay_minor,
        s.pay_currency, s.external_id, s.notes,
        (SELECT m.team_id FROM team_memberships m WHERE m.seller_id = s.id AND m.to_on IS NULL
          ORDER BY m.from_on DESC, m.id DESC LIMIT 1)
      FROM sellers s ORDER BY s.id`
    ),
    sellerAliases: db.tuples('SELECT seller_id, alias_key, from_on, to_on FROM seller_aliases ORDER BY id'),
    // A person merged into another still stands in exports under the old id.
    sellerMerges: db.tuples(
      `SELECT merged_id, kept_id, merged_json ->> '$.seller.external_id', merged_json ->> '$.seller.email' FROM merges
        WHERE entity = 'sellers' AND split_at IS NULL ORDER BY id`
    ),
    accounts: db.tuples(
      `SELECT id, name, name_key, external_id, domain, tax_id, parent_id, owner_id, industry, segment, country, region, city,
        postal_code, longitude, latitude, employees, revenue_minor, founded_year, contacts, custom_json FROM accounts ORDER BY id`
    ),
    accountAliases: db.tuples('SELECT account_id, alias_key FROM account_aliases ORDER BY id'),
    products: db.tuples('SELECT id, name, name_key, external_id, family, list_price_minor FROM products ORDER BY id'),
    productAliases: db.tuples('SELECT product_id, alias_key FROM product_aliases ORDER BY id'),
    opportunities: when(
      has(...naming),
      `SELECT id, external_id, name, account_id, product_id, seller_id, stage_id, amount_minor, currency, created_on, close_on,
        lead_source, is_new_business, probability_ratio, forecast_category, last_activity_on, loss_reason, custom_json
      FROM opportunities ORDER BY id`
    ),
    stageChanges: when(
      has('stageChanges', 'opportunities'),
      'SELECT id, opportunity_id, stage_id, entered_on FROM stage_changes ORDER BY id'
    ),
    leads: when(
      has('leads'),
      `SELECT id, external_id, name, company, account_id, seller_id, opportunity_id, source, status, is_qualified, score, segment,
        country, region, value_minor, currency, created_on, answered_on, converted_on, custom_json FROM leads ORDER BY id`
    ),
    activities: when(
      has('activities'),
      'SELECT id, kind, happened_on, seller_id, account_id, opportunity_id FROM activities ORDER BY id'
    ),
    invoices: when(
      has('invoices'),
      `SELECT id, external_id, kind, account_id, seller_id, product_id, opportunity_id, issued_on, due_on, paid_on, amount_minor,
        currency FROM invoices ORDER BY id`
    ),
    rates: db.tuples('SELECT id, from_currency, to_currency, valid_on, rate FROM exchange_rates ORDER BY id'),
    targets: when(
      has('targets'),
      `SELECT id, scope, scope_name, team_id, measure, starts_on, ends_on, amount_minor, currency FROM targets ORDER BY id`
    ),
    quotas: inScenario(
      `SELECT id, seller_id, period_key, starts_on, amount_minor FROM quotas
        WHERE scenario_id = :scenarioId AND measure = 'bookings' ORDER BY id`
    ),
    territories: inScenario('SELECT id, name FROM territories WHERE scenario_id = :scenarioId ORDER BY position, id'),
    assignments: inScenario(
      // An overlay lies over the main territory of an account and is not what a file of assignments changes.
      `SELECT x.id, x.account_id, x.territory_id FROM territory_accounts x JOIN territories t ON t.id = x.territory_id
        WHERE x.scenario_id = :scenarioId AND t.kind = 'main' ORDER BY x.id`
    ),
    coverages: inScenario(
      'SELECT id, territory_id, seller_id FROM territory_sellers WHERE scenario_id = :scenarioId ORDER BY id'
    ),
    corrections: when(
      has('opportunities'),
      'SELECT id, opportunity_id, field, imported_json, corrected_json FROM corrections ORDER BY id'
    ),
    decisions: db.tuples('SELECT entity, left_key, right_key, is_same FROM identity_decisions ORDER BY id'),
    earlier: when(
      has('opportunities'),
      // Rows that were mended and taken later belong to the export that held them.
      `SELECT f.shape, i.id, i.imported_at, s.ranges_json
        FROM import_seen s JOIN import_files f ON f.id = s.import_file_id JOIN imports i ON i.id = f.import_id
        WHERE s.entity = 'opportunities' AND f.shape IS NOT NULL AND i.undone_at IS NULL AND i.kind = 'files'
      UNION ALL SELECT DISTINCT f.shape, i.id, i.imported_at, s.ranges_json
        FROM import_seen s JOIN import_files r ON r.id = s.import_file_id JOIN imports t ON t.id = r.import_id
          JOIN quarantine_rows q ON q.fixed_import_id = t.id
          JOIN import_files f ON f.id = q.import_file_id AND f.sha256 = r.sha256 AND f.sheet IS r.sheet AND f.shape IS r.shape
          JOIN imports i ON i.id = f.import_id
        WHERE s.entity = 'opportunities' AND f.shape IS NOT NULL AND t.undone_at IS NULL AND i.undone_at IS NULL
      ORDER BY 2`
    )
  }
}

/** The next free id of each table. Ids of source rows run inside their blocks. */
export function loadNextIds(db: Reader, tables: readonly string[]): Record<string, number> {
  const next: Record<string, number> = {}
  for (const table of tables) {
    const column = table === 'source_blocks' ? 'last_id' : 'id'
    // Blocks lie in the order of their ids, so the last block holds the last row.
    const [tuple] = db.tuples(`SELECT ${column} FROM ${table} ORDER BY id DESC LIMIT 1`)
    next[table] = Number(tuple?.[0] ?? 0) + 1
  }
  // What exports held is kept by the numbers of deals: a deal that was taken out since must not give its number to another.
  const [seen] = db.tuples(
    `SELECT max(r.value ->> '$[1]') FROM import_seen s, json_each(s.ranges_json) r WHERE s.entity = 'opportunities'`
  )
  if (next.opportunities !== undefined) next.opportunities = Math.max(next.opportunities, Number(seen?.[0] ?? 0) + 1)
  return next
}
