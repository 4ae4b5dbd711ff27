// Finds a plan of territories in one piece each: prices and their bound first, then territories grown from what is cheapest at the prices,
// then annealing over their borders. The bound is that of plans without regard to pieces, so it holds for these too.
import { makeRandom } from '#shared/math/random.ts'
import type { PricingTask } from '../candidates.ts'
import { buildInstance, type Instance } from '../instance.ts'
import { addUp, makePlan, type Plan } from '../plan.ts'
import { findPrices, type Prices } from '../prices.ts'
import type { Alignment, AlignmentMiss, AlignmentProblem, AlignmentRun } from '../problem.ts'
import { scorePlan } from '../score.ts'
import { priceWalls, type Walls } from '../walls.ts'
import { growPlan, makePricedCost } from './grow.ts'
import { flatWalls, type LearnedWalls, setLearnedWalls } from './learned-walls.ts'
import { buildGraph, countPieces, linkIslands, type NeighbourGraph } from './neighbours.ts'
import { makeRegions, type Regions, resetRegions } from './regions.ts'
import { annealRegions } from './search.ts'
import { findTownPrices, listTowns, setTownsApart, townRatios } from './shared-town.ts'
import { wholeLimits } from './whole-limits.ts'

/** One annealing: where it starts, how warm and how steep. */
interface Pass {
  readonly start: 'first' | 'last' | 'best'
  /** Heat at the start and at the end, over the typical heat. */
  readonly hottest: number
  readonly coldest: number
  /** Slopes of the walls over their base, at the start and at the end. */
  readonly flattest: number
  readonly steepest: number
  /** Share of all tries. */
  readonly share: number
  /** Left out when the best plan keeps everything already. */
  readonly isForMisses: boolean
}

/** The second starts warm again where the first, which is warmer, has frozen: that undoes what large units were caught in. */
const passes: readonly Pass[] = [
  { start: 'last', hottest: 2, coldest: 0.1, flattest: 0.7, steepest: 5, share: 0.4, isForMisses: false },
  { start: 'last', hottest: 0.6, coldest: 0.015, flattest: 1, steepest: 10, share: 0.6, isForMisses: false },
  { start: 'last', hottest: 0.1, coldest: 0.02, flattest: 10, steepest: 100, share: 0.2, isForMisses: true },
  { start: 'best', hottest: 0.15, coldest: 0.01, flattest: 10, steepest: 30, share: 0.1, isForMisses: false },
  { start: 'best', hottest: 0.5, coldest: 0.02, flattest: 10, steepest: 1000, share: 0.3, isForMisses: true }
]

/** Where few units make a search cheap, it is made again from the first plan, and more often while the best plan misses something. */
const again: Pass = {
  start: 'first',
  hottest: 4,
  coldest: 0.02,
  flattest: 0.7,
  steepest: 50,
  share: 1,
  isForMisses: false
}
const repeats = [again, again, again, ...Array.from({ length: 7 }, (): Pass => ({ ...again, isForMisses: true }))]
const mostRepeatedTries = 3_000_000

/** Temperatures in a whole share, and reports to whoever asked. */
const stepCount = 600
const stepsPerReport = 10
/** Changes tried, per unit, and at least and at most in all. */
const effort = { perUnit: 3200, least: 300_000, most: 30_000_000 }

/**
 * Finds a plan in which every territory is in one piece.
 *
 * Pieces of land that no pair links can't be in one territory: where one is too small for a territory of its own, the plan says so. Until that is
 * known they are taken as linked to what is nearest.
 *
 * @param problem in canonical order, with neighbours
 * @param run whom to tell of better plans, and whether to stop
 * @returns as solveAlignment; what a plan misses includes territories in several pieces
 * @missing without neighbours no two units touch
 * @source F. Ricca, A. Scozzari, B. Simeone, "Political districting: from classical models to recent approaches", Annals of Operations
 *   Research 204 (2013), for local search over borders; the walls that learn are our own
 */
