// Makes forecasts add up by moving each as little as its likely error allows: minimum trace reconciliation, and the same without values below zero.
import { cholesky } from '#shared/math/cholesky.ts'
import { choleskySolve } from '#shared/math/cholesky-solve.ts'
import type { SumRule } from './tree.ts'

/** The reconciliation for one set of sums and one covariance, made once for all steps. */
export class Projection {
  readonly rules: readonly SumRule[]
  readonly size: number
  /** W·C: a row a series, a column a rule. */
  readonly #spread: Float64Array
  readonly #lower: Float64Array

  /**
   * Prepares the equations.
   *
   * C holds a column for each rule: 1 for the whole, −1 for each part. What is moved is W·C·(Cᵀ·W·C)⁻¹·Cᵀ of the forecasts: the inverse is as large as
   * there are sums, however many leaves there are.
   *
   * @param covariance W, row by row, of the errors of the forecasts; it need be right up to a factor only
   * @param rules sums that must hold, independent of each other
   * @errors RangeError when the rules depend on each other or W isn't positive
   * @source S. L. Wickramasuriya, G. Athanasopoulos, R. J. Hyndman, "Optimal forecast reconciliation for hierarchical and grouped time series
   *   through trace minimization", JASA 114 (2019), (10): P = J − J·W·U·(Uᵀ·W·U)⁻¹·Uᵀ
   * @example new Projection(Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1), [{ whole: 0, parts: [1, 2] }]).apply([9, 1, 2]) // [7, 3, 4]
   */
  constructor(covariance: Float64Array, rules: readonly SumRule[]) {
    const size = Math.round(Math.sqrt(covariance.length))
    const count = rules.length
    const spread = new Float64Array(size * count)
    rules.forEach(({ whole, parts }, column) => {
      for (let i = 0; i < size; i += 1) {
        let value = covariance[i * size + whole] ?? 0
        for (const part of parts) value -= covariance[i * size + part] ?? 0
        spread[i * count + column] = value
      }
    })
    const inner = new Float64Array(count * count)
    rules.forEach(({ whole, parts }, row) => {
      for (let column = 0; column < count; column += 1) {
        let value = spread[whole * count + column] ?? 0
        for (const part of parts) value -= spread[part * count + column] ?? 0
        inner[row * count + column] = value
      }
    })
    this.rules = rules
    this.size = size
    this.#spread = spread
    this.#lower = cholesky(inner, count)
  }

  /** How much more the whole of each rule is than its parts. */
  gaps(base: readonly number[]): number[] {
    return this.rules.map(({ whole, parts }) =>
      parts.reduce((rest, part) => rest - (base[part] ?? 0), base[whole] ?? 0)
    )
  }

  /** The force of each rule: above 0 where it holds the whole down. */
  pulls(base: readonly number[]): Float64Array {
    return choleskySolve(this.#lower, this.gaps(base))
  }

  /** The forecasts that add up. */
  apply(base: readonly number[], pulls = this.pulls(base)): number[] {
    const count = this.rules.length
    return base.map((value, i) => {
      let moved = value
      for (let k = 0; k < count; k += 1) moved -= (this.#spread[i * count + k] ?? 0) * (pulls[k] ?? 0)
      return moved
    })
  }

  /** How much of each rule's gap is taken off each series: a row a series, a column a rule. */
  shares(): Float64Array {
    const count = this.rules.length
    const shares = new Float64Array(this.size * count)
    for (let i = 0; i < this.size; i += 1)
      shares.set(choleskySolve(this.#lower, this.#spread.subarray(i * count, (i + 1) * count)), i * count)
    return shares
  }
}

/** After this many rounds values at zero stay there, so that the search ends. */
const mostReleases = 50

/**
 * Reconciles one step so that no value marked falls below zero.
 *
 * Values below zero are set to zero and the others moved anew, round by round; a zero that pulls the wrong way is let go again. What comes out is the
 * nearest forecast that adds up without values below zero, distances measured by W.
 *
 * @param base forecasts of one step, any unit
 * @param covariance W, row by row
 * @param rules sums that must hold
 * @param projection the reconciliation without regard to zero, for the same W and rules
 * @param isFloored which values may not be below zero: leaves, usually
 * @returns forecasts that add up, and which of them were held at zero
 * @source S. L. Wickramasuriya, B. A. Turlach, R. J. Hyndman, "Optimal non-negative forecast reconciliation", Statistics and Computing 30 (2020);
 *   agrees with R's quadprog (test/reference/hierarchy)
 * @example reconcileFloored([2, 5, -1], Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1), rules, projection, [true, true, true]).held // [2]
 */
export function reconcileFloored(
  base: readonly number[],
  covariance: Float64Array,
  rules: readonly SumRule[],
  projection: Projection,
  isFloored: readonly boolean[]
): { values: number[]; held: number[] } {
  const tolerance = 1e-9 * Math.max(1, ...base.map(Math.abs))
  let held: number[] = []
  let current = projection
  for (let round = 0; ; round += 1) {
    const pulls = current.pulls(base)
    const values = current.apply(base, pulls)
    const below = values.flatMap((value, i) => (isFloored[i] && value < -tolerance && !held.includes(i) ? i : []))
    const mayRelease = below.length === 0 && round < mostReleases
    const released = mayRelease
      ? held.filter((i, k) => (pulls[rules.length + k] ?? 0) * (covariance[i * projection.size + i] ?? 0) > tolerance)
      : []
    if (below.length === 0 && released.length === 0)
      return { values: values.map((value, i) => (held.includes(i) ? 0 : value)), held }
    held = [...held.filter((i) => !released.includes(i)), ...below]
    const pins = held.map((whole) => ({ whole, parts: [] }))
    current = held.length === 0 ? projection : new Projection(covariance, [...rules, ...pins])
  }
}
