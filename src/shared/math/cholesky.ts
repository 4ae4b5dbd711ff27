// The triangle of a symmetric matrix; what is solved with it stands in cholesky-solve.ts.

/**
 * Splits a symmetric positive matrix into a lower triangle times its mirror image.
 *
 * @param matrix row by row, size × size; only the lower half is read
 * @param size rows and columns
 * @returns the lower triangle, row by row, zeros above the diagonal
 * @errors RangeError for a matrix whose rows depend on each other or that isn't positive: there is no such triangle
 * @source G. H. Golub, C. F. Van Loan, "Matrix Computations", 4th ed. (2013), algorithm 4.2.1
 * @example cholesky(Float64Array.of(4, 2, 2, 5), 2) // Float64Array.of(2, 0, 1, 2)
 */
export function cholesky(matrix: Float64Array, size: number): Float64Array {
  const lower = new Float64Array(size * size)
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let rest = matrix[i * size + j] ?? 0
      for (let k = 0; k < j; k += 1) rest -= (lower[i * size + k] ?? 0) * (lower[j * size + k] ?? 0)
      if (i > j) lower[i * size + j] = rest / (lower[j * size + j] ?? 0)
      else if (rest > 0) lower[i * size + i] = Math.sqrt(rest)
      else throw new RangeError(`The matrix isn't positive: row ${i} leaves ${rest}`)
    }
  }
  return lower
}
