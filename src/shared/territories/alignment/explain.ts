// What each move of a plan is worth: made alone on top of today, taken back alone from the plan, and which moves only hold together.
import { distanceKm } from './distances.ts'
import { buildInstance, type Instance } from './instance.ts'
import { roundingRatio } from './plan.ts'
import type { AlignmentProblem } from './problem.ts'

/** What a change does: after minus before. */
export interface MoveEffect {
  /** Points of the balance index; more is better. */
  readonly balancePoints: number
  /** Null where the unit or one of the bases has no place. */
  readonly km: number | null
  readonly visitKm: number | null
  /** Of the largest deviation of a territory's load from its target, 0.01 is 1 % of the target. */
  readonly maxDeviation: number
}

export interface ExplainedMove {
  readonly unit: number
  /** -1 is nowhere. */
  readonly from: number
  readonly to: number
  /** Moves of the same group only work together: take back all of them or none. */
  readonly group: number
  /** This move made alone on the plan it starts from. */
  readonly alone: MoveEffect
  /** This move taken back alone from the plan it leads to. */
  readonly undone: MoveEffect
  /** Taken back alone, a limit or a forbidden pair is broken that the plan keeps. */
  readonly isNeeded: boolean
}

/** A plan's amounts, by measure and territory, which moves change one by one. */
interface Tally {
  readonly instance: Instance
  readonly carried: Float64Array
  /** Deviations of the load in descending order, of three territories at most: enough to know the largest of all but two. */
  readonly largest: readonly { at: number; deviation: number }[]
}

/**
 * Explains every move between two plans.
 *
 * A move that can't be taken back alone without breaking a limit is put with the one move that, taken back with it, keeps all limits; when
 * there are several, with the one that loses least. Groups that hold what limits ask for come first, then those by which the weighted
 * objective gains most.
 *
 * @param problem units, territories, what is kept low and what must hold
 * @param from territory of each unit before, -1 is nowhere
 * @param to territory of each unit after
 * @returns one entry a unit that moves, sorted by worth, moves of a group side by side
 * @missing km of a unit or base without a place is null; it counts 0 in the worth
 */
export function explainMoves(problem: AlignmentProblem, from: Int32Array, to: Int32Array): ExplainedMove[] {
  const instance = buildInstance({ ...problem, units: problem.units.map((unit) => ({ ...unit, isLocked: false })) })
  const before = tallyUp(instance, from)
  const after = tallyUp(instance, to)
  const moved = [...to.keys()].filter((unit) => from[unit] !== to[unit])
  const needed = new Set(moved.filter((unit) => breaks(after, [unit], from, to)))
  const groups = groupMoves(after, moved, needed, from, to)
  const moves = moved.map(
    (unit): ExplainedMove => ({
      unit,
      from: from[unit]!,
      to: to[unit]!,
      group: groups.get(unit)!,
      alone: effectOf(before, unit, from[unit]!, to[unit]!),
      undone: effectOf(after, unit, to[unit]!, from[unit]!),
      isNeeded: needed.has(unit)
    })
  )
  return sortByWorth(instance, moves)
}

function tallyUp(instance: Instance, assigned: Int32Array): Tally {
  const { territoryCount, measures, unitCount } = instance.task
  const carried = new Float64Array(measures.length * territoryCount)
  measures.forEach(({ amounts }, measure) => {
    for (let unit = 0; unit < unitCount; unit += 1)
      if (assigned[unit]! >= 0) carried[measure * territoryCount + assigned[unit]!]! += amounts[unit]!
  })
  const largest = Array.from({ length: territoryCount }, (_, at) => ({
    at,
    deviation: deviationAt(instance, at, carried[at]!)
  }))
    .sort((one, other) => other.deviation - one.deviation || one.at - other.at)
    .slice(0, 3)
  return { instance, carried, largest }
}

function deviationAt({ task }: Instance, at: number, load: number): number {
  const target = task.measures[0]!.targets[at]!
  return target > 0 ? Math.abs(load / target - 1) : 0
}

function effectOf({ instance, carried, largest }: Tally, unit: number, from: number, to: number): MoveEffect {
  const { problem, task } = instance
  const { amounts, targets } = task.measures[0]!
  const load = amounts[unit]!
  const total = targets.reduce((sum, target) => sum + target, 0)
  let [offTarget, deviation] = [0, 0]
  for (const { at, deviation: other } of largest) if (at !== from && at !== to) deviation = Math.max(deviation, other)
  for (const [at, change] of [
    [from, -load],
    [to, load]
  ] as const) {
    if (at < 0) continue
    const here = carried[at]!
    offTarget += Math.abs(here + change - targets[at]!) - Math.abs(here - targets[at]!)
    deviation = Math.max(deviation, deviationAt(instance, at, here + change))
  }
  const [there, here] = [to, from].map((at) => kmTo(problem, unit, at))
  const km = there === null || here === null ? null : there! - here!
  return {
    balancePoints: total > 0 ? (-50 * offTarget) / total : 0,
    km,
    visitKm: km === null ? null : km * problem.units[unit]!.visits,
    maxDeviation: deviation - (largest[0]?.deviation ?? 0)
  }
}

