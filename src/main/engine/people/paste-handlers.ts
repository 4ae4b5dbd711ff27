// Writes a pasted table of people in one step. What it will do is planned in src/shared/people/paste/plan.ts.
import type { Writer } from '#engine/db.ts'
import { type CommandContext, done, fail } from '#engine/handler.ts'
import type { PasteOutcome, PeopleError, TeamId } from '#shared/people/index.ts'
import { planMove } from '#shared/people/memberships.ts'
import type { PastedSeller } from '#shared/people/paste/columns.ts'
import { planPaste } from '#shared/people/paste/plan.ts'
import { nameKey } from '#shared/units/name-key.ts'
import {
  endMembership,
  findTeamByKey,
  insertAlias,
  insertMembership,
  insertSeller,
  insertTeam,
  listMembershipsOf,
  loadPeople,
  removeMembership,
  updateSeller
} from './store.ts'

/** The fields of a row as the schema lets them through: what wasn't given may be undefined. */
type GivenRow = { [K in keyof PastedSeller]?: PastedSeller[K] | undefined }

export const pasteSellers = ({ db, today }: CommandContext, { rows }: { rows: GivenRow[] }) => {
  const given = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)))
  const plan = planPaste(given as PastedSeller[], loadPeople(db), today)
  const wrong = plan.findIndex((row) => row.problem !== null)
  if (wrong >= 0) {
    const refused: PeopleError = {
      code: 'people.pasteRefused',
      row: wrong + 1,
      problem: plan[wrong]?.problem?.code ?? ''
    }
    return fail(refused)
  }
  const outcome: PasteOutcome = { created: 0, changed: 0, same: 0 }
  for (const row of plan) {
    if (row.action === 'same') {
      outcome.same += 1
      continue
    }
    if (row.sellerId !== null) updateSeller(db, row.sellerId, row.facts)
    const sellerId = row.sellerId ?? insertSeller(db, row.facts)
    outcome[row.sellerId === null ? 'created' : 'changed'] += 1
    for (const alias of row.newAliases) insertAlias(db, sellerId, alias, nameKey(alias))
    if (row.team === null) continue
    const teamId = 'teamId' in row.team ? row.team.teamId : makeTeams(db, row.team.path)
    const memberships = listMembershipsOf(db, sellerId)
    const move = planMove(memberships, teamId, memberships.length === 0 ? row.facts.hiredOn : today)
    for (const id of move.remove) removeMembership(db, id)
    for (const { id, toOn } of move.end) endMembership(db, id, toOn)
    if (move.add !== null) insertMembership(db, { sellerId, ...move.add, toOn: null })
  }
  return done(outcome, { created: outcome.created, changed: outcome.changed })
}

/** Finds or makes the teams of a path from the top. @returns the last one */
function makeTeams(db: Writer, path: readonly string[]): TeamId {
  let parentId: TeamId | null = null
  for (const name of path) {
    const key = nameKey(name)
    const found: TeamId | undefined = findTeamByKey(db, parentId, key)?.id
    parentId = found ?? insertTeam(db, { parentId, name, managerId: null }, key)
  }
  if (parentId === null) throw new Error('a team path has at least one name')
  return parentId
}
