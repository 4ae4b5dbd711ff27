// The chance to reach an amount: by hand on a hundred percentiles, and against counting a fine grid of years.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { chanceToReach } from '#shared/forecasts/cases/reach.ts'

const even = Array.from({ length: 100 }, (_, at) => 1000 + at * 10)

it('reads percentiles backwards', () => {
  // 1000 stands at 0.5 %, 1010 at 1.5 %, 1495 between 49.5 % and 50.5 %.
  expect(chanceToReach(even, 1495)).toBeCloseTo(0.5, 12)
  expect(chanceToReach(even, 1010)).toBeCloseTo(0.985, 12)
  expect(chanceToReach(even, 999)).toBe(1)
  expect(chanceToReach(even, 1990)).toBeCloseTo(0.005, 12)
  expect(chanceToReach(even, 1991)).toBe(0)
  expect(chanceToReach(null, 5)).toBeNull()
})

it('of a year that is over is all or nothing', () => {
  const over = Array.from({ length: 100 }, () => 700)
  expect([700, 701, 0].map((amount) => chanceToReach(over, amount))).toEqual([1, 0, 1])
})

it('law: falls as the amount rises', () => {
  const years = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 100, maxLength: 100 })
  fc.assert(
    fc.property(years, fc.integer({ min: -1200, max: 1200 }), fc.nat(300), (values, amount, more) => {
      const sorted = values.toSorted((one, other) => one - other)
      const [first, then] = [chanceToReach(sorted, amount), chanceToReach(sorted, amount + more)]
      return first !== null && then !== null && first >= then - 1e-12 && first <= 1 && then >= 0
    })
  )
})
