// Answers the calls about teams: the tree, its names, who leads, and what becomes of a removed team's people.
import type { Reader } from '#engine/db.ts'
import type { CommandContext, QueryContext } from '#engine/handler.ts'
import { done, fail, ok } from '#engine/handler.ts'
import {
  type PeopleError,
  type SellerId,
  type Team,
  type TeamId,
  type TeamRow,
  teamRows,
  wouldLoop
} from '#shared/people/index.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { nameKey } from '#shared/units/name-key.ts'
import {
  countInTeam,
  emptyTeamInto,
  findSeller,
  findTeam,
  findTeamByKey,
  insertTeam,
  listTeams,
  loadPeople,
  removeTeam,
  updateTeam
} from './store.ts'

const rowsOn = (db: Reader, on: IsoDate): TeamRow[] => {
  const { teams, sellers, memberships } = loadPeople(db)
  return teamRows(teams, sellers, memberships, on)
}

const rowOf = (db: Reader, id: TeamId, on: IsoDate): TeamRow => {
  const row = rowsOn(db, on).find((each) => each.id === id)
  if (row === undefined) throw new Error(`the team ${id} was just written and is not there`)
  return row
}

/** What forbids a team to be so, or undefined. */
const refuse = (db: Reader, team: Omit<Team, 'id'>, id: TeamId | undefined): PeopleError | undefined => {
  const key = nameKey(team.name)
  if (key === '') return { code: 'people.teamNameEmpty' }
  const parent = team.parentId === null ? undefined : findTeam(db, team.parentId)
  if (team.parentId !== null && parent === undefined) return { code: 'people.teamMissing' }
  if (team.managerId !== null && findSeller(db, team.managerId) === undefined) return { code: 'people.sellerMissing' }
  const teams = listTeams(db)
  if (id !== undefined && parent !== undefined && wouldLoop(teams, id, parent.id))
    return { code: 'people.teamLoop', name: team.name, parentName: parent.name }
  const other = findTeamByKey(db, team.parentId, key)
  return other === undefined || other.id === id ? undefined : { code: 'people.teamNameTaken', name: other.name }
}

interface TeamChange {
  teamId: TeamId
  name?: string | undefined
  parentId?: TeamId | null | undefined
  managerId?: SellerId | null | undefined
}

export const teamHandlers = {
  listTeams: ({ db, today }: QueryContext, { on }: { on?: IsoDate | undefined }) => ok(rowsOn(db, on ?? today)),

  createTeam: (
    { db, today }: CommandContext,
    given: { name: string; parentId: TeamId | null; managerId?: SellerId | null | undefined }
  ) => {
    const team = { name: given.name, parentId: given.parentId, managerId: given.managerId ?? null }
    const wrong = refuse(db, team, undefined)
    if (wrong !== undefined) return fail(wrong)
    return done(rowOf(db, insertTeam(db, team, nameKey(team.name)), today), { name: team.name })
  },

  updateTeam: ({ db, today }: CommandContext, { teamId, name, parentId, managerId }: TeamChange) => {
    const before = findTeam(db, teamId)
    if (before === undefined) return fail({ code: 'people.teamMissing' } satisfies PeopleError)
    const team: Team = {
      ...before,
      ...(name === undefined ? {} : { name }),
      ...(parentId === undefined ? {} : { parentId }),
      ...(managerId === undefined ? {} : { managerId })
    }
    const wrong = refuse(db, team, teamId)
    if (wrong !== undefined) return fail(wrong)
    updateTeam(db, team, nameKey(team.name))
    return done(rowOf(db, teamId, today), { name: team.name })
  },

  removeTeam: ({ db }: CommandContext, { teamId, into }: { teamId: TeamId; into?: TeamId | undefined }) => {
    const team = findTeam(db, teamId)
    const heir = into === undefined ? undefined : findTeam(db, into)
    if (team === undefined || (into !== undefined && heir === undefined))
      return fail({ code: 'people.teamMissing' } satisfies PeopleError)
    const { members, teams } = countInTeam(db, teamId)
    if (members + teams > 0) {
      if (heir === undefined)
        return fail({ code: 'people.teamInUse', name: team.name, members, teams } satisfies PeopleError)
      if (wouldLoop(listTeams(db), teamId, heir.id))
        return fail({ code: 'people.teamLoop', name: team.name, parentName: heir.name } satisfies PeopleError)
      const clash = listTeams(db).find(
        (each) => each.parentId === teamId && findTeamByKey(db, heir.id, nameKey(each.name)) !== undefined
      )
      if (clash !== undefined) return fail({ code: 'people.teamNameTaken', name: clash.name } satisfies PeopleError)
      emptyTeamInto(db, teamId, heir.id)
    }
    removeTeam(db, teamId)
    return done(null, { name: team.name })
  }
}
