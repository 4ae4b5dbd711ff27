// An account as rules see it.
import type { AccountId, ProductId } from '#shared/crm/types.ts'

/** Words are as imported; `country` and `province` are ISO codes where geography knows the place, else the words as imported. */
export interface RuleAccount {
  readonly accountId: AccountId
  readonly country: string | null
  readonly region: string | null
  readonly province: string | null
  readonly city: string | null
  readonly postalCode: string | null
  readonly industry: string | null
  readonly segment: string | null
  /** Names. */
  readonly owner: string | null
  readonly parent: string | null
  readonly employees: number | null
  /** Annual revenue of the account, minor units of the workspace's currency. */
  readonly revenue: number | null
  readonly productIds: ReadonlySet<ProductId>
  /** Fields of one's own, by name. */
  readonly custom: Readonly<Record<string, string | number | null>>
}
