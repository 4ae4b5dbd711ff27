// Puts together the accounts of a territory, or the unassigned ones with a hint where their sales point.
import type { Reader } from '#engine/db.ts'
import type { AccountId } from '#shared/crm/types.ts'
import { groupBy } from '#shared/math/group-by.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { figuresOf, holdsDay, lineOf } from '#shared/territories/rules.ts'
import type { TerritoryAccountRow, TerritoryId } from '#shared/territories/types.ts'
import { loadAccounts } from './known-accounts.ts'
import type { AskedDates } from './load.ts'
import { workOut } from './proposal.ts'
import { getTerritorySettings } from './settings.ts'
import { listAssignments, listTerritories } from './store.ts'

/** @param territoryId undefined for all accounts, null for the unassigned, else those of the territory and below it, overlays too */
export function listAccountRows(
  db: Reader,
  scenarioId: ScenarioId,
  territoryId: TerritoryId | null | undefined,
  dates: AskedDates
): TerritoryAccountRow[] {
  const territories = listTerritories(db, scenarioId)
  const there = new Map(
    territories.filter((each) => holdsDay(each, dates.onDate)).map((territory) => [territory.id, territory])
  )
  const lines = new Map(territories.map((territory) => [territory.id, lineOf(territories, territory.id)]))
  const current = listAssignments(db, scenarioId).filter(
    (each) => holdsDay(each, dates.onDate) && there.has(each.territoryId)
  )
  const ofAccount = groupBy(current, (each) => each.accountId)
  const kindOf = (id: TerritoryId) => there.get(id)?.kind
  const isBelow = (id: TerritoryId) => territoryId != null && (lines.get(id)?.includes(territoryId) ?? false)
  const rows = loadAccounts(db, dates, getTerritorySettings(db, scenarioId)).flatMap(
    (account): TerritoryAccountRow[] => {
      const placed = ofAccount.get(account.accountId) ?? []
      const inMain = placed.filter((each) => kindOf(each.territoryId) === 'main')
      const isWanted =
        territoryId === undefined ||
        (territoryId === null ? inMain.length === 0 : placed.some((each) => isBelow(each.territoryId)))
      if (!isWanted) return []
      // Of two at once, which is an error that the checks name, the one of the territory asked for is shown.
      const main = inMain.find((each) => isBelow(each.territoryId)) ?? inMain[0]
      const { industry, segment, country, region } = account.known.row
      return [
        {
          ...figuresOf(account),
          accountId: account.accountId,
          accountName: account.accountName,
          industry,
          segment,
          country,
          region,
          territoryId: main?.territoryId ?? null,
          territoryName: main ? (there.get(main.territoryId)?.name ?? null) : null,
          source: main?.source ?? null,
          overlayNames: placed.flatMap((each) =>
            kindOf(each.territoryId) === 'overlay' ? (there.get(each.territoryId)?.name ?? []) : []
          ),
          reason: main?.reason ?? '',
          evidence: main?.evidence ?? null,
          hint: null
        }
      ]
    }
  )
  if (rows.every((row) => row.territoryId !== null)) return rows
  const hints = findHints(db, scenarioId, dates)
  return rows.map((row) => (row.territoryId === null ? { ...row, hint: hints.get(row.accountId) ?? null } : row))
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
