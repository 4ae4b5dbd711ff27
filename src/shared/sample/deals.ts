// The deals of the sample company, month by month and desk by desk: leads, of which some qualify, of which some are won.
// Seasons, skill, ramp-up of new people and the planted habits show in them.
import { makeRandom, type Random } from '../math/random.ts'
import { addDays, daysBetween, type IsoDate, isAfter, isoDate, monthOf, yearOf } from '../units/date.ts'
import { minorPerUnit } from '../units/money.ts'
import type { Crew, Desk, Holding, Person } from './crew.ts'
import { type Customer, changedOn, deskOn } from './market.ts'
import type { SampleOptions } from './types.ts'
import type { ProductKey } from './words.ts'

export interface Deal {
  customer: Customer
  person: Person
  /** Position in `productList`. */
  product: number
  units: number
  amountMinor: number | null
  /** Position in the words' stages: 0 lead, 1 qualified, 2 proposal, 3 negotiation, 4 won, 5 lost. */
  stage: number
  createdOn: IsoDate
  qualifiedOn: IsoDate | null
  closeOn: IsoDate | null
  /** Position in the words' lead sources. */
  source: number
  isNewBusiness: boolean
}

/** The day the data ends. */
export const asOf: IsoDate = isoDate(2026, 11, 12)
const firstMonth = { year: 2023, month: 6 }
const historyStartsOn = isoDate(2024, 1, 1)

export const productList: readonly {
  key: ProductKey
  family: 'sensors' | 'control' | 'software' | 'services'
  price: number
  weight: number
}[] = [
  { key: 'node', family: 'sensors', price: 390, weight: 20 },
  { key: 'nodePro', family: 'sensors', price: 980, weight: 15 },
  { key: 'gateway', family: 'sensors', price: 2400, weight: 11 },
  { key: 'panel', family: 'control', price: 5900, weight: 13 },
  { key: 'panelPro', family: 'control', price: 11800, weight: 8 },
  { key: 'licence', family: 'software', price: 4200, weight: 10 },
  { key: 'licencePro', family: 'software', price: 12600, weight: 7 },
  { key: 'commissioning', family: 'services', price: 3100, weight: 6 },
  { key: 'maintenance', family: 'services', price: 4800, weight: 7 },
  { key: 'audit', family: 'services', price: 6900, weight: 3 }
]

// Leads begun by month: quiet in August, and early autumn fills the strong last quarter.
const leadSeason = [0.95, 1.0, 1.08, 1.0, 1.05, 0.98, 0.8, 0.45, 1.3, 1.3, 1.1, 0.7]
const sourceWeights = [30, 20, 18, 20, 12]
const sourceQuality = [0.95, 1.25, 1.05, 0.75, 1.15]
const leadsPerMonth = 10
const qualifyRate = 0.46
const winRate = 0.5
/** Since this day the planted habit of qualifying too few shows. */
const habitSince = isoDate(2025, 10, 1)

/**
 * Makes the deals of all desks.
 *
 * @param options seed
 * @param crew desks and who held them
 * @param market accounts
 * @returns deals in order of creation
 * @example makeDeals(options, crew, market).length // about 4,000 for the small company
 */
export function makeDeals(options: SampleOptions, crew: Crew, market: readonly Customer[]): Deal[] {
  const before = new Map<number, Customer[]>()
  const after = new Map<number, Customer[]>()
  for (const customer of market) {
    push(before, customer.deskBefore, customer)
    push(after, customer.deskIndex, customer)
  }
  const deals: Deal[] = []
  for (const desk of crew.desks) {
    const random = makeRandom(options.seed, `deals ${desk.index}`)
    for (let year = firstMonth.year, month = firstMonth.month; year < 2026 || month <= 11; ) {
      const on = isoDate(year, month, 15)
      const customers = (on >= changedOn ? after : before).get(desk.index) ?? []
      if (customers.length > 0) makeMonth(deals, options, desk, customers, random, year, month)
      month += 1
      if (month > 12) {
        month = 1
        year += 1
      }
    }
  }
  deals.sort((a, b) => (a.createdOn < b.createdOn ? -1 : a.createdOn > b.createdOn ? 1 : a.customer.id - b.customer.id))
  return markNewBusiness(deals.filter((deal) => deal.closeOn === null || deal.closeOn >= historyStartsOn))
}

function push(map: Map<number, Customer[]>, key: number, customer: Customer): void {
  const group = map.get(key)
  if (group === undefined) map.set(key, [customer])
  else group.push(customer)
}

function holderOn(desk: Desk, on: IsoDate): Person | undefined {
  const isHolding = ({ person, fromOn, toOn }: Holding) =>
    person.hiredOn <= on && (fromOn === null || fromOn <= on) && (toOn === null || on <= toOn)
  return desk.holdings.find(isHolding)?.person
}

/** Deals of an empty desk wait for its next holder, who needs some weeks to close them. */
function handOver(desk: Desk, planned: IsoDate, random: Random): IsoDate {
  if (holderOn(desk, planned) !== undefined) return planned
  const next = desk.holdings.find(({ fromOn }) => fromOn !== null && fromOn > planned)
  return next?.fromOn == null ? planned : addDays(next.fromOn, random.integer(6, 50))
}

