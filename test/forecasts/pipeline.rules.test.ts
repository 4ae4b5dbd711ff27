// The pipeline forecast as a whole: laws that hold for any pipeline, and pipelines in which much is missing.
import { describe, expect, test } from 'vitest'
import { forecastPipeline } from '#shared/forecasts/pipeline/forecast.ts'
import { roundParts } from '#shared/forecasts/pipeline/summary.ts'
import type { PipelineDeal, PipelineForecast, PipelineInput } from '#shared/forecasts/pipeline-types.ts'
import type { SellerId } from '#shared/people/types.ts'
import { asOf, company, dayOf, makeCompany, periodsFrom, stageId, stages } from './pipeline-company.ts'

const made = makeCompany({ ...company, perDay: 0.8, historyDays: 500, sellers: 5 })
const input: PipelineInput = {
  ...made.input,
  periods: made.input.periods.map((period, at) => (at === 0 ? { ...period, startsOn: dayOf(asOf - 20) } : period))
}
const forecast = forecastPipeline(input)

const deal = (over: Omit<Partial<PipelineDeal>, 'id'> & { id: number }): PipelineDeal => ({
  label: `Deal ${over.id}`,
  accountName: null,
  sellerId: 1 as SellerId,
  teamId: null,
  segment: null,
  stageId: stageId(1),
  status: 'open',
  amountMinor: 100_000,
  createdOn: dayOf(asOf - 30),
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
  ...over,
  id: over.id as PipelineDeal['id']
})

const with_ = (deals: readonly PipelineDeal[], over: Partial<PipelineInput['options']> = {}): PipelineInput => ({
  ...made.input,
  deals,
  options: { ...made.input.options, hasNewDeals: false, ...over }
})

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)

/** Every number of a forecast that must be one. */
function expectSound(result: PipelineForecast): void {
  for (const range of [...result.periods, result.total, ...result.sellers, ...result.teams]) {
    const values = [range.low95Minor, range.p10Minor, range.p50Minor, range.p90Minor, range.high95Minor]
    for (const [at, value] of values.entries()) {
      expect(Number.isSafeInteger(value)).toBe(true)
      if (at > 0) expect(value).toBeGreaterThanOrEqual(values[at - 1]!)
    }
    expect(Number.isSafeInteger(range.meanMinor)).toBe(true)
  }
  for (const each of result.deals) {
    expect(each.chanceRatio).toBeGreaterThanOrEqual(0)
    expect(each.chanceRatio).toBeLessThanOrEqual(1)
    expect(sum(each.periodRatios)).toBeLessThanOrEqual(each.chanceRatio + 1e-9)
    expect(Math.min(0, ...each.periodRatios)).toBe(0)
    expect(each.reasons.length).toBeGreaterThan(0)
  }
  expect(sum(result.periods.map(({ meanMinor }) => meanMinor))).toBe(result.total.meanMinor)
  expect(sum(result.sellers.map(({ meanMinor }) => meanMinor))).toBe(result.total.meanMinor)
  expect(sum(result.teams.map(({ meanMinor }) => meanMinor))).toBe(result.total.meanMinor)
  for (const each of result.periods) expect(each.meanMinor).toBe(each.bookedMinor + each.openMinor + each.newMinor)
  expect(result.percentilesMinor).toHaveLength(100)
  if (result.sources.length > 0) expect(sum(result.sources.map(({ shareRatio }) => shareRatio))).toBeCloseTo(1, 9)
}

