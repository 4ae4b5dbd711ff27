// The incomplete gamma function: probabilities of counts (Poisson), of the normal and of chi-square come down to it.
import { logGamma } from './log-gamma.ts'

/**
 * Gives how likely a Gamma(shape) variable of scale 1 lies above x.
 *
 * @param x at or above 0
 * @param shape above 0
 * @returns 0 to 1
 * @source Abramowitz and Stegun, "Handbook of Mathematical Functions", 6.5.29 (series) and 6.5.31 (continued fraction, by Lentz's method);
 *   agrees with R's pgamma(x, shape, lower.tail = FALSE)
 * @example gammaTail(1, 1) // 0.36787944117144233
 */
export function gammaTail(x: number, shape: number): number {
  if (x <= 0) return 1
  const front = Math.exp(-x + shape * Math.log(x) - logGamma(shape))
  return x < shape + 1 ? 1 - front * gammaSeries(x, shape) : front * gammaFraction(x, shape)
}

function gammaSeries(x: number, shape: number): number {
  let term = 1 / shape
  let sum = term
  for (let k = 1; k < 10_000 && term > sum * 1e-17; k += 1) {
    term *= x / (shape + k)
    sum += term
  }
  return sum
}

function gammaFraction(x: number, shape: number): number {
  const tiny = 1e-300
  let b = x + 1 - shape
  let c = 1 / tiny
  let d = 1 / b
  let result = d
  for (let k = 1; k < 10_000; k += 1) {
    const an = -k * (k - shape)
    b += 2
    d = an * d + b
    d = 1 / (Math.abs(d) < tiny ? tiny : d)
    c = b + an / c
    if (Math.abs(c) < tiny) c = tiny
    const change = d * c
    result *= change
    if (Math.abs(change - 1) < 1e-16) break
  }
  return result
}
