// What can be computed from CRM rows alone: sums and win rates over rows a screen already has.
import type { Ratio } from '#shared/units/ratio.ts'
import { divide } from '#shared/units/ratio.ts'
import type { WonBySellerAndPeriod, WonSum } from './types.ts'

/**
 * Adds up bookings.
 *
 * @param rows any rows with a count of deals and an amount in minor units of one currency
 * @returns count and amount of all
 * @missing no rows are 0 deals and 0
 * @example addWon([{ deals: 1, amountMinor: 500 }, { deals: 2, amountMinor: 300 }]) // { deals: 3, amountMinor: 800 }
 */
export function addWon(rows: Iterable<WonSum>): WonSum {
  let deals = 0
  let amountMinor = 0
  for (const row of rows) {
    deals += row.deals
    amountMinor += row.amountMinor
  }
  return { deals, amountMinor }
}

/**
 * Share of the closed deals that were won.
 *
 * @param wonDeals deals won, a whole number from 0
 * @param lostDeals deals lost, a whole number from 0
 * @returns 0 to 1
 * @missing undefined when nothing was closed
 * @example winRatio(3, 1) // 0.75
 */
export function winRatio(wonDeals: number, lostDeals: number): Ratio | undefined {
  return divide(wonDeals, wonDeals + lostDeals)
}

/**
 * Arranges bookings by seller for look-ups by period.
 *
 * @param rows bookings by seller and period, each pair at most once
 * @returns seller (null: unknown) → period key → sum
 * @missing a seller or period without bookings has no entry
 * @example groupBySeller([{ sellerId: null, periodKey: 'FY2027-Q1', deals: 1, amountMinor: 5 }]).get(null)?.get('FY2027-Q1')?.amountMinor // 5
 */
export function groupBySeller(
  rows: Iterable<WonBySellerAndPeriod>
): Map<WonBySellerAndPeriod['sellerId'], Map<string, WonSum>> {
  const bySeller = new Map<WonBySellerAndPeriod['sellerId'], Map<string, WonSum>>()
  for (const row of rows) {
    const byPeriod = bySeller.get(row.sellerId) ?? new Map<string, WonSum>()
    byPeriod.set(row.periodKey, { deals: row.deals, amountMinor: row.amountMinor })
    bySeller.set(row.sellerId, byPeriod)
  }
  return bySeller
}
