// What every working out of a case on one base needs: months as positions, deals by the month they are made, and the base's parts split
// into what levers move and what nothing moves. Worked out once per base.
import { daysBetween } from '#shared/units/date.ts'
import type { CaseBase } from '../case-types.ts'

/** Days of a month after the year: the mean of the Gregorian calendar. */
export const meanMonthDays = 365.2425 / 12

/**
 * Months are counted from the first of the year: 0 to `yearMonths` − 1 are the year, those up to `spanMonths` − 1 follow it. Deals are made in
 * months from −`before` on; arrays over them have that one at position 0.
 */
export interface CaseModel {
  readonly base: CaseBase
  readonly yearMonths: number
  readonly spanMonths: number
  readonly before: number
  readonly madeMonths: number
  /** Where the data end, in months: 2.5 is the middle of the third month, −1.6 a month and a half before the year. */
  readonly asOf: number
  /** Part of each month in which deals can still be made: 0 before the data end, 1 after. */
  readonly madeWeights: Float64Array
  readonly lags: Float64Array
  readonly open: Float64Array
  readonly fresh: Float64Array
  /** Of what is fresh in a month, the part made 0, 1, 2 … months before: month × lags.length + lag. */
  readonly madeShares: Float64Array
  readonly existing: Float64Array | null
  /** Month's share of a year × 12, over the span; 1 where it isn't measured. */
  readonly seasons: Float64Array
  /** Sold already and, below zero, what no lever moves: credit notes expected, or more sold than the forecast said. */
  readonly fixed: Float64Array
  readonly fixedMinor: number
  /** What levers move, added up over the year. */
  readonly toComeMinor: number
  readonly middleMinor: number
  /** Days from the year's first to the first and past the last day of what is to come in each month. */
  readonly firstDays: Float64Array
  readonly endDays: Float64Array
  /** The day after the data end, and not before the year: no deal moves to an earlier day. */
  readonly floorDay: number
  /** Of whole months, for finding where a moved deal lands. */
  readonly monthStarts: Float64Array
}

const models = new WeakMap<CaseBase, CaseModel>()

/**
 * Prepares a base for working out cases on it.
 *
 * Fresh deals of a month are shared out over the months in which they may have been made, by the measured lag from made to won and by how
 * much of each of those months lies after the end of the data: deals not made yet can't have been made before.
 *
 * @param base what cases start from
 * @returns the model; the same object for the same base
 * @missing without a measured lag deals close in the month they are made; without seasonality all months weigh the same
 * @errors RangeError for a base without months
 * @example modelOf(base).middleMinor // what the base comes to
 */
export function modelOf(base: CaseBase): CaseModel {
  const known = models.get(base)
  if (known) return known
  const made = makeModel(base)
  models.set(base, made)
  return made
}

function makeModel(base: CaseBase): CaseModel {
  const { months, afterMinor } = base
  const first = months[0]
  if (first === undefined) throw new RangeError('A case needs the months of a year')
  const yearMonths = months.length
  const spanMonths = yearMonths + afterMinor.length
  const lags = Float64Array.from(base.closeLagRatios.length === 0 ? [1] : base.closeLagRatios)
  const days = daysOf(base, spanMonths)
  const asOf = asOfMonth(base)
  const before = Math.min(Math.max(0, Math.ceil(-asOf)), lags.length)
  const madeWeights = new Float64Array(before + spanMonths)
  for (let at = 0; at < madeWeights.length; at += 1) madeWeights[at] = Math.min(1, Math.max(0, at - before + 1 - asOf))

  const amounts = (of: (month: CaseBase['months'][number]) => number) => months.map((month) => of(month))
  const after = afterMinor.map((amount) => Math.max(0, amount))
  const open = Float64Array.from([...amounts((month) => Math.max(0, month.openMinor)), ...after.map(() => 0)])
  const fresh = Float64Array.from([...amounts((month) => Math.max(0, month.newMinor)), ...after])
  const fixed = Float64Array.from(
    amounts((month) => month.soldMinor + Math.min(0, month.openMinor) + Math.min(0, month.newMinor))
  )
  let toComeMinor = 0
  for (let at = 0; at < yearMonths; at += 1) toComeMinor += (open[at] ?? 0) + (fresh[at] ?? 0)
  const fixedMinor = fixed.reduce((a, b) => a + b, 0)
  const seasons = new Float64Array(spanMonths).fill(1)
  const { seasonality } = base.measured
  if (seasonality !== null) for (let at = 0; at < spanMonths; at += 1) seasons[at] = seasonality[at % 12] ?? 1
  return {
    base,
    yearMonths,
    spanMonths,
    before,
    madeMonths: madeWeights.length,
    asOf,
    madeWeights,
    lags,
    open,
    fresh,
    madeShares: sharesByMonthMade(spanMonths, before, lags, madeWeights),
    existing: existingOf(base, spanMonths, open, fresh),
    seasons,
    fixed,
    fixedMinor,
    toComeMinor,
    middleMinor: fixedMinor + toComeMinor,
    ...days
  }
}

