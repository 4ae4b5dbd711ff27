// The first plan in one piece each: from units where they are cheapest at the prices, what doesn't hang together with the greatest part of its
// territory is handed to territories beside it.
import { type PriceVector, type PricingTask, placementCost } from '../candidates.ts'
import { findPieces, type NeighbourGraph } from './neighbours.ts'

/**
 * Makes a plan whose territories hang together where that is possible.
 *
 * Of each territory the piece with most locked units, then with most load, stays. All other units are taken up one after the other by a territory
 * beside them, first where that costs least more than their cheapest place. A territory without units starts from the unit that costs
 * least more there. What no territory beside it may take stays apart.
 *
 * @param task costs and limits
 * @param graph which units touch
 * @param prices what limits cost, by which places are compared
 * @param assigned where each unit is cheapest; -1 for a unit that may go nowhere
 * @param isLocked 1 for a unit that stays
 * @returns territory of each unit; -1 for a unit that may go nowhere
 */
export function growPlan(
  task: PricingTask,
  graph: NeighbourGraph,
  prices: PriceVector,
  assigned: Int32Array,
  isLocked: Uint8Array
): Int32Array {
  const grown = keepLargestPieces(task, graph, assigned, isLocked)
  const costOf = makePricedCost(task, prices)
  const cheapest = Float64Array.from(assigned, (at, unit) => (at < 0 ? 0 : costOf(unit, at)))
  seedEmpty(task, assigned, grown, isLocked, (unit, at) => costOf(unit, at) - cheapest[unit]!)
  const heap = makeHeap()
  const offer = (unit: number): void => {
    for (let entry = graph.starts[unit]!; entry < graph.starts[unit + 1]!; entry += 1) {
      const end = graph.ends[entry]!
      if (grown[end] !== -1 || assigned[end]! < 0) continue
      const cost = costOf(end, grown[unit]!) - cheapest[end]!
      if (cost < Number.POSITIVE_INFINITY) heap.push(cost, end * task.territoryCount + grown[unit]!)
    }
  }
  for (let unit = 0; unit < task.unitCount; unit += 1) if (grown[unit]! >= 0) offer(unit)
  for (let rest = 0; rest <= task.unitCount; ) {
    const slot = heap.pop()
    if (slot === null) {
      // Nothing left that a territory beside may take: the next unit stays where it is cheapest, and others may grow from it.
      while (rest < task.unitCount && (grown[rest] !== -1 || assigned[rest]! < 0)) rest += 1
      if (rest === task.unitCount) break
      grown[rest] = assigned[rest]!
      offer(rest)
      continue
    }
    const unit = Math.floor(slot / task.territoryCount)
    if (grown[unit] !== -1) continue
    grown[unit] = slot % task.territoryCount
    offer(unit)
  }
  return grown
}

/** The cost of a unit in a territory with the prices of what it amounts to. */
export function makePricedCost(task: PricingTask, prices: PriceVector): (unit: number, at: number) => number {
  return (unit, at) => {
    let cost = placementCost(task, unit, at)
    for (let measure = 0; measure < task.measures.length; measure += 1)
      cost += prices.amounts[measure * task.territoryCount + at]! * task.measures[measure]!.amounts[unit]!
    return cost
  }
}

function keepLargestPieces(
  task: PricingTask,
  graph: NeighbourGraph,
  assigned: Int32Array,
  isLocked: Uint8Array
): Int32Array {
  const { count, pieceOf } = findPieces(graph, assigned)
  const [locks, loads, sizes] = [new Int32Array(count), new Float64Array(count), new Int32Array(count)]
  const amounts = task.measures[0]?.amounts
  pieceOf.forEach((piece, unit) => {
    if (piece < 0) return
    locks[piece]! += isLocked[unit]!
    loads[piece]! += amounts === undefined ? 1 : amounts[unit]!
    sizes[piece]! += 1
  })
  const largest = new Int32Array(task.territoryCount).fill(-1)
  pieceOf.forEach((piece, unit) => {
    if (piece < 0) return
    const held = largest[assigned[unit]!]!
    const more =
      held < 0 ? 1 : locks[piece]! - locks[held]! || loads[piece]! - loads[held]! || sizes[piece]! - sizes[held]!
    if (more > 0) largest[assigned[unit]!] = piece
  })
  return assigned.map((at, unit) => (at >= 0 && (pieceOf[unit] === largest[at] || isLocked[unit] === 1) ? at : -1))
}

/** Gives each territory without units one: the unit that costs least more there, of a territory that has others. */
function seedEmpty(
  task: PricingTask,
  assigned: Int32Array,
  grown: Int32Array,
  isLocked: Uint8Array,
  costMore: (unit: number, at: number) => number
): void {
  const counts = new Int32Array(task.territoryCount)
  for (const at of grown) if (at >= 0) counts[at]! += 1
  for (let empty = 0; empty < task.territoryCount; empty += 1) {
    if (counts[empty]! > 0) continue
    let [seed, least] = [-1, Number.POSITIVE_INFINITY]
    for (let unit = 0; unit < task.unitCount; unit += 1) {
      if (isLocked[unit] === 1 || assigned[unit]! < 0 || (grown[unit]! >= 0 && counts[grown[unit]!]! < 2)) continue
      const cost = costMore(unit, empty)
      if (cost < least) [seed, least] = [unit, cost]
    }
    if (seed < 0) continue
    if (grown[seed]! >= 0) counts[grown[seed]!]! -= 1
    grown[seed] = empty
    counts[empty] = 1
  }
}

interface Heap {
  push(cost: number, slot: number): void
  /** The slot of the least cost, the first pushed of equals; null when it is empty. */
  pop(): number | null
}

function makeHeap(): Heap {
  const entries: { cost: number; order: number; slot: number }[] = []
  let pushed = 0
  const isBefore = (one: number, other: number): boolean =>
    entries[one]!.cost < entries[other]!.cost ||
    (entries[one]!.cost === entries[other]!.cost && entries[one]!.order < entries[other]!.order)
  const swap = (one: number, other: number): void => {
    const held = entries[one]!
    entries[one] = entries[other]!
    entries[other] = held
  }
  return {
    push: (cost, slot) => {
      entries.push({ cost, order: pushed++, slot })
      for (let at = entries.length - 1; at > 0 && isBefore(at, (at - 1) >> 1); at = (at - 1) >> 1)
        swap(at, (at - 1) >> 1)
    },
    pop: () => {
      const first = entries[0]
      if (first === undefined) return null
      const last = entries.pop()!
      if (entries.length > 0) entries[0] = last
      for (let at = 0; ; ) {
        let least = at
        for (const below of [2 * at + 1, 2 * at + 2])
          if (below < entries.length && isBefore(below, least)) least = below
        if (least === at) break
        swap(at, least)
        at = least
      }
      return first.slot
    }
  }
}
