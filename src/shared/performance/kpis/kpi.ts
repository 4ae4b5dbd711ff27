// The shape of a key figure, and the ways of making its value.
import type { Facts, KpiId, KpiUnit, KpiValue, MissingReason } from '../types.ts'

export interface Kpi {
  readonly id: KpiId
  readonly unit: KpiUnit
  readonly compute: (facts: Facts) => KpiValue
}

/** Below this many deals a rate or a mean is shown with the words that it can't tell. */
export const fewestDeals = 10

/** A figure that isn't there, with the reason. */
export const missing = (id: KpiId, reason: MissingReason, numerator = 0): KpiValue => ({
  id,
  value: null,
  missing: reason,
  numerator,
  denominator: null,
  n: null,
  interval: null,
  isSmall: false
})

/** A sum or a count. */
export const plain = (id: KpiId, value: number): KpiValue => ({
  id,
  value,
  missing: null,
  numerator: value,
  denominator: null,
  n: null,
  interval: null,
  isSmall: false
})
