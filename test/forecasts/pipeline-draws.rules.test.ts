// The innermost loop of the simulation: that deals are won as often as they should be, in the periods they should be, and that a chance raised loses
// nothing.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DrawnDeals, drawDeals, lanes } from '#shared/forecasts/pipeline/draw-deals.ts'
import { keepChances } from '#shared/forecasts/pipeline/prepare.ts'
import { makeShocks } from '#shared/forecasts/pipeline/simulate.ts'
import { makeStreamSeed } from '#shared/forecasts/pipeline/stream.ts'
import { makeRandom } from '#shared/math/random.ts'

const periods = 3

function dealsWith(chances: readonly number[], over: Partial<DrawnDeals> = {}): DrawnDeals {
  const count = chances.length
  return {
    count,
    periods,
    odds: Float64Array.from(chances, (chance) => (chance === 1 ? Number.POSITIVE_INFINITY : chance / (1 - chance))),
    within: new Float64Array(count).fill(1),
    // A half in the first period, a third in the second, a sixth in the third.
    keep: Int32Array.from({ length: count * periods }, (_, at) => [65_536, 65_536, 32_768][at % periods]!),
    alias: Uint8Array.from({ length: count * periods }, (_, at) => [0, 1, 0][at % periods]!),
    amounts: new Float64Array(count).fill(1),
    poolStart: new Int32Array(count),
    poolCount: new Int32Array(count),
    pool: new Float64Array(0),
    owner: Int32Array.from({ length: count }, (_, at) => at),
    keys: Int32Array.from({ length: count }, (_, at) => at + 1),
    ...over
  }
}

function draw(deals: DrawnDeals, seed: number, block: number, mask = -1, shock = 1) {
  const sums = { byPeriod: new Float64Array(periods * lanes), byOwner: new Float64Array(deals.count * lanes) }
  drawDeals(deals, shock, makeStreamSeed(seed, 'test'), block, mask, sums)
  return sums
}

describe('drawing deals', () => {
  test('wins come as often as their chances say, in the periods they should, and apart from each other', () => {
    const chances = [0.03, 0.25, 0.5, 0.81, 0.5, 1, 0]
    const deals = dealsWith(chances)
    const blocks = 1_500
    const wins = new Array<number>(chances.length).fill(0)
    const byPeriod = new Array<number>(periods).fill(0)
    let both = 0
    for (let block = 0; block < blocks; block += 1) {
      const sums = draw(deals, 4, block)
      for (let lane = 0; lane < lanes; lane += 1) {
        for (const at of chances.keys()) wins[at]! += sums.byOwner[at * lanes + lane]!
        both += sums.byOwner[2 * lanes + lane]! * sums.byOwner[4 * lanes + lane]!
        for (let period = 0; period < periods; period += 1) byPeriod[period]! += sums.byPeriod[period * lanes + lane]!
      }
    }
    const runs = blocks * lanes
    for (const [at, chance] of chances.entries())
      expect(Math.abs(wins[at]! / runs - chance)).toBeLessThanOrEqual(4 * Math.sqrt((chance * (1 - chance)) / runs))
    expect(Math.abs(both / runs - 0.25)).toBeLessThan(4 * Math.sqrt(0.1875 / runs))
    const all = byPeriod.reduce((sum, each) => sum + each, 0)
    for (const [period, share] of [1 / 2, 1 / 3, 1 / 6].entries())
      expect(Math.abs(byPeriod[period]! / all - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / all))
  })

  test('a run won stays won when the chance is raised, whatever the others do', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 0, max: 1_000 }),
        (chances, raised, seed) => {
          const lower = draw(dealsWith(chances), seed, 3)
          const higher = draw(dealsWith([Math.max(raised, chances[0]!), ...chances.slice(1)]), seed, 3)
          for (let lane = 0; lane < lanes; lane += 1)
            expect(higher.byOwner[lane]!).toBeGreaterThanOrEqual(lower.byOwner[lane]!)
          expect(higher.byOwner.slice(lanes)).toEqual(lower.byOwner.slice(lanes))
        }
      ),
      { seed: 1 }
    )
  })

  test('only the runs asked for are drawn, the first ones', () => {
    const { byOwner } = draw(dealsWith([1]), 1, 0, -1 << (lanes - 5))
    expect([...byOwner]).toEqual([...new Array<number>(5).fill(1), ...new Array<number>(27).fill(0)])
  })

  test('amounts that are not known come from the pool, each as often', () => {
    const pool = Float64Array.of(7, 100, 1_000, 10_000)
    const deals = dealsWith([1], { pool, poolStart: Int32Array.of(1), poolCount: Int32Array.of(3) })
    const seen = new Map<number, number>()
    for (let block = 0; block < 300; block += 1)
      for (const amount of draw(deals, 2, block).byOwner) seen.set(amount, (seen.get(amount) ?? 0) + 1)
    expect([...seen.keys()].sort((one, other) => one - other)).toEqual([100, 1_000, 10_000])
    for (const count of seen.values()) expect(Math.abs(count / 9_600 - 1 / 3)).toBeLessThan(0.02)
  })
})

describe('shocks', () => {
  test('have the size asked for, spread evenly', () => {
    const logs = Array.from(makeShocks(313, 0.4, makeRandom(1)), Math.log)
    expect(logs.reduce((sum, each) => sum + each, 0)).toBeCloseTo(0, 9)
    expect(Math.sqrt(logs.reduce((sum, each) => sum + each ** 2, 0) / 313)).toBeCloseTo(0.4, 9)
    expect([...makeShocks(3, 0, makeRandom(1))]).toEqual([1, 1, 1])
  })

  test('leave chances on average as they were', () => {
    const shocks = makeShocks(313, 0.9, makeRandom(1))
    const chances = [0, 0.001, 0.2, 0.5, 0.97, 1]
    const odds = keepChances(chances, shocks)
    for (const [at, chance] of chances.entries()) {
      if (odds[at] === Number.POSITIVE_INFINITY) {
        expect(chance).toBe(1)
        continue
      }
      const mean = shocks.reduce((sum, shock) => sum + (odds[at]! * shock) / (1 + odds[at]! * shock), 0) / 313
      expect(mean).toBeCloseTo(chance, 9)
    }
  })
})
