// What the map draws: borders once each and by strength, classes and looks, the order and area of points, pixels, names.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ChartColors } from '../../src/renderer/ui/chart/colors.ts'
import { findBorders } from '../../src/renderer/ui/map/borders.ts'
import { classColors, classOf, quantileBreaks } from '../../src/renderer/ui/map/color-scale.ts'
import { labelAnchors, placeLabels } from '../../src/renderer/ui/map/labels.ts'
import { longHex, lookColor, lookCount, lookOf, mixColors } from '../../src/renderer/ui/map/looks.ts'
import { pointScene, radiusFor, regionFills, sizedRadius } from '../../src/renderer/ui/map/scene.ts'
import { blend, makeStamp, stampPoints } from '../../src/renderer/ui/map/stamps.ts'
import type { MapRegion } from '../../src/renderer/ui/map/types.ts'

const colors: ChartColors = {
  series: ['#0f6b6b', '#c7761a', '#4b5fb0', '#a63a6b', '#3f9a5b', '#8a8f2a', '#4c8db3', '#7d7f86'],
  ink: '#1d2321',
  muted: '#5f6965',
  line: '#e4e6e2',
  lineStrong: '#8a938f',
  panel: '#ffffff',
  accent: '#0f6b6b',
  amber: '#b87414',
  font: 'Inter'
}

function shape(code: string, ...rings: number[][]): MapRegion {
  const xs = rings.flatMap((ring) => ring.filter((_, at) => at % 2 === 0))
  const ys = rings.flatMap((ring) => ring.filter((_, at) => at % 2 === 1))
  const bounds = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const
  return {
    code,
    name: code,
    rings: rings.map((ring) => Float32Array.from(ring)),
    bounds,
    label: [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2]
  }
}
const square = (code: string, x: number, y: number) => shape(code, [x, y, x + 1, y, x + 1, y + 1, x, y + 1])

const lengthOf = (xy: Float32Array): number => {
  let sum = 0
  for (let at = 2; at < xy.length; at += 2)
    sum += Math.hypot((xy[at] ?? 0) - (xy[at - 2] ?? 0), (xy[at + 1] ?? 0) - (xy[at - 1] ?? 0))
  return sum
}

describe('borders', () => {
  test('two squares side by side share one line of length 1 and have six units of coast', () => {
    const lines = findBorders([square('a', 0, 0), square('b', 1, 0)])
    const shared = lines.filter((line) => line.to >= 0)
    expect(shared).toHaveLength(1)
    expect(shared[0]).toMatchObject({ from: 0, to: 1 })
    expect([...(shared[0]?.xy ?? [])].sort()).toEqual([0, 1, 1, 1])
    const coast = lines.filter((line) => line.to < 0)
    expect(coast.reduce((sum, line) => sum + lengthOf(line.xy), 0)).toBe(6)
  })
  test('a board of n x m: every inner side once between its two squares, the rim as coast', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), (across, down) => {
        const board = Array.from({ length: across * down }, (_, at) =>
          square(String(at), at % across, Math.floor(at / across))
        )
        const lines = findBorders(board)
        const total = (list: typeof lines) => list.reduce((sum, line) => sum + lengthOf(line.xy), 0)
        expect(total(lines.filter((line) => line.to >= 0))).toBe((across - 1) * down + across * (down - 1))
        expect(total(lines.filter((line) => line.to < 0))).toBe(2 * (across + down))
        for (const { from, to } of lines.filter((line) => line.to >= 0)) {
          const apart =
            Math.abs((from % across) - (to % across)) + Math.abs(Math.floor(from / across) - Math.floor(to / across))
          expect(apart).toBe(1)
        }
      })
    )
  })
  test('an enclave has its whole ring in common with the region around it, and is joined to one line', () => {
    const around = shape('around', [0, 0, 9, 0, 9, 9, 0, 9], [3, 3, 3, 6, 6, 6, 6, 3])
    const lines = findBorders([around, shape('enclave', [3, 3, 6, 3, 6, 6, 3, 6])])
    const shared = lines.filter((line) => line.to >= 0)
    expect(shared).toHaveLength(1)
    expect(lengthOf(shared[0]?.xy ?? new Float32Array())).toBe(12)
  })
  test('zero and minus zero are one place', () => {
    const lines = findBorders([square('a', 0, 0), shape('b', [-0, 0, -0, 1, -1, 1, -1, -0])])
    expect(lines.filter((line) => line.to >= 0)).toHaveLength(1)
  })
})

