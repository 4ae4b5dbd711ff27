// Churn: customers who stop buying within a year, more or fewer than the base has seen.
import { accumulate } from './accumulate.ts'
import { type CaseLever, nothingToCome } from './lever.ts'

/**
 * Takes from business with existing customers what those who leave above the measured churn would have bought. They leave evenly over the
 * year from the lever's month on: existing(m) × (1 − points × t), t being the years from then to the middle of the month.
 *
 * @source reasoning: a yearly ratio that builds up evenly; the base carries the measured churn already, so only the difference acts
 * @example +12 points from January, all business with existing customers: 0.5 % less in January, 1.5 % in February, 11.5 % in December
 */
export const churn: CaseLever = {
  id: 'churn',
  unit: 'points',
  neutral: 0,
  step: 0.01,
  bounds: ({ measured: { churnRatio } }) => ({
    low: -(churnRatio?.value ?? 0),
    high: Math.max(0, 1 - (churnRatio?.value ?? 0))
  }),
  direction: () => 'down',
  acts: 'closed',
  parameter: null,
  measuredOf: ({ measured: { churnRatio } }) =>
    churnRatio && { value: churnRatio.value, unit: 'ratio', n: churnRatio.n, of: 'customers' },
  absoluteOf: ({ measured: { churnRatio } }, value) => churnRatio && churnRatio.value + value,
  lacks: (base) => (base.months.every((month) => month.existingRatio === null) ? 'existingRatio' : nothingToCome(base)),
  apply: (_, draft, value, placed) => accumulate(draft.existing, -value, placed)
}
