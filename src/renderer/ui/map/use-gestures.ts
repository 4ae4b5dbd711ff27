// Ties the gestures to the canvas: pointers and wheel from the browser, pixels counted from the corner of the map.
import { type RefObject, useEffect, useRef } from 'react'
import { createGestures, type GestureHost, type Gestures, type Pressed } from './gestures.ts'

export function useGestures(canvas: RefObject<HTMLCanvasElement | null>, host: GestureHost): () => boolean {
  const latest = useRef(host)
  latest.current = host
  const gestures = useRef<Gestures>(undefined)
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const own = createGestures(() => latest.current)
    gestures.current = own
    const at = (event: PointerEvent): Pressed => {
      const corner = element.getBoundingClientRect()
      return {
        pointerId: event.pointerId,
        x: event.clientX - corner.left,
        y: event.clientY - corner.top,
        button: event.button,
        isAdding: event.ctrlKey || event.metaKey || event.shiftKey,
        isShift: event.shiftKey
      }
    }
    const down = (event: PointerEvent) => {
      if (event.button > 1) return
      // What moves out of the map still belongs to it until it is let go.
      element.setPointerCapture?.(event.pointerId)
      element.focus({ preventScroll: true })
      event.preventDefault()
      own.down(at(event))
    }
    const move = (event: PointerEvent) => own.move(at(event))
    const up = (event: PointerEvent) => own.up(at(event))
    const lose = (event: PointerEvent) => own.lose(at(event))
    const wheel = (event: WheelEvent) => {
      event.preventDefault()
      const corner = element.getBoundingClientRect()
      const delta = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 33 : event.deltaY
      own.wheel(event.clientX - corner.left, event.clientY - corner.top, delta, event.ctrlKey)
    }
    element.addEventListener('pointerdown', down)
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerup', up)
    element.addEventListener('pointercancel', lose)
    element.addEventListener('pointerleave', own.leave)
    // React's own wheel listener may not keep the page from scrolling.
    element.addEventListener('wheel', wheel, { passive: false })
    return () => {
      own.cancel()
      element.removeEventListener('pointerdown', down)
      element.removeEventListener('pointermove', move)
      element.removeEventListener('pointerup', up)
      element.removeEventListener('pointercancel', lose)
      element.removeEventListener('pointerleave', own.leave)
      element.removeEventListener('wheel', wheel)
    }
  }, [canvas])
  return () => gestures.current?.cancel() ?? false
}
