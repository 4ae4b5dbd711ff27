// All forms of exponential smoothing fitted to one series, and what they say together.
import { type EtsFit, fitEts } from './fit.ts'
import { etsForms } from './form.ts'
import { predictEts } from './predict.ts'

/** Seasons longer than this have more parameters than a business has history: STL takes them out instead. */
export const longestSeason = 24
/** A form this unlikely against the best says nothing. */
const leastWeight = 0.005

/**
 * Fits every form that suits a series.
 *
 * @param values the series; forms that multiply need all above 0
 * @param seasonLength periods of a season; forms with a season need two of them
 * @param from fits of the same forms to nearly the same values: only those are made again, from where they ended
 * @returns fits, the best by AICc first
 * @missing none when the series is too short, or all values are the same
 * @source Hyndman and others (2008), section 7.2: selection by AICc
 * @example fitFamily(Float64Array.of(3, 5, 4, 6, 5, 7, 6, 8), 1)[0]?.form.season // 'N'
 */
export function fitFamily(values: Float64Array, seasonLength: number, from?: readonly EtsFit[]): EtsFit[] {
  const isPositive = values.every((value) => value > 0)
  const hasSeason = seasonLength > 1 && seasonLength <= longestSeason && values.length >= 2 * seasonLength
  const forms = from ? from.map((fit) => fit.form) : etsForms
  const fits = forms.flatMap((form) => {
    if (form.season !== 'N' && !hasSeason) return []
    if ((form.error === 'M' || form.season === 'M') && !isPositive) return []
    const earlier = from?.find((fit) => fit.form === form)
    const fit = fitEts(values, form, seasonLength, earlier)
    return fit && Number.isFinite(fit.aicc) ? fit : []
  })
  return fits.sort((one, other) => one.aicc - other.aicc)
}

/** A mixture of forms: the middle of each step, and the variance within and between them. */
export interface Mixture {
  readonly middle: readonly number[]
  readonly variances: readonly number[]
  /** The forms that count, with their weights, which add up to 1. */
  readonly parts: readonly { readonly fit: EtsFit; readonly weight: number }[]
}

/**
 * Forecasts with all forms, each by its Akaike weight.
 *
 * @param fits fits of one series, the best first; at least one
 * @param horizon periods ahead
 * @returns the mixture
 * @source S. Kolassa, "Combining exponential smoothing forecasts using Akaike weights", International Journal of Forecasting 27 (2011)
 * @example mixForms(fits, 12).middle.length // 12
 */
export function mixForms(fits: readonly EtsFit[], horizon: number): Mixture {
  const least = fits[0]?.aicc ?? 0
  const raw = fits.map((fit) => Math.exp(-(fit.aicc - least) / 2))
  const counted = fits.flatMap((fit, at) => ((raw[at] ?? 0) >= leastWeight ? { fit, weight: raw[at] ?? 0 } : []))
  const total = counted.reduce((sum, each) => sum + each.weight, 0)
  const parts = counted.map(({ fit, weight }) => ({ fit, weight: weight / total }))
  const predictions = parts.map(({ fit }) => predictEts(fit, horizon))
  const steps = Array.from({ length: horizon }, (_, step) => step)
  const mean = (read: (at: number) => number) => parts.reduce((sum, { weight }, at) => sum + weight * read(at), 0)
  const middle = steps.map((step) => mean((at) => predictions[at]?.middle[step] ?? 0))
  const variances = steps.map((step) =>
    mean((at) => {
      const { middle: own, variances: spread } = predictions[at] ?? { middle: [], variances: [] }
      return (spread[step] ?? 0) + ((own[step] ?? 0) - (middle[step] ?? 0)) ** 2
    })
  )
  return { middle, variances, parts }
}
