// Reads a field of an account by its name, own fields included.
import type { NumberField, TextField } from '../rule-types.ts'
import type { RuleAccount } from './account.ts'

const ownPrefix = 'custom:'

/**
 * Reads the words of a field.
 *
 * @param account the account
 * @param field which
 * @returns the words without spaces around them
 * @missing null where the account has none
 * @example readText(account, 'custom:Tier') // 'A'
 */
export function readText(account: RuleAccount, field: TextField): string | null {
  const value = isOwn(field)
    ? account.custom[field.slice(ownPrefix.length)]
    : account[field as Exclude<TextField, `custom:${string}`>]
  const text = value === null || value === undefined ? '' : String(value).trim()
  return text === '' ? null : text
}

/**
 * Reads the number of a field.
 *
 * A field of one's own that was imported as words counts when the words are a plain number ("12" or "12.5"), never a guess about "1.234".
 *
 * @param account the account
 * @param field which
 * @returns the number; minor units for revenue
 * @missing null where the account has none
 * @example readNumber(account, 'employees') // 250
 */
export function readNumber(account: RuleAccount, field: NumberField): number | null {
  if (!isOwn(field)) return account[field as Exclude<NumberField, `custom:${string}`>]
  const value = account.custom[field.slice(ownPrefix.length)]
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  const text = value?.trim() ?? ''
  return /^-?\d+(\.(\d{1,2}|\d{4,}))?$/.test(text) ? Number(text) : null
}

const isOwn = (field: string): boolean => field.startsWith(ownPrefix)
