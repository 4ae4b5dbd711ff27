// @vitest-environment happy-dom
// The map as people and screen readers meet it: its name and keys, its legend, picking, lasso, dragging, and its states. There is no
// drawing surface here; what is painted is tested in the real window.
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { en } from '../../src/renderer/i18n/en/index.ts'
import type { ChartColors } from '../../src/renderer/ui/chart/colors.ts'
import { classColors } from '../../src/renderer/ui/map/color-scale.ts'
import { classSwatch } from '../../src/renderer/ui/map/legend.tsx'
import { lookColor, lookOf, lookSwatch, mixColors } from '../../src/renderer/ui/map/looks.ts'
import {
  type MapRegion,
  type MapSelection,
  RegionMap,
  type RegionMapProps
} from '../../src/renderer/ui/map/region-map.tsx'
import { draw, findBarriers } from './draw.tsx'

const words = en.ui.map

/** Squares of 100 side by side: the box of 440 x 132 shows them at scale 1, see `fitted`. */
function square(code: string, left: number): MapRegion {
  return {
    code,
    name: `County ${code}`,
    rings: [Float32Array.of(left, 0, left + 100, 0, left + 100, 100, left, 100)],
    bounds: [left, 0, left + 100, 100],
    label: [left + 50, 50]
  }
}
const props: RegionMapProps = {
  title: 'Territories of the west',
  summary: 'Three territories; North is the largest.',
  regions: { shapes: [square('a', 0), square('b', 100), square('c', 200), square('d', 300)], groups: [0, 0, 1, -1] },
  points: { ids: ['p', 'q'], xy: Float32Array.of(30, 20, 230, 20), groups: [0, 1] },
  groups: [
    { key: 'n', name: 'North', note: '104' },
    { key: 's', name: 'South', note: '96' },
    { key: 'e', name: 'East', note: '0' }
  ]
}
// The whole is 400 x 100 in 472 x 132 less 40 for the tools and 16 at each edge: scale 1, moved by (16, 16).
const fitted = (x: number, y: number) => ({ clientX: x + 16, clientY: y + 16, pointerId: 1, button: 0 })

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(472)
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(132)
})
afterEach(cleanup)

const map = () => screen.getByRole('img', { name: props.title })
const drag = (...corners: (readonly [number, number])[]) => {
  const [first, ...rest] = corners
  if (!first) return
  fireEvent.pointerDown(map(), fitted(...first))
  for (const each of rest) fireEvent.pointerMove(map(), fitted(...each))
}
const letGo = (x: number, y: number) => fireEvent.pointerUp(map(), fitted(x, y))
const plain = (held: MapSelection | undefined) => held && { regions: [...held.regions], points: [...held.points] }

test('it is named and described, its legend says what is there, and nothing bars anybody', async () => {
  const { container } = draw(
    <RegionMap {...props} count="2 of 3 placed" onSelect={() => undefined} onDrop={() => undefined} />
  )
  const described = document.getElementById(map().getAttribute('aria-describedby') ?? '')
  expect(described?.textContent).toBe(`${props.summary} ${words.mapKeys}`)
  expect(map().tabIndex).toBe(0)
  const legend = screen.getByRole('region', { name: words.legend })
  expect([...legend.querySelectorAll('li')].map((entry) => entry.textContent)).toEqual([
    'North104',
    'South96',
    'East0',
    words.noGroup
  ])
  expect(screen.getByText('2 of 3 placed')).toBeTruthy()
  expect(await findBarriers(container)).toEqual([])
})

test('a legend of classes and sizes, with an entry for what has no value', () => {
  const scale = { title: 'Potential, k€', breaks: [10, 50], format: (value: number) => `${value} k` }
  const regions = { shapes: props.regions?.shapes ?? [], values: [1, 20, 70, Number.NaN] }
  const points = { ids: ['p', 'q'], xy: Float32Array.of(30, 20, 230, 20), sizes: [64, Number.NaN] }
  draw(
    <RegionMap
      {...props}
      regions={regions}
      points={points}
      regionScale={scale}
      sizeScale={{ title: 'Revenue', format: (value) => `${value} m` }}
    />
  )
  const entries = [...screen.getByRole('region', { name: words.legend }).querySelectorAll('li')]
  expect(entries.map((entry) => entry.textContent)).toEqual([
    '50 k and over',
    '10 k to under 50 k',
    'below 10 k',
    words.noValue,
    '64 m',
    '16 m',
    '4 m',
    words.noValue
  ])
})

