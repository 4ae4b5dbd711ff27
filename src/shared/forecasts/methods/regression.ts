// Regression: a trend, a season, and whatever is known beforehand that sales follow, such as working days or headcount.
import { studentTQuantile } from '#shared/math/student-t-quantile.ts'
import { latestOf } from '../automatic/history.ts'
import type { DriverLeftOut, RegressionLine } from '../method-types.ts'
import { designRegression } from '../regression/design.ts'
import { fitLeastSquares } from '../regression/least-squares.ts'
import { allSources, type ForecastMethod, type MethodForecast, type MethodInput } from './method.ts'
import { forecastConstant } from './steady.ts'

/**
 * Forecasts by ordinary least squares on trend, season and drivers.
 *
 * A driver joins when all its past values and those of the coming periods are known: they are not forecast. The range holds the scatter around the fit
 * and what isn't known of the coefficients, which all steps share.
 *
 * @param input at least five values; drivers, if any, as long as the values and the horizon
 * @returns middles and errors in the unit of the values, with Student's t
 * @missing a season joins with two of them; a driver with gaps is left out and named
 * @source R. J. Hyndman and G. Athanasopoulos, "Forecasting: Principles and Practice", 3rd ed. (2021), chapter 7; agrees with R's lm and
 *   forecast::tslm (test/reference/forecast)
 * @example regression.forecast({ values: [1, 2, 3, 4, 5], seasonLength: 1, horizon: 1 }).middle // [6]
 */
export const regression: ForecastMethod = { id: 'regression', needs: () => 5, forecast: forecastByRegression }

function forecastByRegression(input: MethodInput): MethodForecast {
  const still = forecastConstant(input)
  if (still) return still
  const { seasonLength, horizon } = input
  const { values, left } = latestOf(input.values, seasonLength)
  const n = values.length
  const drivers = (input.drivers ?? []).map((driver) => ({ ...driver, past: driver.past.slice(left) }))
  const { terms, columns, leftOut } = designRegression(n, seasonLength, horizon, drivers)
  const fit = fitLeastSquares(
    columns.map((column) => column.slice(0, n)),
    values
  )
  const rowAt = (step: number) => columns.map((column) => column[n + step] ?? 0)
  const rows = Array.from({ length: horizon }, (_, step) => rowAt(step))
  const reach95 = studentTQuantile(0.975, fit.degrees)
  const lines = terms.flatMap((term, at): RegressionLine[] => {
    const [estimate, standardError] = [fit.coefficients[at] ?? null, fit.standardErrors[at] ?? null]
    if (estimate === null || standardError === null) return []
    const reach = reach95 * standardError
    return [{ term, estimate, standardError, low95: estimate - reach, high95: estimate + reach }]
  })
  const useless = terms.flatMap((term, at): DriverLeftOut[] =>
    term.kind === 'driver' && fit.coefficients[at] === null ? [{ driver: term.driver, reason: 'tellsNothingNew' }] : []
  )
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  const total = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const unexplained = fit.residuals.reduce((sum, rest) => sum + rest * rest, 0)
  return {
    middle: rows.map((row) => row.reduce((sum, each, at) => sum + each * (fit.coefficients[at] ?? 0), 0)),
    spread: {
      kind: 'bell',
      degrees: fit.degrees,
      standardErrors: rows.map((row) => fit.errorSize * Math.sqrt(1 + fit.leverageAt(row))),
      sumStandardError: (from, to) => {
        const chosen = rows.slice(from - 1, to)
        const together = terms.map((_, at) => chosen.reduce((sum, row) => sum + (row[at] ?? 0), 0))
        return fit.errorSize * Math.sqrt(chosen.length + fit.leverageAt(together))
      }
    },
    errorSize: fit.errorSize,
    errorCount: n,
    sources: allSources(input),
    explanation: {
      kind: 'regression',
      lines,
      rSquaredRatio: total > 0 ? 1 - unexplained / total : null,
      errorSize: fit.errorSize,
      degrees: fit.degrees,
      leftOut: [...leftOut, ...useless]
    },
    oldLeftOut: left
  }
}
