// What becomes of deals over time: the part won and lost by each age, deals still open counted for as long as they have been.
import { aalenJohansen, type CompetingRisks } from '#shared/math/aalen-johansen.ts'
import { ending } from './lives.ts'

/** Deals watched from some moment on: how long, and what came of each. */
export interface Watched {
  /** Days, 1 or more. */
  readonly days: ArrayLike<number>
  readonly endings: ArrayLike<number>
  /** Days after which each was seen first; left out: from the start. */
  readonly from?: ArrayLike<number>
}

export interface OutcomeCurve {
  readonly risks: CompetingRisks
  readonly closed: number
  readonly won: number
  readonly open: number
  /** The longest time watched. */
  readonly lastDays: number
  /** Closings per open deal and day in the later half of the time watched, by which the curve goes on behind its end. */
  readonly tail: { readonly wonPerDay: number; readonly lostPerDay: number }
  /** Part that is won in the end. */
  readonly eventualRatio: number
}

/** The curve goes on for twice as long again as was watched; who is open still after that counts as not won. */
const tailStretch = 3

/**
 * Makes the curve of a group of deals.
 *
 * Behind the longest time watched the curve goes on at the rate of the later half, exponentially. Where deals lie open for ever that rate is next to
 * nothing, so they end as not won; where the data are young, it lets the slow ones still be won.
 *
 * @param watched the deals
 * @returns the curve
 * @missing no deals give a curve on which nothing is ever won
 * @source Aalen and Johansen (1978), see math/aalen-johansen.ts; exponential completion: B. W. Brown, M. Hollander and R. M. Korwar, "Nonparametric
 *   Tests of Independence for Censored Data" (1974)
 * @example makeCurve({ days: [5, 9], endings: [1, 2] }).eventualRatio // 0.5
 */
export function makeCurve(watched: Watched): OutcomeCurve {
  const { days, endings, from } = watched
  const risks = aalenJohansen(days, endings, from)
  let [lastDays, closed, won] = [0, 0, 0]
  for (let at = 0; at < days.length; at += 1) {
    lastDays = Math.max(lastDays, days[at]!)
    if (endings[at] !== ending.open) closed += 1
    if (endings[at] === ending.won) won += 1
  }
  const middle = lastDays / 2
  let [openDays, lateWon, lateLost] = [0, 0, 0]
  for (let at = 0; at < days.length; at += 1) {
    if (days[at]! <= middle) continue
    openDays += days[at]! - Math.max(middle, from?.[at] ?? 0)
    if (endings[at] === ending.won) lateWon += 1
    if (endings[at] === ending.lost) lateLost += 1
  }
  const tail = {
    wonPerDay: openDays > 0 ? lateWon / openDays : 0,
    lostPerDay: openDays > 0 ? lateLost / openDays : 0
  }
  const curve = { risks, closed, won, open: days.length - closed, lastDays, tail, eventualRatio: 0 }
  // Sums of parts may pass 1 by a last digit.
  return { ...curve, eventualRatio: Math.min(1, wonBy(curve, Number.POSITIVE_INFINITY)) }
}

/** The last step at or before a time, -1 before the first. */
function stepAt(times: Float64Array, days: number): number {
  let [low, high] = [0, times.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (times[middle]! <= days) low = middle + 1
    else high = middle
  }
  return low - 1
}

/**
 * Gives the part of a group of deals that is won within some days.
 *
 * @param curve the group's curve
 * @param days days from where the curve begins; may be infinite
 * @returns 0 to 1
 * @example wonBy(makeCurve({ days: [5, 9], endings: [1, 2] }), 5) // 0.5
 */
export function wonBy(curve: OutcomeCurve, days: number): number {
  const { risks, lastDays, tail } = curve
  if (days <= lastDays) {
    const step = stepAt(risks.times, days)
    return step < 0 ? 0 : risks.first[step]!
  }
  const end = risks.times.length - 1
  const [won, open] = end < 0 ? [0, 1] : [risks.first[end]!, risks.open[end]!]
  const rate = tail.wonPerDay + tail.lostPerDay
  if (rate === 0) return won
  const beyond = Math.min(days, tailStretch * lastDays) - lastDays
  return won + open * (tail.wonPerDay / rate) * (1 - Math.exp(-rate * beyond))
}
