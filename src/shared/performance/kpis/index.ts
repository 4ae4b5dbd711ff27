// Every key figure of the board. A new one is a file, a line here and in types.ts, and its words.
import type { Facts, KpiId, KpiValue } from '../types.ts'
import { attainment } from './attainment.ts'
import { averageDeal } from './average-deal.ts'
import { bookings } from './bookings.ts'
import { dealsWon } from './deals-won.ts'
import type { Kpi } from './kpi.ts'
import { winRate } from './win-rate.ts'

export const kpis = { bookings, attainment, winRate, dealsWon, averageDeal } satisfies Record<KpiId, Kpi>

/** In the order the board shows them. */
export const kpiIds = [
  'bookings',
  'attainment',
  'dealsWon',
  'winRate',
  'averageDeal'
] as const satisfies readonly KpiId[]

/**
 * Computes all key figures of a set of facts.
 *
 * @param facts of one seller, or of several added up
 * @returns one value per key figure, missing ones with their reason
 * @example computeKpis({ ...noFacts, dealsEver: 4, wonDeals: 1, lostDeals: 3 }).winRate.value // 0.25
 */
export function computeKpis(facts: Facts): Record<KpiId, KpiValue> {
  return {
    bookings: bookings.compute(facts),
    attainment: attainment.compute(facts),
    winRate: winRate.compute(facts),
    dealsWon: dealsWon.compute(facts),
    averageDeal: averageDeal.compute(facts)
  }
}
