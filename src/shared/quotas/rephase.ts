// Spreading a year anew when part of it is over: closed periods stay as they are, the open ones share what is left.
import { splitMinor } from '../units/money.ts'

export type RephaseAnswer =
  | { readonly ok: true; readonly periodsMinor: readonly number[] }
  /** Closed periods hold more than the year is to have, by so much; or nothing is open to take what is left. */
  | { readonly ok: false; readonly reason: 'closedExceed' | 'nothingOpen'; readonly byMinor: number }

/**
 * Spreads a year over its periods by weights, keeping the closed ones.
 *
 * @param yearMinor what the year is to have, whole minor units, 0 or more
 * @param currentMinor what each period holds now
 * @param isClosed which of them are over
 * @param weights one a period, 0 or more; those of closed periods are not used. All 0 among the open ones: they share alike
 * @returns one amount a period, summing to `yearMinor`
 * @errors `closedExceed`, `nothingOpen`, each with by how much
 * @source re-phasing mid-year keeps closed months fixed and spreads the remainder over open months by p (territories-quotas, seasonality phasing)
 * @example rephase(1200, [250, 250, 350, 350], [true, false, false, false], [20, 25, 25, 30]) // [250, 297, 297, 356]
 */
export function rephase(
  yearMinor: number,
  currentMinor: readonly number[],
  isClosed: readonly boolean[],
  weights: readonly number[]
): RephaseAnswer {
  const closed = currentMinor.reduce((sum, minor, at) => sum + (isClosed[at] ? minor : 0), 0)
  const rest = yearMinor - closed
  if (rest < 0) return { ok: false, reason: 'closedExceed', byMinor: -rest }
  const open = weights.map((weight, at) => (isClosed[at] ? 0 : weight))
  const alike = isClosed.map((is) => (is ? 0 : 1))
  if (alike.every((weight) => weight === 0))
    return rest === 0 ? { ok: true, periodsMinor: currentMinor } : { ok: false, reason: 'nothingOpen', byMinor: rest }
  const spread = splitMinor(rest, open.some((weight) => weight > 0) ? open : alike)
  return { ok: true, periodsMinor: currentMinor.map((minor, at) => (isClosed[at] ? minor : (spread[at] ?? 0))) }
}
