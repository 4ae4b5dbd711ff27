// A yearly change that builds up evenly, as churn and expansion do.
import type { PlacedSetting } from './lever.ts'

/** Multiplies each month by 1 + yearly × years since the start, taken at the middle of the month; never below 0. */
export function accumulate(factors: Float64Array, yearly: number, { fromClosed, startsAt }: PlacedSetting): void {
  if (yearly === 0) return
  for (let at = fromClosed; at < factors.length; at += 1) {
    const years = Math.max(0, at + 0.5 - startsAt) / 12
    factors[at] = factors[at]! * Math.max(0, 1 + yearly * years)
  }
}
