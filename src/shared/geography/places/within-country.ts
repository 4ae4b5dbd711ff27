// The place of an account whose country is known: region, postal code and town held against each other, and the finest that holds.

import { comparableName } from '../place-name.ts'
import { capitalOf, spanishProvinces } from '../spain.ts'
import type { FoundPlace, PlacedAt, PlaceKind, PlacePrecision, PlaceRemark, Position } from '../types.ts'
import { type Area, areCompatible, codesOf, countryArea, joined } from './area.ts'
import { type Cells, regionsNamed, remark, townsNamed } from './cells.ts'
import { countyAt } from './coordinates.ts'
import type { PlaceLists } from './lists.ts'
import { findZipPoint, isOfCapital, type PostalCode, postalCodeReaders } from './postal-codes.ts'
import { partOf, withoutShape } from './territories.ts'
import { areOneTown, largestTown, townArea, townPosition } from './towns.ts'

/** What the cells come to within the country. */
interface Findings {
  /** All that region and postal code say together. */
  area: Area
  hasRegion: boolean
  postalCode: PostalCode | null
  town: number | null
  remarks: PlaceRemark[]
}

/** Places an account of a known country. */
export function placeWithin(
  lists: PlaceLists,
  country: string,
  cells: Cells,
  before: readonly PlaceRemark[]
): FoundPlace {
  const found = hold(lists, country, cells)
  if (found === null)
    return {
      kind: 'unplaced',
      reason: 'contradiction',
      remarks: [...before, remark('region', 'contradicts'), remark('postalCode', 'contradicts')]
    }
  const remarks = [...before, ...found.remarks]
  return (
    byZipCode(lists, found, remarks) ??
    byTown(lists, found, remarks) ??
    byStartOfPostalCode(lists, found, remarks) ??
    byRegion(lists, found, remarks) ??
    byCountry(lists, found, remarks)
  )
}

/** Null when region and postal code can't both be true: their lists are complete. */
function hold(lists: PlaceLists, country: string, cells: Cells): Findings | null {
  const remarks: PlaceRemark[] = []
  const postalCode = cells.postalCode === null ? null : (postalCodeReaders.get(country)?.(cells.postalCode) ?? null)
  if (cells.postalCode !== null && postalCode === null) remarks.push(remark('postalCode', 'unknown'))
  const towns = (cells.city === null ? [] : townsNamed(lists, cells.city)).filter((town) =>
    isIn(country, townArea(lists.towns, town).country)
  )
  let regions = cells.region === null ? [] : regionsNamed(lists, cells.region, country)
  if (cells.region !== null && regions.length === 0) remarks.push(remark('region', 'unknown'))
  let area = countryArea(country)
  let hasRegion = false
  if (postalCode !== null) {
    const possible = postalAreas(lists, postalCode)
    if (regions.length > 0) {
      const both = regions.filter((region) => possible.some((each) => areCompatible(each, region)))
      if (both.length === 0) return null
      regions = both
    }
    const [own] = possible.filter(
      (each) => regions.length === 0 || regions.some((region) => areCompatible(each, region))
    )
    area = own ?? postalCode.area
  }
  if (regions.length > 1) {
    const withTown = regions.filter((region) =>
      towns.some((town) => areCompatible(region, countryless(townArea(lists.towns, town), country)))
    )
    if (withTown.length > 0) regions = withTown
  }
  if (regions.length === 1) {
    area = joined(area, regions[0]!)
    hasRegion = true
  } else if (regions.length > 1) remarks.push(remark('region', 'severalPlaces'))
  const town = cells.city === null ? null : chooseTown(lists, towns, area, country, remarks)
  if (town !== null) area = joined(area, countryless(townArea(lists.towns, town), country))
  return { area, hasRegion, postalCode, town, remarks }
}

/** A town of Puerto Rico is one of the United States, when that is the country said. */
const isIn = (country: string, townCountry: string): boolean =>
  townCountry === country || partOf.get(townCountry) === country

function countryless(area: Area, country: string): Area {
  if (area.country === country) return area
  return { ...countryArea(country), subdivision: country === 'US' ? `US-${area.country}` : null }
}

/** States that a code may belong to: by its start, and by where its area lies, since some areas cross a border. */
function postalAreas(lists: PlaceLists, { area, digits }: PostalCode): Area[] {
  if (area.country !== 'US') return [area]
  const point = findZipPoint(lists.zipCodes, digits)
  if (point === null || !point.isExact) return [area]
  const county = countyAt(lists, point.longitude, point.latitude)
  const state =
    county === null ? undefined : lists.counties.layer.regions[lists.counties.layer.indexOf.get(county)!]?.parent
  const lies = state === undefined || state === null ? undefined : lists.regionByCode.get(comparableName(state))
  return lies === undefined || lies.subdivision === area.subdivision ? [area] : [area, lies]
}

