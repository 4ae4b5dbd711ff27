// A grid over points, to find the one nearest the pointer and those in a box without looking at all of them.
import type { Bounds } from './types.ts'
import { boundsOfPoints } from './view.ts'

export interface PointIndex {
  /** The point nearest to (x, y) within a distance in the plane, or -1. Of two equally near, the one later in the list. */
  readonly nearest: (x: number, y: number, within: number) => number
  /** Calls with every point in a box, its edges included, in no order that means something. */
  readonly eachIn: (box: Bounds, visit: (index: number) => void) => void
}

const pointsPerCell = 4

export function indexPoints(xy: Float32Array): PointIndex {
  const count = xy.length >> 1
  const bounds = boundsOfPoints(xy)
  if (!bounds) return { nearest: () => -1, eachIn: () => undefined }
  const [left, top, right, bottom] = bounds
  const width = right - left
  const height = bottom - top
  const cells = Math.max(1, count / pointsPerCell)
  const cell = Math.sqrt((width * height) / cells) || Math.max(width, height) / cells || 1
  const across = Math.floor(width / cell) + 1
  const down = Math.floor(height / cell) + 1
  const column = (x: number) => Math.min(Math.max(Math.floor((x - left) / cell), 0), across - 1)
  const row = (y: number) => Math.min(Math.max(Math.floor((y - top) / cell), 0), down - 1)

  // Counted, then filled: the points of a cell lie side by side in one list.
  const starts = new Int32Array(across * down + 1)
  const cellOf = (index: number) => row(xy[index * 2 + 1] as number) * across + column(xy[index * 2] as number)
  const isShown = (index: number) => !Number.isNaN(xy[index * 2] as number)
  for (let index = 0; index < count; index++) {
    if (!isShown(index)) continue
    const next = cellOf(index) + 1
    starts[next] = (starts[next] as number) + 1
  }
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] as number) + (starts[at - 1] as number)
  const filled = starts.slice()
  const order = new Int32Array(count)
  for (let index = 0; index < count; index++) {
    if (!isShown(index)) continue
    const at = cellOf(index)
    const place = filled[at] as number
    order[place] = index
    filled[at] = place + 1
  }

  const eachIn: PointIndex['eachIn'] = (box, visit) => {
    if (box[2] < left || box[0] > right || box[3] < top || box[1] > bottom) return
    const [fromColumn, toColumn] = [column(box[0]), column(box[2])]
    for (let line = row(box[1]); line <= row(box[3]); line++) {
      const end = starts[line * across + toColumn + 1] as number
      for (let at = starts[line * across + fromColumn] as number; at < end; at++) {
        const index = order[at] as number
        const [x, y] = [xy[index * 2] as number, xy[index * 2 + 1] as number]
        if (x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]) visit(index)
      }
    }
  }

  const nearest: PointIndex['nearest'] = (x, y, within) => {
    let found = -1
    let best = within * within
    eachIn([x - within, y - within, x + within, y + within], (index) => {
      const square = ((xy[index * 2] as number) - x) ** 2 + ((xy[index * 2 + 1] as number) - y) ** 2
      if (square < best || (square === best && index > found)) {
        best = square
        found = index
      }
    })
    return found
  }
  return { nearest, eachIn }
}
