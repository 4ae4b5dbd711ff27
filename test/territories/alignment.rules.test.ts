import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeRandom } from '#shared/math/random.ts'
import { distanceKm, measureDistances } from '#shared/territories/alignment/distances.ts'
import type { AlignmentProblem } from '#shared/territories/alignment/problem.ts'
import { solveAlignment } from '#shared/territories/alignment/solve.ts'
import { checkPlan, haversineKm } from './alignment-checker.ts'
import { hasSharedInstances, makeInstance, nothing, readInstance } from './alignment-instances.ts'

const objectives = [
  { km: 1 },
  { visitKm: 1 },
  { imbalance: 1 },
  { km: 1, imbalance: 200 },
  { visitKm: 0.2, km: 1, disruption: 120 },
  { imbalance: 1, disruption: 1 }
]

const problems = fc
  .record({
    units: fc.integer({ min: 0, max: 60 }),
    territories: fc.integer({ min: 1, max: 8 }),
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    weights: fc.constantFrom(...objectives),
    bandRatio: fc.constantFrom(null, 0.02, 0.1, 0.3),
    towns: fc.integer({ min: 0, max: 3 }),
    heaviness: fc.constantFrom(0, 0.6, 1.4),
    lockedShare: fc.constantFrom(0, 0.2),
    forbiddenShare: fc.constantFrom(0, 0.1),
    unplacedShare: fc.constantFrom(0, 0.1),
    withLimit: fc.boolean(),
    moveRatios: fc.constantFrom<number[]>([], [0.15], [0.3, 0.2])
  })
  .map(({ withLimit, ...shape }) => makeInstance({ ...shape, ...(withLimit ? { limitRatio: 0.4 } : {}) }))

describe('distances', () => {
  test('are great circles, as by the haversine formula', () => {
    expect(distanceKm({ lon: 0, lat: 0 }, { lon: 0, lat: 1 })).toBeCloseTo(111.195, 3)
    const random = makeRandom(7)
    for (let at = 0; at < 200; at += 1) {
      const [one, other] = [0, 0].map(() => ({ lon: 360 * random.next() - 180, lat: 180 * random.next() - 90 }))
      expect(distanceKm(one!, other!)).toBeCloseTo(haversineKm(one!, other!), 5)
    }
  })

  test('count for nothing without a place', () => {
    const there = { lon: 0, lat: 1 }
    const km = measureDistances([{ lon: 0, lat: 0 }, null], [there, null])
    expect([...km].map((each) => Math.round(each))).toEqual([111, 0, 0, 0])
  })
})

describe('a plan', () => {
  test('has every unit once, keeps locks and forbidden pairs, and costs and misses what a checker finds', {
    timeout: 120_000
  }, () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const plan = solveAlignment(problem)
        const checked = checkPlan(problem, plan.assigned)
        expect(checked.faults).toEqual([])
        expect(plan.cost).toBeCloseTo(checked.cost, 4)
        expect(plan.misses.map(roughly)).toEqual(checked.misses.map(roughly))
        if (plan.misses.length > 0) expect(plan.gapRatio).toBeNull()
        if (plan.lowerBound !== null) expect(plan.lowerBound).toBeLessThanOrEqual(plan.cost + 1e-9)
      }),
      { numRuns: 40, seed: 4 }
    )
  })

  test('is the same for the same seed', { timeout: 60_000 }, () => {
    const problem = makeInstance({ units: 80, territories: 6, seed: 3, weights: { visitKm: 1 }, moveRatios: [0.3] })
    expect(solveAlignment(problem)).toEqual(solveAlignment(problem))
  })

  test('is the same however units and territories are listed', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(problems, fc.integer(), (problem, seed) => {
        const random = makeRandom(seed, 'shuffle')
        const territoryOrder = random.shuffle(problem.territories.map((_, at) => at))
        const unitOrder = random.shuffle(problem.units.map((_, at) => at))
        const shuffled: AlignmentProblem = {
          ...problem,
          territories: territoryOrder.map((at) => problem.territories[at]!),
          units: unitOrder.map((at) => {
            const unit = problem.units[at]!
            return { ...unit, current: unit.current === null ? null : territoryOrder.indexOf(unit.current) }
          }),
          forbidden: problem.forbidden.map(([unit, territory]) => [
            unitOrder.indexOf(unit),
            territoryOrder.indexOf(territory)
          ])
        }
        const plan = solveAlignment(problem)
        const again = solveAlignment(shuffled)
        expect(again.cost).toBe(plan.cost)
        expect(again.lowerBound).toBe(plan.lowerBound)
        expect(unitOrder.map((_, rank) => territoryOrder[again.assigned[rank]!] ?? -1)).toEqual(
          unitOrder.map((at) => plan.assigned[at])
        )
      }),
      { numRuns: 15, seed: 5 }
    )
  })

  test('gets better as it is told of, and can be stopped at its best', { timeout: 60_000 }, () => {
    const problem = makeInstance({ units: 200, territories: 12, seed: 9, weights: { km: 1 } })
    const told: number[] = []
    const full = solveAlignment(problem, {
      onBest: ({ cost, misses }, done, total) => {
        expect(done).toBeLessThanOrEqual(total)
        if (misses.length === 0) told.push(cost)
      }
    })
    expect(told.length).toBeGreaterThan(5)
    expect(told).toEqual([...told].sort((one, other) => other - one))
    expect(told.at(-1)).toBe(full.cost)
    let asked = 0
    const stopped = solveAlignment(problem, {
      shouldStop: () => {
        asked += 1
        return asked > 700
      }
    })
    expect(asked).toBeLessThan(760)
    const checked = checkPlan(problem, stopped.assigned)
    expect(checked.faults).toEqual([])
    expect(stopped.cost).toBeCloseTo(checked.cost, 6)
    expect(stopped.cost).toBeGreaterThanOrEqual(full.cost)
  })
})

