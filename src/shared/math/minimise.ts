// Finds the least value of a smooth function of a few variables whose gradient is known.

/** A function and its gradient: returns the value at `x` and writes the gradient into `gradient`. Infinity where it has no meaning. */
export type SmoothFunction = (x: Float64Array, gradient: Float64Array) => number

export interface Minimum {
  readonly x: Float64Array
  readonly value: number
  readonly steps: number
  readonly evaluations: number
}

export interface MinimiseOptions {
  /** Steps at most; by default 200. */
  readonly maxSteps?: number
  /** Stops when a step lowers the value by less than this. */
  readonly tolerance?: number
}

/**
 * Minimises by the BFGS quasi-Newton method with a backtracking line search.
 *
 * Finds the nearest local minimum, not always the least of all; the start matters. The matrix is kept whole, so it is for tens of variables, not
 * thousands.
 *
 * @param f the function, finite at `start`
 * @param start where to begin; it is not changed
 * @param options when to stop
 * @returns the best point found, its value, and the work it took
 * @missing a start where the function is not finite is returned as it is
 * @source J. Nocedal and S. J. Wright, "Numerical Optimization", 2nd ed. (2006), algorithm 6.1 with backtracking (3.1)
 * @example minimise((x, g) => { g[0] = 2 * (x[0] - 3); return (x[0] - 3) ** 2 }, Float64Array.of(0)).x[0] // 3
 */
export function minimise(f: SmoothFunction, start: Float64Array, options: MinimiseOptions = {}): Minimum {
  const { maxSteps = 200, tolerance = 1e-8 } = options
  const n = start.length
  let x = Float64Array.from(start)
  let gradient = new Float64Array(n)
  let value = f(x, gradient)
  let evaluations = 1
  let nextX = new Float64Array(n)
  let nextGradient = new Float64Array(n)
  const inverse = new Float64Array(n * n)
  const direction = new Float64Array(n)
  const change = new Float64Array(n)
  const bend = new Float64Array(n)
  const reach = new Float64Array(n)
  const reset = (scale: number): void => {
    inverse.fill(0)
    for (let i = 0; i < n; i += 1) inverse[i * n + i] = scale
  }
  const norm = Math.sqrt(dot(gradient, gradient))
  reset(norm > 1 ? 1 / norm : 1)
  let isFresh = true
  let steps = 0
  let calm = 0
  while (steps < maxSteps && Number.isFinite(value)) {
    steps += 1
    for (let i = 0; i < n; i += 1) {
      let sum = 0
      for (let j = 0; j < n; j += 1) sum -= (inverse[i * n + j] ?? 0) * (gradient[j] ?? 0)
      direction[i] = sum
    }
    const slope = dot(direction, gradient)
    if (!(slope < 0)) {
      if (isFresh) break
      reset(1 / Math.max(1, Math.sqrt(dot(gradient, gradient))))
      isFresh = true
      continue
    }
    let stride = 1
    let nextValue = Number.POSITIVE_INFINITY
    for (let attempt = 0; attempt < 30; attempt += 1) {
      for (let i = 0; i < n; i += 1) nextX[i] = (x[i] ?? 0) + stride * (direction[i] ?? 0)
      nextValue = f(nextX, nextGradient)
      evaluations += 1
      if (nextValue <= value + 1e-4 * stride * slope) break
      // The lowest point of the parabola through what is known, kept within a tenth and a half of the stride.
      const bow = nextValue - value - stride * slope
      const least = Number.isFinite(bow) && bow > 0 ? (-slope * stride * stride) / (2 * bow) : 0.2 * stride
      stride = Math.min(0.5 * stride, Math.max(0.1 * stride, least))
    }
    if (!(nextValue < value)) {
      if (isFresh) break
      reset(1 / Math.max(1, Math.sqrt(dot(gradient, gradient))))
      isFresh = true
      continue
    }
    for (let i = 0; i < n; i += 1) {
      change[i] = (nextX[i] ?? 0) - (x[i] ?? 0)
      bend[i] = (nextGradient[i] ?? 0) - (gradient[i] ?? 0)
    }
    const gained = value - nextValue
    ;[x, nextX] = [nextX, x]
    ;[gradient, nextGradient] = [nextGradient, gradient]
    value = nextValue
    updateInverse(inverse, change, bend, reach, isFresh)
    isFresh = false
    // Two small steps in a row: one alone may be a poor line search.
    calm = gained < tolerance * (1 + Math.abs(value)) ? calm + 1 : 0
    if (calm === 2) break
  }
  return { x, value, steps, evaluations }
}

function updateInverse(
  inverse: Float64Array,
  change: Float64Array,
  bend: Float64Array,
  reach: Float64Array,
  isFresh: boolean
): void {
  const n = change.length
  const curve = dot(change, bend)
  const bendSquare = dot(bend, bend)
  if (!(curve > 1e-12 * Math.sqrt(bendSquare * dot(change, change)))) return
  if (isFresh) {
    inverse.fill(0)
    for (let i = 0; i < n; i += 1) inverse[i * n + i] = curve / bendSquare
  }
  for (let i = 0; i < n; i += 1) {
    let sum = 0
    for (let j = 0; j < n; j += 1) sum += (inverse[i * n + j] ?? 0) * (bend[j] ?? 0)
    reach[i] = sum
  }
  const factor = (1 + dot(bend, reach) / curve) / curve
  for (let i = 0; i < n; i += 1)
    for (let j = 0; j < n; j += 1)
      inverse[i * n + j] =
        (inverse[i * n + j] ?? 0) +
        factor * (change[i] ?? 0) * (change[j] ?? 0) -
        ((reach[i] ?? 0) * (change[j] ?? 0) + (change[i] ?? 0) * (reach[j] ?? 0)) / curve
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let i = 0; i < one.length; i += 1) sum += (one[i] ?? 0) * (other[i] ?? 0)
  return sum
}
