// Names of groups on the map: where each stands, and which give way where two would overlap.
import type { MapGroup, MapPoints, MapRegions } from './types.ts'
import { type Size, toScreen, type View } from './view.ts'

export interface LabelAnchor {
  readonly place: number
  readonly text: string
  readonly x: number
  readonly y: number
  /** Greater goes first where two would overlap. */
  readonly weight: number
}

export interface PlacedLabel {
  readonly text: string
  /** The middle of the label, in pixels. */
  readonly x: number
  readonly y: number
}

/**
 * A group with regions is named at the region of its own whose label point is nearest to their middle (weighted by the area of
 * their boxes), so that the name lies on it even when it is bent; one with points alone at their mean. One without either has no
 * name on the map.
 */
export function labelAnchors(
  groups: readonly MapGroup[],
  regions: MapRegions | undefined,
  points: MapPoints | undefined
): LabelAnchor[] {
  const sums = groups.map(() => ({ x: 0, y: 0, weight: 0 }))
  const add = (group: number, x: number, y: number, weight: number) => {
    const sum = sums[group]
    if (!sum || Number.isNaN(x + y)) return
    sum.x += x * weight
    sum.y += y * weight
    sum.weight += weight
  }
  const areaOf = ([left, top, right, bottom]: readonly [number, number, number, number]) =>
    (right - left) * (bottom - top)
  const byRegion = regions?.groups !== undefined
  if (regions?.groups) {
    for (const [at, { label, bounds }] of regions.shapes.entries())
      add(regions.groups[at] as number, label[0], label[1], areaOf(bounds))
  } else if (points?.groups) {
    for (let at = 0; at < points.ids.length; at++)
      add(points.groups[at] as number, points.xy[at * 2] as number, points.xy[at * 2 + 1] as number, 1)
  }
  const nearest = new Map<number, { x: number; y: number; square: number }>()
  if (byRegion) {
    for (const [at, { label }] of regions.shapes.entries()) {
      const group = regions.groups?.[at] as number
      const sum = sums[group]
      if (!sum || sum.weight === 0) continue
      const square = (label[0] - sum.x / sum.weight) ** 2 + (label[1] - sum.y / sum.weight) ** 2
      const best = nearest.get(group)
      if (!best || square < best.square) nearest.set(group, { x: label[0], y: label[1], square })
    }
  }
  return groups.flatMap((group, place) => {
    const sum = sums[place]
    if (!sum || sum.weight === 0) return []
    const at = nearest.get(place) ?? { x: sum.x / sum.weight, y: sum.y / sum.weight }
    return [{ place, text: group.name, x: at.x, y: at.y, weight: sum.weight }]
  })
}

const lineHeight = 14
const gap = 4
const markReach = 6

type Box = readonly [left: number, top: number, right: number, bottom: number]
const overlap = (a: Box, b: Box): boolean => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1]

/** Where a name may stand instead, in pixels down: below, above. */
const shifts = [0, 17, -17]

/**
 * Names that fit: the weightier first, none over another or over a mark, none outside the screen. One that doesn't fit steps down
 * or up a line, or is left out. `widthOf` measures in pixels; `marks` are the middles of what must stay seen.
 */
export function placeLabels(
  anchors: readonly LabelAnchor[],
  view: View,
  size: Size,
  widthOf: (text: string) => number,
  marks: readonly (readonly [x: number, y: number])[] = []
): PlacedLabel[] {
  const taken: Box[] = marks.map(([x, y]) => [x - markReach, y - markReach, x + markReach, y + markReach])
  const placed: PlacedLabel[] = []
  for (const anchor of anchors.toSorted((a, b) => b.weight - a.weight || a.place - b.place)) {
    const [x, middle] = toScreen(view, anchor.x, anchor.y)
    const half = widthOf(anchor.text) / 2 + gap
    for (const shift of shifts) {
      const y = middle + shift
      const box: Box = [x - half, y - lineHeight / 2 - 1, x + half, y + lineHeight / 2 + 1]
      if (box[2] < 0 || box[3] < 0 || box[0] > size.width || box[1] > size.height) break
      if (taken.some((other) => overlap(box, other))) continue
      taken.push(box)
      placed.push({ text: anchor.text, x, y })
      break
    }
  }
  return placed
}
