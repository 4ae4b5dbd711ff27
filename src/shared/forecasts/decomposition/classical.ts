// Takes the season out of a series by ratios or differences to a centred moving average, when a test finds one.
import { movingAverage } from '../ets/start.ts'

export interface Season {
  readonly kind: 'none' | 'additive' | 'multiplicative'
  /** One entry a period of the season, that of the first value first; they add up to 0, or to the season's length. */
  readonly factors: readonly number[]
}

/**
 * Tells whether a series has a season, by the autocorrelation one season back.
 *
 * @param values the series
 * @param seasonLength periods of a season
 * @param reach how many standard errors it must lie above chance: 1.645 for 90 %
 * @returns whether it does
 * @missing false with fewer than three seasons
 * @source the test of the Theta method and of the M4 competition's benchmarks (S. Makridakis, E. Spiliotis, V. Assimakopoulos, "The M4
 *   Competition", International Journal of Forecasting 36 (2020)); Bartlett's formula
 * @example hasSeason([1, 9, 1, 9, 1, 9, 1, 9], 2) // true
 */
export function hasSeason(values: readonly number[], seasonLength: number, reach = 1.645): boolean {
  const n = values.length
  if (seasonLength < 2 || n < 3 * seasonLength) return false
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  const total = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  if (total === 0) return false
  const correlation = (lag: number) => {
    let sum = 0
    for (let t = lag; t < n; t += 1) sum += ((values[t] ?? 0) - mean) * ((values[t - lag] ?? 0) - mean)
    return sum / total
  }
  let squares = 1
  for (let lag = 1; lag < seasonLength; lag += 1) squares += 2 * correlation(lag) ** 2
  return Math.abs(correlation(seasonLength)) > reach * Math.sqrt(squares / n)
}

/**
 * Finds the season of a series: each period's mean ratio (or difference) to the centred moving average.
 *
 * @param values the series, at least two seasons
 * @param seasonLength periods of a season
 * @param kind how it comes in; ratios need values above 0
 * @returns the season
 * @missing none without two whole seasons of averages, or when a ratio has no meaning
 * @source classical decomposition (Makridakis, Wheelwright, Hyndman, "Forecasting", 3rd ed. (1998), section 3.4)
 * @example findSeason([1, 3, 1, 3, 1, 3], 2, 'multiplicative').factors // [0.5, 1.5]
 */
export function findSeason(
  values: readonly number[],
  seasonLength: number,
  kind: 'additive' | 'multiplicative'
): Season {
  const none: Season = { kind: 'none', factors: [] }
  const middle = movingAverage(Float64Array.from(values), seasonLength)
  const sums = new Array<number>(seasonLength).fill(0)
  const counts = new Array<number>(seasonLength).fill(0)
  for (const [t, value] of values.entries()) {
    const average = middle[t] ?? Number.NaN
    if (Number.isNaN(average)) continue
    if (kind === 'multiplicative' && (average <= 0 || value < 0)) return none
    const at = t % seasonLength
    sums[at] = (sums[at] ?? 0) + (kind === 'additive' ? value - average : value / average)
    counts[at] = (counts[at] ?? 0) + 1
  }
  if (counts.some((count) => count === 0)) return none
  const raw = sums.map((sum, at) => sum / (counts[at] ?? 1))
  const centre = raw.reduce((sum, each) => sum + each, 0) / seasonLength
  if (kind === 'additive') return { kind, factors: raw.map((each) => each - centre) }
  const factors = raw.map((each) => each / centre)
  return factors.some((factor) => factor < 0.01) ? none : { kind, factors }
}

/** The series without its season. */
export function takeOut(values: readonly number[], season: Season): number[] {
  return values.map((value, t) => apply(value, season, t, -1))
}

/** A value with the season of a time put back (1) or taken out (-1). */
export function apply(value: number, { kind, factors }: Season, time: number, direction: 1 | -1): number {
  const factor = factors[time % Math.max(1, factors.length)] ?? 0
  if (kind === 'none') return value
  if (kind === 'additive') return value + direction * factor
  return direction === 1 ? value * factor : value / factor
}
