// Puts what territories have against what they should have, so that one with half a seller is even at half the load.
import { sum } from '#shared/math/sum.ts'
import type { BalanceInput } from './balance-index.ts'

/** Territories against their targets. */
export interface OverTargets {
  /** value / target each; 1 is exactly on target. */
  readonly ratios: readonly number[]
  /** The part of the whole that each is to carry; they add up to 1. */
  readonly shares: readonly number[]
}

/**
 * Divides each value by its target, the part of the total that its capacity is of all capacities.
 *
 * @param input one value per territory, and capacities
 * @returns ratios and shares, in the order of the values
 * @missing undefined without values, or when they add up to 0 or less
 * @source the targets of the alignment instances this project is tested with: total x capacity / sum of capacities
 * @example overTargets({ values: [60, 40], capacities: [2, 1], bandRatio: 0.15 }) // { ratios: [0.9, 1.2], shares: [2 / 3, 1 / 3] }
 */
export function overTargets({ values, capacities }: BalanceInput): OverTargets | undefined {
  const total = sum(values)
  if (values.length === 0 || !(total > 0)) return undefined
  const whole = capacities ? sum(capacities) : values.length
  const shares = values.map((_, at) => (capacities?.[at] ?? 1) / whole)
  return { shares, ratios: values.map((value, at) => value / (total * (shares[at] ?? 0))) }
}
