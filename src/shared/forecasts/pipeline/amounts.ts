// What a won deal brings: amounts of won deals, from which those of deals without an amount and of deals not made yet are drawn.
import { groupBy } from '#shared/math/group-by.ts'
import { mean } from '#shared/math/mean.ts'
import { type DealLife, ending, type Lives } from './lives.ts'

/** Amounts of won deals in one list, with where each segment's begin. */
export interface AmountPools {
  readonly amounts: Float64Array
  find(segment: string | null): AmountPool | null
}

export interface AmountPool {
  readonly start: number
  readonly count: number
  readonly meanMinor: number
  /** Variance of one amount. */
  readonly variance: number
}

const [recentDays, leastRecent, leastSegment] = [730, 30, 10]

/**
 * Gathers the amounts that won deals brought: those of the last two years, or all where these are fewer than thirty.
 *
 * @param lives the deals
 * @returns the amounts by segment; a segment with fewer than ten takes those of all
 * @missing find gives null where no won deal has an amount
 * @example gatherAmounts(readLives({ ...input, deals: [] })).find(null) // null
 */
export function gatherAmounts(lives: Lives): AmountPools {
  const won = wonWithAmount(lives, recentDays, leastRecent)
  const groups = new Map<string | null, DealLife[]>(groupBy(won, ({ deal }) => deal.segment))
  groups.set(null, won)
  const amounts: number[] = []
  const pools = new Map<string | null, AmountPool>()
  for (const [segment, group] of groups) {
    if (group.length === 0 || (segment !== null && group.length < leastSegment)) continue
    const values = group.map(({ deal }) => deal.amountMinor ?? 0)
    const middle = mean(values) ?? 0
    const variance = mean(values.map((value) => (value - middle) ** 2)) ?? 0
    pools.set(segment, { start: amounts.length, count: values.length, meanMinor: middle, variance })
    amounts.push(...values)
  }
  return {
    amounts: Float64Array.from(amounts),
    find: (segment) => pools.get(segment) ?? pools.get(null) ?? null
  }
}

/**
 * Lists won deals with an amount: those that closed lately or, where these are too few, all.
 *
 * @param lives the deals
 * @param days how long ago at most
 * @param least how many are enough
 * @returns deals with an amount
 * @example wonWithAmount(readLives({ ...input, deals: [] }), 365, 10) // []
 */
export function wonWithAmount(lives: Lives, days: number, least: number): DealLife[] {
  const won = lives.closed.filter((life) => life.ending === ending.won && life.deal.amountMinor !== null)
  const recent = won.filter(({ end }) => end !== null && end <= lives.asOf && end > lives.asOf - days)
  return recent.length >= least ? recent : won
}
