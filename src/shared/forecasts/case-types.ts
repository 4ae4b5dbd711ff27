// Cases of what may come: what a case starts from, the levers it moves with their ranges, and what comes of it. A case is worked out from the
// base alone, so the window can do it again with every move of a lever.
import type { ScenarioId } from '#shared/plans/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { Id } from '#shared/units/id.ts'
import type { CurrencyCode } from '#shared/units/money.ts'

export type CaseId = Id<'forecastCase'>
export type CaseKind = 'base' | 'good' | 'bad' | 'own'

/** One fiscal month of the plan's year as the forecast says it without any lever. */
export interface BaseMonth {
  readonly periodKey: string
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
  /** Won already: no lever moves it. */
  readonly soldMinor: number
  /** What is to come from deals that are open today, and from deals not made yet: together the forecast's middle less what is sold. */
  readonly openMinor: number
  readonly newMinor: number
  /** Part of what is to come that is business with existing customers; null where the data don't tell. */
  readonly existingRatio: number | null
}

export interface CaseBase {
  readonly fiscalYear: number
  readonly currency: CurrencyCode
  readonly dataAsOf: IsoDate
  readonly months: readonly BaseMonth[]
  /** The forecast of the months after the year: a shorter cycle pulls part of them in. */
  readonly afterMinor: readonly number[]
  /** What the whole year comes to in the forecast at the percentiles 0.5, 1.5 … 99.5: 100 values, sold part included; null where the
   * forecast has no range. */
  readonly percentilesMinor: readonly number[] | null
  /** Measured in the data, with what it stands on; null where the data don't tell. What levers are compared with. */
  readonly measured: {
    readonly winRatio: { readonly value: number; readonly n: number } | null
    /** Mean of won deals; `logDeviation` is the standard deviation of the natural logarithms of the amounts above 0, null below two of them. */
    readonly dealSizeMinor: { readonly value: number; readonly n: number; readonly logDeviation: number | null } | null
    readonly cycleDays: { readonly value: number; readonly n: number } | null
    readonly dealsPerMonth: { readonly value: number; readonly months: number } | null
    readonly sellers: number
    /** What a seller at full productivity books in a month, all year's seasons alike. */
    readonly yieldPerSellerMinor: number | null
    /** From the start to full productivity. */
    readonly rampMonths: number | null
    /** Of a year: sellers who left over sellers, customers who bought no more over customers, growth of what those who stayed bought. */
    readonly attritionRatio: { readonly value: number; readonly n: number } | null
    readonly churnRatio: { readonly value: number; readonly n: number } | null
    readonly expansionRatio: { readonly value: number; readonly n: number } | null
    /** Parts of what was sold lately by currency, the workspace's own among them. */
    readonly currencies: readonly { readonly currency: CurrencyCode; readonly shareRatio: number }[]
    /** Month's share of a year × 12, in the order of the fiscal year; null without two years. */
    readonly seasonality: readonly number[] | null
  }
  /** Part of won deals that close so many months after they were made: index 0 the same month. Sums to 1; empty where the data don't tell. */
  readonly closeLagRatios: readonly number[]
}

export type LeverId =
  | 'winRate'
  | 'dealSize'
  | 'cycle'
  | 'leads'
  | 'price'
  | 'startDelay'
  | 'ramp'
  | 'attrition'
  | 'churn'
  | 'expansion'
  | 'seasonality'
  | 'exchangeRate'

/**
 * A lever's change against the base, from a month on, with what it may be at the least and at the most. 0 is no change for every lever; the
 * unit is the lever's own (`CaseLever.unit`): a relative change (0.1 is a tenth more), points of a yearly ratio, days or months.
 */
export interface LeverSetting {
  readonly lever: LeverId
  /** Of the exchange rate alone. */
  readonly currency?: CurrencyCode
  readonly low: number
  readonly middle: number
  readonly high: number
  /** The fiscal month from which it holds; null: from the end of the data. */
  readonly fromKey: string | null
  /** Of the price alone: part of the volume lost when the price rises by a hundredth (0.01: as much as is gained). Absent: the lever's start value. */
  readonly volumeLossRatio?: number | undefined
  /** Of attrition alone: months until a seller's place is filled. Absent: the lever's start value. */
  readonly backfillMonths?: number | undefined
}

