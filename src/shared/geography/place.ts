// Where an account is, by what its cells say. The cells are read as areas (places/), held against each other, and the finest that holds
// gives the point. Nothing is guessed: a name of several places is told apart by the other cells or not at all, and what was left out is said.

import { readCells } from './places/cells.ts'
import { placeByCoordinates } from './places/coordinates.ts'
import { loadPlaceLists, type PlaceLists } from './places/lists.ts'
import { placeByWords } from './places/words.ts'
import type { FoundPlace, PlaceFacts } from './types.ts'

export interface PlaceOptions {
  /** ISO 3166-1 alpha-2 of the country meant where an account says none: tells apart what could be several, and is said in the remarks. */
  readonly homeCountry?: string | null
}

export interface PlaceFinder {
  readonly findPlace: (facts: PlaceFacts, options?: PlaceOptions) => FoundPlace
}

/**
 * Loads the lists of places that ship with the product, once, and gives what finds places by them.
 *
 * @returns a finder; its `findPlace` is quick (some microseconds)
 * @errors rejects when a file that ships with the product can't be read
 * @source GeoNames, U.S. Census Bureau, Natural Earth, Instituto Geográfico Nacional, ISO 3166, Unicode CLDR (CREDITS.md)
 * @example (await loadPlaceFinder()).findPlace({ country: 'España', postalCode: '8001' }) // Barcelona: ES-B, a town
 */
export async function loadPlaceFinder(): Promise<PlaceFinder> {
  const lists = await loadPlaceLists()
  return { findPlace: (facts, options = {}) => findPlace(lists, facts, options) }
}

/**
 * Finds where an account is.
 *
 * Coordinates first; then, of what agrees with all other cells, the finest: the area of a ZIP code, a town, a province or state, a country.
 * Lists of provinces, states and the starts of postal codes are complete, so that two of them that disagree leave the account unplaced. The
 * list of towns is not: a town that lies elsewhere is left out with a remark. A place known only by country is at the country's centre, and
 * `precision` says so.
 *
 * @param lists of `loadPlaceLists`
 * @param facts cells as imported
 * @param options the home country, if there is one
 * @returns a point in degrees with kind, precision, codes of its regions and remarks; or why there is none
 * @missing an empty cell says nothing; with none filled the reason is `noFacts`
 * @source own rules, README.md
 * @example findPlace(lists, { region: 'Georgia', city: 'Atlanta' }, {}) // US-GA, a town
 */
export function findPlace(lists: PlaceLists, facts: PlaceFacts, options: PlaceOptions): FoundPlace {
  const cells = readCells(facts)
  const byCoordinates = placeByCoordinates(lists, facts, cells)
  if (byCoordinates !== null && byCoordinates.kind !== 'unplaced') return byCoordinates
  if (byCoordinates !== null && byCoordinates.reason === 'contradiction') return byCoordinates
  const remarks = byCoordinates?.remarks ?? []
  if (cells.isEmpty) return { kind: 'unplaced', reason: byCoordinates?.reason ?? 'noFacts', remarks }
  return placeByWords(lists, cells, options.homeCountry ?? null, remarks)
}
