// Answers the calls about people. Teams are in team-handlers.ts; pasting a table in paste-handlers.ts.

import type { Reader, Writer } from '#engine/db.ts'
import { defineHandlers, done, fail, ok } from '#engine/handler.ts'
import { peopleContract } from '#shared/people/contract.ts'
import {
  findByName,
  findWrongFact,
  indexNames,
  noFacts,
  type PeopleError,
  type Seller,
  type SellerFields,
  type SellerId,
  type SellerRow,
  sellerRows,
  teamPath
} from '#shared/people/index.ts'
import { planMove } from '#shared/people/memberships.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { nameKey } from '#shared/units/name-key.ts'
import { pasteSellers } from './paste-handlers.ts'
import {
  endMembership,
  findAlias,
  findMembership,
  findSeller,
  findSellerByExternalId,
  findTeam,
  insertAlias,
  insertMembership,
  insertSeller,
  listAliases,
  listMembershipsOf,
  listSellers,
  listSellerUses,
  listTeams,
  loadPeople,
  removeAlias,
  removeMembership,
  removeSeller,
  updateSeller
} from './store.ts'
import { teamHandlers } from './team-handlers.ts'

/** Everybody's row on a day. The name of a person is only seen to be shared when all are looked at. */
const rowsOn = (db: Reader, on: IsoDate): SellerRow[] => {
  const { sellers, teams, memberships, aliases } = loadPeople(db)
  return sellerRows(sellers, teams, memberships, aliases, on)
}

const rowOf = (db: Reader, id: SellerId, on: IsoDate): SellerRow => {
  const row = rowsOn(db, on).find((each) => each.id === id)
  if (row === undefined) throw new Error(`the seller ${id} was just written and is not there`)
  return row
}

/** What forbids a person with these facts, or undefined. */
const refuse = (db: Reader, facts: SellerFields, id: SellerId | undefined): PeopleError | undefined => {
  const wrong = findWrongFact(facts)
  if (wrong !== undefined || facts.externalId === null) return wrong
  const other = findSellerByExternalId(db, facts.externalId)
  if (other === undefined || other.id === id) return undefined
  return { code: 'people.externalIdTaken', externalId: facts.externalId, sellerName: other.name }
}

/** What forbids an alias for a person, or undefined. Another person's name is taken too: it would find both. */
const refuseAlias = (db: Reader, seller: Seller, alias: string): PeopleError | undefined => {
  if (nameKey(alias) === '') return { code: 'people.aliasEmpty' }
  const found = findByName(indexNames(listSellers(db), listAliases(db)), alias)
  const first = found.find((match) => match.sellerId !== seller.id) ?? found[0]
  return first === undefined ? undefined : { code: 'people.aliasTaken', alias, sellerName: first.sellerName }
}

const move = (
  db: Writer,
  sellerId: SellerId,
  ...to: [teamId: Parameters<typeof planMove>[1], fromOn: IsoDate | null]
) => {
  const plan = planMove(listMembershipsOf(db, sellerId), ...to)
  for (const id of plan.remove) removeMembership(db, id)
  for (const { id, toOn } of plan.end) endMembership(db, id, toOn)
  if (plan.add !== null) insertMembership(db, { sellerId, ...plan.add, toOn: null })
}

