// What the map shows, worked out from the accounts: which territory a region belongs to, sums by region, and the evenness that a move would
// give, at once while something is dragged.
import { sum } from '#shared/math/sum.ts'
import type { MapAccounts } from '#shared/territories/alignment-types.ts'
import { measureBalance } from '#shared/territories/indices/index.ts'
import type { IndexId, MeasureId, TerritoryId, TerritoryRow } from '#shared/territories/types.ts'

/** The values of a measure by account. */
export function valuesOf(accounts: MapAccounts, measureId: MeasureId): readonly number[] {
  switch (measureId) {
    case 'revenue':
      return accounts.wonMinor
    case 'openPipeline':
      return accounts.openMinor
    case 'workload':
      return accounts.workloadHours
    case 'potential':
      return accounts.potential
    case 'custom':
      return accounts.customShare
    case 'accounts':
      return accounts.accountIds.map(() => 1)
  }
}

/** By account: the place of its territory in the list, -1 for none. */
export function groupsOfAccounts(accounts: MapAccounts, territories: readonly Pick<TerritoryRow, 'id'>[]): Int32Array {
  const places = new Map<TerritoryId, number>(territories.map((territory, at) => [territory.id, at]))
  return Int32Array.from(accounts.territoryIds, (id) => (id === null ? -1 : (places.get(id) ?? -1)))
}

export interface RegionFigures {
  /** By region: the place of the territory that holds most of its accounts, -1 where none has one. */
  readonly groups: Int32Array
  /** By region: the sum of the measure, NaN without accounts. */
  readonly values: Float64Array
  /** By region: the accounts in it, by their place. */
  readonly members: readonly (readonly number[])[]
}

/**
 * Works out what each region of a map shows.
 *
 * A region belongs to the territory that holds most of its accounts; of two that hold as many, to the one that comes first.
 */
export function figuresOfRegions(
  codes: readonly (string | null)[],
  regions: readonly { readonly code: string }[],
  groups: Int32Array,
  values: readonly number[]
): RegionFigures {
  const placeOf = new Map(regions.map((region, at) => [region.code, at]))
  const members: number[][] = regions.map(() => [])
  codes.forEach((code, account) => {
    const place = code === null ? undefined : placeOf.get(code)
    if (place !== undefined) members[place]?.push(account)
  })
  return {
    members,
    groups: Int32Array.from(members, (own) => mostOf(own, groups)),
    values: Float64Array.from(members, (own) =>
      own.length === 0 ? Number.NaN : sum(own.map((account) => values[account] ?? 0))
    )
  }
}

function mostOf(accounts: readonly number[], groups: Int32Array): number {
  const counts = new Map<number, number>()
  for (const account of accounts) {
    const group = groups[account] ?? -1
    if (group >= 0) counts.set(group, (counts.get(group) ?? 0) + 1)
  }
  let best = -1
  for (const [group, count] of counts) {
    const most = counts.get(best) ?? 0
    if (count > most || (count === most && group < best)) best = group
  }
  return best
}

export interface LiveBalance {
  readonly before: Record<IndexId, number | null>
  readonly after: Record<IndexId, number | null>
  /** Index of the territory that would take the accounts, before and after; 100 is its target. */
  readonly targetBefore: number | null
  readonly targetAfter: number | null
}

/** What moving accounts to a territory would make of the evenness of a measure. */
export function balanceAfter(input: {
  readonly values: readonly number[]
  readonly groups: Int32Array
  readonly capacities: readonly number[]
  readonly moved: Iterable<number>
  readonly to: number
  readonly bandRatio: number
}): LiveBalance {
  const { values, groups, capacities, to, bandRatio } = input
  const sums = capacities.map(() => 0)
  values.forEach((value, account) => {
    const group = groups[account] ?? -1
    if (group >= 0) sums[group] = (sums[group] ?? 0) + value
  })
  const moved = [...sums]
  for (const account of input.moved) {
    const [group, value] = [groups[account] ?? -1, values[account] ?? 0]
    if (group === to) continue
    if (group >= 0) moved[group] = (moved[group] ?? 0) - value
    moved[to] = (moved[to] ?? 0) + value
  }
  const capacity = sum(capacities)
  const indexOf = (loads: readonly number[]): number | null => {
    const total = sum(loads)
    const target = capacity > 0 ? (total * (capacities[to] ?? 0)) / capacity : 0
    return target > 0 ? (100 * (loads[to] ?? 0)) / target : null
  }
  return {
    before: measureBalance({ values: sums, capacities, bandRatio }),
    after: measureBalance({ values: moved, capacities, bandRatio }),
    targetBefore: indexOf(sums),
    targetAfter: indexOf(moved)
  }
}