function kmTo({ units, territories }: AlignmentProblem, unit: number, territory: number): number | null {
  if (territory < 0) return 0
  const [place, base] = [units[unit]!.place, territories[territory]!.base]
  return place === null || base === null ? null : distanceKm(place, base)
}

/** Whether taking back the moves of some units breaks a limit that the plan keeps, misses one by more, or brings back a forbidden pair. */
function breaks(after: Tally, units: readonly number[], from: Int32Array, to: Int32Array): boolean {
  const { task } = after.instance
  const { territoryCount, measures, matrix } = task
  const touched = new Set<number>()
  for (const unit of units) {
    const home = from[unit]!
    if (home >= 0 && matrix[unit * territoryCount + home] === Number.POSITIVE_INFINITY) return true
    touched.add(home).add(to[unit]!)
  }
  touched.delete(-1)
  return measures.some(({ amounts, lows, highs, targets }, measure) =>
    [...touched].some((at) => {
      const now = after.carried[measure * territoryCount + at]!
      let then = now
      for (const unit of units)
        then += (from[unit] === at ? amounts[unit]! : 0) - (to[unit] === at ? amounts[unit]! : 0)
      const slack = roundingRatio * targets[at]!
      return then > Math.max(highs[at]!, now) + slack || then < Math.min(lows[at]!, now) - slack
    })
  )
}

/** Gives each moved unit the number of its group. */
function groupMoves(
  after: Tally,
  moved: readonly number[],
  needed: ReadonlySet<number>,
  from: Int32Array,
  to: Int32Array
): Map<number, number> {
  const touching = new Map<number, number[]>()
  for (const unit of moved)
    for (const at of [from[unit]!, to[unit]!]) {
      const list = touching.get(at)
      if (list) list.push(unit)
      else touching.set(at, [unit])
    }
  const groups = new Map<number, number>()
  const members: number[][] = []
  const join = (units: readonly number[]): void => {
    for (const unit of units) groups.set(unit, members.length)
    members.push([...units])
  }
  for (const unit of moved) {
    if (!needed.has(unit) || groups.has(unit)) continue
    const around = [from[unit]!, to[unit]!].flatMap((at) => (at < 0 ? [] : touching.get(at)!))
    let [partner, least] = [-1, Number.POSITIVE_INFINITY]
    for (const other of around) {
      if (other === unit || groups.has(other)) continue
      const loss = lossOf(after.instance, other, from, to)
      if (loss < least && !breaks(after, [unit, other], from, to)) [partner, least] = [other, loss]
    }
    if (partner >= 0) {
      join([unit, partner])
      continue
    }
    const joined = [...new Set(around.flatMap((other) => groups.get(other) ?? []))].find(
      (group) => !breaks(after, [...members[group]!, unit], from, to)
    )
    if (joined === undefined) join([unit])
    else {
      members[joined]!.push(unit)
      groups.set(unit, joined)
    }
  }
  for (const unit of moved) if (!groups.has(unit)) join([unit])
  return groups
}

/** What it costs, distances and disruption alone, to take a move back. */
function lossOf({ problem }: Instance, unit: number, from: Int32Array, to: Int32Array): number {
  const { weights, units } = problem
  const { visits, moveWeights, current } = units[unit]!
  const km = (kmTo(problem, unit, from[unit]!) ?? 0) - (kmTo(problem, unit, to[unit]!) ?? 0)
  const isMoved = (at: number): number => (current !== null && at !== current ? 1 : 0)
  const disruption = (isMoved(from[unit]!) - isMoved(to[unit]!)) * (moveWeights[0] ?? 1)
  return (weights.visitKm * visits + weights.km) * km + weights.disruption * disruption
}

/** Groups that limits need first, then by what the objective loses without them; the order of units breaks ties. */
function sortByWorth(instance: Instance, moves: ExplainedMove[]): ExplainedMove[] {
  const { weights } = instance.problem
  const [from, to] = [new Int32Array(instance.task.unitCount), new Int32Array(instance.task.unitCount)]
  for (const move of moves) [from[move.unit], to[move.unit]] = [move.from, move.to]
  const worths = new Map<number, { isNeeded: boolean; worth: number; first: number }>()
  const worthOf = new Map<ExplainedMove, number>()
  for (const move of moves) {
    const worth = lossOf(instance, move.unit, from, to) - weights.imbalance * move.undone.balancePoints
    worthOf.set(move, worth)
    const held = worths.get(move.group)
    if (held === undefined) worths.set(move.group, { isNeeded: move.isNeeded, worth, first: move.unit })
    else {
      held.isNeeded ||= move.isNeeded
      held.worth += worth
    }
  }
  const sorted = [...moves].sort((one, other) => {
    const [left, right] = [worths.get(one.group)!, worths.get(other.group)!]
    if (one.group === other.group) return worthOf.get(other)! - worthOf.get(one)! || one.unit - other.unit
    return Number(right.isNeeded) - Number(left.isNeeded) || right.worth - left.worth || left.first - right.first
  })
  const numbers = new Map<number, number>()
  return sorted.map((move) => {
    if (!numbers.has(move.group)) numbers.set(move.group, numbers.size)
    return { ...move, group: numbers.get(move.group)! }
  })
}
