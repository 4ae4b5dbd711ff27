// The moving part of the map: the view shown, the frames, the animation of a step of zoom. What is painted comes from pictures.ts,
// what lies above from paint-overlay.ts; React hears nothing of a frame.
import { type Overlay, paintOverlay } from './paint-overlay.ts'
import { createPictures, type Drawing, growthAt, paintAtOnce } from './pictures.ts'
import type { Bounds } from './types.ts'
import { betweenViews, fitView, keepInSight, panBy, type Size, type View, zoomAbout } from './view.ts'

/** Milliseconds. */
const animationTime = 120
const restTime = 90
/** While moving without a rest, a picture that no longer reaches is painted anew this often at most. */
const renewTime = 220
/** Pixels at the right where the tools stand: the whole map lies beside them. */
const toolsWidth = 40
/** How far in, against the whole. */
const nearest = 80

export interface MapViewport {
  readonly view: () => View
  readonly size: () => Size
  readonly setSize: (size: Size, ratio: number) => void
  readonly setBounds: (bounds: Bounds) => void
  readonly setDrawing: (drawing: Drawing) => void
  readonly setOverlay: (overlay: Overlay) => void
  readonly setView: (view: View) => void
  readonly limits: () => readonly [number, number]
  readonly pan: (x: number, y: number) => void
  /** About a pixel; about the middle when left out, and then step by step. */
  readonly zoom: (factor: number, at?: readonly [number, number]) => void
  readonly glide: (to: View) => void
  readonly showWhole: () => void
  /** Paints the whole screen at a ratio of its own, at once: for the printer and for pictures. */
  readonly paintFor: (canvas: HTMLCanvasElement, ratio: number, drawing: Drawing, overlay: Overlay) => void
  readonly destroy: () => void
}

const wantsNoMotion = (): boolean =>
  typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches

export function createViewport(canvas: HTMLCanvasElement): MapViewport {
  const surface = canvas.getContext('2d', { alpha: false })
  const pictures = surface ? createPictures() : null
  let size: Size = { width: 0, height: 0 }
  let ratio = 1
  let bounds: Bounds = [0, 0, 1, 1]
  let whole: View = fitView(bounds, size)
  let view = whole
  let isWhole = true
  let drawing: Drawing | undefined
  let overlay: Overlay | undefined
  let isChanged = false
  let isStale = false
  let frame = 0
  let movedAt = -Infinity
  let paintedAt = -Infinity
  let animation: { from: View; to: View; startedAt: number } | undefined

  const again = (): void => {
    if (frame === 0 && pictures) frame = requestAnimationFrame(draw)
  }
  /** Something to be seen has changed. */
  const ask = (): void => {
    isStale = true
    again()
  }

  const draw = (now: number): void => {
    frame = 0
    if (!surface || !pictures || !drawing || size.width === 0 || size.height === 0) return
    if (animation) {
      const share = Math.min(1, (now - animation.startedAt) / animationTime)
      view = betweenViews(animation.from, animation.to, share)
      movedAt = now
      isStale = true
      if (share === 1) animation = undefined
    }
    if (isChanged) {
      pictures.renew(view)
      isChanged = false
    }
    if (isStale) {
      isStale = false
      pictures.show(surface, view)
      if (overlay) {
        surface.setTransform(ratio, 0, 0, ratio, 0, 0)
        paintOverlay(surface, overlay, view, size, drawing.colors)
      }
    }
    const isResting = now - movedAt >= restTime
    const isOverdue = !pictures.isEnough(view) && now - paintedAt >= renewTime
    if (isResting || isOverdue || pictures.isPainting()) {
      const hasWorked = pictures.step(view)
      if (hasWorked) paintedAt = now
      // A picture is finished.
      if (hasWorked && !pictures.isPainting()) isStale = true
      if (!hasWorked && isResting) return
    }
    again()
  }

  const moveTo = (next: View): void => {
    view = keepInSight(next, bounds, size)
    isWhole = false
    movedAt = performance.now()
    ask()
  }

  const limits = (): readonly [number, number] => [whole.scale * 0.7, whole.scale * nearest]

  const glide = (to: View): void => {
    const target = keepInSight(to, bounds, size)
    isWhole = false
    if (wantsNoMotion() || !pictures) moveTo(target)
    else animation = { from: view, to: target, startedAt: performance.now() }
    ask()
  }

  const fitWhole = (): View => fitView(bounds, { width: Math.max(1, size.width - toolsWidth), height: size.height })

  const refit = (): void => {
    const before = whole
    whole = fitWhole()
    pictures?.setWhole(whole)
    if (isWhole) view = whole
    else {
      // The same middle at the same closeness.
      const scale = view.scale * (whole.scale / before.scale)
      view = keepInSight({ scale, x: view.x, y: view.y }, bounds, size)
    }
    isChanged = drawing !== undefined
    ask()
  }

  return {
    view: () => animation?.to ?? view,
    size: () => size,
    limits,
    setSize: (next, nextRatio) => {
      if (next.width === size.width && next.height === size.height && nextRatio === ratio) return
      const [centreX, centreY] = [(size.width / 2 - view.x) / view.scale, (size.height / 2 - view.y) / view.scale]
      size = next
      ratio = nextRatio
      canvas.width = Math.max(1, Math.round(size.width * ratio))
      canvas.height = Math.max(1, Math.round(size.height * ratio))
      pictures?.setSize(size, ratio)
      if (!isWhole) {
        view = {
          scale: view.scale,
          x: size.width / 2 - centreX * view.scale,
          y: size.height / 2 - centreY * view.scale
        }
      }
      refit()
    },
    setBounds: (next) => {
      if (next.every((value, at) => value === bounds[at])) return
      bounds = next
      isWhole = true
      animation = undefined
      refit()
    },
    setDrawing: (next) => {
      drawing = next
      pictures?.setDrawing(next)
      isChanged = true
      ask()
    },
    setOverlay: (next) => {
      overlay = next
      ask()
    },
    setView: (next) => {
      animation = undefined
      moveTo(next)
    },
    pan: (x, y) => {
      animation = undefined
      moveTo(panBy(view, x, y))
    },
    zoom: (factor, at) => {
      const from = animation?.to ?? view
      const [x, y] = at ?? [size.width / 2, size.height / 2]
      const to = zoomAbout(from, x, y, factor, limits())
      if (at) {
        animation = undefined
        moveTo(to)
      } else glide(to)
    },
    glide,
    showWhole: () => {
      glide(whole)
      isWhole = true
    },
    paintFor: (target, targetRatio, what, above) => {
      const paper = target.getContext('2d', { alpha: false })
      if (!paper) return
      target.width = Math.max(1, Math.round(size.width * targetRatio))
      target.height = Math.max(1, Math.round(size.height * targetRatio))
      const at = { scale: view.scale * targetRatio, x: view.x * targetRatio, y: view.y * targetRatio }
      paintAtOnce(paper, what, at, targetRatio, growthAt(what, view.scale, whole.scale))
      paper.setTransform(targetRatio, 0, 0, targetRatio, 0, 0)
      paintOverlay(paper, above, view, size, what.colors)
    },
    destroy: () => {
      if (frame !== 0) cancelAnimationFrame(frame)
      frame = -1
    }
  }
}
