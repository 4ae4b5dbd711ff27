// Turns what was sold by fiscal period into the series that a forecast stands on, and says what is odd about it.
// How sums come to periods is in series/stretches.ts and series/treat.ts.
import { daysBetween, type IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { type FiscalCalendar, nextPeriod, type Period, periodOf } from '#shared/units/period.ts'
import { fillMissing } from './series/fill.ts'
import type { PeriodSum } from './series/treat.ts'
import type { SeriesChange } from './series-types.ts'
import type { ForecastGrain, SalesSeries, SeriesPoint, SeriesSource } from './types.ts'

/** The first period counts as cut short when its first sale came after more than this part of its days. */
const lateStartRatio = 0.25

/** How many periods make a year, after which a season comes back. */
export const seasonLengths: Record<ForecastGrain, number> = { week: 52, month: 12, quarter: 4 }

/**
 * Lists the periods from the first sale to the day the data end, both included.
 *
 * @param firstSaleOn close date of the first won deal
 * @param dataAsOf the last day that the data know about
 * @param grain week, month or quarter
 * @param calendar the fiscal calendar
 * @returns the periods in order without gaps; the last one may not have ended
 * @missing none when the first sale lies after the end of the data
 * @example seriesPeriods(isoDate(2017, 3, 1), isoDate(2017, 12, 31), 'quarter', cal).length // 4
 */
export function seriesPeriods(
  firstSaleOn: IsoDate,
  dataAsOf: IsoDate,
  grain: ForecastGrain,
  calendar: FiscalCalendar
): Period[] {
  const periods: Period[] = []
  let period = periodOf(firstSaleOn, grain, calendar)
  for (; firstSaleOn <= dataAsOf && period.startsOn <= dataAsOf; period = nextPeriod(period, calendar))
    periods.push(period)
  return periods
}

interface SeriesInput {
  periods: readonly Period[]
  /** What periods came to that recorded anything; a period that isn't listed had nothing. */
  sums: readonly PeriodSum[]
  /** Close date of the first won deal, where it is known. */
  firstSaleOn: IsoDate | null
  dataAsOf: IsoDate
  grain: ForecastGrain
  currency: CurrencyCode
  /** Absent: won deals. */
  source?: SeriesSource
  /** Changed definitions that concern the series; those that rescale have been reckoned in by `sums`. */
  changes?: readonly Pick<SeriesChange, 'changedOn' | 'treatment' | 'factorRatio'>[]
  /** Whether an empty period is to be taken as missing and filled in. */
  isMissing?: (periodKey: string) => boolean
}

/**
 * Builds the series of complete periods.
 *
 * Periods before the first sale of the cut are left away. The period that hasn't ended on `dataAsOf` is set apart, since
 * half a quarter is not a small quarter. A complete period without deals is a zero, unless it is said to be missing: then it is filled
 * in and named. Periods that begin before a definition that leaves earlier values out are left away and counted.
 *
 * @param input periods in order, sums by period in minor units
 * @returns the series, and what is to be said about it
 * @missing `partial` null when the data end with a period; `lateStart` null when the first period looks whole
 * @example buildSeries({ periods: [], sums: [], firstSaleOn: null, dataAsOf, grain: 'quarter', currency }).points // []
 */
export function buildSeries(input: SeriesInput): SalesSeries {
  const sums = new Map(input.sums.map((sum) => [sum.periodKey, sum]))
  const all = input.periods.map(({ key, startsOn, endsOn }): SeriesPoint => {
    const sum = sums.get(key)
    if (sum === undefined) return { periodKey: key, startsOn, endsOn, amountMinor: 0, deals: 0 }
    const { periodKey, ...recorded } = sum
    return { periodKey, startsOn, endsOn, ...recorded }
  })
  const first = all.findIndex((point) => point.deals > 0)
  const sold = first < 0 ? [] : all.slice(first)
  const cutOn = latestLeavingOut(input.changes ?? [])
  const complete = sold.filter((point) => point.endsOn <= input.dataAsOf)
  const counted = cutOn === undefined ? complete : complete.filter((point) => point.startsOn >= cutOn)
  const season = seasonLengths[input.grain]
  const { points, filled } = fillMissing(counted, season, input.isMissing ?? (() => false))
  const empty = points.filter((point) => point.deals === 0).map((point) => point.periodKey)
  const left = complete.length - counted.length
  const from = points[0]?.startsOn ?? input.dataAsOf
  const changes = (input.changes ?? [])
    .filter((change) => change.changedOn > from && change.changedOn <= input.dataAsOf)
    .map(({ changedOn, treatment, factorRatio }) => ({ changedOn, treatment, factorRatio }))
  return {
    grain: input.grain,
    source: input.source ?? 'bookings',
    currency: input.currency,
    seasonLength: season,
    points,
    dataAsOf: input.dataAsOf,
    partial: sold.find((point) => point.endsOn > input.dataAsOf) ?? null,
    emptyPeriods: empty.filter((key) => !filled.includes(key)),
    lateStart: left > 0 ? null : findLateStart(points[0], input.firstSaleOn),
    ...(filled.length === 0 ? {} : { filledPeriods: filled }),
    ...(left === 0 || cutOn === undefined ? {} : { leftOut: { periods: left, changedOn: cutOn } }),
    ...(changes.length === 0 ? {} : { changes })
  }
}

function latestLeavingOut(changes: readonly Pick<SeriesChange, 'changedOn' | 'treatment'>[]): IsoDate | undefined {
  return changes
    .filter((change) => change.treatment === 'leaveOut')
    .map((change) => change.changedOn)
    .toSorted()
    .at(-1)
}

function findLateStart(first: SeriesPoint | undefined, firstSaleOn: IsoDate | null): SalesSeries['lateStart'] {
  if (!first || firstSaleOn === null || firstSaleOn < first.startsOn || firstSaleOn > first.endsOn) return null
  const daysBefore = daysBetween(first.startsOn, firstSaleOn)
  const daysInPeriod = daysBetween(first.startsOn, first.endsOn) + 1
  if (daysBefore <= daysInPeriod * lateStartRatio) return null
  return { periodKey: first.periodKey, firstSaleOn, daysBefore, daysInPeriod }
}
