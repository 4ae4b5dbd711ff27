// Values that lie far from their neighbours, for the user to look at. Nothing is changed here.
import { median } from '#shared/math/median.ts'
import { takeOut } from '../decomposition/classical.ts'
import { shrinkSeason } from '../decomposition/shrunk.ts'

/** Neighbours on each side. */
const reach = 3
/** How many robust standard deviations are far. */
const limit = 6

/**
 * Finds values far from the median of their neighbours, season taken out.
 *
 * @param values the series
 * @param seasonLength periods of a season
 * @returns positions, ascending
 * @missing none with fewer than ten values, or where most values equal their neighbours
 * @source F. R. Hampel, "The influence curve and its role in robust estimation", JASA 69 (1974): the median absolute deviation as a measure
 * @example findOutliers([5, 6, 5, 6, 5, 90, 5, 6, 5, 6], 1) // [5]
 */
export function findOutliers(values: readonly number[], seasonLength: number): number[] {
  if (values.length < 10) return []
  const plain = takeOut(values, shrinkSeason(values, seasonLength, 'additive'))
  const away = plain.map((value, t) => {
    const around = [...plain.slice(Math.max(0, t - reach), t), ...plain.slice(t + 1, t + 1 + reach)]
    return Math.abs(value - (median(around) ?? value))
  })
  const size = 1.4826 * (median(away) ?? 0)
  return size > 0 ? away.flatMap((each, t) => (each > limit * size ? t : [])) : []
}
