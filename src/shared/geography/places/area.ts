// What a cell says of where something is: a country, or part of one. Cells agree when their areas can be one place.
import { spanishCommunities, spanishProvinces } from '../spain.ts'
import type { RegionCodes } from '../types.ts'

export interface Area {
  readonly country: string
  /** Autonomous community of Spain. */
  readonly community: string | null
  /** Province of Spain, state of the United States, entry of ISO 3166-2 elsewhere. */
  readonly subdivision: string | null
}

export const countryArea = (country: string): Area => ({ country, community: null, subdivision: null })

const communityOf = new Map(spanishProvinces.map(({ iso, community }) => [iso, community]))
const onlyProvinceOf = new Map(
  spanishCommunities.map(({ iso }) => {
    const provinces = spanishProvinces.filter(({ community }) => community === iso)
    return [iso, provinces.length === 1 ? provinces[0]!.iso : null] as const
  })
)

/** The area of a code of ISO 3166-2; a community with a single province is that province too. */
export function subdivisionArea(code: string): Area {
  const country = code.slice(0, 2)
  const province = communityOf.get(code)
  if (province !== undefined) return { country, community: province, subdivision: code }
  const only = onlyProvinceOf.get(code)
  if (only !== undefined) return { country, community: code, subdivision: only }
  return { country, community: null, subdivision: code }
}

const agrees = (a: string | null, b: string | null): boolean => a === null || b === null || a === b

/** Whether both can be true of one place. */
export const areCompatible = (a: Area, b: Area): boolean =>
  a.country === b.country && agrees(a.community, b.community) && agrees(a.subdivision, b.subdivision)

/** What both say together, for two that are compatible. */
export const joined = (a: Area, b: Area): Area => ({
  country: a.country,
  community: a.community ?? b.community,
  subdivision: a.subdivision ?? b.subdivision
})

export const codesOf = (area: Area, county: string | null = null): RegionCodes => ({
  country: area.country,
  subdivision: area.subdivision ?? area.community,
  community: area.community,
  county
})
