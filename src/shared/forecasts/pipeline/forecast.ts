// The pipeline forecast: learns from closed deals, judges the open ones, adds those not made yet, and simulates what may come. The steps stand in the
// files beside it.
import { makeRandom } from '#shared/math/random.ts'
import type { CloseTime, DealOutlook, GroupOutcome, PipelineForecast, PipelineInput } from '../pipeline-types.ts'
import type { AmountPools } from './amounts.ts'
import type { OutcomeCurve } from './curves.ts'
import { lanes } from './draw-deals.ts'
import { readLives } from './lives.ts'
import { sumOf, workOutMeans } from './means.ts'
import { listNotes } from './notes.ts'
import type { OpenDeal } from './outlook.ts'
import { bookByOwner, expectByOwner, groupOwners, type OwnerGroup, Owners } from './owners.ts'
import { type DrawnNew, keepChances, prepareDeals, prepareNew } from './prepare.ts'
import { correctMeans, learnRecord } from './record.ts'
import { makeShocks, type SimulationRun, simulate } from './simulate.ts'
import { findSources, outcomeOf, percentilesOf, rangeOf, roundParts } from './summary.ts'

/** Shocks that odds are fitted to at most; with more blocks every so-manieth of them. */
const fittedShocks = 512
const curveSteps = 200

/**
 * Forecasts what open deals, and deals not made yet, will bring by period, team and seller, with ranges.
 *
 * Chances come from the company's own closed deals (stage-chances.ts, factors.ts), times from how long they took (timing.ts); all runs draw with one
 * seed. Means are worked out and not simulated, so parts add up to the whole exactly and more chance never means less.
 *
 * @param input deals, stages, periods and options
 * @param run whom to tell of the progress, and whether to stop
 * @returns the forecast; after a stop, with the runs made so far
 * @missing without closed deals chances are those of the playbook, or 50 %, and notes say so
 * @source the steps name theirs
 * @example forecastPipeline({ ...input, deals: [] }).total.meanMinor // 0
 */
export function forecastPipeline(input: PipelineInput, run: SimulationRun = {}): PipelineForecast {
  const { options, periods } = input
  const lives = readLives(input)
  const uncorrected = workOutMeans(input, lives)
  const record = options.hasRecord ? learnRecord(input, lives) : null
  const { learnt, shockSize, pools, amounts, deals, news, unsure } = correctMeans(uncorrected, record)
  const owners = new Owners()
  const booked = bookByOwner(input, lives, owners)
  const shocks = makeShocks(Math.ceil(options.runs / lanes), unsure, makeRandom(options.seed, 'win rates'))
  const fitted = pickShocks(shocks)
  const odds = keepChances(
    deals.map(({ chanceRatio }) => chanceRatio),
    fitted
  )
  const drawn = prepareDeals(deals, pools, owners, periods.length, odds)
  const drawnNew = prepareNew(news, lives, owners, fitted)
  const sellerGroups = groupOwners(owners, ({ sellerId }) => sellerId)
  const teamGroups = groupOwners(owners, ({ teamId }) => teamId)
  const groups = [...sellerGroups, ...teamGroups]
  const simulated = simulate(
    drawn,
    drawnNew,
    shocks,
    groups.map(({ members }) => members),
    { runs: options.runs, seed: options.seed, owners: owners.list.length, volumeShock: news?.volumeShock ?? 0 },
    run
  )

  const expected = deals.map(({ chanceRatio, shares }, at) => shares.map((share) => chanceRatio * share * amounts[at]!))
  const openByPeriod = periods.map((_, period) => expected.reduce((sum, each) => sum + each[period]!, 0))
  const newMeans = drawnNew.map(({ amounts: of }) => sumOf(Array.from(of)) / of.length)
  const newByPeriod = periods.map((_, period) => sumOf(drawnNew.map(({ wins }, at) => wins[period]! * newMeans[at]!)))
  const [openTotal, newTotal] = [Math.round(sumOf(openByPeriod)), Math.round(sumOf(newByPeriod))]
  const [openParts, newParts] = [roundParts(openByPeriod, openTotal), roundParts(newByPeriod, newTotal)]
  const bookedTotal = sumOf(periods.map(({ bookedMinor }) => bookedMinor))
  const outcomes = periods.map(({ key, bookedMinor, targetMinor }, at) =>
    outcomeOf(
      key,
      simulated.byPeriod[at]!,
      { booked: bookedMinor, open: openParts[at]!, fresh: newParts[at]! },
      targetMinor
    )
  )
  const targets = periods.map(({ targetMinor }) => targetMinor).filter((target) => target !== null)
  const total = outcomeOf(
    periods.length === 1 ? periods[0]!.key : `${periods[0]?.key ?? ''}–${periods.at(-1)?.key ?? ''}`,
    simulated.total,
    { booked: bookedTotal, open: openTotal, fresh: newTotal },
    targets.length === periods.length && targets.length > 0 ? sumOf(targets) : null
  )
  const byOwner = expectByOwner(owners.list.length, drawn.owner, expected.map(sumOf), drawnNew)
  const columns = simulated.byGroup
  const dealsOf = new Array<number>(owners.list.length).fill(0)
  for (const owner of drawn.owner) dealsOf[owner]! += 1
  const outcomesOf = (of: readonly OwnerGroup[], first: number): GroupOutcome[] => {
    const means = roundParts(
      of.map(({ members }) => sumOf(members.map((owner) => byOwner[owner]!))),
      openTotal + newTotal
    )
    return of.map(({ id, members }, at) => {
      const bookedMinor = sumOf(members.map((owner) => booked[owner] ?? 0))
      const count = sumOf(members.map((owner) => dealsOf[owner]!))
      return { id, bookedMinor, deals: count, ...rangeOf(columns[first + at]!, bookedMinor + means[at]!, bookedMinor) }
    })
  }
  return {
    asOf: input.asOf,
    currency: input.currency,
    seed: options.seed,
    runs: simulated.runs,
    periods: outcomes,
    total,
    percentilesMinor: percentilesOf(simulated.total, bookedTotal),
    sellers: outcomesOf(sellerGroups, 0),
    teams: outcomesOf(teamGroups, sellerGroups.length),
    deals: deals.map((deal, at) => describe(deal, expected[at]!, pools)),
    stageChances: learnt.chances.stages,
    closeTime: describeTimes(learnt.chances.overallCurve, learnt.season.months),
    newDeals: news?.basis ?? null,
    shockSize,
    record,
    sources: findSources(
      deals,
      pools,
      drawnNew,
      news?.volumeShock ?? 0,
      varianceOfMean(deals, amounts, odds, fitted, drawnNew)
    ),
    notes: listNotes(input, learnt, deals, pools, news, record)
  }
}

