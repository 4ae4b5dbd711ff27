// Targets down a tree, years spread anew, and edits of the grid: the worked case T9, cases by hand, and laws.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SellerId } from '#shared/people/types.ts'
import { type Cell, setSum, setWithinWhole } from '#shared/quotas/grid/edit.ts'
import { type LevelNode, shareDown } from '#shared/quotas/levels.ts'
import { rephase } from '#shared/quotas/rephase.ts'

const node = (id: string, parentId: string | null, weight: number, more: Partial<LevelNode> = {}): LevelNode => ({
  id,
  parentId,
  weight,
  cushionRatio: 0,
  floorMinor: null,
  ceilingMinor: null,
  ...more
})
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)

describe('down a tree', () => {
  it('T9: 10.0 M with 5 % at two levels is 11,025,000, a cushion of 10.25 %', () => {
    const answer = shareDown(1_000_000_000, 0.05, [
      node('north', null, 3, { cushionRatio: 0.05 }),
      node('south', null, 1, { cushionRatio: 0.05 }),
      node('ana', 'north', 1),
      node('bea', 'north', 2),
      node('cai', 'south', 1)
    ])
    expect(answer).toMatchObject({ ok: true, leavesMinor: 1_102_500_000 })
    if (!answer.ok) return
    expect(answer.stackedRatio).toBeCloseTo(0.1025, 12)
    const given = new Map(answer.parts.map((part) => [part.id, part]))
    // The company gives out 10.5 M, three quarters of it to the north: 7,875,000, given out as 8,268,750.
    expect(given.get('north')).toMatchObject({ givenMinor: 787_500_000, streetMinor: 826_875_000, stackedRatio: 0.05 })
    expect(given.get('ana')).toMatchObject({ givenMinor: 275_625_000, stackedRatio: 0.1025 })
  })

  it('says at which node limits do not fit', () => {
    const nodes = [
      node('north', null, 1),
      node('ana', 'north', 1, { ceilingMinor: 30 }),
      node('bea', 'north', 0, { ceilingMinor: 20 })
    ]
    expect(shareDown(100, 0, nodes)).toEqual({ ok: false, atId: 'north', reason: 'ceilings', byMinor: 50 })
  })

  it('a team with nobody keeps what it is given', () => {
    const answer = shareDown(99, 0, [node('north', null, 1), node('empty', null, 2, { cushionRatio: 0.5 })])
    expect(answer).toMatchObject({ leavesMinor: 99, parts: [{ givenMinor: 33 }, { givenMinor: 66, streetMinor: 66 }] })
  })

  it('law: every node gives out to its children what it is to give out, exactly', () => {
    const trees = fc.array(
      fc.record({ up: fc.nat(), weight: fc.integer({ min: 1, max: 20 }), cushion: fc.constantFrom(0, 0.05, 0.125) }),
      { minLength: 1, maxLength: 20 }
    )
    fc.assert(
      fc.property(trees, fc.nat(10_000_000), (rows, target) => {
        const nodes = rows.map(({ up, weight, cushion }, at) =>
          node(String(at), at === 0 || up % (at + 1) === at ? null : String(up % at), weight, { cushionRatio: cushion })
        )
        const answer = shareDown(target, 0.1, nodes)
        if (!answer.ok) throw new Error('nothing limits these')
        for (const part of answer.parts) {
          const children = answer.parts.filter((each) => each.parentId === part.id)
          if (children.length > 0) expect(sum(children.map((each) => each.givenMinor))).toBe(part.streetMinor)
        }
        const top = answer.parts.filter((each) => each.parentId === null)
        expect(sum(top.map((each) => each.givenMinor))).toBe(Math.round(target * 1.1 + 1e-9))
      })
    )
  })
})

