// Asking rules about all accounts at once gives what asking them one by one gives.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findAllWinners, findWinners, makeRulesReady } from '#shared/territories/placement/index.ts'
import type { RuleCondition } from '#shared/territories/rule-types.ts'
import { accountId, productId, rule, ruleAccount, territoryId } from './facts.ts'

const words = fc.constantFrom('East', 'east ', 'West', 'Übersee', '', null)
const account = fc.record({
  region: words,
  city: words,
  employees: fc.option(fc.integer({ min: 0, max: 9 })),
  postalCode: fc.constantFrom('28001', '08001', '8001', null),
  productIds: fc.uniqueArray(fc.integer({ min: 1, max: 3 })).map((ids) => new Set(ids.map(productId))),
  custom: fc.record({ Tier: fc.constantFrom('A', 'b', '7', 7, null) })
})
const condition: fc.Arbitrary<RuleCondition> = fc.oneof(
  fc.record({
    kind: fc.constant('text' as const),
    field: fc.constantFrom('region' as const, 'city' as const, 'custom:Tier' as const),
    isNot: fc.boolean(),
    values: fc.array(fc.constantFrom('EAST', 'west', 'ubersee', 'a', '7'), { minLength: 1 })
  }),
  fc.record({
    kind: fc.constant('filled' as const),
    field: fc.constantFrom('region' as const, 'custom:Tier' as const),
    isFilled: fc.boolean()
  }),
  fc.record({
    kind: fc.constant('number' as const),
    field: fc.constantFrom('employees' as const, 'custom:Tier' as const),
    min: fc.option(fc.integer({ min: 0, max: 9 })),
    max: fc.option(fc.integer({ min: 0, max: 9 }))
  }),
  fc.record({
    kind: fc.constant('postal' as const),
    ranges: fc.array(fc.constant({ from: '08', to: '28' }), { minLength: 1, maxLength: 1 })
  }),
  fc.record({
    kind: fc.constant('product' as const),
    productIds: fc.array(fc.integer({ min: 1, max: 3 }).map(productId), { minLength: 1 })
  }),
  fc.record({
    kind: fc.constant('account' as const),
    accountIds: fc.array(fc.integer({ min: 1, max: 8 }).map(accountId), { minLength: 1 })
  })
)

it('for any rules and accounts', () => {
  fc.assert(
    fc.property(
      fc.array(account, { maxLength: 8 }),
      fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.array(condition, { maxLength: 3 })), { maxLength: 8 }),
      (facts, made) => {
        const accounts = facts.map((each, at) => ruleAccount(at + 1, each))
        // Territories 4 and 5 are overlays.
        const kinds = new Map([1, 2, 3, 4, 5].map((id) => [territoryId(id), id > 3 ? 'overlay' : 'main'] as const))
        const ready = makeRulesReady(
          made.map(([territory, conditions], at) => rule(at + 1, territory, conditions)),
          kinds
        )
        expect(findAllWinners(ready, accounts)).toEqual(accounts.map((each) => findWinners(ready, each)))
      }
    )
  )
})
