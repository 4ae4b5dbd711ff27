// The delay of hires: how much later than planned they start.
import { delayAt } from '../draft.ts'
import type { CaseLever } from './lever.ts'

/**
 * Moves the start of every planned hire by so many months; parts of months count. A month from which it holds is not asked: it acts on hires
 * alone, wherever they start.
 *
 * @source reasoning: what a hire makes in a month is the ramp at the months since the start, and the start moves
 * @example a hire planned for April and a delay of 1.5 starts in the middle of May
 */
export const startDelay: CaseLever = {
  id: 'startDelay',
  unit: 'months',
  neutral: 0,
  step: 0.5,
  bounds: () => ({ low: 0, high: 12 }),
  direction: () => 'down',
  acts: 'made',
  parameter: null,
  measuredOf: () => null,
  absoluteOf: () => null,
  lacks: () => null,
  apply: (_, draft, value) => {
    draft.starts[delayAt] = draft.starts[delayAt]! + value
  }
}
