// What fingers, mouse and wheel do to the map: pan, pinch, wheel, lasso, rectangle, drag to a group, click. One gesture at a time;
// Esc gives it up.
import { drawOn, isArea, rectangle } from './lasso.ts'
import type { MapViewport } from './map-view.ts'
import { draggedFrom, isSelected } from './pointing.ts'
import type { MapSelection, MapTarget } from './types.ts'
import { pinch, type View } from './view.ts'

export type Tool = 'hand' | 'lasso' | 'rectangle' | 'move'

/** What the gestures ask and tell. Pixels are those of the map, from its left upper corner. */
export interface GestureHost {
  readonly viewport: () => MapViewport | undefined
  readonly tool: () => Tool
  readonly selection: () => MapSelection | undefined
  readonly targetAt: (x: number, y: number) => MapTarget | null
  /** The group under a pixel, on the map or beside it (in the legend). */
  readonly groupAt: (x: number, y: number) => string | null
  readonly canSelect: () => boolean
  readonly canDrag: () => boolean
  readonly onHover: (target: MapTarget | null, x: number, y: number) => void
  readonly onPick: (target: MapTarget | null, isAdding: boolean) => void
  /** The line being drawn, in pixels; undefined when there is none. */
  readonly onLine: (line: readonly number[] | undefined) => void
  readonly onLasso: (line: readonly number[], isAdding: boolean) => void
  readonly onDrag: (dragged: MapSelection | null, group: string | null, x: number, y: number) => void
  readonly onDrop: (dragged: MapSelection, group: string | null) => void
  readonly onCancelDrag: () => void
  /** Whether the map is held, for the cursor. */
  readonly onHold: (isHeld: boolean) => void
}

export interface Pressed {
  readonly pointerId: number
  readonly x: number
  readonly y: number
  readonly button: number
  readonly isAdding: boolean
  readonly isShift: boolean
}

export interface Gestures {
  readonly down: (at: Pressed) => void
  readonly move: (at: Pressed) => void
  readonly up: (at: Pressed) => void
  readonly leave: () => void
  /** The system took the pointer away. */
  readonly lose: (at: Pressed) => void
  readonly wheel: (x: number, y: number, delta: number, isPinch: boolean) => void
  /** Gives up what is going on; whether there was anything. */
  readonly cancel: () => boolean
}

type Gesture =
  | { kind: 'pan'; x: number; y: number }
  | { kind: 'pinch'; view: View; ids: [number, number]; from: [[number, number], [number, number]] }
  | { kind: 'lasso'; line: readonly number[] }
  | { kind: 'rectangle'; x: number; y: number; line: readonly number[] }
  | { kind: 'drag'; dragged: MapSelection; group: string | null }

/** Pixels after which a press is no click. */
const clickSlack = 4
const middleButton = 1

/** `host` is asked anew at each event. */
export function createGestures(host: () => GestureHost): Gestures {
  let pressed: Pressed | undefined
  let gesture: Gesture | undefined
  let hasMoved = false
  const fingers = new Map<number, [number, number]>()

  const begin = (at: Pressed): Gesture => {
    const tool = host().tool()
    if (at.button !== middleButton) {
      if (host().canSelect() && (tool === 'rectangle' || (tool === 'hand' && at.isShift)))
        return { kind: 'rectangle', x: at.x, y: at.y, line: [] }
      if (host().canSelect() && tool === 'lasso') return { kind: 'lasso', line: [at.x, at.y] }
      if (host().canDrag()) {
        const target = host().targetAt(at.x, at.y)
        const dragged = draggedFrom(target, host().selection())
        if (dragged && (tool === 'move' || isSelected(target, host().selection())))
          return { kind: 'drag', dragged, group: null }
      }
    }
    return { kind: 'pan', x: at.x, y: at.y }
  }

  const follow = (held: Gesture & { kind: 'pinch' }, first: [number, number], second: [number, number]): void => {
    const viewport = host().viewport()
    viewport?.setView(pinch(held.view, held.from, [first, second], viewport.limits()))
  }

  const carryOn = (at: Pressed): void => {
    if (!gesture) return
    switch (gesture.kind) {
      case 'pan':
        host()
          .viewport()
          ?.pan(at.x - gesture.x, at.y - gesture.y)
        gesture = { kind: 'pan', x: at.x, y: at.y }
        return
      case 'lasso':
        gesture = { kind: 'lasso', line: drawOn(gesture.line, at.x, at.y) }
        host().onLine(gesture.line)
        return
      case 'rectangle':
        gesture = { ...gesture, line: rectangle(gesture.x, gesture.y, at.x, at.y) }
        host().onLine(gesture.line)
        return
      case 'drag': {
        gesture = { ...gesture, group: host().groupAt(at.x, at.y) }
        host().onDrag(gesture.dragged, gesture.group, at.x, at.y)
        return
      }
      case 'pinch': {
        const [first, second] = gesture.ids.map((id) => fingers.get(id))
        if (first && second) follow(gesture, first, second)
      }
    }
  }

  const end = (): void => {
    if (gesture?.kind === 'lasso' || gesture?.kind === 'rectangle') host().onLine(undefined)
    if (gesture?.kind === 'drag' && hasMoved) host().onDrag(null, null, 0, 0)
    gesture = undefined
    pressed = undefined
    hasMoved = false
    host().onHold(false)
  }

  const cancel = (): boolean => {
    const wasBusy = gesture !== undefined && hasMoved
    const wasDrag = wasBusy && gesture?.kind === 'drag'
    end()
    if (wasDrag) host().onCancelDrag()
    return wasBusy
  }

  return {
    down: (at) => {
      fingers.set(at.pointerId, [at.x, at.y])
      const [first, second] = [...fingers.entries()]
      if (first && second) {
        cancel()
        const view = host().viewport()?.view()
        if (view) gesture = { kind: 'pinch', view, ids: [first[0], second[0]], from: [first[1], second[1]] }
        hasMoved = true
        return
      }
      pressed = at
      hasMoved = false
      gesture = begin(at)
      host().onHold(true)
    },
    move: (at) => {
      if (fingers.has(at.pointerId)) fingers.set(at.pointerId, [at.x, at.y])
      if (!gesture) {
        host().onHover(host().targetAt(at.x, at.y), at.x, at.y)
        return
      }
      if (!hasMoved && pressed && Math.hypot(at.x - pressed.x, at.y - pressed.y) < clickSlack) return
      if (!hasMoved) host().onHover(null, at.x, at.y)
      hasMoved = true
      carryOn(at)
    },
    up: (at) => {
      fingers.delete(at.pointerId)
      const [done, wasClick] = [gesture, pressed !== undefined && !hasMoved]
      end()
      if (!done) return
      if (wasClick) {
        if (at.button !== middleButton) host().onPick(host().targetAt(at.x, at.y), at.isAdding)
        return
      }
      if ((done.kind === 'lasso' || done.kind === 'rectangle') && isArea(done.line))
        host().onLasso(done.line, at.isAdding)
      if (done.kind === 'drag') host().onDrop(done.dragged, done.group)
    },
    lose: (at) => {
      fingers.delete(at.pointerId)
      cancel()
    },
    leave: () => {
      if (!gesture) host().onHover(null, 0, 0)
    },
    // A notch of a wheel is about 100; a trackpad's pinch sends small ones.
    wheel: (x, y, delta, isPinch) => {
      host().onHover(null, x, y)
      host()
        .viewport()
        ?.zoom(Math.exp(-Math.max(-200, Math.min(200, delta)) * (isPinch ? 0.01 : 0.0022)), [x, y])
    },
    cancel
  }
}
