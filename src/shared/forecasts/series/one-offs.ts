// Finds deals so large that they say little about what comes: far outside what deals usually bring, and a noticeable part of their period.
import { median } from '#shared/math/median.ts'
import { quantile } from '#shared/math/quantile.ts'

/** Below this many deals quartiles say little, and nothing is found. */
export const fewestDeals = 20
/** Tukey's "outside": beyond one and a half times the spread of the middle half. */
const fenceWidth = 1.5
/** A deal of less than a tenth of its period moves no forecast. */
export const leastShareRatio = 0.1
/** Where amounts hardly differ, a fence lies close to them: less than three times the median is never unusual. */
const leastTimesMedian = 3

/** The line above which amounts are unusual, and what it was made from. */
export interface AmountFence {
  fenceMinor: number
  medianMinor: number
  deals: number
}

/**
 * Finds the line above which the amount of a deal is unusual.
 *
 * Amounts of deals are skewed, so the fence is Tukey's on their logarithms: the upper quartile plus one and a half times the distance of
 * the quartiles; never below three times the median. Deals of zero or less are left away.
 *
 * @param amounts of won deals, minor units
 * @returns the fence, the median and how many deals they stand on
 * @missing undefined with fewer than twenty deals above zero
 * @source J. W. Tukey, Exploratory Data Analysis (1977), 2D; logarithms as in R. J. Hyndman & G. Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., 3.1
 * @example findFence(Array.from({ length: 20 }, () => 100))?.fenceMinor // 300
 */
export function findFence(amounts: readonly number[]): AmountFence | undefined {
  const positive = amounts.filter((amount) => amount > 0)
  if (positive.length < fewestDeals) return undefined
  const logs = positive.map(Math.log)
  const lower = quantile(logs, 0.25)
  const upper = quantile(logs, 0.75)
  const middle = median(positive)
  if (lower === undefined || upper === undefined || middle === undefined) return undefined
  const fence = Math.exp(upper + fenceWidth * (upper - lower))
  return {
    fenceMinor: Math.round(Math.max(fence, leastTimesMedian * middle)),
    medianMinor: middle,
    deals: positive.length
  }
}

interface Deal {
  amountMinor: number
  periodKey: string
}

/**
 * Finds the one-off deals of a series.
 *
 * @param deals won deals of the series, each with its period
 * @returns those above the fence that make up at least a tenth of what was won in their period, the largest first, each with its part
 * @missing none with fewer than twenty deals; a period that comes to nothing or less has no parts
 * @source see `findFence`; that a deal must also weigh in its period keeps harmless ones off the list
 * @example findOneOffs([{ amountMinor: 100, periodKey: 'FY2026-Q1' }]).found // []
 */
export function findOneOffs<D extends Deal>(
  deals: readonly D[]
): { fence: AmountFence | undefined; found: D[]; shareOf: (deal: Deal) => number } {
  const byPeriod = new Map<string, number>()
  for (const { amountMinor, periodKey } of deals) byPeriod.set(periodKey, (byPeriod.get(periodKey) ?? 0) + amountMinor)
  const shareOf = ({ amountMinor, periodKey }: Deal): number => {
    const whole = byPeriod.get(periodKey) ?? 0
    return whole > 0 ? amountMinor / whole : 0
  }
  const fence = findFence(deals.map((deal) => deal.amountMinor))
  const found =
    fence === undefined
      ? []
      : deals.filter((deal) => deal.amountMinor > fence.fenceMinor && shareOf(deal) >= leastShareRatio)
  return { fence, found: found.toSorted((a, b) => b.amountMinor - a.amountMinor), shareOf }
}