test('pointing shows the words beside the pointer, a click picks, Ctrl adds, beside everything it is nothing', () => {
  const onPick = vi.fn()
  const onHover = vi.fn()
  const tooltip = vi.fn((target) => `It is ${target.kind} ${target.index}`)
  draw(<RegionMap {...props} onPick={onPick} onHover={onHover} tooltip={tooltip} />)
  fireEvent.pointerMove(map(), fitted(150, 60))
  expect(screen.getByText('It is region 1')).toBeTruthy()
  fireEvent.pointerMove(map(), fitted(231, 22))
  expect(screen.getByText('It is point 1')).toBeTruthy()
  fireEvent.pointerLeave(map())
  expect(screen.queryByText(/^It is/)).toBeNull()
  expect(onHover.mock.calls.map(([target]) => target?.kind ?? null)).toEqual(['region', 'point', null])
  drag([150, 60])
  letGo(150, 60)
  fireEvent.pointerDown(map(), { ...fitted(30, 21), ctrlKey: true })
  fireEvent.pointerUp(map(), { ...fitted(30, 21), ctrlKey: true })
  drag([150, 110])
  letGo(150, 110)
  expect(onPick.mock.calls).toEqual([
    [{ kind: 'region', index: 1, code: 'b' }, false],
    [{ kind: 'point', index: 0, id: 'p' }, true],
    [null, false]
  ])
})

test('L and a drawn line select what lies inside; Esc stops a line, a second Esc puts the tool away', () => {
  const onSelect = vi.fn()
  draw(<RegionMap {...props} onSelect={onSelect} />)
  fireEvent.keyDown(map(), { key: 'l' })
  expect(screen.getByRole('button', { name: words.lasso }).getAttribute('aria-pressed')).toBe('true')
  drag([210, 5], [290, 5], [290, 70], [210, 70])
  letGo(210, 70)
  expect(onSelect.mock.calls.map(([held]) => plain(held))).toEqual([{ regions: ['c'], points: ['q'] }])
  drag([10, 5], [90, 5], [90, 70])
  fireEvent.keyDown(map(), { key: 'Escape' })
  letGo(10, 70)
  expect(onSelect).toHaveBeenCalledTimes(1)
  expect(screen.getByRole('button', { name: words.lasso }).getAttribute('aria-pressed')).toBe('true')
  fireEvent.keyDown(map(), { key: 'Escape' })
  expect(screen.getByRole('button', { name: words.hand }).getAttribute('aria-pressed')).toBe('true')
})

test('what is selected is dragged to a territory: the caller hears of each one it is over, and of the drop', () => {
  const [onDragOver, onDrop, onDragCancel] = [vi.fn(), vi.fn(), vi.fn()]
  const selection = { regions: new Set(['a', 'b']), points: new Set<string>() }
  const dragLabel = (_: MapSelection, group: string | null) => `to ${group ?? 'none'}`
  draw(<RegionMap {...props} {...{ selection, onDragOver, onDrop, onDragCancel, dragLabel }} />)
  drag([60, 60], [120, 60], [240, 60], [260, 60], [350, 60])
  expect(screen.getByText('to none')).toBeTruthy()
  fireEvent.pointerMove(map(), fitted(250, 70))
  expect(screen.getByText('to s')).toBeTruthy()
  expect(document.querySelector('.map-legend-target')?.textContent).toBe('South96')
  letGo(250, 70)
  expect(onDragOver.mock.calls.map(([, group]) => group)).toEqual(['n', 's', null, 's'])
  expect(onDrop.mock.calls).toEqual([[selection, 's']])
  expect(onDragCancel).not.toHaveBeenCalled()
  expect(document.querySelector('.map-legend-target')).toBeNull()
})

test('a drag given up with Esc, or let go on no territory, is told as that', () => {
  const [onDrop, onDragCancel] = [vi.fn(), vi.fn()]
  draw(<RegionMap {...props} onDrop={onDrop} onDragCancel={onDragCancel} />)
  fireEvent.keyDown(map(), { key: 'm' })
  drag([60, 60], [250, 60])
  // What else listens for Esc, such as the pane beside the map, is told that it was meant for this.
  expect(fireEvent.keyDown(document.body, { key: 'Escape' })).toBe(false)
  letGo(250, 60)
  expect(onDragCancel).toHaveBeenCalledTimes(1)
  drag([60, 60], [350, 60])
  letGo(350, 60)
  expect(onDragCancel).toHaveBeenCalledTimes(2)
  expect(onDrop).not.toHaveBeenCalled()
})