export function solveContiguous(
  problem: AlignmentProblem,
  { onBest, shouldStop = () => false }: AlignmentRun
): Alignment {
  const search = prepare(problem, shouldStop)
  const finish = (): Alignment => describe(search)
  if (search.task.territoryCount === 0 || search.task.unitCount === 0) return finish()
  const { regions, task } = search
  const heat = typicalHeat(search)
  const walls = leastWalls(task, priceWalls(task, search.prices), heat)
  let learned = flatWalls(walls)
  const first = search.best.assigned
  const random = makeRandom(problem.seed, 'contiguous')
  const tries = Math.max(effort.least, Math.min(effort.most, effort.perUnit * task.unitCount))
  const schedule = [...passes, ...repeats.slice(0, Math.floor(mostRepeatedTries / tries))]
  const total = Math.ceil((schedule.reduce((sum, { share }) => sum + share, 0) * stepCount) / stepsPerReport)
  let [steps, isStopped] = [0, shouldStop()]
  for (const pass of schedule) {
    const count = Math.ceil(pass.share * stepCount)
    const isNeeded = search.best.violation > 0 || !pass.isForMisses
    if (isNeeded && !isStopped) {
      if (pass.start !== 'last') restart(regions, pass.start === 'best' ? search.best.assigned : first)
      if (pass.start === 'first') learned = flatWalls(walls)
      anneal(
        search,
        pass,
        { heat, walls, learned, random, tries: Math.ceil((tries * pass.share) / count), count },
        (done) => {
          if ((steps + done) % stepsPerReport === 0)
            onBest?.(finish(), Math.min(total - 1, (steps + done) / stepsPerReport), total)
          isStopped = shouldStop()
          return isStopped
        }
      )
      keepBetter(search, regions.plan.assigned)
    }
    steps += count
  }
  const found = finish()
  onBest?.(found, total, total)
  return found
}

interface Search {
  readonly instance: Instance
  /** As the instance's, with limits that whole units can reach. */
  readonly task: PricingTask
  readonly prices: Prices
  /** Neighbours as they were given; `regions` has pieces of land linked. */
  readonly graph: NeighbourGraph
  readonly regions: Regions
  best: Best
}

interface Best {
  readonly assigned: Int32Array
  readonly cost: number
  readonly misses: readonly AlignmentMiss[]
  /** How far beyond limits, as scorePlan, and 1 for each piece too many. */
  readonly violation: number
}

function prepare(problem: AlignmentProblem, shouldStop: () => boolean): Search {
  const instance = buildInstance(problem)
  const task = wholeLimits(instance.task)
  const pairs = problem.neighbours ?? []
  const graph = buildGraph(task.unitCount, pairs)
  const linked = buildGraph(
    task.unitCount,
    linkIslands(
      pairs,
      problem.units.map(({ place }) => place)
    )
  )
  const isLocked = Uint8Array.from(problem.units, (unit) => (unit.isLocked ? 1 : 0))
  const { prices, first, firstTask } = findFirstPrices(problem, task, shouldStop)
  const grown =
    task.territoryCount === 0 ? first.assigned : growPlan(firstTask, linked, first.prices, first.assigned, isLocked)
  const regions = makeRegions(makePlan(task, grown), linked)
  return { instance, task, prices, graph, regions, best: weigh(instance, graph, grown) }
}

/** Prices and the best bound, with sellers of one town as one where that proves more; and prices to grow the first plan from. */
function findFirstPrices(
  problem: AlignmentProblem,
  task: PricingTask,
  shouldStop: () => boolean
): { prices: Prices; first: Prices; firstTask: PricingTask } {
  const single = findPrices(task, { shouldStop })
  let [prices, first, firstTask] = [single, single, task]
  for (const ratio of townRatios) {
    const towns = listTowns(problem, single.assigned, ratio)
    if (towns === null) continue
    const shared = findTownPrices(task, towns, shouldStop)
    if (shared.bound <= prices.bound) continue
    prices = { ...single, ...shared }
    firstTask = setTownsApart(problem, task, single.assigned, towns)
    first = findPrices(firstTask, { shouldStop })
  }
  return { prices, first, firstTask }
}

interface Setting {
  readonly heat: number
  readonly walls: Walls
  readonly learned: LearnedWalls
  readonly random: ReturnType<typeof makeRandom>
  readonly tries: number
  readonly count: number
}