describe('a company with history', () => {
  test('is sound, and its parts add up to the whole', () => {
    expectSound(forecast)
    expect(forecast.runs).toBe(1_000)
    expect(forecast.total.newMinor).toBeGreaterThan(0)
    expect(sum(forecast.sellers.map(({ deals }) => deals))).toBe(forecast.deals.length)
  })

  test('means are those of the runs', () => {
    const many = forecastPipeline({ ...input, options: { ...input.options, runs: 20_000 } })
    const mean = sum(many.percentilesMinor) / 100
    const spread = (many.total.p90Minor - many.total.p10Minor) / 2.56
    expect(Math.abs(mean - many.total.meanMinor)).toBeLessThan(0.06 * spread)
  })

  test('the same seed gives the same numbers, another one others', () => {
    expect(forecastPipeline(input)).toEqual(forecast)
    const other = forecastPipeline({ ...input, options: { ...input.options, seed: 99 } })
    expect(other.percentilesMinor).not.toEqual(forecast.percentilesMinor)
    expect(other.total.meanMinor).toBe(forecast.total.meanMinor)
  })

  test('the order of the deals does not matter', () => {
    const turned = forecastPipeline({ ...input, deals: [...input.deals].reverse() })
    expect(turned.total.meanMinor).toBeCloseTo(forecast.total.meanMinor, -1)
    expect(turned.stageChances).toEqual(forecast.stageChances)
  })

  test('a raised chance never means less', () => {
    const open = input.deals.filter(({ status }) => status === 'open')
    const target = open[3]!
    const means = [0, 0.2, 0.5, 0.9, 1].map((calledChanceRatio) =>
      forecastPipeline({
        ...input,
        options: { ...input.options, hasNewDeals: false, shockSize: 0 },
        deals: input.deals.map((each) => (each.id === target.id ? { ...each, calledChanceRatio } : each))
      })
    )
    for (const [at, each] of means.entries()) {
      if (at === 0) continue
      expect(each.total.meanMinor).toBeGreaterThan(means[at - 1]!.total.meanMinor)
    }
  })

  test('another deal never means less', () => {
    const extra = deal({ id: 900_001, stageEnteredOn: dayOf(asOf - 5), segment: 'Small' })
    const more = forecastPipeline({ ...input, deals: [...input.deals, extra] })
    expect(more.total.openMinor).toBeGreaterThan(forecast.total.openMinor)
  })

  test('stage chances rise with the stage and are ratios of what closed', () => {
    const all = forecast.stageChances.filter(({ segment }) => segment === null)
    expect(all.map((each) => each.stageId)).toEqual([1, 2, 3])
    for (const [at, each] of all.entries()) {
      const came = input.deals.filter(
        ({ status, stageHistory }) => status !== 'open' && stageHistory.some((stay) => stay.stageId === each.stageId)
      )
      expect(each.n).toBe(came.length)
      expect(each.won).toBe(came.filter(({ status }) => status === 'won').length)
      const weight = each.n / (each.n + each.priorStrength)
      expect(each.chanceRatio).toBeCloseTo(weight * each.observedRatio! + (1 - weight) * each.priorRatio, 12)
      if (at > 0) expect(each.chanceRatio).toBeGreaterThan(all[at - 1]!.chanceRatio)
    }
  })

  test('reasons multiply to the chance', () => {
    for (const each of forecast.deals) {
      let odds = Number.NaN
      for (const reason of each.reasons) {
        if (reason.kind === 'stage' || reason.kind === 'overall')
          odds = reason.chance.chanceRatio / (1 - reason.chance.chanceRatio)
        else if ('odds' in reason) odds *= reason.odds.factor
      }
      expect(odds / (1 + odds)).toBeCloseTo(each.chanceRatio, 9)
    }
  })

  test('the chance to reach a target falls with it', () => {
    const reach = [0.5, 1, 1.5].map((part) => {
      const targetMinor = Math.round((forecast.total.meanMinor * part) / input.periods.length)
      return forecastPipeline({ ...input, periods: input.periods.map((each) => ({ ...each, targetMinor })) }).total
    })
    expect(reach[0]!.reachRatio!).toBeGreaterThan(0.95)
    expect(reach[2]!.reachRatio!).toBeLessThan(0.1)
    expect(reach[1]!.reachRatio!).toBeGreaterThan(0.3)
    expect(reach[1]!.reachRatio!).toBeLessThan(0.7)
    expect(forecast.total.reachRatio).toBeNull()
  })

  test('what is booked is added once, to its period, its seller and its team', () => {
    const won = input.deals.filter(
      ({ status, closeOn }) => status === 'won' && closeOn !== null && closeOn >= input.periods[0]!.startsOn
    )
    const bookedMinor = sum(won.map(({ amountMinor }) => amountMinor ?? 0))
    expect(bookedMinor).toBeGreaterThan(0)
    const booked = forecastPipeline({
      ...input,
      periods: input.periods.map((each, at) => (at === 0 ? { ...each, bookedMinor } : each))
    })
    expectSound(booked)
    expect(booked.total.meanMinor).toBe(forecast.total.openMinor + forecast.total.newMinor + bookedMinor)
    for (const seller of booked.sellers)
      expect(seller.bookedMinor).toBe(
        sum(won.filter(({ sellerId }) => sellerId === seller.id).map(({ amountMinor }) => amountMinor ?? 0))
      )
  })

  test('stops when it is asked to, with the runs made', () => {
    const told: number[] = []
    const stopped = forecastPipeline(
      { ...input, options: { ...input.options, runs: 5_000 } },
      { onProgress: (done) => told.push(done), shouldStop: () => told.length === 3 }
    )
    expect(told).toEqual([320, 640, 960])
    expect(stopped.runs).toBe(960)
    expectSound(stopped)
  })

  test('variance of the runs is what the sources say it is made of', () => {
    const many = forecastPipeline({ ...input, options: { ...input.options, runs: 30_000, hasNewDeals: false } })
    const rates = many.sources.find(({ kind }) => kind === 'winRates')!.shareRatio
    const own = sum(
      many.deals.map(({ amountMinor, periodRatios }) => {
        const chance = sum(periodRatios)
        return (amountMinor ?? 0) ** 2 * chance * (1 - chance)
      })
    )
    const wanted = Math.sqrt(own / (1 - rates))
    const middle = sum(many.percentilesMinor) / 100
    const seen = Math.sqrt(sum(many.percentilesMinor.map((value) => (value - middle) ** 2)) / 100)
    expect(seen / wanted).toBeGreaterThan(0.94)
    expect(seen / wanted).toBeLessThan(1.05)
  })
})

