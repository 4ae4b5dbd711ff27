// Prices for what is scarce (room in a territory, moves) and the lower bound they prove: with every unit where it is cheapest at the prices,
// no plan that keeps the limits costs less than that, less what the limits are worth. Any prices prove some bound; good ones a high one.
import {
  type Candidates,
  listCandidates,
  moveCharges,
  type PricedMeasure,
  type PriceVector,
  type PricingTask,
  placementCost,
  zeroPrices
} from './candidates.ts'

export interface PricingRun {
  /** How many steps; 600 when absent. */
  readonly iterations?: number
  /** Territories looked at per unit between full looks at all; 12 when absent. */
  readonly width?: number
  /** Prices to start from. */
  readonly start?: PriceVector
  readonly shouldStop?: () => boolean
}

export interface Prices {
  readonly prices: PriceVector
  /** No plan that keeps all limits costs less. It grows without end when no plan keeps them. */
  readonly bound: number
  /** Where each unit is cheapest at the prices; limits may be missed by this. -1 for a unit that may go nowhere. */
  readonly assigned: Int32Array
  readonly candidates: Candidates
}

/** Shares of the steps after which all territories are looked at again. */
const looks = [0.02, 0.05, 0.12, 0.3, 0.6]

/**
 * Finds prices of the limits by ascent of the Lagrangian dual.
 *
 * Each step moves every price by how much its limit is exceeded or left unused, scaled by how much it has swung of late, with steps that shrink
 * geometrically. The bound is proven on all territories, not on the candidates alone.
 *
 * @param task costs and limits
 * @param run steps and width
 * @returns the best prices found, their bound, and the units where they are cheapest
 * @missing units that may go nowhere cost nothing in the bound
 * @source Lagrangian relaxation of the assignment problem: M. L. Fisher, "The Lagrangian relaxation method for solving integer programming
 *   problems", Management Science 27 (1981); step scaling after D. P. Kingma, J. Ba, "Adam" (2015)
 */
export function findPrices(task: PricingTask, run: PricingRun = {}): Prices {
  const iterations = run.iterations ?? 600
  const sampled = run.start ?? priceSample(task, run)
  const start = sampled ?? zeroPrices(task)
  const state: Ascent = {
    best: copyOf(start),
    proven: Number.NEGATIVE_INFINITY,
    candidates: listCandidates(task, start, run.width ?? 12)
  }
  state.proven = boundOf(task, start, state.candidates.least)
  if (task.unitCount > 0 && task.territoryCount > 0) {
    ascend(task, state, run, Math.ceil(iterations * 0.6), sampled === null ? 2 : 0.5, 0.01, looks)
    // Where many bases lie together the second-best place costs little more, and prices of that size reach nowhere: longer steps then.
    for (let stretch = 5; stretch <= 125 && offShare(task, state) > 0.05 && !run.shouldStop?.(); stretch *= 5)
      ascend(task, state, run, Math.ceil(iterations * 0.5), 2 * stretch, 0.02, looks)
    if (!run.shouldStop?.()) ascend(task, state, run, Math.floor(iterations * 0.4), 0.1, 0.0005, [])
  }
  const assigned = new Int32Array(task.unitCount).fill(-1)
  evaluate(task, state.candidates, state.best, makeExcess(task), assigned)
  return { prices: state.best, bound: state.proven, assigned, candidates: state.candidates }
}

/** Units in a sample; with at most three times as many there is no need of one. */
const sampleSize = 1_000

/**
 * Prices on a sample of units that looks at all territories in every step: lists of candidates would hide those a town away, to which units go
 * only when all near ones have become dear. Null for a small task. Units near each other in the task stand for each other.
 */
function priceSample(task: PricingTask, run: PricingRun): PriceVector | null {
  const { unitCount, territoryCount, matrix } = task
  if (unitCount <= 3 * sampleSize || territoryCount <= (run.width ?? 12)) return null
  const units = Int32Array.from({ length: sampleSize }, (_, at) => Math.floor(((at + 0.5) * unitCount) / sampleSize))
  const pick = (amounts: Float64Array): Float64Array => Float64Array.from(units, (unit) => amounts[unit]!)
  /** The sample stands for all: its amounts add up to theirs. */
  const pickWhole = (amounts: Float64Array): Float64Array => {
    const part = pick(amounts)
    const [all, sampled] = [amounts, part].map((each) => each.reduce((sum, amount) => sum + amount, 0))
    return sampled! > 0 ? part.map((amount) => (amount * all!) / sampled!) : part
  }
  const rows = new Float64Array(sampleSize * territoryCount)
  units.forEach((unit, at) => {
    rows.set(matrix.subarray(unit * territoryCount, (unit + 1) * territoryCount), at * territoryCount)
  })
  const each = unitCount / sampleSize
  const sample: PricingTask = {
    unitCount: sampleSize,
    territoryCount,
    matrix: rows.map((cost) => cost * each),
    factors: task.factors === null ? null : pick(task.factors),
    current: Int32Array.from(units, (unit) => task.current[unit]!),
    moveCosts: task.moveCosts === null ? null : pick(task.moveCosts).map((cost) => cost * each),
    measures: task.measures.map((measure) => ({ ...measure, amounts: pickWhole(measure.amounts) })),
    moves: task.moves.map(({ weights, most }) => ({ weights: pickWhole(weights), most }))
  }
  return findPrices(sample, { ...run, iterations: 240, width: territoryCount }).prices
}

