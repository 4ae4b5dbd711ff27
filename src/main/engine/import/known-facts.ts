// Makes the facts that a plan compares with out of the tuples that the engine read (store-known.ts): the other half of it, in the worker.
import type { SqlValue } from '#engine/db.ts'
import type { CustomFields } from '#shared/crm/types.ts'
import { joinRanges } from '#shared/import/plan/seen-ranges.ts'
import type {
  AccountValues,
  ActivityValues,
  AssignmentValues,
  CoverageValues,
  InvoiceValues,
  KnownFacts,
  LeadValues,
  OpportunityValues,
  ProductValues,
  QuotaValues,
  RateValues,
  Ref,
  SellerValues,
  StageChangeValues,
  TargetValues
} from '#shared/import/plan/types.ts'
import type { StageStatus } from '#shared/playbook/types.ts'
import { nameKey } from '#shared/units/name-key.ts'
import type { KnownTuples, Tuples } from './store-known.ts'

interface Known<Values> {
  id: Ref
  values: Values
}

const custom = (json: SqlValue): CustomFields | null =>
  json === null ? null : (JSON.parse(String(json)) as CustomFields)
const flag = (value: SqlValue): boolean | null => (value === null ? null : value === 1)

/** Values by the id in the first column, in order. */
function groupById<Value>(tuples: Tuples, toValue: (tuple: SqlValue[]) => Value): Map<number, Value[]> {
  const groups = new Map<number, Value[]>()
  for (const tuple of tuples) {
    const id = Number(tuple[0])
    const group = groups.get(id)
    if (group === undefined) groups.set(id, [toValue(tuple)])
    else group.push(toValue(tuple))
  }
  return groups
}

const aliasKeys = (tuples: Tuples): Map<number, string[]> => groupById(tuples, (tuple) => String(tuple[1]))

/** The ids of merged people with the person who is left of them, whom merge after merge leads to. */
function followMerges({ sellers, sellerMerges }: KnownTuples): Tuples {
  const there = new Set(sellers.map(([id]) => id))
  const into = new Map(sellerMerges.map(([mergedId, keptId]) => [mergedId, keptId]))
  return sellerMerges.flatMap(([, keptId, externalId, email]) => {
    let at = keptId
    for (let steps = into.size; steps > 0 && at !== undefined && !there.has(at); steps--) at = into.get(at)
    return at === undefined || !there.has(at) ? [] : [[at, externalId ?? null, email ?? null]]
  })
}

/** The columns of a table stand in the order of its SELECT, which the decoders below repeat. */
export function decodeKnown(known: KnownTuples): KnownFacts {
  const { currency, calendar, fiscalYear, today, hasScenario } = known
  const stageAliases = aliasKeys(known.stageAliases)
  const accountAliases = aliasKeys(known.accountAliases)
  const productAliases = aliasKeys(known.productAliases)
  const sellerAliases = groupById(known.sellerAliases, ([, key, fromOn, toOn]) => ({
    key: String(key),
    fromOn: fromOn as SellerValues['hiredOn'],
    toOn: toOn as SellerValues['hiredOn']
  }))
  const mergedIds = groupById(followMerges(known), ([, externalId, email]) => ({
    externalId: externalId as string | null,
    email: email as string | null
  }))
  return {
    currency,
    calendar,
    fiscalYear,
    today,
    hasScenario,
    stages: known.stages.map(([id, name, key, status]) => ({
      id: Number(id),
      name: String(name),
      nameKey: String(key),
      status: status as StageStatus,
      aliasKeys: stageAliases.get(Number(id)) ?? []
    })),
    teams: known.teams.map(([id, parent, name, key, lead]) => ({
      id: Number(id),
      parent: parent as Ref | null,
      name: String(name),
      nameKey: String(key),
      lead: lead as Ref | null
    })),
    sellers: known.sellers.map((tuple) => {
      const { id, values } = seller(tuple)
      return {
        id,
        values: { ...values, nameKey: nameKey(values.name) },
        aliases: sellerAliases.get(id) ?? [],
        mergedIds: mergedIds.get(id) ?? [],
        team: tuple[12] as Ref | null
      }
    }),
    accounts: known.accounts.map((tuple) => ({
      ...account(tuple),
      aliasKeys: accountAliases.get(Number(tuple[0])) ?? []
    })),
    products: known.products.map((tuple) => ({
      ...product(tuple),
      aliasKeys: productAliases.get(Number(tuple[0])) ?? []
    })),
    opportunities: known.opportunities.map(opportunity),
    stageChanges: known.stageChanges.map(stageChange),
    leads: known.leads.map(lead),
    activities: known.activities.map(activity),
    invoices: known.invoices.map(invoice),
    rates: known.rates.map(rate),
    targets: known.targets.map(target),
    quotas: known.quotas.map(quota),
    territories: known.territories.map(([id, name]) => ({
      id: Number(id),
      name: String(name),
      nameKey: nameKey(String(name))
    })),
    assignments: known.assignments.map(assignment),
    coverages: known.coverages.map(coverage),
    corrections: known.corrections.map(([id, deal, field, imported, corrected]) => ({
      id: Number(id),
      opportunity: Number(deal),
      field: String(field),
      imported: JSON.parse(String(imported)) as string | number | null,
      corrected: JSON.parse(String(corrected)) as string | number | null
    })),
    decisions: known.decisions.map(([entity, leftKey, rightKey, isSame]) => ({
      entity: entity as KnownFacts['decisions'][number]['entity'],
      leftKey: String(leftKey),
      rightKey: String(rightKey),
      isSame: isSame === 1
    })),
    earlier: newestOfEachShape(known.earlier)
  }
}

