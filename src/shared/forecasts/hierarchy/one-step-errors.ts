// How wrong a forecast of the next period usually is, from a plain fit: by these errors the parts are weighed against each other.
import { takeOut } from '../decomposition/classical.ts'
import { shrinkSeason } from '../decomposition/shrunk.ts'
import { fitEts } from '../ets/fit.ts'

/**
 * Lists the one-step errors of simple smoothing within a history, its season taken out.
 *
 * It is not the automatic forecast, whose one-step errors would cost as much as forecasting from every period. The weights of a reconciliation
 * need how large errors are against each other and how they go together, and there the plain fit is near enough. As its season and its smoothing
 * are fitted to the very values, the errors are somewhat too small, for all series alike.
 *
 * @param values one a period, oldest first, any unit
 * @param seasonLength periods of a season
 * @returns value minus forecast for each period, the same unit; from the second on where there are too few to fit
 * @missing none with fewer than two values
 * @source R. J. Hyndman and others, "Forecasting with Exponential Smoothing" (2008), ETS(A,N,N)
 * @example oneStepErrors([5, 7], 12) // [2]
 */
export function oneStepErrors(values: readonly number[], seasonLength: number): number[] {
  const plain = takeOut(values, shrinkSeason(values, seasonLength, 'additive'))
  const fit = fitEts(Float64Array.from(plain), { error: 'A', trend: 'N', season: 'N' }, 1)
  return fit ? [...fit.errors] : plain.slice(1).map((value, at) => value - (plain[at] ?? 0))
}
