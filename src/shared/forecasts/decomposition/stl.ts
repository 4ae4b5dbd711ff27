// Splits a series into trend, season and rest by STL.
import { loessAt, smoothLoess } from './loess.ts'

export interface Decomposed {
  readonly trend: Float64Array
  readonly season: Float64Array
  readonly rest: Float64Array
}

export interface StlOptions {
  /** How many seasons the season is smoothed over, odd and at least 7; 'periodic' lets it stay the same all along. */
  readonly seasonWindow: number | 'periodic'
  /** Rounds that give less weight to outliers; 0 for none. */
  readonly robustRounds?: number
}

/**
 * Splits a series.
 *
 * @param values at least two seasons
 * @param seasonLength periods of a season, at least 2
 * @param options how freely the season may change, and rounds against outliers
 * @returns trend, season and rest; they add up to the values
 * @missing undefined with less than two seasons
 * @source R. B. Cleveland and others, "STL: a seasonal-trend decomposition procedure based on loess", Journal of Official Statistics 6 (1990);
 *   agrees with R's stats::stl without its jumps (test/reference/forecast)
 * @example decomposeStl(values, 12, { seasonWindow: 'periodic' })?.trend.length // values.length
 */
export function decomposeStl(
  values: readonly number[],
  seasonLength: number,
  { seasonWindow, robustRounds = 0 }: StlOptions
): Decomposed | undefined {
  const n = values.length
  if (seasonLength < 2 || n < 2 * seasonLength) return undefined
  const y = Float64Array.from(values)
  const isPeriodic = seasonWindow === 'periodic'
  const ofSeason = isPeriodic ? 10 * n + 1 : nextOdd(seasonWindow)
  const ofTrend = nextOdd(Math.ceil((1.5 * seasonLength) / (1 - 1.5 / ofSeason)))
  const ofLowPass = nextOdd(seasonLength)
  let season: Float64Array = new Float64Array(n)
  let trend: Float64Array = new Float64Array(n)
  let robustness: Float64Array | undefined
  for (let round = 0; round <= robustRounds; round += 1) {
    for (let inner = 0; inner < (robustRounds > 0 ? 1 : 2); inner += 1) {
      const detrended = y.map((value, t) => value - (trend[t] ?? 0))
      const cycles = smoothCycles(detrended, seasonLength, ofSeason, robustness)
      const low = smoothLoess(passLow(cycles, seasonLength), ofLowPass, 1)
      season = low.map((value, t) => (cycles[t + seasonLength] ?? 0) - value)
      trend = smoothLoess(
        y.map((value, t) => value - (season[t] ?? 0)),
        ofTrend,
        1,
        robustness
      )
    }
    if (round < robustRounds) robustness = weighRests(y, trend, season)
  }
  if (isPeriodic) season = meanCycle(season, seasonLength)
  return { trend, season, rest: y.map((value, t) => value - (trend[t] ?? 0) - (season[t] ?? 0)) }
}

const nextOdd = (length: number): number => {
  const whole = Math.round(length)
  return whole % 2 === 0 ? whole + 1 : whole
}

/** Smooths the values of each period of the season by themselves, and one beyond at both ends. */
function smoothCycles(
  values: Float64Array,
  seasonLength: number,
  length: number,
  robustness: Float64Array | undefined
): Float64Array {
  const n = values.length
  const result = new Float64Array(n + 2 * seasonLength)
  for (let j = 0; j < seasonLength; j += 1) {
    const k = Math.floor((n - j - 1) / seasonLength) + 1
    const own = Float64Array.from({ length: k }, (_, i) => values[i * seasonLength + j] ?? 0)
    const ownWeights = robustness && Float64Array.from({ length: k }, (_, i) => robustness[i * seasonLength + j] ?? 1)
    const smooth = smoothLoess(own, length, 0, ownWeights)
    const room = new Float64Array(k)
    const before = loessAt(own, length, 0, 0, 1, Math.min(length, k), ownWeights, room) ?? smooth[0] ?? 0
    const after = loessAt(own, length, 0, k + 1, Math.max(1, k - length + 1), k, ownWeights, room) ?? smooth[k - 1] ?? 0
    result[j] = before
    for (let i = 0; i < k; i += 1) result[(i + 1) * seasonLength + j] = smooth[i] ?? 0
    result[(k + 1) * seasonLength + j] = after
  }
  return result
}

/** Moving averages over a season, again a season, and three. */
function passLow(values: Float64Array, seasonLength: number): Float64Array {
  return averageOver(averageOver(averageOver(values, seasonLength), seasonLength), 3)
}

function averageOver(values: Float64Array, length: number): Float64Array {
  let sum = 0
  for (let t = 0; t < length; t += 1) sum += values[t] ?? 0
  return Float64Array.from({ length: values.length - length + 1 }, (_, t) => {
    if (t > 0) sum += (values[t + length - 1] ?? 0) - (values[t - 1] ?? 0)
    return sum / length
  })
}

/** Bisquare weights of the rests: six times their median size and more count for nothing. */
function weighRests(y: Float64Array, trend: Float64Array, season: Float64Array): Float64Array {
  const rests = y.map((value, t) => Math.abs(value - (trend[t] ?? 0) - (season[t] ?? 0)))
  const sorted = rests.toSorted()
  const n = sorted.length
  const limit = 3 * ((sorted[Math.floor(n / 2)] ?? 0) + (sorted[n - Math.floor(n / 2) - 1] ?? 0))
  return rests.map((rest) => {
    if (rest <= 0.001 * limit) return 1
    return rest > 0.999 * limit ? 0 : (1 - (rest / limit) ** 2) ** 2
  })
}

function meanCycle(season: Float64Array, seasonLength: number): Float64Array {
  const sums = new Float64Array(seasonLength)
  const counts = new Float64Array(seasonLength)
  season.forEach((value, t) => {
    sums[t % seasonLength] = (sums[t % seasonLength] ?? 0) + value
    counts[t % seasonLength] = (counts[t % seasonLength] ?? 0) + 1
  })
  return season.map((_, t) => (sums[t % seasonLength] ?? 0) / (counts[t % seasonLength] ?? 1))
}
