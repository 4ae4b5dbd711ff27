// Seeded random numbers: repeatable, independent by name, and shaped as they should be.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mean } from '#shared/math/mean.ts'
import { makeRandom } from '#shared/math/random.ts'
import { standardDeviation } from '#shared/math/standard-deviation.ts'

const fixed = makeRandom(20261112, 'deals')
const die = makeRandom(5)
const draw = (count: number, from: () => number) => Array.from({ length: count }, from)

describe('a stream', () => {
  it('gives the same numbers for the same seed and name', () => {
    fc.assert(
      fc.property(fc.integer(), fc.string(), (seed, name) => {
        expect(draw(20, makeRandom(seed, name).next)).toEqual(draw(20, makeRandom(seed, name).next))
      })
    )
  })
  it('gives other numbers for another seed or name', () => {
    const first = draw(5, makeRandom(1).next)
    expect(draw(5, makeRandom(2).next)).not.toEqual(first)
    expect(draw(5, makeRandom(1, 'deals').next)).not.toEqual(first)
  })
  it('keeps these numbers from version to version', () => {
    expect(draw(4, () => fixed.integer(0, 999))).toEqual([25, 935, 948, 184])
  })
})

describe('draws', () => {
  it('are evenly spread from 0 to below 1', () => {
    const values = draw(20_000, makeRandom(7).next)
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...values)).toBeLessThan(1)
    expect(mean(values)).toBeCloseTo(0.5, 2)
  })
  it('integers reach both ends and nothing beyond', () => {
    expect([...new Set(draw(500, () => die.integer(1, 6)))].sort()).toEqual([1, 2, 3, 4, 5, 6])
  })
  it('normals have mean 0 and deviation 1', () => {
    const values = draw(20_000, makeRandom(7).normal)
    expect(Math.abs(mean(values) ?? 1)).toBeLessThan(0.02)
    expect(standardDeviation(values)).toBeCloseTo(1, 1)
  })
  it('weights decide how often each is picked', () => {
    const random = makeRandom(3)
    const picked = draw(10_000, () => random.pickWeighted([0, 1, 3], (weight) => weight))
    expect(picked).not.toContain(0)
    expect(picked.filter((each) => each === 3).length / 10_000).toBeCloseTo(0.75, 1)
  })
  it('say when there is nothing to pick from', () => {
    expect(() => makeRandom(1).pick([])).toThrow('There is nothing to pick from')
  })
  it('shuffle keeps every entry', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.integer(), (list, seed) => {
        expect(
          makeRandom(seed)
            .shuffle(list)
            .sort((a, b) => a - b)
        ).toEqual([...list].sort((a, b) => a - b))
      })
    )
  })
})
