// What a hand does and what comes of it: click, pan, pinch, lasso, rectangle, drag to a group, and giving up.
import { beforeEach, describe, expect, test } from 'vitest'
import {
  createGestures,
  type GestureHost,
  type Gestures,
  type Pressed,
  type Tool
} from '../../src/renderer/ui/map/gestures.ts'
import type { MapViewport } from '../../src/renderer/ui/map/map-view.ts'
import type { MapSelection, MapTarget } from '../../src/renderer/ui/map/types.ts'
import { panBy, type View, zoomAbout } from '../../src/renderer/ui/map/view.ts'

let view: View
let tool: Tool
let selection: MapSelection
let told: unknown[]
let canSelect: boolean
let canDrag: boolean
let gestures: Gestures

/** A viewport that only moves: the left half of the map is region west, the right half east; groups are the same. */
const viewport: MapViewport = {
  view: () => view,
  size: () => ({ width: 400, height: 200 }),
  limits: () => [0.1, 10],
  pan: (x, y) => {
    view = panBy(view, x, y)
  },
  setView: (next) => {
    view = next
  },
  zoom: (factor, at = [200, 100]) => {
    view = zoomAbout(view, at[0], at[1], factor, [0.1, 10])
  },
  setSize: () => undefined,
  setBounds: () => undefined,
  setDrawing: () => undefined,
  setOverlay: () => undefined,
  glide: () => undefined,
  showWhole: () => undefined,
  paintFor: () => undefined,
  destroy: () => undefined
}
const side = (x: number) => (x < 200 ? 'west' : 'east')
const targetAt = (x: number, y: number): MapTarget | null =>
  y > 180 ? null : { kind: 'region', index: x < 200 ? 0 : 1, code: side(x) }

const plain = (held: MapSelection | null) => held && { regions: [...held.regions], points: [...held.points] }
const host: GestureHost = {
  viewport: () => viewport,
  tool: () => tool,
  selection: () => selection,
  targetAt,
  groupAt: (x, y) => (y > 180 ? null : side(x)),
  canSelect: () => canSelect,
  canDrag: () => canDrag,
  onHover: (target) => told.push(['hover', target?.kind === 'region' ? target.code : null]),
  onPick: (target, isAdding) => told.push(['pick', target?.kind === 'region' ? target.code : null, isAdding]),
  onLine: (line) => told.push(['line', line]),
  onLasso: (line, isAdding) => told.push(['lasso', [...line], isAdding]),
  onDrag: (dragged, group) => told.push(['drag', plain(dragged), group]),
  onDrop: (dragged, group) => told.push(['drop', plain(dragged), group]),
  onCancelDrag: () => told.push(['cancel']),
  onHold: () => undefined
}
const at = (x: number, y: number, more: Partial<Pressed> = {}): Pressed => ({
  pointerId: 1,
  x,
  y,
  button: 0,
  isAdding: false,
  isShift: false,
  ...more
})
const without = (...kinds: string[]) => told.filter((each) => Array.isArray(each) && !kinds.includes(String(each[0])))

beforeEach(() => {
  view = { scale: 1, x: 0, y: 0 }
  tool = 'hand'
  selection = { regions: new Set(), points: new Set() }
  told = []
  canSelect = true
  canDrag = true
  gestures = createGestures(() => host)
})

test('a press that moves less than four pixels is a click, with Ctrl one that adds', () => {
  gestures.down(at(50, 50))
  gestures.move(at(52, 51))
  gestures.up(at(52, 51))
  gestures.down(at(300, 50, { isAdding: true }))
  gestures.up(at(300, 50, { isAdding: true }))
  expect(told).toEqual([
    ['pick', 'west', false],
    ['pick', 'east', true]
  ])
  expect(view).toEqual({ scale: 1, x: 0, y: 0 })
})

test('a drag of the hand pans as far as the hand goes, and picks nothing', () => {
  gestures.down(at(50, 50))
  gestures.move(at(80, 40))
  gestures.move(at(90, 70))
  gestures.up(at(90, 70))
  expect(view).toEqual({ scale: 1, x: 40, y: 20 })
  expect(without('hover')).toEqual([])
})

test('two fingers zoom, and what they do is neither a click nor a lasso', () => {
  tool = 'lasso'
  gestures.down(at(100, 100))
  gestures.down(at(200, 100, { pointerId: 2 }))
  gestures.move(at(300, 100, { pointerId: 2 }))
  expect(view).toEqual({ scale: 2, x: -100, y: -100 })
  gestures.up(at(300, 100, { pointerId: 2 }))
  gestures.up(at(100, 100))
  expect(told.filter((each) => Array.isArray(each) && ['pick', 'lasso'].includes(String(each[0])))).toEqual([])
})

