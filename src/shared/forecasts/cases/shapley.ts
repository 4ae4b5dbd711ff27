// Sharing out what several causes bring together, exactly and fairly; and rounding the parts so that they add up.

/**
 * Shares out the value of all players together by the Shapley value: each gets the mean, over all orders of joining, of what it adds when it
 * joins.
 *
 * @param count players, at least 0; the table has 2^count entries
 * @param worth value of each set of players; the set is the number whose bit i says that player i is in it
 * @returns each player's part, in the unit of the values; they sum to worth(all) − worth(none)
 * @errors RangeError when the table's length isn't 2^count
 * @source L. S. Shapley, "A Value for n-Person Games", Contributions to the Theory of Games II (1953)
 * @example shapleyValues(2, [0, 10, 20, 40]) // [15, 25]
 */
export function shapleyValues(count: number, worth: ArrayLike<number>): number[] {
  const sets = 2 ** count
  if (worth.length !== sets) throw new RangeError(`${count} players have ${sets} sets, not ${worth.length}`)
  // Weight of joining a set of `size`: size! (count − size − 1)! ÷ count! = 1 ÷ (count × C(count − 1, size)).
  const weights: number[] = []
  let choose = 1
  for (let size = 0; size < count; size += 1) {
    weights.push(1 / (count * choose))
    choose = (choose * (count - 1 - size)) / (size + 1)
  }
  const sizes = new Uint8Array(sets)
  for (let set = 1; set < sets; set += 1) sizes[set] = sizes[set >> 1]! + (set & 1)
  return Array.from({ length: count }, (_, player) => {
    const bit = 1 << player
    let part = 0
    for (let set = 0; set < sets; set += 1)
      if ((set & bit) === 0) part += weights[sizes[set]!]! * (worth[set | bit]! - worth[set]!)
    return part
  })
}

/**
 * Rounds parts of either sign to whole minor units that add up to a total.
 *
 * Each is rounded down; what is left goes one by one to those that lost most. Parts that sum to the total are each within one unit of their own.
 *
 * @param parts in minor units, of either sign
 * @param totalMinor whole minor units
 * @returns whole minor units in the same order; they sum to `totalMinor`
 * @errors RangeError when there is a total other than 0 and no part to carry it
 * @source Hamilton's method (largest remainder)
 * @example roundToTotal([1.5, -0.75, 0.25], 1) // [2, -1, 0]
 */
export function roundToTotal(parts: readonly number[], totalMinor: number): number[] {
  const whole = parts.map(Math.floor)
  let left = totalMinor - whole.reduce((a, b) => a + b, 0)
  if (left === 0) return whole
  if (parts.length === 0) throw new RangeError(`There is no part to carry ${totalMinor}`)
  const byLoss = parts.map((part, at) => ({ at, lost: part - Math.floor(part) })).sort((a, b) => b.lost - a.lost)
  if (left < 0) byLoss.reverse()
  // Sums beyond 2^50 may be off by more than one round.
  for (let next = 0; left !== 0; next = (next + 1) % byLoss.length) {
    const { at } = byLoss[next]!
    whole[at] = whole[at]! + Math.sign(left)
    left -= Math.sign(left)
  }
  return whole.map((part) => part + 0)
}
