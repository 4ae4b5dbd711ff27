// Reads percentiles of a year off the ends of its 80 % and 95 % ranges.
import { normalQuantile } from '#shared/math/normal-quantile.ts'

interface Range {
  readonly low95: number
  readonly low80: number
  readonly middle: number
  readonly high80: number
  readonly high95: number
}

const outer = normalQuantile(0.975)
const inner = normalQuantile(0.9)

/**
 * Gives the 100 values at the percentiles 0.5, 1.5 … 99.5 of a sum whose ranges are known.
 *
 * Between the middle and the ends the value moves evenly on the scale of the normal distribution, on each side by itself, so a lopsided range
 * stays lopsided; beyond the 95 % range it goes on as between the two ends.
 *
 * @param middleMinor the year's middle, minor units: the percentiles lie around this one
 * @param range ends of the forecast's ranges around its own middle; null: nothing is known
 * @param floorMinor nothing lies below this (what is sold already)
 * @returns 100 values that never fall, minor units
 * @missing null without a range
 * @source linear interpolation of quantiles on the normal scale (a Q-Q line through the known ends)
 * @example percentilesOf(100, null, 0) // null
 */
export function percentilesOf(middleMinor: number, range: Range | null, floorMinor: number): number[] | null {
  if (range === null) return null
  const at = (probability: number): number => {
    const z = normalQuantile(probability)
    const [near, far] = z < 0 ? [range.low80, range.low95] : [range.high80, range.high95]
    const reach = Math.abs(z)
    const away =
      reach <= inner
        ? ((near - range.middle) * reach) / inner
        : near - range.middle + ((far - near) * (reach - inner)) / (outer - inner)
    return Math.max(Math.min(floorMinor, middleMinor), Math.round(middleMinor + away))
  }
  return Array.from({ length: 100 }, (_, index) => at((index + 0.5) / 100))
}
