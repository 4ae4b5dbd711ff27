// Rules of precedence: each kind of condition by a table, who wins and who loses, and laws.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeReady, postalKey } from '#shared/territories/placement/holds.ts'
import {
  explainWinners,
  findWinners,
  makeRulesReady,
  readNumber,
  readText
} from '#shared/territories/placement/index.ts'
import type { RuleCondition } from '#shared/territories/rule-types.ts'
import type { TerritoryKind } from '#shared/territories/types.ts'
import { accountId, productId, rule, ruleAccount, territoryId } from './facts.ts'

const holds = (condition: RuleCondition, facts: Parameters<typeof ruleAccount>[1]) =>
  makeReady(condition).holds(ruleAccount(1, facts))

describe('a condition', () => {
  const inSpain: RuleCondition = { kind: 'text', field: 'country', isNot: false, values: ['España', 'Portugal'] }
  const notSpain: RuleCondition = { ...inSpain, isNot: true }
  it.each([
    ['is one of the words', inSpain, { country: 'España' }, true],
    ['whatever case, accents and spaces', inSpain, { country: ' espana ' }, true],
    ['is another word', inSpain, { country: 'Francia' }, false],
    ['has no word', inSpain, {}, false],
    ['is none of the words', notSpain, { country: 'Francia' }, true],
    ['is one of the words it must not be', notSpain, { country: 'PORTUGAL' }, false],
    ['has no word, which is none of them', notSpain, {}, true],
    ['is filled', { kind: 'filled', field: 'segment', isFilled: true }, { segment: 'A' }, true],
    ['is blank, which is not filled', { kind: 'filled', field: 'segment', isFilled: true }, { segment: '  ' }, false],
    ['is empty', { kind: 'filled', field: 'segment', isFilled: false }, {}, true],
    [
      'an own field',
      { kind: 'text', field: 'custom:Tier', isNot: false, values: ['gold'] },
      { custom: { Tier: 'Gold' } },
      true
    ]
  ] as const)('on words: %s', (_, condition, facts, expected) => {
    expect(holds(condition as RuleCondition, facts)).toBe(expected)
  })

  const middle: RuleCondition = { kind: 'number', field: 'employees', min: 50, max: 200 }
  it.each([
    ['the lower end is in', 50, true],
    ['the upper end is out', 200, false],
    ['between', 199.5, true],
    ['below', 49, false],
    ['missing', null, false]
  ])('on numbers: %s', (_, employees, expected) => {
    expect(holds(middle, { employees })).toBe(expected)
  })

  it('open ends hold any number but none', () => {
    const any: RuleCondition = { kind: 'number', field: 'employees', min: null, max: null }
    expect(holds(any, { employees: -5 })).toBe(true)
    expect(holds(any, { employees: null })).toBe(false)
  })

  it.each([
    ['28', '28', '28013', true],
    ['28', '28', '29001', false],
    ['28', '28', '8001', false],
    ['08001', '08042', '08042', true],
    ['08001', '08042', '08043', false],
    ['SW1', 'SW1', 'sw1a 1aa', true],
    ['1000', '1998', '1000-205', true],
    ['10', '11', '12', false]
  ])('on postal codes: %s to %s, %s', (from, to, postalCode, expected) => {
    expect(holds({ kind: 'postal', ranges: [{ from, to }] }, { postalCode })).toBe(expected)
  })
  it('an account without a postal code lies in no range', () => {
    expect(holds({ kind: 'postal', ranges: [{ from: '0', to: '9' }] }, {})).toBe(false)
    expect(postalKey('SW1A 1aa')).toBe('SW1A1AA')
  })

  it('on products and names', () => {
    const products = { productIds: new Set([productId(3)]) }
    expect(holds({ kind: 'product', productIds: [productId(2), productId(3)] }, products)).toBe(true)
    expect(holds({ kind: 'product', productIds: [productId(2)] }, products)).toBe(false)
    expect(holds({ kind: 'account', accountIds: [accountId(1)] }, {})).toBe(true)
    expect(holds({ kind: 'account', accountIds: [accountId(2)] }, {})).toBe(false)
  })

  it('reads own fields as numbers only when they are plainly numbers', () => {
    const read = (value: string | number | null) =>
      readNumber(ruleAccount(1, { custom: { Size: value } }), 'custom:Size')
    expect([read(12.5), read('12.5'), read(' 7 '), read('1.234'), read('1,5'), read('many'), read(null)]).toEqual([
      12.5,
      12.5,
      7,
      null,
      null,
      null,
      null
    ])
    expect(readNumber(ruleAccount(1), 'custom:Absent')).toBeNull()
    expect(readText(ruleAccount(1, { custom: { Size: 12 } }), 'custom:Size')).toBe('12')
  })
})

