// Solves equations with a triangle of cholesky.ts.

/**
 * Finds x of A·x = right, where A is the lower triangle times its mirror image.
 *
 * @param lower what cholesky() gave for A, row by row
 * @param right as many numbers as A has rows
 * @returns x
 * @source G. H. Golub, C. F. Van Loan, "Matrix Computations", 4th ed. (2013), section 4.2
 * @example choleskySolve(Float64Array.of(2, 0, 1, 2), Float64Array.of(8, 9)) // Float64Array.of(1.375, 1.25)
 */
export function choleskySolve(lower: Float64Array, right: ArrayLike<number>): Float64Array {
  const size = right.length
  const x = Float64Array.from(right)
  for (let i = 0; i < size; i += 1) {
    let rest = x[i] ?? 0
    for (let k = 0; k < i; k += 1) rest -= (lower[i * size + k] ?? 0) * (x[k] ?? 0)
    x[i] = rest / (lower[i * size + i] ?? 0)
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    let rest = x[i] ?? 0
    for (let k = i + 1; k < size; k += 1) rest -= (lower[k * size + i] ?? 0) * (x[k] ?? 0)
    x[i] = rest / (lower[i * size + i] ?? 0)
  }
  return x
}
