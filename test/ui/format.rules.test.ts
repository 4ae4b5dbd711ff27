// Numbers, money, dates and periods in English, Spanish and currencies of 0, 2 and 3 decimals; and typed numbers read back.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnMoneyDigits, makeFormat } from '../../src/renderer/ui/make-format.ts'
import {
  parseTypedDate,
  parseTypedMoney,
  parseTypedNumber,
  parseTypedPercent
} from '../../src/renderer/ui/parse-typed.ts'
import { isoDate } from '../../src/shared/units/date.ts'
import { currencyCode, minorDigits } from '../../src/shared/units/money.ts'
import { periodOf } from '../../src/shared/units/period.ts'

const words = {
  year: (year: string) => `FY${year}`,
  half: (index: number, year: string) => `H${index} FY${year}`,
  quarter: (index: number, year: string) => `Q${index} FY${year}`,
  month: (index: number, year: string) => `M${index} FY${year}`,
  week: (index: number, year: string) => `W${index} FY${year}`,
  short: (grain: string, index: number) => `${grain[0]}${index}`
}
const en = makeFormat({ language: 'en', numberLocale: 'en-GB', words })
const es = makeFormat({ language: 'es', numberLocale: 'es-ES', words })
const euro = currencyCode('EUR')
const yen = currencyCode('JPY')
const dinar = currencyCode('KWD')
/** Intl puts no-break spaces; a reader of the test should not have to see them. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('money', () => {
  test('leaves minor units out from 10,000 up and keeps them below', () => {
    expect(en.money(999_999, euro)).toBe('€9,999.99')
    expect(en.money(1_000_000, euro)).toBe('€10,000')
    expect(en.money(184_734_550, euro)).toBe('€1,847,346')
    expect(en.moneyInFull(184_734_550, euro)).toBe('€1,847,345.50')
  })

  test('follows the decimals of the currency', () => {
    expect(en.money(5000, yen)).toBe('¥5,000')
    expect(en.moneyInFull(123_456, yen)).toBe('¥123,456')
    expect(plain(en.money(1234, dinar))).toBe('KWD 1.234')
    expect(en.money(1234, dinar, { isBare: true })).toBe('1.234')
  })

  test('is written the Spanish way', () => {
    expect(plain(es.money(123_450, euro))).toBe('1.234,50 €')
    expect(plain(es.money(184_734_550, euro))).toBe('1.847.346 €')
    expect(plain(es.money(5000, yen))).toMatch(/^5\.000 (¥|JPY)$/)
  })

  test('a change shows its sign, with a true minus', () => {
    expect(en.signedMoney(4_060_000, euro, { isBare: true })).toBe('+40,600')
    expect(en.signedMoney(-4_060_000, euro, { isBare: true })).toBe('\u221240,600')
    expect(en.signedMoney(0, euro, { isBare: true })).toBe('0')
  })

  test('a column shows the same decimals in every row', () => {
    expect(columnMoneyDigits([100, 999_999], euro)).toBe(2)
    expect(columnMoneyDigits([100, -1_000_000], euro)).toBe(0)
    expect(columnMoneyDigits([100, 5000, 0], euro)).toBe(0)
    expect(columnMoneyDigits([100, 1_000_000], yen)).toBe(0)
  })
})

test('percent and numbers', () => {
  expect(en.percent(0.613)).toBe('61%')
  expect(plain(es.percent(0.613, 1))).toBe('61,3 %')
  expect(en.signedPercent(-0.08)).toBe('\u22128%')
  expect(en.number(1234.5, 1)).toBe('1,234.5')
  expect(es.number(1234)).toBe('1.234')
  // British English writes m or M, depending on the version of the locale data.
  expect(en.compact(1_240_000)).toMatch(/^1\.2M$/i)
})

test('dates and periods', () => {
  const day = isoDate(2026, 11, 12)
  expect(en.date(day)).toBe('12 Nov 2026')
  expect(es.date(day)).toBe('12 nov 2026')
  const calendar = { startMonth: 4, pattern: 'months', weekStart: 1 } as const
  expect(en.period(periodOf(day, 'quarter', calendar))).toBe('Q3 FY2027')
  expect(en.period(periodOf(day, 'month', calendar))).toBe('Nov 2026')
  expect(en.periodShort(periodOf(day, 'quarter', calendar))).toBe('q3')
  const weeks = makeFormat({ language: 'en', numberLocale: 'en-GB', words, calendarPattern: '445' })
  expect(weeks.period(periodOf(day, 'month', { ...calendar, pattern: '445' }))).toMatch(/^M\d+ FY2027$/)
})

test('a number locale nobody knows falls back on the language', () => {
  expect(makeFormat({ language: 'es', numberLocale: 'not a locale', words }).number(1234)).toBe('1.234')
})

test('dates keep to the language when numbers follow another country', () => {
  expect(makeFormat({ language: 'es', numberLocale: 'en-US', words }).monthYear(isoDate(2027, 3, 1))).toBe('mar 2027')
})

describe('what is typed', () => {
  test.each([
    ['1,234.56', '.', 1234.56],
    ['1.234,56', ',', 1234.56],
    ['1 234', '.', 1234],
    ['€1,000', '.', 1000],
    ['1000 EUR', '.', 1000],
    ['(250)', '.', -250],
    ['\u22125', '.', -5],
    ['.5', '.', 0.5],
    ['1.234', ',', 1234],
    ['1.5', ',', undefined],
    ['1,5', '.', undefined],
    ['1,23,456', '.', undefined],
    ['1.2.3', '.', undefined],
    ['abc', '.', undefined],
    ['', '.', undefined]
  ])('%j with decimal sign %j is %s', (text, sign, value) => {
    expect(parseTypedNumber(text, sign)).toBe(value)
  })

  test('percent is a ratio without the error of binary fractions', () => {
    expect(parseTypedPercent('7.1%', '.')).toBe(0.071)
    expect(parseTypedPercent('110', '.')).toBe(1.1)
  })

  test('money shown in full is read back as the same amount, in both locales and any currency', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom(euro, yen, dinar), (minor, currency) => {
        for (const format of [en, es]) {
          const text = format.money(minor, currency, { isBare: true, digits: minorDigits(currency) })
          expect(parseTypedMoney(text, currency, format.decimalSign)).toBe(minor === 0 ? 0 : minor)
        }
      })
    )
  })

  test('dates: ISO, and day before month', () => {
    expect(parseTypedDate('2027-03-31')).toBe('2027-03-31')
    expect(parseTypedDate('31/3/2027')).toBe('2027-03-31')
    expect(parseTypedDate('31.02.2027')).toBeUndefined()
    expect(parseTypedDate('3/31/2027')).toBeUndefined()
  })
})
