// Alignment problems for tests: the instances of the shared folder, and seeded ones of any size and shape.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeRandom } from '#shared/math/random.ts'
import type { AlignmentProblem, AlignmentWeights } from '#shared/territories/alignment/problem.ts'

const folder = join(import.meta.dirname, '../../../shared/data/territories')
export const hasSharedInstances = existsSync(join(folder, 'A.json')) && existsSync(join(folder, 'C.json'))

interface InstanceFile {
  units: { lon: number; lat: number; w: number; v: number; cur: number; lock: number }[]
  reps: { lon: number; lat: number; cap: number }[]
  forbidden: [number, number][]
}

export const nothing: AlignmentWeights = { visitKm: 0, km: 0, imbalance: 0, disruption: 0 }

/** An instance of the shared folder with its band of 5 %. */
export function readInstance(name: 'A' | 'C', weights: Partial<AlignmentWeights>, maxMoved?: number): AlignmentProblem {
  const file = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as InstanceFile
  return {
    units: file.units.map(({ lon, lat, w, v, cur, lock }) => ({
      place: { lon, lat },
      load: w,
      visits: v,
      others: [],
      moveWeights: [1],
      current: cur,
      isLocked: lock === 1
    })),
    territories: file.reps.map(({ lon, lat, cap }) => ({ base: { lon, lat }, capacity: cap, maxLoad: null })),
    forbidden: file.forbidden,
    weights: { ...nothing, ...weights },
    bandRatio: 0.05,
    limits: [],
    moveLimits: maxMoved === undefined ? [] : [{ maxRatio: maxMoved }],
    neighbours: null,
    seed: 1
  }
}

export interface InstanceShape {
  units: number
  territories: number
  seed: number
  weights: Partial<AlignmentWeights>
  bandRatio?: number | null
  limitRatio?: number
  moveRatios?: number[]
  /** How many towns units lie in; 0 is anywhere. */
  towns?: number
  /** Loads spread by this power: 0 is all the same, 1 a few heavy ones. */
  heaviness?: number
  lockedShare?: number
  forbiddenShare?: number
  unplacedShare?: number
}

/** A seeded problem; the same shape gives the same problem. */
export function makeInstance(shape: InstanceShape): AlignmentProblem {
  const random = makeRandom(shape.seed, 'alignment instance')
  const spot = () => ({ lon: -10 + 14 * random.next(), lat: 36 + 8 * random.next() })
  const towns = Array.from({ length: shape.towns ?? 0 }, spot)
  const near = () => {
    if (towns.length === 0) return spot()
    const town = random.pick(towns)
    return { lon: town.lon + 0.4 * random.normal(), lat: town.lat + 0.3 * random.normal() }
  }
  const territories = Array.from({ length: shape.territories }, () => ({
    base: near(),
    capacity: random.pick([0.6, 0.8, 1, 1, 1.2]),
    maxLoad: null
  }))
  const distance = (one: { lon: number; lat: number }, other: { lon: number; lat: number }): number =>
    Math.hypot(0.77 * (one.lon - other.lon), one.lat - other.lat)
  const units = Array.from({ length: shape.units }, () => {
    const place = near()
    const byDistance = territories
      .map((_, at) => at)
      .sort((one, other) => distance(place, territories[one]!.base) - distance(place, territories[other]!.base))
    const current = random.chance(0.1)
      ? random.integer(0, shape.territories - 1)
      : byDistance[random.integer(0, Math.min(2, shape.territories - 1))]!
    const load = Math.max(0, Math.round(8 * Math.exp((shape.heaviness ?? 0.6) * random.normal())))
    return {
      place: random.chance(shape.unplacedShare ?? 0) ? null : place,
      load,
      visits: random.integer(1, 24),
      others: [random.integer(0, 40)],
      moveWeights: [1, random.integer(0, 50)],
      current: random.chance(0.05) ? null : current,
      isLocked: false
    }
  })
  return {
    units: units.map((unit) => ({
      ...unit,
      isLocked: unit.current !== null && random.chance(shape.lockedShare ?? 0.05)
    })),
    territories,
    forbidden: units.flatMap((unit, at) =>
      random.chance(shape.forbiddenShare ?? 0.05) && shape.territories > 1
        ? [[at, (unit.current ?? 0) === 0 ? 1 : 0] as const]
        : []
    ),
    weights: { ...nothing, ...shape.weights },
    bandRatio: shape.bandRatio === undefined ? 0.1 : shape.bandRatio,
    limits: shape.limitRatio === undefined ? [] : [{ bandRatio: shape.limitRatio }],
    moveLimits: (shape.moveRatios ?? []).map((maxRatio) => ({ maxRatio })),
    neighbours: null,
    seed: shape.seed
  }
}
