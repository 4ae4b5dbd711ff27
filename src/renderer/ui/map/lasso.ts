// What a lasso or a rectangle holds: the points inside it and the regions whose label point is inside it.
import type { PointIndex } from './point-index.ts'
import { isInRing } from './region-index.ts'
import type { MapPoints, MapRegions, MapSelection } from './types.ts'
import { boundsOfPoints } from './view.ts'

/** Pixels the pointer must go before the line gets another corner. */
const stride = 3

/** The line with a further corner, or the same line where the pointer has hardly moved. */
export function drawOn(line: readonly number[], x: number, y: number): readonly number[] {
  const [lastX, lastY] = [line.at(-2), line.at(-1)]
  if (lastX !== undefined && lastY !== undefined && Math.hypot(x - lastX, y - lastY) < stride) return line
  return [...line, x, y]
}

/** The four corners between where the drag began and where it is. */
export const rectangle = (fromX: number, fromY: number, toX: number, toY: number): readonly number[] => [
  fromX,
  fromY,
  toX,
  fromY,
  toX,
  toY,
  fromX,
  toY
]

/** A click or a stroke is no lasso: fewer than three corners, or an area under 9 square pixels. */
export function isArea(line: readonly number[]): boolean {
  if (line.length < 6) return false
  let twice = 0
  for (let at = 0; at < line.length; at += 2) {
    const next = (at + 2) % line.length
    twice += (line[at] as number) * (line[next + 1] as number) - (line[next] as number) * (line[at + 1] as number)
  }
  return Math.abs(twice) / 2 >= 9
}

/** `line` in the plane, closed by itself. */
export function holdsOf(
  line: readonly number[],
  regions: MapRegions | undefined,
  points: MapPoints | undefined,
  index: PointIndex
): MapSelection {
  const ring = Float32Array.from(line)
  const box = boundsOfPoints(ring)
  const held = { regions: new Set<string>(), points: new Set<string>() }
  if (!box) return held
  for (const shape of regions?.shapes ?? []) {
    const [x, y] = shape.label
    if (isInRing(ring, x, y)) held.regions.add(shape.code)
  }
  const inside: number[] = []
  index.eachIn(box, (each) => {
    if (isInRing(ring, points?.xy[each * 2] as number, points?.xy[each * 2 + 1] as number)) inside.push(each)
  })
  for (const each of inside.toSorted((a, b) => a - b)) held.points.add(points?.ids[each] as string)
  return held
}
