// The rows a table shows: its filter, sort and groups over the rows it was given.
import { useDeferredValue, useMemo, useState } from 'react'
import type { Format } from '../make-format.ts'
import { parseTypedMoney, parseTypedNumber, parseTypedPercent } from '../parse-typed.ts'
import { currencyOf, digitsOf, shownText } from './cell-text.ts'
import { filterRows, groupRows, type Item, nextSort, sortRows } from './model.ts'
import type { Column, DataTableProps, SortKey } from './types.ts'

export interface TableRows<Row> {
  readonly items: readonly Item<Row>[]
  /** The rows after filter and sort, groups open or not. */
  readonly seen: readonly Row[]
  readonly digits: ReadonlyMap<string, number | undefined>
  readonly sort: readonly SortKey[]
  readonly sortBy: (column: string, isAdding: boolean) => void
  readonly words: string
  readonly setWords: (words: string) => void
  readonly byColumn: Readonly<Record<string, string>>
  readonly setColumnFilter: (column: string, text: string) => void
  readonly clearFilters: () => void
  readonly groupBy: string | undefined
  readonly setGroupBy: (column: string | undefined) => void
  readonly toggleGroup: (name: string) => void
}

const none: Readonly<Record<string, string>> = {}

export function useRows<Row>(
  props: Pick<DataTableProps<Row>, 'rows' | 'columns' | 'initialSort' | 'groupBy'>,
  shown: readonly Column<Row>[],
  format: Format
): TableRows<Row> {
  const { rows, columns } = props
  const [sort, setSort] = useState<readonly SortKey[]>(props.initialSort ?? [])
  const [words, setWords] = useState('')
  const [byColumn, setByColumn] = useState(none)
  const [groupBy, setGroupBy] = useState(props.groupBy)
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  // Typing stays ahead of the filtering of many rows.
  const wanted = useDeferredValue(words)

  const digits = useMemo(() => new Map(columns.map((column) => [column.key, digitsOf(column, rows)])), [columns, rows])
  const seen = useMemo(() => {
    const textOf = (column: Column<Row>, row: Row) => shownText(column, row, format, digits.get(column.key))
    const readNumber = (text: string, column: Column<Row>) => {
      const first = rows[0]
      const currency = first === undefined ? undefined : currencyOf(column, first)
      if (column.kind === 'money' && currency) return parseTypedMoney(text, currency, format.decimalSign)
      if (column.kind === 'percent') return parseTypedPercent(text, format.decimalSign)
      return parseTypedNumber(text, format.decimalSign)
    }
    const found = filterRows(rows, shown, { words: wanted, byColumn }, textOf, readNumber)
    return sortRows(found, columns, sort, format.locale)
  }, [rows, columns, shown, wanted, byColumn, sort, format, digits])

  const items = useMemo(() => {
    const column = columns.find((each) => each.key === groupBy)
    const nameOf = column ? (row: Row) => shownText(column, row, format, digits.get(column.key)) : undefined
    return groupRows(seen, nameOf, closed)
  }, [seen, columns, groupBy, closed, format, digits])

  return {
    items,
    seen,
    digits,
    sort,
    sortBy: (column, isAdding) => setSort((current) => nextSort(current, column, isAdding)),
    words,
    setWords,
    byColumn,
    setColumnFilter: (column, text) => setByColumn((current) => ({ ...current, [column]: text })),
    clearFilters: () => {
      setWords('')
      setByColumn(none)
    },
    groupBy,
    setGroupBy,
    toggleGroup: (name) => setClosed((current) => toggled(current, name))
  }
}

export function toggled<Key>(set: ReadonlySet<Key>, key: Key): ReadonlySet<Key> {
  const next = new Set(set)
  if (!next.delete(key)) next.add(key)
  return next
}
