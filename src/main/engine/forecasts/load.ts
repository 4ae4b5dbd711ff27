// Makes a forecast from the deals of the workspace: the series of the cut asked for, the method, and how far ahead.
import { countFacts, findDataAsOf, listWonByPeriod, listWonBySellerAndPeriod, sumBookings } from '#engine/crm/store.ts'
import type { Reader } from '#engine/db.ts'
import { loadPeople } from '#engine/people/store.ts'
import { getFiscalYear } from '#engine/plans/store.ts'
import { getSettings } from '#engine/workspace/store.ts'
import type { WonByPeriod } from '#shared/crm/types.ts'
import {
  buildSeries,
  compareMethods,
  type MadeForecast,
  makeForecast,
  seasonLengths,
  seriesPeriods,
  sumYear
} from '#shared/forecasts/rules.ts'
import type {
  ForecastCut,
  ForecastGrain,
  ForecastPreview,
  ForecastsError,
  MethodId,
  SalesSeries
} from '#shared/forecasts/types.ts'
import { membershipOn, type SellerId, type TeamId, teamLine } from '#shared/people/index.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { addDays, type IsoDate } from '#shared/units/date.ts'
import { type FiscalCalendar, nextPeriod, type Period, periodByKey, periodsOfYear } from '#shared/units/period.ts'

export interface ForecastArgs {
  scenarioId: ScenarioId
  grain: ForecastGrain
  method?: MethodId | undefined
  horizon?: number | undefined
  dataAsOf?: IsoDate | undefined
  cut: { kind: 'company' } | { kind: 'team'; teamId: TeamId } | { kind: 'seller'; sellerId: SellerId }
}

export interface Made {
  preview: ForecastPreview
  made: MadeForecast | undefined
}

type Loaded = { ok: true; value: Made } | { ok: false; error: ForecastsError }

export function loadForecast(db: Reader, args: ForecastArgs, today: IsoDate): Loaded {
  const { calendar, currency } = getSettings(db)
  const counts = countFacts(db, currency)
  const dataAsOf = args.dataAsOf ?? findDataAsOf(db) ?? today
  const named = nameCut(db, args.cut, dataAsOf)
  if (named === undefined) return { ok: false, error: { code: 'forecasts.nobody' } }
  if (counts.firstWonOn === null || counts.firstWonOn > dataAsOf)
    return { ok: false, error: { code: 'forecasts.noSales' } }

  const periods = seriesPeriods(counts.firstWonOn, dataAsOf, args.grain, calendar)
  const sums = sumsOf(db, named, upTo(periods, dataAsOf))
  // When a cut's first sale came isn't known to the day, so only the company's first period can be called late.
  const firstSaleOn = args.cut.kind === 'company' ? counts.firstWonOn : null
  const series = buildSeries({ periods, sums, firstSaleOn, dataAsOf, grain: args.grain, currency })
  if (series.points.length === 0 && series.partial === null) return { ok: false, error: { code: 'forecasts.noSales' } }

  const values = series.points.map((point) => point.amountMinor)
  const backtest = compareMethods(values, series.seasonLength)
  const method = args.method ?? backtest.proposed
  const year = getFiscalYear(db, args.scenarioId)
  const horizon = args.horizon ?? usualHorizon(series, year, calendar)
  const made =
    method === null ? undefined : makeForecast({ series, cut: named.cut, method, horizon, calendar, backtest })
  const later = sumBookings(db, { currency, from: addDays(dataAsOf, 1) }).deals
  const leftOut = {
    otherCurrencyDeals: counts.otherCurrencies.reduce((sum, other) => sum + other.deals, 0),
    dealsAfterDataEnd: later
  }
  return {
    ok: true,
    value: {
      made,
      preview: {
        series,
        backtest,
        draft: made?.draft ?? null,
        year: made ? sumYear(made, year, calendar) : null,
        leftOut
      }
    }
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

interface NamedCut {
  cut: ForecastCut
  /** Null for the whole company, deals without a seller included. */
  sellerIds: ReadonlySet<SellerId> | null
}

/** The cut with its name and its people; a team's people are those whose team lies in it on the day the data end. */
function nameCut(db: Reader, asked: ForecastArgs['cut'], on: IsoDate): NamedCut | undefined {
  if (asked.kind === 'company') return { cut: asked, sellerIds: null }
  const { sellers, teams, memberships } = loadPeople(db)
  if (asked.kind === 'seller') {
    const seller = sellers.find((each) => each.id === asked.sellerId)
    return seller && { cut: { ...asked, name: seller.name }, sellerIds: new Set([seller.id]) }
  }
  const team = teams.find((each) => each.id === asked.teamId)
  if (team === undefined) return undefined
  const inTeam = sellers.filter((seller) => {
    const own = membershipOn(
      memberships.filter((each) => each.sellerId === seller.id),
      on
    )
    return own !== undefined && teamLine(teams, own.teamId).some((each) => each.id === team.id)
  })
  return { cut: { ...asked, name: team.name }, sellerIds: new Set(inTeam.map((seller) => seller.id)) }
}

function sumsOf(db: Reader, { sellerIds }: NamedCut, periods: readonly Period[]): WonByPeriod[] {
  const { currency } = getSettings(db)
  if (sellerIds === null) return listWonByPeriod(db, periods, currency)
  const sums = new Map<string, WonByPeriod>()
  for (const { sellerId, periodKey, deals, amountMinor } of listWonBySellerAndPeriod(db, periods, currency)) {
    if (sellerId === null || !sellerIds.has(sellerId)) continue
    const sum = sums.get(periodKey)
    sums.set(periodKey, {
      periodKey,
      deals: (sum?.deals ?? 0) + deals,
      amountMinor: (sum?.amountMinor ?? 0) + amountMinor
    })
  }
  return [...sums.values()]
}

/** The running period is summed only as far as the data are known. */
function upTo(periods: readonly Period[], dataAsOf: IsoDate): Period[] {
  return periods.map((period) => (period.endsOn > dataAsOf ? { ...period, endsOn: dataAsOf } : period))
}
