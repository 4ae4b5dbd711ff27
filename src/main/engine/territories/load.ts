// Loads what territories are computed from: the dates that count by default, the scenario's rows, and the overview they make.
import { countFacts, findDataAsOf } from '#engine/crm/store.ts'
import type { Reader } from '#engine/db.ts'
import { getFiscalYear } from '#engine/plans/store.ts'
import { getSettings } from '#engine/workspace/store.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { OverviewInput } from '#shared/territories/rules.ts'
import { rollUp } from '#shared/territories/rules.ts'
import type { TerritoryOverview } from '#shared/territories/types.ts'
import { addDays, addMonths, type IsoDate, isAfter, isBefore } from '#shared/units/date.ts'
import { periodsOfYear } from '#shared/units/period.ts'
import { loadAccounts } from './known-accounts.ts'
import { countOutdated } from './rule-plan.ts'
import { getTerritorySettings } from './settings.ts'
import { listAssignments, listCoverage, listTerritories } from './store.ts'

export interface Dates {
  fromOn?: IsoDate | null | undefined
  toOn?: IsoDate | null | undefined
  onDate?: IsoDate | undefined
}

export interface AskedDates {
  fromOn: IsoDate | null
  toOn: IsoDate | null
  onDate: IsoDate
}

/** First and last day of the fiscal year that a scenario plans. */
export function yearOfPlan(db: Reader, scenarioId: ScenarioId): OverviewInput['year'] {
  const [year] = periodsOfYear(getFiscalYear(db, scenarioId), 'year', getSettings(db).calendar)
  if (!year) throw new Error('a fiscal year has days')
  return year
}

/** Fills in the dates that were not asked for: twelve months of sales, and the day the data end, moved into the plan's year. */
export function settleDates(db: Reader, scenarioId: ScenarioId, dates: Dates, today: IsoDate): AskedDates {
  const end = findDataAsOf(db) ?? today
  const isDefault = dates.fromOn === undefined && dates.toOn === undefined
  const year = yearOfPlan(db, scenarioId)
  return {
    fromOn: isDefault ? addDays(addMonths(end, -12), 1) : (dates.fromOn ?? null),
    toOn: isDefault ? end : (dates.toOn ?? null),
    onDate: dates.onDate ?? moveInto(year, end)
  }
}

function moveInto({ startsOn, endsOn }: OverviewInput['year'], day: IsoDate): IsoDate {
  if (isBefore(day, startsOn)) return startsOn
  return isAfter(day, endsOn) ? endsOn : day
}

export function loadOverview(db: Reader, scenarioId: ScenarioId, dates: AskedDates): TerritoryOverview {
  const { currency } = getSettings(db)
  const settings = getTerritorySettings(db, scenarioId)
  return {
    scenarioId,
    currency,
    ...dates,
    ...rollUp({
      territories: listTerritories(db, scenarioId),
      assignments: listAssignments(db, scenarioId),
      coverage: listCoverage(db, scenarioId),
      accounts: loadAccounts(db, dates, settings),
      onDate: dates.onDate,
      year: yearOfPlan(db, scenarioId),
      limits: settings,
      outdated: countOutdated(db, scenarioId, dates.onDate)
    }),
    otherCurrencyDeals: countFacts(db, currency).otherCurrencies.reduce((sum, other) => sum + other.deals, 0)
  }
}
