// Mends a plan that misses a limit: the cheapest shift, or shift with a second one that makes room or fills the gap, until nothing helps.
import type { Arcs } from './arcs.ts'
import { type Plan, roundingRatio, shift, shiftCost } from './plan.ts'

/** How many first shifts are tried with every second one; the more when fewer don't help. */
const firstShifts = [40, 400]

interface Change {
  cost: number
  unit: number
  to: number
  /** -1: the first shift alone. */
  secondUnit: number
  secondTo: number
}

/**
 * Mends what a plan misses, in place.
 *
 * Each change lowers the cost with walls, which the caller has made so steep that what is beyond limits outweighs all else.
 *
 * @param plan what is mended
 * @param arcs where second shifts look
 * @param mostChanges when to give up
 * @param shouldStop asked between changes
 * @returns how many changes were made
 */
export function mend(plan: Plan, arcs: Arcs, mostChanges: number, shouldStop: () => boolean): number {
  let changes = 0
  const hopeless = new Set<number>()
  while (changes < mostChanges && !shouldStop()) {
    const slot = worstSlot(plan, hopeless)
    if (slot === null) break
    const change = firstShifts.reduce<Change | null>(
      (found, most) => found ?? cheapestChange(plan, arcs, slot, most),
      null
    )
    if (change === null) {
      hopeless.add(slot)
      continue
    }
    shift(plan, change.unit, change.to)
    if (change.secondUnit >= 0) shift(plan, change.secondUnit, change.secondTo)
    changes += 1
    hopeless.clear()
  }
  return changes
}

/** The limit that is missed most: measure by measure and territory, then moves after them; null when all are kept. */
function worstSlot(plan: Plan, hopeless: ReadonlySet<number>): number | null {
  const { task, carried, moved } = plan
  let [worst, most] = [-1, 0]
  task.measures.forEach(({ lows, highs, targets }, measure) => {
    for (let at = 0; at < task.territoryCount; at += 1) {
      const slot = measure * task.territoryCount + at
      if (hopeless.has(slot)) continue
      const missed = missedBy(carried[slot]!, lows[at]!, highs[at]!, targets[at]!)
      if (missed > most) [worst, most] = [slot, missed]
    }
  })
  task.moves.forEach((limit, index) => {
    const slot = carried.length + index
    const missed = missedBy(moved[index]!, 0, limit.most, limit.most)
    if (missed > most && !hopeless.has(slot)) [worst, most] = [slot, missed]
  })
  return worst < 0 ? null : worst
}

function missedBy(amount: number, low: number, high: number, target: number): number {
  const missed = Math.max(amount - high, low - amount)
  return missed > roundingRatio * Math.max(target, amount) ? missed / Math.max(target, roundingRatio) : 0
}

function cheapestChange(plan: Plan, arcs: Arcs, slot: number, mostFirst: number): Change | null {
  const best: Change = { cost: -1e-9, unit: -1, to: -1, secondUnit: -1, secondTo: -1 }
  const members = listMembers(plan)
  const firsts = firstLegs(plan, slot, mostFirst)
  for (const { unit, to } of firsts) {
    const from = plan.assigned[unit]!
    const cost = shiftCost(plan, unit, to)
    if (cost < best.cost) Object.assign(best, { cost, unit, to, secondUnit: -1, secondTo: -1 })
    shift(plan, unit, to)
    const take = (secondUnit: number, secondTo: number): void => {
      if (secondUnit === unit || plan.assigned[secondUnit] === secondTo) return
      const both = cost + shiftCost(plan, secondUnit, secondTo)
      if (both < best.cost) Object.assign(best, { cost: both, unit, to, secondUnit, secondTo })
    }
    for (const member of members[to]!)
      for (let arc = arcs.firsts[member]!; arc < arcs.firsts[member + 1]!; arc += 1)
        take(member, arcs.territories[arc]!)
    for (const member of members[to]!) take(member, from)
    for (let visit = arcs.visits[from]!; visit < arcs.visits[from + 1]!; visit += 1) take(arcs.visitors[visit]!, from)
    shift(plan, unit, from)
  }
  return best.unit < 0 ? null : best
}

/** Units of each territory. */
function listMembers({ assigned, task }: Plan): number[][] {
  const members = Array.from({ length: task.territoryCount }, (): number[] => [])
  for (let unit = 0; unit < task.unitCount; unit += 1) members[assigned[unit]!]?.push(unit)
  return members
}

/** The shifts that ease a missed limit, those that cost least apart from what they do to where they go. */
function firstLegs(plan: Plan, slot: number, most: number): { unit: number; to: number; cost: number }[] {
  const { task, assigned, carried } = plan
  const { territoryCount, unitCount } = task
  const legs: { unit: number; to: number; cost: number }[] = []
  const add = (unit: number, to: number, gain: number): void => {
    const from = assigned[unit]!
    if (from < 0 || from === to || !(gain > 0)) return
    const [there, here] = [task.matrix[unit * territoryCount + to]!, task.matrix[unit * territoryCount + from]!]
    if (there === Number.POSITIVE_INFINITY) return
    const cost = ((there - here) * (task.factors === null ? 1 : task.factors[unit]!)) / gain
    if (legs.length === most && cost >= legs[most - 1]!.cost) return
    let place = Math.min(legs.length, most - 1)
    while (place > 0 && legs[place - 1]!.cost > cost) {
      legs[place] = legs[place - 1]!
      place -= 1
    }
    legs[place] = { unit, to, cost }
  }
  if (slot >= carried.length) {
    const { weights } = task.moves[slot - carried.length]!
    for (let unit = 0; unit < unitCount; unit += 1)
      if (task.current[unit]! >= 0) add(unit, task.current[unit]!, weights[unit]!)
    return legs
  }
  const measure = Math.floor(slot / territoryCount)
  const [at, { amounts, highs, lows }] = [slot % territoryCount, task.measures[measure]!]
  const [over, under] = [carried[slot]! - highs[at]!, lows[at]! - carried[slot]!]
  for (let unit = 0; unit < unitCount; unit += 1) {
    if (under > 0) add(unit, at, Math.min(amounts[unit]!, under))
    else if (assigned[unit] === at)
      for (let to = 0; to < territoryCount; to += 1) add(unit, to, Math.min(amounts[unit]!, over))
  }
  return legs
}
