// Where a label stands in a region: well inside its largest part, which a centroid of a bent region is not.

const scanLines = 9

/**
 * Finds a point well inside the largest ring of a region.
 *
 * Looks along some lines across the ring for the widest stretch inside the region, goes to its middle, from there to the middle up and
 * down, and to the middle across once more; of those points the one with most room on its four sides is taken.
 *
 * @param rings in a plane, holes among them; fill by even-odd
 * @returns x and y
 * @errors throws when there is no ring
 * @example labelPoint([Float32Array.of(0, 0, 4, 0, 4, 2, 0, 2)]) // [2, 1]
 */
export function labelPoint(rings: readonly Float32Array[]): readonly [x: number, y: number] {
  const largest = largestRing(rings)
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (let k = 0; k < largest.length; k += 2) {
    left = Math.min(left, largest[k]!)
    right = Math.max(right, largest[k]!)
    top = Math.min(top, largest[k + 1]!)
    bottom = Math.max(bottom, largest[k + 1]!)
  }
  const near = rings.filter((ring) => touches(ring, left, right, top, bottom))
  let best: readonly [number, number] = [(left + right) / 2, (top + bottom) / 2]
  let bestRoom = -1
  for (let line = 0; line < scanLines; line++) {
    const y = top + ((line + 0.5) / scanLines) * (bottom - top)
    const across = widest(crossings(near, y, 1), left, right)
    if (across === null) continue
    const x = (across[0] + across[1]) / 2
    const along = holding(crossings(near, x, 0), y)
    if (along === null) continue
    const middle = (along[0] + along[1]) / 2
    const beside = holding(crossings(near, middle, 1), x)
    if (beside === null) continue
    const centre = (beside[0] + beside[1]) / 2
    const above = holding(crossings(near, centre, 0), middle)
    if (above === null) continue
    const room = Math.min(beside[1] - centre, middle - above[0], above[1] - middle)
    if (room > bestRoom) {
      bestRoom = room
      best = [centre, middle]
    }
  }
  return best
}

function largestRing(rings: readonly Float32Array[]): Float32Array {
  let largest: Float32Array | undefined
  let most = -1
  for (const ring of rings) {
    const area = Math.abs(signedArea(ring))
    if (area > most) {
      most = area
      largest = ring
    }
  }
  if (largest === undefined) throw new Error('no ring to put a label in')
  return largest
}

function signedArea(ring: Float32Array): number {
  let sum = 0
  for (let k = 0, last = ring.length - 2; k < ring.length; last = k, k += 2)
    sum += ring[last]! * ring[k + 1]! - ring[k]! * ring[last + 1]!
  return sum / 2
}

function touches(ring: Float32Array, left: number, right: number, top: number, bottom: number): boolean {
  for (let k = 0; k < ring.length; k += 2)
    if (ring[k]! >= left && ring[k]! <= right && ring[k + 1]! >= top && ring[k + 1]! <= bottom) return true
  return false
}

/** Where rings cross the line at `level` on an axis (0: x, 1: y), along the other axis, in order. */
function crossings(rings: readonly Float32Array[], level: number, axis: 0 | 1): number[] {
  const found: number[] = []
  const other = 1 - axis
  for (const ring of rings)
    for (let k = 0, last = ring.length - 2; k < ring.length; last = k, k += 2) {
      const from = ring[last + axis]!
      const to = ring[k + axis]!
      if (from > level === to > level) continue
      const start = ring[last + other]!
      found.push(start + ((level - from) / (to - from)) * (ring[k + other]! - start))
    }
  return found.sort((a, b) => a - b)
}

function widest(cuts: readonly number[], from: number, to: number): readonly [number, number] | null {
  let best: readonly [number, number] | null = null
  for (let k = 0; k + 1 < cuts.length; k += 2) {
    const stretch = [cuts[k]!, cuts[k + 1]!] as const
    if (stretch[0] < from - 1e-6 || stretch[1] > to + 1e-6) continue
    if (best === null || stretch[1] - stretch[0] > best[1] - best[0]) best = stretch
  }
  return best
}

function holding(cuts: readonly number[], value: number): readonly [number, number] | null {
  for (let k = 0; k + 1 < cuts.length; k += 2)
    if (cuts[k]! <= value && cuts[k + 1]! >= value) return [cuts[k]!, cuts[k + 1]!]
  return null
}
