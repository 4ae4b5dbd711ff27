// Ordinary least squares: all forecasts count the same, whatever their size and record.
import { diagonal } from '../covariance.ts'
import { reconcileProjected } from './projected.ts'
import type { Reconciler } from './reconciler.ts'

/**
 * @source R. J. Hyndman, R. A. Ahmed, G. Athanasopoulos, H. L. Shang, "Optimal combination forecasts for hierarchical time series", Computational
 *   Statistics & Data Analysis 55 (2011); agrees with base R (test/reference/hierarchy)
 */
export const ordinary: Reconciler = {
  id: 'ordinary',
  usesCorrelations: false,
  reconcile: (input) => reconcileProjected(input, diagonal(input.parents.map(() => 1)))
}
