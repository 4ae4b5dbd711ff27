// The figures of each account: its sales and pipeline as given, its workload, potential and share of the custom index worked out here.
import { sum } from '#shared/math/sum.ts'
import type { TerritorySettings } from '../measure-types.ts'
import { type RuleAccount, readNumber, readText } from '../placement/index.ts'
import type { AccountFigures } from '../types.ts'
import { meanNearestKm } from './nearest.ts'
import { hoursPerKm } from './travel.ts'
import { readWork } from './work.ts'

export interface AccountToMeasure extends Pick<AccountFigures, 'wonMinor' | 'wonDeals' | 'openMinor' | 'openDeals'> {
  readonly fields: RuleAccount
  /** Null where it isn't known, or no closer than its country. */
  readonly place: { readonly lon: number; readonly lat: number } | null
}

export interface MeasuredAccount extends AccountFigures {
  /** Hours at the customer, travel apart. */
  readonly callHours: number
  /** Mean straight km to the three nearest accounts. */
  readonly hopKm: number | null
}

/**
 * Measures accounts.
 *
 * Workload is calls a year x (time of a call + the hop from one account to the next); the way out from the base belongs to a territory and is
 * in its size alone. The custom index is the weighted sum of the account's shares of all workload, potential and own sales.
 *
 * @param accounts all accounts of the workspace, amounts in one currency, minor units
 * @param settings what the scenario assumes
 * @returns figures in the order of the accounts; potential in the unit of its field
 * @missing an account whose class has no norm has no workload and one without the potential field no potential: both count as 0 there and are
 *   counted in `withoutWorkload` and `withoutPotential`. An unknown place gets the mean hop of the others. Sales below 0 count as 0 in the index
 * @source workload: see readWork and hoursPerKm; index: composite alignment index w1·workload share + w2·potential share + w3·own-sales share
 * @example measureAccounts([], settings) // []
 */
export function measureAccounts(accounts: readonly AccountToMeasure[], settings: TerritorySettings): MeasuredAccount[] {
  const workOf = readWork(settings)
  const perKm = hoursPerKm(settings)
  const hops = meanNearestKm(accounts.map((account) => account.place))
  const known = hops.filter((hop) => hop !== null)
  const usualHop = known.length === 0 ? 0 : sum(known) / known.length
  const rows = accounts.map((account, at) => {
    const work = workOf(readText(account.fields, settings.classField))
    const potential = settings.potentialField === null ? null : readNumber(account.fields, settings.potentialField)
    const hopKm = hops[at] ?? null
    return {
      accounts: 1,
      wonMinor: account.wonMinor,
      wonDeals: account.wonDeals,
      openMinor: account.openMinor,
      openDeals: account.openDeals,
      visits: work?.visits ?? 0,
      callHours: work?.callHours ?? 0,
      hopKm,
      workloadHours: work ? work.callHours + work.visits * (hopKm ?? usualHop) * perKm : 0,
      potential: Math.max(0, potential ?? 0),
      customShare: 0,
      withoutWorkload: work ? 0 : 1,
      withoutPotential: potential === null ? 1 : 0
    }
  })
  const { customWeights: weights } = settings
  const share = (value: number, total: number) => (total > 0 ? Math.max(0, value) / total : 0)
  const workload = sum(rows.map((row) => row.workloadHours))
  const potential = sum(rows.map((row) => row.potential))
  const revenue = sum(rows.map((row) => Math.max(0, row.wonMinor)))
  for (const row of rows)
    row.customShare =
      weights.workload * share(row.workloadHours, workload) +
      weights.potential * share(row.potential, potential) +
      weights.revenue * share(row.wonMinor, revenue)
  return rows
}
