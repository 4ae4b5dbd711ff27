// The size of deals: what a won deal brings.
import { type CaseLever, highestChange, multiplyFrom, nothingToCome } from './lever.ts'

/**
 * Multiplies what deals made from the lever's month on bring: made × (1 + change). Open deals have their amounts already, so the change arrives
 * with the time deals take to close.
 *
 * @source sales velocity: deals × win rate × deal size ÷ cycle
 * @example 100 a month all of deals made three months before, and +10 % from May: 100 up to July, 110 from August
 */
export const dealSize: CaseLever = {
  id: 'dealSize',
  unit: 'change',
  neutral: 0,
  step: 0.01,
  bounds: () => ({ low: -1, high: highestChange }),
  direction: () => 'up',
  acts: 'made',
  parameter: null,
  measuredOf: ({ measured: { dealSizeMinor } }) =>
    dealSizeMinor && { value: dealSizeMinor.value, unit: 'money', n: dealSizeMinor.n, of: 'wonDeals' },
  absoluteOf: ({ measured: { dealSizeMinor } }, value) => dealSizeMinor && dealSizeMinor.value * (1 + value),
  lacks: nothingToCome,
  apply: (_, draft, value, { fromMade }) => multiplyFrom(draft.made, fromMade, 1 + value)
}
