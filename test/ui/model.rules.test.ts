// Filter, sort and group of tables: laws over made-up rows, and what a person would type.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseTypedMoney, parseTypedNumber } from '../../src/renderer/ui/parse-typed.ts'
import { filterRows, groupRows, nextSort, sortRows, sumOf } from '../../src/renderer/ui/table/model.ts'
import type { Column, SortKey } from '../../src/renderer/ui/table/types.ts'
import { currencyCode } from '../../src/shared/units/money.ts'

interface Row {
  readonly id: number
  readonly name: string
  readonly goal: number | null
}

const columns: readonly Column<Row>[] = [
  { key: 'name', header: 'Name', kind: 'text', value: (row) => row.name },
  { key: 'goal', header: 'Goal', kind: 'money', currency: currencyCode('EUR'), value: (row) => row.goal }
]

const rowsArb = fc
  .array(
    fc.record({
      name: fc.constantFrom('Ana', 'ana', 'Inés', 'Luca', ''),
      goal: fc.option(fc.integer({ min: -500, max: 500 }))
    })
  )
  .map((rows) => rows.map((row, id): Row => ({ ...row, id })))
const sortArb: fc.Arbitrary<readonly SortKey[]> = fc.uniqueArray(
  fc.record({ column: fc.constantFrom('name', 'goal'), isDescending: fc.boolean() }),
  { selector: (key) => key.column, maxLength: 2 }
)

const textOf = (column: Column<Row>, row: Row) => String(column.value(row) ?? '')
const readNumber = (text: string, column: Column<Row>) =>
  column.kind === 'money' ? parseTypedMoney(text, currencyCode('EUR'), '.') : parseTypedNumber(text, '.')
const find = (words: string, byColumn: Record<string, string> = {}, rows = people) =>
  filterRows(rows, columns, { words, byColumn }, textOf, readNumber).map((row) => row.name)

const people: readonly Row[] = [
  { id: 1, name: 'Ana Ruiz', goal: 31_000_000 },
  { id: 2, name: 'Tomás Vidal', goal: 28_000_000 },
  { id: 3, name: 'Inés Prat', goal: null },
  { id: 4, name: 'Luca Conti', goal: 24_000_000 }
]

describe('sorting', () => {
  test('keeps every row, changes nothing when done twice, and leaves the given rows alone', () => {
    fc.assert(
      fc.property(rowsArb, sortArb, (rows, sort) => {
        const given = [...rows]
        const once = sortRows(rows, columns, sort, 'es')
        expect(rows).toEqual(given)
        expect(once.toSorted((a, b) => a.id - b.id)).toEqual(given)
        expect(sortRows(once, columns, sort, 'es')).toEqual(once)
      })
    )
  })

  test('puts missing values last in both directions and keeps the order of equal rows', () => {
    fc.assert(
      fc.property(rowsArb, fc.boolean(), (rows, isDescending) => {
        const sorted = sortRows(rows, columns, [{ column: 'goal', isDescending }], 'en')
        const firstMissing = sorted.findIndex((row) => row.goal === null)
        if (firstMissing >= 0) expect(sorted.slice(firstMissing).every((row) => row.goal === null)).toBe(true)
        for (const [at, row] of sorted.entries()) {
          const next = sorted[at + 1]
          if (!next) continue
          if (next.goal === row.goal) expect(next.id).toBeGreaterThan(row.id)
          else if (row.goal !== null && next.goal !== null) {
            expect(isDescending ? row.goal > next.goal : row.goal < next.goal).toBe(true)
          }
        }
      })
    )
  })

  test('a second key decides among equals of the first', () => {
    const rows: readonly Row[] = [
      { id: 1, name: 'B', goal: 1 },
      { id: 2, name: 'A', goal: 2 },
      { id: 3, name: 'A', goal: 3 }
    ]
    const sort = [
      { column: 'name', isDescending: false },
      { column: 'goal', isDescending: true }
    ]
    expect(sortRows(rows, columns, sort, 'en').map((row) => row.id)).toEqual([3, 2, 1])
  })

  test('a header goes up, down, and back; with Shift the other keys stay', () => {
    const up = nextSort([], 'name', false)
    const down = nextSort(up, 'name', false)
    expect([up, down, nextSort(down, 'name', false)]).toEqual([
      [{ column: 'name', isDescending: false }],
      [{ column: 'name', isDescending: true }],
      []
    ])
    const both = nextSort(up, 'goal', true)
    expect(both.map((key) => key.column)).toEqual(['name', 'goal'])
    expect(nextSort(both, 'name', true)).toEqual([
      { column: 'name', isDescending: true },
      { column: 'goal', isDescending: false }
    ])
    expect(nextSort(both, 'goal', false)).toEqual([{ column: 'goal', isDescending: true }])
  })
})

describe('filtering', () => {
  test('every word must stand somewhere, whatever the accents and letter case', () => {
    expect(find('tomas')).toEqual(['Tomás Vidal'])
    expect(find('VIDAL tom')).toEqual(['Tomás Vidal'])
    expect(find('vidal ana')).toEqual([])
    expect(find('')).toHaveLength(4)
  })

  test('a column of amounts reads comparisons and ranges in units of the currency', () => {
    expect(find('', { goal: '>250,000' })).toEqual(['Ana Ruiz', 'Tomás Vidal'])
    expect(find('', { goal: '<= 240000' })).toEqual(['Luca Conti'])
    expect(find('', { goal: '250000..300000' })).toEqual(['Tomás Vidal'])
    expect(find('', { goal: '=310,000' })).toEqual(['Ana Ruiz'])
  })

  test('more words never find more rows', () => {
    fc.assert(
      fc.property(rowsArb, fc.string(), fc.string(), (rows, a, b) => {
        expect(find(`${a} ${b}`, {}, rows).length).toBeLessThanOrEqual(find(a, {}, rows).length)
      })
    )
  })
})

test('groups hold every row once, and a closed group hides its rows', () => {
  fc.assert(
    fc.property(rowsArb, (rows) => {
      const open = groupRows(rows, (row) => row.name, new Set())
      const found = open.flatMap((item) => (item.kind === 'row' ? [item.row.id] : []))
      expect(found.toSorted((a, b) => a - b)).toEqual(rows.map((row) => row.id))
      const closed = groupRows(rows, (row) => row.name, new Set(rows.map((row) => row.name)))
      expect(closed.every((item) => item.kind === 'group')).toBe(true)
    })
  )
})

test('the sum of nothing known is missing, not zero', () => {
  const goal = columns[1]
  if (!goal) throw new Error('no goal column')
  expect(sumOf(goal, people)).toBe(83_000_000)
  expect(
    sumOf(
      goal,
      people.filter((row) => row.goal === null)
    )
  ).toBeNull()
})
