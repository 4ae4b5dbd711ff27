// Places units one by one: prices and their bound first, then annealing around the prices, mending, and more annealing from the best plan.
import { makeRandom } from '#shared/math/random.ts'
import { anneal } from './anneal.ts'
import { type Arcs, listArcs, listGaps } from './arcs.ts'
import { buildInstance, type Instance } from './instance.ts'
import { mend } from './mend.ts'
import { addUp, makePlan, type Plan } from './plan.ts'
import { findPrices, type Prices } from './prices.ts'
import type { Alignment, AlignmentProblem, AlignmentRun } from './problem.ts'
import { type PlanScore, scorePlan } from './score.ts'
import { priceWalls, steepWalls, type Walls } from './walls.ts'

/** One annealing: where it starts, how warm, how steep its walls, and its share of all tries. */
interface Pass {
  readonly start: 'prices' | 'best'
  /** Heat at the start and at the end, over the typical heat. */
  readonly hottest: number
  readonly coldest: number
  /** Slopes of the walls over the prices, at the start and at the end. */
  readonly flattest: number
  readonly steepest: number
  readonly share: number
}

/** A small problem is started several times over, since a few heavy units decide where it ends; a large one once, at lower heat. */
const smallPasses: readonly Pass[] = [
  { start: 'prices', hottest: 1, coldest: 0.15, flattest: 2, steepest: 20, share: 0.2 },
  { start: 'prices', hottest: 1, coldest: 0.15, flattest: 2, steepest: 20, share: 0.2 },
  { start: 'prices', hottest: 1, coldest: 0.15, flattest: 2, steepest: 20, share: 0.2 },
  { start: 'best', hottest: 0.6, coldest: 0.15, flattest: 3, steepest: 30, share: 0.2 },
  { start: 'best', hottest: 0.6, coldest: 0.15, flattest: 3, steepest: 30, share: 0.2 }
]
const largePasses: readonly Pass[] = [
  { start: 'prices', hottest: 0.1, coldest: 0.01, flattest: 1.2, steepest: 200, share: 0.4 },
  { start: 'best', hottest: 0.05, coldest: 0.005, flattest: 10, steepest: 100, share: 0.6 }
]
const largeUnits = 2_000

/** Changes tried: so many an arc, and in all at most. */
const triesPerArc = 3_000
const mostTries = 6_000_000
/** Heat is the gap of the arc of this rank by territory; arcs are looked at up to so many times the heat. */
const gapsPerTerritory = 10
const cutoff = 6

/** Reports to whoever asked, over all passes. */
const reportCount = 60
/** Temperatures between two reports. */
const stepsPerReport = 4
/** At most so many changes are mended after a pass. */
const mostMends = 300

/**
 * Finds a plan in which every unit may go to any territory that isn't forbidden, whether or not territories are in one piece.
 *
 * @param problem in canonical order; its neighbours aren't looked at
 * @param run whom to tell of better plans, and whether to stop
 * @returns as solveAlignment
 * @source search: simulated annealing with shifts, exchanges and chains of two, as for the generalised assignment problem (M. Yagiura,
 *   T. Ibaraki, F. Glover, "An ejection chain approach for the generalized assignment problem", INFORMS Journal on Computing 16, 2004)
 */
export function solveFree(problem: AlignmentProblem, { onBest, shouldStop = () => false }: AlignmentRun): Alignment {
  const instance = buildInstance(problem)
  const { task } = instance
  const prices = findPrices(task, { shouldStop })
  const best: Best = { assigned: prices.assigned, score: scorePlan(instance, prices.assigned) }
  const finish = (): Alignment => describe(prices, best)
  const field = surveyField(task, prices)
  if (field === null || isProven(best.score, prices.bound)) return finish()
  const passes = field.isLarge ? largePasses : smallPasses
  const wide = listArcs(task, prices.candidates, prices.prices, Number.POSITIVE_INFINITY)
  const steep = steepWalls(task, prices)
  const random = makeRandom(problem.seed, 'alignment')
  // Leaving all where it is, or nearly so, is a plan too: where moves cost something it is hard to beat.
  const today = makePlan(task, planToday(problem, task, prices.assigned))
  keepBetter(instance, best, today.assigned)
  mendPlan(today, wide, steep, shouldStop)
  keepBetter(instance, best, today.assigned)
  let reported = 0
  for (const pass of passes) {
    const plan = makePlan(task, pass.start === 'prices' ? prices.assigned : best.assigned)
    const reports = Math.max(1, Math.round(pass.share * reportCount))
    annealPass(instance, plan, field, pass, random, best, reports, (isStep) => {
      if (isStep) {
        reported += 1
        onBest?.(finish(), Math.min(reported, reportCount - 1), reportCount)
      }
      return shouldStop()
    })
    mendPlan(plan, wide, steep, shouldStop)
    keepBetter(instance, best, plan.assigned)
    if (shouldStop() || isProven(best.score, prices.bound)) break
  }
  const found = finish()
  onBest?.(found, reportCount, reportCount)
  return found
}

