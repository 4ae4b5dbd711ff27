// What all methods of exponential smoothing share: fit forms, keep the likeliest by AICc, and put the range of its errors around it.
import { latestOf } from '../automatic/history.ts'
import type { EtsFit } from '../ets/fit.ts'
import { fitEts } from '../ets/fit.ts'
import { countParameters, type EtsForm, nameForm } from '../ets/form.ts'
import { correlateEts, predictEts } from '../ets/predict.ts'
import { bellOf } from './bell.ts'
import { allSources, type MethodForecast, type MethodInput } from './method.ts'
import { forecastConstant } from './steady.ts'

/** Forms whose names are told beside the chosen one. */
const mostTold = 4

/**
 * Forecasts by the likeliest of some forms of exponential smoothing.
 *
 * @param input enough values for the form with the fewest parameters
 * @param forms those to choose from; what the values don't allow is left out
 * @returns middles and errors in the unit of the values
 * @errors Error when none of the forms can be fitted to values that change
 * @source R. J. Hyndman, A. B. Koehler, J. K. Ord, R. D. Snyder, "Forecasting with Exponential Smoothing" (2008); agrees with R's forecast::ets
 *   (test/reference/forecast)
 * @example forecastBySmoothing({ values: [4, 4, 4, 4, 4], seasonLength: 1, horizon: 2 }, []).middle // [4, 4]
 */
export function forecastBySmoothing(input: MethodInput, forms: readonly EtsForm[]): MethodForecast {
  const still = forecastConstant(input)
  if (still) return still
  const { values, left } = latestOf(input.values, input.seasonLength)
  const series = Float64Array.from(values)
  const isPositive = values.every((value) => value > 0)
  const fits = forms
    .flatMap((form) => {
      if ((form.error === 'M' || form.season === 'M') && !isPositive) return []
      const fit = fitEts(series, form, form.season === 'N' ? 1 : input.seasonLength)
      return fit && Number.isFinite(fit.aicc) ? fit : []
    })
    .sort((one, other) => one.aicc - other.aicc)
  const [best] = fits
  if (!best) throw new Error('A series that changes has a smoothing')
  return { ...forecastByFit(best, fits, input), oldLeftOut: left }
}

/** A chosen fit with its range. */
export function forecastByFit(best: EtsFit, fits: readonly EtsFit[], input: MethodInput): MethodForecast {
  const { horizon } = input
  const { middle, variances } = predictEts(best, horizon)
  const { form, smoothing } = best
  const squares = best.fitted.reduce((sum, fitted, t) => sum + errorAt(best, fitted, t) ** 2, 0)
  return {
    middle,
    spread: bellOf(variances.map(Math.sqrt), correlateEts(best, horizon)),
    errorSize: Math.sqrt(squares / best.fitted.length),
    errorCount: best.fitted.length,
    sources: allSources(input),
    explanation: {
      kind: 'smoothing',
      form: nameForm(form),
      alpha: smoothing.alpha,
      beta: form.trend === 'N' ? null : smoothing.beta,
      gamma: form.season === 'N' ? null : smoothing.gamma,
      phi: form.trend === 'Ad' ? smoothing.phi : null,
      tried: fits.slice(0, mostTold).map((fit) => ({ form: nameForm(fit.form), aicc: fit.aicc }))
    }
  }
}

/** Values minus fitted, whatever the form's own errors are. */
const errorAt = ({ form, errors }: EtsFit, fitted: number, t: number): number =>
  (errors[t] ?? 0) * (form.error === 'M' ? fitted : 1)

/** How many values a form needs to be fitted and compared by AICc. */
export function valuesNeeded(form: EtsForm, seasonLength: number): number {
  const ofSeason = form.season === 'N' ? 0 : 2 * seasonLength
  return Math.max(countParameters(form, seasonLength) + 3, ofSeason)
}
