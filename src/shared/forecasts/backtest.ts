// How each method would have done on this history: forecasts from earlier points in time, held against what then came.
import { forecastMethods } from './methods/index.ts'
import type { Backtest, MethodComparison, MethodId } from './types.ts'

/** How far ahead each trial looks. */
const stepsAhead = 4
/** With fewer trials than this a lead over the baseline is chance, so the baseline is proposed. */
const fewestOrigins = 3

/**
 * Lists the errors of a method at every origin, actual minus forecast, up to four steps ahead.
 *
 * The first origin is after one season and one value more, the same for every method, so that all are compared on the same trials.
 *
 * @param values one per period, oldest first
 * @param seasonLength periods per year
 * @param method which method
 * @returns for each origin its errors in the unit of the values, one for each step that has an actual value
 * @missing none when there are fewer than season length + 2 values
 * @source L. J. Tashman, "Out-of-sample tests of forecasting accuracy", International Journal of Forecasting 16 (2000), 437-450; agrees
 *   with R's forecast::tsCV (test/reference/forecast)
 * @example rollingErrors([1, 2, 4], 1, 'naive') // [{ origin: 2, errors: [2] }]
 */
export function rollingErrors(
  values: readonly number[],
  seasonLength: number,
  method: MethodId
): { origin: number; errors: number[] }[] {
  const entry = forecastMethods.find((each) => each.id === method)
  const found: { origin: number; errors: number[] }[] = []
  for (let origin = seasonLength + 1; entry && origin < values.length; origin += 1) {
    const horizon = Math.min(stepsAhead, values.length - origin)
    const { middle } = entry.forecast({ values: values.slice(0, origin), seasonLength, horizon })
    found.push({ origin, errors: middle.map((value, step) => (values[origin + step] ?? 0) - value) })
  }
  return found
}

/**
 * Compares all methods by a rolling-origin back-test and proposes one.
 *
 * MASE divides each error by the mean absolute one-step error of the seasonal naive within the values before its origin; WAPE divides the
 * sum of absolute errors by the sum of absolute values. The baseline is the seasonal naive (naive while there is less than a
 * season). Another method is proposed only when its MASE is lower and at least three origins were tried.
 *
 * @param values one per period, oldest first, in minor units
 * @param seasonLength periods per year
 * @returns figures for every method, the number of origins, and the proposal
 * @missing figures are null when no origin leaves enough history; MASE alone is null when the scale is 0 at every origin
 * @source R. J. Hyndman and A. B. Koehler, "Another look at measures of forecast accuracy", International Journal of Forecasting 22 (2006), 679-688
 * @example compareMethods([10, 20, 30, 40], 4).missingPeriods // 2
 */
export function compareMethods(values: readonly number[], seasonLength: number): Backtest {
  const possible = forecastMethods.filter((entry) => values.length >= entry.needs(seasonLength))
  const baseline: MethodId | undefined = possible[0]?.id
  const methods = forecastMethods.map((entry): MethodComparison => {
    const trials = possible.includes(entry) ? rollingErrors(values, seasonLength, entry.id) : []
    return {
      method: entry.id,
      isPossible: possible.includes(entry),
      needs: entry.needs(seasonLength),
      ...measureErrors(trials, values, seasonLength),
      isBaseline: entry.id === baseline,
      beatsBaseline: null
    }
  })
  const mark = methods.find((each) => each.isBaseline)?.maseRatio ?? null
  for (const each of methods) {
    if (mark !== null && each.maseRatio !== null && !each.isBaseline) each.beatsBaseline = each.maseRatio < mark
  }
  const origins = Math.max(0, values.length - seasonLength - 1)
  return {
    methods,
    origins,
    missingPeriods: Math.max(0, seasonLength + 2 - values.length),
    proposed: (origins >= fewestOrigins ? findBest(methods) : undefined) ?? baseline ?? null
  }
}

function findBest(methods: readonly MethodComparison[]): MethodId | undefined {
  const better = methods.filter((each) => each.beatsBaseline === true)
  return better.sort((one, other) => (one.maseRatio ?? 0) - (other.maseRatio ?? 0))[0]?.method
}

function measureErrors(
  trials: readonly { origin: number; errors: readonly number[] }[],
  values: readonly number[],
  seasonLength: number
): Pick<MethodComparison, 'maseRatio' | 'wapeRatio' | 'comparedCount'> {
  let scaledSum = 0
  let scaledCount = 0
  let errorSum = 0
  let actualSum = 0
  let comparedCount = 0
  for (const { origin, errors } of trials) {
    const scale = seasonalScale(values.slice(0, origin), seasonLength)
    errors.forEach((error, step) => {
      comparedCount += 1
      errorSum += Math.abs(error)
      actualSum += Math.abs(values[origin + step] ?? 0)
      if (scale > 0) {
        scaledSum += Math.abs(error) / scale
        scaledCount += 1
      }
    })
  }
  return {
    maseRatio: scaledCount > 0 ? scaledSum / scaledCount : null,
    wapeRatio: actualSum > 0 ? errorSum / actualSum : null,
    comparedCount
  }
}

/** Mean absolute change from one season to the next. */
function seasonalScale(values: readonly number[], seasonLength: number): number {
  const changes = values.slice(seasonLength).map((value, at) => Math.abs(value - (values[at] ?? 0)))
  return changes.reduce((sum, change) => sum + change, 0) / changes.length
}
