// Teams as a tree: paths, loops, who leads whom, and how many people each has.

import { groupBy } from '../math/group-by.ts'
import type { IsoDate } from '../units/date.ts'
import { findMembership } from './memberships.ts'
import { isActiveOn } from './rules.ts'
import type { Membership, Seller, SellerId, Team, TeamId, TeamRow } from './types.ts'

/**
 * Lists a team and those above it.
 *
 * @param teams all teams
 * @param teamId the team to start from
 * @returns the teams from the top down to the one asked for; none when it doesn't exist
 * @example teamLine(teams, north).map((team) => team.name) // ['Spain', 'North']
 */
export function teamLine(teams: readonly Team[], teamId: TeamId): Team[] {
  const byId = new Map(teams.map((team) => [team.id, team]))
  const line: Team[] = []
  for (let team = byId.get(teamId); team !== undefined; ) {
    // A loop can't be saved; should a file have one, the walk still ends.
    if (line.includes(team)) break
    line.unshift(team)
    team = team.parentId === null ? undefined : byId.get(team.parentId)
  }
  return line
}

/**
 * Gives the names from the top team down to a team.
 *
 * @param teams all teams
 * @param teamId a team
 * @returns the names; none when the team doesn't exist
 * @example teamPath(teams, north) // ['Spain', 'North']
 */
export function teamPath(teams: readonly Team[], teamId: TeamId): string[] {
  return teamLine(teams, teamId).map((team) => team.name)
}

/**
 * Tells whether putting a team under another would make it its own ancestor.
 *
 * @param teams all teams
 * @param teamId the team that moves
 * @param parentId the team under which it would go; null is the top
 * @returns true when the tree would become a loop
 * @example wouldLoop(teams, spain, north) // true, as North is below Spain
 */
export function wouldLoop(teams: readonly Team[], teamId: TeamId, parentId: TeamId | null): boolean {
  return parentId !== null && teamLine(teams, parentId).some((team) => team.id === teamId)
}

/**
 * Finds who leads a person.
 *
 * @param teams all teams
 * @param sellerId the person
 * @param teamId the person's team
 * @returns the lead of the nearest team upward that somebody else leads
 * @missing null when nobody else leads a team above the person
 * @example leaderOf(teams, ana, north) // the lead of North, or for Ana, who leads North, the lead of Spain
 */
export function leaderOf(teams: readonly Team[], sellerId: SellerId, teamId: TeamId): SellerId | null {
  const leads = teamLine(teams, teamId)
    .map((team) => team.managerId)
    .filter((lead) => lead !== null && lead !== sellerId)
  return leads.at(-1) ?? null
}

/**
 * Lists teams so that each follows its parent, siblings by name, with who leads them and how many people they have.
 *
 * @param teams all teams
 * @param sellers all people
 * @param memberships all memberships
 * @param on the day whose people count: those who work here on it
 * @returns one row per team, in tree order
 * @example teamRows(teams, sellers, memberships, '2026-11-12').map((row) => row.path.join(' / '))
 */
export function teamRows(
  teams: readonly Team[],
  sellers: readonly Seller[],
  memberships: readonly Membership[],
  on: IsoDate
): TeamRow[] {
  const names = new Map(sellers.map((seller) => [seller.id, seller.name]))
  const counts = countMembers(sellers, memberships, on)
  const children = new Map<TeamId | null, Team[]>()
  for (const team of teams) children.set(team.parentId, [...(children.get(team.parentId) ?? []), team])

  const below = (parentId: TeamId | null, path: readonly string[]): TeamRow[] =>
    [...(children.get(parentId) ?? [])].sort(byName).flatMap((team) => {
      const ownPath = [...path, team.name]
      const inside = below(team.id, ownPath)
      const memberCount = counts.get(team.id) ?? 0
      const direct = inside.filter((row) => row.parentId === team.id)
      const totalCount = direct.reduce((total, row) => total + row.totalCount, memberCount)
      const managerName = team.managerId === null ? null : (names.get(team.managerId) ?? null)
      return [{ ...team, managerName, path: ownPath, depth: path.length, memberCount, totalCount }, ...inside]
    })
  return below(null, [])
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name.localeCompare(b.name, 'es')
}

function countMembers(
  sellers: readonly Seller[],
  memberships: readonly Membership[],
  on: IsoDate
): Map<TeamId, number> {
  const counts = new Map<TeamId, number>()
  const bySeller = groupBy(memberships, (membership) => membership.sellerId)
  for (const seller of sellers) {
    if (!isActiveOn(seller, on)) continue
    const team = findMembership(bySeller.get(seller.id) ?? [], on)?.teamId
    if (team !== undefined) counts.set(team, (counts.get(team) ?? 0) + 1)
  }
  return counts
}
