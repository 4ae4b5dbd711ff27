// Key figures, intervals and pace: worked values, and that what is missing says why.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wilsonInterval } from '#shared/math/wilson-interval.ts'
import { noFacts } from '#shared/performance/facts.ts'
import { computeKpis, kpiIds, kpis } from '#shared/performance/kpis/index.ts'
import { goneRatio, paceOf } from '#shared/performance/pace.ts'
import type { Facts } from '#shared/performance/types.ts'
import { isoDate } from '#shared/units/date.ts'

const some: Facts = {
  ...noFacts,
  dealsEver: 60,
  wonDeals: 12,
  wonDealsWithAmount: 10,
  wonMinor: 5000,
  lostDeals: 28,
  quotaMinor: 8000
}

describe('key figures', () => {
  it('of a seller with deals', () => {
    const values = computeKpis(some)
    expect(values.bookings.value).toBe(5000)
    expect(values.attainment).toMatchObject({ value: 0.625, numerator: 5000, denominator: 8000 })
    expect(values.winRate).toMatchObject({ value: 0.3, n: 40, isSmall: false })
    expect(values.dealsWon.value).toBe(12)
    expect(values.averageDeal).toMatchObject({ value: 500, n: 10, isSmall: false })
  })

  it('are missing with a reason, never 0, for somebody without any deal', () => {
    const values = computeKpis({ ...noFacts, quotaMinor: 8000 })
    for (const id of kpiIds) expect(values[id]).toMatchObject({ value: null, missing: 'noDealsEver' })
  })

  it('tell apart no quota, a quota of zero, and nothing booked', () => {
    expect(computeKpis({ ...some, quotaMinor: null }).attainment.missing).toBe('noQuota')
    expect(computeKpis({ ...some, quotaMinor: 0 }).attainment.missing).toBe('zeroQuota')
    expect(computeKpis({ ...some, wonMinor: 0 }).attainment).toMatchObject({ value: 0, missing: null })
  })

  it('tell apart nothing closed and nothing won', () => {
    const open = computeKpis({ ...noFacts, dealsEver: 4 })
    expect(open.winRate.missing).toBe('nothingClosed')
    expect(open.averageDeal.missing).toBe('nothingWon')
    expect(computeKpis({ ...noFacts, dealsEver: 4, wonDeals: 1, lostDeals: 3 }).winRate).toMatchObject({
      value: 0.25,
      isSmall: true
    })
  })

  it('stand under their own id, and never are both missing and there', () => {
    const facts = fc.record({
      wonDeals: fc.nat(50),
      wonDealsWithAmount: fc.nat(50),
      wonMinor: fc.integer({ min: -1000, max: 1_000_000 }),
      lostDeals: fc.nat(50),
      quotaMinor: fc.option(fc.nat(1_000_000)),
      dueMinor: fc.option(fc.nat(1_000_000)),
      dealsEver: fc.nat(100)
    })
    fc.assert(
      fc.property(facts, (each) => {
        for (const id of kpiIds) {
          const value = kpis[id].compute(each)
          expect(value.id).toBe(id)
          expect(value.value === null).toBe(value.missing !== null)
          if (value.interval && value.value !== null) {
            expect(value.interval.low).toBeLessThanOrEqual(value.value)
            expect(value.interval.high).toBeGreaterThanOrEqual(value.value)
          }
        }
      })
    )
  })
})

describe('wilsonInterval', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718]
  ])('%i of %i', (hits, n, low, high) => {
    const interval = wilsonInterval(hits, n)
    expect(interval?.low).toBeCloseTo(low, 4)
    expect(interval?.high).toBeCloseTo(high, 4)
  })
  it('has nothing to say without tries', () => {
    expect(wilsonInterval(0, 0)).toBeUndefined()
    expect(wilsonInterval(15, 20)?.low).toBeCloseTo(0.5313, 4)
    expect(wilsonInterval(15, 20)?.high).toBeCloseTo(0.8881, 4)
  })
})

describe('pace', () => {
  const april = { startsOn: isoDate(2027, 4, 1), endsOn: isoDate(2027, 4, 30) }
  it('counts days gone', () => {
    expect(goneRatio(april, isoDate(2027, 4, 15))).toBe(0.5)
    expect(goneRatio(april, isoDate(2027, 3, 31))).toBe(0)
    expect(goneRatio(april, isoDate(2027, 6, 1))).toBe(1)
  })
  it('says ahead, behind, reached, not begun', () => {
    const mid = isoDate(2027, 4, 15)
    expect(paceOf(600, 1000, 500, april, mid)).toEqual({
      state: 'ahead',
      goneRatio: 0.5,
      paceMinor: 500,
      paceRatio: 0.5,
      aheadMinor: 100,
      remainingMinor: 400,
      perWeekMinor: 187
    })
    expect(paceOf(400, 1000, 500, april, mid)).toMatchObject({ state: 'behind', aheadMinor: -100, perWeekMinor: 280 })
    expect(paceOf(1000, 1000, 500, april, mid)).toMatchObject({
      state: 'reached',
      remainingMinor: 0,
      perWeekMinor: null
    })
    expect(paceOf(0, 1000, 0, april, isoDate(2027, 3, 1))).toMatchObject({ state: 'notBegun', paceMinor: 0 })
    expect(paceOf(900, 1000, 1000, april, isoDate(2027, 5, 9))).toMatchObject({
      state: 'behind',
      remainingMinor: 100,
      perWeekMinor: null
    })
  })
  it('has no pace without quota', () => {
    expect(paceOf(600, null, null, april, isoDate(2027, 4, 15))).toMatchObject({
      state: 'missing',
      paceMinor: null,
      goneRatio: 0.5
    })
  })
})
