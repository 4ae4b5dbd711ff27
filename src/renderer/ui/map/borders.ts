// The lines between regions, each once: which two regions a line parts decides how strong it is drawn (a coast, a border of a
// group, a border within one). Regions share a line where their rings have the same two corners side by side.
import type { MapRegion } from './types.ts'

/** A line between two regions by their places; `to` is -1 where there is none beyond it. x and y in turn. */
export interface BorderLine {
  readonly from: number
  readonly to: number
  readonly xy: Float32Array
}

/** Numbers corners so that equal ones get the same number: a hash table over the bits of x and y. */
function numberCorners(total: number): (x: number, y: number) => number {
  let size = 16
  while (size < total * 2) size *= 2
  const xs = new Float32Array(size)
  const ys = new Float32Array(size)
  const numbers = new Int32Array(size)
  const pair = new Float32Array(2)
  const bits = new Int32Array(pair.buffer)
  let next = 0
  return (x, y) => {
    // -0 and 0 are the same place with different bits.
    pair[0] = x + 0
    pair[1] = y + 0
    let at = (Math.imul(bits[0] as number, 73_856_093) ^ Math.imul(bits[1] as number, 19_349_663)) >>> 0
    at = (at ^ (at >>> 15)) & (size - 1)
    while (numbers[at] !== 0) {
      if (xs[at] === pair[0] && ys[at] === pair[1]) return (numbers[at] as number) - 1
      at = (at + 1) & (size - 1)
    }
    xs[at] = pair[0]
    ys[at] = pair[1]
    next += 1
    numbers[at] = next
    return next - 1
  }
}

interface Ring {
  readonly region: number
  readonly xy: Float32Array
  /** For each side, beginning at the corner of its place: the number of the side. */
  readonly sides: Float64Array
}

export function findBorders(regions: readonly MapRegion[]): BorderLine[] {
  const corners = regions.reduce((sum, { rings }) => sum + rings.reduce((more, ring) => more + ring.length / 2, 0), 0)
  const numberOf = numberCorners(corners)
  const owners = new Map<number, [number, number]>()
  const rings: Ring[] = []
  for (const [region, { rings: own }] of regions.entries()) {
    for (const xy of own) {
      const count = xy.length / 2
      const numbers = Int32Array.from({ length: count }, (_, at) =>
        numberOf(xy[at * 2] as number, xy[at * 2 + 1] as number)
      )
      const sides = new Float64Array(count)
      for (let at = 0; at < count; at++) {
        const here = numbers[at] as number
        const there = numbers[(at + 1) % count] as number
        const side = Math.min(here, there) * corners + Math.max(here, there)
        sides[at] = side
        const known = owners.get(side)
        if (!known) owners.set(side, [region, -1])
        else if (known[1] < 0) known[1] = region
      }
      rings.push({ region, xy, sides })
    }
  }
  return rings.flatMap((ring) => linesOf(ring, owners))
}

/** A ring in stretches of one neighbour; a line shared with an earlier region is already that one's. */
function linesOf({ region, xy, sides }: Ring, owners: ReadonlyMap<number, [number, number]>): BorderLine[] {
  const count = sides.length
  const beyond = Int32Array.from(sides, (side) => {
    const [first, second] = owners.get(side) as [number, number]
    return first === region ? second : first
  })
  let start = 0
  while (start < count && beyond[start] === beyond[(start + count - 1) % count]) start++
  if (start === count) start = 0
  const lines: BorderLine[] = []
  for (let done = 0; done < count; ) {
    const to = beyond[(start + done) % count] as number
    const from = done
    while (done < count && beyond[(start + done) % count] === to) done++
    if (to === region || (to >= 0 && to < region)) continue
    const line = new Float32Array((done - from + 1) * 2)
    for (let at = from; at <= done; at++) {
      const corner = (start + at) % count
      line[(at - from) * 2] = xy[corner * 2] as number
      line[(at - from) * 2 + 1] = xy[corner * 2 + 1] as number
    }
    lines.push({ from: region, to, xy: line })
  }
  return lines
}
