// The width inside a scrolling box: without its vertical scrollbar, and anew when one comes or goes.
import { type RefObject, useLayoutEffect, useState } from 'react'

export function useInnerWidth(box: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => setWidth(element.clientWidth)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    // Rows that come or go bring or take the scrollbar without changing the box itself.
    if (element.firstElementChild) observer.observe(element.firstElementChild)
    return () => observer.disconnect()
  }, [box])
  return width
}
