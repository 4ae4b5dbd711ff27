// Laws that hold for every case: nothing moved is the base, the order of levers doesn't matter, every lever is monotone, parts add up.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaseAssumptions, CaseBase, LeverSetting } from '#shared/forecasts/case-types.ts'
import { caseLevers, explainDifference, seekGoal, workOutCase } from '#shared/forecasts/cases/index.ts'
import { roundToTotal, shapleyValues } from '#shared/forecasts/cases/shapley.ts'
import { currencyCode } from '#shared/units/money.ts'
import { at, baseOf, dollars, evenly, eventOf, keyOf, levers, nothing } from './case-bases.ts'

const amount = fc.integer({ min: 0, max: 5_000_000 })
const ends = ['2026-09-14', '2026-12-31', '2027-02-10', '2027-06-30', '2027-11-29']

const anyBase: fc.Arbitrary<CaseBase> = fc
  .record({
    asOf: fc.constantFrom(...ends),
    currency: fc.constantFrom('EUR', 'JPY'),
    sold: fc.array(amount, { minLength: 12, maxLength: 12 }),
    open: fc.array(fc.integer({ min: -200_000, max: 3_000_000 }), { minLength: 12, maxLength: 12 }),
    fresh: fc.array(amount, { minLength: 12, maxLength: 12 }),
    after: fc.array(amount, { maxLength: 6 }),
    existing: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    lags: fc.constantFrom([1], [0.5, 0.3, 0.2], [0, 0, 0.25, 0.25, 0.25, 0.25], []),
    spread: fc.double({ min: 0.05, max: 0.6, noNaN: true }),
    isMeasured: fc.boolean()
  })
  .map(({ asOf, spread, isMeasured, ...sketch }) => {
    const isOver = (month: number) => keyOf(month + 1) < `FY2027-M${asOf.slice(5, 7)}` && asOf > '2027'
    const blank = (values: number[]) => values.map((value, month) => (isOver(month) ? 0 : value))
    const open = blank(sketch.open)
    const fresh = blank(sketch.fresh)
    const year = [...sketch.sold, ...open, ...fresh].reduce((a, b) => a + b, 0)
    const seasonality = [0, 0.6, 0.9, 1, 1.1, 1.2, 0.7, 0.5, 1.3, 1.4, 1.5, 1.8]
    return baseOf({
      ...sketch,
      asOf,
      open,
      fresh,
      percentiles: evenly(year * (1 - spread), year * (1 + spread)),
      measured: isMeasured
        ? {
            winRatio: { value: 0.3, n: 100 },
            cycleDays: { value: 60, n: 50 },
            yieldPerSellerMinor: 400_000,
            rampMonths: 4,
            attritionRatio: { value: 0.15, n: 10 },
            churnRatio: { value: 0.1, n: 30 },
            currencies: [{ currency: dollars, shareRatio: 0.3 }],
            seasonality
          }
        : {}
    })
  })

const anySetting = (base: CaseBase): fc.Arbitrary<LeverSetting>[] =>
  caseLevers.map((lever) => {
    const { low, high } = lever.bounds(base)
    return fc
      .record({
        values: fc.array(fc.double({ min: low / 2, max: high / 2, noNaN: true }), { minLength: 3, maxLength: 3 }),
        fromKey: fc.option(fc.integer({ min: 1, max: 12 }).map(keyOf)),
        volumeLossRatio: fc.double({ min: 0, max: 0.03, noNaN: true }),
        backfillMonths: fc.double({ min: 0, max: 6, noNaN: true })
      })
      .map(({ values, fromKey, volumeLossRatio, backfillMonths }) => {
        const [from = 0, middle = 0, to = 0] = values.toSorted((a, b) => a - b)
        return {
          lever: lever.id,
          low: from,
          middle,
          high: to,
          fromKey,
          ...(lever.id === 'exchangeRate' && { currency: dollars }),
          ...(lever.id === 'price' && { volumeLossRatio }),
          ...(lever.id === 'attrition' && { backfillMonths })
        }
      })
  })

