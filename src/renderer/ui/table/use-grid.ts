// The cell one stands on in a table, the block around it, and the edit under way; what the keyboard does with them.
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { type AfterEdit, placeAfter } from './edits.ts'
import { type Block, blockOf, moveFrom, type Place, type Size } from './navigate.ts'

export interface Editing {
  readonly place: Place
  /** What was typed to begin, or undefined to begin with the cell's own text. */
  readonly typed: string | undefined
}

export interface Grid {
  readonly place: Place
  readonly block: Block
  readonly editing: Editing | undefined
  readonly goTo: (place: Place, isExtending?: boolean) => void
  readonly edit: (typed?: string) => void
  readonly endEdit: (after: AfterEdit) => void
  readonly move: (key: string, isControl: boolean, isExtending: boolean) => boolean
  readonly selectAll: () => void
}

const start: Place = { row: 0, column: 0 }

/** `focus` puts the DOM focus on a cell, scrolling to it first. */
export function useGrid(size: Size, focus: (place: Place) => void): Grid {
  const [place, setPlace] = useState(start)
  const [anchor, setAnchor] = useState(start)
  const [editing, setEditing] = useState<Editing | undefined>()
  const wantsFocus = useRef(false)

  const goTo = useCallback((next: Place, isExtending = false) => {
    wantsFocus.current = true
    setPlace(next)
    if (!isExtending) setAnchor(next)
  }, [])

  // Focus follows once the cell is drawn.
  useLayoutEffect(() => {
    if (!wantsFocus.current || editing) return
    wantsFocus.current = false
    focus(place)
  }, [place, editing, focus])

  // Rows or columns that went away take the place with them to the last ones.
  const { rows, columns } = size
  useEffect(() => {
    const within = (each: Place): Place =>
      each.row < rows && each.column < columns
        ? each
        : { row: Math.max(0, Math.min(each.row, rows - 1)), column: Math.max(0, Math.min(each.column, columns - 1)) }
    setPlace(within)
    setAnchor(within)
  }, [rows, columns])

  return {
    place,
    block: blockOf(anchor, place),
    editing,
    goTo,
    edit: (typed) => setEditing({ place, typed }),
    endEdit: (after) => {
      const from = editing?.place ?? place
      setEditing(undefined)
      if (after === 'leave') return
      const next = placeAfter(from, after)
      goTo({ row: Math.max(0, Math.min(next.row, rows - 1)), column: Math.max(0, Math.min(next.column, columns - 1)) })
    },
    move: (key, isControl, isExtending) => {
      const next = moveFrom(place, { key, isControl }, size)
      if (next) goTo(next, isExtending)
      return next !== undefined
    },
    selectAll: () => {
      setAnchor({ row: 0, column: 0 })
      goTo({ row: Math.max(0, rows - 1), column: Math.max(0, columns - 1) }, true)
    }
  }
}
