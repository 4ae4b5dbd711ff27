import { describe, expect, test } from 'vitest'
import { groupBy } from '#shared/math/group-by.ts'
import { explainMoves } from '#shared/territories/alignment/explain.ts'
import type { AlignmentProblem } from '#shared/territories/alignment/problem.ts'
import { solveAlignment } from '#shared/territories/alignment/solve.ts'
import { checkPlan } from './alignment-checker.ts'
import { makeInstance, nothing } from './alignment-instances.ts'

const todayOf = ({ units }: AlignmentProblem): Int32Array => Int32Array.from(units, ({ current }) => current ?? -1)

function changed(plan: Int32Array, unit: number, to: number): Int32Array {
  const copy = plan.slice()
  copy[unit] = to
  return copy
}

describe('moves explained', () => {
  // No locks or forbidden pairs: the checker then weighs any plan.
  const free = { lockedShare: 0, forbiddenShare: 0 }
  const problem = makeInstance({
    units: 120,
    territories: 7,
    seed: 21,
    weights: { visitKm: 1 },
    bandRatio: 0.06,
    towns: 3,
    ...free
  })
  const today = todayOf(problem)
  const plan = solveAlignment(problem).assigned
  const moves = explainMoves(problem, today, plan)

  test('are all units that move, once', () => {
    const units = problem.units.flatMap((_, at) => (today[at] === plan[at] ? [] : [at]))
    expect(units.length).toBeGreaterThan(20)
    expect(moves.map(({ unit }) => unit).sort((one, other) => one - other)).toEqual(units)
  })

  test('have the figures that the checker finds before and after, made alone and taken back alone', () => {
    const [before, after] = [checkPlan(problem, today), checkPlan(problem, plan)]
    const placed = moves.filter(({ from }) => from >= 0)
    expect(placed.length).toBeGreaterThan(20)
    for (const { unit, from, to, alone, undone } of placed) {
      const made = checkPlan(problem, changed(today, unit, to))
      expect(alone.balancePoints).toBeCloseTo(made.balanceIndex! - before.balanceIndex!, 8)
      expect(alone.km).toBeCloseTo(made.km - before.km, 5)
      expect(alone.visitKm).toBeCloseTo(made.visitKm - before.visitKm, 4)
      expect(alone.maxDeviation).toBeCloseTo(made.maxDeviationRatio - before.maxDeviationRatio, 8)
      const back = checkPlan(problem, changed(plan, unit, from))
      expect(undone.balancePoints).toBeCloseTo(back.balanceIndex! - after.balanceIndex!, 8)
      expect(undone.km).toBeCloseTo(back.km - after.km, 5)
      expect(undone.visitKm).toBeCloseTo(back.visitKm - after.visitKm, 4)
      expect(undone.maxDeviation).toBeCloseTo(back.maxDeviationRatio - after.maxDeviationRatio, 8)
    }
  })

  test('are needed where taking them back alone misses a limit, and pairs can be taken back together', () => {
    const kept = checkPlan(problem, plan).misses.length
    expect(kept).toBe(0)
    const groups = groupBy(moves, ({ group }) => group)
    expect(moves.some(({ isNeeded }) => isNeeded)).toBe(true)
    expect([...groups.values()].some((members) => members.length > 1)).toBe(true)
    for (const { unit, from, isNeeded } of moves)
      expect(checkPlan(problem, changed(plan, unit, from)).misses.length > 0).toBe(isNeeded)
    for (const members of groups.values()) {
      if (members.length === 1) continue
      const back = plan.slice()
      for (const { unit, from } of members) back[unit] = from
      expect(checkPlan(problem, back).misses).toEqual([])
    }
  })

  test('stand group by group: what limits need first, then by what the objective loses without', () => {
    expect(moves.map(({ group }) => group)).toEqual(
      [...groupBy(moves, ({ group }) => group).values()].flatMap((members, group) => members.map(() => group))
    )
    const losses = [...groupBy(moves, ({ group }) => group).values()].map((members) => ({
      isNeeded: members.some(({ isNeeded }) => isNeeded),
      loss: members.reduce((sum, { undone }) => sum + (undone.visitKm ?? 0), 0)
    }))
    for (const [at, { isNeeded, loss }] of losses.entries()) {
      const next = losses[at + 1]
      if (next === undefined) continue
      expect(Number(isNeeded)).toBeGreaterThanOrEqual(Number(next.isNeeded))
      if (isNeeded === next.isNeeded) expect(loss).toBeGreaterThanOrEqual(next.loss - 1e-6)
    }
  })
})

test('two accounts that change places are one group, and a third that moves alone is not', () => {
  const unit = { load: 10, visits: 1, others: [], moveWeights: [1], isLocked: false }
  const at = (lon: number) => ({ lon, lat: 0 })
  const swap: AlignmentProblem = {
    units: [
      { ...unit, place: at(1), current: 0 },
      { ...unit, place: at(0), current: 1 },
      { ...unit, place: at(0), current: 1, load: 0 },
      { ...unit, place: null, current: 1, load: 0 }
    ],
    territories: [0, 1].map((lon) => ({ base: at(lon), capacity: 1, maxLoad: null })),
    forbidden: [],
    weights: { ...nothing, km: 1 },
    bandRatio: 0.05,
    limits: [],
    moveLimits: [],
    neighbours: null,
    seed: 1
  }
  const moves = explainMoves(swap, Int32Array.of(0, 1, 1, 1), Int32Array.of(1, 0, 0, 0))
  expect(moves.map(({ unit: moved, group, isNeeded }) => [moved, group, isNeeded])).toEqual([
    [0, 0, true],
    [1, 0, true],
    [2, 1, false],
    [3, 2, false]
  ])
  // Alone, one of two accounts of 10 leaves a territory empty: from even to 20 against 0, the balance index from 100 to 50.
  expect(moves[0]!.alone.balancePoints).toBeCloseTo(-50, 9)
  expect(moves[0]!.alone.maxDeviation).toBeCloseTo(1, 9)
  expect(moves[0]!.alone.km).toBeCloseTo(-111.195, 3)
  expect(moves[0]!.undone.km).toBeCloseTo(111.195, 3)
  expect(moves[3]!.alone.km).toBeNull()
})
