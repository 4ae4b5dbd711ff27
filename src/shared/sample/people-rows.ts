// The people of the sample company as rows of their tables.
import { makeRandom } from '../math/random.ts'
import { nameKey } from '../units/name-key.ts'
import type { Crew } from './crew.ts'
import type { Row, SampleOptions } from './types.ts'

/** One row per person, the two vacancies last. */
export function sellerRows(crew: Crew, options: SampleOptions): Row[] {
  return crew.people.map((person) => ({
    name: person.name,
    role: person.role,
    email: person.email === '' ? null : person.email,
    location: person.location,
    hired_on: person.hiredOn,
    left_on: person.leftOn,
    base_pay_minor: person.basePayMinor,
    variable_pay_minor: person.variablePayMinor,
    pay_currency: options.currency,
    external_id: person.email === '' ? null : `E${String(person.id).padStart(4, '0')}`,
    notes: ''
  }))
}

/** One row per team, each after the one above it. */
export function teamRows(crew: Crew): Row[] {
  return crew.teams.map((team) => ({
    parent_id: team.parentId,
    name: team.name,
    name_key: nameKey(team.name),
    manager_id: team.leadId
  }))
}

export function membershipRows(crew: Crew): Row[] {
  return crew.memberships.map(({ personId, teamId, fromOn, toOn }) => ({
    seller_id: personId,
    team_id: teamId,
    from_on: fromOn,
    to_on: toOn
  }))
}

/** Names under which exports know people: surnames first, or only the first of two; never one that could be two people. */
export function aliasRows(crew: Crew, options: SampleOptions): Row[] {
  const random = makeRandom(options.seed, 'aliases')
  const candidates = crew.people.flatMap((person) => {
    const words = person.name.split(' ')
    const last = words.slice(1).join(' ')
    const made = [`${last}, ${words[0]}`, `${words[0]} ${words[1]}`]
    const isChosen = random.chance(0.5)
    if (!isChosen || person.email === '') return []
    const alias = random.pick(words.length > 2 ? made : made.slice(0, 1))
    return [{ seller_id: person.id, alias, alias_key: nameKey(alias) }]
  })
  const names = crew.people.map((person) => nameKey(person.name))
  const keys = [...names, ...candidates.map((each) => each.alias_key)]
  return candidates.filter((each) => keys.filter((key) => key === each.alias_key).length === 1)
}