const anyCase: fc.Arbitrary<{ base: CaseBase; assumptions: CaseAssumptions }> = anyBase.chain((base) =>
  fc
    .record({
      settings: fc.tuple(...anySetting(base)),
      picked: fc.subarray(caseLevers.map((_, index) => index)),
      hires: fc.array(
        fc.record({
          name: fc.constant('x'),
          count: fc.integer({ min: 0, max: 4 }),
          startKey: fc.integer({ min: 1, max: 12 }).map(keyOf)
        }),
        { maxLength: 2 }
      ),
      events: fc.array(
        fc.record({
          name: fc.constantFrom('Fair', 'Launch', 'Loss'),
          start: fc.integer({ min: 1, max: 12 }),
          middle: fc.integer({ min: -2_000_000, max: 2_000_000 }),
          width: fc.integer({ min: 0, max: 500_000 }),
          chanceRatio: fc.constantFrom(0.3, 1)
        }),
        { maxLength: 3 }
      )
    })
    .map(({ settings, picked, hires, events }) => ({
      base,
      assumptions: {
        levers: picked.map((index) => settings[index] as LeverSetting),
        hires,
        events: events.map(({ start, middle, width, ...event }) =>
          eventOf({ ...event, startKey: keyOf(start), middle, low: middle - width, high: middle + width })
        )
      }
    }))
)

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
const baseYear = (base: CaseBase): number =>
  total(base.months.map((month) => month.soldMinor + month.openMinor + month.newMinor))

