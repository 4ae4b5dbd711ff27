// Counts of things that happen by chance at a known rate.
import { logGamma } from '#shared/math/log-gamma.ts'
import type { WordStream } from './stream.ts'

/** From this mean on rejection is quicker than counting up. */
const large = 12

/**
 * Draws a Poisson count.
 *
 * @param mean expected count, 0 or more
 * @param stream where chance comes from
 * @returns a whole number, 0 or more
 * @source counting up (inversion) for small means; W. Hörmann, "The Transformed Rejection Method for Generating Poisson Random Variables", Insurance:
 *   Mathematics and Economics 12 (1993), algorithm PTRS, for large ones
 * @example drawPoisson(0, stream) // 0
 */
export function drawPoisson(mean: number, stream: WordStream): number {
  if (!(mean > 0)) return 0
  if (mean < large) {
    let left = stream.ratio()
    let chance = Math.exp(-mean)
    let count = 0
    // Below the resolution of a draw nothing more can happen.
    while (left >= chance && chance > 1e-12) {
      left -= chance
      count += 1
      chance *= mean / count
    }
    return count
  }
  const root = Math.sqrt(mean)
  const b = 0.931 + 2.53 * root
  const a = -0.059 + 0.02483 * b
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
  const quick = 0.9277 - 3.6224 / (b - 2)
  const logMean = Math.log(mean)
  for (;;) {
    const u = stream.ratio() - 0.5
    const v = stream.ratio()
    const us = 0.5 - Math.abs(u)
    const count = Math.floor(((2 * a) / us + b) * u + mean + 0.43)
    if (us >= 0.07 && v <= quick) return count
    if (count < 0 || (us < 0.013 && v > us)) continue
    const accepts = Math.log((v * inverseAlpha) / (a / (us * us) + b))
    if (accepts <= count * logMean - mean - logGamma(count + 1)) return count
  }
}
