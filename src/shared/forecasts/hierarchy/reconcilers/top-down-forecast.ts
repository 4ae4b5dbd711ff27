// Top-down by forecasts: the whole's forecast is shared out in proportion to the parts' own forecasts.

import type { Reconciler } from './reconciler.ts'
import { shareOut } from './shared-out.ts'

/** @source Athanasopoulos, Ahmed & Hyndman (2009), top-down with forecast proportions */
export const topDownForecast: Reconciler = {
  id: 'topDownForecast',
  usesCorrelations: false,
  reconcile: (input) => shareOut(input, (node, step) => input.base[node]?.[step] ?? 0)
}
