// How a year is spread over its months: learnt from the company's own years, or flat; and the spreading itself.
import { sum } from '../math/sum.ts'
import { splitMinor } from '../units/money.ts'
import type { Phase, PhaseWarning } from './types.ts'

const monthsOfYear = 12

export const flatPhase: Phase = {
  choice: 'flat',
  shares: Array.from({ length: monthsOfYear }, () => 1 / monthsOfYear),
  years: [],
  warnings: []
}

/** The company's bookings by fiscal month of one fiscal year. */
export interface HistoryYear {
  readonly fiscalYear: number
  readonly monthsMinor: readonly number[]
  /** False when the records begin after the year's first month or end before its last. */
  readonly isWhole: boolean
}

/**
 * Learns how a year is spread from past years: the mean over years of each month's share.
 *
 * Whole years are used; only where there is none, the newest part of a year is, with a warning. A month in which credit
 * notes outweigh bookings counts as nothing. Each year weighs the same, however large it was.
 *
 * @param years past fiscal years with twelve month sums in minor units each, in any order
 * @returns the shares (they sum to 1), the years used, and what to mind about them; flat when nothing can be learnt
 * @missing years without bookings above 0 are left out
 * @source seasonality phasing, q_im = Q_i · p_m, p the mean over years of month share (territories-quotas, T8)
 * @example learnPhase([{ fiscalYear: 2026, isWhole: true, monthsMinor: [20, 0, 0, 25, 0, 0, 25, 0, 0, 30, 0, 0] }]).shares[3] // 0.25
 */
export function learnPhase(years: readonly HistoryYear[]): Phase {
  const usable = years
    .map((year) => ({ ...year, monthsMinor: year.monthsMinor.map((amount) => Math.max(0, amount)) }))
    .filter((year) => year.monthsMinor.some((amount) => amount > 0))
    .sort((a, b) => a.fiscalYear - b.fiscalYear)
  const whole = usable.filter((year) => year.isWhole)
  const used = whole.length > 0 ? whole : usable.slice(-1)
  if (used.length === 0) return { ...flatPhase, warnings: ['noHistory'] }

  const shares = Array.from({ length: monthsOfYear }, () => 0)
  for (const { monthsMinor } of used) {
    const yearMinor = sum(monthsMinor)
    for (let month = 0; month < monthsOfYear; month += 1) {
      shares[month] = (shares[month] ?? 0) + (monthsMinor[month] ?? 0) / yearMinor / used.length
    }
  }
  const warnings: PhaseWarning[] = []
  if (whole.length === 0) warnings.push('partialYear')
  else if (used.length === 1) warnings.push('oneYear')
  if (shares.some((share) => share === 0)) warnings.push('emptyMonth')
  return { choice: 'learnt', shares, years: used.map((year) => year.fiscalYear), warnings }
}

/**
 * Spreads a seller's year over its months by the phase, in the months she works.
 *
 * Where the phase gives nothing to any month she works, those months share alike.
 *
 * @param yearMinor whole minor units
 * @param shares the phase, one share per month
 * @param activeByMonth share of each month she works, 0 to 1
 * @returns one amount per month; they sum to `yearMinor`
 * @errors RangeError when an amount other than 0 meets a year in which she never works
 * @example spreadYear(120_000_000, [0.2, 0.25, 0.25, 0.3], [1, 1, 1, 1]) // [24_000_000, 30_000_000, 30_000_000, 36_000_000]
 */
export function spreadYear(yearMinor: number, shares: readonly number[], activeByMonth: readonly number[]): number[] {
  const weights = shares.map((share, month) => share * (activeByMonth[month] ?? 0))
  return splitMinor(yearMinor, weights.some((weight) => weight > 0) ? weights : activeByMonth)
}

/**
 * Spreads a typed amount over the months of a period as they stand: a month that had twice as much keeps twice as much.
 *
 * @param amountMinor whole minor units
 * @param currentMinor what each month holds now
 * @param otherwise weights where no month holds anything above 0
 * @returns one amount per month; they sum to `amountMinor`
 * @example spreadTyped(900, [100, 200, 0], [1, 1, 1]) // [300, 600, 0]
 */
export function spreadTyped(
  amountMinor: number,
  currentMinor: readonly number[],
  otherwise: readonly number[]
): number[] {
  if (currentMinor.some((amount) => amount > 0)) return splitMinor(amountMinor, currentMinor)
  return splitMinor(amountMinor, otherwise.some((weight) => weight > 0) ? otherwise : currentMinor.map(() => 1))
}
