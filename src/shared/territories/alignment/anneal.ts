// Simulated annealing over plans: single units, pairs that change places, chains of two, and one that goes home for one that leaves. Limits
// are walls that get steeper while the search cools, so that at first it passes through what isn't allowed.
import type { Random } from '#shared/math/random.ts'
import type { Arcs } from './arcs.ts'
import { type Plan, shift, shiftCost } from './plan.ts'

export interface Cooling {
  /** How much dearer a change may be: the typical at the start and at the end, in units of cost. */
  readonly hottest: number
  readonly coldest: number
  readonly steps: number
  /** Changes tried in a step. */
  readonly tries: number
  /** Sets the walls, 0 at the first step to 1 at the last. */
  readonly setWalls: (plan: Plan, progress: number) => void
}

/** How often a partner is drawn before the change is given up. */
const draws = 8

/**
 * Anneals a plan in place.
 *
 * @param plan where it starts and what it becomes
 * @param arcs the changes that are tried
 * @param random where chance comes from
 * @param cooling temperatures, steps and walls
 * @param onKept called after each change that leaves all limits kept
 * @param afterStep called after each step; true ends the search
 * @source S. Kirkpatrick, C. D. Gelatt, M. P. Vecchi, "Optimization by simulated annealing", Science 220 (1983)
 */
export function anneal(
  plan: Plan,
  arcs: Arcs,
  random: Random,
  cooling: Cooling,
  onKept: (plan: Plan) => void,
  afterStep: (done: number) => boolean
): void {
  const { units, territories } = arcs
  const { assigned, task } = plan
  const [arcCount, limitsMoves] = [units.length, task.moves.length > 0 && arcs.homeward.length > 0]
  if (arcCount === 0) return
  for (let step = 0; step < cooling.steps; step += 1) {
    const progress = cooling.steps === 1 ? 1 : step / (cooling.steps - 1)
    const heat = cooling.hottest * (cooling.coldest / cooling.hottest) ** progress
    cooling.setWalls(plan, progress)
    for (let tried = 0; tried < cooling.tries; tried += 1) {
      const arc = Math.floor(random.next() * arcCount)
      const unit = units[arc]!
      const to = territories[arc]!
      const from = assigned[unit]!
      if (to === from) continue
      const most = -heat * Math.log(random.next() + 1e-12)
      const cost = shiftCost(plan, unit, to)
      if (cost < most) {
        shift(plan, unit, to)
        if (plan.missed === 0) onKept(plan)
        continue
      }
      if (cost === Number.POSITIVE_INFINITY) continue
      // It doesn't pay alone: perhaps with another unit that makes room.
      shift(plan, unit, to)
      const kind = random.next()
      const isDone =
        limitsMoves && from === task.current[unit] && kind < 0.4
          ? sendHome(plan, arcs, random, unit, cost, most)
          : kind < 0.7
            ? exchange(plan, arcs, random, from, to, cost, most)
            : passOn(plan, arcs, random, unit, to, cost, most)
      if (!isDone) shift(plan, unit, from)
      else if (plan.missed === 0) onKept(plan)
    }
    if (afterStep(step + 1)) return
  }
}

/** Has a unit come back for the one that went. */
function exchange(
  plan: Plan,
  arcs: Arcs,
  random: Random,
  from: number,
  to: number,
  cost: number,
  most: number
): boolean {
  const [start, count] = [arcs.visits[from]!, arcs.visits[from + 1]! - arcs.visits[from]!]
  for (let draw = 0; draw < draws; draw += 1) {
    const partner = arcs.visitors[start + Math.floor(random.next() * count)]!
    if (plan.assigned[partner] !== to) continue
    if (cost + shiftCost(plan, partner, from) >= most) return false
    shift(plan, partner, from)
    return true
  }
  return false
}

/** Has another unit leave the territory that one came to, for wherever it may go. */
function passOn(plan: Plan, arcs: Arcs, random: Random, unit: number, to: number, cost: number, most: number): boolean {
  const [start, count] = [arcs.visits[to]!, arcs.visits[to + 1]! - arcs.visits[to]!]
  for (let draw = 0; draw < draws; draw += 1) {
    const partner = arcs.visitors[start + Math.floor(random.next() * count)]!
    if (plan.assigned[partner] !== to || partner === unit) continue
    const first = arcs.firsts[partner]!
    const onward = arcs.territories[first + Math.floor(random.next() * (arcs.firsts[partner + 1]! - first))]!
    if (onward === to) continue
    if (cost + shiftCost(plan, partner, onward) >= most) return false
    shift(plan, partner, onward)
    return true
  }
  return false
}

/** Has another unit that has moved go back to where it is today. */
function sendHome(plan: Plan, arcs: Arcs, random: Random, unit: number, cost: number, most: number): boolean {
  for (let draw = 0; draw < draws; draw += 1) {
    const arc = arcs.homeward[Math.floor(random.next() * arcs.homeward.length)]!
    const [partner, home] = [arcs.units[arc]!, arcs.territories[arc]!]
    if (plan.assigned[partner] === home || partner === unit) continue
    if (cost + shiftCost(plan, partner, home) >= most) continue
    shift(plan, partner, home)
    return true
  }
  return false
}
