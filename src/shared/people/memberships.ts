// Who is in which team when: finding the team of a day, and moving a person from a day on.
import { addDays, type IsoDate, isWithin } from '../units/date.ts'
import type { Membership, MembershipId, TeamId } from './types.ts'

/**
 * Finds the membership that holds on a day. Where two overlap, the one that started later counts.
 *
 * @param memberships those of one person, in any order
 * @param on a day
 * @returns the membership
 * @missing undefined when the person is in no team on that very day
 * @example findMembership([{ teamId: north, fromOn: null, toOn: '2026-03-31' }], '2026-04-01') // undefined
 */
export function findMembership<M extends Pick<Membership, 'fromOn' | 'toOn'>>(
  memberships: readonly M[],
  on: IsoDate
): M | undefined {
  return memberships.filter((each) => isWithin(on, each.fromOn, each.toOn)).reduce<M | undefined>(later, undefined)
}

function later<M extends Pick<Membership, 'fromOn' | 'toOn'>>(a: M | undefined, b: M): M {
  return a === undefined || (b.fromOn ?? '') >= (a.fromOn ?? '') ? b : a
}

/**
 * Finds the membership to which a day is counted: the one that holds on it; before the first the first, after the last
 * the last. So deals of people gone, and plans for people to come, still belong to a team.
 *
 * @param memberships those of one person, in any order
 * @param on a day
 * @returns the membership
 * @missing undefined when the person has none, or is between two
 * @example membershipOn([{ teamId: north, fromOn: null, toOn: '2026-03-31' }], '2026-04-01')?.teamId // north
 */
export function membershipOn<M extends Pick<Membership, 'fromOn' | 'toOn'>>(
  memberships: readonly M[],
  on: IsoDate
): M | undefined {
  const held = findMembership(memberships, on)
  if (held !== undefined) return held
  const past = memberships.filter((each) => each.toOn !== null && each.toOn < on)
  const ahead = memberships.filter((each) => each.fromOn !== null && each.fromOn > on)
  if (past.length > 0 && ahead.length > 0) return undefined
  if (past.length > 0) return past.reduce((a, b) => ((b.toOn ?? '') >= (a.toOn ?? '') ? b : a))
  return ahead.toSorted((a, b) => ((a.fromOn ?? '') < (b.fromOn ?? '') ? -1 : 1))[0]
}

/** What has to be written to move a person: memberships that go, those that end earlier, and the new one. */
export interface MovePlan {
  remove: MembershipId[]
  end: { id: MembershipId; toOn: IsoDate }[]
  add: { teamId: TeamId; fromOn: IsoDate | null } | null
}

/**
 * Works out how a person moves to another team from a day on.
 *
 * What ended before the day stays; what covers it ends the day before; what would start on it or later goes. A move into
 * the team in which the person already is on the day before makes no break.
 *
 * @param memberships those of one person, in any order
 * @param teamId the new team; null is none
 * @param fromOn first day in the new team; null: from the beginning, so all earlier memberships go
 * @returns what to remove, to end and to add
 * @example planMove([{ id: 1, teamId: north, fromOn: null, toOn: null }], south, '2026-07-01').end // [{ id: 1, toOn: '2026-06-30' }]
 */
export function planMove(
  memberships: readonly Pick<Membership, 'id' | 'teamId' | 'fromOn' | 'toOn'>[],
  teamId: TeamId | null,
  fromOn: IsoDate | null
): MovePlan {
  const plan: MovePlan = { remove: [], end: [], add: teamId === null ? null : { teamId, fromOn } }
  for (const { id, fromOn: started, toOn } of memberships) {
    if (fromOn === null || (started !== null && started >= fromOn)) plan.remove.push(id)
    else if (toOn === null || toOn >= fromOn) plan.end.push({ id, toOn: addDays(fromOn, -1) })
  }
  const cut = plan.end.map(({ id }) => memberships.find((each) => each.id === id))
  const same = cut.find((each) => each !== undefined && each.teamId === teamId && each.toOn === null)
  if (same === undefined) return plan
  return { remove: plan.remove, end: plan.end.filter(({ id }) => id !== same.id), add: null }
}
