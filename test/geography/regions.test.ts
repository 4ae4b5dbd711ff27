// Which region a point lies in: enclaves, islands, the 180th meridian, against d3-geo and against ZIP codes.
import { geoContains } from 'd3-geo'
import { describe, expect, test } from 'vitest'
import { findNearestRegion, findRegion, indexRegions, loadLayer, type RegionIndex } from '#shared/geography/index.ts'
import { readZipCode } from '#shared/geography/places/postal-codes.ts'
import type { LayerId, Polygons } from '#shared/geography/types.ts'
import { seededNumbers } from './seeded-numbers.ts'

const indexes = new Map<LayerId, Promise<RegionIndex>>()
const indexOf = (id: LayerId): Promise<RegionIndex> => {
  const known = indexes.get(id) ?? loadLayer(id).then(indexRegions)
  indexes.set(id, known)
  return known
}

const codeAt = async (id: LayerId, longitude: number, latitude: number): Promise<string | null> => {
  const index = await indexOf(id)
  return index.layer.regions[findRegion(index, longitude, latitude)]?.code ?? null
}

describe('findRegion', () => {
  test.each<[string, LayerId, number, number, string | null]>([
    ['Treviño, of Burgos within Álava', 'es-provinces', -2.748, 42.738, 'ES-BU'],
    ['Vitoria, round Treviño', 'es-provinces', -2.673, 42.847, 'ES-VI'],
    ['Ademuz, of Valencia within Teruel and Cuenca', 'es-provinces', -1.285, 40.062, 'ES-V'],
    ['Teruel', 'es-provinces', -1.107, 40.344, 'ES-TE'],
    ['Llívia, of Girona within France', 'es-provinces', 1.981, 42.465, 'ES-GI'],
    ['Ceuta', 'es-provinces', -5.316, 35.889, 'ES-CE'],
    ['Melilla', 'es-provinces', -2.938, 35.292, 'ES-ML'],
    ['Treviño is Castile', 'es-communities', -2.748, 42.738, 'ES-CL'],
    ['the White House', 'us-states', -77.0365, 38.8977, 'US-DC'],
    ['Point Roberts, Washington, by land in Canada', 'us-counties', -123.06, 48.985, '53073'],
    ['Los Angeles', 'us-counties', -118.243, 34.054, '06037'],
    ['Honolulu', 'us-counties', -157.858, 21.307, '15003'],
    ['Attu, Alaska, east of the 180th meridian', 'us-states', 172.93, 52.9, 'US-AK'],
    ['Taveuni, Fiji, west of it', 'world-countries', 179.98, -16.85, 'FJ'],
    ['Taveuni, Fiji, east of it', 'world-countries', -179.97, -16.85, 'FJ'],
    ['Chukotka, west', 'world-countries', 177.5, 66.5, 'RU'],
    ['Chukotka, east', 'world-countries', -175, 66.5, 'RU'],
    ['Maseru, Lesotho within South Africa', 'world-countries', 27.8, -29.4, 'LS'],
    ['Bloemfontein', 'world-countries', 26.2, -29.1, 'ZA'],
    ['the South Pole', 'world-countries', 0, -90, 'AQ'],
    ['Antarctica', 'world-countries', 60, -80, 'AQ'],
    ['the North Pole', 'world-countries', 0, 90, null],
    ['the Atlantic', 'world-countries', -40, 30, null]
  ])('%s', async (_, id, longitude, latitude, code) => {
    expect(await codeAt(id, longitude, latitude)).toBe(code)
  })

  test.each<LayerId>(['us-counties', 'es-provinces'])('%s: says what d3-geo says', async (id) => {
    const index = await indexOf(id)
    const { layer } = index
    const next = seededNumbers(17)
    const [west, south, east, north] = id.startsWith('us') ? [-124, 25.5, -68, 48.8] : [-9.2, 36, 4.3, 43.7]
    let inside = 0
    for (let k = 0; k < 150; k++) {
      const point: [number, number] = [west! + next() * (east! - west!), south! + next() * (north! - south!)]
      const place = findRegion(index, ...point)
      const near = layer.regions.flatMap((region, other) => (isNear(region.bounds, point) ? [other] : []))
      const holders = near.filter((other) => geoContains(geometryOf(layer.polygons[other]!), point))
      expect(place < 0 ? [] : [place], point.join()).toEqual(holders)
      if (place >= 0) inside++
    }
    expect(inside).toBeGreaterThan(40)
  })

  test('areas of ZIP codes lie in the state that their first digits say, save a few on borders and coasts', async () => {
    const { default: file } = await import('#shared/geography/places/zip-codes.json', { with: { type: 'json' } })
    const index = await indexOf('us-states')
    const { layer } = index
    let [checked, others, outside] = [0, 0, 0]
    for (const [prefix, areas] of Object.entries(file as Readonly<Record<string, readonly number[]>>))
      for (let k = 0; k < areas.length; k += 3) {
        const read = readZipCode(`${prefix}${String(areas[k]).padStart(2, '0')}`)
        if (read === null) continue // Palau, Micronesia and the Marshall Islands
        checked++
        const place = findRegion(index, areas[k + 1]! / 100, areas[k + 2]! / 100)
        if (place < 0) outside++
        else if (layer.regions[place]!.code !== read.area.subdivision) others++
      }
    expect(checked).toBeGreaterThan(33_000)
    expect(others / checked).toBeLessThan(0.003)
    expect(outside / checked).toBeLessThan(0.005)
  })
})

describe('findNearestRegion', () => {
  test.each<[string, LayerId, number, number, number, string | null]>([
    ['the port of Valencia', 'es-provinces', -0.29, 39.44, 20, 'ES-V'],
    ['in the sea between Valencia and Ibiza', 'es-provinces', 0.7, 39.4, 20, null],
    ['inside, however near the border', 'es-provinces', -2.748, 42.738, 100, 'ES-BU'],
    ['off Taveuni over the meridian', 'world-countries', -179.7, -16.7, 50, 'FJ']
  ])('%s', async (_, id, longitude, latitude, km, code) => {
    const index = await indexOf(id)
    const place = findNearestRegion(index, longitude, latitude, km)
    expect(index.layer.regions[place]?.code ?? null).toBe(code)
  })
})

function geometryOf(polygons: Polygons): { type: 'MultiPolygon'; coordinates: number[][][][] } {
  const positions = (ring: Float64Array): number[][] => {
    const pairs = Array.from({ length: ring.length / 2 }, (_, k) => [ring[2 * k]!, ring[2 * k + 1]!])
    return [...pairs, pairs[0]!]
  }
  return { type: 'MultiPolygon', coordinates: polygons.map((rings) => rings.map(positions)) }
}

const isNear = (
  [west, south, east, north]: readonly [number, number, number, number],
  [x, y]: readonly [number, number]
): boolean => y > south - 1 && y < north + 1 && (west > east || (x > west - 1 && x < east + 1))
