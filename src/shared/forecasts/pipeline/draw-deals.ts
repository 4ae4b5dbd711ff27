// The innermost loop: what becomes of every open deal in every run. Runs go in blocks of 32, one bit each, that share the shock to win rates;
// a deal's 32 outcomes are drawn together, and only the won ones cost a draw of their own for the period.
import type { StreamSeed } from './stream.ts'
import { startOf } from './stream.ts'

export const lanes = 32

/** Open deals as columns, ready to be drawn. */
export interface DrawnDeals {
  readonly count: number
  readonly periods: number
  /** Odds of being won at all, at no shock. Infinity: certain. */
  readonly odds: Float64Array
  /** Part of the wins that falls within the periods. */
  readonly within: Float64Array
  /** By deal and period: the alias table (Walker) of the period, given that it is won within them; `keep` in 65,536ths. */
  readonly keep: Int32Array
  readonly alias: Uint8Array
  readonly amounts: Float64Array
  /** 1: the amount isn't known and is drawn from `pool` from `poolStart` on. */
  readonly poolStart: Int32Array
  readonly poolCount: Int32Array
  readonly pool: Float64Array
  /** Whose deal it is: number of a pair of seller and team. */
  readonly owner: Int32Array
  /** Tells the streams of deals apart. */
  readonly keys: Int32Array
}

/** Sums of a block, by period and by owner, 32 runs each. */
export interface BlockSums {
  readonly byPeriod: Float64Array
  readonly byOwner: Float64Array
}

/**
 * Draws the outcomes of all deals in 32 runs and adds up the amounts won.
 *
 * A run's random number is compared with the chance bit by bit from the highest on, for all 32 runs at once; about seven words decide them all,
 * and to 32 bits exactly. Raising a chance therefore never loses a deal that was won.
 *
 * @param deals the open deals
 * @param shock what the odds of winning are multiplied by in this block
 * @param seed of the streams
 * @param block number of the block
 * @param mask runs that are wanted, as bits: run 0 is the highest
 * @param sums what is added to: `periods` × 32 and owners × 32
 * @source comparison of random bits with the binary expansion of p: L. Devroye, "Non-Uniform Random Variate Generation" (1986), XV.2;
 *   periods by A. J. Walker's alias method, ACM TOMS 3 (1977)
 */
export function drawDeals(
  deals: DrawnDeals,
  shock: number,
  seed: StreamSeed,
  block: number,
  mask: number,
  sums: BlockSums
): void {
  const { count, periods, odds, within, keep, alias, amounts, poolStart, poolCount, pool, owner, keys } = deals
  const { byPeriod, byOwner } = sums
  const first = seed[0]!
  const second = seed[1]!
  for (let deal = 0; deal < count; deal += 1) {
    const shifted = odds[deal]! * shock
    const chance = within[deal]! * (shifted === Number.POSITIVE_INFINITY ? 1 : shifted / (1 + shifted))
    const threshold = Math.round(chance * 4294967296)
    if (threshold === 0) continue
    let s0 = startOf(first, keys[deal]!, block)
    let s1 = startOf(second, keys[deal]!, block) | 1
    let won = 0
    if (threshold === 4294967296) won = mask
    else {
      let undecided = mask
      // Bits of the threshold that are still to be compared, the highest one first.
      let rest = threshold | 0
      while (undecided !== 0 && rest !== 0) {
        const word = Math.imul(s0, 0x9e3779bb)
        s1 ^= s0
        s0 = ((s0 << 26) | (s0 >>> 6)) ^ s1 ^ (s1 << 9)
        s1 = (s1 << 13) | (s1 >>> 19)
        if (rest < 0) {
          won |= undecided & ~word
          undecided &= word
        } else undecided &= ~word
        rest <<= 1
      }
    }
    const amount = amounts[deal]!
    const mine = owner[deal]! * lanes
    const table = deal * periods
    const drawn = poolCount[deal]!
    while (won !== 0) {
      const lane = Math.clz32(won)
      won ^= -0x80000000 >>> lane
      const word = Math.imul(s0, 0x9e3779bb)
      s1 ^= s0
      s0 = ((s0 << 26) | (s0 >>> 6)) ^ s1 ^ (s1 << 9)
      s1 = (s1 << 13) | (s1 >>> 19)
      // word × periods in 16 + 16 bits: whole part the column of the table, rest the place in it. No branch: it would be guessed wrong often.
      const point = (word >>> 16) * periods + (((word & 0xffff) * periods) >>> 16)
      const slot = point >>> 16
      const isKept = ((point & 0xffff) - keep[table + slot]!) >> 31
      const period = (slot & isKept) | (alias[table + slot]! & ~isKept)
      let value = amount
      if (drawn !== 0) {
        const pick = Math.imul(s0, 0x9e3779bb)
        s1 ^= s0
        s0 = ((s0 << 26) | (s0 >>> 6)) ^ s1 ^ (s1 << 9)
        s1 = (s1 << 13) | (s1 >>> 19)
        value = pool[poolStart[deal]! + Math.floor(((pick >>> 0) / 4294967296) * drawn)]!
      }
      byPeriod[period * lanes + lane]! += value
      byOwner[mine + lane]! += value
    }
  }
}