function anneal(search: Search, pass: Pass, setting: Setting, afterStep: (done: number) => boolean): void {
  const { heat, walls, learned, random, tries, count } = setting
  const cooling = {
    hottest: pass.hottest * heat,
    coldest: pass.coldest * heat,
    steps: count,
    tries,
    setWalls: (plan: Plan, progress: number): void =>
      setLearnedWalls(plan, walls, learned, pass.flattest * (pass.steepest / pass.flattest) ** progress)
  }
  // Copying a plan takes as long as many changes, so not every better one is kept at once.
  const patience = Math.ceil(search.task.unitCount / 100)
  let waited = 0
  const keep = (plan: Plan): void => {
    if (search.best.violation === 0 && plan.spent >= search.best.cost * (1 - 1e-9)) return
    waited += 1
    if (waited >= patience && keepBetter(search, plan.assigned)) waited = 0
  }
  annealRegions(search.regions, random, cooling, keep, (done) => {
    if (search.regions.plan.missed === 0) keepBetter(search, search.regions.plan.assigned)
    return afterStep(done)
  })
}

function restart(regions: Regions, assigned: Int32Array): void {
  regions.plan.assigned.set(assigned)
  addUp(regions.plan)
  resetRegions(regions)
}

/**
 * What it typically costs more, at the prices, to have a border unit on the other side; where that costs nothing anywhere, a thousandth of what
 * a unit costs, or 1.
 */
function typicalHeat({ task, regions, prices, best }: Search): number {
  const { border, borderCount, owners, graph, plan } = regions
  const costOf = makePricedCost(task, prices.prices)
  const gaps = [...border.subarray(0, borderCount.value)]
    .map((entry) => {
      const [here, there] = [plan.assigned[owners[entry]!]!, plan.assigned[graph.ends[entry]!]!]
      if (here < 0 || there < 0) return 0
      return Math.abs(costOf(owners[entry]!, there) - costOf(owners[entry]!, here))
    })
    .filter((gap) => gap > 0 && gap < Number.POSITIVE_INFINITY)
    .sort((one, other) => one - other)
  const load = task.measures[0]!
  const heat = Math.max(gaps[gaps.length >> 1] ?? 0, 0.5 * load.penalty * typicalAmount(load.amounts))
  return heat > 1e-9 ? heat : (0.001 * best.cost) / task.unitCount || 1
}

/** Walls nowhere flat: a limit has to be kept also where it makes no difference to the cost. */
function leastWalls(task: PricingTask, { amounts, moves }: Walls, heat: number): Walls {
  const leasts = task.measures.map((measure) => (0.01 * heat) / (typicalAmount(measure.amounts) || 1))
  return {
    amounts: amounts.map((slope, slot) => Math.max(slope, leasts[Math.floor(slot / task.territoryCount)]!)),
    moves: moves.map((slope, limit) =>
      Math.max(slope, (0.01 * heat) / (typicalAmount(task.moves[limit]!.weights) || 1))
    )
  }
}

const typicalAmount = (amounts: Float64Array): number =>
  amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length

function weigh(instance: Instance, graph: NeighbourGraph, assigned: Int32Array): Best {
  const { cost, misses, violation } = scorePlan(instance, assigned)
  const broken: AlignmentMiss[] = []
  let extra = 0
  countPieces(graph, assigned, instance.task.territoryCount).forEach((pieces, territory) => {
    if (pieces < 2) return
    broken.push({ kind: 'connected', territory, pieces })
    extra += pieces - 1
  })
  return { assigned: assigned.slice(), cost, misses: [...misses, ...broken], violation: violation + extra }
}

/** Takes a plan that misses less, or as little and costs less. @returns whether it did */
function keepBetter(search: Search, assigned: Int32Array): boolean {
  const found = weigh(search.instance, search.graph, assigned)
  const misses = found.violation - search.best.violation
  if (misses > 1e-9 || (misses > -1e-9 && found.cost >= search.best.cost)) return false
  search.best = found
  return true
}

function describe({ prices, best }: Search): Alignment {
  // Costs are never below 0; rounding may lift a bound by a hair.
  const bound = Math.max(0, prices.bound - 1e-9 * Math.abs(prices.bound))
  const isKept = best.misses.length === 0
  const lowerBound = isKept ? Math.min(bound, best.cost) : bound <= best.cost ? bound : null
  return {
    assigned: best.assigned.slice(),
    cost: best.cost,
    lowerBound,
    gapRatio: isKept && lowerBound !== null && lowerBound > 0 ? (best.cost - lowerBound) / lowerBound : null,
    misses: best.misses
  }
}
