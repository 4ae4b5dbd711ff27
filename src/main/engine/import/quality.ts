// Runs every quality rule over what the workspace holds: counts, amounts and examples, the rows of one rule, and how sound the data under
// each kind of figure is. Names, gravity and what a rule weakens come from the registry of findings.
import { listAccountIdentities, listKeptApart } from '#engine/crm/store.ts'
import type { Reader } from '#engine/db.ts'
import { findAccountPairs } from '#shared/crm/index.ts'
import type { AccountId, AccountPair } from '#shared/crm/types.ts'
import { ruleOf, staleDays } from '#shared/import/plan/findings/index.ts'
import type { QualityFindingRow, QualityMeasure, QualityRow, QualityScore, Severity } from '#shared/import/types.ts'
import type { StageStatus } from '#shared/playbook/types.ts'
import type { CurrencyCode } from '#shared/units/currency.ts'
import { addDays, type IsoDate } from '#shared/units/date.ts'
import { nameKey } from '#shared/units/name-key.ts'
import { findOutliers, findProbableDuplicates, findVanishedDeals } from './quality-sets.ts'
import {
  countDealsByStatus,
  dealRulesSql,
  iterateFlaggedDeals,
  listDealLabels,
  listDealStatuses,
  listDealsById,
  listDealsOfRule,
  type QualityFrame,
  readChangeCount
} from './store-quality.ts'
import {
  countQuarantine,
  emptyRow,
  listQualitySellers,
  listQuarantineRows,
  listRegressions,
  listSameNameAccounts,
  type QualitySeller
} from './store-quality-rows.ts'

export const qualityFrame = (currency: CurrencyCode, today: IsoDate): QualityFrame => ({
  currency,
  today,
  staleBefore: addDays(today, -staleDays.sinceActivity),
  oldBefore: addDays(today, -staleDays.sinceCreated)
})

const exampleCount = 5

/** What one rule found, while it is added up. */
class Tally {
  count = 0
  amountMinor = 0
  readonly byStatus: Record<StageStatus, number> = { open: 0, won: 0, lost: 0 }
  #largest: { id: number; size: number }[] = []

  add(id: number, status: StageStatus, amountMinor: number | null): void {
    this.count += 1
    this.amountMinor += amountMinor ?? 0
    this.byStatus[status] += 1
    const size = Math.abs(amountMinor ?? 0)
    const least = this.#largest.at(-1)
    if (this.#largest.length === exampleCount && least !== undefined && size <= least.size) return
    this.#largest.push({ id, size })
    this.#largest.sort((a, b) => b.size - a.size)
    this.#largest.length = Math.min(this.#largest.length, exampleCount)
  }

  get exampleIds(): number[] {
    return this.#largest.map((each) => each.id)
  }
}

interface DealSet {
  rule: string
  of: 'all' | StageStatus
  isWithoutAmount: boolean
  tally: Tally
}

/** Rules that hold deals against each other. Their rows are few: each carries its detail. */
const setRules: Readonly<Record<string, (db: Reader, frame: QualityFrame) => { id: number; detail: string }[]>> = {
  probableDuplicate: (db) => findProbableDuplicates(db),
  amountOutlier: (db, frame) => findOutliers(db, frame.currency),
  stageRegression: (db) => listRegressions(db),
  vanished: (db) => findVanishedDeals(db)
}

interface Survey {
  deals: DealSet[]
  byStatus: Map<StageStatus, number>
  /** Deals about which a rule of severity warning or worse finds something, by measure and status. */
  unsound: Map<QualityMeasure, Map<number, StageStatus>>
}

const weakens = (severity: Severity): boolean => severity !== 'note'

/** What was found last, as long as nothing changes: the report and the scores are asked for together, and again after looking elsewhere. */
class Remembered<Value> {
  readonly #last = new WeakMap<Reader, { key: string; value: Value }>()
  readonly #find: (db: Reader, frame: QualityFrame) => Value

  constructor(find: (db: Reader, frame: QualityFrame) => Value) {
    this.#find = find
  }

