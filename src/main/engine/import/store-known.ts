// Reads what the workspace holds, as far as an import compares with it: ids, names, external ids and every field that a file may change.
import type { Reader } from '#engine/db.ts'
import type { CustomFields } from '#shared/crm/types.ts'
import type {
  AccountValues,
  ActivityValues,
  KnownFacts,
  OpportunityValues,
  ProductValues,
  SellerValues
} from '#shared/import/plan/index.ts'
import type { CurrencyCode } from '#shared/units/currency.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { nameKey } from '#shared/units/name-key.ts'

const readCustom = (json: string | null): CustomFields | null =>
  json === null ? null : (JSON.parse(json) as CustomFields)

type Stored<Values> = Omit<Values, 'custom' | 'isNewBusiness' | 'nameKey'> & { id: number }

/** Everything at once; `currency` and `today` are the workspace's. */
export function loadKnownFacts(db: Reader, currency: CurrencyCode, today: IsoDate): KnownFacts {
  const aliases = new Map<number, string[]>()
  for (const row of db.iterate<{ sellerId: number; alias: string }>(
    'SELECT seller_id AS sellerId, alias FROM seller_aliases'
  ))
    aliases.set(row.sellerId, [...(aliases.get(row.sellerId) ?? []), row.alias])
  return {
    currency,
    today,
    stages: db.all('SELECT id, name, name_key AS nameKey, status FROM stages ORDER BY position'),
    teams: db.all('SELECT id, parent_id AS parent, name_key AS nameKey, manager_id AS lead FROM teams'),
    sellers: listSellers(db).map(({ id, team, ...values }) => ({
      id,
      values: { ...values, nameKey: nameKey(values.name) },
      aliasKeys: aliases.get(id) ?? [],
      team
    })),
    accounts: listAccounts(db),
    products: db
      .all<ProductValues & { id: number }>(
        'SELECT id, name, name_key AS nameKey, family, list_price_minor AS listPriceMinor FROM products'
      )
      .map(({ id, ...values }) => ({ id, values })),
    opportunities: listOpportunities(db),
    activities: db
      .all<ActivityValues & { id: number }>(
        `SELECT id, kind, happened_on AS happenedOn, seller_id AS seller, account_id AS account,
          opportunity_id AS opportunity FROM activities`
      )
      .map(({ id, ...values }) => ({ id, values }))
  }
}

/** Sellers with their team of today: the membership that has no end, the newest where there are several. */
const listSellers = (db: Reader): (Stored<SellerValues> & { team: number | null })[] =>
  db.all(
    `SELECT s.id, s.name, s.role, s.email, s.location, s.hired_on AS hiredOn, s.left_on AS leftOn,
      s.base_pay_minor AS basePayMinor, s.variable_pay_minor AS variablePayMinor, s.pay_currency AS payCurrency,
      s.external_id AS externalId, s.notes,
      (SELECT m.team_id FROM team_memberships m WHERE m.seller_id = s.id AND m.to_on IS NULL
        ORDER BY m.from_on DESC, m.id DESC LIMIT 1) AS team
    FROM sellers s ORDER BY s.id`
  )

function listAccounts(db: Reader): KnownFacts['accounts'] {
  const rows = db.iterate<Stored<AccountValues> & { nameKey: string; customJson: string | null }>(
    `SELECT id, name, name_key AS nameKey, external_id AS externalId, parent_id AS parent, owner_id AS owner, industry,
      segment, country, region, city, postal_code AS postalCode, employees, revenue_minor AS revenueMinor,
      founded_year AS foundedYear, custom_json AS customJson FROM accounts ORDER BY id`
  )
  return [...rows].map(({ id, customJson, ...values }) => ({
    id,
    values: { ...values, custom: readCustom(customJson) }
  }))
}

function listOpportunities(db: Reader): KnownFacts['opportunities'] {
  const rows = db.iterate<Stored<OpportunityValues> & { isNewBusiness: number | null; customJson: string | null }>(
    `SELECT id, external_id AS externalId, name, account_id AS account, product_id AS product, seller_id AS seller,
      stage_id AS stage, amount_minor AS amountMinor, currency, created_on AS createdOn, close_on AS closeOn,
      lead_source AS leadSource, is_new_business AS isNewBusiness, custom_json AS customJson FROM opportunities ORDER BY id`
  )
  return [...rows].map(({ id, customJson, isNewBusiness, ...values }) => ({
    id,
    values: {
      ...values,
      isNewBusiness: isNewBusiness === null ? null : isNewBusiness === 1,
      custom: readCustom(customJson)
    }
  }))
}
