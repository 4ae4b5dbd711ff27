// The calls and hours that accounts ask for in a year, by the norms of their class.
import { nameKey } from '#shared/units/name-key.ts'
import type { TerritorySettings } from '../measure-types.ts'

/** Calls and hours a year of one account. */
export interface AccountWork {
  readonly visits: number
  /** Hours at the customer, travel apart. */
  readonly callHours: number
}

/**
 * Makes the norms ready to be asked for many accounts.
 *
 * @param settings call norms by class, and those for accounts of no such class
 * @returns a function from an account's class (null: it has none) to its calls a year and its hours a year at the customer
 * @missing null for a class without a norm when there are none for the others: its work isn't known
 * @source the workload method: calls x time of a call (W. J. Talley, "How to design sales territories", Journal of Marketing 25 (1961))
 * @example readWork({ callNorms: [{ value: 'A', callsPerYear: 12, minutesPerCall: 60 }], otherCalls: null })('a') // { visits: 12, callHours: 12 }
 */
export function readWork(
  settings: Pick<TerritorySettings, 'callNorms' | 'otherCalls'>
): (accountClass: string | null) => AccountWork | null {
  const workOf = ({ callsPerYear, minutesPerCall }: { callsPerYear: number; minutesPerCall: number }) => ({
    visits: callsPerYear,
    callHours: (callsPerYear * minutesPerCall) / 60
  })
  const norms = new Map(settings.callNorms.map((norm) => [nameKey(norm.value), workOf(norm)]))
  const others = settings.otherCalls && workOf(settings.otherCalls)
  const known = new Map<string, AccountWork | null>()
  return (accountClass) => {
    if (accountClass === null) return others
    const found = known.get(accountClass) ?? norms.get(nameKey(accountClass)) ?? others
    known.set(accountClass, found)
    return found
  }
}
