// The exact arithmetic under pay, days of participation, tiers, and what is typed in percent: values by table.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTypedDecimal, shiftDecimal, showDecimal } from '../../src/renderer/compensation/decimal-text.ts'
import { payMarginal, payRunning, payWhole, tierAt } from '../../src/shared/compensation/components/tiers.ts'
import { readCurve } from '../../src/shared/compensation/curves/index.ts'
import {
  add,
  compare,
  decimal,
  divideBy,
  fraction,
  fromText,
  isDecimalText,
  multiply,
  negate,
  roundHalfUp,
  smaller,
  subtract,
  toNumber,
  toText,
  whole
} from '../../src/shared/compensation/fraction.ts'
import { checkPlanRules, makePlanRules, parsePlanRules } from '../../src/shared/compensation/index.ts'
import {
  countDays,
  lengthOf,
  partsTaken,
  takesPartOn,
  withinEmployment
} from '../../src/shared/compensation/participation.ts'
import { wordsFormat } from '../../src/shared/compensation/sentences/format.ts'
import { currencyCode } from '../../src/shared/units/money.ts'
import { periodsOfYear } from '../../src/shared/units/period.ts'
import { calendar, day, member, sellerId } from './company.ts'
import { slopes } from './rules-of.ts'

const [year2027] = periodsOfYear(2027, 'year', calendar)
if (year2027 === undefined) throw new Error('a year has a year')

describe('fractions', () => {
  it('are reduced, with a positive denominator', () => {
    expect(toText(fraction(6n, -4n))).toBe('-3/2')
    expect(toText(decimal('0.075'))).toBe('3/40')
    expect(toText(decimal('0.50'))).toBe('1/2')
    expect(toText(whole(7))).toBe('7')
    expect(compare(decimal('0.5'), fraction(1n, 2n))).toBe(0)
    expect(compare(fromText('-3/2'), decimal('-1.5'))).toBe(0)
    expect(toText(add(decimal('0.1'), decimal('0.2')))).toBe('3/10')
    expect(toText(subtract(decimal('0.3'), decimal('0.1')))).toBe('1/5')
    expect(toText(multiply(decimal('0.75'), decimal('1.15')))).toBe('69/80')
    expect(toText(divideBy(whole(1), whole(3)))).toBe('1/3')
    expect(toText(negate(whole(2)))).toBe('-2')
    expect(toText(smaller(whole(2), whole(1)))).toBe('1')
    expect(toNumber(fraction(1n, 3n))).toBe(0.3333333333333333)
  })

  it.each([
    ['1/2', 1],
    ['-1/2', -1],
    ['5/2', 3],
    ['-5/2', -3],
    ['49/100', 0],
    ['-49/100', 0],
    ['1/3', 0]
  ])('round halves away from zero: %s is %d', (text, rounded) => {
    expect(Object.is(roundHalfUp(fromText(text)), rounded)).toBe(true)
  })

  it('refuse what is not exact', () => {
    expect(() => fraction(1n, 0n)).toThrow(RangeError)
    expect(() => whole(0.5)).toThrow(RangeError)
    expect(() => decimal('1,5')).toThrow(RangeError)
    expect(() => fromText('1.5')).toThrow(RangeError)
    expect(() => roundHalfUp(whole(2 ** 52).n > 0n ? multiply(whole(2 ** 52), whole(4)) : whole(0))).toThrow(RangeError)
    expect(['1,5', '', '.5', '1e3', '1234567890123'].filter(isDecimalText)).toEqual([])
  })

  it('keep the laws of arithmetic where binary numbers do not', () => {
    const part = fc.tuple(fc.bigInt(-1000n, 1000n), fc.bigInt(1n, 1000n)).map(([n, d]) => fraction(n, d))
    fc.assert(
      fc.property(part, part, part, (a, b, c) => {
        expect(add(add(a, b), c)).toEqual(add(a, add(b, c)))
        expect(subtract(add(a, b), b)).toEqual(a)
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)))
        if (b.n !== 0n) expect(multiply(divideBy(a, b), b)).toEqual(a)
      })
    )
  })
})

describe('tiers', () => {
  const tiers = [
    { from: whole(0), rate: decimal('0.1') },
    { from: whole(1_000_000), rate: decimal('0.2') }
  ]
  it('pay the parts, the whole, and what a total adds', () => {
    expect(toText(payMarginal(tiers, whole(1_500_000)).pay)).toBe('200000')
    expect(toText(payMarginal(tiers, whole(-1_500_000)).pay)).toBe('-200000')
    expect(toText(payWhole(tiers, whole(1_000_000), 'upper').pay)).toBe('200000')
    expect(toText(tierAt(tiers, whole(1_000_000), 'upper').rate)).toBe('1/5')
    expect(toText(tierAt(tiers, whole(1_000_000), 'lower').rate)).toBe('1/10')
    expect(() => tierAt([], whole(1), 'upper')).toThrow(RangeError)
  })

  it('a running total goes down and through zero the way it came', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -3_000_000, max: 3_000_000 }),
        fc.integer({ min: -3_000_000, max: 3_000_000 }),
        (a, b) => {
          const there = payRunning(tiers, whole(a), whole(b)).pay
          expect(add(there, payRunning(tiers, whole(b), whole(a)).pay)).toEqual(whole(0))
          expect(there).toEqual(subtract(payMarginal(tiers, whole(b)).pay, payMarginal(tiers, whole(a)).pay))
        }
      )
    )
  })
})

