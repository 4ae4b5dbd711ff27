// What each seller is to be told: which accounts come from whom, which go to whom.
import type { AccountId } from '#shared/crm/types.ts'
import type { SellerId } from '#shared/people/types.ts'
import type { AccountChange, TerritoryComparison } from '#shared/territories/compare-types.ts'

export interface LetterLine {
  readonly accountId: AccountId
  readonly accountName: string
  /** From whom it comes, or to whom it goes; nobody when it was, or becomes, uncovered. */
  readonly others: readonly string[]
  readonly territory: string | null
}

export interface Letter {
  readonly sellerId: SellerId
  readonly sellerName: string
  readonly gains: readonly LetterLine[]
  readonly handsOver: readonly LetterLine[]
  /** Accounts after the change. */
  readonly accounts: number
}

/** A letter for everybody whose accounts change, in the order of their names. */
export function lettersOf({ sellers, changes }: Pick<TerritoryComparison, 'sellers' | 'changes'>): Letter[] {
  return sellers
    .map(({ sellerId, sellerName, after }): Letter => {
      const has = (names: readonly string[]) => names.includes(sellerName)
      const line = (change: AccountChange, others: readonly string[], territory: string | null): LetterLine => ({
        accountId: change.accountId,
        accountName: change.accountName,
        others: others.filter((name) => name !== sellerName),
        territory
      })
      return {
        sellerId,
        sellerName,
        gains: changes
          .filter((each) => has(each.toSellers) && !has(each.fromSellers))
          .map((each) => line(each, each.fromSellers, each.toTerritory)),
        handsOver: changes
          .filter((each) => has(each.fromSellers) && !has(each.toSellers))
          .map((each) => line(each, each.toSellers, each.toTerritory)),
        accounts: after.accounts
      }
    })
    .filter((letter) => letter.gains.length + letter.handsOver.length > 0)
    .sort((one, other) => one.sellerName.localeCompare(other.sellerName))
}
