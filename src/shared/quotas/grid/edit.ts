// Edits of a grid of quotas whose rows are a tree and whose columns are periods: a typed sum is spread over the cells below it, locked cells
// stay, and what is taken from or given to siblings is worked out. Cells are seller by month; every sum on the grid is of cells.
import type { SellerId } from '../../people/types.ts'
import { splitMinor } from '../../units/money.ts'

export interface Cell {
  readonly sellerId: SellerId
  readonly periodKey: string
  readonly amountMinor: number
  /** A locked cell, a closed month, or a month not worked: no spreading changes it. */
  readonly isFixed: boolean
}

export type SpreadBy = 'asNow' | 'alike'

export type EditAnswer =
  | { readonly ok: true; readonly cells: readonly Cell[] }
  /** `fixed`: cells that can't be changed hold more than was typed, by so much, or all are fixed. `siblings`: the others can't give or take it. */
  | { readonly ok: false; readonly reason: 'fixed' | 'siblings'; readonly byMinor: number }

const sumOf = (cells: readonly Cell[]): number => cells.reduce((sum, cell) => sum + cell.amountMinor, 0)

/**
 * Gives some cells a sum: those that may change share it, by what they hold now or alike.
 *
 * @param cells those under the typed number: one cell, a row, a column of a team, …
 * @param amountMinor what they are to come to together, whole minor units, 0 or more
 * @param by `asNow`: twice as much stays twice as much; where nothing is held yet, alike
 * @returns the cells in the order given, summing to `amountMinor`
 * @errors `fixed` with by how much the fixed cells hold more, or the whole difference when all are fixed
 * @example setSum([cell('a', 10), cell('b', 30)], 80, 'asNow') // 20 and 60
 */
export function setSum(cells: readonly Cell[], amountMinor: number, by: SpreadBy): EditAnswer {
  const fixed = sumOf(cells.filter((cell) => cell.isFixed))
  const rest = amountMinor - fixed
  const free = cells.filter((cell) => !cell.isFixed)
  if (rest < 0 || (free.length === 0 && rest !== 0)) return { ok: false, reason: 'fixed', byMinor: Math.abs(rest) }
  if (free.length === 0) return { ok: true, cells }
  const hasSome = by === 'asNow' && free.some((cell) => cell.amountMinor > 0)
  const parts = splitMinor(rest, hasSome ? free.map((cell) => Math.max(0, cell.amountMinor)) : free.map(() => 1))
  let next = 0
  return {
    ok: true,
    cells: cells.map((cell) => (cell.isFixed ? cell : { ...cell, amountMinor: parts[next++] ?? 0 }))
  }
}

/**
 * Gives some cells a sum and takes the difference from their siblings, so that the whole stays what it was.
 *
 * @param cells those under the typed number
 * @param siblings the other cells of the whole: the other teams, the other months …
 * @param amountMinor what `cells` are to come to
 * @param by how each side is spread
 * @returns the changed cells, then the siblings; together they sum to what they did before
 * @errors as setSum; `siblings` when theirs can't be changed by so much
 * @example setWithinWhole([cell('a', 10)], [cell('b', 30), cell('c', 60)], 40, 'asNow') // 40, 20, 40
 */
export function setWithinWhole(
  cells: readonly Cell[],
  siblings: readonly Cell[],
  amountMinor: number,
  by: SpreadBy
): EditAnswer {
  const whole = sumOf(cells) + sumOf(siblings)
  const own = setSum(cells, amountMinor, by)
  if (!own.ok) return own
  const others = setSum(siblings, whole - amountMinor, by)
  return others.ok ? { ok: true, cells: [...own.cells, ...others.cells] } : { ...others, reason: 'siblings' }
}
