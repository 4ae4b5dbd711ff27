// The territories that are there on a day with their figures, and where each account lies among the main ones.
import type { Reader } from '#engine/db.ts'
import type { AccountId } from '#shared/crm/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { holdsDay, rollUp } from '#shared/territories/rules.ts'
import type { Assignment, Coverage, TerritoryRow } from '#shared/territories/types.ts'
import { loadAccounts } from './known-accounts.ts'
import { type AskedDates, yearOfPlan } from './load.ts'
import { getTerritorySettings } from './settings.ts'
import { listAssignments, listCoverage, listTerritories } from './store.ts'

export interface Placed {
  /** In the order of the tree. */
  readonly rows: readonly TerritoryRow[]
  /** Of two main territories at once, which the checks name, the first. */
  readonly mainOf: ReadonlyMap<AccountId, Assignment>
  readonly coverage: readonly Coverage[]
}

export function loadPlaced(db: Reader, scenarioId: ScenarioId, dates: AskedDates): Placed {
  const settings = getTerritorySettings(db, scenarioId)
  const coverage = listCoverage(db, scenarioId)
  const assignments = listAssignments(db, scenarioId)
  const { territories } = rollUp({
    territories: listTerritories(db, scenarioId),
    assignments,
    coverage,
    accounts: loadAccounts(db, dates, settings),
    onDate: dates.onDate,
    year: yearOfPlan(db, scenarioId),
    limits: settings,
    outdated: 0
  })
  const rows = territories.filter((row) => holdsDay(row, dates.onDate))
  const main = new Set(rows.flatMap(({ id, kind }) => (kind === 'main' ? id : [])))
  const mainOf = new Map<AccountId, Assignment>()
  for (const each of assignments)
    if (main.has(each.territoryId) && holdsDay(each, dates.onDate) && !mainOf.has(each.accountId))
      mainOf.set(each.accountId, each)
  return { rows, mainOf, coverage }
}
