// Grouping keeps every entry once, in order.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { groupBy } from '#shared/math/group-by.ts'

it('groups by a key, in the order of the list', () => {
  const groups = groupBy(['a', 'bb', 'c'], (text) => text.length)
  expect(groups.get(1)).toEqual(['a', 'c'])
  expect([...groups.keys()]).toEqual([1, 2])
})

it('law: every entry stands in exactly one group, the one of its key', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30)), (list) => {
      const groups = groupBy(list, (n) => n % 5)
      expect([...groups.values()].flat().sort((a, b) => a - b)).toEqual([...list].sort((a, b) => a - b))
      for (const [key, group] of groups) expect(group.every((n) => n % 5 === key)).toBe(true)
    })
  )
})
