// Builds tables whose columns are understood already, and workspaces out of plans: what the tests of the plan work with.
import type { EntityName } from '#shared/import/entities/entity.ts'
import { entityOf } from '#shared/import/entities/index.ts'
import {
  type KnownFacts,
  noChoices,
  type PlanChoices,
  type PlanPart,
  type PlanReport,
  planImport,
  type Ref
} from '#shared/import/plan/index.ts'
import type { ColumnPlan, RawCell, ReadTable } from '#shared/import/types.ts'
import { currencyCode } from '#shared/units/currency.ts'
import { isoDate } from '#shared/units/date.ts'

export const calendar = { startMonth: 1, pattern: 'months', weekStart: 1 } as const

export const nothingKnown: KnownFacts = {
  currency: currencyCode('EUR'),
  calendar,
  fiscalYear: 2027,
  today: isoDate(2026, 11, 12),
  stages: [],
  teams: [],
  sellers: [],
  accounts: [],
  products: [],
  opportunities: [],
  stageChanges: [],
  leads: [],
  activities: [],
  invoices: [],
  rates: [],
  targets: [],
  quotas: [],
  territories: [],
  assignments: [],
  coverages: [],
  hasScenario: true,
  corrections: [],
  decisions: [],
  earlier: []
}

const kindOf = (entity: EntityName, field: string): ColumnPlan['kind'] =>
  field === 'custom' || field === 'none'
    ? null
    : field.startsWith('period:')
      ? 'money'
      : (entityOf(entity).fields.find((each) => each.name === field)?.kind ?? null)

/** Columns are named by their field; '@Region' is a further column of that header. */
export function table(
  entity: EntityName,
  columns: readonly string[],
  rows: readonly (readonly RawCell[])[],
  place: { key?: string; fileName?: string } = {}
): ReadTable {
  const { key = '0', fileName = `${entity}-${key}.csv` } = place
  return {
    key,
    fileIndex: 0,
    fileName,
    sheet: null,
    entity,
    entityConfidence: 1,
    headerRow: 1,
    headerRows: 1,
    firstColumn: 0,
    columns: columns.map((name, index) => {
      const field = name.startsWith('@') ? 'custom' : name
      return {
        index,
        header: name.replace('@', ''),
        field,
        kind: kindOf(entity, field),
        confidence: 1,
        isChosen: false,
        filled: rows.length,
        examples: [],
        format: { evidence: null, dateOrder: 'ymd', decimalSign: '.' },
        isHidden: false
      }
    }),
    rowCount: rows.length,
    leftOut: [],
    leftOutCount: 0,
    filledCells: 0,
    encoding: 'utf-8',
    delimiter: ',',
    quote: '"',
    visibility: 'visible',
    notes: {
      hiddenRows: [],
      hiddenColumns: [],
      mergedRanges: [],
      formulas: 0,
      formulasWithoutValue: 0,
      errorCells: 0,
      errorExamples: [],
      usesDates1904: false
    } as unknown as ReadTable['notes'],
    profile: null,
    rows: rows.map((cells, index) => ({ rowNumber: index + 2, cells: [...cells] })),
    questions: []
  }
}

export interface Made {
  report: PlanReport
  parts: PlanPart[]
  /** All rows of all parts, in the order given out. */
  rows: PlanPart
}

const lists = [
  'stages',
  'teams',
  'sellers',
  'memberships',
  'accounts',
  'products',
  'opportunities',
  'stageChanges',
  'leads',
  'activities',
  'invoices',
  'rates',
  'targets',
  'quotas',
  'territories',
  'assignments',
  'coverages',
  'aliases',
  'corrections',
  'removedDeals',
  'sources',
  'quarantine'
] as const

export interface PlanWith {
  known?: KnownFacts
  choices?: Partial<PlanChoices>
  shapes?: Record<string, string>
}

/** Plans and keeps every part. */
export function plan(
  tables: readonly ReadTable[],
  { known = nothingKnown, choices = {}, shapes = {} }: PlanWith = {}
): Made {
  const parts: PlanPart[] = []
  const report = planImport(
    tables,
    known,
    { ...noChoices, ...choices },
    {
      progress: () => undefined,
      emit: (part) => parts.push(part),
      shapes: new Map(Object.entries(shapes))
    }
  )
  const rows = { firstSource: 0 } as PlanPart
  for (const list of lists) Object.assign(rows, { [list]: parts.flatMap((part) => part[list] as unknown[]) })
  return { report, parts, rows }
}

/** The same without rows, as a preview makes it. */
export const preview = (
  tables: readonly ReadTable[],
  { known = nothingKnown, choices = {}, shapes = {} }: PlanWith = {}
): PlanReport =>
  planImport(
    tables,
    known,
    { ...noChoices, ...choices },
    { progress: () => undefined, shapes: new Map(Object.entries(shapes)) }
  )

interface Row<Values> {
  id: Ref
  values: Values
}

