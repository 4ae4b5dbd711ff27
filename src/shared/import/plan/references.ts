// Who and what a row of a further table refers to: a person, an account, a product, a deal, each in one or several columns.
import type { IsoDate } from '#shared/units/date.ts'
import { type AccountDesk, domainOf, taxIdOf } from './accounts.ts'
import type { DealDesk } from './deals.ts'
import type { Notebook, Origin } from './notebook.ts'
import type { PeopleDesk } from './people.ts'
import type { ProductDesk } from './products.ts'
import type { Ref } from './types.ts'
import { textOf, type Values } from './values.ts'

export interface ReferenceDesks {
  people: PeopleDesk
  accounts: AccountDesk
  products: ProductDesk
  deals: DealDesk
  notes: Notebook
}

/** A field of a row that refers to something: undefined where the table has no such column. */
export type Joined = Ref | null | undefined

/** The seller; made where nobody is called so. Where the name fits several, nobody is taken and it is said. */
export function sellerIn(values: Values, day: IsoDate | null, desks: ReferenceDesks, origin: Origin): Joined {
  const { seller, sellerId, sellerEmail } = values
  if (seller === undefined && sellerId === undefined && sellerEmail === undefined) return undefined
  const found = desks.people.named(
    {
      name: textOf(seller),
      externalId: textOf(sellerId),
      email: textOf(sellerEmail),
      team: textOf(values.team) ?? textOf(values.sellerTeam),
      day
    },
    origin
  )
  if (found !== 'several') return found?.ref ?? null
  desks.notes.find('sameNameSellers', textOf(seller) ?? '')
  return undefined
}

/** The account; made where there is none. */
export function accountIn(values: Values, desks: ReferenceDesks, origin: Origin): Joined {
  const { account, accountId } = values
  if (account === undefined && accountId === undefined) return undefined
  const found = desks.accounts.named(
    {
      name: textOf(account),
      externalId: textOf(accountId),
      domain: domainOf(textOf(values.accountDomain)),
      taxId: taxIdOf(textOf(values.accountTaxId))
    },
    origin
  )
  return found?.ref ?? null
}

/** The account, where it is known already: a lead or a call makes no customer. */
export function knownAccountIn(values: Values, field: string, desks: ReferenceDesks): Joined {
  const name = textOf(values[field])
  const externalId = textOf(values.accountId)
  if (values[field] === undefined && values.accountId === undefined) return undefined
  const byId = externalId === null ? undefined : desks.accounts.withId(externalId)
  return byId ?? (name === null ? null : (desks.accounts.find(name) ?? null))
}

export function productIn(values: Values, desks: ReferenceDesks, origin: Origin): Joined {
  if (values.product === undefined) return undefined
  const name = textOf(values.product)
  return name === null ? null : desks.products.named(name, origin).ref
}

/** The deal, by id or by a name that only one has; null where there is none. */
export function dealIn(values: Values, { deals }: ReferenceDesks): Joined {
  const { opportunity, opportunityName } = values
  if (opportunity === undefined && opportunityName === undefined) return undefined
  return deals.find(textOf(opportunity), textOf(opportunityName) ?? textOf(opportunity))
}
