// The pipeline forecast learns from its own record: what the factor and the spread come to by hand, what a replay may know, and whether forecasts get better
// by it where win rates drift.
import { describe, expect, test } from 'vitest'
import { forecastPipeline } from '#shared/forecasts/pipeline/forecast.ts'
import { weighRecord } from '#shared/forecasts/pipeline/record.ts'
import type { PipelineForecast, PipelineInput, RecordCut } from '#shared/forecasts/pipeline-types.ts'
import { parseIsoDate } from '#shared/units/date.ts'
import { asOf, type CompanyOptions, company, dayOf, makeCompany } from './pipeline-company.ts'

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
const day = (text: string) => parseIsoDate(text) ?? dayOf(0)

const cut = (actualMinor: number, expectedSpread = 0.1): RecordCut => ({
  madeOn: day('2024-03-31'),
  untilOn: day('2024-06-30'),
  forecastMinor: 1_000,
  actualMinor,
  expectedSpread
})

const made = makeCompany({ ...company, perDay: 2, historyDays: 900 })
const ask = (hasRecord: boolean, over: Partial<PipelineInput> = {}): PipelineForecast =>
  forecastPipeline({ ...made.input, ...over, options: { ...made.input.options, hasRecord } })
const plain = ask(false)
const corrected = ask(true)

describe('what cuts come to', () => {
  test('one cut corrects nothing, and neither does none', () => {
    expect(weighRecord([])).toMatchObject({ isApplied: false, factor: 1, spread: 0, observedFactor: null })
    expect(weighRecord([cut(500)])).toMatchObject({ isApplied: false, factor: 1, spread: 0 })
  })

  test('four alike cuts, worked out by hand', () => {
    const record = weighRecord([cut(800), cut(800), cut(800), cut(800)])
    // No swing is seen: 2 of 6 parts of 0.1 squared stand in. Each cut has 0.01 + 0.003333, four together a quarter of that.
    const error = (0.01 + 0.02 / 6) / 4
    const middle = Math.log(0.8) + 0.005
    const bias = (middle ** 2 - error + 0.01) / 2
    const weight = bias / (bias + error)
    expect(record.weightRatio).toBeCloseTo(weight, 12)
    expect(record.observedFactor).toBeCloseTo(Math.exp(middle), 12)
    expect(record.factor).toBeCloseTo(Math.exp(weight * middle), 12)
    expect(record.spread).toBeCloseTo(Math.sqrt(0.02 / 6 + (1 - weight) * bias), 12)
  })

  test('counts the more the more cuts there are, and the less the more they scatter, which widens the range', () => {
    const two = weighRecord([cut(800), cut(800)])
    const four = weighRecord([cut(800), cut(800), cut(800), cut(800)])
    const scattered = weighRecord([cut(500), cut(1_280), cut(500), cut(1_280)])
    expect(four.weightRatio).toBeGreaterThan(two.weightRatio)
    expect(four.factor).toBeLessThan(two.factor)
    expect(scattered.weightRatio).toBeLessThan(four.weightRatio)
    expect(scattered.spread).toBeGreaterThan(3 * four.spread)
  })

  test('a quarter in which nothing came counts as a quarter of what was said, not as never again', () => {
    expect(weighRecord([cut(0), cut(0)])).toEqual({ ...weighRecord([cut(250), cut(250)]), cuts: [cut(0), cut(0)] })
  })
})

