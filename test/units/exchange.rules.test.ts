// Converting money at a rate: exact, with the decimals of both currencies, halves away from zero.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { currencyCode } from '#shared/units/currency.ts'
import { convertMinor } from '#shared/units/exchange.ts'

const [eur, usd, jpy, kwd] = ['EUR', 'USD', 'JPY', 'KWD'].map(currencyCode) as [
  ReturnType<typeof currencyCode>,
  ReturnType<typeof currencyCode>,
  ReturnType<typeof currencyCode>,
  ReturnType<typeof currencyCode>
]

describe('convertMinor', () => {
  test('counts in the decimals of both currencies', () => {
    expect(convertMinor(100_000, usd, jpy, '151.37')).toBe(151_370)
    expect(convertMinor(151_370, jpy, usd, '151.37', true)).toBe(100_000)
    expect(convertMinor(1_000, kwd, eur, '3')).toBe(300)
    expect(convertMinor(10, eur, kwd, '0.335')).toBe(34)
  })
  test('rounds halves away from zero', () => {
    expect(convertMinor(1, usd, eur, '0.5')).toBe(1)
    expect(convertMinor(-1, usd, eur, '0.5')).toBe(-1)
    expect(convertMinor(1, usd, eur, '0.49999')).toBe(0)
    expect(convertMinor(-1, usd, eur, '0.4')).toBe(0)
    // 1.005 has no exact binary form: in floating point this would be 100.
    expect(convertMinor(100, usd, eur, '1.005')).toBe(101)
  })
  test('says when an amount is too large, and refuses what is no rate', () => {
    expect(convertMinor(Number.MAX_SAFE_INTEGER, usd, eur, '2')).toBeUndefined()
    for (const rate of ['0', '0.000', '', '-1', '1,2', '1e3'])
      expect(() => convertMinor(1, usd, eur, rate)).toThrow(RangeError)
  })
  test('at a whole rate there and back is the same amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 1000 }), (amount, rate) => {
        const there = convertMinor(amount, usd, eur, String(rate))
        expect(there).toBe(amount * rate + 0)
        expect(convertMinor(there ?? 0, eur, usd, String(rate), true)).toBe(amount + 0)
      })
    )
  })
})
