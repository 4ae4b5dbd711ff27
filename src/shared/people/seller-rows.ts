// People as the table shows them: each with team, path, lead, aliases and whether the name is shared.
import { groupBy } from '../math/group-by.ts'
import type { IsoDate } from '../units/date.ts'
import { nameKey } from '../units/name-key.ts'
import { findMembership } from './memberships.ts'
import { isActiveOn } from './rules.ts'
import { leaderOf, teamPath } from './teams.ts'
import type { Membership, Seller, SellerAlias, SellerRow, Team, TeamId } from './types.ts'

/**
 * Puts together what the table of people shows for a day.
 *
 * @param sellers people, in the order wanted
 * @param teams all teams
 * @param memberships all memberships
 * @param aliases all aliases
 * @param on the day whose teams count; somebody not here on it shows the team of the last or first day of work
 * @returns one row per person, in the same order
 * @missing team, path and lead are null or empty for a person without a team on the day
 * @example sellerRows([ana], [north], [], [], '2026-11-12')[0]?.teamName // null
 */
export function sellerRows(
  sellers: readonly Seller[],
  teams: readonly Team[],
  memberships: readonly Membership[],
  aliases: readonly SellerAlias[],
  on: IsoDate
): SellerRow[] {
  const names = new Map(sellers.map((seller) => [seller.id, seller.name]))
  const ofSeller = groupBy(memberships, (membership) => membership.sellerId)
  const aliasesOf = groupBy(aliases, (alias) => alias.sellerId)
  const byName = groupBy(sellers, (seller) => nameKey(seller.name))
  const paths = new Map<TeamId, string[]>(teams.map((team) => [team.id, teamPath(teams, team.id)]))

  return sellers.map((seller) => {
    const teamId = findMembership(ofSeller.get(seller.id) ?? [], dayHere(seller, on))?.teamId ?? null
    const path = teamId === null ? [] : (paths.get(teamId) ?? [])
    const managerId = teamId === null ? null : leaderOf(teams, seller.id, teamId)
    return {
      ...seller,
      teamId,
      teamName: path.at(-1) ?? null,
      teamPath: path,
      managerId,
      managerName: managerId === null ? null : (names.get(managerId) ?? null),
      aliases: (aliasesOf.get(seller.id) ?? []).map((each) => each.alias),
      isActive: isActiveOn(seller, on),
      isNameShared: (byName.get(nameKey(seller.name))?.length ?? 0) > 1
    }
  })
}

/** The day itself; for somebody who has left the last day of work, for somebody to come the first. */
function dayHere({ hiredOn, leftOn }: Pick<Seller, 'hiredOn' | 'leftOn'>, on: IsoDate): IsoDate {
  if (leftOn !== null && leftOn < on) return leftOn
  return hiredOn !== null && hiredOn > on ? hiredOn : on
}
