// The people of the sample company: teams, desks (a place to sell from, held by one person after another), leavers and
// hires, a transfer within a year, and what only the generator knows: how good each is.
import { makeRandom, type Random } from '../math/random.ts'
import type { SellerRole } from '../people/types.ts'
import { addDays, addMonths, type IsoDate, isoDate } from '../units/date.ts'
import { minorPerUnit, splitMinor } from '../units/money.ts'
import { nameKey } from '../units/name-key.ts'
import { makePersonName } from './names.ts'
import { type Zone, zonesOf } from './places.ts'
import type { SampleOptions } from './types.ts'
import { type RegionKey, sampleWords } from './words.ts'

export interface Person {
  id: number
  name: string
  role: SellerRole
  email: string
  location: string
  hiredOn: IsoDate
  leftOn: IsoDate | null
  basePayMinor: number
  variablePayMinor: number
  /** How much better (above 1) or worse than usual deals are won. */
  skill: number
  /** How many leads are worked, 1 is usual. */
  energy: number
  /** What is planted to be found. */
  habit: 'qualifiesHalf' | 'discounts' | null
}

export interface TeamNode {
  id: number
  key: string
  parentId: number | null
  name: string
  leadId: number | null
}

/** A stretch of time in which a person holds a desk; null is open. */
export interface Holding {
  person: Person
  fromOn: IsoDate | null
  toOn: IsoDate | null
}

export interface Desk {
  index: number
  zone: Zone
  /** Position among the desks of the zone. */
  inZone: number
  teamId: number
  holdings: Holding[]
}

export interface Crew {
  people: Person[]
  teams: TeamNode[]
  desks: Desk[]
  memberships: { personId: number; teamId: number; fromOn: IsoDate | null; toOn: IsoDate | null }[]
  vacancies: Person[]
}

const deskCount = { small: 12, medium: 60, large: 300 } as const
const sameNames = { small: 0, medium: 1, large: 3 } as const
const historyStartsOn = isoDate(2024, 1, 1)
const transferOn = isoDate(2026, 4, 1)

/** How many people sell in each zone: one at least, the rest by the size of the market. */
function desksPerZone(zones: readonly Zone[], total: number): number[] {
  const extra = splitMinor(
    total - zones.length,
    zones.map((zone) => zone.weight)
  )
  return extra.map((count) => count + 1)
}

/**
 * Makes the people of the sample company.
 *
 * @param options size, seed and language
 * @returns teams, people, desks with who held them when, memberships, and the two people not yet hired
 * @example makeCrew(options).desks.length // 12 for the small company
 */
export function makeCrew(options: SampleOptions): Crew {
  const random = makeRandom(options.seed, 'crew')
  const zones = zonesOf(options.size)
  const counts = desksPerZone(zones, deskCount[options.size])
  const people: Person[] = []
  const hire = recruiter(random, people, options)
  const teams = makeTeams(options, zones, hire)
  const teamOf = (zone: Zone) =>
    teams.find((team) => team.key === (options.size === 'large' ? zone.key : zone.region))?.id ?? 1
  const desks: Desk[] = []
  zones.forEach((zone, at) => {
    for (let inZone = 0; inZone < (counts[at] ?? 1); inZone += 1)
      desks.push({ index: desks.length, zone, inZone, teamId: teamOf(zone), holdings: [] })
  })
  const memberships: Crew['memberships'] = []
  for (const team of teams)
    if (team.leadId !== null) memberships.push({ personId: team.leadId, teamId: team.id, fromOn: null, toOn: null })

  const planted = plantedDesks(desks)
  for (const desk of desks) desk.holdings = fillDesk(desk, random, hire, planted)
  transfer(desks, planted, hire)
  for (const desk of desks) {
    for (const { person, fromOn, toOn } of desk.holdings)
      memberships.push({ personId: person.id, teamId: desk.teamId, fromOn, toOn })
  }
  for (const team of teams) {
    if (!zones.some((zone) => zone.region === team.key)) continue
    const zone = zones.find((each) => each.region === team.key) as Zone
    const sdr = hire(zone, 'sdr', hireDate(random, 2021, 2025))
    memberships.push({ personId: sdr.id, teamId: team.id, fromOn: null, toOn: null })
  }
  const north = desks.filter((desk) => desk.zone.region === 'north')
  const words = sampleWords[options.language]
  const vacancies = [1, 2].map((n) => {
    const desk = north[n % north.length] as Desk
    const vacancy = { ...hire(desk.zone, 'seller', isoDate(2027, 2, 1)), name: `${words.vacancy} ${n}`, email: '' }
    people[vacancy.id - 1] = vacancy
    memberships.push({ personId: vacancy.id, teamId: desk.teamId, fromOn: vacancy.hiredOn, toOn: null })
    return vacancy
  })
  return { people, teams, desks, memberships, vacancies }
}

