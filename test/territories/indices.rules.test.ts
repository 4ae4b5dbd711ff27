// The balance indices: the worked case, the alignment instances where they are at hand, and laws over every index.
import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balance } from '#shared/territories/indices/balance.ts'
import { gini } from '#shared/territories/indices/gini.ts'
import { balanceIndices, measureBalance } from '#shared/territories/indices/index.ts'
import { maxOverMin } from '#shared/territories/indices/max-over-min.ts'
import { meanDeviation } from '#shared/territories/indices/mean-deviation.ts'
import { overTargets } from '#shared/territories/indices/over-targets.ts'
import { variation } from '#shared/territories/indices/variation.ts'
import { withinBand } from '#shared/territories/indices/within-band.ts'
import { getMeasure, territoryMeasures } from '#shared/territories/measures/index.ts'

// Worked by hand: mean 100, deviations 20, 5, 0, 5, 20. σ = √(850 / 5) = 13.038; Gini (−4·80 − 2·95 + 0 + 2·105 + 4·120) / (5·500).
const worked = { values: [80, 95, 100, 105, 120], bandRatio: 0.15 }

describe('80, 95, 100, 105, 120', () => {
  it('max/min 1.50, CV 0.1304, MAD 10.0 %, Gini 0.072, within ±15 % 60 %, balance 95', () => {
    const found = measureBalance(worked)
    expect(found.maxOverMin).toBe(1.5)
    expect(found.variation).toBeCloseTo(0.1304, 4)
    expect(found.meanDeviation).toBeCloseTo(0.1, 12)
    expect(found.gini).toBeCloseTo(0.072, 12)
    expect(found.withinBand).toBe(0.6)
    expect(found.balance).toBeCloseTo(95, 12)
  })

  it('the examples of the docstrings', () => {
    expect(balance.compute(worked)).toBeCloseTo(95, 12)
    expect(maxOverMin.compute(worked)).toBe(1.5)
    expect(variation.compute(worked)).toBeCloseTo(0.130384048104053, 14)
    expect(meanDeviation.compute(worked)).toBeCloseTo(0.1, 14)
    expect(gini.compute(worked)).toBeCloseTo(0.072, 14)
    expect(withinBand.compute(worked)).toBe(0.6)
  })

  it('a territory on the edge of the band is inside', () => {
    // Mean 100: 85 and 115 lie exactly at 15 %, which binary fractions put a hair beyond it.
    expect(withinBand.compute({ values: [85, 115, 100], bandRatio: 0.15 })).toBe(1)
    expect(withinBand.compute({ values: [84, 116, 100], bandRatio: 0.15 })).toBeCloseTo(1 / 3, 12)
  })
})

describe('with unequal capacities', () => {
  it('half a seller is even at half the load', () => {
    // Targets of 120 over 1 : 1 : 0.5 are 48, 48, 24.
    const input = { values: [48, 48, 24], capacities: [1, 1, 0.5], bandRatio: 0 }
    expect(measureBalance(input)).toMatchObject({ balance: 100, maxOverMin: 1, withinBand: 1 })
  })
  it('the worked example of targets', () => {
    // 100 over 2 : 1 is 66.67 and 33.33: ratios 0.9 and 1.2; mean deviation 2/3 x 0.1 + 1/3 x 0.2 = 0.1333.
    const input = { values: [60, 40], capacities: [2, 1], bandRatio: 0.15 }
    expect(overTargets(input)?.ratios.map((ratio) => Number(ratio.toFixed(12)))).toEqual([0.9, 1.2])
    expect(meanDeviation.compute(input)).toBeCloseTo(2 / 15, 12)
    expect(balance.compute(input)).toBeCloseTo(100 - 100 / 15, 12)
    expect(withinBand.compute(input)).toBe(0.5)
  })
})

describe('what has no meaning is null', () => {
  const nothing = {
    balance: null,
    maxOverMin: null,
    variation: null,
    meanDeviation: null,
    gini: null,
    withinBand: null
  }
  it('no territory, all zero, or a negative value', () => {
    expect(measureBalance({ values: [], bandRatio: 0.15 })).toEqual(nothing)
    expect(measureBalance({ values: [0, 0], bandRatio: 0.15 })).toEqual(nothing)
    expect(measureBalance({ values: [10, -3], bandRatio: 0.15 })).toEqual(nothing)
  })

  it('one empty territory has no smallest to divide by, the rest has a meaning', () => {
    const found = measureBalance({ values: [0, 100], bandRatio: 0.15 })
    expect(found).toMatchObject({
      maxOverMin: null,
      balance: 50,
      gini: 0.5,
      variation: 1,
      meanDeviation: 1,
      withinBand: 0
    })
  })
})

