// Looks for what is wrong with the deals of the files, rule by rule, and adds up what they come to.
import type { StageStatus } from '#shared/playbook/types.ts'
import type { CurrencyCode } from '#shared/units/currency.ts'
import { addDays, type IsoDate } from '#shared/units/date.ts'
import type { DealEntry } from './deal-match.ts'
import { type DealDesk, type DealDesks, labelOf } from './deals.ts'
import { type DealContext, dealRules, staleDays } from './findings/index.ts'
import { fewestForOutliers, isOutlier, robustScores } from './findings/outliers.ts'
import type { Notebook } from './notebook.ts'
import type { KnownFacts, PlanReport, Ref } from './types.ts'

export interface DealFacts extends Pick<PlanReport, 'won' | 'firstWonOn' | 'lastWonOn' | 'qualityRatio'> {
  /** The newest day on which something happened to a deal, up to today. */
  newestOn: IsoDate | null
  /** Sum of the amounts by stage, in the workspace's currency. */
  minorByStage: ReadonlyMap<Ref, number>
}

/** Runs every rule over the deals that the files hold, as they will be. */
export function findInDeals(
  deals: DealDesk,
  desks: DealDesks,
  known: KnownFacts,
  lastActivities: ReadonlyMap<Ref, IsoDate>,
  notes: Notebook
): DealFacts {
  const { currency, today } = known
  const leftOn = new Map<Ref, IsoDate>()
  for (const { ref, values } of desks.people.drafts.all()) if (values.leftOn !== null) leftOn.set(ref, values.leftOn)
  const context: DealContext = {
    today,
    currency,
    staleBefore: addDays(today, -staleDays.sinceActivity),
    oldBefore: addDays(today, -staleDays.sinceCreated),
    hasRate: (deal, status) => desks.rates.hasRate(deal, status),
    leftOn: (seller) => leftOn.get(seller) ?? null
  }
  const won = new WonSums(currency)
  let newestOn: IsoDate | null = null
  const byStage = new Map<Ref, number>()
  const homeMinors: (number | null)[] = []
  for (const entry of deals.entries) {
    const { values } = entry
    const status = desks.stages.statusOf(values.stage)
    const homeMinor = desks.rates.homeMinor(values, status)
    homeMinors.push(homeMinor)
    const touched = newer(values.lastActivityOn, lastActivities.get(entry.ref) ?? null)
    for (const rule of dealRules)
      if (rule.holds(values, status, context, touched)) {
        const example = rule.name === 'currencyWithoutRate' ? values.currency : labelOf(values)
        notes.find(rule.name, example, rule.name === 'currencyWithoutRate' ? null : (homeMinor ?? 0))
        if (rule.severity !== 'note') entry.isUnsound = true
      }
    if (status === 'won') won.add(entry, homeMinor)
    byStage.set(values.stage, (byStage.get(values.stage) ?? 0) + (homeMinor ?? 0))
    const { createdOn, closeOn, lastActivityOn } = values
    if (createdOn !== null && createdOn <= today) newestOn = newer(newestOn, createdOn)
    if (lastActivityOn !== null && lastActivityOn <= today) newestOn = newer(newestOn, lastActivityOn)
    if (status !== 'open' && closeOn !== null && closeOn <= today) newestOn = newer(newestOn, closeOn)
  }
  findDuplicates(deals.entries, homeMinors, notes)
  findOutliers(deals.entries, homeMinors, (ref) => desks.stages.statusOf(ref), notes)
  const unsound = deals.entries.reduce((count, entry) => count + (entry.isUnsound ? 1 : 0), deals.rejectedRows)
  const all = deals.entries.length + deals.rejectedRows
  return {
    ...won.facts(),
    newestOn,
    qualityRatio: all === 0 ? null : (all - unsound) / all,
    minorByStage: byStage
  }
}

const newer = (a: IsoDate | null, b: IsoDate | null): IsoDate | null => (a === null || (b !== null && b > a) ? b : a)

/** Won deals of the files in one currency: the workspace's, or where there are none, that of most. */
class WonSums {
  readonly #home: CurrencyCode
  readonly #sums = new Map<CurrencyCode, { deals: number; amountMinor: number }>()
  #first: IsoDate | null = null
  #last: IsoDate | null = null

  constructor(home: CurrencyCode) {
    this.#home = home
  }