function makeMonth(
  deals: Deal[],
  options: SampleOptions,
  desk: Desk,
  customers: readonly Customer[],
  random: Random,
  year: number,
  month: number
): void {
  const holder = holderOn(desk, isoDate(year, month, 15))
  if (holder === undefined) return
  const tenure = daysBetween(holder.hiredOn, isoDate(year, month, 15)) / 30
  const ramp = Math.min(1, Math.max(0.25, 0.25 + tenure / 8))
  const growth = 1 + 0.09 * (year - 2024 + (month - 1) / 12)
  const market = 0.9 + 0.01 * Math.min(22, desk.zone.weight)
  const mean = leadsPerMonth * (leadSeason[month - 1] ?? 1) * growth * ramp * holder.energy * market
  const count = Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal()))
  for (let n = 0; n < count; n += 1) {
    const createdOn = isoDate(year, month, random.integer(1, 28))
    const person = holderOn(desk, createdOn) ?? holder
    if (createdOn > asOf) continue
    const customer = random.pickWeighted(customers, (each) => each.appetite)
    if (deskOn(customer, createdOn) !== desk.index) continue
    deals.push(makeDeal(desk, person, customer, createdOn, random, minorPerUnit(options.currency)))
  }
}

const cycleDays = { large: 105, middle: 68, small: 42 } as const
const unitScale = { large: 7, middle: 4.4, small: 3 } as const

function makeDeal(
  desk: Desk,
  person: Person,
  customer: Customer,
  createdOn: IsoDate,
  random: Random,
  unit: number
): Deal {
  const source = random.pickWeighted([0, 1, 2, 3, 4], (at) => sourceWeights[at] ?? 0)
  const product = random.pickWeighted(productList, (each) => each.weight)
  const qualifies = random.chance(
    Math.min(
      0.9,
      qualifyRate *
        (sourceQuality[source] ?? 1) *
        (person.habit === 'qualifiesHalf' && createdOn >= habitSince ? 0.45 : 1)
    )
  )
  // Cheap things are bought by the dozen.
  const cheap = (2200 / product.price) ** 0.75
  const units = Math.max(1, Math.round(unitScale[customer.segment] * cheap * Math.exp(0.35 * random.normal())))
  const discount = person.habit === 'discounts' ? 0.16 + 0.16 * random.next() : 0.08 * random.next() ** 2
  const qualifiedOn = addDays(createdOn, random.integer(3, 24))
  const cycle = Math.round(cycleDays[customer.segment] * Math.exp(0.4 * random.normal()))
  const wished = qualifies ? seasonal(qualifiedOn, cycle, random) : addDays(createdOn, random.integer(6, 45))
  const planned = handOver(desk, wished, random)
  // Budgets left at the end of the year make the last deals larger.
  const yearEnd = monthOf(planned) >= 11 ? 1.15 : 1
  const amountMinor = Math.round(units * product.price * (1 - discount) * yearEnd) * unit
  const season = monthOf(planned) >= 11 ? 1.3 : monthOf(planned) === 8 ? 0.75 : 1
  const isWon = qualifies && random.chance(Math.min(0.85, winRate * person.skill * season))
  const isStale = random.chance(0.07) && createdOn > isoDate(2025, 6, 1)
  const hasAmount = qualifies || random.chance(0.35)
  const isOpen = planned > asOf || (isStale && qualifies)
  // What is still open when somebody leaves goes to whoever holds the desk then.
  const closer = holderOn(desk, planned > asOf ? asOf : planned) ?? desk.holdings.at(-1)?.person ?? person
  return {
    customer,
    person: closer,
    product: productList.indexOf(product),
    units,
    amountMinor: hasAmount ? amountMinor : null,
    stage: isOpen ? openStage(qualifies, createdOn, qualifiedOn, planned, isStale) : isWon ? 4 : 5,
    createdOn,
    qualifiedOn: qualifies && qualifiedOn <= asOf ? qualifiedOn : null,
    closeOn: isOpen && !qualifies && random.chance(0.5) ? null : planned,
    source,
    isNewBusiness: false
  }
}

function openStage(
  qualifies: boolean,
  createdOn: IsoDate,
  qualifiedOn: IsoDate,
  planned: IsoDate,
  isStale: boolean
): number {
  if (!qualifies || qualifiedOn > asOf) return 0
  if (isStale) return 2
  const progress = daysBetween(createdOn, asOf) / Math.max(1, daysBetween(createdOn, planned))
  return progress < 0.45 ? 1 : progress < 0.78 ? 2 : 3
}

/** When a deal closes: not in August if it can be helped, often at the end of a quarter, and rather before a year's end. */
function seasonal(qualifiedOn: IsoDate, cycle: number, random: Random): IsoDate {
  const date = addDays(qualifiedOn, cycle)
  const [year, month] = [yearOf(date), monthOf(date)]
  let moved = date
  if (month === 8 && random.chance(0.55)) moved = isoDate(year, random.pick([7, 9]), random.integer(10, 28))
  else if (month % 3 === 0 && random.chance(0.4)) moved = isoDate(year, month, random.integer(22, 30))
  else if (month <= 2 && random.chance(0.2)) moved = isoDate(year - 1, 12, random.integer(10, 29))
  return isAfter(moved, qualifiedOn) ? moved : date
}

/** A deal is new business until the account has bought something. */
function markNewBusiness(deals: Deal[]): Deal[] {
  const firstWonOn = new Map<number, IsoDate>()
  for (const { customer, stage, closeOn } of deals) {
    const first = firstWonOn.get(customer.id)
    if (stage === 4 && closeOn !== null && (first === undefined || closeOn < first))
      firstWonOn.set(customer.id, closeOn)
  }
  return deals.map((deal) => ({ ...deal, isNewBusiness: deal.createdOn <= (firstWonOn.get(deal.customer.id) ?? asOf) }))
}
