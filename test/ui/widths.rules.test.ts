// Columns that don't fit their place: who gives, how much, and when the table scrolls instead.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitWidths, giveOf } from '../../src/renderer/ui/table/widths.ts'

describe('fitting', () => {
  test('columns give together just what is missing', () => {
    expect(fitWidths([200, 100], [50, 0], 280, false)).toEqual([180, 100])
  })

  test('nothing is squeezed that fits, that the user has set, or that can not give enough', () => {
    expect(fitWidths([200, 100], [50, 0], 300, false)).toEqual([200, 100])
    expect(fitWidths([200, 100], [50, 0], 280, true)).toEqual([200, 100])
    expect(fitWidths([200, 100], [50, 0], 240, false)).toEqual([200, 100])
  })

  test('no column gives more than it can, and the result fits or is unchanged', () => {
    const columns = fc.array(fc.tuple(fc.integer({ min: 60, max: 300 }), fc.double({ min: 0, max: 50, noNaN: true })), {
      minLength: 1,
      maxLength: 12
    })
    fc.assert(
      fc.property(columns, fc.integer({ min: 100, max: 2000 }), (pairs, available) => {
        const widths = pairs.map(([width]) => width)
        const gives = pairs.map(([, give]) => give)
        const fitted = fitWidths(widths, gives, available, false)
        const total = fitted.reduce((sum, width) => sum + width, 0)
        for (const [at, width] of fitted.entries()) {
          expect(width).toBeLessThanOrEqual(widths[at] ?? 0)
          expect(width).toBeGreaterThanOrEqual((widths[at] ?? 0) - (gives[at] ?? 0) - 1)
        }
        if (fitted.some((width, at) => width !== widths[at])) expect(total).toBeLessThanOrEqual(available)
      })
    )
  })

  test('words give more than numbers, and what a screen draws gives nothing', () => {
    const column = { key: 'a', header: 'A', value: () => 'x' }
    expect(giveOf({ ...column, kind: 'text' }, 200)).toBeGreaterThan(giveOf({ ...column, kind: 'money' }, 200))
    expect(giveOf({ ...column, kind: 'percent', render: () => 'bar' }, 200)).toBe(0)
    expect(giveOf({ ...column, kind: 'text' }, 80)).toBe(0)
  })
})
