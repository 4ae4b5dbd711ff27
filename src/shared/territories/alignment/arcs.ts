// The places worth trying for each unit, as arcs from unit to territory: those whose cost at the prices is near the unit's least. Search draws
// from them by unit and by territory.
import { type Candidates, moveCharges, type PriceVector, type PricingTask } from './candidates.ts'

export interface Arcs {
  /** Arc by arc, those of a unit side by side, its cheapest first. */
  readonly units: Int32Array
  readonly territories: Int32Array
  /** Arcs of unit u are from firsts[u] to below firsts[u + 1]. */
  readonly firsts: Int32Array
  /** Units that have an arc to territory t: visitors from visits[t] to below visits[t + 1]. */
  readonly visitors: Int32Array
  readonly visits: Int32Array
  /** Arcs to today's territory. */
  readonly homeward: Int32Array
}

/** How much dearer than a unit's cheapest place each of its other candidates is at the prices, in ascending order, all units together. */
export function listGaps(task: PricingTask, candidates: Candidates, prices: PriceVector): Float64Array {
  const gaps = gapsOf(task, candidates, prices)
  const { width, territories } = candidates
  return gaps.filter((_, slot) => slot % width !== 0 && territories[slot]! >= 0).sort()
}

/**
 * Lists as arcs the candidates that are dearer than the cheapest by less than a cutoff.
 *
 * A unit with one arc alone isn't listed: there is nothing to try.
 */
export function listArcs(task: PricingTask, candidates: Candidates, prices: PriceVector, cutoff: number): Arcs {
  const { unitCount, territoryCount } = task
  const { width, territories } = candidates
  const gaps = gapsOf(task, candidates, prices)
  const firsts = new Int32Array(unitCount + 1)
  const chosen: number[] = []
  for (let unit = 0; unit < unitCount; unit += 1) {
    const before = chosen.length
    for (let slot = unit * width; slot < (unit + 1) * width && territories[slot]! >= 0; slot += 1)
      if (gaps[slot]! <= cutoff) chosen.push(slot)
    if (chosen.length - before === 1) chosen.pop()
    firsts[unit + 1] = chosen.length
  }
  const units = Int32Array.from(chosen, (slot) => Math.floor(slot / width))
  const places = Int32Array.from(chosen, (slot) => territories[slot]!)
  const visits = new Int32Array(territoryCount + 1)
  for (const at of places) visits[at + 1]! += 1
  for (let at = 0; at < territoryCount; at += 1) visits[at + 1]! += visits[at]!
  const next = visits.slice()
  const visitors = new Int32Array(places.length)
  const homeward: number[] = []
  for (let arc = 0; arc < places.length; arc += 1) {
    visitors[next[places[arc]!]!++] = units[arc]!
    if (places[arc] === task.current[units[arc]!]) homeward.push(arc)
  }
  return { units, territories: places, firsts, visitors, visits, homeward: Int32Array.from(homeward) }
}

function gapsOf(task: PricingTask, candidates: Candidates, prices: PriceVector): Float64Array {
  const { unitCount, territoryCount, measures, current } = task
  const { width, territories, costs } = candidates
  const charges = new Float64Array(unitCount)
  moveCharges(task, prices.moves, charges)
  const gaps = new Float64Array(unitCount * width)
  for (let unit = 0; unit < unitCount; unit += 1) {
    let least = Number.POSITIVE_INFINITY
    for (let slot = unit * width; slot < (unit + 1) * width; slot += 1) {
      const at = territories[slot]!
      if (at < 0) break
      let cost = costs[slot]! + (at === current[unit] ? 0 : charges[unit]!)
      for (let measure = 0; measure < measures.length; measure += 1)
        cost += prices.amounts[measure * territoryCount + at]! * measures[measure]!.amounts[unit]!
      gaps[slot] = cost
      if (cost < least) least = cost
    }
    for (let slot = unit * width; slot < (unit + 1) * width; slot += 1) gaps[slot]! -= least
  }
  return gaps
}
