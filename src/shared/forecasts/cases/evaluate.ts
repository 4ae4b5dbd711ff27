// Working out the months of a case for given values of what moves.
import { type CaseDraft, clearDraft, makeDraft, sumClosed, sumMade } from './draft.ts'
import type { CaseModel } from './model.ts'
import { applyMiddle, type Piece } from './pieces.ts'

/** Arrays that are used again from one evaluation to the next. */
export interface Workbench {
  readonly draft: CaseDraft
  readonly closing: Float64Array
  readonly coming: Float64Array
}

export function makeWorkbench(model: CaseModel): Workbench {
  return {
    draft: makeDraft(model),
    closing: new Float64Array(model.spanMonths),
    coming: new Float64Array(model.yearMonths)
  }
}

/** What comes in each month with each piece applied, events included, sold and fixed parts not. Written to the bench's `coming`. */
export function evaluate(
  model: CaseModel,
  bench: Workbench,
  pieces: readonly Piece[],
  apply: (piece: Piece, draft: CaseDraft) => void = applyMiddle
): Float64Array {
  const { draft, closing, coming } = bench
  clearDraft(model, draft)
  for (const piece of pieces) apply(piece, draft)
  sumMade(model, draft, closing)
  sumClosed(model, draft, closing, coming)
  for (let at = 0; at < coming.length; at += 1) coming[at] = coming[at]! + draft.events[at]!
  return coming
}

/** The year at the middles, before rounding. */
export function yearOf(model: CaseModel, bench: Workbench, pieces: readonly Piece[]): number {
  return model.fixedMinor + addUp(evaluate(model, bench, pieces))
}

export function addUp(values: Float64Array): number {
  let total = 0
  for (let at = 0; at < values.length; at += 1) total += values[at]!
  return total
}

/**
 * Works out the months at the middles, in whole minor units.
 *
 * Rounds the running total rather than each month, so that the year is the rounded year, the months add up to it, and none is further than one
 * minor unit from its own value.
 *
 * @returns minor units by month of the year, sold and fixed parts included
 * @source cumulative rounding
 * @example middleMonths(model, bench, []) // sold + open + new of each month
 */
export function middleMonths(model: CaseModel, bench: Workbench, pieces: readonly Piece[]): number[] {
  const coming = evaluate(model, bench, pieces)
  let exact = 0
  let rounded = 0
  return model.base.months.map((_, at) => {
    exact += coming[at]!
    const part = Math.round(exact) - rounded
    rounded += part
    return model.fixed[at]! + part
  })
}