  get(db: Reader, frame: QualityFrame): Value {
    const key = `${readChangeCount(db)} ${frame.currency} ${frame.today}`
    const last = this.#last.get(db)
    if (last?.key === key) return last.value
    const value = this.#find(db, frame)
    this.#last.set(db, { key, value })
    return value
  }
}

const dealSurveys = new Remembered(surveyDeals)
const accountPairs = new Remembered(findPairs)

function surveyDeals(db: Reader, frame: QualityFrame): Survey {
  const unsound: Survey['unsound'] = new Map(
    (['bookings', 'pipeline', 'credit', 'people'] as const).map((measure) => [measure, new Map()])
  )
  const mark = (rule: string, id: number, status: StageStatus): void => {
    const { severity, measures } = ruleOf(rule)
    if (weakens(severity)) for (const measure of measures) unsound.get(measure)?.set(id, status)
  }
  const deals: DealSet[] = dealRulesSql.map(({ rule, status, isWithoutAmount }) => ({
    rule,
    of: status ?? 'all',
    isWithoutAmount: isWithoutAmount ?? false,
    tally: new Tally()
  }))
  const found = new Map<number, { status: StageStatus; amountMinor: number | null }>()
  for (const { id, status, bits, amountMinor } of iterateFlaggedDeals(db, frame)) {
    found.set(id, { status, amountMinor })
    for (const [bit, set] of deals.entries())
      if (bits & (1 << bit)) {
        set.tally.add(id, status, amountMinor)
        mark(set.rule, id, status)
      }
  }
  for (const [rule, find] of Object.entries(setRules)) {
    const set: DealSet = { rule, of: 'all', isWithoutAmount: false, tally: new Tally() }
    const rows = find(db, frame)
    for (const row of listDealStatuses(db, rows, frame.currency)) {
      set.tally.add(row.id, row.status, row.amountMinor)
      mark(rule, row.id, row.status)
    }
    deals.push(set)
  }
  return { deals, byStatus: countDealsByStatus(db), unsound }
}

const rank: Record<Severity, number> = { rejects: 0, warning: 1, note: 2 }

/** Every rule that finds something, the gravest first. */
export function surveyQuality(db: Reader, frame: QualityFrame): QualityRow[] {
  const { deals, byStatus } = dealSurveys.get(db, frame)
  const all = [...byStatus.values()].reduce((sum, count) => sum + count, 0)
  const rows: QualityRow[] = deals
    .filter(({ tally }) => tally.count > 0)
    .map(({ rule, of, isWithoutAmount, tally }) => ({
      rule,
      severity: ruleOf(rule).severity,
      count: tally.count,
      amountMinor: isWithoutAmount ? null : tally.amountMinor,
      examples: listDealLabels(db, tally.exampleIds),
      of: of === 'all' ? all : (byStatus.get(of) ?? 0),
      measures: [...ruleOf(rule).measures],
      about: 'opportunities'
    }))
  return [...rows, ...sellerRules(db, all), ...accountRules(db, frame), ...quarantineRules(db)]
    .filter((row) => row.count > 0)
    .sort(
      (a, b) => rank[a.severity] - rank[b.severity] || (b.amountMinor ?? 0) - (a.amountMinor ?? 0) || b.count - a.count
    )
}

const plainRow = (
  rule: string,
  about: QualityRow['about'],
  examples: readonly string[],
  count: number,
  of: number
): QualityRow => ({
  rule,
  severity: ruleOf(rule).severity,
  count,
  amountMinor: null,
  examples: [...new Set(examples)].slice(0, exampleCount),
  of,
  measures: [...ruleOf(rule).measures],
  about
})

const findIdle = (sellers: readonly QualitySeller[]): QualitySeller[] =>
  sellers.filter((seller) => seller.carriesDeals && seller.deals === 0)

function findSameNames(sellers: readonly QualitySeller[]): QualitySeller[] {
  const byKey = new Map<string, QualitySeller[]>()
  for (const seller of sellers) byKey.set(nameKey(seller.name), [...(byKey.get(nameKey(seller.name)) ?? []), seller])
  return [...byKey.values()].filter((group) => group.length > 1).flat()
}

function sellerRules(db: Reader, deals: number): QualityRow[] {
  const sellers = listQualitySellers(db)
  const names = (found: readonly QualitySeller[]): string[] => found.map((seller) => seller.name)
  // Without any deal nobody is idle: the deals have not come yet.
  const idle = deals === 0 ? [] : findIdle(sellers)
  const same = findSameNames(sellers)
  const carrying = sellers.filter((seller) => seller.carriesDeals).length
  return [
    plainRow('sellerWithoutDeals', 'sellers', names(idle), idle.length, carrying),
    plainRow('sameNameSellers', 'sellers', names(same), same.length, sellers.length)
  ]
}

function findPairs(db: Reader): { pairs: AccountPair[]; accounts: number } {
  const accounts = listAccountIdentities(db)
  // Of accounts with the very same name another rule tells.
  return {
    pairs: findAccountPairs(accounts, listKeptApart(db)).filter(
      (pair) => nameKey(pair.leftName) !== nameKey(pair.rightName)
    ),
    accounts: accounts.length
  }
}

function accountRules(db: Reader, frame: QualityFrame): QualityRow[] {
  const { pairs, accounts } = accountPairs.get(db, frame)
  const same = listSameNameAccounts(db)
  const similar = new Set(pairs.flatMap((pair) => [pair.leftId, pair.rightId]))
  return [
    plainRow(
      'similarAccounts',
      'accounts',
      pairs.map((pair) => `${pair.leftName} / ${pair.rightName}`),
      similar.size,
      accounts
    ),
    plainRow(
      'sameNameAccounts',
      'accounts',
      same.map((account) => account.name),
      same.length,
      accounts
    )
  ]
}

function quarantineRules(db: Reader): QualityRow[] {
  const tables = countQuarantine(db)
  const open = tables.reduce((sum, table) => sum + table.open, 0)
  const read = tables.reduce((sum, table) => sum + table.read, 0)
  const examples = open === 0 ? [] : listQuarantineRows(db, exampleCount).map((row) => row.label)
  return [plainRow('rejectedRows', 'quarantine', examples, open, read)]
}

/** The rows that one rule finds, the largest amounts first; none for a rule that is not run over the workspace. */
export function listRowsOfRule(
  db: Reader,
  rule: string,
  frame: QualityFrame,
  limit: number
): { rows: QualityFindingRow[]; total: number } {
  const dealRule = dealRulesSql.find((each) => each.rule === rule)
  if (dealRule !== undefined) return listDealsOfRule(db, dealRule, frame, limit)
  const find = setRules[rule]
  if (find !== undefined) {
    const found = find(db, frame)
    return { rows: listDealsById(db, found.slice(0, limit)), total: found.length }
  }
  const rows = otherRows[rule]?.(db, frame) ?? []
  if (rule === 'rejectedRows') return { rows: listQuarantineRows(db, limit), total: countOpen(db) }
  return { rows: rows.slice(0, limit), total: rows.length }
}

const countOpen = (db: Reader): number => countQuarantine(db).reduce((sum, table) => sum + table.open, 0)

const sellerRow = (seller: QualitySeller): QualityFindingRow => ({
  ...emptyRow,
  sellerId: seller.id,
  label: seller.name,
  sellerName: seller.name,
  detail: [seller.email, seller.location].filter((part) => part !== null).join(', ')
})

const otherRows: Readonly<Record<string, (db: Reader, frame: QualityFrame) => QualityFindingRow[]>> = {
  sellerWithoutDeals: (db) => findIdle(listQualitySellers(db)).map(sellerRow),
  sameNameSellers: (db) => findSameNames(listQualitySellers(db)).map(sellerRow),
  sameNameAccounts: (db) =>
    listSameNameAccounts(db).map((account) => ({
      ...emptyRow,
      accountId: account.id as AccountId,
      label: account.name,
      accountName: account.name,
      detail: account.location ?? ''
    })),
  similarAccounts: (db, frame) =>
    accountPairs.get(db, frame).pairs.map((pair) => ({
      ...emptyRow,
      accountId: pair.leftId,
      label: pair.leftName,
      accountName: pair.leftName,
      detail: pair.rightName
    }))
}

/** What of the deals each figure looks at; people are looked at by themselves. */
const statusesOf: Readonly<Record<Exclude<QualityMeasure, 'people'>, readonly StageStatus[]>> = {
  bookings: ['won'],
  pipeline: ['open'],
  credit: ['won', 'open']
}

/** How sound the data under each kind of figure is. */
export function scoreQuality(db: Reader, frame: QualityFrame): QualityScore[] {
  const { deals, byStatus, unsound } = dealSurveys.get(db, frame)
  const quarantine = new Map(countQuarantine(db).map((table) => [table.entity, table.open]))
  const waiting = quarantine.get('opportunities') ?? 0
  const scores = Object.entries(statusesOf).map(([name, statuses]): QualityScore => {
    const measure = name as QualityMeasure
    const rules = deals
      .filter(({ rule }) => weakens(ruleOf(rule).severity) && ruleOf(rule).measures.includes(measure))
      .map(({ rule, tally }) => ({ rule, count: statuses.reduce((sum, status) => sum + tally.byStatus[status], 0) }))
    let bad = waiting
    for (const status of unsound.get(measure)?.values() ?? []) if (statuses.includes(status)) bad += 1
    const of = statuses.reduce((sum, status) => sum + (byStatus.get(status) ?? 0), waiting)
    return scoreOf(measure, of, bad, [...rules, { rule: 'rejectedRows', count: waiting }])
  })
  const sellers = listQualitySellers(db)
  const same = findSameNames(sellers).length
  const away = quarantine.get('sellers') ?? 0
  scores.push(
    scoreOf('people', sellers.length + away, same + away, [
      { rule: 'sameNameSellers', count: same },
      { rule: 'rejectedRows', count: away }
    ])
  )
  return scores
}

const scoreOf = (
  measure: QualityMeasure,
  of: number,
  bad: number,
  rules: readonly { rule: string; count: number }[]
): QualityScore => ({
  measure,
  ratio: of === 0 ? null : (of - bad) / of,
  sound: of - bad,
  of,
  rules: rules.filter((rule) => rule.count > 0).sort((a, b) => b.count - a.count)
})
