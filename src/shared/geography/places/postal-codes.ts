// Postal codes of the two countries whose codes the product knows: Spain by province, the United States by area.
import { spanishProvinces } from '../spain.ts'
import { unitedStates } from '../united-states.ts'
import { type Area, subdivisionArea } from './area.ts'

export interface PostalCode {
  readonly area: Area
  /** Five digits. */
  readonly digits: string
}

const provinceByPrefix = new Map(spanishProvinces.map(({ ine, iso }) => [ine, subdivisionArea(iso)]))
const stateByPrefix = new Map(
  unitedStates.flatMap(({ iso, zipPrefixes }) =>
    zipPrefixes.flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, step): [string, Area] => [
        String(from + step).padStart(3, '0'),
        subdivisionArea(iso)
      ])
    )
  )
)

/** Guam, the Northern Marianas and lands in association share 969, American Samoa has one code of Hawaii's. */
const pacific: readonly (readonly [from: number, to: number, iso: string])[] = [
  [96799, 96799, 'US-AS'],
  [96910, 96932, 'US-GU'],
  [96950, 96952, 'US-MP']
]

/**
 * Reads a postal code of Spain. A zero that a spreadsheet took from the front is put back; the first two digits are the province.
 *
 * @param cell as imported: "08001", "8001", "E-28001"
 * @returns digits and province, or null when it is no postal code of Spain
 * @source Correos: the first two digits are the province by the number of the statistics office (INE)
 * @example readSpanishPostalCode('8001') // { digits: '08001', area: Barcelona }
 */
export function readSpanishPostalCode(cell: string): PostalCode | null {
  const found = /^(?:ESP?[\s-]?|E-)?(\d{4,5})(?:\.0+)?$/i.exec(cell.trim().replace(/(?<=\d)[\s.](?=\d{3}$)/, ''))
  if (found === null) return null
  const digits = found[1]!.padStart(5, '0')
  const area = provinceByPrefix.get(digits.slice(0, 2))
  return area === undefined ? null : { digits, area }
}

/**
 * Reads a ZIP code of the United States, with or without the four further digits. Zeros that a spreadsheet took from the front are put back.
 *
 * @param cell as imported: "90012", "2139", "02139-4307"
 * @returns digits and state, or null when it is no ZIP code, or one of the military
 * @source U.S. Postal Service, three-digit ZIP code prefixes (L002)
 * @example readZipCode('2139') // { digits: '02139', area: Massachusetts }
 */
export function readZipCode(cell: string): PostalCode | null {
  const found = /^(?:USA?[\s-]?)?(?:(\d{3,5})(?:[\s-]\d{4})?|(\d{5})\d{4})(?:\.0+)?$/i.exec(cell.trim())
  if (found === null) return null
  const digits = (found[1] ?? found[2])!.padStart(5, '0')
  const island = pacific.find(([from, to]) => Number(digits) >= from && Number(digits) <= to)
  const area = island === undefined ? stateByPrefix.get(digits.slice(0, 3)) : subdivisionArea(island[2])
  return area === undefined ? null : { digits, area }
}

/** By country whose postal codes are known: how one is read. */
export const postalCodeReaders: ReadonlyMap<string, (cell: string) => PostalCode | null> = new Map([
  ['ES', readSpanishPostalCode],
  ['US', readZipCode]
])

/** Codes of Spain with a third digit of 0 belong to the capital of the province. */
export const isOfCapital = (digits: string): boolean => digits[2] === '0'

/**
 * Finds where the area of a ZIP code is.
 *
 * @param zipCodes by first three digits: last two, longitude times 100, latitude times 100 in turn
 * @param digits five digits
 * @returns degrees, and whether it is of that very code or the mean of those that start with the same three; null when there are none
 * @example findZipPoint(lists.zipCodes, '90012') // { longitude: -118.24, latitude: 34.07, isExact: true }
 */
export function findZipPoint(
  zipCodes: ReadonlyMap<string, readonly number[]>,
  digits: string
): { longitude: number; latitude: number; isExact: boolean } | null {
  const areas = zipCodes.get(digits.slice(0, 3))
  if (areas === undefined) return null
  const last = Number(digits.slice(3))
  let [longitude, latitude] = [0, 0]
  for (let k = 0; k < areas.length; k += 3) {
    if (areas[k] === last) return { longitude: areas[k + 1]! / 100, latitude: areas[k + 2]! / 100, isExact: true }
    longitude += areas[k + 1]!
    latitude += areas[k + 2]!
  }
  const count = areas.length / 3
  return { longitude: longitude / count / 100, latitude: latitude / count / 100, isExact: false }
}
