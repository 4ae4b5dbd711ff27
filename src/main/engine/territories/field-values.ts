// The fields that rules may ask about: the values that accounts have of one, and the fields of one's own.
import type { Reader } from '#engine/db.ts'
import { readNumber, readText } from '#shared/territories/placement/index.ts'
import type { FieldValue, NumberField, TextField } from '#shared/territories/rule-types.ts'
import { nameKey } from '#shared/units/name-key.ts'
import { type KnownAccount, loadKnownAccounts } from './known-accounts.ts'

const isNumberField = (field: TextField | NumberField): field is 'employees' | 'revenue' =>
  field === 'employees' || field === 'revenue'

/** What a field of an account stands as in the file: codes of places are shown by the words that people wrote. */
function spell({ row }: KnownAccount, field: TextField | NumberField, value: string): string {
  if (field === 'country') return row.country?.trim() || value
  if (field === 'province') return row.region?.trim() || value
  return value
}

/** Values of a field, the most frequent first; two spellings of one value are one, shown as most write it. */
export function listFieldValues(db: Reader, field: TextField | NumberField): FieldValue[] {
  const values = new Map<string, { value: string; accounts: number; spellings: Map<string, number> }>()
  for (const account of loadKnownAccounts(db)) {
    const read = isNumberField(field) ? readNumber(account.fields, field) : readText(account.fields, field)
    if (read === null) continue
    const value = String(read)
    const key = nameKey(value)
    const found = values.get(key) ?? { value, accounts: 0, spellings: new Map<string, number>() }
    values.set(key, found)
    found.accounts += 1
    const label = spell(account, field, value)
    found.spellings.set(label, (found.spellings.get(label) ?? 0) + 1)
  }
  return [...values.values()]
    .map(({ value, accounts, spellings }) => ({ value, label: mostFrequent(spellings), accounts }))
    .sort((one, other) => other.accounts - one.accounts || (one.label < other.label ? -1 : 1))
}

/** Of equally frequent ones the first in the alphabet. */
function mostFrequent(spellings: ReadonlyMap<string, number>): string {
  const [first] = [...spellings].sort(([one, ones], [other, others]) => others - ones || (one < other ? -1 : 1))
  return first?.[0] ?? ''
}

/** The fields of one's own that accounts have, the most filled first. */
export function listOwnFields(db: Reader): { name: string; accounts: number; isNumeric: boolean }[] {
  const fields = new Map<string, { accounts: number; isNumeric: boolean }>()
  for (const { fields: account } of loadKnownAccounts(db))
    for (const name of Object.keys(account.custom)) {
      if (readText(account, `custom:${name}`) === null) continue
      const field = fields.get(name) ?? { accounts: 0, isNumeric: true }
      fields.set(name, field)
      field.accounts += 1
      field.isNumeric &&= readNumber(account, `custom:${name}`) !== null
    }
  return [...fields]
    .map(([name, field]) => ({ name, ...field }))
    .sort((one, other) => other.accounts - one.accounts || (one.name < other.name ? -1 : 1))
}
