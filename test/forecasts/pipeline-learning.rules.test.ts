// What the pipeline forecast learns from closed deals: sellers, close dates that passed, silence, categories, seasons and shocks, on made-up deals
// whose truth is known.
import { describe, expect, test } from 'vitest'
import { forecastPipeline } from '#shared/forecasts/pipeline/forecast.ts'
import { ending, readLives } from '#shared/forecasts/pipeline/lives.ts'
import { declaredShock, learnShock } from '#shared/forecasts/pipeline/shocks.ts'
import { takeSnapshots } from '#shared/forecasts/pipeline/snapshots.ts'
import type { ChanceReason, PipelineDeal, PipelineForecast, PipelineInput } from '#shared/forecasts/pipeline-types.ts'
import { makeRandom } from '#shared/math/random.ts'
import type { SellerId } from '#shared/people/types.ts'
import { monthOf } from '#shared/units/date.ts'
import { currencyCode } from '#shared/units/money.ts'
import { asOf, dayOf, periodsFrom, stageId, stages } from './pipeline-company.ts'

type Over = Omit<Partial<PipelineDeal>, 'id'>

function deal(id: number, over: Over): PipelineDeal {
  return {
    id: id as PipelineDeal['id'],
    label: `Deal ${id}`,
    accountName: null,
    sellerId: null,
    teamId: null,
    segment: null,
    stageId: stageId(1),
    status: 'open',
    amountMinor: 100_000,
    createdOn: null,
    closeOn: null,
    stageEnteredOn: null,
    lastActivityOn: null,
    stageHistory: [],
    activityDays: [],
    closeDates: [],
    isNewBusiness: null,
    category: null,
    calledChanceRatio: null,
    slips: 0,
    ...over
  }
}

/** A deal made on a day that takes so long; open if it isn't over yet. */
function course(id: number, made: number, takes: number, isWon: boolean, over: Over = {}): PipelineDeal {
  const closed = made + takes
  const status = closed > asOf ? 'open' : isWon ? 'won' : 'lost'
  return deal(id, {
    status,
    stageId: stageId(status === 'open' ? 1 : status === 'won' ? 4 : 5),
    createdOn: dayOf(made),
    closeOn: status === 'open' ? null : dayOf(closed),
    ...over
  })
}

const inputOf = (deals: readonly PipelineDeal[], over: Partial<PipelineInput['options']> = {}): PipelineInput => ({
  asOf: dayOf(asOf),
  currency: currencyCode('EUR'),
  deals,
  stages: stages.map((stage) => ({ ...stage, statedRatio: null })),
  periods: periodsFrom(4, 91),
  options: { seed: 1, runs: 320, hasNewDeals: false, staleDays: 30, shockSize: null, hasRecord: false, ...over }
})

const reasonOf = <Kind extends ChanceReason['kind']>(forecast: PipelineForecast, id: number, kind: Kind) =>
  forecast.deals
    .find(({ dealId }) => dealId === id)
    ?.reasons.find((reason): reason is Extract<ChanceReason, { kind: Kind }> => reason.kind === kind)