/** How much of all amounts is beyond what the limits leave, or short of it, where each unit is cheapest at the prices. */
function offShare(task: PricingTask, state: Ascent): number {
  const excess = makeExcess(task)
  evaluate(task, state.candidates, state.best, excess, null)
  const total = task.measures.reduce((sum, { amounts }) => sum + amounts.reduce((part, amount) => part + amount, 0), 0)
  return total > 0 ? excess.amounts.reduce((sum, amount) => sum + Math.abs(amount), 0) / total : 0
}

interface Ascent {
  best: PriceVector
  proven: number
  /** Made at `best`. */
  candidates: Candidates
}

/** How much more than its part each limit is used: the slope of the dual. */
interface Excess {
  amounts: Float64Array
  moves: Float64Array
  charges: Float64Array
}

const makeExcess = (task: PricingTask): Excess => ({ ...zeroPrices(task), charges: new Float64Array(task.unitCount) })

function ascend(
  task: PricingTask,
  state: Ascent,
  run: PricingRun,
  steps: number,
  first: number,
  last: number,
  at: readonly number[]
): void {
  const { territoryCount, measures } = task
  const scales = priceScales(task, state.candidates)
  const excess = makeExcess(task)
  const swing = { amounts: makeSwing(excess.amounts.length), moves: makeSwing(excess.moves.length) }
  const prices: PriceVector = copyOf(state.best)
  const found = { value: Number.NEGATIVE_INFINITY, ...copyOf(state.best) }
  const relook = new Set(at.map((share) => Math.max(1, Math.round(share * steps))))
  for (let step = 1; step <= steps; step += 1) {
    if (run.shouldStop?.()) break
    const value = evaluate(task, state.candidates, prices, excess, null)
    if (value > found.value) {
      found.value = value
      found.amounts.set(prices.amounts)
      found.moves.set(prices.moves)
    }
    const length = first * (last / first) ** (step / steps)
    for (let measure = 0; measure < measures.length; measure += 1)
      for (let at = 0; at < territoryCount; at += 1) {
        const slot = measure * territoryCount + at
        const slope = excess.amounts[slot]! / Math.max(measures[measure]!.targets[at]!, 1e-9)
        prices.amounts[slot]! += length * scales.amounts[measure]! * swingBy(swing.amounts, slot, slope, step)
      }
    for (let limit = 0; limit < prices.moves.length; limit += 1) {
      const slope = excess.moves[limit]! / Math.max(task.moves[limit]!.most, 1e-9)
      const stepBy = length * scales.moves[limit]! * swingBy(swing.moves, limit, slope, step)
      prices.moves[limit] = Math.max(0, prices.moves[limit]! + stepBy)
    }
    // Lists of candidates hide territories, so what looked best on them is weighed again on all.
    if (!relook.has(step) || territoryCount <= state.candidates.width) continue
    lookAtAll(task, state, found)
    found.value = Number.NEGATIVE_INFINITY
    prices.amounts.set(found.amounts)
    prices.moves.set(found.moves)
  }
  if (found.value === Number.NEGATIVE_INFINITY || lookAtAll(task, state, found)) return
  state.candidates = listCandidates(task, state.best, state.candidates.width)
}

/** Proves a bound at prices on all territories and lists candidates anew. @returns whether it is the best so far */
function lookAtAll(task: PricingTask, state: Ascent, prices: PriceVector): boolean {
  state.candidates = listCandidates(task, prices, state.candidates.width)
  const bound = boundOf(task, prices, state.candidates.least)
  if (bound <= state.proven) return false
  state.proven = bound
  state.best = copyOf(prices)
  return true
}

const copyOf = ({ amounts, moves }: PriceVector): PriceVector => ({ amounts: amounts.slice(), moves: moves.slice() })

