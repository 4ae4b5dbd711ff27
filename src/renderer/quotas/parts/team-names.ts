// The name of a team with the teams above it, for grouping rows.
import type { TeamId } from '#shared/people/types.ts'
import type { SheetTeam } from '#shared/quotas/types.ts'

/** "Iberia / Levante": without the team at the very top, which all share; undefined for no team. */
export function teamPathOf(teams: readonly SheetTeam[], teamId: TeamId | null): string | undefined {
  const names: string[] = []
  const seen = new Set<TeamId>()
  for (let id = teamId; id !== null && !seen.has(id); ) {
    seen.add(id)
    const team = teams.find((each) => each.teamId === id)
    if (team === undefined) break
    names.unshift(team.name)
    id = team.parentId
  }
  return names.length === 0 ? undefined : names.slice(names.length > 1 ? 1 : 0).join(' / ')
}
