// What keeps territories from being sound: each check, and which of them block an approval.
import type { AccountId } from '#shared/crm/types.ts'
import { groupBy } from '#shared/math/group-by.ts'
import type { OverviewInput } from './overview-input.ts'
import { clip, countDays, cutSections, type Days, findGaps, sharesDay } from './stretches.ts'
import { lineOf } from './tree.ts'
import type {
  AccountFigures,
  Assignment,
  Coverage,
  TerritoryCheck,
  TerritoryCheckKind,
  TerritoryId,
  TerritoryRow
} from './types.ts'

type CheckLimits = OverviewInput['limits']

/** Whether a plan with such a check may not be approved as it is. */
export const blocksApproval: Readonly<Record<TerritoryCheckKind, boolean>> = {
  unassigned: true,
  double: true,
  empty: true,
  noSeller: true,
  gap: true,
  overlap: true,
  outsideDates: true,
  aboveLeaf: false,
  outdated: false,
  exceptions: false,
  dependence: false
}

interface CheckInput extends OverviewInput, Pick<CheckedTotals, 'assigned' | 'unassigned' | 'manualAccounts'> {
  rows: readonly TerritoryRow[]
  /** Assignments of the day. */
  current: readonly Assignment[]
  accountsById: ReadonlyMap<AccountId, AccountToCheck>
}
interface CheckedTotals {
  assigned: AccountFigures
  unassigned: AccountFigures
  manualAccounts: number
}
interface AccountToCheck {
  accountName: string
  wonMinor: number
}

/** Two parts of 0.7 and 0.3 are a whole, whatever binary fractions make of it. */
const edge = 1e-9

/**
 * Checks territories.
 *
 * @param input rows with their figures, assignments and coverage of the plan's year
 * @returns checks, those of the whole first, then double accounts, then by territory in the order of the tree
 * @missing a territory is covered by those who cover it or one above it, up to their last day of work; one nobody covers all year is `noSeller`,
 *   not a gap
 * @source unassigned, double, empty, gaps and overlaps are what alignment systems refuse to publish with; the exception ratio and single-account
 *   dependence are health checks of the trade
 * @example checkTerritories(nothing) // []
 */
export function checkTerritories(input: CheckInput): TerritoryCheck[] {
  const { rows, unassigned, manualAccounts, assigned, outdated, limits } = input
  if (rows.length === 0) return []
  const checks: TerritoryCheck[] = []
  if (unassigned.accounts > 0)
    checks.push({ kind: 'unassigned', accounts: unassigned.accounts, wonMinor: unassigned.wonMinor })
  if (outdated > 0) checks.push({ kind: 'outdated', accounts: outdated })
  const ratio = assigned.accounts === 0 ? 0 : manualAccounts / assigned.accounts
  if (ratio > limits.exceptionLimitRatio)
    checks.push({ kind: 'exceptions', accounts: manualAccounts, ratio, limitRatio: limits.exceptionLimitRatio })
  const largest = findLargest(input)
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  const year: Days = { fromOn: input.year.startsOn, toOn: input.year.endsOn }
  return [
    ...checks,
    ...findDoubles(input, rowOf),
    ...rows.flatMap((row) => [
      ...checkContent(row, largest.get(row.id), limits),
      ...(row.isLeaf ? checkCoverage(row, rowOf, rows, year) : []),
      ...checkDates(row, input.assignments, year)
    ])
  ]
}

function checkContent(row: TerritoryRow, largest: AccountToCheck | undefined, limits: CheckLimits): TerritoryCheck[] {
  const named = { territoryId: row.id, territoryName: row.name }
  if (!row.isLeaf) return row.ownAccounts > 0 ? [{ kind: 'aboveLeaf', ...named, accounts: row.ownAccounts }] : []
  if (row.accounts === 0) return [{ kind: 'empty', ...named }]
  const ratio = largest && row.wonMinor > 0 ? largest.wonMinor / row.wonMinor : 0
  return largest && ratio > limits.dependenceRatio
    ? [{ kind: 'dependence', ...named, accountName: largest.accountName, ratio }]
    : []
}

