// Allocation: worked cases, each method's own rule, the stand-in for sellers without history, and what is refused.
import { describe, expect, it } from 'vitest'
import { type AllocationAnswer, allocate } from '#shared/quotas/allocate.ts'
import { addCushion, compoundCushion } from '#shared/quotas/cushion.ts'
import { mixShares } from '#shared/quotas/methods/blend.ts'
import { weighHistory } from '#shared/quotas/methods/history.ts'
import { activeMonthsOf, fillShares, whyNoHistory } from '#shared/quotas/methods/method.ts'
import { weighSameMonths } from '#shared/quotas/methods/same-growth.ts'
import type { Allocation } from '#shared/quotas/types.ts'
import { splitMinor } from '#shared/units/money.ts'
import { inputsWith, sellerWith } from './sellers.ts'

function allocated(answer: AllocationAnswer): Allocation {
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value
}
const quotasOf = (answer: AllocationAnswer) => allocated(answer).lines.map((line) => line.quotaMinor)
const codeOf = (answer: AllocationAnswer) => (answer.ok ? 'ok' : answer.error.code)

describe('worked cases', () => {
  it('T5: 30 % of sales and 40 % of potential, half each, of 10.0M is 3,500,000', () => {
    const shares = mixShares([
      { weight: 0.5, shares: [0.3, 0.7] },
      { weight: 0.5, shares: [0.4, 0.6] }
    ])
    expect(shares).toEqual([0.35, 0.6499999999999999])
    expect(splitMinor(1_000_000_000, shares ?? [])[0]).toBe(350_000_000)
  })

  it('T5 through the registry: history share 30 %, equal share 40 %', () => {
    // Two sellers of whom the first works 8 months and the second 12 have equal shares of 40 and 60 %.
    const ana = sellerWith(1, { active: [1, 8], booked: 450 })
    const bea = sellerWith(2, { booked: 700 })
    const answer = allocate(inputsWith([ana, bea], { method: 'blend', targetMinor: 1_000_000_000 }))
    expect(allocated(answer).lines[0]?.shareRatio).toBeCloseTo(0.35, 12)
    expect(quotasOf(answer)).toEqual([350_000_000, 650_000_000])
  })

  it('T9: 10.0M with 5 % at two levels is 11,025,000, a cushion of 10.25 %', () => {
    expect(addCushion(1_000_000_000, [0.05, 0.05])).toBe(1_102_500_000)
    expect(compoundCushion([0.05, 0.05])).toBe(0.1025)
    const answer = allocated(
      allocate(inputsWith([sellerWith(1)], { targetMinor: 1_000_000_000, cushionRatios: [0.05, 0.05] }))
    )
    expect(answer.streetMinor).toBe(1_102_500_000)
    expect(answer.sumMinor).toBe(1_102_500_000)
  })
})

describe('equal', () => {
  it('gives the odd minor unit to the first', () => {
    const sellers = [sellerWith(1), sellerWith(2), sellerWith(3)]
    expect(quotasOf(allocate(inputsWith(sellers, { targetMinor: 100, method: 'equal' })))).toEqual([34, 33, 33])
  })

  it('counts months: half a year is half a quota', () => {
    const sellers = [sellerWith(1), sellerWith(2, { active: [7, 12] })]
    expect(activeMonthsOf(sellers[1] ?? sellerWith(9))).toBe(6)
    expect(quotasOf(allocate(inputsWith(sellers, { targetMinor: 900, method: 'equal' })))).toEqual([600, 300])
  })
})

describe('history', () => {
  it('brings a part of a year to a full one', () => {
    const hiredInJuly = sellerWith(1, { booked: 600, base: [7, 12] })
    expect(weighHistory(hiredInJuly)).toBe(1200)
    expect(weighHistory(sellerWith(2, { booked: 600, base: [12, 12] }))).toBe(2400)
    expect(quotasOf(allocate(inputsWith([hiredInJuly, sellerWith(2, { booked: 1200 })])))).toEqual([5000, 5000])
  })

  it('takes deals of somebody who by her dates did not work as a full year', () => {
    expect(weighHistory(sellerWith(1, { booked: 1200, base: [13, 13] }))).toBe(1200)
  })

  it('follows the months of the plan year', () => {
    const leaves = sellerWith(1, { active: [1, 6] })
    expect(quotasOf(allocate(inputsWith([leaves, sellerWith(2)], { targetMinor: 900 })))).toEqual([300, 600])
  })
})

