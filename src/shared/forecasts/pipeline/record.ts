// How the forecast would have done at earlier quarter ends, and what is corrected by it: where it said too much again and again it says less, and where it
// missed by more than its own chance the range is wider.

import type { StageId } from '#shared/playbook/types.ts'
import { addDays, dayNumber, type IsoDate, isoDate, monthOf, yearOf } from '#shared/units/date.ts'
import type { PipelineDeal, PipelineInput, PipelineRecord, RecordCut } from '../pipeline-types.ts'
import { type DealLife, ending, type Lives, readLives } from './lives.ts'
import { type Means, meanOfPatterns, sumOf, workOutMeans } from './means.ts'
import { logitOf, ratioOf } from './odds.ts'
import type { OpenDeal } from './outlook.ts'

/** Cuts at most, and the fewest that say something. */
const [mostCuts, leastCuts] = [4, 2]
/** Before a cut so many deals must have closed, over at least so many days. */
const [leastClosed, leastDays] = [30, 91]
/** A cut whose own chance alone may move it by more than this (standard deviation of the logarithm) says nothing. */
const mostChance = 1
/** No single cut counts for more than this factor, up or down. */
const mostFactor = 4
/** Looks at earlier pipelines a replay learns from: fewer than today's, so that all replays together take no longer than the forecast. */
const replayRows = 20_000
/** How far a forecast may well be off for good (standard deviation of the logarithm) before any cut is seen; counts as half. Declared. */
const declaredBias = 0.1
/** Swing from cut to cut beyond the model's own chance before any is seen, and the cuts this counts for. Declared. */
const [declaredSwing, declaredCuts] = [0.1, 2]
/** The common shock to odds never becomes wider than this by the record. */
const widestShock = 1.5
/** What deals without a known stage on a day have: one that no deal was ever learnt from. */
const unknownStage = 0 as StageId

export const noRecord: PipelineRecord = {
  cuts: [],
  isApplied: false,
  observedFactor: null,
  weightRatio: 0,
  factor: 1,
  spread: 0
}

/**
 * Learns from how the forecast would have done: its means are worked out again as of up to four earlier quarter ends, from what was known then, and held
 * against what came: up to the next quarter end, and from the latest one on up to the end of the data.
 *
 * @param input today's deals, stages and options
 * @param lives the deals as courses
 * @returns the cuts with the factor and the spread that follow
 * @missing nothing is corrected with fewer than two cuts that have a quarter and thirty closed deals before them
 * @source rolling origin: L. J. Tashman, "Out-of-sample tests of forecasting accuracy", International Journal of Forecasting 16 (2000)
 * @example learnRecord({ ...input, deals: [] }, lives).factor // 1
 */
export function learnRecord(input: PipelineInput, lives: Lives): PipelineRecord {
  return weighRecord(
    listSpans(input.asOf).flatMap(({ madeOn, untilOn }) => {
      const cut = replay(input, lives, madeOn, untilOn)
      return cut === null ? [] : [cut]
    })
  )
}

/**
 * Turns cuts into a factor and a spread.
 *
 * The logarithms of what came over what was said have a common part, the bias, and a swing of each beyond its own chance. The swing is their excess
 * variance; the bias is drawn towards none by as much as the cuts are few and unlike.
 *
 * @param cuts the latest first
 * @returns the record
 * @missing with fewer than two cuts the factor is 1 and nothing is added to the range
 * @source random effects: R. DerSimonian and N. Laird, "Meta-Analysis in Clinical Trials", Controlled Clinical Trials 7 (1986); normal mean drawn to its
 *   prior: B. Efron and C. Morris, "Data Analysis Using Stein's Estimator and its Generalizations", JASA 70 (1975)
 * @example weighRecord([]).isApplied // false
 */
export function weighRecord(cuts: readonly RecordCut[]): PipelineRecord {
  const misses = cuts.map(({ forecastMinor, actualMinor, expectedSpread }) => {
    const ratio = Math.min(mostFactor, Math.max(1 / mostFactor, actualMinor / forecastMinor))
    // The logarithm of what scatters around 1 is on average half its variance below 0.
    return { miss: Math.log(ratio) + expectedSpread ** 2 / 2, variance: Math.max(1e-6, expectedSpread ** 2) }
  })
  const count = misses.length
  if (count < leastCuts) return { ...noRecord, cuts }
  const weigh = (swing: number): { middle: number; weights: number; squares: number } => {
    let [weights, squares, weighted] = [0, 0, 0]
    for (const { miss, variance } of misses) {
      const weight = 1 / (variance + swing)
      weights += weight
      squares += weight ** 2
      weighted += weight * miss
    }
    return { middle: weighted / weights, weights, squares }
  }
  const plain = weigh(0)
  const excess = misses.reduce((sum, { miss, variance }) => sum + (miss - plain.middle) ** 2 / variance, 0)
  const seen = Math.max(0, (excess - (count - 1)) / (plain.weights - plain.squares / plain.weights))
  const swing = (count * seen + declaredCuts * declaredSwing ** 2) / (count + declaredCuts)
  const { middle, weights } = weigh(swing)
  // How far a forecast like this is off for good: what the cuts say beyond their own error, and what one would think without them.
  const biasVariance = (Math.max(0, middle ** 2 - 1 / weights) + declaredBias ** 2) / 2
  const weightRatio = biasVariance / (biasVariance + 1 / weights)
  return {
    cuts,
    isApplied: true,
    observedFactor: Math.exp(middle),
    weightRatio,
    factor: Math.exp(weightRatio * middle),
    // What the bias may still be off by is common to all that is to come, as the swing is.
    spread: Math.sqrt(swing + (1 - weightRatio) * biasVariance)
  }
}

