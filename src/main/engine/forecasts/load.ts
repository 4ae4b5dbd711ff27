// Makes a forecast from the deals of the workspace: the series of the cut asked for, the method, and how far ahead.
import { countFacts, countInvoicesLeftOut, findDataAsOf, sumBookings } from '#engine/crm/store.ts'
import type { Reader } from '#engine/db.ts'
import { getFiscalYear } from '#engine/plans/store.ts'
import { getSettings } from '#engine/workspace/store.ts'
import {
  type KnownDriver,
  type MadeForecast,
  proposeForecast,
  seasonLengths,
  sumYear
} from '#shared/forecasts/rules.ts'
import type {
  AskedCut,
  ForecastCut,
  ForecastGrain,
  ForecastPreview,
  ForecastsError,
  MethodId,
  SalesSeries,
  SeriesSource
} from '#shared/forecasts/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { addDays, type IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { type FiscalCalendar, nextPeriod, type Period, periodByKey, periodsOfYear } from '#shared/units/period.ts'
import { loadDrivers } from './load-drivers.ts'
import { loadSeries } from './load-series.ts'

export interface ForecastArgs {
  scenarioId: ScenarioId
  grain: ForecastGrain
  method?: MethodId | undefined
  horizon?: number | undefined
  dataAsOf?: IsoDate | undefined
  cut: AskedCut
  source?: SeriesSource | undefined
}

export interface Made {
  preview: ForecastPreview
  made: MadeForecast | undefined
}

type Loaded = { ok: true; value: Made } | { ok: false; error: ForecastsError }

/** What a forecast is made of, before a method looks at it. */
export interface ForecastFrame {
  cut: ForecastCut
  series: SalesSeries
  /** Periods ahead. */
  horizon: number
  calendar: FiscalCalendar
  fiscalYear: number
  dataAsOf: IsoDate
  /** Numbers that sales may follow, over the history and the coming periods. */
  listDrivers: () => KnownDriver[]
}

export function frameForecast(
  db: Reader,
  args: ForecastArgs,
  today: IsoDate
): { ok: true; value: ForecastFrame } | { ok: false; error: ForecastsError } {
  const { calendar } = getSettings(db)
  const dataAsOf = args.dataAsOf ?? findDataAsOf(db) ?? today
  const loaded = loadSeries(db, { ...args, dataAsOf })
  if (!loaded.ok) return loaded
  const { cut, series } = loaded.value
  const fiscalYear = getFiscalYear(db, args.scenarioId)
  const horizon = args.horizon ?? usualHorizon(series, fiscalYear, calendar)
  const listDrivers = () => loadDrivers(db, args.scenarioId, series.points, comingPeriods(series, horizon, calendar))
  return { ok: true, value: { cut, series, horizon, calendar, fiscalYear, dataAsOf, listDrivers } }
}

function comingPeriods({ points }: SalesSeries, horizon: number, calendar: FiscalCalendar): Period[] {
  const periods: Period[] = []
  let period = periodByKey(points.at(-1)?.periodKey ?? '', calendar)
  while (period !== undefined && periods.length < horizon) {
    period = nextPeriod(period, calendar)
    periods.push(period)
  }
  return periods
}

export function loadForecast(db: Reader, args: ForecastArgs, today: IsoDate): Loaded {
  const { currency } = getSettings(db)
  const framed = frameForecast(db, args, today)
  if (!framed.ok) return framed
  const { cut, series, horizon, calendar, fiscalYear: year, dataAsOf, listDrivers } = framed.value
  const drivers = args.method === 'regression' ? listDrivers() : []
  const { backtest, made } = proposeForecast({ series, cut, method: args.method, horizon, calendar, drivers })
  return {
    ok: true,
    value: {
      made,
      preview: {
        series,
        backtest,
        draft: made?.draft ?? null,
        year: made ? sumYear(made, year, calendar) : null,
        leftOut: countLeftOut(db, series.source, dataAsOf, currency)
      }
    }
  }
}

/** What the history can't hold: of another currency without a rate, or later than the data are known. */
function countLeftOut(
  db: Reader,
  source: SeriesSource,
  dataAsOf: IsoDate,
  currency: CurrencyCode
): ForecastPreview['leftOut'] {
  const none = { otherCurrencyDeals: 0, dealsAfterDataEnd: 0 }
  if (source === 'totals') return none
  if (source === 'invoices') {
    const { later, otherCurrency } = countInvoicesLeftOut(db, dataAsOf, currency)
    return { ...none, otherCurrencyInvoices: otherCurrency, invoicesAfterDataEnd: later }
  }
  return {
    otherCurrencyDeals: countFacts(db, currency).otherCurrencies.reduce((sum, other) => sum + other.deals, 0),
    dealsAfterDataEnd: sumBookings(db, { currency, from: addDays(dataAsOf, 1) }).deals
  }
}

/** A year ahead, or as far as the end of the plan's year when that lies further and within two years. */
function usualHorizon(series: SalesSeries, fiscalYear: number, calendar: FiscalCalendar): number {
  const season = seasonLengths[series.grain]
  const lastKey = series.points.at(-1)?.periodKey
  let period = lastKey === undefined ? undefined : periodByKey(lastKey, calendar)
  const end = periodsOfYear(fiscalYear, series.grain, calendar).at(-1)
  if (period === undefined || end === undefined) return season
  let steps = 0
  for (; period.endsOn < end.endsOn && steps <= 2 * season; steps += 1) period = nextPeriod(period, calendar)
  return steps <= 2 * season ? Math.max(season, steps) : season
}