describe('spreading a year anew', () => {
  it('keeps closed periods and spreads the rest by weight', () => {
    // 950 are left for weights 25, 25, 30: 296.875, 296.875, 356.25; the one left over goes to the largest remainders.
    const answer = rephase(1200, [250, 250, 350, 350], [true, false, false, false], [20, 25, 25, 30])
    expect(answer).toEqual({ ok: true, periodsMinor: [250, 297, 297, 356] })
  })
  it('refuses what closed periods exceed, and a year that is over', () => {
    expect(rephase(100, [120, 10], [true, false], [1, 1])).toEqual({ ok: false, reason: 'closedExceed', byMinor: 20 })
    expect(rephase(100, [40, 40], [true, true], [1, 1])).toEqual({ ok: false, reason: 'nothingOpen', byMinor: 20 })
    expect(rephase(80, [40, 40], [true, true], [1, 1])).toEqual({ ok: true, periodsMinor: [40, 40] })
  })
  it('open periods without weight share alike', () => {
    expect(rephase(90, [30, 0, 0], [true, false, false], [1, 0, 0])).toEqual({ ok: true, periodsMinor: [30, 30, 30] })
  })
})

const cell = (seller: number, amountMinor: number, isFixed = false): Cell => ({
  sellerId: seller as SellerId,
  periodKey: 'FY2027-M01',
  amountMinor,
  isFixed
})
const amounts = (answer: ReturnType<typeof setSum>) =>
  answer.ok ? answer.cells.map((each) => each.amountMinor) : answer

describe('edits of the grid', () => {
  it('a typed sum keeps proportions, or shares alike, and leaves fixed cells', () => {
    expect(amounts(setSum([cell(1, 10), cell(2, 30)], 80, 'asNow'))).toEqual([20, 60])
    expect(amounts(setSum([cell(1, 10), cell(2, 30)], 81, 'alike'))).toEqual([41, 40])
    expect(amounts(setSum([cell(1, 10), cell(2, 30, true), cell(3, 10)], 80, 'asNow'))).toEqual([25, 30, 25])
    expect(amounts(setSum([cell(1, 0), cell(2, 0)], 10, 'asNow'))).toEqual([5, 5])
  })
  it('refuses what fixed cells exceed', () => {
    expect(amounts(setSum([cell(1, 10), cell(2, 30, true)], 20, 'asNow'))).toEqual({
      ok: false,
      reason: 'fixed',
      byMinor: 10
    })
    expect(amounts(setSum([cell(2, 30, true)], 40, 'asNow'))).toEqual({ ok: false, reason: 'fixed', byMinor: 10 })
  })
  it('takes the difference from the siblings', () => {
    expect(amounts(setWithinWhole([cell(1, 10)], [cell(2, 30), cell(3, 60)], 40, 'asNow'))).toEqual([40, 20, 40])
    expect(amounts(setWithinWhole([cell(1, 10)], [cell(2, 30, true)], 40, 'asNow'))).toEqual({
      ok: false,
      reason: 'siblings',
      byMinor: 30
    })
  })
  it('law: sums are exact, fixed cells stay, nothing is negative', () => {
    const row = fc.array(fc.tuple(fc.nat(1_000_000), fc.boolean()), { minLength: 1, maxLength: 15 })
    fc.assert(
      fc.property(
        row,
        row,
        fc.nat(20_000_000),
        fc.constantFrom('asNow' as const, 'alike' as const),
        (one, other, minor, by) => {
          const cells = one.map(([amount, isFixed], at) => cell(at + 1, amount, isFixed))
          const siblings = other.map(([amount, isFixed], at) => cell(100 + at, amount, isFixed))
          const before = sum([...cells, ...siblings].map((each) => each.amountMinor))
          const answer = setWithinWhole(cells, siblings, minor, by)
          if (!answer.ok) return answer.byMinor > 0
          expect(sum(answer.cells.slice(0, cells.length).map((each) => each.amountMinor))).toBe(minor)
          expect(sum(answer.cells.map((each) => each.amountMinor))).toBe(before)
          answer.cells.forEach((each, at) => {
            const was = [...cells, ...siblings][at]
            expect(each.amountMinor).toBeGreaterThanOrEqual(0)
            if (was?.isFixed) expect(each).toBe(was)
          })
          return true
        }
      ),
      { numRuns: 300 }
    )
  })
})