describe('edges', () => {
  const place = { lon: 0, lat: 40 }
  const unit = { place, load: 1, visits: 1, others: [], moveWeights: [1], current: null, isLocked: false }
  const territory = { base: place, capacity: 1, maxLoad: null }
  const bare: AlignmentProblem = {
    units: [],
    territories: [territory, { ...territory, base: { lon: 1, lat: 40 } }],
    forbidden: [],
    weights: { ...nothing, km: 1 },
    bandRatio: 0.05,
    limits: [],
    moveLimits: [],
    neighbours: null,
    seed: 1
  }

  test('no units: nothing to do', () => {
    expect(solveAlignment(bare)).toMatchObject({ cost: 0, misses: [], gapRatio: null })
  })

  test('one territory takes all', () => {
    const plan = solveAlignment({
      ...bare,
      units: [unit, { ...unit, place: { lon: 0, lat: 41 } }],
      territories: [territory]
    })
    expect([...plan.assigned]).toEqual([0, 0])
    expect(plan.misses).toEqual([])
    expect(plan.cost).toBeCloseTo(111.195, 3)
    expect(plan.gapRatio).toBeLessThan(1e-6)
  })

  test('no territory: units are nowhere, and that is said', () => {
    const plan = solveAlignment({ ...bare, units: [unit], territories: [] })
    expect([...plan.assigned]).toEqual([-1])
    expect(plan.misses).toEqual([{ kind: 'noTerritory', unit: 0 }])
  })

  test('no load at all: the cheapest place, with no band to miss', () => {
    const units = [0, 0.2, 0.8, 1].map((lon) => ({ ...unit, load: 0, place: { lon, lat: 40 } }))
    const plan = solveAlignment({ ...bare, units })
    expect([...plan.assigned]).toEqual([0, 0, 1, 1])
    expect(plan.misses).toEqual([])
  })

  test('an account heavier than a target: what is missed is said, all else is kept', () => {
    const units = [100, ...Array.from({ length: 40 }, () => 2)].map((load, at) => ({
      ...unit,
      load,
      place: { lon: (at % 20) / 20, lat: 40 }
    }))
    const territories = [0, 0.5, 1].map((lon) => ({ ...territory, base: { lon, lat: 40 } }))
    const plan = solveAlignment({ ...bare, units, territories })
    // 180 in all, 60 each: one holds the 100 alone, the others 40 each.
    const checked = checkPlan({ ...bare, units, territories }, plan.assigned)
    expect(checked.maxDeviationRatio).toBeCloseTo(2 / 3, 9)
    expect(plan.misses).toHaveLength(3)
    expect(plan.misses.map((miss) => 'deviationRatio' in miss && miss.deviationRatio.toFixed(3)).sort()).toEqual([
      '-0.333',
      '-0.333',
      '0.667'
    ])
  })

  test('all locked: today, with what it misses', () => {
    const units = [0, 0, 0, 1].map((current) => ({ ...unit, current, isLocked: true }))
    const plan = solveAlignment({ ...bare, units })
    expect([...plan.assigned]).toEqual([0, 0, 0, 1])
    expect(plan.misses.map(({ kind }) => kind)).toEqual(['band', 'band'])
  })

  test('a unit forbidden everywhere, or locked where it must not be, goes nowhere', () => {
    const units = [unit, { ...unit, current: 0, isLocked: true }, unit, unit]
    const plan = solveAlignment({
      ...bare,
      bandRatio: null,
      units,
      forbidden: [
        [0, 0],
        [0, 1],
        [1, 0]
      ]
    })
    expect([...plan.assigned]).toEqual([-1, -1, 0, 0])
    expect(plan.misses).toEqual([
      { kind: 'noTerritory', unit: 0 },
      { kind: 'noTerritory', unit: 1 }
    ])
  })

  test('no more than the greatest load', () => {
    const units = Array.from({ length: 10 }, () => unit)
    const territories = [
      { ...territory, maxLoad: 4 },
      { ...territory, base: { lon: 1, lat: 40 } }
    ]
    const plan = solveAlignment({ ...bare, bandRatio: null, units, territories })
    expect([...plan.assigned].filter((at) => at === 0)).toHaveLength(4)
    expect(plan.misses).toEqual([])
  })

  test('balance alone, without any place', () => {
    const units = Array.from({ length: 60 }, (_, at) => ({ ...unit, place: null, load: 1 + (at % 7), current: 0 }))
    const territories = Array.from({ length: 20 }, () => ({ ...territory, base: null }))
    const problem = { ...bare, weights: { ...nothing, imbalance: 1 }, bandRatio: null, units, territories }
    const plan = solveAlignment(problem)
    expect(checkPlan(problem, plan.assigned).balanceIndex).toBeGreaterThan(95)
  })

  test('a limit of no moves leaves all where it is', () => {
    const problem = makeInstance({
      units: 40,
      territories: 4,
      seed: 2,
      weights: { km: 1 },
      bandRatio: null,
      moveRatios: [0],
      forbiddenShare: 0
    })
    const plan = solveAlignment(problem)
    problem.units.forEach(({ current }, at) => {
      if (current !== null) expect(plan.assigned[at]).toBe(current)
    })
    expect(plan.misses).toEqual([])
  })
})

