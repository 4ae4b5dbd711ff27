// Which region lies under a point: a grid of the regions' boxes, then the rings themselves by the even-odd rule.
import type { MapRegion } from './types.ts'
import { joinBounds } from './view.ts'

/** Whether a ring (x and y in turn) holds a point, by the even-odd rule. */
export function isInRing(ring: ArrayLike<number>, x: number, y: number): boolean {
  let isInside = false
  const length = ring.length
  let fromX = ring[length - 2] as number
  let fromY = ring[length - 1] as number
  for (let at = 0; at + 1 < length; at += 2) {
    const toX = ring[at] as number
    const toY = ring[at + 1] as number
    if (fromY > y !== toY > y && x < ((fromX - toX) * (y - toY)) / (fromY - toY) + toX) isInside = !isInside
    fromX = toX
    fromY = toY
  }
  return isInside
}

export function isInRegion(region: MapRegion, x: number, y: number): boolean {
  const [left, top, right, bottom] = region.bounds
  if (x < left || x > right || y < top || y > bottom) return false
  let isInside = false
  for (const ring of region.rings) if (isInRing(ring, x, y)) isInside = !isInside
  return isInside
}

/** Finds the place of the region under a point of the plane, or -1. Of overlapping ones, the later. */
export function indexRegions(regions: readonly MapRegion[]): (x: number, y: number) => number {
  const bounds = joinBounds(regions.map((region) => region.bounds))
  if (!bounds) return () => -1
  const [left, top, right, bottom] = bounds
  const side = Math.max(1, Math.ceil(Math.sqrt(regions.length * 2)))
  const place = (value: number, low: number, high: number) =>
    high > low ? Math.min(Math.max(Math.floor(((value - low) / (high - low)) * side), 0), side - 1) : 0
  const cells: number[][] = Array.from({ length: side * side }, () => [])
  for (const [index, region] of regions.entries()) {
    const [fromX, fromY, toX, toY] = region.bounds
    for (let row = place(fromY, top, bottom); row <= place(toY, top, bottom); row++) {
      for (let column = place(fromX, left, right); column <= place(toX, left, right); column++)
        cells[row * side + column]?.push(index)
    }
  }
  return (x, y) => {
    if (x < left || x > right || y < top || y > bottom) return -1
    const candidates = cells[place(y, top, bottom) * side + place(x, left, right)] ?? []
    return candidates.findLast((index) => isInRegion(regions[index] as MapRegion, x, y)) ?? -1
  }
}
