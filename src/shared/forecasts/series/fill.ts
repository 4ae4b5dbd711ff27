// Fills in periods of which a person said that nothing is known about them, though nothing was recorded.
import type { SeriesPoint } from '../types.ts'

/**
 * Fills in the empty periods that are missing rather than zero.
 *
 * The value is the mean of the same period a year before and a year after, so that a season stays one. Where one of the two isn't there,
 * it lies on the line between the neighbours that are; after the last known value it is that value.
 *
 * @param points complete periods in order; the first one is never filled
 * @param season periods of a year
 * @param isMissing whether the empty period of that key is missing; asked for empty periods alone
 * @returns the points, and the keys of those filled in
 * @missing a period with deals is never filled
 * @source R. J. Hyndman, forecast::na.interp, which interpolates what is left when the season is taken out
 * @example fillMissing([10, 0, 30], 12, () => true).points[1]?.amountMinor // 20
 */
export function fillMissing(
  points: readonly SeriesPoint[],
  season: number,
  isMissing: (periodKey: string) => boolean
): { points: SeriesPoint[]; filled: string[] } {
  const gaps = new Set(
    points.flatMap((point, at) => (at > 0 && point.deals === 0 && isMissing(point.periodKey) ? [at] : []))
  )
  const known = (at: number): number | undefined => (gaps.has(at) ? undefined : points[at]?.amountMinor)
  const filledAt = (at: number): number => {
    const [before, after] = [known(at - season), known(at + season)]
    if (before !== undefined && after !== undefined) return (before + after) / 2
    let left = at - 1
    while (known(left) === undefined && left > 0) left -= 1
    let right = at + 1
    while (known(right) === undefined && right < points.length) right += 1
    const from = known(left) ?? 0
    const to = known(right)
    return to === undefined ? from : from + ((to - from) * (at - left)) / (right - left)
  }
  return {
    points: points.map((point, at) =>
      gaps.has(at)
        ? {
            ...point,
            amountMinor: Math.round(filledAt(at)),
            recordedMinor: point.amountMinor,
            treatments: [{ kind: 'filled' }]
          }
        : point
    ),
    filled: [...gaps].flatMap((at) => points[at]?.periodKey ?? [])
  }
}
