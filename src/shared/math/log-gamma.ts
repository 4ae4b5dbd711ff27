// The logarithm of the gamma function, for probabilities made of factorials.

const stirling = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156]

/**
 * Gives the logarithm of the gamma function: of (x − 1)! for whole x.
 *
 * Stirling's series, after moving x above 10.
 *
 * @param x above 0
 * @returns ln Γ(x)
 * @source Abramowitz and Stegun, "Handbook of Mathematical Functions", 6.1.41
 * @example logGamma(5) // 3.178053830347946, the logarithm of 24
 */
export function logGamma(x: number): number {
  let shift = 0
  let at = x
  for (; at < 10; at += 1) shift += Math.log(at)
  let series = 0
  for (let k = stirling.length - 1; k >= 0; k -= 1) series = series / (at * at) + (stirling[k] ?? 0)
  return (at - 0.5) * Math.log(at) - at + Math.log(2 * Math.PI) / 2 + series / at - shift
}
