// How good the optimiser's territories are and how long they take. Good: cost against the best possible (proven, or the plan's own lower bound),
// weighed by the checker of the tests. Long: against the least any method does, all distances and every unit to the nearest base, on 20,000
// units and 300 bases in the same run. A plan that misses a limit counts as endlessly dear.
import { say } from '../../build/steps/terminal.ts'
import { distanceKm, measureDistances } from '../../src/shared/territories/alignment/distances.ts'
import type { Alignment, AlignmentProblem } from '../../src/shared/territories/alignment/problem.ts'
import { solveAlignment } from '../../src/shared/territories/alignment/solve.ts'
import { checkPlan } from '../territories/alignment-checker.ts'
import { hasSharedInstances, readInstance } from '../territories/alignment-instances.ts'
import { piecesByJoining } from '../territories/contiguous-instances.ts'
import { type CountyInstance, makeCountyProblem } from '../territories/county-instance.ts'
import { type Bench, type Measured, repetitions } from './bench.ts'

interface AlignmentCase {
  name: string
  /** Null where its files aren't there. */
  problem: () => AlignmentProblem | null
  /** The cost of the best plan there is, or of the best that is known; null is the plan's own lower bound. */
  best: number | null
  /** At most this ratio of cost to best, or to the bound. */
  aim: number
  /** At most this many times as long as the reference. */
  timeAim: number
  /** A case of 300 units takes a second or two, one of 20,000 a few: these run once. */
  runs: number
}

const shared = (...args: Parameters<typeof readInstance>): AlignmentProblem | null =>
  hasSharedInstances ? readInstance(...args) : null

// The reference takes about 0.2 s where A is to take 2 s and C 10 s.
const small = { aim: 1.005, timeAim: 10, runs: repetitions }
const large = { aim: 1.01, timeAim: 50, runs: 1 }

/** The counties in 60 territories of one piece each; their bound is that of plans that need not be in one piece. */
const counties = (weights: CountyInstance['weights'], bases: CountyInstance['bases']): AlignmentCase => ({
  name: `3,108 counties in one piece each, weights ${weights}, bases by ${bases}`,
  problem: () => makeCountyProblem({ weights, bases, territoryCount: 60, seed: 1 }),
  best: null,
  aim: 1.02,
  // 10 s; one run of the reference, which is all there is here, has taken 0.11 s and more.
  timeAim: 80,
  runs: 1
})

/** A new case is a line here. */
const cases: AlignmentCase[] = [
  { name: 'A, km', problem: () => shared('A', { km: 1 }), best: 39_636.1, ...small },
  { name: 'A, visit-km', problem: () => shared('A', { visitKm: 1 }), best: 418_494, ...small },
  { name: 'A, km, at most 10 % moved', problem: () => shared('A', { km: 1 }, 0.1), best: 44_212, ...small },
  { name: 'A, km, at most 15 % moved', problem: () => shared('A', { km: 1 }, 0.15), best: 42_475, ...small },
  { name: 'A, km, at most 20 % moved', problem: () => shared('A', { km: 1 }, 0.2), best: 41_338.5, ...small },
  { name: 'A, km, at most 30 % moved', problem: () => shared('A', { km: 1 }, 0.3), best: 39_931.7, ...small },
  { name: 'C, km', problem: () => shared('C', { km: 1 }), best: null, ...large },
  { name: 'C, visit-km', problem: () => shared('C', { visitKm: 1 }), best: null, ...large },
  { name: 'C, km, at most 20 % moved', problem: () => shared('C', { km: 1 }, 0.2), best: null, ...large },
  counties('lognormal', 'weight'),
  counties('towns', 'weight'),
  counties('towns', 'chance'),
  counties('counts', 'spread'),
  counties('equal', 'weight')
]

interface Solved {
  plan: Alignment
  checked: ReturnType<typeof checkPlan>
  ms: number[]
  referenceMs: number[]
}

const solved = new Map<AlignmentCase, Solved | null>()

/** Solves a case, as often as its times need; both its benches use the same plan. */
function solve(each: AlignmentCase): Solved | null {
  const held = solved.get(each)
  if (held !== undefined) return held
  const problem = each.problem()
  if (problem === null) {
    solved.set(each, null)
    return null
  }
  const [ms, referenceMs]: [number[], number[]] = [[], []]
  let plan: Alignment | undefined
  for (let run = 0; run < each.runs; run += 1) {
    referenceMs.push(timeOf(assignNearest))
    ms.push(
      timeOf(() => {
        plan = solveAlignment(problem)
      })
    )
  }
  const found = { plan: plan!, checked: checkPlan(problem, plan!.assigned), ms, referenceMs }
  solved.set(each, found)
  return found
}

function timeOf(work: () => void): number {
  const startedAt = performance.now()
  work()
  return performance.now() - startedAt
}

/** All distances of 20,000 units from 300 bases, and which base is nearest to each. */
function assignNearest(): void {
  const spread = (count: number, step: number) =>
    Array.from({ length: count }, (_, at) => ({ lon: -125 + ((at * step) % 58), lat: 25 + ((at * step * 0.7) % 24) }))
  const [units, bases] = [spread(20_000, 0.618), spread(300, 7.3)]
  const km = measureDistances(units, bases)
  const nearest = new Int32Array(units.length)
  for (let unit = 0; unit < units.length; unit += 1)
    for (let base = 1; base < bases.length; base += 1)
      if (km[unit * bases.length + base]! < km[unit * bases.length + nearest[unit]!]!) nearest[unit] = base
  const [first, base] = [units[0]!, bases[nearest[0]!]!]
  if (Math.abs(km[nearest[0]!]! - distanceKm(first, base)) > 1e-6) throw new Error('Distances went wrong')
}

const qualityOf = (each: AlignmentCase): Bench => ({
  name: `territories ${each.name}: cost against ${each.best === null ? 'its lower bound' : 'the proven optimum'}`,
  aim: each.aim,
  async measure(): Promise<Measured> {
    const found = solve(each)
    if (found === null) {
      say('  The shared folder with the instances is not there.')
      return { product: [], bare: [], unit: 'km' }
    }
    const { plan, checked } = found
    const bound = plan.lowerBound ?? Number.NaN
    const percent = (ratio: number): string => `${(100 * ratio).toFixed(2)} %`
    say(
      `        cost ${checked.cost.toFixed(1)}, bound ${bound.toFixed(1)}, gap ${percent(checked.cost / bound - 1)}, ` +
        `largest deviation ${percent(checked.maxDeviationRatio)}, ${checked.misses.length + plan.misses.length} misses, ` +
        `${checked.faults.length} faults`
    )
    const problem = each.problem()
    const mostPieces = problem?.neighbours ? Math.max(...piecesByJoining(problem, plan.assigned)) : 1
    if (problem?.neighbours) say(`        most pieces of a territory ${mostPieces}`)
    const isKept = checked.faults.length + checked.misses.length + plan.misses.length === 0 && mostPieces === 1
    return { product: [isKept ? checked.cost : Number.POSITIVE_INFINITY], bare: [each.best ?? bound], unit: 'km' }
  }
})

const timeOfCase = (each: AlignmentCase): Bench => ({
  name: `territories ${each.name}: time, against 20,000 x 300 distances and the nearest base`,
  aim: each.timeAim,
  async measure(): Promise<Measured> {
    const found = solve(each)
    return { product: found?.ms ?? [], bare: found?.referenceMs ?? [], unit: 'ms' }
  }
})

export const alignments: readonly Bench[] = cases.flatMap((each) => [qualityOf(each), timeOfCase(each)])
