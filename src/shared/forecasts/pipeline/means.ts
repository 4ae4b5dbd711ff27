// What open and new deals are expected to bring, worked out from what earlier deals have taught and before any run: the part of the forecast that can be
// made as of an earlier day as well.
import { daysBetween } from '#shared/units/date.ts'
import type { PipelineInput } from '../pipeline-types.ts'
import { type AmountPools, gatherAmounts } from './amounts.ts'
import { learnClosingSeason } from './closing-season.ts'
import { learnFactors } from './factors.ts'
import type { Lives } from './lives.ts'
import { learnNewDeals, type NewDeals } from './new-deals.ts'
import { logitOf } from './odds.ts'
import { judgeDeals, type Learnt, type OpenDeal } from './outlook.ts'
import { learnShock } from './shocks.ts'
import { makeBands, takeSnapshots } from './snapshots.ts'
import { learnChances } from './stage-chances.ts'
import { learnTiming } from './timing.ts'

export interface Means {
  readonly learnt: Learnt
  readonly shockSize: number
  readonly pools: AmountPools
  readonly deals: readonly OpenDeal[]
  /** Of each deal, its own or what won deals bring. */
  readonly amounts: readonly number[]
  readonly news: NewDeals | null
  /** Standard deviation of the logarithm of all odds: how win rates move, and how unsure the chances are. */
  readonly unsure: number
}

export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/**
 * Works out what open and new deals are expected to bring.
 *
 * @param input deals, stages, periods and options
 * @param lives the deals as courses
 * @param mostRows looks at earlier pipelines to learn from at most; left out: as many as a forecast takes
 * @returns the deals as judged, new deals, and what they stand on
 * @missing without closed deals chances are those of the playbook, or one half
 * @example workOutMeans({ ...input, deals: [] }, lives).deals // []
 */
export function workOutMeans(input: PipelineInput, lives: Lives, mostRows?: number): Means {
  const { learnt, shockSize } = learn(input, lives, mostRows)
  const deals = judgeDeals(input, learnt)
  const pools = gatherAmounts(lives)
  const news = input.options.hasNewDeals ? learnNewDeals(input, lives, learnt.chances, learnt.season) : null
  const amounts = deals.map(({ life }) => life.deal.amountMinor ?? pools.find(life.deal.segment)?.meanMinor ?? 0)
  const unsure = Math.sqrt(shockSize ** 2 + chanceVariance(deals, amounts, news))
  return { learnt, shockSize, pools, deals, amounts, news, unsure }
}

/** What new deals of a line bring each when won. */
export const meanOfPatterns = ({ patterns }: NewDeals['lines'][number]): number =>
  sumOf(patterns.map(({ deal }) => deal.amountMinor ?? 0)) / patterns.length

function daysAhead({ asOf, periods }: PipelineInput): number {
  return Math.max(0, ...periods.map(({ endsOn }) => daysBetween(asOf, endsOn)))
}

function learn(input: PipelineInput, lives: Lives, mostRows?: number): { learnt: Learnt; shockSize: number } {
  const bands = makeBands(lives)
  const chances = learnChances(lives, input.stages)
  const rows = takeSnapshots(lives, bands, mostRows)
  const offsets = Float64Array.from(rows, ({ stageId, life }) =>
    logitOf(
      (
        (stageId === null ? undefined : chances.find(stageId, life.deal.segment)) ??
        chances.segments.get(life.deal.segment ?? '')?.chance ??
        chances.overall
      ).chanceRatio
    )
  )
  const factors = learnFactors(lives, rows, offsets, input.options.staleDays)
  const shockSize = input.options.shockSize ?? learnShock(lives, chances.overallCurve)
  return {
    learnt: {
      lives,
      bands,
      chances,
      factors,
      timing: learnTiming(rows),
      season: learnClosingSeason(lives, chances.overallCurve, daysAhead(input))
    },
    shockSize
  }
}

/**
 * Variance of the logit that chances have because they are learnt from few deals: those of one basis miss together, different ones apart. Weighed by
 * how much of the money that may or may not come hangs on each.
 */
function chanceVariance(deals: readonly OpenDeal[], amounts: readonly number[], news: NewDeals | null): number {
  const weights = new Map<string, { weight: number; variance: number }>()
  const add = (basis: string, weight: number, variance: number): void => {
    const held = weights.get(basis) ?? { weight: 0, variance }
    weights.set(basis, { weight: held.weight + Math.abs(weight), variance })
  }
  for (const [at, { chanceRatio, shares, logitVariance, basis }] of deals.entries())
    for (const share of shares) add(basis, amounts[at]! * share * chanceRatio * (1 - chanceRatio), logitVariance)
  for (const { chance, segment, wins, patterns } of news?.lines ?? []) {
    const { chanceRatio, n, priorStrength } = chance
    const each = sumOf(patterns.map(({ deal }) => deal.amountMinor ?? 0)) / patterns.length
    const unsure = Math.max(1e-3, (n + priorStrength) * chanceRatio * (1 - chanceRatio))
    add(`all ${segment ?? ''}`, sumOf(wins) * each * (1 - chanceRatio), 1 / unsure)
  }
  let [sum, squares] = [0, 0]
  for (const { weight, variance } of weights.values()) {
    sum += weight
    squares += weight ** 2 * variance
  }
  return sum === 0 ? 0 : squares / sum ** 2
}
