// Finds the period from which the level of a series is another one: what a changed definition may look like. It is proposed, never applied.
import { mean } from '#shared/math/mean.ts'
import { makeRandom } from '#shared/math/random.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { FoundBreak, LevelsAround } from '../series-types.ts'
import type { ForecastCut, SalesSeries } from '../types.ts'
import { cutKey } from './cut-key.ts'

/** Fewest periods, and fewest on either side of a break. */
const fewest = 12
const fewestBeside = 4
/** A break may not lie in the first or last part of this size. */
const trimRatio = 0.15
/** Series drawn without a break, to tell how large a difference chance alone makes. */
const draws = 999
/** Above this chance nothing is proposed. */
export const mostChanceRatio = 0.01
const seed = 20_261_112

/**
 * Finds the most likely break in the level of a series.
 *
 * The values (their logarithms where all are above zero) are fitted by a straight line, with places of the year from three years on; at each
 * possible period a step is added and its F value taken. The largest is held against the largest of 999 series of pure chance of the same
 * length, fitted in the same way: the part that reaches it is `pRatio`. A trend is no break, as the line follows it.
 *
 * @param series complete periods
 * @param cut whose series it is, for the key under which the break can be set aside
 * @returns the break with the means before and after: of a whole year on either side where there is one, else of all periods there are
 * @missing null with fewer than 12 periods, or where chance alone makes as large a step in more than one of a hundred
 * @source D. W. K. Andrews, Tests for parameter instability and structural change with unknown change point, Econometrica 61 (1993), sup-F with 15 % trimmed; its chance by Monte Carlo as in J.-M. Dufour, Journal of Econometrics 133 (2006)
 * @example findBreak({ ...series, points: [] }, { kind: 'company' }) // null
 */
export function findBreak(series: SalesSeries, cut: ForecastCut): FoundBreak | null {
  const amounts = series.points.map((point) => point.amountMinor)
  const count = amounts.length
  if (count < fewest) return null
  const values = amounts.every((amount) => amount > 0) ? amounts.map(Math.log) : amounts
  const basis = orthonormalBasis(count, count >= 3 * series.seasonLength ? series.seasonLength : 1)
  const steps = stepsWithin(count, basis)
  const found = largestStep(values, basis, steps)
  if (found === undefined) return null
  const random = makeRandom(seed, 'breaks')
  let reached = 0
  for (let draw = 0; draw < draws; draw += 1) {
    const chance = largestStep(
      Array.from({ length: count }, () => random.normal()),
      basis,
      steps
    )
    if ((chance?.f ?? 0) >= found.f) reached += 1
    // However the other draws turn out, the chance is too large by now.
    if ((1 + reached) / (draws + 1) > mostChanceRatio) return null
  }
  const pRatio = (1 + reached) / (draws + 1)
  const point = series.points[found.at]
  if (point === undefined) return null
  const levels = levelsAround(series, point.startsOn)
  return (
    levels && {
      key: `${cutKey(cut)}/${series.source}/${point.periodKey}`,
      changedOn: point.startsOn,
      periodKey: point.periodKey,
      pRatio,
      ...levels
    }
  )
}

/**
 * Compares what a series came to before a day and after it: the ratio is what a factor for the values before may start from.
 *
 * @param series complete periods; the one that holds the day within it is of both kinds and left away
 * @param changedOn first day of the new way
 * @returns means of a year on either side where there is one, so that the season is out of them, else of all periods there are; growth stays in
 * @missing null when no whole period lies before the day, or none after it
 * @example levelsAround({ ...series, points: [] }, isoDate(2026, 1, 1)) // null
 */
export function levelsAround(
  series: Pick<SalesSeries, 'points' | 'seasonLength'>,
  changedOn: IsoDate
): LevelsAround | null {
  const season = series.seasonLength
  const before = series.points.filter((point) => point.endsOn < changedOn).map((point) => point.amountMinor)
  const after = series.points.filter((point) => point.startsOn >= changedOn).map((point) => point.amountMinor)
  const isOfWholeYears = before.length >= season && after.length >= season
  const [earlier, later] = isOfWholeYears ? [before.slice(-season), after.slice(0, season)] : [before, after]
  const [beforeMean, afterMean] = [mean(earlier), mean(later)]
  if (beforeMean === undefined || afterMean === undefined) return null
  return {
    beforeCount: earlier.length,
    afterCount: later.length,
    beforeMinor: Math.round(beforeMean),
    afterMinor: Math.round(afterMean),
    factorRatio: beforeMean > 0 && afterMean > 0 ? afterMean / beforeMean : null,
    isOfWholeYears
  }
}

/** The level, the trend and the places of the season, made orthogonal and of length one. */
function orthonormalBasis(count: number, season: number): Float64Array[] {
  const columns = [
    Float64Array.from({ length: count }, () => 1),
    Float64Array.from({ length: count }, (_, at) => at),
    ...Array.from({ length: season - 1 }, (_, place) =>
      Float64Array.from({ length: count }, (_value, at) => (at % season === place + 1 ? 1 : 0))
    )
  ]
  const basis: Float64Array[] = []
  for (const column of columns) {
    const left = without(column, basis)
    const length = Math.sqrt(dot(left, left))
    if (length > 1e-9) basis.push(left.map((value) => value / length))
  }
  return basis
}

interface Step {
  at: number
  /** The step with everything of the basis taken out, of length one. */
  column: Float64Array
}

function stepsWithin(count: number, basis: readonly Float64Array[]): Step[] {
  const edge = Math.max(fewestBeside, Math.floor(count * trimRatio))
  const steps: Step[] = []
  for (let at = edge; at <= count - edge; at += 1) {
    const left = without(
      Float64Array.from({ length: count }, (_, place) => (place >= at ? 1 : 0)),
      basis
    )
    const length = Math.sqrt(dot(left, left))
    if (length > 1e-9) steps.push({ at, column: left.map((value) => value / length) })
  }
  return steps
}

/** The step that explains most, with its F value; undefined where the fit is exact without one, or leaves nothing to compare with. */
function largestStep(
  values: readonly number[],
  basis: readonly Float64Array[],
  steps: readonly Step[]
): { at: number; f: number } | undefined {
  const left = without(Float64Array.from(values), basis)
  const total = dot(left, left)
  const degrees = values.length - basis.length - 1
  const scale = values.reduce((sum, value) => sum + value * value, 0)
  if (degrees < 1 || total <= 1e-18 * scale) return undefined
  let best: { at: number; f: number } | undefined
  for (const { at, column } of steps) {
    const explained = dot(left, column) ** 2
    const f = explained / Math.max((total - explained) / degrees, 1e-12 * total)
    if (best === undefined || f > best.f) best = { at, f }
  }
  return best
}

function without(column: Float64Array, basis: readonly Float64Array[]): Float64Array {
  const left = column.slice()
  for (const each of basis) {
    const part = dot(left, each)
    for (let at = 0; at < left.length; at += 1) left[at] = (left[at] ?? 0) - part * (each[at] ?? 0)
  }
  return left
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}
