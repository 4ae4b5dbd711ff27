// What moves a deal's chance besides its stage: age, seller, a close date that has passed, silence, and its category. Each is learnt from earlier
// pipelines given the ones before, so that nothing counts twice.
import type { SellerId } from '#shared/people/types.ts'
import type { StageId } from '#shared/playbook/types.ts'
import type { DealCategory, OddsFactor } from '../pipeline-types.ts'
import { makeCurve, wonBy } from './curves.ts'
import { type DealLife, ending, type Lives } from './lives.ts'
import { fitOdds, gatherEvidence, type OddsPrior, spreadOfGroups } from './odds.ts'
import type { SnapshotRow } from './snapshots.ts'

export interface Factors {
  /** Of a stage and band of ages; undefined where no deal was ever so old. */
  readonly age: (stageId: StageId | null, band: number) => OddsFactor | undefined
  readonly sellers: ReadonlyMap<SellerId, OddsFactor>
  readonly overdue: OddsFactor
  readonly stale: OddsFactor
  readonly categories: ReadonlyMap<DealCategory, OddsFactor>
}

/** Declared: what is thought of such deals before any outcome is seen; outcomes outweigh it soon. An omitted deal is one nobody counts on. */
export const declaredFactor = { overdue: 0.6, stale: 0.5, omitted: 0.1 } as const

/** Wide: deals that lie forgotten are as good as lost. */
const agePrior: OddsPrior = { logFactor: 0, spread: 2.5 }
/** How much a stage's own band of ages may well differ from that of all stages. */
const placePrior: OddsPrior = { logFactor: 0, spread: 1 }
const overduePrior: OddsPrior = { logFactor: Math.log(declaredFactor.overdue), spread: 0.7 }
const stalePrior: OddsPrior = { logFactor: Math.log(declaredFactor.stale), spread: 0.7 }
const categoryPriors: Record<DealCategory, OddsPrior> = {
  commit: { logFactor: 0, spread: 0.7 },
  bestCase: { logFactor: 0, spread: 0.7 },
  pipeline: { logFactor: 0, spread: 0.7 },
  omitted: { logFactor: Math.log(declaredFactor.omitted), spread: 1 }
}
/** Sellers differ less than their few deals make them seem: drawn strongly. */
const sellerSpread = { least: 0.05, most: 0.5, few: 0.2 }

/**
 * Learns the factors on the odds.
 *
 * @param lives the deals
 * @param rows earlier pipelines
 * @param offsets logits of the chances of the rows by stage; they are moved by what is learnt
 * @param staleDays days of silence after which a deal is stale
 * @returns factors with what they stand on
 * @missing a factor that stands on no deals is the declared default
 * @source odds.ts
 * @example learnFactors(lives, [], new Float64Array(0), 60).overdue.factor // 0.6
 */
export function learnFactors(
  lives: Lives,
  rows: readonly SnapshotRow[],
  offsets: Float64Array,
  staleDays: number
): Factors {
  const all = makeCurve({ days: rows.map((row) => row.daysLeft), endings: rows.map((row) => row.ending) })
  const toldBy = (days: number): number => (all.eventualRatio > 0 ? wonBy(all, days) / all.eventualRatio : 0)
  const fitAndMove = (members: readonly number[], prior: OddsPrior): OddsFactor => {
    const { logError: _, ...odds } = fitOdds(gatherEvidence(rows, offsets, members, toldBy), prior)
    for (const at of members) offsets[at]! += Math.log(odds.factor)
    return odds
  }
  const bands = new Map(
    [...group(rows, ({ band }) => band)].map(([band, members]) => [band, fitAndMove(members, agePrior)])
  )
  // A stage's own beside that of all: deals may be forgotten in one stage and only be slow in another.
  const places = new Map<string, OddsFactor>()
  for (const [place, members] of group(rows, ({ stageId, band }) => (band === null ? null : `${stageId} ${band}`))) {
    const shared = bands.get(rows[members[0]!]!.band ?? -1)?.factor ?? 1
    const own = fitAndMove(members, placePrior)
    places.set(place, {
      ...own,
      factor: own.factor * shared,
      lowFactor: own.lowFactor * shared,
      highFactor: own.highFactor * shared
    })
  }
  const age: Factors['age'] = (stageId, band) => places.get(`${stageId} ${band}`) ?? bands.get(band)
  const ofSellers = [...group(rows, ({ life }) => life.deal.sellerId)].sort(([one], [other]) => one - other)
  const wide = ofSellers.flatMap(([, members]) => {
    const fitted = fitOdds(gatherEvidence(rows, offsets, members, toldBy), { logFactor: 0, spread: 2 })
    return fitted.n < 3 ? [] : [{ logFactor: Math.log(fitted.factor), logError: fitted.logError }]
  })
  const spread = spreadOfGroups(wide, sellerSpread)
  const sellers = new Map(ofSellers.map(([id, members]) => [id, fitAndMove(members, { logFactor: 0, spread })]))
  const overdue = fitAndMove(
    group(rows, ({ lead }) => (lead !== null && lead < 0 ? 1 : null)).get(1) ?? [],
    overduePrior
  )
  const stale = fitAndMove(
    group(rows, ({ still }) => (still !== null && still >= staleDays ? 1 : null)).get(1) ?? [],
    stalePrior
  )
  return { age, sellers, overdue, stale, categories: learnCategories(lives, rows, offsets) }
}

/** A closed deal's last category against the chance it had when it was last seen open. */
function learnCategories(
  lives: Lives,
  rows: readonly SnapshotRow[],
  offsets: Float64Array
): Map<DealCategory, OddsFactor> {
  const last = new Map<DealLife, number>()
  for (const [at, { life }] of rows.entries()) if (!last.has(life)) last.set(life, at)
  const members = new Map<DealCategory, number[]>()
  for (const life of lives.closed) {
    const at = last.get(life)
    if (at === undefined || life.deal.category === null) continue
    const of = members.get(life.deal.category) ?? []
    members.set(life.deal.category, of)
    of.push(at)
  }
  const kinds = Object.keys(categoryPriors) as DealCategory[]
  return new Map(
    kinds.map((kind) => {
      const of = members.get(kind) ?? []
      const evidence = gatherEvidence(rows, offsets, of, () => 1)
      const won = of.filter((at) => rows[at]?.ending === ending.won).length
      // All of them have closed, so the part won is a plain one.
      const plain = { ...evidence, ratio: of.length === 0 ? 0 : won / of.length }
      const { logError: _, ...odds } = fitOdds(plain, categoryPriors[kind])
      return [kind, odds]
    })
  )
}

function group<Key>(rows: readonly SnapshotRow[], keyOf: (row: SnapshotRow) => Key | null): Map<Key, number[]> {
  const groups = new Map<Key, number[]>()
  for (const [at, row] of rows.entries()) {
    const key = keyOf(row)
    if (key === null) continue
    const members = groups.get(key)
    if (members === undefined) groups.set(key, [at])
    else members.push(at)
  }
  return groups
}
