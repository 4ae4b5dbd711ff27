// Means, medians, quantiles, spread and inequality: checked values, edges, and laws.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coefficientOfVariation } from '#shared/math/coefficient-of-variation.ts'
import { gini } from '#shared/math/gini.ts'
import { mean } from '#shared/math/mean.ts'
import { median } from '#shared/math/median.ts'
import { quantile } from '#shared/math/quantile.ts'
import { standardDeviation } from '#shared/math/standard-deviation.ts'
import { sum } from '#shared/math/sum.ts'

const amounts = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 50 })

describe('sum and mean', () => {
  it('keep what is small beside what is large', () => {
    expect(sum([1e16, 1, -1e16])).toBe(1)
    expect(sum([0.1, 0.2, 0.3, -0.6])).toBeCloseTo(0, 15)
    expect(sum([])).toBe(0)
  })
  it('mean', () => {
    expect(mean([1, 2, 6])).toBe(3)
    expect(mean([])).toBeUndefined()
  })
})

describe('quantiles', () => {
  // R: quantile(c(3, 1, 4, 1, 5, 9, 2, 6), c(0, .1, .25, .5, .9, 1), type = 7)
  it.each([
    [0, 1],
    [0.1, 1],
    [0.25, 1.75],
    [0.5, 3.5],
    [0.9, 6.9],
    [1, 9]
  ])('of pi at %d is %d, as R gives it', (share, value) => {
    expect(quantile([3, 1, 4, 1, 5, 9, 2, 6], share)).toBeCloseTo(value, 12)
  })
  it('edges', () => {
    expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75)
    expect(quantile([7], 0.3)).toBe(7)
    expect(quantile([], 0.5)).toBeUndefined()
    expect(() => quantile([1], 1.2)).toThrow('A share lies between 0 and 1, not 1.2')
    expect(() => quantile([1], Number.NaN)).toThrow(RangeError)
  })
  it('median', () => {
    expect(median([5, 1, 3, 2])).toBe(2.5)
    expect(median([5, 1, 3])).toBe(3)
    expect(median([])).toBeUndefined()
  })
  it('law: a greater share never gives a smaller value, and the order of the list does not matter', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (list, a, b) => {
          const low = quantile(list, Math.min(a, b)) ?? Number.NaN
          expect(low).toBeLessThanOrEqual((quantile(list, Math.max(a, b)) ?? Number.NaN) + 1e-6)
          expect(quantile([...list].reverse(), Math.min(a, b))).toBe(low)
        }
      )
    )
  })
})

describe('spread', () => {
  it('standard deviation of a sample', () => {
    expect(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(2.138089935299395, 12)
    expect(standardDeviation([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])).toBeCloseTo(Math.sqrt(30), 9)
    expect(standardDeviation([4])).toBeUndefined()
  })
  it('coefficient of variation', () => {
    expect(coefficientOfVariation([90, 100, 110])).toBeCloseTo(0.1, 12)
    expect(coefficientOfVariation([-1, 1])).toBeUndefined()
    expect(coefficientOfVariation([5])).toBeUndefined()
  })
})

describe('gini', () => {
  it('runs from all alike to one has all', () => {
    expect(gini([1, 1, 2, 4])).toBe(0.3125)
    expect(gini([5, 5, 5])).toBe(0)
    expect(gini([0, 0, 0, 8])).toBe(0.75)
    expect(gini([0, 0])).toBeUndefined()
    expect(gini([])).toBeUndefined()
    expect(() => gini([1, -1])).toThrow('0 or more')
  })
  it('law: neither the unit nor the order matters, and it is the mean difference of all pairs', () => {
    const shares = fc
      .array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 20 })
      .filter((list) => sum(list) > 0)
    fc.assert(
      fc.property(shares, fc.integer({ min: 1, max: 1000 }), (list, factor) => {
        const value = gini(list) ?? Number.NaN
        const pairs = list.flatMap((a) => list.map((b) => Math.abs(a - b)))
        expect(value).toBeCloseTo(sum(pairs) / (2 * list.length * sum(list)), 9)
        expect(gini([...list].reverse().map((each) => each * factor))).toBeCloseTo(value, 9)
      })
    )
  })
})