function pickShocks(shocks: Float64Array): Float64Array {
  if (shocks.length <= fittedShocks) return shocks
  const sorted = Float64Array.from(shocks).sort()
  return Float64Array.from(
    { length: fittedShocks },
    (_, at) => sorted[Math.floor(((at + 0.5) / fittedShocks) * sorted.length)]!
  )
}

/** How much the expected total moves with the common shock. */
function varianceOfMean(
  deals: readonly OpenDeal[],
  amounts: readonly number[],
  odds: Float64Array,
  shocks: Float64Array,
  news: readonly DrawnNew[]
): number {
  const within = deals.map(({ shares }) => shares.reduce((sum, share) => sum + share, 0))
  const shifted = (at: number, shock: number): number =>
    at === Number.POSITIVE_INFINITY ? 1 : (at * shock) / (1 + at * shock)
  const means = Array.from(shocks, (shock) => {
    let sum = 0
    for (const { wins, amounts: of, odds: at, chanceRatio } of news)
      sum += ((sumOf(wins) * sumOf(Array.from(of))) / of.length) * (shifted(at, shock) / chanceRatio)
    for (let at = 0; at < odds.length; at += 1) sum += amounts[at]! * within[at]! * shifted(odds[at]!, shock)
    return sum
  })
  const middle = means.reduce((sum, value) => sum + value, 0) / means.length
  return means.reduce((sum, value) => sum + (value - middle) ** 2, 0) / means.length
}

function describe(deal: OpenDeal, expected: readonly number[], pools: AmountPools): DealOutlook {
  const { life, chanceRatio, shares, reasons, isOverdue, isStale } = deal
  const { id, label, accountName, sellerId, stageId, category, amountMinor, closeOn, segment } = life.deal
  const assumed = amountMinor === null ? (pools.find(segment)?.meanMinor ?? null) : null
  return {
    dealId: id,
    label,
    accountName,
    sellerId,
    stageId,
    category,
    amountMinor,
    assumedAmountMinor: assumed === null ? null : Math.round(assumed),
    closeOn,
    chanceRatio,
    periodRatios: shares.map((share) => chanceRatio * share),
    expectedMinor:
      amountMinor === null && assumed === null ? null : Math.round(expected.reduce((sum, each) => sum + each, 0)),
    isOverdue,
    isStale,
    reasons
  }
}

function describeTimes(curve: OutcomeCurve | null, seasonRatios: readonly number[] | null): CloseTime {
  if (curve === null) return { closed: 0, censored: 0, medianDays: null, seasonRatios, curve: [] }
  const { risks, closed, open } = curve
  const half = risks.open.findIndex((ratio) => ratio <= 0.5)
  const step = Math.max(1, Math.ceil(risks.times.length / curveSteps))
  const picked = Array.from(risks.times.keys()).filter((at) => at % step === 0 || at === risks.times.length - 1)
  return {
    closed,
    censored: open,
    seasonRatios,
    medianDays: half < 0 ? null : risks.times[half]!,
    curve: [
      { days: 0, openRatio: 1, wonRatio: 0, lostRatio: 0 },
      ...picked.map((at) => ({
        days: risks.times[at]!,
        openRatio: risks.open[at]!,
        wonRatio: risks.first[at]!,
        lostRatio: risks.second[at]!
      }))
    ]
  }
}
