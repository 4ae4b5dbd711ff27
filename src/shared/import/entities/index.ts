// What a table may hold, in the order in which an import writes them: what others refer to goes first.
import { accounts } from './accounts.ts'
import { activities } from './activities.ts'
import { assignments } from './assignments.ts'
import { contacts } from './contacts.ts'
import type { EntityEntry, EntityName } from './entity.ts'
import { invoices } from './invoices.ts'
import { leads } from './leads.ts'
import { opportunities } from './opportunities.ts'
import { products } from './products.ts'
import { quotas } from './quotas.ts'
import { rates } from './rates.ts'
import { sellers } from './sellers.ts'
import { stageChanges } from './stage-changes.ts'
import { targets } from './targets.ts'
import { teams } from './teams.ts'

export type { EntityEntry, EntityField, EntityName, FieldKind } from './entity.ts'

export const entities: readonly EntityEntry[] = [
  rates,
  teams,
  sellers,
  accounts,
  contacts,
  products,
  opportunities,
  stageChanges,
  leads,
  activities,
  invoices,
  targets,
  quotas,
  assignments
]

/** The entry of an entity. */
export function entityOf(name: EntityName): EntityEntry {
  const entry = entities.find((each) => each.name === name)
  if (entry === undefined) throw new RangeError(`no entity ${name}`)
  return entry
}
