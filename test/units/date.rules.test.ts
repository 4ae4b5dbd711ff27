// Days: reading, arithmetic over 29 February, and laws that hold for every day.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  dayNumber,
  daysBetween,
  daysInMonth,
  fromDayNumber,
  isAfter,
  isBefore,
  isLeapYear,
  isoDate,
  isWithin,
  parseIsoDate,
  weekdayOf,
  weekdayOfNumber
} from '#shared/units/date.ts'

const anyDay = fc.integer({ min: -700_000, max: 2_900_000 }).map(fromDayNumber)

describe('reading a day', () => {
  it.each(['2028-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('takes %s', (text) => {
    expect(parseIsoDate(text)).toBe(text)
  })
  it.each([
    '2027-02-29',
    '1900-02-29',
    '2027-13-01',
    '2027-00-10',
    '2027-04-31',
    '2027-4-1',
    '01/02/2027',
    '',
    '0000-01-01'
  ])('refuses %s', (text) => expect(parseIsoDate(text)).toBeUndefined())
  it('makes a day from its parts, and only a real one', () => {
    expect(isoDate(2027, 3, 5)).toBe('2027-03-05')
    expect(() => isoDate(2027, 2, 29)).toThrow('There is no day 2027-2-29')
  })
})

describe('arithmetic', () => {
  it('steps over and onto 29 February', () => {
    expect(isLeapYear(2024)).toBe(true)
    expect(daysInMonth(2024, 2)).toBe(29)
    expect(addDays(isoDate(2024, 2, 28), 1)).toBe('2024-02-29')
    expect(addDays(isoDate(2023, 2, 28), 1)).toBe('2023-03-01')
    expect(daysBetween(isoDate(2024, 2, 28), isoDate(2024, 3, 1))).toBe(2)
    expect(addMonths(isoDate(2024, 2, 29), 12)).toBe('2025-02-28')
  })
  it('keeps to the end of a shorter month', () => {
    expect(addMonths(isoDate(2027, 1, 31), 1)).toBe('2027-02-28')
    expect(addMonths(isoDate(2027, 1, 15), -1)).toBe('2026-12-15')
    expect(addMonths(isoDate(2027, 1, 15), -13)).toBe('2025-12-15')
  })
  it('numbers days as the calendar of the platform does', () => {
    expect(dayNumber(isoDate(2000, 3, 1))).toBe(11017)
    expect(fromDayNumber(11017)).toBe('2000-03-01')
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(dayNumber(day)).toBe(Date.parse(`${day}T00:00:00Z`) / 86_400_000)
      })
    )
  })
  it('goes there and back for every day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, steps) => {
        expect(addDays(addDays(day, steps), -steps)).toBe(day)
        expect(daysBetween(day, addDays(day, steps))).toBe(steps)
      })
    )
  })
  it('knows the day of the week', () => {
    expect(weekdayOf(isoDate(2026, 11, 12))).toBe(4)
    expect(weekdayOfNumber(0)).toBe(4)
    expect(weekdayOfNumber(-4)).toBe(7)
    fc.assert(fc.property(anyDay, (day) => weekdayOf(day) === ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1))
  })
})

describe('order', () => {
  it('compares days and spans with open ends', () => {
    expect(isBefore(isoDate(2026, 1, 1), isoDate(2026, 1, 2))).toBe(true)
    expect(isAfter(isoDate(2026, 1, 1), isoDate(2026, 1, 2))).toBe(false)
    expect(isWithin(isoDate(2026, 5, 1), isoDate(2026, 5, 1), null)).toBe(true)
    expect(isWithin(isoDate(2026, 5, 2), undefined, isoDate(2026, 5, 1))).toBe(false)
  })
})
