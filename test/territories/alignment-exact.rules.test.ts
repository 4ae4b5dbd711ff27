import loadHighs from 'highs'
import { describe, expect, test } from 'vitest'
import type { AlignmentProblem } from '#shared/territories/alignment/problem.ts'
import { solveAlignment } from '#shared/territories/alignment/solve.ts'
import { checkPlan, haversineKm } from './alignment-checker.ts'
import { type InstanceShape, makeInstance } from './alignment-instances.ts'

// Small problems, solved to the optimum by HiGHS from a model written here: bound <= optimum <= plan, and the plan near the optimum.
const objectives: [string, Partial<InstanceShape>][] = [
  ['km', { weights: { km: 1 } }],
  ['visit-km', { weights: { visitKm: 1 } }],
  ['km and disruption', { weights: { km: 1, disruption: 60 } }],
  ['visit-km and balance', { weights: { visitKm: 1, imbalance: 400 }, bandRatio: null }],
  ['km with at most 20 % moved', { weights: { km: 1 }, moveRatios: [0.2], bandRatio: 0.25 }],
  ['visit-km with limits on two kinds of moves', { weights: { visitKm: 1 }, moveRatios: [0.4, 0.25], bandRatio: 0.25 }],
  ['km with a limit on another measure', { weights: { km: 1 }, limitRatio: 0.15 }],
  ['km in a tight band with heavy accounts', { weights: { km: 1 }, bandRatio: 0.04, heaviness: 1.1 }]
]
const sizes: [units: number, territories: number][] = [
  [20, 3],
  [36, 4],
  [48, 5],
  [60, 6]
]

describe('small problems against the exact optimum', async () => {
  const highs = await loadHighs()

  test.each(objectives)('%s', { timeout: 300_000 }, (_, shape) => {
    const gaps = sizes.flatMap(([units, territories], at) => {
      const problem = makeInstance({ units, territories, seed: 100 + at, weights: {}, towns: at % 3, ...shape })
      const solved = highs.solve(modelOf(problem), { mip_rel_gap: 0.0005, time_limit: 60, output_flag: false })
      const plan = solveAlignment(problem)
      const checked = checkPlan(problem, plan.assigned)
      expect(checked.faults).toEqual([])
      if (solved.Status === 'Infeasible') {
        expect(checked.misses).not.toEqual([])
        return []
      }
      expect(solved.Status).toBe('Optimal')
      const optimum = solved.ObjectiveValue
      expect(checked.misses).toEqual([])
      expect(plan.lowerBound!).toBeLessThanOrEqual(optimum * (1 + 1e-6))
      // HiGHS stops within 0.05 %.
      expect(checked.cost).toBeGreaterThanOrEqual(optimum * (1 - 6e-4))
      return [checked.cost / optimum - 1]
    })
    expect(gaps.length).toBeGreaterThanOrEqual(2)
    expect(Math.max(...gaps)).toBeLessThan(0.01)
  })
})

/** The problem as a mixed-integer program in LP format. */
function modelOf(problem: AlignmentProblem): string {
  const { units, territories, weights, forbidden, bandRatio } = problem
  const barred = new Set(forbidden.map(([unit, territory]) => `${unit} ${territory}`))
  const capacity = territories.reduce((sum, territory) => sum + territory.capacity, 0)
  const costs: string[] = []
  const rows: string[] = []
  const names: string[] = []
  const terms = (amountOf: (unit: number, territory: number) => number): string =>
    pairs
      .flatMap(([unit, territory]) => {
        const amount = amountOf(unit, territory)
        return amount === 0 ? [] : [`${amount} x${unit}_${territory}`]
      })
      .join('\n + ') || '0 x0_0'
  const pairs = units.flatMap((unit, at) =>
    territories.flatMap((_, territory) =>
      barred.has(`${at} ${territory}`) || (unit.isLocked && unit.current !== territory)
        ? []
        : [[at, territory] as const]
    )
  )
  for (const [at, territory] of pairs) {
    const { place, visits, current, moveWeights } = units[at]!
    const base = territories[territory]!.base
    const km = place === null || base === null ? 0 : haversineKm(place, base)
    const isMoved = current !== null && current !== territory
    const cost = (weights.visitKm * visits + weights.km) * km + (isMoved ? weights.disruption * moveWeights[0]! : 0)
    costs.push(`${cost.toFixed(9)} x${at}_${territory}`)
    names.push(`x${at}_${territory}`)
  }
  units.forEach((_, at) => {
    rows.push(`${terms((unit) => (unit === at ? 1 : 0))} = 1`)
  })
  const within = (amounts: readonly number[], ratio: number): void => {
    const total = amounts.reduce((sum, amount) => sum + amount, 0)
    territories.forEach((each, territory) => {
      const sum = terms((unit, other) => (other === territory ? amounts[unit]! : 0))
      const target = (total * each.capacity) / capacity
      rows.push(`${sum} <= ${target * (1 + ratio)}`, `${sum} >= ${target * (1 - ratio)}`)
    })
  }
  const loads = units.map(({ load }) => load)
  if (bandRatio !== null) within(loads, bandRatio)
  problem.limits.forEach(({ bandRatio: ratio }, limit) => {
    within(
      units.map(({ others }) => others[limit]!),
      ratio
    )
  })
  problem.moveLimits.forEach(({ maxRatio }, limit) => {
    const total = units.reduce((sum, { moveWeights }) => sum + moveWeights[limit]!, 0)
    const moved = terms((unit, territory) => {
      const { current, moveWeights } = units[unit]!
      return current === null || current === territory ? 0 : moveWeights[limit]!
    })
    rows.push(`${moved} <= ${maxRatio * total}`)
  })
  if (weights.imbalance > 0) {
    const total = loads.reduce((sum, load) => sum + load, 0)
    territories.forEach((each, territory) => {
      const sum = terms((unit, other) => (other === territory ? loads[unit]! : 0))
      const target = (total * each.capacity) / capacity
      costs.push(`${(weights.imbalance * 50) / total} off${territory}`)
      rows.push(`${sum} - off${territory} <= ${target}`, `${sum} + off${territory} >= ${target}`)
    })
  }
  return `Minimize\n obj: ${costs.join('\n + ')}\nSubject To\n${rows.map((row, at) => ` r${at}: ${row}`).join('\n')}\nBinary\n${names.join('\n')}\nEnd\n`
}
