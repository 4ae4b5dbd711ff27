// How wrong the forecast of a fiscal year was in earlier years when as much of the year was left: the band around today's.
import type { CurrencyCode } from '#shared/units/money.ts'
import { type FiscalCalendar, fiscalYearOf, periodsOfYear } from '#shared/units/period.ts'
import type { ForecastSnapshot, SamePointAnswer, SamePointYear } from '../accuracy-types.ts'

/** What a snapshot says of a whole fiscal year. */
export interface YearForecast {
  /** Months to the end of the year that weren't over, those before the year included: tells the same point in different years. */
  readonly monthsLeft: number
  readonly soldMinor: number
  readonly forecastMinor: number
}

/**
 * Adds up what a monthly snapshot says of a fiscal year: closed months as sold then, the others as forecast.
 *
 * @param snapshot months, of one method
 * @param fiscalYear the running year or one after it
 * @param calendar the fiscal calendar of the snapshot
 * @returns minor units
 * @missing undefined when the year was over, or when the snapshot doesn't reach its end
 * @example forecastYear(snapshot, 2027, calendar)?.monthsLeft // 2 at the end of October
 */
export function forecastYear(
  snapshot: ForecastSnapshot,
  fiscalYear: number,
  calendar: FiscalCalendar
): YearForecast | undefined {
  const months = periodsOfYear(fiscalYear, 'month', calendar)
  const [first] = snapshot.points
  const end = months.at(-1)?.endsOn
  if (first === undefined || end === undefined || first.endsOn > end) return undefined
  const last = snapshot.points.findIndex((point) => point.endsOn === end)
  if (last < 0) return undefined
  const soldMinor = fiscalYearOf(first.startsOn, calendar) === fiscalYear ? snapshot.yearSoldMinor : 0
  const ahead = snapshot.points.filter((point, at) => at <= last && point.startsOn >= (months[0]?.startsOn ?? end))
  const forecastMinor = ahead.reduce((sum, point) => sum + point.middleMinor, soldMinor)
  return { monthsLeft: last + 1, soldMinor, forecastMinor }
}

interface SamePointInput {
  fiscalYear: number
  calendar: FiscalCalendar
  /** Today's forecast of the company by months; undefined before there is one. */
  today: ForecastSnapshot | undefined
  /** Earlier ones of the same cut and method. */
  earlier: readonly ForecastSnapshot[]
  /** What was sold in a month; undefined when the month isn't over. */
  soldIn: (periodKey: string) => number | undefined
  currency: CurrencyCode
}

/**
 * Says how wrong the forecasts of earlier years were when as many months were left, and draws that around today's forecast.
 *
 * The band reaches as far, up and down, as the worst of the earlier years missed. An error is forecast less actual, over the forecast.
 * A forecast made at the time goes before a replayed one of the same point, and of several the latest.
 *
 * @param input snapshots of one cut and method by months, and what was sold
 * @returns the band with the years that it stands on, the newest first; it never reaches below what is sold already while no forecast month is negative
 * @missing no band and the reason: nothing forecast for the year yet, or no earlier year was forecast at this point and is over
 * @example findSamePointBand({ fiscalYear: 2027, calendar, today: undefined, earlier: [], soldIn: () => 0, currency }).missing // 'noForecast'
 */
export function findSamePointBand(input: SamePointInput): SamePointAnswer {
  const { fiscalYear, calendar, today, earlier, soldIn, currency } = input
  const now = today && forecastYear(today, fiscalYear, calendar)
  if (!today || !now) return { band: null, missing: 'noForecast' }
  const found = new Map<number, SamePointYear>()
  const inOrder = earlier.toSorted((one, other) =>
    one.origin === other.origin ? one.dataAsOf.localeCompare(other.dataAsOf) : one.origin === 'made' ? 1 : -1
  )
  for (const snapshot of inOrder) {
    const [first] = snapshot.points
    if (first === undefined || snapshot.dataAsOf >= today.dataAsOf) continue
    const running = fiscalYearOf(first.startsOn, calendar)
    for (const year of [running, running + 1]) {
      const then = year < fiscalYear ? forecastYear(snapshot, year, calendar) : undefined
      if (then?.monthsLeft !== now.monthsLeft || then.forecastMinor === 0) continue
      const sold = periodsOfYear(year, 'month', calendar).map((month) => soldIn(month.key))
      if (sold.some((amount) => amount === undefined)) continue
      const actualMinor = sold.reduce<number>((sum, amount) => sum + (amount ?? 0), 0)
      found.set(year, {
        fiscalYear: year,
        dataAsOf: snapshot.dataAsOf,
        origin: snapshot.origin,
        forecastMinor: then.forecastMinor,
        actualMinor,
        errorRatio: (then.forecastMinor - actualMinor) / Math.abs(then.forecastMinor)
      })
    }
  }
  const years = [...found.values()].sort((one, other) => other.fiscalYear - one.fiscalYear)
  if (years.length === 0) return { band: null, missing: 'noEarlierYear' }
  const worstRatio = Math.max(...years.map((year) => Math.abs(year.errorRatio)))
  const reach = Math.abs(now.forecastMinor) * worstRatio
  const floor = today.points.every((point) => point.middleMinor >= 0) ? now.soldMinor : Number.NEGATIVE_INFINITY
  return {
    missing: null,
    band: {
      fiscalYear,
      dataAsOf: today.dataAsOf,
      currency,
      monthsLeft: now.monthsLeft,
      soldMinor: now.soldMinor,
      forecastMinor: now.forecastMinor,
      lowMinor: Math.max(floor, Math.round(now.forecastMinor - reach)),
      highMinor: Math.round(now.forecastMinor + reach),
      worstRatio,
      years
    }
  }
}
