// What the handbook's fields are filled from: plain rows that the engine has read, nothing computed yet.
// The fields (fields/*.ts) do the arithmetic, so that a test can check a printed number against these rows.
import type { PayPlanId, PayPlanRules } from '#shared/compensation/types.ts'
import type { SellerId, SellerRole } from '#shared/people/types.ts'
import type { QuotaMethodId, TargetSource } from '#shared/quotas/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import type { Period } from '#shared/units/period.ts'

export interface HandbookSeller {
  id: SellerId
  name: string
  role: SellerRole
  teamName: string | null
  /** The one who leads the team. */
  leaderName: string | null
  hiredOn: IsoDate | null
  leftOn: IsoDate | null
  basePayMinor: number | null
  variablePayMinor: number | null
}

export interface HandbookQuota {
  sellerId: SellerId
  periodKey: string
  startsOn: IsoDate
  amountMinor: number
}

export interface HandbookTerritory {
  name: string
  teamName: string | null
  sellers: { id: SellerId; name: string }[]
  accounts: number
  /** Bookings of its accounts in the year before; null when that year has no data. */
  bookingsMinor: number | null
}

/** How the quotas were set, from the last allocation of the scenario. */
export interface HandbookAllocation {
  method: QuotaMethodId
  source: TargetSource['kind']
  /** What the company is to book in the year. */
  targetMinor: number
  /** The target with its cushion: what was shared out. */
  streetMinor: number
  baseYear: number
  madeOn: IsoDate
}

export interface HandbookMember {
  sellerId: SellerId
  /** For a full year. */
  targetPayMinor: number | null
  /** What of it belongs to the days this person takes part in the plan's year, by the plan's own rule of days. */
  targetInYearMinor: number | null
}

export interface HandbookPayPlan {
  id: PayPlanId
  name: string
  rules: PayPlanRules
  members: HandbookMember[]
}

export interface HandbookResults {
  fiscalYear: number
  deals: number
  bookingsMinor: number
  /** One entry for each of the year's quarters that has any. */
  quarters: { index: number; deals: number; bookingsMinor: number }[]
  /** The highest first; a name of null stands for deals whose seller is unknown. */
  sellers: { name: string | null; deals: number; bookingsMinor: number }[]
}

export interface HandbookValues {
  company: string
  currency: CurrencyCode
  numberLocale: string
  fiscalYear: number
  startsOn: IsoDate
  endsOn: IsoDate
  quarters: readonly Period[]
  scenarioName: string
  approvedOn: IsoDate | null
  /** The day on which this text is made. */
  versionOn: IsoDate
  dataAsOf: IsoDate | null
  /** Those who are to carry a quota or a pay plan in the year: not yet left when it starts, hired before it ends. */
  sellers: HandbookSeller[]
  /** Null when nothing was won in the year before. */
  results: HandbookResults | null
  territories: HandbookTerritory[]
  /** Accounts of the workspace that no territory has. */
  accountsWithoutTerritory: number
  /** How the quotas were set; null when they were typed in, or when there are none. */
  allocation: HandbookAllocation | null
  quotas: HandbookQuota[]
  payPlans: HandbookPayPlan[]
}