export interface PlannedHire {
  readonly name: string
  readonly count: number
  readonly startKey: string
}

export interface CaseEvent {
  readonly name: string
  readonly startKey: string
  /** Null: to the end of the year. */
  readonly months: number | null
  /** Minor units a month, or a ratio of what would come anyway. */
  readonly unit: 'amount' | 'ratio'
  readonly low: number
  readonly middle: number
  readonly high: number
  /** That it happens at all. */
  readonly chanceRatio: number
}

export interface CaseAssumptions {
  readonly levers: readonly LeverSetting[]
  readonly hires: readonly PlannedHire[]
  readonly events: readonly CaseEvent[]
}

export interface ForecastCase {
  readonly id: CaseId
  readonly scenarioId: ScenarioId
  readonly kind: CaseKind
  readonly name: string
  readonly assumptions: CaseAssumptions
  readonly notes: string
}

/** What moved: a lever by its id ('winRate', 'exchangeRate:USD'), 'hires', an event by its name ('event:Fair'), or 'others' (small ones in one). */
export type EffectKey = string

/** What a case can't say from this base, or says otherwise than it was asked. */
export type CaseNote =
  /** The lever moves nothing because the base lacks what it stands on. */
  | {
      kind: 'noBasis'
      key: EffectKey
      missing: 'existingRatio' | 'seasonality' | 'currency' | 'nothingToCome' | 'hires'
    }
  /** What a seller sells isn't known: hires add nothing. */
  | { kind: 'noYield'; hires: number }
  /** Hires planned to start before the data end: they come on top of the sellers of today, among whom they may be already. */
  | { kind: 'hiresStarted'; hires: number }
  /** No ramp measured: hires and replacements count as selling in full from their first day, but for the ramp lever. */
  | { kind: 'noRamp' }
  /** No measured time from made to won: deals count as closing in the month they are made. */
  | { kind: 'noCloseLag' }
  /** Outside what the lever allows on this base: worked out at the bound. */
  | { kind: 'atBound'; key: EffectKey; bound: number }
  /** A shorter cycle reaches further than the months after the year that are forecast. */
  | { kind: 'afterTooShort' }

export interface CaseRange {
  readonly p10Minor: number
  readonly p50Minor: number
  readonly p90Minor: number
}

export interface CaseOutcome {
  /** Middles by month, sold part included. */
  readonly monthsMinor: readonly number[]
  /** The year with all levers at their middles, an event by its chance: the months added up. */
  readonly middleMinor: number
  /** The year with the forecast's own uncertainty and the levers' ranges. */
  readonly range: CaseRange | null
  /** At 0.5, 1.5 … 99.5; null as the range is: the forecast itself has none. */
  readonly percentilesMinor: readonly number[] | null
  /** From the base's middle to the case's, exact: the parts add up to the difference. */
  readonly waterfall: readonly { readonly key: EffectKey; readonly deltaMinor: number }[]
  /**
   * The year with one lever at its low or high and all others as they are, the widest first; levers without a range are left out. An event
   * that may not happen is left out at its worse end.
   */
  readonly tornado: readonly { readonly key: EffectKey; readonly lowMinor: number; readonly highMinor: number }[]
  /** Sellers at work in each month, at the middles: those of today, hires that have started, less the places that more attrition leaves open. */
  readonly heads: readonly number[]
  readonly notes: readonly CaseNote[]
}

export interface CaseOptions {
  readonly seed: number
}

/** What being wrong costs, per unit of money missed: the percentile to plan on is under ÷ (under + over). */
export interface CostOfError {
  readonly overRatio: number
  readonly underRatio: number
}

export type BudgetLine = { readonly name: string } & (
  | { kind: 'perMonth'; amountMinor: number }
  | { kind: 'ofBookings'; ratio: number }
  | { kind: 'perSeller'; amountMinor: number }
  | { kind: 'perHire'; amountMinor: number }
)
