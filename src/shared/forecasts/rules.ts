// Makes a forecast of a sales series: middles, ranges, totals and the notes that go with them. The methods are in methods/.
import { type FiscalCalendar, nextPeriod, type Period, periodByKey, periodsOfYear } from '#shared/units/period.ts'
import { forecastAutomatically } from './automatic/automatic.ts'
import type { AutomaticForecast } from './automatic/types.ts'
import { compareMethods } from './backtest.ts'
import { describeAutomatic } from './methods/automatic.ts'
import { baselineOf, getMethod, isLongEnough } from './methods/index.ts'
import type { KnownDriver, MethodForecast } from './methods/method.ts'
import { findRanges, type Reach } from './range.ts'
import type {
  Backtest,
  BaselineForecast,
  ForecastCut,
  ForecastDraft,
  ForecastNote,
  ForecastPoint,
  ForecastRange,
  MethodId,
  RangeBasis,
  SalesSeries,
  YearTotal
} from './types.ts'

export type { KnownDriver } from './methods/method.ts'
export { seasonLengths, seriesPeriods } from './series.ts'

export interface ForecastRequest {
  series: SalesSeries
  cut: ForecastCut
  method: MethodId
  /** Periods ahead, at least 1. */
  horizon: number
  calendar: FiscalCalendar
  /** The comparison of the methods on this series, when it has been made already. */
  backtest?: Backtest
  /** For the regression: as long as the history, and ahead as the horizon. */
  drivers?: readonly KnownDriver[]
  /** The automatic forecast of these values and this horizon, where it has been made already. */
  automatic?: AutomaticForecast
}

/** A draft, with what is needed to add up any of its periods. */
export interface MadeForecast {
  draft: ForecastDraft
  /** The sum over the coming periods `from` to `to` (from 1, both included). */
  sumOf: (from: number, to: number) => ForecastRange & { middleMinor: number }
}

/**
 * Tries what takes no time on the past, and forecasts with the method that was asked for or else with the one that is proposed.
 *
 * @param request as for makeForecast; without a method the proposed one is taken
 * @returns the comparison, and the forecast
 * @missing `made` is undefined when the series is shorter than the method needs
 * @source see compareMethods
 * @example proposeForecast({ series, cut: { kind: 'company' }, horizon: 4, calendar }).backtest.proposed // 'automatic'
 */
export function proposeForecast(
  request: Omit<ForecastRequest, 'method' | 'backtest'> & { method?: MethodId | undefined }
): {
  backtest: Backtest
  made: MadeForecast | undefined
} {
  const { series, horizon } = request
  const values = series.points.map((point) => point.amountMinor)
  const { seasonLength } = series
  const automatic =
    request.automatic ?? (values.length > 0 ? forecastAutomatically({ values, seasonLength, horizon }) : undefined)
  const backtest = compareMethods(values, seasonLength, { horizon, automatic })
  const method = request.method ?? backtest.proposed
  const known = automatic === undefined ? {} : { automatic }
  return { backtest, made: method === null ? undefined : makeForecast({ ...request, ...known, method, backtest }) }
}

/**
 * Forecasts the coming periods of a series with one method.
 *
 * Middles are rounded to minor units before they are added, so that a total is the sum of what is shown. Where no past value is negative,
 * nothing below zero is forecast: a middle below it becomes zero, and the range lies around that.
 *
 * @param request series in minor units, method, horizon of at least 1
 * @returns the draft and sums over its periods
 * @missing undefined when the series is shorter than the method needs
 * @source the method's, see methods/; ranges see range.ts
 * @example makeForecast({ series, cut: { kind: 'company' }, method: 'seasonalNaive', horizon: 4, calendar })?.draft.points.length // 4
 */
