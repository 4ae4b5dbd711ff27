// Makes the facts that a plan compares with out of the tuples that the engine read (store-known.ts): the other half of it, in the worker.
import type { SqlValue } from '#engine/db.ts'
import type { CustomFields } from '#shared/crm/types.ts'
import type {
  AccountValues,
  ActivityValues,
  AssignmentValues,
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

/** The columns of a table stand in the order of its SELECT, which the casts here repeat. */
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
    sellers: known.sellers.map((tuple) => ({
      id: Number(tuple[0]),
      values: sellerValues(tuple),
      aliases: sellerAliases.get(Number(tuple[0])) ?? [],
      team: tuple[12] as Ref | null
    })),
    accounts: known.accounts.map((tuple) => ({
      id: Number(tuple[0]),
      values: accountValues(tuple),
      aliasKeys: accountAliases.get(Number(tuple[0])) ?? []
    })),
    products: known.products.map(([id, name, key, externalId, family, listPriceMinor]) => ({
      id: Number(id),
      values: { name, nameKey: key, externalId, family, listPriceMinor } as ProductValues,
      aliasKeys: productAliases.get(Number(id)) ?? []
    })),
    opportunities: known.opportunities.map(opportunity),
    stageChanges: known.stageChanges.map(([id, deal, stage, enteredOn]) => ({
      id: Number(id),
      values: { opportunity: deal, stage, enteredOn } as StageChangeValues
    })),
    leads: known.leads.map(lead),
    activities: known.activities.map(([id, kind, happenedOn, seller, account, deal]) => ({
      id: Number(id),
      values: { kind, happenedOn, seller, account, opportunity: deal } as ActivityValues
    })),
    invoices: known.invoices.map(invoice),
    rates: known.rates.map(([id, from, to, validOn, rate]) => ({
      id: Number(id),
      values: { from, to, validOn, rate } as RateValues
    })),
    targets: known.targets.map(([id, scope, scopeName, team, measure, startsOn, endsOn, amountMinor, money]) => ({
      id: Number(id),
      values: { scope, scopeName, team, measure, startsOn, endsOn, amountMinor, currency: money } as TargetValues
    })),
    quotas: known.quotas.map(([id, seller, periodKey, startsOn, amountMinor]) => ({
      id: Number(id),
      values: { seller, periodKey, startsOn, amountMinor } as QuotaValues
    })),
    territories: known.territories.map(([id, name]) => ({
      id: Number(id),
      name: String(name),
      nameKey: nameKey(String(name))
    })),
    assignments: known.assignments.map(([id, account, territory]) => ({
      id: Number(id),
      values: { account, territory } as AssignmentValues
    })),
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

function sellerValues(tuple: SqlValue[]): SellerValues {
  const [
    ,
    name,
    role,
    email,
    location,
    hiredOn,
    leftOn,
    basePayMinor,
    variablePayMinor,
    payCurrency,
    externalId,
    notes
  ] = tuple
  return {
    name,
    role,
    email,
    location,
    hiredOn,
    leftOn,
    basePayMinor,
    variablePayMinor,
    payCurrency,
    externalId,
    notes,
    nameKey: nameKey(String(name))
  } as SellerValues
}

const accountValues = (tuple: SqlValue[]): AccountValues =>
  ({
    name: tuple[1],
    nameKey: tuple[2],
    externalId: tuple[3],
    domain: tuple[4],
    taxId: tuple[5],
    parent: tuple[6],
    owner: tuple[7],
    industry: tuple[8],
    segment: tuple[9],
    country: tuple[10],
    region: tuple[11],
    city: tuple[12],
    postalCode: tuple[13],
    employees: tuple[14],
    revenueMinor: tuple[15],
    foundedYear: tuple[16],
    contacts: tuple[17],
    custom: custom(tuple[18] ?? null)
  }) as AccountValues

const opportunity = (tuple: SqlValue[]): Known<OpportunityValues> => ({
  id: Number(tuple[0]),
  values: {
    externalId: tuple[1],
    name: tuple[2],
    account: tuple[3],
    product: tuple[4],
    seller: tuple[5],
    stage: tuple[6],
    amountMinor: tuple[7],
    currency: tuple[8],
    createdOn: tuple[9],
    closeOn: tuple[10],
    leadSource: tuple[11],
    isNewBusiness: flag(tuple[12] ?? null),
    probabilityRatio: tuple[13],
    forecastCategory: tuple[14],
    lastActivityOn: tuple[15],
    lossReason: tuple[16],
    custom: custom(tuple[17] ?? null)
  } as OpportunityValues
})

const lead = (tuple: SqlValue[]): Known<LeadValues> => ({
  id: Number(tuple[0]),
  values: {
    externalId: tuple[1],
    name: tuple[2],
    company: tuple[3],
    account: tuple[4],
    seller: tuple[5],
    opportunity: tuple[6],
    source: tuple[7],
    status: tuple[8],
    isQualified: flag(tuple[9] ?? null),
    score: tuple[10],
    segment: tuple[11],
    country: tuple[12],
    region: tuple[13],
    valueMinor: tuple[14],
    currency: tuple[15],
    createdOn: tuple[16],
    answeredOn: tuple[17],
    convertedOn: tuple[18],
    custom: custom(tuple[19] ?? null)
  } as LeadValues
})

const invoice = (tuple: SqlValue[]): Known<InvoiceValues> => ({
  id: Number(tuple[0]),
  values: {
    externalId: tuple[1],
    kind: tuple[2],
    account: tuple[3],
    seller: tuple[4],
    product: tuple[5],
    opportunity: tuple[6],
    issuedOn: tuple[7],
    dueOn: tuple[8],
    paidOn: tuple[9],
    amountMinor: tuple[10],
    currency: tuple[11]
  } as InvoiceValues
})

/** Tuples come with the oldest import first; of each shape the newest stays, with all its tables of that shape. */
function newestOfEachShape(tuples: Tuples): KnownFacts['earlier'] {
  const byShape = new Map<string, KnownFacts['earlier'][number]>()
  for (const [shape, importId, importedAt, ranges] of tuples) {
    const key = String(shape)
    const met = byShape.get(key)
    const own = JSON.parse(String(ranges)) as [Ref, Ref][]
    if (met !== undefined && met.importId === importId) met.ranges = [...met.ranges, ...own]
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
