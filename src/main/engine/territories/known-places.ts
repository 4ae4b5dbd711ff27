// Where accounts are, by the lists of places that ship with the product. The same words are looked up once in the life of the engine: a place
// depends on them alone.
import type { AccountFactsRow } from '#engine/crm/store.ts'
import { loadPlaceFinder, type PlaceFinder } from '#shared/geography/index.ts'
import type { FoundPlace } from '#shared/geography/types.ts'

let finder: PlaceFinder | undefined
let loading: Promise<void> | undefined

/** Loads the lists of places, once. Calls that need them wait for it before they run (see `prepare` of the domain's handlers). */
export function preparePlaces(): Promise<void> {
  loading ??= loadPlaceFinder().then(
    (loaded) => {
      finder = loaded
    },
    (error: unknown) => {
      loading = undefined
      throw error
    }
  )
  return loading
}

function findPlace(...question: Parameters<PlaceFinder['findPlace']>): FoundPlace {
  if (finder === undefined) throw new Error('places were asked for before their lists were loaded')
  return finder.findPlace(...question)
}

/** The country meant where an account says none: that of the workspace's way to write numbers. */
export const homeCountryOf = (numberLocale: string): string | null => new Intl.Locale(numberLocale).region ?? null

const found = new Map<string, FoundPlace>()
const mostFound = 200_000

export function placeOf(account: AccountFactsRow, homeCountry: string | null): FoundPlace {
  const { longitude, latitude, country, region, city, postalCode } = account
  const key = `${homeCountry} ${longitude} ${latitude} ${country}\n${region}\n${city}\n${postalCode}`
  let place = found.get(key)
  if (place === undefined) {
    place = findPlace({ longitude, latitude, country, region, city, postalCode }, { homeCountry })
    if (found.size >= mostFound) found.clear()
    found.set(key, place)
  }
  return place
}

export interface NamedPlace {
  lon: number
  lat: number
  label: string
}

/**
 * Finds the place that a person typed: "Zaragoza", "50001", "Springfield, Illinois", "Lyon, France", or degrees as "41.65, -0.88".
 *
 * @returns undefined where nobody knows it, or only its country
 */
export function findPlaceOfText(text: string, homeCountry: string | null): NamedPlace | undefined {
  const degrees = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(text)
  if (degrees) {
    const [lat, lon] = [Number(degrees[1]), Number(degrees[2])]
    return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lon, lat, label: text } : undefined
  }
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const [first = '', second = null, third = null] = parts
  const place = /\d/.test(first) ? { postalCode: first } : { city: first }
  // What stands behind the first comma may be a region or a country, and a name alone a region as well as a town.
  const readings = [
    { ...place, region: second, country: third },
    ...(third === null && second !== null ? [{ ...place, country: second }] : []),
    ...(second === null && 'city' in place ? [{ region: first }] : [])
  ]
  for (const facts of readings) {
    const read = findPlace(facts, { homeCountry })
    if (read.kind === 'unplaced' || read.precision === 'country') continue
    if (read.remarks.some((remark) => remark.field === 'city' || remark.field === 'postalCode')) continue
    return { lon: read.longitude, lat: read.latitude, label: text }
  }
  return undefined
}
