// Compares two states of territories, account by account and seller by seller.
import type { AccountId } from '#shared/crm/types.ts'
import type { SellerId } from '#shared/people/types.ts'
import { nameKey } from '#shared/units/name-key.ts'
import type { AccountChange, SellerChange, StateFigures, TerritoryComparison } from './compare-types.ts'
import { measureDisruption } from './disruption.ts'
import { addFigures, figuresOf, noFigures } from './figures.ts'
import { measureBalance } from './indices/index.ts'
import { territoryMeasures } from './measures/index.ts'
import type { AccountFigures, MeasureId, TerritoryId } from './types.ts'

/** Where an account lies in a state, and who covers that territory or one above it on the day. */
export interface PlacedIn {
  readonly territoryId: TerritoryId
  readonly territoryName: string
  readonly sellers: readonly SellerOf[]
}

export interface SellerOf {
  readonly sellerId: SellerId
  readonly sellerName: string
  /** Their part of the territory, 0 to 1: what is counted as theirs. The parts of one territory come to 1 at most. */
  readonly partRatio: number
}

/** One state: where accounts lie in main territories, and the leaves that evenness is measured over. */
export interface StateToCompare {
  readonly placements: ReadonlyMap<AccountId, PlacedIn>
  readonly leaves: readonly (AccountFigures & { readonly capacityRatio: number })[]
  readonly bandRatio: number
}

export interface ComparedAccount extends AccountFigures {
  readonly accountId: AccountId
  readonly accountName: string
  /** Years from its first deal with a seller to the day of the first state, by seller. */
  readonly yearsWith: ReadonlyMap<SellerId, number>
}

/**
 * Compares two states.
 *
 * A territory is the same in both when its name is, as scenarios are copies of each other. An account is disturbed when one of its sellers
 * changes, or its territory where nobody covers either. Figures of a seller are their parts of the territories they cover.
 *
 * @param accounts all accounts with their figures
 * @param left the state as it is
 * @param right the state it is held against
 * @returns changed accounts in the order of their names, sellers in the order of theirs, disruption and evenness
 * @missing an account that lies nowhere in `left` is no disruption; a relationship is null when none of the sellers it loses has had a deal there
 * @source disruption: see measureDisruption; evenness: see measureBalance
 * @example compareStates([], left, right).changes // []
 */
export function compareStates(
  accounts: readonly ComparedAccount[],
  left: StateToCompare,
  right: StateToCompare
): Pick<TerritoryComparison, 'changes' | 'sellers' | 'disruption' | 'evenness'> {
  const rows = accounts.map((account) => {
    const [from, to] = [left.placements.get(account.accountId), right.placements.get(account.accountId)]
    return { account, from, change: describeChange(account, from, to), isChanged: isChanged(from, to) }
  })
  const disturbed = rows.filter(({ change, from, isChanged }) => from && isChanged && isDisturbed(change))
  return {
    changes: rows
      .flatMap((row) => (row.isChanged ? row.change : []))
      .sort((one, other) => (one.accountName < other.accountName ? -1 : 1)),
    sellers: compareSellers(accounts, left, right),
    disruption: measureDisruption(
      disturbed.map(({ change }) => change),
      rows.flatMap(({ account, from }) =>
        from ? { ...account, relationshipYears: longestYears(account, from.sellers) } : []
      )
    ),
    evenness: Object.fromEntries(
      territoryMeasures.map((measure) => {
        const of = ({ leaves, bandRatio }: StateToCompare) =>
          measureBalance({
            values: leaves.map(measure.read),
            capacities: leaves.map((leaf) => leaf.capacityRatio),
            bandRatio
          })
        return [measure.id, { left: of(left), right: of(right) }]
      })
    ) as Record<MeasureId, TerritoryComparison['evenness'][MeasureId]>
  }
}

const sellersOf = (placed: PlacedIn | undefined): readonly SellerOf[] => placed?.sellers ?? []
const idsOf = (placed: PlacedIn | undefined): string =>
  sellersOf(placed)
    .map((seller) => seller.sellerId)
    .sort((one, other) => one - other)
    .join(' ')

