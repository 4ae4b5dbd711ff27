// What lies under the pointer and inside a lasso, held against looking at every point and region one by one.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawOn, holdsOf, isArea, rectangle } from '../../src/renderer/ui/map/lasso.ts'
import { indexPoints } from '../../src/renderer/ui/map/point-index.ts'
import { draggedFrom, findGroup, findTarget, type Pointable } from '../../src/renderer/ui/map/pointing.ts'
import { indexRegions, isInRing } from '../../src/renderer/ui/map/region-index.ts'
import type { MapPoints, MapRegion, MapRegions } from '../../src/renderer/ui/map/types.ts'

/** A rectangle as a region. */
function box(code: string, left: number, top: number, right: number, bottom: number, hole?: number[]): MapRegion {
  const rings = [Float32Array.of(left, top, right, top, right, bottom, left, bottom)]
  if (hole) rings.push(Float32Array.from(hole))
  return {
    code,
    name: `Region ${code}`,
    rings,
    bounds: [left, top, right, bottom],
    label: [(left + right) / 2, (top + bottom) / 2]
  }
}

const coordinate = fc.integer({ min: -50, max: 50 }).map((value) => value / 2)
const cloud = fc.array(fc.tuple(coordinate, coordinate), { maxLength: 60 })
const flat = (points: readonly (readonly number[])[]) => Float32Array.from(points.flat())

describe('points', () => {
  test('the nearest is the nearest of all, the later one of two', () => {
    fc.assert(
      fc.property(
        cloud,
        coordinate,
        coordinate,
        fc.double({ min: 0, max: 40, noNaN: true }),
        (points, x, y, within) => {
          let expected = -1
          let best = within * within
          for (const [index, [px, py]] of points.entries()) {
            const square = (px - x) ** 2 + (py - y) ** 2
            if (square <= best) [best, expected] = [square, index]
          }
          expect(indexPoints(flat(points)).nearest(x, y, within)).toBe(expected)
        }
      )
    )
  })
  test('a box holds what lies in it, edges included', () => {
    fc.assert(
      fc.property(cloud, coordinate, coordinate, coordinate, coordinate, (points, a, b, c, d) => {
        const area = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)] as const
        const found: number[] = []
        indexPoints(flat(points)).eachIn(area, (index) => found.push(index))
        const expected = points.flatMap(([x, y], index) =>
          x >= area[0] && x <= area[2] && y >= area[1] && y <= area[3] ? [index] : []
        )
        expect(found.toSorted((p, q) => p - q)).toEqual(expected)
      })
    )
  })
  test('points in one place, on one line, and none', () => {
    const same = indexPoints(Float32Array.of(3, 3, 3, 3, 3, 3))
    expect(same.nearest(3, 3, 0)).toBe(2)
    expect(indexPoints(Float32Array.of(0, 0, 1000, 0, 5, 0)).nearest(6, 1, 3)).toBe(2)
    expect(indexPoints(new Float32Array()).nearest(0, 0, 10)).toBe(-1)
  })
  test('one that the map does not show is not found', () => {
    const some = indexPoints(Float32Array.of(1, 1, Number.NaN, Number.NaN, 5, 5))
    expect([some.nearest(1, 1, 2), some.nearest(4, 4, 2), some.nearest(0, 0, 0.5)]).toEqual([0, 2, -1])
    expect(indexPoints(Float32Array.of(Number.NaN, Number.NaN)).nearest(0, 0, 1000)).toBe(-1)
  })
  test('20,000 of them are asked 10,000 times in well under a second', () => {
    let seed = 7
    const next = () => {
      seed = (seed * 16_807) % 2_147_483_647
      return (seed / 2_147_483_647) * 1000
    }
    const xy = Float32Array.from({ length: 40_000 }, next)
    const index = indexPoints(xy)
    const before = process.cpuUsage()
    let found = 0
    for (let at = 0; at < 10_000; at++) if (index.nearest(next(), next(), 8) >= 0) found++
    expect(found).toBeGreaterThan(9_000)
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(500)
  })
})

describe('regions', () => {
  test('a ring by the even-odd rule, a notch being outside', () => {
    // A square with a notch cut down from its upper edge to (5, 5).
    const notched = [0, 0, 4, 0, 5, 5, 6, 0, 10, 0, 10, 10, 0, 10]
    expect(isInRing(notched, 2, 2)).toBe(true)
    expect(isInRing(notched, 5, 2)).toBe(false)
    expect(isInRing(notched, 5, 6)).toBe(true)
    expect(isInRing(notched, 11, 5)).toBe(false)
  })
  test('an enclave belongs to the region in the hole', () => {
    const outer = box('outer', 0, 0, 10, 10, [4, 4, 6, 4, 6, 6, 4, 6])
    const find = indexRegions([outer, box('enclave', 4, 4, 6, 6)])
    expect(find(5, 5)).toBe(1)
    expect(find(3, 5)).toBe(0)
    expect(find(12, 5)).toBe(-1)
  })
  test('a checkerboard answers with the square that holds the point', () => {
    const squares = Array.from({ length: 400 }, (_, at) => {
      const [column, row] = [at % 20, Math.floor(at / 20)]
      return box(String(at), column, row, column + 1, row + 1)
    })
    const find = indexRegions(squares)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 19 }), fc.integer({ min: 0, max: 19 }), (column, row) => {
        expect(find(column + 0.4, row + 0.7)).toBe(row * 20 + column)
      })
    )
    expect(indexRegions([])(0, 0)).toBe(-1)
  })
})

