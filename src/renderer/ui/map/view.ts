// How the plane lies on the screen: pixel = plane x scale + shift. Pure arithmetic of zooming, panning and fitting.
import type { Bounds } from './types.ts'

export interface View {
  readonly scale: number
  readonly x: number
  readonly y: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** The bounds of many; null of none. */
export function joinBounds(all: Iterable<Bounds>): Bounds | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const each of all) {
    left = Math.min(left, each[0])
    top = Math.min(top, each[1])
    right = Math.max(right, each[2])
    bottom = Math.max(bottom, each[3])
  }
  return left <= right && top <= bottom ? [left, top, right, bottom] : null
}

/** The bounds of points given as x and y in turn; null of none. */
export function boundsOfPoints(xy: Float32Array): Bounds | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at + 1 < xy.length; at += 2) {
    const [x, y] = [xy[at] as number, xy[at + 1] as number]
    if (x < left) left = x
    if (x > right) right = x
    if (y < top) top = y
    if (y > bottom) bottom = y
  }
  return left <= right && top <= bottom ? [left, top, right, bottom] : null
}

/** The whole in the middle, with a padding in pixels; something without extent (one point) gets the scale 1. */
export function fitView(bounds: Bounds, size: Size, padding = 16): View {
  const [left, top, right, bottom] = bounds
  const across = Math.max(1, size.width - padding * 2) / (right - left)
  const down = Math.max(1, size.height - padding * 2) / (bottom - top)
  const fitting = Math.min(across, down)
  const scale = Number.isFinite(fitting) && fitting > 0 ? fitting : 1
  return {
    scale,
    x: size.width / 2 - ((left + right) / 2) * scale,
    y: size.height / 2 - ((top + bottom) / 2) * scale
  }
}

export const toPlane = (view: View, x: number, y: number): [number, number] => [
  (x - view.x) / view.scale,
  (y - view.y) / view.scale
]

export const toScreen = (view: View, x: number, y: number): [number, number] => [
  x * view.scale + view.x,
  y * view.scale + view.y
]

/** Larger by a factor, the plane's point under (x, y) staying where it is; the scale stays within its limits. */
export function zoomAbout(view: View, x: number, y: number, factor: number, limits: readonly [number, number]): View {
  const scale = Math.min(Math.max(view.scale * factor, limits[0]), limits[1])
  const by = scale / view.scale
  return { scale, x: x - (x - view.x) * by, y: y - (y - view.y) * by }
}

export const panBy = (view: View, x: number, y: number): View => ({ scale: view.scale, x: view.x + x, y: view.y + y })

/** Two fingers that held two points of the screen now hold two others: the plane goes with them. */
export function pinch(
  view: View,
  from: readonly [readonly [number, number], readonly [number, number]],
  to: readonly [readonly [number, number], readonly [number, number]],
  limits: readonly [number, number]
): View {
  const middle = (pair: typeof from): [number, number] => [(pair[0][0] + pair[1][0]) / 2, (pair[0][1] + pair[1][1]) / 2]
  const span = (pair: typeof from): number => Math.hypot(pair[0][0] - pair[1][0], pair[0][1] - pair[1][1])
  const [fromX, fromY] = middle(from)
  const [toX, toY] = middle(to)
  const before = span(from)
  const zoomed = zoomAbout(view, fromX, fromY, before > 0 ? span(to) / before : 1, limits)
  return panBy(zoomed, toX - fromX, toY - fromY)
}

/** Keeps the middle of the screen over the map, so that it can't be lost. */
export function keepInSight(view: View, bounds: Bounds, size: Size): View {
  const [x, y] = toPlane(view, size.width / 2, size.height / 2)
  const back = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high) - value
  return panBy(view, -back(x, bounds[0], bounds[2]) * view.scale, -back(y, bounds[1], bounds[3]) * view.scale)
}

/** From one view (share 0) to another (share 1), growing evenly and about the point that lies still between them. */
export function betweenViews(from: View, to: View, share: number): View {
  const scale = from.scale * (to.scale / from.scale) ** share
  const turned = to.scale - from.scale
  const part = Math.abs(turned) > 1e-9 * from.scale ? (scale - from.scale) / turned : share
  return { scale, x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
}

/** Where a picture painted at one view, with a margin around, lies on a screen that shows another. */
export function placePicture(
  painted: View,
  margin: number,
  size: Size,
  shown: View
): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } {
  const by = shown.scale / painted.scale
  return {
    x: (-margin - painted.x) * by + shown.x,
    y: (-margin - painted.y) * by + shown.y,
    width: (size.width + margin * 2) * by,
    height: (size.height + margin * 2) * by
  }
}
