// What lies above the painted map and is drawn anew in every frame: names, bases, what is pointed at, the lasso, the target of a drag.
import type { ChartColors } from '../chart/colors.ts'
import { faded } from '../chart/colors.ts'
import { type LabelAnchor, placeLabels } from './labels.ts'
import type { Surface } from './paint-regions.ts'
import type { MapBase } from './types.ts'
import { type Size, toScreen, type View } from './view.ts'

export interface Overlay {
  readonly labels: readonly LabelAnchor[]
  readonly bases: readonly MapBase[]
  /** The colour of a base by the place of its group. */
  readonly baseColor: (group: number) => string
  /** The region pointed at. */
  readonly hovered: Path2D | undefined
  /** Where the point or base pointed at lies in the plane, and how large it is in pixels. */
  readonly ringed: { readonly x: number; readonly y: number; readonly radius: number } | undefined
  /** The lines around the group a drag would drop on, and its area. */
  readonly target: { readonly outline: Path2D; readonly area: Path2D } | undefined
  /** Corners in pixels, x and y in turn. */
  readonly lasso: readonly number[] | undefined
}

const labelFont = (colors: ChartColors): string => `600 12px ${colors.font}`
const halo = 2
const wordHeight = 18
const baseReach = 9
const houseCorners: readonly (readonly [number, number])[] = [
  [6, -0.5],
  [4.5, -0.5],
  [4.5, 5],
  [-4.5, 5],
  [-4.5, -0.5],
  [-6, -0.5]
]

/** Names and houses as pictures of their own: slow to draw, and the same from frame to frame. */
const pictures = new Map<string, HTMLCanvasElement>()
/** More than any map shows; then it begins anew. */
const mostPictures = 800

/** The picture of a key, made at its first use; `width` and `height` are in pixels of the page. */
function pictureOf(
  key: string,
  width: number,
  height: number,
  ratio: number,
  make: (surface: Surface) => void
): HTMLCanvasElement | undefined {
  const known = pictures.get(key)
  if (known) return known
  const image = document.createElement('canvas')
  image.width = Math.ceil(width * ratio)
  image.height = Math.ceil(height * ratio)
  const surface = image.getContext('2d')
  if (!surface) return undefined
  surface.setTransform(ratio, 0, 0, ratio, 0, 0)
  make(surface)
  if (pictures.size >= mostPictures) pictures.clear()
  pictures.set(key, image)
  return image
}

let ruler: Surface | null | undefined
const widths = new Map<string, number>()

function widthOf(text: string, colors: ChartColors): number {
  const key = `${colors.font} ${text}`
  const known = widths.get(key)
  if (known !== undefined) return known
  ruler ??= document.createElement('canvas').getContext('2d')
  if (!ruler) return 0
  ruler.font = labelFont(colors)
  const { width } = ruler.measureText(text)
  if (widths.size >= mostPictures) widths.clear()
  widths.set(key, width)
  return width
}

/** The surface is in pixels of the page already (scaled by the ratio). */
export function paintOverlay(surface: Surface, overlay: Overlay, view: View, size: Size, colors: ChartColors): void {
  surface.lineJoin = 'round'
  const inPlane = (draw: () => void) => {
    surface.save()
    surface.translate(view.x, view.y)
    surface.scale(view.scale, view.scale)
    draw()
    surface.restore()
  }
  const { target, hovered, ringed, lasso } = overlay
  if (target) {
    inPlane(() => {
      surface.fillStyle = faded(colors.accent, 0.28)
      surface.fill(target.area, 'evenodd')
      surface.strokeStyle = colors.panel
      surface.lineWidth = 5 / view.scale
      surface.stroke(target.outline)
      surface.strokeStyle = colors.accent
      surface.lineWidth = 3 / view.scale
      surface.stroke(target.outline)
    })
  }
  if (hovered) {
    inPlane(() => {
      surface.strokeStyle = colors.ink
      surface.lineWidth = 1.5 / view.scale
      surface.stroke(hovered)
    })
  }
  paintBases(surface, overlay, view, size, colors)
  if (ringed) {
    const [x, y] = toScreen(view, ringed.x, ringed.y)
    surface.beginPath()
    surface.arc(x, y, ringed.radius + 2.5, 0, Math.PI * 2)
    surface.strokeStyle = colors.ink
    surface.lineWidth = 1.5
    surface.stroke()
  }
  paintLabels(surface, overlay, view, size, colors)
  if (lasso && lasso.length >= 4) paintLasso(surface, lasso, colors)
}