describe('every case', () => {
  it('with nothing moved is the base to the minor unit, month by month and at every percentile', () => {
    fc.assert(
      fc.property(anyBase, fc.boolean(), (base, isNamed) => {
        const neutral = isNamed ? levers(...caseLevers.map((lever) => at(lever.id, lever.neutral))) : nothing
        const outcome = workOutCase(base, neutral, { seed: 5 })
        expect(outcome.monthsMinor).toEqual(
          base.months.map((month) => month.soldMinor + month.openMinor + month.newMinor)
        )
        expect(outcome.percentilesMinor).toEqual(base.percentilesMinor)
        expect(outcome.waterfall).toEqual([])
        expect(outcome.tornado).toEqual([])
      }),
      { numRuns: 60 }
    )
  })

  it('a range around nothing leaves the middle as it is', () => {
    const base = baseOf({ fresh: 1000, percentiles: evenly(6000, 18_000) })
    const outcome = workOutCase(base, levers({ ...at('winRate', 0), low: -0.2, high: 0.2 }), { seed: 1 })
    expect(outcome.middleMinor).toBe(12_000)
    expect(outcome.waterfall).toEqual([{ key: 'winRate', deltaMinor: 0 }])
    const { range } = outcome
    expect(range?.p10Minor).toBeLessThan(7200)
    expect(range?.p90Minor).toBeGreaterThan(16_800)
  })

  it('is the same whatever order its levers, hires and events are listed in, and with the same seed', () => {
    fc.assert(
      fc.property(anyCase, ({ base, assumptions }) => {
        const turned = {
          levers: assumptions.levers.toReversed(),
          hires: assumptions.hires.toReversed(),
          events: assumptions.events.toReversed()
        }
        const one = workOutCase(base, assumptions, { seed: 3 })
        const other = workOutCase(structuredClone(base), turned, { seed: 3 })
        expect({ ...other, notes: other.notes.length }).toEqual({ ...one, notes: one.notes.length })
      }),
      { numRuns: 40 }
    )
  })

  it('adds up: months to the year, the waterfall to the difference, percentiles in order', () => {
    fc.assert(
      fc.property(anyCase, ({ base, assumptions }) => {
        const outcome = workOutCase(base, assumptions, { seed: 3 })
        expect(total(outcome.monthsMinor)).toBe(outcome.middleMinor)
        expect(total(outcome.waterfall.map((part) => part.deltaMinor))).toBe(outcome.middleMinor - baseYear(base))
        expect(
          [...outcome.monthsMinor, ...outcome.waterfall.map((part) => part.deltaMinor)].every(Number.isSafeInteger)
        ).toBe(true)
        const percentiles = outcome.percentilesMinor ?? []
        expect(percentiles).toEqual(percentiles.toSorted((a, b) => a - b))
        for (const [month, { soldMinor, openMinor, newMinor }] of base.months.entries())
          expect(outcome.monthsMinor[month]).toBeGreaterThanOrEqual(
            soldMinor + Math.min(0, openMinor) + Math.min(0, newMinor) - 1
          )
      }),
      { numRuns: 60 }
    )
  })

  it('moves the way its lever says, at the middle and at every percentile, whatever else it holds', () => {
    fc.assert(
      fc.property(
        anyCase,
        fc.nat(caseLevers.length - 1),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (made, pick, by) => {
          const { base } = made
          const lever = caseLevers[pick]!
          // Who isn't hired needs no ramp: with fewer leavers than measured a longer ramp saves more.
          const others = made.assumptions.levers.filter(
            (setting) => setting.lever !== lever.id && !(lever.id === 'ramp' && setting.lever === 'attrition')
          )
          // What is moved to months by their season is moved into other levers' months; alone the year stays.
          const isAlone = lever.id === 'seasonality'
          const { low, high } = lever.bounds(base)
          const parameter = { volumeLossRatio: 0.02 * by, ...(lever.id === 'exchangeRate' && { currency: dollars }) }
          const yearAt = (value: number) =>
            workOutCase(
              base,
              isAlone
                ? levers(at(lever.id, value, parameter))
                : { ...made.assumptions, levers: [...others, at(lever.id, value, parameter)] },
              { seed: 3 }
            )
          const lower = yearAt(low + (high - low) * by * 0.6)
          const higher = yearAt(low + (high - low) * (by * 0.6 + 0.3))
          const sign = { up: 1, down: -1, none: 0 }[lever.direction(parameter)]
          const pairs = [
            [lower.middleMinor, higher.middleMinor],
            ...(lower.percentilesMinor ?? []).map((value, q) => [value, higher.percentilesMinor?.[q] ?? Number.NaN])
          ]
          for (const [one = 0, other = 0] of pairs) {
            if (sign === 0) expect(Math.abs(other - one), lever.id).toBeLessThanOrEqual(1)
            else expect((other - one) * sign, lever.id).toBeGreaterThanOrEqual(-1)
          }
        }
      ),
      { numRuns: 120 }
    )
  })

  it('is told apart from another by what differs, and the parts add up', () => {
    fc.assert(
      fc.property(anyCase, anyCase, ({ base, assumptions }, { assumptions: other }) => {
        const from = workOutCase(base, assumptions, { seed: 1 }).middleMinor
        const to = workOutCase(base, other, { seed: 1 }).middleMinor
        const there = explainDifference(base, assumptions, other)
        expect(total(there.map((part) => part.deltaMinor))).toBe(to - from)
        expect(explainDifference(base, assumptions, assumptions)).toEqual([])
        const back = new Map(explainDifference(base, other, assumptions).map((part) => [part.key, part.deltaMinor]))
        if (there.every((part) => part.key !== 'others'))
          for (const part of there)
            expect(Math.abs((back.get(part.key) ?? Number.NaN) + part.deltaMinor)).toBeLessThan(2)
      }),
      { numRuns: 30 }
    )
  })
})

