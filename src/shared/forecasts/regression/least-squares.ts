// Ordinary least squares by orthogonal columns: coefficients, how sure they are, and how sure a value at new places is.

export interface LeastSquares {
  /** One for each column; null where the column is a mixture of those before it. */
  readonly coefficients: readonly (number | null)[]
  readonly standardErrors: readonly (number | null)[]
  /** Standard error of a value around the fit. */
  readonly errorSize: number
  /** Values less coefficients. */
  readonly degrees: number
  readonly residuals: readonly number[]
  /** How much what isn't known of the coefficients adds to the variance at a place, in squares of the error's size. */
  readonly leverageAt: (row: readonly number[]) => number
}

/** A column that keeps less of its length than this is a mixture of the others. */
const leastShare = 1e-8

/**
 * Fits a linear model.
 *
 * @param columns one list for each coefficient, as long as the values
 * @param values what is to be explained, more of them than columns
 * @returns the fit
 * @missing a coefficient is null when its column tells nothing that the earlier ones don't
 * @source modified Gram-Schmidt, twice over: Å. Björck, "Numerics of Gram-Schmidt orthogonalization", Linear Algebra and its Applications 197 (1994);
 *   agrees with R's lm (test/reference/forecast)
 * @example fitLeastSquares([[1, 1, 1], [1, 2, 3]], [2, 4, 6]).coefficients // [0, 2]
 */
export function fitLeastSquares(columns: readonly (readonly number[])[], values: readonly number[]): LeastSquares {
  const kept: { place: number; direction: number[]; above: number[]; length: number }[] = []
  columns.forEach((column, place) => {
    const rest = [...column]
    const above = kept.map(() => 0)
    for (let round = 0; round < 2; round += 1)
      kept.forEach(({ direction }, at) => {
        const along = dot(direction, rest)
        above[at] = (above[at] ?? 0) + along
        subtract(rest, direction, along)
      })
    const length = Math.sqrt(dot(rest, rest))
    if (length <= leastShare * Math.sqrt(dot(column, column))) return
    kept.push({ place, direction: rest.map((each) => each / length), above, length })
  })
  const residuals = [...values]
  const projected = kept.map(({ direction }) => {
    const along = dot(direction, residuals)
    subtract(residuals, direction, along)
    return along
  })
  const found = solveAbove(kept, projected)
  const degrees = values.length - kept.length
  const errorSize = Math.sqrt(dot(residuals, residuals) / degrees)
  // Rows of the inverse triangle: a coefficient's variance is the sum of their squares.
  const inverse = kept.map((_, at) =>
    solveAbove(
      kept,
      kept.map((__, other) => (other === at ? 1 : 0))
    )
  )
  const spread = kept.map((_, row) => Math.sqrt(inverse.reduce((sum, column) => sum + (column[row] ?? 0) ** 2, 0)))
  const placed = (list: readonly number[]) =>
    columns.map((_, place) => {
      const at = kept.findIndex((each) => each.place === place)
      return at < 0 ? null : (list[at] ?? 0)
    })
  return {
    coefficients: placed(found),
    standardErrors: placed(spread.map((each) => each * errorSize)),
    errorSize,
    degrees,
    residuals,
    leverageAt: (row) => {
      const solved: number[] = []
      kept.forEach(({ place, above, length }, at) => {
        const known = above.reduce((sum, each, other) => sum + each * (solved[other] ?? 0), 0)
        solved[at] = ((row[place] ?? 0) - known) / length
      })
      return dot(solved, solved)
    }
  }
}

/** Backwards through the triangle that turns directions into columns. */
function solveAbove(
  kept: readonly { above: readonly number[]; length: number }[],
  wanted: readonly number[]
): number[] {
  const found = [...wanted]
  for (let at = kept.length - 1; at >= 0; at -= 1) {
    const column = kept[at]
    const own = (found[at] ?? 0) / (column?.length ?? 1)
    found[at] = own
    for (let row = 0; row < at; row += 1) found[row] = (found[row] ?? 0) - (column?.above[row] ?? 0) * own
  }
  return found
}

function dot(one: readonly number[], other: readonly number[]): number {
  let sum = 0
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0)
  return sum
}

function subtract(from: number[], direction: readonly number[], times: number): void {
  for (let at = 0; at < from.length; at += 1) from[at] = (from[at] ?? 0) - times * (direction[at] ?? 0)
}