function isChanged(from: PlacedIn | undefined, to: PlacedIn | undefined): boolean {
  return nameKey(from?.territoryName ?? '') !== nameKey(to?.territoryName ?? '') || idsOf(from) !== idsOf(to)
}

/** Another seller comes; or nobody covered it, and it changes its territory. */
const isDisturbed = (change: AccountChange): boolean =>
  change.isNewSeller || (change.fromSellers.length === 0 && change.fromTerritory !== change.toTerritory)

function describeChange(account: ComparedAccount, from: PlacedIn | undefined, to: PlacedIn | undefined): AccountChange {
  const kept = new Set(sellersOf(to).map((seller) => seller.sellerId))
  const lost = sellersOf(from).filter((seller) => !kept.has(seller.sellerId))
  // One team that covers a territory together stays when a single member goes: then nobody at the account is new.
  const had = new Set(sellersOf(from).map((seller) => seller.sellerId))
  const isNewSeller = lost.length > 0 || sellersOf(to).some((seller) => !had.has(seller.sellerId))
  const losing = lost.length > 0 ? lost : from !== undefined && to === undefined ? sellersOf(from) : []
  return {
    accountId: account.accountId,
    accountName: account.accountName,
    fromTerritory: from?.territoryName ?? null,
    toTerritory: to?.territoryName ?? null,
    fromSellers: sellersOf(from).map((seller) => seller.sellerName),
    toSellers: sellersOf(to).map((seller) => seller.sellerName),
    isNewSeller,
    wonMinor: account.wonMinor,
    openMinor: account.openMinor,
    relationshipYears: longestYears(account, losing)
  }
}

function longestYears(account: ComparedAccount, sellers: readonly SellerOf[]): number | null {
  const years = sellers.flatMap((seller) => account.yearsWith.get(seller.sellerId) ?? [])
  return years.length === 0 ? null : Math.max(...years)
}

function compareSellers(
  accounts: readonly ComparedAccount[],
  left: StateToCompare,
  right: StateToCompare
): SellerChange[] {
  const rows = new Map<
    SellerId,
    { name: string; before: AccountFigures[]; after: AccountFigures[]; gained: number; lost: number }
  >()
  const rowOf = ({ sellerId, sellerName }: SellerOf) => {
    const row = rows.get(sellerId) ?? { name: sellerName, before: [], after: [], gained: 0, lost: 0 }
    rows.set(sellerId, row)
    return row
  }
  for (const account of accounts) {
    const [from, to] = [left, right].map((state) => sellersOf(state.placements.get(account.accountId)))
    for (const seller of from ?? []) {
      const row = rowOf(seller)
      row.before.push(partOf(account, seller.partRatio))
      if (!to?.some((other) => other.sellerId === seller.sellerId)) row.lost += 1
    }
    for (const seller of to ?? []) {
      const row = rowOf(seller)
      row.after.push(partOf(account, seller.partRatio))
      if (!from?.some((other) => other.sellerId === seller.sellerId)) row.gained += 1
    }
  }
  return [...rows]
    .map(([sellerId, { name, before, after, gained, lost }]) => ({
      sellerId,
      sellerName: name,
      before: stateOf(before),
      after: stateOf(after),
      gained,
      lost
    }))
    .sort((one, other) => (one.sellerName < other.sellerName ? -1 : 1))
}

/** Accounts count whole for each of their sellers, amounts by the part. */
function partOf(account: AccountFigures, partRatio: number): AccountFigures {
  const figures = figuresOf(account)
  const part = (value: number) => value * partRatio
  return {
    ...noFigures,
    accounts: 1,
    wonMinor: part(figures.wonMinor),
    openMinor: part(figures.openMinor),
    workloadHours: part(figures.workloadHours),
    potential: part(figures.potential)
  }
}

function stateOf(parts: readonly AccountFigures[]): StateFigures {
  const { accounts, wonMinor, openMinor, workloadHours, potential } = addFigures(parts)
  return { accounts, wonMinor: Math.round(wonMinor), openMinor: Math.round(openMinor), workloadHours, potential }
}
