// The figures of territories, rolled up the tree, and the checks that a sound plan passes. Proposals are in proposals/, evenness in indices/.
import type { AccountId } from '#shared/crm/types.ts'
import { groupBy } from '#shared/math/group-by.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { lineOf, orderTree } from './tree.ts'
import type {
  AccountFigures,
  Assignment,
  Coverage,
  TerritoryCheck,
  TerritoryId,
  TerritoryOverview,
  TerritoryRecord,
  TerritoryRow
} from './types.ts'

export { foldSales, teamLevels, usualLevel } from './sales-by-team.ts'
export { lineOf, orderTree, wouldLoop } from './tree.ts'

export interface AccountFacts extends Omit<AccountFigures, 'accounts'> {
  accountId: AccountId
  accountName: string
}

/** Whether a stretch of days, both ends included and null open, holds a day. */
export function holdsDay(stretch: { fromOn: IsoDate | null; toOn: IsoDate | null }, on: IsoDate): boolean {
  return (stretch.fromOn === null || stretch.fromOn <= on) && (stretch.toOn === null || stretch.toOn >= on)
}

/** Whether two stretches of days, both ends included and null open, share a day. */
export function sharesDay(
  one: { fromOn: IsoDate | null; toOn: IsoDate | null },
  other: { fromOn: IsoDate | null; toOn: IsoDate | null }
): boolean {
  const startsInTime = one.fromOn === null || other.toOn === null || one.fromOn <= other.toOn
  const endsInTime = one.toOn === null || other.fromOn === null || one.toOn >= other.fromOn
  return startsInTime && endsInTime
}

export const noFigures: AccountFigures = { accounts: 0, wonMinor: 0, wonDeals: 0, openMinor: 0, openDeals: 0 }

/**
 * Adds up figures.
 *
 * @param parts figures in one currency, minor units
 * @returns their sum
 * @missing all zero without parts
 * @example addFigures([]) // noFigures
 */
export function addFigures(parts: Iterable<AccountFigures>): AccountFigures {
  const sum = { ...noFigures }
  for (const part of parts) {
    sum.accounts += part.accounts
    sum.wonMinor += part.wonMinor
    sum.wonDeals += part.wonDeals
    sum.openMinor += part.openMinor
    sum.openDeals += part.openDeals
  }
  return sum
}

/** An account's own figures. */
export function figuresOf(account: AccountFacts): AccountFigures {
  const { wonMinor, wonDeals, openMinor, openDeals } = account
  return { accounts: 1, wonMinor, wonDeals, openMinor, openDeals }
}

export interface OverviewInput {
  territories: readonly TerritoryRecord[]
  assignments: readonly Assignment[]
  coverage: readonly Coverage[]
  accounts: readonly AccountFacts[]
  /** The day for which assignments and coverage hold. */
  onDate: IsoDate
}

/**
 * Works out what each territory holds, what is unassigned, and what is wrong.
 *
 * A territory's figures hold those of the territories below it. An account in two territories on the same day counts in both, and
 * once in the whole; the check says so.
 *
 * @param input rows of one scenario, minor units of one currency
 * @returns territories in the order of the tree, totals and checks
 * @missing an account that lies nowhere on that day is unassigned; a territory is covered when a seller who works there on that day covers it
 *   or one above it
 * @example rollUp({ territories: [], assignments: [], coverage: [], accounts: [], onDate }).checks // []
 */
export function rollUp(
  input: OverviewInput
): Pick<TerritoryOverview, 'territories' | 'assigned' | 'unassigned' | 'manualAccounts' | 'checks'> {
  const ordered = orderTree(input.territories)
  const accounts = new Map(input.accounts.map((account) => [account.accountId, account]))
  const current = input.assignments.filter((each) => accounts.has(each.accountId) && holdsDay(each, input.onDate))
  const own = groupBy(current, (each) => each.territoryId)
  const covering = groupBy(input.coverage, (each) => each.territoryId)
  const rows = new Map<TerritoryId, TerritoryRow>()
  for (const { id, parentId, name, teamId, teamName, depth, isLeaf } of ordered) {
    const ownAccounts = own.get(id)?.length ?? 0
    const coverage = covering.get(id) ?? []
    rows.set(id, {
      id,
      parentId,
      name,
      teamId,
      teamName,
      depth,
      isLeaf,
      ownAccounts,
      manualAccounts: 0,
      coverage,
      ...noFigures
    })
  }
  for (const [territoryId, placed] of own) {
    const figures = addFigures(
      placed.map((each) => accounts.get(each.accountId)).flatMap((each) => (each ? figuresOf(each) : []))
    )
    const manual = placed.filter((each) => each.source === 'manual').length
    for (const id of lineOf(input.territories, territoryId)) {
      const row = rows.get(id)
      if (row) Object.assign(row, addFigures([row, figures]), { manualAccounts: row.manualAccounts + manual })
    }
  }
  const territories = [...rows.values()]
  const placedIds = new Set(current.map((each) => each.accountId))
  const total = (isPlaced: boolean) =>
    addFigures(input.accounts.filter((account) => placedIds.has(account.accountId) === isPlaced).map(figuresOf))
  const unassigned = total(false)
  return {
    territories,
    assigned: total(true),
    unassigned,
    manualAccounts: current.filter((each) => each.source === 'manual').length,
    checks: [
      ...(unassigned.accounts > 0 && territories.length > 0
        ? [{ kind: 'unassigned' as const, accounts: unassigned.accounts, wonMinor: unassigned.wonMinor }]
        : []),
      ...findDoubles(input.assignments, accounts, rows),
      ...territories.flatMap((row) => checkTerritory(row, rows, input.onDate))
    ]
  }
}

function checkTerritory(
  row: TerritoryRow,
  rows: ReadonlyMap<TerritoryId, TerritoryRow>,
  onDate: IsoDate
): TerritoryCheck[] {
  const named = { territoryId: row.id, territoryName: row.name }
  if (!row.isLeaf) return row.ownAccounts > 0 ? [{ kind: 'aboveLeaf', ...named, accounts: row.ownAccounts }] : []
  const checks: TerritoryCheck[] = []
  if (row.accounts === 0) checks.push({ kind: 'empty', ...named })
  const isCovered = lineOf([...rows.values()], row.id).some((id) =>
    rows.get(id)?.coverage.some((each) => holdsDay(each, onDate) && (each.leftOn === null || each.leftOn >= onDate))
  )
  if (!isCovered) checks.push({ kind: 'noSeller', ...named })
  return checks
}

/** Accounts that lie in two territories on the same day, whatever the day. */
function findDoubles(
  assignments: readonly Assignment[],
  accounts: ReadonlyMap<AccountId, AccountFacts>,
  rows: ReadonlyMap<TerritoryId, TerritoryRow>
): TerritoryCheck[] {
  const checks: TerritoryCheck[] = []
  for (const [accountId, placed] of groupBy(assignments, (each) => each.accountId)) {
    const clashing = placed.filter((each) => placed.some((other) => other !== each && sharesDay(each, other)))
    const account = accounts.get(accountId)
    if (!account || clashing.length === 0) continue
    const territoryNames = [...new Set(clashing.flatMap((each) => rows.get(each.territoryId)?.name ?? []))].sort()
    checks.push({ kind: 'double', accountId, accountName: account.accountName, territoryNames })
  }
  return checks
}
