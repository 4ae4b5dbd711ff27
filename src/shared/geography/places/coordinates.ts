// Accounts that say longitude and latitude: which regions the point lies in, and whether it can be true with the country they say.
import { findNearestRegion, findRegion, kmToRegion, type RegionIndex } from '../regions.ts'
import { spanishProvinces } from '../spain.ts'
import type { FoundPlace, PlaceFacts, PlaceRemark, RegionCodes } from '../types.ts'
import { type Cells, countryNamed, regionsNamed, remark } from './cells.ts'
import type { PlaceLists } from './lists.ts'
import { partOf, withoutShape } from './territories.ts'

/** Coasts and borders of the world are drawn at 1:50 million; a harbour or a border town may lie this far beside its country. */
const coarseKm = 50
const fineKm = 20

/**
 * Places an account by its coordinates.
 *
 * @returns null when it says none; unplaced when they can't be, or lie far from the country that it says
 */
export function placeByCoordinates(lists: PlaceLists, facts: PlaceFacts, cells: Cells): FoundPlace | null {
  const longitude = facts.longitude ?? null
  const latitude = facts.latitude ?? null
  if (longitude === null && latitude === null) return null
  const said = cells.country === null ? undefined : countryNamed(lists, cells.country)
  const remarks: PlaceRemark[] = cells.country !== null && said === undefined ? [remark('country', 'unknown')] : []
  if (longitude === null || latitude === null || !canBe(longitude, latitude))
    return refused('badCoordinates', longitude, latitude, remarks)
  const country = countryAt(lists, longitude, latitude, said)
  if (country === null) {
    if (said !== undefined)
      return refused('contradiction', longitude, latitude, [...remarks, remark('country', 'contradicts')])
    return refused('badCoordinates', longitude, latitude, remarks)
  }
  const codes = codesAt(lists, country, longitude, latitude, cells)
  return { kind: 'coordinates', longitude, latitude, codes, precision: 'exact', remarks }
}

/** A point at 0, 0 is an empty cell read as a number. */
const canBe = (longitude: number, latitude: number): boolean =>
  Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 && (longitude !== 0 || latitude !== 0)

function refused(
  reason: 'badCoordinates' | 'contradiction',
  longitude: number | null,
  latitude: number | null,
  remarks: readonly PlaceRemark[]
): FoundPlace {
  const why = reason === 'contradiction' ? 'contradicts' : 'badCoordinates'
  const fields = (['longitude', 'latitude'] as const).filter(
    (field) => (field === 'longitude' ? longitude : latitude) !== null
  )
  return { kind: 'unplaced', reason, remarks: [...remarks, ...fields.map((field) => remark(field, why))] }
}

/** The country that the point lies in, or near, in agreement with the one said; null when there is none such. */
function countryAt(lists: PlaceLists, longitude: number, latitude: number, said: string | undefined): string | null {
  const { layer } = lists.countries
  const found = finestAt(lists, longitude, latitude)
  if (said === undefined || found === said) return found ?? null
  if (found !== undefined && partOf.get(found) === said) return said
  if (withoutShape.has(said)) return found === undefined || found === partOf.get(said) || said === 'GI' ? said : null
  const place = layer.indexOf.get(said)
  if (place === undefined) return null
  return kmToRegion(lists.countries, place, longitude, latitude, 1) <= coarseKm ? said : null
}

/** By the maps of Spain and the United States where the point lies on them (Llívia, Ceuta), else by the world's, which is coarser. */
function finestAt(lists: PlaceLists, longitude: number, latitude: number): string | undefined {
  if (findRegion(lists.provinces, longitude, latitude) >= 0) return 'ES'
  const county = lists.counties.layer.regions[findRegion(lists.counties, longitude, latitude)]
  const state = county?.parent?.slice(3)
  if (state !== undefined) return partOf.get(state) === 'US' ? state : 'US'
  return lists.countries.layer.regions[findNearestRegion(lists.countries, longitude, latitude, coarseKm)]?.code
}

const communityOf = new Map(spanishProvinces.map(({ iso, community }) => [iso, community]))

function codesAt(lists: PlaceLists, country: string, longitude: number, latitude: number, cells: Cells): RegionCodes {
  const at = (index: RegionIndex): string | null =>
    index.layer.regions[findNearestRegion(index, longitude, latitude, fineKm)]?.code ?? null
  if (country === 'ES') {
    const province = at(lists.provinces)
    return { country, subdivision: province, community: communityOf.get(province ?? '') ?? null, county: null }
  }
  if (country === 'US' || partOf.get(country) === 'US') {
    // State by county, so that both agree; counties are drawn as finely as states.
    const county = lists.counties.layer.regions[findNearestRegion(lists.counties, longitude, latitude, fineKm)]
    return { country, subdivision: county?.parent ?? null, community: null, county: county?.code ?? null }
  }
  const named = cells.region === null ? [] : regionsNamed(lists, cells.region, country)
  return { country, subdivision: named.length === 1 ? named[0]!.subdivision : null, community: null, county: null }
}

/** The county that a point of the United States lies in. */
export function countyAt(lists: PlaceLists, longitude: number, latitude: number): string | null {
  return lists.counties.layer.regions[findRegion(lists.counties, longitude, latitude)]?.code ?? null
}