describe('factors', () => {
  test('sellers are told apart, drawn towards all, and more so when they have few deals', () => {
    const random = makeRandom(3)
    const chances = [0.75, 0.6, 0.5, 0.5, 0.4, 0.25]
    const deals = Array.from({ length: 600 }, (_, at) => {
      const seller = at % 6
      return course(at + 1, asOf - 600 + at, random.integer(15, 70), random.chance(chances[seller]!), {
        sellerId: (seller + 1) as SellerId
      })
    })
    // A seventh has won all of four.
    const lucky = [1, 2, 3, 4].map((at) => course(700 + at, asOf - 300 + at, 40, true, { sellerId: 7 as SellerId }))
    const open = [1, 2, 3, 4, 5, 6, 7].map((seller) =>
      deal(800 + seller, { sellerId: seller as SellerId, createdOn: dayOf(asOf - 10) })
    )
    const forecast = forecastPipeline(inputOf([...deals, ...lucky, ...open]))
    const odds = open.map(({ id }) => reasonOf(forecast, id, 'seller')!.odds)
    const best = odds[0]!
    expect(best.factor).toBeGreaterThan(1.3)
    // Odds of 3 against odds of 1 for all: drawn in from there.
    expect(best.factor).toBeLessThan(3)
    expect(odds[5]!.factor).toBeLessThan(0.75)
    // All but the very first to close, which no look at an earlier pipeline has seen open.
    const closed = deals.filter((each) => each.sellerId === 1 && each.status !== 'open').length
    expect(best.n).toBeGreaterThanOrEqual(closed - 1)
    expect(best.n).toBeLessThanOrEqual(closed)
    const few = odds[6]!
    expect(few).toMatchObject({ n: 4, won: 4 })
    expect(few.factor).toBeLessThan(best.factor)
    expect(few.highFactor / few.lowFactor).toBeGreaterThan(best.highFactor / best.lowFactor)
  })

  test('close dates that passed and silence count as they did before', () => {
    const random = makeRandom(4)
    // Expected after 50 days; who is later is won half as often. Lost ones aren't worked on after their second week.
    const deals = Array.from({ length: 500 }, (_, at) => {
      const made = asOf - 560 + at
      const takes = random.integer(20, 110)
      const isWon = random.chance(takes > 50 ? 0.25 : 0.6)
      const worked = Array.from({ length: Math.floor((isWon ? takes : 14) / 7) }, (_, week) => dayOf(made + 7 * week))
      return course(at + 1, made, takes, isWon, {
        closeDates: [{ seenOn: dayOf(made), closeOn: dayOf(made + 50) }],
        activityDays: worked.filter((on) => on <= dayOf(asOf))
      })
    })
    const late = deal(901, {
      createdOn: dayOf(asOf - 60),
      closeOn: dayOf(asOf - 10),
      activityDays: [dayOf(asOf - 3)]
    })
    const still = deal(902, { createdOn: dayOf(asOf - 45), closeOn: dayOf(asOf + 5), activityDays: [dayOf(asOf - 40)] })
    const forecast = forecastPipeline(inputOf([...deals, late, still]))
    const overdue = reasonOf(forecast, 901, 'overdue')!
    const stale = reasonOf(forecast, 902, 'stale')!
    expect(overdue.odds.n).toBeGreaterThan(100)
    expect(stale).toMatchObject({ days: 40 })
    expect(stale.odds.n).toBeGreaterThan(50)
    // Nobody who fell silent was won: far below the declared half.
    expect(stale.odds.won).toBe(0)
    expect(stale.odds.factor).toBeLessThan(0.15)
    expect(forecast.notes.filter(({ kind }) => kind === 'declaredDiscount')).toEqual([])
    // After age has had its say nothing much is left for the date: both tell the same.
    const chanceOf = (id: number) => forecast.deals.find(({ dealId }) => dealId === id)!.chanceRatio
    expect(chanceOf(902)).toBeLessThan(0.1)
    expect(chanceOf(901)).toBeGreaterThan(chanceOf(902))
  })

  test('categories count as they turned out', () => {
    const random = makeRandom(5)
    const deals = Array.from({ length: 400 }, (_, at) => {
      const category = (['commit', 'bestCase', 'pipeline'] as const)[at % 3]!
      const chance = { commit: 0.85, bestCase: 0.5, pipeline: 0.2 }[category]
      return course(at + 1, asOf - 500 + at, random.integer(20, 60), random.chance(chance), { category })
    })
    const open = (['commit', 'bestCase', 'pipeline'] as const).map((category, at) =>
      deal(950 + at, { createdOn: dayOf(asOf - 20), category })
    )
    const forecast = forecastPipeline(inputOf([...deals, ...open]))
    const [commit, best, pipeline] = open.map(
      ({ id }) => forecast.deals.find(({ dealId }) => dealId === id)!.chanceRatio
    )
    expect(commit!).toBeGreaterThan(0.75)
    expect(Math.abs(best! - 0.5)).toBeLessThan(0.1)
    expect(pipeline!).toBeLessThan(0.3)
    const closed = deals.filter((each) => each.category === 'commit' && each.status !== 'open').length
    expect(reasonOf(forecast, 950, 'category')!.odds.n).toBeGreaterThanOrEqual(closed - 1)
  })

  test('an older deal is worth less where deals that linger are lost', () => {
    const random = makeRandom(6)
    const deals = Array.from({ length: 500 }, (_, at) => {
      const isWon = random.chance(0.5)
      return course(at + 1, asOf - 560 + at, isWon ? random.integer(10, 40) : random.integer(30, 120), isWon)
    })
    const open = [5, 25, 60].map((age) => deal(900 + age, { createdOn: dayOf(asOf - age) }))
    const forecast = forecastPipeline(inputOf([...deals, ...open]))
    const chances = open.map(({ id }) => forecast.deals.find(({ dealId }) => dealId === id)!.chanceRatio)
    expect(chances[0]!).toBeGreaterThan(chances[1]! - 0.02)
    expect(chances[1]!).toBeGreaterThan(chances[2]!)
    expect(chances[2]!).toBeLessThan(0.06)
    expect(Math.abs(chances[0]! - 0.5)).toBeLessThan(0.1)
  })
})

