// How the user has laid out a table: widths, order and hidden columns, kept on this machine under the table's name.
import { useCallback, useMemo, useState } from 'react'
import type { Column } from './types.ts'

interface Layout {
  readonly order: readonly string[]
  readonly hidden: readonly string[]
  readonly widths: Readonly<Record<string, number>>
}

export interface TableLayout<Row> {
  /** The columns in the user's order, without the hidden ones. */
  readonly shown: readonly Column<Row>[]
  readonly all: readonly Column<Row>[]
  readonly isHidden: (key: string) => boolean
  readonly widthOf: (key: string) => number | undefined
  readonly setWidth: (key: string, width: number) => void
  readonly toggle: (key: string) => void
  /** Moves a column to the place of another. */
  readonly move: (key: string, to: string) => void
  readonly reset: () => void
}

const storeKey = (name: string): string => `comarca.table.${name}`

function stored(name: string): Layout | undefined {
  try {
    const text = localStorage.getItem(storeKey(name))
    return text ? parseLayout(JSON.parse(text)) : undefined
  } catch {
    return undefined
  }
}

function parseLayout(value: unknown): Layout | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const given: { order?: unknown; hidden?: unknown; widths?: unknown } = value
  const strings = (list: unknown) =>
    Array.isArray(list) ? list.filter((each): each is string => typeof each === 'string') : []
  const widths: Record<string, number> = {}
  for (const [key, width] of Object.entries(given.widths ?? {})) if (typeof width === 'number') widths[key] = width
  return { order: strings(given.order), hidden: strings(given.hidden), widths }
}

export function useLayout<Row>(name: string, columns: readonly Column<Row>[]): TableLayout<Row> {
  const [layout, setLayout] = useState<Layout | undefined>(() => stored(name))
  const change = useCallback(
    (next: Layout | undefined) => {
      setLayout(next)
      try {
        if (next) localStorage.setItem(storeKey(name), JSON.stringify(next))
        else localStorage.removeItem(storeKey(name))
      } catch {
        // Without storage the layout lasts as long as the screen.
      }
    },
    [name]
  )
  return useMemo(() => {
    const current: Layout = layout ?? {
      order: [],
      hidden: columns.filter((column) => column.isHiddenAtFirst).map((column) => column.key),
      widths: {}
    }
    const all = inOrder(columns, current.order)
    const isHidden = (key: string) => current.hidden.includes(key)
    return {
      all,
      shown: all.filter((column) => !isHidden(column.key)),
      isHidden,
      widthOf: (key) => current.widths[key],
      setWidth: (key, width) =>
        change({ ...current, widths: { ...current.widths, [key]: Math.max(48, Math.round(width)) } }),
      toggle: (key) =>
        change({
          ...current,
          hidden: isHidden(key) ? current.hidden.filter((each) => each !== key) : [...current.hidden, key]
        }),
      move: (key, to) =>
        change({
          ...current,
          order: moved(
            all.map((column) => column.key),
            key,
            to
          )
        }),
      reset: () => change(undefined)
    }
  }, [layout, columns, change])
}

/** The user's order first; columns that came later stand where the screen puts them among the rest. */
function inOrder<Row>(columns: readonly Column<Row>[], order: readonly string[]): readonly Column<Row>[] {
  const place = (key: string, at: number) => {
    const index = order.indexOf(key)
    return index < 0 ? at : index
  }
  return columns
    .map((column, at) => ({ column, place: place(column.key, at) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ column }) => column)
}

export function moved(keys: readonly string[], key: string, to: string): readonly string[] {
  const target = keys.indexOf(to)
  const without = keys.filter((each) => each !== key)
  return target < 0 || key === to ? keys : without.toSpliced(target, 0, key)
}