/** What a workspace holds once a plan was written over what it held. Ids of new rows are 1000 and their place on. */
export function written({ rows, report }: Made, known: KnownFacts = nothingKnown, importId = 1): KnownFacts {
  const ids = new Map<string, Map<Ref, number>>()
  const idIn =
    (kind: string) =>
    (ref: Ref | null): Ref | null => {
      if (ref === null || ref > 0) return ref
      const own = ids.get(kind) ?? new Map<Ref, number>()
      ids.set(kind, own)
      const id = own.get(ref) ?? 1000 * importId - ref
      own.set(ref, id)
      return id
    }
  const [stage, seller, account, product, deal, team, territory] = [
    'stages',
    'sellers',
    'accounts',
    'products',
    'deals',
    'teams',
    'territories'
  ].map(idIn)
  const must = (id: Ref | null | undefined): Ref => {
    if (id === null || id === undefined) throw new Error('no id')
    return id
  }
  const over = <Values, Old extends Row<Values>>(
    old: readonly Old[],
    kind: string,
    changed: readonly Row<Values>[],
    fresh: (row: Row<Values>) => Old
  ): Old[] => {
    const idOf = idIn(kind)
    const byId = new Map(old.map((row) => [row.id, row]))
    for (const row of changed) {
      const id = must(idOf(row.id))
      const before = byId.get(id)
      byId.set(id, before === undefined ? fresh({ ...row, id }) : { ...before, values: row.values })
    }
    return [...byId.values()]
  }
  const plainRow = <Values>(row: Row<Values>): Row<Values> => ({ id: row.id, values: row.values })
  const map = <Values, Result>(list: readonly Row<Values>[], values: (values: Values) => Result): Row<Result>[] =>
    list.map((row) => ({ id: row.id, values: values(row.values) }))
  const aliasesOf = (kind: string, id: Ref): string[] =>
    rows.aliases.filter((alias) => alias.of === kind && idIn(kind)(alias.ref) === id).map((alias) => alias.aliasKey)
  const sellers = over(known.sellers, 'sellers', rows.sellers, (row) => ({
    ...row,
    aliases: [],
    mergedIds: [],
    team: null
  })).map((row) => ({
    ...row,
    aliases: [...row.aliases, ...aliasesOf('sellers', row.id).map((key) => ({ key, fromOn: null, toOn: null }))],
    team: team?.(rows.memberships.findLast((each) => seller?.(each.seller) === row.id)?.team ?? null) ?? row.team
  }))
  const accounts = over(
    known.accounts,
    'accounts',
    map(rows.accounts, (values) => ({
      ...values,
      owner: seller?.(values.owner) ?? null,
      parent: account?.(values.parent) ?? null
    })),
    (row) => ({ ...row, aliasKeys: [] as string[] })
  ).map((row) => ({ ...row, aliasKeys: [...row.aliasKeys, ...aliasesOf('accounts', row.id)] }))
  const products = over(known.products, 'products', rows.products, (row) => ({
    ...row,
    aliasKeys: [] as string[]
  })).map((row) => ({
    ...row,
    aliasKeys: [...row.aliasKeys, ...aliasesOf('products', row.id)]
  }))
  const stages = [
    ...known.stages,
    ...rows.stages.map((each) => ({ ...each, id: must(stage?.(each.id)), aliasKeys: [] as string[] }))
  ].map((each) => ({ ...each, aliasKeys: [...each.aliasKeys, ...aliasesOf('stages', each.id)] }))
  const removed = new Set(rows.removedDeals)
  const parties = { account, product, seller, opportunity: deal, stage, territory, team }
  const joined = <Values extends object>(list: readonly Row<Values>[]): Row<Values>[] =>
    map(list, (values) => {
      const changed: Record<string, unknown> = Object.fromEntries(Object.entries(values))
      for (const [field, idOf] of Object.entries(parties))
        if (field in changed) changed[field] = idOf?.(changed[field] as Ref | null)
      return changed as Values
    })
  const opportunities = over(known.opportunities, 'deals', joined(rows.opportunities), plainRow).filter(
    (row) => !removed.has(row.id)
  )
  const teams = new Map(known.teams.map((each) => [each.id, each]))
  for (const each of rows.teams) {
    const id = must(team?.(each.id))
    teams.set(id, { ...each, id, parent: team?.(each.parent) ?? null, lead: seller?.(each.lead) ?? null })
  }
  return {
    ...known,
    stages,
    teams: [...teams.values()],
    sellers,
    accounts,
    products,
    opportunities,
    stageChanges: over(known.stageChanges, 'stageChanges', joined(rows.stageChanges), plainRow),
    leads: over(known.leads, 'leads', joined(rows.leads), plainRow),
    activities: over(known.activities, 'activities', joined(rows.activities), plainRow),
    invoices: over(known.invoices, 'invoices', joined(rows.invoices), plainRow),
    rates: over(known.rates, 'rates', rows.rates, plainRow),
    targets: over(known.targets, 'targets', joined(rows.targets), plainRow),
    quotas: over(known.quotas, 'quotas', joined(rows.quotas), plainRow),
    territories: [
      ...known.territories,
      ...rows.territories.map((each) => ({
        id: must(territory?.(each.id)),
        name: each.name,
        nameKey: each.name.toLowerCase()
      }))
    ],
    assignments: over(known.assignments, 'assignments', joined(rows.assignments), plainRow),
    coverages: over(known.coverages, 'coverages', joined(rows.coverages), plainRow),
    earlier: [
      ...known.earlier,
      ...report.seen
        .filter((each) => each.entity === 'opportunities')
        .map((each) => ({
          shape: each.tableKey,
          importId: importId as KnownFacts['earlier'][number]['importId'],
          importedAt: `2026-0${importId}-01T00:00:00Z`,
          ranges: rangesOf(each.ranges, (ref) => must(deal?.(ref)))
        }))
    ]
  }
}

/** The runs of references as runs of ids, in order. */
function rangesOf(ranges: readonly (readonly [Ref, Ref])[], idOf: (ref: Ref) => Ref): [Ref, Ref][] {
  const ids = ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => idOf(first + at)))
  return ids.sort((a, b) => a - b).map((id) => [id, id])
}

/** Findings as rule → count. */
export const counts = (report: PlanReport): Record<string, number> =>
  Object.fromEntries(report.findings.map((finding) => [finding.rule, finding.count]))
