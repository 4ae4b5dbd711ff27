// What applying a proposal changes in a scenario that already has territories: what is kept, made, moved and removed.
import type { AccountId } from '#shared/crm/types.ts'
import { nameKey } from '#shared/units/name-key.ts'
import type {
  Assignment,
  Proposal,
  ProposedPlacement,
  ProposedTerritory,
  TerritoryId,
  TerritoryRecord,
  UnplacedAccount
} from './types.ts'

export interface PlanInput {
  proposal: Proposal
  territories: readonly TerritoryRecord[]
  assignments: readonly Assignment[]
  keepManual: boolean
  removeEmpty: boolean
}

export interface ProposalPlan {
  /** With the id of the territory that it goes on as; null is a new one. Names are unique in the scenario. */
  territories: (ProposedTerritory & { territoryId: TerritoryId | null })[]
  placements: ProposedPlacement[]
  unplaced: UnplacedAccount[]
  /** Assignments to take away: those of rules, and those by hand unless they are kept. */
  dropped: Assignment[]
  /** Territories that lose their last account by this and go. */
  removed: TerritoryRecord[]
  keptManual: number
  /** Accounts that had a territory and get another one, or none. */
  moved: number
}

/**
 * Works out what a proposal changes.
 *
 * A proposed territory goes on as the one with the same team, else the one with the same name. Accounts placed by hand stay if wished and
 * are then in neither of the proposal's lists.
 *
 * @param input the proposal, and the scenario as it is
 * @returns the changes
 * @missing nothing is removed that held no account before and belongs to no team: an empty territory made by hand is on purpose
 * @example planProposal({ proposal: nothing, territories: [], assignments: [], keepManual: true, removeEmpty: true }).moved // 0
 */
export function planProposal(input: PlanInput): ProposalPlan {
  const { proposal, assignments, keepManual } = input
  const kept = keepManual ? assignments.filter((each) => each.source === 'manual') : []
  const keptIds = new Set(kept.map((each) => each.accountId))
  const placements = proposal.placements.filter((each) => !keptIds.has(each.accountId))
  const used = new Set(placements.map((each) => each.territoryKey))
  const proposed = proposal.territories.filter((each) => each.teamId !== null || used.has(each.key))
  const territories = matchTerritories(proposed, input.territories)
  const dropped = assignments.filter((each) => !keepManual || each.source === 'rule')
  return {
    territories,
    placements,
    unplaced: proposal.unplaced.filter((each) => !keptIds.has(each.accountId)),
    dropped,
    removed: input.removeEmpty ? findRemoved(input, territories, kept) : [],
    keptManual: keptIds.size,
    moved: countMoved(dropped, placements, territories)
  }
}

function matchTerritories(
  proposed: readonly ProposedTerritory[],
  existing: readonly TerritoryRecord[]
): ProposalPlan['territories'] {
  const free = new Set(existing)
  const take = (found: TerritoryRecord | undefined) => {
    if (found) free.delete(found)
    return found
  }
  const byTeam = proposed.map((each) =>
    take([...free].find((record) => each.teamId !== null && record.teamId === each.teamId))
  )
  const taken = new Set(existing.map((record) => record.name))
  return proposed.map((each, at) => {
    const match = byTeam[at] ?? take([...free].find((record) => nameKey(record.name) === nameKey(each.name)))
    if (match) return { ...each, name: match.name, territoryId: match.id }
    const name = freeName(each.name, taken)
    taken.add(name)
    return { ...each, name, territoryId: null }
  })
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name
  let number = 2
  while (taken.has(`${name} ${number}`)) number += 1
  return `${name} ${number}`
}

function findRemoved(
  { territories, assignments }: PlanInput,
  matched: ProposalPlan['territories'],
  kept: readonly Assignment[]
): TerritoryRecord[] {
  const stays = new Set(matched.map((each) => each.territoryId))
  const holdsKept = new Set(kept.map((each) => each.territoryId))
  const held = new Set(assignments.map((each) => each.territoryId))
  const parents = new Set(territories.map((each) => each.parentId))
  return territories.filter(
    (each) =>
      !stays.has(each.id) &&
      !holdsKept.has(each.id) &&
      !parents.has(each.id) &&
      (held.has(each.id) || each.teamId !== null)
  )
}

function countMoved(
  dropped: readonly Assignment[],
  placements: readonly ProposedPlacement[],
  territories: ProposalPlan['territories']
): number {
  const idOfKey = new Map(territories.map((each) => [each.key, each.territoryId]))
  const after = new Map(placements.map((each) => [each.accountId, idOfKey.get(each.territoryKey) ?? null]))
  const moved = new Set<AccountId>()
  for (const { accountId, territoryId } of dropped) if (after.get(accountId) !== territoryId) moved.add(accountId)
  return moved.size
}
