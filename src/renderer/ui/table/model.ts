// What a table does to its rows before they are drawn: filter, sort, group. Pure, and the same for screen and export.
import type { CellValue, Column, SortKey } from './types.ts'

/** Text without case and accents, so that "ines" finds "Inés". */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

export const isMissing = (value: CellValue): value is null | undefined | '' =>
  value === null || value === undefined || value === '' || (typeof value === 'number' && Number.isNaN(value))

/** Sorts by several columns; equal rows keep their order and missing values stand last in both directions. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: readonly SortKey[],
  locale: string
): readonly Row[] {
  const keys = sort.flatMap(({ column, isDescending }) => {
    const found = columns.find((each) => each.key === column)
    return found ? [{ value: found.value, factor: isDescending ? -1 : 1 }] : []
  })
  if (keys.length === 0) return rows
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' })
  return rows.toSorted((a, b) => {
    for (const { value, factor } of keys) {
      const order = compareValues(value(a), value(b), factor, collator)
      if (order !== 0) return order
    }
    return 0
  })
}

function compareValues(a: CellValue, b: CellValue, factor: number, collator: Intl.Collator): number {
  if (isMissing(a) || isMissing(b)) return Number(isMissing(a)) - Number(isMissing(b))
  if (typeof a === 'number' && typeof b === 'number') return (a - b) * factor
  return collator.compare(String(a), String(b)) * factor
}

/** The next sort after a click on a header: up, down, none; with `isAdding` the other keys stay. */
export function nextSort(sort: readonly SortKey[], column: string, isAdding: boolean): readonly SortKey[] {
  const present = sort.find((key) => key.column === column)
  const others = isAdding ? sort.filter((key) => key.column !== column) : []
  if (!present) return [...others, { column, isDescending: false }]
  const next = present.isDescending ? [] : [{ column, isDescending: true }]
  if (!isAdding) return next
  // A key keeps its rank among the others when it turns round.
  return sort.flatMap((key) => (key.column === column ? next : [key]))
}

export interface Filter {
  /** Every word must stand in some column. */
  readonly words: string
  /** By column: text that must stand in it, or for numbers >100, <=20, 10..20, =5. */
  readonly byColumn: Readonly<Record<string, string>>
}

export function filterRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  filter: Filter,
  textOf: (column: Column<Row>, row: Row) => string,
  readNumber: (text: string, column: Column<Row>) => number | undefined
): readonly Row[] {
  const words = folded(filter.words).split(/\s+/).filter(Boolean)
  const tests = Object.entries(filter.byColumn).flatMap(([key, wanted]) => {
    const column = columns.find((each) => each.key === key)
    return column && wanted.trim() !== '' ? [columnTest(column, wanted.trim(), textOf, readNumber)] : []
  })
  if (words.length === 0 && tests.length === 0) return rows
  return rows.filter((row) => {
    if (!tests.every((test) => test(row))) return false
    if (words.length === 0) return true
    const text = folded(columns.map((column) => textOf(column, row)).join('\n'))
    return words.every((word) => text.includes(word))
  })
}

const numeric = new Set(['number', 'money', 'percent'])

function columnTest<Row>(
  column: Column<Row>,
  wanted: string,
  textOf: (column: Column<Row>, row: Row) => string,
  readNumber: (text: string, column: Column<Row>) => number | undefined
): (row: Row) => boolean {
  const compare = /^(>=|<=|>|<|=)\s*(.+)$/.exec(wanted)
  const range = /^(.+?)\s*\.\.\s*(.+)$/.exec(wanted)
  const read = (text: string | undefined) => (text === undefined ? undefined : readNumber(text, column))
  if (numeric.has(column.kind)) {
    const limit = read(compare?.[2])
    const from = read(range?.[1])
    const to = read(range?.[2])
    const number = (row: Row) => {
      const value = column.value(row)
      return typeof value === 'number' ? value : undefined
    }
    if (compare && limit !== undefined) return (row) => holds(number(row), compare[1] ?? '=', limit)
    if (from !== undefined && to !== undefined)
      return (row) => holds(number(row), '>=', from) && holds(number(row), '<=', to)
  }
  const text = folded(wanted)
  return (row) => folded(textOf(column, row)).includes(text)
}

function holds(value: number | undefined, sign: string, limit: number): boolean {
  if (value === undefined) return false
  if (sign === '>') return value > limit
  if (sign === '<') return value < limit
  if (sign === '>=') return value >= limit
  if (sign === '<=') return value <= limit
  return value === limit
}

export type Item<Row> =
  | { readonly kind: 'row'; readonly row: Row }
  | { readonly kind: 'group'; readonly name: string; readonly rows: readonly Row[]; readonly isOpen: boolean }

/** Puts group lines between rows; groups stand in the order in which the sorted rows bring them. */
export function groupRows<Row>(
  rows: readonly Row[],
  nameOf: ((row: Row) => string) | undefined,
  closed: ReadonlySet<string>
): readonly Item<Row>[] {
  if (!nameOf) return rows.map((row) => ({ kind: 'row', row }))
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const name = nameOf(row)
    const group = groups.get(name)
    if (group) group.push(row)
    else groups.set(name, [row])
  }
  return [...groups].flatMap(([name, members]): Item<Row>[] => {
    const isOpen = !closed.has(name)
    const head: Item<Row> = { kind: 'group', name, rows: members, isOpen }
    return isOpen ? [head, ...members.map((row): Item<Row> => ({ kind: 'row', row }))] : [head]
  })
}

/** The sum of a column over rows; missing values add nothing, and none at all is missing, not 0. */
export function sumOf<Row>(column: Column<Row>, rows: readonly Row[]): number | null {
  let sum: number | null = null
  for (const row of rows) {
    const value = column.value(row)
    if (typeof value === 'number' && !Number.isNaN(value)) sum = (sum ?? 0) + value
  }
  return sum
}
