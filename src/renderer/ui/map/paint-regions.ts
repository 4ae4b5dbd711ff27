// Draws the regions: fills merged by look, borders by their strength, what is selected. The paths lie in the plane and are kept
// from one painting to the next.
import type { ChartColors } from '../chart/colors.ts'
import { faded } from '../chart/colors.ts'
import type { BorderLine } from './borders.ts'
import type { RegionFill } from './scene.ts'
import type { MapRegion } from './types.ts'
import type { View } from './view.ts'

export type Surface = CanvasRenderingContext2D

export function regionPath(region: MapRegion): Path2D {
  const path = new Path2D()
  for (const ring of region.rings) {
    for (let at = 0; at + 1 < ring.length; at += 2) {
      if (at === 0) path.moveTo(ring[0] as number, ring[1] as number)
      else path.lineTo(ring[at] as number, ring[at + 1] as number)
    }
    path.closePath()
  }
  return path
}

export function addLine(path: Path2D, xy: Float32Array): void {
  for (let at = 0; at + 1 < xy.length; at += 2) {
    if (at === 0) path.moveTo(xy[0] as number, xy[1] as number)
    else path.lineTo(xy[at] as number, xy[at + 1] as number)
  }
}

export interface BorderPaths {
  readonly outer: Path2D
  readonly inner: Path2D
  /** Between two groups, and around those without one. */
  readonly strong: Path2D
}

export function borderPaths(borders: readonly BorderLine[], groups: ArrayLike<number> | undefined): BorderPaths {
  const paths = { outer: new Path2D(), inner: new Path2D(), strong: new Path2D() }
  for (const { from, to, xy } of borders) {
    if (to < 0) addLine(paths.outer, xy)
    else addLine(groups && groups[from] !== groups[to] ? paths.strong : paths.inner, xy)
  }
  return paths
}

/** The lines around a set of regions, none within. */
export function outlinePath(borders: readonly BorderLine[], isHeld: (place: number) => boolean): Path2D {
  const path = new Path2D()
  for (const { from, to, xy } of borders) if (isHeld(from) !== (to >= 0 && isHeld(to))) addLine(path, xy)
  return path
}

export interface MergedFill {
  readonly fill: RegionFill
  readonly path: Path2D
}

export function mergeFills(fills: readonly RegionFill[], paths: readonly Path2D[]): MergedFill[] {
  return fills.map((fill) => {
    const path = new Path2D()
    for (const place of fill.places) path.addPath(paths[place] as Path2D)
    return { fill, path }
  })
}

/** Side of the tile of a pattern, in pixels of the page. */
const tile = 6

function patternTile(kind: 'stripes' | 'dots' | 'none', ink: string, ratio: number): HTMLCanvasElement | undefined {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(tile * ratio))
  canvas.height = canvas.width
  const surface = canvas.getContext('2d')
  if (!surface) return undefined
  surface.scale(canvas.width / tile, canvas.width / tile)
  if (kind === 'dots') {
    surface.fillStyle = ink
    surface.beginPath()
    surface.arc(1.5, 1.5, 1.15, 0, Math.PI * 2)
    surface.arc(4.5, 4.5, 1.15, 0, Math.PI * 2)
    surface.fill()
    return canvas
  }
  surface.strokeStyle = ink
  surface.lineWidth = kind === 'none' ? 0.8 : 1.4
  const slope = kind === 'none' ? -1 : 1
  surface.beginPath()
  for (const shift of [-tile, 0, tile]) {
    surface.moveTo(shift - 1, slope > 0 ? -1 : tile + 1)
    surface.lineTo(shift + tile + 1, slope > 0 ? tile + 1 : -1)
  }
  surface.stroke()
  return canvas
}

export interface RegionsToPaint {
  readonly fills: readonly MergedFill[]
  readonly borders: BorderPaths
  /** Around the group that is brought out. */
  readonly outline: Path2D | undefined
}

/** Regions filled in one task at most, when the painting is spread over frames. */
const regionsAtOnce = 700

/**
 * The painting as tasks to be done one after the other, each short enough for a frame of its own. `view` is in pixels of the surface,
 * `ratio` those of one pixel of the page.
 */
export function regionTasks(
  surface: Surface,
  parts: RegionsToPaint,
  view: View,
  ratio: number,
  colors: ChartColors
): (() => void)[] {
  const inPlane = (draw: () => void) => () => {
    surface.save()
    surface.setTransform(view.scale, 0, 0, view.scale, view.x, view.y)
    surface.lineJoin = 'round'
    draw()
    surface.restore()
  }
  const line = (path: Path2D, color: string, width: number) => {
    surface.strokeStyle = color
    surface.lineWidth = (width * ratio) / view.scale
    surface.stroke(path)
  }
  const batches: MergedFill[][] = []
  let room = 0
  for (const each of parts.fills) {
    const cost = each.fill.places.length * (each.fill.pattern === 'plain' ? 1 : 2)
    if (room < cost) {
      batches.push([])
      room = regionsAtOnce
    }
    batches.at(-1)?.push(each)
    room -= cost
  }
  return [
    ...batches.map((batch) =>
      inPlane(() => {
        for (const each of batch) paintFill(surface, each, view, ratio, colors)
      })
    ),
    inPlane(() => {
      line(parts.borders.inner, faded(colors.lineStrong, 0.45), 0.5)
      line(parts.borders.outer, colors.lineStrong, 0.8)
    }),
    inPlane(() => {
      line(parts.borders.strong, faded(colors.ink, 0.75), 1.25)
      if (parts.outline) line(parts.outline, colors.ink, 2)
    })
  ]
}

function paintFill(surface: Surface, { fill, path }: MergedFill, view: View, ratio: number, colors: ChartColors): void {
  surface.fillStyle = fill.color
  surface.fill(path, 'evenodd')
  if (fill.pattern === 'plain') return
  const ink = fill.pattern === 'none' ? faded(colors.lineStrong, 0.55) : faded(colors.panel, 0.6)
  const image = patternTile(fill.pattern, ink, ratio)
  const pattern = image ? surface.createPattern(image, 'repeat') : null
  if (!pattern) return
  // The tile keeps its size on the screen whatever the scale.
  pattern.setTransform(new DOMMatrix().scaleSelf(1 / view.scale))
  surface.fillStyle = pattern
  surface.fill(path, 'evenodd')
}

/** A line of ink on a line of the ground: seen on any fill, and not told by colour alone. */
export function paintOutline(surface: Surface, path: Path2D, view: View, ratio: number, colors: ChartColors): void {
  surface.save()
  surface.setTransform(view.scale, 0, 0, view.scale, view.x, view.y)
  surface.lineJoin = 'round'
  surface.strokeStyle = colors.panel
  surface.lineWidth = (4.5 * ratio) / view.scale
  surface.stroke(path)
  surface.strokeStyle = colors.ink
  surface.lineWidth = (2.25 * ratio) / view.scale
  surface.stroke(path)
  surface.restore()
}
