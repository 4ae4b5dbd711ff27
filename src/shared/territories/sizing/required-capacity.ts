// How many sellers a target asks for.

/**
 * Gives the sellers that a target asks for: target / (quota x attainment).
 *
 * Fully ramped sellers, before attrition; a fraction, not rounded.
 *
 * @param input target and quota of one seller in the same minor units, and the part of quota that a seller reaches, above 0
 * @returns sellers
 * @missing null for a quota or an attainment of 0 or less: no number of sellers reaches anything
 * @source required capacity as in capacity planning (worked case T12: 50 M / (1 M x 85 %) = 58.8)
 * @example findRequiredSellers({ targetMinor: 50_000_000, quotaMinor: 1_000_000, attainmentRatio: 0.85 }) // 58.82
 */
export function findRequiredSellers(input: {
  readonly targetMinor: number
  readonly quotaMinor: number
  readonly attainmentRatio: number
}): number | null {
  const each = input.quotaMinor * input.attainmentRatio
  return each > 0 ? input.targetMinor / each : null
}

/**
 * Gives the sellers that there effectively are: Σ heads x ramp x attainment.
 *
 * @param groups heads of a kind, the part of full productivity they are ramped to, and the part of quota they reach
 * @returns fully effective sellers
 * @source capacity planning (worked case T11: 20 x 85 % + 5 x 50 % x 70 % = 18.75)
 * @example findEffectiveSellers([{ heads: 20, rampRatio: 1, attainmentRatio: 0.85 }]) // 17
 */
export function findEffectiveSellers(
  groups: readonly { readonly heads: number; readonly rampRatio: number; readonly attainmentRatio: number }[]
): number {
  return groups.reduce((sum, { heads, rampRatio, attainmentRatio }) => sum + heads * rampRatio * attainmentRatio, 0)
}
