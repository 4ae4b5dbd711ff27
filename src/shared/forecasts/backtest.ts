// How each method would have done on this history: forecasts from earlier points in time, held against what then came.
import { forecastAutomatically } from './automatic/automatic.ts'
import { latestOf } from './automatic/history.ts'
import { ErrorSum, pickOrigins, seasonalScale } from './automatic/trials.ts'
import type { AutomaticForecast } from './automatic/types.ts'
import type { Backtest, MethodComparison, MethodId } from './method-types.ts'
import { baselineOf, forecastMethods, getMethod, isLongEnough } from './methods/index.ts'
import type { KnownDriver } from './methods/method.ts'

/** How far ahead each trial looks unless it is said. */
const usualSteps = 4
/** With fewer trials than this a lead over the baseline is chance, so the baseline is proposed. */
const fewestOrigins = 3
/** More trials cost time and tell little: their errors overlap. */
const mostOrigins = 6

/** Methods that take no time, tried whenever a series is looked at. */
export const quickMethods: readonly MethodId[] = ['automatic', 'seasonalNaive', 'naive', 'drift', 'mean']

/**
 * Picks the points in time that methods are tried from.
 *
 * Where the automatic forecast has trials of its own, those; in a shorter history at most six, evenly spread from one season and one value on.
 *
 * @param count how many values there are
 * @param seasonLength periods per year
 * @param horizon periods ahead
 * @returns numbers of values, ascending
 * @missing none when there are fewer than season length + 2 values
 * @source L. J. Tashman, "Out-of-sample tests of forecasting accuracy", International Journal of Forecasting 16 (2000), 437-450
 * @example pickTrials(8, 4, 4) // [5, 6, 7]
 */
export function pickTrials(count: number, seasonLength: number, horizon: number): number[] {
  const usual = pickOrigins(count, seasonLength, horizon)
  if (usual.length >= fewestOrigins) return usual
  const span = count - 1 - (seasonLength + 1)
  if (span < 0) return []
  const places = Math.min(mostOrigins, span + 1)
  return Array.from({ length: places }, (_, at) =>
    places === 1 ? seasonLength + 1 : Math.round(seasonLength + 1 + (span * at) / (places - 1))
  )
}

/**
 * Lists the errors of a method from several points in time, actual minus forecast.
 *
 * @param values one per period, oldest first
 * @param seasonLength periods per year
 * @param method which method
 * @param origins numbers of values to forecast from
 * @param steps how far ahead at most; a trial ends with the history
 * @param drivers with their past values, which stand in for the coming ones of a trial
 * @returns for each origin its errors in the unit of the values, one for each step that has an actual value
 * @missing none when the earliest origin is too short for the method
 * @source L. J. Tashman (2000); agrees with R's forecast::tsCV (test/reference/forecast)
 * @example rollingErrors([1, 2, 4], 1, 'naive', [2]) // [{ origin: 2, errors: [2] }]
 */
export function rollingErrors(
  values: readonly number[],
  seasonLength: number,
  method: MethodId,
  origins: readonly number[],
  steps = usualSteps,
  drivers: readonly KnownDriver[] = []
): { origin: number; errors: number[] }[] {
  const entry = getMethod(method)
  if (!origins.every((origin) => isLongEnough(entry, origin, seasonLength))) return []
  return origins.map((origin) => {
    const horizon = Math.min(steps, values.length - origin)
    const cut = drivers.map(({ id, past }) => ({
      id,
      past: past.slice(0, origin),
      future: past.slice(origin, origin + horizon)
    }))
    const { middle } = entry.forecast({ values: values.slice(0, origin), seasonLength, horizon, drivers: cut })
    return { origin, errors: middle.map((value, step) => (values[origin + step] ?? 0) - value) }
  })
}

export interface CompareOptions {
  /** Periods ahead. */
  readonly horizon?: number | undefined
  /** Those to try; the others are listed untried. Absent: those that take no time. */
  readonly methods?: readonly MethodId[] | undefined
  /** The automatic forecast of these values and this horizon, where it has been made already. */
  readonly automatic?: AutomaticForecast | undefined
  readonly drivers?: readonly KnownDriver[] | undefined
  /** Told before each method. */
  readonly onMethod?: ((method: MethodId, done: number, total: number) => void) | undefined
}

