import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeRandom } from '#shared/math/random.ts'
import {
  buildGraph,
  countPieces,
  findPieces,
  linkIslands
} from '#shared/territories/alignment/contiguous/neighbours.ts'
import {
  countEntering,
  countTouching,
  makeRegions,
  moveUnit,
  resetRegions
} from '#shared/territories/alignment/contiguous/regions.ts'
import { solveContiguous } from '#shared/territories/alignment/contiguous/solve.ts'
import { buildInstance } from '#shared/territories/alignment/instance.ts'
import { makePlan } from '#shared/territories/alignment/plan.ts'
import type { AlignmentProblem } from '#shared/territories/alignment/problem.ts'
import { checkPlan } from './alignment-checker.ts'
import { cheapestByTrying, makeGrid, piecesByJoining } from './contiguous-instances.ts'
import { makeCountyProblem, makeRegionProblem, readCounties, readProvinces } from './county-instance.ts'

const grids = fc
  .record({
    columns: fc.integer({ min: 1, max: 9 }),
    rows: fc.integer({ min: 1, max: 7 }),
    territories: fc.integer({ min: 1, max: 6 }),
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    bandRatio: fc.constantFrom(null, 0.05, 0.2),
    lockedShare: fc.constantFrom(0, 0, 0.1),
    forbiddenShare: fc.constantFrom(0, 0, 0.1),
    isOneTown: fc.boolean(),
    isEven: fc.boolean()
  })
  .map((shape) => makeGrid(shape))

/** What a plan misses, in an order of its own. */
const inOrder = (misses: readonly object[]): string[] =>
  misses
    .map((miss) => JSON.stringify(miss, (_, value) => (typeof value === 'number' ? Number(value.toFixed(6)) : value)))
    .sort()

/** What the checker and the walk over the pairs find: everything a plan misses. */
function missesByChecking(problem: AlignmentProblem, assigned: ArrayLike<number>): object[] {
  const broken = piecesByJoining(problem, assigned).flatMap((pieces, territory) =>
    pieces > 1 ? [{ kind: 'connected', territory, pieces }] : []
  )
  return [...checkPlan(problem, assigned).misses, ...broken]
}

describe('neighbours', () => {
  test('are listed once for each side', () => {
    const graph = buildGraph(3, [
      [0, 1],
      [1, 0],
      [2, 2]
    ])
    expect([...graph.starts]).toEqual([0, 1, 2, 2])
    expect([...graph.ends]).toEqual([1, 0])
    expect(() => buildGraph(2, [[0, 2]])).toThrow(RangeError)
  })

  test('make pieces', () => {
    const graph = buildGraph(4, [
      [0, 1],
      [1, 2]
    ])
    expect(findPieces(graph).count).toBe(2)
    expect([...findPieces(graph, Int32Array.of(0, 1, 0, -1)).pieceOf]).toEqual([0, 1, 2, -1])
    expect([...countPieces(graph, Int32Array.of(0, 1, 0, 1), 3)]).toEqual([2, 2, 0])
  })

  test('link an island to the nearest coast, and one beyond it to the island', () => {
    const at = (lon: number) => ({ lon, lat: 0 })
    const linked = linkIslands([[0, 1]], [at(0), at(1), at(3), at(4.5), null])
    expect(linked).toEqual([
      [0, 1],
      [1, 2],
      [2, 3]
    ])
  })

  test('of counties and provinces are one piece once islands are linked', () => {
    expect(readCounties().ids).toHaveLength(3108)
    for (const { ids, neighbours } of [readCounties(), readProvinces()])
      expect(findPieces(buildGraph(ids.length, neighbours)).count).toBe(1)
  })
})

