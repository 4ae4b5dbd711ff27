// How many sellers the accounts need, by build-up of calls and travel.
import { groupBy } from '#shared/math/group-by.ts'
import { sum } from '#shared/math/sum.ts'
import { nameKey } from '#shared/units/name-key.ts'
import type { Sizing, SizingClass, TerritorySettings, TerritorySize } from '../measure-types.ts'
import { estimateTravel, meanByVisits } from '../measures/travel.ts'
import type { TerritoryId } from '../types.ts'

/** An account as sizing sees it. */
export interface SizedAccount {
  /** Its class; null: it has none. */
  readonly accountClass: string | null
  /** The territory it lies in; null: none. */
  readonly territoryId: TerritoryId | null
  readonly visits: number
  readonly callHours: number
  /** Its work isn't known: its class has no norm. */
  readonly isUnclassed: boolean
  readonly hopKm: number | null
  /** Straight km from the base of its territory; null where one of the two isn't known. */
  readonly baseKm: number | null
}

export interface SizingInput {
  readonly accounts: readonly SizedAccount[]
  /** Leaves among main territories, with the sellers who cover each, by their parts. */
  readonly territories: readonly { readonly id: TerritoryId; readonly name: string; readonly sellers: number }[]
  readonly settings: TerritorySettings
}

/**
 * Sizes the sales force by build-up: hours of calls and travel over the selling hours of one seller.
 *
 * @param input accounts with their work, and the territories they lie in
 * @returns sellers as fractions; hours a year
 * @missing travel is null when no distance is known; accounts in no territory count in the whole for their calls and hops alone
 * @source N = Σ (accounts x calls x hours) / selling hours (Talley 1961; worked cases T1 and T2); travel: see estimateTravel
 * @example sizeAccounts({ accounts: [], territories: [], settings }).sellersWithoutTravel // 0
 */
export function sizeAccounts({ accounts, territories, settings }: SizingInput): Sizing {
  const sellingHoursPerYear = settings.hoursPerDay * settings.daysPerYear
  const placed = groupBy(accounts, (account) => account.territoryId)
  const sizes = territories.map(({ id, name, sellers }): TerritorySize => {
    const own = placed.get(id) ?? []
    const travel = estimateTravel({ accounts: own, assumptions: settings })
    const callHours = sum(own.map((account) => account.callHours))
    const hopHours = own.some((account) => account.hopKm !== null) ? travel.hopHours : null
    const totalHours = callHours + (hopHours ?? 0) + (travel.baseHours ?? 0)
    return {
      territoryId: id,
      territoryName: name,
      accounts: own.length,
      visits: sum(own.map((account) => account.visits)),
      callHours,
      hopHours,
      baseHours: travel.baseHours,
      totalHours,
      sellersNeeded: totalHours / sellingHoursPerYear,
      sellersNow: sellers,
      visitsPerDay: travel.visitsPerDay,
      baseKm: meanByVisits(own, (account) => account.baseKm),
      hopKm: meanByVisits(own, (account) => account.hopKm)
    }
  })
  const known = new Set(territories.map((territory) => territory.id))
  const elsewhere = accounts.filter((account) => account.territoryId === null || !known.has(account.territoryId))
  const apart = estimateTravel({
    accounts: elsewhere.map((account) => ({ ...account, baseKm: null })),
    assumptions: settings
  })
  const callHours = sum(accounts.map((account) => account.callHours))
  const hasTravel = accounts.some((account) => account.hopKm !== null || account.baseKm !== null)
  const travelHours = hasTravel
    ? sum(sizes.map((size) => (size.hopHours ?? 0) + (size.baseHours ?? 0))) + apart.hopHours
    : null
  return {
    sellingHoursPerYear,
    classes: listClasses(accounts, settings),
    unclassed: accounts.filter((account) => account.isUnclassed).length,
    callHours,
    sellersWithoutTravel: callHours / sellingHoursPerYear,
    travelHours,
    sellersWithTravel: travelHours === null ? null : (callHours + travelHours) / sellingHoursPerYear,
    withoutPlace: accounts.filter((account) => account.hopKm === null).length,
    territories: sizes
  }
}

/** The classes with their norms, those with a norm first in the order of the norms, then the others as one. */
function listClasses(accounts: readonly SizedAccount[], settings: TerritorySettings): SizingClass[] {
  const keyOf = (accountClass: string | null) => (accountClass === null ? null : nameKey(accountClass))
  const norms = new Set(settings.callNorms.map((norm) => nameKey(norm.value)))
  const counts = groupBy(accounts, (account) => {
    const key = keyOf(account.accountClass)
    return key !== null && norms.has(key) ? key : null
  })
  const classes = settings.callNorms.map((norm): SizingClass => {
    const own = counts.get(nameKey(norm.value)) ?? []
    return { ...norm, accounts: own.length, hours: sum(own.map((account) => account.callHours)) }
  })
  const others = counts.get(null) ?? []
  if (others.length > 0 && settings.otherCalls)
    classes.push({
      value: null,
      accounts: others.length,
      ...settings.otherCalls,
      hours: sum(others.map((account) => account.callHours))
    })
  return classes
}