describe('a forecast with its record', () => {
  test('looks at four quarter ends, the last one up to the end of the data', () => {
    // The data end on 4 October 2024: the quarter that ended on 30 September has no whole quarter behind it.
    expect(dayOf(asOf)).toBe('2024-10-04')
    expect(corrected.record?.cuts.map(({ madeOn, untilOn }) => `${madeOn} ${untilOn}`)).toEqual([
      '2024-06-30 2024-10-04',
      '2024-03-31 2024-06-30',
      '2023-12-31 2024-03-31',
      '2023-09-30 2023-12-31'
    ])
  })

  test('holds against what was won, added up here from the deals', () => {
    for (const { madeOn, untilOn, actualMinor } of corrected.record?.cuts ?? []) {
      const won = made.input.deals.filter(
        ({ status, closeOn }) => status === 'won' && closeOn !== null && closeOn > madeOn && closeOn <= untilOn
      )
      expect(actualMinor).toBe(sum(won.map(({ amountMinor }) => amountMinor ?? 0)))
      expect(actualMinor).toBeGreaterThan(0)
    }
  })

  test('a replay knows nothing of what came later: other outcomes after a cut leave what it said', () => {
    const turned = made.input.deals.map((deal) =>
      deal.status === 'open' || deal.closeOn === null || deal.closeOn <= day('2024-06-30')
        ? deal
        : { ...deal, status: 'lost' as const, stageId: made.input.stages[4]!.id, closeOn: dayOf(asOf) }
    )
    const other = ask(true, { deals: turned })
    const [last, ...earlier] = other.record?.cuts ?? []
    expect(last?.forecastMinor).toBe(corrected.record?.cuts[0]?.forecastMinor)
    expect(last?.actualMinor).toBe(0)
    expect(earlier.map(({ forecastMinor }) => forecastMinor)).toEqual(
      corrected.record?.cuts.slice(1).map(({ forecastMinor }) => forecastMinor)
    )
    expect(other.record?.factor).toBeLessThan(corrected.record?.factor ?? 0)
  })

  test('multiplies what is to come, keeps chances chances, and adds up', () => {
    const factor = corrected.record?.factor ?? 0
    expect(factor).not.toBe(1)
    expect(corrected.total.openMinor / plain.total.openMinor).toBeCloseTo(factor, 6)
    expect(corrected.total.newMinor / plain.total.newMinor).toBeCloseTo(factor, 6)
    for (const parts of [corrected.periods, corrected.sellers, corrected.teams])
      expect(sum(parts.map(({ meanMinor }) => meanMinor))).toBe(corrected.total.meanMinor)
    for (const { chanceRatio, reasons } of corrected.deals) {
      expect(chanceRatio).toBeGreaterThan(0)
      expect(chanceRatio).toBeLessThan(1)
      expect(reasons.at(-1)).toMatchObject({ kind: 'record', cuts: 4 })
    }
    const width = ({ total }: PipelineForecast): number => (total.p90Minor - total.p10Minor) / total.meanMinor
    expect(width(corrected)).toBeGreaterThan(width(plain))
    expect(corrected.notes).toContainEqual({ kind: 'record', factor, cuts: 4 })
    expect(ask(true)).toEqual(corrected)
  })

  test('leaves what a person called', () => {
    const first = made.input.deals.find(({ status }) => status === 'open')!
    const called = ask(true, {
      deals: made.input.deals.map((deal) => (deal.id === first.id ? { ...deal, calledChanceRatio: 0.37 } : deal))
    })
    expect(called.deals.find(({ dealId }) => dealId === first.id)).toMatchObject({
      chanceRatio: 0.37,
      reasons: [{ kind: 'called', ratio: 0.37 }]
    })
  })

  test('without history all numbers are as without a record, and a note says so', () => {
    const deals = made.input.deals.filter(({ status }) => status === 'open')
    const { record, notes, ...rest } = ask(true, { deals })
    const { record: none, notes: before, ...same } = ask(false, { deals })
    expect(rest).toEqual(same)
    expect(record).toMatchObject({ isApplied: false, cuts: [], factor: 1 })
    expect(none).toBeNull()
    expect(notes).toEqual([...before, { kind: 'noRecord', cuts: 0 }])
  })

  test('amounts that only won deals say do not give the outcome away', () => {
    const deals = made.input.deals.map((deal) => (deal.status === 'lost' ? { ...deal, amountMinor: 0 } : deal))
    const said = ask(true, { deals }).record?.cuts[0]?.forecastMinor ?? 0
    // With their amounts taken as they are, half the pipeline of then would have been worth nothing.
    expect(said / (corrected.record?.cuts[0]?.forecastMinor ?? 1)).toBeGreaterThan(0.85)
  })
})

describe('companies whose win rates fall, year after year', () => {
  function score(options: Partial<CompanyOptions>, companies: number, hasRecord: boolean) {
    let [held, missed] = [0, 0]
    for (let seed = 1; seed <= companies; seed += 1) {
      const { input, truth } = makeCompany({ ...company, ...options, seed })
      const { total } = forecastPipeline({ ...input, options: { ...input.options, runs: 640, hasRecord } })
      const came = sum(truth)
      if (came >= total.p10Minor && came <= total.p90Minor) held += 1
      missed += Math.abs(Math.log(total.meanMinor / came))
    }
    return { held: held / companies, missed: missed / companies }
  }

  test('the record brings the mean nearer and holds the truth more often', () => {
    const options = { drift: -0.25, historyDays: 1_000, periods: 1 }
    const [before, after] = [score(options, 40, false), score(options, 40, true)]
    expect(after.missed).toBeLessThan(0.9 * before.missed)
    expect(after.held).toBeGreaterThan(before.held + 0.1)
  }, 60_000)
})