const kinds = new Map<ReturnType<typeof territoryId>, TerritoryKind>([
  [territoryId(1), 'main'],
  [territoryId(2), 'main'],
  [territoryId(3), 'main'],
  [territoryId(8), 'overlay'],
  [territoryId(9), 'overlay']
])
const spain: RuleCondition = { kind: 'text', field: 'country', isNot: false, values: ['Spain'] }
const large: RuleCondition = { kind: 'number', field: 'employees', min: 500, max: null }

describe('precedence', () => {
  // Named accounts first, then large ones of Spain, then Spain; everything else has no rule.
  const rules = makeRulesReady(
    [
      rule(1, 1, [spain], 30),
      rule(2, 2, [spain, large], 20),
      rule(3, 3, [{ kind: 'account', accountIds: [accountId(7)] }], 10),
      rule(4, 8, [large], 5),
      rule(5, 9, [{ kind: 'filled', field: 'segment', isFilled: true }], 6)
    ],
    kinds
  )
  const winners = (...facts: Parameters<typeof ruleAccount>) => {
    const { main, losing, overlays } = findWinners(rules, ruleAccount(...facts))
    return [main?.id ?? null, losing.map((each) => each.id), overlays.map((each) => each.id)]
  }

  it('the first rule that holds wins, later ones that hold lose; overlays lie beside', () => {
    expect(winners(7, { country: 'Spain', employees: 900 })).toEqual([3, [2, 1], [4]])
    expect(winners(1, { country: 'Spain', employees: 900, segment: 'A' })).toEqual([2, [1], [4, 5]])
    expect(winners(1, { country: 'Spain' })).toEqual([1, [], []])
    expect(winners(1, { country: 'France' })).toEqual([null, [], []])
  })

  it('a rule that fails says at which condition, and what the account has instead', () => {
    const verdicts = explainWinners(rules, ruleAccount(1, { country: 'Spain', employees: 20 }))
    expect(verdicts.map(({ rule, outcome }) => [rule.id, outcome])).toEqual([
      [3, 'fails'],
      [2, 'fails'],
      [1, 'wins'],
      [4, 'fails'],
      [5, 'fails']
    ])
    expect(verdicts[1]?.failing).toEqual({ condition: large, value: 20 })
    expect(verdicts[2]?.failing).toBeNull()
  })

  it('a rule without conditions holds for all, so it is the last word', () => {
    const all = makeRulesReady([rule(1, 1, [spain], 1), rule(2, 2, [], 2)], kinds)
    expect(findWinners(all, ruleAccount(1)).main?.id).toBe(2)
    expect(findWinners(all, ruleAccount(1, { country: 'Spain' })).main?.id).toBe(1)
  })

  it('equal positions go by id, and a rule of an unknown territory is left out', () => {
    const same = makeRulesReady([rule(5, 2, [], 1), rule(4, 1, [], 1), rule(1, 99, [], 0)], kinds)
    expect(findWinners(same, ruleAccount(1)).main?.id).toBe(4)
  })

  it('law: the explanation names the same winner as the search, and one winner at most', () => {
    const condition = fc.constantFrom<RuleCondition>(spain, large, { ...spain, isNot: true })
    const some = fc.array(
      fc.record({
        conditions: fc.array(condition, { maxLength: 3 }),
        territory: fc.constantFrom(1, 2, 3),
        at: fc.nat(4)
      }),
      { maxLength: 12 }
    )
    fc.assert(
      fc.property(
        some,
        fc.constantFrom('Spain', 'France', null),
        fc.constantFrom(10, 900, null),
        (list, country, employees) => {
          const ready = makeRulesReady(
            list.map(({ conditions, territory, at }, index) => rule(index + 1, territory, conditions, at)),
            kinds
          )
          const account = ruleAccount(1, { country, employees })
          const verdicts = explainWinners(ready, account)
          const { main, losing } = findWinners(ready, account)
          expect(verdicts.filter((each) => each.outcome === 'wins').map((each) => each.rule.id)).toEqual(
            main ? [main.id] : []
          )
          expect(verdicts.filter((each) => each.outcome === 'loses').map((each) => each.rule.id)).toEqual(
            losing.map((each) => each.id)
          )
        }
      )
    )
  })
})
