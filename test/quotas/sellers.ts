// Sellers for quota tests, written as the few numbers that matter.
import type { SellerId } from '#shared/people/types.ts'
import { flatPhase } from '#shared/quotas/phase.ts'
import type { AllocationInputs, SellerBase } from '#shared/quotas/types.ts'

export const monthsWorked = (from: number, to: number): number[] =>
  Array.from({ length: 12 }, (_, index) => (index + 1 >= from && index + 1 <= to ? 1 : 0))

export const monthsOf = (amounts: Readonly<Record<number, number>>): number[] =>
  Array.from({ length: 12 }, (_, index) => amounts[index + 1] ?? 0)

/** A seller who works both years, unless said otherwise; `booked` lies in June, or by month. */
export function sellerWith(
  id: number,
  facts: {
    name?: string
    booked?: number | null
    byMonth?: Readonly<Record<number, number>>
    active?: readonly [from: number, to: number]
    base?: readonly [from: number, to: number]
  } = {}
): SellerBase {
  const booked = facts.booked === undefined ? 100 : facts.booked
  const history = facts.byMonth ?? (booked === null ? null : { 6: booked })
  return {
    sellerId: id as SellerId,
    name: facts.name ?? `Seller ${id}`,
    activeByMonth: monthsWorked(...(facts.active ?? [1, 12])),
    baseActiveByMonth: monthsWorked(...(facts.base ?? [1, 12])),
    historyByMonthMinor: history === null ? null : monthsOf(history)
  }
}

export function inputsWith(sellers: readonly SellerBase[], more: Partial<AllocationInputs> = {}): AllocationInputs {
  return {
    fiscalYear: 2027,
    targetMinor: 10_000,
    cushionRatios: [],
    method: 'history',
    blendWeights: { history: 0.5, equal: 0.5, sameGrowth: 0 },
    noHistory: 'average',
    baseYear: 2026,
    phase: flatPhase,
    sellers,
    ...more
  }
}
