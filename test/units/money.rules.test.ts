// Money: minor units of currencies with 0, 2 and 3 decimals, and splitting without losing a cent.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  currencies,
  currencyCode,
  isCurrencyCode,
  minorDigits,
  minorPerUnit,
  parseCurrencyCode,
  splitMinor,
  toMinor,
  toUnits
} from '#shared/units/money.ts'

const eur = currencyCode('EUR')
const jpy = currencyCode('JPY')
const kwd = currencyCode('KWD')
const anyTotal = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 })
const anyWeight = fc.oneof(fc.integer({ min: 0, max: 1_000_000 }), fc.double({ min: 0, max: 1e6, noNaN: true }))
const someWeights = fc.array(anyWeight, { minLength: 1, maxLength: 40 }).filter((weights) => weights.some((w) => w > 0))
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

describe('currencies', () => {
  it.each([
    ['JPY', 0],
    ['EUR', 2],
    ['KWD', 3],
    ['CLP', 0],
    ['MXN', 2],
    ['UYW', 4]
  ])('%s has %i decimals', (code, digits) => expect(minorDigits(currencyCode(code))).toBe(digits))

  it('are listed once each, in order', () => {
    expect([...currencies].sort()).toEqual(currencies)
    expect(new Set(currencies).size).toBe(currencies.length)
  })
  it('are read in any case and refused when unknown', () => {
    expect(parseCurrencyCode(' eur ')).toBe('EUR')
    expect(parseCurrencyCode('EURO')).toBeUndefined()
    expect([isCurrencyCode('EUR'), isCurrencyCode('eur')]).toEqual([true, false])
    expect(() => currencyCode('XXX')).toThrow('"XXX" is not a currency of ISO 4217')
  })
})

describe('minor units', () => {
  it('follow the currency', () => {
    expect(minorPerUnit(eur)).toBe(100)
    expect(toMinor(1250, jpy)).toBe(1250)
    expect(toMinor(12.345, kwd)).toBe(12345)
    expect(toUnits(1250, eur)).toBe(12.5)
    expect(toUnits(1250, jpy)).toBe(1250)
  })
  it('take the number as the decimal a person reads', () => {
    expect(toMinor(1.005, eur)).toBe(101)
    expect(toMinor(-1.005, eur)).toBe(-101)
    expect(toMinor(0.1 + 0.2, eur)).toBe(30)
    expect(toMinor(1e-9, eur)).toBe(0)
    expect(Object.is(toMinor(-1e-9, eur), 0)).toBe(true)
  })
  it('refuse what cannot be counted', () => {
    expect(() => toMinor(Number.NaN, eur)).toThrow(RangeError)
    expect(() => toMinor(1e15, eur)).toThrow("1000000000000000 EUR can't be counted in minor units")
  })
  it('go there and back for every whole amount', () => {
    fc.assert(
      fc.property(
        anyTotal,
        fc.constantFrom(eur, jpy, kwd),
        (m, currency) => toMinor(toUnits(m, currency), currency) === m
      )
    )
  })
})

describe('splitting', () => {
  it('gives the spare cent to the first of three equals', () => {
    expect(splitMinor(10000, [1, 1, 1])).toEqual([3334, 3333, 3333])
  })
  it('gives spare cents to the largest remainders, in order of loss', () => {
    expect(splitMinor(100, [47, 16, 15.8, 12, 6.1, 3.1])).toEqual([47, 16, 16, 12, 6, 3])
    expect(splitMinor(10, [0.1, 0.2, 0.3])).toEqual([2, 3, 5])
  })
  it('splits a negative amount as the positive one', () => {
    expect(splitMinor(-10000, [1, 1, 1])).toEqual([-3334, -3333, -3333])
  })
  it('lets a weight of 0 or below take nothing', () => {
    expect(splitMinor(101, [0, 1, -5, 1])).toEqual([0, 51, 0, 50])
  })
  it('says when there is nobody to share with', () => {
    expect(() => splitMinor(100, [0, -1])).toThrow("An amount of 100 can't be split: no weight is above 0")
    expect(() => splitMinor(100, [])).toThrow(RangeError)
    expect(() => splitMinor(100.5, [1])).toThrow('100.5 is not a whole number of minor units')
    expect(() => splitMinor(100, [Number.NaN])).toThrow('NaN is not a weight')
    expect(splitMinor(0, [0, 0])).toEqual([0, 0])
  })
  it('stays exact for amounts and weights far apart in size', () => {
    const parts = splitMinor(Number.MAX_SAFE_INTEGER, [1e-12, 1e12, 3])
    expect(parts.map(BigInt).reduce((a, b) => a + b, 0n)).toBe(BigInt(Number.MAX_SAFE_INTEGER))
  })

  it('law: the parts add up to the total', () => {
    fc.assert(fc.property(anyTotal, someWeights, (total, weights) => sum(splitMinor(total, weights)) === total))
  })
  it('law: no part is more than one minor unit from its exact share', () => {
    fc.assert(
      fc.property(anyTotal, someWeights, (total, weights) => {
        const all = sum(weights)
        splitMinor(total, weights).forEach((part, at) => {
          expect(Math.abs(part - (total * (weights[at] ?? 0)) / all)).toBeLessThan(1.001)
        })
      })
    )
  })
  it('law: who weighs more never gets less', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), someWeights, (total, weights) => {
        const pairs = splitMinor(total, weights).map((part, at) => ({ part, weight: weights[at] ?? 0 }))
        pairs.sort((a, b) => a.weight - b.weight || a.part - b.part)
        for (let at = 1; at < pairs.length; at += 1) {
          expect(pairs[at]?.part).toBeGreaterThanOrEqual(
            (pairs[at - 1]?.part ?? 0) - (pairs[at]?.weight === pairs[at - 1]?.weight ? 1 : 0)
          )
        }
      })
    )
  })
  it('law: only the proportions of weights count', () => {
    const whole = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 20 }).filter((weights) => sum(weights) > 0)
    fc.assert(
      fc.property(anyTotal, whole, fc.integer({ min: 1, max: 99 }), (total, weights, factor) => {
        expect(
          splitMinor(
            total,
            weights.map((w) => w * factor)
          )
        ).toEqual(splitMinor(total, weights))
      })
    )
  })
})
