// Dates of workbooks: which number formats show one, and the ISO text of the number behind it, held against JavaScript's own calendar.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateShapeOf, serialToIso, tidyIso } from '#shared/import/serial-dates.ts'

describe('dateShapeOf', () => {
  test.each([
    ['dd/mm/yyyy', 'date'],
    ['[$-C0A]d" de "mmmm" de "yyyy;@', 'date'],
    ['mmm-yy', 'date'],
    ['yyyy\\-mm\\-dd\\ hh:mm', 'date'],
    ['m', 'date'],
    ['hh:mm', 'time'],
    ['h:mm AM/PM', 'time'],
    ['mm:ss.0', 'time'],
    ['[h]:mm:ss', 'elapsed'],
    ['General', 'none'],
    ['[BLUE]GENERAL', 'none'],
    ['@', 'none'],
    ['0.00', 'none'],
    ['0.00E+00', 'none'],
    ['#,##0 "días"', 'none'],
    ['0 "days"', 'none'],
    ['#,##0.00 [$USD];[Red]-#,##0.00 [$USD]', 'none'],
    ['_-* #,##0.00\\ "€"_-', 'none'],
    ['"mdy"0', 'none']
  ])('%s: %s', (code, shape) => {
    expect(dateShapeOf(164, code)).toBe(shape)
  })
  test('built-in formats are known by their number', () => {
    const shapes = [0, 1, 2, 9, 13, 14, 17, 18, 21, 22, 45, 46, 47, 49].map((id) => dateShapeOf(id, null))
    expect(shapes.join(' ')).toBe('none none none none none date date time time date time elapsed time none')
  })
})

describe('serialToIso', () => {
  test('examples', () => {
    expect(serialToIso(43_831.75, 'date', false)).toBe('2020-01-01T18:00:00')
    expect(serialToIso(1, 'date', false)).toBe('1900-01-01')
    expect(serialToIso(59, 'date', false)).toBe('1900-02-28')
    expect(serialToIso(60, 'date', false)).toBeNull()
    expect(serialToIso(61, 'date', false)).toBe('1900-03-01')
    expect(serialToIso(0, 'date', true)).toBe('1904-01-01')
    expect(serialToIso(0, 'date', false)).toBeNull()
    expect(serialToIso(0, 'time', false)).toBe('00:00:00')
    expect(serialToIso(1.5, 'elapsed', false)).toBe('36:00:00')
    expect(serialToIso(2_958_465, 'date', false)).toBe('9999-12-31')
    expect(serialToIso(2_958_466, 'date', false)).toBeNull()
    expect(serialToIso(-1, 'date', false)).toBeNull()
  })
  test('is the day that JavaScript counts, in both calendars', () => {
    const day = (start: number, days: number): string => new Date(start + days * 86_400_000).toISOString().slice(0, 10)
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_900_000 }), (serial) => {
        expect(serialToIso(serial, 'date', false)).toBe(day(Date.UTC(1899, 11, 30), serial))
        expect(serialToIso(serial, 'date', true)).toBe(day(Date.UTC(1904, 0, 1), serial))
      })
    )
  })
  test('gives back every second of a day, though a day has no exact share of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_000, max: 60_000 }), fc.integer({ min: 0, max: 86_399 }), (day, second) => {
        const expected = new Date(Date.UTC(1899, 11, 30) + (day * 86_400 + second) * 1000).toISOString()
        const found = serialToIso(day + second / 86_400, 'date', false)
        expect(found).toBe(second === 0 ? expected.slice(0, 10) : expected.slice(0, 19))
      })
    )
  })
})

test('tidyIso: a day without its zeros, no zone, no parts of seconds', () => {
  expect(tidyIso('2024-01-31T00:00:00.000Z')).toBe('2024-01-31')
  expect(tidyIso('2024-01-31T10:20')).toBe('2024-01-31T10:20:00')
  expect(tidyIso('2024-01-31T10:20:30.5')).toBe('2024-01-31T10:20:30')
  expect(tidyIso('10:10:10')).toBe('10:10:10')
})
