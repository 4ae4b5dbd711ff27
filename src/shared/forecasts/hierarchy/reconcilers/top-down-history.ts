// Top-down by history: the whole's forecast is shared out as sales were in the last year.

import type { Reconciler } from './reconciler.ts'
import { shareOut } from './shared-out.ts'

/**
 * A part's share of the last year's sales, period by period, on average: what was sold before it was there counts as nothing.
 *
 * @source C. W. Gross, J. E. Sohl, "Disaggregation methods to expedite product line forecasting", Journal of Forecasting 9 (1990), average
 *   historical proportions, over one year instead of all of them
 */
export const topDownHistory: Reconciler = {
  id: 'topDownHistory',
  usesCorrelations: false,
  reconcile: (input) => {
    const whole = input.histories[0] ?? []
    const periods = Math.min(input.seasonLength, whole.length)
    const shares = input.histories.map((own) => {
      let [sum, count] = [0, 0]
      for (let back = 1; back <= periods; back += 1) {
        const total = whole[whole.length - back] ?? 0
        if (total <= 0) continue
        sum += (own[own.length - back] ?? 0) / total
        count += 1
      }
      return count > 0 ? sum / count : 0
    })
    return shareOut(input, (node) => shares[node] ?? 0)
  }
}
