// A cell that names a person together with the address of their mail: "Ana Ruiz (ana@acme.es)", "Ana Ruiz <ana@acme.es>".
import type { RecordValue } from './cell-readers.ts'
import type { EntityName } from './entities/entity.ts'

/** Field of a person's name → field of the address; null where the entity keeps none. */
const people: Readonly<Record<string, string | null>> = {
  seller: 'sellerEmail',
  owner: 'ownerEmail',
  accountOwner: null,
  sellerManager: null,
  manager: 'managerEmail',
  lead: null
}

/** Kinds of thing whose own name is that of a person. */
const listsPeople: ReadonlySet<EntityName> = new Set(['sellers', 'contacts', 'leads'])

const nameThenAddress = /^(.*?\S)\s*[(<[]\s*(?:mailto:)?([^\s()<>[\]@]+@[^\s()<>[\]@]+\.[^\s()<>[\]@]+)\s*[)>\]]$/

/**
 * Parts a name from the address behind it.
 *
 * @param text of a cell
 * @returns both; undefined for any other text, an address alone too
 * @example partAddress('Ana Ruiz (ana@acme.es)') // { name: 'Ana Ruiz', email: 'ana@acme.es' }
 */
export function partAddress(text: string): { name: string; email: string } | undefined {
  const last = text.charCodeAt(text.length - 1)
  // ")", ">" and "]": nearly every name is told apart by its last letter alone.
  if (last !== 41 && last !== 62 && last !== 93) return undefined
  const found = nameThenAddress.exec(text)
  const [, name = '', email = ''] = found ?? []
  return found === null ? undefined : { name: name.replace(/^"(.*)"$/, '$1'), email }
}

/**
 * Prepares the parting of names and addresses in the rows of a table.
 *
 * @param entity of the table
 * @param has the fields that it has columns for
 * @returns what parts them in a row's values; undefined where the table names nobody. An address in a column of its own goes before
 */
export function addressParter(
  entity: EntityName,
  has: ReadonlySet<string>
): ((values: Record<string, RecordValue>) => void) | undefined {
  const named = Object.entries(people).filter(([field]) => has.has(field))
  if (listsPeople.has(entity) && has.has('name')) named.push(['name', 'email'])
  if (named.length === 0) return undefined
  return (values) => {
    for (const [field, address] of named) {
      const value = values[field]
      const parts = typeof value === 'string' ? partAddress(value) : undefined
      if (parts === undefined) continue
      values[field] = parts.name
      if (address !== null) values[address] ??= parts.email
    }
  }
}