/**
 * Applies the record to what is to come: odds of open deals so that they bring as much more or less together, wins of new deals by the factor, and the
 * common shock. A chance that a person called stays as it was called.
 *
 * @param means as worked out
 * @param record how earlier forecasts turned out; null leaves all as it is
 * @returns the means as corrected
 * @example correctMeans(means, null) === means // true
 */
export function correctMeans(means: Means, record: PipelineRecord | null): Means {
  if (record?.isApplied !== true) return means
  const { factor, spread } = record
  const move = moveFor(means, factor)
  const deals = means.deals.map((deal): OpenDeal => {
    if (isCalled(deal) || move === 0) return deal
    const reason = { kind: 'record', factor: Math.exp(move), cuts: record.cuts.length } as const
    return { ...deal, chanceRatio: moved(deal.chanceRatio, move), reasons: [...deal.reasons, reason] }
  })
  const news =
    means.news === null
      ? null
      : {
          ...means.news,
          lines: means.news.lines.map((line) => ({ ...line, wins: line.wins.map((each) => each * factor) }))
        }
  const corrected = { ...means, deals, news }
  const { size, slope } = sizeOf(corrected)
  const added = slope > 0 ? (spread * size) / slope : 0
  return { ...corrected, unsure: Math.max(means.unsure, Math.min(widestShock, Math.hypot(means.unsure, added))) }
}

const isCalled = ({ life }: OpenDeal): boolean => life.deal.calledChanceRatio !== null
const moved = (ratio: number, move: number): number =>
  ratio <= 0 || ratio >= 1 ? ratio : ratioOf(logitOf(ratio) + move)

