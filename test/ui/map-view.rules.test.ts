// The arithmetic of zooming and panning: what lies under the pointer stays under it, and the whole fits in the middle.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  betweenViews,
  boundsOfPoints,
  fitView,
  joinBounds,
  keepInSight,
  panBy,
  pinch,
  placePicture,
  toPlane,
  toScreen,
  type View,
  zoomAbout
} from '../../src/renderer/ui/map/view.ts'

const view: fc.Arbitrary<View> = fc.record({
  scale: fc.double({ min: 0.01, max: 100, noNaN: true }),
  x: fc.double({ min: -2000, max: 2000, noNaN: true }),
  y: fc.double({ min: -2000, max: 2000, noNaN: true })
})
const pixel = fc.double({ min: 0, max: 1500, noNaN: true })

describe('fitting', () => {
  test('the whole lies in the middle, as large as the tighter side allows', () => {
    // 200 x 50 in 440 x 240 less 20 at each edge: 400 / 200 = 2 across, 200 / 50 = 4 down; so 2, the middle (100, 25) at (220, 120).
    expect(fitView([0, 0, 200, 50], { width: 440, height: 240 }, 20)).toEqual({ scale: 2, x: 20, y: 70 })
  })
  test('a single point is in the middle at scale 1', () => {
    expect(fitView([7, 9, 7, 9], { width: 100, height: 60 })).toEqual({ scale: 1, x: 43, y: 21 })
  })
  test('bounds of several, of points, of nothing', () => {
    expect(
      joinBounds([
        [0, 5, 2, 6],
        [-1, 7, 1, 9]
      ])
    ).toEqual([-1, 5, 2, 9])
    expect(joinBounds([])).toBeNull()
    expect(boundsOfPoints(Float32Array.of(3, 4, -1, 8, 2, 2))).toEqual([-1, 2, 3, 8])
    expect(boundsOfPoints(new Float32Array())).toBeNull()
  })
})

describe('zooming', () => {
  test('a worked case: twice as large about (100, 50)', () => {
    // The plane's point under (100, 50) is (45, 20); at scale 4 it lies at (180 + x, 80 + y), so x = -80 and y = -30.
    expect(zoomAbout({ scale: 2, x: 10, y: 10 }, 100, 50, 2, [0.1, 10])).toEqual({ scale: 4, x: -80, y: -30 })
  })
  test('the point under the pointer stays, and the scale keeps its limits', () => {
    fc.assert(
      fc.property(view, pixel, pixel, fc.double({ min: 0.1, max: 10, noNaN: true }), (from, x, y, factor) => {
        const to = zoomAbout(from, x, y, factor, [0.05, 50])
        expect(to.scale).toBeGreaterThanOrEqual(0.05)
        expect(to.scale).toBeLessThanOrEqual(50)
        const [before, after] = [toPlane(from, x, y), toPlane(to, x, y)]
        const slack = 1e-6 * (1 + Math.hypot(...before))
        expect(Math.abs(before[0] - after[0])).toBeLessThan(slack)
        expect(Math.abs(before[1] - after[1])).toBeLessThan(slack)
      })
    )
  })
  test('to the screen and back is the same point', () => {
    fc.assert(
      fc.property(view, pixel, pixel, (at, x, y) => {
        const [backX, backY] = toScreen(at, ...toPlane(at, x, y))
        expect(backX).toBeCloseTo(x, 6)
        expect(backY).toBeCloseTo(y, 6)
      })
    )
  })
  test('two fingers keep what they hold', () => {
    fc.assert(
      fc.property(view, fc.tuple(pixel, pixel, pixel, pixel, pixel, pixel), (from, [a, b, c, d, e, f]) => {
        fc.pre(Math.hypot(a - c, b - d) > 20)
        // The second finger goes so that the line between them is only stretched and moved, not turned.
        const to = [
          [e, f],
          [e + (c - a) * 1.5, f + (d - b) * 1.5]
        ] as const
        const held = [
          [a, b],
          [c, d]
        ] as const
        const after = pinch(from, held, to, [1e-6, 1e6])
        for (const at of [0, 1] as const) {
          const [x, y] = toScreen(after, ...toPlane(from, held[at][0], held[at][1]))
          expect(x).toBeCloseTo(to[at][0], 4)
          expect(y).toBeCloseTo(to[at][1], 4)
        }
      })
    )
  })
  test('on the way between two views, the point that both show at one pixel stays at it', () => {
    const from = { scale: 1, x: 0, y: 0 }
    const to = zoomAbout(from, 300, 200, 4, [0.1, 10])
    expect(betweenViews(from, to, 0)).toEqual(from)
    expect(betweenViews(from, to, 1)).toEqual(to)
    const half = betweenViews(from, to, 0.5)
    expect(half.scale).toBeCloseTo(2, 12)
    expect(toPlane(half, 300, 200)).toEqual([300, 200])
    expect(betweenViews(from, panBy(from, 40, -10), 0.25)).toEqual({ scale: 1, x: 10, y: -2.5 })
  })
})

test('the middle of the screen stays over the map', () => {
  const size = { width: 400, height: 200 }
  // The middle shows (500, 50) of a map that ends at 100: it is brought back to 100, 800 pixels at scale 2.
  const lost = { scale: 2, x: 200 - 1000, y: 100 - 100 }
  expect(keepInSight(lost, [0, 0, 100, 100], size)).toEqual({ scale: 2, x: 0, y: 0 })
  const fine = { scale: 2, x: 100, y: 0 }
  expect(keepInSight(fine, [0, 0, 100, 100], size)).toEqual(fine)
})

test('a picture painted at another view is laid so that every point of it lies right', () => {
  fc.assert(
    fc.property(view, view, pixel, pixel, (painted, shown, x, y) => {
      const size = { width: 800, height: 600 }
      const to = placePicture(painted, 96, size, shown)
      // A pixel of the picture, counted from its corner, shows this point of the plane.
      const [planeX, planeY] = toPlane(painted, x - 96, y - 96)
      const [atX, atY] = toScreen(shown, planeX, planeY)
      const slack = 1e-6 * (1 + Math.abs(atX) + Math.abs(atY))
      expect(Math.abs(to.x + (x * to.width) / (800 + 192) - atX)).toBeLessThan(slack)
      expect(Math.abs(to.y + (y * to.height) / (600 + 192) - atY)).toBeLessThan(slack)
    })
  )
})
