// Where the keyboard leads in a table.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blockOf, isInside, moveFrom } from '../../src/renderer/ui/table/navigate.ts'

const size = { rows: 20, columns: 5, page: 8 }
const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'] as const

describe('moving', () => {
  test.each([
    ['ArrowDown', false, { row: 4, column: 2 }],
    ['ArrowUp', true, { row: 0, column: 2 }],
    ['ArrowRight', true, { row: 3, column: 4 }],
    ['Home', false, { row: 3, column: 0 }],
    ['End', true, { row: 19, column: 4 }],
    ['PageDown', false, { row: 11, column: 2 }],
    ['PageUp', false, { row: 0, column: 2 }],
    ['x', false, undefined]
  ])('%s (Ctrl %s)', (key, isControl, place) => {
    expect(moveFrom({ row: 3, column: 2 }, { key, isControl }, size)).toEqual(place)
  })

  test('never leaves the table, and arrows undo each other inside it', () => {
    const place = fc.record({ row: fc.integer({ min: 0, max: 19 }), column: fc.integer({ min: 0, max: 4 }) })
    fc.assert(
      fc.property(place, fc.array(fc.tuple(fc.constantFrom(...keys), fc.boolean())), (from, presses) => {
        let at = from
        for (const [key, isControl] of presses) at = moveFrom(at, { key, isControl }, size) ?? at
        expect(at.row).toBeGreaterThanOrEqual(0)
        expect(at.row).toBeLessThan(20)
        expect(at.column).toBeGreaterThanOrEqual(0)
        expect(at.column).toBeLessThan(5)
      })
    )
  })
})

test('a block is the same from either corner and holds both', () => {
  const place = fc.record({ row: fc.nat(9), column: fc.nat(9) })
  fc.assert(
    fc.property(place, place, (a, b) => {
      const block = blockOf(a, b)
      expect(blockOf(b, a)).toEqual(block)
      expect(isInside(block, a.row, a.column) && isInside(block, b.row, b.column)).toBe(true)
    })
  )
})