/** The end of the data in months from the year's start, counted in the year's own months within it. */
function asOfMonth({ months, dataAsOf }: CaseBase): number {
  const first = months[0]
  if (first !== undefined && dataAsOf < first.startsOn)
    return (daysBetween(first.startsOn, dataAsOf) + 1) / meanMonthDays
  for (const [at, month] of months.entries())
    if (dataAsOf <= month.endsOn)
      return at + (daysBetween(month.startsOn, dataAsOf) + 1) / (daysBetween(month.startsOn, month.endsOn) + 1)
  return months.length
}

function daysOf({ months, dataAsOf }: CaseBase, span: number) {
  const origin = months[0]?.startsOn ?? dataAsOf
  const monthStarts = new Float64Array(span + 1)
  for (const [at, month] of months.entries()) monthStarts[at] = daysBetween(origin, month.startsOn)
  const last = months.at(-1)
  const end = last === undefined ? 0 : daysBetween(origin, last.endsOn) + 1
  for (let at = months.length; at <= span; at += 1) monthStarts[at] = end + (at - months.length) * meanMonthDays
  const today = daysBetween(origin, dataAsOf) + 1
  const firstDays = new Float64Array(span)
  const endDays = new Float64Array(span)
  for (let at = 0; at < span; at += 1) {
    endDays[at] = monthStarts[at + 1] ?? 0
    // Something to come in a month that is over is late: it counts as spread over its own days.
    const start = monthStarts[at] ?? 0
    firstDays[at] = today < (endDays[at] ?? 0) ? Math.max(start, today) : start
  }
  return { monthStarts, firstDays, endDays, floorDay: Math.max(0, today) }
}

function sharesByMonthMade(span: number, before: number, lags: Float64Array, weights: Float64Array): Float64Array {
  const shares = new Float64Array(span * lags.length)
  for (let month = 0; month < span; month += 1) {
    let whole = 0
    for (let lag = 0; lag < lags.length; lag += 1) whole += (lags[lag] ?? 0) * (weights[month - lag + before] ?? 0)
    for (let lag = 0; lag < lags.length; lag += 1) {
      const part = (lags[lag] ?? 0) * (weights[month - lag + before] ?? 0)
      shares[month * lags.length + lag] = whole > 0 ? part / whole : 0
    }
  }
  return shares
}

function existingOf(base: CaseBase, span: number, open: Float64Array, fresh: Float64Array): Float64Array | null {
  if (base.months.every((month) => month.existingRatio === null)) return null
  const parts = new Float64Array(span)
  let known = 0
  let whole = 0
  for (const [at, month] of base.months.entries()) {
    parts[at] = month.existingRatio ?? 0
    const amount = month.existingRatio === null ? 0 : (open[at] ?? 0) + (fresh[at] ?? 0)
    known += amount * (parts[at] ?? 0)
    whole += amount
  }
  // After the year there is no measured part: the year's own.
  parts.fill(whole > 0 ? known / whole : 0, base.months.length)
  return parts
}
