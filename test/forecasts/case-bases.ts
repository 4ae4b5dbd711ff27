// Small bases for the tests of cases: a calendar year of twelve months with what the test needs said, all else unmeasured.
import type { CaseAssumptions, CaseBase, CaseEvent, LeverId, LeverSetting } from '#shared/forecasts/case-types.ts'
import { workOutCase } from '#shared/forecasts/cases/index.ts'
import { daysInMonth, isoDate, parseIsoDate } from '#shared/units/date.ts'
import { type CurrencyCode, currencyCode } from '#shared/units/money.ts'

export const nothing: CaseAssumptions = { levers: [], hires: [], events: [] }

export interface Sketch {
  readonly asOf?: string
  readonly currency?: string
  /** One for all months, or by month. */
  readonly sold?: number | readonly number[]
  readonly open?: number | readonly number[]
  readonly fresh?: number | readonly number[]
  readonly existing?: number | null
  readonly after?: readonly number[]
  readonly percentiles?: readonly number[] | null
  readonly lags?: readonly number[]
  readonly measured?: Partial<CaseBase['measured']>
}

export function baseOf(sketch: Sketch): CaseBase {
  const at = (of: number | readonly number[] | undefined, month: number) =>
    typeof of === 'number' ? of : (of?.[month] ?? 0)
  const asOf = parseIsoDate(sketch.asOf ?? '2026-12-31')
  if (asOf === undefined) throw new Error(`${sketch.asOf} is no day`)
  return {
    fiscalYear: 2027,
    currency: currencyCode(sketch.currency ?? 'EUR'),
    dataAsOf: asOf,
    months: Array.from({ length: 12 }, (_, month) => ({
      periodKey: keyOf(month + 1),
      startsOn: isoDate(2027, month + 1, 1),
      endsOn: isoDate(2027, month + 1, daysInMonth(2027, month + 1)),
      soldMinor: at(sketch.sold, month),
      openMinor: at(sketch.open, month),
      newMinor: at(sketch.fresh, month),
      existingRatio: sketch.existing ?? null
    })),
    afterMinor: sketch.after ?? [],
    percentilesMinor: sketch.percentiles ?? null,
    measured: {
      winRatio: null,
      dealSizeMinor: null,
      cycleDays: null,
      dealsPerMonth: null,
      sellers: 10,
      yieldPerSellerMinor: null,
      rampMonths: null,
      attritionRatio: null,
      churnRatio: null,
      expansionRatio: null,
      currencies: [],
      seasonality: null,
      ...sketch.measured
    },
    closeLagRatios: sketch.lags ?? [1]
  }
}

export const keyOf = (month: number): string => `FY2027-M${String(month).padStart(2, '0')}`

/** A lever at one value, without a range. */
export function at(lever: LeverId, value: number, more: Partial<LeverSetting> = {}): LeverSetting {
  return { lever, low: value, middle: value, high: value, fromKey: null, ...more }
}

export const levers = (...settings: LeverSetting[]): CaseAssumptions => ({ ...nothing, levers: settings })

export function eventOf(event: Partial<CaseEvent>): CaseEvent {
  const { middle = 0 } = event
  return {
    name: 'Fair',
    startKey: keyOf(5),
    months: 1,
    unit: 'amount',
    low: middle,
    middle,
    high: middle,
    chanceRatio: 1,
    ...event
  }
}

export const dollars: CurrencyCode = currencyCode('USD')

export function monthsOf(base: CaseBase, assumptions: CaseAssumptions): readonly number[] {
  return workOutCase(base, assumptions, { seed: 1 }).monthsMinor
}

export const yearOf = (base: CaseBase, assumptions: CaseAssumptions): number =>
  workOutCase(base, assumptions, { seed: 1 }).middleMinor

/** Evenly spread years from a low to a high one at the 100 kept percentiles. */
export const evenly = (low: number, high: number): number[] =>
  Array.from({ length: 100 }, (_, q) => Math.round(low + ((high - low) * (q + 0.5)) / 100))
