// Layers of regions: how many, who borders whom and where they lie, against public facts.
import { describe, expect, test } from 'vitest'
import { loadLayer, maps } from '#shared/geography/index.ts'
import { boundsOf } from '#shared/geography/maps/topology.ts'
import { spanishCommunities, spanishProvinces } from '#shared/geography/spain.ts'
import type { LayerId } from '#shared/geography/types.ts'
import { unitedStates } from '#shared/geography/united-states.ts'
import { kmBetween } from './km-between.ts'

const neighboursOf = async (id: LayerId, code: string): Promise<string[]> => {
  const layer = await loadLayer(id)
  const place = layer.indexOf.get(code)
  return layer.neighbours
    .flatMap(([a, b]) => (a === place ? [b] : b === place ? [a] : []))
    .map((other) => layer.regions[other]!.code)
    .sort()
}

describe('layers', () => {
  test.each<[LayerId, number]>([
    ['us-states', 56], // 50 states, DC and five territories
    ['es-communities', 19], // 17 and two cities
    ['es-provinces', 52] // 50 and two cities
  ])('%s has %i regions', async (id, count) => {
    expect((await loadLayer(id)).regions).toHaveLength(count)
  })

  test('counties of the 48 states and DC are 3,108', async () => {
    const { regions } = await loadLayer('us-counties')
    const outside = new Set(['US-AK', 'US-HI', 'US-AS', 'US-GU', 'US-MP', 'US-PR', 'US-VI'])
    expect(regions.filter(({ parent }) => !outside.has(parent ?? ''))).toHaveLength(3108)
  })

  test('countries have codes of ISO 3166-1, each once, and names in both languages', async () => {
    const { regions, indexOf } = await loadLayer('world-countries')
    expect(indexOf.size).toBe(regions.length)
    for (const { code } of regions) expect(code).toMatch(/^[A-Z]{2}$/)
    const germany = regions[indexOf.get('DE')!]!
    expect([germany.name, germany.nameEs]).toEqual(['Germany', 'Alemania'])
    // Members of the United Nations too small for the map.
    for (const code of ['ES', 'US', 'PT', 'GB', 'FR', 'MX', 'XK', 'VA', 'MT', 'SG'])
      expect(indexOf.has(code), code).toBe(true)
  })

  test('are in the order of their codes, with closed rings of three points or more', async () => {
    for (const { id } of maps) {
      const layer = await loadLayer(id)
      const codes = layer.regions.map(({ code }) => code)
      expect(codes).toEqual([...codes].sort())
      for (const ring of layer.polygons.flat(2)) {
        expect(ring.length).toBeGreaterThanOrEqual(6)
        for (let k = 2; k < ring.length; k += 2)
          if (Math.abs(ring[k]! - ring[k - 2]!) > 180) throw new Error(`${id}: a broken ring`)
      }
    }
  })

  test('every parent is a region of the layer above', async () => {
    const states = new Set((await loadLayer('us-states')).regions.map(({ code }) => code))
    for (const { parent } of (await loadLayer('us-counties')).regions) expect(states.has(parent ?? '')).toBe(true)
    const communities = new Set((await loadLayer('es-communities')).regions.map(({ code }) => code))
    for (const { parent } of (await loadLayer('es-provinces')).regions) expect(communities.has(parent ?? '')).toBe(true)
  })
})

describe('neighbours', () => {
  test.each<[LayerId, string, string[]]>([
    ['world-countries', 'PT', ['ES']],
    ['world-countries', 'LS', ['ZA']],
    ['world-countries', 'MN', ['CN', 'RU']],
    ['world-countries', 'IS', []],
    ['us-states', 'US-ME', ['US-NH']],
    ['us-states', 'US-DC', ['US-MD', 'US-VA']],
    ['us-states', 'US-HI', []],
    ['us-states', 'US-MO', ['US-AR', 'US-IA', 'US-IL', 'US-KS', 'US-KY', 'US-NE', 'US-OK', 'US-TN']],
    ['us-states', 'US-UT', ['US-AZ', 'US-CO', 'US-ID', 'US-NV', 'US-WY']], // touches New Mexico in one point, which is no border
    ['es-provinces', 'ES-M', ['ES-AV', 'ES-CU', 'ES-GU', 'ES-SG', 'ES-TO']],
    ['es-provinces', 'ES-PM', []],
    ['es-provinces', 'ES-CE', []],
    ['es-provinces', 'ES-H', ['ES-BA', 'ES-CA', 'ES-SE']],
    ['es-communities', 'ES-GA', ['ES-AS', 'ES-CL']],
    ['us-counties', '25019', []], // Nantucket
    ['us-counties', '06075', ['06081']] // San Francisco by land; Marin and Alameda lie over the water
  ])('%s: %s borders %j', async (id, code, others) => {
    const found = await neighboursOf(id, code)
    if (code === '06075') expect(found).toContain('06081')
    else expect(found).toEqual(others)
  })
})

