// What the forecasts of the parts stand on: the tree with its histories, the periods ahead, and the plan's year among them.
import { findDataAsOf } from '#engine/crm/store.ts'
import type { Reader } from '#engine/db.ts'
import { getFiscalYear } from '#engine/plans/store.ts'
import { remember } from '#engine/remember.ts'
import { getSettings } from '#engine/workspace/store.ts'
import type { PartNode } from '#shared/forecasts/hierarchy/parts.ts'
import type { PartsError, PartsForecast, PartsGrain, PartsTreeId } from '#shared/forecasts/hierarchy-types.ts'
import type { ForecastsError } from '#shared/forecasts/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { type FiscalCalendar, nextPeriod, type Period, periodByKey, periodsOfYear } from '#shared/units/period.ts'
import { layOutParts } from './hierarchy-tree.ts'
import { loadSeries } from './load-series.ts'

export interface PartsChoice {
  readonly scenarioId: ScenarioId
  readonly tree: PartsTreeId
  readonly grain: PartsGrain
}

export interface PartsFrame
  extends Pick<
    PartsForecast,
    'source' | 'currency' | 'dataAsOf' | 'historyKeys' | 'periods' | 'fiscalYear' | 'isWholeYear'
  > {
  readonly choice: PartsChoice
  readonly nodes: readonly PartNode[]
  readonly seasonLength: number
  readonly horizon: number
  /** The steps, from 1, that are what is left of the plan's year; null where they don't reach its end. */
  readonly yearSteps: { readonly from: number; readonly to: number } | null
}

type Framed = { ok: true; frame: PartsFrame } | { ok: false; error: ForecastsError | PartsError }

const tables = [
  'opportunities',
  'stages',
  'accounts',
  'sellers',
  'teams',
  'team_memberships',
  'territories',
  'territory_accounts',
  'one_off_deals',
  'series_changes',
  'forecast_settings',
  'exchange_rates',
  'imports',
  'activities',
  'plans',
  'scenarios',
  'settings'
]

export function frameParts(db: Reader, choice: PartsChoice, today: IsoDate): Framed {
  const key = `forecasts.parts ${choice.scenarioId} ${choice.tree} ${choice.grain} ${today}`
  return remember(db, key, tables, () => makeFrame(db, choice, today))
}

function makeFrame(db: Reader, choice: PartsChoice, today: IsoDate): Framed {
  const { calendar } = getSettings(db)
  const args = { scenarioId: choice.scenarioId, grain: choice.grain, dataAsOf: findDataAsOf(db) ?? today }
  const company = loadSeries(db, { ...args, cut: { kind: 'company' } })
  if (!company.ok) return company
  const { series } = company.value
  const last = series.points.at(-1)
  const lastPeriod = last && periodByKey(last.periodKey, calendar)
  if (lastPeriod === undefined) return { ok: false, error: { code: 'forecasts.noSales' } }
  const nodes = layOutParts(db, choice.tree, args, series)
  if (nodes.length < 2) return { ok: false, error: { code: 'forecasts.noParts', tree: choice.tree } }
  const fiscalYear = getFiscalYear(db, choice.scenarioId)
  const ofYear = periodsOfYear(fiscalYear, choice.grain, calendar)
  const periods = periodsAhead(lastPeriod, series.seasonLength, ofYear, calendar)
  const keys = periods.map((period) => period.key)
  const ahead = ofYear.filter((period) => keys.includes(period.key))
  const [first, end] = [ahead[0], ofYear.at(-1)]
  const isCovered = first !== undefined && end !== undefined && keys.includes(end.key)
  return {
    ok: true,
    frame: {
      choice,
      nodes,
      source: series.source,
      currency: series.currency,
      dataAsOf: series.dataAsOf,
      seasonLength: series.seasonLength,
      historyKeys: series.points.map((point) => point.periodKey),
      periods: periods.map(({ key, startsOn, endsOn }) => ({ key, startsOn, endsOn })),
      horizon: periods.length,
      fiscalYear,
      isWholeYear: isCovered && ahead.length === ofYear.length,
      yearSteps: isCovered ? { from: keys.indexOf(first.key) + 1, to: keys.indexOf(end.key) + 1 } : null
    }
  }
}

/** A year ahead, or to the end of the plan's year when that lies further and within two years. */
function periodsAhead(last: Period, year: number, ofYear: readonly Period[], calendar: FiscalCalendar): Period[] {
  const endsOn = ofYear.at(-1)?.endsOn ?? last.endsOn
  const periods: Period[] = []
  for (let period = nextPeriod(last, calendar); periods.length < 2 * year; period = nextPeriod(period, calendar)) {
    if (periods.length >= year && period.endsOn > endsOn) break
    periods.push(period)
  }
  return periods.at(-1)?.endsOn === endsOn ? periods : periods.slice(0, year)
}
