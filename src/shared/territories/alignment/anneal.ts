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
  /** Sets the walls of the plan before each step, at a progress of 0 at the first to 1 at the last. */
  readonly setWalls: (plan: Plan, progress: number) => void
}

/** How often a partner is drawn before the change is given up. */
export const draws = 8

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
      const kind = random.next()
      let partner = -1
      let onward = from
      if (limitsMoves && from === task.current[unit] && kind < 0.4) {
        // One goes home for one that leaves.
        partner = drawHomeward(plan, arcs, random)
        if (partner >= 0) onward = task.current[partner]!
      } else if (kind < 0.7) {
        // One comes back for the one that goes.
        partner = drawMember(plan, arcs, random, from, to)
      } else {
        // One leaves where the other comes to, for wherever it may go.
        partner = drawMember(plan, arcs, random, to, to)
        if (partner >= 0) onward = drawPlace(arcs, random, partner)
      }
      if (partner < 0 || partner === unit || onward === assigned[partner]) continue
      shift(plan, unit, to)
      if (cost + shiftCost(plan, partner, onward) < most) {
        shift(plan, partner, onward)
        if (plan.missed === 0) onKept(plan)
      } else shift(plan, unit, from)
    }
    if (afterStep(step + 1)) return
  }
}

/** A unit that may visit one territory and is in another; -1 when none was drawn. */
function drawMember(plan: Plan, arcs: Arcs, random: Random, visited: number, at: number): number {
  const start = arcs.visits[visited]!
  const count = arcs.visits[visited + 1]! - start
  if (count === 0) return -1
  for (let draw = 0; draw < draws; draw += 1) {
    const member = arcs.visitors[start + Math.floor(random.next() * count)]!
    if (plan.assigned[member] === at) return member
  }
  return -1
}

/** A unit that has moved and may go back to where it is today. */
function drawHomeward(plan: Plan, arcs: Arcs, random: Random): number {
  for (let draw = 0; draw < draws; draw += 1) {
    const arc = arcs.homeward[Math.floor(random.next() * arcs.homeward.length)]!
    const unit = arcs.units[arc]!
    if (plan.assigned[unit] !== arcs.territories[arc]) return unit
  }
  return -1
}

/** Any place of a unit. */
function drawPlace(arcs: Arcs, random: Random, unit: number): number {
  const first = arcs.firsts[unit]!
  return arcs.territories[first + Math.floor(random.next() * (arcs.firsts[unit + 1]! - first))]!
}
