// What the territory screen shows, worked out from the overview: values of the chosen measure, the mean, indices, the checks by kind.
import { mean } from '#shared/math/mean.ts'
import { measureBalance } from '#shared/territories/indices/index.ts'
import { getMeasure } from '#shared/territories/measures/index.ts'
import type { IndexId, MeasureId, TerritoryCheck, TerritoryOverview, TerritoryRow } from '#shared/territories/types.ts'

export interface TerritoryLine extends TerritoryRow {
  /** 100 is the mean; null for territories with others below them, and where the mean is 0. */
  index: number | null
  checks: TerritoryCheck['kind'][]
}

export interface Evenness {
  /** Territories that are compared. */
  leaves: readonly TerritoryLine[]
  values: readonly number[]
  mean: number
  indices: Record<IndexId, number | null>
}

export function linesOf(overview: TerritoryOverview, measureId: MeasureId): TerritoryLine[] {
  const measure = getMeasure(measureId)
  const middle = mean(overview.territories.filter((row) => row.isLeaf).map(measure.read)) ?? 0
  return overview.territories.map((row) => ({
    ...row,
    index: row.isLeaf && middle > 0 ? (100 * measure.read(row)) / middle : null,
    checks: overview.checks.flatMap((check) =>
      'territoryId' in check && check.territoryId === row.id ? check.kind : []
    )
  }))
}

export function evennessOf(lines: readonly TerritoryLine[], measureId: MeasureId, bandRatio: number): Evenness {
  const leaves = lines.filter((line) => line.isLeaf)
  const values = leaves.map(getMeasure(measureId).read)
  return { leaves, values, mean: mean(values) ?? 0, indices: measureBalance({ values, bandRatio }) }
}

/** How many checks of each kind there are; of the unassigned, how many accounts. */
export function countChecks(checks: readonly TerritoryCheck[]): Map<TerritoryCheck['kind'], number> {
  const counts = new Map<TerritoryCheck['kind'], number>()
  for (const check of checks)
    counts.set(check.kind, (counts.get(check.kind) ?? 0) + (check.kind === 'unassigned' ? check.accounts : 1))
  return counts
}
