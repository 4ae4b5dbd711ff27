// Minimum trace: every forecast is moved by how wrong it usually is and by what it has in common with the others.
import { reconcileProjected } from './projected.ts'
import type { Reconciler } from './reconciler.ts'

/** @source Wickramasuriya, Athanasopoulos & Hyndman, JASA 114 (2019), MinT(Shrink); agrees with base R (test/reference/hierarchy) */
export const minimumTrace: Reconciler = {
  id: 'minimumTrace',
  usesCorrelations: true,
  reconcile: (input) => reconcileProjected(input, input.covariance.values)
}
