// Expansion: how much more existing customers buy within a year, against what the base has seen.
import { accumulate } from './accumulate.ts'
import { type CaseLever, nothingToCome } from './lever.ts'

/**
 * Adds to business with existing customers what they buy more, growing evenly over the year from the lever's month on: existing(m) × (1 +
 * points × t), t being the years from then to the middle of the month.
 *
 * @source reasoning: a yearly ratio that builds up evenly; the base carries the measured expansion already, so only the difference acts
 * @example +12 points from January, half of the business with existing customers: 0.25 % more in January, 5.75 % in December
 */
export const expansion: CaseLever = {
  id: 'expansion',
  unit: 'points',
  neutral: 0,
  step: 0.01,
  bounds: () => ({ low: -1, high: 1 }),
  direction: () => 'up',
  acts: 'closed',
  parameter: null,
  measuredOf: ({ measured: { expansionRatio } }) =>
    expansionRatio && { value: expansionRatio.value, unit: 'ratio', n: expansionRatio.n, of: 'customers' },
  absoluteOf: ({ measured: { expansionRatio } }, value) => expansionRatio && expansionRatio.value + value,
  lacks: (base) => (base.months.every((month) => month.existingRatio === null) ? 'existingRatio' : nothingToCome(base)),
  apply: (_, draft, value, placed) => accumulate(draft.existing, value, placed)
}