describe('what comes later', () => {
  test('new deals follow the months of the year once two years are known, and the rate of the last one', () => {
    const deals: PipelineDeal[] = []
    const random = makeRandom(7)
    const rateOn = (day: number): number => ([9, 10, 11].includes(monthOf(dayOf(day))) ? 3 : 1)
    for (let day = asOf - 1_150; day <= asOf; day += 1)
      for (let made = 0; made < rateOn(day); made += 1)
        deals.push(course(deals.length + 1, day, random.integer(5, 20), deals.length % 2 === 0))
    const input = inputOf(deals, { hasNewDeals: true })
    const { newDeals, periods } = forecastPipeline({ ...input, periods: periodsFrom(12, 30) })
    expect(newDeals).toMatchObject({ isSeasonal: true, months: 12, meanWonMinor: 100_000 })
    const rate = deals.filter(({ createdOn }) => createdOn! > dayOf(asOf - 365)).length / 12
    expect(newDeals!.madePerMonth / rate).toBeGreaterThan(0.95)
    expect(newDeals!.madePerMonth / rate).toBeLessThan(1.05)
    // Half of what will be made in a period is won, about two weeks later.
    for (let at = 1; at < 12; at += 1) {
      let made = 0
      for (let day = asOf + 1 + at * 30 - 12; day <= asOf + (at + 1) * 30 - 12; day += 1) made += rateOn(day)
      expect(periods[at]!.newMinor / (50_000 * made)).toBeGreaterThan(0.8)
      expect(periods[at]!.newMinor / (50_000 * made)).toBeLessThan(1.25)
    }
    const young = forecastPipeline(
      inputOf(
        deals.filter(({ createdOn }) => createdOn! > dayOf(asOf - 500)),
        { hasNewDeals: true }
      )
    )
    expect(young.newDeals).toMatchObject({ isSeasonal: false })
  })

  test('months in which nothing closes are slow, and what waits is won after them', () => {
    const make = (hasSummer: boolean) => {
      const random = makeRandom(9)
      return Array.from({ length: 2_200 }, (_, at) => {
        const made = asOf - 1_100 + Math.floor(at / 2)
        let takes = random.integer(15, 45)
        while (hasSummer && monthOf(dayOf(made + takes)) === 8) takes += 31
        return course(at + 1, made, takes, random.chance(0.5))
      })
    }
    const forecastOf = (deals: readonly PipelineDeal[]) =>
      forecastPipeline({ ...inputOf(deals, { hasNewDeals: true }), periods: periodsFrom(12, 30) })
    const flat = forecastOf(make(false))
    for (const ratio of flat.closeTime.seasonRatios!) expect(Math.abs(ratio - 1)).toBeLessThan(0.1)
    const summer = forecastOf(make(true))
    const ratios = summer.closeTime.seasonRatios!
    expect(ratios[7]!).toBeLessThan(0.45)
    expect(ratios[8]!).toBeGreaterThan(1.4)
    expect(ratios.reduce((sum, each) => sum + each, 0)).toBeCloseTo(12, 9)
    // The eleventh period is August, in which next to nothing is won.
    expect(dayOf(asOf + 1 + 10 * 30)).toBe('2025-08-01')
    const [before, during] = [summer.periods[8]!, summer.periods[10]!].map(({ meanMinor }) => meanMinor)
    expect(during! / before!).toBeLessThan(0.5)
    const young = make(true).filter(({ createdOn }) => createdOn! > dayOf(asOf - 600))
    expect(forecastOf(young).closeTime.seasonRatios).toBeNull()
  })

  test('win rates that move make a shock of their size, steady ones a small one', () => {
    const random = makeRandom(8)
    const make = (size: number) => {
      const shocks = Array.from({ length: 20 }, () => size * random.normal())
      return Array.from({ length: 2_700 }, (_, at) => {
        const made = asOf - 1_800 + Math.floor((at * 2) / 3)
        const takes = random.integer(5, 15)
        const quarter = Math.floor((asOf - made - takes) / 91)
        return course(at + 1, made, takes, random.chance(1 / (1 + Math.exp(-(shocks[Math.max(0, quarter)] ?? 0)))))
      })
    }
    const sizeOf = (size: number) => learnShock(readLives(inputOf(make(size))), null)
    expect(sizeOf(0)).toBeLessThan(0.14)
    expect(sizeOf(0.6)).toBeGreaterThan(0.4)
    expect(sizeOf(0.6)).toBeLessThan(0.8)
    expect(learnShock(readLives(inputOf([])), null)).toBe(declaredShock)
    expect(forecastPipeline(inputOf(make(0.6), { shockSize: 0.05 })).shockSize).toBe(0.05)
  })
})