describe.skipIf(!hasSharedInstances)('the instances of the shared folder (skipped where it is not)', () => {
  const known: [weights: { km?: number; visitKm?: number }, maxMoved: number | undefined, best: number][] = [
    [{ km: 1 }, undefined, 39_636.1],
    [{ visitKm: 1 }, undefined, 418_494],
    [{ km: 1 }, 0.1, 44_212],
    [{ km: 1 }, 0.15, 42_475],
    [{ km: 1 }, 0.2, 41_338.5],
    [{ km: 1 }, 0.3, 39_931.7]
  ]

  test('distances of today are as published', () => {
    for (const [name, km, visitKm] of [
      ['A', 45_362.7, 419_192],
      ['C', 1_718_789, 16_739_509]
    ] as const) {
      const { units, territories } = readInstance(name, { km: 1 })
      const each = units.map(({ place, current }) => distanceKm(place!, territories[current!]!.base!))
      expect(each.reduce((sum, part) => sum + part, 0) / km).toBeCloseTo(1, 5)
      expect(each.reduce((sum, part, at) => sum + part * units[at]!.visits, 0) / visitKm).toBeCloseTo(1, 5)
    }
  })

  test.each(known)(
    'A %j, at most %s moved: within 0.5 %% of the proven optimum',
    { timeout: 60_000 },
    (weights, moved, best) => {
      const problem = readInstance('A', weights, moved)
      const plan = solveAlignment(problem)
      const checked = checkPlan(problem, plan.assigned)
      expect(checked.faults).toEqual([])
      expect(checked.misses).toEqual([])
      expect(checked.cost / best).toBeLessThan(1.005)
      // The published optimum is rounded and proven to 1e-5.
      expect(checked.cost / best).toBeGreaterThan(1 - 2e-5)
      expect(plan.lowerBound).toBeLessThanOrEqual(best * 1.00001)
    }
  )

  test('C, least visit-km: within 1 % of its bound, all within the band', { timeout: 180_000 }, () => {
    const problem = readInstance('C', { visitKm: 1 })
    const plan = solveAlignment(problem)
    const checked = checkPlan(problem, plan.assigned)
    expect(checked.faults).toEqual([])
    expect(checked.misses).toEqual([])
    expect(checked.maxDeviationRatio).toBeLessThanOrEqual(0.05 + 1e-9)
    expect(plan.lowerBound! / 16_914_215).toBeGreaterThan(0.999)
    expect(checked.cost / 16_914_215).toBeLessThan(1.01)
    expect(plan.gapRatio).toBeCloseTo(checked.cost / plan.lowerBound! - 1, 9)
  })
})

/** A miss with its figures to six digits, so that two ways to add up agree. */
function roughly(miss: object): object {
  return Object.fromEntries(
    Object.entries(miss).map(([key, value]) => [key, typeof value === 'number' ? Number(value.toFixed(6)) : value])
  )
}
