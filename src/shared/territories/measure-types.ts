// How much work an account is, what it may be worth, and how many sellers that needs. Formulas are in measures/ and sizing/.
import type { NumberField, TextField } from './rule-types.ts'
import type { TerritoryId } from './types.ts'

/** Calls a year and minutes a call for the accounts of a class. */
export interface CallNorm {
  /** A value of the class field. */
  value: string
  callsPerYear: number
  minutesPerCall: number
}

/** What a scenario assumes about work, worth and travel. All of it is the user's to change. */
export interface TerritorySettings {
  /** Which field says an account's class. */
  classField: TextField
  callNorms: CallNorm[]
  /** For accounts whose class has no norm; null: they have no workload, and are counted as such. */
  otherCalls: { callsPerYear: number; minutesPerCall: number } | null
  /** Null: potential isn't known. */
  potentialField: NumberField | null
  /** Weights of the custom index; they add up to 1. */
  customWeights: { workload: number; potential: number; revenue: number }
  /** Road km per straight km. */
  circuity: number
  speedKmh: number
  /** Hours of visits and travel on a day in the field, and such days a year: together the selling hours of a seller. */
  hoursPerDay: number
  daysPerYear: number
  /** Territories within this share of the mean count as even. */
  bandRatio: number
  /** With more accounts placed by hand than this share, the rules no longer say what is done. */
  exceptionLimitRatio: number
  /** A territory of which one account makes more than this share of its sales depends on it. */
  dependenceRatio: number
}

/** One line of a sizing by build-up. */
export interface SizingClass {
  value: string | null
  accounts: number
  callsPerYear: number
  minutesPerCall: number
  hours: number
}

/** How many sellers the accounts need; sellers are a fraction on purpose: 6.4 is neither 6 nor 7. */
export interface Sizing {
  sellingHoursPerYear: number
  classes: SizingClass[]
  /** Accounts of a class without a norm: no hours are counted for them. */
  unclassed: number
  callHours: number
  /** Sellers for the calls alone: hours over selling hours. */
  sellersWithoutTravel: number | null
  /** An estimate: hops between accounts and days out from the base of each territory. Null when no account could be placed. */
  travelHours: number | null
  sellersWithTravel: number | null
  /** Accounts whose place isn't known well enough for travel (only the country, or nothing): they get the mean hop. */
  withoutPlace: number
  territories: TerritorySize[]
}

export interface TerritorySize {
  territoryId: TerritoryId
  territoryName: string
  accounts: number
  visits: number
  callHours: number
  hopHours: number | null
  baseHours: number | null
  totalHours: number
  /** Sellers needed, and those who cover it on the day asked for, by their shares. */
  sellersNeeded: number
  sellersNow: number
  visitsPerDay: number | null
  /** Mean straight km from the base, weighted by visits, and between neighbouring accounts. */
  baseKm: number | null
  hopKm: number | null
}

/** Sellers needed to carry a target. */
export interface RequiredCapacity {
  /** Fully effective sellers: target over (quota x attainment). */
  sellers: number | null
}
