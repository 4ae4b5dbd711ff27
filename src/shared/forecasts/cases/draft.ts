// What levers write to while a case is worked out, and how it becomes months: first deals by the month they are made, then what closes in
// each month, last the days by which closing moves and events. Plain arrays of numbers, because a case is worked out thousands of times.
import type { CaseModel } from './model.ts'

/** Every array starts at "nothing moved": factors 1, additions 0. */
export interface CaseDraft {
  /** By month made: factor on what deals made then bring, and on what today's sellers make of it; what hires make, in minor units. */
  readonly made: Float64Array
  readonly capacity: Float64Array
  readonly hired: Float64Array
  /** By month closed: factor on all, factor on business with existing customers, additions to 1 from exchange rates, days moved. */
  readonly close: Float64Array
  readonly existing: Float64Array
  readonly exchange: Float64Array
  readonly shift: Float64Array
  /** Minor units that events add in a month of the year. */
  readonly events: Float64Array
  /** Months of ramp and of delay of all starts. */
  readonly starts: Float64Array
  /** All of the above in one, to be copied at once. */
  readonly all: Float64Array
}

export const rampAt = 0
export const delayAt = 1

export const rampOf = (draft: CaseDraft): number => Math.max(0, draft.starts[rampAt]!)

export function makeDraft(model: CaseModel): CaseDraft {
  const { madeMonths, spanMonths, yearMonths } = model
  const all = new Float64Array(madeMonths * 3 + spanMonths * 4 + yearMonths + 2)
  let from = 0
  const take = (length: number): Float64Array => {
    const part = all.subarray(from, from + length)
    from += length
    return part
  }
  const draft = {
    made: take(madeMonths),
    capacity: take(madeMonths),
    hired: take(madeMonths),
    close: take(spanMonths),
    existing: take(spanMonths),
    exchange: take(spanMonths),
    shift: take(spanMonths),
    events: take(yearMonths),
    starts: take(2),
    all
  }
  clearDraft(model, draft)
  return draft
}

export function clearDraft(model: CaseModel, draft: CaseDraft): void {
  draft.all.fill(0)
  draft.made.fill(1)
  draft.capacity.fill(1)
  draft.close.fill(1)
  draft.existing.fill(1)
  draft.starts[rampAt] = model.base.measured.rampMonths ?? 0
}

/**
 * Adds up what would close in each month of the span, from deals by the month they are made.
 *
 * closing(m) = open(m) + fresh(m) × Σ share(m, j) × made(j) × capacity(j) + season(m) × Σ hired(j) × made(j) × lag(m − j). Written as a
 * difference from 1, so that nothing moved gives the base without a rounding error.
 *
 * @param closing is written: minor units by month of the span
 */
export function sumMade(model: CaseModel, draft: CaseDraft, closing: Float64Array): void {
  const { lags, madeShares, before, spanMonths, open, fresh, seasons } = model
  const { made, capacity, hired } = draft
  const count = lags.length
  for (let month = 0; month < spanMonths; month += 1) {
    let moved = 0
    let hires = 0
    for (let lag = 0; lag < count; lag += 1) {
      const at = month - lag + before
      if (at < 0) break
      const brings = made[at]!
      moved += madeShares[month * count + lag]! * (brings * Math.max(0, capacity[at]!) - 1)
      hires += hired[at]! * brings * lags[lag]!
    }
    // Shares add up to 1, or to 0 where no lag is as short as the time since the end of the data; then nothing moves.
    closing[month] = open[month]! + fresh[month]! * Math.max(0, 1 + moved) + seasons[month]! * hires
  }
}

/**
 * Turns what would close into what comes in each month of the year, before events: factors by month, then the days moved.
 *
 * @param coming is written: minor units by month of the year, 0 or more
 */
export function sumClosed(model: CaseModel, draft: CaseDraft, closing: Float64Array, coming: Float64Array): void {
  const { yearMonths, spanMonths } = model
  const { shift } = draft
  let earliest = -1
  let isMoved = false
  for (let month = 0; month < spanMonths; month += 1) {
    if (shift[month] === 0) continue
    isMoved = true
    if (shift[month]! < 0 && earliest < 0) earliest = month
  }
  if (!isMoved) {
    for (let month = 0; month < yearMonths; month += 1) coming[month] = closing[month]! * factorAt(model, draft, month)
    return
  }
  coming.fill(0)
  // Nothing can close before the end of the data or the year, nor before the month from which the cycle is shorter.
  const floor = earliest < 0 ? 0 : Math.max(model.floorDay, model.monthStarts[earliest]!)
  const months = earliest < 0 ? yearMonths : spanMonths
  for (let month = 0; month < months; month += 1) {
    const amount = closing[month]! * factorAt(model, draft, month)
    if (amount === 0) continue
    const days = shift[month]!
    if (days === 0) {
      if (month < yearMonths) coming[month] = coming[month]! + amount
      continue
    }
    moveAmount(model, coming, amount, month, days, floor)
  }
}

function factorAt(model: CaseModel, draft: CaseDraft, month: number): number {
  const own = draft.close[month]! * Math.max(0, 1 + draft.exchange[month]!)
  return model.existing === null ? own : own * (1 + model.existing[month]! * (draft.existing[month]! - 1))
}

/** Spreads an amount evenly over the days of its month, moves them, and adds what falls into each month of the year. */
function moveAmount(
  { firstDays, endDays, monthStarts, yearMonths }: CaseModel,
  coming: Float64Array,
  amount: number,
  month: number,
  days: number,
  floor: number
): void {
  const length = endDays[month]! - firstDays[month]!
  let from = firstDays[month]! + days
  const to = Math.max(floor, endDays[month]! + days)
  const perDay = amount / length
  let at = monthOfDay(monthStarts, yearMonths, Math.max(floor, from))
  if (from < floor) {
    if (at < yearMonths) coming[at] = coming[at]! + perDay * (Math.min(floor, endDays[month]! + days) - from)
    from = floor
  }
  for (; at < yearMonths && from < to; at += 1) {
    const end = Math.min(to, monthStarts[at + 1]!)
    if (end > from) {
      coming[at] = coming[at]! + perDay * (end - from)
      from = end
    }
  }
}

function monthOfDay(monthStarts: Float64Array, yearMonths: number, day: number): number {
  let at = 0
  while (at < yearMonths && monthStarts[at + 1]! <= day) at += 1
  return at
}
