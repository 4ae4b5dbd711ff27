// What lies under the pointer: a base first, then the nearest point, then the region; and the group a drag would drop on there.
import type { PointIndex } from './point-index.ts'
import type { MapBase, MapPoints, MapRegions, MapSelection, MapTarget } from './types.ts'
import { toPlane, toScreen, type View } from './view.ts'

export interface Pointable {
  readonly regions: MapRegions | undefined
  readonly points: MapPoints | undefined
  readonly bases: readonly MapBase[]
  readonly findRegion: (x: number, y: number) => number
  readonly pointIndex: PointIndex
}

/** Pixels from its middle within which a thing is meant. */
const reachOfBase = 9
const reachOfPoint = 7
/** A drag is dropped on the nearest point's group from further away: it isn't about that point. */
const reachOfDrop = 28

export function findTarget(on: Pointable, view: View, x: number, y: number): MapTarget | null {
  const near = on.bases.findLastIndex((base) => {
    const [baseX, baseY] = toScreen(view, base.x, base.y)
    return Math.hypot(baseX - x, baseY - y) <= reachOfBase
  })
  const base = on.bases[near]
  if (base) return { kind: 'base', index: near, key: base.key }
  const [planeX, planeY] = toPlane(view, x, y)
  const point = on.pointIndex.nearest(planeX, planeY, reachOfPoint / view.scale)
  const id = on.points?.ids[point]
  if (id !== undefined) return { kind: 'point', index: point, id }
  const region = on.findRegion(planeX, planeY)
  const shape = on.regions?.shapes[region]
  return shape ? { kind: 'region', index: region, code: shape.code } : null
}

/** Place of the group that something dropped here would go to, or -1: that of the region where regions have groups, else that of a base or of the nearest point. */
export function findGroup(on: Pointable, view: View, x: number, y: number): number {
  const [planeX, planeY] = toPlane(view, x, y)
  if (on.regions?.groups) {
    const region = on.findRegion(planeX, planeY)
    if (region >= 0) return on.regions.groups[region] as number
  }
  const target = findTarget(on, view, x, y)
  if (target?.kind === 'base') return on.bases[target.index]?.group ?? -1
  const point = on.pointIndex.nearest(planeX, planeY, reachOfDrop / view.scale)
  return point < 0 ? -1 : (on.points?.groups?.[point] ?? -1)
}

export function isSelected(target: MapTarget | null, selection: MapSelection | undefined): boolean {
  if (!target || !selection) return false
  if (target.kind === 'region') return selection.regions.has(target.code)
  return target.kind === 'point' && selection.points.has(target.id)
}

/** What a drag that begins at a target takes along: the selection it belongs to, or itself; null of what can't be dragged. */
export function draggedFrom(target: MapTarget | null, selection: MapSelection | undefined): MapSelection | null {
  if (!target || target.kind === 'base') return null
  if (selection && isSelected(target, selection)) return selection
  return target.kind === 'region'
    ? { regions: new Set([target.code]), points: new Set() }
    : { regions: new Set(), points: new Set([target.id]) }
}

export const isSameTarget = (a: MapTarget | null, b: MapTarget | null): boolean =>
  a === b || (a !== null && b !== null && a.kind === b.kind && a.index === b.index)
