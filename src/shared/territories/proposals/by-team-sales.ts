// Places each account with the team (for instance the regional office) that sold most to it.
import type { PlacementEvidence, Proposal, UnplacedReason } from '../types.ts'
import type { ProposalAccount, ProposalMethod, TeamSales } from './proposal-method.ts'

/**
 * Proposes one territory per team, and places each account with the team that sold most to it.
 *
 * An account without sales, with two teams exactly level, or with most sold by people outside these teams is left
 * unplaced with that reason: a person decides.
 *
 * @param input accounts with sales by team, minor units
 * @returns the proposal; every account is either placed or unplaced
 * @missing sales of people in no team are kept apart and never make a territory
 * @source the rule is the product's own; incumbency as the first guess is usual in alignment work (Zoltners and Lorimer, "Sales territory
 *   alignment: an overlooked productivity tool", Journal of Personal Selling and Sales Management 20 (2000))
 * @example byTeamSales.propose({ accounts: [], teams: [] }, { method: 'byTeamSales' }).placements // []
 */
export const byTeamSales: ProposalMethod<'byTeamSales'> = {
  id: 'byTeamSales',
  propose: ({ accounts, teams }) => {
    const proposal: Proposal = {
      territories: teams.map((team) => ({ key: `team-${team.id}`, name: team.name, teamId: team.id })),
      placements: [],
      unplaced: []
    }
    for (const account of accounts) {
      const found = placeBySales(account)
      if ('kind' in found) proposal.unplaced.push({ accountId: account.accountId, reason: found })
      else proposal.placements.push({ accountId: account.accountId, territoryKey: found.key, evidence: found.evidence })
    }
    return proposal
  }
}

/**
 * Finds the team that sold most to one account, or why there is none.
 *
 * @param account its sales by team
 * @returns the territory's key with the evidence, or the reason
 * @missing a team whose sales come to 0 or less (credit notes) can't win
 * @source see byTeamSales
 * @example placeBySales({ ...account, sales: [] }) // { kind: 'noSales' }
 */
export function placeBySales(
  account: Pick<ProposalAccount, 'sales'>
): { key: string; evidence: PlacementEvidence } | UnplacedReason {
  const sellers = account.sales.filter((sales) => sales.wonMinor > 0)
  if (sellers.length === 0) return { kind: 'noSales' }
  const totalMinor = sellers.reduce((sum, sales) => sum + sales.wonMinor, 0)
  const most = Math.max(...sellers.map((sales) => sales.wonMinor))
  const leaders = sellers.filter((sales) => sales.wonMinor === most)
  const named = leaders.flatMap((sales) => sales.team?.name ?? []).sort()
  const [leader] = leaders
  if (leaders.length > 1 && named.length > 1) return { kind: 'tie', teamNames: named, wonMinor: most }
  if (!leader?.team || leaders.length > 1) return { kind: 'noTeam', wonMinor: most, totalMinor }
  return {
    key: `team-${leader.team.id}`,
    evidence: {
      method: 'byTeamSales',
      teamName: leader.team.name,
      wonMinor: leader.wonMinor,
      totalMinor,
      deals: leader.deals,
      runnerUp: findRunnerUp(sellers, leader)
    }
  }
}

function findRunnerUp(sellers: readonly TeamSales[], leader: TeamSales): { teamName: string; wonMinor: number } | null {
  let second: { teamName: string; wonMinor: number } | null = null
  for (const { team, wonMinor } of sellers) {
    if (!team || team.id === leader.team?.id) continue
    const isAhead =
      !second || wonMinor > second.wonMinor || (wonMinor === second.wonMinor && team.name < second.teamName)
    if (isAhead) second = { teamName: team.name, wonMinor }
  }
  return second
}
