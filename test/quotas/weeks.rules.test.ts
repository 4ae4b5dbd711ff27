// Weeks from months: by hand in a plain year and in one of 53 weeks, and the law that nothing is lost.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spreadOverWeeks } from '#shared/quotas/weeks.ts'
import { dayNumber, isoDate, weekdayOfNumber } from '#shared/units/date.ts'
import { type FiscalCalendar, periodsOfYear } from '#shared/units/period.ts'

const isWeekday = (day: number) => weekdayOfNumber(day) <= 5
const plain: FiscalCalendar = { startMonth: 1, pattern: 'months', weekStart: 1 }
const retail: FiscalCalendar = { startMonth: 2, pattern: '445', weekStart: 7 }
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
const months = (year: number, calendar: FiscalCalendar, amounts: readonly number[]) =>
  periodsOfYear(year, 'month', calendar).map((month, at) => ({ ...month, amountMinor: amounts[at] ?? 0 }))

describe('weeks', () => {
  it('a week in one month is five of its working days, one across two takes from both', () => {
    // January 2027 has 21 working days (Friday the 1st to Friday the 29th), February 20.
    const weeks = periodsOfYear(2027, 'week', plain)
    const amounts = spreadOverWeeks(months(2027, plain, [2100, 4000]), weeks, isWeekday)
    expect(amounts.slice(0, 6)).toEqual([100, 500, 500, 500, 500, 1000])
    expect(weeks[0]?.startsOn).toBe('2027-01-01')
  })

  it('holidays move the amount to the days that are worked', () => {
    const weeks = periodsOfYear(2027, 'week', plain)
    const closed = new Set([dayNumber(isoDate(2027, 1, 1)), dayNumber(isoDate(2027, 1, 6))])
    const amounts = spreadOverWeeks(months(2027, plain, [1900]), weeks, (day) => isWeekday(day) && !closed.has(day))
    expect(amounts.slice(0, 3)).toEqual([0, 400, 500])
  })

  it('a month without a working day lies on all its days', () => {
    const weeks = periodsOfYear(2027, 'week', plain)
    expect(sum(spreadOverWeeks(months(2027, plain, [310]), weeks, () => false).slice(0, 5))).toBe(310)
  })

  it.each([
    ['a plain year', 2027, plain, 53],
    ['4-4-5 with 53 weeks', 2029, retail, 53],
    ['4-4-5 with 52', 2027, retail, 52]
  ] as const)('law: %s adds up and nothing is negative', (_, year, calendar, count) => {
    const weeks = periodsOfYear(year, 'week', calendar)
    expect(weeks).toHaveLength(count)
    fc.assert(
      fc.property(fc.array(fc.nat(1e12), { minLength: 12, maxLength: 12 }), (amounts) => {
        const spread = spreadOverWeeks(months(year, calendar, amounts), weeks, isWeekday)
        expect(sum(spread)).toBe(sum(amounts))
        return spread.every((minor) => minor >= 0 && Number.isSafeInteger(minor))
      }),
      { numRuns: 40 }
    )
  })

  it('refuses weeks of another year', () => {
    expect(() => spreadOverWeeks(months(2027, plain, []), periodsOfYear(2026, 'week', plain), isWeekday)).toThrow(
      RangeError
    )
  })
})