/** Where each unit lies today if it may stay there, the others as prices place them. */
function planToday(
  { units }: AlignmentProblem,
  { matrix, territoryCount }: Instance['task'],
  priced: Int32Array
): Int32Array {
  return priced.map((territory, unit) => {
    const current = units[unit]?.current ?? null
    return current !== null && Number.isFinite(matrix[unit * territoryCount + current]!) ? current : territory
  })
}

interface Best {
  assigned: Int32Array
  score: PlanScore
}

/** What annealing works on: the arcs, the heat that fits them, and the walls. */
interface Field {
  readonly arcs: Arcs
  readonly heat: number
  readonly walls: Walls
  readonly tries: number
  readonly isLarge: boolean
}

/** Null when there is nothing to choose. */
function surveyField(task: Instance['task'], prices: Prices): Field | null {
  const gaps = listGaps(task, prices.candidates, prices.prices)
  if (gaps.length === 0) return null
  const walls = priceWalls(task, prices)
  // Where places hardly differ in cost, what a typical amount costs off its target sets the heat.
  const load = task.measures[0]!
  const typicalLoad = load.amounts.reduce((sum, amount) => sum + amount, 0) / task.unitCount
  const gap = gaps[Math.min(gaps.length - 1, Math.floor(gapsPerTerritory * task.territoryCount))]!
  const heat = Math.max(gap, 0.5 * load.penalty * typicalLoad, 1e-9)
  const isLarge = task.unitCount > largeUnits
  const arcs = listArcs(task, prices.candidates, prices.prices, heat * cutoff)
  return { arcs, heat, walls, tries: Math.min(mostTries, triesPerArc * arcs.units.length), isLarge }
}

function annealPass(
  instance: Instance,
  plan: Plan,
  field: Field,
  pass: Pass,
  random: ReturnType<typeof makeRandom>,
  best: Best,
  reports: number,
  afterStep: (isReport: boolean) => boolean
): void {
  const { walls, heat, arcs, tries } = field
  const steps = reports * stepsPerReport
  // Copying a large plan takes as long as many changes, so not every better one is kept at once.
  const patience = Math.floor(instance.task.unitCount / 1000)
  let waited = 0
  const cooling = {
    hottest: pass.hottest * heat,
    coldest: pass.coldest * heat,
    steps,
    tries: Math.ceil((tries * pass.share) / steps),
    setWalls: (changed: Plan, progress: number): void => {
      const slope = pass.flattest * (pass.steepest / pass.flattest) ** Math.min(1, progress / 0.7)
      for (let slot = 0; slot < changed.walls.length; slot += 1) changed.walls[slot] = walls.amounts[slot]! * slope
      for (let limit = 0; limit < changed.moveWalls.length; limit += 1)
        changed.moveWalls[limit] = walls.moves[limit]! * slope
    }
  }
  const keep = (found: Plan): void => {
    if (best.score.violation === 0 && found.spent >= best.score.cost - 1e-9 * best.score.cost) return
    waited += 1
    if (waited < patience) return
    waited = 0
    keepBetter(instance, best, found.assigned)
  }
  anneal(plan, arcs, random, cooling, keep, (done) => afterStep(done % stepsPerReport === 0))
}

function mendPlan(plan: Plan, wide: Arcs, steep: Walls, shouldStop: () => boolean): void {
  addUp(plan)
  plan.walls.set(steep.amounts)
  plan.moveWalls.set(steep.moves)
  mend(plan, wide, mostMends, shouldStop)
}

/** Takes a plan that misses less, or as little and costs less. */
function keepBetter(instance: Instance, best: Best, assigned: Int32Array): void {
  const score = scorePlan(instance, assigned)
  const misses = score.violation - best.score.violation
  if (misses > 1e-9 || (misses > -1e-9 && score.cost >= best.score.cost)) return
  best.assigned = assigned.slice()
  best.score = score
}

const isProven = ({ cost, violation }: PlanScore, bound: number): boolean =>
  violation === 0 && cost - bound <= 1e-7 * Math.abs(cost)

function describe(prices: Prices, { assigned, score }: Best): Alignment {
  // Costs are never below 0; rounding may lift a bound by a hair.
  const bound = Math.max(0, prices.bound - 1e-9 * Math.abs(prices.bound))
  const isKept = score.misses.length === 0
  const lowerBound = isKept ? Math.min(bound, score.cost) : bound <= score.cost ? bound : null
  return {
    assigned: assigned.slice(),
    cost: score.cost,
    lowerBound,
    gapRatio: isKept && lowerBound !== null && lowerBound > 0 ? (score.cost - lowerBound) / lowerBound : null,
    misses: score.misses
  }
}
