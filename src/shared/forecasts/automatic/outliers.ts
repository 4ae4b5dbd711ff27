// Values that lie far from those before and after them: told to the user, and drawn in so far that one of them does not carry a forecast away.
import { median } from '#shared/math/median.ts'
import { apply, takeOut } from '../decomposition/classical.ts'
import { shrinkSeason } from '../decomposition/shrunk.ts'

/** Neighbours on each side. */
const reach = 3
/** How many robust standard deviations are far from both sides; and from one, where there is no other yet. */
const limit = 6
const limitAtEnd = 12
/** Where more of the values are far, far is usual. */
const mostShare = 0.1
const fewestValues = 20

export interface Tamed {
  /** Positions of values far from their neighbours, ascending. */
  readonly positions: readonly number[]
  /** The series with these drawn in to where they would no longer be far. */
  readonly values: readonly number[]
}

/**
 * Finds values that stand out from both sides, season taken out, and draws them in.
 *
 * A step to a new level stands out from one side alone and is left. The last value has no other side: it is drawn in until what follows confirms it.
 * Values above 0 are compared by ratios, so that steady growth has no outliers.
 *
 * @param values the series
 * @param seasonLength periods of a season
 * @returns positions and the tamed series
 * @missing no outlier with fewer than twenty values, where most values equal their neighbours, and where more than a tenth would be one
 * @source F. R. Hampel, "The influence curve and its role in robust estimation", JASA 69 (1974): the median absolute deviation as a measure
 * @example tameOutliers([5, 6, 7, 5, 6, 5, 90, 7, 6, 5, 6, 5, 7, 6, 5, 6, 7, 5, 6, 5], 1).positions // [6]
 */
export function tameOutliers(values: readonly number[], seasonLength: number): Tamed {
  const untouched = { positions: [], values }
  if (values.length < fewestValues) return untouched
  const isPositive = values.every((value) => value > 0)
  const read = isPositive ? values.map(Math.log) : values
  const season = shrinkSeason(read, seasonLength, 'additive')
  const plain = takeOut(read, season)
  const sides = plain.map((value, t) => {
    const before = median(plain.slice(Math.max(0, t - reach), t))
    const after = median(plain.slice(t + 1, t + 1 + reach))
    const [one = value, other = value] = [before ?? after, after ?? before]
    // The nearer of the two when both lie on one side of the value; nothing when it lies between them.
    if ((value - one) * (value - other) <= 0) return value
    return Math.abs(value - one) < Math.abs(value - other) ? one : other
  })
  const changes = plain.slice(1).map((value, at) => Math.abs(value - (plain[at] ?? 0)))
  const size = (1.4826 * (median(changes) ?? 0)) / Math.SQRT2
  const farAt = (t: number) => size * (t === 0 || t === values.length - 1 ? limitAtEnd : limit)
  const positions = plain.flatMap((value, t) => (Math.abs(value - (sides[t] ?? value)) > farAt(t) ? t : []))
  if (size === 0 || positions.length === 0 || positions.length > mostShare * values.length) return untouched
  const tamed = values.map((value, t) => {
    if (!positions.includes(t)) return value
    const side = sides[t] ?? 0
    const drawn = apply(side + Math.sign((plain[t] ?? 0) - side) * farAt(t), season, t, 1)
    return isPositive ? Math.exp(drawn) : drawn
  })
  return { positions, values: tamed }
}
