// The painted map kept as pictures, so that zooming and panning only moves a picture: `near` was painted at (about) the view shown,
// with a margin around; `whole` shows everything and fills the edges where near doesn't reach. Painting near anew is spread over
// several frames, so that none of them is late.
import type { ChartColors } from '../chart/colors.ts'
import { type BorderPaths, type MergedFill, paintOutline, regionTasks, type Surface } from './paint-regions.ts'
import type { PointScene } from './scene.ts'
import { makeStamp, type Stamp, stampPoints } from './stamps.ts'
import { placePicture, type Size, type View } from './view.ts'

export interface Drawing {
  readonly colors: ChartColors
  readonly regions:
    | { readonly fills: readonly MergedFill[]; readonly borders: BorderPaths; readonly outline: Path2D | undefined }
    | undefined
  /** Lines of the map itself, such as those round an inset. */
  readonly lines: Path2D | undefined
  /** Around the regions selected. */
  readonly selected: Path2D | undefined
  readonly points: { readonly xy: Float32Array; readonly scene: PointScene } | undefined
}

/** Pixels of the page painted beyond each edge: a short pan finds them ready. */
const margin = 96

interface Picture {
  readonly surface: Surface
  view: View | null
}

export interface Pictures {
  readonly setSize: (size: Size, ratio: number) => void
  /** The view of the whole: points grow a little from there on in. */
  readonly setWhole: (whole: View) => void
  /** Regions are painted anew only if they or the colours are other objects than before. */
  readonly setDrawing: (drawing: Drawing) => void
  /** Whether the near picture reaches over the whole screen, not much larger or smaller than it was painted. */
  readonly isEnough: (view: View) => boolean
  /** Whether a painting has begun and isn't finished. */
  readonly isPainting: () => boolean
  /** One task of painting the view, then the whole; false when nothing is left to do. */
  readonly step: (view: View) => boolean
  /** All at once: after a change of what is drawn, which must be seen in the next frame. */
  readonly renew: (view: View) => void
  /** Lays the pictures on a surface in pixels of the screen. */
  readonly show: (surface: Surface, view: View) => void
}

type Task = () => void

/** How much larger points are than on the whole map, in steps of a quarter: near by there is room, and they are easier to hit. */
export function growthAt({ points }: Drawing, scale: number, wholeScale: number): number {
  if (!points || points.scene.isSized) return 1
  const grown = Math.min(Math.max((scale / wholeScale) ** 0.25, 1), 2)
  return Math.round(grown * 4) / 4
}

const makeSurface = (): Surface | null => document.createElement('canvas').getContext('2d')

function clear(surface: Surface, colors: ChartColors): void {
  surface.setTransform(1, 0, 0, 1, 0, 0)
  surface.fillStyle = colors.panel
  surface.fillRect(0, 0, surface.canvas.width, surface.canvas.height)
}

/** The ground, the regions and the lines of the map. `view` is in pixels of the surface, here and below. */
function groundTasks(surface: Surface, drawing: Drawing, view: View, ratio: number): Task[] {
  return [
    () => clear(surface, drawing.colors),
    ...(drawing.regions ? regionTasks(surface, drawing.regions, view, ratio, drawing.colors) : []),
    () => {
      if (!drawing.lines) return
      surface.setTransform(view.scale, 0, 0, view.scale, view.x, view.y)
      surface.strokeStyle = drawing.colors.lineStrong
      surface.lineWidth = (0.75 * ratio) / view.scale
      surface.stroke(drawing.lines)
    }
  ]
}

/** Points go through pixels of their own, since they are laid over what is painted already. */
function makePointPainter(): (surface: Surface, drawing: Drawing, view: View, pointRatio: number) => Task[] {
  let stamps: { scene: PointScene; ratio: number; list: Stamp[] } | undefined
  let image: ImageData | undefined
  let isAny = false
  const layer = makeSurface()
  return (surface, { points }, view, pointRatio) => {
    if (!points || !layer || points.scene.order.length === 0) return []
    const { scene, xy } = points
    const stamp = () => {
      const { width, height } = surface.canvas
      if (stamps?.scene !== scene || stamps.ratio !== pointRatio)
        stamps = { scene, ratio: pointRatio, list: scene.styles.map((style) => makeStamp(style, pointRatio)) }
      if (image?.width !== width || image.height !== height) {
        image = new ImageData(width, height)
        layer.canvas.width = width
        layer.canvas.height = height
      }
      const pixels = new Uint32Array(image.data.buffer)
      pixels.fill(0)
      const stamped = { xy, order: scene.order, styles: scene.styleOf }
      isAny = stampPoints(pixels, width, height, view, stamped, stamps.list) > 0
    }
    const lay = () => {
      if (!image || !isAny) return
      layer.putImageData(image, 0, 0)
      surface.setTransform(1, 0, 0, 1, 0, 0)
      surface.drawImage(layer.canvas, 0, 0)
    }
    return [stamp, lay]
  }
}

/** Everything at once on a surface of its own size, such as the one to be printed. */
export function paintAtOnce(surface: Surface, drawing: Drawing, view: View, ratio: number, growth: number): void {
  for (const task of groundTasks(surface, drawing, view, ratio)) task()
  if (drawing.selected) paintOutline(surface, drawing.selected, view, ratio, drawing.colors)
  for (const task of makePointPainter()(surface, drawing, view, ratio * growth)) task()
}

const isSame = (a: View | null, b: View): boolean => a !== null && a.scale === b.scale && a.x === b.x && a.y === b.y

