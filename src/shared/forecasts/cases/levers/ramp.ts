// The ramp: months from a seller's start to full productivity.
import { rampAt } from '../draft.ts'
import type { CaseLever } from './lever.ts'

/**
 * Lengthens or shortens the measured ramp of hires, and of those who fill the places of leavers above what the base holds. Productivity rises
 * evenly from 0 to 1 over the ramp. With fewer leavers than measured there are fewer newcomers to wait for, so a longer ramp saves more then.
 *
 * @source a linear ramp is the usual assumption of capacity plans; the measured ramp is where hires reach what the others sell
 * @example three months: 1/6, 1/2 and 5/6 of a full month in the first three, 1 from the fourth on
 */
export const ramp: CaseLever = {
  id: 'ramp',
  unit: 'months',
  neutral: 0,
  step: 0.5,
  bounds: ({ measured: { rampMonths } }) => ({ low: -(rampMonths ?? 0), high: 12 }),
  direction: () => 'down',
  acts: 'made',
  parameter: null,
  measuredOf: ({ measured: { rampMonths } }) =>
    rampMonths === null ? null : { value: rampMonths, unit: 'months', n: null, of: null },
  absoluteOf: ({ measured: { rampMonths } }, value) => (rampMonths === null ? null : rampMonths + value),
  lacks: () => null,
  apply: (_, draft, value) => {
    draft.starts[rampAt] = draft.starts[rampAt]! + value
  }
}
