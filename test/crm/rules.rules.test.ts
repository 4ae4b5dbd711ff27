// Sums over rows already read.
import { expect, test } from 'vitest'
import { addWon, groupBySeller, winRatio } from '#shared/crm/index.ts'

test('addWon adds counts and amounts', () => {
  expect(
    addWon([
      { deals: 1, amountMinor: 500 },
      { deals: 2, amountMinor: 300 }
    ])
  ).toEqual({ deals: 3, amountMinor: 800 })
  expect(addWon([])).toEqual({ deals: 0, amountMinor: 0 })
})
test('winRatio is of the closed deals', () => {
  expect(winRatio(3, 1)).toBe(0.75)
  expect(winRatio(0, 0)).toBeUndefined()
})
test('groupBySeller finds a sum by seller and period', () => {
  expect(
    groupBySeller([{ sellerId: null, periodKey: 'FY2027-Q1', deals: 1, amountMinor: 5 }])
      .get(null)
      ?.get('FY2027-Q1')?.amountMinor
  ).toBe(5)
})