export function makeForecast(request: ForecastRequest): MadeForecast | undefined {
  const { series, cut, method, horizon, calendar } = request
  const values = series.points.map((point) => point.amountMinor)
  const entry = getMethod(method)
  const last = series.points.at(-1)
  const lastPeriod = last && periodByKey(last.periodKey, calendar)
  if (!lastPeriod || !isLongEnough(entry, values.length, series.seasonLength)) return undefined

  const input = { values, seasonLength: series.seasonLength, horizon, drivers: request.drivers }
  const forecast =
    method === 'automatic' && request.automatic ? describeAutomatic(request.automatic, input) : entry.forecast(input)
  const ranges = findRanges(forecast, values)
  const floor = values.every((value) => value >= 0) ? 0 : Number.NEGATIVE_INFINITY
  const periods = periodsAfter(lastPeriod, horizon, calendar)
  const points = periods.map((period, at): ForecastPoint => {
    const middle = Math.max(floor, Math.round(forecast.middle[at] ?? 0))
    return {
      periodKey: period.key,
      startsOn: period.startsOn,
      endsOn: period.endsOn,
      middleMinor: middle,
      ...rangeAround(middle, ranges.steps[at] ?? null, floor),
      sourceKeys: (forecast.sources[at] ?? []).flatMap((source) => series.points[source]?.periodKey ?? [])
    }
  })
  const sumOf = (from: number, to: number) => {
    const middleMinor = points.slice(from - 1, to).reduce((sum, point) => sum + point.middleMinor, 0)
    return { middleMinor, ...rangeAround(middleMinor, ranges.sumOf(from, to), floor) }
  }
  const isCut =
    forecast.isCutAtZero === true ||
    points.some((_, at) => isBelow(floor, forecast.middle[at] ?? 0, ranges.steps[at] ?? null))
  const isWidthless = ranges.steps.every((step) => step?.down95 === 0 && step.up95 === 0)
  const backtest = request.backtest ?? compareMethods(values, series.seasonLength, { horizon })
  return {
    draft: {
      method,
      cut,
      series,
      points,
      total: {
        fromKey: points[0]?.periodKey ?? '',
        toKey: points.at(-1)?.periodKey ?? '',
        periods: horizon,
        ...sumOf(1, horizon)
      },
      rangeBasis: ranges.basis,
      errorCount: forecast.errorCount,
      errorSizeMinor: forecast.errorSize === null ? null : Math.round(forecast.errorSize),
      notes: [
        ...findNotes(series, points, ranges.basis, forecast.errorCount, isCut, isWidthless),
        ...findMethodNotes(series, forecast, backtest, method)
      ],
      backtest,
      explanation: forecast.explanation,
      baseline: findBaseline(values, series.seasonLength, horizon, floor)
    },
    sumOf
  }
}

/**
 * Adds up a fiscal year from closed periods as sold and coming ones as forecast.
 *
 * @param made a forecast
 * @param fiscalYear which year
 * @param calendar the fiscal calendar the forecast was made with
 * @returns minor units; the range is that of the forecast part, moved by what is sold
 * @missing null when a period of the year is neither in the history nor forecast
 * @example sumYear(made, 2018, calendar)?.forecastPeriods // 4
 */
export function sumYear(made: MadeForecast, fiscalYear: number, calendar: FiscalCalendar): YearTotal | null {
  const { series, points } = made.draft
  const periods = periodsOfYear(fiscalYear, series.grain, calendar)
  const sold = series.points.filter((point) => periods.some((period) => period.key === point.periodKey))
  const ahead = points.filter((point) => periods.some((period) => period.key === point.periodKey))
  if (sold.length + ahead.length < periods.length) return null
  const soldMinor = sold.reduce((sum, point) => sum + point.amountMinor, 0)
  const year = { fiscalYear, soldPeriods: sold.length, forecastPeriods: ahead.length, soldMinor }
  const first = ahead[0]
  if (!first)
    return {
      ...year,
      middleMinor: soldMinor,
      ...rangeAround(soldMinor, { down95: 0, down80: 0, up80: 0, up95: 0 }, soldMinor)
    }
  const from = points.indexOf(first) + 1
  const sum = made.sumOf(from, from + ahead.length - 1)
  const add = (value: number | null) => (value === null ? null : value + soldMinor)
  return {
    ...year,
    middleMinor: sum.middleMinor + soldMinor,
    low80Minor: add(sum.low80Minor),
    high80Minor: add(sum.high80Minor),
    low95Minor: add(sum.low95Minor),
    high95Minor: add(sum.high95Minor)
  }
}

