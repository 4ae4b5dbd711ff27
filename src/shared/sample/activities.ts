// What people of the sample company did for their deals: calls, emails, meetings, visits, demos; and the calls of those
// who only open doors.

import { groupBy } from '../math/group-by.ts'
import { makeRandom } from '../math/random.ts'
import { addDays, daysBetween, type IsoDate, isAfter, isoDate, weekdayOf } from '../units/date.ts'
import type { Crew } from './crew.ts'
import { asOf, type Deal } from './deals.ts'
import type { Customer } from './market.ts'
import type { SampleOptions } from './types.ts'
import type { Words } from './words.ts'

export interface Activity {
  kind: keyof Words['kinds']
  on: IsoDate
  personId: number
  accountId: number
  /** Position in the list of deals, from 0. */
  deal: number | null
}

const firstMonday = isoDate(2024, 1, 8)
const perDeal = { small: 3, medium: 2, large: 1 } as const

/**
 * Makes the activities of the sample company.
 *
 * @param options size and seed
 * @param crew people, of whom those with the role sdr only call
 * @param deals deals in order of creation
 * @param market accounts that are called without a deal
 * @returns activities in order of their day, none after the data ends or on a weekend
 * @example makeActivities(options, crew, deals, market).length // about 12,000 for the small company
 */
export function makeActivities(
  options: SampleOptions,
  crew: Crew,
  deals: readonly Deal[],
  market: readonly Customer[]
): Activity[] {
  const random = makeRandom(options.seed, 'activities')
  const activities: Activity[] = []
  const add = (kind: Activity['kind'], on: IsoDate, personId: number, accountId: number, deal: number | null) => {
    const workday = addDays(on, -Math.max(0, weekdayOf(on) - 5))
    if (workday <= asOf) activities.push({ kind, on: workday, personId, accountId, deal })
  }
  deals.forEach((deal, at) => {
    const { createdOn, qualifiedOn, closeOn, person, customer } = deal
    add(random.chance(0.6) ? 'call' : 'email', createdOn, person.id, customer.id, at)
    if (qualifiedOn === null) return
    const isStale = deal.stage < 4 && closeOn !== null && closeOn < asOf
    const last = isStale ? addDays(qualifiedOn, 20) : closeOn === null || closeOn > asOf ? asOf : closeOn
    const days = Math.max(1, daysBetween(qualifiedOn, last))
    const count = Math.round(perDeal[options.size] * 2 * random.next())
    for (let n = 0; n < count; n += 1) {
      const kind = random.pick(['call', 'email', 'meeting', 'visit', 'demo'] as const)
      add(kind, addDays(qualifiedOn, Math.floor(days * random.next())), person.id, customer.id, at)
    }
  })
  const byRegion = groupBy(market, (customer) => crew.desks[customer.deskIndex]?.teamId)
  for (const sdr of crew.people.filter((person) => person.role === 'sdr')) {
    const teamId = crew.memberships.find((each) => each.personId === sdr.id)?.teamId
    const accounts = byRegion.get(teamId) ?? market
    const start = isAfter(sdr.hiredOn, firstMonday) ? sdr.hiredOn : firstMonday
    for (let on = start; on <= asOf; on = addDays(on, random.integer(1, 4)))
      add(random.chance(0.7) ? 'call' : 'email', on, sdr.id, random.pick(accounts).id, null)
  }
  return activities.sort((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : a.personId - b.personId || (a.deal ?? 0) - (b.deal ?? 0)
  )
}