type Reader = (value: SqlValue) => unknown

/**
 * Makes a decoder: a tuple's id, and its other columns as the fields named, in the order of the SELECT. Some fields are not kept as they
 * are (flags, custom fields).
 */
function decoder<Values extends object>(
  fields: readonly (keyof Values & string)[],
  readers?: Readonly<Partial<Record<keyof Values & string, Reader>>>
): (tuple: SqlValue[]) => Known<Values> {
  // Copying an object that has every field is much faster than growing one field by field.
  const blank = Object.fromEntries(fields.map((field) => [field, null]))
  const special = fields.flatMap((field, at) => {
    const read = readers?.[field]
    return read === undefined ? [] : [{ field, at: at + 1, read }]
  })
  return (tuple) => {
    const values: Record<string, unknown> = { ...blank }
    for (let at = 0; at < fields.length; at += 1) values[fields[at] as string] = tuple[at + 1] ?? null
    for (const { field, at, read } of special) values[field] = read(tuple[at] ?? null)
    return { id: Number(tuple[0]), values: values as Values }
  }
}

const seller = decoder<Omit<SellerValues, 'nameKey'>>([
  'name',
  'role',
  'email',
  'location',
  'hiredOn',
  'leftOn',
  'basePayMinor',
  'variablePayMinor',
  'payCurrency',
  'externalId',
  'notes'
])

const account = decoder<AccountValues>(
  [
    'name',
    'nameKey',
    'externalId',
    'domain',
    'taxId',
    'parent',
    'owner',
    'industry',
    'segment',
    'country',
    'region',
    'city',
    'postalCode',
    'longitude',
    'latitude',
    'employees',
    'revenueMinor',
    'foundedYear',
    'contacts',
    'custom'
  ],
  { custom }
)

const product = decoder<ProductValues>(['name', 'nameKey', 'externalId', 'family', 'listPriceMinor'])

const opportunity = decoder<OpportunityValues>(
  [
    'externalId',
    'name',
    'account',
    'product',
    'seller',
    'stage',
    'amountMinor',
    'currency',
    'createdOn',
    'closeOn',
    'leadSource',
    'isNewBusiness',
    'probabilityRatio',
    'forecastCategory',
    'lastActivityOn',
    'lossReason',
    'custom'
  ],
  { isNewBusiness: flag, custom }
)

const lead = decoder<LeadValues>(
  [
    'externalId',
    'name',
    'company',
    'account',
    'seller',
    'opportunity',
    'source',
    'status',
    'isQualified',
    'score',
    'segment',
    'country',
    'region',
    'valueMinor',
    'currency',
    'createdOn',
    'answeredOn',
    'convertedOn',
    'custom'
  ],
  { isQualified: flag, custom }
)

const invoice = decoder<InvoiceValues>([
  'externalId',
  'kind',
  'account',
  'seller',
  'product',
  'opportunity',
  'issuedOn',
  'dueOn',
  'paidOn',
  'amountMinor',
  'currency'
])

const stageChange = decoder<StageChangeValues>(['opportunity', 'stage', 'enteredOn'])
const activity = decoder<ActivityValues>(['kind', 'happenedOn', 'seller', 'account', 'opportunity'])
const rate = decoder<RateValues>(['from', 'to', 'validOn', 'rate'])
const target = decoder<TargetValues>([
  'scope',
  'scopeName',
  'team',
  'measure',
  'startsOn',
  'endsOn',
  'amountMinor',
  'currency'
])
const quota = decoder<QuotaValues>(['seller', 'periodKey', 'startsOn', 'amountMinor'])
const assignment = decoder<AssignmentValues>(['account', 'territory'])
const coverage = decoder<CoverageValues>(['territory', 'seller'])

/** Tuples come with the oldest import first; of each shape the newest stays, with all its tables of that shape. */
function newestOfEachShape(tuples: Tuples): KnownFacts['earlier'] {
  const byShape = new Map<string, KnownFacts['earlier'][number]>()
  for (const [shape, importId, importedAt, ranges] of tuples) {
    const key = String(shape)
    const met = byShape.get(key)
    // Early imports kept their new deals before those that were known: a search needs them in order.
    const own = joinRanges(JSON.parse(String(ranges)) as [Ref, Ref][], [])
    if (met !== undefined && met.importId === importId) met.ranges = joinRanges(met.ranges, own)
    else
      byShape.set(key, {
        shape: key,
        importId: importId as KnownFacts['earlier'][number]['importId'],
        importedAt: String(importedAt),
        ranges: own
      })
  }
  return [...byShape.values()]
}
