// Finds the least value of a function of a few variables without derivatives.

/**
 * Minimises by the downhill simplex of Nelder and Mead.
 *
 * @param f the function; Infinity where it has no meaning
 * @param start where to begin
 * @param spread how far the other corners of the first simplex lie from it, one entry a variable
 * @param options steps at most (200 a variable), and the difference of values at which it stops
 * @returns the best point and its value
 * @missing a start where the function is not finite is answered as it is when no corner is
 * @source J. A. Nelder and R. Mead, "A simplex method for function minimization", The Computer Journal 7 (1965)
 * @example nelderMead(([x = 0]) => (x - 3) ** 2, [0], [1]).x[0] // 3
 */
export function nelderMead(
  f: (x: readonly number[]) => number,
  start: readonly number[],
  spread: readonly number[],
  { maxSteps = 200 * start.length, tolerance = 1e-9 }: { maxSteps?: number; tolerance?: number } = {}
): { x: readonly number[]; value: number } {
  const n = start.length
  const corner = (x: readonly number[]) => ({ x, value: f(x) })
  const simplex = [
    corner(start),
    ...start.map((_, at) => corner(start.map((v, i) => (i === at ? v + (spread[i] ?? 1) : v))))
  ]
  const byValue = (one: { value: number }, other: { value: number }) => one.value - other.value
  simplex.sort(byValue)
  for (let step = 0; step < maxSteps; step += 1) {
    const [best, worst, second] = [simplex[0], simplex[n], simplex[n - 1]]
    if (!best || !worst || !second) break
    if (worst.value - best.value <= tolerance * (Math.abs(best.value) + tolerance)) break
    const centre = start.map((_, i) => simplex.slice(0, n).reduce((sum, each) => sum + (each.x[i] ?? 0), 0) / n)
    const along = (factor: number) => corner(centre.map((c, i) => c + factor * ((worst.x[i] ?? 0) - c)))
    const reflected = along(-1)
    if (reflected.value < best.value) {
      const expanded = along(-2)
      simplex[n] = expanded.value < reflected.value ? expanded : reflected
    } else if (reflected.value < second.value) simplex[n] = reflected
    else {
      const contracted = along(reflected.value < worst.value ? -0.5 : 0.5)
      if (contracted.value < Math.min(reflected.value, worst.value)) simplex[n] = contracted
      else
        for (let at = 1; at <= n; at += 1)
          simplex[at] = corner((simplex[at]?.x ?? start).map((v, i) => ((best.x[i] ?? 0) + v) / 2))
    }
    simplex.sort(byValue)
  }
  return simplex[0] ?? corner(start)
}
