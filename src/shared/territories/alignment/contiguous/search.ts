// Annealing over plans of regions: a unit at a border changes to the territory beside it, alone or with a second one that makes room. No change
// breaks territories into more pieces; limits are walls that get steeper while the search cools.
import type { Random } from '#shared/math/random.ts'
import { type Cooling, draws } from '../anneal.ts'
import { type Plan, shift, shiftCost } from '../plan.ts'
import { countEntering, countTouching, moveUnit, type Regions } from './regions.ts'

/**
 * Anneals a plan in place.
 *
 * @param regions where it starts and what it becomes
 * @param random where chance comes from
 * @param cooling temperatures, steps and walls
 * @param keep called with a plan that keeps all limits whenever it changed
 * @param afterStep called after each step; true ends the search
 * @source S. Kirkpatrick, C. D. Gelatt, M. P. Vecchi, "Optimization by simulated annealing", Science 220 (1983)
 */
export function annealRegions(
  regions: Regions,
  random: Random,
  cooling: Cooling,
  keep: (plan: Plan) => void,
  afterStep: (done: number) => boolean
): void {
  const { plan, graph, owners, border, borderCount } = regions
  const { assigned } = plan
  for (let step = 0; step < cooling.steps; step += 1) {
    const progress = cooling.steps === 1 ? 1 : step / (cooling.steps - 1)
    const heat = cooling.hottest * (cooling.coldest / cooling.hottest) ** progress
    cooling.setWalls(plan, progress)
    for (let tried = 0; tried < cooling.tries && borderCount.value > 0; tried += 1) {
      const entry = border[Math.floor(random.next() * borderCount.value)]!
      const unit = owners[entry]!
      const to = assigned[graph.ends[entry]!]!
      if (to < 0 || assigned[unit]! < 0) continue
      const cost = shiftCost(plan, unit, to)
      if (cost === Number.POSITIVE_INFINITY) continue
      const most = -heat * Math.log(random.next() + 1e-12)
      const isChanged = cost < most ? tryMove(regions, unit, to) : tryPair(regions, random, unit, to, cost, most)
      if (isChanged && plan.missed === 0) keep(plan)
    }
    if (afterStep(step + 1)) return
  }
}

/** Moves a unit if that leaves no territory in more pieces. @returns whether it did */
export function tryMove(regions: Regions, unit: number, to: number): boolean {
  const from = regions.plan.assigned[unit]!
  // The last unit of a territory stays: an empty territory has no border over which it could get another.
  if (regions.members[from]!.length === 1) return false
  const leaving = countTouching(regions, unit, from)
  const entering = countEntering(regions, unit, to)
  if (leaving > entering) return false
  moveUnit(regions, unit, to, leaving, entering)
  return true
}

/** Moves a unit that doesn't pay alone together with one that leaves the territory it comes to. @returns whether it did */
function tryPair(regions: Regions, random: Random, unit: number, to: number, cost: number, most: number): boolean {
  const { plan, graph, members } = regions
  const { assigned } = plan
  const list = members[to]!
  let [partner, onward] = [-1, -1]
  for (let draw = 0; draw < draws && partner < 0; draw += 1) {
    const drawn = list[Math.floor(random.next() * list.length)]!
    const first = graph.starts[drawn]!
    const count = graph.starts[drawn + 1]! - first
    if (count === 0) continue
    const there = assigned[graph.ends[first + Math.floor(random.next() * count)]!]!
    if (there < 0 || there === to) continue
    partner = drawn
    onward = there
  }
  if (partner < 0) return false
  const from = assigned[unit]!
  shift(plan, unit, to)
  const pays = cost + shiftCost(plan, partner, onward) < most
  shift(plan, unit, from)
  return pays && moveBoth(regions, unit, to, partner, onward)
}

/** Moves two units, one after the other, if together that leaves no territory in more pieces. @returns whether it did */
export function moveBoth(regions: Regions, unit: number, to: number, partner: number, onward: number): boolean {
  const from = regions.plan.assigned[unit]!
  if (regions.members[from]!.length === 1 && onward !== from) return false
  const leaving = countTouching(regions, unit, from)
  // Only a partner that comes back can bind together what the unit leaves apart.
  if (leaving > 1 && onward !== from) return false
  const entering = countEntering(regions, unit, to)
  moveUnit(regions, unit, to, leaving, entering)
  const parting = countTouching(regions, partner, to)
  const joining = countEntering(regions, partner, onward)
  if (leaving - entering + parting - joining <= 0) {
    moveUnit(regions, partner, onward, parting, joining)
    return true
  }
  moveUnit(regions, unit, from, entering, leaving)
  return false
}