  add({ values }: DealEntry, homeMinor: number | null): void {
    const amountMinor = homeMinor ?? values.amountMinor
    if (amountMinor === null) return
    const currency = homeMinor === null ? values.currency : this.#home
    const sum = this.#sums.get(currency) ?? { deals: 0, amountMinor: 0 }
    sum.deals += 1
    sum.amountMinor += amountMinor
    this.#sums.set(currency, sum)
    const { closeOn } = values
    if (closeOn === null) return
    if (this.#first === null || closeOn < this.#first) this.#first = closeOn
    if (this.#last === null || closeOn > this.#last) this.#last = closeOn
  }

  facts(): Pick<DealFacts, 'won' | 'firstWonOn' | 'lastWonOn'> {
    const home = this.#sums.get(this.#home)
    const most = [...this.#sums].sort(([, a], [, b]) => b.deals - a.deals)[0]
    const won =
      home !== undefined
        ? { ...home, currency: this.#home }
        : most === undefined
          ? { deals: 0, amountMinor: 0, currency: this.#home }
          : { ...most[1], currency: most[0] }
    return { won, firstWonOn: this.#first, lastWonOn: this.#last }
  }
}

/** Deals of one account, amount and close day that also share their product or their name: all of them are counted. */
function findDuplicates(entries: readonly DealEntry[], homeMinors: readonly (number | null)[], notes: Notebook): void {
  // A table of numbers, since a map of texts made of three fields would take longer than all other rules together.
  const bits = Math.max(4, Math.ceil(Math.log2(entries.length + 1)) + 1)
  const heads = new Int32Array(1 << bits).fill(-1)
  const nexts = new Int32Array(entries.length).fill(-1)
  const groups = new Map<number, number[]>()
  for (const [at, { values }] of entries.entries()) {
    const { account, amountMinor, closeOn } = values
    if (account === null || amountMinor === null || amountMinor === 0 || closeOn === null) continue
    const slot = (Math.imul(account, 0x9e3779b1) ^ Math.imul(amountMinor % 0x7fffffff, 0x85ebca6b)) >>> (32 - bits)
    let first = heads[slot] ?? -1
    while (first >= 0) {
      const other = entries[first]?.values
      if (other?.account === account && other.amountMinor === amountMinor && other.closeOn === closeOn) break
      first = nexts[first] ?? -1
    }
    if (first < 0) {
      nexts[at] = heads[slot] ?? -1
      heads[slot] = at
      continue
    }
    const group = groups.get(first)
    if (group === undefined) groups.set(first, [first, at])
    else group.push(at)
  }
  for (const group of groups.values())
    for (const at of twinsAmong(group, entries)) {
      const entry = entries[at]
      if (entry === undefined) continue
      entry.isUnsound = true
      notes.find('probableDuplicate', labelOf(entry.values), homeMinors[at] ?? 0)
    }
}

/** Of deals of one account, amount and close day, those that share currency, and product or name, with another. */
function twinsAmong(places: readonly number[], entries: readonly DealEntry[]): number[] {
  const twins = new Set<number>()
  for (const field of ['product', 'name'] as const) {
    const met = new Map<string, number>()
    for (const at of places) {
      const values = entries[at]?.values
      const value = values?.[field] ?? null
      if (values === undefined || value === null) continue
      const key = `${values.currency} ${value}`
      const first = met.get(key)
      if (first === undefined) met.set(key, at)
      else twins.add(first).add(at)
    }
  }
  return [...twins].sort((a, b) => a - b)
}

/** Amounts far out of line with those of the same product, or, of products rarely sold, with those of all deals. */
function findOutliers(
  entries: readonly DealEntry[],
  homeMinors: readonly (number | null)[],
  statusOf: (stage: Ref) => StageStatus,
  notes: Notebook
): void {
  const byProduct = new Map<Ref | null, number[]>()
  const all: number[] = []
  for (const [at, { values }] of entries.entries()) {
    const minor = homeMinors[at] ?? null
    // Lost deals are often set to next to nothing when they are closed.
    if (minor === null || minor <= 0 || statusOf(values.stage) === 'lost') continue
    all.push(at)
    const own = byProduct.get(values.product)
    if (own === undefined) byProduct.set(values.product, [at])
    else own.push(at)
  }
  const tell = (group: readonly number[], isTold: (at: number) => boolean): void => {
    const scores = robustScores(group.map((at) => homeMinors[at] ?? 0))
    for (const [place, score] of scores?.entries() ?? []) {
      const at = group[place] ?? 0
      const entry = entries[at]
      if (isOutlier(score) && entry !== undefined && isTold(at))
        notes.find('amountOutlier', labelOf(entry.values), homeMinors[at] ?? 0)
    }
  }
  const rare = new Set<number>()
  for (const [product, group] of byProduct) {
    if (product !== null && group.length >= fewestForOutliers) tell(group, () => true)
    else for (const at of group) rare.add(at)
  }
  if (rare.size > 0) tell(all, (at) => rare.has(at))
}