describe('same growth', () => {
  it('grows what was booked in the same months', () => {
    const leaves = sellerWith(1, { byMonth: { 1: 100, 12: 900 }, active: [1, 6] })
    expect(weighSameMonths(leaves)).toBe(100)
    const answer = allocate(
      inputsWith([leaves, sellerWith(2, { booked: 900 })], { method: 'sameGrowth', targetMinor: 1100 })
    )
    expect(quotasOf(answer)).toEqual([110, 990])
  })

  it('says so when all her sales lie in other months', () => {
    const leaves = sellerWith(1, { byMonth: { 12: 900 }, active: [1, 6] })
    const answer = allocated(allocate(inputsWith([leaves, sellerWith(2)], { method: 'sameGrowth', noHistory: 'zero' })))
    expect(answer.lines[0]).toMatchObject({ standIn: 'otherMonths', quotaMinor: 0 })
  })
})

describe('sellers without history', () => {
  const newcomer = sellerWith(3, { booked: null })
  const sellers = [sellerWith(1, { booked: 300 }), sellerWith(2, { booked: 100 }), newcomer]

  it.each([
    ['average', [5000, 1667, 3333]],
    ['half', [6000, 2000, 2000]],
    ['zero', [7500, 2500, 0]]
  ] as const)('get what the choice says: %s', (noHistory, quotas) => {
    expect(quotasOf(allocate(inputsWith(sellers, { noHistory })))).toEqual(quotas)
  })

  it('get an equal part by months on average, also when others work part of the year', () => {
    const part = [
      sellerWith(1, { booked: 300 }),
      sellerWith(2, { booked: 100, active: [1, 3] }),
      sellerWith(3, { booked: null })
    ]
    expect(quotasOf(allocate(inputsWith(part, { targetMinor: 2700 })))).toEqual([1385, 115, 1200])
  })

  it('are told apart: nothing won, and more credit notes than wins', () => {
    expect(whyNoHistory(newcomer)).toBe('none')
    const credited = sellerWith(4, { byMonth: { 1: 500, 2: -900 } })
    expect(whyNoHistory(credited)).toBe('notPositive')
    const answer = allocated(allocate(inputsWith([...sellers, credited], { noHistory: 'zero' })))
    expect(answer.lines.map((line) => line.standIn)).toEqual([null, null, 'none', 'notPositive'])
    expect(answer.lines[3]).toMatchObject({ historyMinor: -400, quotaMinor: 0 })
  })

  it('fillShares stands in for null, never for 0', () => {
    expect(fillShares([30, 10, null], [12, 12, 12], 'average')).toEqual([0.5, 10 / 60, 20 / 60])
    expect(fillShares([30, 0, null], [12, 12, 12], 'zero')).toEqual([1, 0, 0])
  })
})

describe('refused in words', () => {
  const none = [sellerWith(1, { booked: null })]
  it.each([
    ['nothing to share by', inputsWith(none, { noHistory: 'average' }), 'quotas.zeroWeights'],
    ['nothing to share by', inputsWith(none, { noHistory: 'zero', method: 'sameGrowth' }), 'quotas.zeroWeights'],
    [
      'a blend of nothing',
      inputsWith([sellerWith(1)], { method: 'blend', blendWeights: { history: 0, equal: 0, sameGrowth: 0 } }),
      'quotas.zeroBlend'
    ],
    ['nobody works', inputsWith([sellerWith(1, { active: [13, 13] })]), 'quotas.noSellers'],
    ['a target below 0', inputsWith([sellerWith(1)], { targetMinor: -1 }), 'quotas.badTarget'],
    ['half a minor unit', inputsWith([sellerWith(1)], { targetMinor: 0.5 }), 'quotas.badTarget'],
    ['a negative cushion', inputsWith([sellerWith(1)], { cushionRatios: [-0.1] }), 'quotas.badCushion'],
    [
      'too much',
      inputsWith([sellerWith(1)], { targetMinor: Number.MAX_SAFE_INTEGER, cushionRatios: [1] }),
      'quotas.amountTooLarge'
    ]
  ])('%s', (_, inputs, code) => {
    expect(codeOf(allocate(inputs))).toBe(code)
  })
})