test('an entry of the legend is dropped on as its territory is', () => {
  const onDrop = vi.fn()
  draw(<RegionMap {...props} onDrop={onDrop} />)
  const entry = screen.getByText('East')
  document.elementFromPoint = () => entry
  fireEvent.keyDown(map(), { key: 'm' })
  drag([60, 60], [500, 60])
  letGo(500, 60)
  expect(onDrop.mock.calls.map(([dragged, group]) => [plain(dragged), group])).toEqual([
    [{ regions: ['a'], points: [] }, 'e']
  ])
  Reflect.deleteProperty(document, 'elementFromPoint')
})

test('without selecting and dropping there are no tools for them, and their keys do nothing', () => {
  draw(<RegionMap {...props} />)
  expect(screen.queryByRole('button', { name: words.lasso })).toBeNull()
  expect(screen.queryByRole('button', { name: words.move })).toBeNull()
  const event = new KeyboardEvent('keydown', { key: 'l', bubbles: true, cancelable: true })
  map().dispatchEvent(event)
  expect(event.defaultPrevented).toBe(false)
})

test('plus zooms so that a click means another place, 0 shows the whole again; g and a letter is not for the map', () => {
  const onPick = vi.fn()
  draw(<RegionMap {...props} onPick={onPick} onSelect={() => undefined} />)
  const clickAt = (x: number) => {
    drag([x, 50])
    letGo(x, 50)
    return onPick.mock.calls.at(-1)?.[0]?.code
  }
  expect(clickAt(110)).toBe('b')
  // The middle of the box (236) shows 220; at 1.6 the pixel of 110 shows 220 - 110 / 1.6 = 151, that of 80 shows 132.5.
  fireEvent.keyDown(map(), { key: '+' })
  expect(clickAt(80)).toBe('b')
  fireEvent.keyDown(map(), { key: '0' })
  expect(clickAt(80)).toBe('a')
  fireEvent.keyDown(map(), { key: 'g' })
  fireEvent.keyDown(map(), { key: 'r' })
  expect(screen.getByRole('button', { name: words.hand }).getAttribute('aria-pressed')).toBe('true')
})

test('loading shows the frame, nothing shows a sentence and the next step', () => {
  const onRun = vi.fn()
  const { rerender } = draw(<RegionMap {...props} isLoading />)
  expect(screen.queryByRole('img')).toBeNull()
  expect(document.querySelector('[aria-busy="true"]')).toBeTruthy()
  rerender(
    <RegionMap
      {...props}
      regions={undefined}
      points={undefined}
      empty={{ title: 'No account has a place yet.', action: { label: 'Import places', onRun } }}
    />
  )
  expect(screen.getByText('No account has a place yet.')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Import places' }))
  expect(onRun).toHaveBeenCalledTimes(1)
})

test('a swatch of the legend has the colour that the map paints', () => {
  const tokens: Readonly<Record<string, string>> = {
    accent: '#0f6b6b',
    panel: '#ffffff',
    ink: '#1d2321',
    line: '#e4e6e2',
    'amber-fill': '#b87414',
    ...Object.fromEntries(
      Array.from({ length: 8 }, (_, at) => [
        `series-${at + 1}`,
        `#${(at * 1_234_567 + 99_999).toString(16).padStart(6, '0')}`
      ])
    )
  }
  const colors: ChartColors = {
    series: Array.from({ length: 8 }, (_, at) => tokens[`series-${at + 1}`] ?? ''),
    ink: tokens.ink ?? '',
    muted: '#5f6965',
    line: tokens.line ?? '',
    lineStrong: '#8a938f',
    panel: tokens.panel ?? '',
    accent: tokens.accent ?? '',
    amber: tokens['amber-fill'] ?? '',
    font: 'Inter'
  }
  /** What the browser makes of the last colour of a background: a token, or a mix of two. */
  const seen = (background: unknown): string => {
    const text = String(background)
    const mix = /color-mix\(in srgb, var\(--([\w-]+)\) ([\d.]+)%, var\(--([\w-]+)\)\)$/.exec(text)
    if (mix) return mixColors(tokens[mix[1] ?? ''] ?? '', tokens[mix[3] ?? ''] ?? '', Number(mix[2]) / 100)
    return tokens[/var\(--([\w-]+)\)$/.exec(text)?.[1] ?? ''] ?? ''
  }
  for (let place = 0; place < 64; place++)
    expect(seen(lookSwatch(lookOf(place)).background), String(place)).toBe(lookColor(lookOf(place), colors))
  for (const kind of ['sequential', 'diverging'] as const) {
    const scale = { title: '', breaks: [1, 2, 3, 4], kind, format: String }
    expect([0, 1, 2, 3, 4].map((at) => seen(classSwatch(at, scale).background))).toEqual(classColors(scale, colors))
  }
})
