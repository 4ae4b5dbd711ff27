// Whether a condition of a rule holds for an account, made ready once for many accounts.
import { nameKey } from '#shared/units/name-key.ts'
import type { RuleCondition } from '../rule-types.ts'
import type { RuleAccount } from './account.ts'
import { readNumber, readText } from './read-field.ts'

export interface ReadyCondition {
  readonly condition: RuleCondition
  readonly holds: (account: RuleAccount) => boolean
  /** What the account has where the condition looks: what is shown when it fails. */
  readonly read: (account: RuleAccount) => string | number | null
}

/**
 * Makes a condition ready to be asked for many accounts.
 *
 * @param condition a condition
 * @returns the question, and what it looks at
 * @missing an account without a value: "is" and ranges fail, "is not" holds, and "is empty" holds
 * @example makeReady({ kind: 'text', field: 'country', isNot: false, values: ['ES'] }).holds(account) // true for an account in Spain
 */
export function makeReady(condition: RuleCondition): ReadyCondition {
  switch (condition.kind) {
    case 'text': {
      const { field, isNot } = condition
      const keys = new Set(condition.values.map(nameKey))
      // Few different words stand in many accounts: each is compared once.
      const known = new Map<string, boolean>()
      const isNamed = (text: string): boolean => {
        const found = known.get(text) ?? keys.has(nameKey(text))
        known.set(text, found)
        return found
      }
      return {
        condition,
        read: (account) => readText(account, field),
        holds: (account) => {
          const text = readText(account, field)
          return (text !== null && isNamed(text)) !== isNot
        }
      }
    }
    case 'filled':
      return {
        condition,
        read: (account) => readText(account, condition.field),
        holds: (account) => (readText(account, condition.field) !== null) === condition.isFilled
      }
    case 'number': {
      const { field, min, max } = condition
      return {
        condition,
        read: (account) => readNumber(account, field),
        holds: (account) => {
          const value = readNumber(account, field)
          return value !== null && (min === null || value >= min) && (max === null || value < max)
        }
      }
    }
    case 'postal': {
      const ranges = condition.ranges.map(({ from, to }) => ({ from: postalKey(from), to: postalKey(to) }))
      return {
        condition,
        read: (account) => account.postalCode,
        holds: (account) => {
          const code = account.postalCode === null ? '' : postalKey(account.postalCode)
          return code !== '' && ranges.some((range) => isInRange(code, range))
        }
      }
    }
    case 'product': {
      const { productIds } = condition
      return {
        condition,
        read: () => null,
        holds: (account) => productIds.some((id) => account.productIds.has(id))
      }
    }
    case 'account': {
      const ids = new Set(condition.accountIds)
      return { condition, read: () => null, holds: (account) => ids.has(account.accountId) }
    }
  }
}

/** Postal codes are compared in upper case and without spaces and hyphens: "SW1A 1AA" is SW1A1AA, "1000-205" is 1000205. */
export function postalKey(code: string): string {
  return code.toUpperCase().replace(/[\s-]/g, '')
}

/** Each end is compared over its own length, so that 28 to 28 holds all of 28001 to 28999. */
function isInRange(code: string, { from, to }: { from: string; to: string }): boolean {
  return code.slice(0, from.length) >= from && code.slice(0, to.length) <= to
}