export function createPictures(): Pictures | null {
  const [first, second, third] = [makeSurface(), makeSurface(), makeSurface()]
  // Without a drawing surface (a page of tests) nothing is painted; pointing and choosing work all the same.
  if (!first || !second || !third) return null
  const ground: Picture = { surface: first, view: null }
  const near: Picture = { surface: second, view: null }
  const whole: Picture = { surface: third, view: null }
  const pointTasks = makePointPainter()
  let drawing: Drawing | undefined
  let size: Size = { width: 0, height: 0 }
  let ratio = 1
  let wholeView: View = { scale: 1, x: 0, y: 0 }
  let tasks: Task[] = []

  const inPixels = (view: View, around: number): View => ({
    scale: view.scale * ratio,
    x: (view.x + around) * ratio,
    y: (view.y + around) * ratio
  })

  /** From what is there to a near picture of the view. */
  const tasksFor = (view: View): Task[] => {
    if (!drawing) return []
    const { colors, selected } = drawing
    const at = inPixels(view, margin)
    const isGrounded = isSame(ground.view, view)
    const [stamp, lay] = pointTasks(near.surface, drawing, at, ratio * growthAt(drawing, view.scale, wholeView.scale))
    if (!isGrounded) ground.view = null
    return [
      ...(isGrounded ? [] : groundTasks(ground.surface, drawing, at, ratio)),
      ...(stamp ? [stamp] : []),
      () => {
        ground.view = view
        near.surface.setTransform(1, 0, 0, 1, 0, 0)
        near.surface.drawImage(ground.surface.canvas, 0, 0)
        if (selected) paintOutline(near.surface, selected, at, ratio, colors)
        lay?.()
        near.view = view
      }
    ]
  }

  const tasksForWhole = (view: View): Task[] => {
    if (!drawing) return []
    if (isSame(near.view, view)) {
      const inset = Math.round(margin * ratio)
      return [
        () => {
          whole.surface.setTransform(1, 0, 0, 1, 0, 0)
          whole.surface.drawImage(near.surface.canvas, -inset, -inset)
          whole.view = view
        }
      ]
    }
    const at = inPixels(view, 0)
    const onIt = [
      ...groundTasks(whole.surface, drawing, at, ratio),
      ...makePointPainter()(whole.surface, drawing, at, ratio)
    ]
    return [
      ...onIt,
      () => {
        whole.view = view
      }
    ]
  }

  /** Where a picture lies, in pixels of the screen. */
  const placed = (picture: Picture, around: number, view: View) => {
    if (!picture.view) return undefined
    const to = placePicture(picture.view, around, size, view)
    // At the same scale whole pixels are copied, which is quicker and keeps them sharp.
    if (picture.view.scale !== view.scale)
      return { x: to.x * ratio, y: to.y * ratio, by: view.scale / picture.view.scale }
    return { x: Math.round(to.x * ratio), y: Math.round(to.y * ratio), by: 1 }
  }
  const isCovering = (view: View): boolean => {
    const at = placed(near, margin, view)
    const { width, height } = near.surface.canvas
    return (
      at !== undefined &&
      at.x <= 0 &&
      at.y <= 0 &&
      at.x + width * at.by >= size.width * ratio &&
      at.y + height * at.by >= size.height * ratio
    )
  }

  return {
    setSize: (next, nextRatio) => {
      size = next
      ratio = nextRatio
      for (const { surface } of [ground, near]) {
        surface.canvas.width = Math.max(1, Math.round((size.width + margin * 2) * ratio))
        surface.canvas.height = Math.max(1, Math.round((size.height + margin * 2) * ratio))
      }
      whole.surface.canvas.width = Math.max(1, Math.round(size.width * ratio))
      whole.surface.canvas.height = Math.max(1, Math.round(size.height * ratio))
      for (const picture of [ground, near, whole]) picture.view = null
      tasks = []
    },
    setWhole: (next) => {
      wholeView = next
    },
    setDrawing: (next) => {
      if (next.regions !== drawing?.regions || next.colors !== drawing?.colors || next.lines !== drawing?.lines)
        ground.view = null
      drawing = next
      near.view = null
      whole.view = null
      tasks = []
    },
    isEnough: (view) => {
      const by = near.view ? view.scale / near.view.scale : 0
      return by > 0.6 && by < 1.8 && isCovering(view)
    },
    isPainting: () => tasks.length > 0,
    step: (view) => {
      if (tasks.length === 0 && !isSame(near.view, view)) tasks = tasksFor(view)
      if (tasks.length === 0 && !isSame(whole.view, wholeView)) tasks = tasksForWhole(wholeView)
      const task = tasks.shift()
      task?.()
      return task !== undefined
    },
    renew: (view) => {
      tasks = []
      for (const task of tasksFor(view)) task()
    },
    show: (surface, view) => {
      surface.setTransform(1, 0, 0, 1, 0, 0)
      const lay = ({ surface: { canvas } }: Picture, { x, y, by }: { x: number; y: number; by: number }) => {
        if (by === 1) surface.drawImage(canvas, x, y)
        else surface.drawImage(canvas, x, y, canvas.width * by, canvas.height * by)
      }
      if (!isCovering(view)) {
        if (drawing) clear(surface, drawing.colors)
        const below = placed(whole, 0, view)
        if (below) lay(whole, below)
      }
      const at = placed(near, margin, view)
      if (at) lay(near, at)
    }
  }
}
