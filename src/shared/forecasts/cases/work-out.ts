// A case worked out: months, range, what brings the difference, and how far each lever moves it. Pure and quick enough to be done again with
// every move of a lever.
import type { CaseAssumptions, CaseBase, CaseOptions, CaseOutcome, CaseRange } from '../case-types.ts'
import { delayAt, makeDraft, rampAt } from './draft.ts'
import { makeWorkbench, middleMonths } from './evaluate.ts'
import { hiredHeads } from './hires.ts'
import { type CaseModel, modelOf } from './model.ts'
import { applyMiddle, type Piece, piecesOf } from './pieces.ts'
import { simulateYear } from './simulate.ts'
import { shareDifference, tornadoOf } from './waterfall.ts'

/**
 * Works out a case on a base.
 *
 * Levers act in a fixed order, whatever the order they are listed in: deals made (attrition, hires, leads, deal size, price), then what closes
 * (win rate, churn, expansion, seasonality, exchange rates), then the days of closing (cycle), then events. What is sold, and parts of the
 * forecast below zero, stay as they are. Nothing moved gives the base to the minor unit.
 *
 * @param base what the forecast says without any lever
 * @param assumptions levers, hires and events
 * @param options the seed of the range
 * @returns the case; amounts in minor units of the base's currency; the months add up to the middle, the waterfall to its difference to the base
 * @errors RangeError where a range isn't in order (low ≤ middle ≤ high), a chance isn't one, or the base has no months
 * @missing range and percentiles are null when the base has none; a lever that lacks its basis moves nothing and is noted
 * @source each lever's; the range: simulateYear; the waterfall: shareDifference
 * @example workOutCase(base, { levers: [], hires: [], events: [] }, { seed: 1 }).middleMinor // sold + open + new
 */
export function workOutCase(base: CaseBase, assumptions: CaseAssumptions, options: CaseOptions): CaseOutcome {
  const model = modelOf(base)
  const { pieces, notes } = piecesOf(model, assumptions)
  const bench = makeWorkbench(model)
  const monthsMinor = middleMonths(model, bench, pieces)
  const middleMinor = monthsMinor.reduce((a, b) => a + b, 0)
  const percentilesMinor = simulateYear(model, bench, pieces, options.seed)
  return {
    monthsMinor,
    middleMinor,
    range: percentilesMinor && rangeOf(percentilesMinor),
    percentilesMinor,
    waterfall: shareDifference(model, bench, [], pieces, middleMinor - model.middleMinor),
    tornado: tornadoOf(model, bench, pieces),
    heads: headsOf(model, assumptions, pieces),
    notes
  }
}

/**
 * Reads a percentile from the 100 kept ones.
 *
 * @param percentilesMinor at 0.5, 1.5 … 99.5
 * @param ratio 0 to 1; 0.9 is the value that nine of ten fall below
 * @returns minor units: on the line between the two around it, the outermost beyond them
 * @errors RangeError for a ratio outside 0 to 1 or for another number of percentiles
 * @source Hazen's positions, (i − 0.5) ÷ n
 * @example percentileAt(percentiles, 0.9) // the mean of the values at 89.5 and 90.5
 */
export function percentileAt(percentilesMinor: readonly number[], ratio: number): number {
  if (!(ratio >= 0 && ratio <= 1)) throw new RangeError(`A percentile lies between 0 and 1, not ${ratio}`)
  if (percentilesMinor.length !== 100) throw new RangeError(`There are 100 percentiles, not ${percentilesMinor.length}`)
  // Rounded, so that 0.07 × 100 is 7 and not a hair above.
  const at = Math.min(99, Math.max(0, Math.round((ratio * 100 - 0.5) * 1e9) / 1e9))
  const below = percentilesMinor[Math.floor(at)]!
  return Math.round(below + (percentilesMinor[Math.ceil(at)]! - below) * (at - Math.floor(at)))
}

export function rangeOf(percentilesMinor: readonly number[]): CaseRange {
  return {
    p10Minor: percentileAt(percentilesMinor, 0.1),
    p50Minor: percentileAt(percentilesMinor, 0.5),
    p90Minor: percentileAt(percentilesMinor, 0.9)
  }
}

/** Today's sellers, less the places that more attrition leaves open, and hires from their start on; at the middles. */
function headsOf(model: CaseModel, { hires }: CaseAssumptions, pieces: readonly Piece[]): number[] {
  const draft = makeDraft(model)
  // Without a ramp what is missing from the capacity is heads.
  draft.starts[rampAt] = 0
  for (const piece of pieces) if (piece.key === 'startDelay' || piece.key === 'attrition') applyMiddle(piece, draft)
  const hired = hiredHeads(model, hires, draft.starts[delayAt]!)
  return hired.map((heads, at) => model.base.measured.sellers * Math.max(0, draft.capacity[at + model.before]!) + heads)
}
