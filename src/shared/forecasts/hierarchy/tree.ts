// The shape of what adds up: a tree of parts, or sums in general, of which a tree is one kind.

/** A tree as the place of each node's parent: parents stand before their children, the whole first and alone without one. */
export type Parents = readonly (number | null)[]

/** One value is the sum of others; without parts it is 0. */
export interface SumRule {
  readonly whole: number
  readonly parts: readonly number[]
}

/**
 * Lists the children of each node.
 *
 * @param parents the tree
 * @returns for each node the places of its children, in order
 * @errors RangeError when a parent doesn't stand before its child, or when there isn't one whole, at the first place
 * @example childrenOf([null, 0, 0, 1]) // [[1, 2], [3], [], []]
 */
export function childrenOf(parents: Parents): number[][] {
  const children: number[][] = parents.map(() => [])
  parents.forEach((parent, node) => {
    if (parent === null ? node !== 0 : !(parent >= 0 && parent < node))
      throw new RangeError(`The parent of part ${node} must stand before it, and only the first has none`)
    if (parent !== null) children[parent]?.push(node)
  })
  return children
}

/**
 * Says which values of a tree are sums of which.
 *
 * @param parents the tree
 * @returns one rule for each node that has children
 * @example sumRulesOf([null, 0, 0]) // [{ whole: 0, parts: [1, 2] }]
 */
export function sumRulesOf(parents: Parents): SumRule[] {
  return childrenOf(parents).flatMap((parts, whole) => (parts.length > 0 ? { whole, parts } : []))
}

/**
 * Adds up a tree from its leaves.
 *
 * @param parents the tree
 * @param values one for each node; those of nodes with children are not read
 * @returns leaves as they are, every other node the sum of its children
 * @example addUp([null, 0, 0], [99, 1, 2]) // [3, 1, 2]
 */
export function addUp(parents: Parents, values: readonly number[]): number[] {
  const children = childrenOf(parents)
  const sums = values.map((value, node) => (children[node]?.length === 0 ? value : 0))
  for (let node = parents.length - 1; node > 0; node -= 1) {
    const parent = parents[node] ?? 0
    sums[parent] = (sums[parent] ?? 0) + (sums[node] ?? 0)
  }
  return sums
}