export const peopleHandlers = defineHandlers(peopleContract, {
  listSellers: ({ db, today }, { on, activeOnly }) =>
    ok(rowsOn(db, on ?? today).filter((row) => activeOnly !== true || row.isActive)),

  getSeller: ({ db, today }, { sellerId, on }) => {
    if (findSeller(db, sellerId) === undefined) return fail({ code: 'people.sellerMissing' })
    const teams = listTeams(db)
    return ok({
      ...rowOf(db, sellerId, on ?? today),
      aliasRows: listAliases(db).filter((alias) => alias.sellerId === sellerId),
      memberships: listMembershipsOf(db, sellerId)
        .map((each) => ({ ...each, teamName: teamPath(teams, each.teamId).join(' / ') }))
        .reverse(),
      leads: teams
        .filter((team) => team.managerId === sellerId)
        .map((team) => ({ teamId: team.id, teamName: teamPath(teams, team.id).join(' / ') }))
    })
  },

  findByName: ({ db }, { name }) => ok([...findByName(indexNames(listSellers(db), listAliases(db)), name)]),

  listSellerUses: ({ db }, { sellerId }) => ok(listSellerUses(db, sellerId)),

  createSeller: ({ db, today }, { teamId, aliases, ...given }) => {
    const facts: SellerFields = { ...noFacts, ...withoutUndefined(given), name: given.name }
    const wrong = refuse(db, facts, undefined)
    if (wrong !== undefined) return fail(wrong)
    if (teamId != null && findTeam(db, teamId) === undefined) return fail({ code: 'people.teamMissing' })
    const id = insertSeller(db, facts)
    if (teamId != null) insertMembership(db, { sellerId: id, teamId, fromOn: facts.hiredOn, toOn: null })
    for (const alias of aliases ?? []) {
      const taken = refuseAlias(db, { ...facts, id }, alias)
      if (taken !== undefined) return fail(taken)
      insertAlias(db, id, alias, nameKey(alias))
    }
    return done(rowOf(db, id, today), { name: facts.name })
  },

  updateSeller: ({ db, today }, { sellerId, ...given }) => {
    const before = findSeller(db, sellerId)
    if (before === undefined) return fail({ code: 'people.sellerMissing' })
    const change = withoutUndefined(given)
    const wrong = refuse(db, { ...before, ...change }, sellerId)
    if (wrong !== undefined) return fail(wrong)
    updateSeller(db, sellerId, change)
    return done(rowOf(db, sellerId, today), { name: change.name ?? before.name })
  },

  updateSellers: ({ db }, { changes }) => {
    for (const { sellerId, move: to, ...given } of changes) {
      const before = findSeller(db, sellerId)
      if (before === undefined) return fail({ code: 'people.sellerMissing' })
      const change = withoutUndefined(given)
      const wrong = refuse(db, { ...before, ...change }, sellerId)
      if (wrong !== undefined) return fail(wrong)
      if (to?.teamId != null && findTeam(db, to.teamId) === undefined) return fail({ code: 'people.teamMissing' })
      updateSeller(db, sellerId, change)
      if (to !== undefined) move(db, sellerId, to.teamId, to.fromOn)
    }
    return done(null, { count: changes.length })
  },

  removeSeller: ({ db }, { sellerId }) => {
    const seller = findSeller(db, sellerId)
    if (seller === undefined) return fail({ code: 'people.sellerMissing' })
    // Quotas, territories and pay would go with the person, also out of approved scenarios: such a person leaves instead.
    const rows = listSellerUses(db, sellerId).reduce((sum, use) => sum + (use.effect === 'goesToo' ? use.rows : 0), 0)
    if (rows > 0) return fail({ code: 'people.sellerInUse', name: seller.name, rows })
    removeSeller(db, sellerId)
    return done(null, { name: seller.name })
  },

  addAlias: ({ db, today }, { sellerId, alias }) => {
    const seller = findSeller(db, sellerId)
    if (seller === undefined) return fail({ code: 'people.sellerMissing' })
    const taken = refuseAlias(db, seller, alias)
    if (taken !== undefined) return fail(taken)
    insertAlias(db, sellerId, alias, nameKey(alias))
    return done(rowOf(db, sellerId, today), { name: seller.name, alias })
  },

  removeAlias: ({ db }, { aliasId }) => {
    const alias = findAlias(db, aliasId)
    if (alias === undefined) return fail({ code: 'people.aliasMissing' })
    removeAlias(db, aliasId)
    return done(null, { name: findSeller(db, alias.sellerId)?.name ?? '', alias: alias.alias })
  },

  moveSeller: ({ db, today }, { sellerId, teamId, fromOn }) => {
    const seller = findSeller(db, sellerId)
    if (seller === undefined) return fail({ code: 'people.sellerMissing' })
    const team = teamId === null ? undefined : findTeam(db, teamId)
    if (teamId !== null && team === undefined) return fail({ code: 'people.teamMissing' })
    move(db, sellerId, teamId, fromOn)
    return done(rowOf(db, sellerId, fromOn ?? today), { name: seller.name, team: team?.name ?? '–' })
  },

  removeMembership: ({ db }, { membershipId }) => {
    const membership = findMembership(db, membershipId)
    if (membership === undefined) return fail({ code: 'people.membershipMissing' })
    removeMembership(db, membershipId)
    return done(null, {
      name: findSeller(db, membership.sellerId)?.name ?? '',
      team: findTeam(db, membership.teamId)?.name ?? ''
    })
  },

  pasteSellers,
  ...teamHandlers
})

/** Drops the fields that weren't given, so that they don't overwrite what is there. */
function withoutUndefined<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
