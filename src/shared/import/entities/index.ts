// What a table may hold, in the order in which an import writes them: what others refer to goes first.
import { accounts } from './accounts.ts'
import { activities } from './activities.ts'
import type { EntityEntry, EntityName } from './entity.ts'
import { opportunities } from './opportunities.ts'
import { products } from './products.ts'
import { sellers } from './sellers.ts'

export type { EntityEntry, EntityField, EntityName, FieldKind } from './entity.ts'

export const entities: readonly EntityEntry[] = [sellers, accounts, products, opportunities, activities]

/** The entry of an entity. */
export function entityOf(name: EntityName): EntityEntry {
  const entry = entities.find((each) => each.name === name)
  if (entry === undefined) throw new RangeError(`no entity ${name}`)
  return entry
}
