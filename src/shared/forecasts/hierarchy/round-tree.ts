// Rounds forecasts that add up to whole numbers that still do.
import { childrenOf, type Parents } from './tree.ts'

/** What arithmetic leaves of a whole number. */
const dust = 1e-6

/**
 * Rounds the values of a tree so that every node stays the sum of its children.
 *
 * From the whole down: it is rounded, then each node's whole number is shared out among its children, every child rounded down and those with
 * the largest remainders up. No value moves by 1 or more, and a 0 stays one.
 *
 * @param parents the tree
 * @param values minor units, adding up but for rounding of arithmetic
 * @returns whole numbers that add up
 * @source largest remainders: M. L. Balinski, H. P. Young, "Fair Representation" (1982)
 * @example roundTree([null, 0, 0, 0], [2, 0.6, 0.7, 0.7]) // [2, 0, 1, 1]
 */
export function roundTree(parents: Parents, values: readonly number[]): number[] {
  const children = childrenOf(parents)
  const rounded = values.map((value) => Math.round(value))
  children.forEach((own, node) => {
    if (own.length === 0) return
    const parts = own.map((child) => {
      const value = values[child] ?? 0
      const near = Math.round(value)
      const floor = Math.abs(value - near) < dust ? near : Math.floor(value)
      return { child, floor, rest: Math.max(0, value - floor) }
    })
    let left = (rounded[node] ?? 0) - parts.reduce((sum, part) => sum + part.floor, 0)
    for (const part of parts) rounded[part.child] = part.floor
    const byRest = parts.toSorted((one, other) => other.rest - one.rest || one.child - other.child)
    for (let at = 0; left !== 0; at = (at + 1) % byRest.length) {
      // More than each of them by one can't be left, unless the values did not add up.
      const child = (left > 0 ? byRest[at] : byRest.at(-1 - at))?.child ?? 0
      rounded[child] = (rounded[child] ?? 0) + Math.sign(left)
      left -= Math.sign(left)
    }
  })
  return rounded
}
