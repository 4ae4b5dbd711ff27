// Laws that every quota method keeps, over sellers made at random.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SellerId } from '#shared/people/types.ts'
import { allocate } from '#shared/quotas/allocate.ts'
import { quotaMethodIds } from '#shared/quotas/methods/index.ts'
import { learnPhase } from '#shared/quotas/phase.ts'
import type { Allocation, AllocationInputs, SellerBase } from '#shared/quotas/types.ts'
import { inputsWith, sellerWith } from './sellers.ts'

const activity = fc.array(fc.constantFrom(0, 0.25, 0.5, 1), { minLength: 12, maxLength: 12 })
const history = fc.array(fc.integer({ min: -50_000, max: 900_000_000 }), { minLength: 12, maxLength: 12 })

const sellersArb: fc.Arbitrary<SellerBase[]> = fc
  .array(fc.record({ activeByMonth: activity, baseActiveByMonth: activity, historyByMonthMinor: fc.option(history) }), {
    minLength: 1,
    maxLength: 25
  })
  .map((rows) => rows.map((row, index) => ({ ...row, sellerId: (index + 1) as SellerId, name: `Seller ${index + 1}` })))

const inputsArb = (method: AllocationInputs['method']): fc.Arbitrary<AllocationInputs> =>
  fc
    .record({
      sellers: sellersArb,
      targetMinor: fc.integer({ min: 0, max: 5_000_000_000_000 }),
      cushionRatios: fc.array(fc.constantFrom(0, 0.05, 0.125, 0.4), { maxLength: 3 }),
      noHistory: fc.constantFrom('average' as const, 'half' as const, 'zero' as const),
      blendWeights: fc.record({
        history: fc.constantFrom(0, 0.3, 1),
        equal: fc.constantFrom(0, 0.2, 1),
        sameGrowth: fc.constantFrom(0.1, 1)
      }),
      months: history
    })
    .map(({ months, ...rest }) =>
      inputsWith(rest.sellers, {
        ...rest,
        method,
        phase: learnPhase([{ fiscalYear: 2026, monthsMinor: months, isWhole: true }])
      })
    )

/** The allocation, or undefined when there was rightly nothing to share by. */
function allocated(inputs: AllocationInputs): Allocation | undefined {
  const answer = allocate(inputs)
  if (answer.ok) return answer.value
  expect(['quotas.zeroWeights', 'quotas.noSellers']).toContain(answer.error.code)
  return undefined
}
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

describe.each(quotaMethodIds)('%s', (method) => {
  it('adds up exactly: months to the year, years to the street amount', () => {
    fc.assert(
      fc.property(inputsArb(method), (inputs) => {
        const allocation = allocated(inputs)
        if (!allocation) return
        for (const line of allocation.lines) expect(sum(line.monthsMinor)).toBe(line.quotaMinor)
        expect(sum(allocation.lines.map((line) => line.quotaMinor))).toBe(allocation.streetMinor)
        expect(allocation.sumMinor).toBe(allocation.streetMinor)
      }),
      { numRuns: 150 }
    )
  })

  it('gives nobody less than nothing, and nothing in months not worked', () => {
    fc.assert(
      fc.property(inputsArb(method), (inputs) => {
        const active = new Map(inputs.sellers.map((seller) => [seller.sellerId, seller.activeByMonth]))
        for (const line of allocated(inputs)?.lines ?? []) {
          expect(line.quotaMinor).toBeGreaterThanOrEqual(0)
          for (const [month, amount] of line.monthsMinor.entries()) {
            expect(amount).toBeGreaterThanOrEqual(0)
            if (active.get(line.sellerId)?.[month] === 0) expect(amount).toBe(0)
          }
        }
      }),
      { numRuns: 100 }
    )
  })

  it('does not mind the order of sellers, but for one minor unit at ties', () => {
    fc.assert(
      fc.property(inputsArb(method), (inputs) => {
        const there = allocated(inputs)
        const back = allocated({ ...inputs, sellers: inputs.sellers.toReversed() })
        const quotas = new Map(back?.lines.map((line) => [line.sellerId, line.quotaMinor]))
        for (const line of there?.lines ?? []) {
          expect(Math.abs(line.quotaMinor - (quotas.get(line.sellerId) ?? Number.NaN))).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 100 }
    )
  })

  it('scales: k times the target is k times each part, to within the rounding', () => {
    fc.assert(
      fc.property(inputsArb(method), fc.integer({ min: 2, max: 50 }), (inputs, factor) => {
        const plain = { ...inputs, cushionRatios: [] }
        const one = allocated(plain)
        const many = allocated({ ...plain, targetMinor: plain.targetMinor * factor })
        for (const [index, line] of (one?.lines ?? []).entries()) {
          expect(
            Math.abs((many?.lines[index]?.quotaMinor ?? Number.NaN) - line.quotaMinor * factor)
          ).toBeLessThanOrEqual(factor)
        }
      }),
      { numRuns: 100 }
    )
  })

  it('gives all of it to one seller', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000_000_000_000 }), (targetMinor) => {
        const only = allocated(inputsWith([sellerWith(1)], { method, targetMinor }))
        expect(only?.lines.map((line) => line.quotaMinor)).toEqual([targetMinor])
      })
    )
  })

  it('gives the same answer twice', () => {
    fc.assert(
      fc.property(inputsArb(method), (inputs) => {
        expect(allocate(inputs)).toEqual(allocate(structuredClone(inputs)))
      }),
      { numRuns: 30 }
    )
  })
})
