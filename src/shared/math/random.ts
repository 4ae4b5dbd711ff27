// Random numbers from a seed: the same seed gives the same numbers on every machine, so results can be repeated.
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** A stream of random numbers. Each draw moves it on. */
export interface Random {
  /** A number from 0 to below 1, with 32 random bits. */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number
  /** A number from the standard normal distribution. */
  normal(): number
  /** True with the given probability. */
  chance(probability: number): boolean
  /** One entry of a list that isn't empty. */
  pick<T>(from: readonly T[]): T
  /** One entry, with the chance of each in proportion to its weight. */
  pickWeighted<T>(from: readonly T[], weight: (entry: T) => number): T
  /** A copy of the list in random order. */
  shuffle<T>(from: readonly T[]): T[]
}

/**
 * Makes a stream of random numbers from a seed and, where needed, a name.
 *
 * Streams of different names are independent: drawing more from one doesn't change what another gives.
 *
 * @param seed any whole number
 * @param name the purpose of the stream
 * @returns the stream
 * @source Blackman & Vigna, xoroshiro128+ (pure-rand); normals by the polar method of Marsaglia (1964)
 * @example makeRandom(1).integer(1, 6) === makeRandom(1).integer(1, 6) // true
 */
export function makeRandom(seed: number, name = ''): Random {
  const generator = xoroshiro128plus(hash(seed, name))
  let spareNormal: number | undefined

  const next = (): number => (generator.next() >>> 0) / 4294967296
  const at = <T>(from: readonly T[], index: number): T => {
    const found = from[index]
    if (found === undefined && index >= from.length) throw new RangeError('There is nothing to pick from')
    return found as T
  }

  return {
    next,
    integer: (low, high) => low + Math.floor(next() * (high - low + 1)),
    normal: () => {
      if (spareNormal !== undefined) {
        const spare = spareNormal
        spareNormal = undefined
        return spare
      }
      for (;;) {
        const u = 2 * next() - 1
        const v = 2 * next() - 1
        const s = u * u + v * v
        if (s > 0 && s < 1) {
          const factor = Math.sqrt((-2 * Math.log(s)) / s)
          spareNormal = v * factor
          return u * factor
        }
      }
    },
    chance: (probability) => next() < probability,
    pick: (from) => at(from, Math.floor(next() * from.length)),
    pickWeighted: (from, weight) => {
      let left = next() * from.reduce((total, entry) => total + weight(entry), 0)
      for (const entry of from) {
        left -= weight(entry)
        if (left < 0) return entry
      }
      return at(from, from.length - 1)
    },
    shuffle: (from) => {
      const list = [...from]
      for (let last = list.length - 1; last > 0; last -= 1) {
        const other = Math.floor(next() * (last + 1))
        const held = at(list, last)
        list[last] = at(list, other)
        list[other] = held
      }
      return list
    }
  }
}

/** Mixes seed and name into 32 bits (FNV-1a, then the finisher of MurmurHash3), so that near seeds give far streams. */
function hash(seed: number, name: string): number {
  let mixed = 2166136261
  for (const char of `${seed} ${name}`) mixed = Math.imul(mixed ^ (char.codePointAt(0) ?? 0), 16777619)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
