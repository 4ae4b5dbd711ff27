// How alike groups are: how many cases their common ratio should count for when a group has few of its own.
import { logGamma } from './log-gamma.ts'

/** A group: of `n` cases the part `ratio`, where the common ratio for it would be `prior`. */
export interface RatioGroup {
  readonly n: number
  readonly ratio: number
  readonly prior: number
}

/**
 * Estimates the strength of the common ratio: groups' own ratios are taken as drawn from Beta(strength × prior, strength × (1 − prior)), and the
 * strength is the likeliest between 2 and 2,000.
 *
 * Alike groups give a large strength (each is drawn far towards the common ratio), different ones a small one.
 *
 * @param groups groups with cases; those without are passed over
 * @param fallback the strength where fewer than three groups have cases
 * @returns cases that the common ratio counts for
 * @missing the fallback
 * @source D. A. Griffiths, "Maximum Likelihood Estimation for the Beta-Binomial Distribution", Biometrics 29 (1973); use as a prior: G. Casella,
 *   "An Introduction to Empirical Bayes Data Analysis", The American Statistician 39 (1985)
 * @example betaBinomialStrength([], 20) // 20
 */
export function betaBinomialStrength(groups: readonly RatioGroup[], fallback: number): number {
  const used = groups.filter(({ n, prior }) => n > 0 && prior > 0 && prior < 1)
  if (used.length < 3) return fallback
  const likelihood = (logStrength: number): number => {
    const strength = Math.exp(logStrength)
    let sum = 0
    for (const { n, ratio, prior } of used) {
      const [a, b] = [strength * prior, strength * (1 - prior)]
      sum += logGamma(a + n * ratio) + logGamma(b + n * (1 - ratio)) - logGamma(strength + n)
      sum += logGamma(strength) - logGamma(a) - logGamma(b)
    }
    return sum
  }
  // Golden section: the likelihood has one peak in the logarithm of the strength.
  const golden = (Math.sqrt(5) - 1) / 2
  let [low, high] = [Math.log(2), Math.log(2_000)]
  let [left, right] = [high - golden * (high - low), low + golden * (high - low)]
  let [atLeft, atRight] = [likelihood(left), likelihood(right)]
  for (let step = 0; step < 40; step += 1) {
    if (atLeft > atRight) {
      ;[high, right, atRight] = [right, left, atLeft]
      left = high - golden * (high - low)
      atLeft = likelihood(left)
    } else {
      ;[low, left, atLeft] = [left, right, atRight]
      right = low + golden * (high - low)
      atRight = likelihood(right)
    }
  }
  return Math.exp((low + high) / 2)
}