describe('what is missing is said', () => {
  test('no deals at all', () => {
    const empty = forecastPipeline({ ...with_([]), options: { ...made.input.options, hasNewDeals: true } })
    expectSound(empty)
    expect(empty.total).toMatchObject({ meanMinor: 0, p10Minor: 0, p90Minor: 0 })
    expect(empty.newDeals).toBeNull()
    expect(empty.closeTime.medianDays).toBeNull()
    expect(empty.notes).toContainEqual({ kind: 'noNewDeals' })
  })

  test('no history: what the playbook says, and closing any time within a year', () => {
    const result = forecastPipeline(with_([deal({ id: 1, stageId: stageId(2) }), deal({ id: 2, stageId: stageId(3) })]))
    expectSound(result)
    expect(result.deals.map(({ chanceRatio }) => chanceRatio)).toEqual([
      expect.closeTo(0.4, 12),
      expect.closeTo(0.7, 12)
    ])
    expect(result.deals[0]!.reasons).toEqual([{ kind: 'stated', ratio: 0.4, factor: 1 }])
    expect(result.deals[0]!.periodRatios[0]).toBeCloseTo((0.4 * 91) / 365, 12)
    expect(result.notes).toContainEqual({ kind: 'noCloseTimes' })
    expect(result.notes).toContainEqual({ kind: 'littleHistory', closed: 0 })
  })

  test('no history and nothing stated: one half, and said', () => {
    const result = forecastPipeline({
      ...with_([deal({ id: 1 })]),
      stages: stages.map((stage) => ({ ...stage, statedRatio: null }))
    })
    expect(result.deals[0]!.chanceRatio).toBeCloseTo(0.5, 12)
    expect(result.notes).toContainEqual({ kind: 'noChances' })
  })

  test('a history without stages: the chance of all, with stated chances counting half against each other', () => {
    const bare = forecastPipeline({
      ...input,
      deals: input.deals.map((each) => ({ ...each, stageHistory: [], stageEnteredOn: null, segment: null }))
    })
    expectSound(bare)
    expect(bare.notes).toContainEqual({ kind: 'noStageHistory' })
    expect(bare.stageChances).toEqual([])
    const kinds = bare.deals[0]!.reasons.map(({ kind }) => kind)
    expect(kinds.slice(0, 3)).toEqual(['overall', 'stated', 'age'])
    const meanOf = (stage: number) => {
      const of = bare.deals.filter((each) => each.stageId === stage)
      return sum(of.map(({ chanceRatio }) => chanceRatio)) / of.length
    }
    expect(meanOf(3)).toBeGreaterThan(meanOf(1))
  })

  test('deals without amounts bring what won deals brought, and say so', () => {
    const some = input.deals.map((each) => (each.status === 'open' ? { ...each, amountMinor: null } : each))
    const result = forecastPipeline({ ...input, deals: some })
    expectSound(result)
    const count = result.deals.length
    expect(result.notes).toContainEqual({ kind: 'withoutAmount', count, typicalMinor: expect.any(Number) })
    const large = input.deals.filter(
      ({ status, segment, closeOn }) => status === 'won' && segment === 'Large' && closeOn! > dayOf(asOf - 730)
    )
    const mean = sum(large.map(({ amountMinor }) => amountMinor ?? 0)) / large.length
    const one = result.deals.find(({ dealId }) => some.find(({ id }) => id === dealId)?.segment === 'Large')!
    expect(one.amountMinor).toBeNull()
    expect(one.assumedAmountMinor).toBe(Math.round(mean))
    expect(one.expectedMinor).toBe(Math.round(sum(one.periodRatios) * mean))
  })

  test('deals without amounts where nothing was won have no value rather than none', () => {
    const result = forecastPipeline(with_([deal({ id: 1, amountMinor: null })]))
    expectSound(result)
    expect(result.deals[0]).toMatchObject({ amountMinor: null, assumedAmountMinor: null, expectedMinor: null })
    expect(result.notes).toContainEqual({ kind: 'withoutAmount', count: 1, typicalMinor: null })
  })

  test('deals without any date', () => {
    const dateless = input.deals.map((each) =>
      each.status === 'open'
        ? { ...each, createdOn: null, closeOn: null, stageEnteredOn: null, stageHistory: [] }
        : each
    )
    const result = forecastPipeline({ ...input, deals: dateless })
    expectSound(result)
    expect(result.notes).toContainEqual({ kind: 'noCreatedDates', count: result.deals.length })
    expect(result.deals.every(({ reasons }) => reasons.every(({ kind }) => kind !== 'age'))).toBe(true)
  })

  test('all deals won so far: likely, not certain', () => {
    const won = Array.from({ length: 40 }, (_, at) =>
      deal({
        id: at + 1,
        status: 'won',
        stageId: stageId(4),
        createdOn: dayOf(asOf - 200 + at),
        closeOn: dayOf(asOf - 150 + at)
      })
    )
    const result = forecastPipeline(with_([...won, deal({ id: 99 })]))
    expectSound(result)
    expect(result.deals[0]!.chanceRatio).toBeGreaterThan(0.9)
    expect(result.deals[0]!.chanceRatio).toBeLessThan(1)
  })

  test('amounts of nothing and below nothing', () => {
    const result = forecastPipeline(
      with_([
        deal({ id: 1, amountMinor: 0, calledChanceRatio: 0.5 }),
        deal({ id: 2, amountMinor: -50_000, calledChanceRatio: 1, closeOn: dayOf(asOf + 10) }),
        deal({ id: 3, amountMinor: 20_000, calledChanceRatio: 1, closeOn: dayOf(asOf + 100) })
      ])
    )
    expectSound(result)
    expect(result.periods.map(({ meanMinor }) => meanMinor)).toEqual([-50_000, 20_000, 0, 0])
    expect(result.total).toMatchObject({ meanMinor: -30_000, p10Minor: -30_000, p90Minor: -30_000 })
    expect(result.sources).toEqual([])
  })

  test('one period, and 53 weeks', () => {
    for (const [count, days] of [
      [1, 30],
      [53, 7]
    ] as const) {
      const result = forecastPipeline({ ...input, periods: periodsFrom(count, days) })
      expectSound(result)
      expect(result.periods).toHaveLength(count)
    }
  })

  test('periods that have ended bring nothing more', () => {
    const result = forecastPipeline({
      ...input,
      periods: [{ key: 'past', startsOn: dayOf(asOf - 60), endsOn: dayOf(asOf), bookedMinor: 5, targetMinor: null }]
    })
    expectSound(result)
    expect(result.total).toMatchObject({ meanMinor: 5, p10Minor: 5, p90Minor: 5, openMinor: 0, newMinor: 0 })
  })
})

