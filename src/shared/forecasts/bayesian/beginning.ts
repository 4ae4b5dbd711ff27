// The beginning of a smoothed series that fits best, given how far it may lie from nothing, and how likely the values then are.

/** Room for one size of problem, used again and again. */
export class Beginning {
  readonly #factor: Float64Array
  readonly #half: Float64Array
  readonly #most: number
  #size = 0
  /** Level, trend and season at the beginning. */
  readonly found: Float64Array
  /** Sum of squared errors with them, the prior's part counted. */
  squares = 0
  /** Log of the determinant of the sums of products, the prior's part counted. */
  logDeterminant = 0

  constructor(most: number) {
    this.#most = most
    this.#factor = new Float64Array(most * most)
    this.#half = new Float64Array(most)
    this.found = new Float64Array(most)
  }

  /**
   * Solves for the beginning.
   *
   * @param products sums of products of the columns, lower triangle, `columns` a row, the series last
   * @param columns how many columns there are
   * @param size how many of the first columns are solved for
   * @param precisionOf what the prior adds to the diagonal
   * @source Bayesian linear regression with a normal prior: A. Gelman and others, "Bayesian Data Analysis", 3rd ed. (2013), chapter 14
   */
  solve(products: Float64Array, columns: number, size: number, precisionOf: (column: number) => number): void {
    const [factor, half, found, most] = [this.#factor, this.#half, this.found, this.#most]
    const last = columns - 1
    this.#size = size
    let log = 0
    for (let i = 0; i < size; i += 1) {
      for (let j = 0; j <= i; j += 1) {
        let sum = products[i * columns + j] ?? 0
        if (i === j) sum += precisionOf(i)
        for (let k = 0; k < j; k += 1) sum -= (factor[i * most + k] ?? 0) * (factor[j * most + k] ?? 0)
        if (i === j) {
          // Rounding alone may bring a pivot to 0.
          const pivot = Math.max(sum, 1e-12)
          factor[i * most + i] = Math.sqrt(pivot)
          log += Math.log(pivot)
        } else factor[i * most + j] = sum / (factor[j * most + j] ?? 1)
      }
    }
    this.logDeterminant = log
    let squares = products[last * columns + last] ?? 0
    for (let i = 0; i < size; i += 1) {
      // The errors of a column fall as what is begun with grows, hence the sign.
      let sum = -(products[last * columns + i] ?? 0)
      for (let k = 0; k < i; k += 1) sum -= (factor[i * most + k] ?? 0) * (half[k] ?? 0)
      const own = sum / (factor[i * most + i] ?? 1)
      half[i] = own
      squares -= own * own
    }
    this.squares = Math.max(squares, 0)
    for (let i = size - 1; i >= 0; i -= 1) {
      let sum = half[i] ?? 0
      for (let k = i + 1; k < size; k += 1) sum -= (factor[k * most + i] ?? 0) * (found[k] ?? 0)
      found[i] = sum / (factor[i * most + i] ?? 1)
    }
  }

  /**
   * Writes a vector for a sum of the beginning's parts: the product of two such vectors is how the two sums vary together, in variances of an error,
   * and that of one with itself how uncertain it is.
   *
   * @param parts as many as were solved for
   * @param out @param start where it is written
   */
  writeSpread(parts: Float64Array, out: Float64Array, start: number): void {
    const [factor, most] = [this.#factor, this.#most]
    for (let i = 0; i < this.#size; i += 1) {
      let sum = parts[i] ?? 0
      for (let k = 0; k < i; k += 1) sum -= (factor[i * most + k] ?? 0) * (out[start + k] ?? 0)
      out[start + i] = sum / (factor[i * most + i] ?? 1)
    }
  }
}
