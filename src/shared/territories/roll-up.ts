// The figures of territories, rolled up the tree: what each holds on a day, what is unassigned, and the checks over the plan's year.
import type { AccountId } from '#shared/crm/types.ts'
import { groupBy } from '#shared/math/group-by.ts'
import { findBase } from './base.ts'
import { checkTerritories } from './checks.ts'
import { addFigures, noFigures } from './figures.ts'
import type { AccountFacts, OverviewInput } from './overview-input.ts'
import { holdsDay } from './stretches.ts'
import { lineOf, orderTree } from './tree.ts'
import type { Assignment, TerritoryId, TerritoryOverview, TerritoryRecord, TerritoryRow } from './types.ts'

/**
 * Works out what each territory holds, what is unassigned, and what is wrong.
 *
 * A territory's figures hold those of the territories below it. An account counts in a main territory, and beside that in each overlay it lies
 * in. An assignment holds on the days of its own on which its territory is there. An account in two main territories on the same day counts in
 * both, and once in the whole; the check says so.
 *
 * @param input rows of one scenario, minor units of one currency
 * @returns territories in the order of the tree, totals over main territories, and checks
 * @missing an account that lies in no main territory on that day is unassigned; a territory without a base of its own stands in the middle of
 *   its accounts, and has none when no place is known
 * @example rollUp({ territories: [], assignments: [], coverage: [], accounts: [], onDate, year, limits, outdated: 0 }).checks // []
 */
export function rollUp(
  input: OverviewInput
): Pick<TerritoryOverview, 'territories' | 'assigned' | 'unassigned' | 'manualAccounts' | 'checks'> {
  const accounts = new Map(input.accounts.map((account) => [account.accountId, account]))
  const records = new Map(input.territories.map((territory) => [territory.id, territory]))
  const isThere = (id: TerritoryId): boolean => {
    const record = records.get(id)
    return record !== undefined && holdsDay(record, input.onDate)
  }
  const current = input.assignments.filter(
    (each) => accounts.has(each.accountId) && holdsDay(each, input.onDate) && isThere(each.territoryId)
  )
  const territories = makeRows(input, accounts, current)
  const isMain = (each: Assignment): boolean => records.get(each.territoryId)?.kind === 'main'
  const placedIds = new Set(current.filter(isMain).map((each) => each.accountId))
  const total = (isPlaced: boolean) =>
    addFigures(input.accounts.filter((account) => placedIds.has(account.accountId) === isPlaced))
  const [assigned, unassigned] = [total(true), total(false)]
  const manualAccounts = new Set(
    current.filter((each) => each.source === 'manual' && isMain(each)).map((each) => each.accountId)
  ).size
  const checks = checkTerritories({
    ...input,
    rows: territories,
    current,
    accountsById: accounts,
    assigned,
    unassigned,
    manualAccounts
  })
  return { territories, assigned, unassigned, manualAccounts, checks }
}

function makeRows(
  { territories, coverage }: OverviewInput,
  accounts: ReadonlyMap<AccountId, AccountFacts>,
  current: readonly Assignment[]
): TerritoryRow[] {
  const own = groupBy(current, (each) => each.territoryId)
  const covering = groupBy(coverage, (each) => each.territoryId)
  const rows = new Map<TerritoryId, TerritoryRow>()
  for (const { pinnedBase, position: _, ...record } of orderTree(territories)) {
    const placed = (own.get(record.id) ?? []).flatMap((each) => accounts.get(each.accountId) ?? [])
    rows.set(record.id, {
      ...pickRecord(record),
      depth: record.depth,
      isLeaf: record.isLeaf,
      base: pinnedBase ? { ...pinnedBase, isPinned: true } : findBase(placed),
      ownAccounts: placed.length,
      manualAccounts: 0,
      coverage: covering.get(record.id) ?? [],
      ...noFigures
    })
  }
  for (const [territoryId, placed] of own) {
    const figures = addFigures(placed.flatMap((each) => accounts.get(each.accountId) ?? []))
    const manual = placed.filter((each) => each.source === 'manual').length
    for (const id of lineOf(territories, territoryId)) {
      const row = rows.get(id)
      if (row) Object.assign(row, addFigures([row, figures]), { manualAccounts: row.manualAccounts + manual })
    }
  }
  return [...rows.values()]
}

/** A row has no more than its type says, whatever else the record carries. */
function pickRecord(record: Omit<TerritoryRecord, 'pinnedBase' | 'position'>) {
  const { id, parentId, name, kind, teamId, teamName, fromOn, toOn, capacityRatio } = record
  return { id, parentId, name, kind, teamId, teamName, fromOn, toOn, capacityRatio }
}