describe('borders and pieces', () => {
  test('stay in step with every change', () => {
    fc.assert(
      fc.property(grids, fc.integer(), (problem, seed) => {
        const random = makeRandom(seed)
        const { units, territories } = problem
        const { task } = buildInstance({
          ...problem,
          forbidden: [],
          units: units.map((unit) => ({ ...unit, isLocked: false }))
        })
        const graph = buildGraph(units.length, problem.neighbours!)
        const regions = makeRegions(
          makePlan(
            task,
            Int32Array.from(units, ({ current }) => current!)
          ),
          graph
        )
        for (let change = 0; change < 30; change += 1) {
          const [unit, to] = [random.integer(0, units.length - 1), random.integer(0, territories.length - 1)]
          const from = regions.plan.assigned[unit]!
          if (from === to) continue
          moveUnit(regions, unit, to, countTouching(regions, unit, from), countEntering(regions, unit, to))
          const pieces = [...regions.pieces]
          expect(pieces).toEqual(piecesByJoining(problem, regions.plan.assigned))
          const border = [...regions.border.subarray(0, regions.borderCount.value)].sort()
          const members = regions.members.map((list) => [...list].sort())
          resetRegions(regions)
          expect([...regions.border.subarray(0, regions.borderCount.value)].sort()).toEqual(border)
          expect(regions.members.map((list) => [...list].sort())).toEqual(members)
        }
      }),
      { numRuns: 60 }
    )
  })
})

