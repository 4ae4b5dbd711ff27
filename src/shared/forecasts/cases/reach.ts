// How likely a year reaches an amount, read from its percentiles.

/**
 * Gives the part of the years that may come that reach an amount.
 *
 * @param percentilesMinor at 0.5, 1.5 … 99.5, rising
 * @param amountMinor minor units
 * @returns 0 to 1, on the line between the two percentiles around the amount; beyond the outermost ones half of their part, or none or all
 * @missing null without percentiles
 * @source Hazen's positions, (i − 0.5) ÷ n, read backwards
 * @example chanceToReach(percentiles, percentiles[49]) // 0.505
 */
export function chanceToReach(percentilesMinor: readonly number[] | null, amountMinor: number): number | null {
  const [least, most] = [percentilesMinor?.[0], percentilesMinor?.at(-1)]
  if (percentilesMinor === null || least === undefined || most === undefined) return null
  if (amountMinor <= least) return amountMinor === least && least !== most ? 1 - 0.5 / percentilesMinor.length : 1
  if (amountMinor > most) return 0
  const above = percentilesMinor.findIndex((value) => value >= amountMinor)
  const [low, high] = [percentilesMinor[above - 1] ?? least, percentilesMinor[above] ?? most]
  const part = high > low ? (amountMinor - low) / (high - low) : 0
  return 1 - (above - 0.5 + part) / percentilesMinor.length
}
