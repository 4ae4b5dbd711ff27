// Theta: the mean of a straight line and of a smoothed series with its bends made larger, how much being fitted.
import { latestOf } from '../automatic/history.ts'
import { apply, takeOut } from '../decomposition/classical.ts'
import { seasonOf } from '../theta/classic.ts'
import { fitTheta, spreadOfTheta } from '../theta/fit.ts'
import { bellOf } from './bell.ts'
import { allSources, type ForecastMethod, type MethodForecast, type MethodInput } from './method.ts'
import { forecastConstant } from './steady.ts'

/**
 * Forecasts by the dynamic optimised Theta model.
 *
 * A season is taken out where a test finds one. The range is that of the model with its parameters known: each coming error moves the level and
 * the line, and so the later steps.
 *
 * @param input at least four values
 * @returns middles and errors in the unit of the values
 * @missing no width where the values never change
 * @source J. A. Fiorucci and others, "Models for optimising the theta method and their relationship to state space models", International Journal of
 *   Forecasting 32 (2016), DOTM; with theta fixed at 2 near to R's forecast::thetaf (test/reference/forecast)
 * @example theta.needs(12) // 4
 */
export const theta: ForecastMethod = { id: 'theta', needs: () => 4, forecast: forecastByTheta }

function forecastByTheta(input: MethodInput): MethodForecast {
  const still = forecastConstant(input)
  if (still) return still
  const { seasonLength, horizon } = input
  const { values, left } = latestOf(input.values, seasonLength)
  const season = seasonOf(values, seasonLength)
  const plain = takeOut(values, season)
  const fit = fitTheta(plain, horizon)
  if (!fit) throw new Error('Four values have a Theta model')
  const n = values.length
  const steps = Array.from({ length: horizon }, (_, step) => step)
  // A season by ratios makes errors larger in strong periods.
  const factor = (step: number) => (season.kind === 'multiplicative' ? apply(1, season, n + step, 1) : 1)
  const weights = spreadOfTheta(plain, fit, horizon)
  const shared = (i: number, j: number) => weights.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0)
  const sizes = steps.map((step) => Math.sqrt(shared(step, step)))
  const size = Math.sqrt(fit.variance)
  const rest = values.map((value, t) => value - apply((plain[t] ?? 0) - (fit.errors[t] ?? 0), season, t, 1)).slice(1)
  return {
    middle: steps.map((step) => apply(fit.middle[step] ?? 0, season, n + step, 1)),
    spread: bellOf(
      steps.map((step) => factor(step) * size * (sizes[step] ?? 0)),
      steps.map((i) => steps.map((j) => (i === j ? 1 : shared(i, j) / ((sizes[i] ?? 1) * (sizes[j] ?? 1)))))
    ),
    errorSize: Math.sqrt(rest.reduce((sum, error) => sum + error * error, 0) / rest.length),
    errorCount: rest.length,
    sources: allSources(input),
    explanation: { kind: 'theta', alpha: fit.alpha, theta: fit.theta, season: season.kind },
    oldLeftOut: left
  }
}
