// Numbers that sales may follow, period by period: working days, people who sell, and whatever was pasted under a name of its own.
import { dayNumber, type IsoDate, weekdayOfNumber } from '#shared/units/date.ts'
import type { Driver } from '../series-types.ts'

interface Days {
  startsOn: IsoDate
  endsOn: IsoDate
}

/**
 * Counts the working days of a span: Monday to Friday without days off.
 *
 * @param span first and last day, both included
 * @param holidays days off; those on a weekend take nothing away, one listed twice counts once
 * @returns whole days, 0 or more
 * @example countWorkingDays({ startsOn: '2024-02-26', endsOn: '2024-03-03' }, ['2024-02-29']) // 4
 */
export function countWorkingDays({ startsOn, endsOn }: Days, holidays: readonly IsoDate[]): number {
  const [first, last] = [dayNumber(startsOn), dayNumber(endsOn)]
  let days = 0
  for (let day = first; day <= last; day += 1) if (weekdayOfNumber(day) <= 5) days += 1
  for (const holiday of new Set(holidays)) {
    const day = dayNumber(holiday)
    if (day >= first && day <= last && weekdayOfNumber(day) <= 5) days -= 1
  }
  return days
}

/** Since when and until when somebody sells; null: always. */
export interface SellingTime {
  hiredOn: IsoDate | null
  leftOn: IsoDate | null
}

/**
 * Counts how many people sold on an average day of a span.
 *
 * @param span first and last day, both included
 * @param people those who sell, each with first and last day of work
 * @returns 0 or more, with decimals: who came or left within the span counts for their days
 * @missing a person without a first day has always been there, without a last day stays
 * @example countHeads({ startsOn: '2026-04-01', endsOn: '2026-04-30' }, [{ hiredOn: '2026-04-16', leftOn: null }]) // 0.5
 */
export function countHeads({ startsOn, endsOn }: Days, people: readonly SellingTime[]): number {
  const [first, last] = [dayNumber(startsOn), dayNumber(endsOn)]
  const days = people.reduce((sum, { hiredOn, leftOn }) => {
    const from = hiredOn === null ? first : Math.max(first, dayNumber(hiredOn))
    const to = leftOn === null ? last : Math.min(last, dayNumber(leftOn))
    return sum + Math.max(0, to - from + 1)
  }, 0)
  return days / (last - first + 1)
}

interface DriversInput {
  /** Complete periods of the history, then the coming ones, in order without gaps. */
  past: readonly Days[]
  future: readonly Days[]
  holidays: readonly IsoDate[]
  people: readonly SellingTime[]
  /** Values pasted, each for the period that begins on its day or holds it. */
  pasted: readonly { driver: string; startsOn: IsoDate; value: number }[]
}

/**
 * Puts together every driver there is, with its values in the past and in the coming periods.
 *
 * Working days and headcount are known ahead: by the calendar, and by who has been hired or is to leave. Of a pasted driver a period takes
 * the mean of the values whose days lie in it, so that monthly values serve quarters.
 *
 * @param input periods, days off, people who sell, pasted values
 * @returns working days, headcount when there is anybody, then the pasted ones by name
 * @missing null where no pasted value lies in a period: it isn't known, and nothing is put in its place
 * @example listDrivers({ past: [march], future: [], holidays: [], people: [], pasted: [] })[0]?.past // [21]
 */
export function listDrivers(input: DriversInput): Driver[] {
  const values = (of: (period: Days) => number | null) => {
    const future = input.future.map(of)
    return { past: input.past.map(of), future, missingFuture: future.filter((value) => value === null).length }
  }
  const names = [...new Set(input.pasted.map((each) => each.driver))].toSorted()
  return [
    { id: 'workingDays', isOwn: true, ...values((period) => countWorkingDays(period, input.holidays)) },
    ...(input.people.length === 0
      ? []
      : [{ id: 'headcount', isOwn: true, ...values((period) => countHeads(period, input.people)) }]),
    ...names.map((name) => {
      const own = input.pasted.filter((each) => each.driver === name)
      return { id: name, isOwn: false, ...values((period) => meanWithin(own, period)) }
    })
  ]
}

function meanWithin(
  values: readonly { startsOn: IsoDate; value: number }[],
  { startsOn, endsOn }: Days
): number | null {
  const within = values.filter((each) => each.startsOn >= startsOn && each.startsOn <= endsOn)
  return within.length === 0 ? null : within.reduce((sum, each) => sum + each.value, 0) / within.length
}
