// The bias of people's calls: what they missed by, drawn towards everybody's, and calls corrected by it.
import { describe, expect, test } from 'vitest'
import { biasOfCalls, correctCall } from '#shared/forecasts/pipeline/calls.ts'
import type { CalledActual, PersonCall } from '#shared/forecasts/pipeline-types.ts'
import { makeRandom } from '#shared/math/random.ts'
import { isoDate } from '#shared/units/date.ts'

const call = (
  personKey: string,
  periodKey: string,
  amountMinor: number,
  category: PersonCall['category'] = 'commit'
) => ({
  personKey,
  category,
  cutKey: 'company',
  periodKey,
  madeOn: isoDate(2026, 1, 5),
  amountMinor
})
const came = (periodKey: string, amountMinor: number): CalledActual => ({ cutKey: 'company', periodKey, amountMinor })

describe('bias of calls', () => {
  test('nobody called', () => {
    expect(biasOfCalls([], [])).toEqual([])
  })

  test('several calls of a period count once, running periods not at all, calls of nothing are said', () => {
    const calls = [
      call('a', '1', 800),
      call('a', '1', 1_200),
      call('a', '2', 500),
      call('a', '3', 0),
      call('a', '4', 9)
    ]
    const [bias] = biasOfCalls(calls, [came('1', 900), came('2', 400), came('3', 50)])
    // 900 of a mean of 1,000, and 400 of 500.
    expect(bias).toMatchObject({ n: 2, leftOut: 1 })
    expect(bias!.meanErrorRatio).toBeCloseTo((-0.1 - 0.2) / 2, 14)
    expect(bias!.lowRatio!).toBeLessThan(bias!.biasRatio)
  })

  test('one period is drawn far towards none, many hardly', () => {
    const actuals = Array.from({ length: 24 }, (_, at) => came(`${at}`, 600))
    const few = biasOfCalls([call('a', '0', 1_000)], actuals)[0]!
    const many = biasOfCalls(
      actuals.map(({ periodKey }) => call('a', periodKey, 1_000)),
      actuals
    )[0]!
    expect(few.meanErrorRatio).toBeCloseTo(-0.4, 14)
    expect(few.biasRatio).toBeGreaterThan(-0.2)
    expect(few.biasRatio).toBeLessThan(0)
    expect(many.biasRatio).toBeLessThan(-0.36)
    expect(few.lowRatio).toBeNull()
  })

  test('somebody without an ended period gets the bias of everybody; categories are apart', () => {
    const actuals = Array.from({ length: 8 }, (_, at) => came(`${at}`, 1_300))
    const calls = [
      ...actuals.flatMap(({ periodKey }) => ['a', 'b', 'c'].map((person) => call(person, periodKey, 1_000))),
      call('d', 'running', 1_000),
      call('d', '0', 1_300, 'bestCase')
    ]
    const biases = biasOfCalls(calls, actuals)
    const of = (person: string, category: string) =>
      biases.find((each) => each.personKey === person && each.category === category)!
    expect(of('d', 'commit')).toMatchObject({ n: 0, meanErrorRatio: null })
    expect(of('d', 'commit').biasRatio).toBeGreaterThan(0.1)
    expect(of('d', 'commit').biasRatio).toBeLessThan(0.3)
    expect(of('d', 'bestCase').meanErrorRatio).toBeCloseTo(0, 14)
  })

  test('of many people with true biases, drawn ones come closer than raw ones, and the range holds four fifths of the next calls', () => {
    const random = makeRandom(21)
    const truth = new Map(Array.from({ length: 300 }, (_, at) => [`p${at}`, 0.2 * random.normal() - 0.1]))
    const calls: PersonCall[] = []
    const actuals: CalledActual[] = []
    for (const [person, bias] of truth)
      for (let at = 0; at < 4; at += 1) {
        calls.push({ ...call(person, `${at}`, 10_000), cutKey: person })
        actuals.push({
          cutKey: person,
          periodKey: `${at}`,
          amountMinor: Math.round(10_000 * (1 + bias + 0.3 * random.normal()))
        })
      }
    const biases = biasOfCalls(calls, actuals)
    const square = (value: number) => value ** 2
    const errorOf = (pick: (each: (typeof biases)[number]) => number) =>
      biases.reduce((sum, each) => sum + square(pick(each) - truth.get(each.personKey)!), 0)
    // What the best mix of own mean and everybody's leaves: 0.2² × 0.3²/4 ÷ (0.2² + 0.3²/4) a person.
    const best = (300 * 0.04 * 0.0225) / 0.0625
    expect(errorOf((each) => each.biasRatio)).toBeLessThan(1.25 * best)
    expect(errorOf((each) => each.meanErrorRatio!)).toBeGreaterThan(1.4 * best)
    const held = biases.filter((each) => {
      const next = truth.get(each.personKey)! + 0.3 * random.normal()
      return next >= each.lowRatio! && next <= each.highRatio!
    })
    expect(held.length / 300).toBeGreaterThan(0.74)
    expect(held.length / 300).toBeLessThan(0.88)
  })

  test('a call is corrected with its range', () => {
    expect(correctCall(1_000, { biasRatio: -0.2, lowRatio: null, highRatio: null }).middleMinor).toBe(800)
    expect(correctCall(1_000, { biasRatio: 0.1, lowRatio: -0.3, highRatio: 0.5 })).toEqual({
      lowMinor: 700,
      middleMinor: 1_100,
      highMinor: 1_500
    })
  })
})
