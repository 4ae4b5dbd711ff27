// The lists that places are found by, read from the files of this folder and the maps: names of countries and regions, towns, ZIP codes.
// Loading takes some tenths of a second and is done once; after that a place is found in microseconds.
import { loadLayer } from '../maps/index.ts'
import { comparableName } from '../place-name.ts'
import { indexRegions, type RegionIndex } from '../regions.ts'
import { spanishCommunities, spanishProvinces } from '../spain.ts'
import { loadSubdivisions } from '../subdivisions.ts'
import { unitedStates } from '../united-states.ts'
import { type Area, countryArea, subdivisionArea } from './area.ts'
import { alsoNamed } from './region-names.ts'

export interface Towns {
  /** By name: places in the lists below. */
  readonly byName: ReadonlyMap<string, readonly number[]>
  readonly areas: readonly Area[]
  readonly areaOf: Uint16Array
  /** Longitude and latitude times 100, and 8 log2 of the people (0: unknown), in turn. */
  readonly figures: Int16Array
}

export interface PlaceLists {
  readonly countries: RegionIndex
  readonly states: RegionIndex
  readonly counties: RegionIndex
  readonly provinces: RegionIndex
  readonly communities: RegionIndex
  readonly countryByName: ReadonlyMap<string, string>
  /** Names of regions of every country; a name may be that of several. */
  readonly regionsByName: ReadonlyMap<string, readonly Area[]>
  /** By code of ISO 3166-2 in the form of names: 'us ca'. */
  readonly regionByCode: ReadonlyMap<string, Area>
  /** By what follows the country in a code: 'ca' for US-CA and ES-CA. */
  readonly regionsByCodeEnd: ReadonlyMap<string, readonly Area[]>
  /** By number of the Spanish statistics office. */
  readonly provinceByIne: ReadonlyMap<string, Area>
  readonly towns: Towns
  /** By first three digits: last two, longitude times 100, latitude times 100 in turn. */
  readonly zipCodes: ReadonlyMap<string, readonly number[]>
}

type TownFile = Readonly<Record<string, { readonly names: string; readonly at: readonly number[] }>>

let lists: Promise<PlaceLists> | undefined

/** Reads all the lists, once. */
export function loadPlaceLists(): Promise<PlaceLists> {
  if (lists === undefined) {
    lists = readLists()
    lists.catch(() => {
      lists = undefined
    })
  }
  return lists
}

async function readLists(): Promise<PlaceLists> {
  const [countries, states, counties, provinces, communities, subdivisions, names, towns, zips] = await Promise.all([
    loadLayer('world-countries'),
    loadLayer('us-states'),
    loadLayer('us-counties'),
    loadLayer('es-provinces'),
    loadLayer('es-communities'),
    loadSubdivisions(),
    import('./country-names.json', { with: { type: 'json' } }),
    import('./towns.json', { with: { type: 'json' } }),
    import('./zip-codes.json', { with: { type: 'json' } })
  ])
  return {
    countries: indexRegions(countries),
    states: indexRegions(states),
    counties: indexRegions(counties),
    provinces: indexRegions(provinces),
    communities: indexRegions(communities),
    countryByName: new Map(
      Object.entries(names.default as Readonly<Record<string, readonly string[]>>).flatMap(([code, all]) =>
        all.map((name): [string, string] => [name, code])
      )
    ),
    regionsByName: nameRegions(subdivisions),
    regionByCode: new Map(subdivisions.map(({ code }) => [comparableName(code), subdivisionArea(code)])),
    regionsByCodeEnd: endsOfCodes(subdivisions),
    provinceByIne: new Map(spanishProvinces.map(({ ine, iso }) => [ine, subdivisionArea(iso)])),
    towns: readTowns(towns.default as TownFile),
    zipCodes: new Map(Object.entries(zips.default as Readonly<Record<string, readonly number[]>>))
  }
}

function nameRegions(subdivisions: readonly { code: string; name: string }[]): Map<string, Area[]> {
  const byName = new Map<string, Area[]>()
  const add = (name: string, area: Area): void => {
    const key = comparableName(name)
    const known = byName.get(key)
    if (known === undefined) byName.set(key, [area])
    else if (!known.some((other) => isSame(other, area))) known.push(area)
  }
  for (const { iso, name, nameEs, otherNames } of [...spanishProvinces, ...spanishCommunities])
    for (const each of [name, nameEs, ...otherNames]) add(each, subdivisionArea(iso))
  for (const { iso, name, nameEs, otherNames } of unitedStates)
    for (const each of [name, nameEs ?? name, ...otherNames]) if (each.length > 2) add(each, subdivisionArea(iso))
  for (const { code, name } of subdivisions)
    if (!code.startsWith('ES-') && !code.startsWith('US-')) add(name, subdivisionArea(code))
  for (const [code, ...names] of alsoNamed) for (const each of names) add(each, subdivisionArea(code))
  return byName
}

function endsOfCodes(subdivisions: readonly { code: string }[]): Map<string, Area[]> {
  const byEnd = new Map<string, Area[]>()
  for (const { code } of subdivisions) {
    const end = comparableName(code.slice(3))
    byEnd.set(end, [...(byEnd.get(end) ?? []), subdivisionArea(code)])
  }
  return byEnd
}

const isSame = (a: Area, b: Area): boolean =>
  a.country === b.country && a.community === b.community && a.subdivision === b.subdivision

function readTowns(file: TownFile): Towns {
  const groups = Object.entries(file)
  const count = groups.reduce((sum, [, { at }]) => sum + at.length / 3, 0)
  const byName = new Map<string, number[]>()
  const areas: Area[] = []
  const areaOf = new Uint16Array(count)
  const figures = new Int16Array(3 * count)
  let town = 0
  for (const [group, { names, at }] of groups) {
    areas.push(group.length === 2 ? countryArea(group) : subdivisionArea(group))
    figures.set(at, 3 * town)
    for (const all of names.split('\n')) {
      areaOf[town] = areas.length - 1
      for (const name of all.split('|')) {
        const known = byName.get(name)
        if (known === undefined) byName.set(name, [town])
        else known.push(town)
      }
      town++
    }
  }
  return { byName, areas, areaOf, figures }
}
