// Exponential smoothing as a linear function of where it begins: one run gives the errors for every beginning at once, and the sums of products
// from which the best beginning follows for each place in the series where a forecast is asked for.
import type { Setting } from './grid.ts'

/** Room for one series, used again for every setting. */
export class LinearFilter {
  readonly #values: Float64Array
  readonly #m: number
  /** One over the square of the size that an error has at each value, a list a weighting. */
  readonly #weightings: readonly Float64Array[]
  readonly #errors: Float64Array
  /** Columns: first level, first trend, first season; the last is the series itself. */
  readonly columns: number
  readonly levels: Float64Array
  readonly trends: Float64Array
  /** The season of each column in a ring, `seasonLength` entries a column. */
  readonly seasons: Float64Array
  /** Sums of weighted products of errors, lower triangle, one for each weighting. */
  readonly products: readonly Float64Array[]

  /** @param seasonLength periods of a season, 0 for none */
  constructor(values: Float64Array, seasonLength: number, weightings: readonly Float64Array[]) {
    this.#values = values
    this.#m = seasonLength
    this.#weightings = weightings
    this.columns = 3 + seasonLength
    this.#errors = new Float64Array(this.columns)
    this.levels = new Float64Array(this.columns)
    this.trends = new Float64Array(this.columns)
    this.seasons = new Float64Array(this.columns * seasonLength)
    this.products = weightings.map(() => new Float64Array(this.columns * this.columns))
  }

  /**
   * Runs over the series and stops at each origin.
   *
   * @param setting how to smooth
   * @param origins numbers of values after which `visit` is called, ascending, the last at most the length of the series
   * @param visit is given the place of the origin in the list; levels, trends, seasons and products are then those of the values so far
   */
  run({ alpha, beta, gamma, phi }: Setting, origins: readonly number[], visit: (at: number) => void): void {
    const [values, levels, trends, seasons, errors] = [
      this.#values,
      this.levels,
      this.trends,
      this.seasons,
      this.#errors
    ]
    const m = this.#m
    const columns = this.columns
    const last = columns - 1
    levels.fill(0)
    trends.fill(0)
    seasons.fill(0)
    levels[0] = 1
    trends[1] = 1
    for (let j = 0; j < m; j += 1) seasons[(2 + j) * m + j] = 1
    for (const sums of this.products) sums.fill(0)
    let place = 0
    let next = 0
    const end = origins[origins.length - 1] ?? 0
    for (let t = 0; t < end; t += 1) {
      for (let a = 0; a < columns; a += 1) {
        const q = (levels[a] ?? 0) + phi * (trends[a] ?? 0)
        const s = m === 0 ? 0 : (seasons[a * m + place] ?? 0)
        const e = (a === last ? (values[t] ?? 0) : 0) - q - s
        errors[a] = e
        levels[a] = q + alpha * e
        trends[a] = phi * (trends[a] ?? 0) + beta * e
        if (m > 0) seasons[a * m + place] = s + gamma * e
      }
      for (let k = 0; k < this.products.length; k += 1) {
        const sums = this.products[k]
        const weight = this.#weightings[k]?.[t] ?? 0
        if (!sums) continue
        for (let a = 0; a < columns; a += 1) {
          const own = (errors[a] ?? 0) * weight
          const row = a * columns
          for (let c = 0; c <= a; c += 1) sums[row + c] = (sums[row + c] ?? 0) + own * (errors[c] ?? 0)
        }
      }
      if (m > 0) {
        place += 1
        if (place === m) place = 0
      }
      while (origins[next] === t + 1) {
        visit(next)
        next += 1
      }
    }
  }
}