/**
 * Compares methods by a rolling-origin back-test and proposes one.
 *
 * MASE is the mean absolute error over the mean absolute one-step error of the seasonal naive within the history before each origin. The
 * automatic forecast is proposed when its MASE is below the baseline's over at least three origins, otherwise the baseline. The automatic forecast's
 * members are tried all counting the same, and before the baseline is drawn in: it must not look better than it was.
 *
 * @param all one per period, oldest first, in any unit
 * @param seasonLength periods per year
 * @param options horizon, which methods, and what is there already
 * @returns figures for every method, the number of origins, and the proposal
 * @missing figures are null when no origin leaves enough history; MASE alone is null when the scale is 0 at every origin
 * @source R. J. Hyndman and A. B. Koehler, "Another look at measures of forecast accuracy", International Journal of Forecasting 22 (2006), 679-688
 * @example compareMethods([10, 20, 30, 40], 4).missingPeriods // 2
 */
export function compareMethods(all: readonly number[], seasonLength: number, options: CompareOptions = {}): Backtest {
  const { horizon = usualSteps, methods: asked = quickMethods, drivers = [], onMethod } = options
  const { values, left } = latestOf(all, seasonLength)
  const count = values.length
  const origins = pickTrials(count, seasonLength, horizon)
  const latestDrivers = drivers.map((driver) => ({ ...driver, past: driver.past.slice(left) }))
  const baseline = baselineOf(count, seasonLength)
  const tried = forecastMethods.filter(({ id }) => asked.includes(id))
  const isAutomaticTried = asked.includes('automatic') && count > 0
  const automatic =
    options.automatic ?? (isAutomaticTried ? forecastAutomatically({ values: all, seasonLength, horizon }) : undefined)
  let done = 0
  const methods = forecastMethods.map((entry): MethodComparison => {
    const isPossible = isLongEnough(entry, count, seasonLength)
    const shell = { method: entry.id, isPossible, needs: entry.needs(seasonLength), isBaseline: entry.id === baseline }
    const untried = { ...shell, maseRatio: null, wapeRatio: null, comparedCount: 0, beatsBaseline: null }
    if (!tried.includes(entry) || !isPossible) return untried
    onMethod?.(entry.id, done, tried.length)
    done += 1
    const trials = entry.id === 'automatic' ? (automatic?.trials ?? null) : null
    if (trials) return { ...untried, ...trials.combination, comparedCount: trials.comparedCount }
    return {
      ...untried,
      ...measureErrors(
        rollingErrors(values, seasonLength, entry.id, origins, horizon, latestDrivers),
        values,
        seasonLength
      )
    }
  })
  const mark = methods.find((each) => each.isBaseline)?.maseRatio ?? null
  for (const each of methods) {
    if (mark !== null && each.maseRatio !== null && !each.isBaseline) each.beatsBaseline = each.maseRatio < mark
  }
  const isAhead = methods.some((each) => each.method === 'automatic' && each.beatsBaseline === true)
  return {
    methods,
    origins: origins.length,
    missingPeriods: Math.max(0, seasonLength + 2 - all.length),
    proposed: count === 0 ? null : isAhead && origins.length >= fewestOrigins ? 'automatic' : baseline,
    isComplete: tried.length === forecastMethods.length
  }
}

function measureErrors(
  trials: readonly { origin: number; errors: readonly number[] }[],
  values: readonly number[],
  seasonLength: number
): Pick<MethodComparison, 'maseRatio' | 'wapeRatio' | 'comparedCount'> {
  const sum = new ErrorSum()
  for (const { origin, errors } of trials) {
    const actual = values.slice(origin, origin + errors.length)
    sum.add(
      actual,
      actual.map((value, step) => value - (errors[step] ?? 0)),
      seasonalScale(values.slice(0, origin), seasonLength)
    )
  }
  return { ...sum.accuracy, comparedCount: sum.count }
}
