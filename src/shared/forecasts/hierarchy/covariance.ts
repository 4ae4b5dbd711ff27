// How the errors of forecasts go together, from few past errors of many series: drawn towards "each for itself" by as much as chance demands.

/** Error sizes of a series that never missed are held to be this small against the usual one, so that equations can be solved. */
const leastShare = 1e-9

export interface ErrorCovariance {
  readonly size: number
  /** Row by row, size × size, in the square of the unit of the errors; positive. */
  readonly values: Float64Array
  /** How far correlations were drawn to 0: 0 not at all, 1 entirely. */
  readonly shrinkage: number
}

/**
 * Estimates the covariance of the errors of several series, shrunk towards its diagonal.
 *
 * Errors have no mean taken off, as forecasts are meant to have none. A series that began later has fewer errors, the latest ones: its variance is
 * that of its own, and in correlations the ones it lacks count as 0, which keeps the matrix positive and draws what is little known to 0. The
 * share by which correlations are drawn to 0 is the one with the least expected squared error.
 *
 * @param errors for each series its one-step errors, oldest first, ending at the same time
 * @param leastVariances for each series what its variance is at least, where its errors are too few to tell
 * @returns the matrix, and the share
 * @missing a series without errors or without a size has a variance of a billionth of the mean one, or 1 when none has a size
 * @source J. Schäfer, K. Strimmer, "A shrinkage approach to large-scale covariance matrix estimation", Statistical Applications in Genetics and
 *   Molecular Biology 4 (2005), as used by S. L. Wickramasuriya, G. Athanasopoulos, R. J. Hyndman, "Optimal forecast reconciliation for
 *   hierarchical and grouped time series through trace minimization", JASA 114 (2019); agrees with base R (test/reference/hierarchy)
 * @example shrinkCovariance([[1, -1], [1, -1]]).shrinkage // 0
 */
export function shrinkCovariance(
  errors: readonly (readonly number[])[],
  leastVariances: readonly number[] = []
): ErrorCovariance {
  const size = errors.length
  const count = Math.max(0, ...errors.map((each) => each.length))
  const variances = flooredVariances(errors, leastVariances)
  // Errors by time as a row of one size each: their products add up to correlations.
  const plain = new Float64Array(size * count)
  const hasSize = new Uint8Array(size)
  errors.forEach((own, i) => {
    const squares = own.reduce((sum, error) => sum + error * error, 0)
    if (squares === 0) return
    hasSize[i] = 1
    const scale = Math.sqrt(count / squares)
    own.forEach((error, t) => {
      plain[i * count + count - own.length + t] = error * scale
    })
  })
  const correlations = new Float64Array(size * size)
  let [chance, distance] = [0, 0]
  for (let i = 0; i < size; i += 1) {
    correlations[i * size + i] = 1
    for (let j = 0; j < i; j += 1) {
      if (hasSize[i] === 0 || hasSize[j] === 0) continue
      let [sum, squares] = [0, 0]
      for (let t = 0; t < count; t += 1) {
        const product = (plain[i * count + t] ?? 0) * (plain[j * count + t] ?? 0)
        sum += product
        squares += product * product
      }
      const correlation = sum / count
      correlations[i * size + j] = correlation
      correlations[j * size + i] = correlation
      chance += (squares - (sum * sum) / count) / (count * (count - 1))
      distance += correlation * correlation
    }
  }
  // One error tells nothing of how two series go together.
  const shrinkage = count < 2 ? 1 : distance > 0 ? Math.min(1, Math.max(0, chance / distance)) : 0
  const values = new Float64Array(size * size)
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j < size; j += 1) {
      const kept = i === j ? 1 : 1 - shrinkage
      const both = Math.sqrt((variances[i] ?? 0) * (variances[j] ?? 0))
      values[i * size + j] = kept * (correlations[i * size + j] ?? 0) * both
    }
  // Correlations that aren't drawn in at all may hold rows that depend on each other.
  for (let i = 0; i < size; i += 1) values[i * size + i] = (values[i * size + i] ?? 0) * (1 + leastShare)
  return { size, values, shrinkage }
}

/** A diagonal of given variances. */
export function diagonal(variances: readonly number[]): Float64Array {
  const size = variances.length
  const values = new Float64Array(size * size)
  variances.forEach((variance, i) => {
    values[i * size + i] = variance
  })
  return values
}

/** Mean squares, none of them 0. */
function flooredVariances(errors: readonly (readonly number[])[], least: readonly number[]): number[] {
  const variances = errors.map((own, i) =>
    Math.max(least[i] ?? 0, own.reduce((sum, error) => sum + error * error, 0) / Math.max(1, own.length))
  )
  const mean = variances.reduce((sum, each) => sum + each, 0) / Math.max(1, variances.length)
  return variances.map((each) => Math.max(each, mean > 0 ? leastShare * mean : 1))
}
