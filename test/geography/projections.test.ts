// Drawing: areas on equal-area maps against land areas, insets, what doesn't show, labels inside, points on the regions that hold them.
import { describe, expect, test } from 'vitest'
import { loadLayer, maps, projectorFor, projectorOf, projectPoints, shapeRegions } from '#shared/geography/index.ts'
import { labelPoint } from '#shared/geography/label-point.ts'
import type { LayerId, RegionShape } from '#shared/geography/types.ts'

const shapesOf = async (id: LayerId): Promise<ReadonlyMap<string, RegionShape>> =>
  new Map(shapeRegions(await loadLayer(id), projectorOf(id)).map((shape) => [shape.code, shape]))

/** Net area: holes turn the other way than the ring round them. */
function areaOf(shape: RegionShape): number {
  let sum = 0
  for (const ring of shape.rings)
    for (let k = 0; k < ring.length; k += 2) {
      const next = (k + 2) % ring.length
      sum += ring[k]! * ring[next + 1]! - ring[next]! * ring[k + 1]!
    }
  return Math.abs(sum / 2)
}

function holds(shape: RegionShape, x: number, y: number): boolean {
  let inside = false
  for (const ring of shape.rings)
    for (let k = 0; k < ring.length; k += 2) {
      const next = (k + 2) % ring.length
      const [x1, y1, x2, y2] = [ring[k]!, ring[k + 1]!, ring[next]!, ring[next + 1]!]
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside
    }
  return inside
}

describe('shapes', () => {
  test.each<[LayerId, number]>([
    ['world-countries', 236],
    ['us-states', 51],
    ['us-counties', 3142], // 3,108 of the 48 states and DC, 29 of Alaska, 5 of Hawaii
    ['es-communities', 19],
    ['es-provinces', 52]
  ])('%s: %i, with the label of each inside it and all of them inside the map', async (id, count) => {
    const shapes = await shapesOf(id)
    expect(shapes.size).toBe(count)
    const [left, top, right, bottom] = projectorOf(id).bounds
    for (const shape of shapes.values()) {
      // Falls Church, Virginia (five square kilometres), is drawn as a line at this scale.
      if (shape.code !== '51610') expect(holds(shape, ...shape.label), `${shape.code} ${shape.label.join()}`).toBe(true)
      const [west, north, east, south] = shape.bounds
      expect([west >= left, north >= top - 0.01, east <= right, south <= bottom + 0.01], shape.code).toEqual([
        true,
        true,
        true,
        true
      ])
    }
  })

  test.each<[LayerId, string, number, string, number]>([
    ['us-states', 'US-CO', 269_601, 'US-WY', 253_335], // square kilometres, Census Bureau
    ['us-states', 'US-TX', 676_587, 'US-CA', 403_466], // of land: the map leaves out waters off the coast
    ['world-countries', 'BR', 8_515_767, 'AU', 7_692_024],
    ['world-countries', 'ES', 505_990, 'FR', 643_801]
  ])('%s: %s and %s are as large to each other as on the ground', async (id, one, oneArea, other, otherArea) => {
    const shapes = await shapesOf(id)
    const ratio = areaOf(shapes.get(one)!) / areaOf(shapes.get(other)!)
    expect(Math.abs(ratio / (oneArea / otherArea) - 1)).toBeLessThan(0.02)
  })

  test('no border runs across the map of the world', async () => {
    for (const { code, rings } of (await shapesOf('world-countries')).values())
      for (const ring of rings)
        for (let k = 2; k < ring.length; k += 2)
          if (code !== 'AQ') expect(Math.abs(ring[k]! - ring[k - 2]!), code).toBeLessThan(60)
    const [left, , right] = (await shapesOf('world-countries')).get('RU')!.bounds
    expect(right - left).toBeGreaterThan(500) // on both edges
  })

  test('points lie on the shape of the region that holds them', async () => {
    const provinces = await shapesOf('es-provinces')
    const towns: [string, number, number][] = [
      ['ES-M', -3.703, 40.417],
      ['ES-BU', -2.748, 42.738], // Treviño
      ['ES-V', -1.285, 40.062], // Ademuz
      ['ES-TF', -16.32, 28.485], // La Laguna
      ['ES-GC', -15.5, 28.05],
      ['ES-PM', 2.9, 39.65],
      ['ES-ML', -2.942, 35.292]
    ]
    const xy = projectPoints(
      projectorOf('es-provinces'),
      towns.map(([, longitude, latitude]) => [longitude, latitude])
    )
    towns.forEach(([code], place) => {
      const holders = [...provinces.values()].filter((shape) => holds(shape, xy[2 * place]!, xy[2 * place + 1]!))
      expect(holders.map((shape) => shape.code)).toEqual([code])
    })
  })
})

