// How likely a test's figure is by chance alone: the tails of the normal and of the chi-square distribution.
import { gammaTail } from './incomplete-gamma.ts'

/**
 * Gives how likely a chi-square variable lies above x.
 *
 * @param x at or above 0
 * @param degrees of freedom, above 0
 * @returns 0 to 1
 * @source K. Pearson, "On the criterion that a given system of deviations…", Philosophical Magazine 50 (1900); agrees with R's pchisq
 * @example chiSquareTail(3.841458820694124, 1) // 0.05
 */
export const chiSquareTail = (x: number, degrees: number): number => gammaTail(x / 2, degrees / 2)

/**
 * Gives how likely a standard normal variable lies below z.
 *
 * @param z any number
 * @returns 0 to 1
 * @source Φ(−|z|) = ½ · Q(½, z²/2); agrees with R's pnorm
 * @example normalProbability(1.959963984540054) // 0.975
 */
export function normalProbability(z: number): number {
  const tail = gammaTail((z * z) / 2, 0.5) / 2
  return z < 0 ? tail : 1 - tail
}
