// Works out what pasting a table of people would do, row by row, before anything is written. The page shows it, the
// engine does it.
import type { IsoDate } from '../../units/date.ts'
import { nameKey } from '../../units/name-key.ts'
import { findMembership } from '../memberships.ts'
import { findByName, findWrongFact, indexNames, noFacts } from '../rules.ts'
import { teamPath } from '../teams.ts'
import type { Membership, PeopleError, Seller, SellerAlias, SellerFields, SellerId, Team, TeamId } from '../types.ts'
import type { PastedSeller } from './columns.ts'

/** What is there before the paste. */
export interface PeopleBefore {
  sellers: readonly Seller[]
  teams: readonly Team[]
  memberships: readonly Membership[]
  aliases: readonly SellerAlias[]
}

export type PasteProblem =
  | PeopleError
  /** Two people go by this name; give the external id or the email. */
  | { code: 'people.nameUnclear'; name: string }
  /** An earlier row is the same person. */
  | { code: 'people.rowTwice'; name: string }
  | { code: 'people.teamUnclear'; name: string }

export interface PlannedRow {
  action: 'create' | 'change' | 'same'
  /** Null for a person to be added. */
  sellerId: SellerId | null
  name: string
  /** The facts as they would be. */
  facts: SellerFields
  /** The team to go to: one that exists, or the path of one that will be made; null for no change. */
  team: { teamId: TeamId } | { path: string[] } | null
  newAliases: string[]
  problem: PasteProblem | null
  /** A new person has the name of somebody else. Allowed, but worth a look. */
  isNameShared: boolean
}

/**
 * Plans a paste.
 *
 * A row is the person with its external id, else with its email, else the only one with its name or alias; otherwise it
 * is somebody new. What a row doesn't say stays as it is. A team that doesn't exist will be made.
 *
 * @param rows people as the pasted rows give them
 * @param before what is there
 * @param on the day of the paste, from which a change of team counts
 * @returns one planned row per pasted row; nothing may be written while one has a problem
 * @example planPaste([{ name: 'Ana Ruiz' }], nothing, '2026-11-12')[0]?.action // 'create'
 */
