// Ratios are plain numbers where 1 is the whole: 0.83 is 83 %. They become percent only on the screen.

/** A share or a rate; 1 is the whole. It may be above 1 (attainment of 130 % is 1.3). */
export type Ratio = number

/**
 * Divides one number by another, without ever giving Infinity or NaN.
 *
 * @param a any finite number
 * @param b any finite number, in the same unit as `a`
 * @returns a / b, or undefined
 * @missing undefined when `b` is 0: there is nothing to compare with, which is not the same as 0
 * @example divide(45, 60) // 0.75
 */
export function divide(a: number, b: number): Ratio | undefined {
  return b === 0 ? undefined : a / b
}
