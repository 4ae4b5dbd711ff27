// The shape of a lever: what it is in, between which bounds, what it is compared with, and how it acts on a case's months.
import type { CaseBase, CaseNote, LeverId, LeverSetting } from '../../case-types.ts'
import type { CaseDraft } from '../draft.ts'
import type { CaseModel } from '../model.ts'

/** `change`: relative, 0.1 is a tenth more. `points`: added to a ratio of a year, 0.05 is five of a hundred more. */
export type LeverUnit = 'change' | 'points' | 'days' | 'months'

export interface LeverMeasure {
  /** In the measure's own unit: a ratio, minor units, days, months, or deals a month. */
  readonly value: number
  readonly unit: 'ratio' | 'money' | 'days' | 'months' | 'perMonth'
  /** What it stands on, in `of`; null where nothing was counted. */
  readonly n: number | null
  readonly of: 'closedDeals' | 'wonDeals' | 'months' | 'sellers' | 'customers' | null
}

/** What besides its value a lever needs to be told. `start` is what it is set to at first, and what a missing one counts as. */
export interface LeverParameter {
  readonly id: 'volumeLossRatio' | 'backfillMonths'
  readonly start: number
  readonly low: number
  readonly high: number
  readonly step: number
}

/** A setting with its months as positions. */
export interface PlacedSetting {
  readonly setting: LeverSetting
  /** The first month it acts on: of the year for what closes, of the months made for what is made. */
  readonly fromClosed: number
  readonly fromMade: number
  /** Where it starts in time, in months from the year's start: the month's, or the end of the data. */
  readonly startsAt: number
}

export interface CaseLever {
  readonly id: LeverId
  readonly unit: LeverUnit
  /** The value at which nothing moves: 0 for every lever. */
  readonly neutral: 0
  /** Of a slider. */
  readonly step: number
  readonly bounds: (base: CaseBase) => { readonly low: number; readonly high: number }
  /** What a higher value does to the year; `none`: the year stays the same. */
  readonly direction: (setting: Pick<LeverSetting, 'volumeLossRatio'>) => 'up' | 'down' | 'none'
  /** Whether it acts on deals by the month they are made or by the month they close. */
  readonly acts: 'made' | 'closed'
  readonly parameter: LeverParameter | null
  /** What it is compared with; null where the data don't tell. */
  readonly measuredOf: (base: CaseBase) => LeverMeasure | null
  /** What the measure comes to at a value of the lever; null where it isn't measured. */
  readonly absoluteOf: (base: CaseBase, value: number) => number | null
  /** What the base lacks for the lever to move anything; null when it can. */
  readonly lacks: (base: CaseBase, setting: Pick<LeverSetting, 'currency'>) => Missing | null
  readonly apply: (model: CaseModel, draft: CaseDraft, value: number, placed: PlacedSetting) => void
}

export type Missing = Extract<CaseNote, { kind: 'noBasis' }>['missing']

/** The highest relative change that levers offer: three times the base. */
export const highestChange = 2

export const nothingToCome = (base: CaseBase): Missing | null =>
  base.months.every((month) => month.openMinor <= 0 && month.newMinor <= 0) ? 'nothingToCome' : null

export function multiplyFrom(factors: Float64Array, from: number, factor: number): void {
  for (let at = Math.max(0, from); at < factors.length; at += 1) factors[at] = factors[at]! * factor
}

/**
 * Gives the mean productivity over one month of someone who gets from 0 to 1 evenly.
 *
 * @param from the month's beginning, in months since the person started; below 0 before
 * @param rampMonths months to full productivity, 0 or more
 * @returns 0 to 1
 * @source the integral of min(1, u ÷ ramp) over the month: u² ÷ (2 × ramp) up to the ramp, u − ramp ÷ 2 after it
 * @example productivityOver(0, 2) // 0.25: a quarter in the first of two months
 */
export function productivityOver(from: number, rampMonths: number): number {
  return workedUntil(from + 1, rampMonths) - workedUntil(from, rampMonths)
}

function workedUntil(at: number, ramp: number): number {
  if (at <= 0) return 0
  return at < ramp ? (at * at) / (2 * ramp) : at - ramp / 2
}