describe('projections', () => {
  test('show nothing of other countries', () => {
    const points = projectPoints(projectorOf('us-counties'), [
      [2.35, 48.86],
      [-66.1, 18.4]
    ])
    expect([...points].every(Number.isNaN)).toBe(true)
    for (const [longitude, latitude] of [
      [2.35, 48.86],
      [-9.1, 52],
      [-13, 32]
    ] as const)
      expect(projectorOf('es-provinces').project(longitude, latitude)).toBeNull()
  })

  test('Alaska, Hawaii and the Canary Islands stand in insets of their own', async () => {
    const states = await shapesOf('us-states')
    const below = (code: string) => states.get(code)!.bounds[1] > 450 && states.get(code)!.bounds[2] < 353
    expect([below('US-AK'), below('US-HI')]).toEqual([true, true])
    const provinces = await shapesOf('es-provinces')
    const [corner] = projectorOf('es-provinces').insetLines
    const right = Math.max(...corner!.filter((_, k) => k % 2 === 0))
    const top = Math.min(...corner!.filter((_, k) => k % 2 === 1))
    for (const { code, bounds } of provinces.values()) {
      const isInCorner = bounds[0] < right && bounds[3] > top
      expect(isInCorner, code).toBe(code === 'ES-TF' || code === 'ES-GC')
      if (isInCorner) expect([bounds[2] < right, bounds[1] > top]).toEqual([true, true])
    }
  })

  test('one that fits places holds them all, shows none from afar, and bends little', async () => {
    const places: [number, number][] = [
      [-9.14, 38.72],
      [2.35, 48.86],
      [13.4, 52.52],
      [24.94, 60.17]
    ]
    const projector = projectorFor(places)
    const [left, top, right, bottom] = projector.bounds
    const xy = projectPoints(projector, places)
    for (let k = 0; k < xy.length; k += 2) {
      expect(xy[k]! > left && xy[k]! < right).toBe(true)
      expect(xy[k + 1]! > top && xy[k + 1]! < bottom).toBe(true)
    }
    expect(projector.project(151.2, -33.87)).toBeNull()
    const codes = shapeRegions(await loadLayer('world-countries'), projector).map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(['ES', 'FR', 'DE', 'FI']))
    expect(codes).not.toContain('AU')
    // Paris to Berlin is 878 km, Lisbon to Paris 1,453 km.
    const length = (a: number, b: number) => Math.hypot(xy[2 * a]! - xy[2 * b]!, xy[2 * a + 1]! - xy[2 * b + 1]!)
    expect(length(0, 1) / length(1, 2)).toBeCloseTo(1453 / 878, 1)
  })

  test('one place gets a map too, none gets the world', () => {
    const [x, y] = projectorFor([[2.35, 48.86]]).project(2.35, 48.86)!
    expect([x, y]).toEqual([expect.closeTo(500), expect.closeTo(500)])
    expect(projectorFor([]).id).toBe('world')
  })

  test('places on both sides of the 180th meridian stay together', () => {
    const projector = projectorFor([
      [178.4, -18.1],
      [-175.2, -21.1]
    ])
    const [fiji, tonga] = [projector.project(178.4, -18.1)!, projector.project(-175.2, -21.1)!]
    expect(fiji[0]).toBeLessThan(tonga[0])
  })
})

describe('labelPoint', () => {
  test('the middle of a rectangle', () => {
    expect(labelPoint([Float32Array.of(0, 0, 4, 0, 4, 2, 0, 2)])).toEqual([2, 1])
  })

  test('inside a horseshoe, whose centroid is outside', () => {
    const [x, y] = labelPoint([Float32Array.of(0, 0, 10, 0, 10, 10, 8, 10, 8, 2, 2, 2, 2, 10, 0, 10)])
    expect(x < 2 || x > 8 || y < 2).toBe(true)
  })

  test('beside a hole', () => {
    const [x, y] = labelPoint([Float32Array.of(0, 0, 10, 0, 10, 10, 0, 10), Float32Array.of(3, 1, 9, 1, 9, 9, 3, 9)])
    expect(x > 3 && x < 9 && y > 1 && y < 9).toBe(false)
  })

  test('in the largest part', () => {
    const [x] = labelPoint([Float32Array.of(0, 0, 1, 0, 1, 1, 0, 1), Float32Array.of(5, 0, 9, 0, 9, 4, 5, 4)])
    expect(x).toBe(7)
  })
})

test('every map names a projection and a credit', async () => {
  for (const { id } of maps) {
    expect(projectorOf(id).bounds[2]).toBeGreaterThan(900)
    expect((await loadLayer(id)).credit).not.toBe('')
  }
})
