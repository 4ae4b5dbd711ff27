// Months in which more or less is won than the deals made before would say: summers in which nothing closes, ends of years in which much does. Days
// of such months count for more or less than one in the time that deals take.
import { addDays, dayNumber, daysInMonth, fromDayNumber, isoDate, monthOf, yearOf } from '#shared/units/date.ts'
import { type OutcomeCurve, wonBy } from './curves.ts'
import { ending, type Lives } from './lives.ts'

export interface ClosingSeason {
  /** By month of the year, January first: 1 is as fast as on average. Null with less than two years. */
  readonly months: readonly number[] | null
  /** Days of average pace in so many days from the end of the data on. */
  pace(days: number): number
}

const leastMonths = 24
/** A day never counts for less or more than this: a month without a win is no month in which nothing can be won. */
const [slowest, fastest] = [0.3, 3]

/**
 * Learns the pace of the months of the year: what was won in each against what the deals made before would have brought at an even pace, drawn towards 1
 * by as much as months may differ by chance.
 *
 * @param lives the deals
 * @param curve all deals over time; null where closed deals have no dates
 * @param daysAhead how far the forecast reaches
 * @returns the pace by month, and days ahead in days of average pace
 * @missing with fewer than 24 complete months of closes all days are alike
 * @source observed over expected by month; drawn in as W. James and C. Stein (1961); time that runs at its own pace: accelerated failure time, J. D.
 *   Kalbfleisch and R. L. Prentice, "The Statistical Analysis of Failure Time Data", 2nd ed. (2002), 7.1
 * @example learnClosingSeason(readLives({ ...input, deals: [] }), null, 90).pace(30) // 30
 */
export function learnClosingSeason(lives: Lives, curve: OutcomeCurve | null, daysAhead: number): ClosingSeason {
  const months = curve === null ? null : learnMonths(lives, curve)
  if (months === null) return { months, pace: (days) => days }
  const passed = new Float64Array(daysAhead + 1)
  for (let day = 1; day <= daysAhead; day += 1)
    passed[day] = passed[day - 1]! + months[monthOf(fromDayNumber(lives.asOf + day)) - 1]!
  return { months, pace: (days) => passed[Math.min(daysAhead, Math.max(0, days))]! }
}

function learnMonths(lives: Lives, curve: OutcomeCurve): number[] | null {
  const spans = completeMonths(lives.seenFrom, lives.asOf)
  if (spans.length < leastMonths) return null
  const madeOn = new Map<number, number>()
  for (const { start } of lives.timed) madeOn.set(start, (madeOn.get(start) ?? 0) + 1)
  const [seen, expected] = [new Array<number>(spans.length).fill(0), new Array<number>(spans.length).fill(0)]
  for (const [day, count] of madeOn)
    for (const [at, { first, last }] of spans.entries())
      if (last >= day)
        expected[at]! += count * (wonBy(curve, last - day) - (first > day ? wonBy(curve, first - 1 - day) : 0))
  for (const { ending: how, end } of lives.timed) {
    if (how !== ending.won) continue
    const at = spans.findIndex(({ first, last }) => first <= end && end <= last)
    if (at >= 0) seen[at]! += 1
  }
  const all = seen.reduce((sum, each) => sum + each, 0)
  const level = all / expected.reduce((sum, each) => sum + each, 0)
  if (!(level > 0)) return null
  const sums = Array.from({ length: 12 }, () => ({ seen: 0, expected: 0 }))
  for (const [at, { month }] of spans.entries()) {
    sums[month - 1]!.seen += seen[at]!
    sums[month - 1]!.expected += expected[at]! * level
  }
  if (sums.some((each) => each.expected <= 0)) return null
  // What the same month of different years differs by, against pure chance.
  let within = 0
  for (const [at, { month }] of spans.entries()) {
    const own = sums[month - 1]!
    const wanted = (own.seen / own.expected) * expected[at]! * level
    if (wanted > 0) within += (seen[at]! - wanted) ** 2 / wanted
  }
  within = Math.max(1, within / Math.max(1, spans.length - 12))
  const spread = sums.reduce((sum, each) => sum + (each.seen / each.expected - 1) ** 2, 0)
  const byChance = (11 / 12) * sums.reduce((sum, each) => sum + within / each.expected, 0)
  const trust = spread === 0 ? 0 : Math.max(0, 1 - byChance / spread)
  const drawn = sums.map((each) => Math.min(fastest, Math.max(slowest, 1 + trust * (each.seen / each.expected - 1))))
  const mean = drawn.reduce((sum, each) => sum + each, 0) / 12
  return drawn.map((each) => each / mean)
}

function completeMonths(from: number, asOf: number): { first: number; last: number; month: number }[] {
  const spans: { first: number; last: number; month: number }[] = []
  const begin = fromDayNumber(from)
  let on = addDays(isoDate(yearOf(begin), monthOf(begin), 1), daysInMonth(yearOf(begin), monthOf(begin)))
  for (;;) {
    const first = dayNumber(on)
    const last = first + daysInMonth(yearOf(on), monthOf(on)) - 1
    if (last > asOf) return spans
    spans.push({ first, last, month: monthOf(on) })
    on = addDays(on, last - first + 1)
  }
}