describe('classes', () => {
  test('a break belongs to the class above it, and no value to none', () => {
    expect([9, 10, 19.9, 20, 500].map((value) => classOf(value, [10, 20]))).toEqual([0, 1, 1, 2, 2])
    expect(classOf(Number.NaN, [10, 20])).toBe(-1)
    expect(classOf(3, [])).toBe(0)
  })
  test('five classes of 1 to 100 break at every fifth part', () => {
    const values = Array.from({ length: 100 }, (_, at) => at + 1)
    expect(quantileBreaks(values)).toEqual([21, 41, 61, 81])
    expect(quantileBreaks([...values, Number.NaN])).toEqual([21, 41, 61, 81])
  })
  test('breaks rise and lie within the values; equal values have none', () => {
    expect(quantileBreaks([7, 7, 7])).toEqual([])
    expect(quantileBreaks([])).toEqual([])
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 80 }),
        (values) => {
          const breaks = quantileBreaks(values)
          expect(breaks.length).toBeLessThanOrEqual(4)
          expect(breaks).toEqual([...new Set(breaks)].toSorted((a, b) => a - b))
          for (const each of breaks) {
            expect(each).toBeGreaterThan(Math.min(...values))
            expect(each).toBeLessThanOrEqual(Math.max(...values))
          }
        }
      )
    )
  })
  test('a colour for each class, the middle of a diverging scale being neutral', () => {
    const scale = { title: '', breaks: [85, 95, 105, 115], format: String }
    expect(new Set(classColors(scale, colors)).size).toBe(5)
    expect(classColors(scale, colors)[4]).toBe(colors.accent)
    const diverging = classColors({ ...scale, kind: 'diverging' }, colors)
    expect(diverging[2]).toBe(colors.line)
    expect(new Set(diverging).size).toBe(5)
  })
})

describe('looks', () => {
  test('64 of them, all different in what is seen', () => {
    expect(lookCount).toBe(64)
    const seen = Array.from({ length: 64 }, (_, place) => {
      const look = lookOf(place)
      return `${lookColor(look, colors)} ${look.pattern}`
    })
    expect(new Set(seen).size).toBe(64)
    expect(lookOf(64)).toEqual(lookOf(0))
    expect(lookOf(13).hue).toBe(5)
  })
  test('colours mix as CSS mixes them in srgb', () => {
    // 25 % of #ff8000 in #000080: 63.75, 32, 96.
    expect(mixColors('#ff8000', '#000080', 0.25)).toBe('#402060')
    expect(longHex('#fff')).toBe('#ffffff')
    expect(mixColors('#fff', '#000', 0.5)).toBe('#808080')
  })
})

const painting = {
  groups: [
    { key: 'n', name: 'North' },
    { key: 's', name: 'South' }
  ],
  colors,
  highlight: -1
}

describe('fills', () => {
  const shapes = [square('a', 0, 0), square('b', 1, 0), square('c', 2, 0), square('d', 3, 0)]
  test('regions of a group share a fill; one in no group is hatched', () => {
    const fills = regionFills({ shapes, groups: [0, 1, 0, -1] }, undefined, false, painting)
    expect(fills.map((fill) => fill.places)).toEqual([[0, 2], [1], [3]])
    expect(fills.map((fill) => fill.pattern)).toEqual(['plain', 'plain', 'none'])
  })
  test('a measure colours by class and hatches what has none, whatever the group', () => {
    const scale = { title: '', breaks: [10], format: String }
    const fills = regionFills({ shapes, groups: [0, 1, 0, 1], values: [3, 30, Number.NaN, 4] }, scale, false, painting)
    expect(fills.map((fill) => fill.places)).toEqual([[0, 3], [1], [2]])
    expect(fills[2]?.pattern).toBe('none')
  })
  test('bringing out a group makes the others pale', () => {
    const regions = { shapes, groups: [0, 1, 0, 1] }
    const [usual] = regionFills(regions, undefined, false, painting)
    const [brought, other] = regionFills(regions, undefined, false, { ...painting, highlight: 0 })
    expect(brought).toEqual(usual)
    expect(other?.color).toBe(mixColors(mixColors('#c7761a', '#ffffff', 0.62), '#ffffff', 0.22))
  })
})