/** A little house in the middle of its picture. */
function basePicture(color: string, ratio: number, colors: ChartColors): HTMLCanvasElement | undefined {
  return pictureOf(
    `base ${color} ${colors.ink} ${colors.panel} ${ratio}`,
    baseReach * 2,
    baseReach * 2,
    ratio,
    (surface) => {
      surface.translate(baseReach, baseReach)
      surface.lineJoin = 'round'
      surface.beginPath()
      surface.moveTo(0, -6)
      for (const [x, y] of houseCorners) surface.lineTo(x, y)
      surface.closePath()
      surface.strokeStyle = colors.panel
      surface.lineWidth = 4
      surface.stroke()
      surface.strokeStyle = colors.ink
      surface.lineWidth = 2
      surface.stroke()
      surface.fillStyle = color
      surface.fill()
    }
  )
}

function paintBases(surface: Surface, overlay: Overlay, view: View, size: Size, colors: ChartColors): void {
  const ratio = surface.getTransform().a
  surface.save()
  surface.setTransform(1, 0, 0, 1, 0, 0)
  for (const base of overlay.bases) {
    const [x, y] = toScreen(view, base.x, base.y)
    if (x < -baseReach || y < -baseReach || x > size.width + baseReach || y > size.height + baseReach) continue
    const image = basePicture(overlay.baseColor(base.group), ratio, colors)
    if (image) surface.drawImage(image, Math.round((x - baseReach) * ratio), Math.round((y - baseReach) * ratio))
  }
  surface.restore()
}

/** A name with its halo, in the middle of its picture. */
function wordPicture(text: string, ratio: number, colors: ChartColors): HTMLCanvasElement | undefined {
  const key = `word ${ratio} ${colors.ink} ${colors.panel} ${colors.font} ${text}`
  return pictureOf(key, widthOf(text, colors) + halo * 2, wordHeight, ratio, (surface) => {
    surface.font = labelFont(colors)
    surface.textBaseline = 'middle'
    surface.lineJoin = 'round'
    surface.strokeStyle = faded(colors.panel, 0.85)
    surface.lineWidth = 3
    surface.strokeText(text, halo, wordHeight / 2)
    surface.fillStyle = colors.ink
    surface.fillText(text, halo, wordHeight / 2)
  })
}

function paintLabels(surface: Surface, { labels, bases }: Overlay, view: View, size: Size, colors: ChartColors): void {
  if (labels.length === 0) return
  const ratio = surface.getTransform().a
  const marks = bases.map((base) => toScreen(view, base.x, base.y))
  surface.save()
  surface.setTransform(1, 0, 0, 1, 0, 0)
  for (const { text, x, y } of placeLabels(labels, view, size, (text) => widthOf(text, colors), marks)) {
    const image = wordPicture(text, ratio, colors)
    if (image)
      surface.drawImage(image, Math.round(x * ratio - image.width / 2), Math.round(y * ratio - image.height / 2))
  }
  surface.restore()
}

function paintLasso(surface: Surface, line: readonly number[], colors: ChartColors): void {
  surface.beginPath()
  for (let at = 0; at < line.length; at += 2) surface.lineTo(line[at] as number, line[at + 1] as number)
  surface.closePath()
  surface.fillStyle = faded(colors.accent, 0.14)
  surface.fill()
  surface.setLineDash([5, 4])
  surface.strokeStyle = colors.accent
  surface.lineWidth = 1.5
  surface.stroke()
  surface.setLineDash([])
}
