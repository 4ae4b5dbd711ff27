// A plan while it is searched for: where each unit is, what each territory carries, and what a change of one unit costs. What is over or under a
// limit costs by a wall's slope, so that search can pass through what isn't allowed and be pushed out of it again.
import { type PricingTask, placementCost } from './candidates.ts'

/** What rounding may add to a sum of many amounts, as a share of it. */
export const roundingRatio = 1e-9

export interface Plan {
  readonly task: PricingTask
  /** -1 is nowhere. */
  readonly assigned: Int32Array
  /** Measure by measure, one amount a territory. */
  readonly carried: Float64Array
  /** How much moves, by limit. */
  readonly moved: Float64Array
  /** What one more outside the limits costs, by measure and territory. */
  readonly walls: Float64Array
  readonly moveWalls: Float64Array
  /** How many limits are missed. */
  missed: number
  /** What the plan costs without walls. */
  spent: number
}

/** Adds up what an assignment carries and moves. */
export function makePlan(task: PricingTask, assigned: Int32Array): Plan {
  const plan: Plan = {
    task,
    assigned: assigned.slice(),
    carried: new Float64Array(task.measures.length * task.territoryCount),
    moved: new Float64Array(task.moves.length),
    walls: new Float64Array(task.measures.length * task.territoryCount),
    moveWalls: new Float64Array(task.moves.length),
    missed: 0,
    spent: 0
  }
  addUp(plan)
  return plan
}

/** Adds up anew what is carried, moved and spent, without the errors of many small changes. */
export function addUp(plan: Plan): void {
  const { task, assigned, carried, moved } = plan
  carried.fill(0)
  moved.fill(0)
  plan.spent = 0
  plan.missed = 0
  for (let unit = 0; unit < task.unitCount; unit += 1)
    if (assigned[unit]! >= 0) plan.spent += placementCost(task, unit, assigned[unit]!)
  task.measures.forEach(({ amounts, targets, penalty }, measure) => {
    const start = measure * task.territoryCount
    for (let unit = 0; unit < task.unitCount; unit += 1) {
      const at = assigned[unit]!
      if (at >= 0) carried[start + at]! += amounts[unit]!
    }
    for (let at = 0; at < task.territoryCount; at += 1) {
      plan.spent += penalty * Math.abs(carried[start + at]! - targets[at]!)
      plan.missed += isOutside(task, measure, at, carried[start + at]!)
    }
  })
  task.moves.forEach(({ weights, most }, limit) => {
    for (let unit = 0; unit < task.unitCount; unit += 1) {
      const today = task.current[unit]!
      if (today >= 0 && assigned[unit] !== today) moved[limit]! += weights[unit]!
    }
    plan.missed += isBeyond(moved[limit]!, most)
  })
}

/** 1 when an amount is beyond its territory's limits, 0 when not; sums of many amounts may be off by rounding. */
function isOutside(task: PricingTask, measure: number, at: number, amount: number): number {
  const { lows, highs, targets } = task.measures[measure]!
  const slack = roundingRatio * targets[at]!
  return amount > highs[at]! + slack || amount < lows[at]! - slack ? 1 : 0
}

const isBeyond = (amount: number, most: number): number => (amount > most + roundingRatio * (most + 1) ? 1 : 0)

/** What an amount costs in a territory: being off target, and beyond its limits. */
function amountCost(amount: number, low: number, high: number, target: number, wall: number, penalty: number): number {
  let cost = penalty === 0 ? 0 : penalty * Math.abs(amount - target)
  if (amount > high || amount < low) {
    const beyond = amount > high ? amount - high : low - amount
    // It grows faster than in proportion, so that what can't be kept is spread.
    cost += beyond * (1 + beyond / target) * wall
  }
  return cost
}

/** What it costs more to have a unit in another territory; Infinity where it must not be. */
export function shiftCost(plan: Plan, unit: number, to: number): number {
  const { task, carried, assigned } = plan
  const { territoryCount, measures, moves, matrix } = task
  const from = assigned[unit]!
  const row = unit * territoryCount
  if (matrix[row + to] === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY
  const factor = task.factors === null ? 1 : task.factors[unit]!
  let cost = factor * (matrix[row + to]! - matrix[row + from]!)
  const today = task.current[unit]!
  if (today >= 0) {
    const turn = from === today ? 1 : to === today ? -1 : 0
    if (turn !== 0) {
      if (task.moveCosts !== null) cost += turn * task.moveCosts[unit]!
      for (let limit = 0; limit < moves.length; limit += 1) {
        const { most, weights } = moves[limit]!
        const before = plan.moved[limit]! - most
        const after = before + turn * weights[unit]!
        cost += plan.moveWalls[limit]! * (Math.max(after, 0) - Math.max(before, 0))
      }
    }
  }
  for (let measure = 0; measure < measures.length; measure += 1) {
    const { amounts, lows, highs, targets, penalty } = measures[measure]!
    const amount = amounts[unit]!
    if (amount === 0) continue
    const start = measure * territoryCount
    const here = carried[start + from]!
    const there = carried[start + to]!
    const low = lows[from]!
    const high = highs[from]!
    const target = targets[from]!
    const wall = plan.walls[start + from]!
    const lowTo = lows[to]!
    const highTo = highs[to]!
    const targetTo = targets[to]!
    const wallTo = plan.walls[start + to]!
    cost +=
      amountCost(here - amount, low, high, target, wall, penalty) -
      amountCost(here, low, high, target, wall, penalty) +
      amountCost(there + amount, lowTo, highTo, targetTo, wallTo, penalty) -
      amountCost(there, lowTo, highTo, targetTo, wallTo, penalty)
  }
  return cost
}

/** Puts a unit that is somewhere into another territory. */
export function shift(plan: Plan, unit: number, to: number): void {
  const { task, carried, moved, assigned } = plan
  const { territoryCount, measures, moves, matrix } = task
  const from = assigned[unit]!
  const today = task.current[unit]!
  const row = unit * territoryCount
  plan.spent += (task.factors === null ? 1 : task.factors[unit]!) * (matrix[row + to]! - matrix[row + from]!)
  if (today >= 0 && (from === today || to === today)) {
    const turn = from === today ? 1 : -1
    if (task.moveCosts !== null) plan.spent += turn * task.moveCosts[unit]!
    for (let limit = 0; limit < moves.length; limit += 1) {
      const before = moved[limit]!
      const after = before + turn * moves[limit]!.weights[unit]!
      moved[limit] = after
      plan.missed += isBeyond(after, moves[limit]!.most) - isBeyond(before, moves[limit]!.most)
    }
  }
  for (let measure = 0; measure < measures.length; measure += 1) {
    const { amounts, penalty, targets } = measures[measure]!
    const amount = amounts[unit]!
    if (amount === 0) continue
    const here = measure * territoryCount + from
    const there = measure * territoryCount + to
    const hereBefore = carried[here]!
    const thereBefore = carried[there]!
    const hereAfter = hereBefore - amount
    const thereAfter = thereBefore + amount
    carried[here] = hereAfter
    carried[there] = thereAfter
    plan.missed +=
      isOutside(task, measure, from, hereAfter) -
      isOutside(task, measure, from, hereBefore) +
      isOutside(task, measure, to, thereAfter) -
      isOutside(task, measure, to, thereBefore)
    if (penalty > 0)
      plan.spent +=
        penalty *
        (Math.abs(hereAfter - targets[from]!) -
          Math.abs(hereBefore - targets[from]!) +
          Math.abs(thereAfter - targets[to]!) -
          Math.abs(thereBefore - targets[to]!))
  }
  assigned[unit] = to
}
