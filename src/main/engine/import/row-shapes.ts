// How planned rows become rows of tables: the columns of each kind, and their values with references turned into ids.
// Worked out in the worker, so that the engine only has to hand them to SQLite. People, stages and territories are written by
// their own domains' stores (write-people.ts).
import type { SqlValue } from '#engine/db.ts'
import type {
  AccountValues,
  ActivityValues,
  AssignmentValues,
  CoverageValues,
  InvoiceValues,
  LeadValues,
  OpportunityValues,
  ProductValues,
  QuotaValues,
  RateValues,
  Ref,
  SeenKind,
  StageChangeValues,
  TargetValues
} from '#shared/import/plan/types.ts'
import type { CurrencyCode } from '#shared/units/currency.ts'

/** From a reference of the plan to the id in its table. */
export type Resolve = (ref: Ref | null) => number | null

/** Tables to whose rows a plan refers. */
export const referredTables = [
  'stages',
  'teams',
  'sellers',
  'accounts',
  'products',
  'opportunities',
  'territories'
] as const
export type ReferredTable = (typeof referredTables)[number]
export type References = Readonly<Record<ReferredTable, Resolve>>

/** What rows of a scenario, and amounts without a currency of their own, need beside their values. */
export interface WritingPlace {
  scenarioId: number | null
  currency: CurrencyCode
  title: string
}

export interface RowShape<Values> {
  readonly table: string
  readonly columns: readonly string[]
  /** Whether its rows say which row of the file they came from. */
  readonly hasSource: boolean
  toRow(values: Values, refs: References, place: WritingPlace): SqlValue[]
}

const json = (value: object | null): string | null => (value === null ? null : JSON.stringify(value))
const flag = (value: boolean | null): number | null => (value === null ? null : value ? 1 : 0)

/** `parent_id` comes after all accounts are there: a parent may stand below its child in the file. */
const accounts: RowShape<AccountValues> = {
  table: 'accounts',
  hasSource: true,
  columns: [
    'name',
    'name_key',
    'external_id',
    'domain',
    'tax_id',
    'owner_id',
    'industry',
    'segment',
    'country',
    'region',
    'city',
    'postal_code',
    'longitude',
    'latitude',
    'employees',
    'revenue_minor',
    'founded_year',
    'contacts',
    'custom_json'
  ],
  toRow: (values, refs) => [
    values.name,
    values.nameKey,
    values.externalId,
    values.domain,
    values.taxId,
    refs.sellers(values.owner),
    values.industry,
    values.segment,
    values.country,
    values.region,
    values.city,
    values.postalCode,
    values.longitude,
    values.latitude,
    values.employees,
    values.revenueMinor,
    values.foundedYear,
    values.contacts,
    json(values.custom)
  ]
}

const products: RowShape<ProductValues> = {
  table: 'products',
  hasSource: true,
  columns: ['name', 'name_key', 'external_id', 'family', 'list_price_minor'],
  toRow: (values) => [values.name, values.nameKey, values.externalId, values.family, values.listPriceMinor]
}

const opportunities: RowShape<OpportunityValues> = {
  table: 'opportunities',
  hasSource: true,
  columns: [
    'external_id',
    'name',
    'account_id',
    'product_id',
    'seller_id',
    'stage_id',
    'amount_minor',
    'currency',
    'created_on',
    'close_on',
    'lead_source',
    'is_new_business',
    'probability_ratio',
    'forecast_category',
    'last_activity_on',
    'loss_reason',
    'custom_json'
  ],
  toRow: (values, refs) => [
    values.externalId,
    values.name,
    refs.accounts(values.account),
    refs.products(values.product),
    refs.sellers(values.seller),
    refs.stages(values.stage),
    values.amountMinor,
    values.currency,
    values.createdOn,
    values.closeOn,
    values.leadSource,
    flag(values.isNewBusiness),
    values.probabilityRatio,
    values.forecastCategory,
    values.lastActivityOn,
    values.lossReason,
    json(values.custom)
  ]
}

const stageChanges: RowShape<StageChangeValues> = {
  table: 'stage_changes',
  hasSource: true,
  columns: ['opportunity_id', 'stage_id', 'entered_on'],
  toRow: (values, refs) => [refs.opportunities(values.opportunity), refs.stages(values.stage), values.enteredOn]
}

