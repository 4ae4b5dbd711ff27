// Puts together the accounts of a territory, or the unassigned ones with a hint where their sales point.
import type { Reader } from '#engine/db.ts'
import type { AccountId } from '#shared/crm/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { holdsDay, lineOf } from '#shared/territories/rules.ts'
import type { Assignment, TerritoryAccountRow, TerritoryId } from '#shared/territories/types.ts'
import { type AskedDates, loadAccounts } from './load.ts'
import { workOut } from './proposal.ts'
import { listAssignments, listTerritories } from './store.ts'

/** @param territoryId undefined for all accounts, null for the unassigned, else those of the territory and below it */
export function listAccountRows(
  db: Reader,
  scenarioId: ScenarioId,
  territoryId: TerritoryId | null | undefined,
  dates: AskedDates
): TerritoryAccountRow[] {
  const territories = listTerritories(db, scenarioId)
  const names = new Map(territories.map((territory) => [territory.id, territory.name]))
  const current = listAssignments(db, scenarioId).filter((each) => holdsDay(each, dates.onDate))
  const placed = new Map<AccountId, Assignment>(current.map((each) => [each.accountId, each]))
  const lines = new Map(territories.map((territory) => [territory.id, lineOf(territories, territory.id)]))
  const isWanted = (assignment: Assignment | undefined) => {
    if (territoryId === undefined) return true
    if (territoryId === null || !assignment) return territoryId === null && !assignment
    return lines.get(assignment.territoryId)?.includes(territoryId) ?? false
  }
  const wanted = loadAccounts(db, dates).filter((account) => isWanted(placed.get(account.id)))
  const hints = wanted.some((account) => !placed.has(account.id)) ? findHints(db, scenarioId, dates) : new Map()
  return wanted.map((account): TerritoryAccountRow => {
    const assignment = placed.get(account.id)
    return {
      accountId: account.id,
      accountName: account.name,
      industry: account.industry,
      segment: account.segment,
      country: account.country,
      region: account.region,
      accounts: 1,
      wonMinor: account.wonMinor,
      wonDeals: account.wonDeals,
      openMinor: account.openMinor,
      openDeals: account.openDeals,
      territoryId: assignment?.territoryId ?? null,
      territoryName: assignment ? (names.get(assignment.territoryId) ?? null) : null,
      source: assignment?.source ?? null,
      reason: assignment?.reason ?? '',
      evidence: assignment?.evidence ?? null,
      hint: assignment ? null : (hints.get(account.id) ?? null)
    }
  })
}

/** Where the sales of every account so far point, by the rule of the team that sold most. */
function findHints(
  db: Reader,
  scenarioId: ScenarioId,
  dates: AskedDates
): Map<AccountId, NonNullable<TerritoryAccountRow['hint']>> {
  const request = { method: 'byTeamSales' as const }
  const { plan } = workOut(db, { scenarioId, request, keepManual: false, removeEmpty: false }, dates.onDate)
  const hints = new Map<AccountId, NonNullable<TerritoryAccountRow['hint']>>()
  for (const { accountId, evidence } of plan.placements) hints.set(accountId, evidence)
  for (const { accountId, reason } of plan.unplaced) hints.set(accountId, reason)
  return hints
}
