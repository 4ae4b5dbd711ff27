// The win rate: which part of deals that are decided is won.
import { type CaseLever, highestChange, multiplyFrom, nothingToCome } from './lever.ts'

/**
 * Multiplies what closes in each month from the lever's month on, of open deals and of deals not made yet: closing × (1 + change).
 *
 * A measured win rate can't rise above 1, so the change goes up to 1 ÷ rate − 1, and to three times at most.
 *
 * @source sales velocity: deals × win rate × deal size ÷ cycle, in which bookings are proportional to the win rate
 * @example a win rate of 30 % and +10 % of it are 33 %; 100 that would close become 110
 */
export const winRate: CaseLever = {
  id: 'winRate',
  unit: 'change',
  neutral: 0,
  step: 0.01,
  bounds: ({ measured: { winRatio } }) => ({
    low: -1,
    high: winRatio !== null && winRatio.value > 0 ? Math.min(highestChange, 1 / winRatio.value - 1) : highestChange
  }),
  direction: () => 'up',
  acts: 'closed',
  parameter: null,
  measuredOf: ({ measured: { winRatio } }) =>
    winRatio && { value: winRatio.value, unit: 'ratio', n: winRatio.n, of: 'closedDeals' },
  absoluteOf: ({ measured: { winRatio } }, value) => winRatio && winRatio.value * (1 + value),
  lacks: nothingToCome,
  apply: (_, draft, value, { fromClosed }) => multiplyFrom(draft.close, fromClosed, 1 + value)
}