const leads: RowShape<LeadValues> = {
  table: 'leads',
  hasSource: true,
  columns: [
    'external_id',
    'name',
    'company',
    'account_id',
    'seller_id',
    'opportunity_id',
    'source',
    'status',
    'is_qualified',
    'score',
    'segment',
    'country',
    'region',
    'value_minor',
    'currency',
    'created_on',
    'answered_on',
    'converted_on',
    'custom_json'
  ],
  toRow: (values, refs) => [
    values.externalId,
    values.name,
    values.company,
    refs.accounts(values.account),
    refs.sellers(values.seller),
    refs.opportunities(values.opportunity),
    values.source,
    values.status,
    flag(values.isQualified),
    values.score,
    values.segment,
    values.country,
    values.region,
    values.valueMinor,
    values.currency,
    values.createdOn,
    values.answeredOn,
    values.convertedOn,
    json(values.custom)
  ]
}

const activities: RowShape<ActivityValues> = {
  table: 'activities',
  hasSource: true,
  columns: ['kind', 'happened_on', 'seller_id', 'account_id', 'opportunity_id'],
  toRow: (values, refs) => [
    values.kind,
    values.happenedOn,
    refs.sellers(values.seller),
    refs.accounts(values.account),
    refs.opportunities(values.opportunity)
  ]
}

const invoices: RowShape<InvoiceValues> = {
  table: 'invoices',
  hasSource: true,
  columns: [
    'external_id',
    'kind',
    'account_id',
    'seller_id',
    'product_id',
    'opportunity_id',
    'issued_on',
    'due_on',
    'paid_on',
    'amount_minor',
    'currency'
  ],
  toRow: (values, refs) => [
    values.externalId,
    values.kind,
    refs.accounts(values.account),
    refs.sellers(values.seller),
    refs.products(values.product),
    refs.opportunities(values.opportunity),
    values.issuedOn,
    values.dueOn,
    values.paidOn,
    values.amountMinor,
    values.currency
  ]
}

const rates: RowShape<RateValues> = {
  table: 'exchange_rates',
  hasSource: true,
  columns: ['from_currency', 'to_currency', 'valid_on', 'rate'],
  toRow: (values) => [values.from, values.to, values.validOn, values.rate]
}

const targets: RowShape<TargetValues> = {
  table: 'targets',
  hasSource: true,
  columns: ['scope', 'scope_name', 'team_id', 'measure', 'starts_on', 'ends_on', 'amount_minor', 'currency'],
  toRow: (values, refs) => [
    values.scope,
    values.scopeName,
    refs.teams(values.team),
    values.measure,
    values.startsOn,
    values.endsOn,
    values.amountMinor,
    values.currency
  ]
}

const quotas: RowShape<QuotaValues> = {
  table: 'quotas',
  hasSource: false,
  columns: ['scenario_id', 'seller_id', 'measure', 'period_key', 'starts_on', 'amount_minor', 'currency'],
  toRow: (values, refs, place) => [
    place.scenarioId,
    refs.sellers(values.seller),
    'bookings',
    values.periodKey,
    values.startsOn,
    values.amountMinor,
    place.currency
  ]
}

const assignments: RowShape<AssignmentValues> = {
  table: 'territory_accounts',
  hasSource: false,
  columns: ['scenario_id', 'account_id', 'territory_id', 'source', 'rule_json', 'reason'],
  toRow: (values, refs, place) => [
    place.scenarioId,
    refs.accounts(values.account),
    refs.territories(values.territory),
    'manual',
    null,
    place.title
  ]
}

const coverages: RowShape<CoverageValues> = {
  table: 'territory_sellers',
  hasSource: false,
  columns: ['scenario_id', 'territory_id', 'seller_id'],
  toRow: (values, refs, place) => [place.scenarioId, refs.territories(values.territory), refs.sellers(values.seller)]
}

export const rowShapes = {
  rates,
  accounts,
  products,
  opportunities,
  stageChanges,
  leads,
  activities,
  invoices,
  targets,
  quotas,
  assignments,
  coverages
}
export type ShapedKind = keyof typeof rowShapes

/** In the order in which rows may refer to each other. */
export const shapedKinds = Object.keys(rowShapes) as readonly ShapedKind[]

const isShaped = (kind: string): kind is ShapedKind => Object.hasOwn(rowShapes, kind)

/** The table that holds rows of a kind. */
export const tableOf = (kind: SeenKind): string => (isShaped(kind) ? rowShapes[kind].table : kind)

/** Tables whose new rows get ids that are known before they are written. */
export const numberedTables = [
  ...referredTables,
  ...shapedKinds.map((kind) => rowShapes[kind].table),
  'import_files',
  'quarantine_rows',
  'source_blocks'
].filter((table, at, all) => all.indexOf(table) === at)

export const dealVersionColumns = [
  'opportunity_id',
  'stage_id',
  'seller_id',
  'account_id',
  'amount_minor',
  'currency',
  'close_on'
] as const