describe('places of regions', () => {
  test.each<[LayerId, string, number, number, number]>([
    ['world-countries', 'US', -98.58, 39.83, 60], // centre of the 48 states: Lebanon, Kansas
    ['world-countries', 'ES', -3.69, 40.31, 30], // Cerro de los Ángeles
    ['world-countries', 'FR', 2.43, 46.54, 30], // Vesdun
    ['us-states', 'US-KS', -98.38, 38.48, 30], // north-east of Great Bend
    ['es-provinces', 'ES-PM', 2.97, 39.61, 15], // Majorca, its largest island
    ['es-provinces', 'ES-GC', -14.01, 28.4, 30] // Fuerteventura
  ])('%s %s lies at %f, %f', async (id, code, longitude, latitude, km) => {
    const layer = await loadLayer(id)
    expect(kmBetween(layer.regions[layer.indexOf.get(code)!]!.centroid, [longitude, latitude])).toBeLessThan(km)
  })

  test('bounds go the short way over the 180th meridian', async () => {
    const { regions, indexOf } = await loadLayer('world-countries')
    const bounds = (code: string) => regions[indexOf.get(code)!]!.bounds
    const [west, south, east, north] = bounds('FJ')
    expect([west > 170, east < -170, south > -23, north < -10]).toEqual([true, true, true, true])
    expect(bounds('RU')[0]).toBeCloseTo(19.6, 0) // Kaliningrad
    expect(bounds('RU')[2]).toBeCloseTo(-169.7, 0) // Big Diomede, or Cape Dezhnev
    expect(bounds('AQ').filter((_, side) => side % 2 === 0)).toEqual([-180, 180])
    expect(bounds('PT')[0]).toBeLessThan(-31) // the Azores
  })

  test('bounds of a square', () => {
    expect(boundsOf([[Float64Array.of(10, 0, 12, 0, 12, 2, 10, 2)]])).toEqual([10, 0, 12, 2])
    expect(boundsOf([[Float64Array.of(178, 0, 183, 0, 183, 2, 178, 2)]])).toEqual([178, 0, -177, 2])
    expect(boundsOf([[Float64Array.of(170, 0, 175, 0, 175, 2)], [Float64Array.of(-175, 0, -170, 0, -170, 2)]])).toEqual(
      [170, 0, -170, 2]
    )
  })
})

describe('tables', () => {
  test('Spain: codes once, every community has a province, numbers run from 01 to 52', () => {
    expect(new Set(spanishProvinces.map(({ iso }) => iso)).size).toBe(52)
    expect(spanishProvinces.map(({ ine }) => Number(ine))).toEqual(Array.from({ length: 52 }, (_, place) => place + 1))
    const communities = new Set(spanishProvinces.map(({ community }) => community))
    expect([...communities].sort()).toEqual(spanishCommunities.map(({ iso }) => iso).sort())
  })

  test('ISO 3166-2 puts each province into the community that the table says', async () => {
    const { loadSubdivisions } = await import('#shared/geography/index.ts')
    const parents = new Map((await loadSubdivisions()).map(({ code, parent }) => [code, parent]))
    for (const { iso, community } of spanishProvinces)
      if (iso !== community) expect(parents.get(iso), iso).toBe(community)
  })

  test('United States: no ZIP prefix belongs to two states', () => {
    const seen = new Map<number, string>()
    for (const { iso, zipPrefixes } of unitedStates)
      for (const [from, to] of zipPrefixes)
        for (let prefix = from; prefix <= to; prefix++) {
          expect(seen.get(prefix)).toBeUndefined()
          seen.set(prefix, iso)
        }
    expect(seen.size).toBeGreaterThan(880)
  })
})
