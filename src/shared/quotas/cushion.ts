// Over-assignment: how much more than the target is given out, and how it adds up level by level.
import Big from 'big.js'

/**
 * Adds the cushion of each level to a target: street = T · Π(1 + o_l).
 *
 * @param targetMinor whole minor units, 0 or more
 * @param cushionRatios one per level, 0 or more; 0.05 is 5 %
 * @returns whole minor units, halves rounded up
 * @source over-assignment, level by level (territories-quotas, T9)
 * @example addCushion(1_000_000_000, [0.05, 0.05]) // 1_102_500_000
 */
export function addCushion(targetMinor: number, cushionRatios: readonly number[]): number {
  let street = new Big(targetMinor)
  for (const ratio of cushionRatios) street = street.times(new Big(1).plus(ratio))
  return street.round(0, Big.roundHalfUp).toNumber()
}

/**
 * Tells how much the levels add up to together.
 *
 * @param cushionRatios one per level, 0 or more
 * @returns street over target, less 1
 * @example compoundCushion([0.05, 0.05]) // 0.1025
 */
export function compoundCushion(cushionRatios: readonly number[]): number {
  let product = new Big(1)
  for (const ratio of cushionRatios) product = product.times(new Big(1).plus(ratio))
  return product.minus(1).toNumber()
}