const sizes = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 2, maxLength: 40 })

describe.each(balanceIndices.map((index) => [index.id, index] as const))('laws: %s', (_, index) => {
  const of = (values: readonly number[]) => index.compute({ values, bandRatio: 0.15 }) ?? Number.NaN

  it('order does not matter', () => {
    fc.assert(
      fc.property(sizes, (values) => {
        expect(of([...values].reverse())).toBeCloseTo(of(values), 9)
      })
    )
  })

  it('neither does the unit', () => {
    fc.assert(
      fc.property(sizes, (values) => {
        expect(of(values.map((value) => value * 8))).toBeCloseTo(of(values), 9)
      })
    )
  })

  it('equal territories are the best there is', () => {
    const best = of([7, 7, 7, 7])
    fc.assert(
      fc.property(sizes, (values) => {
        const found = of(values)
        if (index.id === 'balance' || index.id === 'withinBand') expect(found).toBeLessThanOrEqual(best + 1e-9)
        else expect(found).toBeGreaterThanOrEqual(best - 1e-9)
      })
    )
  })
})

it('moving from the largest to the smallest never makes it less even', () => {
  fc.assert(
    fc.property(sizes, (values) => {
      const sorted = [...values].sort((one, other) => one - other)
      const gap = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0)
      const moved = sorted.map((value, at) =>
        at === 0 ? value + gap / 4 : at === sorted.length - 1 ? value - gap / 4 : value
      )
      const before = measureBalance({ values: sorted, bandRatio: 0.15 })
      const after = measureBalance({ values: moved, bandRatio: 0.15 })
      expect(after.balance ?? 0).toBeGreaterThanOrEqual((before.balance ?? 0) - 1e-9)
      expect(after.gini ?? 1).toBeLessThanOrEqual((before.gini ?? 0) + 1e-9)
      expect(after.variation ?? 1).toBeLessThanOrEqual((before.variation ?? 0) + 1e-9)
    })
  )
})

it('each measure reads its own figure', () => {
  const figures = {
    accounts: 3,
    wonMinor: 500,
    wonDeals: 2,
    openMinor: 70,
    openDeals: 1,
    visits: 24,
    workloadHours: 31.5,
    potential: 900,
    customShare: 0.25,
    withoutWorkload: 1,
    withoutPotential: 2
  }
  expect(territoryMeasures.map((measure) => [measure.id, measure.read(figures)])).toEqual([
    ['revenue', 500],
    ['accounts', 3],
    ['openPipeline', 70],
    ['workload', 31.5],
    ['potential', 900],
    ['custom', 0.25]
  ])
  expect(getMeasure('accounts').unit).toBe('count')
})

const instances = new URL('../../../shared/data/territories/', import.meta.url)
describe.skipIf(!existsSync(instances))('alignment instances (skipped where the folder ../shared is absent)', () => {
  it.each([
    ['A', 0.243, 0.136, 89.9],
    ['C', 0.299, 0.167, 88.0]
  ])('instance %s as it is today: CV %d, Gini %d, index %d', (name, variation, giniIndex, balanceIndex) => {
    const { units, reps } = JSON.parse(readFileSync(new URL(`${name}.json`, instances), 'utf8')) as {
      units: { w: number; cur: number }[]
      reps: { cap: number }[]
    }
    const values = reps.map(() => 0)
    for (const { w, cur } of units) values[cur] = (values[cur] ?? 0) + w
    const found = measureBalance({ values, capacities: reps.map((rep) => rep.cap), bandRatio: 0.05 })
    expect(found.variation?.toFixed(3)).toBe(variation.toFixed(3))
    expect(found.gini?.toFixed(3)).toBe(giniIndex.toFixed(3))
    expect(found.balance?.toFixed(1)).toBe(balanceIndex.toFixed(1))
  })
})