describe('lasso', () => {
  const regions: MapRegions = { shapes: [box('a', 0, 0, 4, 4), box('b', 4, 0, 8, 4), box('c', 8, 0, 12, 4)] }
  const points: MapPoints = { ids: ['p', 'q', 'r'], xy: Float32Array.of(1, 1, 5, 3, 11, 1) }
  const index = indexPoints(points.xy)
  test('holds the points inside and the regions whose label point is inside', () => {
    // A triangle (0,0) (7,0) (0,7): p (1,1) is in, q (5,3) is not (5 + 3 > 7); label (2,2) is in, label (6,2) is not.
    const held = holdsOf([0, 0, 7, 0, 0, 7], regions, points, index)
    expect([...held.points]).toEqual(['p'])
    expect([...held.regions]).toEqual(['a'])
  })
  test('a rectangle drawn from any corner holds the same', () => {
    const drawn = [rectangle(3, 0.5, 12, 4), rectangle(12, 4, 3, 0.5), rectangle(3, 4, 12, 0.5)]
    for (const line of drawn) {
      const held = holdsOf(line, regions, points, index)
      expect([...held.points]).toEqual(['q', 'r'])
      expect([...held.regions]).toEqual(['b', 'c'])
    }
  })
  test('nothing to hold is nothing held', () => {
    expect(holdsOf([0, 0, 7, 0, 0, 7], undefined, undefined, indexPoints(new Float32Array()))).toEqual({
      regions: new Set(),
      points: new Set()
    })
  })
  test('a hand that hardly moves adds no corner, and a stroke is no area', () => {
    const line = drawOn([10, 10], 11, 11)
    expect(line).toEqual([10, 10])
    expect(drawOn(line, 14, 10)).toEqual([10, 10, 14, 10])
    expect(isArea([0, 0, 100, 0])).toBe(false)
    expect(isArea([0, 0, 100, 0, 50, 0])).toBe(false)
    expect(isArea(rectangle(0, 0, 4, 2))).toBe(false)
    expect(isArea(rectangle(0, 0, 3, 3))).toBe(true)
  })
})

describe('the pointer', () => {
  const regions: MapRegions = { shapes: [box('a', 0, 0, 100, 100), box('b', 100, 0, 200, 100)], groups: [1, -1] }
  const points: MapPoints = { ids: ['p', 'q'], xy: Float32Array.of(50, 50, 150, 50), groups: [0, 2] }
  const on: Pointable = {
    regions,
    points,
    bases: [{ key: 'home', name: 'Ana', x: 20, y: 20, group: 2 }],
    findRegion: indexRegions(regions.shapes),
    pointIndex: indexPoints(points.xy)
  }
  const view = { scale: 2, x: 10, y: 0 }
  test('means a base before a point, a point before a region, and reaches seven pixels', () => {
    expect(findTarget(on, view, 10 + 40, 40)).toEqual({ kind: 'base', index: 0, key: 'home' })
    expect(findTarget(on, view, 10 + 100 + 6, 100)).toEqual({ kind: 'point', index: 0, id: 'p' })
    expect(findTarget(on, view, 10 + 100 + 8, 100)).toEqual({ kind: 'region', index: 0, code: 'a' })
    expect(findTarget(on, view, 10 + 500, 100)).toBeNull()
  })
  test('drops on the group of the region, where regions have groups, even if a point of another lies there', () => {
    expect(findGroup(on, view, 10 + 100, 100)).toBe(1)
    expect(findGroup(on, view, 10 + 300, 100)).toBe(-1)
    const bare: Pointable = { ...on, regions: { shapes: regions.shapes } }
    expect(findGroup(bare, view, 10 + 100 + 20, 100)).toBe(0)
    expect(findGroup(bare, view, 10 + 100 + 40, 100)).toBe(-1)
    expect(findGroup(bare, view, 10 + 40, 40)).toBe(2)
  })
  test('drags the selection it belongs to, or itself', () => {
    const selection = { regions: new Set(['a']), points: new Set(['q']) }
    expect(draggedFrom({ kind: 'point', index: 1, id: 'q' }, selection)).toBe(selection)
    expect(draggedFrom({ kind: 'point', index: 0, id: 'p' }, selection)).toEqual({
      regions: new Set(),
      points: new Set(['p'])
    })
    expect(draggedFrom({ kind: 'base', index: 0, key: 'home' }, selection)).toBeNull()
  })
})
