// The checks of fairness: figures worked out by hand and by R, verdicts with and without enough sellers, and laws over every check.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { correlate } from '#shared/math/correlation.ts'
import type { SellerId } from '#shared/people/types.ts'
import { checkFairness, type FairnessId, fairnessChecks, type SellerResult } from '#shared/quotas/fairness/index.ts'

const options = { aim: { low: 0.5, high: 0.7 }, realisticShare: 0.5, payMultiple: { low: 4, high: 8 } }
const seller = (at: number, part: Partial<SellerResult> = {}): SellerResult => ({
  sellerId: at as SellerId,
  name: `Seller ${at}`,
  quotaMinor: 100,
  achievedMinor: 100,
  baselineMinor: 100,
  potentialMinor: null,
  targetPayMinor: null,
  ...part
})
const withAttainments = (percents: readonly number[]) =>
  percents.map((percent, at) => seller(at + 1, { achievedMinor: percent }))
const answerOf = (id: FairnessId, sellers: readonly SellerResult[], changed: Partial<typeof options> = {}) => {
  const found = checkFairness(sellers, { ...options, ...changed }).find((answer) => answer.id === id)
  if (!found) throw new Error(id)
  return found
}

// R: cor.test(x, y), and e1071-like moments of y, 25 November 2026.
const sizes = [80, 95, 100, 105, 120, 90, 99, 130, 70, 111]
const attained = [110, 90, 120, 80, 95, 105, 130, 70, 100, 85]
const ten = sizes.map((size, at) => seller(at + 1, { baselineMinor: size, achievedMinor: attained[at] ?? 0 }))

describe('correlation', () => {
  it('and its interval are those of R', () => {
    const found = correlate(sizes, attained)
    expect(found?.r).toBeCloseTo(-0.504918331669, 11)
    expect(found?.low).toBeCloseTo(-0.860866638522, 7)
    expect(found?.high).toBeCloseTo(0.182832094498, 7)
  })
  it('has none where a list never changes, and the whole scale for three pairs', () => {
    expect(correlate([1, 1, 1, 1], [1, 2, 3, 4])).toBeUndefined()
    expect(correlate([1, 2, 3], [3, 1, 2])).toMatchObject({ low: -1, high: 1, n: 3 })
  })
})

describe('size and growth', () => {
  it('ten sellers whose interval holds 0 are no bias', () => {
    expect(answerOf('sizeBias', ten)).toMatchObject({ verdict: 'fair', n: 10 })
    expect(answerOf('sizeBias', ten).value).toBeCloseTo(-0.504918331669, 11)
  })
  it('nine sellers are not enough', () => {
    expect(answerOf('sizeBias', ten.slice(1)).verdict).toBe('notEnough')
  })
  it('the large ones falling behind is found', () => {
    const biased = sizes.map((size, at) => seller(at + 1, { baselineMinor: size, achievedMinor: 220 - size }))
    expect(answerOf('sizeBias', biased)).toMatchObject({ verdict: 'look' })
    expect(answerOf('sizeBias', biased).value).toBeCloseTo(-1, 12)
  })
  it('attainment that follows growth is fair, attainment that does not is looked at', () => {
    const follows = sizes.map((size, at) => seller(at + 1, { baselineMinor: size, achievedMinor: 90 + 2 * at }))
    const grown = follows.map((each) => ({ ...each, baselineMinor: 100 }))
    expect(answerOf('growthRelation', grown).verdict).toBe('fair')
    expect(
      answerOf(
        'growthRelation',
        ten.map((each) => ({ ...each, quotaMinor: each.baselineMinor ?? 1 }))
      ).value
    ).toBeCloseTo(1, 12)
    // Quotas as high as the results: everybody attains the same whatever the growth, and there is nothing to relate.
    expect(
      answerOf(
        'growthRelation',
        ten.map((each) => ({ ...each, quotaMinor: each.achievedMinor }))
      ).verdict
    ).toBe('notEnough')
  })
  it('buckets are a fifth, the middle and a fifth, by median', () => {
    const { parts } = answerOf('sizeBuckets', ten)
    // Smallest two: 70 (100 %) and 80 (110 %); largest two: 120 (95 %) and 130 (70 %).
    expect(parts.map((part) => part.n)).toEqual([2, 6, 2])
    expect(parts[0]?.value).toBeCloseTo(1.05, 12)
    expect(parts[1]?.value).toBeCloseTo(0.975, 12)
    expect(parts[2]?.value).toBeCloseTo(0.825, 12)
  })
})

