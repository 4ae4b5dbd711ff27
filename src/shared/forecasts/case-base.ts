// What cases start from: the year by fiscal month as sold and as forecast without any lever, its uncertainty, and what the data say about the
// quantities that levers move. What can't be told from the data is null and named in `missing` with its reason.
import { sum } from '#shared/math/sum.ts'
import { daysBetween, type IsoDate } from '#shared/units/date.ts'
import { type FiscalCalendar, nextPeriod, type Period, periodByKey, periodsOfYear } from '#shared/units/period.ts'
import { forecastAutomatically } from './automatic/automatic.ts'
import { rangeOfSum } from './automatic/ranges.ts'
import type { AutomaticMethodId, AutomaticReason } from './automatic/types.ts'
import { type FactsInput, type MissingFact, measureFacts } from './case-facts.ts'
import { placeOpenDeals } from './case-open.ts'
import { percentilesOf } from './case-percentiles.ts'
import type { BaseMonth, CaseBase } from './case-types.ts'
import type { SalesSeries } from './types.ts'

/** Months after the year that a shorter cycle can pull deals in from. */
const monthsAfter = 6
/** Further ahead a monthly forecast says nothing any more. */
const mostMonthsAhead = 60

export interface CaseBaseInput extends FactsInput {
  readonly fiscalYear: number
  readonly calendar: FiscalCalendar
  /** The company's, by fiscal month. */
  readonly series: SalesSeries
}

/** How the base came about, for "why". */
export interface CaseBaseAnswer {
  readonly base: CaseBase
  readonly method: AutomaticMethodId | null
  readonly reason: AutomaticReason | null
  /** Complete months that the forecast is made from. */
  readonly historyMonths: number
  /** The twelve months that facts are measured in. */
  readonly measuredFrom: IsoDate
  readonly measuredTo: IsoDate
  readonly missing: readonly MissingFact[]
  readonly open: {
    readonly deals: number
    readonly withoutAmount: number
    /** Their close date is past or not set: placed by how long deals usually take. */
    readonly placedByAge: number
    /** Chance × amount of all of them, and what of it falls after the year. */
    readonly expectedMinor: number
    readonly afterYearMinor: number
    /** More than the forecast of its months leaves room for: counted up to that. */
    readonly aboveForecastMinor: number
  }
}

export type CaseBaseResult =
  | { readonly ok: true; readonly answer: CaseBaseAnswer }
  | { readonly ok: false; readonly reason: 'noSales' }
  | { readonly ok: false; readonly reason: 'tooFar'; readonly months: number }

/**
 * Puts together what cases start from.
 *
 * The months of the plan's year are what was sold where they are over, and the automatic forecast of the company's monthly series where they
 * aren't; in the running month what is sold so far is set apart and the rest of its middle is to come, none where more is sold already. What is
 * to come is split into deals that are open today, each by its amount and the measured win rate in the month where it is expected, and deals not
 * made yet, which are the rest. The year's percentiles lie around its middle as far as the forecast's ranges of the sum of its months say.
 *
 * @param input series, deals, people and accounts; minor units of one currency
 * @returns the base with how it came about, or why there is none
 * @missing facts the data don't tell are null and listed in `missing`; percentiles are null where the forecast has no range
 * @errors reason `noSales` without a complete month, `tooFar` when the year ends more than five years after the data
 * @source the split is the identity total = open + new of pipeline forecasting; percentiles are read off between the range's ends on the scale
 *   of the normal distribution
 * @example buildCaseBase({ ...input, series: { ...series, points: [] } }) // { ok: false, reason: 'noSales' }
 */