type Hire = (zone: Pick<Zone, 'country' | 'provinces'>, role: SellerRole, hiredOn: IsoDate) => Person

/** Makes people one after another, each with a name of its own, but for the few pairs that share one. */
function recruiter(random: Random, people: Person[], options: SampleOptions): Hire {
  const pairs = sameNames[options.size]
  const step = 500 * minorPerUnit(options.currency)
  const taken = new Set<string>()
  const emails = new Set<string>()
  return (zone, role, hiredOn) => {
    // A pair works near each other: an export that knows them by name alone can't tell them apart.
    const sellers = people.filter((each) => each.role === 'seller')
    const isPair = role === 'seller' && sellers.length % 20 === 12 && sellers.length < 20 * pairs
    const twin = isPair ? sellers[sellers.length - 3] : undefined
    let name = twin?.name ?? makePersonName(random, zone.country)
    while (twin === undefined && taken.has(nameKey(name))) name = makePersonName(random, zone.country)
    taken.add(nameKey(name))
    const lead = role === 'manager'
    const basePayMinor =
      (lead ? random.integer(120, 160) : role === 'sdr' ? random.integer(44, 54) : random.integer(64, 92)) * step
    const share = lead ? 0.35 : role === 'sdr' ? 0.2 : random.pick([0.5, 0.6, 0.6, 0.7])
    const person: Person = {
      id: people.length + 1,
      name,
      role,
      email: makeEmail(name, emails),
      location: zone.provinces[0]?.towns[0] ?? '',
      hiredOn,
      leftOn: null,
      basePayMinor,
      variablePayMinor: Math.round((basePayMinor * share) / step) * step,
      skill: around(random, 0.15),
      energy: around(random, 0.09),
      habit: null
    }
    people.push(person)
    return person
  }
}

/** A factor around 1, never so far off that one person alone explains a company's year. */
function around(random: Random, spread: number): number {
  return Math.exp(spread * Math.min(1.6, Math.max(-1.6, random.normal())))
}

function makeEmail(name: string, taken: Set<string>): string {
  const words = nameKey(name).split(' ')
  const base = `${words[0]}.${words[1] ?? ''}`
  for (let n = 1; ; n += 1) {
    const email = `${base}${n === 1 ? '' : n}@comarca-industrial.example`
    if (taken.has(email)) continue
    taken.add(email)
    return email
  }
}

function makeTeams(options: SampleOptions, zones: readonly Zone[], hire: Hire): TeamNode[] {
  const words = sampleWords[options.language]
  const random = makeRandom(options.seed, 'leads')
  const teams: TeamNode[] = []
  const add = (key: string, name: string, parentId: number | null, zone: Zone | undefined): number => {
    const lead = zone === undefined ? null : hire(zone, 'manager', hireDate(random, 2014, 2022)).id
    teams.push({ id: teams.length + 1, key, parentId, name, leadId: lead })
    return teams.length
  }
  const home = zones.find((zone) => zone.key === 'madrid') ?? zones[0]
  const root = add('sales', words.sales, null, home)
  const abroad: readonly RegionKey[] = ['europe', 'latam']
  const regions = [...new Set(zones.map((zone) => zone.region))]
  const parents = options.size === 'small' ? undefined : { iberia: add('iberia', words.iberia, root, home), abroad: 0 }
  for (const region of regions) {
    if (parents !== undefined && parents.abroad === 0 && abroad.includes(region))
      parents.abroad = add(
        'international',
        words.international,
        root,
        zones.find((zone) => zone.region === region)
      )
    const parent = parents === undefined ? root : abroad.includes(region) ? parents.abroad : parents.iberia
    const inside = zones.filter((zone) => zone.region === region)
    const team = add(region, words[region], parent, inside[0])
    if (options.size === 'large') for (const zone of inside) add(zone.key, zone.name[options.language], team, zone)
  }
  return teams
}

