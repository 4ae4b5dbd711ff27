// Weeks of a year of monthly quotas: a month's amount lies evenly on its working days, and a week is the sum of its days.
import { dayNumber, type IsoDate } from '../units/date.ts'

interface Span {
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
}

/**
 * Spreads the months of a year over its weeks by working days.
 *
 * Every working day of a month carries the same part of it; in a month without any, every day does. Weeks are cut from the running total,
 * rounded at each week's end, so that they add up to the months exactly and none is off by a whole minor unit.
 *
 * @param months in order, without gaps, each with whole minor units of 0 or more
 * @param weeks in order, together the same days as the months
 * @param isWorkingDay of a day number (see units/date)
 * @returns one amount a week
 * @errors RangeError when weeks and months don't span the same days
 * @example spreadOverWeeks([{ startsOn, endsOn, amountMinor: 2200 }], weeks, isWeekday)[0] // 500
 */
export function spreadOverWeeks(
  months: readonly (Span & { readonly amountMinor: number })[],
  weeks: readonly Span[],
  isWorkingDay: (day: number) => boolean
): number[] {
  const [first, last] = [months[0], months.at(-1)]
  if (first?.startsOn !== weeks[0]?.startsOn || last?.endsOn !== weeks.at(-1)?.endsOn)
    throw new RangeError('The weeks and the months of a year are the same days')
  const perDay = new Map<number, number>()
  for (const { startsOn, endsOn, amountMinor } of months) {
    const days = Array.from(
      { length: dayNumber(endsOn) - dayNumber(startsOn) + 1 },
      (_, at) => dayNumber(startsOn) + at
    )
    const working = days.filter(isWorkingDay)
    const carrying = working.length > 0 ? working : days
    for (const day of carrying) perDay.set(day, amountMinor / carrying.length)
  }
  const total = months.reduce((sum, month) => sum + month.amountMinor, 0)
  let [running, given] = [0, 0]
  return weeks.map((week, at) => {
    for (let day = dayNumber(week.startsOn); day <= dayNumber(week.endsOn); day += 1) running += perDay.get(day) ?? 0
    // The last week closes the year, whatever binary fractions have come to.
    const until = at === weeks.length - 1 ? total : Math.round(running)
    const amount = until - given
    given = until
    return amount
  })
}