describe('what a deal shows', () => {
  test("a person's chance replaces all else", () => {
    const open = input.deals.find(({ status }) => status === 'open')!
    const called = forecastPipeline({
      ...input,
      deals: input.deals.map((each) => (each.id === open.id ? { ...each, calledChanceRatio: 0.33 } : each))
    }).deals.find(({ dealId }) => dealId === open.id)!
    expect(called.chanceRatio).toBe(0.33)
    expect(called.reasons).toEqual([{ kind: 'called', ratio: 0.33 }])
  })

  test('overdue, stale and omitted deals are marked down by declared factors where history cannot tell, and that is said', () => {
    const late = deal({ id: 900_002, stageEnteredOn: dayOf(asOf - 5), closeOn: dayOf(asOf - 9), segment: 'Small' })
    const still = deal({
      id: 900_003,
      stageEnteredOn: dayOf(asOf - 90),
      lastActivityOn: dayOf(asOf - 80),
      segment: 'Small'
    })
    const left = deal({ id: 900_004, stageEnteredOn: dayOf(asOf - 5), category: 'omitted', segment: 'Small' })
    const result = forecastPipeline({ ...input, deals: [...input.deals, late, still, left] })
    const of = (id: number) => result.deals.find(({ dealId }) => dealId === id)!
    expect(of(900_002)).toMatchObject({ isOverdue: true, isStale: false })
    expect(of(900_002).reasons.at(-1)).toMatchObject({
      kind: 'overdue',
      days: 9,
      odds: { n: 0, factor: expect.closeTo(0.6, 9) }
    })
    expect(of(900_003)).toMatchObject({ isOverdue: false, isStale: true })
    expect(of(900_003).reasons.find(({ kind }) => kind === 'stale')).toMatchObject({ days: 80 })
    expect(of(900_004).reasons.at(-1)).toMatchObject({
      kind: 'category',
      odds: { n: 0, factor: expect.closeTo(0.1, 9) }
    })
    expect(result.notes).toContainEqual({
      kind: 'declaredDiscount',
      of: 'overdue',
      factor: expect.closeTo(0.6, 9),
      count: 1
    })
    expect(result.notes).toContainEqual({ kind: 'declaredDiscount', of: 'omitted', factor: 0.1, count: 1 })
  })

  test('close dates count as far as they were kept', () => {
    // Each deal is expected to close on a day of its own that has nothing to do with its age, and does, give or take five days.
    const dated = Array.from({ length: 160 }, (_, at): PipelineDeal => {
      const createdOn = asOf - 420 + at * 2
      const takes = 20 + ((at * 37) % 160)
      const closed = createdOn + takes
      const isOpen = closed > asOf
      const expected = closed + ((at * 13) % 11) - 5
      return deal({
        id: at + 1,
        status: isOpen ? 'open' : at % 4 === 0 ? 'lost' : 'won',
        stageId: stageId(isOpen ? 1 : at % 4 === 0 ? 5 : 4),
        createdOn: dayOf(createdOn),
        closeOn: dayOf(isOpen ? expected : closed),
        closeDates: [{ seenOn: dayOf(createdOn), closeOn: dayOf(expected) }]
      })
    })
    const result = forecastPipeline(with_([...dated, deal({ id: 500, closeOn: dayOf(asOf + 130) })]))
    const note = result.notes.find(({ kind }) => kind === 'closeDatesWeight')
    expect(note).toMatchObject({ kind: 'closeDatesWeight' })
    expect(note?.kind === 'closeDatesWeight' ? note.weightRatio : 0).toBeGreaterThan(0.6)
    const one = result.deals.find(({ dealId }) => dealId === 500)!
    // 130 days ahead is in the second period of 91 days.
    expect(one.periodRatios[1]! / one.chanceRatio).toBeGreaterThan(0.6)
    const untested = forecastPipeline(
      with_([...dated.map((each) => ({ ...each, closeDates: [] })), deal({ id: 500, closeOn: dayOf(asOf + 130) })])
    )
    expect(untested.notes).toContainEqual({ kind: 'closeDatesUntested', count: expect.any(Number) })
    expect(untested.deals.find(({ dealId }) => dealId === 500)!.periodRatios[0]).toBeGreaterThan(one.periodRatios[0]!)
  })
})

test('parts are rounded to their whole', () => {
  expect(roundParts([0.5, 0.5, -1], 0)).toEqual([1, 0, -1])
  expect(roundParts([1.2, 2.7, -0.4], 4)).toEqual([1, 3, 0])
  expect(roundParts([], 0)).toEqual([])
})