test('the wheel zooms about the pointer: a notch up and one down end where they began', () => {
  gestures.wheel(120, 60, -100, false)
  expect(view.scale).toBeCloseTo(Math.exp(0.22), 9)
  expect((120 - view.x) / view.scale).toBeCloseTo(120, 9)
  gestures.wheel(120, 60, 100, false)
  expect(view.scale).toBeCloseTo(1, 9)
  expect(view.x).toBeCloseTo(0, 9)
})

describe('selecting', () => {
  test('a lasso tells its corners when it is closed', () => {
    tool = 'lasso'
    gestures.down(at(10, 10))
    gestures.move(at(60, 10))
    gestures.move(at(60, 60))
    gestures.up(at(60, 60))
    expect(without('hover', 'line')).toEqual([['lasso', [10, 10, 60, 10, 60, 60], false]])
    expect(told.at(-2)).toEqual(['line', undefined])
    expect(view).toEqual({ scale: 1, x: 0, y: 0 })
  })
  test('Shift draws a rectangle with the hand', () => {
    gestures.down(at(10, 20, { isShift: true, isAdding: true }))
    gestures.move(at(50, 40, { isAdding: true }))
    gestures.up(at(50, 40, { isAdding: true }))
    expect(without('hover', 'line')).toEqual([['lasso', [10, 20, 50, 20, 50, 40, 10, 40], true]])
  })
  test('a map that selects nothing pans instead', () => {
    canSelect = false
    tool = 'lasso'
    gestures.down(at(10, 10))
    gestures.move(at(60, 10))
    gestures.up(at(60, 10))
    expect(view.x).toBe(50)
    expect(without('hover')).toEqual([])
  })
  test('Esc gives it up', () => {
    tool = 'rectangle'
    gestures.down(at(10, 10))
    gestures.move(at(60, 50))
    expect(gestures.cancel()).toBe(true)
    gestures.up(at(90, 90))
    expect(without('hover', 'line')).toEqual([])
    expect(gestures.cancel()).toBe(false)
  })
})

describe('dragging to a group', () => {
  test('what is selected is dragged by the hand, all of it, and dropped where it is let go', () => {
    selection = { regions: new Set(['west']), points: new Set(['p']) }
    gestures.down(at(50, 50))
    gestures.move(at(150, 50))
    gestures.move(at(250, 50))
    gestures.up(at(250, 50))
    const all = { regions: ['west'], points: ['p'] }
    expect(without('hover')).toEqual([
      ['drag', all, 'west'],
      ['drag', all, 'east'],
      ['drag', null, null],
      ['drop', all, 'east']
    ])
    expect(view).toEqual({ scale: 1, x: 0, y: 0 })
  })
  test('the tool for it drags what is not selected; the hand pans there', () => {
    gestures.down(at(50, 50))
    gestures.move(at(90, 50))
    gestures.up(at(90, 50))
    expect(view.x).toBe(40)
    tool = 'move'
    gestures.down(at(300, 50))
    gestures.move(at(320, 190))
    gestures.up(at(320, 190))
    expect(without('hover').at(-1)).toEqual(['drop', { regions: ['east'], points: [] }, null])
  })
  test('the middle button pans whatever the tool', () => {
    tool = 'move'
    gestures.down(at(300, 50, { button: 1 }))
    gestures.move(at(310, 60, { button: 1 }))
    gestures.up(at(310, 60, { button: 1 }))
    expect(view).toEqual({ scale: 1, x: 10, y: 10 })
    expect(without('hover')).toEqual([])
  })
  test('Esc, and a pointer that the system takes away, drop nothing', () => {
    tool = 'move'
    for (const stop of [() => gestures.cancel(), () => gestures.lose(at(250, 50))]) {
      told = []
      gestures.down(at(50, 50))
      gestures.move(at(250, 50))
      stop()
      gestures.up(at(250, 50))
      expect(without('hover', 'drag')).toEqual([['cancel']])
    }
    expect(gestures.cancel()).toBe(false)
  })
})

test('the hand without a button down points; leaving points at nothing', () => {
  gestures.move(at(50, 50))
  gestures.move(at(250, 50))
  gestures.leave()
  expect(told).toEqual([
    ['hover', 'west'],
    ['hover', 'east'],
    ['hover', null]
  ])
})