describe('points', () => {
  const points = {
    ids: ['p', 'q', 'r', 's'],
    xy: new Float32Array(8),
    groups: [0, 1, -1, 0],
    sizes: [100, 25, 4, Number.NaN]
  }
  test('area stands for the measure: a quarter of it has half the radius', () => {
    expect(sizedRadius(100, 100, 4)).toBeCloseTo(12.8, 9)
    expect(sizedRadius(25, 100, 4)).toBeCloseTo(6.4, 9)
    expect(sizedRadius(Number.NaN, 100, 4)).toBeNull()
    expect(sizedRadius(-5, 100, 4)).toBeGreaterThan(0)
    expect(sizedRadius(0, 0, 4)).toBeGreaterThan(0)
  })
  test('more of them are smaller', () => {
    expect(radiusFor(10)).toBe(5)
    expect(radiusFor(20_000)).toBeCloseTo(9 - 1.6 * Math.log10(20_000), 9)
    expect(radiusFor(1e9)).toBe(2)
  })
  test('small ones lie above large ones, what is selected above all, pale ones below', () => {
    const order = (selected: string[], highlight: number) => {
      const selection = { regions: new Set<string>(), points: new Set(selected) }
      return [...pointScene(points, undefined, selection, { ...painting, highlight }).order].map((at) => points.ids[at])
    }
    expect(order([], -1)).toEqual(['p', 'q', 's', 'r'])
    expect(order(['p'], -1)).toEqual(['q', 's', 'r', 'p'])
    expect(order([], 0)).toEqual(['q', 'r', 'p', 's'])
  })
  test('no group is a ring, no size a cross, selected has a rim of ink', () => {
    const selection = { regions: new Set<string>(), points: new Set(['q']) }
    const { styles, styleOf } = pointScene(points, undefined, selection, painting)
    const shapeOf = (at: number) => styles[styleOf[at] ?? -1]
    expect([0, 1, 2, 3].map((at) => shapeOf(at)?.shape)).toEqual(['disc', 'disc', 'ring', 'cross'])
    expect(shapeOf(1)?.rimColor).toBe(colors.ink)
    expect(shapeOf(0)?.color).toBe('#0f6b6b')
  })
})

