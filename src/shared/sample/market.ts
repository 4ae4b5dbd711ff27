// The customers of the sample company: accounts by zone with industry, size and place, and which desk serves each.
import { makeRandom } from '../math/random.ts'
import type { IsoDate } from '../units/date.ts'
import { minorPerUnit } from '../units/money.ts'
import { nameKey } from '../units/name-key.ts'
import type { Crew, Desk } from './crew.ts'
import { makeCompanyName } from './names.ts'
import { territoryChange } from './places.ts'
import type { SampleOptions } from './types.ts'
import type { CountryKey, IndustryKey, Words } from './words.ts'

export type SegmentKey = keyof Words['segments']

export interface Customer {
  id: number
  name: string
  key: string
  zoneKey: string
  country: CountryKey
  province: string
  town: string
  postalCode: string
  industry: IndustryKey
  segment: SegmentKey
  employees: number
  revenueMinor: number
  foundedYear: number
  parentId: number | null
  /** The desk that serves the account, and the one that did before the territory change. */
  deskIndex: number
  deskBefore: number
  /** How much the account buys, 1 is usual. */
  appetite: number
}

/** From this day on the accounts of the changed province are served by the other desk. */
export const changedOn = territoryChange.on as IsoDate

const perDesk = 40
const industries: readonly { key: IndustryKey; weight: number }[] = [
  { key: 'food', weight: 22 },
  { key: 'metal', weight: 18 },
  { key: 'automotive', weight: 12 },
  { key: 'chemicals', weight: 10 },
  { key: 'paper', weight: 8 },
  { key: 'energy', weight: 8 },
  { key: 'water', weight: 6 },
  { key: 'logistics', weight: 8 },
  { key: 'ceramics', weight: 4 },
  { key: 'textile', weight: 4 }
]
const segments: readonly { key: SegmentKey; weight: number; employees: readonly [number, number] }[] = [
  { key: 'large', weight: 12, employees: [500, 6000] },
  { key: 'middle', weight: 38, employees: [80, 499] },
  { key: 'small', weight: 50, employees: [8, 79] }
]
const postalLength: Record<CountryKey, number> = { es: 5, pt: 4, fr: 5, it: 5, mx: 5, co: 6, cl: 7, pe: 5 }
const firstYear = 1948

/**
 * Makes the accounts of the sample company.
 *
 * @param options size and seed
 * @param crew the desks that serve them
 * @returns accounts, some of them subsidiaries of an earlier one in the list
 * @example makeMarket(options, crew).length // about 480 for the small company
 */
export function makeMarket(options: SampleOptions, crew: Crew): Customer[] {
  const taken = new Set<string>()
  const customers: Customer[] = []
  const successors = crew.desks.filter((desk) => desk.zone.key === territoryChange.to)
  for (const desk of crew.desks) {
    // In the large company large accounts go to a desk of large accounts.
    const heirs = successors.filter((each) => options.size !== 'large' || isLargeDesk(each) === isLargeDesk(desk))
    const random = makeRandom(options.seed, `market ${desk.index}`)
    const count = perDesk + random.integer(-8, 8)
    for (let n = 0; n < count; n += 1) {
      const province = random.pickWeighted(desk.zone.provinces, (each) => each.towns.length)
      const town = random.pick(province.towns)
      const industry = random.pickWeighted(industries, (each) => each.weight).key
      const segment = random.pickWeighted(segments, (each) => segmentWeight(each, desk, options))
      const [low, high] = segment.employees
      const employees = Math.round(low * (high / low) ** (random.next() ** 1.4))
      const name = makeCompanyName(random, industry, { country: desk.zone.country, town }, taken)
      const parent = n > 6 && random.chance(0.05) ? customers[customers.length - random.integer(1, 6)] : undefined
      const leaves = province.name === territoryChange.province && desk.zone.key === territoryChange.from
      const successor = heirs[desk.inZone % Math.max(1, heirs.length)]
      customers.push({
        id: customers.length + 1,
        name,
        key: nameKey(name),
        zoneKey: desk.zone.key,
        country: desk.zone.country,
        province: province.name,
        town,
        postalCode: (province.postal + String(random.integer(0, 999)).padStart(3, '0')).padEnd(
          postalLength[desk.zone.country],
          '0'
        ),
        industry,
        segment: segment.key,
        employees,
        revenueMinor: employees * random.integer(110, 260) * 1000 * minorPerUnit(options.currency),
        foundedYear: firstYear + Math.floor(random.next() ** 0.7 * 70),
        parentId: parent?.id ?? null,
        deskIndex: leaves && successor !== undefined ? successor.index : desk.index,
        deskBefore: desk.index,
        appetite:
          Math.exp(0.4 * random.normal()) * (segment.key === 'large' ? 1.5 : segment.key === 'middle' ? 1.2 : 0.9)
      })
    }
  }
  return customers
}

/** In the large company each zone is split: the first third of its desks serves large accounts only. */
function segmentWeight(segment: { key: SegmentKey; weight: number }, desk: Desk, options: SampleOptions): number {
  if (options.size !== 'large') return segment.weight
  const servesLarge = isLargeDesk(desk)
  return (segment.key === 'large') === servesLarge ? segment.weight : 0
}

/** Whether a desk of the large company serves large accounts. */
export function isLargeDesk(desk: Pick<Desk, 'inZone'>): boolean {
  return desk.inZone % 3 === 0
}

/** The desk that serves an account on a day. */
export function deskOn(customer: Customer, on: IsoDate): number {
  return on >= changedOn ? customer.deskIndex : customer.deskBefore
}
