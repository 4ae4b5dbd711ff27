// A stream of random bits for the innermost loop of the simulation: two words of state that anyone may hold in local variables. What the
// product draws elsewhere comes from math/random.ts, which also seeds this one.
import { makeRandom } from '#shared/math/random.ts'

/** Four words of a seed, from which the streams of all deals are made. */
export type StreamSeed = Uint32Array

/**
 * Makes the seed of a simulation's streams.
 *
 * @param seed any whole number
 * @param name the purpose
 * @returns four random words
 * @example makeStreamSeed(1, 'deals').length // 4
 */
export function makeStreamSeed(seed: number, name: string): StreamSeed {
  const random = makeRandom(seed, name)
  return Uint32Array.from({ length: 4 }, () => random.integer(0, 0xffff_ffff))
}

/**
 * Gives the start of one deal's stream in one block of runs: half of its state.
 *
 * Every deal has a stream of its own, so that a deal more, or another chance, leaves what the others draw as it was.
 *
 * @param seed word of the seed; another word for the other half
 * @param key which deal
 * @param block which block of runs
 * @returns 32 well mixed bits
 * @source the finisher of MurmurHash3 (A. Appleby), twice
 * @example startOf(7, 1, 0) === startOf(7, 1, 0) // true
 */
export function startOf(seed: number, key: number, block: number): number {
  let mixed = Math.imul(key ^ seed, 0x9e3779b1)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) + Math.imul(block, 0x27d4eb2f) + seed
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}

/** A stream whose state is held in an object, where speed matters less. xoroshiro64* of D. Blackman and S. Vigna (2018). */
export interface WordStream {
  /** 32 random bits as a signed number. */
  next(): number
  /** From 0 to below 1. */
  ratio(): number
}

/**
 * Makes a stream of words.
 *
 * @param seed from `makeStreamSeed`
 * @param key which of the streams of this seed
 * @returns the stream
 * @source Blackman & Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47 (2021): xoroshiro64*
 * @example makeWordStream(makeStreamSeed(1, 'new'), 0).ratio() < 1 // true
 */
export function makeWordStream(seed: StreamSeed, key: number): WordStream {
  let s0 = startOf(seed[0]!, key, 0)
  // All bits zero would stay so.
  let s1 = startOf(seed[1]!, key, 0) | 1
  const next = (): number => {
    const word = Math.imul(s0, 0x9e3779bb)
    s1 ^= s0
    s0 = ((s0 << 26) | (s0 >>> 6)) ^ s1 ^ (s1 << 9)
    s1 = (s1 << 13) | (s1 >>> 19)
    return word
  }
  return { next, ratio: () => (next() >>> 0) / 4294967296 }
}