/** What a typical price is: what it costs to send a typical unit to its second-best territory, per amount. */
function priceScales(task: PricingTask, candidates: Candidates): { amounts: number[]; moves: number[] } {
  const { width, territories, costs } = candidates
  let [toSecond, toCurrent] = [0, 0]
  for (let unit = 0; unit < task.unitCount; unit += 1) {
    const first = costs[unit * width]!
    if (width > 1 && territories[unit * width + 1]! >= 0) toSecond += Math.abs(costs[unit * width + 1]! - first)
    const current = task.current[unit]!
    if (current < 0 || territories[unit * width]! < 0) continue
    const staying = placementCost(task, unit, current)
    if (staying < Number.POSITIVE_INFINITY) toCurrent += Math.abs(staying - first)
  }
  const per = (cost: number, amounts: Float64Array): number => {
    const total = amounts.reduce((sum, amount) => sum + amount, 0)
    return total > 0 ? cost / total : 0
  }
  return {
    amounts: task.measures.map(({ amounts, penalty }) => per(toSecond, amounts) + 0.05 * penalty),
    moves: task.moves.map(({ weights }) => per(toCurrent, weights))
  }
}

interface Swing {
  means: Float64Array
  squares: Float64Array
}
const makeSwing = (size: number): Swing => ({ means: new Float64Array(size), squares: new Float64Array(size) })

/** A slope over its recent root mean square, smoothed. */
function swingBy(swing: Swing, slot: number, slope: number, step: number): number {
  const mean = 0.8 * swing.means[slot]! + 0.2 * slope
  const square = 0.95 * swing.squares[slot]! + 0.05 * slope * slope
  swing.means[slot] = mean
  swing.squares[slot] = square
  return mean / (1 - 0.8 ** step) / (Math.sqrt(square / (1 - 0.95 ** step)) + 1e-9)
}

/** The dual value at prices, looking at candidates alone; fills in how far each limit is exceeded. */
function evaluate(
  task: PricingTask,
  candidates: Candidates,
  prices: PriceVector,
  excess: Excess,
  assigned: Int32Array | null
): number {
  const { unitCount, territoryCount, measures, current, moves } = task
  const { width, territories, costs } = candidates
  moveCharges(task, prices.moves, excess.charges)
  excess.amounts.fill(0)
  excess.moves.fill(0)
  const [single, priceOf] = [measures.length === 1 ? measures[0]!.amounts : null, prices.amounts]
  let least = 0
  for (let unit = 0; unit < unitCount; unit += 1) {
    const [from, end] = [unit * width, unit * width + width]
    const [charge, today] = [excess.charges[unit]!, current[unit]!]
    const amount = single === null ? 0 : single[unit]!
    let [lowest, chosen] = [Number.POSITIVE_INFINITY, -1]
    for (let place = from; place < end; place += 1) {
      const at = territories[place]!
      if (at < 0) break
      let cost = costs[place]!
      if (single !== null) cost += priceOf[at]! * amount
      else
        for (let measure = 0; measure < measures.length; measure += 1)
          cost += priceOf[measure * territoryCount + at]! * measures[measure]!.amounts[unit]!
      if (at !== today) cost += charge
      if (cost < lowest) {
        lowest = cost
        chosen = at
      }
    }
    if (chosen < 0) continue
    least += lowest
    if (assigned !== null) assigned[unit] = chosen
    if (single !== null) excess.amounts[chosen]! += amount
    else
      for (let measure = 0; measure < measures.length; measure += 1)
        excess.amounts[measure * territoryCount + chosen]! += measures[measure]!.amounts[unit]!
    if (chosen !== today && today >= 0)
      for (let limit = 0; limit < moves.length; limit += 1) excess.moves[limit]! += moves[limit]!.weights[unit]!
  }
  const value = boundOf(task, prices, least)
  measures.forEach((measure, index) => {
    for (let at = 0; at < territoryCount; at += 1) {
      const slot = index * territoryCount + at
      excess.amounts[slot]! -= usedAt(measure, at, priceOf[slot]!, excess.amounts[slot]!)
    }
  })
  for (let limit = 0; limit < moves.length; limit += 1) excess.moves[limit]! -= moves[limit]!.most
  return value
}

/** What the units cost at the prices, less what the limits are worth. */
function boundOf(task: PricingTask, prices: PriceVector, least: number): number {
  let bound = least
  task.measures.forEach((measure, index) => {
    for (let at = 0; at < task.territoryCount; at += 1) {
      const price = prices.amounts[index * task.territoryCount + at]!
      const used = usedAt(measure, at, price, measure.targets[at]!)
      bound += measure.penalty * Math.abs(used - measure.targets[at]!) - price * used
    }
  })
  task.moves.forEach(({ most }, limit) => {
    bound -= prices.moves[limit]! * most
  })
  return bound
}

/** The amount with which a territory makes most of a price, its penalty off target and its limits; `carried` where it makes no difference. */
function usedAt(measure: PricedMeasure, at: number, price: number, carried: number): number {
  const [low, high] = [measure.lows[at]!, measure.highs[at]!]
  if (price > measure.penalty) return high
  if (price < -measure.penalty) return low
  return Math.max(low, Math.min(high, measure.penalty > 0 ? measure.targets[at]! : carried))
}