function chooseTown(
  lists: PlaceLists,
  named: readonly number[],
  area: Area,
  country: string,
  remarks: PlaceRemark[]
): number | null {
  if (named.length === 0) {
    remarks.push(remark('city', 'unknown'))
    return null
  }
  const here = named.filter((town) => areCompatible(area, countryless(townArea(lists.towns, town), country)))
  if (here.length === 0) {
    remarks.push(remark('city', 'contradicts'))
    return null
  }
  const largest = largestTown(lists.towns, here)
  if (largest === null) remarks.push(remark('city', 'severalPlaces'))
  else if (here.length > 1 && !areOneTown(lists.towns, here)) remarks.push(remark('city', 'assumedLargest'))
  return largest
}

function placed(
  kind: PlaceKind,
  [longitude, latitude]: Position,
  precision: PlacePrecision,
  area: Area,
  remarks: readonly PlaceRemark[],
  county: string | null = null
): PlacedAt {
  return { kind, longitude, latitude, codes: codesOf(area, county), precision, remarks }
}

function byZipCode(
  lists: PlaceLists,
  { postalCode, area }: Findings,
  remarks: readonly PlaceRemark[]
): PlacedAt | null {
  if (postalCode?.area.country !== 'US') return null
  const point = findZipPoint(lists.zipCodes, postalCode.digits)
  if (point === null || !point.isExact) return null
  const county = countyAt(lists, point.longitude, point.latitude)
  const isHere =
    county !== null &&
    lists.counties.layer.regions[lists.counties.layer.indexOf.get(county)!]?.parent === area.subdivision
  return placed('postalCode', [point.longitude, point.latitude], 'postalArea', area, remarks, isHere ? county : null)
}

function byTown(lists: PlaceLists, { town, area }: Findings, remarks: readonly PlaceRemark[]): PlacedAt | null {
  if (town === null) return null
  const position = townPosition(lists.towns, town)
  const county = area.country === 'US' ? countyAt(lists, position[0], position[1]) : null
  return placed('city', position, 'town', area, remarks, county)
}

/** Spain: the capital by a third digit of 0, else the province. The United States: the middle of the codes that start alike. */
function byStartOfPostalCode(
  lists: PlaceLists,
  { postalCode, area }: Findings,
  remarks: readonly PlaceRemark[]
): PlacedAt | null {
  if (postalCode === null) return null
  if (area.country === 'US') {
    const point = findZipPoint(lists.zipCodes, postalCode.digits)
    return point === null ? null : placed('postalCode', [point.longitude, point.latitude], 'province', area, remarks)
  }
  const province = spanishProvinces.find(({ iso }) => iso === area.subdivision)
  if (province === undefined) return null
  if (isOfCapital(postalCode.digits)) {
    const named = lists.towns.byName.get(comparableName(capitalOf(province))) ?? []
    const capital = largestTown(
      lists.towns,
      named.filter((town) => townArea(lists.towns, town).subdivision === province.iso)
    )
    if (capital !== null) return placed('postalCode', townPosition(lists.towns, capital), 'town', area, remarks)
  }
  return placed('postalCode', centreOf(lists, province.iso)!, 'province', area, remarks)
}

/** Where a region of Spain or the United States lies; null for those without a map. */
function centreOf(lists: PlaceLists, code: string): Position | null {
  for (const { layer } of [lists.provinces, lists.communities, lists.states]) {
    const place = layer.indexOf.get(code)
    if (place !== undefined) return layer.regions[place]!.centroid
  }
  return null
}

/** Regions of countries without a map of their own lie at the country's centre; the precision says so. */
function byRegion(lists: PlaceLists, { area, hasRegion }: Findings, remarks: readonly PlaceRemark[]): PlacedAt | null {
  const code = area.subdivision ?? area.community
  if (!hasRegion || code === null) return null
  const centre = centreOf(lists, code)
  if (centre !== null) {
    const isProvince = area.country === 'ES' && area.subdivision !== null
    return placed('region', centre, isProvince ? 'province' : 'state', area, remarks)
  }
  const country = countryCentre(lists, area.country)
  return country === null ? null : placed('region', country, 'country', area, remarks)
}

function countryCentre(lists: PlaceLists, country: string): Position | null {
  const place = lists.countries.layer.indexOf.get(country)
  return place === undefined ? (withoutShape.get(country) ?? null) : lists.countries.layer.regions[place]!.centroid
}

function byCountry(lists: PlaceLists, { area }: Findings, remarks: readonly PlaceRemark[]): FoundPlace {
  const centre = countryCentre(lists, area.country)
  if (centre === null) return { kind: 'unplaced', reason: 'unknownWords', remarks }
  return placed('country', centre, 'country', area, remarks)
}
