// The columns of a regression of sales: a constant, a trend, the season, and the drivers whose past and coming values are known.
import type { DriverLeftOut, RegressionTerm } from '../method-types.ts'
import type { KnownDriver } from '../methods/method.ts'

/** Seasons longer than this are made of waves: as many coefficients as weeks would leave nothing to tell the error from. */
const longestSeason = 24
const wavePairs = 3
/** More values than coefficients, at least. */
export const fewestDegrees = 3

export interface Design {
  readonly terms: readonly RegressionTerm[]
  /** A list for each term, over the past and then the coming periods. */
  readonly columns: readonly (readonly number[])[]
  readonly leftOut: readonly DriverLeftOut[]
}

/**
 * Chooses the columns that a history has room for.
 *
 * @param count how many past values there are, at least 5
 * @param seasonLength periods of a season; it joins with two of them
 * @param horizon periods ahead
 * @param drivers with values for the past and for the coming periods
 * @returns terms, columns, and drivers that can't join
 * @source dummies and Fourier terms: R. J. Hyndman and G. Athanasopoulos, "Forecasting: Principles and Practice", 3rd ed. (2021), section 7.4
 * @example designRegression(5, 1, 1, []).terms.length // 2
 */
export function designRegression(
  count: number,
  seasonLength: number,
  horizon: number,
  drivers: readonly KnownDriver[]
): Design {
  const times = Array.from({ length: count + horizon }, (_, t) => t)
  const terms: RegressionTerm[] = [{ kind: 'intercept' }, { kind: 'trend' }]
  const columns: (readonly number[])[] = [times.map(() => 1), times.map((t) => t + 1)]
  const season = designSeason(seasonLength)
  if (season.length > 0 && count >= Math.max(2 * seasonLength, terms.length + season.length + fewestDegrees))
    for (const { term, valueAt } of season) {
      terms.push(term)
      columns.push(times.map(valueAt))
    }
  const leftOut: DriverLeftOut[] = []
  for (const { id, past, future } of drivers) {
    const known = [...past.slice(0, count), ...future.slice(0, horizon)]
    const values = known.flatMap((value) => (value === null ? [] : value))
    if (past.length < count || past.slice(0, count).includes(null)) leftOut.push({ driver: id, reason: 'missingPast' })
    else if (future.length < horizon || values.length < known.length)
      leftOut.push({ driver: id, reason: 'missingFuture' })
    else if (count < terms.length + 1 + fewestDegrees) leftOut.push({ driver: id, reason: 'tooFewPeriods' })
    else {
      terms.push({ kind: 'driver', driver: id })
      columns.push(values)
    }
  }
  return { terms, columns, leftOut }
}

function designSeason(seasonLength: number): { term: RegressionTerm; valueAt: (t: number) => number }[] {
  if (seasonLength < 2) return []
  if (seasonLength <= longestSeason)
    return Array.from({ length: seasonLength - 1 }, (_, at) => ({
      term: { kind: 'season', place: at + 1 },
      valueAt: (t) => (t % seasonLength === at + 1 ? 1 : 0)
    }))
  return Array.from({ length: wavePairs }, (_, at) => at + 1).flatMap((pair) =>
    [true, false].map((isSine) => ({
      term: { kind: 'wave' as const, pair, isSine },
      valueAt: (t: number) => (isSine ? Math.sin : Math.cos)((2 * Math.PI * pair * (t + 1)) / seasonLength)
    }))
  )
}
