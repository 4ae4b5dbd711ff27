// What an alignment is about, taken from the file once: the territories and accounts that take part, what is locked, and the problem that it
// makes of them. Regions as units are made in align-regions.ts, the plan in words in align-draft.ts.
import type { Reader } from '#engine/db.ts'
import type { AccountId } from '#shared/crm/types.ts'
import type { AlignmentProblem, AlignmentUnit } from '#shared/territories/alignment/problem.ts'
import type { AlignmentRequest, MoveMeasure } from '#shared/territories/alignment-types.ts'
import { getMeasure } from '#shared/territories/measures/index.ts'
import { figuresOf } from '#shared/territories/rules.ts'
import type {
  AccountFigures,
  Assignment,
  TerritoriesError,
  TerritoryId,
  TerritoryRow
} from '#shared/territories/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { listYearsWith } from './comparison.ts'
import { listSellersOf } from './covering.ts'
import { type AccountWithFigures, loadAccounts, roughPlaceOf } from './known-accounts.ts'
import { settleDates } from './load.ts'
import { loadPlaced } from './placed.ts'
import { getTerritorySettings } from './settings.ts'

/** What moving an account counts as. */
const movedAmounts: Record<MoveMeasure, (figures: AccountFigures) => number> = {
  accounts: () => 1,
  revenue: ({ wonMinor }) => Math.max(0, wonMinor),
  openPipeline: ({ openMinor }) => Math.max(0, openMinor)
}

export interface AlignedAccount {
  readonly account: AccountWithFigures
  /** Index of its territory among those that take part; null: in none. */
  readonly current: number | null
  readonly isLocked: boolean
  /** Longest with a seller of its territory of today; null where there was no deal with one. */
  readonly relationshipYears: number | null
}

export interface AlignmentFrame {
  readonly request: AlignmentRequest
  readonly onDate: IsoDate
  readonly bandRatio: number
  readonly territories: readonly TerritoryRow[]
  readonly accounts: readonly AlignedAccount[]
  /** One unit an account, in their order, whatever is moved as a whole. */
  readonly problem: AlignmentProblem
  /** The limits on moves as the problem has them. */
  readonly moveLimits: AlignmentRequest['moveLimits']
}

/**
 * Takes from the file what an alignment is about.
 *
 * Territories are leaves among main ones that are there on the day. Accounts are those that lie in one of them, and the unassigned when they
 * are to be placed too; an unassigned account that is locked stays out.
 */
export function frameAlignment(
  db: Reader,
  request: AlignmentRequest,
  today: IsoDate
): { frame: AlignmentFrame } | { refused: TerritoriesError } {
  const { scenarioId } = request
  const dates = settleDates(db, scenarioId, { onDate: request.onDate }, today)
  const settings = getTerritorySettings(db, scenarioId)
  const { rows, mainOf, coverage } = loadPlaced(db, scenarioId, dates)
  const leaves = rows.filter((row) => row.kind === 'main' && row.isLeaf)
  const wanted = request.territoryIds && new Set(request.territoryIds)
  const territories = wanted ? leaves.filter((row) => wanted.has(row.id)) : leaves
  if (wanted && territories.length < wanted.size) return { refused: { code: 'territories.notFound' } }
  const indexOf = new Map(territories.map((row, at) => [row.id, at]))
  const sellersOf = listSellersOf(rows, coverage, dates.onDate)
  const yearsWith = listYearsWith(db, dates.onDate)
  const isLocked = readLocks(request)
  const accounts = loadAccounts(db, dates, settings)
    .flatMap((account): AlignedAccount[] => {
      const assignment = mainOf.get(account.accountId)
      const current = assignment === undefined ? null : (indexOf.get(assignment.territoryId) ?? null)
      const locked = isLocked(account, assignment)
      const takesPart = current !== null || (assignment === undefined && request.withUnassigned && !locked)
      if (!takesPart) return []
      const sellers = assignment === undefined ? [] : (sellersOf.get(assignment.territoryId) ?? [])
      const years = sellers.flatMap(({ sellerId }) => yearsWith.get(account.accountId)?.get(sellerId) ?? [])
      const relationshipYears = years.length === 0 ? null : Math.max(...years)
      return [{ account, current, isLocked: locked, relationshipYears }]
    })
    // By id: the same accounts give the same plan, whatever they are called.
    .sort((one, other) => one.account.accountId - other.account.accountId)
  if (territories.length < 2 || accounts.length === 0)
    return {
      refused: { code: 'territories.nothingToAlign', territories: territories.length, accounts: accounts.length }
    }
  const moveLimits = limitMoves(request)
  return {
    frame: {
      request,
      onDate: dates.onDate,
      bandRatio: request.bandRatio ?? settings.bandRatio,
      territories,
      accounts,
      moveLimits,
      problem: makeProblem(request, moveLimits, territories, accounts)
    }
  }
}

