// Curves of deals over time and the mathematics under the chances, against R's `survival` and R's distributions.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeCurve, wonBy } from '#shared/forecasts/pipeline/curves.ts'
import { learnChance } from '#shared/forecasts/pipeline/learnt-chance.ts'
import { fitOdds, gatherEvidence, spreadOfGroups } from '#shared/forecasts/pipeline/odds.ts'
import { drawPoisson } from '#shared/forecasts/pipeline/poisson.ts'
import { makeStreamSeed, makeWordStream } from '#shared/forecasts/pipeline/stream.ts'
import { aalenJohansen } from '#shared/math/aalen-johansen.ts'
import { betaBinomialStrength } from '#shared/math/beta-binomial-strength.ts'
import { betaQuantile } from '#shared/math/beta-quantile.ts'
import { incompleteBeta } from '#shared/math/incomplete-beta.ts'
import { logGamma } from '#shared/math/log-gamma.ts'
import { makeRandom } from '#shared/math/random.ts'

interface Reference {
  curves: {
    name: string
    time: number[]
    ending: number[]
    from: number[]
    steps: { time: number[]; atRisk: number[]; open: number[]; won: number[]; lost: number[] }
  }[]
  beta: { p: number[]; a: number[]; b: number[]; quantile: number[] }
  logGamma: { x: number[]; value: number[] }
}
const reference = JSON.parse(
  readFileSync(join(import.meta.dirname, '../reference/pipeline/survival.json'), 'utf8')
) as Reference

const expectClose = (got: ArrayLike<number>, wanted: readonly number[], digits = 12): void => {
  expect(got.length).toBe(wanted.length)
  for (const [at, value] of wanted.entries()) expect(got[at]).toBeCloseTo(value, digits)
}

describe('Aalen–Johansen and Kaplan–Meier', () => {
  test.each(reference.curves)('$name: as in R', ({ time, ending, from, steps }) => {
    const { times, atRisk, open, first, second } = aalenJohansen(time, ending, from)
    expectClose(times, steps.time)
    expectClose(atRisk, steps.atRisk)
    expectClose(open, steps.open)
    expectClose(first, steps.won)
    expectClose(second, steps.lost)
  })

  test.each(reference.curves)('$name: times need not be whole', ({ time, ending, from, steps }) => {
    const { first, times } = aalenJohansen(
      time.map((each) => each / 3),
      ending,
      from.map((each) => each / 3)
    )
    expectClose(first, steps.won)
    expectClose(
      times,
      steps.time.map((each) => each / 3)
    )
  })

  test('worked by hand', () => {
    expect([...aalenJohansen([1, 2, 3], [1, 0, 2]).first]).toEqual([1 / 3, 1 / 3])
    // Of three, one is won; of the one left after the other was lost from sight, all of the remaining two thirds are lost.
    expect([...aalenJohansen([1, 2, 3], [1, 0, 2]).second]).toEqual([0, 1 - 1 / 3])
    expect(aalenJohansen([], []).times.length).toBe(0)
    expect(aalenJohansen([4, 5], [0, 0]).times.length).toBe(0)
  })
})

describe('distributions', () => {
  test('beta quantiles as in R', () => {
    const { p, a, b, quantile } = reference.beta
    for (const [at, value] of quantile.entries()) expect(betaQuantile(p[at]!, a[at]!, b[at]!)).toBeCloseTo(value, 9)
    expect(betaQuantile(0.5, 2, 2)).toBeCloseTo(0.5, 14)
    expect(incompleteBeta(0.5, 2, 2)).toBeCloseTo(0.5, 14)
    expect(betaQuantile(0, 2, 2)).toBe(0)
    expect(betaQuantile(0.5, 0, 2)).toBeNaN()
  })

  test('the logarithm of the gamma function as in R', () => {
    for (const [at, x] of reference.logGamma.x.entries())
      expect(logGamma(x) / reference.logGamma.value[at]! || 1).toBeCloseTo(1, 12)
    expect(logGamma(5)).toBeCloseTo(Math.log(24), 13)
  })

  test.each([0.3, 4, 11.9, 12.1, 80])(
    'Poisson counts with mean %d have that mean, variance and chance of none',
    (mean) => {
      const stream = makeWordStream(makeStreamSeed(3, 'test'), 1)
      const n = 40_000
      let [sum, squares, below] = [0, 0, 0]
      for (let at = 0; at < n; at += 1) {
        const count = drawPoisson(mean, stream)
        sum += count
        squares += count ** 2
        if (count <= mean) below += 1
      }
      // Four standard errors.
      expect(Math.abs(sum / n - mean)).toBeLessThan(4 * Math.sqrt(mean / n))
      expect(Math.abs(squares / n - (sum / n) ** 2 - mean)).toBeLessThan(4 * Math.sqrt((2 * mean ** 2 + mean) / n))
      let [term, wanted] = [Math.exp(-mean), Math.exp(-mean)]
      for (let count = 1; count <= mean; count += 1) {
        term *= mean / count
        wanted += term
      }
      expect(Math.abs(below / n - wanted)).toBeLessThan(4 * Math.sqrt((wanted * (1 - wanted)) / n))
      expect(drawPoisson(0, stream)).toBe(0)
    }
  )

  test('groups that are alike have a strong common ratio, different ones a weak one', () => {
    const random = makeRandom(5)
    const groupsOf = (strength: number) =>
      Array.from({ length: 120 }, () => {
        // Beta(s/2, s/2) for whole s/2, as the middle of uniform numbers.
        const half = strength / 2
        const drawn = Array.from({ length: strength - 1 }, () => random.next()).sort((one, other) => one - other)
        const ratio = drawn[half - 1] ?? 0.5
        const won = Array.from({ length: 60 }, () => random.chance(ratio)).filter(Boolean).length
        return { n: 60, ratio: won / 60, prior: 0.5 }
      })
    for (const strength of [4, 20, 100]) {
      const found = betaBinomialStrength(groupsOf(strength), 1)
      expect(found / strength).toBeGreaterThan(0.6)
      expect(found / strength).toBeLessThan(1.7)
    }
    expect(betaBinomialStrength([], 20)).toBe(20)
  })
})

