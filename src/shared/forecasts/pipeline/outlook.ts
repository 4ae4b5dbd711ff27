// The chance of every open deal, step by step with its reasons, and the periods in which it may be won.
import { daysBetween, type IsoDate } from '#shared/units/date.ts'
import type { ChanceReason, OddsFactor, PipelineInput, PipelinePeriod } from '../pipeline-types.ts'
import type { ClosingSeason } from './closing-season.ts'
import type { Factors } from './factors.ts'
import type { DealLife, Lives } from './lives.ts'
import { logitOf, ratioOf } from './odds.ts'
import { type AgeBands, type DealState, stateOn } from './snapshots.ts'
import type { Chances } from './stage-chances.ts'
import { closesWithin, type Timing } from './timing.ts'

export interface OpenDeal {
  readonly life: DealLife
  readonly state: DealState
  readonly chanceRatio: number
  /** Parts of its wins by period; what is missing to 1 comes later. */
  readonly shares: readonly number[]
  readonly isOverdue: boolean
  readonly isStale: boolean
  readonly reasons: readonly ChanceReason[]
  /** How sure the chance of its stage is: variance of its logit. */
  readonly logitVariance: number
  /** What it was learnt from, the same for deals with the same uncertain chance. */
  readonly basis: string
}

export interface Learnt {
  readonly lives: Lives
  readonly bands: AgeBands
  readonly chances: Chances
  readonly factors: Factors
  readonly timing: Timing
  readonly season: ClosingSeason
}

/** Declared, where no deal was ever won and none has a close date ahead: evenly over a year. */
const unknownDays = 365
/** Stated chances against each other, where no outcomes tell what stages mean: their odds count half. Declared. */
const statedPower = 0.5

/**
 * Works out the chance and the periods of every open deal.
 *
 * @param input options, periods, and the stages of the playbook
 * @param learnt what earlier deals have taught
 * @returns the open deals in the order of the input
 * @missing a step is left out where nothing is known for it: its reasons don't name it
 * @example judgeDeals({ ...input, deals: [] }, learnt) // []
 */
export function judgeDeals(input: PipelineInput, learnt: Learnt): OpenDeal[] {
  const { lives, bands } = learnt
  const ends = input.periods.map((period) => daysOf(period, input.asOf))
  const states = lives.open.map((life) => stateOn(life, lives.asOf, lives.hasStages, bands, true))
  const isLate = ({ lead }: DealState): boolean => lead !== null && lead < 0
  const lies = ({ still }: DealState): boolean => still !== null && still >= input.options.staleDays
  const judgeAll = (stated: number | null) =>
    lives.open.map((life, at) => {
      const state = states[at]!
      return judgeDeal(input, learnt, life, state, stated, isLate(state), lies(state))
    })
  const middle = statedMiddle(input, lives, judgeAll(null))
  const judgedDeals = judgeAll(middle)
  return lives.open.map((life, at) => {
    const [state, judged] = [states[at]!, judgedDeals[at]!]
    const [isOverdue, isStale] = [isLate(state), lies(state)]
    const within = (days: number): number => (days <= 0 ? 0 : sharesWithin(learnt, state, days))
    const shares = ends.map(({ before, last }) => Math.max(0, within(last) - within(before)))
    return { life, state, ...judged, shares, isOverdue, isStale }
  })
}

/** Days from the end of the data to the day before a period and to its last day. */
function daysOf({ startsOn, endsOn }: PipelinePeriod, asOf: IsoDate): { before: number; last: number } {
  return { before: Math.max(0, daysBetween(asOf, startsOn) - 1), last: Math.max(0, daysBetween(asOf, endsOn)) }
}

function sharesWithin({ timing, season }: Learnt, state: DealState, days: number): number {
  const learnt = closesWithin(timing, state, days, season.pace(days))
  if (learnt !== null) return learnt
  if (state.lead !== null && state.lead > 0) return days >= state.lead ? 1 : 0
  return Math.min(1, days / unknownDays)
}

/**
 * The stated logit against which stages are better or worse: the one that leaves the wins of all open deals together as they were learnt. Null where there
 * is history of stages, or the playbook doesn't state a chance for every stage with open deals.
 */
