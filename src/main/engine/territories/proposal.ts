// Runs a rule over the accounts of the workspace: what it would do (preview) and doing it. Both take the same way to the same plan.
import { findDataAsOf, listWonByAccountAndSeller } from '#engine/crm/store.ts'
import type { Reader, Writer } from '#engine/db.ts'
import { loadPeople } from '#engine/people/store.ts'
import { getSettings } from '#engine/workspace/store.ts'
import { groupBy } from '#shared/math/group-by.ts'
import { membershipOn, type SellerId, type TeamId, teamLine } from '#shared/people/index.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { type ProposalPlan, planProposal } from '#shared/territories/plan-proposal.ts'
import { propose } from '#shared/territories/proposals/index.ts'
import { addFigures, figuresOf, foldSales, teamLevels, usualLevel } from '#shared/territories/rules.ts'
import type { ApplyOutcome, ProposalPreview, ProposalRequest, TerritoryId } from '#shared/territories/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { type AccountWithFigures, loadAccounts } from './known-accounts.ts'
import { getTerritorySettings } from './settings.ts'
import {
  clearAssignments,
  insertAssignments,
  insertCoverage,
  insertTerritory,
  listAssignments,
  listCoverage,
  listTerritories,
  removeTerritory
} from './store.ts'

export interface ProposalArgs {
  scenarioId: ScenarioId
  request: ProposalRequest
  keepManual: boolean
  removeEmpty: boolean
}

interface SellerOfTeam {
  sellerId: SellerId
  fromOn: IsoDate | null
}

interface Worked {
  plan: ProposalPlan
  accounts: readonly AccountWithFigures[]
  preview: Pick<ProposalPreview, 'levels' | 'depth'>
  /** Who sells for each team of the level now, those of the teams below included. */
  sellersOf: Map<TeamId, SellerOfTeam[]>
}

export function workOut(
  db: Reader,
  { scenarioId, request, keepManual, removeEmpty }: ProposalArgs,
  today: IsoDate
): Worked {
  const sales = request.method === 'byTeamSales' ? request : undefined
  const dates = { fromOn: sales?.fromOn ?? null, toOn: sales?.toOn ?? null }
  const accounts = loadAccounts(db, dates, getTerritorySettings(db, scenarioId))
  const { teams, memberships, sellers } = loadPeople(db)
  const levels = teamLevels(teams)
  const level = (sales?.depth === undefined ? undefined : levels[sales.depth]) ?? usualLevel(levels)
  const on = findDataAsOf(db) ?? today
  const ofSeller = groupBy(memberships, (membership) => membership.sellerId)
  const current = new Map(
    [...ofSeller].flatMap(([sellerId, own]) => {
      const membership = membershipOn(own, on)
      return membership ? [[sellerId, membership] as const] : []
    })
  )
  const teamOf = new Map([...current].map(([sellerId, membership]) => [sellerId, membership.teamId]))
  const range = { currency: getSettings(db).currency, from: sales?.fromOn, to: sales?.toOn }
  const byTeam = level && sales ? foldSales(listWonByAccountAndSeller(db, range), teamOf, teams, level) : new Map()
  const proposal = propose(
    {
      accounts: accounts.map(({ accountId, known }) => ({
        accountId,
        country: known.row.country,
        region: known.row.region,
        industry: known.row.industry,
        segment: known.row.segment,
        sales: byTeam.get(accountId) ?? []
      })),
      teams: level?.teams ?? []
    },
    request
  )
  const territories = listTerritories(db, scenarioId)
  const mainIds = new Set(territories.flatMap(({ id, kind }) => (kind === 'main' ? id : [])))
  const plan = planProposal({
    proposal,
    // Overlays lie beside: proposals are about main territories.
    territories: territories.filter((territory) => territory.kind === 'main'),
    // What an accepted alignment placed stays as what a person placed does.
    assignments: listAssignments(db, scenarioId)
      .filter((each) => mainIds.has(each.territoryId))
      .map((each) => (each.source === 'alignment' ? { ...each, source: 'manual' as const } : each)),
    keepManual,
    removeEmpty
  })
  const sellersOf = new Map<TeamId, SellerOfTeam[]>()
  for (const seller of sellers) {
    const membership = current.get(seller.id)
    const hasLeft = (seller.leftOn !== null && seller.leftOn < on) || (membership?.toOn ?? on) < on
    if (!membership || hasLeft || (seller.role !== 'seller' && seller.role !== 'account_manager')) continue
    for (const team of teamLine(teams, membership.teamId))
      sellersOf.set(team.id, [...(sellersOf.get(team.id) ?? []), { sellerId: seller.id, fromOn: membership.fromOn }])
  }
  return {
    plan,
    accounts,
    preview: {
      levels: levels.map(({ depth, teams: ofLevel }) => ({
        depth,
        teams: ofLevel.length,
        names: ofLevel.map((team) => team.name)
      })),
      depth: level?.depth ?? null
    },
    sellersOf
  }
}

