// Alignment problems on grids, and what a plan of them is by another way: pieces by walking the pairs themselves, the cheapest plan by trying
// all of them.
import { makeRandom } from '#shared/math/random.ts'
import type { AlignmentProblem } from '#shared/territories/alignment/problem.ts'
import { haversineKm } from './alignment-checker.ts'

export interface GridShape {
  readonly columns: number
  readonly rows: number
  readonly territories: number
  readonly seed: number
  readonly bandRatio: number | null
  readonly lockedShare?: number
  readonly forbiddenShare?: number
  /** All bases in one place. */
  readonly isOneTown?: boolean
  /** Loads of 1 instead of 1 to 9. */
  readonly isEven?: boolean
}

/** Units a degree apart, each a neighbour of those beside, above and below it. */
export function makeGrid(shape: GridShape): AlignmentProblem {
  const { columns, rows, territories } = shape
  const random = makeRandom(shape.seed, 'grid')
  const count = columns * rows
  const neighbours: [number, number][] = []
  for (let unit = 0; unit < count; unit += 1) {
    if ((unit + 1) % columns !== 0) neighbours.push([unit, unit + 1])
    if (unit + columns < count) neighbours.push([unit + columns, unit])
  }
  const anywhere = () => ({ lon: columns * random.next(), lat: rows * random.next() })
  const town = anywhere()
  return {
    units: Array.from({ length: count }, (_, unit) => {
      const load = shape.isEven ? 1 : random.integer(1, 9)
      return {
        place: { lon: unit % columns, lat: Math.floor(unit / columns) },
        load,
        visits: load,
        others: [],
        moveWeights: [1],
        current: random.integer(0, territories - 1),
        isLocked: random.chance(shape.lockedShare ?? 0)
      }
    }),
    territories: Array.from({ length: territories }, () => ({
      base: shape.isOneTown ? town : anywhere(),
      capacity: 1,
      maxLoad: null
    })),
    forbidden: Array.from({ length: Math.round(count * (shape.forbiddenShare ?? 0)) }, (): [number, number] => [
      random.integer(0, count - 1),
      random.integer(0, territories - 1)
    ]),
    weights: { visitKm: 1, km: 0, imbalance: 0, disruption: 0 },
    bandRatio: shape.bandRatio,
    limits: [],
    moveLimits: [],
    neighbours,
    seed: shape.seed
  }
}

/** Pieces of each territory, by joining the two sides of every pair inside one. */
export function piecesByJoining(
  { units, territories, neighbours }: AlignmentProblem,
  assigned: ArrayLike<number>
): number[] {
  const parents = units.map((_, unit) => unit)
  const rootOf = (unit: number): number => {
    let root = unit
    while (parents[root] !== root) root = parents[root]!
    return root
  }
  for (const [one, other] of neighbours ?? [])
    if (assigned[one] === assigned[other]) parents[rootOf(one)] = rootOf(other)
  return territories.map(
    (_, territory) => new Set(units.flatMap((_unit, unit) => (assigned[unit] === territory ? [rootOf(unit)] : []))).size
  )
}

/** The least cost of a plan in one piece each and within the band, among all there are; null when there is none. */
export function cheapestByTrying(problem: AlignmentProblem): number | null {
  const { units, territories, bandRatio } = problem
  const kms = units.map(({ place }) => territories.map(({ base }) => haversineKm(place!, base!)))
  const target = units.reduce((sum, { load }) => sum + load, 0) / territories.length
  const [low, high] = [target * (1 - bandRatio!) - 1e-9, target * (1 + bandRatio!) + 1e-9]
  const assigned = new Int8Array(units.length)
  const loads = territories.map(() => 0)
  let best: number | null = null
  const place = (unit: number, cost: number): void => {
    if (best !== null && cost >= best) return
    if (unit === units.length) {
      if (loads.every((load) => load >= low) && piecesByJoining(problem, assigned).every((pieces) => pieces <= 1))
        best = cost
      return
    }
    const { load, visits } = units[unit]!
    territories.forEach((_, territory) => {
      if (loads[territory]! + load > high) return
      assigned[unit] = territory
      loads[territory]! += load
      place(unit + 1, cost + visits * kms[unit]![territory]!)
      loads[territory]! -= load
    })
  }
  place(0, 0)
  return best
}