describe('pixels', () => {
  const style = { shape: 'disc', radius: 3, rim: 1, color: '#102030', rimColor: '#ffffff' } as const
  test('a disc is opaque in its colour at the middle, has its rim around and nothing in the corner', () => {
    const { side, pixels } = makeStamp(style, 1)
    const middle = (side * side - 1) / 2
    expect(pixels[middle]).toBe(0xff302010)
    expect(pixels[0]).toBe(0)
    // 3.5 pixels out lies in the middle of the rim: half of each edge is soft, the middle is the rim's colour.
    expect(pixels[middle + 4]).toBe(0x80ffffff)
  })
  test('its painted area is that of a circle', () => {
    for (const radius of [2, 4, 9]) {
      const { pixels } = makeStamp({ ...style, radius, rim: 0 }, 2)
      const area = pixels.reduce((sum, pixel) => sum + (pixel >>> 24) / 255, 0)
      expect(area / (Math.PI * (radius * 2) ** 2)).toBeCloseTo(1, 1)
    }
  })
  test('half over full is the mean, over nothing itself', () => {
    expect(blend(0x80ffffff, 0)).toBe(0x80ffffff)
    expect(blend(0x80ffffff, 0xff000000)).toBe(0xff808080)
    expect(blend(0xff123456, 0xff000000)).toBe(0xff123456)
    expect(blend(0, 0xff112233)).toBe(0xff112233)
  })
  test('points land on their pixel, later ones above, and those cut by the edge are cut', () => {
    const dot = (pixel: number) => ({ side: 1, pixels: Uint32Array.of(pixel) })
    const cross = { side: 3, pixels: Uint32Array.of(0, 7, 0, 7, 7, 7, 0, 7, 0).map((value) => value && 0xff000007) }
    const pixels = new Uint32Array(5 * 4)
    const points = { xy: Float32Array.of(1, 1, 1, 1, 2, 0.5, 50, 50), order: [0, 1, 2, 3], styles: [0, 1, 2, 0] }
    // The view doubles and moves by (-2, 0): (1, 1) lands on (0, 2), (2, 0.5) on (2, 1), the last one far outside.
    const touched = stampPoints(pixels, 5, 4, { scale: 2, x: -2, y: 0 }, points, [
      dot(0xff000001),
      dot(0xff000002),
      cross
    ])
    expect(touched).toBe(3)
    const unseen = { xy: Float32Array.of(Number.NaN, Number.NaN), order: [0], styles: [0] }
    expect(stampPoints(pixels, 5, 4, { scale: 1, x: 0, y: 0 }, unseen, [dot(1)])).toBe(0)
    const rows = [0, 1, 2, 3].map((row) => [...pixels.slice(row * 5, row * 5 + 5)].map((pixel) => pixel & 255))
    expect(rows).toEqual([
      [0, 0, 7, 0, 0],
      [0, 7, 7, 7, 0],
      [2, 0, 7, 0, 0],
      [0, 0, 0, 0, 0]
    ])
  })
  test('cut at every edge without touching the other side', () => {
    const block = { side: 3, pixels: new Uint32Array(9).fill(0xff000001) }
    const pixels = new Uint32Array(4 * 4)
    const corners = { xy: Float32Array.of(0, 0, 3, 3), order: [0, 1], styles: [0, 0] }
    stampPoints(pixels, 4, 4, { scale: 1, x: 0, y: 0 }, corners, [block])
    expect([...pixels].map((pixel) => pixel & 1).join('')).toBe('1100110000110011')
  })
})

describe('names', () => {
  const shapes = [square('a', 0, 0), square('b', 1, 0), square('c', 2, 0), square('d', 9, 9)]
  test('stand on the region nearest the middle of the group', () => {
    const anchors = labelAnchors(painting.groups, { shapes, groups: [0, 0, 0, 1] }, undefined)
    expect(anchors).toEqual([
      { place: 0, text: 'North', x: 1.5, y: 0.5, weight: 3 },
      { place: 1, text: 'South', x: 9.5, y: 9.5, weight: 1 }
    ])
  })
  test('stand at the mean of points where there are no regions; a group of none has no name', () => {
    // The last one isn't on this map.
    const points = { ids: ['p', 'q', 'r'], xy: Float32Array.of(0, 0, 4, 2, Number.NaN, Number.NaN), groups: [1, 1, 1] }
    expect(labelAnchors(painting.groups, undefined, points)).toEqual([
      { place: 1, text: 'South', x: 2, y: 1, weight: 2 }
    ])
  })
  test('give way: the weightier stays, the other steps down a line or is left out', () => {
    const anchor = (text: string, x: number, weight: number) => ({ place: weight, text, x, y: 50, weight })
    const size = { width: 200, height: 100 }
    const view = { scale: 1, x: 0, y: 0 }
    const widthOf = () => 40
    // Names are 40 + 8 wide and 16 high: 10 apart they would overlap, a line is 17.
    expect(placeLabels([anchor('small', 90, 1), anchor('large', 100, 2)], view, size, widthOf)).toEqual([
      { text: 'large', x: 100, y: 50 },
      { text: 'small', x: 90, y: 67 }
    ])
    const four = [1, 2, 3, 4].map((weight) => anchor(`n${weight}`, 100, weight))
    expect(placeLabels(four, view, size, widthOf).map(({ text, y }) => [text, y])).toEqual([
      ['n4', 50],
      ['n3', 67],
      ['n2', 33]
    ])
    // A mark at the middle of the name moves it.
    expect(placeLabels([anchor('home', 100, 1)], view, size, widthOf, [[100, 50]])).toEqual([
      { text: 'home', x: 100, y: 67 }
    ])
    expect(placeLabels([anchor('away', 900, 1)], view, size, widthOf)).toEqual([])
  })
})