export function previewOf({ plan, accounts, preview, sellersOf }: Worked): ProposalPreview {
  const byId = new Map(accounts.map((account) => [account.accountId, account]))
  const placed = groupBy(plan.placements, (placement) => placement.territoryKey)
  return {
    ...preview,
    territories: plan.territories.map(({ territoryId, ...territory }) => ({
      ...territory,
      ...addFigures(
        (placed.get(territory.key) ?? []).flatMap(({ accountId }) => {
          const account = byId.get(accountId)
          return account ? figuresOf(account) : []
        })
      ),
      isNew: territoryId === null,
      sellers: territory.teamId === null ? 0 : (sellersOf.get(territory.teamId)?.length ?? 0)
    })),
    unplaced: plan.unplaced.map((each) => {
      const account = byId.get(each.accountId)
      return { ...each, accountName: account?.accountName ?? '', wonMinor: account?.wonMinor ?? 0 }
    }),
    placed: plan.placements.length,
    keptManual: plan.keptManual,
    moved: plan.moved,
    removedNames: plan.removed.map((territory) => territory.name)
  }
}

/** Writes a plan: new territories, the assignments of rules, and who covers what. */
export function applyPlan(
  db: Writer,
  args: ProposalArgs & { withSellers: boolean },
  { plan, sellersOf }: Worked
): ApplyOutcome {
  const { scenarioId } = args
  const before = listTerritories(db, scenarioId)
  let position = Math.max(-1, ...before.map((territory) => territory.position))
  clearAssignments(db, scenarioId, args.keepManual ? ['manual', 'alignment'] : [])
  const ids = new Map<string, TerritoryId>()
  for (const { key, name, teamId, territoryId } of plan.territories) {
    position += territoryId === null ? 1 : 0
    ids.set(key, territoryId ?? insertTerritory(db, { scenarioId, parentId: null, name, teamId, position }))
  }
  insertAssignments(
    db,
    scenarioId,
    plan.placements.flatMap(({ accountId, territoryKey, evidence }) => {
      const territoryId = ids.get(territoryKey)
      if (territoryId === undefined) return []
      return { territoryId, accountId, source: 'rule' as const, reason: '', evidence, fromOn: null, toOn: null }
    })
  )
  for (const territory of before)
    if (plan.removed.some((removed) => removed.id === territory.id)) removeTerritory(db, territory)
  if (args.withSellers) coverByTeams(db, scenarioId, plan, ids, sellersOf)
  return { territories: plan.territories.length, placed: plan.placements.length, unplaced: plan.unplaced.length }
}

function coverByTeams(
  db: Writer,
  scenarioId: ScenarioId,
  plan: ProposalPlan,
  ids: ReadonlyMap<string, TerritoryId>,
  sellersOf: Worked['sellersOf']
): void {
  const covered = new Set(listCoverage(db, scenarioId).map((each) => `${each.territoryId} ${each.sellerId}`))
  for (const { key, teamId } of plan.territories) {
    const territoryId = ids.get(key)
    if (territoryId === undefined || teamId === null) continue
    for (const { sellerId, fromOn } of sellersOf.get(teamId) ?? [])
      if (!covered.has(`${territoryId} ${sellerId}`))
        insertCoverage(db, { scenarioId, territoryId, sellerId, fromOn, toOn: null })
  }
}