describe('the waterfall', () => {
  it('gives each lever the mean of what it adds over all orders of joining', () => {
    const base = baseOf({
      open: 300_000,
      fresh: 700_000,
      after: [900_000, 900_000],
      existing: 0.4,
      lags: [0.4, 0.4, 0.2],
      measured: { yieldPerSellerMinor: 90_000, rampMonths: 3 }
    })
    const hires = [{ name: 'x', count: 2, startKey: keyOf(3) }]
    const settings = [at('winRate', 0.2), at('leads', -0.1, { fromKey: keyOf(4) }), at('cycle', 25), at('ramp', 2)]
    const withSet = (set: readonly number[]) =>
      workOutCase(
        base,
        { levers: settings.filter((_, index) => set.includes(index)), hires: set.includes(4) ? hires : [], events: [] },
        { seed: 1 }
      ).middleMinor
    const orders = permutations([0, 1, 2, 3, 4])
    const mean = [0, 0, 0, 0, 0]
    for (const order of orders)
      for (const [place, player] of order.entries())
        mean[player] =
          (mean[player] ?? 0) + (withSet(order.slice(0, place + 1)) - withSet(order.slice(0, place))) / orders.length
    const parts = workOutCase(base, { levers: settings, hires, events: [] }, { seed: 1 }).waterfall
    for (const [player, key] of ['winRate', 'leads', 'cycle', 'ramp', 'hires'].entries()) {
      const found = parts.find((part) => part.key === key)?.deltaMinor ?? Number.NaN
      expect(Math.abs(found - (mean[player] ?? 0)), key).toBeLessThan(2)
    }
  })

  it('groups the smallest beyond thirteen, and still adds up', () => {
    const codes = [
      'USD',
      'GBP',
      'CHF',
      'JPY',
      'SEK',
      'NOK',
      'DKK',
      'PLN',
      'CZK',
      'HUF',
      'RON',
      'CAD',
      'AUD',
      'MXN'
    ].map(currencyCode)
    const currencies = codes.map((currency, index) => ({ currency, shareRatio: 0.01 * (index + 1) * 0.5 }))
    const base = baseOf({ fresh: 1_000_000, measured: { currencies } })
    const moves = codes.map((currency) => at('exchangeRate', 0.1, { currency }))
    const { waterfall, middleMinor } = workOutCase(base, levers(...moves), { seed: 1 })
    // Shares of 0.5 %, 1 % … 7 % of 12 M times a tenth; the first two are the smallest of fourteen players that have to be thirteen.
    expect(waterfall).toHaveLength(13)
    expect(waterfall.at(-1)).toEqual({ key: 'others', deltaMinor: 6000 + 12_000 })
    expect(waterfall).toContainEqual({ key: 'exchangeRate:MXN', deltaMinor: 84_000 })
    expect(total(waterfall.map((part) => part.deltaMinor))).toBe(middleMinor - 12_000_000)
  })

  it('the examples of the docstrings', () => {
    expect(shapleyValues(2, [0, 10, 20, 40])).toEqual([15, 25])
    expect(() => shapleyValues(2, [0, 1, 2])).toThrow(RangeError)
    expect(roundToTotal([1.5, -0.75, 0.25], 1)).toEqual([2, -1, 0])
    expect(() => roundToTotal([], 1)).toThrow(RangeError)
    expect(roundToTotal([], 0)).toEqual([])
  })
})

function permutations(list: readonly number[]): number[][] {
  if (list.length <= 1) return [[...list]]
  return list.flatMap((first) => permutations(list.filter((each) => each !== first)).map((rest) => [first, ...rest]))
}

describe('amounts', () => {
  it('of yen and of trillions of cents stay exact', () => {
    const large = baseOf({ fresh: 83_333_333_333_333, sold: 1, percentiles: evenly(9e14, 1.1e15) })
    expect(workOutCase(large, nothing, { seed: 1 }).middleMinor).toBe(83_333_333_333_333 * 12 + 12)
    const moved = workOutCase(large, levers(at('winRate', 0.1), at('leads', 0.1)), { seed: 1 })
    expect(total(moved.waterfall.map((part) => part.deltaMinor))).toBe(
      moved.middleMinor - (83_333_333_333_333 * 12 + 12)
    )
    const yen = baseOf({ currency: 'JPY', fresh: [7, 3, 1], percentiles: evenly(5, 20) })
    expect(workOutCase(yen, levers(at('winRate', 0.1)), { seed: 1 }).monthsMinor.slice(0, 3)).toEqual([8, 3, 1])
  })
})

