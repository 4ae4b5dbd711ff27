// Where the open deals are expected: each in its month by its close date, or by how long deals usually take where that is past or not set.
import { sum } from '#shared/math/sum.ts'
import { type IsoDate, monthOf, yearOf } from '#shared/units/date.ts'
import { splitMinor } from '#shared/units/money.ts'
import type { Period } from '#shared/units/period.ts'

export interface OpenDeal {
  readonly createdOn: IsoDate | null
  readonly closeOn: IsoDate | null
  readonly amountMinor: number | null
}

interface PlacingInput {
  readonly deals: readonly OpenDeal[]
  /** Months from the running one on, in order. */
  readonly months: readonly Pick<Period, 'key' | 'startsOn' | 'endsOn'>[]
  readonly dataAsOf: IsoDate
  /** Null: it isn't known how many deals are won, so nothing is expected of any. */
  readonly chanceRatio: number | null
  /** Part of won deals that closed so many months after they were made. */
  readonly closeLagRatios: readonly number[]
}

export interface PlacedDeals {
  readonly byMonthMinor: ReadonlyMap<string, number>
  readonly expectedMinor: number
  readonly withoutAmount: number
  readonly placedByAge: number
}

/**
 * Places what open deals are expected to bring in months.
 *
 * A deal with a close date that hasn't passed counts in that month. Others count where deals of their age close: the lags of won deals that are
 * longer than what has passed already, each by its part; a deal older than any won one counts in the first month. A deal that isn't known to
 * have been made some day is taken as made on the last day of the data.
 *
 * @param input deals as they stand, minor units of one currency
 * @returns expected amounts by month, whole minor units, and what was placed how
 * @missing no chance: nothing is expected; a deal without an amount counts as nothing and is counted in `withoutAmount`
 * @source conditional distribution of the time to close given the age reached
 * @example placeOpenDeals({ deals: [], months, dataAsOf, chanceRatio: 0.3, closeLagRatios: [1] }).expectedMinor // 0
 */
export function placeOpenDeals(input: PlacingInput): PlacedDeals {
  const { deals, months, dataAsOf, chanceRatio, closeLagRatios } = input
  const exact = new Map<string, number>()
  let [withoutAmount, placedByAge, beyond] = [0, 0, 0]
  const add = (at: number, amount: number): void => {
    const key = months[at]?.key
    if (key === undefined) beyond += amount
    else exact.set(key, (exact.get(key) ?? 0) + amount)
  }
  for (const { createdOn, closeOn, amountMinor } of deals) {
    if (amountMinor === null) withoutAmount += 1
    const expected = (amountMinor ?? 0) * (chanceRatio ?? 0)
    if (closeOn !== null && closeOn > dataAsOf) {
      const at = months.findIndex((month) => month.startsOn <= closeOn && closeOn <= month.endsOn)
      add(at < 0 ? months.length : at, expected)
      continue
    }
    placedByAge += 1
    const age = createdOn === null ? 0 : Math.max(0, monthsBetween(createdOn, dataAsOf))
    const left = closeLagRatios.slice(age)
    const whole = sum(left)
    if (whole === 0) add(0, expected)
    else for (const [at, ratio] of left.entries()) add(at, (expected * ratio) / whole)
  }
  const keys = [...exact.keys()]
  const amounts = keys.map((key) => exact.get(key) ?? 0)
  const inMonths = Math.round(sum(amounts))
  const parts = inMonths > 0 ? splitMinor(inMonths, amounts) : amounts.map(() => 0)
  return {
    byMonthMinor: new Map(keys.map((key, at) => [key, parts[at] ?? 0])),
    expectedMinor: Math.max(0, inMonths) + Math.round(beyond),
    withoutAmount,
    placedByAge
  }
}

const monthsBetween = (from: IsoDate, to: IsoDate): number =>
  (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from)
