// Which rows of a long list are drawn: all up to 200, beyond that only those in view, with the height of the others before and after.
import { useVirtualizer } from '@tanstack/react-virtual'
import type { RefObject } from 'react'

const drawnWhole = 200

export interface DrawnRows {
  readonly indexes: readonly number[]
  /** Pixels of the rows that are not drawn. */
  readonly before: number
  readonly after: number
  /** The list is too long to be drawn whole: it scrolls in a box of its own. */
  readonly isPartial: boolean
  readonly bring: (index: number) => void
}

/** @param rowHeight pixels, the same for every row */
export function useDrawnRows(count: number, rowHeight: number, scroller: RefObject<HTMLElement | null>): DrawnRows {
  const isVirtual = count > drawnWhole
  const virtual = useVirtualizer({
    count: isVirtual ? count : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    // Before the first measuring, and where nothing has a size, a screenful is drawn.
    initialRect: { width: 800, height: 640 }
  })
  if (!isVirtual)
    return {
      indexes: Array.from({ length: count }, (_, at) => at),
      before: 0,
      after: 0,
      isPartial: false,
      bring: () => undefined
    }
  const items = virtual.getVirtualItems()
  const last = items.at(-1)
  return {
    indexes: items.map((item) => item.index),
    before: items[0]?.start ?? 0,
    after: virtual.getTotalSize() - (last?.end ?? 0),
    isPartial: true,
    bring: (index) => virtual.scrollToIndex(index)
  }
}
