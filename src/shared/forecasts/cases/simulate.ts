// The range of a case: the forecast's own uncertainty and the ranges of its levers, drawn together many times.
import { makeRandom } from '#shared/math/random.ts'
import { makeDraft, sumClosed, sumMade } from './draft.ts'
import type { Workbench } from './evaluate.ts'
import type { CaseModel } from './model.ts'
import { hasRange, type Piece } from './pieces.ts'

/** Runs per kept percentile; odd, so that the middle run of each stands exactly at its percentile. */
const runsPerPercentile = 41
const percentiles = 100
export const caseRuns = runsPerPercentile * percentiles
const middleRun = (runsPerPercentile - 1) / 2

/**
 * Draws the year of a case many times and gives its percentiles.
 *
 * Each run takes the forecast's year at its own percentile, and a value of each lever from the triangle of its low, middle and high; an event
 * happens or not by its chance. Draws are stratified (a Latin hypercube): each lever's draws are spread evenly over its range and paired with
 * the others' by chance. The forecast's deviation scales what is to come; where it has less than what is fixed, that is taken off unscaled, so
 * that a lever never makes a bad year worse by scaling it. Levers are independent of each other and of the forecast.
 *
 * The draws of a lever hang on its key and the seed alone, so two cases with the same lever differ by what was changed and not by chance.
 *
 * @param model the base
 * @param bench arrays to work with
 * @param pieces in order of application
 * @param seed any whole number
 * @returns 100 values at 0.5, 1.5 … 99.5, in minor units; exactly the base's when nothing moves
 * @missing null when the forecast has no range: that of the levers alone would be too narrow
 * @source M. D. McKay, R. J. Beckman and W. J. Conover, "A Comparison of Three Methods for Selecting Values of Input Variables", Technometrics
 *   21 (1979); the triangular distribution for ranges said by people: D. Johnson, The Statistician 46 (1997)
 * @example simulateYear(model, bench, [], 1) // the base's percentiles
 */
export function simulateYear(
  model: CaseModel,
  bench: Workbench,
  pieces: readonly Piece[],
  seed: number
): number[] | null {
  const forecasts = forecastRuns(model)
  if (forecasts === null) return null
  const { draft, closing, coming } = bench
  const { fixedMinor, toComeMinor, middleMinor, yearMonths } = model
  const values = pieces.map((piece) => valuesOf(piece, seed))
  const firstClosed = pieces.findIndex((piece) => piece.acts !== 'made')
  const madeCount = firstClosed < 0 ? pieces.length : firstClosed
  const isMadeFixed = pieces.slice(0, madeCount).every((piece) => !hasRange(piece))
  const clear = clearOf(model)
  if (isMadeFixed) {
    draft.all.set(clear)
    for (let at = 0; at < madeCount; at += 1) pieces[at]!.apply(draft, values[at]![0]!)
    sumMade(model, draft, closing)
  }
  const years = new Float64Array(caseRuns)
  for (let run = 0; run < caseRuns; run += 1) {
    draft.all.set(clear)
    if (!isMadeFixed) {
      for (let at = 0; at < madeCount; at += 1) pieces[at]!.apply(draft, values[at]![run]!)
      sumMade(model, draft, closing)
    }
    for (let at = madeCount; at < pieces.length; at += 1) pieces[at]!.apply(draft, values[at]![run]!)
    sumClosed(model, draft, closing, coming)
    const deviation = forecasts[run]! - fixedMinor
    const scale = toComeMinor > 0 ? Math.max(0, deviation) / toComeMinor : 1
    let year = fixedMinor + (toComeMinor > 0 ? Math.min(0, deviation) : forecasts[run]! - middleMinor)
    for (let at = 0; at < yearMonths; at += 1) year += coming[at]! * scale + draft.events[at]!
    years[run] = year
  }
  years.sort()
  return Array.from({ length: percentiles }, (_, at) => Math.round(years[at * runsPerPercentile + middleRun]!))
}

const clearDrafts = new WeakMap<CaseModel, Float64Array>()

function clearOf(model: CaseModel): Float64Array {
  let clear = clearDrafts.get(model)
  if (clear === undefined) {
    clear = makeDraft(model).all
    clearDrafts.set(model, clear)
  }
  return clear
}

const forecastsByModel = new WeakMap<CaseModel, Float64Array>()

/** The forecast's year in each run, in order: between two kept percentiles on the line through them, beyond the outermost at them. */
function forecastRuns(model: CaseModel): Float64Array | null {
  const kept = model.base.percentilesMinor
  if (kept === null) return null
  if (kept.length !== percentiles) throw new RangeError(`A forecast has ${percentiles} percentiles, not ${kept.length}`)
  let runs = forecastsByModel.get(model)
  if (runs === undefined) {
    const sorted = kept.toSorted((a, b) => a - b)
    runs = Float64Array.from({ length: caseRuns }, (_, run) => {
      const at = Math.min(percentiles - 1, Math.max(0, (run - middleRun) / runsPerPercentile))
      const below = sorted[Math.floor(at)]!
      return below + (sorted[Math.ceil(at)]! - below) * (at - Math.floor(at))
    })
    forecastsByModel.set(model, runs)
  }
  return runs
}

function valuesOf(piece: Piece, seed: number): Float64Array {
  const values = new Float64Array(caseRuns)
  if (!hasRange(piece)) return values.fill(piece.middle)
  const draws = drawsOf(seed, piece.key)
  for (let run = 0; run < caseRuns; run += 1) values[run] = triangular(piece, draws[run]!)
  if (piece.chanceRatio < 1) {
    const happens = drawsOf(seed, `${piece.key} happens`)
    for (let run = 0; run < caseRuns; run += 1) if (happens[run]! >= piece.chanceRatio) values[run] = 0
  }
  return values
}

/**
 * Gives the value of a triangular distribution below which a share of it lies.
 *
 * @param range low ≤ middle ≤ high in any unit
 * @param share 0 to 1
 * @returns in the same unit
 * @source the inverse of the distribution function, (x − low)² ÷ ((high − low)(middle − low)) up to the middle
 * @example triangular({ low: 0, middle: 1, high: 2 }, 0.5) // 1
 */
export function triangular(
  { low, middle, high }: { readonly low: number; readonly middle: number; readonly high: number },
  share: number
): number {
  const width = high - low
  if (width === 0) return middle
  const rising = middle - low
  return share * width < rising
    ? low + Math.sqrt(share * width * rising)
    : high - Math.sqrt((1 - share) * width * (high - middle))
}

// The same draws are asked for with each move of a lever; shuffling them anew would be most of the work.
const drawn = new Map<string, Float64Array>()
const drawnKept = 200

/** The middles of as many equal parts of 0 to 1 as there are runs, in an order of chance. */
function drawsOf(seed: number, key: string): Float64Array {
  const name = `${seed} ${key}`
  const known = drawn.get(name)
  if (known !== undefined) return known
  const draws = Float64Array.from({ length: caseRuns }, (_, run) => (run + 0.5) / caseRuns)
  const random = makeRandom(seed, `case ${key}`)
  for (let last = caseRuns - 1; last > 0; last -= 1) {
    const other = random.integer(0, last)
    const held = draws[last]!
    draws[last] = draws[other]!
    draws[other] = held
  }
  if (drawn.size >= drawnKept) drawn.clear()
  drawn.set(name, draws)
  return draws
}
