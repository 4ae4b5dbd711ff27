// Every way of making parts add up, the one proposed first: a new one is a file here, a line below, its id in hierarchy-types.ts and the
// contract, and its words in i18n.
import type { ReconcilerId } from '../../hierarchy-types.ts'
import { bottomUp } from './bottom-up.ts'
import { byVariance } from './by-variance.ts'
import { minimumTrace } from './minimum-trace.ts'
import { ordinary } from './ordinary.ts'
import type { Reconciler } from './reconciler.ts'
import { topDownForecast } from './top-down-forecast.ts'
import { topDownHistory } from './top-down-history.ts'

export const reconcilers: readonly Reconciler[] = [
  minimumTrace,
  byVariance,
  ordinary,
  bottomUp,
  topDownForecast,
  topDownHistory
]

/** @errors throws for an id that isn't in the list: a bug */
export function getReconciler(id: ReconcilerId): Reconciler {
  const found = reconcilers.find((each) => each.id === id)
  if (!found) throw new Error(`there is no reconciler ${id}`)
  return found
}
