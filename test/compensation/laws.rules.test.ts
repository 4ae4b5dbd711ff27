// What must hold for any plan and any deals: order doesn't matter, marginal pay neither jumps nor falls, a deal and its credit
// note cancel out, a true-up ends where the year ends, and the same input gives the same cents.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CommissionComponent, PayCredit, PayGrain } from '../../src/shared/compensation/types.ts'
import { computePay, deal, inputOf, member, quota, totalOf } from './company.ts'
import { bonus, byAmount, rulesOf, slopes } from './rules-of.ts'

const rate = fc.integer({ min: 0, max: 400 }).map((thousandths) => (thousandths / 1000).toFixed(3))
const risingRates = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 5 }).map((steps) => {
  let sum = 0
  return steps.map((step) => {
    sum += step
    return (sum / 1000).toFixed(3)
  })
})
const edges = fc
  .uniqueArray(fc.integer({ min: 1, max: 50_000 }), { minLength: 5, maxLength: 5 })
  .map((values) => [0, ...values.sort((a, b) => a - b)])
const tiers = fc
  .tuple(edges, fc.array(rate, { minLength: 6, maxLength: 6 }))
  .map(([starts, rates]) => starts.map((start, index): [number, string] => [start, rates[index] ?? '0']))
const amounts = fc.array(fc.integer({ min: -200_000, max: 2_000_000 }), { minLength: 1, maxLength: 12 })

const credits = (minors: readonly number[]): PayCredit[] =>
  minors.map((amountMinor, index) => ({
    ...deal(1, `2027-${String((index % 12) + 1).padStart(2, '0')}-15`, 0),
    amountMinor
  }))

function pay(component: CommissionComponent, of: readonly PayCredit[]): number {
  return totalOf(computePay(inputOf(rulesOf([component]), { members: [member(1, null)], credits: of })), 1)
}

describe('laws of commissions', () => {
  it('marginal pay never falls and never jumps', () => {
    fc.assert(
      fc.property(tiers, fc.integer({ min: 0, max: 6_000_000 }), (table, soldMinor) => {
        const at = pay(byAmount(table), credits([soldMinor]))
        const more = pay(byAmount(table), credits([soldMinor + 100]))
        expect(more).toBeGreaterThanOrEqual(at)
        // One more unit of money pays at most the highest rate, 40 %, and the rounding of two lines.
        expect(more - at).toBeLessThanOrEqual(0.4 + 0.0101)
      })
    )
  })

  it('whole pays at least what marginal pays when rates rise', () => {
    fc.assert(
      fc.property(edges, risingRates, fc.integer({ min: 0, max: 6_000_000 }), (starts, rates, soldMinor) => {
        const table = rates.map((each, index): [number, string] => [starts[index] ?? 0, each])
        const marginal = pay(byAmount(table), credits([soldMinor]))
        expect(pay(byAmount(table, { application: 'whole' }), credits([soldMinor]))).toBeGreaterThanOrEqual(marginal)
      })
    )
  })

  it('on a running total the order of deals does not change the sum, which is that of the total', () => {
    fc.assert(
      fc.property(tiers, amounts, fc.integer(), (table, minors, seed) => {
        const ordered = pay(byAmount(table, { input: 'running' }), credits(minors))
        const turned = [...minors].sort((a, b) => ((a * 31 + seed) % 97) - ((b * 31 + seed) % 97))
        expect(pay(byAmount(table, { input: 'running' }), credits(turned))).toBe(ordered)
        expect(pay(byAmount(table), credits(minors))).toBe(ordered)
      })
    )
  })

  it.each(['deal', 'period', 'running'] as const)(
    'a deal and its whole credit note pay nothing together (%s)',
    (input) => {
      fc.assert(
        fc.property(tiers, fc.integer({ min: 1, max: 5_000_000 }), (table, minor) => {
          expect(pay(byAmount(table, { input }), credits([minor, -minor]))).toBe(0)
        })
      )
    }
  )

  it('the order of rows changes nothing, and computing again gives the same cents and the same trace', () => {
    fc.assert(
      fc.property(tiers, amounts, (table, minors) => {
        const of = credits(minors)
        const input = inputOf(rulesOf([byAmount(table, { input: 'running' })]), {
          members: [member(1, null)],
          credits: of
        })
        expect(computePay({ ...input, credits: [...of].reverse() })).toEqual(computePay(input))
      }),
      { numRuns: 40 }
    )
  })
})

describe('laws of periods', () => {
  const grains: PayGrain[] = ['month', 'quarter', 'half', 'year']
  it.each(grains)('true-ups by %s add up to the pay of the year to date', (grain) => {
    fc.assert(
      fc.property(tiers, amounts, (table, minors) => {
        const of = credits(minors)
        const input = { members: [member(1, null)], credits: of }
        const component = byAmount(table)
        const period = { grain, mode: 'cumulative', negative: 'pay' } as const
        expect(totalOf(computePay(inputOf(rulesOf([component], { period }), input)), 1)).toBe(pay(component, of))
      }),
      { numRuns: 40 }
    )
  })

  it('target pay of the periods adds up to the target of the year', () => {
    fc.assert(
      fc.property(fc.constantFrom(...grains), fc.integer({ min: 0, max: 10_000_000 }), (grain, targetMinor) => {
        const period = { grain, mode: 'cumulative', negative: 'pay' } as const
        const rules = rulesOf([bonus('1', slopes())], { period })
        const result = computePay(
          inputOf(rules, {
            members: [{ ...member(1, 0), targetPayMinor: targetMinor }],
            quotas: Array.from({ length: 12 }, (_, month) =>
              quota(1, `FY2027-M${String(month + 1).padStart(2, '0')}`, 100)
            ),
            credits: Array.from({ length: 12 }, (_, month) =>
              deal(1, `2027-${String(month + 1).padStart(2, '0')}-01`, 100)
            )
          })
        )
        expect(Math.round(totalOf(result, 1) * 100)).toBe(targetMinor)
      }),
      { numRuns: 60 }
    )
  })
})