/** The account that sold most in each territory. */
function findLargest({ current, accountsById }: CheckInput): Map<TerritoryId, AccountToCheck> {
  const largest = new Map<TerritoryId, AccountToCheck>()
  for (const { territoryId, accountId } of current) {
    const account = accountsById.get(accountId)
    if (account && account.wonMinor > (largest.get(territoryId)?.wonMinor ?? 0)) largest.set(territoryId, account)
  }
  return largest
}

/** The days of a coverage on which the person still works. */
const workedDays = (each: Coverage, days: Days): Days | undefined =>
  clip(each, days, { fromOn: null, toOn: each.leftOn })

function checkCoverage(
  row: TerritoryRow,
  rowOf: ReadonlyMap<TerritoryId, TerritoryRow>,
  rows: readonly TerritoryRow[],
  year: Days
): TerritoryCheck[] {
  const named = { territoryId: row.id, territoryName: row.name }
  const days = clip(row, year)
  if (!days) return []
  const covering = lineOf(rows, row.id).flatMap((id) => rowOf.get(id)?.coverage ?? [])
  const covered = covering.flatMap((each) => workedDays(each, days) ?? [])
  if (covered.length === 0) return [{ kind: 'noSeller', ...named }]
  const checks: TerritoryCheck[] = findGaps(days, covered).map((gap) => ({
    kind: 'gap',
    ...named,
    ...gap,
    days: countDays(gap)
  }))
  const fixed = row.coverage.flatMap((each) => {
    const own = each.shareRatio === null ? undefined : workedDays(each, days)
    return own ? { ...own, shareRatio: each.shareRatio ?? 0, sellerName: each.sellerName } : []
  })
  for (const { fromOn, toOn, held } of cutSections(fixed)) {
    const shareRatio = held.reduce((sum, each) => sum + each.shareRatio, 0)
    if (shareRatio > 1 + edge)
      checks.push({
        kind: 'overlap',
        ...named,
        sellerNames: held.map((each) => each.sellerName),
        fromOn,
        toOn,
        shareRatio
      })
  }
  return checks
}

/** Accounts that lie in a territory on days of the year on which it isn't there. */
function checkDates(row: TerritoryRow, assignments: readonly Assignment[], year: Days): TerritoryCheck[] {
  if (row.fromOn === null && row.toOn === null) return []
  const outside = new Set<AccountId>()
  for (const each of assignments) {
    const days = each.territoryId === row.id ? clip(each, year) : undefined
    const within = days && clip(row, days)
    if (days && (!within || within.fromOn !== days.fromOn || within.toOn !== days.toOn)) outside.add(each.accountId)
  }
  return outside.size === 0
    ? []
    : [{ kind: 'outsideDates', territoryId: row.id, territoryName: row.name, accounts: outside.size }]
}

/** Accounts that lie in two main territories on the same day, whatever the day. */
function findDoubles(
  { assignments, accountsById }: CheckInput,
  rowOf: ReadonlyMap<TerritoryId, TerritoryRow>
): TerritoryCheck[] {
  const main = assignments.filter((each) => rowOf.get(each.territoryId)?.kind === 'main')
  const checks: TerritoryCheck[] = []
  for (const [accountId, placed] of groupBy(main, (each) => each.accountId)) {
    if (placed.length < 2) continue
    const clashing = placed.filter((each) => placed.some((other) => other !== each && sharesDay(each, other)))
    const account = accountsById.get(accountId)
    if (!account || clashing.length === 0) continue
    const territoryNames = [...new Set(clashing.flatMap((each) => rowOf.get(each.territoryId)?.name ?? []))].sort()
    checks.push({ kind: 'double', accountId, accountName: account.accountName, territoryNames })
  }
  return checks
}