export function planPaste(rows: readonly PastedSeller[], before: PeopleBefore, on: IsoDate): PlannedRow[] {
  const names = indexNames(before.sellers, before.aliases)
  const externalIds = new Map(
    before.sellers.flatMap((each) => (each.externalId === null ? [] : [[each.externalId, each]]))
  )
  const emails = new Map(
    before.sellers.flatMap((each) => (each.email === null ? [] : [[each.email.toLowerCase(), each]]))
  )
  const byId = new Map(before.sellers.map((each) => [each.id, each]))
  const seen = new Set<string>()
  const takenAliases = new Map<string, string>()

  return rows.map((row): PlannedRow => {
    const named = findByName(names, row.name ?? '')
    const found =
      (row.externalId == null ? undefined : externalIds.get(row.externalId)) ??
      (row.email == null ? undefined : emails.get(row.email.toLowerCase())) ??
      // A row with an id or an email of its own that nobody has is somebody new, though of a known name.
      (named.length === 1 && isCompatible(row, byId.get(named[0]?.sellerId as SellerId))
        ? byId.get(named[0]?.sellerId as SellerId)
        : undefined)
    const { team, aliases = [], ...given } = row
    // Found by an alias, the person keeps the name.
    const isAlias =
      found !== undefined &&
      nameKey(given.name ?? '') !== nameKey(found.name) &&
      named.some((each) => each.sellerId === found.id)
    const facts: SellerFields = {
      ...noFacts,
      ...found,
      ...given,
      name: (isAlias ? found.name : given.name) ?? found?.name ?? ''
    }
    const current =
      found &&
      findMembership(
        before.memberships.filter((each) => each.sellerId === found.id),
        on
      )
    const goal = team === undefined ? null : findTeamOf(team, before.teams)
    const newTeam =
      goal === null || goal === 'unclear' || ('teamId' in goal && goal.teamId === current?.teamId) ? null : goal
    const ownKeys = new Set([
      nameKey(facts.name),
      ...before.aliases.filter((each) => each.sellerId === found?.id).map((each) => nameKey(each.alias))
    ])
    const newAliases = aliases.filter((alias) => !ownKeys.has(nameKey(alias)))
    const isChanged =
      found === undefined ||
      newTeam !== null ||
      newAliases.length > 0 ||
      factKeys.some((key) => facts[key] !== found[key])

    const identity =
      found === undefined ? `new ${facts.externalId ?? facts.email ?? nameKey(facts.name)}` : `${found.id}`
    const problem =
      findWrongFact(facts) ??
      (found === undefined && named.length > 1 && row.externalId == null && row.email == null
        ? { code: 'people.nameUnclear' as const, name: facts.name }
        : undefined) ??
      (seen.has(identity) ? { code: 'people.rowTwice' as const, name: facts.name } : undefined) ??
      (goal === 'unclear' ? { code: 'people.teamUnclear' as const, name: team?.at(-1) ?? '' } : undefined) ??
      findExternalIdTaken(facts, found?.id, externalIds) ??
      findAliasTaken(newAliases, found?.id)
    seen.add(identity)
    for (const alias of newAliases) takenAliases.set(nameKey(alias), facts.name)
    return {
      action: found === undefined ? 'create' : isChanged ? 'change' : 'same',
      sellerId: found?.id ?? null,
      name: facts.name,
      facts,
      team: newTeam,
      newAliases,
      problem: problem ?? null,
      isNameShared: found === undefined && named.length > 0
    }
  })

  function findAliasTaken(aliases: readonly string[], own: SellerId | undefined): PeopleError | undefined {
    for (const alias of aliases) {
      const other =
        findByName(names, alias).find((match) => match.sellerId !== own)?.sellerName ?? takenAliases.get(nameKey(alias))
      if (other !== undefined) return { code: 'people.aliasTaken', alias, sellerName: other }
    }
    return undefined
  }
}

const factKeys = Object.keys({ name: '', ...noFacts }) as (keyof SellerFields)[]

/** A person found by name alone is the one meant only if id and email don't say otherwise. */
function isCompatible(row: PastedSeller, seller: Seller | undefined): boolean {
  if (seller === undefined) return false
  const otherId = row.externalId != null && seller.externalId !== null && row.externalId !== seller.externalId
  const otherEmail =
    row.email != null && seller.email !== null && row.email.toLowerCase() !== seller.email.toLowerCase()
  return !otherId && !(otherEmail && row.externalId == null)
}

function findExternalIdTaken(
  facts: SellerFields,
  own: SellerId | undefined,
  externalIds: ReadonlyMap<string, Seller>
): PeopleError | undefined {
  const other = facts.externalId === null ? undefined : externalIds.get(facts.externalId)
  if (other === undefined || other.id === own) return undefined
  return { code: 'people.externalIdTaken', externalId: other.externalId ?? '', sellerName: other.name }
}

/** The team at the end of a path: given whole, or by its last names where only one team ends so. */
function findTeamOf(
  path: readonly string[],
  teams: readonly Team[]
): { teamId: TeamId } | { path: string[] } | 'unclear' {
  const wanted = path.map(nameKey)
  const ending = teams
    .map((team) => ({ teamId: team.id, keys: teamPath(teams, team.id).map(nameKey) }))
    .filter(({ keys }) => wanted.every((key, at) => keys[keys.length - wanted.length + at] === key))
  const whole = ending.find(({ keys }) => keys.length === wanted.length)
  const only = whole ?? (ending.length === 1 ? ending[0] : undefined)
  if (only !== undefined) return { teamId: only.teamId }
  return ending.length > 1 ? 'unclear' : { path: [...path] }
}
