// What holds for a person: which facts go together, who works here when, and under which names somebody is found.
// Teams are in teams.ts, who was where in memberships.ts, reading pasted tables in paste/.
import type { IsoDate } from '../units/date.ts'
import { isWithin } from '../units/date.ts'
import { nameKey } from '../units/name-key.ts'
import type { NameMatch, PeopleError, Seller, SellerAlias, SellerFields, SellerId } from './types.ts'

const emailShape = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** The facts of a person of whom nothing is known. */
export const noFacts: Omit<SellerFields, 'name'> = {
  role: 'seller',
  email: null,
  location: null,
  hiredOn: null,
  leftOn: null,
  basePayMinor: null,
  variablePayMinor: null,
  payCurrency: null,
  externalId: null,
  notes: ''
}

/**
 * Checks that the facts of a person go together.
 *
 * @param facts all facts of the person, as they would be after a change
 * @returns the first thing that can't be, in words a screen can show
 * @missing undefined when all is well; facts that are null are not checked
 * @example findWrongFact({ ...noFacts, name: 'Ana Ruiz', hiredOn: '2026-05-01', leftOn: '2026-04-30' })?.code // 'people.leaveBeforeHire'
 */
export function findWrongFact(facts: SellerFields): PeopleError | undefined {
  const { name, email, hiredOn, leftOn, basePayMinor, variablePayMinor, payCurrency } = facts
  if (nameKey(name) === '') return { code: 'people.nameEmpty' }
  if (email !== null && !emailShape.test(email)) return { code: 'people.emailWrong', email }
  if (hiredOn !== null && leftOn !== null && leftOn < hiredOn)
    return { code: 'people.leaveBeforeHire', hiredOn, leftOn }
  if ((basePayMinor ?? 0) < 0 || (variablePayMinor ?? 0) < 0) return { code: 'people.payNegative', name }
  if ((basePayMinor !== null || variablePayMinor !== null) && payCurrency === null)
    return { code: 'people.payWithoutCurrency', name }
  return undefined
}

/**
 * Tells whether a person works here on a day.
 *
 * @param seller hire date and last day of work; an unknown date is open
 * @param on a day
 * @returns true from the hire date to the last day, both included
 * @example isActiveOn({ hiredOn: '2026-05-01', leftOn: null }, '2026-05-01') // true
 */
export function isActiveOn(seller: Pick<Seller, 'hiredOn' | 'leftOn'>, on: IsoDate): boolean {
  return isWithin(on, seller.hiredOn, seller.leftOn)
}

/**
 * Keeps the people who work here on at least one day of a span.
 *
 * @param sellers people in any order
 * @param span first and last day, both included; a Period fits
 * @returns those people, in the same order
 * @example sellersActiveWithin([{ hiredOn: null, leftOn: '2026-01-05' }], { startsOn: '2026-01-01', endsOn: '2026-12-31' }).length // 1
 */
export function sellersActiveWithin<S extends Pick<Seller, 'hiredOn' | 'leftOn'>>(
  sellers: readonly S[],
  span: { startsOn: IsoDate; endsOn: IsoDate }
): S[] {
  return sellers.filter(
    ({ hiredOn, leftOn }) =>
      (hiredOn === null || hiredOn <= span.endsOn) && (leftOn === null || leftOn >= span.startsOn)
  )
}

/** Names and aliases by their key. A key with two people can't tell them apart. */
export type NameIndex = ReadonlyMap<string, readonly NameMatch[]>

/**
 * Makes the index by which people are found under a name or an alias.
 *
 * @param sellers all people
 * @param aliases all aliases
 * @returns the matches by name key; a person stands once under a key, as a name where it is both
 * @example indexNames([{ id: 1, name: 'Ana Ruiz' }], []).get('ana ruiz')?.length // 1
 */
export function indexNames(
  sellers: readonly Pick<Seller, 'id' | 'name'>[],
  aliases: readonly Pick<SellerAlias, 'sellerId' | 'alias'>[]
): NameIndex {
  const index = new Map<string, NameMatch[]>()
  const names = new Map<SellerId, string>()
  const add = (text: string, match: NameMatch) => {
    const key = nameKey(text)
    const found = index.get(key)
    if (found === undefined) index.set(key, [match])
    else if (!found.some((each) => each.sellerId === match.sellerId)) found.push(match)
  }
  for (const { id, name } of sellers) {
    names.set(id, name)
    add(name, { sellerId: id, sellerName: name, by: 'name' })
  }
  for (const { sellerId, alias } of aliases) {
    const sellerName = names.get(sellerId)
    if (sellerName !== undefined) add(alias, { sellerId, sellerName, by: 'alias' })
  }
  return index
}

/**
 * Finds the people who go by a name.
 *
 * @param index made by indexNames
 * @param text a name as an export writes it
 * @returns everyone with that name or alias; none for an empty text
 * @example findByName(indexNames([{ id: 1, name: 'Ana Ruiz' }], []), 'ANA RUÍZ')[0]?.sellerId // 1
 */
export function findByName(index: NameIndex, text: string): readonly NameMatch[] {
  const key = nameKey(text)
  return key === '' ? [] : (index.get(key) ?? [])
}
