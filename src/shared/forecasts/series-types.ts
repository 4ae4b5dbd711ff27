// What a series stands on besides deals: one-off deals and what is done about them, changed definitions, totals typed or pasted, and drivers.
// Decisions are a person's and have a reason; what is found is proposed and never applied by itself.
import type { OpportunityId } from '#shared/crm/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { Id } from '#shared/units/id.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import type { CutDimension, ForecastCut } from './types.ts'

export type SeriesChangeId = Id<'seriesChange'>

/** Why the amount used in a period isn't the recorded one. */
export type PointTreatment =
  | { kind: 'cleaned'; deals: number; byMinor: number }
  | { kind: 'capped'; deals: number; byMinor: number }
  | { kind: 'rescaled'; changedOn: IsoDate; factorRatio: number }
  /** Nothing was recorded, and that is taken as missing: the value lies between its neighbours. */
  | { kind: 'filled' }

/** The running period so far, against the same day of earlier periods. */
export interface SameDay {
  periodKey: string
  /** Days of the period that have passed, the last day of the data included. */
  daysPassed: number
  soldMinor: number
  /** Earlier periods: what was sold by that day, and what the whole period came to. The newest last, at most eight. */
  earlier: { periodKey: string; byThenMinor: number; wholeMinor: number }[]
  /** Median of `byThenMinor`. */
  usualMinor: number
}

/** What is done with a one-off deal: left as it is, left out, or counted up to the largest usual amount. */
export type OneOffTreatment = 'keep' | 'clean' | 'cap'

/** A deal so large that it may say little about what comes, and why it counts as one. */
export interface OneOffDeal {
  opportunityId: OpportunityId
  externalId: string | null
  name: string | null
  accountName: string | null
  sellerName: string | null
  closeOn: IsoDate
  amountMinor: number
  periodKey: string
  /** Its amount over the median of the won deals of the series. */
  timesMedianRatio: number
  /** Its part of what was won in its period. */
  shareOfPeriodRatio: number
  /** True: unusual by the rule. False: among the largest, or decided on by a person. */
  isFound: boolean
  decision: { treatment: OneOffTreatment; capMinor: number | null; reason: string; decidedAt: string } | null
}

/** What the deals of a series were looked at with. */
export interface OneOffRule {
  /** How many won deals above zero there are. */
  deals: number
  /** Amounts above this are unusual; null with too few deals to tell. */
  fenceMinor: number | null
  /** The largest amount that isn't unusual: what a deal is capped to. Null without a fence. */
  usualMinor: number | null
}

/** What a changed definition does to the values before its day. */
export type ChangeTreatment = 'rescale' | 'leaveOut' | 'mark'

/** From a day on something is counted in another way: a price list, a merged company, a new definition of a booking. */
export interface SeriesChange {
  id: SeriesChangeId
  changedOn: IsoDate
  treatment: ChangeTreatment
  /** Values before are multiplied by this; null unless they are rescaled. */
  factorRatio: number | null
  /** Whose sales it concerns; the company's concern every series. */
  cut: ForecastCut
  reason: string
}

/** What a series came to before a day and after it. */
export interface LevelsAround {
  /** Periods before and from it on that are looked at. */
  beforeCount: number
  afterCount: number
  /** Means before and after, minor units; of a year on either side where there is one. */
  beforeMinor: number
  afterMinor: number
  /** After over before; null where one of the two isn't above zero. */
  factorRatio: number | null
  /** Whether means are of whole years, so that the season is out of them. */
  isOfWholeYears: boolean
}

/** A break that was found in a series: proposed, not applied. */
export interface FoundBreak extends LevelsAround {
  /** Says which series and which period: what is set aside is found by it. */
  key: string
  /** First day of the period from which the level is another. */
  changedOn: IsoDate
  periodKey: string
  /** Chance of so large a difference without a break (Pettitt's test). */
  pRatio: number
}

/** A total typed or pasted for a span of days. */
export interface SeriesTotal {
  startsOn: IsoDate
  endsOn: IsoDate
  amountMinor: number
  currency: CurrencyCode
}

/** A line of a pasted block that can't be used: its number from 1, and what is wrong with it. */
export interface PasteProblem {
  line: number
  text: string
  problem: 'period' | 'amount' | 'columns' | 'twice' | 'cut' | 'value' | 'tooLarge' | 'driver' | 'day'
}

/** Everything that a series stands on, for looking at it and deciding. */
export interface SeriesDetail {
  rule: OneOffRule
  /** Found ones, those decided on, and the largest of the others; the largest first. Of won deals alone. */
  oneOffs: OneOffDeal[]
  /** Changed definitions that concern the series. */
  changes: SeriesChange[]
  /** A break that no change explains and nobody has set aside. */
  foundBreak: FoundBreak | null
  /** Totals typed or pasted for this cut, and those of them that no period of this grain holds. */
  totals: SeriesTotal[]
  totalsLeftOut: number
  drivers: Driver[]
  /** The periods of the drivers' values. */
  driverPeriods: { past: string[]; future: string[] }
}

/** Cuts to choose from, each with its label; the rest of a kind is the last. */
export interface CutGroup {
  dimension: CutDimension
  cuts: { cut: ForecastCut; label: string }[]
}

/** Drivers that the product knows itself; others are pasted under a name of their own. */
export type OwnDriver = 'workingDays' | 'headcount'

/** A number that sales may follow, period by period. */
export interface Driver {
  /** 'workingDays', 'headcount', or the name it was pasted under. */
  id: string
  isOwn: boolean
  /** Values of the past periods, in their order; null where none is known. */
  past: (number | null)[]
  /** Values of the coming periods; null where none is known, so that a regression on it can't reach there. */
  future: (number | null)[]
  /** Coming periods without a value. */
  missingFuture: number
}

export type SeriesError =
  /** Totals by this cut: none was typed or pasted, or they don't cover a whole period of this grain. */
  | { code: 'forecasts.noTotals' }
  | { code: 'forecasts.noInvoices' }
  | { code: 'forecasts.dealMissing' }
  | { code: 'forecasts.changeMissing' }
  | { code: 'forecasts.driverMissing' }
