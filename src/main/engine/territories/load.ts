// Loads what territories are computed from: their rows, the accounts with their figures, and the dates that count by default.
import { countFacts, findDataAsOf, listAccounts, listWonByAccount } from '#engine/crm/store.ts'
import type { Reader } from '#engine/db.ts'
import { getFiscalYear } from '#engine/plans/store.ts'
import { getSettings } from '#engine/workspace/store.ts'
import type { AccountId, AccountRow } from '#shared/crm/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { rollUp } from '#shared/territories/rules.ts'
import type { AccountFigures, TerritoryOverview } from '#shared/territories/types.ts'
import { addDays, addMonths, type IsoDate } from '#shared/units/date.ts'
import { periodsOfYear } from '#shared/units/period.ts'
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

/** Fills in the dates that were not asked for: twelve months of sales, and the day the data end, moved into the plan's year. */
export function settleDates(db: Reader, scenarioId: ScenarioId, dates: Dates, today: IsoDate): AskedDates {
  const end = findDataAsOf(db) ?? today
  const isDefault = dates.fromOn === undefined && dates.toOn === undefined
  const [year] = periodsOfYear(getFiscalYear(db, scenarioId), 'year', getSettings(db).calendar)
  const inYear =
    !year || (end >= year.startsOn && end <= year.endsOn) ? end : end < year.startsOn ? year.startsOn : year.endsOn
  return {
    fromOn: isDefault ? addDays(addMonths(end, -12), 1) : (dates.fromOn ?? null),
    toOn: isDefault ? end : (dates.toOn ?? null),
    onDate: dates.onDate ?? inYear
  }
}

export type AccountWithFigures = AccountRow & AccountFigures & { accountId: AccountId; accountName: string }

/** All accounts, with what was won within the dates and what is open now. */
export function loadAccounts(db: Reader, { fromOn, toOn }: Pick<AskedDates, 'fromOn' | 'toOn'>): AccountWithFigures[] {
  const { currency } = getSettings(db)
  const range = { currency, from: fromOn ?? undefined, to: toOn ?? undefined }
  const won = new Map(listWonByAccount(db, range).map((sum) => [sum.accountId, sum]))
  return listAccounts(db, currency).map((account) => ({
    ...account,
    accountId: account.id,
    accountName: account.name,
    accounts: 1,
    wonMinor: won.get(account.id)?.amountMinor ?? 0,
    wonDeals: won.get(account.id)?.deals ?? 0
  }))
}

export function loadOverview(db: Reader, scenarioId: ScenarioId, dates: AskedDates): TerritoryOverview {
  const { currency } = getSettings(db)
  return {
    scenarioId,
    currency,
    ...dates,
    ...rollUp({
      territories: listTerritories(db, scenarioId),
      assignments: listAssignments(db, scenarioId),
      coverage: listCoverage(db, scenarioId),
      accounts: loadAccounts(db, dates),
      onDate: dates.onDate
    }),
    otherCurrencyDeals: countFacts(db, currency).otherCurrencies.reduce((sum, other) => sum + other.deals, 0)
  }
}
