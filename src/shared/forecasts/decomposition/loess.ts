// Local regression over evenly spaced points, the smoother that STL is made of.

/**
 * Estimates the smoothed value at a place by a weighted line (or mean) through the nearest points.
 *
 * @param values evenly spaced, at the places 1 to n
 * @param length how many nearest points count; more than there are points widens the window beyond them
 * @param degree 0 for a weighted mean, 1 for a weighted line
 * @param at the place, which may lie outside
 * @param first @param last the points that count, from 1, both included
 * @param robustness weights of the points, all 1 when absent
 * @param weights room for as many numbers as there are points
 * @returns the estimate
 * @missing undefined when no point has a weight
 * @source W. S. Cleveland, "Robust locally weighted regression and smoothing scatterplots", JASA 74 (1979); the details of windows and of weights
 *   near the edge as in R. B. Cleveland, W. S. Cleveland, J. E. McRae, I. Terpenning, "STL", Journal of Official Statistics 6 (1990)
 * @example loessAt(Float64Array.of(1, 2, 3), 3, 1, 2, 1, 3, undefined, new Float64Array(3)) // 2
 */
export function loessAt(
  values: Float64Array,
  length: number,
  degree: 0 | 1,
  at: number,
  first: number,
  last: number,
  robustness: Float64Array | undefined,
  weights: Float64Array
): number | undefined {
  const n = values.length
  let reach = Math.max(at - first, last - at)
  if (length > n) reach += Math.floor((length - n) / 2)
  const [far, near] = [0.999 * reach, 0.001 * reach]
  let total = 0
  for (let x = first; x <= last; x += 1) {
    const distance = Math.abs(x - at)
    let weight = 0
    if (distance <= far) weight = distance > near ? (1 - (distance / reach) ** 3) ** 3 : 1
    if (robustness) weight *= robustness[x - 1] ?? 1
    weights[x - 1] = weight
    total += weight
  }
  if (total <= 0) return undefined
  for (let x = first; x <= last; x += 1) weights[x - 1] = (weights[x - 1] ?? 0) / total
  if (reach > 0 && degree === 1) {
    let centre = 0
    for (let x = first; x <= last; x += 1) centre += (weights[x - 1] ?? 0) * x
    let width = 0
    for (let x = first; x <= last; x += 1) width += (weights[x - 1] ?? 0) * (x - centre) ** 2
    if (Math.sqrt(width) > 0.001 * (n - 1)) {
      const tilt = (at - centre) / width
      for (let x = first; x <= last; x += 1) weights[x - 1] = (weights[x - 1] ?? 0) * (tilt * (x - centre) + 1)
    }
  }
  let sum = 0
  for (let x = first; x <= last; x += 1) sum += (weights[x - 1] ?? 0) * (values[x - 1] ?? 0)
  return sum
}

/**
 * Smooths a series by local regression at each of its points.
 *
 * @param values evenly spaced
 * @param length how many nearest points count
 * @param degree 0 or 1
 * @param robustness weights of the points
 * @returns as many smoothed values
 * @missing a point that no weight reaches keeps its value
 * @source see loessAt
 * @example smoothLoess(Float64Array.of(1, 2, 3, 4), 3, 1) // [1, 2, 3, 4]
 */
export function smoothLoess(
  values: Float64Array,
  length: number,
  degree: 0 | 1,
  robustness?: Float64Array
): Float64Array {
  const n = values.length
  const weights = new Float64Array(n)
  const half = Math.floor((length + 1) / 2)
  let [first, last] = [1, Math.min(length, n)]
  return values.map((value, index) => {
    const at = index + 1
    if (at > half && last < n) {
      first += 1
      last += 1
    }
    return loessAt(values, length, degree, at, first, last, robustness, weights) ?? value
  })
}