describe('a plan of regions', () => {
  test('has every unit once, keeps locks and forbidden pairs, and costs and misses what a checker finds', {
    timeout: 120_000
  }, () => {
    fc.assert(
      fc.property(grids, (problem) => {
        const plan = solveContiguous(problem, {})
        const checked = checkPlan(problem, plan.assigned)
        expect(checked.faults).toEqual([])
        expect(plan.cost).toBeCloseTo(checked.cost, 3)
        expect(inOrder(plan.misses)).toEqual(inOrder(missesByChecking(problem, plan.assigned)))
        if (plan.lowerBound !== null) expect(plan.lowerBound).toBeLessThanOrEqual(checked.cost * (1 + 1e-9))
        const isFree = problem.forbidden.length === 0 && problem.units.every(({ isLocked }) => !isLocked)
        if (isFree) expect(Math.max(...piecesByJoining(problem, plan.assigned))).toBeLessThanOrEqual(1)
      }),
      { numRuns: 60 }
    )
  })

  test('is the cheapest of all where all can be tried', { timeout: 120_000 }, () => {
    let feasible = 0
    for (let seed = 1; seed <= 24; seed += 1) {
      const shape = seed % 2 === 0 ? { columns: 4, rows: 4, territories: 2 } : { columns: 4, rows: 3, territories: 3 }
      const problem = makeGrid({ ...shape, seed, bandRatio: 0.12, isOneTown: seed % 5 === 0 })
      const cheapest = cheapestByTrying(problem)
      const plan = solveContiguous(problem, {})
      if (cheapest === null) {
        expect(plan.misses, `seed ${seed}`).not.toEqual([])
        continue
      }
      feasible += 1
      expect(plan.misses, `seed ${seed}`).toEqual([])
      expect(plan.lowerBound!).toBeLessThanOrEqual(cheapest * (1 + 1e-9))
      expect(plan.cost / cheapest, `seed ${seed}`).toBeCloseTo(1, 6)
    }
    expect(feasible).toBeGreaterThan(12)
  })

  test('is the same for the same seed', () => {
    const problem = makeGrid({ columns: 9, rows: 8, territories: 5, seed: 3, bandRatio: 0.1 })
    expect(solveContiguous(problem, {})).toEqual(solveContiguous(problem, {}))
  })

  test('holds when all sellers live in one town', () => {
    const problem = makeGrid({ columns: 12, rows: 12, territories: 6, seed: 5, bandRatio: 0.05, isOneTown: true })
    const plan = solveContiguous(problem, {})
    expect(missesByChecking(problem, plan.assigned)).toEqual([])
  })

  test('says which territory a region too heavy for one is in, and keeps the others in their band', () => {
    const grid = makeGrid({ columns: 10, rows: 10, territories: 5, seed: 8, bandRatio: 0.08, isEven: true })
    const problem = { ...grid, units: grid.units.map((unit, at) => (at === 44 ? { ...unit, load: 23 } : unit)) }
    const plan = solveContiguous(problem, {})
    // 122 in all, 24.4 each: 23 fit; of 30 in 129, 25.8 each, nothing can be added or taken away.
    expect(plan.misses).toEqual([])
    const heavier = { ...grid, units: grid.units.map((unit, at) => (at === 44 ? { ...unit, load: 30 } : unit)) }
    const missed = solveContiguous(heavier, {})
    expect(missed.misses).toEqual([
      {
        kind: 'band',
        territory: missed.assigned[44],
        deviationRatio: expect.closeTo(30 / 25.8 - 1, 9),
        bandRatio: 0.08
      }
    ])
    expect(missed.gapRatio).toBeNull()
  })

  test('says that land in two pieces leaves a territory in two', () => {
    const grid = makeGrid({ columns: 6, rows: 6, territories: 3, seed: 2, bandRatio: 0.1, isEven: true })
    // The last unit, cut off: 1 of 36 is no territory of its own.
    const cut = { ...grid, neighbours: grid.neighbours!.filter((pair) => !pair.includes(35)) }
    const plan = solveContiguous(cut, {})
    expect(plan.misses).toEqual([{ kind: 'connected', territory: plan.assigned[35], pieces: 2 }])
    // Two halves for two: nothing has to be in two pieces.
    const halves = {
      ...makeGrid({ columns: 6, rows: 6, territories: 2, seed: 4, bandRatio: 0.1, isEven: true, isOneTown: true }),
      neighbours: grid.neighbours!.filter(([one, other]) => one < 18 === other < 18)
    }
    expect(solveContiguous(halves, {}).misses).toEqual([])
  })

  test('stops when asked, with a plan in one piece each, and tells of plans before', () => {
    const problem = makeGrid({ columns: 20, rows: 20, territories: 8, seed: 6, bandRatio: 0.1 })
    const stopped = solveContiguous(problem, { shouldStop: () => true })
    expect(checkPlan(problem, stopped.assigned).faults).toEqual([])
    expect(Math.max(...piecesByJoining(problem, stopped.assigned))).toBe(1)
    const told: { violation: number; cost: number; done: number; total: number }[] = []
    solveContiguous(problem, {
      onBest: ({ misses, cost }, done, total) => told.push({ violation: misses.length, cost, done, total })
    })
    expect(told.length).toBeGreaterThan(10)
    expect(told.at(-1)!.done).toBe(told.at(-1)!.total)
    expect(told.every(({ done }, at) => at === 0 || done >= told[at - 1]!.done)).toBe(true)
    const kept = told.filter(({ violation }) => violation === 0).map(({ cost }) => cost)
    expect(kept).toEqual([...kept].sort((one, other) => other - one))
  })

  test('of nothing is nothing', () => {
    const grid = makeGrid({ columns: 3, rows: 2, territories: 2, seed: 1, bandRatio: null })
    const none = solveContiguous({ ...grid, units: [], neighbours: [], forbidden: [] }, {})
    expect([none.assigned.length, none.cost, none.misses]).toEqual([0, 0, []])
    const nobody = solveContiguous(
      { ...grid, units: grid.units.map((unit) => ({ ...unit, current: null })), territories: [] },
      {}
    )
    expect([...nobody.assigned]).toEqual([-1, -1, -1, -1, -1, -1])
    const nowhere = solveContiguous({ ...grid, units: grid.units.map((unit) => ({ ...unit, place: null })) }, {})
    expect(nowhere.cost).toBe(0)
  })

  test('of the provinces of Spain keeps eight territories in one piece within 10 %', () => {
    const problem = makeRegionProblem(readProvinces(), {
      weights: 'lognormal',
      bases: 'weight',
      territoryCount: 8,
      seed: 2,
      bandRatio: 0.1
    })
    const plan = solveContiguous(problem, {})
    expect(missesByChecking(problem, plan.assigned)).toEqual([])
  })

  test('of the counties keeps 60 territories in one piece within 6 %, within 2 % of the bound without pieces', {
    timeout: 180_000
  }, () => {
    const problem = makeCountyProblem({ weights: 'lognormal', bases: 'weight', territoryCount: 60, seed: 1 })
    const plan = solveContiguous(problem, {})
    const checked = checkPlan(problem, plan.assigned)
    expect(checked.faults).toEqual([])
    expect(missesByChecking(problem, plan.assigned)).toEqual([])
    expect(checked.maxDeviationRatio).toBeLessThanOrEqual(0.06 + 1e-9)
    expect(checked.cost / plan.lowerBound!).toBeLessThan(1.02)
  })
})
