// The volume of leads: how many deals are made.
import { type CaseLever, highestChange, multiplyFrom, nothingToCome } from './lever.ts'

/**
 * Multiplies how many deals are made from the lever's month on: made × (1 + change). They arrive with the time deals take to close; open deals
 * stay as they are. More leads are taken to be as good as the others.
 *
 * @source sales velocity: deals × win rate × deal size ÷ cycle
 * @example 100 a month, half of deals made in the same month and half in the one before, and +20 % from May: 110 in May, 120 from June
 */
export const leads: CaseLever = {
  id: 'leads',
  unit: 'change',
  neutral: 0,
  step: 0.01,
  bounds: () => ({ low: -1, high: highestChange }),
  direction: () => 'up',
  acts: 'made',
  parameter: null,
  measuredOf: ({ measured: { dealsPerMonth } }) =>
    dealsPerMonth && { value: dealsPerMonth.value, unit: 'perMonth', n: dealsPerMonth.months, of: 'months' },
  absoluteOf: ({ measured: { dealsPerMonth } }, value) => dealsPerMonth && dealsPerMonth.value * (1 + value),
  lacks: nothingToCome,
  apply: (_, draft, value, { fromMade }) => multiplyFrom(draft.made, fromMade, 1 + value)
}
