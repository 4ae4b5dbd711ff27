// What a way of making parts add up must give. The list of them is index.ts.
import type { ReconcilerId } from '../../hierarchy-types.ts'
import type { ErrorCovariance } from '../covariance.ts'
import type { Parents } from '../tree.ts'

export interface ReconcileInput {
  readonly parents: Parents
  /** For each node its forecasts, one a step, each made by itself; any unit. */
  readonly base: readonly (readonly number[])[]
  /** For each node its past values, ending at the same time; the whole's reach back the furthest. */
  readonly histories: readonly (readonly number[])[]
  /** Of the one-step errors of the nodes. */
  readonly covariance: ErrorCovariance
  /** Periods after which the year repeats. */
  readonly seasonLength: number
  /** Nodes that may not fall below zero. */
  readonly isFloored: readonly boolean[]
}

export interface Reconciled {
  /** For each node its forecasts, one a step, adding up but for rounding of arithmetic. */
  readonly middles: readonly (readonly number[])[]
  /** For each node how wide its error is now against that of its own forecast; null where the way can't tell. */
  readonly widths: readonly (number | null)[]
  /** For each node at how many steps it was held at zero. */
  readonly heldSteps: readonly number[]
  /** For each node and each node with children (in order) how much of that one's gap to its children is taken off; null where there is no such rule. */
  readonly shares: Float64Array | null
}

export interface Reconciler {
  readonly id: ReconcilerId
  /** Whether it weighs how errors go together. */
  readonly usesCorrelations: boolean
  /**
   * Makes forecasts add up.
   *
   * Forecasts that add up already stay as they are, unless the way is to share out from the top.
   */
  readonly reconcile: (input: ReconcileInput) => Reconciled
}
