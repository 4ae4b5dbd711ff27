// Deals that aren't made yet: how many are made a month, what part of them is won and when, and what a won one brings.
import { groupBy } from '#shared/math/group-by.ts'
import { mean } from '#shared/math/mean.ts'
import { standardDeviation } from '#shared/math/standard-deviation.ts'
import {
  addDays,
  dayNumber,
  daysInMonth,
  fromDayNumber,
  type IsoDate,
  isoDate,
  monthOf,
  yearOf
} from '#shared/units/date.ts'
import type { LearntChance, NewDealsBasis, PipelineInput } from '../pipeline-types.ts'
import { wonWithAmount } from './amounts.ts'
import type { ClosingSeason } from './closing-season.ts'
import { type OutcomeCurve, wonBy } from './curves.ts'
import type { DealLife, Lives } from './lives.ts'
import type { Chances } from './stage-chances.ts'

export interface NewDeals {
  readonly basis: NewDealsBasis
  /** Segments with a chance and a pace of their own, or one line for all: quick deals come first, whatever they bring. */
  readonly lines: readonly NewLine[]
  /** Standard deviation of the logarithm of what they bring together, over the whole forecast, beyond the chance of each. */
  readonly volumeShock: number
}

export interface NewLine {
  /** Null: all, or those without one. */
  readonly segment: string | null
  readonly chance: LearntChance
  /** Expected wins by period. */
  readonly wins: readonly number[]
  /** Won deals that a new one is taken to be like. */
  readonly patterns: readonly DealLife[]
}

const [rateMonths, seasonMonths, seasonLeast, patternDays, leastPatterns] = [12, 36, 24, 365, 10]
/** How far the number of deals made may drift over the forecast besides chance (standard deviation of its logarithm). Declared. */
const declaredDrift = 0.05
const leastMonths = 3

interface Month {
  readonly first: number
  readonly days: number
  /** 1 to 12. */
  readonly month: number
  made: number
}

/**
 * Learns what deals not made yet will bring.
 *
 * Deals made a month, over the last twelve complete months, go on being made; with two years each month of the year has its own rate, drawn towards the
 * same for all by as much as the months may differ by chance. Of those made on a day the part won by each age is that of all deals. A deal made before
 * closes were first seen doesn't count, where three months are left without them.
 *
 * @param input options, periods and the end of the data
 * @param lives the deals
 * @param chances the chance of all deals over time
 * @param season the pace of the months in which they may be won
 * @returns expected wins by period and what they stand on
 * @missing null where no complete month is known, or nothing was won with an amount, or closed deals have no dates
 * @source run-rate by cohort with thinning: J. F. C. Kingman, "Poisson Processes" (1993), 5.2; dispersion by Pearson's chi-squared, McCullagh and
 *   Nelder (1989), 6.2
 * @example learnNewDeals({ ...input, deals: [] }, lives, chances, season) // null
 */
export function learnNewDeals(
  input: PipelineInput,
  lives: Lives,
  chances: Chances,
  season: ClosingSeason
): NewDeals | null {
  const patterns = wonWithAmount(lives, patternDays, leastPatterns)
  const curve = chances.overallCurve
  const months = countMonths(lives)
  const recent = months.slice(-rateMonths)
  const made = recent.reduce((sum, month) => sum + month.made, 0)
  if (patterns.length === 0 || curve === null || curve.eventualRatio === 0 || made === 0) return null
  const isSeasonal = months.length >= seasonLeast
  const madeSeason = isSeasonal ? seasonOf(months.slice(-seasonMonths)) : new Array<number>(12).fill(1)
  const weighted = recent.reduce((sum, { days, month }) => sum + days * madeSeason[month - 1]!, 0)
  const perDay = made / weighted
  const dispersion = dispersionOf(recent, (month) => perDay * month.days * madeSeason[month.month - 1]!)
  const last = dayNumber(input.periods.at(-1)?.endsOn ?? input.asOf)
  const ends = input.periods.map(({ startsOn, endsOn }) => ({
    before: dayNumber(startsOn) - 1,
    last: dayNumber(endsOn)
  }))
  const rateOn = Array.from(
    { length: Math.max(0, last - lives.asOf) + 1 },
    (_, ahead) => perDay * madeSeason[monthOf(fromDayNumber(lives.asOf + ahead)) - 1]!
  )
  /** A part of the deals made, each won by its own chance and curve. */
  const winsOf = (share: number, chance: LearntChance, own: OutcomeCurve): number[] => {
    const wonWithin = (days: number): number =>
      days <= 0 ? 0 : (wonBy(own, days) / own.eventualRatio) * chance.chanceRatio * share
    const wins = new Array<number>(input.periods.length).fill(0)
    for (let day = 1; day < rateOn.length; day += 1) {
      const made = season.pace(day)
      for (const [at, { before, last: end }] of ends.entries()) {
        if (end - lives.asOf <= day) continue
        const until = season.pace(end - lives.asOf) - made
        const from = before - lives.asOf <= day ? 0 : season.pace(before - lives.asOf) - made
        wins[at]! += rateOn[day]! * (wonWithin(until) - wonWithin(from))
      }
    }
    return wins
  }
  const lines = lineUp(lives, chances, patterns, recent[0]?.first ?? lives.asOf).map(
    ({ segment, share, chance, own, alike }): NewLine => ({
      segment,
      chance,
      wins: winsOf(share, chance, own ?? curve),
      patterns: alike
    })
  )
  const horizonMonths = Math.max(1, (last - lives.asOf) / 30.4375)
  const monthly = made / recent.length
  const excess = Math.max(0, dispersion - 1) / monthly
  return {
    basis: {
      madePerMonth: monthly,
      months: recent.length,
      dispersionRatio: dispersion,
      isSeasonal,
      winRatio: chances.overall,
      meanWonMinor: Math.round(mean(patterns.map(({ deal }) => deal.amountMinor ?? 0)) ?? 0),
      wonDeals: patterns.length
    },
    lines,
    // What the rate may be off by, what months differ by beyond chance, drift, and what the mean amount may be off by. Chance itself is drawn deal by
    // deal.
    volumeShock: Math.sqrt(
      Math.max(1, dispersion) / made + excess / horizonMonths + declaredDrift ** 2 + amountError(lines)
    )
  }
}

