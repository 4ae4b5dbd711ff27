// Scores of forecasts that have been overtaken by what came: how far off, too high or too low, and how often the ranges held.
import { wilsonInterval } from '#shared/math/wilson-interval.ts'
import type {
  AccuracyScore,
  CallerAccuracy,
  ComparedForecast,
  Coverage,
  HorizonAccuracy,
  MethodAccuracy,
  SnapshotMethod
} from '../accuracy-types.ts'

/** Fewer different periods than this don't tell one forecaster from another. */
export const fewestToTell = 5

/** In the order in which they are shown. */
export const snapshotMethods: readonly SnapshotMethod[] = ['automatic', 'pipeline', 'baseline']

const ratioOf = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null)

const placeOf = ({ cutKey, periodKey }: ComparedForecast): string => `${cutKey} ${periodKey}`

/**
 * Scores forecasts held against what came.
 *
 * An error is forecast less actual. Bias is the sum of errors, WAPE the sum of absolute errors, each over the sum of absolute sales. MASE
 * divides every error by the mean change from one season to the next in the history that its forecast was made from, and is the mean of that.
 * A range held when what came lies within it, its ends included.
 *
 * @param compared one entry a forecast and period; minor units of one currency
 * @returns the scores with how many forecasts and periods they stand on
 * @missing null figures with n 0; ratios are null where nothing was sold; MASE is null without a scale, coverage has n 0 without ranges
 * @source R. J. Hyndman and A. B. Koehler, "Another look at measures of forecast accuracy", International Journal of Forecasting 22 (2006),
 *   679-688; WAPE and bias as in N. Vandeput, "Data Science for Supply Chain Forecasting", 2nd ed. (2021), chapter 2; agrees with R's
 *   forecast::accuracy (test/reference/forecast)
 * @example scoreForecasts([]).n // 0
 */
export function scoreForecasts(compared: readonly ComparedForecast[]): AccuracyScore {
  const n = compared.length
  let errors = 0
  let absoluteErrors = 0
  let sales = 0
  let scaled = 0
  let maseCount = 0
  for (const { forecastMinor, actualMinor, scaleMinor } of compared) {
    const error = forecastMinor - actualMinor
    errors += error
    absoluteErrors += Math.abs(error)
    sales += Math.abs(actualMinor)
    if (scaleMinor !== null && scaleMinor > 0) {
      scaled += Math.abs(error) / scaleMinor
      maseCount += 1
    }
  }
  return {
    n,
    periods: new Set(compared.map(placeOf)).size,
    tooHigh: compared.filter((each) => each.forecastMinor > each.actualMinor).length,
    tooLow: compared.filter((each) => each.forecastMinor < each.actualMinor).length,
    salesMinor: sales,
    errorMinor: errors,
    absoluteErrorMinor: absoluteErrors,
    meanErrorMinor: n > 0 ? errors / n : null,
    biasRatio: ratioOf(errors, sales),
    wapeRatio: ratioOf(absoluteErrors, sales),
    maseRatio: ratioOf(scaled, maseCount),
    maseCount,
    coverage80: cover(compared, 'low80Minor', 'high80Minor'),
    coverage95: cover(compared, 'low95Minor', 'high95Minor')
  }
}

type Low = 'low80Minor' | 'low95Minor'
type High = 'high80Minor' | 'high95Minor'

/** Whether a range holds what came; null without a range. */
export function holds(each: ComparedForecast, low: Low, high: High): boolean | null {
  const [from, to] = [each[low], each[high]]
  return from === null || to === null ? null : each.actualMinor >= from && each.actualMinor <= to
}

function cover(compared: readonly ComparedForecast[], low: Low, high: High): Coverage {
  const ranged = compared.filter((each) => holds(each, low, high) !== null)
  const [n, held] = [ranged.length, ranged.filter((each) => holds(each, low, high)).length]
  // Several forecasts of one period miss together: they count as one try, or the interval would look surer than it is.
  const tries = new Set(ranged.map(placeOf)).size
  const interval = n > 0 ? wilsonInterval((held / n) * tries, tries) : undefined
  return { held, n, lowRatio: interval?.low ?? null, highRatio: interval?.high ?? null }
}

/**
 * Scores each method, and beside it the baseline over the same days, cuts and periods.
 *
 * @param compared forecasts of any methods
 * @returns one entry for each method that has any, in the order of `snapshotMethods`
 * @missing a method without forecasts is absent; the baseline's score has n 0 where it said nothing there
 * @example scoreMethods([]) // []
 */
export function scoreMethods(compared: readonly ComparedForecast[]): MethodAccuracy[] {
  const same = ({ dataAsOf, cutKey, periodKey }: ComparedForecast) => `${dataAsOf} ${cutKey} ${periodKey}`
  const baseline = new Map(compared.filter(({ method }) => method === 'baseline').map((each) => [same(each), each]))
  return snapshotMethods.flatMap((method): MethodAccuracy[] => {
    const own = compared.filter((each) => each.method === method)
    if (own.length === 0) return []
    const beside = own.flatMap((each) => baseline.get(same(each)) ?? [])
    return [{ method, score: scoreForecasts(own), baseline: scoreForecasts(beside) }]
  })
}

/**
 * Scores the methods by how many periods ahead they looked.
 *
 * @param compared forecasts of any methods and steps
 * @returns by steps, the nearest first
 * @missing steps that were never compared are absent
 * @example scoreHorizons([]) // []
 */
export function scoreHorizons(compared: readonly ComparedForecast[]): HorizonAccuracy[] {
  const steps = [...new Set(compared.map((each) => each.steps))].sort((one, other) => one - other)
  return steps.map((step) => ({
    steps: step,
    methods: scoreMethods(compared.filter((each) => each.steps === step))
  }))
}

/** A person's call of a period that is over, with what came. */
export interface ComparedCall {
  readonly name: string
  readonly category: CallerAccuracy['category']
  readonly calledMinor: number
  readonly actualMinor: number
}

/**
 * Scores what people called, each person and category by itself: a commit is meant to be reached, a best case is not.
 *
 * @param calls calls of periods that are over, in minor units of one currency
 * @returns one entry a person and category, those with most calls first
 * @missing ratios are null where nothing was sold
 * @example scoreCalls([{ name: 'Ana', category: 'commit', calledMinor: 110, actualMinor: 100 }])[0]?.biasRatio // 0.1
 */
export function scoreCalls(calls: readonly ComparedCall[]): CallerAccuracy[] {
  const groups = new Map<string, ComparedCall[]>()
  for (const call of calls) {
    const key = `${call.category} ${call.name}`
    groups.set(key, [...(groups.get(key) ?? []), call])
  }
  return [...groups.values()]
    .map((own): CallerAccuracy => {
      const [first] = own
      if (first === undefined) throw new Error('a group holds a call')
      const errors = own.map(({ calledMinor, actualMinor }) => calledMinor - actualMinor)
      const sales = own.reduce((sum, { actualMinor }) => sum + Math.abs(actualMinor), 0)
      const total = errors.reduce((sum, error) => sum + error, 0)
      return {
        name: first.name,
        category: first.category,
        n: own.length,
        meanErrorMinor: total / own.length,
        biasRatio: ratioOf(total, sales),
        wapeRatio: ratioOf(
          errors.reduce((sum, error) => sum + Math.abs(error), 0),
          sales
        ),
        reached: own.filter(({ calledMinor, actualMinor }) => actualMinor >= calledMinor).length
      }
    })
    .sort((one, other) => other.n - one.n || one.name.localeCompare(other.name))
}
