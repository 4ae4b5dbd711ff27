// What the overview of territories is worked out from: the rows of one scenario and the accounts with their figures.
import type { AccountId } from '#shared/crm/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { TerritorySettings } from './measure-types.ts'
import type { AccountFigures, Assignment, Coverage, TerritoryRecord } from './types.ts'

export interface AccountFacts extends AccountFigures {
  accountId: AccountId
  accountName: string
  /** Null where it isn't known, or no closer than its country. */
  place: { readonly lon: number; readonly lat: number } | null
}

export interface OverviewInput {
  territories: readonly TerritoryRecord[]
  assignments: readonly Assignment[]
  coverage: readonly Coverage[]
  accounts: readonly AccountFacts[]
  /** The day for which assignments hold. */
  onDate: IsoDate
  /** First and last day of the plan's year: coverage is checked over all of it. */
  year: { startsOn: IsoDate; endsOn: IsoDate }
  limits: Pick<TerritorySettings, 'exceptionLimitRatio' | 'dependenceRatio'>
  /** Accounts that the rules would place elsewhere; worked out by the caller, since rules need more than figures. */
  outdated: number
}