interface Line {
  readonly segment: string | null
  readonly share: number
  readonly chance: LearntChance
  /** Null: that of all. */
  readonly own: OutcomeCurve | null
  readonly alike: readonly DealLife[]
}

/**
 * Parts of the deals made since a day: segments, and those without one. Where one of them has too few wins to stand for itself, all are one line: the
 * few would bring the wrong amounts, and the rest would stand for them no better.
 */
function lineUp(lives: Lives, chances: Chances, patterns: readonly DealLife[], since: number): Line[] {
  const made = groupBy(
    [...lives.open, ...lives.closed].filter(({ start }) => start !== null && start >= since),
    ({ deal }) => deal.segment
  )
  const count = [...made.values()].reduce((sum, group) => sum + group.length, 0)
  const lines = [...made].map(([segment, group]): Line => {
    const own = segment === null ? undefined : chances.segments.get(segment)
    return {
      segment,
      share: group.length / count,
      chance: own?.chance ?? chances.overall,
      own: own?.curve ?? null,
      alike: patterns.filter(({ deal }) => deal.segment === segment)
    }
  })
  const isThin = lines.some(({ alike, own }) => alike.length < leastPatterns || own?.eventualRatio === 0)
  return isThin ? [{ segment: null, share: 1, chance: chances.overall, own: null, alike: patterns }] : lines
}

/** Variance of what the mean amounts are off by, against the square of all; at most 1: amounts around nothing have no mean to be off from. */
function amountError(lines: readonly NewLine[]): number {
  let [all, variance] = [0, 0]
  for (const { wins, patterns } of lines) {
    const amounts = patterns.map(({ deal }) => deal.amountMinor ?? 0)
    const count = wins.reduce((sum, each) => sum + each, 0)
    const middle = mean(amounts) ?? 0
    all += count * middle
    variance += (count * (standardDeviation(amounts) ?? middle)) ** 2 / amounts.length
  }
  return all === 0 ? 0 : Math.min(1, variance / all ** 2)
}

/** Complete calendar months up to the end of the data, in order, with the deals made in each. */
function countMonths(lives: Lives): Month[] {
  const made = [...lives.open, ...lives.closed].map(({ start }) => start).filter((day) => day !== null)
  const firstMade = made.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY)
  if (firstMade > lives.asOf) return []
  const all: Month[] = []
  for (let on = nextMonth(fromDayNumber(firstMade)); ; on = nextMonth(on)) {
    const days = daysInMonth(yearOf(on), monthOf(on))
    const first = dayNumber(on)
    if (first + days - 1 > lives.asOf) break
    all.push({ first, days, month: monthOf(on), made: 0 })
  }
  const begin = all[0]?.first
  if (begin === undefined) return []
  for (const day of made) {
    const month = all.findLast(({ first }) => first <= day)
    if (month !== undefined && day < month.first + month.days) month.made += 1
  }
  const seen = all.filter(({ first }) => first >= lives.seenFrom)
  return seen.length >= leastMonths ? seen : all
}

function nextMonth(on: IsoDate): IsoDate {
  const first = isoDate(yearOf(on), monthOf(on), 1)
  return addDays(first, daysInMonth(yearOf(on), monthOf(on)))
}

/** Rates of the months of the year against the mean, drawn towards 1 (James and Stein). */
function seasonOf(months: readonly Month[]): number[] {
  const total = months.reduce((sum, { made }) => sum + made, 0)
  const days = months.reduce((sum, month) => sum + month.days, 0)
  const sums = Array.from({ length: 12 }, (_, at) => {
    const of = months.filter(({ month }) => month === at + 1)
    const expected = (of.reduce((sum, month) => sum + month.days, 0) / days) * total
    return { made: of.reduce((sum, month) => sum + month.made, 0), expected }
  })
  const within = Math.max(
    1,
    months.reduce((sum, month) => {
      const of = sums[month.month - 1]!
      const expected = ((of.made / of.expected) * month.days * total) / days
      return expected === 0 ? sum : sum + (month.made - expected) ** 2 / expected
    }, 0) / Math.max(1, months.length - 12)
  )
  const seen = sums.reduce((sum, { made, expected }) => sum + (made / expected - 1) ** 2, 0)
  const byChance = sums.reduce((sum, { expected }) => sum + within / expected, 0) * (11 / 12)
  const trust = seen === 0 ? 0 : Math.max(0, 1 - byChance / seen)
  return sums.map(({ made, expected }) => 1 + trust * (made / expected - 1))
}

function dispersionOf(months: readonly Month[], expect: (month: Month) => number): number {
  if (months.length < 2) return 1
  return months.reduce((sum, month) => sum + (month.made - expect(month)) ** 2 / expect(month), 0) / (months.length - 1)
}