describe('curves', () => {
  test('go on behind the end as fast as the later half, for twice as long again', () => {
    // Three at risk up to day 10; one won on day 8: of the later half's open days (3 + 5 + 5) one ends.
    const curve = makeCurve({ days: [8, 10, 10], endings: [1, 0, 0] })
    expect(curve.tail.wonPerDay).toBeCloseTo(1 / 13, 14)
    expect(wonBy(curve, 8)).toBeCloseTo(1 / 3, 14)
    expect(wonBy(curve, 7)).toBe(0)
    const later = 1 / 3 + (2 / 3) * (1 - Math.exp(-20 / 13))
    expect(curve.eventualRatio).toBeCloseTo(later, 14)
    expect(wonBy(curve, 30)).toBeCloseTo(later, 14)
  })

  test('deals that lie open for ever are not won', () => {
    const days = [...Array.from({ length: 50 }, (_, at) => 10 + at), ...new Array<number>(50).fill(1_000)]
    const endings = [...new Array<number>(50).fill(1), ...new Array<number>(50).fill(0)]
    expect(makeCurve({ days, endings }).eventualRatio).toBeCloseTo(0.5, 12)
  })

  test('slow deals that are still open count: closed ones alone would say too much', () => {
    // Wins take 10 to 30 days, losses 60 to 180, one deal a day for 120 days, of which 40 % are won.
    const random = makeRandom(9)
    const deals = Array.from({ length: 1_200 }, (_, at) => {
      const isWon = random.chance(0.4)
      const takes = isWon ? random.integer(10, 30) : random.integer(60, 180)
      const watched = 120 - Math.floor(at / 10)
      return { days: Math.min(takes, watched), ending: takes > watched ? 0 : isWon ? 1 : 2 }
    })
    const curve = makeCurve({ days: deals.map((each) => each.days), endings: deals.map((each) => each.ending) })
    expect(curve.won / curve.closed).toBeGreaterThan(0.6)
    expect(Math.abs(curve.eventualRatio - 0.4)).toBeLessThan(0.06)
  })
})

describe('shrinking', () => {
  test('a chance is its weight of what was seen and the rest of the prior', () => {
    const learnt = learnChance({ closed: 8, won: 6, open: 0, eventualRatio: 0.75 }, { ratio: 0.5, strength: 2 })
    expect(learnt.chanceRatio).toBeCloseTo(0.8 * 0.75 + 0.2 * 0.5, 14)
    // Quantiles of Beta(7, 3) by R: qbeta(c(.1, .9), 7, 3).
    expect(incompleteBeta(learnt.lowRatio, 7, 3)).toBeCloseTo(0.1, 12)
    expect(incompleteBeta(learnt.highRatio, 7, 3)).toBeCloseTo(0.9, 12)
    const none = learnChance({ closed: 0, won: 0, open: 3, eventualRatio: 0 }, { ratio: 0.3, strength: 4 })
    expect(none).toMatchObject({ n: 0, open: 3, observedRatio: null, chanceRatio: 0.3 })
  })

  test('no evidence gives the prior of a factor', () => {
    const none = gatherEvidence([], [], [], () => 1)
    expect(none.n).toBe(0)
    expect(fitOdds(none, { logFactor: 0, spread: 1 })).toMatchObject({ n: 0, factor: 1, logError: 1 })
    expect(fitOdds(none, { logFactor: Math.log(0.6), spread: 0.7 }).factor).toBeCloseTo(0.6, 14)
  })

  test('the likeliest factor balances outcomes and prior', () => {
    const offsets = new Float64Array(420)
    // All with a chance of one half; of 40 closed deals 30 were won.
    offsets[210] = 40
    const evidence = { n: 40, won: 30, open: 0, worth: 40, ratio: 0.75, offsets, rows: 40 }
    const { factor, logError } = fitOdds(evidence, { logFactor: 0, spread: 1 })
    const move = Math.log(factor)
    const chance = 1 / (1 + Math.exp(-move))
    // The score of a logistic regression with a standard normal prior is nothing at the likeliest value.
    expect(40 * (0.75 - chance) - move).toBeCloseTo(0, 9)
    expect(logError).toBeCloseTo(1 / Math.sqrt(40 * chance * (1 - chance) + 1), 9)
    const loose = fitOdds(evidence, { logFactor: 0, spread: 100 })
    expect(loose.factor).toBeCloseTo(3, 2)
  })

  test('groups that differ by chance alone have next to no spread', () => {
    const random = makeRandom(11)
    const groupsOf = (spread: number) =>
      Array.from({ length: 400 }, () => ({
        logFactor: spread * random.normal() + 0.5 * random.normal(),
        logError: 0.5
      }))
    const limits = { least: 0, most: 5, few: 0.2 }
    expect(spreadOfGroups(groupsOf(0), limits)).toBeLessThan(0.2)
    expect(spreadOfGroups(groupsOf(0.8), limits)).toBeCloseTo(0.8, 0)
    expect(spreadOfGroups(groupsOf(0.8).slice(0, 4), limits)).toBe(0.2)
  })
})
