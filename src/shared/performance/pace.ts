// Where a period stands on a day: what was due by now, what is missing, what each week must still bring.
import { dayNumber, type IsoDate } from '../units/date.ts'
import type { Period } from '../units/period.ts'
import type { Pace } from './types.ts'

/**
 * Gives the share of a period's days that are over at the end of a day.
 *
 * @param period both ends included
 * @param asOf the last day that counts as gone
 * @returns 0 before the period, 1 from its last day on
 * @example goneRatio({ startsOn: '2027-04-01', endsOn: '2027-04-30' }, '2027-04-15') // 0.5
 */
export function goneRatio(period: Pick<Period, 'startsOn' | 'endsOn'>, asOf: IsoDate): number {
  const first = dayNumber(period.startsOn)
  const days = dayNumber(period.endsOn) - first + 1
  return Math.min(1, Math.max(0, (dayNumber(asOf) - first + 1) / days))
}

/**
 * Compares bookings with the quota that is due by a day.
 *
 * @param bookedMinor booked in the period up to `asOf`
 * @param quotaMinor the period's quota
 * @param dueMinor the part of it that is due by `asOf`
 * @param period both ends included
 * @param asOf the day up to which bookings are known
 * @returns state and amounts, see Pace
 * @missing a null or zero quota gives state 'missing' and null amounts
 * @example paceOf(600, 1000, 500, { startsOn: '2027-04-01', endsOn: '2027-04-30' }, '2027-04-15').aheadMinor // 100
 */
export function paceOf(
  bookedMinor: number,
  quotaMinor: number | null,
  dueMinor: number | null,
  period: Pick<Period, 'startsOn' | 'endsOn'>,
  asOf: IsoDate
): Pace {
  const gone = goneRatio(period, asOf)
  if (quotaMinor === null || quotaMinor <= 0) {
    return {
      state: 'missing',
      goneRatio: gone,
      paceMinor: null,
      paceRatio: null,
      aheadMinor: null,
      remainingMinor: null,
      perWeekMinor: null
    }
  }
  const paceMinor = dueMinor ?? 0
  const remainingMinor = Math.max(0, quotaMinor - bookedMinor)
  const daysLeft = Math.min(
    dayNumber(period.endsOn) - dayNumber(asOf),
    dayNumber(period.endsOn) - dayNumber(period.startsOn) + 1
  )
  const isReached = bookedMinor >= quotaMinor
  const state = isReached ? 'reached' : gone === 0 ? 'notBegun' : bookedMinor >= paceMinor ? 'ahead' : 'behind'
  return {
    state,
    goneRatio: gone,
    paceMinor,
    paceRatio: paceMinor / quotaMinor,
    aheadMinor: bookedMinor - paceMinor,
    remainingMinor,
    perWeekMinor: isReached || daysLeft <= 0 ? null : Math.round((remainingMinor * 7) / daysLeft)
  }
}
