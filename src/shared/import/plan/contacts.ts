// Plans contacts: people are not kept, but how many are known at each account is.
import { recordReader } from '../record.ts'
import type { ReadTable } from '../types.ts'
import type { AccountDesk } from './accounts.ts'
import { domainOf } from './accounts.ts'
import type { Notebook, Origin } from './notebook.ts'
import type { Ref } from './types.ts'
import { fullName, textOf } from './values.ts'

/** Counts the people of all contact tables by account. A person listed twice (by id, email or name) counts once. */
export function planContacts(tables: readonly ReadTable[], accounts: AccountDesk, notes: Notebook): void {
  const people = new Map<Ref, { met: Set<string>; origin: Origin; rows: { table: ReadTable; count: number }[] }>()
  for (const table of tables) {
    const read = recordReader(table)
    for (const row of table.rows) {
      const { values, refusal, warnings } = read(row)
      const name = fullName(values)
      const person = textOf(values.externalId) ?? textOf(values.email)?.toLowerCase() ?? name
      if (refusal !== undefined || person === null) {
        notes.reject(table, row, refusal ?? { rule: 'noName', header: '', cell: '' })
        continue
      }
      if (warnings.length > 0) notes.warn(warnings)
      const origin = { table, row }
      const use = accounts.named(
        {
          name: textOf(values.account),
          externalId: textOf(values.accountId),
          domain: domainOf(textOf(values.accountDomain)),
          taxId: null
        },
        origin
      )
      if (use === null) {
        notes.find('contactsWithoutAccount', name ?? person)
        notes.count(table, 'same')
        continue
      }
      let own = people.get(use.ref)
      if (own === undefined) {
        own = { met: new Set(), origin, rows: [] }
        people.set(use.ref, own)
      }
      own.met.add(person)
      const last = own.rows.at(-1)
      if (last?.table === table) last.count += 1
      else own.rows.push({ table, count: 1 })
    }
  }
  for (const [ref, { met, origin, rows }] of people) {
    const draft = accounts.drafts.get(ref)
    const before = draft.values.contacts
    const isNews = accounts.drafts.say(draft, 'contacts', met.size, origin)
    const outcome = !isNews ? 'same' : before === null ? 'new' : 'changed'
    for (const { table, count } of rows) notes.count(table, outcome, count)
  }
}