describe('courses', () => {
  test('of deals with odd dates', () => {
    const lives = readLives(
      inputOf([
        // Closed before it was made, closed nobody knows when, made after the stage it came into, made after the data end.
        deal(1, { status: 'won', stageId: stageId(4), createdOn: dayOf(asOf - 5), closeOn: dayOf(asOf - 9) }),
        deal(2, { status: 'lost', stageId: stageId(5), createdOn: dayOf(asOf - 5) }),
        deal(3, { createdOn: dayOf(asOf - 5), stageHistory: [{ stageId: stageId(1), enteredOn: dayOf(asOf - 8) }] }),
        deal(4, { createdOn: dayOf(asOf + 5) })
      ])
    )
    expect(lives.closed.map(({ start, end }) => [start, end])).toEqual([
      [null, asOf - 9],
      [asOf - 5, null]
    ])
    expect(lives.open.map(({ start }) => start)).toEqual([asOf - 8, null])
    expect(lives.timed.map((life) => [life.deal.id, life.ending])).toEqual([[3, ending.open]])
  })

  test('earlier pipelines hold each deal on each day it was open, and none before closes were seen', () => {
    const lives = readLives(
      inputOf([course(1, asOf - 100, 40, true), course(2, asOf - 90, 60, false), course(3, asOf - 20, 500, false)])
    )
    const rows = takeSnapshots(lives, () => [])
    // A look every seven days back to the first close, 60 days ago: the first deal is never seen open.
    const looks = rows.map(({ life, daysLeft }) => [life.deal.id, asOf - (life.end - daysLeft)])
    expect(looks).toEqual([
      [2, 35],
      [2, 42],
      [2, 49],
      [2, 56],
      [3, 7],
      [3, 14]
    ])
  })
})
