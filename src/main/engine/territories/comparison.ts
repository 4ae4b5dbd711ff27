// Holds two states of territories against each other: scenarios or days.
import { listFirstDeals } from '#engine/crm/store.ts'
import type { Reader } from '#engine/db.ts'
import { findScenario } from '#engine/plans/store.ts'
import { remember } from '#engine/remember.ts'
import { getSettings } from '#engine/workspace/store.ts'
import type { AccountId } from '#shared/crm/types.ts'
import type { SellerId } from '#shared/people/types.ts'
import { type ComparedAccount, compareStates, type PlacedIn, type StateToCompare } from '#shared/territories/compare.ts'
import type { TerritoryComparison, TerritoryState } from '#shared/territories/compare-types.ts'
import type { TerritorySettings } from '#shared/territories/measure-types.ts'
import { holdsDay, rollUp } from '#shared/territories/rules.ts'
import { daysBetween, type IsoDate } from '#shared/units/date.ts'
import { listSellersOf } from './covering.ts'
import { type AccountWithFigures, loadAccounts, type SalesDates } from './known-accounts.ts'
import { yearOfPlan } from './load.ts'
import { getTerritorySettings } from './settings.ts'
import { listAssignments, listCoverage, listTerritories } from './store.ts'

const daysPerYear = 365.2425

/** Years from the first deal of each account with each seller to a day; deals after that day or without a date make none. */
export function listYearsWith(db: Reader, onDate: IsoDate): ReadonlyMap<AccountId, ReadonlyMap<SellerId, number>> {
  return remember(db, `years with ${onDate}`, ['opportunities', 'accounts', 'sellers'], () => {
    const years = new Map<AccountId, Map<SellerId, number>>()
    for (const { accountId, sellerId, firstOn } of listFirstDeals(db)) {
      if (firstOn === null || firstOn > onDate) continue
      const own = years.get(accountId) ?? new Map<SellerId, number>()
      years.set(accountId, own.set(sellerId, daysBetween(firstOn, onDate) / daysPerYear))
    }
    return years
  })
}

/**
 * Compares two states by what the first one assumes about work and worth: another assumption would show as a change of every territory.
 */
export function compareTerritories(
  db: Reader,
  left: Pick<TerritoryState, 'scenarioId' | 'onDate'>,
  right: Pick<TerritoryState, 'scenarioId' | 'onDate'>,
  sales: SalesDates
): TerritoryComparison {
  const settings = getTerritorySettings(db, left.scenarioId)
  const accounts = loadAccounts(db, sales, settings)
  const yearsWith = listYearsWith(db, left.onDate)
  const none: ReadonlyMap<SellerId, number> = new Map()
  const compared = accounts.map(
    (account): ComparedAccount => ({ ...account, yearsWith: yearsWith.get(account.accountId) ?? none })
  )
  return {
    left: nameState(db, left),
    right: nameState(db, right),
    currency: getSettings(db).currency,
    ...compareStates(compared, loadState(db, left, accounts, settings), loadState(db, right, accounts, settings))
  }
}

function nameState(db: Reader, { scenarioId, onDate }: Pick<TerritoryState, 'scenarioId' | 'onDate'>): TerritoryState {
  return { scenarioId, scenarioName: findScenario(db, scenarioId)?.name ?? '', onDate }
}

function loadState(
  db: Reader,
  { scenarioId, onDate }: Pick<TerritoryState, 'scenarioId' | 'onDate'>,
  accounts: readonly AccountWithFigures[],
  settings: TerritorySettings
): StateToCompare {
  const territories = listTerritories(db, scenarioId)
  const [assignments, coverage] = [listAssignments(db, scenarioId), listCoverage(db, scenarioId)]
  const sellersOf = listSellersOf(territories, coverage, onDate)
  const main = new Map(
    territories
      .filter((each) => each.kind === 'main' && holdsDay(each, onDate))
      .map((each): [typeof each.id, PlacedIn] => [
        each.id,
        { territoryId: each.id, territoryName: each.name, sellers: sellersOf.get(each.id) ?? [] }
      ])
  )
  const placements = new Map<AccountId, PlacedIn>()
  for (const each of assignments) {
    const placed = holdsDay(each, onDate) ? main.get(each.territoryId) : undefined
    // Of two at once the first one counts, as everywhere.
    if (placed && !placements.has(each.accountId)) placements.set(each.accountId, placed)
  }
  const { territories: rows } = rollUp({
    territories,
    assignments,
    coverage,
    accounts,
    onDate,
    year: yearOfPlan(db, scenarioId),
    limits: settings,
    outdated: 0
  })
  return {
    placements,
    leaves: rows.filter((row) => row.kind === 'main' && row.isLeaf && holdsDay(row, onDate)),
    bandRatio: settings.bandRatio
  }
}
