// What the optimiser searches in: the costs of placing units, what limits them, and for each unit the few territories that are worth a look
// at given prices. The prices come from prices.ts.

/** A measure that each territory carries within limits: its own load, revenue, accounts. */
export interface PricedMeasure {
  /** One amount per unit, 0 or more. */
  readonly amounts: Float64Array
  /** The least, the wished and the most that each territory carries. */
  readonly lows: Float64Array
  readonly targets: Float64Array
  readonly highs: Float64Array
  /** What it costs to carry one more or one less than wished, per amount; 0 is nothing. */
  readonly penalty: number
}

/** A limit on what changes territory. */
export interface PricedMoves {
  /** What each unit counts when it moves. */
  readonly weights: Float64Array
  readonly most: number
}

/** Units to territories as a transportation problem: whoever has costs in a matrix can price it. */
export interface PricingTask {
  readonly unitCount: number
  readonly territoryCount: number
  /** Row by row, one row a unit; Infinity is a pair that must not be. */
  readonly matrix: Float64Array
  /** What the unit's row is multiplied by; null is 1. */
  readonly factors: Float64Array | null
  /** The territory of today; -1 is none, and placing such a unit is no move. */
  readonly current: Int32Array
  /** What moving a unit costs besides; null is nothing. */
  readonly moveCosts: Float64Array | null
  readonly measures: readonly PricedMeasure[]
  readonly moves: readonly PricedMoves[]
}

/** Prices of the limits: what one more of an amount costs in a territory, and one more of what moves. */
export interface PriceVector {
  /** Measure by measure, one price a territory. */
  readonly amounts: Float64Array
  /** One price a limit on moves, 0 or more. */
  readonly moves: Float64Array
}

/** The territories worth a look, cheapest at the prices first. */
export interface Candidates {
  readonly width: number
  /** `width` territories a unit; -1 where there are no more. */
  readonly territories: Int32Array
  /** The cost of each, without prices. */
  readonly costs: Float64Array
  /** The sum over all units of the least cost with prices. */
  readonly least: number
}

/** Prices of nothing. */
export function zeroPrices(task: PricingTask): PriceVector {
  return {
    amounts: new Float64Array(task.measures.length * task.territoryCount),
    moves: new Float64Array(task.moves.length)
  }
}

/** What it costs to put a unit in a territory, without prices. */
export function placementCost(task: PricingTask, unit: number, territory: number): number {
  const cost = task.matrix[unit * task.territoryCount + territory]!
  if (cost === Number.POSITIVE_INFINITY) return cost
  const current = task.current[unit]!
  const moveCost = task.moveCosts === null || current < 0 || current === territory ? 0 : task.moveCosts[unit]!
  return cost * (task.factors?.[unit] ?? 1) + moveCost
}

/** What moving each unit costs at the prices of the limits on moves. */
export function moveCharges(task: PricingTask, movePrices: Float64Array, charges: Float64Array): void {
  charges.fill(0)
  task.moves.forEach(({ weights }, limit) => {
    const price = movePrices[limit]!
    if (price === 0) return
    for (let unit = 0; unit < task.unitCount; unit += 1)
      if (task.current[unit]! >= 0) charges[unit]! += price * weights[unit]!
  })
}

/**
 * Finds for every unit the territories that cost least at given prices.
 *
 * The territory of today is always among them where it is allowed.
 *
 * @param task costs and limits
 * @param prices what limits cost
 * @param width how many territories a unit at most, 1 or more
 * @returns territories and costs, cheapest first; the sum of the least
 * @missing a unit that may go nowhere has no candidates, and counts 0 in the sum
 */
export function listCandidates(task: PricingTask, prices: PriceVector, width: number): Candidates {
  const { unitCount, territoryCount, matrix, measures } = task
  const kept = Math.max(1, Math.min(width, territoryCount))
  const territories = new Int32Array(unitCount * kept).fill(-1)
  const costs = new Float64Array(unitCount * kept).fill(Number.POSITIVE_INFINITY)
  const charges = new Float64Array(unitCount)
  moveCharges(task, prices.moves, charges)
  const ranked = new Float64Array(kept)
  const row = new Float64Array(territoryCount)
  let least = 0
  for (let unit = 0; unit < unitCount; unit += 1) {
    const factor = task.factors === null ? 1 : task.factors[unit]!
    const current = task.current[unit]!
    const charge = current < 0 ? 0 : charges[unit]! + (task.moveCosts === null ? 0 : task.moveCosts[unit]!)
    const from = unit * territoryCount
    const first = measures.length === 0 ? 0 : measures[0]!.amounts[unit]!
    for (let at = 0; at < territoryCount; at += 1)
      row[at] = matrix[from + at]! * factor + charge + (first === 0 ? 0 : first * prices.amounts[at]!)
    for (let measure = 1; measure < measures.length; measure += 1) {
      const amount = measures[measure]!.amounts[unit]!
      const prior = measure * territoryCount
      for (let at = 0; at < territoryCount; at += 1) row[at]! += amount * prices.amounts[prior + at]!
    }
    if (current >= 0) row[current]! -= charge
    // An Infinity times 0 is no number: it fails every comparison, as it should.
    const start = unit * kept
    let count = 0
    // Of equals today's comes first, and otherwise another one for each unit: else all would look at the same few.
    const offset = unit % territoryCount
    for (let seen = current >= 0 ? -1 : 0; seen < territoryCount; seen += 1) {
      const at = seen < 0 ? current : seen + offset < territoryCount ? seen + offset : seen + offset - territoryCount
      if (at === current && seen >= 0) continue
      const cost = row[at]!
      if (!(cost < Number.POSITIVE_INFINITY) || (count === kept && cost >= ranked[kept - 1]!)) continue
      let place = count < kept ? count++ : kept - 1
      while (place > 0 && ranked[place - 1]! > cost) {
        ranked[place] = ranked[place - 1]!
        territories[start + place] = territories[start + place - 1]!
        place -= 1
      }
      ranked[place] = cost
      territories[start + place] = at
    }
    if (count === 0) continue
    least += ranked[0]!
    if (current >= 0 && row[current]! < Number.POSITIVE_INFINITY) keepCurrent(territories, start, count, current)
    for (let place = start; place < start + count; place += 1)
      costs[place] = placementCost(task, unit, territories[place]!)
  }
  return { width: kept, territories, costs, least }
}

/** Puts today's territory in the last place of a list that has no room for it. */
function keepCurrent(territories: Int32Array, start: number, count: number, current: number): void {
  for (let place = start; place < start + count; place += 1) if (territories[place] === current) return
  territories[start + count - 1] = current
}
