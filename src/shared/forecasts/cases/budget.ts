// Lines of a budget that follow from a case: fixed a month, a part of bookings, by seller and by hire, at the case's P10, P50 and P90.
import type { BudgetLine, CaseAssumptions, CaseBase, CaseOutcome } from '../case-types.ts'
import { delayAt, makeDraft } from './draft.ts'
import { monthAt } from './hires.ts'
import { modelOf } from './model.ts'
import { applyMiddle, piecesOf } from './pieces.ts'
import { roundToTotal } from './shapley.ts'

export interface BudgetTotals {
  readonly bookingsMinor: readonly number[]
  readonly lines: readonly {
    readonly name: string
    readonly monthsMinor: readonly number[]
    readonly yearMinor: number
  }[]
  readonly totalByMonthMinor: readonly number[]
  readonly totalMinor: number
  /** Total over bookings of the year; null when there are none. */
  readonly ofBookingsRatio: number | null
}

export interface BudgetView {
  readonly middle: BudgetTotals
  /** Null when the case has no range. */
  readonly p10: BudgetTotals | null
  readonly p50: BudgetTotals | null
  readonly p90: BudgetTotals | null
  readonly heads: readonly number[]
  /** Planned hires by the month in which they start, delay included. */
  readonly starts: readonly number[]
}

/**
 * Works out budget lines by month.
 *
 * Bookings at a percentile are the case's months, with the difference to its middle shared out over what is to come in each. Lines by seller
 * count the heads of the month (`CaseOutcome.heads`), lines by hire fall in the month of the start; replacements of leavers are no hires.
 * Each line is rounded so that its months add up to its year.
 *
 * @param base of the case
 * @param assumptions of the case: when hires start
 * @param outcome of the case
 * @param lines amounts in minor units, ratios of bookings
 * @returns the lines at the middle, P10, P50 and P90, in minor units
 * @missing the percentiles are null when the case has no range
 * @source arithmetic
 * @example 2 % of bookings of 100 and 50 by month: 2 and 1
 */
export function workOutBudget(
  base: CaseBase,
  assumptions: CaseAssumptions,
  outcome: CaseOutcome,
  lines: readonly BudgetLine[]
): BudgetView {
  const starts = startsByMonth(base, assumptions)
  const at = (bookingsMinor: readonly number[]) => totalsOf(bookingsMinor, outcome.heads, starts, lines)
  const { range } = outcome
  return {
    middle: at(outcome.monthsMinor),
    p10: range && at(spreadYear(base, outcome, range.p10Minor)),
    p50: range && at(spreadYear(base, outcome, range.p50Minor)),
    p90: range && at(spreadYear(base, outcome, range.p90Minor)),
    heads: outcome.heads,
    starts
  }
}

/**
 * Shares a year other than the middle out over the months of a case.
 *
 * @param base of the case
 * @param outcome of the case
 * @param yearMinor what the year comes to
 * @returns minor units by month, which add up to it; months without anything to come stay as they are
 * @source in proportion to what is to come; where nothing is, evenly over the months that are not over, or else all to the last
 * @example months 100 and 300 to come and a year of 200: 50 and 150
 */
export function spreadYear(
  base: CaseBase,
  outcome: Pick<CaseOutcome, 'monthsMinor' | 'middleMinor'>,
  yearMinor: number
): number[] {
  const toCome = base.months.map((month, at) => Math.max(0, outcome.monthsMinor[at]! - month.soldMinor))
  const isOpen = base.months.map((month): number => (month.endsOn > base.dataAsOf ? 1 : 0))
  const last = base.months.map((_, at): number => (at === base.months.length - 1 ? 1 : 0))
  const weights = [toCome, isOpen, last].find((each) => each.some((weight) => weight > 0)) ?? last
  const whole = weights.reduce((a, b) => a + b, 0)
  const delta = yearMinor - outcome.middleMinor
  const parts = roundToTotal(
    weights.map((weight) => (delta * weight) / whole),
    delta
  )
  return outcome.monthsMinor.map((amount, at) => amount + parts[at]!)
}

function startsByMonth(base: CaseBase, assumptions: CaseAssumptions): number[] {
  const model = modelOf(base)
  const draft = makeDraft(model)
  for (const piece of piecesOf(model, assumptions).pieces) if (piece.key === 'startDelay') applyMiddle(piece, draft)
  const starts = base.months.map(() => 0)
  for (const { startKey, count } of assumptions.hires) {
    const at = Math.floor(monthAt(model, startKey) + draft.starts[delayAt]!)
    if (at < starts.length) starts[at] = starts[at]! + count
  }
  return starts
}

function totalsOf(
  bookingsMinor: readonly number[],
  heads: readonly number[],
  starts: readonly number[],
  budgetLines: readonly BudgetLine[]
): BudgetTotals {
  const lines = budgetLines.map((line) => {
    const monthsMinor = roundMonths(bookingsMinor.map((amount, at) => amountOf(line, amount, heads[at]!, starts[at]!)))
    return { name: line.name, monthsMinor, yearMinor: addUp(monthsMinor) }
  })
  const totalMinor = addUp(lines.map((line) => line.yearMinor))
  const bookings = addUp(bookingsMinor)
  return {
    bookingsMinor,
    lines,
    totalByMonthMinor: bookingsMinor.map((_, at) => addUp(lines.map((line) => line.monthsMinor[at]!))),
    totalMinor,
    ofBookingsRatio: bookings > 0 ? totalMinor / bookings : null
  }
}

function amountOf(line: BudgetLine, bookingsMinor: number, heads: number, starts: number): number {
  switch (line.kind) {
    case 'perMonth':
      return line.amountMinor
    case 'ofBookings':
      return line.ratio * bookingsMinor
    case 'perSeller':
      return line.amountMinor * heads
    case 'perHire':
      return line.amountMinor * starts
  }
}

function roundMonths(exact: readonly number[]): number[] {
  return roundToTotal(exact, Math.round(addUp(exact)))
}

const addUp = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
