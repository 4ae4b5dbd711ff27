// What an alignment is asked to do: units (accounts or regions) to territories, with a load to balance, a cost to keep low, and what must
// hold. Plain arrays, so that a worker takes it as it is. Solving is in solve.ts; the bound in its result comes from prices.ts.

/** A point on the globe, degrees. */
export interface Place {
  readonly lon: number
  readonly lat: number
}

/** An account or a region to be placed. */
export interface AlignmentUnit {
  /** Null when nobody knows where it is: it then costs no distance anywhere. */
  readonly place: Place | null
  /** What is balanced, in any unit, never negative: hours of work a year, revenue, 1 an account. */
  readonly load: number
  /** Visits a year, by which distance counts in visit-km. */
  readonly visits: number
  /** Other measures that have limits of their own, in the order of `AlignmentProblem.limits`. */
  readonly others: readonly number[]
  /** What counts as moved when it changes territory, in the order of `AlignmentProblem.moveLimits`: 1 an account, revenue, open pipeline. */
  readonly moveWeights: readonly number[]
  /** Where it lies today; null is nowhere, and placing it is no move. */
  readonly current: number | null
  /** It stays where it is (`current` is then set). */
  readonly isLocked: boolean
}

export interface AlignmentTerritory {
  /** Where its seller starts from; null makes distance count for nothing here. */
  readonly base: Place | null
  /** Its share of the load relative to the others, above 0; 1.2 carries twice what 0.6 does. */
  readonly capacity: number
  /** The most load it may carry, in units of load; null is no such limit. */
  readonly maxLoad: number | null
}

/** What is kept low: a weighted sum. At least one weight is above 0. */
export interface AlignmentWeights {
  /** Per visit-km: the distance from the base to the unit, times its visits. */
  readonly visitKm: number
  /** Per km: the distance alone. */
  readonly km: number
  /** Per point of the balance index lost (0 to 100). */
  readonly imbalance: number
  /** Per unit moved, by the first of its move weights (1 when there is none). */
  readonly disruption: number
}

export interface AlignmentProblem {
  readonly units: readonly AlignmentUnit[]
  readonly territories: readonly AlignmentTerritory[]
  /** Pairs of unit and territory that must not be, by index. */
  readonly forbidden: readonly (readonly [unit: number, territory: number])[]
  readonly weights: AlignmentWeights
  /** Each territory's load lies within this share of its target (0.05 is 5 %); null is no band. Target = total load x capacity / sum of capacities. */
  readonly bandRatio: number | null
  /** Bands on the other measures, in the order of `AlignmentUnit.others`; the target is by capacity again. */
  readonly limits: readonly { readonly bandRatio: number }[]
  /** At most this share of the total of each move weight changes territory (0.2 is 20 %). */
  readonly moveLimits: readonly { readonly maxRatio: number }[]
  /**
   * Pairs of units that touch. When it is given every territory has to be in one piece (a piece of land without neighbours, as an island, is a
   * piece of its own and does not count against it when it is linked by a pair).
   */
  readonly neighbours: readonly (readonly [number, number])[] | null
  readonly seed: number
}

/** Why a plan can't keep what was asked: each says by how much the best plan found misses it. */
export type AlignmentMiss =
  | { readonly kind: 'band'; readonly territory: number; readonly deviationRatio: number; readonly bandRatio: number }
  | {
      readonly kind: 'limit'
      readonly limit: number
      readonly territory: number
      readonly deviationRatio: number
      readonly bandRatio: number
    }
  | { readonly kind: 'maxLoad'; readonly territory: number; readonly load: number; readonly maxLoad: number }
  | { readonly kind: 'moves'; readonly limit: number; readonly movedRatio: number; readonly maxRatio: number }
  | { readonly kind: 'connected'; readonly territory: number; readonly pieces: number }
  /** A unit that may go nowhere: forbidden everywhere. */
  | { readonly kind: 'noTerritory'; readonly unit: number }

/** A plan as far as it has been found. */
export interface Alignment {
  /** The territory of each unit, by index; -1 only for a unit that may go nowhere. */
  readonly assigned: Int32Array
  /** The weighted sum of `AlignmentWeights`. */
  readonly cost: number
  /** No plan that keeps all limits costs less; null while nothing is known. */
  readonly lowerBound: number | null
  /** (cost - lowerBound) / lowerBound: "within 0.8 % of the best possible". Null without a bound or with a bound of 0. */
  readonly gapRatio: number | null
  /** What it doesn't keep; empty for a plan that keeps everything. */
  readonly misses: readonly AlignmentMiss[]
}

export interface AlignmentRun {
  /** Called with the best plan so far whenever it got better, and between steps; `done` of `total` steps. */
  readonly onBest?: (best: Alignment, done: number, total: number) => void
  /** Asked between steps: true ends the search with the best plan so far. A run that isn't stopped depends on the seed alone, never on time. */
  readonly shouldStop?: () => boolean
}
