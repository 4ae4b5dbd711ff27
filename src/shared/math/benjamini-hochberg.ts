// Many comparisons at once: how likely a finding is chance, given how many were looked for.

/**
 * Adjusts p-values so that those below a level hold at most that part of false findings, on average.
 *
 * @param pValues 0 to 1, in any order
 * @returns the adjusted values in the same order, each 0 to 1 and never below its own
 * @source Y. Benjamini, Y. Hochberg, "Controlling the false discovery rate", Journal of the Royal Statistical Society B 57 (1995); agrees
 *   with R's p.adjust(p, "BH")
 * @example benjaminiHochberg([0.01, 0.04, 0.03]) // [0.03, 0.04, 0.04]
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const n = pValues.length
  const order = pValues.map((_, at) => at).sort((one, other) => (pValues[other] ?? 0) - (pValues[one] ?? 0))
  const adjusted = pValues.map(() => 1)
  let least = 1
  // From the greatest down: a value is never more significant than a smaller one.
  order.forEach((at, place) => {
    least = Math.min(least, ((pValues[at] ?? 0) * n) / (n - place))
    adjusted[at] = least
  })
  return adjusted
}
