// Coverage over the plan's year as rows to draw: bars of sellers in lanes that don't hide each other, days nobody covers, days with too much.
import { clip, countDays, sharesDay } from '#shared/territories/rules.ts'
import type { Days } from '#shared/territories/stretches.ts'
import type { Coverage, TerritoryCheck, TerritoryOverview, TerritoryRow } from '#shared/territories/types.ts'
import { daysBetween } from '#shared/units/date.ts'

export interface CoverageBar extends Days {
  readonly coverage: Coverage
  readonly lane: number
  /** Covers this territory because it covers one above it. */
  readonly inheritedFrom: string | null
}

type Found<Kind extends TerritoryCheck['kind']> = Extract<TerritoryCheck, { kind: Kind }>

export interface TimelineRow {
  readonly territory: TerritoryRow
  readonly bars: readonly CoverageBar[]
  readonly lanes: number
  readonly gaps: readonly Days[]
  readonly overlaps: readonly Found<'overlap'>[]
}

/** Where a stretch stands in the year: shares of its width from the left. */
export function placeIn(year: Days, { fromOn, toOn }: Days): { left: number; width: number } {
  const days = countDays(year)
  return { left: daysBetween(year.fromOn, fromOn) / days, width: countDays({ fromOn, toOn }) / days }
}

/**
 * Lays out the year of every territory that is covered or should be: those without any below them, overlays, and those above that have sellers.
 */
export function timelineRows(overview: TerritoryOverview, year: Days): TimelineRow[] {
  const byId = new Map(overview.territories.map((each) => [each.id, each]))
  const above = (row: TerritoryRow): TerritoryRow[] => {
    const parent = row.parentId === null ? undefined : byId.get(row.parentId)
    return parent ? [parent, ...above(parent)] : []
  }
  return overview.territories
    .filter((row) => row.isLeaf || row.coverage.length > 0)
    .map((territory) => {
      const bars: CoverageBar[] = []
      const draw = (coverage: Coverage, inheritedFrom: string | null) => {
        const days = clip(coverage, year, { fromOn: null, toOn: coverage.leftOn }, territory)
        if (!days) return
        const taken = new Set(bars.filter((bar) => sharesDay(bar, days)).map((bar) => bar.lane))
        let lane = 0
        while (taken.has(lane)) lane++
        bars.push({ ...days, coverage, lane, inheritedFrom })
      }
      for (const coverage of territory.coverage) draw(coverage, null)
      for (const parent of above(territory)) for (const coverage of parent.coverage) draw(coverage, parent.name)
      return {
        territory,
        bars,
        lanes: Math.max(1, ...bars.map((bar) => bar.lane + 1)),
        gaps: gapsOf(overview, territory, year),
        overlaps: overview.checks.filter(
          (check): check is Found<'overlap'> => check.kind === 'overlap' && check.territoryId === territory.id
        )
      }
    })
}

/** The days the checks found without a seller; a territory that nobody covers at all is open on all its days. */
function gapsOf(overview: TerritoryOverview, territory: TerritoryRow, year: Days): Days[] {
  return overview.checks.flatMap((check) => {
    if (!('territoryId' in check) || check.territoryId !== territory.id) return []
    if (check.kind === 'gap') return { fromOn: check.fromOn, toOn: check.toOn }
    return check.kind === 'noSeller' ? (clip(territory, year) ?? []) : []
  })
}

export interface Vacancy extends Days {
  readonly territory: TerritoryRow
  readonly days: number
}

/** What nobody covers, in the order of time. */
export function listVacancies(rows: readonly TimelineRow[]): Vacancy[] {
  return rows
    .flatMap(({ territory, gaps }) => gaps.map((gap) => ({ ...gap, territory, days: countDays(gap) })))
    .sort((one, other) => (one.fromOn < other.fromOn ? -1 : one.fromOn > other.fromOn ? 1 : 0))
}
