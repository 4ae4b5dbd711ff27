// Shares within floors and ceilings: worked by hand, and laws over random weights and limits against a search by halving.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LimitedPart, shareWithin } from '#shared/quotas/limits.ts'

const free = (weight: number): LimitedPart => ({ weight, floorMinor: null, ceilingMinor: null })
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)

describe('worked by hand', () => {
  it('a floor takes from the others by their weights', () => {
    const answer = shareWithin(100, [{ ...free(1), floorMinor: 40 }, free(3), free(2)])
    // 60 are left for weights of 3 and 2.
    expect(answer).toMatchObject({ ok: true, partsMinor: [40, 36, 24], heldBy: ['floor', null, null] })
  })

  it('a ceiling gives to the others, which may lift one of them off its floor', () => {
    const answer = shareWithin(1000, [
      { ...free(8), ceilingMinor: 300 },
      { ...free(1), floorMinor: 200 },
      { ...free(1), floorMinor: 100 }
    ])
    expect(answer).toMatchObject({ ok: true, partsMinor: [300, 350, 350], heldBy: ['ceiling', null, null] })
  })

  it('a held part is its floor and its ceiling', () => {
    expect(shareWithin(10, [{ weight: 5, floorMinor: 4, ceilingMinor: 4 }, free(1), free(1)])).toMatchObject({
      partsMinor: [4, 3, 3]
    })
  })

  it('a weight of nothing gets its floor alone', () => {
    expect(shareWithin(10, [{ ...free(0), floorMinor: 3 }, free(2)])).toMatchObject({ partsMinor: [3, 7] })
  })

  it.each([
    [
      'floors above the total',
      10,
      [
        { ...free(1), floorMinor: 8 },
        { ...free(1), floorMinor: 5 }
      ],
      'floors',
      3
    ],
    [
      'ceilings below it',
      10,
      [
        { ...free(1), ceilingMinor: 4 },
        { ...free(1), ceilingMinor: 4 }
      ],
      'ceilings',
      2
    ],
    ['a floor above its ceiling', 10, [free(1), { weight: 1, floorMinor: 5, ceilingMinor: 4 }], 'crossed', 1],
    [
      'nothing to share the rest by',
      10,
      [
        { ...free(0), floorMinor: 2 },
        { ...free(1), ceilingMinor: 5 }
      ],
      'weights',
      3
    ]
  ] as const)('%s: refused, with by how much', (_, total, parts, reason, byMinor) => {
    expect(shareWithin(total, parts)).toEqual({ ok: false, reason, byMinor })
  })
})

const part = fc
  .tuple(
    fc.integer({ min: 0, max: 50 }),
    fc.option(fc.integer({ min: 0, max: 400 })),
    fc.option(fc.integer({ min: 0, max: 800 }))
  )
  .map(
    ([weight, floorMinor, above]): LimitedPart => ({
      weight,
      floorMinor,
      ceilingMinor: above === null ? null : (floorMinor ?? 0) + above
    })
  )

/** The same by halving the scale: slow, and another way. */
function shareByHalving(total: number, parts: readonly LimitedPart[]): number[] {
  const at = (scale: number) =>
    parts.map(({ weight, floorMinor, ceilingMinor }) =>
      Math.min(ceilingMinor ?? Number.POSITIVE_INFINITY, Math.max(floorMinor ?? 0, scale * weight))
    )
  let [low, high] = [0, 1e9]
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2
    if (sum(at(middle)) < total) low = middle
    else high = middle
  }
  return at(high)
}

describe('laws', () => {
  it('parts add up, keep their limits, and lie within a unit of the search by halving', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), fc.integer({ min: 0, max: 5000 }), (parts, total) => {
        const answer = shareWithin(total, parts)
        if (!answer.ok) return answer.byMinor >= 0
        expect(sum(answer.partsMinor)).toBe(total)
        const slow = shareByHalving(total, parts)
        answer.partsMinor.forEach((minor, at) => {
          const { floorMinor, ceilingMinor } = parts[at] ?? free(0)
          expect(minor).toBeGreaterThanOrEqual(floorMinor ?? 0)
          expect(minor).toBeLessThanOrEqual(ceilingMinor ?? Number.POSITIVE_INFINITY)
          expect(Math.abs(minor - (slow[at] ?? 0))).toBeLessThan(parts.length)
        })
        return true
      }),
      { numRuns: 500 }
    )
  })

  it('without limits it is the plain split', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }), fc.nat(100_000), (weights, total) => {
        const answer = shareWithin(total, weights.map(free))
        const whole = sum(weights)
        return (
          answer.ok &&
          answer.partsMinor.every((minor, at) => Math.abs(minor - (total * (weights[at] ?? 0)) / whole) < 1)
        )
      })
    )
  })

  it('a higher floor never gives its part less', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 2, maxLength: 6 }), fc.nat(5000), fc.nat(100), (parts, total, more) => {
        const [first = free(1), ...others] = parts
        const before = shareWithin(total, parts)
        const after = shareWithin(total, [{ ...first, floorMinor: (first.floorMinor ?? 0) + more }, ...others])
        return !(before.ok && after.ok) || (after.partsMinor[0] ?? 0) >= (before.partsMinor[0] ?? 0) - 1
      })
    )
  })
})