describe('goal seek', () => {
  it('finds what reaches the target, and no less of it does', () => {
    fc.assert(
      fc.property(
        anyCase,
        fc.constantFrom(...caseLevers.map((lever) => lever.id).filter((id) => id !== 'seasonality' && id !== 'ramp')),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        fc.constantFrom(null, 0.1, 0.5),
        ({ base, assumptions }, id, part, percentileRatio) => {
          const lever = caseLevers.find((each) => each.id === id)!
          const question = {
            lever: id === 'exchangeRate' ? { lever: id, currency: dollars } : { lever: id },
            percentileRatio
          }
          const ask = (targetMinor: number) => seekGoal(base, assumptions, { ...question, targetMinor }, { seed: 2 })
          const most = ask(1e15)
          if (most.kind === 'noEffect' || most.kind === 'noRange') return
          expect(most.kind).toBe('outOfReach')
          const least = ask(-1e15)
          const { yearMinor: fewest } = least.kind === 'noRange' ? most : least
          const targetMinor = Math.round(fewest + (most.yearMinor - fewest) * part)
          const answer = ask(targetMinor)
          if (answer.kind !== 'reached') throw new Error(`${answer.kind} of ${targetMinor}`)
          const { setting } = answer
          const rest = assumptions.levers.filter((each) => each.lever !== id)
          const yearWith = (moved: typeof setting) => {
            const outcome = workOutCase(base, { ...assumptions, levers: [...rest, moved] }, { seed: 2 })
            if (percentileRatio === null) return outcome.middleMinor
            return percentileRatio === 0.1 ? outcome.range!.p10Minor : outcome.range!.p50Minor
          }
          expect(Math.abs(yearWith(setting) - answer.yearMinor)).toBeLessThanOrEqual(1)
          expect(answer.yearMinor).toBeGreaterThanOrEqual(targetMinor)
          const { low, high } = lever.bounds(base)
          const back = ((high - low) / 1e4) * (lever.direction(setting) === 'down' ? 1 : -1)
          const before = {
            ...setting,
            low: setting.low + back,
            middle: setting.middle + back,
            high: setting.high + back
          }
          const isInside = before.middle >= low && before.middle <= high
          if (isInside) expect(yearWith(before)).toBeLessThanOrEqual(answer.yearMinor)
          if (isInside && yearWith(before) > targetMinor + 2)
            throw new Error('a value well before it reaches the target too')
        }
      ),
      { numRuns: 25 }
    )
  }, 60_000)

  it('"what win rate reaches 12 M?" on 10 M to come at 30 %: 36 %', () => {
    const base = baseOf({ fresh: Array(10).fill(1_000_000), measured: { winRatio: { value: 0.3, n: 500 } } })
    const answer = seekGoal(
      base,
      nothing,
      { lever: { lever: 'winRate' }, targetMinor: 12_000_000, percentileRatio: null },
      { seed: 1 }
    )
    expect(answer).toMatchObject({ kind: 'reached', yearMinor: 12_000_000 })
    expect(answer.kind === 'reached' && answer.absolute).toBeCloseTo(0.36, 6)
  })

  it("can't be reached: the most is every deal won", () => {
    const base = baseOf({ fresh: Array(10).fill(1_000_000), measured: { winRatio: { value: 0.5, n: 500 } } })
    const question = { lever: { lever: 'winRate' as const }, targetMinor: 21_000_000, percentileRatio: null }
    expect(seekGoal(base, nothing, question, { seed: 1 })).toMatchObject({
      kind: 'outOfReach',
      yearMinor: 20_000_000,
      absolute: 1
    })
    expect(seekGoal(base, nothing, { ...question, lever: { lever: 'startDelay' } }, { seed: 1 })).toEqual({
      kind: 'noEffect',
      yearMinor: 10_000_000
    })
    expect(seekGoal(base, nothing, { ...question, percentileRatio: 0.5 }, { seed: 1 })).toEqual({ kind: 'noRange' })
  })
})
