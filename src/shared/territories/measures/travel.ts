// Travel estimated from straight lines: a road is longer than the line by the circuity, and is driven at one mean speed. It is an estimate
// that has not been held against road routes; its assumptions are the user's to change.
import type { TerritorySettings } from '../measure-types.ts'

type TravelAssumptions = Pick<TerritorySettings, 'circuity' | 'speedKmh'>

/**
 * Gives hours on the road per straight km.
 *
 * @param assumptions road km per straight km, and km/h
 * @returns hours per straight km
 * @source minutes per straight km τ = circuity / speed x 60 (sales-territory-balancer, docs/methodology.md); circuity by country: R. H. Ballou,
 *   H. Rahardja, N. Sakai, "Selected country circuity factors for road travel distance estimation", Transportation Research A 36 (2002)
 * @example hoursPerKm({ circuity: 1.2, speedKmh: 60 }) // 0.02
 */
export function hoursPerKm({ circuity, speedKmh }: TravelAssumptions): number {
  return circuity / speedKmh
}

/** A group of visits with one base: a territory. */
export interface TravelInput {
  /** Calls a year of each account, hours a call, mean straight km to its three nearest accounts, straight km from the base. */
  readonly accounts: readonly {
    readonly visits: number
    readonly callHours: number
    readonly hopKm: number | null
    readonly baseKm: number | null
  }[]
  readonly assumptions: TravelAssumptions & Pick<TerritorySettings, 'hoursPerDay'>
}

export interface Travel {
  /** Hours a year from one account to the next. */
  readonly hopHours: number
  /** Hours a year out from the base and back, shared by the visits of a day; null without any known distance from the base. */
  readonly baseHours: number | null
  /** Visits that fit in a day; null when there are no visits, or they take no time. */
  readonly visitsPerDay: number | null
}

/**
 * Estimates the hours of travel of a territory in a year.
 *
 * A hop is hours per km x the mean distance to the three nearest accounts; a day holds q = max(1, day / mean time of a visit) visits, hops
 * apart as the source has it; the way out and back is driven once a day, so a visit bears 2·τ·d / q of it.
 *
 * @param input visits with their distances
 * @returns hours a year
 * @missing an account without a hop distance gets the mean hop of the others (none known: no hop); one without a distance from the base gets
 *   the mean of the others
 * @source sales-territory-balancer, docs/methodology.md: L = v·(m + h + d(base)·2τ/q)
 * @example estimateTravel({ accounts: [], assumptions }).visitsPerDay // null
 */
export function estimateTravel({ accounts, assumptions }: TravelInput): Travel {
  const perKm = hoursPerKm(assumptions)
  const visits = accounts.reduce((sum, account) => sum + account.visits, 0)
  if (visits === 0) return { hopHours: 0, baseHours: null, visitsPerDay: null }
  const callHours = accounts.reduce((sum, account) => sum + account.callHours, 0)
  const hopKm = meanByVisits(accounts, ({ hopKm }) => hopKm) ?? 0
  const baseKm = meanByVisits(accounts, ({ baseKm }) => baseKm)
  const hopHours = perKm * accounts.reduce((sum, account) => sum + account.visits * (account.hopKm ?? hopKm), 0)
  // Calls of no length would fit without end: then a visit bears nothing of the way out.
  const visitsPerDay = callHours === 0 ? null : Math.max(1, (assumptions.hoursPerDay * visits) / callHours)
  const kmOut = accounts.reduce((sum, account) => sum + account.visits * (account.baseKm ?? baseKm ?? 0), 0)
  const baseHours = baseKm === null ? null : visitsPerDay === null ? 0 : (kmOut * 2 * perKm) / visitsPerDay
  return { hopHours, baseHours, visitsPerDay }
}

/**
 * Gives the mean of a distance, weighted by visits.
 *
 * @param accounts accounts with visits
 * @param read the distance
 * @returns km
 * @missing null when no account with visits has the distance
 * @example meanByVisits([{ visits: 2, hopKm: 5 }], ({ hopKm }) => hopKm) // 5
 */
export function meanByVisits<Account extends { readonly visits: number }>(
  accounts: readonly Account[],
  read: (account: Account) => number | null
): number | null {
  let [visits, km] = [0, 0]
  for (const account of accounts) {
    const distance = read(account)
    if (distance === null) continue
    visits += account.visits
    km += account.visits * distance
  }
  return visits === 0 ? null : km / visits
}
