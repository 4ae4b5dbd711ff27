// Accounts that say country, region, town or postal code in words: what the cells may mean, held against each other. First the country, if
// need be from the other cells; then, within it, the finest that all agree on.
import type { FoundPlace, PlaceRemark, UnplacedReason } from '../types.ts'
import { type Area, areCompatible, countryArea } from './area.ts'
import { type Cells, countryNamed, partsOf, regionsNamed, remark, townsNamed } from './cells.ts'
import type { PlaceLists } from './lists.ts'
import { postalCodeReaders } from './postal-codes.ts'
import { townArea } from './towns.ts'
import { placeWithin } from './within-country.ts'

const unplaced = (reason: UnplacedReason, remarks: readonly PlaceRemark[]): FoundPlace => ({
  kind: 'unplaced',
  reason,
  remarks
})

/**
 * Places an account by its words.
 *
 * @param homeCountry read as the country when none is said and the other cells allow it but don't settle it
 * @param before remarks of an earlier step, such as coordinates that can't be
 */
export function placeByWords(
  lists: PlaceLists,
  cells: Cells,
  homeCountry: string | null,
  before: readonly PlaceRemark[]
): FoundPlace {
  const spread = spreadCells(lists, cells)
  const remarks = [...before, ...spread.remarks]
  if (spread.country !== null) return placeWithin(lists, spread.country, spread.cells, remarks)
  // A country that no list knows is not the home country.
  const isSaid = spread.remarks.some(({ field }) => field === 'country')
  const chosen = chooseCountry(lists, spread.cells, isSaid ? null : homeCountry)
  if ('reason' in chosen) return unplaced(chosen.reason, [...remarks, ...chosen.remarks])
  return placeWithin(lists, chosen.country, spread.cells, [...remarks, ...chosen.remarks])
}

interface Spread {
  country: string | null
  cells: Cells
  remarks: PlaceRemark[]
}

/**
 * Puts words where they belong: a state in the column of countries, and a cell of towns that says region and country too ("Austin, TX, USA").
 */
function spreadCells(lists: PlaceLists, cells: Cells): Spread {
  let country = cells.country === null ? null : (countryNamed(lists, cells.country) ?? null)
  let { region, city } = cells
  const remarks: PlaceRemark[] = []
  if (cells.country !== null && country === null) {
    if (region === null && regionsNamed(lists, cells.country, null).length > 0) region = cells.country
    else remarks.push(remark('country', 'unknown'))
  }
  if (country !== null && region === null && city !== null && isRatherRegion(lists, cells.country!, country, city)) {
    region = cells.country
    country = null
  }
  const parts = city === null ? [] : partsOf(city)
  if (city !== null && parts.length > 1 && townsNamed(lists, city).length === 0) {
    city = parts[0]!
    for (const part of parts.slice(1).reverse()) {
      // Two letters after a town are a state before they are a country: "Gary, IN" lies in Indiana.
      const named = part.length > 2 ? countryNamed(lists, part) : undefined
      if (country === null && named !== undefined) country = named
      else if (region === null && regionsNamed(lists, part, country).length > 0) region = part
    }
  }
  return { country, cells: { ...cells, region, city }, remarks }
}

/** Georgia with the town of Atlanta is the state, though the column is that of countries. */
function isRatherRegion(lists: PlaceLists, cell: string, country: string, city: string): boolean {
  const regions = regionsNamed(lists, cell, null).filter(
    (area) => area.country !== country && area.subdivision !== null
  )
  if (regions.length === 0) return false
  const towns = townsNamed(lists, city).map((town) => townArea(lists.towns, town))
  return (
    !towns.some((town) => town.country === country) &&
    regions.some((region) => towns.some((town) => areCompatible(region, town)))
  )
}

type Choice =
  | { country: string; remarks: readonly PlaceRemark[] }
  | { reason: UnplacedReason; remarks: readonly PlaceRemark[] }

/** The one country in which the cells can all be true. */
function chooseCountry(lists: PlaceLists, cells: Cells, homeCountry: string | null): Choice {
  const regions = cells.region === null ? [] : regionsNamed(lists, cells.region, null)
  const towns = cells.city === null ? [] : townsNamed(lists, cells.city)
  const unknown: PlaceRemark[] = []
  if (cells.region !== null && regions.length === 0) unknown.push(remark('region', 'unknown'))
  if (cells.city !== null && towns.length === 0) unknown.push(remark('city', 'unknown'))
  if (regions.length === 0 && towns.length === 0) return byPostalCodeAlone(cells, homeCountry, unknown)
  const areas = agreeing(
    regions,
    towns.map((town) => townArea(lists.towns, town))
  )
  const read = cells.postalCode === null ? areas : areas.filter((area) => allowsPostalCode(area, cells.postalCode!))
  // Of a region's short form ("CA" is California, Cádiz, ...) several countries may be meant: only other cells can tell.
  const countries = countriesOf(read.length > 0 ? read : areas)
  if (countries.length === 1) return { country: countries[0]!, remarks: [] }
  if (homeCountry !== null && countries.includes(homeCountry))
    return { country: homeCountry, remarks: [remark('country', 'assumedHome')] }
  const field = regions.length > 0 ? 'region' : 'city'
  return { reason: 'severalPlaces', remarks: [...unknown, remark(field, 'severalPlaces')] }
}

/** Areas that region and town allow together; where they allow none, those of the region, since the list of towns isn't complete. */
function agreeing(regions: readonly Area[], towns: readonly Area[]): readonly Area[] {
  if (regions.length === 0) return towns
  const both = regions.filter((region) => towns.some((town) => areCompatible(region, town)))
  return both.length > 0 ? both : regions
}

/** Whether a postal code can be one of the area; of countries whose codes aren't known any may be. */
function allowsPostalCode(area: Area, postalCode: string): boolean {
  const read = postalCodeReaders.get(area.country)
  if (read === undefined) return true
  const code = read(postalCode)
  return code !== null && areCompatible(code.area, area)
}

const countriesOf = (areas: readonly Area[]): string[] => [...new Set(areas.map(({ country }) => country))]

/** Five digits may be a code of Spain, the United States, France, Germany...: without a country they say nothing. */
function byPostalCodeAlone(cells: Cells, homeCountry: string | null, unknown: readonly PlaceRemark[]): Choice {
  if (cells.postalCode === null) return { reason: 'unknownWords', remarks: unknown }
  const read = homeCountry === null ? undefined : postalCodeReaders.get(homeCountry)
  if (homeCountry !== null && read?.(cells.postalCode))
    return { country: countryArea(homeCountry).country, remarks: [remark('country', 'assumedHome')] }
  const couldBe = [...postalCodeReaders.values()].some((reader) => reader(cells.postalCode!) !== null)
  return {
    reason: couldBe ? 'severalPlaces' : 'unknownWords',
    remarks: [...unknown, remark('postalCode', couldBe ? 'severalPlaces' : 'unknown')]
  }
}