export function buildCaseBase(input: CaseBaseInput): CaseBaseResult {
  const { series, calendar, fiscalYear } = input
  const last = series.points.at(-1)
  const lastPeriod = last && periodByKey(last.periodKey, calendar)
  if (lastPeriod === undefined) return { ok: false, reason: 'noSales' }
  const year = periodsOfYear(fiscalYear, 'month', calendar)
  const ahead = periodsThrough(lastPeriod, year, calendar)
  if (ahead.length > mostMonthsAhead + monthsAfter)
    return { ok: false, reason: 'tooFar', months: ahead.length - monthsAfter }

  const values = series.points.map((point) => point.amountMinor)
  const forecast =
    ahead.length === 0
      ? null
      : forecastAutomatically({ values, seasonLength: series.seasonLength, horizon: ahead.length })
  const isNeverNegative = values.every((value) => value >= 0)
  const middleOf = new Map(ahead.map((period, at) => [period.key, Math.round(forecast?.middle[at] ?? 0)]))
  const soldOf = new Map(series.points.map((point) => [point.periodKey, point.recordedMinor ?? point.amountMinor]))
  const running = series.partial
  if (running !== null) soldOf.set(running.periodKey, running.recordedMinor ?? running.amountMinor)

  const toComeOf = (period: Period): number => {
    const middle = middleOf.get(period.key)
    if (middle === undefined) return 0
    const sold = soldOf.get(period.key) ?? 0
    return sold > 0 || isNeverNegative ? Math.max(0, middle - sold) : middle - sold
  }
  const facts = measureFacts(input)
  const placed = placeOpenDeals({
    deals: input.openDeals,
    months: ahead,
    dataAsOf: series.dataAsOf,
    chanceRatio: facts.measured.winRatio?.value ?? null,
    closeLagRatios: facts.closeLagRatios
  })
  let aboveForecastMinor = 0
  const months = year.map((period): BaseMonth => {
    const toCome = toComeOf(period)
    const expected = placed.byMonthMinor.get(period.key) ?? 0
    const openMinor = Math.min(Math.max(0, toCome), expected)
    aboveForecastMinor += expected - openMinor
    return {
      periodKey: period.key,
      startsOn: period.startsOn,
      endsOn: period.endsOn,
      soldMinor: soldOf.get(period.key) ?? 0,
      openMinor,
      newMinor: toCome - openMinor,
      existingRatio: facts.existingRatio
    }
  })
  const inYear = new Set(year.map((period) => period.key))
  const after = ahead.filter((period) => period.startsOn > (year.at(-1)?.endsOn ?? period.endsOn))
  const middleMinor = sum(months.map((month) => month.soldMinor + month.openMinor + month.newMinor))
  const steps = ahead.flatMap((period, at) => (inYear.has(period.key) ? [at + 1] : []))
  const [from, to] = [steps[0], steps.at(-1)]
  const range = forecast && from !== undefined && to !== undefined ? rangeOfSum(forecast, from, to) : null
  const soldMinor = sum(months.map((month) => month.soldMinor))
  return {
    ok: true,
    answer: {
      base: {
        fiscalYear,
        currency: series.currency,
        dataAsOf: series.dataAsOf,
        months,
        afterMinor: after.map((period) => middleOf.get(period.key) ?? 0),
        // A year that is over has no uncertainty left.
        percentilesMinor:
          steps.length === 0
            ? Array.from({ length: 100 }, () => middleMinor)
            : percentilesOf(
                middleMinor,
                range?.range ? { ...range.range, middle: range.middle } : null,
                isNeverNegative ? soldMinor : Number.NEGATIVE_INFINITY
              ),
        measured: facts.measured,
        closeLagRatios: facts.closeLagRatios
      },
      method: forecast?.method ?? null,
      reason: forecast?.reason ?? null,
      historyMonths: series.points.length,
      measuredFrom: input.window.from,
      measuredTo: input.window.to,
      missing: facts.missing,
      open: {
        deals: input.openDeals.length,
        withoutAmount: placed.withoutAmount,
        placedByAge: placed.placedByAge,
        expectedMinor: placed.expectedMinor,
        afterYearMinor: placed.expectedMinor - sum([...inYear].map((key) => placed.byMonthMinor.get(key) ?? 0)),
        aboveForecastMinor
      }
    }
  }
}

/** The months after the last complete one to the end of the year and as many more as a shorter cycle may pull in. */
function periodsThrough(last: Period, year: readonly Period[], calendar: FiscalCalendar): Period[] {
  const end = year.at(-1)?.endsOn ?? last.endsOn
  const periods: Period[] = []
  let beyond = 0
  for (let period = nextPeriod(last, calendar); beyond < monthsAfter; period = nextPeriod(period, calendar)) {
    if (period.startsOn > end) beyond += 1
    periods.push(period)
    // A year that is long over needs no forecast.
    if (daysBetween(end, period.startsOn) > 400) return []
  }
  return periods
}