/** Logarithm of the factor on all odds at which open deals together bring so much more or less. Sizes of amounts count, so that it always goes one way. */
function moveFor({ deals, amounts }: Means, factor: number): number {
  const weighed = deals.flatMap((deal, at) =>
    isCalled(deal) ? [] : [{ ratio: deal.chanceRatio, weight: Math.abs(amounts[at]!) * sumOf(deal.shares) }]
  )
  const at = (move: number): number => weighed.reduce((sum, { ratio, weight }) => sum + weight * moved(ratio, move), 0)
  const wanted = factor * at(0)
  if (wanted === 0) return 0
  let [low, high] = [-3, 3]
  for (let step = 0; step < 45; step += 1) {
    const middle = (low + high) / 2
    if (at(middle) < wanted) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** What is to come in size, and how fast it grows with the logarithm of all odds. */
function sizeOf({ deals, amounts, news }: Means): { size: number; slope: number } {
  let [size, slope] = [0, 0]
  for (const [at, { chanceRatio, shares }] of deals.entries()) {
    const each = Math.abs(amounts[at]!) * sumOf(shares) * chanceRatio
    size += each
    slope += each * (1 - chanceRatio)
  }
  for (const line of news?.lines ?? []) {
    const each = Math.abs(sumOf(line.wins) * meanOfPatterns(line))
    size += each
    slope += each * (1 - line.chance.chanceRatio)
  }
  return { size, slope }
}

/** The latest quarter end with a whole quarter of data behind it, and those before; what came up to the next one, or to the end of the data. */
function listSpans(asOf: IsoDate): { madeOn: IsoDate; untilOn: IsoDate }[] {
  const spans: { madeOn: IsoDate; untilOn: IsoDate }[] = []
  let until = asOf
  for (
    let at = endOfQuarterBefore(endOfQuarterBefore(addDays(asOf, 1)));
    spans.length < mostCuts;
    at = endOfQuarterBefore(at)
  ) {
    spans.push({ madeOn: at, untilOn: until })
    until = at
  }
  return spans
}

/** The last end of a calendar quarter before a day. */
function endOfQuarterBefore(day: IsoDate): IsoDate {
  const first = isoDate(yearOf(day), Math.floor((monthOf(day) - 1) / 3) * 3 + 1, 1)
  return addDays(first, -1)
}

function replay(input: PipelineInput, lives: Lives, madeOn: IsoDate, untilOn: IsoDate): RecordCut | null {
  const [cut, until] = [dayNumber(madeOn), dayNumber(untilOn)]
  if (cut - lives.seenFrom < leastDays) return null
  const hasKnownAmounts = losesAmountsAlike(lives)
  const deals: PipelineDeal[] = []
  let [closed, actualMinor] = [0, 0]
  for (const life of [...lives.closed, ...lives.open]) {
    const { deal, start, end } = life
    const isClosed = life.ending !== ending.open
    if (isClosed && end !== null && end <= cut) {
      closed += 1
      deals.push(deal)
      continue
    }
    // Whoever doesn't say when it was made or closed can't be placed before or after the cut.
    if (start === null || end === null) continue
    if (start <= cut) deals.push(asOpen(life, madeOn, cut, hasKnownAmounts))
    const counts = input.options.hasNewDeals || start <= cut
    if (life.ending === ending.won && end <= until && counts) actualMinor += deal.amountMinor ?? 0
  }
  if (closed < leastClosed) return null
  const asked: PipelineInput = {
    ...input,
    asOf: madeOn,
    deals,
    periods: [{ key: '', startsOn: addDays(madeOn, 1), endsOn: untilOn, bookedMinor: 0, targetMinor: null }]
  }
  const means = workOutMeans(asked, readLives(asked), replayRows)
  // New deals that can't be expected are no forecast of those that came.
  if (input.options.hasNewDeals && means.news === null) return null
  const { mean, variance } = momentsOf(means)
  if (!(mean > 0) || variance > (mostChance * mean) ** 2) return null
  return {
    madeOn,
    untilOn,
    forecastMinor: Math.round(mean),
    actualMinor,
    expectedSpread: Math.sqrt(Math.log1p(variance / mean ** 2))
  }
}

/** Where lost deals say no amount and won ones do, the amount tells the outcome: then none is taken from them. */
function losesAmountsAlike({ closed }: Lives): boolean {
  const shareOf = (how: number): number => {
    const of = closed.filter((life) => life.ending === how)
    return of.filter(({ deal }) => (deal.amountMinor ?? 0) !== 0).length / Math.max(1, of.length)
  }
  return shareOf(ending.lost) >= 0.9 * shareOf(ending.won)
}

/** The deal as it was known on a day on which it was open. */
function asOpen({ deal, ending: how }: DealLife, madeOn: IsoDate, cut: number, hasKnownAmounts: boolean): PipelineDeal {
  const stageHistory = deal.stageHistory.filter(({ enteredOn }) => enteredOn <= madeOn)
  const closeDates = deal.closeDates.filter(({ seenOn }) => seenOn <= madeOn)
  const activityDays = deal.activityDays.filter((day) => day <= madeOn)
  const stage = stageHistory.at(-1)
  const entered =
    how === ending.open && deal.stageEnteredOn !== null && dayNumber(deal.stageEnteredOn) <= cut
      ? { stageId: deal.stageId, enteredOn: deal.stageEnteredOn }
      : undefined
  return {
    ...deal,
    status: 'open',
    stageId: entered?.stageId ?? stage?.stageId ?? unknownStage,
    stageEnteredOn: entered?.enteredOn ?? stage?.enteredOn ?? null,
    amountMinor: hasKnownAmounts || how === ending.open ? deal.amountMinor : null,
    closeOn: closeDates.at(-1)?.closeOn ?? null,
    lastActivityOn: activityDays.at(-1) ?? null,
    stageHistory,
    activityDays,
    closeDates,
    category: null,
    calledChanceRatio: null
  }
}

/** Mean of what comes and its variance by the model's own chance: outcomes of deals, the number and amounts of new ones, and the common shock. */
function momentsOf(means: Means): { mean: number; variance: number } {
  const { deals, amounts, news, pools, unsure } = means
  let [mean, variance, newMean] = [0, 0, 0]
  for (const [at, { life, chanceRatio, shares }] of deals.entries()) {
    const chance = chanceRatio * sumOf(shares)
    const spread = life.deal.amountMinor === null ? (pools.find(life.deal.segment)?.variance ?? 0) : 0
    mean += chance * amounts[at]!
    variance += chance * (amounts[at]! ** 2 + spread) - (chance * amounts[at]!) ** 2
  }
  for (const line of news?.lines ?? []) {
    const wins = sumOf(line.wins)
    newMean += wins * meanOfPatterns(line)
    variance += (wins * sumOf(line.patterns.map(({ deal }) => (deal.amountMinor ?? 0) ** 2))) / line.patterns.length
  }
  variance += newMean ** 2 * Math.expm1((news?.volumeShock ?? 0) ** 2) + (unsure * sizeOf(means).slope) ** 2
  return { mean: mean + newMean, variance }
}
