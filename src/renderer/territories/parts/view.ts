// What the overview shows, worked out from the answer of the engine: each territory against its target, indices, the checks by kind.
import { sum } from '#shared/math/sum.ts'
import { measureBalance } from '#shared/territories/indices/index.ts'
import { getMeasure } from '#shared/territories/measures/index.ts'
import { blocksApproval } from '#shared/territories/rules.ts'
import type {
  IndexId,
  MeasureId,
  TerritoryCheck,
  TerritoryCheckKind,
  TerritoryOverview,
  TerritoryRow
} from '#shared/territories/types.ts'

export interface TerritoryLine extends TerritoryRow {
  /** What it is to carry of the measure by its capacity; null where it isn't compared. */
  target: number | null
  /** 100 is on target; null for overlays, for territories with others below them, and where there is nothing to divide. */
  index: number | null
  checks: TerritoryCheckKind[]
}

export interface Evenness {
  /** Territories that are compared. */
  leaves: readonly TerritoryLine[]
  total: number
  /** Whether some are to carry more than others. */
  hasCapacities: boolean
  indices: Record<IndexId, number | null>
}

/** Overlays lie over others and branches hold what is below them: neither is compared. */
export const isCompared = (row: TerritoryRow): boolean => row.kind === 'main' && row.isLeaf

export function linesOf(overview: TerritoryOverview, measureId: MeasureId): TerritoryLine[] {
  const measure = getMeasure(measureId)
  const compared = overview.territories.filter(isCompared)
  const total = sum(compared.map(measure.read))
  const capacity = sum(compared.map((row) => row.capacityRatio))
  return overview.territories.map((row) => {
    const target = isCompared(row) && total > 0 ? (total * row.capacityRatio) / capacity : null
    return {
      ...row,
      target,
      index: target === null ? null : (100 * measure.read(row)) / target,
      checks: overview.checks.flatMap((check) =>
        'territoryId' in check && check.territoryId === row.id ? check.kind : []
      )
    }
  })
}

export function evennessOf(lines: readonly TerritoryLine[], measureId: MeasureId, bandRatio: number): Evenness {
  const leaves = lines.filter(isCompared)
  const values = leaves.map(getMeasure(measureId).read)
  const capacities = leaves.map((line) => line.capacityRatio)
  return {
    leaves,
    total: sum(values),
    hasCapacities: new Set(capacities).size > 1,
    indices: measureBalance({ values, capacities, bandRatio })
  }
}

export interface CheckGroup {
  readonly kind: TerritoryCheckKind
  /** Of the unassigned, of exceptions and of outdated ones: accounts; else how many times it was found. */
  readonly count: number
  readonly checks: readonly TerritoryCheck[]
  readonly isBlocking: boolean
}

/** The checks by kind, those that block an approval first. */
export function groupChecks(checks: readonly TerritoryCheck[]): CheckGroup[] {
  const groups = new Map<TerritoryCheckKind, TerritoryCheck[]>()
  for (const check of checks) groups.set(check.kind, [...(groups.get(check.kind) ?? []), check])
  return [...groups]
    .map(([kind, found]) => ({
      kind,
      count: sum(found.map((check) => (countsAccounts(check) ? check.accounts : 1))),
      checks: found,
      isBlocking: blocksApproval[kind]
    }))
    .sort((one, other) => Number(other.isBlocking) - Number(one.isBlocking))
}

const countsAccounts = (check: TerritoryCheck) =>
  check.kind === 'unassigned' || check.kind === 'outdated' || check.kind === 'exceptions'
