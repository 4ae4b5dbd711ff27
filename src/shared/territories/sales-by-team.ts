// Who sold what to an account, folded from sellers to the teams of one level of the team tree.
import type { AccountId, WonByAccountAndSeller } from '#shared/crm/types.ts'
import { teamLine } from '#shared/people/index.ts'
import type { SellerId, Team, TeamId } from '#shared/people/types.ts'
import type { TeamSales } from './proposals/proposal-method.ts'

/** Teams of one level: those at that depth, and above it those with no team below. */
export interface TeamLevel {
  depth: number
  teams: { id: TeamId; name: string }[]
}

/**
 * Lists the levels at which a team tree can be cut.
 *
 * @param teams all teams
 * @returns one level per depth, 0 the top, teams by name
 * @missing none without teams
 * @example teamLevels([{ id, parentId: null, name: 'North', managerId: null }]).length // 1
 */
export function teamLevels(teams: readonly Team[]): TeamLevel[] {
  const parents = new Set(teams.map((team) => team.parentId))
  const placed = teams.map((team) => ({
    team,
    depth: teamLine(teams, team.id).length - 1,
    isLeaf: !parents.has(team.id)
  }))
  const deepest = Math.max(-1, ...placed.map((each) => each.depth))
  return Array.from({ length: deepest + 1 }, (_, depth) => ({
    depth,
    teams: placed
      .filter((each) => each.depth === depth || (each.isLeaf && each.depth < depth))
      .map(({ team }) => ({ id: team.id, name: team.name }))
      .sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : one.id - other.id))
  }))
}

/**
 * Chooses the level whose teams become territories when nobody said which: the first with two teams or more.
 *
 * @param levels of the team tree
 * @returns that level, or the top one
 * @missing undefined without teams
 * @example usualLevel([]) // undefined
 */
export function usualLevel(levels: readonly TeamLevel[]): TeamLevel | undefined {
  return levels.find((level) => level.teams.length > 1) ?? levels[0]
}

/**
 * Folds sales by account and seller into sales by account and team of a level.
 *
 * @param won sums by account and seller, minor units
 * @param teamOf the team in which each seller counts
 * @param teams all teams
 * @param level the level of the tree
 * @returns for each account its sales by team, teams in the order in which they first appear
 * @missing sellers in no team of that level, and deals whose seller is unknown, are under team null; deals without account are left away
 * @example foldSales([], new Map(), [], { depth: 0, teams: [] }).size // 0
 */
export function foldSales(
  won: readonly WonByAccountAndSeller[],
  teamOf: ReadonlyMap<SellerId, TeamId>,
  teams: readonly Team[],
  level: TeamLevel
): Map<AccountId, TeamSales[]> {
  const ofLevel = new Map(level.teams.map((team) => [team.id, team]))
  const above = new Map(
    teams.map((team) => [team.id, teamLine(teams, team.id).findLast((each) => ofLevel.has(each.id))?.id] as const)
  )
  const findTeam = (sellerId: SellerId | null) => {
    const own = sellerId === null ? undefined : teamOf.get(sellerId)
    const id = own === undefined ? undefined : above.get(own)
    return id === undefined ? undefined : ofLevel.get(id)
  }
  const folded = new Map<AccountId, Map<TeamId | null, TeamSales>>()
  for (const { accountId, sellerId, amountMinor, deals } of won) {
    if (accountId === null) continue
    const team = findTeam(sellerId) ?? null
    const sales = folded.get(accountId) ?? new Map<TeamId | null, TeamSales>()
    const before = sales.get(team?.id ?? null)
    sales.set(team?.id ?? null, {
      team,
      wonMinor: (before?.wonMinor ?? 0) + amountMinor,
      deals: (before?.deals ?? 0) + deals
    })
    folded.set(accountId, sales)
  }
  return new Map([...folded].map(([accountId, sales]) => [accountId, [...sales.values()]]))
}
