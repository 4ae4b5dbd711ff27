// Open and new deals made ready to be drawn: columns of numbers, alias tables of periods, odds that keep their chance under shocks.
import type { AmountPools } from './amounts.ts'
import type { DrawnDeals } from './draw-deals.ts'
import type { DealLife, Lives } from './lives.ts'
import type { NewDeals } from './new-deals.ts'
import type { OpenDeal } from './outlook.ts'
import type { Owners } from './owners.ts'

/** A line of new deals ready to be drawn. */
export interface DrawnNew {
  readonly wins: readonly number[]
  readonly chanceRatio: number
  /** Odds that keep this chance under the shocks. */
  readonly odds: number
  /** Amounts of the patterns in the order of their owners, and where each owner's begin (one more than owners). */
  readonly amounts: Float64Array
  readonly firsts: Int32Array
}

/** Days without a new deal after which somebody is taken to make none any more. */
const idleDays = 90

/**
 * Lays out the open deals in columns.
 *
 * @param deals the open deals
 * @param pools amounts for those without one
 * @param owners pairs of seller and team, added to
 * @param periods how many
 * @param odds odds of each deal at no shock
 * @returns columns
 * @missing a deal without an amount where nothing was won counts for nothing
 * @example prepareDeals([], pools, new Owners(), 1, new Float64Array(0)).count // 0
 */
export function prepareDeals(
  deals: readonly OpenDeal[],
  pools: AmountPools,
  owners: Owners,
  periods: number,
  odds: Float64Array
): DrawnDeals {
  const count = deals.length
  const within = new Float64Array(count)
  const keep = new Int32Array(count * periods)
  const alias = new Uint8Array(count * periods)
  const [amounts, keys, owner] = [new Float64Array(count), new Int32Array(count), new Int32Array(count)]
  const [poolStart, poolCount] = [new Int32Array(count), new Int32Array(count)]
  for (const [at, { life, shares }] of deals.entries()) {
    const { deal } = life
    within[at] = Math.min(
      1,
      shares.reduce((sum, share) => sum + share, 0)
    )
    fillAlias(shares, keep, alias, at * periods)
    owner[at] = owners.numberOf(deal.sellerId, deal.teamId)
    keys[at] = deal.id
    if (deal.amountMinor !== null) amounts[at] = deal.amountMinor
    else {
      const pool = pools.find(deal.segment)
      poolStart[at] = pool?.start ?? 0
      poolCount[at] = pool?.count ?? 0
    }
  }
  return { count, periods, odds, within, keep, alias, amounts, poolStart, poolCount, pool: pools.amounts, owner, keys }
}

/**
 * Lays out the new deals.
 *
 * @param news what is expected of them, or nothing
 * @param lives all deals, which tell who still makes some
 * @param owners pairs of seller and team, added to
 * @param shocks what odds are multiplied by, as likely each
 * @returns the lines; a pattern of somebody who has made none for 90 days and has none open belongs to nobody
 * @missing no lines without new deals
 * @example prepareNew(null, lives, new Owners(), Float64Array.of(1)) // []
 */
export function prepareNew(news: NewDeals | null, lives: Lives, owners: Owners, shocks: Float64Array): DrawnNew[] {
  if (news === null) return []
  const active = new Set(lives.open.map(({ deal }) => deal.sellerId))
  for (const { deal, start } of lives.closed)
    if (start !== null && start > lives.asOf - idleDays) active.add(deal.sellerId)
  const ownerOf = ({ deal }: DealLife): number =>
    active.has(deal.sellerId) ? owners.numberOf(deal.sellerId, deal.teamId) : owners.numberOf(null, null)
  return news.lines.map(({ chance, wins, patterns }) => {
    const owned = patterns
      .map((life) => ({ owner: ownerOf(life), amount: life.deal.amountMinor ?? 0 }))
      .sort((one, other) => one.owner - other.owner)
    const firsts = Int32Array.from({ length: owners.list.length + 1 }, (_, at) => {
      const first = owned.findIndex(({ owner }) => owner >= at)
      return first < 0 ? owned.length : first
    })
    const { chanceRatio } = chance
    return {
      wins,
      chanceRatio,
      odds: keepChances([chanceRatio], shocks)[0] ?? 0,
      amounts: Float64Array.from(owned, ({ amount }) => amount),
      firsts
    }
  })
}

/** Vose's way of building Walker's table, in 65,536ths. */
function fillAlias(shares: readonly number[], keep: Int32Array, alias: Uint8Array, table: number): void {
  const count = shares.length
  const total = shares.reduce((sum, share) => sum + share, 0)
  const scaled = shares.map((share) => (total > 0 ? (share / total) * count : 1))
  const [small, large]: [number[], number[]] = [[], []]
  for (const [at, value] of scaled.entries()) {
    keep[table + at] = 65_536
    alias[table + at] = at
    ;(value < 1 ? small : large).push(at)
  }
  while (small.length > 0 && large.length > 0) {
    const less = small.pop()!
    const more = large.at(-1)!
    keep[table + less] = Math.round(scaled[less]! * 65_536)
    alias[table + less] = more
    scaled[more]! -= 1 - scaled[less]!
    if (scaled[more]! < 1) {
      large.pop()
      small.push(more)
    }
  }
}

/**
 * Finds the odds which, moved by all shocks in turn, give a chance on average: shocks widen the range, they don't move the middle.
 *
 * @param chances 0 to 1
 * @param shocks what odds are multiplied by, as likely each
 * @returns odds at no shock; 0 and Infinity for chances of 0 and 1
 * @source Newton's method on the logit
 * @example keepChances([0.5], Float64Array.of(1))[0] // 1
 */
export function keepChances(chances: ArrayLike<number>, shocks: Float64Array): Float64Array {
  const known = new Map<number, number>()
  return Float64Array.from({ length: chances.length }, (_, at) => {
    const chance = chances[at]!
    if (chance <= 0) return 0
    if (chance >= 1) return Number.POSITIVE_INFINITY
    const found = known.get(chance) ?? keepChance(chance, shocks)
    known.set(chance, found)
    return found
  })
}

function keepChance(chance: number, shocks: Float64Array): number {
  let odds = chance / (1 - chance)
  for (let step = 0; step < 30; step += 1) {
    let [mean, slope] = [0, 0]
    for (let at = 0; at < shocks.length; at += 1) {
      const shifted = odds * shocks[at]!
      const ratio = shifted / (1 + shifted)
      mean += ratio
      slope += ratio * (1 - ratio)
    }
    const move = (chance - mean / shocks.length) / Math.max(1e-12, slope / shocks.length)
    // A step of the logit; large ones overshoot where the curve is flat.
    odds *= Math.exp(Math.max(-2, Math.min(2, move)))
    if (Math.abs(move) < 1e-10) break
  }
  return odds
}