describe('how attainments lie', () => {
  it('within 20 %: both ends count, and the deviation is that of a sample', () => {
    const answer = answerOf('accuracy', ten)
    // 70 and 130 lie outside.
    expect(answer.value).toBe(0.8)
    expect(answer.parts[0]?.value).toBeCloseTo(Math.sqrt(3052.5 / 9) / 100, 12)
  })
  it('skewness and the coefficient of two heaps are those of the formula in R', () => {
    const answer = answerOf('shape', ten)
    expect(answer.parts[0]?.value).toBeCloseTo(0.231138479735, 10)
    expect(answer.value).toBeCloseTo(0.273107413608, 10)
    expect(answer.verdict).toBe('fair')
  })
  it('a half far below and a half far above is looked at', () => {
    const answer = answerOf(
      'shape',
      withAttainments([
        ...Array.from({ length: 12 }, (_, at) => 60 + at),
        ...Array.from({ length: 12 }, (_, at) => 135 + at)
      ])
    )
    expect(answer.value).toBeGreaterThan(5 / 9)
    expect(answer.verdict).toBe('look')
  })
  it('bands hold everybody once, with the lower end included', () => {
    const { parts } = answerOf('bands', withAttainments([49, 50, 79, 80, 99, 100, 119, 120, 200, -5]))
    expect(parts.map((part) => part.n)).toEqual([2, 2, 2, 2, 2])
  })
  it('the hit rate says so when it can not be told', () => {
    expect(answerOf('hitRate', withAttainments([100, 90, 110])).verdict).toBe('notEnough')
    const many = withAttainments(Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? 100 : 99)))
    expect(answerOf('hitRate', many)).toMatchObject({ verdict: 'fair', value: 0.5 })
    expect(answerOf('hitRate', many, { aim: { low: 0.9, high: 1 } }).verdict).toBe('look')
  })
  it('the best fifth, rounded up, and its part of the total', () => {
    const answer = answerOf('concentration', withAttainments([300, 100, 100, 100, 100, 100, 100, 50, 25, 25]))
    expect(answer.value).toBeCloseTo(0.4, 12)
    expect(answer.named.map((each) => each.name)).toEqual(['Seller 1', 'Seller 2'])
  })
})

describe('what can be carried', () => {
  it('names who has too little to win, the worst first', () => {
    const sellers = [
      seller(1, { potentialMinor: 200 }),
      seller(2, { potentialMinor: 160 }),
      seller(3, { potentialMinor: 0 }),
      seller(4)
    ]
    const answer = answerOf('carry', sellers)
    expect(answer).toMatchObject({ n: 3, verdict: 'look' })
    expect(answer.value).toBeCloseTo(1 / 3, 12)
    expect(answer.named.map((each) => [each.name, each.value])).toEqual([
      ['Seller 3', Number.POSITIVE_INFINITY],
      ['Seller 2', 1.25]
    ])
  })
  it('quota over pay outside what is usual', () => {
    const sellers = [
      seller(1, { targetPayMinor: 20 }),
      seller(2, { targetPayMinor: 10 }),
      seller(3, { targetPayMinor: 0 })
    ]
    expect(answerOf('payMultiple', sellers)).toMatchObject({ n: 2, value: 7.5, verdict: 'look' })
    expect(answerOf('payMultiple', sellers).named).toMatchObject([{ name: 'Seller 2', value: 10 }])
  })
})

describe.each(fairnessChecks.map((entry) => [entry.id, entry] as const))('laws: %s', (_, entry) => {
  it('nobody, one seller and the order of sellers', () => {
    expect(entry.check([], options).verdict).toBe('notEnough')
    expect(entry.check([seller(1)], options).n).toBeLessThanOrEqual(1)
    const results = fc.array(
      fc.record({
        quotaMinor: fc.integer({ min: 1, max: 1000 }),
        achievedMinor: fc.integer({ min: -100, max: 3000 }),
        baselineMinor: fc.option(fc.integer({ min: -5, max: 1000 })),
        potentialMinor: fc.option(fc.integer({ min: 0, max: 3000 })),
        targetPayMinor: fc.option(fc.integer({ min: 0, max: 300 }))
      }),
      { maxLength: 14 }
    )
    fc.assert(
      fc.property(results, (rows) => {
        const sellers = rows.map((row, at) => seller(at + 1, row))
        const [there, back] = [entry.check(sellers, options), entry.check(sellers.toReversed(), options)]
        expect(back.verdict).toBe(there.verdict)
        expect(back.n).toBe(there.n)
        if (there.value === null) expect(back.value).toBeNull()
        else expect(back.value).toBeCloseTo(there.value, 8)
        expect(Number.isNaN(there.value ?? 0)).toBe(false)
      }),
      { numRuns: 60 }
    )
  })
})