function periodsAfter(last: Period, horizon: number, calendar: FiscalCalendar): Period[] {
  const periods: Period[] = []
  let period = last
  while (periods.length < horizon) {
    period = nextPeriod(period, calendar)
    periods.push(period)
  }
  return periods
}

function rangeAround(middle: number, reach: Reach | null, floor: number): ForecastRange {
  if (!reach) return { low80Minor: null, high80Minor: null, low95Minor: null, high95Minor: null }
  const end = (width: number) => Math.max(floor, Math.round(middle + width))
  return {
    low80Minor: end(-reach.down80),
    high80Minor: end(reach.up80),
    low95Minor: end(-reach.down95),
    high95Minor: end(reach.up95)
  }
}

function isBelow(floor: number, middle: number, reach: Reach | null): boolean {
  return middle - (reach?.down95 ?? 0) < floor
}

function findBaseline(
  values: readonly number[],
  seasonLength: number,
  horizon: number,
  floor: number
): BaselineForecast {
  const method = baselineOf(values.length, seasonLength)
  const { middle } = getMethod(method).forecast({ values, seasonLength, horizon })
  return { method, middleMinor: middle.map((value) => Math.max(floor, Math.round(value))) }
}

/** What the method itself has to say. */
function findMethodNotes(
  series: SalesSeries,
  forecast: MethodForecast,
  backtest: Backtest,
  method: MethodId
): ForecastNote[] {
  const notes: ForecastNote[] = []
  const { outliers = [], oldLeftOut = 0, explanation } = forecast
  const compared = backtest.methods.find((each) => each.method === method)
  if (compared?.beatsBaseline === false) notes.push({ kind: 'notBetter' })
  if (outliers.length > 0)
    notes.push({ kind: 'outliers', periodKeys: outliers.flatMap((at) => series.points[at]?.periodKey ?? []) })
  if (oldLeftOut > 0) notes.push({ kind: 'oldLeftOut', count: oldLeftOut })
  const missingPeriods = 2 * series.seasonLength - series.points.length
  if (explanation !== null && missingPeriods > 0) notes.push({ kind: 'seasonUnknown', missingPeriods })
  if (explanation?.kind === 'regression' && explanation.leftOut.length > 0)
    notes.push({ kind: 'driversLeftOut', drivers: explanation.leftOut })
  return notes
}

function findNotes(
  series: SalesSeries,
  points: readonly ForecastPoint[],
  basis: RangeBasis,
  errorCount: number,
  isCut: boolean,
  isWidthless: boolean
): ForecastNote[] {
  const valueCount = series.points.length
  const notes: ForecastNote[] = []
  if (series.partial) notes.push({ kind: 'partialLeftOut', periodKey: series.partial.periodKey })
  const running = points.find((point) => point.periodKey === series.partial?.periodKey)
  if (series.partial && running && series.partial.amountMinor > running.middleMinor)
    notes.push({ kind: 'runningAbove', periodKey: running.periodKey, soldMinor: series.partial.amountMinor })
  if (series.lateStart) notes.push({ kind: 'lateStart', ...series.lateStart })
  if (series.emptyPeriods.length > 0) notes.push({ kind: 'emptyPeriods', count: series.emptyPeriods.length })
  if (basis === 'spread') notes.push({ kind: 'rangeFromSpread', errorCount, valueCount })
  if (basis === 'none') notes.push({ kind: 'noRange', valueCount })
  if (isWidthless) notes.push({ kind: 'noSpread' })
  if (isCut) notes.push({ kind: 'cutAtZero' })
  return notes
}
