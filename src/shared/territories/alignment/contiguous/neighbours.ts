// Which units touch, as a graph: its pieces, whether units hang together, and links for islands. Pure questions on pairs; what a plan's
// territories look like while they change is in regions.ts.
import { distanceKm } from '../distances.ts'
import type { Place } from '../problem.ts'

export type NeighbourPair = readonly [number, number]

/** The neighbours of each unit, one unit's after another's. */
export interface NeighbourGraph {
  readonly unitCount: number
  /** Neighbours of unit u are ends[starts[u]] to below ends[starts[u + 1]], ascending. */
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/**
 * Lists the neighbours of each unit.
 *
 * A pair may be given in either order or twice; a unit that is paired with itself isn't its own neighbour.
 *
 * @param unitCount how many units there are
 * @param pairs units that touch, by index, each from 0 to below unitCount
 * @returns neighbours of each unit in ascending order
 * @errors throws a RangeError for a unit that isn't there
 * @example buildGraph(3, [[0, 1], [1, 0]]).ends // Int32Array [1, 0]
 */
export function buildGraph(unitCount: number, pairs: readonly NeighbourPair[]): NeighbourGraph {
  const counts = new Int32Array(unitCount + 1)
  for (const [one, other] of pairs) {
    if (!(one >= 0 && one < unitCount && other >= 0 && other < unitCount))
      throw new RangeError(`Neighbours ${one} and ${other} are not both among ${unitCount} units`)
    if (one === other) continue
    counts[one + 1]! += 1
    counts[other + 1]! += 1
  }
  for (let unit = 0; unit < unitCount; unit += 1) counts[unit + 1]! += counts[unit]!
  const next = counts.slice()
  const all = new Int32Array(counts[unitCount]!)
  for (const [one, other] of pairs) {
    if (one === other) continue
    all[next[one]!++] = other
    all[next[other]!++] = one
  }
  const starts = new Int32Array(unitCount + 1)
  let kept = 0
  for (let unit = 0; unit < unitCount; unit += 1) {
    const list = all.subarray(counts[unit]!, counts[unit + 1]!).sort()
    let last = -1
    for (const end of list) {
      if (end !== last) all[kept++] = end
      last = end
    }
    starts[unit + 1] = kept
  }
  return { unitCount, starts, ends: all.slice(0, kept) }
}

export interface Pieces {
  readonly count: number
  /** The piece of each unit, numbered from 0 in the order of their first units; -1 for a unit that is left out. */
  readonly pieceOf: Int32Array
}

/**
 * Finds the pieces of the graph: units that hang together by neighbours of the same group.
 *
 * @param graph which units touch
 * @param groups a whole number per unit: only units of the same group hang together, and those below 0 are left out; all are one group when
 *   absent
 * @returns how many pieces, and the piece of each unit
 * @example findPieces(buildGraph(3, [[0, 1]])).count // 2
 */
export function findPieces(graph: NeighbourGraph, groups?: Int32Array): Pieces {
  const { unitCount, starts, ends } = graph
  const pieceOf = new Int32Array(unitCount).fill(-1)
  const queue = new Int32Array(unitCount)
  let count = 0
  for (let first = 0; first < unitCount; first += 1) {
    if (pieceOf[first] !== -1 || (groups !== undefined && groups[first]! < 0)) continue
    pieceOf[first] = count
    queue[0] = first
    for (let [head, tail] = [0, 1]; head < tail; head += 1) {
      const unit = queue[head]!
      for (let at = starts[unit]!; at < starts[unit + 1]!; at += 1) {
        const end = ends[at]!
        if (pieceOf[end] !== -1 || (groups !== undefined && groups[end] !== groups[unit])) continue
        pieceOf[end] = count
        queue[tail++] = end
      }
    }
    count += 1
  }
  return { count, pieceOf }
}

/**
 * Counts the pieces in which each territory lies.
 *
 * @param graph which units touch
 * @param assigned territory of each unit; -1 is none
 * @param territoryCount how many territories there are
 * @returns pieces per territory; 0 for one without units
 * @example countPieces(buildGraph(3, [[0, 1]]), Int32Array.of(0, 0, 0), 1) // Int32Array [2]
 */
export function countPieces(graph: NeighbourGraph, assigned: Int32Array, territoryCount: number): Int32Array {
  const { count, pieceOf } = findPieces(graph, assigned)
  const isSeen = new Uint8Array(count)
  const counts = new Int32Array(territoryCount)
  pieceOf.forEach((piece, unit) => {
    if (piece < 0 || isSeen[piece] === 1) return
    isSeen[piece] = 1
    counts[assigned[unit]!]! += 1
  })
  return counts
}

/**
 * Links islands: adds the pairs that make one graph of several pieces.
 *
 * A county or province of islands has no land border. Each piece is linked by its unit nearest to what is linked already, piece after piece by
 * distance, starting from the piece with most units; so an island hangs on the coast, and an island beyond it on the island.
 *
 * @param pairs units that touch, by index
 * @param places where each unit is, degrees
 * @returns the pairs given and one more for each further piece
 * @missing a piece in which no unit has a place gets no link
 * @source nearest by great-circle distance between the places given, which for regions are their middles, not their coasts
 * @example linkIslands([[0, 1]], [{ lon: 0, lat: 0 }, { lon: 1, lat: 0 }, { lon: 3, lat: 0 }]) // [[0, 1], [1, 2]]
 */
export function linkIslands(pairs: readonly NeighbourPair[], places: readonly (Place | null)[]): NeighbourPair[] {
  const { count, pieceOf } = findPieces(buildGraph(places.length, pairs))
  const linked: NeighbourPair[] = [...pairs]
  if (count < 2) return linked
  const members = Array.from({ length: count }, (): number[] => [])
  places.forEach((place, unit) => {
    if (place !== null) members[pieceOf[unit]!]!.push(unit)
  })
  const waiting = new Set(members.keys())
  const [mainland] = [...waiting].sort((one, other) => members[other]!.length - members[one]!.length)
  const nearestKm = new Float64Array(places.length).fill(Number.POSITIVE_INFINITY)
  const nearest = new Int32Array(places.length).fill(-1)
  let added = mainland
  while (added !== undefined) {
    waiting.delete(added)
    let [next, end, least]: [number | undefined, number, number] = [undefined, -1, Number.POSITIVE_INFINITY]
    for (const piece of waiting)
      for (const unit of members[piece]!) {
        for (const other of members[added]!) {
          const km = distanceKm(places[unit]!, places[other]!)
          if (km >= nearestKm[unit]!) continue
          nearestKm[unit] = km
          nearest[unit] = other
        }
        if (nearestKm[unit]! < least) [next, end, least] = [piece, unit, nearestKm[unit]!]
      }
    if (next !== undefined) linked.push([nearest[end]!, end])
    added = next
  }
  return linked
}