interface Planted {
  qualifiesHalf: number
  discounts: number
  /** Who held this desk went to the other one on the day of the transfer. */
  leavesFor: number
  goesTo: number
}

/** Chooses, by place and not by chance, the desks in which something is planted. */
function plantedDesks(desks: readonly Desk[]): Planted {
  const first = (key: string) => desks.find((desk) => desk.zone.key === key)?.index ?? 0
  return {
    qualifiesHalf: first('valencia'),
    discounts: first('sevilla'),
    leavesFor: first('catalunya'),
    goesTo: first('madrid')
  }
}

function fillDesk(desk: Desk, random: Random, hire: Hire, planted: Planted): Holding[] {
  const role: SellerRole = desk.inZone % 4 === 3 ? 'account_manager' : 'seller'
  const early = () => hireDate(random, 2015, 2023)
  const chance = random.next()
  const habit =
    desk.index === planted.qualifiesHalf ? 'qualifiesHalf' : desk.index === planted.discounts ? 'discounts' : null
  if (habit !== null || desk.index === planted.leavesFor || desk.index === planted.goesTo) {
    const person = hire(desk.zone, 'seller', early())
    person.habit = habit
    // What is planted is to show by itself, not to be mixed with good or bad luck.
    person.skill = habit === null ? Math.max(0.95, person.skill) : 1
    person.energy = habit === null ? person.energy : 1
    return [{ person, fromOn: null, toOn: null }]
  }
  if (chance < 0.16 || desk.index === 1) {
    const before = hire(desk.zone, role, early())
    before.leftOn = addDays(isoDate(2024, 9, 1), random.integer(0, 600))
    const after = hire(desk.zone, role, firstOfMonth(addMonths(before.leftOn, random.integer(1, 3))))
    return [
      { person: before, fromOn: null, toOn: before.leftOn },
      { person: after, fromOn: after.hiredOn, toOn: null }
    ]
  }
  if (chance < 0.3 || desk.index === 7) {
    const person = hire(desk.zone, role, firstOfMonth(addDays(historyStartsOn, random.integer(60, 880))))
    return [{ person, fromOn: person.hiredOn, toOn: null }]
  }
  return [{ person: hire(desk.zone, role, early()), fromOn: null, toOn: null }]
}

/** One person changes team within 2026: whoever was there left a month before, and the old desk is filled a month later. */
function transfer(desks: readonly Desk[], planted: Planted, hire: Hire): void {
  const from = desks[planted.leavesFor]
  const to = desks[planted.goesTo]
  const mover = from?.holdings[0]
  const leaver = to?.holdings[0]
  if (from === undefined || to === undefined || mover === undefined || leaver === undefined) return
  leaver.toOn = isoDate(2026, 2, 27)
  leaver.person.leftOn = leaver.toOn
  mover.toOn = addDays(transferOn, -1)
  const successor = hire(from.zone, 'seller', isoDate(2026, 5, 4))
  from.holdings.push({ person: successor, fromOn: successor.hiredOn, toOn: null })
  to.holdings.push({ person: mover.person, fromOn: transferOn, toOn: null })
}

function hireDate(random: Random, fromYear: number, toYear: number): IsoDate {
  return isoDate(random.integer(fromYear, toYear), random.integer(1, 12), random.pick([1, 1, 1, 15]))
}

function firstOfMonth(date: IsoDate): IsoDate {
  return `${date.slice(0, 8)}01` as IsoDate
}
