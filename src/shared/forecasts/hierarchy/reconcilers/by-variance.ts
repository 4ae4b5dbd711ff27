// Weighted least squares: every forecast is moved by how wrong it usually is, each for itself.
import { diagonal } from '../covariance.ts'
import { reconcileProjected } from './projected.ts'
import type { Reconciler } from './reconciler.ts'

/**
 * @source R. J. Hyndman, A. J. Lee, E. Wang, "Fast computation of reconciled forecasts for hierarchical and grouped time series", Computational
 *   Statistics & Data Analysis 97 (2016); agrees with base R (test/reference/hierarchy)
 */
export const byVariance: Reconciler = {
  id: 'byVariance',
  usesCorrelations: false,
  reconcile: (input) => {
    const { size, values } = input.covariance
    return reconcileProjected(input, diagonal(Array.from({ length: size }, (_, i) => values[i * size + i] ?? 0)))
  }
}