describe('curves', () => {
  it('pay 115 % at 110 % with one and a half above 100 %', () => {
    const curve = slopes({ accelerators: [{ above: '1', factor: '1.5' }] })
    expect(toText(readCurve(curve, decimal('1.1')).payout)).toBe('23/20')
    expect(toText(readCurve(curve, decimal('-0.1')).payout)).toBe('0')
  })
})

describe('days of taking part', () => {
  it('count both ends, and the first day as the plan says', () => {
    const fromJune = { fromOn: day('2027-06-01'), toOn: null }
    expect(lengthOf(year2027)).toBe(365)
    expect(countDays(fromJune, year2027, 'counted')).toBe(214)
    expect(countDays(fromJune, year2027, 'notCounted')).toBe(213)
    expect(countDays({ fromOn: null, toOn: null }, year2027, 'notCounted')).toBe(365)
    expect(countDays({ fromOn: day('2028-01-01'), toOn: null }, year2027, 'counted')).toBe(0)
  })

  it('end where employment ends', () => {
    const person = { sellerId: sellerId(1), hiredOn: day('2027-03-01'), leftOn: day('2027-03-31') }
    expect(withinEmployment({ fromOn: null, toOn: null }, person)).toEqual({ fromOn: '2027-03-01', toOn: '2027-03-31' })
    expect(withinEmployment({ fromOn: day('2027-04-01'), toOn: null }, person)).toBeUndefined()
    expect(partsTaken([member(1, 1)], person, year2027, 'counted')[0]?.days).toBe(31)
    expect(takesPartOn([member(1, 1)], person, day('2027-02-28'))).toBe(false)
    expect(takesPartOn([member(1, 1)], person, day('2027-03-31'))).toBe(true)
  })
})

describe('the plan format', () => {
  const rules = makePlanRules('individualTeamSplit', currencyCode('EUR'))
  const [individual, team] = rules.components
  if (individual?.kind !== 'targetBonus' || team === undefined) throw new Error('the template has two components')

  it('takes the templates and nothing it does not know', () => {
    expect(parsePlanRules(rules).ok).toBe(true)
    expect(parsePlanRules({ ...rules, format: 2 }).ok).toBe(false)
    expect(parsePlanRules({ ...rules, draw: {} }).ok).toBe(false)
    expect(parsePlanRules({ ...rules, currency: 'XXX' }).ok).toBe(false)
    expect(parsePlanRules(null).ok).toBe(false)
  })

  it.each([
    ['noComponents', { ...rules, components: [] }],
    ['weightsMustAddUp', { ...rules, components: [individual] }],
    ['idTaken', { ...rules, components: [individual, { ...team, id: 'individual' }] }],
    [
      'acceleratorsMustRise',
      {
        ...rules,
        components: [
          {
            ...individual,
            curve: slopes({
              accelerators: [
                { above: '1', factor: '2' },
                { above: '1', factor: '3' }
              ]
            })
          },
          team
        ]
      }
    ]
  ])('says %s', (problem, wrong) => {
    expect(checkPlanRules(wrong)[0]?.problem).toBe(problem)
  })
})

describe('words and typed decimals', () => {
  it('writes percent and money of a language', () => {
    const spanish = wordsFormat('es', currencyCode('EUR'))
    expect(spanish.percent(decimal('0.075'))).toBe('7,5\u00a0%')
    expect(spanish.money(123_456)).toBe('1.234,56\u00a0€')
    expect(wordsFormat('en', currencyCode('JPY')).money(1500)).toBe('JP¥1,500')
    expect(wordsFormat('en', currencyCode('EUR')).exactMoney(fraction(1000n, 3n))).toBe('≈\u00a0€3.333333')
    expect(spanish.period('FY2027-Q2')).toBe('T2 2027')
  })

  it.each([
    ['7.5', '.', '7.5'],
    ['7,5', ',', '7.5'],
    ['1.234,5', ',', '1234.5'],
    ['1,234.5', '.', '1234.5'],
    ['75 %', ',', '75'],
    ['.5', '.', '0.5'],
    ['5.', '.', '5'],
    ['007', '.', '7']
  ])('reads %s', (text, sign, value) => {
    expect(readTypedDecimal(text, sign)).toBe(value)
  })

  it('refuses what is no number, and moves the point exactly', () => {
    expect(['', '-', 'a', '1.2.3', '%'].map((text) => readTypedDecimal(text, '.'))).toEqual(Array(5).fill(undefined))
    expect(shiftDecimal('7.5', -2)).toBe('0.075')
    expect(shiftDecimal('0.075', 2)).toBe('7.5')
    expect(shiftDecimal('75', -2)).toBe('0.75')
    expect(shiftDecimal('-1', -2)).toBe('-0.01')
    expect(showDecimal('1.5', ',')).toBe('1,5')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 4 }), (digits, places) => {
        const text = shiftDecimal(String(digits), -places)
        expect(decimal(text)).toEqual(fraction(BigInt(digits), 10n ** BigInt(places)))
        expect(shiftDecimal(text, places)).toBe(String(digits))
      })
    )
  })
})
