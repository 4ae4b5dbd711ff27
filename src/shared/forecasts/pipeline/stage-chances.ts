// Chances of stages and segments: of the deals that ever came into a stage, the part that was won.
import { betaBinomialStrength } from '#shared/math/beta-binomial-strength.ts'
import { groupBy } from '#shared/math/group-by.ts'
import type { StageId } from '#shared/playbook/types.ts'
import type { LearntChance, PipelineStage, StageChance } from '../pipeline-types.ts'
import { makeCurve, type OutcomeCurve } from './curves.ts'
import {
  type ChancePrior,
  learnChance,
  overallStrength,
  segmentStrength,
  statedStrength,
  unknownChance
} from './learnt-chance.ts'
import { ending, type Lives, type TimedLife } from './lives.ts'

export interface Chances {
  /** Of all deals from being made on. */
  readonly overall: LearntChance
  /** The same over time; null where too few closed deals have both their dates. */
  readonly overallCurve: OutcomeCurve | null
  /** By segment, where closed deals have their dates. */
  readonly segments: ReadonlyMap<string, { readonly chance: LearntChance; readonly curve: OutcomeCurve }>
  /** Stages in order, each for all segments and then by segment; empty without history of stages. */
  readonly stages: readonly StageChance[]
  find(stageId: StageId, segment: string | null): StageChance | undefined
}

/** Too few from the day closes are seen: then all count from their start. */
const leastSeen = 30

/** A group of deals on their way from some day each. */
interface Departures {
  readonly from: number[]
  readonly to: number[]
  readonly endings: number[]
}

/**
 * Makes the curve of deals that set out on given days. Those that did before closes were seen at all count from that day on: of them only the ones
 * that lived to see it are in the data.
 *
 * @param departures day of setting out, day of the end or of the data's end, and how it ended
 * @param seenFrom the first day on which closes were seen
 * @returns their curve
 * @source delayed entry: J. P. Klein and M. L. Moeschberger, "Survival Analysis", 2nd ed. (2003), 4.6
 * @example curveOf({ from: [0], to: [5], endings: [1] }, 0).eventualRatio // 1
 */
export function curveOf({ from, to, endings }: Departures, seenFrom: number): OutcomeCurve {
  // A deal closed on the day it began took less than a day, not none.
  const days = to.map((end, at) => Math.max(1, end - from[at]!))
  const seen = from.filter((start) => start >= seenFrom).length
  if (seen < leastSeen) return makeCurve({ days, endings })
  const late = from.map((start, at) => Math.min(Math.max(0, seenFrom - start), days[at]! - 1))
  return makeCurve({ days, endings, from: late })
}

/**
 * Learns the chances of all deals, of stages and of segments within stages.
 *
 * All deals are drawn towards one half with the weight of two deals; a stage towards what the playbook states for it with the weight of four, or
 * towards all deals with the weight of two; a segment in a stage towards the stage, with the weight that makes the segments seen most likely.
 *
 * @param lives the deals
 * @param stages stages of the playbook
 * @returns chances with what they stand on
 * @missing no stage chances where no closed deal has a history of stages
 * @source see learnt-chance.ts and math/beta-binomial-strength.ts
 * @example learnChances(readLives({ ...input, deals: [] }), []).overall.chanceRatio // 0.5
 */
export function learnChances(lives: Lives, stages: readonly PipelineStage[]): Chances {
  const { timed, closed, open, seenFrom } = lives
  const curve = curveOf(departuresOf(timed), seenFrom)
  const isTimed = curve.closed >= closed.length / 2 && curve.closed > 0
  const won = closed.filter((life) => life.ending === ending.won).length
  const ratio = isTimed ? curve.eventualRatio : closed.length === 0 ? 0 : won / closed.length
  const overall = learnChance({ closed: closed.length, won, open: open.length, eventualRatio: ratio }, unknownChance)
  const segments = isTimed ? learnSegments(lives, overall) : new Map()
  const learnt = lives.hasStages ? learnStages(lives, stages, overall) : []
  const byKey = new Map(learnt.map((each) => [`${each.stageId} ${each.segment ?? ''}`, each]))
  return {
    overall,
    overallCurve: isTimed ? curve : null,
    segments,
    stages: learnt,
    find: (stageId, segment) => byKey.get(`${stageId} ${segment ?? ''}`) ?? byKey.get(`${stageId} `)
  }
}

function learnSegments(lives: Lives, overall: LearntChance): Chances['segments'] {
  const groups = groupBy(
    lives.timed.filter(({ deal }) => deal.segment !== null),
    ({ deal }) => deal.segment ?? ''
  )
  const curves = [...groups].map(([segment, group]) => ({
    segment,
    curve: curveOf(departuresOf(group), lives.seenFrom)
  }))
  const strength = betaBinomialStrength(
    curves.map(({ curve }) => ({ n: curve.closed, ratio: curve.eventualRatio, prior: overall.chanceRatio })),
    segmentStrength
  )
  return new Map(
    curves.map(({ segment, curve }) => [
      segment,
      { chance: learnChance(curve, { ratio: overall.chanceRatio, strength }), curve }
    ])
  )
}

function departuresOf(lives: readonly TimedLife[]): Departures {
  return {
    from: lives.map(({ start }) => start),
    to: lives.map(({ end }) => end),
    endings: lives.map((life) => life.ending)
  }
}

function learnStages(lives: Lives, stages: readonly PipelineStage[], overall: LearntChance): StageChance[] {
  const openStages = stages
    .filter(({ status }) => status === 'open')
    .sort((one, other) => one.position - other.position)
  const groups = new Map<StageId, Map<string | null, Departures>>()
  for (const { deal, ending: how, end, stays } of [...lives.closed, ...lives.open]) {
    if (end === null) continue
    const met = new Set<StageId>()
    for (const { stageId, from } of stays) {
      // Coming back to a stage is no second try.
      if (met.has(stageId)) continue
      met.add(stageId)
      const ofStage = groups.get(stageId) ?? new Map<string | null, Departures>()
      groups.set(stageId, ofStage)
      for (const segment of deal.segment === null ? [null] : [null, deal.segment]) {
        const group = ofStage.get(segment) ?? { from: [], to: [], endings: [] }
        ofStage.set(segment, group)
        group.from.push(from)
        group.to.push(end)
        group.endings.push(how)
      }
    }
  }
  const drawn = openStages.map((stage) => {
    const ofStage = groups.get(stage.id)
    const prior: ChancePrior =
      stage.statedRatio === null
        ? { ratio: overall.chanceRatio, strength: overallStrength }
        : { ratio: stage.statedRatio, strength: statedStrength }
    const curve = curveOf(ofStage?.get(null) ?? { from: [], to: [], endings: [] }, lives.seenFrom)
    const segments = [...(ofStage ?? [])]
      .flatMap(([segment, group]) => (segment === null ? [] : [{ segment, curve: curveOf(group, lives.seenFrom) }]))
      .sort((one, other) => (one.segment < other.segment ? -1 : 1))
    return { stage, all: learnChance(curve, prior), segments }
  })
  const strength = betaBinomialStrength(
    drawn.flatMap(({ all, segments }) =>
      segments.map(({ curve }) => ({ n: curve.closed, ratio: curve.eventualRatio, prior: all.chanceRatio }))
    ),
    segmentStrength
  )
  return drawn.flatMap(({ stage, all, segments }) => [
    { stageId: stage.id, segment: null, ...all },
    ...segments.map(({ segment, curve }) => ({
      stageId: stage.id,
      segment,
      ...learnChance(curve, { ratio: all.chanceRatio, strength })
    }))
  ])
}
