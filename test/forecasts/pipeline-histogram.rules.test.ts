// The histogram of simulated totals: every run is in a bin, as many as lie between its edges.
import { describe, expect, it } from 'vitest'
import { findBin, makeHistogram } from '#renderer/forecasts/pipeline/histogram.ts'

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

describe('a histogram from percentiles', () => {
  it('of evenly spread runs is even, but for the ends', () => {
    // 0.5, 1.5 … 99.5: totals from 0 to 100, a hundredth of the runs each.
    const histogram = makeHistogram(Array.from({ length: 100 }, (_, at) => at + 0.5))
    if (histogram === undefined) throw new Error('the runs differ')
    expect(histogram.edges).toEqual(Array.from({ length: 51 }, (_, at) => 2 * at))
    expect(sum(histogram.shares)).toBeCloseTo(1, 12)
    for (const share of histogram.shares) expect(share).toBeCloseTo(0.02, 12)
    expect(findBin(histogram, 51)).toBe(25)
    expect(findBin(histogram, 100)).toBe(49)
    expect(findBin(histogram, 101)).toBeNull()
  })

  it('keeps runs that come to the same in one bin', () => {
    // Six runs in ten come to nothing, the others to 1,000,000.
    const histogram = makeHistogram(Array.from({ length: 100 }, (_, at) => (at < 60 ? 0 : 1_000_000)))
    if (histogram === undefined) throw new Error('the runs differ')
    expect(histogram.shares[0]).toBeGreaterThanOrEqual(0.595)
    expect(histogram.shares.at(-1)).toBeGreaterThanOrEqual(0.395)
    expect(sum(histogram.shares)).toBeCloseTo(1, 12)
    expect(histogram.shares.length).toBeGreaterThanOrEqual(20)
    expect(histogram.shares.length).toBeLessThanOrEqual(51)
  })

  it('of runs below zero and of runs that are all the same', () => {
    const below = makeHistogram([-900, -500, -100, 300])
    expect(below?.edges[0]).toBeLessThanOrEqual(-900)
    expect(below?.edges.at(-1)).toBeGreaterThanOrEqual(300)
    expect(sum(below?.shares ?? [])).toBeCloseTo(1, 12)
    expect(makeHistogram([7, 7, 7])).toBeUndefined()
    expect(makeHistogram([])).toBeUndefined()
  })
})
