// A plan together with where its territories hang together: the units at their borders, how many pieces each is in, and what a change does to
// that. Changing a unit here keeps all of it in step; the amounts carried and what a change costs are plan.ts's.
import { type Plan, shift } from '../plan.ts'
import { countPieces, type NeighbourGraph } from './neighbours.ts'

export interface Regions {
  readonly plan: Plan
  readonly graph: NeighbourGraph
  /** Pieces of each territory; 0 is empty. */
  readonly pieces: Int32Array
  /** Members of each territory, in no order; `rankOf` is where a unit stands in its list. */
  readonly members: readonly number[][]
  readonly rankOf: Int32Array
  /** The unit from which each entry of `graph.ends` is seen. */
  readonly owners: Int32Array
  /** Entries of `graph.ends` whose two units lie in different territories: the first `borderCount.value`, in no order. */
  readonly border: Int32Array
  readonly borderRank: Int32Array
  readonly borderCount: { value: number }
  /** The other direction of each entry. */
  readonly opposite: Int32Array
  readonly walk: Walk
}

/** Room for walks through a territory, kept so that none has to be made anew. */
interface Walk {
  readonly marks: Int32Array
  mark: number
  readonly queue: Int32Array
}

/** Sets up borders, members and pieces of a plan. */
export function makeRegions(plan: Plan, graph: NeighbourGraph): Regions {
  const { unitCount, starts, ends } = graph
  const owners = new Int32Array(ends.length)
  for (let unit = 0; unit < unitCount; unit += 1) owners.fill(unit, starts[unit]!, starts[unit + 1]!)
  const opposite = new Int32Array(ends.length)
  const next = starts.slice(0, unitCount)
  // Ends are ascending, so going through all owners in order meets each end's neighbours in their order too.
  for (let entry = 0; entry < ends.length; entry += 1) opposite[entry] = next[ends[entry]!]!++
  const regions: Regions = {
    plan,
    graph,
    pieces: new Int32Array(plan.task.territoryCount),
    members: Array.from({ length: plan.task.territoryCount }, (): number[] => []),
    rankOf: new Int32Array(unitCount),
    owners,
    border: new Int32Array(ends.length),
    borderRank: new Int32Array(ends.length).fill(-1),
    borderCount: { value: 0 },
    opposite,
    walk: { marks: new Int32Array(unitCount), mark: 0, queue: new Int32Array(unitCount) }
  }
  resetRegions(regions)
  return regions
}

/** Finds borders, members and pieces anew, after the plan was changed elsewhere. */
export function resetRegions(regions: Regions): void {
  const { plan, graph, members, rankOf, owners, border, borderRank } = regions
  const { assigned, task } = plan
  regions.pieces.set(countPieces(graph, assigned, task.territoryCount))
  for (const list of members) list.length = 0
  for (let unit = 0; unit < graph.unitCount; unit += 1) {
    const at = assigned[unit]!
    if (at >= 0) rankOf[unit] = members[at]!.push(unit) - 1
  }
  let count = 0
  for (let entry = 0; entry < owners.length; entry += 1) {
    const isBorder = assigned[owners[entry]!] !== assigned[graph.ends[entry]!]
    borderRank[entry] = isBorder ? count : -1
    if (isBorder) border[count++] = entry
  }
  regions.borderCount.value = count
}

/** Puts a unit into another territory. `leaving` and `entering` are what `countLeaving` and `countEntering` said just before. */
export function moveUnit(regions: Regions, unit: number, to: number, leaving: number, entering: number): void {
  const { plan, graph, members, rankOf, pieces, opposite } = regions
  const { assigned } = plan
  const from = assigned[unit]!
  shift(plan, unit, to)
  pieces[from]! += leaving - 1
  pieces[to]! += 1 - entering
  const list = members[from]!
  const last = list.pop()!
  if (last !== unit) {
    list[rankOf[unit]!] = last
    rankOf[last] = rankOf[unit]!
  }
  rankOf[unit] = members[to]!.push(unit) - 1
  for (let entry = graph.starts[unit]!; entry < graph.starts[unit + 1]!; entry += 1) {
    const there = assigned[graph.ends[entry]!]!
    if (there === from) {
      setBorder(regions, entry, true)
      setBorder(regions, opposite[entry]!, true)
    } else if (there === to) {
      setBorder(regions, entry, false)
      setBorder(regions, opposite[entry]!, false)
    }
  }
}

function setBorder(regions: Regions, entry: number, isBorder: boolean): void {
  const { border, borderRank, borderCount } = regions
  const rank = borderRank[entry]!
  if (isBorder) {
    borderRank[entry] = borderCount.value
    border[borderCount.value++] = entry
    return
  }
  borderCount.value -= 1
  const last = border[borderCount.value]!
  border[rank] = last
  borderRank[last] = rank
  borderRank[entry] = -1
}

/**
 * Counts the pieces of a territory that touch a unit, the unit itself left out.
 *
 * Where the unit lies doesn't matter, so it answers both: into how many pieces a territory falls if the unit leaves it, and how many pieces it
 * would bind together if it came.
 *
 * @param regions a plan and its neighbours
 * @param unit the unit that leaves or comes
 * @param at a territory
 * @returns 0 when no other unit of the territory touches it
 */
export function countTouching({ plan, graph, walk }: Regions, unit: number, at: number): number {
  const { starts, ends } = graph
  const { assigned } = plan
  const { marks, queue } = walk
  // Two marks a call: units of the territory that touch the unit and aren't reached yet, and units that are.
  walk.mark += 2
  const [touching, reached] = [walk.mark, walk.mark + 1]
  let waiting = 0
  let first = -1
  for (let entry = starts[unit]!; entry < starts[unit + 1]!; entry += 1) {
    const end = ends[entry]!
    if (assigned[end] !== at) continue
    marks[end] = touching
    waiting += 1
    if (first < 0) first = end
  }
  if (waiting < 2) return waiting
  marks[unit] = reached
  let count = 0
  for (let entry = starts[unit]!; waiting > 0; entry += 1) {
    const start = ends[entry]!
    if (assigned[start] !== at || marks[start] !== touching) continue
    count += 1
    waiting -= 1
    marks[start] = reached
    queue[0] = start
    for (let [head, tail] = [0, 1]; head < tail && waiting > 0; head += 1) {
      const here = queue[head]!
      for (let next = starts[here]!; next < starts[here + 1]!; next += 1) {
        const end = ends[next]!
        if (assigned[end] !== at || marks[end] === reached) continue
        if (marks[end] === touching) waiting -= 1
        marks[end] = reached
        queue[tail++] = end
      }
    }
  }
  return count
}

/** Whether a unit touches a territory. */
export function touches({ plan, graph }: Regions, unit: number, at: number): boolean {
  for (let entry = graph.starts[unit]!; entry < graph.starts[unit + 1]!; entry += 1)
    if (plan.assigned[graph.ends[entry]!] === at) return true
  return false
}

/** How many pieces of a territory a unit that isn't in it would bind together. */
export function countEntering(regions: Regions, unit: number, at: number): number {
  return regions.pieces[at]! > 1 ? countTouching(regions, unit, at) : touches(regions, unit, at) ? 1 : 0
}
