// The size of a method's past one-step errors, from which its ranges are made.

/**
 * Measures past errors by their root mean square.
 *
 * @param errors actual minus forecast, in the unit of the values
 * @param estimated parameters that were estimated from the same values and cost a degree of freedom each (drift: 1)
 * @returns the root mean square, in the unit of the values
 * @missing null when there aren't more errors than estimated parameters
 * @source R. J. Hyndman and G. Athanasopoulos, "Forecasting: Principles and Practice", 3rd ed. (2021), section 5.5
 * @example errorSizeOf([3, -4], 0) // 3.5355339059327378
 */
export function errorSizeOf(errors: readonly number[], estimated: number): number | null {
  if (errors.length <= estimated) return null
  return Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / (errors.length - estimated))
}
