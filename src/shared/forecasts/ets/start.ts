// A first guess of the state before a series, from which the fit begins.
import type { EtsState } from './filter.ts'
import type { EtsForm } from './form.ts'

/**
 * Guesses level, trend and season before the first value.
 *
 * The season is each period's mean distance (or ratio) from a centred moving average; with fewer than three seasons from the line through all
 * values. Level and trend are the line through the first values without their season, at the time before the first.
 *
 * @param values the series
 * @param form which parts there are
 * @param seasonLength periods of a season
 * @returns the state; seasons add up to 0, or to the season's length where they multiply
 * @source Hyndman and others (2008), section 2.6.1
 * @example guessState(Float64Array.of(1, 2, 3), { error: 'A', trend: 'A', season: 'N' }, 1) // { level: 0, trend: 1, season: [] }
 */
export function guessState(values: Float64Array, form: EtsForm, seasonLength: number): EtsState {
  const season = form.season === 'N' ? [] : guessSeason(values, form.season, seasonLength)
  const plain = values.map((value, t) => {
    const own = season[t % seasonLength] ?? 0
    return form.season === 'N' ? value : form.season === 'A' ? value - own : value / own
  })
  const first = plain.subarray(0, Math.min(plain.length, Math.max(10, 2 * seasonLength)))
  if (form.trend === 'N') return { level: meanOf(first), trend: 0, season }
  const { intercept, slope } = fitLine(first)
  return { level: intercept, trend: slope, season }
}

function guessSeason(values: Float64Array, kind: 'A' | 'M', seasonLength: number): number[] {
  const base = values.length < 3 * seasonLength ? lineThrough(values) : movingAverage(values, seasonLength)
  const sums = new Float64Array(seasonLength)
  const counts = new Float64Array(seasonLength)
  values.forEach((value, t) => {
    const middle = base[t] ?? Number.NaN
    if (Number.isNaN(middle) || (kind === 'M' && middle <= 0)) return
    const at = t % seasonLength
    sums[at] = (sums[at] ?? 0) + (kind === 'A' ? value - middle : value / middle)
    counts[at] = (counts[at] ?? 0) + 1
  })
  const neutral = kind === 'A' ? 0 : 1
  const raw = Array.from(sums, (sum, at) => ((counts[at] ?? 0) > 0 ? sum / (counts[at] ?? 1) : neutral))
  const middle = raw.reduce((sum, each) => sum + each, 0) / seasonLength
  if (kind === 'A') return raw.map((each) => each - middle)
  const positive = raw.map((each) => Math.max(each / middle, 0.05))
  const scale = seasonLength / positive.reduce((sum, each) => sum + each, 0)
  return positive.map((each) => each * scale)
}

/** Centred over one season, the ends of an even one at half weight; NaN where it does not reach. */
export function movingAverage(values: Float64Array, length: number): Float64Array {
  const half = Math.floor(length / 2)
  const isEven = length % 2 === 0
  return values.map((_, t) => {
    if (t < half || t + half >= values.length) return Number.NaN
    let sum = 0
    for (let k = -half; k <= half; k += 1) sum += (values[t + k] ?? 0) * (isEven && Math.abs(k) === half ? 0.5 : 1)
    return sum / length
  })
}

function lineThrough(values: Float64Array): Float64Array {
  const { intercept, slope } = fitLine(values)
  return values.map((_, t) => intercept + slope * (t + 1))
}

/** Least squares over the times 1 to n: the intercept is the value at time 0. */
function fitLine(values: Float64Array): { intercept: number; slope: number } {
  const n = values.length
  const middle = meanOf(values)
  const centre = (n + 1) / 2
  let [up, down] = [0, 0]
  values.forEach((value, t) => {
    up += (t + 1 - centre) * (value - middle)
    down += (t + 1 - centre) ** 2
  })
  const slope = down === 0 ? 0 : up / down
  return { intercept: middle - slope * centre, slope }
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
