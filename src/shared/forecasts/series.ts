// Turns won deals by fiscal period into the series that a forecast stands on, and says what is odd about it.
import { daysBetween, type IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { type FiscalCalendar, nextPeriod, type Period, periodOf } from '#shared/units/period.ts'
import type { ForecastGrain, SalesSeries, SeriesPoint } from './types.ts'

/** The first period counts as cut short when its first sale came after more than this part of its days. */
const lateStartRatio = 0.25

/** How many periods make a year, after which a season comes back. */
export const seasonLengths: Record<ForecastGrain, number> = { month: 12, quarter: 4 }

/**
 * Lists the periods from the first sale to the day the data end, both included.
 *
 * @param firstSaleOn close date of the first won deal
 * @param dataAsOf the last day that the data know about
 * @param grain month or quarter
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
  /** Won deals of periods that have any; a period that isn't listed had none. */
  sums: readonly { periodKey: string; deals: number; amountMinor: number }[]
  /** Close date of the first won deal, where it is known. */
  firstSaleOn: IsoDate | null
  dataAsOf: IsoDate
  grain: ForecastGrain
  currency: CurrencyCode
}

/**
 * Builds the series of complete periods.
 *
 * Periods before the first sale of the cut are left away. The period that hasn't ended on `dataAsOf` is set apart, since
 * half a quarter is not a small quarter. A complete period without deals is a zero.
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
    return { periodKey: key, startsOn, endsOn, amountMinor: sum?.amountMinor ?? 0, deals: sum?.deals ?? 0 }
  })
  const first = all.findIndex((point) => point.deals > 0)
  const sold = first < 0 ? [] : all.slice(first)
  const points = sold.filter((point) => point.endsOn <= input.dataAsOf)
  return {
    grain: input.grain,
    currency: input.currency,
    seasonLength: seasonLengths[input.grain],
    points,
    dataAsOf: input.dataAsOf,
    partial: sold.find((point) => point.endsOn > input.dataAsOf) ?? null,
    emptyPeriods: points.filter((point) => point.deals === 0).map((point) => point.periodKey),
    lateStart: findLateStart(points[0], input.firstSaleOn)
  }
}

function findLateStart(first: SeriesPoint | undefined, firstSaleOn: IsoDate | null): SalesSeries['lateStart'] {
  if (!first || firstSaleOn === null || firstSaleOn < first.startsOn || firstSaleOn > first.endsOn) return null
  const daysBefore = daysBetween(first.startsOn, firstSaleOn)
  const daysInPeriod = daysBetween(first.startsOn, first.endsOn) + 1
  if (daysBefore <= daysInPeriod * lateStartRatio) return null
  return { periodKey: first.periodKey, firstSaleOn, daysBefore, daysInPeriod }
}