function statedMiddle(
  { stages }: PipelineInput,
  lives: Lives,
  judged: readonly { readonly chanceRatio: number }[]
): number | null {
  if (lives.hasStages || lives.closed.length === 0) return null
  const ratios = new Map(stages.map(({ id, statedRatio }) => [id, statedRatio]))
  const pairs: { logit: number; stated: number }[] = []
  for (const [at, { deal }] of lives.open.entries()) {
    const ratio = ratios.get(deal.stageId) ?? null
    if (ratio === null || ratio <= 0 || ratio >= 1) return null
    if (deal.calledChanceRatio === null)
      pairs.push({ logit: logitOf(judged[at]!.chanceRatio), stated: statedPower * logitOf(ratio) })
  }
  if (pairs.length === 0) return null
  const wanted = pairs.reduce((sum, { logit }) => sum + ratioOf(logit), 0)
  let [low, high] = [-12, 12]
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2
    const wins = pairs.reduce((sum, { logit, stated }) => sum + ratioOf(logit + stated - middle), 0)
    if (wins > wanted) low = middle
    else high = middle
  }
  return (low + high) / 2 / statedPower
}

function judgeDeal(
  { stages, options }: PipelineInput,
  { chances, factors, lives, bands }: Learnt,
  life: DealLife,
  state: DealState,
  middleStated: number | null,
  isOverdue: boolean,
  isStale: boolean
): Pick<OpenDeal, 'chanceRatio' | 'reasons' | 'logitVariance' | 'basis'> {
  const { deal } = life
  if (deal.calledChanceRatio !== null) {
    const ratio = deal.calledChanceRatio
    return { chanceRatio: ratio, reasons: [{ kind: 'called', ratio }], logitVariance: 0, basis: 'called' }
  }
  const reasons: ChanceReason[] = []
  const stage = chances.find(deal.stageId, deal.segment)
  const stated = stages.find(({ id }) => id === deal.stageId)?.statedRatio ?? null
  const nothingClosed = lives.closed.length === 0 && stated !== null
  const ofSegment = deal.segment === null ? undefined : chances.segments.get(deal.segment)
  const base = stage ?? (nothingClosed ? null : (ofSegment?.chance ?? chances.overall))
  let logit = 0
  if (base === null) {
    logit = logitOf(stated ?? 0.5)
    reasons.push({ kind: 'stated', ratio: stated ?? 0.5, factor: 1 })
  } else {
    logit = logitOf(base.chanceRatio)
    reasons.push(
      stage
        ? { kind: 'stage', stageId: deal.stageId, segment: stage.segment, chance: stage }
        : { kind: 'overall', segment: ofSegment ? deal.segment : null, chance: base }
    )
  }
  const move = (odds: OddsFactor | undefined, reason: (odds: OddsFactor) => ChanceReason): void => {
    if (odds === undefined || (odds.n + odds.open === 0 && odds.factor === 1)) return
    logit += Math.log(odds.factor)
    reasons.push(reason(odds))
  }
  if (base !== null && middleStated !== null && stated !== null) {
    const factor = Math.exp(statedPower * (logitOf(stated) - middleStated))
    logit += Math.log(factor)
    reasons.push({ kind: 'stated', ratio: stated, factor })
  }
  if (state.band !== null && state.age !== null) {
    const edges = bands(state.stageId)
    move(factors.age(state.stageId, state.band), (odds) => ({
      kind: 'age',
      days: state.age ?? 0,
      since: lives.hasStages ? 'stage' : 'made',
      fromDays: edges[(state.band ?? 0) - 1] ?? 0,
      toDays: edges[state.band ?? 0] ?? null,
      odds
    }))
  }
  const { sellerId } = deal
  if (sellerId !== null) move(factors.sellers.get(sellerId), (odds) => ({ kind: 'seller', sellerId, odds }))
  if (isOverdue) move(factors.overdue, (odds) => ({ kind: 'overdue', days: -(state.lead ?? 0), odds }))
  if (isStale) move(factors.stale, (odds) => ({ kind: 'stale', days: state.still ?? options.staleDays, odds }))
  const { category } = deal
  if (category !== null) move(factors.categories.get(category), (odds) => ({ kind: 'category', category, odds }))
  // The logit of a stated chance that nothing supports is as unsure as if it stood on four deals.
  const strength = base === null ? 4 : base.n + base.priorStrength
  const sure = base === null ? (stated ?? 0.5) : base.chanceRatio
  return {
    chanceRatio: ratioOf(logit),
    reasons,
    logitVariance: 1 / Math.max(1e-3, strength * sure * (1 - sure)),
    basis: stage
      ? `${stage.stageId} ${stage.segment ?? ''}`
      : base === null
        ? `stated ${deal.stageId}`
        : `all ${ofSegment ? deal.segment : ''}`
  }
}
