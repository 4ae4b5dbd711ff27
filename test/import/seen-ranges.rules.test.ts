// Runs of row ids: packing, joining and finding, held against plain sets.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isInRanges, joinRanges, toRanges } from '#shared/import/plan/seen-ranges.ts'

const refs = fc.array(fc.integer({ min: 1, max: 60 }))

test('the examples of the functions', () => {
  expect(toRanges([3, 1, 2, 7])).toEqual([
    [1, 3],
    [7, 7]
  ])
  expect(
    joinRanges(
      [
        [1, 5],
        [8, 9]
      ],
      [[4, 6]]
    )
  ).toEqual([
    [1, 6],
    [8, 9]
  ])
})

test('joined runs hold what either list holds, and are found by a search', () => {
  fc.assert(
    fc.property(refs, refs, (left, right) => {
      const joined = joinRanges(toRanges(left), toRanges(right))
      expect(joined).toEqual(toRanges([...left, ...right]))
      const held = new Set([...left, ...right])
      for (let ref = 0; ref <= 61; ref++) expect(isInRanges(joined, ref)).toBe(held.has(ref))
    })
  )
})
