// The cells of an account as words to look up: trimmed, empty ones null, a town's cell taken apart where it says more ("Austin, TX").
import { comparableName } from '../place-name.ts'
import type { PlaceFacts, PlaceRemark } from '../types.ts'
import { type Area, countryArea } from './area.ts'
import type { PlaceLists } from './lists.ts'

export interface Cells {
  /** As written, trimmed. */
  readonly country: string | null
  readonly region: string | null
  readonly city: string | null
  readonly postalCode: string | null
  readonly isEmpty: boolean
}

/** What stands in cells for nothing; so does NA, though it is also the code of Namibia and of Navarre. ND is North Dakota. */
const emptyWords = new Set([
  '',
  '-',
  '--',
  '—',
  'n/a',
  'na',
  'n.a.',
  'null',
  'none',
  'unknown',
  '?',
  'n/d',
  's/d',
  'sin datos',
  '#n/a'
])
const longestEmptyWord = 9

export function readCells(facts: PlaceFacts): Cells {
  const cell = (text: string | null | undefined): string | null => {
    const trimmed = (text ?? '').trim()
    return trimmed === '' || (trimmed.length <= longestEmptyWord && emptyWords.has(trimmed.toLowerCase()))
      ? null
      : trimmed
  }
  const [country, region, city, postalCode] = [
    cell(facts.country),
    cell(facts.region),
    cell(facts.city),
    cell(facts.postalCode)
  ]
  return {
    country,
    region,
    city,
    postalCode,
    isEmpty: [country, region, city, postalCode].every((each) => each === null)
  }
}

/** The country that a cell names, or undefined. */
export const countryNamed = (lists: PlaceLists, cell: string): string | undefined =>
  lists.countryByName.get(comparableName(cell))

const ineCode = /^(?:0?[1-9]|[1-4]\d|5[0-2])$/

/**
 * The regions that a cell may name: by name in any country, by code (US-CA), and by a code's end (CA) or Spanish number (28).
 *
 * @param country the country where it is known; without one, ends of codes are taken too, for other cells to tell apart
 */
export function regionsNamed(lists: PlaceLists, cell: string, country: string | null): Area[] {
  const key = comparableName(cell)
  const found = [
    ...(lists.regionByCode.has(key) ? [lists.regionByCode.get(key)!] : []),
    ...(lists.regionsByName.get(key) ?? [])
  ]
  // "Coruña (A)", "Madrid, Comunidad de": its parts, when the whole is no name.
  if (found.length === 0)
    for (const part of partsOf(cell)) found.push(...(lists.regionsByName.get(comparableName(part)) ?? []))
  if (country === 'ES' && ineCode.test(cell)) {
    const province = lists.provinceByIne.get(cell.padStart(2, '0'))
    if (province !== undefined) found.push(province)
  }
  if (/^[a-z0-9]{1,3}$/.test(key)) {
    const short = country === null ? (lists.regionsByCodeEnd.get(key) ?? []) : []
    const own = country === null ? undefined : lists.regionByCode.get(`${country.toLowerCase()} ${key}`)
    found.push(...short, ...(own === undefined ? [] : [own]))
  }
  if (country === null) {
    const named = countryNamed(lists, cell)
    if (named !== undefined && key.length > 3) found.push(countryArea(named))
  }
  const inCountry = country === null ? found : found.filter((area) => area.country === country)
  return inCountry.filter((area, index) => inCountry.findIndex((other) => isSameArea(other, area)) === index)
}

export const isSameArea = (a: Area, b: Area): boolean =>
  a.country === b.country && a.community === b.community && a.subdivision === b.subdivision

/** "Alcobendas (Madrid)", "Austin, TX", "Valencia - España": its parts, the whole first when it is one. */
export const partsOf = (cell: string): string[] =>
  cell
    .split(/[,;()/|]|\s[-–—]\s/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** Words that are written short in front of a name; the list has one form of a town, the cell may have the other. */
const openings: readonly (readonly [short: string, long: string])[] = [
  ['st ', 'saint '],
  ['ste ', 'sainte '],
  ['sta ', 'santa '],
  ['sto ', 'santo '],
  ['ft ', 'fort '],
  ['mt ', 'mount ']
]

/** Places in the list of towns that a cell may name. */
export function townsNamed(lists: PlaceLists, cell: string): readonly number[] {
  const key = comparableName(cell)
  const { byName } = lists.towns
  const found = byName.get(key)
  if (found !== undefined) return found
  for (const [short, long] of openings) {
    if (key.startsWith(short)) return byName.get(long + key.slice(short.length)) ?? []
    if (key.startsWith(long)) return byName.get(short + key.slice(long.length)) ?? []
  }
  return []
}

export const remark = (field: PlaceRemark['field'], why: PlaceRemark['why']): PlaceRemark => ({ field, why })