function readLocks({ lockedIds, locks }: AlignmentRequest) {
  const named = new Set<AccountId>(lockedIds)
  const kinds = new Set(locks)
  return (account: AccountWithFigures, assignment: Assignment | undefined): boolean =>
    named.has(account.accountId) ||
    (kinds.has('manual') && assignment?.source === 'manual') ||
    (kinds.has('openDeals') && account.openDeals > 0) ||
    (kinds.has('customers') && account.wonDeals > 0)
}

/** The weight of disruption is by account: the solver takes the first of the limits for it. */
function limitMoves({ moveLimits, weights }: AlignmentRequest): AlignmentRequest['moveLimits'] {
  if (weights.disruption === 0 || moveLimits[0]?.by === 'accounts' || moveLimits.length === 0) return moveLimits
  return [{ by: 'accounts', maxRatio: 1 }, ...moveLimits]
}

function makeProblem(
  request: AlignmentRequest,
  moveLimits: AlignmentRequest['moveLimits'],
  territories: readonly TerritoryRow[],
  accounts: readonly AlignedAccount[]
): AlignmentProblem {
  const balanced = getMeasure(request.balance)
  const limited = request.limits.map(({ measure }) => getMeasure(measure))
  const unitOf = new Map(accounts.map(({ account }, at) => [account.accountId, at]))
  const indexOf = new Map<TerritoryId, number>(territories.map((row, at) => [row.id, at]))
  return {
    units: accounts.map(({ account, current, isLocked }): AlignmentUnit => {
      const figures = figuresOf(account)
      return {
        place: roughPlaceOf(account),
        load: Math.max(0, balanced.read(figures)),
        visits: figures.visits,
        others: limited.map((measure) => Math.max(0, measure.read(figures))),
        moveWeights: moveLimits.map(({ by }) => movedAmounts[by](figures)),
        current,
        isLocked
      }
    }),
    territories: territories.map(({ base, capacityRatio }) => ({
      base: base && { lon: base.lon, lat: base.lat },
      capacity: capacityRatio,
      maxLoad: null
    })),
    forbidden: request.forbidden.flatMap(({ accountId, territoryId }) => {
      const [unit, territory] = [unitOf.get(accountId), indexOf.get(territoryId)]
      return unit === undefined || territory === undefined ? [] : [[unit, territory] as const]
    }),
    weights: request.weights,
    bandRatio: request.bandRatio,
    limits: request.limits.map(({ bandRatio }) => ({ bandRatio })),
    moveLimits: moveLimits.map(({ maxRatio }) => ({ maxRatio })),
    neighbours: null,
    seed: request.seed
  }
}

/** What moved of each limit, of all that lies in a territory today: 0 to 1. */
export function movedRatio(frame: AlignmentFrame, limit: number, after: Int32Array): number {
  let [moved, total] = [0, 0]
  for (const [at, { current }] of frame.accounts.entries()) {
    if (current === null) continue
    const weight = frame.problem.units[at]?.moveWeights[limit] ?? 0
    total += weight
    if (after[at] !== current && (after[at] ?? -1) >= 0) moved += weight
  }
  return total > 0 ? moved / total : 0
}
