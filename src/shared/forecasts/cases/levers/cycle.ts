// The sales cycle: days from a deal made to a deal won.
import { type CaseLever, nothingToCome } from './lever.ts'

/**
 * Moves what would close from the lever's month on by so many days. What moves past the last day of the year is lost to it; a shorter cycle
 * pulls in what the months after the year would have brought, as far as they are forecast.
 *
 * What is to come in a month counts as spread evenly over those of its days that lie after the end of the data. Nothing moves to before the
 * end of the data, the start of the year or the lever's month: what would, comes in on that day.
 *
 * @source sales velocity, with time taken as a move of the days of closing: flows that move by d days lose the last d days of the year
 * @example 300 in each month of 30 days, ten days longer: 200 in the first month, 300 in the others, 100 after the year
 */
export const cycle: CaseLever = {
  id: 'cycle',
  unit: 'days',
  neutral: 0,
  step: 1,
  bounds: ({ measured: { cycleDays } }) => ({ low: cycleDays === null ? -90 : -cycleDays.value, high: 180 }),
  direction: () => 'down',
  acts: 'closed',
  parameter: null,
  measuredOf: ({ measured: { cycleDays } }) =>
    cycleDays && { value: cycleDays.value, unit: 'days', n: cycleDays.n, of: 'wonDeals' },
  absoluteOf: ({ measured: { cycleDays } }, value) => cycleDays && cycleDays.value + value,
  lacks: nothingToCome,
  apply: (_, draft, value, { fromClosed }) => {
    for (let at = fromClosed; at < draft.shift.length; at += 1) draft.shift[at] = draft.shift[at]! + value
  }
}
