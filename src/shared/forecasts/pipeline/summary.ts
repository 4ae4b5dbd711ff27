// Simulated runs put into words of the result: means, percentiles, chances to reach a target, and what most of the uncertainty comes from.
import type { PeriodOutcome, SimulatedRange, UncertaintySource } from '../pipeline-types.ts'
import type { AmountPools } from './amounts.ts'
import type { OpenDeal } from './outlook.ts'
import type { DrawnNew } from './prepare.ts'

/**
 * Rounds parts so that they add up to a given whole number: each down, and what is left to those that lost most.
 *
 * @param parts numbers of any sign
 * @param total a whole number within one a part of their sum
 * @returns whole numbers that sum to the total
 * @source largest remainder (Hamilton)
 * @example roundParts([0.5, 0.5, -1], 0) // [1, 0, -1]
 */
export function roundParts(parts: readonly number[], total: number): number[] {
  const rounded = parts.map(Math.floor)
  const order = parts
    .map((part, at) => ({ at, lost: part - Math.floor(part) }))
    .sort((one, other) => other.lost - one.lost || one.at - other.at)
  let left = Math.round(total - rounded.reduce((sum, part) => sum + part, 0))
  for (let turn = 0; left !== 0 && order.length > 0; turn += 1) {
    const step = Math.sign(left)
    rounded[order[turn % order.length]!.at]! += step
    left -= step
  }
  return rounded
}

/** A value of sorted runs, interpolated (type 7). */
function valueAt(sorted: Float64Array, share: number): number {
  const at = (sorted.length - 1) * share
  const [below, above] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!]
  return below + (above - below) * (at - Math.floor(at))
}

/**
 * Gives the range of simulated runs with what is booked already.
 *
 * @param runs values of the runs, minor units; they are sorted in place
 * @param meanMinor expected value with what is booked, worked out and not simulated
 * @param bookedMinor added to every run
 * @returns whole minor units
 * @example rangeOf(Float64Array.of(1, 2, 3), 2, 0).p50Minor // 2
 */
export function rangeOf(runs: Float64Array, meanMinor: number, bookedMinor: number): SimulatedRange {
  runs.sort()
  const value = (share: number): number => Math.round(valueAt(runs, share)) + bookedMinor
  return {
    meanMinor,
    p10Minor: value(0.1),
    p50Minor: value(0.5),
    p90Minor: value(0.9),
    low95Minor: value(0.025),
    high95Minor: value(0.975)
  }
}

/**
 * Gives what sorted runs come to at the percentiles 0.5, 1.5 … 99.5.
 *
 * @param sorted runs in order
 * @param bookedMinor added to each
 * @returns 100 values
 * @example percentilesOf(Float64Array.of(5), 0).length // 100
 */
export function percentilesOf(sorted: Float64Array, bookedMinor: number): number[] {
  return Array.from({ length: 100 }, (_, at) => Math.round(valueAt(sorted, (at + 0.5) / 100)) + bookedMinor)
}

/**
 * Sums up a period.
 *
 * @param key of the period
 * @param runs values of the runs; they are sorted in place
 * @param parts booked, and expected of open and of new deals
 * @param targetMinor the goal, or none
 * @returns the outcome
 * @missing reachRatio is null without a target
 * @example outcomeOf('2027', Float64Array.of(1, 3), { booked: 0, open: 2, fresh: 0 }, 2).reachRatio // 0.5
 */
export function outcomeOf(
  key: string,
  runs: Float64Array,
  parts: { readonly booked: number; readonly open: number; readonly fresh: number },
  targetMinor: number | null
): PeriodOutcome {
  const range = rangeOf(runs, parts.booked + parts.open + parts.fresh, parts.booked)
  let reached = 0
  // Amounts drawn ready-made aren't whole: a thousandth of a minor unit is no miss.
  if (targetMinor !== null) for (const value of runs) if (value + parts.booked >= targetMinor - 1e-3) reached += 1
  return {
    periodKey: key,
    ...range,
    bookedMinor: parts.booked,
    openMinor: parts.open,
    newMinor: parts.fresh,
    targetMinor,
    reachRatio: targetMinor === null ? null : reached / runs.length
  }
}

const namedDeals = 5

/**
 * Names what the variance of the total comes from.
 *
 * Worked out, not simulated: a deal's own outcome, the common shock to win rates, and deals not made yet (their number, volume and amounts).
 *
 * @param deals open deals
 * @param pools amounts of those without one
 * @param news lines of new deals
 * @param volumeShock standard deviation of the logarithm of what they bring together
 * @param winRateVariance of the mean of all under the shocks
 * @returns shares that sum to 1, the five largest deals by name
 * @missing empty where nothing is uncertain
 * @source law of total variance
 * @example findSources([], pools, [], 0, 0) // []
 */
export function findSources(
  deals: readonly OpenDeal[],
  pools: AmountPools,
  news: readonly DrawnNew[],
  volumeShock: number,
  winRateVariance: number
): UncertaintySource[] {
  const own = deals
    .map(({ life, chanceRatio, shares }) => {
      const chance = chanceRatio * shares.reduce((sum, share) => sum + share, 0)
      const pool = life.deal.amountMinor === null ? pools.find(life.deal.segment) : null
      const amount = life.deal.amountMinor ?? pool?.meanMinor ?? 0
      const square = amount ** 2 + (pool?.variance ?? 0)
      return { deal: life.deal, amount, variance: chance * square - chance ** 2 * amount ** 2 }
    })
    .sort((one, other) => other.variance - one.variance || one.deal.id - other.deal.id)
  const named = own.slice(0, namedDeals).filter(({ variance }) => variance > 0)
  const others = own.slice(named.length)
  const otherVariance = others.reduce((sum, { variance }) => sum + Math.max(0, variance), 0)
  let [newVariance, newMean] = [0, 0]
  for (const { wins, amounts } of news) {
    const count = wins.reduce((sum, each) => sum + each, 0)
    newVariance += (count * amounts.reduce((sum, amount) => sum + amount ** 2, 0)) / amounts.length
    newMean += (count * amounts.reduce((sum, amount) => sum + amount, 0)) / amounts.length
  }
  newVariance += newMean ** 2 * Math.expm1(volumeShock ** 2)
  const total = named.reduce((sum, { variance }) => sum + variance, 0) + otherVariance + newVariance + winRateVariance
  if (!(total > 0)) return []
  const sources: UncertaintySource[] = named.map(({ deal, amount, variance }) => ({
    kind: 'deal',
    dealId: deal.id,
    label: deal.label,
    amountMinor: Math.round(amount),
    shareRatio: variance / total
  }))
  if (otherVariance > 0)
    sources.push({
      kind: 'otherDeals',
      count: others.filter(({ variance }) => variance > 0).length,
      shareRatio: otherVariance / total
    })
  if (newVariance > 0) sources.push({ kind: 'newDeals', shareRatio: newVariance / total })
  if (winRateVariance > 0) sources.push({ kind: 'winRates', shareRatio: winRateVariance / total })
  return sources.sort((one, other) => other.shareRatio - one.shareRatio)
}
